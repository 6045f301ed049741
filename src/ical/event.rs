//! VEVENTs as days: an event of whole days is a day, one at a time of day is a day with a moment.

use super::alarm::{Alarms, alarms};
use super::line::{Component, ContentLine, shortened};
use super::recurrence::{Recurring, kept};
use super::when::{Stamp, duration, stamps};
use super::{ImportContext, Imported, Note, ReadCalendar, Timed, id_of};
use crate::text::one_line;
use crate::zone::Zone;
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use std::collections::BTreeMap;

/// Properties that say nothing of a day that a person would miss: how programs keep house among themselves.
const HOUSEKEEPING: [&str; 17] = [
    "UID",
    "DTSTAMP",
    "CREATED",
    "LAST-MODIFIED",
    "SEQUENCE",
    "TRANSP",
    "STATUS",
    "CLASS",
    "PRIORITY",
    "DTSTART",
    "SUMMARY",
    "RRULE",
    "RDATE",
    "EXDATE",
    "RECURRENCE-ID",
    "COLOR",
    "CATEGORIES",
];

/// Properties that are carried.
const CARRIED: [&str; 4] = ["DTEND", "DURATION", "DESCRIPTION", "URL"];

/// The longest text that is carried, in bytes.
const LONGEST_TEXT: usize = 64 * 1024;

/// How an event announces itself where it has no alarm.
const AHEAD: TimeDelta = TimeDelta::minutes(5);

/// Reads the events of a calendar.
pub(super) fn calendar(calendar: &Component, world: &ImportContext<'_>, read: &mut ReadCalendar) {
    let uid =
        |event: &Component| event.line("UID").map(|line| line.text().trim().to_owned()).unwrap_or_default();
    // What was changed of one date stands apart, under the UID of the whole.
    let is_event = |inner: &&Component| inner.name == "VEVENT";
    let (changes, events): (Vec<&Component>, Vec<&Component>) =
        calendar.inner.iter().filter(is_event).partition(|event| event.line("RECURRENCE-ID").is_some());
    let mut apart: BTreeMap<String, Vec<&Component>> = BTreeMap::new();
    for change in changes {
        apart.entry(uid(change)).or_default().push(change);
    }
    let mut not_carried: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for event in events {
        let changes = apart.remove(&uid(event)).unwrap_or_default();
        match day(event, &changes, world, &mut read.notes) {
            Ok(Some(day)) => read.days.push(day),
            Ok(None) => {}
            Err(note) => read.notes.push(note),
        }
        for line in event.lines.iter().filter(|line| !is_known(&line.name) && !line.value.trim().is_empty()) {
            let (_, count) = not_carried.entry(line.name.clone()).or_insert((line.number, 0));
            *count += 1;
        }
    }
    for change in apart.into_values().flatten() {
        // Only the change is there: an invitation to one date.
        match day(change, &[], world, &mut read.notes) {
            Ok(day) => read.days.extend(day),
            Err(note) => read.notes.push(note),
        }
    }
    for (name, (line, count)) in not_carried {
        let more = if count > 1 { format!(" ({count} times)") } else { String::new() };
        read.notes.push(Note::detail(line, format!("`{}` is not carried{more}", shortened(&name))));
    }
    for other in calendar.inner.iter().filter(|inner| !["VEVENT", "VTIMEZONE"].contains(&inner.name.as_str()))
    {
        let message = format!("`{}` is not an event", shortened(&other.name));
        read.notes.push(Note::left_out(other.number, message));
    }
}

fn is_known(name: &str) -> bool {
    HOUSEKEEPING.contains(&name)
        || CARRIED.contains(&name)
        || (name.starts_with("X-") && !name.contains("LOCATION"))
}

