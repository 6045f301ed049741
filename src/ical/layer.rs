//! An imported day as the lowest layer of a configuration.

use super::{Imported, Timed};
use crate::config::{DayLayer, Zones, is_link};
use crate::day::{Ceremony, Moment, Text};
use crate::rule::{Rule, RuleError};
use crate::text::one_line;

impl Imported {
    /// Its id and what it says of its day, to be laid below a configuration; `rule` reads a phrase.
    ///
    /// A link that no browser may open is left out, and so is a moment in a zone that is not there.
    ///
    /// # Errors
    /// With the first of its phrases that is no rule.
    pub fn into_layer(
        self,
        rule: &mut dyn FnMut(&str) -> Result<Rule, RuleError>,
        zones: &Zones<'_>,
    ) -> Result<(String, DayLayer), RuleError> {
        let rules = self.rules.iter().map(|phrase| rule(phrase)).collect::<Result<Vec<_>, _>>()?;
        let name = one_line(&self.name);
        let moment = |Timed { at, zone, ahead, what }: Timed| {
            let zone = zone.map(|zone| zones(&zone)).transpose().ok()?;
            let what = Ceremony::plain(&what.map_or_else(|| name.clone(), |what| one_line(&what)));
            Some(Moment { at: at.into(), zone, what, ahead })
        };
        let layer = DayLayer {
            rules: Some(rules.into()),
            since: self.since,
            until: self.until,
            skip: None,
            event: self.event,
            remind: self.remind.map(Into::into),
            moment: self.moment.and_then(moment).map(|moment| Some(Box::new(moment))),
            at_night: None,
            article: None,
            link: self.link.filter(|link| is_link(link)),
            name: Some(Text::of_every_language(name)),
        };
        Ok((self.id, layer))
    }
}
