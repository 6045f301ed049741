//! RRULE, RDATE and EXDATE of an event as the rules that a day is kept by.
//!
//! A rule that is a plain one gets its plain phrase (`March 12`). Any other stays an `RRULE:... from DATE`. A `COUNT`
//! becomes the `UNTIL` that it means, and each excluded date parts the rule in two: one that ends before it, one that
//! begins with the next date, which keeps the intervals of the whole since that date is one of its own. A change of all
//! dates from one on parts it likewise. A start that does not fit its own rule is the first date (RFC 5545, 3.8.5.3).

use super::ImportContext;
use super::error::DatesError;
use super::parted::{Break, Then, with_breaks};
use super::scale::{self, Prepared, Skip};
use crate::rule::{Recurrence, Rule};
use chrono::{Datelike, NaiveDate, NaiveTime};

/// The dates of an event, as its lines have them.
pub(super) struct Recurring<'e> {
    pub(super) start: NaiveDate,
    pub(super) time: Option<NaiveTime>,
    /// The values of its RRULEs.
    pub(super) rules: Vec<&'e str>,
    /// The dates of RDATE.
    pub(super) more: Vec<NaiveDate>,
    /// The dates that others of its dates were moved to; no exception is of them.
    pub(super) moved: Vec<NaiveDate>,
    /// The dates of EXDATE, and those that were moved away from.
    pub(super) except: Vec<NaiveDate>,
    /// The changes of all dates from one on, in order.
    pub(super) breaks: Vec<Break>,
    /// Whether it is of a person, whose February 29 is kept each year.
    pub(super) is_birthday: bool,
    /// Whether it is a part of a series, whose years other parts bound.
    pub(super) is_part: bool,
    /// What an instant in UTC, written as a date and a time, shows on the clock of the event.
    pub(super) civil: &'e dyn Fn(NaiveDate, NaiveTime) -> (NaiveDate, NaiveTime),
}

/// How a day is kept: its rules, and the years that bound them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct KeptDates {
    pub(super) rules: Vec<String>,
    pub(super) since: Option<i32>,
    pub(super) until: Option<i32>,
    /// What of the lines is kept in another way than they say.
    pub(super) remarks: Vec<String>,
}

/// The most dates that one event may exclude, or add.
const MOST_DATES: usize = 2000;

/// How many years are searched for the date that a `COUNT` ends with, or the next after an excluded one.
pub(super) const LONGEST_SEARCH: i32 = 120;

/// The rules of an event.
///
/// # Errors
/// When a rule for dates cannot express its recurrence.
pub(super) fn kept(event: &Recurring<'_>) -> Result<KeptDates, DatesError> {
    let mut kept = KeptDates::default();
    let mut dates = sorted(event.more.clone());
    let mut except = sorted(event.except.clone());
    for list in [&mut dates, &mut except] {
        if list.len() > MOST_DATES {
            // The latest are those that are still to come.
            list.drain(..list.len() - MOST_DATES);
            kept.remarks
                .push(format!("of its dates that are added or left out, the last {MOST_DATES} count"));
        }
    }
    let mut seen: Vec<Recurrence> = Vec::new();
    // A start that one rule has is not counted by another.
    let is_start_of_one = event.rules.iter().any(|rule| {
        let parts = scale::prepared(rule, event.start, event.time).parts;
        parsed(&parts, event).is_ok_and(|recurrence| recurrence.has(event.start))
    });
    let is_plain = dates.is_empty() && event.moved.is_empty() && except.is_empty() && event.breaks.is_empty();
    let only_one = event.rules.len() == 1 && is_plain;
    for rule in &event.rules {
        let prepared = scale::prepared(rule, event.start, event.time);
        if prepared.has_times {
            kept.remarks.push("of several times of one day the first is kept".to_owned());
        }
        if let Some(scale) = &prepared.scale {
            let found =
                scale::of_other_calendar(scale, &prepared, event.start, &|value| until_date(value, event))?;
            if !only_one {
                kept.remarks.push(format!("the dates of its calendar {scale} are kept without exceptions"));
            }
            kept.rules.push(found.phrase);
            (kept.since, kept.until) = (Some(event.start.year()), found.until);
            continue;
        }
        let Some(recurrence) = read(&prepared.parts, event, is_start_of_one, &mut dates)? else { continue };
        if seen.contains(&recurrence) {
            continue;
        }
        let is_same = |other: &&str| other.trim().eq_ignore_ascii_case(rule.trim());
        if event.rules.iter().all(is_same)
            && !event.is_part
            && is_plain
            && dates.is_empty()
            && let Some(mut plain) = plain(&recurrence, event, &prepared)
        {
            plain.remarks.append(&mut kept.remarks);
            return Ok(plain);
        }
        kept.rules.extend(with_breaks(&recurrence, event, &except));
        seen.push(recurrence);
    }
    if event.rules.is_empty() {
        dates.push(event.start);
    }
    for one in event.breaks.iter().filter(|_| !event.rules.is_empty()) {
        if let Then::Instead(rules) = &one.then {
            kept.rules.extend(rules.iter().cloned());
        }
    }
    dates.retain(|date| !except.contains(date));
    dates.extend(&event.moved);
    kept.rules.extend(sorted(dates).iter().map(ToString::to_string));
    if kept.rules.is_empty() {
        return Err(DatesError::AllLeftOut);
    }
    Ok(kept)
}