/// The day of an event; `None` where it was called off.
fn day(
    event: &Component,
    changes: &[&Component],
    world: &ImportContext<'_>,
    notes: &mut Vec<Note>,
) -> Result<Option<Imported>, Note> {
    let summary = event.line("SUMMARY");
    let name = summary.map(|line| one_line(&line.text())).unwrap_or_default();
    let lost = |line: usize, message: String| {
        Note::left_out(line, format!("`{}` is left out: {message}", shortened(&name)))
    };
    if is_cancelled(event) {
        return Err(lost(event.number, "it was cancelled".to_owned()));
    }
    if name.is_empty() {
        return Err(Note::left_out(event.number, "an event without a `SUMMARY` is left out"));
    }
    let Some(begin) = event.line("DTSTART") else {
        return Err(lost(event.number, "it has no `DTSTART`".to_owned()));
    };
    let known = |zone: &str| world.knows(zone);
    let Some(start) = stamps(begin, &known).0.into_iter().next() else {
        return Err(lost(begin.number, format!("`{}` is not a date", shortened(&begin.value))));
    };
    tell_zone(begin, &start, notes);

    let (more, except) = added_and_left_out(event, changes, &start, &name, world, notes);
    let rules: Vec<&ContentLine> = event.all("RRULE").collect();
    if rules.len() > 1 {
        return Err(lost(
            rules.get(1).map_or(event.number, |line| line.number),
            "it has more than one `RRULE`".to_owned(),
        ));
    }
    if let Some(line) = event.line("EXRULE") {
        return Err(lost(line.number, "`EXRULE` is not understood".to_owned()));
    }
    let zone = start.zone.as_ref().and_then(|zone| (world.zones)(zone).ok());
    let civil = |date: NaiveDate, time: NaiveTime| civil(zone.as_ref(), date, time);
    // Of an event without a rule, RDATE adds to its start.
    let recurring = Recurring {
        start: start.date,
        time: start.time,
        rule: rules.first().map(|line| line.value.as_str()),
        more,
        except,
        civil: &civil,
    };
    let place = rules.first().map_or(begin.number, |line| line.number);
    let found = kept(&recurring).map_err(|message| lost(place, message))?;
    tell_length(event, &start, notes);
    let Alarms { remind, ahead } = alarms(event, start.time, notes);
    let moment = start.time.map(|at| Timed {
        at: whole_minutes(at),
        zone: start.zone.clone(),
        ahead: ahead.unwrap_or(AHEAD),
    });
    let uid = event.line("UID").map(super::line::ContentLine::text).filter(|uid| !uid.trim().is_empty());
    let uid = uid.unwrap_or_else(|| format!("{name} {}", begin.value));
    Ok(Some(Imported {
        id: id_of(&uid),
        rules: found.rules,
        since: found.since,
        until: found.until,
        event: event.line("X-REMEMBRANCE-EVENT").and_then(|line| line.value.parse().ok()),
        remind,
        moment,
        link: link(event, notes),
        text: text(event, &name, notes),
        line: event.number,
        name,
    }))
}

fn is_cancelled(event: &Component) -> bool {
    event.line("STATUS").is_some_and(|status| status.value.trim().eq_ignore_ascii_case("CANCELLED"))
}

/// The dates that RDATE and changes of one date add, and those that EXDATE and the changes leave out.
fn added_and_left_out(
    event: &Component,
    changes: &[&Component],
    start: &Stamp,
    name: &str,
    world: &ImportContext<'_>,
    notes: &mut Vec<Note>,
) -> (Vec<NaiveDate>, Vec<NaiveDate>) {
    let known = |zone: &str| world.knows(zone);
    let (mut more, mut except) = (Vec::new(), Vec::new());
    for (property, dates) in [("RDATE", &mut more), ("EXDATE", &mut except)] {
        for line in event.all(property) {
            let (found, wrong) = stamps(line, &known);
            dates.extend(found.iter().map(|stamp| on_the_wall(stamp, start, world)));
            for value in wrong {
                notes.push(Note::detail(
                    line.number,
                    format!("`{property}` has `{}`, which is not a date", shortened(&value)),
                ));
            }
        }
    }
    for change in changes {
        let moved = change.line("RECURRENCE-ID").map(|line| (line, stamps(line, &known).0));
        let Some((line, [from])) = moved.as_ref().map(|(line, stamps)| (line, stamps.as_slice())) else {
            continue;
        };
        if line.parameter("RANGE").is_some() {
            notes.push(Note::detail(
                line.number,
                "a change of all dates from one on is carried for that one only",
            ));
        }
        let to = change.line("DTSTART").and_then(|line| stamps(line, &known).0.into_iter().next());
        let (from, to) = (on_the_wall(from, start, world), to.map(|to| on_the_wall(&to, start, world)));
        if is_cancelled(change) {
            except.push(from);
        } else if to.is_some_and(|to| to != from) {
            except.push(from);
            more.extend(to);
        }
        if change.line("SUMMARY").is_some_and(|line| one_line(&line.text()) != name) {
            notes.push(Note::detail(change.number, "that one date has another name is not carried"));
        }
    }
    (more, except)
}

