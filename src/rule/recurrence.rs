//! Recurrence rules of iCalendar (RFC 5545, section 3.3.10), for dates: which days of each period fit all parts.
//!
//! Where the text leaves a choice, python-dateutil's is taken: a start that does not fit its own rule is no date, and the
//! numbered weeks of a year are those of its days from January 1 to December 31. Where the text is plain and dateutil
//! differs, the text is followed: `BYWEEKNO` alone keeps the weekday of the start, `BYSETPOS` counts in whole weeks, and
//! weekdays with and without a number stand side by side (`BYDAY=TH,-1TU` is every Thursday and the last Tuesday).

use super::day_number::{
    DayNumber, Window, date_of, day_number, weekday_index, weekday_on_or_after, weekday_on_or_before,
};
use super::gregorian::last_of_month;
use super::words::{month_name, ordinal, weekday_name};
use chrono::{Datelike, NaiveDate, Weekday};
use std::ops::ControlFlow;

/// How long a period is: the `FREQ` of the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// The frequencies under their names in iCalendar.
pub(super) const FREQUENCIES: [(&str, Frequency); 4] = [
    ("DAILY", Frequency::Daily),
    ("WEEKLY", Frequency::Weekly),
    ("MONTHLY", Frequency::Monthly),
    ("YEARLY", Frequency::Yearly),
];

/// A recurrence rule and the date that it starts from. Lists are in order, without repeats; empty means not said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Recurrence {
    pub(super) start: NaiveDate,
    pub(super) frequency: Frequency,
    /// The interval in periods; at least 1.
    pub(super) interval: u32,
    pub(super) count: Option<u32>,
    pub(super) until: Option<NaiveDate>,
    pub(super) months: Vec<i16>,
    pub(super) weeks: Vec<i16>,
    pub(super) year_days: Vec<i16>,
    pub(super) month_days: Vec<i16>,
    /// The n-th such weekday, or every one where n is 0.
    pub(super) weekdays: Vec<(i16, Weekday)>,
    pub(super) positions: Vec<i16>,
    pub(super) week_start: Weekday,
    /// The day of the last date that `count` allows, if there are that many before the year 10000.
    pub(super) last: Option<DayNumber>,
}

/// December 31, 9999: where every recurrence ends.
const END: DayNumber = 3_652_059;

impl Recurrence {
    /// Every year, without an end: what the parts of a rule then change.
    pub(super) fn unbounded() -> Recurrence {
        Recurrence {
            start: NaiveDate::default(),
            frequency: Frequency::Yearly,
            interval: 1,
            count: None,
            until: None,
            months: Vec::new(),
            weeks: Vec::new(),
            year_days: Vec::new(),
            month_days: Vec::new(),
            weekdays: Vec::new(),
            positions: Vec::new(),
            week_start: Weekday::Mon,
            last: None,
        }
    }

    /// Finds the last date that `count` allows, so that any year can be asked for without counting from the start.
    pub(super) fn counted(mut self) -> Recurrence {
        if let Some(count) = self.count {
            let mut left = count;
            let mut last = None;
            let _ = self.run(&(1..=END), &mut |day| {
                left -= 1;
                last = Some(day);
                if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            });
            self.last = last.filter(|_| left == 0);
        }
        self
    }

    /// The same recurrence between two dates; without a count, which its end stands for.
    pub(crate) fn between(&self, start: NaiveDate, until: Option<NaiveDate>) -> Recurrence {
        Recurrence { start, until, count: None, last: None, ..self.clone() }
    }

    /// The recurrence with the end that its count means, or `None` if it has too few dates in `years` years.
    pub(crate) fn with_end(self, years: i32) -> Option<Recurrence> {
        let Some(count) = self.count else {
            return Some(self);
        };
        let mut left = count;
        let window = self.start.num_days_from_ce()..=self.start.num_days_from_ce() + years * 366;
        let last = self.between(self.start, None).first_in(&window, |_| {
            left -= 1;
            left == 0
        });
        last.map(|last| self.between(self.start, Some(last)))
    }

    /// The last date that it may have, where it says one.
    pub(crate) fn end(&self) -> Option<NaiveDate> {
        self.until
    }

    /// True if this is one of its dates.
    pub(crate) fn has(&self, date: NaiveDate) -> bool {
        let day = date.num_days_from_ce();
        self.first_in(&(day..=day), |_| true).is_some()
    }

    /// Its first date after this one, within `years` years.
    pub(crate) fn next_after(&self, date: NaiveDate, years: i32) -> Option<NaiveDate> {
        let next = date.num_days_from_ce() + 1;
        self.first_in(&(next..=next + years * 366), |_| true)
    }

    fn first_in(&self, window: &Window, mut is_wanted: impl FnMut(DayNumber) -> bool) -> Option<NaiveDate> {
        let mut found = None;
        let _ = self.run(window, &mut |day| {
            if !is_wanted(day) {
                return ControlFlow::Continue(());
            }
            found = Some(date_of(day));
            ControlFlow::Break(())
        });
        found
    }

