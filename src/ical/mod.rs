//! Calendars in and out: days as iCalendar (RFC 5545, RFC 7986), and days from iCalendar, vCard and calendar(1). Pure.
//!
//! - `line`: content lines and the tree of components; [`text_of`]: encodings; `when`: dates and durations; `zones`: names
//! - `event`, `recurrence`, `alarm`: a VEVENT as a day; `vcard`: birthdays and days of death; `bsd`: files of calendar(1)
//! - `table`: days as the TOML of `days.d`; `shape`: the RRULE that a day has, if it has one; `write`: days as VEVENTs
//!
//! Nothing here waits, loops without bound or fails as a whole: each file gives the days that are sound in it, and
//! [`Note`]s, by line, of what could not be carried.

mod alarm;
mod bsd;
mod event;
mod line;
mod recurrence;
mod shape;
mod table;
mod text;
mod vcard;
mod when;
mod write;
mod zones;

pub use shape::recurrence_of;
pub use table::{TableOrigin, body_of, table};
pub use text::text_of;
pub use write::{Export, Item, PRODUCT, calendar_of, same_but_stamp};

use crate::config::Zones;
use crate::day::Offset;
use crate::rule::EventDate;
use crate::words::Words;
use chrono::{NaiveTime, TimeDelta};
use std::collections::BTreeMap;

/// The most days that one import gives; a calendar of every day of a long life has as many.
pub const MOST_DAYS: usize = 20_000;

/// Something in a file that could not be carried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The line of the file, from 1.
    pub line: usize,
    /// What it is, and why.
    pub message: String,
    /// Whether a whole day is left out, rather than something said of it.
    pub is_loss: bool,
}

impl Note {
    fn left_out(line: usize, message: impl Into<String>) -> Self {
        Self { line, message: message.into(), is_loss: true }
    }

    fn detail(line: usize, message: impl Into<String>) -> Self {
        Self { line, message: message.into(), is_loss: false }
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
    /// When it is spoken of; `None` is as any day.
    pub remind: Option<Vec<Offset>>,
    /// The time of day of an event that has one.
    pub moment: Option<Timed>,
    /// A page about it.
    pub link: Option<String>,
    /// What is said of it.
    pub text: Option<String>,
    /// The line of the file that it begins on.
    pub line: usize,
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
}

/// What a reader of calendars has to know of the world.
pub struct ImportContext<'w> {
    /// Finds zones by their names.
    pub zones: &'w Zones<'w>,
    /// How days are named that have only a person's name.
    pub words: &'w Words,
}

impl ImportContext<'_> {
    fn knows(&self, zone: &str) -> Option<String> {
        (self.zones)(zone).is_ok().then(|| zone.to_owned())
    }
}

/// Reads a text of any kind that is known: iCalendar and vCard say what they are, anything else is of calendar(1).
///
/// ```
/// use remembrance::{ical::{ImportContext, read}, words::Words};
/// let world = ImportContext { zones: &|name| Err(format!("no zone `{name}` here")), words: &Words::choose(&[]) };
/// let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1@example.org\nSUMMARY:Ana\n\
///             DTSTART;VALUE=DATE:20190312\nRRULE:FREQ=YEARLY\nEND:VEVENT\nEND:VCALENDAR\n";
/// let ana = &read(text, &world).days[0];
/// assert_eq!((ana.name.as_str(), ana.rules[0].as_str(), ana.since), ("Ana", "March 12", Some(2019)));
/// // An odd case: what recurs each second is no day, and that is told.
/// let bomb = read(&text.replace("YEARLY", "SECONDLY"), &world);
/// assert_eq!((bomb.days.len(), bomb.notes[0].line), (0, 6));
/// ```
pub fn read(text: &str, world: &ImportContext<'_>) -> ReadCalendar {
    let first =
        text.lines().map(|line| line.trim_start_matches('\u{feff}').trim()).find(|line| !line.is_empty());
    let is_tree =
        first.is_some_and(|line| line.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:")));
    let mut read = if is_tree { read_tree(text, world) } else { bsd::read(text) };
    if read.days.len() > MOST_DAYS {
        let from = read.days.iter().map(|day| day.line).nth(MOST_DAYS).unwrap_or_default();
        read.days.truncate(MOST_DAYS);
        read.notes.push(Note::left_out(from, format!("more than {MOST_DAYS} days; the rest is left out")));
    }
    let (days, mut notes) = one_of_each(std::mem::take(&mut read.days));
    read.days = days;
    read.notes.append(&mut notes);
    read.notes.sort_by_key(|note| note.line);
    read
}

fn read_tree(text: &str, world: &ImportContext<'_>) -> ReadCalendar {
    let tree = line::tree(text);
    let mut read =
        ReadCalendar { notes: tree.notes, is_cut_off: tree.cut_off.is_some(), ..ReadCalendar::default() };
    for top in &tree.tops {
        match top.name.as_str() {
            "VCALENDAR" => event::calendar(top, world, &mut read),
            "VCARD" => vcard::card(top, world, &mut read),
            other => {
                let message = format!("`{}` is neither a calendar nor a card", line::shortened(other));
                read.notes.push(Note::left_out(top.number, message));
            }
        }
    }
    read
}

/// The days in the order of their ids, each once: the same day twice is no loss, two with one UID are.
pub fn one_of_each(days: Vec<Imported>) -> (Vec<Imported>, Vec<Note>) {
    let (mut kept, mut notes) = (BTreeMap::<String, Imported>::new(), Vec::new());
    for day in days {
        match kept.get(&day.id) {
            None => {
                kept.insert(day.id.clone(), day);
            }
            Some(first) if Imported { line: first.line, ..day.clone() } == *first => {}
            Some(first) => {
                let message =
                    format!("`{}` has the UID of `{}` before it; the first counts", day.name, first.name);
                notes.push(Note::left_out(day.line, message));
            }
        }
    }
    (kept.into_values().collect(), notes)
}

/// The id of a day from its UID: that of a day of ours, else one made of the UID alone, so that it never changes.
fn id_of(uid: &str) -> String {
    let ours = uid.trim().strip_suffix(write::DOMAIN).filter(|id| is_id(id));
    ours.map_or_else(|| format!("cal-{:016x}", fingerprint(uid.trim())), str::to_owned)
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