/// The date of a stamp on the clock of the event that it belongs to.
fn on_the_wall(stamp: &Stamp, start: &Stamp, world: &ImportContext<'_>) -> NaiveDate {
    let (Some(time), Some("UTC"), Some(zone)) = (stamp.time, stamp.zone.as_deref(), &start.zone) else {
        return stamp.date;
    };
    civil((world.zones)(zone).ok().as_ref(), stamp.date, time).0
}

/// What an instant in UTC shows on the clock of a zone.
fn civil(zone: Option<&Zone>, date: NaiveDate, time: NaiveTime) -> (NaiveDate, NaiveTime) {
    let shown = zone.map_or(date.and_time(time), |zone| zone.civil(date.and_time(time).and_utc()));
    (shown.date(), shown.time())
}

fn whole_minutes(at: NaiveTime) -> NaiveTime {
    use chrono::Timelike;
    at.with_second(0).unwrap_or(at)
}

fn tell_zone(begin: &ContentLine, start: &Stamp, notes: &mut Vec<Note>) {
    if let (Some(name), Some(_), None) = (begin.parameter("TZID"), start.time, &start.zone) {
        let message = format!(
            "the time zone `{}` is not known here: its time is taken as that of any place",
            shortened(name)
        );
        notes.push(Note::detail(begin.number, message));
    }
}

/// Tells of an event that lasts more than its day.
fn tell_length(event: &Component, start: &Stamp, notes: &mut Vec<Note>) {
    let end =
        event.line("DTEND").and_then(|line| Some((line.number, stamps(line, &|_| None).0.first()?.date)));
    let days = match (end, event.line("DURATION")) {
        (Some((line, end)), _) => {
            Some((line, (end - start.date).num_days() - i64::from(start.time.is_none())))
        }
        (None, Some(line)) => {
            duration(&line.value).map(|length| (line.number, (length - TimeDelta::seconds(1)).num_days()))
        }
        (None, None) => None,
    };
    if let Some((line, days)) = days.filter(|(_, days)| *days > 0 && start.time.is_none()) {
        notes.push(Note::detail(line, format!("it lasts {} days: the first is kept", days + 1)));
    }
}

fn link(event: &Component, notes: &mut Vec<Note>) -> Option<String> {
    let line = event.line("URL")?;
    let address = line.value.trim().to_owned();
    let is_link =
        ["http://", "https://"].iter().any(|scheme| address.to_ascii_lowercase().starts_with(scheme));
    if is_link
        && !address.contains(|c: char| c.is_control() || c.is_whitespace() || crate::text::is_left_out(c))
    {
        return Some(address);
    }
    notes.push(Note::detail(
        line.number,
        format!("the link `{}` is not carried: only `https://` and `http://` are", shortened(&address)),
    ));
    None
}

/// The description, where it says more than the name.
fn text(event: &Component, name: &str, notes: &mut Vec<Note>) -> Option<String> {
    let line = event.line("DESCRIPTION")?;
    let text = line.text();
    let clean: String =
        text.replace("\r\n", "\n").chars().filter(|c| !crate::text::is_left_out(*c)).collect();
    let clean = clean.trim();
    if clean.is_empty() || one_line(clean) == name {
        return None;
    }
    if clean.len() > LONGEST_TEXT {
        notes.push(Note::detail(line.number, "the description is too long to be carried"));
        return None;
    }
    Some(clean.to_owned())
}
