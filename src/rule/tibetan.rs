//! The Tibetan calendar of the Phugpa school, by the arithmetic of Svante Janson, Tibetan Calendar Mathematics (2014).
//!
//! A month has thirty lunar days. A civil day has the number of the lunar day that goes on as it begins: one that no civil day begins
//! in is skipped, and one in which two begin comes twice. The schools of Tsurphu, Bhutan and Mongolia reckon otherwise, a day or a
//! month off.

use super::calendars::{Civil, Month};
use super::day_number::DayNumber;

/// What a year of the reckoning is ahead of the Gregorian year in which it begins.
const ERA: i32 = 127;

/// Losar 1448, a year after the school's reckoning began.
pub(super) const START: DayNumber = 528_550;

/// The months before the epoch of 1987, and the day on which that mean month begins.
const EPOCH: (i64, i64) = (26_140, 725_489);

/// A common denominator of all fractions of a day that the reckoning has.
const PARTS: i64 = 102_317_040;

/// The equation of the sun for each of three signs, in sixtieths of a day.
const SUN: [i64; 4] = [0, 6, 10, 11];

/// The equation of the moon for each of seven parts of its course, in sixtieths of a day.
const MOON: [i64; 8] = [0, 5, 10, 15, 19, 22, 24, 25];

/// Reads a table at `at / unit`, which rises, falls, and does both below zero, in sixtieths of a day times `unit`.
fn equation<const N: usize>(table: &[i64; N], at: i64, unit: i64) -> i64 {
    let quarter = unit * i64::try_from(N - 1).expect("tables are short");
    if at > 2 * quarter {
        return -equation(table, at - 2 * quarter, unit);
    }
    let at = if at > quarter { 2 * quarter - at } else { at };
    let place = |index: i64| usize::try_from(index).ok().and_then(|index| table.get(index)).copied();
    let (below, rest) = (at / unit, at % unit);
    let lower = place(below).unwrap_or_default();
    lower * unit + (place(below + 1).unwrap_or(lower) - lower) * rest
}

/// The civil day in which a lunar day of a month ends; the month before ends with its day 0.
fn end_of(count: i64, day: i64) -> i64 {
    let n = count - EPOCH.0;
    let mean = n * 167_025 * (PARTS / 5656)
        + day * 11_135 * (PARTS / 11_312)
        + EPOCH.1 * PARTS
        + 135 * (PARTS / 707);
    let sun = equation(&SUN, (390 * n + 13 * day - 1206).rem_euclid(4824), 402) * (PARTS / (402 * 60));
    let moon = equation(&MOON, (253 * n + 126 * day + 2736).rem_euclid(3528), 126) * (PARTS / (126 * 60));
    (mean - sun + moon).div_euclid(PARTS)
}

/// How many months come before one that is not a leap month, since the epoch.
fn count_of(year: i32, number: u8) -> i64 {
    let months = 804 * (i64::from(year + ERA) - 1) + 67 * i64::from(number) + 64;
    months.div_euclid(65)
}

/// The month that has so many before it.
fn month_at(count: i64) -> (i32, Month) {
    // The solar month to which it belongs, counted from the epoch: 67 lunar months are 65 of them.
    let solar = (65 * count - 64 + 66).div_euclid(67);
    let is_leap = (67 * solar + 64).div_euclid(65) != count;
    let (year, number) = ((solar - 1).div_euclid(12) + 1, (solar - 1).rem_euclid(12) + 1);
    let number = u8::try_from(number).expect("a year has twelve");
    let month = if is_leap { Month::leap(number) } else { Month::new(number) };
    (i32::try_from(year).expect("rules stay within a few ten thousand years") - ERA, month)
}

/// How many months come before this one, if the year has it; a leap month comes before the one whose number it has.
fn count_before(year: i32, month: Month) -> Option<i64> {
    let count = count_of(year, month.number) - i64::from(month.leap);
    ((1..=12).contains(&month.number) && month_at(count) == (year, month)).then_some(count)
}

fn day_number(day: i64) -> DayNumber {
    DayNumber::try_from(day).expect("rules stay within a few ten thousand years")
}

/// The day of a date, or `None` if the year has no such month, or the month skips the number. Of a number that comes twice it is
/// the first.
pub(super) fn day(year: i32, month: Month, day: u8) -> Option<DayNumber> {
    let count = count_before(year, month)?;
    let before = end_of(count, i64::from(day) - 1);
    ((1..=30).contains(&day) && end_of(count, day.into()) > before).then(|| day_number(before + 1))
}

/// The same where a number that is skipped is kept on the day after it (Reingold and Dershowitz, Calendrical Calculations).
pub(super) fn nearest_day(year: i32, month: Month, day: u8) -> Option<DayNumber> {
    let count = count_before(year, month)?;
    Some(day_number(end_of(count, i64::from(day) - 1) + 1))
}

/// A day as a date.
pub(super) fn date(day: DayNumber) -> Civil {
    let day = i64::from(day);
    let mean = EPOCH.0 + (day - EPOCH.1) * 5656 / 167_025;
    let count = (mean - 2..=mean + 2).find(|count| end_of(*count, 30) >= day).unwrap_or(mean);
    let number = (1..=30).find(|number| end_of(count, *number) >= day).unwrap_or(30);
    let (year, month) = month_at(count);
    Civil { year, month, day: u8::try_from(number).expect("a month has thirty") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::day_number::day_number as gregorian;

    #[test]
    fn losar_falls_where_it_was_kept() {
        let published = [
            (2015, 2, 19),
            (2016, 2, 9),
            (2017, 2, 27),
            (2018, 2, 16),
            (2019, 2, 5),
            (2020, 2, 24),
            (2021, 2, 12),
            (2022, 3, 3),
            (2023, 2, 21),
            (2024, 2, 10),
            (2025, 2, 28),
            (2026, 2, 18),
        ];
        for (year, month, day) in published {
            // In 2019 the leap month comes first.
            let found = nearest_day(year, Month::leap(1), 1).or_else(|| nearest_day(year, Month::new(1), 1));
            assert_eq!(found, Some(gregorian(year, month, day)), "{year}");
        }
        assert_eq!(nearest_day(1448, Month::new(1), 1), Some(START));
    }

    #[test]
    fn each_day_has_a_date_and_one_of_each_number_is_the_day_of_that_date() {
        let mut twice = 0;
        for number in 693_000..767_000 {
            let Civil { year, month, day } = date(number);
            match super::day(year, month, day) {
                Some(found) if found == number => {}
                // The number comes twice; this is the second of them.
                found => {
                    assert_eq!(found, Some(number - 1), "{year} {month:?} {day}");
                    twice += 1;
                }
            }
        }
        assert!((1500..2500).contains(&twice), "{twice}");
    }

    #[test]
    fn a_month_skips_or_repeats_numbers_and_lasts_for_29_or_30_days() {
        for year in 1900..2100 {
            for month in (1..=12).flat_map(|number| [Month::leap(number), Month::new(number)]) {
                let Some(first) = nearest_day(year, month, 1) else { continue };
                let last = nearest_day(year, month, 30).unwrap();
                assert!((28..=29).contains(&(last - first)), "{year} {month:?}");
            }
        }
    }
}
