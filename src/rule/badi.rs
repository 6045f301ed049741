//! The Badíʿ calendar of the Bahá'í Faith: nineteen months of nineteen days, and the days of Há before the last.
//!
//! Since 2015 the year begins on the day, from sunset to sunset in Tehran, in which the equinox of March falls there (message of
//! the Universal House of Justice, July 10, 2014). The World Centre has published the dates to 2064. Later ones are reckoned:
//! to 2200 no equinox is within six minutes of sunset, so that none hangs on the algorithm. Until 2014 the year began on March 21
//! outside of the Middle East.

use super::calendars::{Civil, Month};
use super::day_number::{DayNumber, date_of, day_number};
use chrono::Datelike;

/// What a year is ahead of the Gregorian year in which it begins.
const ERA: i32 = -1843;

/// The first Gregorian year of the table.
const FIRST: i32 = 2015;

/// March 21, 1844, the first day of the calendar.
pub(super) const START: DayNumber = 673_222;

/// The last day of the year that begins in 2199.
pub(super) const LAST: DayNumber = 803_247;

/// The month of the days of Há, which is counted as the nineteenth.
pub(super) const HA: u8 = 19;

/// The last month, of the fast.
pub(super) const ALA: u8 = 20;

/// The first days of 2015 to 2200: how many days they are after March 19, ten years a line.
const NEW_YEARS: &[u8] = b"\
    2112211221\
    1221112111\
    2111211121\
    1121112111\
    2111111111\
    1111111111\
    1111111111\
    1111111011\
    1011112221\
    2221222122\
    2122212221\
    1221122112\
    2112211221\
    1221122112\
    2111211121\
    1121112111\
    2111211121\
    1121111111\
    111112";

/// The first day of a year.
fn new_year(year: i32) -> DayNumber {
    let year = year - ERA;
    let in_table = usize::try_from(year - FIRST).ok().and_then(|at| NEW_YEARS.get(at));
    day_number(year, 3, in_table.map_or(21, |digit| 19 + (digit - b'0')))
}

/// The day of a date, or `None` if the year has no such day.
pub(super) fn day(year: i32, month: Month, day: u8) -> Option<DayNumber> {
    let (first, next) = (new_year(year), new_year(year + 1));
    let (start, length) = match month.number {
        number @ 1..=18 => (first + 19 * (i32::from(number) - 1), 19),
        HA => (first + 342, next - first - 361),
        ALA => (next - 19, 19),
        _ => return None,
    };
    let day = i32::from(day);
    (!month.leap && (1..=length).contains(&day)).then(|| start + day - 1)
}

/// A day as a date.
pub(super) fn date(day: DayNumber) -> Civil {
    let year = date_of(day).year() + ERA;
    let year = if day < new_year(year) { year - 1 } else { year };
    let (from_start, to_end) = (day - new_year(year), new_year(year + 1) - day);
    let (month, days) = match from_start {
        0..342 => (1 + from_start / 19, from_start % 19),
        _ if to_end <= 19 => (ALA.into(), 19 - to_end),
        _ => (HA.into(), from_start - 342),
    };
    let small = |n: i32| u8::try_from(n).expect("months and their days are few");
    Civil { year, month: Month::new(small(month)), day: small(days + 1) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sun::{Coordinates, HorizonEvent, moment_of_longitude};
    use chrono::{DateTime, TimeDelta, Utc};

    /// The days of March on which Naw-Rúz falls in 2015 to 2064, as the World Centre has published them.
    const PUBLISHED: [u8; 50] = [
        21, 20, 20, 21, 21, 20, 20, 21, 21, 20, 20, 21, 21, 20, 20, 20, 21, 20, 20, 20, 21, 20, 20, 20, 21,
        20, 20, 20, 21, 20, 20, 20, 21, 20, 20, 20, 21, 20, 20, 20, 21, 20, 20, 20, 20, 20, 20, 20, 20, 20,
    ];

    #[test]
    fn the_year_begins_on_the_published_days() {
        for (year, day) in (FIRST..).zip(PUBLISHED) {
            assert_eq!(new_year(year + ERA), day_number(year, 3, day), "{year}");
        }
        assert_eq!((START, new_year(1)), (day_number(1844, 3, 21), START));
        assert_eq!(LAST, new_year(2200 + ERA) - 1);
    }

    #[test]
    fn the_year_begins_with_the_equinox_before_sunset_in_tehran() {
        let tehran: Coordinates = "35.70, 51.42".parse().unwrap();
        let mut doubtful = Vec::new();
        for year in FIRST..=2200 {
            let start = day_number(year, 1, 1);
            let equinox = moment_of_longitude(0.0, f64::from(start) + 79.0);
            // As seconds of the Gregorian year; 12:00 in Tehran is 08:30 in Greenwich.
            #[allow(clippy::cast_possible_truncation)]
            let seconds = TimeDelta::seconds(((equinox - f64::from(start)) * 86_400.0) as i64);
            let instant = date_of(start).and_time(chrono::NaiveTime::MIN).and_utc() + seconds;
            let date = (instant + TimeDelta::minutes(210)).date_naive();
            let noon: DateTime<Utc> = date.and_hms_opt(8, 30, 0).unwrap().and_utc();
            let sunset = HorizonEvent::Sunset.near(noon, tehran).unwrap();
            let first = date.num_days_from_ce() + i32::from(instant >= sunset);
            if (instant - sunset).num_seconds().abs() < 300 {
                doubtful.push(year);
            } else {
                assert_eq!(new_year(year + ERA), first, "{year}");
            }
        }
        // There the published days decide.
        assert_eq!(doubtful, [2026, 2059]);
    }

    #[test]
    fn each_day_converts_there_and_back() {
        for number in START - 800..LAST {
            let Civil { year, month, day } = date(number);
            assert_eq!(super::day(year, month, day), Some(number), "{year} {month:?} {day}");
        }
    }
}
