//! The Bengali calendar of Bangladesh, whose year begins on April 14 by law.
//!
//! From 1394 (1987) its first five months had 31 days and the others 30, Falgun 31 in Gregorian leap years. Since 1426 (October
//! 2019) the first six have 31 days and Falgun 29, in leap years 30, so that the days of 1952 and 1971 keep their dates: February
//! 21 is 8 Falgun (Bangla Academy). The calendar of West Bengal follows the stars and its almanacs.

use super::calendars::{Civil, Month};
use super::day_number::{DayNumber, date_of, day_number};
use chrono::{Datelike, NaiveDate};

/// What a year is ahead of the Gregorian year in which it begins.
const ERA: i32 = -593;

/// The first year of today's lengths.
const REFORM: i32 = 1426;

/// April 14, 2019. Days before it are counted by the lengths of their time, for the years since an event.
pub(super) const START: DayNumber = 737_163;

const FALGUN: u8 = 11;

fn new_year(year: i32) -> DayNumber {
    day_number(year - ERA, 4, 14)
}

fn length(year: i32, month: u8) -> i32 {
    let is_leap = NaiveDate::from_ymd_opt(year - ERA + 1, 2, 29).is_some();
    match (month, year >= REFORM) {
        (1..=5, _) | (6, true) => 31,
        (FALGUN, true) => 29 + i32::from(is_leap),
        (FALGUN, false) => 30 + i32::from(is_leap),
        _ => 30,
    }
}

/// The day of a date, or `None` if the year has no such day.
pub(super) fn day(year: i32, month: Month, day: u8) -> Option<DayNumber> {
    let Month { number, leap } = month;
    let is_there = !leap && (1..=12).contains(&number) && (1..=length(year, number)).contains(&day.into());
    let before: i32 = (1..number).map(|month| length(year, month)).sum();
    is_there.then(|| new_year(year) + before + i32::from(day) - 1)
}

/// A day as a date.
pub(super) fn date(day: DayNumber) -> Civil {
    let year = date_of(day).year() + ERA;
    let year = if day < new_year(year) { year - 1 } else { year };
    let mut left = day - new_year(year);
    let mut month = 1;
    while left >= length(year, month) {
        left -= length(year, month);
        month += 1;
    }
    let day = u8::try_from(left + 1).expect("months are short");
    Civil { year, month: Month::new(month), day }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_day_converts_there_and_back_and_the_year_has_twelve_months() {
        assert_eq!(START, day_number(2019, 4, 14));
        for number in START - 20_000..START + 80_000 {
            let Civil { year, month, day } = date(number);
            assert_eq!(super::day(year, month, day), Some(number));
            assert!(month.number <= 12);
        }
    }
}