    /// The plain phrase for it, if it is yearly and no more: `March 12`, `second Sunday of November`. Its end is not said.
    pub(crate) fn plain_phrase(&self) -> Option<String> {
        let is_plain = self.frequency == Frequency::Yearly
            && self.interval == 1
            && [&self.weeks, &self.year_days, &self.positions].iter().all(|list| list.is_empty());
        let (month, day) = (self.start.month(), self.start.day());
        let same = |list: &[i16], of_start: u32| matches!(list, [one] if u32::try_from(*one) == Ok(of_start));
        let in_month = same(&self.months, month);
        match (self.month_days.as_slice(), self.weekdays.as_slice()) {
            ([], []) if is_plain && (in_month || self.months.is_empty()) => Some(month_day(self.start)),
            (days, []) if is_plain && in_month && same(days, day) => Some(month_day(self.start)),
            ([], [(nth, weekday)]) if is_plain && in_month => {
                let nth = match nth {
                    1..=4 => ordinal(nth.unsigned_abs().into()),
                    -1 => "last".to_owned(),
                    _ => return None,
                };
                let month = u8::try_from(month).expect("there are twelve months");
                Some(format!("{nth} {} of {}", weekday_name(*weekday), month_name(month)))
            }
            _ => None,
        }
    }

    /// True if it can have one date at most.
    pub(super) fn is_once(&self) -> bool {
        self.count == Some(1) || self.until == Some(self.start)
    }

    pub(super) fn each(&self, window: &Window, emit: &mut dyn FnMut(DayNumber)) {
        let _ = self.run(window, &mut |day| {
            emit(day);
            ControlFlow::Continue(())
        });
    }

    /// Visits the dates in a window, ascending, until the visitor has had enough.
    fn run(&self, window: &Window, visit: &mut dyn FnMut(DayNumber) -> ControlFlow<()>) -> ControlFlow<()> {
        let start = self.start.num_days_from_ce();
        let until = self.until.map_or(END, |until| until.num_days_from_ce());
        let (first, last) =
            (start.max(*window.start()), until.min(*window.end()).min(self.last.unwrap_or(END)));
        if first > last {
            return ControlFlow::Continue(());
        }
        let interval = i32::try_from(self.interval).unwrap_or(i32::MAX);
        let begin = self.period_of(start);
        // The first period on or after the window's first day that is a whole number of intervals from the start.
        let skip = (interval - (self.period_of(first) - begin) % interval) % interval;
        let Some(first_period) = self.period_of(first).checked_add(skip) else {
            return ControlFlow::Continue(());
        };

        let mut days = Vec::new();
        let step = usize::try_from(interval).unwrap_or(usize::MAX);
        for period in (first_period..=self.period_of(last)).step_by(step) {
            days.clear();
            self.fill(period, &mut days);
            if !self.positions.is_empty() {
                days = self.at_positions(&days);
            }
            for day in days.iter().filter(|day| (first..=last).contains(*day)) {
                visit(*day)?;
            }
        }
        ControlFlow::Continue(())
    }

    /// The number of the period that a day is in.
    fn period_of(&self, day: DayNumber) -> i32 {
        match self.frequency {
            Frequency::Daily => day,
            // Day 7 is a Sunday, and the week that starts on it is the first.
            Frequency::Weekly => weekday_on_or_before(day, self.week_start).div_euclid(7),
            Frequency::Monthly => {
                let date = date_of(day);
                date.year() * 12 + date.month0().cast_signed()
            }
            Frequency::Yearly => date_of(day).year(),
        }
    }

    /// The days of a period that fit, ascending.
    fn fill(&self, period: i32, days: &mut Vec<DayNumber>) {
        match self.frequency {
            Frequency::Daily => self.fill_days(period, period, days),
            Frequency::Weekly => {
                let start = weekday_on_or_after(period * 7, self.week_start);
                self.fill_days(start, start + 6, days);
            }
            Frequency::Monthly => {
                let month = u8::try_from(period.rem_euclid(12) + 1).expect("there are twelve months");
                self.fill_month(period.div_euclid(12), month, days);
            }
            Frequency::Yearly => (1..=12).for_each(|month| self.fill_month(period, month, days)),
        }
    }

    fn fill_days(&self, first: DayNumber, last: DayNumber, days: &mut Vec<DayNumber>) {
        for number in first..=last {
            let date = date_of(number);
            let month = u8::try_from(date.month()).expect("there are twelve months");
            if self.fits(&Place::new(number, date.year(), month)) {
                days.push(number);
            }
        }
    }

    fn fill_month(&self, year: i32, month: u8, days: &mut Vec<DayNumber>) {
        if !self.fits_month(month) {
            return;
        }
        let first = day_number(year, month, 1);
        let mut place = Place::new(first, year, month);
        for number in first..=last_of_month(year, month) {
            place.number = number;
            if self.fits(&place) {
                days.push(number);
            }
        }
    }

