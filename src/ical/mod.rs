//! Calendars in and out: days as iCalendar (RFC 5545, RFC 7986), and days from iCalendar, vCard and calendar(1). Pure.
//!
//! - `line`, `stream`: content lines, and the components that they make; [`Sieve`]: pictures left out; [`text_of`]: encodings; `error`: why something
//!   is not carried;
//!   `when`: dates and durations
//! - `zones`, `vtimezone`, `zone_names`: the zone that a name means
//! - `calendar`: the events of a file; `event`, `dates`, `place`, `recurrence`, `parted`, `scale`, `alarm`, `html`: a VEVENT as a day; `own`: one
//!   that this program wrote
//! - `vcard`: birthdays and days of death; `bsd`, `bsd_names`: files of calendar(1)
//! - `layer`: days below a configuration; `table`: days as the TOML of `days.d`; `shape`: the RRULE that a day has, if it has one; `write`, `zone_text`: days as
//!   VEVENTs; `kholidays`: days as a file of KHolidays; `seal`: whether somebody changed what was written
//!
//! Nothing here waits, loops without bound or fails as a whole: each file gives the days that are sound in it, and
//! [`Note`]s, by line, of what could not be carried.

mod alarm;
mod bsd;
mod bsd_names;
mod calendar;
mod dates;
mod error;
mod event;
mod html;
mod kholidays;
mod layer;
mod line;
mod notes;
mod own;
mod parted;
mod place;
mod recurrence;
mod scale;
mod seal;
mod shape;
mod sieve;
mod stream;
mod table;
mod text;
mod vcard;
mod vtimezone;
mod when;
mod write;
mod zone_names;
mod zone_text;
mod zones;

pub use error::{Refused, TextError};
pub use kholidays::KHOLIDAYS_MARK;
pub use layer::SharedParts;
pub use own::OwnPart;
pub use seal::Seal;
pub use shape::recurrence_of;
pub use sieve::Sieve;
pub use table::{TableOrigin, article_of, articles_of, body_of, is_from, table};
pub use text::text_of;
pub use write::{Export, Item, PRODUCT, calendar_of, same_but_stamp};

use crate::config::{MOST_ENTRIES, Zones};
use crate::day::Offset;
use crate::rule::EventDate;
use crate::text::begins_with;
use crate::words::Words;
use crate::zone::Zone;
use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta};
use std::collections::BTreeMap;

/// The most days that one import gives; a calendar of every day of a long life has as many.
pub const MOST_DAYS: usize = 20_000;

/// The most dates and rules that the days of one import have together.
pub const MOST_RULES: usize = 200_000;

/// The longest name of a day, in characters.
pub const LONGEST_NAME: usize = 1000;

/// Something in a file that could not be carried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The line of the file, from 1.
    pub line: usize,
    /// What it is, and why.
    pub message: String,
    /// Whether a whole day is left out, rather than something said of it.
    pub is_loss: bool,
    /// How many times that is so: one note stands for all that say the same, and one for those beyond the most.
    pub count: usize,
}

impl Note {
    pub(crate) fn left_out(line: usize, message: impl Into<String>) -> Self {
        Self { line, message: message.into(), is_loss: true, count: 1 }
    }

    fn detail(line: usize, message: impl Into<String>) -> Self {
        Self { line, message: message.into(), is_loss: false, count: 1 }
    }
}

/// A day as another program keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// Its id, which depends on nothing but its UID.
    pub id: String,
    /// What it is called, on one line.
    pub name: String,
    /// Its rules, at least one.
    pub rules: Vec<String>,
    /// The first year that it is kept in.
    pub since: Option<i32>,
    /// The last year that it is kept in.
    pub until: Option<i32>,
    /// The year that anniversaries are counted from.
    pub event: Option<EventDate>,
    /// When to remind of it; `None` as for any day.
    pub remind: Option<Vec<Offset>>,
    /// The time of day of an event that has one.
    pub moment: Option<Timed>,
    /// A page about it.
    pub link: Option<String>,
    /// What is said of it.
    pub text: Option<String>,
    /// The line of the file that it begins on.
    pub line: usize,
    /// Which version of the event it is.
    pub revision: Revision,
    /// Which part of a day that this program wrote; `None` is of another program.
    pub own: Option<OwnPart>,
}

