//! The Umm al-Qura calendar of Saudi Arabia as it was printed, and as it is announced, for the years 1343 to 1500 (1924 to 2077).
//!
//! icu_calendar errs here against the calendar's own tables, and so its table stands in only outside these years:
//! - Until 1419 (1999) its months are reckoned back by a later rule. The printed calendars differ by a day in half of the
//!   months: 1400 began on November 20, 1979, the day on which the Great Mosque was seized, not on November 21.
//! - From 1451 (2029) on it leaves the rule in force since 1423, by which a month begins after the 29th if, at Mecca, the
//!   moon is new before sunset and sets after the sun. Of the 600 months of 1451 to 1500 that rule gives 599 as here (the
//!   other is a matter of seconds), and 390 as icu_calendar has them.
//!
//! The lengths are those collated by R. H. van Gent (The Umm al-Qura Calendar of Saudi Arabia, Utrecht University), which
//! the Python package hijridate carries too. A few printed months were corrected by a day on the way and so have 28 or
//! 31 days.

use super::day_number::DayNumber;

/// The first year of the table.
pub(super) const FIRST_YEAR: i32 = 1343;

/// The last year of the table.
pub(super) const LAST_YEAR: i32 = 1500;

/// 1 Muharram 1343: August 1, 1924.
const START: DayNumber = 702_574;

/// The months of each year, two bits each from Muharram in the lowest: how many days over 28 it has.
#[rustfmt::skip]
#[allow(clippy::unreadable_literal)] // Six digits, one for each two months.
const LENGTHS: [u32; 158] = [
    0xa8a9a6, 0x666665, 0x9a2766, 0x6969a5, 0x5a69a5, 0x35a666, 0xb2a666, 0x9a6599, 0x9a5666, 0x666666,
    0x9699a6, 0x666999, 0x9a6666, 0x65a665, 0xa66666, 0x69659a, 0x65966a, 0xa66666, 0x666666, 0x666666,
    0xa66666, 0x6a2666, 0xa66666, 0x666666, 0x666666, 0xa66666, 0x69a666, 0x666666, 0xa99966, 0xa65999,
    0x999999, 0xa5a666, 0x696666, 0x666a59, 0xa69996, 0x666666, 0x999999, 0x666666, 0x6659a6, 0x9969a6,
    0x666699, 0x666666, 0x6a65a6, 0xa6665a, 0xa66665, 0x666669, 0xa66666, 0x59a666, 0xa66666, 0xa66665,
    0xa66566, 0x696666, 0x6659a6, 0x9966a6, 0x666699, 0x99a666, 0x699999, 0xa6659a, 0x665999, 0x99666a,
    0x6599a9, 0x966a69, 0x6669a5, 0x9a6666, 0x999999, 0x996666, 0x6599a6, 0x9666a6, 0x59a699, 0x66a696,
    0xa69a59, 0x9a9965, 0x9a6599, 0x996666, 0x599a66, 0x666a66, 0x9a6999, 0x9aa659, 0x9aa565, 0x9a9596,
    0x999666, 0x6659a6, 0x6699a6, 0x9a6999, 0x69a665, 0xa6a596, 0xa69659, 0x999969, 0x966669, 0x5999a9,
    0x6669a6, 0x5a6999, 0x9a6666, 0x999999, 0x9665a6, 0x6596a6, 0x9666a6, 0x599a99, 0x669a66, 0x669999,
    0xa66666, 0x999699, 0x9659a9, 0x5969a9, 0x6666a6, 0x99a699, 0x69a665, 0x699966, 0x66659a, 0x99966a,
    0x6665a9, 0x9999a9, 0x6699a5, 0x9a9996, 0xa69659, 0x9a5966, 0x69659a, 0xa5999a, 0x666699, 0x9a6666,
    0x69a659, 0xa99966, 0xa96599, 0x999666, 0x6659a6, 0x9999a6, 0x5a69a5, 0x6a6696, 0x69a659, 0x699666,
    0x6659a6, 0x99669a, 0x659a99, 0x969a99, 0x5a9a65, 0x9a6996, 0x9a6659, 0x999969, 0x659a69, 0x9669a6,
    0x59a9a5, 0x69a696, 0xa99a59, 0xa66665, 0xa65999, 0x996669, 0x6599a9, 0x9669a6, 0xa66999, 0x9a6665,
    0x9a5996, 0x99965a, 0x66599a, 0x99666a, 0x665a69, 0x999a66, 0x699999, 0xa9965a,
];

/// The days before each year of the table, from [`START`] on; the last is its whole length.
const YEAR_STARTS: [DayNumber; 159] = {
    let mut starts = [START; 159];
    let mut year = 0;
    while year < 158 {
        let mut days = 0;
        let mut month = 0;
        while month < 12 {
            days += 28 + (LENGTHS[year] >> (2 * month) & 3).cast_signed();
            month += 1;
        }
        starts[year + 1] = starts[year] + days;
        year += 1;
    }
    starts
};

/// The days that the table covers.
pub(super) const COVERED: std::ops::Range<DayNumber> = START..YEAR_STARTS[158];

/// The day of a date in a year of the table, or `None` if the month has no such day.
pub(super) fn day(year: i32, month: u8, day: u8) -> Option<DayNumber> {
    let place = place(year)?;
    let (start, lengths) = (YEAR_STARTS[place], LENGTHS[place]);
    if !(1..=12).contains(&month) || day == 0 || i32::from(day) > length(lengths, month) {
        return None;
    }
    Some(start + (1..month).map(|month| length(lengths, month)).sum::<i32>() + i32::from(day) - 1)
}

/// The year, month and day of a day that the table covers.
pub(super) fn date(day: DayNumber) -> Option<(i32, u8, u8)> {
    if !COVERED.contains(&day) {
        return None;
    }
    let place = YEAR_STARTS.partition_point(|start| *start <= day) - 1;
    let year = FIRST_YEAR + i32::try_from(place).ok()?;
    let mut left = day - YEAR_STARTS[place];
    for month in 1..=12 {
        let length = length(LENGTHS[place], month);
        if left < length {
            return Some((year, month, u8::try_from(left + 1).ok()?));
        }
        left -= length;
    }
    None
}

fn length(lengths: u32, month: u8) -> i32 {
    28 + (lengths >> (2 * (month - 1)) & 3).cast_signed()
}

fn place(year: i32) -> Option<usize> {
    usize::try_from(year - FIRST_YEAR).ok().filter(|place| *place < LENGTHS.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::day_number::day_number;

    #[test]
    fn the_table_ends_where_the_year_1500_does() {
        assert_eq!(COVERED, day_number(1924, 8, 1)..day_number(2077, 11, 17));
    }

    #[test]
    fn every_day_of_the_table_is_one_date_and_back() {
        for number in COVERED {
            let (year, month, of_month) = date(number).unwrap();
            assert_eq!(day(year, month, of_month), Some(number));
        }
        assert_eq!(date(COVERED.end), None);
        assert_eq!(day(1501, 1, 1), None);
    }

    #[test]
    fn the_year_1400_begins_with_the_seizure_of_the_great_mosque() {
        assert_eq!(day(1400, 1, 1), Some(day_number(1979, 11, 20)));
    }
}
