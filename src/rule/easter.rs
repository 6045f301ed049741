//! Feasts that move with the moon of the church, or with Christmas: Easter of both rites, and Advent.

use super::OutOfRange;
use super::day_number::{DayNumber, Window, day_number, touches, weekday_on_or_after, years_of};
use super::solar;
use chrono::Weekday;

/// A day that is known by a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feast {
    /// Easter Sunday of the Western churches.
    Easter,
    /// Easter Sunday of the Orthodox churches that keep the Julian reckoning.
    OrthodoxEaster,
    /// The first Sunday of Advent.
    Advent,
    /// The Chinese day of sweeping the tombs.
    Qingming,
}

impl Feast {
    pub(super) fn each(self, window: &Window, emit: &mut dyn FnMut(DayNumber)) -> Result<(), OutOfRange> {
        match self {
            Feast::Easter => each_easter(WESTERN, western, window, emit),
            Feast::OrthodoxEaster => each_easter(ORTHODOX, orthodox, window, emit),
            Feast::Advent => {
                years_of(window).for_each(|year| emit(advent(year)));
                Ok(())
            }
            Feast::Qingming => solar::each_qingming(window, emit),
        }
    }
}

/// The Gregorian reckoning of Easter began with the calendar: Easter 1583 was its first.
const WESTERN: (&str, i32) = ("Easter is reckoned for", 1583);

/// The Julian reckoning is that of the council of Nicaea (325), so that Easter 326 is its first.
const ORTHODOX: (&str, i32) = ("Orthodox Easter is reckoned for", 326);

fn each_easter(
    (what, first): (&'static str, i32),
    easter: fn(i32) -> DayNumber,
    window: &Window,
    emit: &mut dyn FnMut(DayNumber),
) -> Result<(), OutOfRange> {
    for year in years_of(window) {
        // A step may reach back over the first year; only an Easter that could fall in the window is missed there.
        if year >= first {
            emit(easter(year));
        } else if touches(window, year, (3, 20), (4, 27)) {
            return Err(OutOfRange { what, first, last: 9999, needed: year });
        }
    }
    Ok(())
}

/// Easter by the Gregorian reckoning: the algorithm printed anonymously in Nature (1876), as in Meeus,
/// Astronomical Algorithms, chapter 8.
fn western(year: i32) -> DayNumber {
    let golden = year % 19;
    let (century, of_century) = (year / 100, year % 100);
    let lunar_correction = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - lunar_correction + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    // The two exceptions of the Gregorian reckoning: a full moon on April 19, and one on April 18 late in the cycle.
    let exception = (golden + 11 * moon + 22 * to_sunday) / 451;
    day_number(year, 3, 22) + moon + to_sunday - 7 * exception
}

/// Easter by the Julian reckoning: the Sunday after the full moon of the nineteen-year cycle (Meeus, chapter 8).
fn orthodox(year: i32) -> DayNumber {
    let moon = (19 * (year % 19) + 15) % 30;
    let to_sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    // March 22 of the Julian calendar, which has fallen behind by three days in each four centuries.
    let behind = year / 100 - year / 400 - 2;
    day_number(year, 3, 22) + behind + moon + to_sunday
}

/// The first Sunday of Advent: the fourth before December 25, so from November 27 to December 3.
fn advent(year: i32) -> DayNumber {
    weekday_on_or_after(day_number(year, 11, 27), Weekday::Sun)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::day_number::date_of;
    use chrono::Datelike;

    #[test]
    fn every_easter_is_a_sunday_within_its_five_weeks() {
        for year in 1583..=9999 {
            let easter = date_of(western(year));
            assert_eq!(easter.weekday(), Weekday::Sun);
            let (month, day) = (easter.month(), easter.day());
            assert!((3, 22) <= (month, day) && (month, day) <= (4, 25), "{easter}");
        }
        for year in 326..=9999 {
            assert_eq!(date_of(orthodox(year)).weekday(), Weekday::Sun);
        }
    }
}
