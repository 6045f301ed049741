//! The calendars of the world as day numbers: the one file that names `icu_calendar`.
//!
//! What was found when it was held against the calendars' own tables; tests here and in `tests/rule_tables.rs` hold us to it:
//! - `Date::try_new` refuses calendar years over 9999, so that the Hebrew calendar would end in 6239; fields do not.
//! - Its Umm al-Qura table is not the printed one: see [`umm_al_qura`].
//! - Its Chinese and Korean calendars fall back to mean months outside their tables, a day off or more in many years:
//!   [`Calendar::check`] ends where the tables end.
//! - Its Persian leap years are those of the published list (1206 to 1498). In 2124 the equinox comes two minutes after
//!   noon at 52.5 degrees east, which makes March 21 the new year, and it has March 20: the check ends before.

use super::day_number::{DayNumber, Window, date_of};
use super::{OutOfRange, badi, bangladesh, tibetan, umm_al_qura, vietnamese};
use chrono::Datelike;
use icu_calendar::cal::hijri::{TabularAlgorithmEpoch, TabularAlgorithmLeapYears};
use icu_calendar::cal::{
    ChineseTraditional, Coptic, Ethiopian, EthiopianEraStyle, Hebrew, Hijri, Indian, Julian,
    KoreanTraditional, Persian,
};
use icu_calendar::options::DateFromFieldsOptions;
use icu_calendar::types::{DateFields, Month as IcuMonth, RataDie};
use icu_calendar::{AsCalendar, Date};
use std::ops::RangeInclusive;

/// A calendar other than the Gregorian.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Calendar {
    Hebrew,
    /// The Hijri calendar of Saudi Arabia, by the tables of KACST for the years 1300 to 1600, tabular outside them.
    UmmAlQura,
    /// The Hijri calendar of thirty-year cycles: leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29, from July 16, 622 (Julian).
    Tabular,
    Persian,
    Ethiopian,
    Coptic,
    /// The Indian national calendar, Saka era.
    Indian,
    Chinese,
    Korean,
    /// By the clock of Hanoi since 1968, the Chinese calendar before.
    Vietnamese,
    /// That of the Phugpa school; the year is the Gregorian one in which it begins.
    Tibetan,
    /// The Badíʿ calendar of the Bahá'í Faith.
    Badi,
    /// The Bengali calendar of Bangladesh.
    Bangladesh,
    Julian,
}

/// A month by its number from the start of the year; a leap month has the number of the one before it, in the Tibetan calendar of
/// the one after it.
///
/// Hebrew months count from Tishrei; Adar I is leap month 5, Adar and Adar II are month 6.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Month {
    pub(super) number: u8,
    pub(super) leap: bool,
}

impl Month {
    pub(super) const fn new(number: u8) -> Month {
        Month { number, leap: false }
    }

    pub(super) const fn leap(number: u8) -> Month {
        Month { number, leap: true }
    }
}

/// A date in a calendar; the year is the one that its users count, for the Chinese and Korean calendars the Gregorian
/// year in which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Civil {
    pub(super) year: i32,
    pub(super) month: Month,
    pub(super) day: u8,
}

/// Calls a generic function with the calendar of `icu_calendar`; none of them holds data, so that making one is free.
macro_rules! with_calendar {
    ($calendar:expr, $function:ident $(, $argument:expr)*) => {
        match $calendar {
            Calendar::Hebrew => $function(Hebrew $(, $argument)*),
            Calendar::UmmAlQura => $function(Hijri::new_umm_al_qura() $(, $argument)*),
            Calendar::Tabular => $function(
                Hijri::new_tabular(TabularAlgorithmLeapYears::TypeII, TabularAlgorithmEpoch::Friday) $(, $argument)*
            ),
            Calendar::Persian => $function(Persian $(, $argument)*),
            Calendar::Ethiopian => $function(Ethiopian::new_with_era_style(EthiopianEraStyle::AmeteMihret) $(, $argument)*),
            Calendar::Coptic => $function(Coptic $(, $argument)*),
            Calendar::Indian => $function(Indian $(, $argument)*),
            Calendar::Chinese => $function(ChineseTraditional::new() $(, $argument)*),
            Calendar::Korean => $function(KoreanTraditional::new() $(, $argument)*),
            // The own arithmetic of the others is taken before this.
            Calendar::Tibetan | Calendar::Badi | Calendar::Bangladesh | Calendar::Vietnamese => $function(ChineseTraditional::new() $(, $argument)*),
            Calendar::Julian => $function(Julian $(, $argument)*),
        }
    };
}

