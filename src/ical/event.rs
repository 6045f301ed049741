//! VEVENTs as days: an event of whole days is a day, one at a time of day is a day with a moment.

use super::alarm::{AlarmBase, Alarms, SWITCHED_ON, alarms};
use super::dates::{Changes, Frame};
use super::error::DatesError;
use super::line::{Component, ContentLine, shortened};
use super::notes::Notes;
use super::own::{OwnUid, assembled};
use super::recurrence::{KeptDates, Recurring, dates_of_exception, kept};
use super::stream::Want;
use super::when::{Stamp, WallClock, duration, first_stamp};
use super::zones::ZoneFinder;
use super::{ImportContext, Imported, Note, Revision, Timed, id_of};
use crate::text::one_line;
use crate::zone::Zone;
use chrono::{NaiveDate, NaiveTime, TimeDelta, Timelike};

/// Properties that are read.
const READ: [&str; 25] = [
    "UID",
    "DTSTART",
    "DTEND",
    "DURATION",
    "SUMMARY",
    "DESCRIPTION",
    "URL",
    "STATUS",
    "SEQUENCE",
    "LAST-MODIFIED",
    "RRULE",
    "RDATE",
    "EXDATE",
    "EXRULE",
    "RECURRENCE-ID",
    "CATEGORIES",
    "X-ALT-DESC",
    "X-MICROSOFT-CDO-ALLDAYEVENT",
    "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT",
    "X-FUNAMBOL-ALLDAY",
    "X-REMEMBRANCE-EVENT",
    "X-REMEMBRANCE-NAME",
    "TRIGGER",
    "ACTION",
    "METHOD",
];

/// Properties that say nothing of a day that a person would miss: how programs keep house among themselves.
const HOUSEKEEPING: [&str; 6] = ["DTSTAMP", "CREATED", "TRANSP", "CLASS", "PRIORITY", "COLOR"];

/// The longest text that is carried, in bytes.
const LONGEST_TEXT: usize = 64 * 1024;

/// The longest link that is carried, in bytes.
const LONGEST_LINK: usize = 2000;

/// How an event announces itself where it has no alarm.
const AHEAD: TimeDelta = TimeDelta::minutes(5);

/// Marks that an event is of whole days although it has times.
const WHOLE_DAY: [&str; 3] =
    ["X-MICROSOFT-CDO-ALLDAYEVENT", "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT", "X-FUNAMBOL-ALLDAY"];

/// What is done with a property of a component.
pub(super) fn want(component: &str, name: &str) -> Want {
    match component {
        "VCALENDAR" if name == "X-WR-TIMEZONE" => Want::Keep,
        "VEVENT" if READ.contains(&name) => Want::Keep,
        "VEVENT" if HOUSEKEEPING.contains(&name) => Want::Pass,
        "VEVENT" if name.starts_with("X-") && !name.contains("LOCATION") => Want::Pass,
        "VEVENT" => Want::Count,
        "VALARM" if ["TRIGGER", "ACTION", "REPEAT", SWITCHED_ON].contains(&name) => Want::Keep,
        "VTIMEZONE" | "STANDARD" | "DAYLIGHT" if !["COMMENT", "TZURL"].contains(&name) => Want::Keep,
        "VCARD" if !["PHOTO", "LOGO", "SOUND", "KEY"].contains(&name) => Want::Keep,
        _ => Want::Pass,
    }
}

/// Which version of an event this is.
pub(super) fn revision(event: &Component) -> Revision {
    let number = |name: &str| event.line(name).and_then(|line| line.value.trim().parse().ok()).unwrap_or(0);
    let modified = event.line("LAST-MODIFIED").and_then(|line| super::when::date_time(&line.value));
    let modified =
        modified.map(|(date, time, _)| date.and_time(time.unwrap_or_default()).and_utc().timestamp());
    Revision { sequence: number("SEQUENCE"), modified: modified.unwrap_or(i64::MIN) }
}

/// Makes days of the events of one UID.
pub(super) struct EventReader<'r> {
    pub(super) context: &'r ImportContext<'r>,
    pub(super) zones: &'r ZoneFinder<'r>,
    /// The zone of the calendar, where it says one (X-WR-TIMEZONE).
    pub(super) calendar_zone: Option<&'r Zone>,
}