impl Imported {
    /// A day with nothing but a name and rules.
    fn new(id: String, name: String, rules: Vec<String>, line: usize) -> Self {
        Self {
            id,
            name,
            rules,
            since: None,
            until: None,
            event: None,
            remind: None,
            moment: None,
            link: None,
            text: None,
            line,
            revision: Revision::default(),
            own: None,
        }
    }

    /// True if the last of its dates is before this one. What recurs without an end never is.
    fn ends_before(&self, date: NaiveDate) -> bool {
        let ends = |rule: &String| {
            if let Ok(only) = rule.parse::<NaiveDate>() {
                return only < date;
            }
            let until = rule.split_once(";UNTIL=").and_then(|(_, rest)| when::date(rest.get(..8)?));
            until.is_some_and(|until| rule.starts_with("RRULE:") && until < date)
        };
        self.until.is_some_and(|until| until < date.year()) || self.rules.iter().all(ends)
    }
}

/// Which of several versions of an event one is: the higher counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Revision {
    /// How often it was changed (SEQUENCE).
    pub sequence: u32,
    /// When it was changed last, in seconds of Unix time (LAST-MODIFIED).
    pub modified: i64,
}

/// A time of day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timed {
    /// The time on the wall.
    pub at: NaiveTime,
    /// The zone of that wall; `None` is wherever one is.
    pub zone: Option<String>,
    /// How long before it is announced.
    pub ahead: TimeDelta,
    /// What is done then, where that is not what the day is called.
    pub what: Option<String>,
}

/// What a file gives.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadCalendar {
    /// The days, in the order of their ids.
    pub days: Vec<Imported>,
    /// What could not be carried, in the order of lines.
    pub notes: Vec<Note>,
    /// Whether the file ends in the middle: days that it had may be missing.
    pub is_cut_off: bool,
    /// The line of the first day that is beyond the most days or rules; the days after it are missing.
    pub too_many: Option<usize>,
    /// Why the file as a whole cannot be read.
    pub refused: Option<Refused>,
    /// Other files that it asks for, and the lines that do (calendar(1)).
    pub includes: Vec<(usize, String)>,
}

/// What a reader of calendars has to know of its surroundings.
#[derive(Clone, Copy)]
pub struct ImportContext<'w> {
    /// Finds zones by their names.
    pub zones: &'w Zones<'w>,
    /// How days are named that have only a person's name.
    pub words: &'w Words,
    /// The machine's zone.
    pub local: &'w Zone,
    /// The date here.
    pub today: NaiveDate,
    /// Events whose last date is before this are left out without a note.
    pub since: Option<NaiveDate>,
    /// The most days that a file gives.
    pub most_days: usize,
    /// The most rules that those days have together.
    pub most_rules: usize,
    /// Whether descriptions are kept.
    pub with_texts: bool,
    /// Is called now and then with how much of a file is read, of how much.
    pub progress: &'w dyn Fn(usize, usize),
}

impl<'w> ImportContext<'w> {
    /// A reader that keeps all days, up to [`MOST_DAYS`] and [`MOST_RULES`].
    pub fn new(zones: &'w Zones<'w>, words: &'w Words, local: &'w Zone, today: NaiveDate) -> Self {
        let (most_days, most_rules) = (MOST_DAYS, MOST_RULES);
        Self {
            zones,
            words,
            local,
            today,
            since: None,
            most_days,
            most_rules,
            with_texts: true,
            progress: &|_, _| {},
        }
    }

    /// Whether so many days and rules are more than are kept.
    pub fn is_exceeded_by(&self, days: usize, rules: usize) -> bool {
        days > self.most_days || rules > self.most_rules
    }
}

