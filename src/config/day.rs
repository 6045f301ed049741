//! A `[day.ID]` table: what one layer says of a day, to be laid over what lower layers say.

use super::document::{Table, Value, ValueKind};
use super::fault::Fault;
use super::place::Place;
use super::reader::Reader;
use super::{Zones, values};
use crate::day::{Day, DayExtras, KeptYear, Moment, Offset, Text};
use crate::offset::TimeError;
use crate::rare::{Nothing, Rare};
use crate::rule::{EventDate, Rule};
use crate::short_text::ShortText;
use crate::text::is_plain_words;
use chrono::TimeDelta;
use std::borrow::Cow;
use std::sync::Arc;

/// The longest phrase that is looked at as a rule, in bytes.
const LONGEST_RULE: usize = 1000;

/// The most rules of a day, and the most reminders: each costs memory and time for every day.
pub const MOST_ENTRIES: usize = 50;

/// The keys of a day.
pub(super) const KEYS: [&str; 11] =
    ["name", "date", "since", "until", "event", "skip", "remind", "moment", "at-night", "article", "link"];
const MOMENT_KEYS: [&str; 4] = ["at", "zone", "what", "ahead"];

/// What one layer says of a day; `None` leaves what is below.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DayLayer {
    /// What it is called.
    pub name: Option<Text>,
    /// Its rules, at least one.
    pub rules: Option<Arc<[Rule]>>,
    /// The first year in which it is kept.
    pub since: Option<KeptYear>,
    /// The last year in which it is kept.
    pub until: Option<KeptYear>,
    /// When the event was that anniversaries are counted from.
    pub event: Option<EventDate>,
    /// When to remind of it.
    pub remind: Option<Arc<[Offset]>>,
    /// What few days have.
    pub extras: Rare<LayerExtras>,
}

/// What one layer says of what few days have; `None` leaves what is below.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LayerExtras {
    /// Years without reminders.
    pub skip: Option<Vec<i32>>,
    #[allow(clippy::option_option, reason = "not said, said to be none, said")]
    /// The inner `None` is `moment = false`: the day's moment is not announced.
    pub moment: Option<Option<Box<Moment>>>,
    /// Whether a moment of another zone is announced at night.
    pub at_night: Option<bool>,
    /// The file of its article.
    pub article: Option<String>,
    /// A page about it.
    pub link: Option<String>,
}

impl Nothing for LayerExtras {
    const NOTHING: &'static Self =
        &Self { skip: None, moment: None, at_night: None, article: None, link: None };
}

impl LayerExtras {
    fn overlay(self, upper: Self) -> Self {
        Self {
            skip: upper.skip.or(self.skip),
            moment: upper.moment.or(self.moment),
            at_night: upper.at_night.or(self.at_night),
            article: upper.article.or(self.article),
            link: upper.link.or(self.link),
        }
    }

    /// What a day of `pack` has.
    fn into_extras(self, pack: Option<&str>) -> DayExtras {
        DayExtras {
            skip: self.skip.unwrap_or_default(),
            moment: self.moment.flatten(),
            at_night: self.at_night.unwrap_or_default(),
            article: self.article,
            link: self.link,
            pack: pack.map(str::to_owned),
        }
    }
}

impl DayLayer {
    /// Lays `upper` over this layer, key by key.
    #[must_use]
    pub fn overlay(self, upper: Self) -> Self {
        Self {
            name: upper.name.or(self.name),
            rules: upper.rules.or(self.rules),
            since: upper.since.or(self.since),
            until: upper.until.or(self.until),
            event: upper.event.or(self.event),
            remind: upper.remind.or(self.remind),
            extras: match (self.extras.into_inner(), upper.extras.into_inner()) {
                (Some(lower), Some(upper)) => Rare::new(lower.overlay(upper)),
                (lower, upper) => lower.or(upper).map(Rare::new).unwrap_or_default(),
            },
        }
    }

    /// Whether it gives all that a day cannot do without.
    pub(super) fn is_whole(&self) -> bool {
        self.name.is_some() && self.rules.is_some()
    }

    /// The keys that a day cannot do without and that no layer gives.
    pub(super) fn missing(&self) -> Vec<&'static str> {
        let needed = [("name", self.name.is_some()), ("date", self.rules.is_some())];
        needed.into_iter().filter(|(_, is_there)| !is_there).map(|(key, _)| key).collect()
    }

    /// The day, taken out of it, with `remind` where it does not say otherwise; `None` where it lacks a name or a date.
    pub(super) fn take_day(
        &mut self,
        id: ShortText,
        pack: Option<&str>,
        remind: &Arc<[Offset]>,
    ) -> Option<Day> {
        Some(Day {
            id,
            name: self.name.take()?,
            rules: self.rules.take()?,
            since: self.since,
            until: self.until,
            event: self.event,
            remind: self.remind.take().unwrap_or_else(|| Arc::clone(remind)),
            extras: match (std::mem::take(&mut self.extras).into_inner(), pack) {
                (None, None) => Rare::default(),
                (extras, pack) => Rare::new(extras.unwrap_or_default().into_extras(pack)),
            },
        })
    }
}

