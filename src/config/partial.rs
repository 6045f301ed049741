//! What one file says: its text read, key by key, into values with their places; and its mistakes.

use super::day::{DayLayer, DayPlaces};
use super::document::{Table, TableKey, Value};
use super::fault::{Fault, KeyHint};
use super::merge::MOST_DAYS;
use super::place::{Place, Written};
use super::reader::Reader;
use super::{Zones, values};
use crate::day::Offset;
use crate::notification::Urgency;
use crate::schedule::Quiet;
use crate::short_text::ShortText;
use crate::sun::Coordinates;
use chrono::TimeDelta;
use std::ops::Range;

/// The table of the days.
pub(super) const DAY: &str = "day";

/// The keys of a config outside its tables.
const KEYS: [&str; 11] = [
    "follow",
    "calendar",
    "languages",
    "remind",
    "catch-up",
    "quiet",
    "location",
    "hijri-adjust",
    "snooze",
    "notification",
    DAY,
];
const NOTIFICATION_KEYS: [&str; 5] = ["urgency", "expire", "excerpt", "length", "sound"];
const CALENDAR_KEYS: [&str; 1] = ["path"];

/// The most calendars that are followed.
pub(crate) const MOST_CALENDARS: usize = 50;

/// The most languages that are asked for, and the most entries of `follow`.
pub(crate) const MOST_LISTED: usize = 1000;

/// What one file says; `None` leaves what is below.
#[derive(Debug, Default)]
pub(super) struct Partial {
    /// Packs and days of packs, and with `-` before them those that are left out.
    pub(super) follow: Option<Vec<Written<String>>>,
    pub(super) calendars: Option<Vec<Written<String>>>,
    pub(super) languages: Option<Written<Vec<String>>>,
    pub(super) remind: Option<Written<Vec<Offset>>>,
    pub(super) catch_up: Option<Written<u16>>,
    /// The inner `None` is `quiet = ""`: no quiet hours, whatever is below.
    pub(super) quiet: Option<Written<Option<Quiet>>>,
    /// The inner `None` is the chief city of the machine's zone.
    pub(super) location: Option<Written<Option<Coordinates>>>,
    pub(super) hijri_adjust: Option<Written<i8>>,
    pub(super) snooze: Option<Written<TimeDelta>>,
    pub(super) notification: NotificationLayer,
    /// The file is not TOML, so that what a day lacks may be the echo of another mistake.
    pub(super) is_broken: bool,
    /// The days in the order of the file, each once.
    pub(super) days: Vec<PartialDay>,
    /// The indices of the days in the order of their ids.
    pub(super) order: Vec<u32>,
    /// Where each of the days is written; empty where nobody asks.
    pub(super) places: Vec<DayPlaces>,
}

/// What one file says of notifications.
#[derive(Debug, Default)]
pub(super) struct NotificationLayer {
    pub(super) urgency: Option<Written<Urgency>>,
    /// The inner `None` is a notification that stays.
    pub(super) expire: Option<Written<Option<TimeDelta>>>,
    pub(super) rotate: Option<Written<bool>>,
    pub(super) length: Option<Written<usize>>,
    /// The inner `None` is silence.
    pub(super) sound: Option<Written<Option<String>>>,
}

/// What a file says of a day, or several that are laid over one another.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PartialDay {
    pub(super) id: ShortText,
    pub(super) layer: DayLayer,
    /// Where its id is written.
    pub(super) place: Place,
}

impl Partial {
    /// Adds what a key of the file says.
    pub(super) fn add(
        &mut self,
        key: TableKey<'_>,
        value: Value<'_>,
        reader: &mut Reader<'_>,
        zones: &Zones<'_>,
        keeps_places: bool,
    ) {
        match key.text().as_ref() {
            "follow" => self.follow = reader.follow(value),
            "calendar" => self.calendars = reader.calendars(value),
            "languages" => {
                let languages = reader.languages(value);
                self.languages = reader.written(languages, value);
            }
            "remind" => {
                let remind = reader.reminders(value);
                self.remind = reader.written(remind, value);
            }
            "catch-up" => self.catch_up = reader.one(value, values::days),
            "quiet" => self.quiet = reader.one(value, values::quiet),
            "location" => self.location = reader.one(value, values::location),
            "hijri-adjust" => {
                let days = reader.integer(value, -2..=2);
                let days = days.map(|days| i8::try_from(days).expect("-2 to 2 is a small number"));
                self.hijri_adjust = reader.written(days, value);
            }
            "snooze" => self.snooze = reader.one(value, values::snooze),
            // `notice` is its name in files of before the first release.
            "notification" | "notice" => self.notification = reader.notification(value),
            DAY => {
                let places = keeps_places.then_some(&mut self.places);
                reader.days(value, zones, &mut self.days, places);
            }
            unknown => reader.unknown_at_the_top(unknown, key.span()),
        }
    }
}

