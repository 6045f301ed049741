//! A date of another calendar in every year: `27 Nisan`, `10 Muharram`, `Chinese 7/15`.

use super::OutOfRange;
use super::calendar_names::Named;
use super::calendars::{Calendar, Month};
use super::day_number::{DayNumber, Window};
use super::gregorian::Missing;
use super::tibetan;

/// A month by its name and a day of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NamedDay {
    pub(super) named: Named,
    pub(super) day: u8,
}

/// A date of another calendar, and what becomes of it in years without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CalendarDate {
    pub(super) date: NamedDay,
    /// The date that stands in is one that every year has.
    pub(super) missing: Missing<NamedDay>,
}

impl CalendarDate {
    pub(super) fn each(&self, window: &Window, emit: &mut dyn FnMut(DayNumber)) -> Result<(), OutOfRange> {
        let calendar = self.date.named.calendar;
        calendar.check(window)?;
        for year in calendar.years(window) {
            if let Some(day) = self.day_in(year) {
                emit(day);
            }
        }
        Ok(())
    }

    /// The day in a year of its own calendar.
    fn day_in(&self, year: i32) -> Option<DayNumber> {
        self.date.exactly_in(year).or_else(|| match self.missing {
            Missing::Usual => self.date.nearest_in(year),
            Missing::Skip => None,
            Missing::Instead(date) => date.nearest_in(year),
        })
    }
}

impl NamedDay {
    /// The day, if the year has it under this name.
    fn exactly_in(self, year: i32) -> Option<DayNumber> {
        let Named { calendar, month, in_leap_years } = self.named;
        if in_leap_years && !has_month(calendar, year, Named::ADAR_I.month) {
            return None;
        }
        calendar.day(year, month, self.day)
    }

    /// The day, or what custom keeps in a year without it.
    ///
    /// Adar serves both Adars in a common year (Mishnah, Megillah 1:4; so do Reingold and Dershowitz), a lunar
    /// leap month is kept in the month that it repeats, and a month that is too short gives its last day. A number that a
    /// Tibetan month skips is kept on the day after.
    pub(super) fn nearest_in(self, year: i32) -> Option<DayNumber> {
        let Named { calendar, month, .. } = self.named;
        let month = match month {
            Month { leap: false, .. } => month,
            _ if has_month(calendar, year, month) => month,
            _ if calendar == Calendar::Hebrew => Named::ADAR_II.month,
            Month { number, .. } => Month::new(number),
        };
        if calendar == Calendar::Tibetan {
            return tibetan::nearest_day(year, month, self.day);
        }
        // No month is shorter by more than a day than the longest of its name, but for a few printed Hijri months.
        (self.day.saturating_sub(MOST_MISSING)..=self.day)
            .rev()
            .find_map(|day| calendar.day(year, month, day))
    }
}

/// The last day of a month in every year of its calendar.
pub(super) fn each_last_day(
    named: Named,
    window: &Window,
    emit: &mut dyn FnMut(DayNumber),
) -> Result<(), OutOfRange> {
    let date = NamedDay { named, day: named.longest() };
    CalendarDate { date, missing: Missing::Usual }.each(window, emit)
}

/// How many days at most a month can lack of the longest of its name.
const MOST_MISSING: u8 = 3;

/// True if the year has this month.
pub(super) fn has_month(calendar: Calendar, year: i32, month: Month) -> bool {
    // A Tibetan month may skip its first number.
    let is_second = || calendar == Calendar::Tibetan && calendar.day(year, month, 2).is_some();
    calendar.day(year, month, 1).is_some() || is_second()
}
