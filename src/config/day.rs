//! A `[day.ID]` table: what it says of a day, to be laid over what lower layers say.

use super::reader::{Reader, Table, Value};
use super::{Zones, values};
use crate::day::{Day, Moment, Offset, Text};
use crate::offset::TimeError;
use crate::rule::{EventDate, NotAnEventDate, Rule, RuleError};
use chrono::TimeDelta;
use std::ops::Range;
use toml::de::DeValue;

/// The longest phrase that is looked at as a rule, in bytes.
const LONGEST_RULE: usize = 1000;

/// The keys of a day.
pub(super) const KEYS: [&str; 9] =
    ["name", "date", "since", "until", "event", "remind", "moment", "article", "link"];
const MOMENT_KEYS: [&str; 4] = ["at", "zone", "what", "ahead"];

/// The keys that one layer gives for a day; `None` leaves what is below.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct DayTable {
    pub(super) name: Option<Text>,
    pub(super) rules: Option<Vec<Rule>>,
    pub(super) since: Option<i32>,
    pub(super) until: Option<i32>,
    pub(super) event: Option<EventDate>,
    pub(super) remind: Option<Vec<Offset>>,
    #[allow(clippy::option_option, reason = "not said, said to be none, said")]
    /// The inner `None` is `moment = false`: the day's moment is not announced.
    pub(super) moment: Option<Option<Moment>>,
    pub(super) article: Option<String>,
    pub(super) link: Option<String>,
}

impl DayTable {
    /// Lays `upper` over this table, key by key.
    pub(super) fn overlay(self, upper: Self) -> Self {
        Self {
            name: upper.name.or(self.name),
            rules: upper.rules.or(self.rules),
            since: upper.since.or(self.since),
            until: upper.until.or(self.until),
            event: upper.event.or(self.event),
            remind: upper.remind.or(self.remind),
            moment: upper.moment.or(self.moment),
            article: upper.article.or(self.article),
            link: upper.link.or(self.link),
        }
    }

    /// The keys that a day cannot do without and that no layer gives.
    pub(super) fn missing(&self) -> Vec<&'static str> {
        let needed = [("name", self.name.is_some()), ("date", self.rules.is_some())];
        needed.into_iter().filter(|(_, is_there)| !is_there).map(|(key, _)| key).collect()
    }

    /// The day, with `remind` where it does not say otherwise.
    ///
    /// # Errors
    /// With the keys that are missing.
    pub(super) fn into_day(
        self,
        id: &str,
        pack: Option<&str>,
        remind: &[Offset],
    ) -> Result<Day, Vec<&'static str>> {
        let missing = self.missing();
        let (Some(name), Some(rules)) = (self.name, self.rules) else {
            return Err(missing);
        };
        Ok(Day {
            id: id.to_owned(),
            name,
            rules,
            since: self.since,
            until: self.until,
            event: self.event,
            remind: self.remind.unwrap_or_else(|| remind.to_vec()),
            moment: self.moment.flatten(),
            article: self.article,
            link: self.link,
            pack: pack.map(str::to_owned),
        })
    }
}