impl Reader<'_> {
    fn one<T>(
        &mut self,
        value: Value<'_>,
        parse: impl Fn(&str) -> Result<T, super::value_fault::ValueFault>,
    ) -> Option<Written<T>> {
        let parsed = self.parsed(value, parse);
        self.written(parsed, value)
    }

    fn follow(&mut self, value: Value<'_>) -> Option<Vec<Written<String>>> {
        if value.as_list().is_some_and(|(count, _)| count > MOST_LISTED) {
            let fault = Fault::LongList { of: "packs and days in one list", most: MOST_LISTED };
            self.tell(value.span(), fault);
            return None;
        }
        self.strings(value, false, |reader, name, item| reader.written(Some(name.into_owned()), item))
    }

    fn languages(&mut self, value: Value<'_>) -> Option<Vec<String>> {
        if value.as_list().is_some_and(|(count, _)| count > MOST_LISTED) {
            self.tell(value.span(), Fault::LongList { of: "languages", most: MOST_LISTED });
            return None;
        }
        self.strings(value, false, |reader, text, item| reader.told(values::language(&text), item.span()))
    }

    /// The paths of a list of calendars; one with a mistake in it is left out.
    fn calendars(&mut self, value: Value<'_>) -> Option<Vec<Written<String>>> {
        let Some((count, items)) = value.as_list() else {
            let found = super::fault::found(value.kind());
            let example = Some("calendar = [{ path = \"~/.calendars/memorial\" }]");
            self.tell(value.span(), Fault::WrongType { expected: "a list of calendars", found, example });
            return None;
        };
        if count > MOST_CALENDARS {
            self.tell(value.span(), Fault::LongList { of: "calendars", most: MOST_CALENDARS });
            return None;
        }
        let mut paths = Vec::new();
        for item in items {
            let Some(table) = self.table(item, "a table `[[calendar]]`") else { continue };
            let mut path = None;
            for (key, value) in table.entries() {
                match key.text().as_ref() {
                    "path" => path = Some(self.parsed(value, values::calendar_path)),
                    unknown => self.unknown(unknown, key.span(), &CALENDAR_KEYS, "`[[calendar]]`"),
                }
            }
            match path {
                Some(path) => paths.extend(self.written(path, item)),
                None => self.tell(item.span(), Fault::CalendarLacksPath),
            }
        }
        Some(paths)
    }

    fn notification(&mut self, value: Value<'_>) -> NotificationLayer {
        let mut layer = NotificationLayer::default();
        let Some(table) = self.table(value, "a table `[notification]`") else {
            return layer;
        };
        for (key, value) in table.entries() {
            match key.text().as_ref() {
                "urgency" => layer.urgency = self.one(value, values::urgency),
                "expire" => layer.expire = self.one(value, values::expire),
                "excerpt" => layer.rotate = self.one(value, values::rotate),
                "length" => {
                    let length = self.integer(value, 40..=2000);
                    let length =
                        length.map(|length| usize::try_from(length).expect("40 to 2000 is a length"));
                    layer.length = self.written(length, value);
                }
                "sound" => layer.sound = self.one(value, values::sound),
                unknown => self.unknown_within(unknown, key.span(), &NOTIFICATION_KEYS, "`[notification]`"),
            }
        }
        layer
    }

    fn days(
        &mut self,
        value: Value<'_>,
        zones: &Zones<'_>,
        days: &mut Vec<PartialDay>,
        mut kept: Option<&mut Vec<DayPlaces>>,
    ) {
        let Some(tables) = self.table(value, "tables `[day.ID]`") else { return };
        for (key, value) in tables.entries() {
            // One too many is enough to say so.
            if days.len() > MOST_DAYS {
                break;
            }
            let Some((id, table)) = self.day_table(&key.text(), key.span(), value) else { continue };
            let place = self.place(&key.span());
            // There may be ten thousand: each is read where it is to stay.
            days.push(PartialDay { id, layer: DayLayer::default(), place });
            let day = days.last_mut().expect("a day was put in");
            // What was made of a table with a fault of syntax in it may be something else than was meant.
            if !self.day(table, &[], zones, &mut day.layer) || self.is_broken(&key.span()) {
                days.pop();
            } else if let Some(kept) = &mut kept {
                kept.push(self.day_places(place, table));
            }
        }
    }

    /// The id and the table of a day.
    pub(super) fn day_table<'v>(
        &mut self,
        id: &str,
        span: Range<usize>,
        value: Value<'v>,
    ) -> Option<(ShortText, Table<'v>)> {
        let id = self.told(values::id(id), span)?;
        Some((id, self.table(value, "a table `[day.ID]`")?))
    }

    /// Adds that a config does not know a key; one of a table is sent there.
    fn unknown_at_the_top(&mut self, key: &str, span: Range<usize>) {
        let header = match key {
            key if NOTIFICATION_KEYS.contains(&key) => "[notification]",
            key if super::day::KEYS.contains(&key) => "[day.ID]",
            _ => return self.unknown(key, span, &KEYS, "a config"),
        };
        self.tell(span, Fault::UnknownKey { key: key.to_owned(), hint: KeyHint::Below(header) });
    }

    /// Adds that a table does not know a key; one of those that stand above all tables is sent there.
    pub(super) fn unknown_within(
        &mut self,
        key: &str,
        span: Range<usize>,
        keys: &'static [&'static str],
        table: &'static str,
    ) {
        if KEYS.contains(&key) {
            self.tell(span, Fault::UnknownKey { key: key.to_owned(), hint: KeyHint::AtTheTop });
        } else {
            self.unknown(key, span, keys, table);
        }
    }
}
