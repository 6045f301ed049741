//! The Vietnamese calendar, which follows the Chinese rules by the clock of Hanoi (UTC+7) since 1968.
//!
//! Decision 121/CP of August 8, 1967 introduced it in the North; the South followed in 1975. The lengths are those that
//! Ho Ngoc Duc published for 1968 to 2100; new moons and solar terms by PyEphem at UTC+7 give the same 1,645 months but
//! one, May 2054, whose new moon comes within seconds of midnight. Before 1968 his tables have China's months.

use super::calendars::{Civil, Month};
use super::day_number::DayNumber;

/// The first year of the table.
pub(super) const FIRST_YEAR: i32 = 1968;

/// The last year of the table.
pub(super) const LAST_YEAR: i32 = 2100;

/// The new year of 1968: January 29.
pub(super) const START: DayNumber = 718_460;

/// The months of each year: a bit for each that has 30 days rather than 29, the first in the lowest; above the thirteenth
/// bit the number of the month that is repeated, or 0.
#[rustfmt::skip]
#[allow(clippy::unreadable_literal)] // A year each.
const YEARS: [u32; 133] = [
    0x0e55b, 0x0056b, 0x00b69, 0x0b752, 0x00b52, 0x00b25, 0x09a4b, 0x00a4d, 0x114ab, 0x002ad, 0x005ad, 0x0cb6a,
    0x00da9, 0x00d92, 0x09d25, 0x00d25, 0x00a55, 0x054ad, 0x004b6, 0x0e5b5, 0x006d5, 0x00ec9, 0x0be92, 0x00e92,
    0x00d26, 0x06a56, 0x00a57, 0x11556, 0x0056a, 0x00b55, 0x0b6c9, 0x00749, 0x00693, 0x0952b, 0x0052b, 0x00a5b,
    0x0555a, 0x0056a, 0x0eb65, 0x00ba5, 0x00d49, 0x0ba95, 0x00a95, 0x0052d, 0x08aad, 0x00ab5, 0x135aa, 0x005d2,
    0x00da5, 0x0dd4a, 0x00e4a, 0x00c96, 0x0992e, 0x00556, 0x00ab5, 0x055b2, 0x006d2, 0x0cea5, 0x00725, 0x0064b,
    0x0ac97, 0x004ab, 0x0055b, 0x06ada, 0x00b6a, 0x17752, 0x00b92, 0x00b25, 0x0da4b, 0x00a4d, 0x004ad, 0x0a95b,
    0x005ad, 0x00baa, 0x05b52, 0x00d92, 0x0fd25, 0x00d25, 0x00a55, 0x0b4ad, 0x004b6, 0x006b5, 0x06daa, 0x00eca,
    0x10e92, 0x00e93, 0x00d2a, 0x0ca56, 0x00a5b, 0x0055a, 0x08ad5, 0x00b55, 0x0074a, 0x06e93, 0x00a93, 0x0f52b,
    0x0052b, 0x00a9b, 0x0b55a, 0x0056a, 0x00b65, 0x0974a, 0x00d4a, 0x11a95, 0x00c95, 0x0092d, 0x0caad, 0x00ab5,
    0x005aa, 0x08da5, 0x00ea5, 0x00d4a, 0x07d15, 0x00c96, 0x0f956, 0x00556, 0x00ab5, 0x0b6b4, 0x006d4, 0x00ea5,
    0x08e8a, 0x0068b, 0x11497, 0x004ab, 0x0095b, 0x0cada, 0x00b6a, 0x00754, 0x09725, 0x00b45, 0x00a8b, 0x0552b,
    0x004ad,
];

fn bits(year: i32) -> u32 {
    usize::try_from(year - FIRST_YEAR).ok().and_then(|at| YEARS.get(at)).copied().unwrap_or(0)
}

/// The months of a year of the table in their order, each with its length.
fn months(year: i32) -> impl Iterator<Item = (Month, i32)> {
    let bits = bits(year);
    let leap = bits >> 13;
    let numbers = (1..=12_u8).flat_map(move |number| {
        let repeated = (u32::from(number) == leap).then_some(Month::leap(number));
        std::iter::once(Month::new(number)).chain(repeated)
    });
    numbers.enumerate().map(move |(at, month)| (month, 29 + (bits >> at & 1).cast_signed()))
}

fn length(year: i32) -> i32 {
    let bits = bits(year);
    let months = if bits >> 13 == 0 { 12 } else { 13 };
    29 * months + (bits & 0x1fff).count_ones().cast_signed()
}

/// The first day of a year of the table, or of the year after it.
fn new_year(year: i32) -> DayNumber {
    START + (FIRST_YEAR..year).map(length).sum::<i32>()
}

/// The day of a date in a year of the table, or `None` if the year has no such month or the month no such day.
pub(super) fn day(year: i32, month: Month, day: u8) -> Option<DayNumber> {
    let mut first = new_year(year);
    for (one, days) in months(year) {
        if one == month {
            return (1..=days).contains(&i32::from(day)).then(|| first + i32::from(day) - 1);
        }
        first += days;
    }
    None
}

/// A day as a date, if it is in the table.
pub(super) fn date(day: DayNumber) -> Option<Civil> {
    if day < START {
        return None;
    }
    let mut first = START;
    for year in FIRST_YEAR..=LAST_YEAR {
        if day >= first + length(year) {
            first += length(year);
            continue;
        }
        for (month, days) in months(year) {
            if day < first + days {
                let day = u8::try_from(day - first + 1).expect("a month is short");
                return Some(Civil { year, month, day });
            }
            first += days;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::day_number::day_number;

    #[test]
    fn tet_falls_where_it_was_kept() {
        // 1968 a day before China's, 1985 a month before, 2007 a day before.
        for (year, month, day) in [(1968, 1, 29), (1985, 1, 21), (2007, 2, 17), (2024, 2, 10), (2030, 2, 2)] {
            assert_eq!(super::day(year, Month::new(1), 1), Some(day_number(year, month, day)), "{year}");
        }
        assert_eq!(new_year(LAST_YEAR + 1), day_number(2101, 1, 29));
    }

    #[test]
    fn each_day_of_the_table_converts_there_and_back() {
        for number in START..new_year(LAST_YEAR + 1) {
            let Civil { year, month, day } = date(number).unwrap();
            assert_eq!(super::day(year, month, day), Some(number));
        }
        assert_eq!((date(START - 1), date(new_year(LAST_YEAR + 1))), (None, None));
    }
}
