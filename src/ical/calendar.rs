//! The events of a file: one day for all that has one UID.
//!
//! A file is read twice. The first time it is counted: where each event begins, what its UID is, which version it is. The
//! second time each day is made of the events that belong to it. So the newest version counts wherever it stands, a
//! change of one date finds its series, and a file of a hundred thousand events costs some bytes for each.

use super::event::{EventReader, revision, want};
use super::line::{Component, Unfold, shortened};
use super::notes::Notes;
use super::own::OwnUid;
use super::stream::{Piece, Stream};
use super::zones::ZoneFinder;
use super::{ImportContext, Imported, Note, ReadCalendar, Revision, fingerprint, vcard};
use crate::zone::Zone;
use std::collections::BTreeMap;

/// An event, as the first reading knows it: small, since a file may have hundreds of thousands.
#[derive(Debug, Clone, Copy)]
struct Entry {
    /// The fingerprint of what belongs to one day.
    uid: u64,
    /// Where it begins, in bytes and in lines.
    offset: u32,
    number: u32,
    /// The zone of its calendar, by its place among those of the file; [`NO_ZONE`] where it has none.
    zone: u16,
    sequence: u32,
    /// The fingerprint of the date that it changes, or 0 where it is a series.
    changes: u64,
    modified: i64,
}

impl Entry {
    fn line(&self) -> usize {
        usize::try_from(self.number).unwrap_or(usize::MAX)
    }

    fn is_change(&self) -> bool {
        self.changes != 0
    }

