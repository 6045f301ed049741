//! The recurrence rule of iCalendar that a day has, where one is exactly right.
//!
//! The rule is not made from the phrase but found in the dates, whatever family they come from, and then tried: it must
//! give the very dates of the day for 400 years, after which the Gregorian calendar begins anew with the same weekdays.
//! A rule of months, weekdays and days of the year that is right for so long is right for ever; a day of another
//! calendar has none.

use crate::day::Day;
use crate::rule::{Rule, WEEKDAY_CODES, dates_of};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// The years after which dates and weekdays of the Gregorian calendar repeat.
const CYCLE: i32 = 400;

/// Before this year, the first of Unix time, some programs go wrong.
const EARLIEST: i32 = 1970;

/// The year from which a day is exported where it names none.
const USUAL: i32 = 2000;

/// The first date of a day and the RRULE that gives it and all others, or `None` where no RRULE does.
///
/// ```
/// use remembrance::{day::{Day, KeptYear}, ical::recurrence_of};
/// let found = |rule: &str| {
///     let mut day = Day::new("x", "X", rule);
///     day.since = KeptYear::new(1990);
///     recurrence_of(&day).map(|(start, rule)| format!("{start} {rule}"))
/// };
/// assert_eq!(found("January 20").unwrap(), "1990-01-20 FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=20");
/// assert_eq!(found("second Sunday of November").unwrap(), "1990-11-11 FREQ=YEARLY;BYMONTH=11;BYDAY=2SU");
/// // Odd cases: the last day of February is February 29 where there is one; Easter follows the moon.
/// assert_eq!(found("February 29").unwrap(), "1990-02-28 FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1");
/// assert_eq!(found("Easter"), None);
/// ```
pub fn recurrence_of(day: &Day) -> Option<(NaiveDate, String)> {
    let first_year = day.first_year().unwrap_or(USUAL).clamp(EARLIEST, 9999 - 2 * CYCLE);
    let start = *day.dates(first_year..=first_year + CYCLE).ok()?.first()?;
    let until = match day.until {
        Some(until) => Some(*day.dates(start.year()..=until.get().min(start.year() + CYCLE)).ok()?.last()?),
        None => None,
    };
    let expected = day.dates(start.year()..=start.year() + CYCLE).ok()?;
    let candidates = match &*day.rules {
        [rule] if rule.to_string().starts_with("RRULE:") => written(rule).into_iter().collect(),
        rules => candidates(&dates_of(rules, USUAL..=USUAL + CYCLE - 1).ok()?),
    };
    candidates.into_iter().find_map(|parts| {
        let until = until.map(|until| format!(";UNTIL={}", until.format("%Y%m%d"))).unwrap_or_default();
        let parts = parts + &until;
        let rule: Rule = format!("RRULE:{parts} from {start}").parse().ok()?;
        (rule.dates(start.year()..=start.year() + CYCLE).ok()? == expected).then_some((start, parts))
    })
}

/// The parts of a rule that is an RRULE already.
fn written(rule: &Rule) -> Option<String> {
    let phrase = rule.to_string();
    let (parts, from) = phrase.strip_prefix("RRULE:")?.split_once(" from ")?;
    // A step or a move behind it is no part of it.
    from.parse::<NaiveDate>().ok().map(|_| parts.to_owned())
}

/// The rules that could give these dates, the plainest first.
pub(super) fn candidates(dates: &[NaiveDate]) -> Vec<String> {
    let of = |feature: &dyn Fn(&NaiveDate) -> i32| dates.iter().map(feature).collect::<BTreeSet<i32>>();
    let signed = |number: u32| number.cast_signed();
    let months = of(&|date| signed(date.month()));
    let days = of(&|date| signed(date.day()));
    let from_end = of(&|date| signed(date.day()) - length(*date) - 1);
    let weekdays = of(&|date| signed(date.weekday().num_days_from_monday()));
    let in_year = of(&|date| signed(date.ordinal()));
    let from_year_end = of(&|date| signed(date.ordinal()) - if date.leap_year() { 367 } else { 366 });
    let nth = of(&|date| (signed(date.day()) - 1) / 7 + 1);
    let nth_last = of(&|date| -((length(*date) - signed(date.day())) / 7 + 1));

    let mut found = Vec::new();
    let month = list(&months);
    if months.len() == 1 || days.len() == 1 {
        found.push(format!("FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={}", list(&days)));
    }
    if let Some((weekday, _)) = only(&weekdays)
        .and_then(|day| WEEKDAY_CODES.get(usize::try_from(day).ok()?))
        .filter(|_| months.len() == 1)
    {
        for nth in [&nth, &nth_last] {
            found.extend(only(nth).map(|nth| format!("FREQ=YEARLY;BYMONTH={month};BYDAY={nth}{weekday}")));
        }
        found.push(format!("FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={};BYDAY={weekday}", list(&days)));
    }
    if months.len() == 1 {
        found.extend(only(&from_end).map(|day| format!("FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}")));
    }
    for days in [&in_year, &from_year_end] {
        found.extend(only(days).map(|day| format!("FREQ=YEARLY;BYYEARDAY={day}")));
    }
    found
}

/// How many days the month of a date has.
fn length(date: NaiveDate) -> i32 {
    i32::from(date.num_days_in_month())
}

fn only(set: &BTreeSet<i32>) -> Option<i32> {
    set.first().copied().filter(|_| set.len() == 1)
}

fn list(set: &BTreeSet<i32>) -> String {
    set.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}
