//! The months of other calendars as they are named, and the calendars themselves.

use super::badi::HA;
use super::calendars::{Calendar, Month};
use super::gregorian::LONGEST_MONTHS;
use super::month_table::{BADI, BENGALI, COPTIC, ETHIOPIAN, HEBREW, HIJRI, INDIAN, MONTHS, PERSIAN};
use super::words::MONTHS as GREGORIAN_MONTHS;

/// A month as it is named. Adar II is the month Adar of a leap year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) calendar: Calendar,
    pub(super) month: Month,
    /// True for a name that the month has in leap years only.
    pub(super) in_leap_years: bool,
}

/// A month under the name that it has in every year.
pub(super) const fn named(calendar: Calendar, number: u8) -> Named {
    Named { calendar, month: Month::new(number), in_leap_years: false }
}

impl Named {
    pub(super) const ADAR_I: Named = Named { month: Month::leap(5), ..named(Calendar::Hebrew, 5) };
    pub(super) const ADAR_II: Named = Named { in_leap_years: true, ..named(Calendar::Hebrew, 6) };

    /// The name as it is usually written; empty for the months of China, Korea, Vietnam and Tibet, which have numbers.
    pub(super) fn name(self) -> &'static str {
        let names: &[&str] = match self {
            Named::ADAR_I => return "Adar I",
            Named::ADAR_II => return "Adar II",
            Named { calendar, .. } => match calendar {
                Calendar::Hebrew => &HEBREW,
                Calendar::UmmAlQura | Calendar::Tabular => &HIJRI,
                Calendar::Persian => &PERSIAN,
                Calendar::Ethiopian => &ETHIOPIAN,
                Calendar::Coptic => &COPTIC,
                Calendar::Indian => &INDIAN,
                Calendar::Julian => &GREGORIAN_MONTHS,
                Calendar::Badi => &BADI,
                Calendar::Bangladesh => &BENGALI,
                Calendar::Chinese | Calendar::Korean | Calendar::Vietnamese | Calendar::Tibetan => &[],
            },
        };
        names.get(usize::from(self.month.number) - 1).unwrap_or(&"")
    }

    /// How many days the longest such month has.
    pub(super) fn longest(self) -> u8 {
        match (self.calendar, self.month.number) {
            (Calendar::Hebrew, 4 | 6 | 8 | 10 | 12) => 29,
            (Calendar::Tabular, number) if number % 2 == 0 && number != 12 => 29,
            (Calendar::Persian | Calendar::Indian | Calendar::Bangladesh, 1..=6) => 31,
            (Calendar::Badi, HA) => 5,
            (Calendar::Badi, _) => 19,
            // Printed months of 31 days were corrections, which nobody meant to name.
            (Calendar::Ethiopian | Calendar::Coptic, 13) => 6,
            (Calendar::Julian, number) => LONGEST_MONTHS[usize::from(number) - 1],
            _ => 30,
        }
    }

    /// True if every year has this day of this month under this name.
    pub(super) fn is_sure(self, day: u8) -> bool {
        let shortest = match (self.calendar, self.month.number) {
            _ if self.month.leap || self.in_leap_years => 0,
            // Each number is skipped in some year.
            (Calendar::Tibetan, _) => 0,
            (Calendar::Badi, HA) => 4,
            (Calendar::Badi, _) => 19,
            (Calendar::Ethiopian | Calendar::Coptic, 13) => 5,
            // The printed months that were corrected on the way, and the seam of the tables in 1342.
            (Calendar::UmmAlQura, 8 | 9 | 10 | 12) | (Calendar::Julian, 2) => 28,
            (Calendar::Julian, number) => LONGEST_MONTHS[usize::from(number) - 1],
            (Calendar::Persian | Calendar::Bangladesh, 1..=6) | (Calendar::Indian, 2..=6) => 31,
            (Calendar::Hebrew | Calendar::Tabular, 1 | 5 | 7 | 9 | 11)
            | (Calendar::Tabular, 3)
            | (Calendar::Persian, 7..=11)
            | (Calendar::Bangladesh, 7..=10 | 12)
            | (Calendar::Ethiopian | Calendar::Coptic | Calendar::Indian, _) => 30,
            _ => 29,
        };
        day <= shortest
    }

    /// True if another calendar has a month of this name, so that the calendar must be said with it. The Bengali ones are those
    /// of West Bengal too, which rules do not have.
    pub(super) fn is_shared(self) -> bool {
        self.calendar == Calendar::Bangladesh || self.name() == "Tir"
    }

    /// The month of Bangladesh that has this name, in its own or in the Sanskrit form that India's national calendar has.
    pub(super) fn of_bangladesh(self) -> Option<Named> {
        match self.calendar {
            Calendar::Bangladesh => Some(self),
            // Chaitra is the first month of the one and the last of the other.
            Calendar::Indian => Some(named(Calendar::Bangladesh, (self.month.number + 10) % 12 + 1)),
            _ => None,
        }
    }
}