    /// The month is one of those named, or that of the start where nothing else says which.
    fn fits_month(&self, month: u8) -> bool {
        let from_start = self.frequency == Frequency::Yearly && self.names_no_day() && self.months.is_empty();
        if from_start {
            return self.start.month() == u32::from(month);
        }
        self.months.is_empty() || self.months.contains(&i16::from(month))
    }

    /// True if no part says which days of a period are meant, so that the start does.
    fn names_no_day(&self) -> bool {
        [&self.weeks, &self.year_days, &self.month_days].iter().all(|list| list.is_empty())
            && self.weekdays.is_empty()
    }

    fn fits(&self, place: &Place) -> bool {
        let day = place.number - place.month_first + 1;
        let of_year = place.number - place.year_first + 1;
        let listed = |list: &[i16], forward: i32, backward: i32| {
            list.is_empty() || list.iter().any(|n| i32::from(*n) == forward || i32::from(*n) == backward)
        };
        let in_year = of_year - place.year_days - 1;
        self.fits_month(place.month)
            && listed(&self.year_days, of_year, in_year)
            && listed(&self.month_days, day, day - place.month_days - 1)
            && (self.weeks.is_empty() || self.fits_week(place.number))
            && self.fits_weekday(place, day, of_year)
            && self.fits_start(place.number, day)
    }

    /// What the start says where the rule does not: a weekday in weeks, a day of the month in months and years.
    fn fits_start(&self, number: DayNumber, day: i32) -> bool {
        let same_weekday = || weekday_index(number) == weekday_index(self.start.num_days_from_ce());
        let same_day = || day.cast_unsigned() == self.start.day();
        match self.frequency {
            Frequency::Weekly => !self.weekdays.is_empty() || same_weekday(),
            Frequency::Monthly | Frequency::Yearly if self.names_no_day() => same_day(),
            Frequency::Daily | Frequency::Monthly => true,
            Frequency::Yearly => {
                let other = [&self.year_days, &self.month_days].iter().any(|list| !list.is_empty());
                self.weeks.is_empty() || other || !self.weekdays.is_empty() || same_weekday()
            }
        }
    }

    fn fits_weekday(&self, place: &Place, day: i32, of_year: i32) -> bool {
        let by_month = self.frequency == Frequency::Monthly || !self.months.is_empty();
        let (at, length) = if by_month { (day, place.month_days) } else { (of_year, place.year_days) };
        let (forward, backward) = ((at - 1) / 7 + 1, -((length - at) / 7 + 1));
        self.weekdays.is_empty()
            || self.weekdays.iter().any(|(n, weekday)| {
                let n = i32::from(*n);
                u32::from(weekday_index(place.number)) == weekday.num_days_from_sunday()
                    && (n == 0 || n == forward || n == backward)
            })
    }

    /// The day is in one of the numbered weeks; the first week of a year is the first with four days in it.
    ///
    /// The first week of the next year can begin in December: it is week 1 there too, but no week from the end.
    fn fits_week(&self, day: DayNumber) -> bool {
        let (year, week) = self.week_of(day);
        let (_, weeks) = self.week_of(day_number(year, 12, 28));
        let from_end = if year > date_of(day).year() { 0 } else { week - weeks - 1 };
        self.weeks.iter().any(|n| i32::from(*n) == week || i32::from(*n) == from_end)
    }

    /// The year that a day's week belongs to, and the number of the week in it.
    fn week_of(&self, day: DayNumber) -> (i32, i32) {
        // The fourth day of a week is in the year that has most of it.
        let middle = date_of(weekday_on_or_before(day, self.week_start) + 3);
        (middle.year(), middle.ordinal0().cast_signed() / 7 + 1)
    }

    /// The n-th days of a period's days, from the front or from the back.
    fn at_positions(&self, days: &[DayNumber]) -> Vec<DayNumber> {
        let at = |n: i16| {
            let place = usize::from(n.unsigned_abs()) - 1;
            if n > 0 { days.get(place) } else { days.iter().nth_back(place) }
        };
        let mut chosen: Vec<DayNumber> = self.positions.iter().filter_map(|n| at(*n)).copied().collect();
        chosen.sort_unstable();
        chosen.dedup();
        chosen
    }
}

/// `January 20`; iCalendar has February 29 in leap years only.
pub(crate) fn month_day(date: NaiveDate) -> String {
    let month = u8::try_from(date.month()).expect("there are twelve months");
    let otherwise = if (month, date.day()) == (2, 29) { " else skip" } else { "" };
    format!("{} {}{otherwise}", month_name(month), date.day())
}

/// A day and where its month and year begin.
struct Place {
    number: DayNumber,
    month: u8,
    month_first: DayNumber,
    month_days: i32,
    year_first: DayNumber,
    year_days: i32,
}

impl Place {
    fn new(number: DayNumber, year: i32, month: u8) -> Place {
        let (month_first, year_first) = (day_number(year, month, 1), day_number(year, 1, 1));
        let month_days = last_of_month(year, month) - month_first + 1;
        let year_days = last_of_month(year, 12) - year_first + 1;
        Place { number, month, month_first, month_days, year_first, year_days }
    }
}