fn sorted(mut dates: Vec<NaiveDate>) -> Vec<NaiveDate> {
    dates.sort_unstable();
    dates.dedup();
    dates
}

/// The recurrence that the parts of a rule describe.
fn parsed(parts: &str, event: &Recurring<'_>) -> Result<Recurrence, DatesError> {
    if let Some((by_count, by_date)) = scale::by_each_end(parts) {
        // Of two ends the earlier counts.
        let (by_count, by_date) = (parsed(&by_count, event)?, parsed(&by_date, event)?);
        let end = by_count.clone().with_end(LONGEST_SEARCH).and_then(|counted| counted.end());
        let is_counted = end.zip(by_date.end()).is_some_and(|(end, until)| end <= until);
        return Ok(if is_counted { by_count } else { by_date });
    }
    Recurrence::of_calendar(parts, event.start, &|value| until_date(value, event)).map_err(DatesError::Rule)
}

/// How many years of the dates that a rule leaves out are known: for a calendar that is read once, and for a followed one.
const EXCEPTED_YEARS: (i32, i32) = (30, 3);

/// The dates that an EXRULE leaves out of an event (RFC 2445, 4.8.5.2), as far as anybody looks.
///
/// # Errors
/// When it is no rule for dates.
pub(super) fn dates_of_exception(
    rule: &str,
    event: &Recurring<'_>,
    context: &ImportContext<'_>,
) -> Result<Vec<NaiveDate>, DatesError> {
    let prepared = scale::prepared(rule, event.start, event.time);
    if let Some(scale) = prepared.scale {
        return Err(DatesError::ExceptionsOfCalendar(scale));
    }
    let left_out = parsed(&prepared.parts, event)?;
    let left_out = left_out.clone().with_end(LONGEST_SEARCH).unwrap_or(left_out);
    let years = if context.since.is_some() { EXCEPTED_YEARS.1 } else { EXCEPTED_YEARS.0 };
    let last = event.start.year().max(context.today.year()) + years;
    let mut dates = Vec::new();
    let mut before = event.start.pred_opt();
    while let Some(next) = before.and_then(|date| left_out.next_after(date, LONGEST_SEARCH))
        && next.year() <= last
    {
        dates.push(next);
        before = Some(next);
    }
    // Without those that the event has not, fewer count.
    let of_event: Vec<Recurrence> = event
        .rules
        .iter()
        .filter_map(|rule| parsed(&scale::prepared(rule, event.start, event.time).parts, event).ok())
        .collect();
    dates.retain(|date| *date == event.start || of_event.iter().any(|rule| rule.has(*date)));
    Ok(dates)
}

/// The recurrence of an event, with the end that its count means; a start that is a date of no rule is added to `dates`.
fn read(
    parts: &str,
    event: &Recurring<'_>,
    is_start_of_one: bool,
    dates: &mut Vec<NaiveDate>,
) -> Result<Option<Recurrence>, DatesError> {
    let mut recurrence = parsed(parts, event)?;
    if !is_start_of_one {
        dates.push(event.start);
        // It counts as the first.
        match scale::count(parts) {
            Some(1) => return Ok(None),
            Some(count) => recurrence = parsed(&scale::with_count(parts, count - 1), event)?,
            None => {}
        }
    }
    if let Some(whole) = recurrence.clone().with_end(LONGEST_SEARCH) {
        return Ok(Some(whole));
    }
    // It counts further than anybody looks.
    let endless = recurrence.between(event.start, None);
    let before = event.start.pred_opt().unwrap_or(event.start);
    if endless.next_after(before, LONGEST_SEARCH).is_none() {
        return Err(DatesError::NeverComes(LONGEST_SEARCH));
    }
    Ok(Some(endless))
}

