//! How many years after its event a date is, by the calendar of the rule that gives it.

use super::Rule;
use super::anchor::Anchor;
use super::calendars::{Calendar, Month};
use super::day_number::{DayNumber, date_of, day_number};
use super::gregorian::{Missing, MonthDay};
use chrono::{Datelike, NaiveDate};
use std::fmt;
use std::str::FromStr;

/// When the event was that anniversaries are counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventDate {
    /// In a Gregorian year, on the day that the rule has in it.
    Year(i32),
    /// On a date of the Gregorian calendar.
    Date(NaiveDate),
}

impl EventDate {
    /// The first date that can be one of remembrance: the date itself, or January 1 of the year.
    pub fn first_date(self) -> NaiveDate {
        match self {
            EventDate::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MIN),
            EventDate::Date(date) => date,
        }
    }

    /// Its Gregorian year.
    pub fn year(self) -> i32 {
        match self {
            EventDate::Year(year) => year,
            EventDate::Date(date) => date.year(),
        }
    }
}

impl fmt::Display for EventDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EventDate::Year(year) => year.fmt(f),
            EventDate::Date(date) => date.fmt(f),
        }
    }
}

impl FromStr for EventDate {
    type Err = NotAnEventDate;

    /// Reads a year from 1 to 9999, or a date as `1990-01-20`.
    fn from_str(text: &str) -> Result<EventDate, NotAnEventDate> {
        let text = text.trim();
        let year = text.parse().ok().filter(|year| (1..=9999).contains(year)).map(EventDate::Year);
        let date = || text.parse().ok().filter(|date: &NaiveDate| (1..=9999).contains(&date.year()));
        year.or_else(|| date().map(EventDate::Date)).ok_or_else(|| NotAnEventDate(text.to_owned()))
    }
}

/// A text that is neither a year nor a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAnEventDate(String);

impl fmt::Display for NotAnEventDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is neither a year nor a date; write it like `1990` or `1990-01-20`", self.0)
    }
}

impl std::error::Error for NotAnEventDate {}

/// How many years after its event an occurrence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anniversary {
    /// The number of years, from 1 on.
    pub years: i32,
    /// Which years they are.
    pub calendar: YearKind,
}

/// What a year is in a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearKind {
    /// As long as the seasons in the mean, so that a number needs no explanation.
    Solar,
    /// Of twelve moons, eleven days shorter: 33 of them are 32 others.
    Hijri,
}

/// How long ago an event is at most, in years, that nobody doubts.
const LONG_AGO: i32 = 300;

impl Rule {
    /// How many years after the event one of its dates is, counted by its own calendar; `None` for a date that it does not
    /// give, for the event's own year and before, and for what comes once.
    ///
    /// The year is that of the anchor, not of the date that steps lead to. A yahrzeit and a lunar anniversary know their
    /// event; any other rule counts from `event`.
    ///
    /// ```
    /// use remembrance::rule::{EventDate, Rule, YearKind};
    ///
    /// let years = |phrase: &str, event, date: &str| {
    ///     let rule: Rule = phrase.parse().unwrap();
    ///     rule.anniversary(date.parse().unwrap(), event).map(|found| (found.years, found.calendar))
    /// };
    /// let event = Some(EventDate::Year(1990));
    /// assert_eq!(years("January 20", event, "2027-01-20"), Some((37, YearKind::Solar)));
    /// // 1 Rajab of 1410 was in January 1990; that of 1448 is in December 2026.
    /// assert_eq!(years("1 Rajab", event, "2026-12-10"), Some((38, YearKind::Hijri)));
    /// // An odd case: a yahrzeit in January and another in December are two.
    /// assert_eq!(years("yahrzeit of 1949-12-30", None, "2025-01-10").unwrap().0, 75);
    /// assert_eq!(years("yahrzeit of 1949-12-30", None, "2025-12-30").unwrap().0, 76);
    /// assert_eq!(years("40 days after 2026-05-01", event, "2026-06-10"), None);
    /// ```
    pub fn anniversary(&self, date: NaiveDate, event: Option<EventDate>) -> Option<Anniversary> {
        if self.is_once() { None } else { self.years_after(date, event) }
    }

