//! Rules that many days have in common, each read once.

use super::parse::without_advice;
use super::{Rule, RuleError};
use crate::hash::ShortTexts;
use crate::short_text::ShortText;
use std::collections::HashMap;
use std::sync::Arc;

/// The rules of phrases that were read: many days fall on one date.
#[derive(Debug, Default)]
pub(crate) struct SharedRules(HashMap<ShortText, Arc<[Rule]>, ShortTexts>);

impl SharedRules {
    /// The rule of a phrase, as the only one of a day.
    pub(crate) fn of(&mut self, phrase: &str) -> Result<Arc<[Rule]>, RuleError> {
        if let Some(known) = self.0.get(phrase) {
            return Ok(Arc::clone(known));
        }
        phrase.parse().map(|rule| self.keep(phrase, rule))
    }

    /// The same, without a search for what a wrong phrase may mean.
    pub(crate) fn of_sound(&mut self, phrase: &str) -> Option<Arc<[Rule]>> {
        let known = self.0.get(phrase).map(Arc::clone);
        known.or_else(|| without_advice(phrase).ok().map(|rule| self.keep(phrase, rule)))
    }

    fn keep(&mut self, phrase: &str, rule: Rule) -> Arc<[Rule]> {
        let rule: Arc<[Rule]> = [rule].into();
        self.0.insert(phrase.into(), Arc::clone(&rule));
        rule
    }
}