/// Where a day and each of its keys are written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct DayPlaces {
    /// Its id.
    pub(super) id: Place,
    /// Its keys, in the order of [`KEYS`].
    keys: [Option<Place>; KEYS.len()],
}

impl DayPlaces {
    /// The place of a key.
    pub(super) fn of(&self, key: &str) -> Option<Place> {
        let index = KEYS.iter().position(|known| *known == key)?;
        self.keys.get(index).copied().flatten()
    }

    /// The places where `upper` is laid over these.
    pub(super) fn overlay(self, upper: Self) -> Self {
        let mut keys = self.keys;
        for (key, upper) in keys.iter_mut().zip(upper.keys) {
            *key = upper.or(*key);
        }
        Self { id: upper.id, keys }
    }
}

impl Reader<'_> {
    /// Where a day and its keys are written.
    pub(super) fn day_places(&self, id: Place, table: Table<'_>) -> DayPlaces {
        let mut places = DayPlaces { id, keys: [None; KEYS.len()] };
        for (key, value) in table.entries() {
            let index = KEYS.iter().position(|known| *known == key.text());
            if let Some(place) = index.and_then(|index| places.keys.get_mut(index)) {
                *place = Some(self.place(&value.span()));
            }
        }
        places
    }

    /// Reads the table of one day. False for a table with a mistake in it.
    pub(super) fn day(
        &mut self,
        table: Table<'_>,
        others: &[&str],
        zones: &Zones<'_>,
        day: &mut DayLayer,
    ) -> bool {
        let before = self.count();
        for (key, value) in table.entries() {
            match key.text().as_ref() {
                "name" => day.name = self.text(value),
                "date" => day.rules = self.rules(value),
                "since" => day.since = self.year(value),
                "until" => day.until = self.year(value),
                "event" => day.event = self.event(value),
                "skip" => day.extras.skip = self.years(value),
                "remind" => day.remind = self.reminders(value).map(Arc::from),
                "moment" if value.as_bool() == Some(false) => day.extras.moment = Some(None),
                "moment" => {
                    day.extras.moment = self.moment(value, zones).map(|moment| Some(Box::new(moment)));
                }
                "at-night" => day.extras.at_night = self.flag(value),
                "article" => day.extras.article = self.parsed(value, values::article),
                "link" => day.extras.link = self.parsed(value, values::link),
                other if others.contains(&other) => {}
                unknown => self.unknown_within(unknown, key.span(), &KEYS, "a day"),
            }
        }
        if let (Some(since), Some(until)) = (day.since, day.until)
            && until < since
            && let Some(value) = table.get("until")
        {
            self.tell(value.span(), Fault::UntilBeforeSince { until: until.get(), since: since.get() });
        }
        self.count() == before
    }

    /// A year.
    fn year(&mut self, value: Value<'_>) -> Option<KeptYear> {
        self.integer(value, 1..=KeptYear::LAST).and_then(KeptYear::new)
    }

    /// A list of years.
    fn years(&mut self, value: Value<'_>) -> Option<Vec<i32>> {
        let Some((_, items)) = value.as_list() else {
            self.expected("a list of years", value);
            return None;
        };
        items.map(|item| self.integer(item, 1..=KeptYear::LAST)).collect()
    }

    /// A rule or a list of rules.
    fn rules(&mut self, value: Value<'_>) -> Option<Arc<[Rule]>> {
        self.is_short(value, "dates of one day")?;
        if value.kind() == ValueKind::String {
            let phrase = self.string(value)?;
            return self.rules_of_phrase(&phrase, value);
        }
        let rules =
            self.strings(value, true, |reader, phrase, item| reader.rules_of_phrase(&phrase, item))?;
        match rules.as_slice() {
            [] => {
                self.tell(value.span(), Fault::NoDate);
                None
            }
            [one] => Some(Arc::clone(one)),
            several => Some(several.iter().flat_map(|rules| rules.iter().cloned()).collect()),
        }
    }

    /// The rule that a phrase is, as the only one of a day.
    fn rules_of_phrase(&mut self, phrase: &str, at: Value<'_>) -> Option<Arc<[Rule]>> {
        if phrase.len() > LONGEST_RULE {
            self.tell(at.span(), Fault::LongRule(LONGEST_RULE));
            return None;
        }
        self.rule(phrase, at)
    }

    /// A year, or a date as a string or as TOML writes it.
    fn event(&mut self, value: Value<'_>) -> Option<EventDate> {
        let text = match value.kind() {
            ValueKind::Date => value.written().into(),
            ValueKind::String => self.string(value)?,
            _ => return self.integer(value, 1..=KeptYear::LAST).map(EventDate::Year),
        };
        text.parse().map_err(|error| self.tell(value.span(), Fault::Event(error))).ok()
    }

    /// Whether a list has no more entries than are read; more are a mistake.
    fn is_short(&mut self, value: Value<'_>, of: &'static str) -> Option<()> {
        if value.as_list().is_some_and(|(count, _)| count > MOST_ENTRIES) {
            self.tell(value.span(), Fault::LongList { of, most: MOST_ENTRIES });
            return None;
        }
        Some(())
    }

    /// A list of reminders, each once.
    pub(super) fn reminders(&mut self, value: Value<'_>) -> Option<Vec<Offset>> {
        self.is_short(value, "reminders")?;
        let reminders = self.strings(value, true, |reader, text, item| match text.parse::<Offset>() {
            Ok(reminder) => Some(reminder),
            Err(error) => {
                let error: TimeError = error;
                reader.tell(item.span(), Fault::Reminder(error));
                None
            }
        })?;
        let mut once: Vec<Offset> = Vec::with_capacity(reminders.len());
        for reminder in reminders {
            if !once.contains(&reminder) {
                once.push(reminder);
            }
        }
        Some(once)
    }

    /// A text in one language, or a table of languages.
    pub(super) fn text(&mut self, value: Value<'_>) -> Option<Text> {
        let Some(table) = value.as_table() else {
            let text = self.string(value)?;
            return self.words(&text, value).map(|words| Text::plain(&words));
        };
        let pairs = self.pairs(table, &[])?;
        if pairs.is_empty() {
            self.tell(value.span(), Fault::EmptyText);
            return None;
        }
        Some(Text::from_pairs(pairs))
    }

    /// The pairs of language and wording of a table; its keys `others` are passed over.
    pub(super) fn pairs(&mut self, table: Table<'_>, others: &[&str]) -> Option<Vec<(String, String)>> {
        let mut pairs = Vec::with_capacity(table.len());
        for (key, value) in table.entries() {
            if others.contains(&key.text().as_ref()) {
                continue;
            }
            let language = self.told(values::language(&key.text()), key.span())?;
            let text = self.string(value)?;
            pairs.push((language, self.words(&text, value)?.into_owned()));
        }
        Some(pairs)
    }

    /// Words to be shown: not empty, on one line.
    pub(super) fn words<'w>(&mut self, text: &'w str, value: Value<'_>) -> Option<Cow<'w, str>> {
        if is_plain_words(text) {
            return Some(Cow::Borrowed(text));
        }
        let mut words = String::with_capacity(text.len());
        for word in text.split_whitespace() {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(word);
        }
        if words.is_empty() || words.contains(crate::text::is_left_out) {
            let fault = if words.is_empty() { Fault::EmptyText } else { Fault::ControlCharacter };
            self.tell(value.span(), fault);
            return None;
        }
        Some(Cow::Owned(words))
    }

    fn moment(&mut self, value: Value<'_>, zones: &Zones<'_>) -> Option<Moment> {
        let table = self.table(value, "a table or `false`")?;
        let (mut at, mut zone, mut what, mut ahead) = (None, None, None, TimeDelta::minutes(5));
        for (key, value) in table.entries() {
            match key.text().as_ref() {
                "at" => at = Some(self.parsed(value, values::time_of_day)?),
                "zone" => {
                    let name = self.string(value)?;
                    let found = zones(&name).map_err(|why| self.tell(value.span(), Fault::Zone(why)));
                    zone = Some(found.ok()?);
                }
                "what" => what = Some(self.ceremony(value)?),
                "ahead" => ahead = self.parsed(value, values::short)?,
                unknown => self.unknown(unknown, key.span(), &MOMENT_KEYS, "a moment"),
            }
        }
        match (at, what) {
            (Some(at), Some(what)) => Some(Moment { at, zone, what, ahead }),
            (at, _) => {
                let key = if at.is_none() { "at" } else { "what" };
                self.tell(value.span(), Fault::MomentLacks(key));
                None
            }
        }
    }
}