impl EventReader<'_> {
    /// The days of a series and its changes; the series comes first, where it is there.
    pub(super) fn days(&self, events: &[Component], notes: &mut Notes) -> Vec<Imported> {
        let Some(first) = events.first() else { return Vec::new() };
        if uid_of(first).as_deref().is_some_and(|uid| OwnUid::read(uid).is_some()) {
            let days = events.iter().flat_map(|event| self.noted(event, &[], notes));
            return assembled(days.collect::<Vec<_>>());
        }
        if first.line("RECURRENCE-ID").is_none() {
            let changes: Vec<&Component> = events.iter().skip(1).collect();
            return self.noted(first, &changes, notes);
        }
        // A series of which only single dates are there: each of them is one.
        let days: Vec<Imported> = events.iter().flat_map(|event| self.noted(event, &[], notes)).collect();
        let mut days = days.into_iter();
        let Some(mut series) = days.next() else { return Vec::new() };
        for mut day in days {
            day.rules.retain(|rule| !series.rules.contains(rule));
            series.rules.append(&mut day.rules);
            if day.name != series.name {
                let message =
                    format!("`{}` is kept as a date of `{}`", shortened(&day.name), shortened(&series.name));
                notes.push(Note::detail(day.line, message));
            }
        }
        vec![series]
    }

    fn noted(&self, event: &Component, changes: &[&Component], notes: &mut Notes) -> Vec<Imported> {
        self.parts(event, changes, notes).map_err(|note| notes.push(note)).unwrap_or_default()
    }

    /// The day of an event; more than one where its dates fall at several times here.
    fn parts(
        &self,
        event: &Component,
        changes: &[&Component],
        notes: &mut Notes,
    ) -> Result<Vec<Imported>, Note> {
        let summary = event.line("SUMMARY");
        let name = summary.map(|line| one_line(&line.text())).unwrap_or_default();
        let (name, cut) = super::fitting(name, event.number);
        cut.into_iter().for_each(|note| notes.push(note));
        let lost = |line: usize, message: &str| {
            Note::left_out(line, format!("`{}` is left out: {message}", shortened(&name)))
        };
        if is_cancelled(event) {
            return Err(lost(event.number, "it was cancelled"));
        }
        if name.is_empty() {
            return Err(Note::left_out(event.number, "an event without a `SUMMARY` is left out"));
        }
        if let Some(line) = event.too_long {
            return Err(lost(line, "it has too many lines"));
        }
        let Some(begin) = event.line("DTSTART") else {
            return Err(lost(event.number, "it has no `DTSTART`"));
        };
        let Some(start) = first_stamp(begin, self.zones) else {
            return Err(lost(begin.number, &format!("`{}` is not a date", shortened(&begin.value))));
        };
        self.tell_zone(begin, &start, notes);
        let frame = self.frame(event, &start);
        let found = self.kept(event, changes, &frame, &name, notes);
        let found = found.map_err(|(line, error)| lost(line.unwrap_or(begin.number), &error.to_string()))?;
        let uid = uid_of(event).unwrap_or_else(|| format!("{name} {}", begin.value));
        let own = OwnUid::read(&uid);
        let placed = frame.placed(found, own.is_some(), self.context);
        for remark in placed.iter().flat_map(|part| &part.kept.remarks) {
            notes.push(Note::detail(begin.number, format!("`{}`: {remark}", shortened(&name))));
        }
        self.tell_length(event, &frame, notes);
        let mut whole = Imported::new(id_of(&uid), name, Vec::new(), event.number);
        whole.event = event.line("X-REMEMBRANCE-EVENT").and_then(|line| line.value.parse().ok());
        whole.link = link(event, notes);
        whole.text = text(event, &whole.name, notes).filter(|_| self.context.with_texts);
        whole.revision = revision(event);
        let length = self.length(event, &start);
        let mut days = Vec::with_capacity(placed.len());
        for (number, part) in placed.into_iter().enumerate() {
            let base = AlarmBase {
                start: part.start,
                length,
                date: part.date,
                has_time: frame.time.is_some(),
                local: self.context.local,
            };
            // What is wrong in an alarm is told once.
            let mut again = Notes::default();
            let Alarms { remind, ahead } = alarms(event, &base, if number == 0 { notes } else { &mut again });
            let moment = part.moment.map(|(at, zone)| Timed {
                at: at.with_second(0).unwrap_or(at),
                zone,
                ahead: ahead.unwrap_or(AHEAD),
                what: None,
            });
            let id = if number == 0 { whole.id.clone() } else { format!("{}-{}", whole.id, number + 1) };
            let KeptDates { rules, since, until, .. } = part.kept;
            days.push(Imported { id, rules, since, until, remind, moment, ..whole.clone() });
        }
        if let (Some(own), [day, ..]) = (own, days.as_mut_slice()) {
            let plain = event.line("X-REMEMBRANCE-NAME").map(|line| one_line(&line.text()));
            own.mark(day, plain.filter(|name| !name.is_empty()));
        }
        Ok(days)
    }

    /// The rules of an event on its own clock; an error names its line, where it has one.
    fn kept(
        &self,
        event: &Component,
        changes: &[&Component],
        frame: &Frame,
        name: &str,
        notes: &mut Notes,
    ) -> Result<KeptDates, (Option<usize>, DatesError)> {
        let mut rules: Vec<&ContentLine> = event.all("RRULE").collect();
        if let (true, Some(line)) = (is_one_date(event), rules.first()) {
            // A change of one date is that date and no series (RFC 5545, 3.8.4.4).
            notes.push(Note::detail(line.number, "the `RRULE` of one date of a series is not carried"));
            rules.clear();
        }
        let civil = |date: NaiveDate, time: NaiveTime| {
            let civil = frame.clock.civil(date.and_time(time).and_utc(), self.context.local);
            (civil.date(), civil.time())
        };
        // Whether a date is one of the series decides between the clocks that an exception may be written by.
        let plain = Recurring {
            start: frame.date,
            time: frame.time,
            rules: rules.iter().map(|line| line.value.as_str()).collect(),
            more: Vec::new(),
            moved: Vec::new(),
            except: Vec::new(),
            breaks: Vec::new(),
            is_birthday: is_birthday(event),
            is_part: false,
            civil: &civil,
        };
        let mut changes = Changes::read(event, changes, frame, &plain, self, name, notes);
        for line in event.all("EXRULE") {
            match dates_of_exception(&line.value, &plain, self.context) {
                Ok(dates) => changes.except.extend(dates),
                Err(error) => {
                    let message = format!(
                        "`{}`: `EXRULE` is not understood, and its dates are kept: {error}",
                        shortened(name)
                    );
                    notes.push(Note::detail(line.number, message));
                }
            }
        }
        let Changes { more, moved, except, breaks } = changes;
        let recurring = Recurring { more, moved, except, breaks, ..plain };
        kept(&recurring).map_err(|error| (rules.first().map(|line| line.number), error))
    }

    /// How the dates of an event are to be read.
    fn frame(&self, event: &Component, start: &Stamp) -> Frame {
        let local = self.context.local;
        let whole = |date: NaiveDate, shift: i64| Frame {
            date,
            time: None,
            clock: start.clock.clone(),
            shift,
            shown: None,
        };
        let (Some(time), Some(instant)) = (start.time, start.instant(local)) else {
            return Frame { shown: self.calendar_zone.cloned(), ..whole(start.date, 0) };
        };
        let midnight = |zone: &Zone| Some(zone.civil(instant)).filter(|civil| civil.time() == NaiveTime::MIN);
        let is_marked = WHOLE_DAY.iter().any(|name| {
            event
                .line(name)
                .is_some_and(|line| ["TRUE", "1"].contains(&line.value.trim().to_ascii_uppercase().as_str()))
        });
        let length = self.length(event, start);
        // Midnight to midnight on the clock of the calendar is whole days, also where that clock changes in between.
        // To the last minute of a day is what some programs write for the same.
        let is_whole = |zone: &Zone| {
            let end = zone.civil(instant + length).time();
            length >= TimeDelta::hours(22)
                && (end == NaiveTime::MIN || (end.hour(), end.minute()) == (23, 59))
        };
        let shift = |date: NaiveDate| (date - start.date).num_days();
        match &start.clock {
            WallClock::Utc => {
                let clocks: Vec<Zone> = match self.calendar_zone {
                    Some(zone) => vec![zone.clone()],
                    None => vec![local.clone(), Zone::utc()],
                };
                for zone in &clocks {
                    if let Some(civil) = midnight(zone).filter(|_| is_marked || is_whole(zone)) {
                        return Frame { shown: Some(zone.clone()), ..whole(start.date, shift(civil.date())) };
                    }
                }
                if is_marked {
                    // It is midnight in a zone that is not named: the nearest midnight has the date.
                    return whole(start.date, i64::from(time.hour() >= 12));
                }
            }
            WallClock::Zone(zone) if time == NaiveTime::MIN && (is_marked || is_whole(zone)) => {
                return Frame { shown: Some(zone.clone()), ..whole(start.date, 0) };
            }
            _ if is_marked => return whole(start.date, 0),
            WallClock::Anywhere if time == NaiveTime::MIN && is_whole(local) => return whole(start.date, 0),
            _ => {}
        }
        Frame { date: start.date, time: Some(time), clock: start.clock.clone(), shift: 0, shown: None }
    }

    /// How long an event lasts, by its end or its duration.
    fn length(&self, event: &Component, start: &Stamp) -> TimeDelta {
        let local = self.context.local;
        let end = event.line("DTEND").and_then(|line| first_stamp(line, self.zones));
        if let Some(end) = end {
            return match (start.instant(local), end.instant(local)) {
                (Some(start), Some(end)) => end - start,
                _ => end.date - start.date,
            };
        }
        let length = event.line("DURATION").and_then(|line| duration(&line.value));
        length.unwrap_or_else(|| if start.time.is_none() { TimeDelta::days(1) } else { TimeDelta::zero() })
    }

    fn tell_zone(&self, begin: &ContentLine, start: &Stamp, notes: &mut Notes) {
        let (Some(name), Some(_), WallClock::Anywhere) = (begin.parameter("TZID"), start.time, &start.clock)
        else {
            return;
        };
        let zone = self.context.local.place();
        let message = format!(
            "the time zone `{}` is not known here: its time is taken as that of {zone}",
            shortened(name)
        );
        notes.push(Note::detail(begin.number, message));
    }

    /// Notes an event that lasts more than its day.
    fn tell_length(&self, event: &Component, frame: &Frame, notes: &mut Notes) {
        let line = event.line("DTEND").or_else(|| event.line("DURATION"));
        let start = Stamp { date: frame.date, time: frame.time, clock: frame.clock.clone() };
        let (Some(line), None) = (line, frame.time) else { return };
        let begin = event.line("DTSTART").and_then(|line| first_stamp(line, self.zones)).unwrap_or(start);
        let days = (self.length(event, &begin) + TimeDelta::hours(1)).num_days();
        if days > 1 {
            notes.push(Note::detail(line.number, format!("it lasts {days} days: the first is kept")));
        }
    }
}

