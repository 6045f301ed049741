//! Easter of both rites with the days that hang on it, and Advent.

use super::OutOfRange;
use super::day_number::{DayNumber, Window, day_number, touches, weekday_on_or_after, years_of};
use chrono::Weekday;

/// A feast of the churches that moves with Easter or the weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feast {
    /// A day that lies a fixed number of days from Easter.
    Easter { rite: Rite, day: EasterDay },
    /// The first Sunday of Advent.
    Advent,
}

/// Which reckoning of Easter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rite {
    /// Of the Western churches, Gregorian.
    Western,
    /// Of the Orthodox churches that keep the Julian reckoning.
    Orthodox,
}

/// A day by its distance from Easter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct EasterDay {
    /// In days; negative before Easter.
    pub(super) offset: i32,
}

/// A day that the churches name: its distance from Easter, its name, and which rites have it.
pub(super) struct EasterName {
    pub(super) offset: i32,
    pub(super) name: &'static str,
    western: bool,
    orthodox: bool,
}

const fn both(offset: i32, name: &'static str) -> EasterName {
    EasterName { offset, name, western: true, orthodox: true }
}

const fn western_only(offset: i32, name: &'static str) -> EasterName {
    EasterName { offset, name, western: true, orthodox: false }
}

const fn orthodox_only(offset: i32, name: &'static str) -> EasterName {
    EasterName { offset, name, western: false, orthodox: true }
}

/// The family of Easter.
pub(super) const EASTER_NAMES: [EasterName; 14] = [
    orthodox_only(-48, "Clean Monday"),
    western_only(-47, "Shrove Tuesday"),
    western_only(-46, "Ash Wednesday"),
    both(-7, "Palm Sunday"),
    both(-3, "Maundy Thursday"),
    both(-2, "Good Friday"),
    both(-1, "Holy Saturday"),
    both(0, "Easter"),
    both(1, "Easter Monday"),
    orthodox_only(9, "Radonitsa"),
    both(39, "Ascension"),
    both(49, "Pentecost"),
    both(50, "Whit Monday"),
    western_only(60, "Corpus Christi"),
];

impl EasterDay {
    pub(super) const EASTER: EasterDay = EasterDay { offset: 0 };

    fn known(self) -> Option<&'static EasterName> {
        EASTER_NAMES.iter().find(|one| one.offset == self.offset)
    }

    /// Its name without the rite.
    pub(super) fn name(self) -> &'static str {
        self.known().map_or("", |one| one.name)
    }

    /// True if this rite has a day of this name.
    pub(super) fn is_of(self, rite: Rite) -> bool {
        self.known().is_some_and(|one| if rite == Rite::Western { one.western } else { one.orthodox })
    }

    /// The rite that is meant where none is said: the Western, but for a day that only the Orthodox have.
    pub(super) fn usual_rite(self) -> Rite {
        if self.is_of(Rite::Western) { Rite::Western } else { Rite::Orthodox }
    }
}

impl Feast {
    pub(super) fn each(self, window: &Window, emit: &mut dyn FnMut(DayNumber)) -> Result<(), OutOfRange> {
        match self {
            Feast::Easter { rite: Rite::Western, day } => each_easter(WESTERN, western, day, window, emit),
            Feast::Easter { rite: Rite::Orthodox, day } => each_easter(ORTHODOX, orthodox, day, window, emit),
            Feast::Advent => {
                years_of(window).for_each(|year| emit(advent(year)));
                Ok(())
            }
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
    EasterDay { offset }: EasterDay,
    window: &Window,
    emit: &mut dyn FnMut(DayNumber),
) -> Result<(), OutOfRange> {
    for year in years_of(window) {
        // A step may reach back over the first year; only an Easter that could fall in the window is missed there.
        if year >= first {
            emit(easter(year) + offset);
        } else if touches(&(window.start() - offset..=window.end() - offset), year, (3, 20), (4, 27)) {
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