impl Calendar {
    /// The day of a date, or `None` if the year has no such month or the month no such day.
    pub(super) fn day(self, year: i32, month: Month, day: u8) -> Option<DayNumber> {
        match self {
            Calendar::Tibetan => return tibetan::day(year, month, day),
            Calendar::Badi => return badi::day(year, month, day),
            Calendar::Bangladesh => return bangladesh::day(year, month, day),
            _ => {}
        }
        if self == Calendar::UmmAlQura && (umm_al_qura::FIRST_YEAR..=umm_al_qura::LAST_YEAR).contains(&year) {
            return if month.leap { None } else { umm_al_qura::day(year, month.number, day) };
        }
        if self == Calendar::Vietnamese && (vietnamese::FIRST_YEAR..=vietnamese::LAST_YEAR).contains(&year) {
            return vietnamese::day(year, month, day);
        }
        let found = with_calendar!(self, day_in, year, month, day)?;
        // The printed year 1343 began a day before 1342 ends in icu_calendar.
        let is_taken = self == Calendar::UmmAlQura && umm_al_qura::COVERED.contains(&found)
            // The last day of China's year 1967 was the first of 1968 in Hanoi.
            || self == Calendar::Vietnamese && vietnamese::date(found).is_some();
        if is_taken { None } else { Some(found) }
    }

    /// A day as a date of this calendar.
    pub(super) fn date(self, day: DayNumber) -> Civil {
        match self {
            Calendar::Tibetan => return tibetan::date(day),
            Calendar::Badi => return badi::date(day),
            Calendar::Bangladesh => return bangladesh::date(day),
            _ => {}
        }
        if self == Calendar::UmmAlQura
            && let Some((year, month, day)) = umm_al_qura::date(day)
        {
            return Civil { year, month: Month::new(month), day };
        }
        if self == Calendar::Vietnamese
            && let Some(date) = vietnamese::date(day)
        {
            return date;
        }
        with_calendar!(self, date_in, day)
    }

    /// True for the calendars whose months have numbers instead of names.
    pub(super) fn has_numbered_months(self) -> bool {
        matches!(self, Calendar::Chinese | Calendar::Korean | Calendar::Vietnamese | Calendar::Tibetan)
    }

    /// True if some year from 1901 to 2100 has this month.
    pub(super) fn ever_has(self, month: Month) -> bool {
        (1901..=2100).any(|year| self.day(year, month, 1).is_some())
    }

    pub(super) fn is_hijri(self) -> bool {
        matches!(self, Calendar::UmmAlQura | Calendar::Tabular)
    }

    /// The years of this calendar that a window touches.
    pub(super) fn years(self, window: &Window) -> RangeInclusive<i32> {
        // A Tibetan number that the last month skips at its end is kept on the first day of the next year.
        let back = i32::from(self == Calendar::Tibetan);
        self.year(*window.start() - back)..=self.year(*window.end())
    }

    fn year(self, day: DayNumber) -> i32 {
        match self {
            Calendar::UmmAlQura
            | Calendar::Vietnamese
            | Calendar::Tibetan
            | Calendar::Badi
            | Calendar::Bangladesh => self.date(day).year,
            _ => with_calendar!(self, year_in, day),
        }
    }

    /// Fails if some day of the window is not sound in this calendar.
    pub(super) fn check(self, window: &Window) -> Result<(), OutOfRange> {
        let (what, first, last) = self.sound();
        let Some(bad) =
            [*window.start(), *window.end()].into_iter().find(|day| !(first..=last).contains(day))
        else {
            return Ok(());
        };
        // The years that are sound from January 1 to December 31.
        let (start, end) = (date_of(first), date_of(last.min(END)));
        let first = start.year() + i32::from(start.ordinal() > 1);
        let last = end.year() - i32::from((end.month(), end.day()) < (12, 31));
        Err(OutOfRange { what, first, last, needed: date_of(bad).year() })
    }

    /// The first and the last day that the calendar covers, and how an error begins.
    fn sound(self) -> (&'static str, DayNumber, DayNumber) {
        match self {
            // Arithmetic without end; before its fixed form (359) it is what all tables of it give.
            Calendar::Hebrew => ("the Hebrew calendar is reckoned for", DayNumber::MIN, FOREVER),
            // Arithmetic from their epochs on: 1 Muharram of the year 1 and so forth.
            Calendar::UmmAlQura | Calendar::Tabular => {
                ("the Hijri calendar is reckoned for", 227_015, FOREVER)
            }
            Calendar::Ethiopian => ("the Ethiopian calendar is reckoned for", 2796, FOREVER),
            Calendar::Coptic => ("the Coptic calendar is reckoned for", 103_605, FOREVER),
            Calendar::Indian => ("the Indian national calendar is reckoned for", 28_570, FOREVER),
            Calendar::Persian => ("the Persian calendar is known for", 656_786, 775_488),
            // From Chinese New Year 1900 to the eve of that of 2101.
            Calendar::Chinese => ("the Chinese calendar is known for", 693_626, 767_037),
            Calendar::Korean => ("the Korean calendar is known for", 693_626, 767_037),
            Calendar::Vietnamese => ("the Vietnamese calendar is known for", 693_626, 767_037),
            Calendar::Tibetan => ("the Tibetan calendar is reckoned for", tibetan::START, FOREVER),
            Calendar::Badi => ("the Badi calendar is known for", badi::START, badi::LAST),
            Calendar::Bangladesh => {
                ("the calendar of Bangladesh is reckoned for", bangladesh::START, FOREVER)
            }
            Calendar::Julian => ("the Julian calendar is reckoned for", DayNumber::MIN, FOREVER),
        }
    }
}

