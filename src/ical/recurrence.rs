//! RRULE, RDATE and EXDATE of an event as the rules that a day is kept by.
//!
//! A rule that is a plain one gets its plain phrase (`March 12`). Any other stays an `RRULE:... from DATE`. A `COUNT`
//! becomes the `UNTIL` that it means, and each excluded date parts the rule in two: one that ends before it, one that
//! begins with the next date, which keeps the intervals of the whole since that date is one of its own.

use crate::rule::{Rule, WEEKDAY_CODES, weekday_name};
use chrono::{Datelike, Days, NaiveDate, NaiveTime};

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
    let plain = |date: &NaiveDate| date.format("%Y-%m-%d").to_string();
    let mut dates: Vec<NaiveDate> = event.more.clone();
    if dates.len() > MOST_DATES || event.except.len() > MOST_EXCEPT {
        return Err(format!("more than {MOST_DATES} dates, or {MOST_EXCEPT} that are left out"));
    }
    let mut kept = KeptDates::default();
    match event.rule {
        None => dates.push(event.start),
        Some(rule) => {
            let parts = Parts::read(rule, event)?;
            let except: Vec<NaiveDate> = sorted(event.except.clone());
            if except.is_empty()
                && dates.is_empty()
                && let Some(simple) = parts.simple(event.start)
            {
                return Ok(simple);
            }
            kept.rules = parts.without(event.start, &except)?;
        }
    }
    dates.retain(|date| !event.except.contains(date));
    kept.rules.extend(sorted(dates).iter().map(plain));
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

/// The parts of a rule that a rule for dates keeps.
#[derive(Debug, Clone)]
struct Parts {
    parts: Vec<(String, String)>,
    until: Option<NaiveDate>,
}

impl Parts {
    fn read(rule: &str, event: &Recurring<'_>) -> Result<Self, String> {
        let mut parts: Vec<(String, String)> = Vec::new();
        let (mut until, mut count) = (None, None);
        for part in rule.split(';').filter(|part| !part.trim().is_empty()) {
            let (name, value) =
                part.split_once('=').ok_or_else(|| format!("`{part}` is no part of a rule"))?;
            let (name, value) = (name.trim().to_ascii_uppercase(), value.trim().to_ascii_uppercase());
            match name.as_str() {
                "UNTIL" => until = Some(until_date(&value, event)?),
                "COUNT" => {
                    count =
                        Some(value.parse::<usize>().map_err(|_| format!("`COUNT={value}` is no number"))?);
                }
                // Which hours of its dates the event has is not asked, as long as there is one of them.
                "BYHOUR" | "BYMINUTE" | "BYSECOND" if !value.contains(',') => {}
                "BYHOUR" | "BYMINUTE" | "BYSECOND" => {
                    return Err(format!("`{name}` with several values: one date at several times"));
                }
                // Saying that dates are Gregorian adds nothing, nor do the notes that programs make for themselves.
                "RSCALE" if value == "GREGORIAN" => {}
                "SKIP" if value == "OMIT" => {}
                _ if name.starts_with("X-") => {}
                "INTERVAL" if value == "1" => {}
                "FREQ" if ["HOURLY", "MINUTELY", "SECONDLY"].contains(&value.as_str()) => {
                    return Err(format!("`FREQ={value}` is no recurrence of days"));
                }
                _ => parts.push((name, value)),
            }
        }
        let mut read = Self { parts, until };
        // The parser of rules says what is wrong.
        read.rule(event.start, until)?;
        if let Some(count) = count {
            read.until = Some(read.last_of(event.start, count)?);
        }
        Ok(read)
    }

    /// The phrase of the rule from one date on.
    fn phrase(&self, from: NaiveDate, until: Option<NaiveDate>) -> String {
        let parts: Vec<String> = self.parts.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let until = until.map(|until| format!(";UNTIL={}", until.format("%Y%m%d"))).unwrap_or_default();
        format!("RRULE:{}{until} from {}", parts.join(";"), from.format("%Y-%m-%d"))
    }

    fn rule(&self, from: NaiveDate, until: Option<NaiveDate>) -> Result<Rule, String> {
        let wrong = |error: crate::rule::RuleError| match error.help {
            Some(help) => format!("{}; {help}", error.message),
            None => error.message,
        };
        self.phrase(from, until).parse().map_err(wrong)
    }

    /// The date of the `count`-th occurrence.
    fn last_of(&self, start: NaiveDate, count: usize) -> Result<NaiveDate, String> {
        let rule = self.rule(start, None)?;
        let mut left = count;
        for year in start.year()..=(start.year() + LONGEST_SEARCH).min(9999) {
            let dates = rule.dates(year..=year).map_err(|error| error.to_string())?;
            if left > 0
                && let Some(last) = dates.get(left - 1)
            {
                return Ok(*last);
            }
            left -= dates.len().min(left);
        }
        Err(format!("it has no {count} dates in {LONGEST_SEARCH} years"))
    }

