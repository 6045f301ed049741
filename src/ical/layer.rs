//! An imported day as the lowest layer of a configuration.

use super::{Imported, Timed};
use crate::config::{DayLayer, LayerExtras, Zones, is_link};
use crate::day::{Ceremony, KeptYear, Moment, Offset, Text};
use crate::rare::Rare;
use crate::rule::{Rule, RuleError, SharedRules};
use crate::short_text::ShortText;
use crate::text::one_line;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What many days of calendars have in common, once: a date, the times to remind.
#[derive(Debug, Default)]
pub struct SharedParts {
    rules: SharedRules,
    remind: BTreeMap<Vec<Offset>, Arc<[Offset]>>,
}

impl SharedParts {
    /// The rules of these phrases.
    fn rules(&mut self, phrases: &[String]) -> Result<Arc<[Rule]>, RuleError> {
        match phrases {
            [phrase] => self.rules.of(phrase),
            several => several.iter().map(|phrase| phrase.parse()).collect(),
        }
    }

    /// These times.
    fn remind(&mut self, remind: Vec<Offset>) -> Arc<[Offset]> {
        Arc::clone(self.remind.entry(remind).or_insert_with_key(|remind| remind.as_slice().into()))
    }
}

impl Imported {
    /// Its id and what it says of its day, to be laid below a configuration; it shares what others before it had.
    ///
    /// A link that no browser may open is left out, and so is a moment in a zone that is not there.
    ///
    /// # Errors
    /// With the first of its phrases that is no rule.
    pub fn into_layer(
        self,
        shared: &mut SharedParts,
        zones: &Zones<'_>,
    ) -> Result<(ShortText, DayLayer), RuleError> {
        let rules = shared.rules(&self.rules)?;
        let name = one_line(&self.name);
        let moment = |Timed { at, zone, ahead, what }: Timed| {
            let zone = zone.map(|zone| zones(&zone)).transpose().ok()?;
            let what = Ceremony::plain(&what.map_or_else(|| name.clone(), |what| one_line(&what)));
            Some(Moment { at: at.into(), zone, what, ahead })
        };
        let moment = self.moment.and_then(moment).map(|moment| Some(Box::new(moment)));
        let link = self.link.filter(|link| is_link(link));
        let layer = DayLayer {
            rules: Some(rules),
            since: self.since.and_then(KeptYear::new),
            until: self.until.and_then(KeptYear::new),
            event: self.event,
            remind: self.remind.map(|remind| shared.remind(remind)),
            extras: Rare::new(LayerExtras { moment, link, ..LayerExtras::default() }),
            name: Some(Text::plain(&name)),
        };
        Ok((self.id.into(), layer))
    }
}
