//! The dates of an event: which clock they are read by, what changes some of them, and where they fall here.

use super::event::{EventReader, is_cancelled, revision};
use super::line::{Component, shortened};
use super::notes::Notes;
use super::recurrence::{Break, KeptDates, Recurring, Then, kept, shifted};
use super::when::{Stamp, WallClock, first_stamp, stamps};
use super::{ImportContext, Note};
use crate::rule::{Rule, dates_of};
use crate::text::one_line;
use crate::zone::Zone;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// How many dates are looked at to see where they fall here.
const SAMPLES: usize = 100;

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

/// Where the dates of an event fall here.
pub(super) struct Placed {
    pub(super) kept: KeptDates,
    /// The time of day, and the zone of the clock that shows it; `None` is wherever one is.
    pub(super) moment: Option<(NaiveTime, Option<String>)>,
    /// When it begins first, on the machine's clock.
    pub(super) start: NaiveDateTime,
    /// The date that it is kept on first.
    pub(super) date: NaiveDate,
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

    /// Moves the dates to where they fall on the machine's clock.
    ///
    /// What comes once is moved to its very date and time. What recurs is moved where all of its dates move alike; else it
    /// stays on its own clock, where its moment is right and its date may be another than here.
    pub(super) fn placed(&self, kept: KeptDates, context: &ImportContext<'_>) -> Placed {
        let local = context.local;
        let Some(time) = self.time else {
            let kept = moved(kept, self.shift);
            let date = self.date + TimeDelta::days(self.shift);
            return Placed { kept, moment: None, start: date.and_time(NaiveTime::MIN), date };
        };
        let here = |date: NaiveDate| local.civil(self.clock.instant(date.and_time(time), local));
        let start = here(self.date);
        let own_zone = match &self.clock {
            WallClock::Anywhere => None,
            WallClock::Utc => Some("UTC".to_owned()),
            WallClock::Zone(zone) => Some(zone.name().to_owned()),
        };
        let stay = |kept| Placed { kept, moment: Some((time, own_zone.clone())), start, date: self.date };
        if self.clock == WallClock::Anywhere
            || matches!(&self.clock, WallClock::Zone(zone) if zone.name() == local.name())
        {
            return stay(kept);
        }
        let samples: Vec<(i64, NaiveTime)> = samples(&kept, context.today, self.date)
            .into_iter()
            .map(|date| ((here(date).date() - date).num_days(), here(date).time()))
            .collect();
        let (shift, at) =
            samples.first().copied().unwrap_or(((start.date() - self.date).num_days(), start.time()));
        let is_alike = samples.iter().all(|sample| *sample == (shift, at));
        let recurs = kept.rules.iter().any(|rule| rule.parse::<NaiveDate>().is_err());
        // The clock of a zone is kept where the date is the same: it knows its own changes.
        if !is_alike || (recurs && shift == 0 && self.clock != WallClock::Utc) {
            return stay(kept);
        }
        let zone = (context.zones)(local.name()).is_ok().then(|| local.name().to_owned());
        let date = self.date + TimeDelta::days(shift);
        Placed { kept: moved(kept, shift), moment: Some((at, zone)), start, date }
    }
}

/// Some dates: those of the years from today on, else the first.
fn samples(kept: &KeptDates, today: NaiveDate, start: NaiveDate) -> Vec<NaiveDate> {
    let rules: Vec<Rule> = kept.rules.iter().filter_map(|rule| rule.parse().ok()).collect();
    let first = start.year().max(today.year()).clamp(1, 9990);
    let last = kept.until.unwrap_or(9999).min(first + 4);
    let mut dates = dates_of(&rules, first..=last).unwrap_or_default();
    if dates.is_empty() {
        dates = dates_of(&rules, start.year()..=(start.year() + 4).min(9999)).unwrap_or_default();
    }
    dates.truncate(SAMPLES * 8);
    dates
}

/// The same dates so many days later.
fn moved(kept: KeptDates, days: i64) -> KeptDates {
    if days == 0 {
        return kept;
    }
    let rules: Option<Vec<String>> = kept.rules.iter().map(|rule| shifted(rule, days)).collect();
    let Some(rules) = rules else { return kept };
    // Years bound a yearly date: one that moves over the end of a year takes its bounds with it.
    let over = |year: i32| {
        let date = kept
            .rules
            .first()
            .and_then(|rule| rule.parse::<Rule>().ok()?.dates(year..=year).ok()?.first().copied());
        date.map_or(year, |date| (date + TimeDelta::days(days)).year())
    };
    KeptDates { rules, since: kept.since.map(over), until: kept.until.map(over), remarks: kept.remarks }
}

/// What RDATE, EXDATE and changes of single dates do to a series, on its own clock.
pub(super) struct Changes {
    pub(super) more: Vec<NaiveDate>,
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
        let mut read = Self { more: Vec::new(), except: Vec::new(), breaks: Vec::new() };
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
            self.more.push(to);
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
