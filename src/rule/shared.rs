//! Rules that many days have in common, each read once.

use super::{Rule, RuleError};
use crate::hash::ShortTexts;
use std::collections::HashMap;
use std::sync::Arc;

/// The rules of phrases that were read: many days fall on one date.
#[derive(Debug, Default)]
pub(crate) struct SharedRules(HashMap<String, Arc<[Rule]>, ShortTexts>);

impl SharedRules {
    /// The rule of a phrase, as the only one of a day.
    pub(crate) fn of(&mut self, phrase: &str) -> Result<Arc<[Rule]>, RuleError> {
        if let Some(known) = self.0.get(phrase) {
            return Ok(Arc::clone(known));
        }
        let rule: Arc<[Rule]> = [phrase.parse()?].into();
        self.0.insert(phrase.to_owned(), Arc::clone(&rule));
        Ok(rule)
    }
}