/// December 31, 9999.
const END: DayNumber = 3_652_059;

/// Past every day that a rule can ask for.
const FOREVER: DayNumber = DayNumber::MAX;

fn day_in<C: AsCalendar>(calendar: C, year: i32, month: Month, day: u8) -> Option<DayNumber> {
    let mut fields = DateFields::default();
    fields.extended_year = Some(year);
    fields.month = Some(if month.leap { IcuMonth::leap(month.number) } else { IcuMonth::new(month.number) });
    fields.day = Some(day);
    // By default a date that does not exist is an error.
    let date = Date::try_from_fields(fields, DateFromFieldsOptions::default(), calendar).ok()?;
    DayNumber::try_from(date.to_rata_die().to_i64_date()).ok()
}

fn date_in<C: AsCalendar>(calendar: C, day: DayNumber) -> Civil {
    let date = Date::from_rata_die(RataDie::new(day.into()), calendar);
    let month = date.month().to_input();
    let month = Month { number: month.number(), leap: month.is_leap() };
    Civil { year: date.year().extended_year(), month, day: date.day_of_month().0 }
}

fn year_in<C: AsCalendar>(calendar: C, day: DayNumber) -> i32 {
    Date::from_rata_die(RataDie::new(day.into()), calendar).year().extended_year()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::day_number::day_number;

    const ALL: [Calendar; 13] = [
        Calendar::Hebrew,
        Calendar::UmmAlQura,
        Calendar::Tabular,
        Calendar::Persian,
        Calendar::Ethiopian,
        Calendar::Coptic,
        Calendar::Indian,
        Calendar::Chinese,
        Calendar::Korean,
        Calendar::Vietnamese,
        Calendar::Badi,
        Calendar::Bangladesh,
        Calendar::Julian,
    ];

    #[test]
    fn month_starts_increase_and_convert_back_in_all_sound_years() {
        for calendar in ALL {
            let (_, first, last) = calendar.sound();
            let window = first.max(1)..=last.min(END);
            let years = calendar.years(&window);
            let mut previous = 0;
            let mut months = 0;
            for year in *years.start() + 1..*years.end() {
                let plain = (1..=20).map(Month::new);
                let mut starts: Vec<_> = plain
                    .chain((1..=12).map(Month::leap))
                    .filter_map(|month| calendar.day(year, month, 1).map(|day| (day, month)))
                    .collect();
                starts.sort_unstable_by_key(|(day, _)| *day);
                for (day, month) in starts {
                    assert!(
                        matches!(day - previous, 19 | 28..=31) || months == 0 || day - previous <= 6,
                        "{calendar:?} {year}"
                    );
                    assert!(day > previous);
                    assert_eq!(calendar.date(day), Civil { year, month, day: 1 }, "{calendar:?}");
                    (previous, months) = (day, months + 1);
                }
            }
            assert!(months > 2000, "{calendar:?}: {months}");
        }
    }

    #[test]
    fn the_tables_of_umm_al_qura_meet_without_a_gap() {
        let day = |year, month, day| Calendar::UmmAlQura.day(year, Month::new(month), day);
        assert_eq!(day(1501, 1, 1), Some(day_number(2077, 11, 17)));
        assert_eq!(day(1500, 12, 30), Some(day_number(2077, 11, 16)));
        // The printed 1343 began a day early, so that the year before has 28 days in its last month.
        assert_eq!(day(1343, 1, 1), Some(day_number(1924, 8, 1)));
        assert_eq!((day(1342, 12, 28), day(1342, 12, 29)), (Some(day_number(1924, 7, 31)), None));
        // The tabular calendar takes over where the table of icu_calendar begins and ends.
        assert_eq!(day(1300, 1, 1), Calendar::Tabular.day(1300, Month::new(1), 1));
        assert_eq!(day(1601, 1, 1), Calendar::Tabular.day(1601, Month::new(1), 1));
    }

    #[test]
    fn icu_calendar_still_errs_in_umm_al_qura_and_so_our_table_is_needed() {
        // The day that it should fail, `umm_al_qura` can be thrown away.
        assert_eq!(day_in(Hijri::new_umm_al_qura(), 1400, Month::new(1), 1), Some(day_number(1979, 11, 21)));
        assert_eq!(day_in(Hijri::new_umm_al_qura(), 1451, Month::new(4), 1), Some(day_number(2029, 8, 12)));
        assert_eq!(Calendar::UmmAlQura.day(1451, Month::new(4), 1), Some(day_number(2029, 8, 11)));
    }

    #[test]
    fn icu_calendar_still_puts_nowruz_2124_a_day_early() {
        assert_eq!(day_in(Persian, 1503, Month::new(1), 1), Some(day_number(2124, 3, 20)));
        assert!(Calendar::Persian.check(&(day_number(2124, 1, 1)..=day_number(2124, 12, 31))).is_err());
    }
}