/// The plain phrase of a recurrence that is yearly and no more, and the years that bound it.
fn plain(recurrence: &Recurrence, event: &Recurring<'_>, prepared: &Prepared) -> Option<KeptDates> {
    let phrase = recurrence.plain_phrase()?;
    let mut remarks = Vec::new();
    let phrase = match (phrase.strip_suffix(" else skip"), prepared.skip) {
        (Some(leap), Skip::Backward) => leap.to_owned(),
        (Some(leap), Skip::Forward) => format!("{leap} else March 1"),
        (Some(leap), Skip::Omit) if event.is_birthday => {
            remarks.push("February 29 of a person is kept on February 28 in common years".to_owned());
            leap.to_owned()
        }
        _ => phrase,
    };
    // Years bound the plain phrase as dates bound the rule only where the start is one of its dates.
    let whole: Rule = phrase.parse().ok()?;
    let first = event.start.year();
    if whole.dates(first..=first).ok()? != [event.start] {
        return None;
    }
    let until = recurrence.end().map(|until| {
        let of_year = whole.dates(until.year()..=until.year()).unwrap_or_default();
        if of_year.iter().all(|date| *date <= until) { until.year() } else { until.year() - 1 }
    });
    (until.is_none_or(|until| until >= first)).then(|| KeptDates {
        rules: vec![phrase],
        since: Some(first),
        until,
        remarks,
    })
}

