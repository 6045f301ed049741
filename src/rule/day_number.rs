//! Days as numbers: what all rules compute with; 1 is Monday, January 1 of the year 1 (Gregorian).
//!
//! It is chrono's `num_days_from_ce` and the "rata die" of Reingold and Dershowitz. A rule may look a little outside the
//! years 1 to 9999 (`10 days after December 28` in the year 1), which both take without complaint.

use chrono::{NaiveDate, Weekday};
use std::ops::RangeInclusive;

/// A day, counted from the first of January of the year 1, which is day 1.
pub(super) type DayNumber = i32;

/// The day numbers that a search runs over, both ends included.
pub(super) type Window = RangeInclusive<DayNumber>;

/// The number of a date that is known to exist, in a year that chrono knows.
pub(super) fn day_number(year: i32, month: u8, day: u8) -> DayNumber {
    existing(year, month, day).expect("the caller asks for a date that exists")
}

/// The number of a date, or `None` where the month has no such day.
pub(super) fn existing(year: i32, month: u8, day: u8) -> Option<DayNumber> {
    const BEFORE: [i32; 13] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
    let at = usize::from(month).checked_sub(1)?;
    let (before, next) = (BEFORE.get(at)?, BEFORE.get(at + 1)?);
    let leap = i32::from(is_leap(year));
    let day = i32::from(day);
    let is_there = 1 <= day && day <= next - before + if month == 2 { leap } else { 0 };
    is_there.then(|| before_year(year) + before + if month > 2 { leap } else { 0 } + day)
}

fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The number of the last day before a year.
fn before_year(year: i32) -> DayNumber {
    let years = year - 1;
    365 * years + years.div_euclid(4) - years.div_euclid(100) + years.div_euclid(400)
}

/// The Gregorian year of a day.
fn year_of(day: DayNumber) -> i32 {
    // 400 years have 146,097 days, and are not quite of one length.
    let years = (i64::from(day) * 400).div_euclid(146_097) + 1;
    let year = i32::try_from(years).expect("fewer years than days");
    match year {
        _ if before_year(year) >= day => year - 1,
        _ if before_year(year + 1) < day => year + 1,
        _ => year,
    }
}

/// The date of a day number within chrono's quarter of a million years.
pub(super) fn date_of(day: DayNumber) -> NaiveDate {
    let year = year_of(day);
    let ordinal = u32::try_from(day - before_year(year)).ok();
    let date = ordinal.and_then(|ordinal| NaiveDate::from_yo_opt(year, ordinal));
    date.expect("rules stay within a few ten thousand years")
}

/// The Gregorian years that a window touches.
pub(super) fn years_of(window: &Window) -> RangeInclusive<i32> {
    year_of(*window.start())..=year_of(*window.end())
}

/// True if a window has a day between two dates of a year, both included.
pub(super) fn touches(window: &Window, year: i32, from: (u8, u8), to: (u8, u8)) -> bool {
    day_number(year, from.0, from.1) <= *window.end() && *window.start() <= day_number(year, to.0, to.1)
}

/// The last such weekday on or before a day.
pub(super) fn weekday_on_or_before(day: DayNumber, weekday: Weekday) -> DayNumber {
    day - (day - number_of(weekday)).rem_euclid(7)
}

/// The first such weekday on or after a day.
pub(super) fn weekday_on_or_after(day: DayNumber, weekday: Weekday) -> DayNumber {
    weekday_on_or_before(day + 6, weekday)
}

/// The weekday of a day, as its place in a week that starts on Sunday (0).
pub(super) fn weekday_index(day: DayNumber) -> u8 {
    u8::try_from(day.rem_euclid(7)).expect("a remainder by 7 is small")
}

/// Sunday is 0 and Monday 1, as the remainder by seven of the days that they fall on.
fn number_of(weekday: Weekday) -> i32 {
    i32::try_from(weekday.num_days_from_sunday()).expect("there are seven weekdays")
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Datelike;

    #[test]
    fn day_one_is_the_first_of_january_of_the_year_1() {
        assert_eq!(day_number(1, 1, 1), 1);
        assert_eq!(date_of(1).weekday(), Weekday::Mon);
        assert_eq!(existing(2026, 2, 29), None);
    }

    #[test]
    fn days_and_dates_are_those_of_chrono() {
        let mut date = NaiveDate::from_ymd_opt(-801, 1, 1).unwrap();
        let end = NaiveDate::from_ymd_opt(12_001, 1, 1).unwrap();
        while date < end {
            let day = date.num_days_from_ce();
            let [month, day_of_month] = [date.month(), date.day()].map(|n| u8::try_from(n).unwrap());
            assert_eq!((existing(date.year(), month, day_of_month), date_of(day)), (Some(day), date));
            date = date.succ_opt().unwrap();
        }
        for (year, month, day) in [(2026, 0, 1), (2026, 13, 1), (2026, 4, 31), (1900, 2, 29), (2026, 1, 0)] {
            assert_eq!(existing(year, month, day), None);
        }
    }

    #[test]
    fn weekdays_agree_with_chrono_on_either_side_of_year_1() {
        for day in -1000..1000 {
            let weekday = date_of(day).weekday();
            assert_eq!(u32::from(weekday_index(day)), weekday.num_days_from_sunday());
            assert_eq!(weekday_on_or_before(day, weekday), day);
            assert_eq!(weekday_on_or_after(day, weekday), day);
            assert_eq!(weekday_on_or_after(day, weekday.succ()), day + 1);
            assert_eq!(weekday_on_or_before(day, weekday.pred()), day - 1);
        }
    }
}