    fn revision(&self) -> Revision {
        Revision { sequence: self.sequence, modified: self.modified }
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The zone of a calendar that names none.
const NO_ZONE: u16 = u16::MAX;

/// The most zones that the calendars of one file have, each by its name; finding one takes time.
const MOST_ZONES: usize = 200;

/// The most kinds of components and of properties that are counted by their names.
const MOST_KINDS: usize = 100;

/// What the first reading finds.
#[derive(Default)]
struct Survey {
    entries: Vec<Entry>,
    /// The first entry of the calendar that is being read.
    first: usize,
    /// The names of the zones of calendars that have events, and the line that has each first.
    zones: Vec<(String, usize)>,
    not_carried: BTreeMap<String, (usize, usize)>,
    /// Components that are no events: the first line of each kind, and how many there are.
    others: BTreeMap<String, (usize, usize)>,
}

impl Survey {
    fn inside(
        &mut self,
        component: &Component,
        offset: usize,
        zones: &mut ZoneFinder<'_>,
        notes: &mut Notes,
    ) {
        match component.name.as_str() {
            "VEVENT" => self.event(component, offset, notes),
            "VTIMEZONE" => zones.describe(component),
            other => {
                let name = shortened(other);
                let is_kind = self.others.len() < MOST_KINDS || self.others.contains_key(&name);
                let name = if is_kind { name } else { "…".to_owned() };
                let (_, count) = self.others.entry(name).or_insert((component.number, 0));
                *count += 1;
            }
        }
    }

    fn event(&mut self, event: &Component, offset: usize, notes: &mut Notes) {
        for (name, line, count) in &event.not_carried {
            if self.not_carried.len() < MOST_KINDS || self.not_carried.contains_key(name) {
                self.not_carried.entry(name.clone()).or_insert((*line, 0)).1 += count;
            }
        }
        let of_date = event.line("RECURRENCE-ID");
        if of_date.is_none() && event.line("SUMMARY").is_none_or(|line| line.value.trim().is_empty()) {
            notes.push(Note::left_out(event.number, "an event without a `SUMMARY` is left out"));
            return;
        }
        let uid = event.line("UID").map(|line| line.text().trim().to_owned()).unwrap_or_default();
        let own = OwnUid::read(&uid);
        let uid = match (&own, uid.is_empty()) {
            (Some(own), _) => fingerprint(&own.day),
            // Without a UID it belongs to nothing else.
            (None, true) => fingerprint(&format!("\n{}", event.number)),
            (None, false) => fingerprint(&uid),
        };
        let changes = match (&own, of_date) {
            // Each event of ours is one of its own.
            (Some(_), _) => fingerprint(&event.number.to_string()),
            (None, Some(line)) => fingerprint(line.value.trim()),
            (None, None) => 0,
        };
        let Revision { sequence, modified } = revision(event);
        let (offset, number, zone) = (small(offset), small(event.number), NO_ZONE);
        self.entries.push(Entry { uid, offset, number, zone, sequence, changes, modified });
    }

    /// Ends a calendar: its events are in its zone.
    fn calendar(&mut self, calendar: &Component) {
        let first = std::mem::replace(&mut self.first, self.entries.len());
        let entries = self.entries.get_mut(first..).unwrap_or_default();
        let Some(line) = calendar.line("X-WR-TIMEZONE").filter(|_| !entries.is_empty()) else { return };
        let name = line.value.trim();
        let place = self.zones.iter().position(|(known, _)| known == name).or_else(|| {
            let is_room = self.zones.len() < MOST_ZONES;
            is_room.then(|| self.zones.push((name.to_owned(), line.number))).map(|()| self.zones.len() - 1)
        });
        let zone = place.and_then(|place| u16::try_from(place).ok()).unwrap_or(NO_ZONE);
        entries.iter_mut().for_each(|entry| entry.zone = zone);
    }
}

/// Reads a file of calendars and cards.
pub(super) fn read(text: &str, context: &ImportContext<'_>) -> ReadCalendar {
    let (mut notes, mut days) = (Notes::default(), Vec::new());
    let (mut survey, mut zones) = (Survey::default(), ZoneFinder::new(context));
    let mut of_others = Notes::default();
    let mut of_events = Notes::default();
    let mut stream = Stream::new(text, want, &mut notes);
    while let Some(piece) = stream.next() {
        (context.progress)(stream.offset(), 2 * text.len());
        match piece {
            Piece::Inside(component, offset) => survey.inside(&component, offset, &mut zones, &mut of_events),
            Piece::Top(top) if top.name == "VCALENDAR" => survey.calendar(&top),
            Piece::Top(top) if top.name == "VCARD" => vcard::card(&top, context, &mut days, &mut of_others),
            Piece::Top(top) => of_others.push(Note::left_out(
                top.number,
                format!("`{}` is neither a calendar nor a card", shortened(&top.name)),
            )),
        }
        if days.len() > context.most_days {
            break;
        }
    }
    let is_cut_off = stream.cut_off.is_some();
    of_events.finish().into_iter().chain(of_others.finish()).for_each(|note| notes.push(note));
    let reader = Reader { text, context, zones: &zones, survey };
    let too_many = reader.days(&mut days, &mut notes);
    ReadCalendar { days, notes: notes.finish(), is_cut_off, too_many, ..ReadCalendar::default() }
}

/// The second reading.
struct Reader<'r> {
    text: &'r str,
    context: &'r ImportContext<'r>,
    zones: &'r ZoneFinder<'r>,
    survey: Survey,
}

impl Reader<'_> {
    /// The days of all events; the line of the first that is too many, where there is one.
    fn days(mut self, days: &mut Vec<Imported>, notes: &mut Notes) -> Option<usize> {
        for (name, (line, count)) in std::mem::take(&mut self.survey.not_carried) {
            notes.push(Note::detail(line, format!("`{}` is not carried{}", shortened(&name), times(count))));
        }
        for (name, (line, count)) in std::mem::take(&mut self.survey.others) {
            let message = format!("`{name}` is not an event{}", times(count));
            notes.push(Note { count, ..Note::left_out(line, message) });
        }
        let mut entries = std::mem::take(&mut self.survey.entries);
        // Of the events of one day the first in the file comes first.
        entries.sort_unstable_by_key(|entry| (entry.uid, entry.number));
        let mut groups: Vec<&[Entry]> = entries.chunk_by(|one, other| one.uid == other.uid).collect();
        groups.sort_unstable_by_key(|group| group.first().map(|entry| entry.number));
        let mut zone_of = |(name, line): &(String, usize)| {
            let zone = self.zones.zone(name);
            if zone.is_none() && !name.is_empty() {
                let message =
                    format!("the time zone `{}` of the calendar is not known here", shortened(name));
                notes.push(Note::detail(*line, message));
            }
            zone
        };
        let zones: Vec<Option<Zone>> = self.survey.zones.iter().map(&mut zone_of).collect();
        let lines = Unfold::new(self.text);
        let mut rules: usize = days.iter().map(|day| day.rules.len()).sum();
        for (index, group) in groups.iter().enumerate() {
            (self.context.progress)(groups.len() + index, 2 * groups.len());
            tell_doubles(group, &lines, notes);
            let (chosen, beyond) = newest(group);
            let events: Vec<Component> = chosen.iter().filter_map(|entry| component(&lines, entry)).collect();
            if let Some(first) = beyond {
                let message = format!("more than {MOST_CHANGES} changes of one event: the rest is left out");
                notes.push(Note::left_out(first, message));
            }
            let zone = group.first().and_then(|entry| zones.get(usize::from(entry.zone))?.as_ref());
            let reader = EventReader { context: self.context, zones: self.zones, calendar_zone: zone };
            let read = reader.days(&events, notes);
            let is_past = |day: &Imported| self.context.since.is_some_and(|since| day.ends_before(since));
            let read = read.into_iter().filter(|day| !is_past(day));
            days.extend(read.inspect(|day| rules += day.rules.len()));
            if self.context.is_exceeded_by(days.len(), rules) {
                return group.first().map(Entry::line);
            }
        }
        None
    }
}