/// The months that these letters can mean: none, one, or one for each calendar that has the name.
pub(super) fn months(letters: &[u8]) -> &'static [(&'static str, Named)] {
    let start = MONTHS.partition_point(|(name, _)| name.as_bytes() < letters);
    let count = MONTHS[start..].iter().take_while(|(name, _)| name.as_bytes() == letters).count();
    &MONTHS[start..start + count]
}

/// The calendars under the names that a suffix in parentheses may have, in the order of their letters.
pub(super) const CALENDARS: &[(&str, Calendar)] = &[
    ("badi", Calendar::Badi),
    ("bahai", Calendar::Badi),
    ("bangladesh", Calendar::Bangladesh),
    ("bangladeshi", Calendar::Bangladesh),
    ("chinese", Calendar::Chinese),
    ("civil", Calendar::Tabular),
    ("coptic", Calendar::Coptic),
    ("ethiopian", Calendar::Ethiopian),
    ("ethiopic", Calendar::Ethiopian),
    ("hebrew", Calendar::Hebrew),
    ("hijri", Calendar::UmmAlQura),
    ("hijrishamsi", Calendar::Persian),
    ("indian", Calendar::Indian),
    ("indiannational", Calendar::Indian),
    ("iranian", Calendar::Persian),
    ("islamic", Calendar::UmmAlQura),
    ("jalali", Calendar::Persian),
    ("jewish", Calendar::Hebrew),
    ("julian", Calendar::Julian),
    ("korean", Calendar::Korean),
    ("persian", Calendar::Persian),
    ("saka", Calendar::Indian),
    ("shamsi", Calendar::Persian),
    ("solarhijri", Calendar::Persian),
    ("tabular", Calendar::Tabular),
    ("tibetan", Calendar::Tibetan),
    ("ummalqura", Calendar::UmmAlQura),
    ("vietnamese", Calendar::Vietnamese),
];

/// The calendar of these letters.
pub(super) fn calendar(letters: &[u8]) -> Option<Calendar> {
    let at = CALENDARS.binary_search_by(|(name, _)| name.as_bytes().cmp(letters)).ok()?;
    Some(CALENDARS[at].1)
}

impl Calendar {
    /// The name by which a phrase picks the calendar.
    pub(super) fn name(self) -> &'static str {
        match self {
            Calendar::Hebrew => "Hebrew",
            Calendar::UmmAlQura => "Umm al-Qura",
            Calendar::Tabular => "tabular",
            Calendar::Persian => "Persian",
            Calendar::Ethiopian => "Ethiopian",
            Calendar::Coptic => "Coptic",
            Calendar::Indian => "Indian national",
            Calendar::Chinese => "Chinese",
            Calendar::Korean => "Korean",
            Calendar::Vietnamese => "Vietnamese",
            Calendar::Tibetan => "Tibetan",
            Calendar::Badi => "Badi",
            Calendar::Bangladesh => "Bangladesh",
            Calendar::Julian => "Julian",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::words::word;

    #[test]
    fn names_stand_in_the_order_of_their_letters() {
        assert!(MONTHS.is_sorted_by(|a, b| a.0.as_bytes() <= b.0.as_bytes()));
        assert!(CALENDARS.is_sorted_by(|a, b| a.0.as_bytes() < b.0.as_bytes()));
    }

    #[test]
    fn only_tir_is_a_month_of_two_calendars() {
        for (name, month) in MONTHS {
            assert_eq!(months(name.as_bytes()).len() > 1, *name == "tir", "{name}");
            assert_eq!(month.is_shared(), month.name() == "Tir" || month.calendar == Calendar::Bangladesh);
        }
    }

    #[test]
    fn no_month_is_a_word_or_a_gregorian_month() {
        assert!(MONTHS.iter().all(|(name, _)| word(name.as_bytes()).is_none()));
    }

    #[test]
    fn the_longest_and_the_sure_days_agree_with_a_century_of_each_calendar() {
        let regular = MONTHS.iter().filter(|(_, named)| named.calendar != Calendar::UmmAlQura);
        for (_, named) in regular {
            // Bangladesh has its lengths since 2019.
            let first = if named.calendar == Calendar::Bangladesh { 738_000 } else { 715_000 };
            let years = named.calendar.years(&(first..=first + 36_000));
            let in_some =
                |day: u8| years.clone().any(|year| named.calendar.day(year, named.month, day).is_some());
            let in_all =
                |day: u8| years.clone().all(|year| named.calendar.day(year, named.month, day).is_some());
            assert!(in_some(named.longest()) && !in_some(named.longest() + 1), "{named:?}");
            for day in 1..=named.longest() {
                assert_eq!(in_all(day) && !named.in_leap_years, named.is_sure(day), "{day} {named:?}");
            }
        }
    }
}
