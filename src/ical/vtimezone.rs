//! A zone as a file describes it (RFC 5545, section 3.6.5): since when which offset holds.

use super::line::Component;
use super::when::date_time;
use super::zones::SAMPLED;
use crate::rule::Recurrence;
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

/// The most changes that are followed.
const MOST: usize = 2000;

/// When the clock of a zone changes, and to what.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Observances {
    /// The name that some programs write beside it: `Asia/Baku`.
    pub(super) location: Option<String>,
    changes: Vec<Change>,
}

/// The rules of one offset.
#[derive(Debug, Clone, PartialEq)]
struct Change {
    start: NaiveDateTime,
    rule: Option<Recurrence>,
    others: Vec<NaiveDateTime>,
    /// The offsets from UTC before and after, in seconds.
    from: i32,
    to: i32,
}

impl Observances {
    /// The name of a VTIMEZONE and what it says.
    pub(super) fn read(component: &Component) -> Option<(String, Self)> {
        let name = component.line("TZID")?.value.trim().trim_matches('"').to_owned();
        let location = ["X-LIC-LOCATION", "X-TZINFO"].iter().find_map(|name| component.line(name));
        let location =
            location.map(|line| line.value.trim().split('[').next().unwrap_or_default().to_owned());
        let changes = component.inner.iter().filter_map(change).collect();
        Some((name, Self { location, changes }))
    }

    /// How much it has to be kept of: its changes and their dates, and one for its name.
    pub(super) fn len(&self) -> usize {
        1 + self.changes.iter().map(|change| 1 + change.others.len()).sum::<usize>()
    }

    /// The offsets of the two years around a date, in seconds, every few days; `None` where it says none.
    pub(super) fn samples(&self, around: NaiveDate) -> Option<Vec<(DateTime<Utc>, i32)>> {
        if self.changes.is_empty() {
            return None;
        }
        let mut onsets: Vec<(DateTime<Utc>, i32)> = Vec::new();
        for change in &self.changes {
            let mut civil = vec![change.start];
            civil.extend(&change.others);
            if let Some(rule) = &change.rule {
                let mut date = NaiveDate::from_ymd_opt(around.year() - 3, 12, 31)?;
                while let Some(next) =
                    rule.next_after(date, 4).filter(|next| next.year() <= around.year() + 1)
                {
                    civil.push(next.and_time(change.start.time()));
                    date = next;
                }
            }
            let before = TimeDelta::seconds(change.from.into());
            onsets.extend(civil.iter().take(MOST).map(|civil| ((*civil - before).and_utc(), change.to)));
        }
        onsets.sort_unstable();
        let first = self.changes.iter().min_by_key(|change| change.start).map(|change| change.from)?;
        let begin = around.and_time(NaiveTime::MIN).and_utc() - TimeDelta::days(365);
        let count = 730 / SAMPLED.num_days();
        let samples = (0..i32::try_from(count).unwrap_or_default()).map(|step| {
            let instant = begin + SAMPLED * step;
            let last = onsets.iter().take_while(|(onset, _)| *onset <= instant).last();
            (instant, last.map_or(first, |(_, to)| *to))
        });
        Some(samples.collect())
    }
}

fn change(component: &Component) -> Option<Change> {
    let civil = |text: &str| {
        let (date, time, _) = date_time(text)?;
        Some(date.and_time(time.unwrap_or_default()))
    };
    let offset = |name: &str| seconds(component.line(name)?.value.trim());
    // One that does not say since when has always been so.
    let always = NaiveDate::from_ymd_opt(1970, 1, 1)?.and_time(NaiveTime::MIN);
    let start = component.line("DTSTART").map_or(Some(always), |line| civil(&line.value))?;
    // An end of long ago is as good in any zone.
    let until = |value: &str| date_time(value).map(|(date, ..)| date);
    let rule = component.line("RRULE").and_then(|line| {
        let value = &line.value;
        Recurrence::of_calendar(value, start.date(), &until).ok()
    });
    let others = component.all("RDATE").flat_map(|line| line.value.split(',')).filter_map(civil).take(MOST);
    let to = offset("TZOFFSETTO")?;
    Some(Change { start, rule, others: others.collect(), from: offset("TZOFFSETFROM").unwrap_or(to), to })
}

/// `+0400`, `-053000` in seconds.
fn seconds(text: &str) -> Option<i32> {
    let (sign, digits) = match text.as_bytes().first()? {
        b'-' => (-1, text.get(1..)?),
        b'+' => (1, text.get(1..)?),
        _ => (1, text),
    };
    if !matches!(digits.len(), 4 | 6) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number =
        |range: std::ops::Range<usize>| digits.get(range).map_or(Some(0), |part| part.parse::<i32>().ok());
    Some(sign * (number(0..2)? * 3600 + number(2..4)? * 60 + number(4..6)?))
}
