//! Anchors: the part of a rule that names dates by itself.

use super::OutOfRange;
use super::calendar_date::{CalendarDate, each_last_day};
use super::calendar_names::Named;
use super::calendars::Calendar;
use super::day_number::{DayNumber, Window};
use super::easter::Feast;
use super::gregorian::{self, Missing, MonthDay, Nth};
use super::personal::{self, Death};
use super::recurrence::Recurrence;
use super::solar::SolarTerm;
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
    /// `last day of February`
    LastDay(u8),
    /// `Orthodox Easter`, `Whit Monday`, `Advent`.
    Feast(Feast),
    /// `Qingming`, `winter solstice (Korea)`.
    SolarTerm(SolarTerm),
    /// `27 Nisan`, `Chinese 7/15`, `December 25 (Julian)`.
    Calendar(CalendarDate),
    /// `last day of Safar`
    LastDayOf(Named),
    /// `yahrzeit of 1949-11-22`.
    Yahrzeit(Death),
    /// `lunar anniversary of 1995-10-04`; the calendar is the Chinese, the Korean or the Vietnamese.
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
            Anchor::LastDay(month) => gregorian::each_last_day(*month, window, emit),
            Anchor::Feast(feast) => return feast.each(window, emit),
            Anchor::SolarTerm(term) => return term.each(window, emit),
            Anchor::Calendar(date) => return date.each(window, emit),
            Anchor::LastDayOf(named) => return each_last_day(*named, window, emit),
            Anchor::Yahrzeit(death) => personal::each_yahrzeit(*death, window, emit),
            Anchor::LunarAnniversary { calendar, date } => {
                return personal::each_lunar(*calendar, *date, window, emit);
            }
            Anchor::Recurrence(recurrence) => recurrence.each(window, emit),
        }
        Ok(())
    }

    /// How many days its one day in each year is away from the years before and after, at least; `None` where not
    /// every year has exactly one.
    pub(super) fn days_from_new_year(&self) -> Option<i32> {
        match self {
            Anchor::Fixed(_) | Anchor::Weekday { nth: Nth::Last | Nth::FromStart(1..=4), .. } => Some(0),
            // From February to December.
            Anchor::Feast(_) => Some(28),
            _ => None,
        }
    }

    /// The calendar whose years count its days; `None` is the Gregorian.
    pub(super) fn calendar(&self) -> Option<Calendar> {
        match self {
            Anchor::Calendar(date) => Some(date.date.named.calendar),
            Anchor::LastDayOf(named) => Some(named.calendar),
            Anchor::Yahrzeit(_) => Some(Calendar::Hebrew),
            Anchor::LunarAnniversary { calendar, .. } => Some(*calendar),
            _ => None,
        }
    }

    /// The year of its own calendar from which it counts, where it says one.
    pub(super) fn first_year(&self) -> Option<i32> {
        match self {
            Anchor::Yahrzeit(death) => Some(death.hebrew().year),
            Anchor::LunarAnniversary { calendar, date } => Some(calendar.date(date.num_days_from_ce()).year),
            _ => None,
        }
    }

    pub(super) fn is_once(&self) -> bool {
        match self {
            Anchor::Once(_) => true,
            Anchor::Recurrence(recurrence) => recurrence.is_once(),
            _ => false,
        }
    }
}
