//! Where the dates of an event in another time zone fall on the clock of this computer.

use super::ImportContext;
use super::dates::Frame;
use super::parted::shifted;
use super::recurrence::KeptDates;
use super::when::{WallClock, date};
use crate::rule::{Recurrence, Rule, dates_of};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use std::collections::BTreeMap;

/// How many dates decide whether a series falls alike all year.
const SAMPLES: usize = 800;

/// A series with fewer dates than this in its first years is looked at for longer.
const FEW: usize = 12;

/// The years in which every combination of date and weekday comes.
const CYCLE: i32 = 28;

/// How many years of a series that no rule describes here are looked at, and how many of a followed one, which is read
/// again.
const YEARS: (i32, i32) = (10, 3);

/// Dates that fall alike here.
pub(super) struct Placed {
    pub(super) kept: KeptDates,
    /// The time of day, and the zone of the clock that shows it; `None` is wherever one is.
    pub(super) moment: Option<(NaiveTime, Option<String>)>,
    /// When it begins first, on the machine's clock.
    pub(super) start: NaiveDateTime,
    /// The date that it is kept on first.
    pub(super) date: NaiveDate,
}

/// How many days later a date falls here, and at which time.
type Fall = (i64, NaiveTime);

impl Frame {
    /// Moves the dates to where they fall on the machine's clock.
    ///
    /// What falls on its own date keeps the clock of its zone, which knows its own changes. A series that falls alike all
    /// year moves as a rule; one that does not, as a weekly evening in New York seen from Baku, is parted: each part
    /// has the dates of one time here.
    ///
    /// A moment that this program wrote stays on the clock that it was written by: its day has the date.
    pub(super) fn placed(&self, kept: KeptDates, is_own: bool, context: &ImportContext<'_>) -> Vec<Placed> {
        let local = context.local;
        let Some(time) = self.time else {
            let kept = moved(kept, self.shift);
            let date = self.date + TimeDelta::days(self.shift);
            return vec![Placed { kept, moment: None, start: date.and_time(NaiveTime::MIN), date }];
        };
        let here = |date: NaiveDate| local.civil(self.clock.instant(date.and_time(time), local));
        let fall = |date: NaiveDate| ((here(date).date() - date).num_days(), here(date).time());
        let own_zone = match &self.clock {
            WallClock::Anywhere => None,
            WallClock::Utc => Some("UTC".to_owned()),
            WallClock::Zone(zone) => Some(zone.name().to_owned()),
        };
        let stay = |kept| {
            let start = here(self.date);
            vec![Placed { kept, moment: Some((time, own_zone.clone())), start, date: self.date }]
        };
        if self.clock == WallClock::Anywhere
            || matches!(&self.clock, WallClock::Zone(zone) if is_own || zone.name() == local.name())
        {
            return stay(kept);
        }
        let rules: Vec<Rule> = kept.rules.iter().filter_map(|rule| rule.parse().ok()).collect();
        let falls: Vec<Fall> =
            samples(&rules, &kept, context.today, self.date).into_iter().map(fall).collect();
        let (shift, at) = falls.first().copied().unwrap_or_else(|| fall(self.date));
        let recurs = kept.rules.iter().any(|rule| rule.parse::<NaiveDate>().is_err());
        let zone = (context.zones)(local.name()).is_ok().then(|| local.name().to_owned());
        if falls.iter().all(|one| *one == (shift, at)) {
            if recurs && shift == 0 && self.clock != WallClock::Utc {
                return stay(kept);
            }
            let date = self.date + TimeDelta::days(shift);
            return vec![Placed {
                kept: moved(kept, shift),
                moment: Some((at, zone)),
                start: date.and_time(at),
                date,
            }];
        }
        if falls.iter().all(|(shift, _)| *shift == 0) {
            return stay(kept);
        }
        parted(&rules, kept, self.date, &fall, context, zone.as_ref())
    }
}