    /// The same for one of several dates that were announced one by one.
    pub(crate) fn years_after(&self, date: NaiveDate, event: Option<EventDate>) -> Option<Anniversary> {
        let calendar = self.anchor.calendar();
        let first = match (self.anchor.first_year(), event) {
            (Some(year), _) => year,
            (None, Some(EventDate::Date(date))) => year_of(calendar, date.num_days_from_ce()),
            (None, Some(EventDate::Year(year))) => self.year_in(calendar, year),
            (None, None) => return None,
        };
        let day = date.num_days_from_ce();
        let mut anchor = None;
        self.each(&(day..=day), &mut |_, found| anchor = anchor.or(Some(found))).ok()?;
        let years = year_of(calendar, anchor?) - first;
        let is_hijri = calendar.is_some_and(Calendar::is_hijri);
        let calendar = if is_hijri { YearKind::Hijri } else { YearKind::Solar };
        (years > 0).then_some(Anniversary { years, calendar })
    }

    /// The Gregorian year of an event in a year that is not likely as a Gregorian one and is as one of the rule's own calendar:
    /// 1357 of `22 Bahman`.
    ///
    /// ```
    /// use remembrance::rule::{EventDate, Rule};
    /// let today = "2026-11-27".parse().unwrap();
    /// let meant = |phrase: &str, year| phrase.parse::<Rule>().unwrap().event_meant(EventDate::Year(year), today);
    /// assert_eq!(meant("22 Bahman", 1357), Some(1979));
    /// assert_eq!(meant("27 Nisan", 5705), Some(1945));
    /// assert_eq!(meant("22 Bahman", 1979), None);
    /// assert_eq!(meant("January 20", 1357), None);
    /// ```
    pub fn event_meant(&self, event: EventDate, today: NaiveDate) -> Option<i32> {
        let EventDate::Year(year) = event else { return None };
        if (0..=LONG_AGO).contains(&(today.year() - year)) {
            return None;
        }
        let calendar = self.anchor.calendar()?;
        let age = calendar.date(today.num_days_from_ce()).year - year;
        gregorian_year_of(&self.anchor, year).filter(|_| (0..=LONG_AGO).contains(&age))
    }

    /// A whole date as a day of every year since: its month and day, and the date as the event. `None` for any other rule.
    ///
    /// It is what someone means who writes a date of the past for a day to be remembered.
    ///
    /// ```
    /// use remembrance::rule::Rule;
    /// let said: Rule = "15 oktyabr 2015".parse()?;
    /// let (yearly, event) = said.every_year_since().unwrap();
    /// assert_eq!((yearly.to_string().as_str(), event.to_string().as_str()), ("October 15", "2015-10-15"));
    /// assert!("October 15".parse::<Rule>()?.every_year_since().is_none());
    /// # Ok::<(), remembrance::rule::RuleError>(())
    /// ```
    pub fn every_year_since(&self) -> Option<(Rule, EventDate)> {
        let Anchor::Once(date) = self.anchor else { return None };
        if !self.steps.is_empty() || !self.moves.is_empty() {
            return None;
        }
        let small = |n: u32| u8::try_from(n).expect("months and days are few");
        let month_day = MonthDay { month: small(date.month()), day: small(date.day()) };
        let anchor = if month_day == MonthDay::LEAP_DAY {
            Anchor::LeapDay(Missing::Usual)
        } else {
            Anchor::Fixed(month_day)
        };
        let rule = Rule { anchor, steps: Vec::new(), moves: Vec::new(), hijri_adjust: 0 };
        Some((rule, EventDate::Date(date)))
    }

    /// The year of a calendar in which the rule's first anchor of a Gregorian year lies; where it has none, that of July 1.
    fn year_in(&self, calendar: Option<Calendar>, year: i32) -> i32 {
        if calendar.is_none() || !super::YEARS.contains(&year) {
            return year;
        }
        let mut first = None;
        let window = day_number(year, 1, 1)..=day_number(year, 12, 31);
        // Where its dates are not sound, its years are: they begin at most a day off.
        let _ = self.anchor.each(&window, &mut |day| {
            if window.contains(&day) {
                first = first.or(Some(day));
            }
        });
        year_of(calendar, first.unwrap_or(day_number(year, 7, 1)))
    }
}

/// The Gregorian year of an anchor's day in a year of its own calendar, where that calendar counts other years.
pub(super) fn gregorian_year_of(anchor: &Anchor, own: i32) -> Option<i32> {
    let calendar = anchor.calendar().filter(|calendar| !calendar.has_numbered_months())?;
    let start = calendar.day(own, Month::new(1), 1)?;
    let window = start..=calendar.day(own.checked_add(1)?, Month::new(1), 1)? - 1;
    let mut first = None;
    let found = anchor.each(&window, &mut |day| {
        if window.contains(&day) {
            first = first.or(Some(day));
        }
    });
    found.ok()?;
    first.map(|day| date_of(day).year())
}

fn year_of(calendar: Option<Calendar>, day: DayNumber) -> i32 {
    calendar.map_or_else(|| date_of(day).year(), |calendar| calendar.date(day).year)
}
