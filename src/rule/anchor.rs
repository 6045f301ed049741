//! Anchors: the part of a rule that names dates by itself.

use super::OutOfRange;
use super::calendar_date::CalendarDate;
use super::calendars::Calendar;
use super::day_number::{DayNumber, Window};
use super::easter::Feast;
use super::gregorian::{self, Missing, MonthDay, Nth};
use super::personal;
use super::recurrence::Recurrence;
use chrono::{Datelike, NaiveDate, Weekday};

/// What steps lead away from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// `January 20`: in every year; never February 29.
    Fixed(MonthDay),
    /// `February 29`.
    LeapDay(Missing<MonthDay>),
    /// `2026-05-01`.
    Once(NaiveDate),
    /// `second Sunday of November`.
    Weekday { nth: Nth, weekday: Weekday, month: u8 },
    /// `Easter`, `Advent`.
    Feast(Feast),
    /// `27 Nisan`, `Chinese 7/15`.
    Calendar(CalendarDate),
    /// `yahrzeit of 1949-11-22`.
    Yahrzeit(NaiveDate),
    /// `lunar anniversary of 1995-10-04`; the calendar is the Chinese or the Korean.
    LunarAnniversary { calendar: Calendar, date: NaiveDate },
    /// `RRULE:FREQ=YEARLY from 1946-11-10`.
    Recurrence(Box<Recurrence>),
}

impl Anchor {
    /// Hands over each of its days in the window, ascending; a few outside it do no harm.
    pub(super) fn each(&self, window: &Window, emit: &mut dyn FnMut(DayNumber)) -> Result<(), OutOfRange> {
        match self {
            Anchor::Fixed(date) => gregorian::each_fixed(*date, window, emit),
            Anchor::LeapDay(missing) => gregorian::each_leap_day(*missing, window, emit),
            Anchor::Once(date) => emit(date.num_days_from_ce()),
            Anchor::Weekday { nth, weekday, month } => {
                gregorian::each_weekday(*nth, *weekday, *month, window, emit);
            }
            Anchor::Feast(feast) => return feast.each(window, emit),
            Anchor::Calendar(date) => return date.each(window, emit),
            Anchor::Yahrzeit(date) => personal::each_yahrzeit(*date, window, emit),
            Anchor::LunarAnniversary { calendar, date } => {
                return personal::each_lunar(*calendar, *date, window, emit);
            }
            Anchor::Recurrence(recurrence) => recurrence.each(window, emit),
        }
        Ok(())
    }

    pub(super) fn is_once(&self) -> bool {
        match self {
            Anchor::Once(_) => true,
            Anchor::Recurrence(recurrence) => recurrence.is_once(),
            _ => false,
        }
    }
}