/// The UID of an event, where it has one.
fn uid_of(event: &Component) -> Option<String> {
    event.line("UID").map(ContentLine::text).filter(|uid| !uid.trim().is_empty())
}

/// Whether an event stands for one date of a series.
fn is_one_date(event: &Component) -> bool {
    event.line("RECURRENCE-ID").is_some_and(|line| line.parameter("RANGE").is_none())
}

pub(super) fn is_cancelled(event: &Component) -> bool {
    event.line("STATUS").is_some_and(|status| status.value.trim().eq_ignore_ascii_case("CANCELLED"))
}

/// Whether an event is the birthday of a person, as address books give it to calendars.
fn is_birthday(event: &Component) -> bool {
    let categories =
        event.all("CATEGORIES").flat_map(|line| line.value.split(',').map(str::to_owned).collect::<Vec<_>>());
    categories
        .map(|one| one.trim().to_ascii_uppercase())
        .any(|one| ["BIRTHDAY", "BIRTHDAYS", "ANNIVERSARY"].contains(&one.as_str()))
}

fn link(event: &Component, notes: &mut Notes) -> Option<String> {
    let line = event.line("URL")?;
    let address = line.value.trim().to_owned();
    if address.is_empty() {
        return None;
    }
    if address.len() <= LONGEST_LINK && crate::text::is_web_address(&address) {
        return Some(address);
    }
    notes.push(Note::detail(
        line.number,
        format!(
            "the link `{}` is not carried: only `https://` and `http://` are, of {LONGEST_LINK} bytes at most",
            shortened(&address)
        ),
    ));
    None
}

/// The description, where it says more than the name.
fn text(event: &Component, name: &str, notes: &mut Notes) -> Option<String> {
    let line = event.line("DESCRIPTION").filter(|line| !line.value.trim().is_empty());
    let line = line.or_else(|| event.line("X-ALT-DESC"))?;
    let text = super::html::to_text(&line.text().replace("\r\n", "\n"));
    let clean = crate::text::clean(&text);
    let clean = clean.trim();
    if clean.is_empty() || clean.split_whitespace().eq(name.split(' ')) {
        return None;
    }
    if clean.len() > LONGEST_TEXT {
        notes.push(Note::detail(line.number, "the description is too long to be carried"));
        return None;
    }
    Some(clean.to_owned())
}