/// A part of the dates for each way in which they fall, the earliest first; after the years that are looked at, the way of
/// most of them stands for all.
fn parted(
    rules: &[Rule],
    kept: KeptDates,
    start: NaiveDate,
    fall: &dyn Fn(NaiveDate) -> Fall,
    context: &ImportContext<'_>,
    zone: Option<&String>,
) -> Vec<Placed> {
    let years = if context.since.is_some() { YEARS.1 } else { YEARS.0 };
    let first = context.since.unwrap_or(context.today).year() - 1;
    let first = first.max(start.year()).max(kept.since.unwrap_or(1)).clamp(1, 9990);
    let last = kept.until.unwrap_or(9999).min(first + years);
    let mut parts: BTreeMap<Fall, Part> = BTreeMap::new();
    for (phrase, rule) in kept.rules.iter().zip(rules) {
        stretches(phrase, &years_of(std::slice::from_ref(rule), first, last), fall, &mut parts);
    }
    if parts.is_empty() {
        // All of them are over.
        let dates = years_of(rules, start.year(), (start.year() + years).min(first));
        for date in dates {
            let falls = fall(date);
            parts.entry(falls).or_default().add(date, 1, falls, &date.to_string());
        }
    }
    let most = parts.iter().max_by_key(|(_, part)| part.count).map(|(fall, _)| *fall);
    let mut placed: Vec<Placed> = parts
        .into_iter()
        .filter_map(|((_, at), part)| {
            let date = part.first?;
            let kept = KeptDates { rules: part.phrases, ..KeptDates::default() };
            Some(Placed { kept, moment: Some((at, zone.cloned())), start: date.and_time(at), date })
        })
        .collect();
    placed.sort_by_key(|part| part.start);
    let next = (last + 1..=last + 1 + CYCLE).find_map(|year| years_of(rules, year, year).first().copied());
    if let Some(((shift, at), next)) = most.zip(next.filter(|_| kept.until.is_none_or(|until| until > last)))
    {
        let date = next + TimeDelta::days(shift);
        let mut kept = moved(KeptDates { since: Some(next.year()), ..kept }, shift);
        kept.remarks.push(format!(
            "its clock and the one here change on other days: until {last} it is kept at each of its times here, and \
             from then on at {}",
            at.format("%H:%M")
        ));
        placed.push(Placed { kept, moment: Some((at, zone.cloned())), start: date.and_time(at), date });
    } else if let Some(part) = placed.first_mut() {
        part.kept.remarks = kept.remarks;
    }
    placed
}

/// The dates that fall in one way.
#[derive(Default)]
struct Part {
    phrases: Vec<String>,
    count: usize,
    first: Option<NaiveDate>,
}

impl Part {
    /// Adds a phrase for some dates, of which this is the first.
    fn add(&mut self, date: NaiveDate, count: usize, (days, _): Fall, phrase: &str) {
        let here = date + TimeDelta::days(days);
        self.first = Some(self.first.map_or(here, |first| first.min(here)));
        self.count += count;
        self.phrases.extend(shifted(phrase, days));
    }
}

/// Puts the dates of one rule into their parts: those that fall alike one after the other as a stretch of the rule, where
/// there are some of them, else each of them.
fn stretches(
    phrase: &str,
    dates: &[NaiveDate],
    fall: &dyn Fn(NaiveDate) -> Fall,
    parts: &mut BTreeMap<Fall, Part>,
) {
    let recurrence = || {
        let (value, from) = phrase.strip_prefix("RRULE:")?.split_once(" from ")?;
        Recurrence::of_calendar(value, from.parse().ok()?, &date).ok()
    };
    let recurrence = recurrence();
    let dates: Vec<(NaiveDate, Fall)> = dates.iter().map(|date| (*date, fall(*date))).collect();
    for alike in dates.chunk_by(|(_, one), (_, next)| one == next) {
        let [(first, falls), .., (last, _)] = alike else {
            for (date, falls) in alike {
                parts.entry(*falls).or_default().add(*date, 1, *falls, &date.to_string());
            }
            continue;
        };
        let part = parts.entry(*falls).or_default();
        match &recurrence {
            Some(whole) => {
                let stretch = whole.between(*first, Some(*last)).to_string();
                part.add(*first, alike.len(), *falls, &stretch);
            }
            None => alike.iter().for_each(|(date, falls)| part.add(*date, 1, *falls, &date.to_string())),
        }
    }
}

fn years_of(rules: &[Rule], first: i32, last: i32) -> Vec<NaiveDate> {
    if first > last { Vec::new() } else { dates_of(rules, first..=last.min(9999)).unwrap_or_default() }
}

/// Some dates: those of the years from today on, else the first.
fn samples(rules: &[Rule], kept: &KeptDates, today: NaiveDate, start: NaiveDate) -> Vec<NaiveDate> {
    let first = start.year().max(today.year() - 1).clamp(1, 9990);
    let last = |years: i32| kept.until.unwrap_or(9999).min(first + years);
    let mut dates = years_of(rules, first, last(4));
    if dates.len() < FEW {
        dates = years_of(rules, first, last(CYCLE));
    }
    if dates.is_empty() {
        dates = years_of(rules, start.year(), start.year() + 4);
    }
    dates.truncate(SAMPLES);
    dates
}

/// The same dates, this many days later.
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
