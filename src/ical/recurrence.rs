//! RRULE, RDATE and EXDATE of an event as the rules that a day is kept by.
//!
//! A rule that is a plain one gets its plain phrase (`March 12`). Any other stays an `RRULE:... from DATE`. A `COUNT`
//! becomes the `UNTIL` that it means, and each excluded date parts the rule in two: one that ends before it, one that
//! begins with the next date, which keeps the intervals of the whole since that date is one of its own.

use crate::rule::{Recurrence, Rule};
use chrono::{Datelike, NaiveDate, NaiveTime};

/// The dates of an event, as its lines have them.
pub(super) struct Recurring<'e> {
    pub(super) start: NaiveDate,
    pub(super) time: Option<NaiveTime>,
    /// The value of the RRULE.
    pub(super) rule: Option<&'e str>,
    /// The dates of RDATE.
    pub(super) more: Vec<NaiveDate>,
    /// The dates of EXDATE, and those that were moved away from.
    pub(super) except: Vec<NaiveDate>,
    /// What an instant in UTC, written as a date and a time, shows on the clock of the event.
    pub(super) civil: &'e dyn Fn(NaiveDate, NaiveTime) -> (NaiveDate, NaiveTime),
}

/// How a day is kept: its rules, and the years that bound them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct KeptDates {
    pub(super) rules: Vec<String>,
    pub(super) since: Option<i32>,
    pub(super) until: Option<i32>,
}

/// The most dates that one event may exclude, or add.
const MOST_EXCEPT: usize = 200;
const MOST_DATES: usize = 2000;

/// How many years are searched for the date that a `COUNT` ends with, or the next after an excluded one.
const LONGEST_SEARCH: i32 = 120;

/// The rules of an event.
///
/// # Errors
/// When its recurrence is none that a rule for dates can say; the message says why.
pub(super) fn kept(event: &Recurring<'_>) -> Result<KeptDates, String> {
    let mut dates: Vec<NaiveDate> = event.more.clone();
    if dates.len() > MOST_DATES || event.except.len() > MOST_EXCEPT {
        return Err(format!("more than {MOST_DATES} dates, or {MOST_EXCEPT} that are left out"));
    }
    let mut kept = KeptDates::default();
    match event.rule {
        None => dates.push(event.start),
        Some(rule) => {
            let recurrence = read(rule, event)?;
            let except: Vec<NaiveDate> = sorted(event.except.clone());
            if except.is_empty()
                && dates.is_empty()
                && let Some(plain) = plain(&recurrence, event.start)
            {
                return Ok(plain);
            }
            kept.rules = without(&recurrence, event.start, &except);
        }
    }
    dates.retain(|date| !event.except.contains(date));
    kept.rules.extend(sorted(dates).iter().map(ToString::to_string));
    if kept.rules.is_empty() {
        return Err("each of its dates is left out".to_owned());
    }
    Ok(kept)
}

fn sorted(mut dates: Vec<NaiveDate>) -> Vec<NaiveDate> {
    dates.sort_unstable();
    dates.dedup();
    dates
}

/// The recurrence of an event, with the end that its count means.
fn read(rule: &str, event: &Recurring<'_>) -> Result<Recurrence, String> {
    let until = |value: &str| until_date(value, event);
    let recurrence = Recurrence::of_calendar(rule, event.start, &until)
        .map_err(|error| error.help().map_or(error.to_string(), |help| format!("{error}; {help}")))?;
    let too_few = || format!("it has fewer dates in {LONGEST_SEARCH} years than it counts");
    recurrence.with_end(LONGEST_SEARCH).ok_or_else(too_few)
}

/// The rule without some of its dates: a phrase for each stretch between them.
fn without(whole: &Recurrence, start: NaiveDate, except: &[NaiveDate]) -> Vec<String> {
    let mut phrases = Vec::new();
    let mut from = Some(start);
    for left_out in except {
        let Some(begin) = from.filter(|_| whole.has(*left_out)) else { continue };
        if *left_out > begin {
            phrases.push(whole.between(begin, left_out.pred_opt()).to_string());
        }
        from = whole.next_after(*left_out, LONGEST_SEARCH);
    }
    phrases.extend(from.map(|begin| whole.between(begin, whole.end()).to_string()));
    phrases
}

/// The plain phrase of a recurrence that is yearly and no more, and the years that bound it.
fn plain(recurrence: &Recurrence, start: NaiveDate) -> Option<KeptDates> {
    let phrase = recurrence.plain_phrase()?;
    // Years bound the plain phrase as dates bound the rule only where the start is one of its dates.
    let whole: Rule = phrase.parse().ok()?;
    let first = start.year();
    if whole.dates(first..=first).ok()? != [start] {
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

    fn kept_of(start: &str, rule: &str, except: &[&str]) -> Result<KeptDates, String> {
        let civil = |date, time| (date, time);
        let except = except.iter().map(|date| at(date)).collect();
        kept(&Recurring {
            start: at(start),
            time: None,
            rule: Some(rule),
            more: Vec::new(),
            except,
            civil: &civil,
        })
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
            let expected = KeptDates { rules: vec![phrase.to_owned()], since, until };
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
            "FREQ=DAILY;BYHOUR=1,2",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2",
            "FREQ=DAILY;COUNT=99999999999",
            "FREQ=YEARLY;COUNT=99999999999999999999999",
            "RSCALE=HEBREW;FREQ=YEARLY",
            "FREQ",
            "",
        ] {
            assert!(kept_of("2020-01-20", rule, &[]).is_err(), "{rule}");
        }
    }
}