impl Reader<'_> {
    /// Reads the table of one day. A table with a mistake in it is `None`, and told.
    pub(super) fn day(&mut self, table: &Table<'_>, zones: &Zones<'_>) -> Option<DayTable> {
        let before = self.count;
        let mut day = DayTable::default();
        let mut until_at: Option<Range<usize>> = None;
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "name" => day.name = self.text(value),
                "date" => day.rules = self.rules(value),
                "since" => day.since = self.integer(value, 1..=9999),
                "until" => {
                    day.until = self.integer(value, 1..=9999);
                    until_at = Some(value.span());
                }
                "event" => day.event = self.event(value),
                "remind" => day.remind = self.leads(value),
                "moment" if Self::is_false(value) => day.moment = Some(None),
                "moment" => day.moment = self.moment(value, zones).map(Some),
                "article" => day.article = self.parsed(value, values::article),
                "link" => day.link = self.parsed(value, values::link),
                unknown => self.unknown_within(unknown, key.span(), &KEYS, "a day"),
            }
        }
        if let (Some(since), Some(until), Some(span)) = (day.since, day.until, until_at)
            && until < since
        {
            self.tell(span, format!("`until` {until} is before `since` {since}"), None);
        }
        (self.count == before).then_some(day)
    }

    /// A rule or a list of rules.
    fn rules(&mut self, value: &Value<'_>) -> Option<Vec<Rule>> {
        let rules = self.strings(value, true, |reader, phrase, item| {
            if reader.is_full() {
                // What a word may mean takes its time to find.
                reader.count += 1;
                return None;
            }
            if phrase.len() > LONGEST_RULE {
                reader.tell(item.span(), format!("a rule has at most {LONGEST_RULE} letters"), None);
                return None;
            }
            let told = |error: RuleError| {
                let span = reader.part(item, error.span.clone());
                reader.tell(span, error.to_string(), error.help());
            };
            phrase.parse::<Rule>().map_err(told).ok()
        })?;
        if rules.is_empty() {
            self.tell(
                value.span(),
                "a day needs a date",
                Some("for example `date = \"January 20\"`".to_owned()),
            );
            return None;
        }
        Some(rules)
    }

    /// A year, or a date as a string or as TOML writes it.
    fn event(&mut self, value: &Value<'_>) -> Option<EventDate> {
        let text = match value.get_ref() {
            DeValue::Datetime(date) => date.to_string(),
            DeValue::String(text) => text.to_string(),
            _ => return self.integer(value, 1..=9999).map(EventDate::Year),
        };
        self.told(text.parse().map_err(|error: NotAnEventDate| error.to_string()), value.span())
    }

    /// A list of reminders.
    pub(super) fn leads(&mut self, value: &Value<'_>) -> Option<Vec<Offset>> {
        let help = "for example `\"09:00\"` or `\"1 week before 19:00\"`";
        let mut leads = self.strings(value, true, |reader, text, item| match text.parse() {
            Ok(lead) => Some(lead),
            Err(error) => {
                let error: TimeError = error;
                reader.tell(item.span(), error.to_string(), Some(help.to_owned()));
                None
            }
        })?;
        let mut known = std::collections::HashSet::new();
        leads.retain(|lead: &Offset| known.insert(*lead));
        Some(leads)
    }

    /// A text in one language, or a table of languages.
    pub(super) fn text(&mut self, value: &Value<'_>) -> Option<Text> {
        let Some(table) = value.get_ref().as_table() else {
            let text = self.string(value)?.to_owned();
            return self.words(&text, value).map(|text| Text::plain(&text));
        };
        let pairs = self.pairs(table, &[])?;
        if pairs.is_empty() {
            self.tell(value.span(), "the text is empty", None);
            return None;
        }
        Some(Text::from_pairs(pairs))
    }

    /// The pairs of language and wording of a table; its keys `others` are passed over.
    pub(super) fn pairs(&mut self, table: &Table<'_>, others: &[&str]) -> Option<Vec<(String, String)>> {
        let mut pairs = Vec::new();
        for (key, value) in table {
            if others.contains(&key.get_ref().as_ref()) {
                continue;
            }
            let language = self.told(values::language(key.get_ref()), key.span())?;
            let text = self.string(value)?.to_owned();
            pairs.push((language, self.words(&text, value)?));
        }
        Some(pairs)
    }

    /// Words to be shown: not empty, on one line.
    pub(super) fn words(&mut self, text: &str, value: &Value<'_>) -> Option<String> {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() || words.contains(crate::text::is_left_out) {
            let message =
                if words.is_empty() { "the text is empty" } else { "the text has a control character in it" };
            self.tell(value.span(), message, None);
            return None;
        }
        Some(words)
    }

    fn moment(&mut self, value: &Value<'_>, zones: &Zones<'_>) -> Option<Moment> {
        let table = self.table(value, "a table or `false`")?;
        let (mut at, mut zone, mut what, mut ahead) = (None, None, None, Some(TimeDelta::minutes(5)));
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "at" => at = Some(self.parsed(value, values::time_of_day)?),
                "zone" => {
                    let name = self.string(value)?.to_owned();
                    zone = Some(self.told(zones(&name), value.span())?);
                }
                "what" => what = Some(self.ceremony(value)?),
                "ahead" => ahead = Some(self.parsed(value, values::short)?),
                unknown => self.unknown(unknown, key.span(), &MOMENT_KEYS, "a moment"),
            }
        }
        match (at, what, ahead) {
            (Some(at), Some(what), Some(ahead)) => Some(Moment { at, zone, what, ahead }),
            (at, ..) => {
                let key = if at.is_none() { "at" } else { "what" };
                let help = "for example `{ at = \"12:00\", what = \"A minute of silence\" }`";
                self.tell(value.span(), format!("the moment lacks `{key}`"), Some(help.to_owned()));
                None
            }
        }
    }
}
