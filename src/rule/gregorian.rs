//! The Gregorian calendar: fixed dates, February 29, and the n-th weekday of a month.

use super::day_number::{
    DayNumber, Window, day_number, existing, weekday_on_or_after, weekday_on_or_before, years_of,
};
use chrono::Weekday;

/// How many days a month can have.
pub(super) const LONGEST_MONTHS: [u8; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// A month and a day of it, each from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MonthDay {
    pub(super) month: u8,
    pub(super) day: u8,
}

impl MonthDay {
    pub(super) const LEAP_DAY: MonthDay = MonthDay { month: 2, day: 29 };
}

/// What becomes of a date in a year that does not have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing<T> {
    /// The last day of the month: February 28, 29 Cheshvan. It is what stays nearest to the date within its month.
    Usual,
    /// `else skip`: no date in that year.
    Skip,
    /// `else March 1`: a date that every year has.
    Instead(T),
}

/// Which of the weekdays in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nth {
    /// The first is 1, the fifth the highest.
    FromStart(u8),
    Last,
}

/// The same date every year; `date` exists in each.
pub(super) fn each_fixed(date: MonthDay, window: &Window, emit: &mut dyn FnMut(DayNumber)) {
    for year in years_of(window) {
        emit(day_number(year, date.month, date.day));
    }
}

/// February 29, and what stands for it in common years.
pub(super) fn each_leap_day(missing: Missing<MonthDay>, window: &Window, emit: &mut dyn FnMut(DayNumber)) {
    for year in years_of(window) {
        match (existing(year, 2, 29), missing) {
            (Some(day), _) => emit(day),
            (None, Missing::Usual) => emit(day_number(year, 2, 28)),
            (None, Missing::Skip) => {}
            (None, Missing::Instead(date)) => emit(day_number(year, date.month, date.day)),
        }
    }
}

/// The last day of a month, in every year.
pub(super) fn each_last_day(month: u8, window: &Window, emit: &mut dyn FnMut(DayNumber)) {
    years_of(window).for_each(|year| emit(last_of_month(year, month)));
}

/// The n-th or last such weekday of a month, in the years that have it.
pub(super) fn each_weekday(
    nth: Nth,
    weekday: Weekday,
    month: u8,
    window: &Window,
    emit: &mut dyn FnMut(DayNumber),
) {
    for year in years_of(window) {
        let first = day_number(year, month, 1);
        let last = last_of_month(year, month);
        match nth {
            Nth::Last => emit(weekday_on_or_before(last, weekday)),
            Nth::FromStart(n) => {
                let day = weekday_on_or_after(first, weekday) + 7 * (i32::from(n) - 1);
                if day <= last {
                    emit(day);
                }
            }
        }
    }
}

/// The last day of a month.
pub(super) fn last_of_month(year: i32, month: u8) -> DayNumber {
    match month {
        12 => day_number(year, 12, 31),
        _ => day_number(year, month + 1, 1) - 1,
    }
}