    /// The first date after `after`, within reason.
    fn next(rule: &Rule, after: NaiveDate) -> Option<NaiveDate> {
        let years = after.year()..=(after.year() + LONGEST_SEARCH).min(9999);
        years.filter_map(|year| rule.dates(year..=year).ok()).flatten().find(|date| *date > after)
    }

    /// The rule without some of its dates: a phrase for each stretch between them.
    fn without(&self, start: NaiveDate, except: &[NaiveDate]) -> Result<Vec<String>, String> {
        let whole = self.rule(start, self.until)?;
        let mut phrases = Vec::new();
        let mut from = Some(start);
        for left_out in except {
            let has_it = |date: NaiveDate| {
                whole.dates(date.year()..=date.year()).is_ok_and(|dates| dates.contains(&date))
            };
            let (Some(begin), true) = (from, has_it(*left_out)) else { continue };
            if *left_out > begin {
                phrases.push(self.phrase(begin, left_out.checked_sub_days(Days::new(1))));
            }
            from = Self::next(&whole, *left_out);
        }
        phrases.extend(from.map(|begin| self.phrase(begin, self.until)));
        Ok(phrases)
    }

    /// The plain phrase of a rule that is yearly and no more.
    fn simple(&self, start: NaiveDate) -> Option<KeptDates> {
        let mut parts: Vec<(&str, &str)> =
            self.parts.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        parts.retain(|(name, _)| *name != "WKST");
        parts.sort_unstable();
        let (month, day) = (start.month().to_string(), start.day().to_string());
        let phrase = match parts.as_slice() {
            [("FREQ", "YEARLY")] => month_day(start),
            [("BYMONTH", m), ("FREQ", "YEARLY")] if *m == month => month_day(start),
            [("BYMONTH", m), ("BYMONTHDAY", d), ("FREQ", "YEARLY")] if *m == month && *d == day => {
                month_day(start)
            }
            [("BYDAY", nth), ("BYMONTH", m), ("FREQ", "YEARLY")] if *m == month => nth_weekday(nth, start)?,
            _ => return None,
        };
        // Years bound the plain phrase as dates bound the rule only where the start is one of its dates.
        let whole: Rule = phrase.parse().ok()?;
        let first = start.year();
        if whole.dates(first..=first).ok()? != [start] {
            return None;
        }
        let until = self.until.map(|until| {
            let of_year = whole.dates(until.year()..=until.year()).unwrap_or_default();
            if of_year.iter().all(|date| *date <= until) { until.year() } else { until.year() - 1 }
        });
        (until.is_none_or(|until| until >= first)).then(|| KeptDates {
            rules: vec![phrase],
            since: Some(first),
            until,
        })
    }
}

/// `January 20`; iCalendar has February 29 in leap years only.
pub(super) fn month_day(date: NaiveDate) -> String {
    let phrase = format!("{} {}", date.format("%B"), date.day());
    if phrase == "February 29" { format!("{phrase} else skip") } else { phrase }
}

/// `2SU` as `second Sunday of November`.
fn nth_weekday(nth: &str, start: NaiveDate) -> Option<String> {
    let (number, weekday) = nth.split_at_checked(nth.len().checked_sub(2)?)?;
    let nth = match number.trim_start_matches('+') {
        "1" => "first",
        "2" => "second",
        "3" => "third",
        "4" => "fourth",
        "-1" => "last",
        _ => return None,
    };
    let (_, weekday) = WEEKDAY_CODES.iter().find(|(code, _)| code.eq_ignore_ascii_case(weekday))?;
    let name = weekday_name(*weekday);
    Some(format!("{nth} {name} of {}", start.format("%B")))
}

/// The last date that an `UNTIL` allows: one with a time ends the day before where it comes before the event's time.
fn until_date(value: &str, event: &Recurring<'_>) -> Result<NaiveDate, String> {
    let wrong = || format!("`UNTIL={value}` is not a date");
    let (date, time, is_utc) = super::when::date_time(value).ok_or_else(wrong)?;
    let Some((time, start)) = time.zip(event.time) else {
        return Ok(date);
    };
    let (date, time) = if is_utc { (event.civil)(date, time) } else { (date, time) };
    if time >= start { Ok(date) } else { date.pred_opt().ok_or_else(wrong) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn read(start: &str, rule: &str, except: &[&str]) -> Result<KeptDates, String> {
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
            assert_eq!(read(start, rule, &[]), Ok(expected), "{rule}");
        }
    }

    #[test]
    fn a_date_left_out_parts_the_rule() {
        let kept = read("2020-01-20", "FREQ=YEARLY;INTERVAL=2", &["2024-01-20", "2025-01-20"]).unwrap();
        let expected = [
            "RRULE:FREQ=YEARLY;INTERVAL=2;UNTIL=20240119 from 2020-01-20",
            "RRULE:FREQ=YEARLY;INTERVAL=2 from 2026-01-20",
        ];
        assert_eq!(kept.rules, expected);
        assert!(read("2020-01-20", "FREQ=YEARLY;COUNT=1", &["2020-01-20"]).is_err());
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
            assert!(read("2020-01-20", rule, &[]).is_err(), "{rule}");
        }
    }
}