/// The last date that an `UNTIL` allows: one with a time ends the day before where it comes before the event's time.
fn until_date(value: &str, event: &Recurring<'_>) -> Option<NaiveDate> {
    let (date, time, is_utc) = super::when::date_time(value)?;
    let Some((time, start)) = time.zip(event.time) else {
        return Some(date);
    };
    let (date, time) = if is_utc { (event.civil)(date, time) } else { (date, time) };
    if time >= start { Some(date) } else { date.pred_opt() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn kept_of(start: &str, rule: &str, except: &[&str]) -> Result<KeptDates, DatesError> {
        let civil = |date, time| (date, time);
        let except = except.iter().map(|date| at(date)).collect();
        kept(&Recurring {
            start: at(start),
            time: None,
            rules: rule.split('|').collect(),
            more: Vec::new(),
            moved: Vec::new(),
            except,
            breaks: Vec::new(),
            is_birthday: false,
            is_part: false,
            civil: &civil,
        })
    }

    fn dates(kept: &KeptDates, years: std::ops::RangeInclusive<i32>) -> String {
        let rules: Vec<Rule> = kept.rules.iter().map(|rule| rule.parse().unwrap()).collect();
        let first = kept.since.map_or(*years.start(), |since| since.max(*years.start()));
        let last = kept.until.map_or(*years.end(), |until| until.min(*years.end()));
        let dates = crate::rule::dates_of(&rules, first..=last).unwrap();
        dates.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn rules_have_the_dates_of_the_standards() {
        let table = [
            // The start counts as the first (RFC 5545, 3.8.5.3).
            ("2024-02-24", "FREQ=YEARLY;BYMONTH=3;BYDAY=1TU;COUNT=3", "2024-02-24 2024-03-05 2025-03-04"),
            ("2024-02-24", "FREQ=YEARLY;BYMONTH=3;BYDAY=1TU;COUNT=1", "2024-02-24"),
            // The same rule twice is one; two rules are both.
            ("2024-01-20", "FREQ=YEARLY|FREQ=YEARLY", "2024-01-20 2025-01-20 2026-01-20"),
            // Several times of a day are one date.
            ("2024-01-20", "FREQ=YEARLY;BYHOUR=9,17;BYMINUTE=0", "2024-01-20 2025-01-20 2026-01-20"),
            (
                "2024-01-20",
                "FREQ=YEARLY;COUNT=1|FREQ=YEARLY;BYMONTH=5;COUNT=2",
                "2024-01-20 2024-05-20 2025-05-20",
            ),
            // Of two ends the earlier counts.
            ("2024-01-20", "FREQ=DAILY;COUNT=9;UNTIL=20240122", "2024-01-20 2024-01-21 2024-01-22"),
            ("2024-01-20", "FREQ=DAILY;COUNT=2;UNTIL=20240122", "2024-01-20 2024-01-21"),
            // Times do not count of whole days (RFC 5545, 3.3.10).
            ("2024-01-20", "FREQ=DAILY;BYHOUR=0,12;COUNT=2", "2024-01-20 2024-01-21"),
            // Only the years have other numbers.
            ("2024-01-20", "RSCALE=BUDDHIST;FREQ=YEARLY;COUNT=2", "2024-01-20 2025-01-20"),
            // RFC 7529, section 5: one month of a monthly rule.
            ("2024-09-06", "RSCALE=ETHIOPIC;FREQ=MONTHLY;BYMONTH=13;COUNT=2", "2024-09-06 2025-09-06"),
            // RFC 7529.
            ("2024-02-29", "RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=BACKWARD", "2024-02-29 2025-02-28 2026-02-28"),
            ("2024-02-29", "RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD", "2024-02-29 2025-03-01 2026-03-01"),
            ("2024-02-29", "FREQ=YEARLY;INTERVAL=2;SKIP=FORWARD;RSCALE=GREGORIAN", "2024-02-29 2026-03-01"),
            (
                "2024-01-31",
                "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD;COUNT=3",
                "2024-01-31 2024-02-29 2024-03-31",
            ),
            (
                "2024-01-31",
                "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD;COUNT=3",
                "2024-01-31 2024-03-01 2024-03-31",
            ),
            ("2025-01-29", "RSCALE=CHINESE;FREQ=YEARLY;COUNT=2", "2025-01-29 2026-02-17"),
            ("2024-09-06", "RSCALE=ETHIOPIC;FREQ=YEARLY;BYMONTH=13", "2024-09-06 2025-09-06 2026-09-06"),
            (
                "2014-02-08",
                "RSCALE=HEBREW;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=8;SKIP=FORWARD",
                "2024-02-17 2025-03-08 2026-02-25",
            ),
        ];
        for (start, rule, expected) in table {
            let kept = kept_of(start, rule, &[]).unwrap_or_else(|error| panic!("{rule}: {error}"));
            assert_eq!(dates(&kept, 2024..=2026), expected, "{rule}: {:?}", kept.rules);
        }
    }

    #[test]
    fn nothing_is_dropped_because_there_is_much_of_it() {
        let endless = kept_of("2020-01-20", "FREQ=DAILY;COUNT=99999999999", &[]).unwrap();
        assert_eq!(endless.rules, ["RRULE:FREQ=DAILY from 2020-01-20"]);
        let leap = kept_of("2024-02-29", "FREQ=YEARLY;COUNT=100", &[]).unwrap();
        assert_eq!((leap.since, leap.until), (Some(2024), None));
        let every: Vec<String> =
            at("2024-01-02").iter_days().take(2100).map(|date| date.to_string()).collect();
        let every: Vec<&str> = every.iter().map(String::as_str).collect();
        assert_eq!(kept_of("2024-01-01", "FREQ=DAILY", &every[..300]).unwrap().rules.len(), 2);
        assert_eq!(kept_of("2024-01-01", "FREQ=DAILY", &every).unwrap().remarks.len(), 1);
    }

    #[test]
    fn plain_rules_get_plain_phrases() {
        let table = [
            ("1990-01-20", "FREQ=YEARLY", "January 20", Some(1990), None),
            ("2024-02-29", "FREQ=YEARLY", "February 29 else skip", Some(2024), None),
            ("1946-11-10", "FREQ=YEARLY;BYMONTH=11;BYDAY=2SU", "second Sunday of November", Some(1946), None),
            (
                "2020-05-25",
                "FREQ=YEARLY;BYDAY=-1MO;BYMONTH=5;WKST=SU",
                "last Monday of May",
                Some(2020),
                None,
            ),
            ("2020-01-20", "FREQ=YEARLY;UNTIL=20300119T235959Z", "January 20", Some(2020), Some(2029)),
            ("2020-01-20", "FREQ=YEARLY;COUNT=3", "January 20", Some(2020), Some(2022)),
        ];
        for (start, rule, phrase, since, until) in table {
            let expected = KeptDates { rules: vec![phrase.to_owned()], since, until, remarks: Vec::new() };
            assert_eq!(kept_of(start, rule, &[]), Ok(expected), "{rule}");
        }
    }

    #[test]
    fn a_date_left_out_parts_the_rule() {
        let kept = kept_of("2020-01-20", "FREQ=YEARLY;INTERVAL=2", &["2024-01-20", "2025-01-20"]).unwrap();
        let expected = [
            "RRULE:FREQ=YEARLY;UNTIL=20240119;INTERVAL=2 from 2020-01-20",
            "RRULE:FREQ=YEARLY;INTERVAL=2 from 2026-01-20",
        ];
        assert_eq!(kept.rules, expected);
        assert!(kept_of("2020-01-20", "FREQ=YEARLY;COUNT=1", &["2020-01-20"]).is_err());
    }

    #[test]
    fn bombs_are_refused_at_once() {
        for rule in [
            "FREQ=SECONDLY",
            "FREQ=MINUTELY;COUNT=5",
            "FREQ=DAILY;BYHOUR=1,2;BYSETPOS=1;COUNT=5",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2",
            "RSCALE=KLINGON;FREQ=YEARLY",
            "RSCALE=HEBREW;FREQ=DAILY",
            "FREQ",
            "",
        ] {
            assert!(kept_of("2020-01-20", rule, &[]).is_err(), "{rule}");
        }
    }
}