fn times(count: usize) -> String {
    if count > 1 { format!(" ({count} times)") } else { String::new() }
}

/// The most changes of single dates that one event has.
const MOST_CHANGES: usize = 2000;

/// The newest version of the series, and of each change of one of its dates: by SEQUENCE, LAST-MODIFIED, place in the file.
///
/// The series comes first. The line is that of the first change beyond the most.
fn newest(group: &[Entry]) -> (Vec<&Entry>, Option<usize>) {
    let mut newest: BTreeMap<u64, &Entry> = BTreeMap::new();
    for entry in group {
        let kept = newest.entry(entry.changes).or_insert(entry);
        if entry.revision() >= kept.revision() {
            *kept = entry;
        }
    }
    let mut newest: Vec<&Entry> = newest.into_values().collect();
    newest.sort_unstable_by_key(|entry| (entry.is_change(), entry.number));
    let beyond = newest.get(MOST_CHANGES).map(|entry| entry.line());
    newest.truncate(MOST_CHANGES);
    (newest, beyond)
}

/// Notes events that are left out for one of the same UID and version which says something else.
fn tell_doubles(group: &[Entry], lines: &Unfold<'_>, notes: &mut Notes) {
    for two in group.windows(2).filter(|two| !two[0].is_change() && !two[1].is_change()) {
        let said = |entry: &Entry| {
            let lines = component(lines, entry)?.lines.into_iter();
            Some(lines.map(|line| (line.name, line.value)).collect::<Vec<_>>())
        };
        if two[0].revision() == two[1].revision() && said(&two[0]) != said(&two[1]) {
            let message =
                format!("the event in line {} has the same UID, and the later counts", two[1].line());
            notes.push(Note::left_out(two[0].line(), message));
        }
    }
}

/// The event that begins there; what is wrong in it was noted at the first reading.
fn component(lines: &Unfold<'_>, entry: &Entry) -> Option<Component> {
    let mut known = Notes::default();
    let mut stream =
        Stream::within(lines.at(usize::try_from(entry.offset).ok()?, entry.line()), want, &mut known);
    match stream.next()? {
        Piece::Inside(component, _) => Some(component),
        Piece::Top(_) => None,
    }
}
