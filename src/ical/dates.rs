//! The dates of an event: which clock they are read by, and what changes some of them.

use super::Note;
use super::event::{EventReader, is_cancelled, revision};
use super::line::{Component, shortened};
use super::notes::Notes;
use super::parted::{Break, Then};
use super::recurrence::{Recurring, kept};
use super::when::{Stamp, WallClock, first_stamp, stamps};
use crate::rule::{Rule, dates_of};
use crate::text::one_line;
use crate::zone::Zone;
use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta};

/// The clock by which an event recurs, and its first date on it.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    pub(super) date: NaiveDate,
    /// The time of day; `None` is whole days.
    pub(super) time: Option<NaiveTime>,
    pub(super) clock: WallClock,
    /// How many days later the dates are on the clock that the person sees.
    pub(super) shift: i64,
    /// The zone in which whole days begin at midnight, where one is known.
    pub(super) shown: Option<Zone>,
}

impl Frame {
    /// The date of a stamp on the clock of this event; `is_one` is whether a date is one of its own.
    fn date_of(
        &self,
        stamp: &Stamp,
        reader: &EventReader<'_>,
        is_one: &dyn Fn(NaiveDate) -> bool,
    ) -> NaiveDate {
        let local = reader.context.local;
        let Some(instant) = stamp.instant(local) else {
            // A date without a time is one of those that are seen.
            return stamp.date - TimeDelta::days(self.shift);
        };
        if self.time.is_some() || self.shift != 0 {
            return self.clock.civil(instant, local).date();
        }
        if stamp.clock == self.clock {
            return stamp.date;
        }
        // An instant for a whole day: midnight of the calendar's zone, of the machine's, or of UTC.
        let zones = self.shown.iter().chain(reader.calendar_zone).chain([local]);
        let mut dates: Vec<NaiveDate> = zones.map(|zone| zone.civil(instant).date()).collect();
        dates.push(stamp.date);
        dates.iter().copied().find(|date| is_one(*date)).or(dates.first().copied()).unwrap_or(stamp.date)
    }
}

/// What RDATE, EXDATE and changes of single dates do to a series, on its own clock.
pub(super) struct Changes {
    pub(super) more: Vec<NaiveDate>,
    pub(super) moved: Vec<NaiveDate>,
    pub(super) except: Vec<NaiveDate>,
    pub(super) breaks: Vec<Break>,
}

impl Changes {
    pub(super) fn read(
        event: &Component,
        changes: &[&Component],
        frame: &Frame,
        series: &Recurring<'_>,
        reader: &EventReader<'_>,
        name: &str,
        notes: &mut Notes,
    ) -> Self {
        let has_any = !changes.is_empty() || event.line("EXDATE").is_some();
        let whole = if has_any { series_rules(series) } else { Vec::new() };
        let is_one = |date: NaiveDate| {
            let years = date.year()..=date.year();
            date == series.start
                || (1..=9999).contains(&date.year())
                    && dates_of(&whole, years).is_ok_and(|dates| dates.contains(&date))
        };
        let mut read = Self { more: Vec::new(), moved: Vec::new(), except: Vec::new(), breaks: Vec::new() };
        for (property, dates) in [("RDATE", &mut read.more), ("EXDATE", &mut read.except)] {
            for line in event.all(property) {
                let (found, wrong) = stamps(line, reader.zones);
                dates.extend(found.iter().map(|stamp| frame.date_of(stamp, reader, &is_one)));
                for value in wrong.iter().filter(|value| !value.trim().is_empty()) {
                    let value = shortened(value);
                    let message = format!("`{property}` has `{value}`, which is not a date");
                    notes.push(Note::detail(line.number, message));
                }
            }
        }
        for change in changes {
            // An exception of the newer series takes the place of an older change of that date.
            if revision(change) < revision(event)
                && let Some(from) =
                    change.line("RECURRENCE-ID").and_then(|line| first_stamp(line, reader.zones))
                && read.except.contains(&frame.date_of(&from, reader, &is_one))
            {
                continue;
            }
            read.change(change, frame, reader, &is_one, name, notes);
        }
        read.breaks.sort_by_key(|one| one.from);
        read
    }

    fn change(
        &mut self,
        change: &Component,
        frame: &Frame,
        reader: &EventReader<'_>,
        is_one: &dyn Fn(NaiveDate) -> bool,
        name: &str,
        notes: &mut Notes,
    ) {
        let Some(line) = change.line("RECURRENCE-ID") else { return };
        let Some(from) = first_stamp(line, reader.zones) else {
            let message = format!("`{}` is not a date: its change is left out", shortened(&line.value));
            notes.push(Note::left_out(line.number, message));
            return;
        };
        let from = frame.date_of(&from, reader, is_one);
        let begin = change.line("DTSTART").and_then(|line| first_stamp(line, reader.zones));
        let to = begin.as_ref().map(|to| frame.date_of(to, reader, &|_| false));
        let is_range =
            line.parameter("RANGE").is_some_and(|range| range.eq_ignore_ascii_case("THISANDFUTURE"));
        if is_range {
            let then = if is_cancelled(change) {
                Then::Nothing
            } else if let (Some(rule), Some(start)) = (change.line("RRULE"), to) {
                let civil = |date: NaiveDate, time: NaiveTime| {
                    let civil = frame.clock.civil(date.and_time(time).and_utc(), reader.context.local);
                    (civil.date(), civil.time())
                };
                let rest = Recurring {
                    start,
                    time: frame.time,
                    rules: vec![rule.value.as_str()],
                    more: Vec::new(),
                    moved: Vec::new(),
                    except: self.except.clone(),
                    breaks: Vec::new(),
                    is_birthday: false,
                    is_part: true,
                    civil: &civil,
                };
                match kept(&rest) {
                    Ok(rest) => Then::Instead(rest.rules),
                    Err(_) => Then::Shifted((start - from).num_days()),
                }
            } else {
                Then::Shifted(to.map_or(0, |to| (to - from).num_days()))
            };
            self.breaks.push(Break { from, then });
        } else if is_cancelled(change) {
            self.except.push(from);
        } else if let Some(to) = to.filter(|to| *to != from) {
            self.except.push(from);
            self.moved.push(to);
        }
        if let (Some(begin), Some(time)) = (&begin, frame.time)
            && begin
                .instant(reader.context.local)
                .map(|at| frame.clock.civil(at, reader.context.local).time())
                != Some(time)
            && !is_cancelled(change)
        {
            notes.push(Note::detail(change.number, "that one date has another time is not carried"));
        }
        if change.line("SUMMARY").is_some_and(|line| one_line(&line.text()) != name) {
            notes.push(Note::detail(change.number, "that one date has another name is not carried"));
        }
    }
}

/// The rules of a series without its changes.
fn series_rules(series: &Recurring<'_>) -> Vec<Rule> {
    let kept = kept(series).map(|kept| kept.rules).unwrap_or_default();
    kept.iter().filter_map(|rule| rule.parse().ok()).collect()
}
