//! Days that one family keeps: the yahrzeit, and the anniversary by the lunar calendar of China, Korea or Vietnam.

use super::OutOfRange;
use super::calendar_date::{NamedDay, has_month};
use super::calendar_names::Named;
use super::calendars::{Calendar, Civil, Month};
use super::day_number::{DayNumber, Window};
use chrono::{Datelike, NaiveDate};

const CHESHVAN: Month = Month::new(2);
const KISLEV: Month = Month::new(3);
const TEVET: Month = Month::new(4);
const SHEVAT: Month = Month::new(5);
const ADAR_I: Month = Named::ADAR_I.month;
/// Adar of a common year and Adar II of a leap year.
const ADAR: Month = Named::ADAR_II.month;

/// When someone died, as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Death {
    /// By day, on a date of the Gregorian calendar.
    ByDay(NaiveDate),
    /// After sunset, when the next Hebrew date has begun.
    AfterSunset(NaiveDate),
    /// On a date of the Hebrew calendar.
    Hebrew(Civil),
}

impl Death {
    /// The Hebrew date.
    pub(super) fn hebrew(self) -> Civil {
        match self {
            Death::ByDay(date) => Calendar::Hebrew.date(date.num_days_from_ce()),
            Death::AfterSunset(date) => Calendar::Hebrew.date(date.num_days_from_ce() + 1),
            Death::Hebrew(date) => date,
        }
    }
}

/// The yahrzeit of a death, in each Hebrew year after it.
pub(super) fn each_yahrzeit(death: Death, window: &Window, emit: &mut dyn FnMut(DayNumber)) {
    let death = death.hebrew();
    let years = Calendar::Hebrew.years(window);
    for year in (death.year + 1).max(*years.start())..=*years.end() {
        emit(yahrzeit(death, year));
    }
}

/// The yahrzeit in a Hebrew year, by the rules of Reingold and Dershowitz, Calendrical Calculations, "Hebrew birthdays and
/// anniversaries", which Hebcal follows too.
fn yahrzeit(death: Civil, year: i32) -> DayNumber {
    let day = |month, day| Calendar::Hebrew.day(year, month, day);
    let is_leap = has_month(Calendar::Hebrew, year, ADAR_I);
    let found = match (death.month, death.day) {
        // The last day of a month that may have 29 days. What the first anniversary has decides for all: if it has no
        // 30th, the 29th is kept as the last day of the month, else the first of the next month as the day after the 29th.
        (month @ (CHESHVAN | KISLEV), 30) => {
            let next = if month == CHESHVAN { KISLEV } else { TEVET };
            let first_has_it = Calendar::Hebrew.day(death.year + 1, month, 30).is_some();
            day(month, 30).or_else(|| if first_has_it { day(next, 1) } else { day(month, 29) })
        }
        // Who died in the Adar of a common year is remembered in Adar I, who died in Adar II in the last month of the year.
        (ADAR, n) if is_leap && !has_month(Calendar::Hebrew, death.year, ADAR_I) => day(ADAR_I, n),
        // A common year has no 30 Adar: the last day of the month before it.
        (ADAR_I, 30) if !is_leap => day(SHEVAT, 30),
        (ADAR_I, n) if !is_leap => day(ADAR, n),
        (month, n) => day(month, n),
    };
    found.expect("every case names a day that the year has")
}

/// The anniversary of a date by the lunar calendar of China, Korea or Vietnam, in each of its years after that of the death.
///
/// A death in a leap month is kept in that leap month where the year has it, else in the month that it repeats; on the
/// last day of the month if that has no 30th.
pub(super) fn each_lunar(
    calendar: Calendar,
    date: NaiveDate,
    window: &Window,
    emit: &mut dyn FnMut(DayNumber),
) -> Result<(), OutOfRange> {
    let day = date.num_days_from_ce();
    let window = day.max(*window.start())..=*window.end();
    if window.is_empty() {
        return Ok(());
    }
    calendar.check(&window)?;
    let death = calendar.date(day);
    let anniversary =
        NamedDay { named: Named { calendar, month: death.month, in_leap_years: false }, day: death.day };
    let years = calendar.years(&window);
    for year in (death.year + 1).max(*years.start())..=*years.end() {
        if let Some(day) = anniversary.nearest_in(year) {
            emit(day);
        }
    }
    Ok(())
}