/// Reads a text of any kind that is known: iCalendar and vCard say what they are, anything else is of calendar(1).
///
/// ```
/// use remembrance::zone::ZoneError;
/// use remembrance::{ical::{ImportContext, read}, words::Words, zone::Zone};
/// let (words, local, today) = (Words::choose(&[]), Zone::utc(), "2026-11-26".parse().unwrap());
/// let context = ImportContext::new(&|name| Err(ZoneError::NoFiles(name.to_owned())), &words, &local, today);
/// let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1@example.org\nSUMMARY:Ana\n\
///             DTSTART;VALUE=DATE:20190312\nRRULE:FREQ=YEARLY\nEND:VEVENT\nEND:VCALENDAR\n";
/// let ana = &read(text, &context).days[0];
/// assert_eq!((ana.name.as_str(), ana.rules[0].as_str(), ana.since), ("Ana", "March 12", Some(2019)));
/// // An odd case: what recurs each second is no day, and its line is noted.
/// let bomb = read(&text.replace("YEARLY", "SECONDLY"), &context);
/// assert_eq!((bomb.days.len(), bomb.notes[0].line), (0, 6));
/// ```
pub fn read(text: &str, context: &ImportContext<'_>) -> ReadCalendar {
    let text = text.trim_start_matches('\u{feff}');
    if let Some(refused) = Refused::of(text) {
        return ReadCalendar { refused: Some(refused), ..ReadCalendar::default() };
    }
    let first =
        text.lines().map(|line| line.trim_start_matches('\u{feff}').trim()).find(|line| !line.is_empty());
    let is_tree = first.is_some_and(|line| begins_with(line, "BEGIN:"));
    let mut read = if is_tree { calendar::read(text, context) } else { bsd::read(text, context) };
    if read.days.len() > context.most_days {
        let beyond = read.days.iter().map(|day| day.line).nth(context.most_days);
        read.too_many = read.too_many.or(beyond);
        read.days.truncate(context.most_days);
    }
    let (days, mut notes) = one_of_each(std::mem::take(&mut read.days));
    read.days = days;
    read.notes.append(&mut notes);
    read.notes.sort_by_key(|note| note.line);
    read
}

/// A name cut to what a notification can have, and a note where that cuts it.
fn fitting(mut name: String, line: usize) -> (String, Option<Note>) {
    let Some((end, _)) = name.char_indices().nth(LONGEST_NAME) else { return (name, None) };
    name.truncate(end);
    name.push('…');
    let message = format!("`{}` is cut after {LONGEST_NAME} characters", line::shortened(&name));
    (name, Some(Note::detail(line, message)))
}

/// The days in the order of their ids, each once: the newest version of each, and the parts of a day of ours together.
///
/// The same day twice is no loss; two that differ in one version are.
pub fn one_of_each(days: Vec<Imported>) -> (Vec<Imported>, Vec<Note>) {
    let (mut kept, mut notes) = (BTreeMap::<String, Imported>::new(), Vec::new());
    for mut day in days {
        let Some(first) = kept.get_mut(&day.id) else {
            kept.insert(day.id.clone(), day);
            continue;
        };
        if first.own.is_some() && day.own.is_some() {
            own::merge(first, day);
            continue;
        }
        let is_same = *first == Imported { line: first.line, revision: first.revision, ..day.clone() };
        if is_same {
            first.revision = first.revision.max(day.revision);
            continue;
        }
        let is_version = day.revision != first.revision;
        if day.revision > first.revision {
            std::mem::swap(first, &mut day);
        }
        if !is_version {
            let message =
                format!("`{}` has the UID of `{}` before it; the first counts", day.name, first.name);
            notes.push(Note::left_out(day.line, message));
        }
    }
    (kept.into_values().collect(), notes)
}

/// The same days, of which none has more rules than a file of days may give it: one that has is parted.
pub fn in_parts(days: Vec<Imported>) -> Vec<Imported> {
    let parts = |day: Imported| {
        let parts: Vec<Vec<String>> = day.rules.chunks(MOST_ENTRIES).map(<[String]>::to_vec).collect();
        let id =
            |number: usize| if number == 0 { day.id.clone() } else { format!("{}-p{}", day.id, number + 1) };
        let ids: Vec<String> = (0..parts.len()).map(id).collect();
        ids.into_iter().zip(parts).map(move |(id, rules)| Imported { id, rules, ..day.clone() })
    };
    days.into_iter().flat_map(parts).collect()
}

/// The id of a day from its UID: that of a day of ours, else one made of the UID alone, so that it never changes.
fn id_of(uid: &str) -> String {
    let ours = own::OwnUid::read(uid).map(|own| own.day);
    ours.unwrap_or_else(|| format!("cal-{:016x}", fingerprint(uid.trim())))
}

fn is_id(id: &str) -> bool {
    let is_plain =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    id.len() <= 64 && id.split('-').all(is_plain)
}

/// FNV-1a of 64 bits: the same on every machine and in every version.
///
/// ```
/// assert_eq!(remembrance::ical::fingerprint("a"), 0xaf63_dc4c_8601_ec8c);
/// ```
pub fn fingerprint(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests;
