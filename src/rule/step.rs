//! Steps and moves: from one day to another, by counting days or by looking for a weekday.

use super::day_number::{DayNumber, date_of, weekday_index, weekday_on_or_after, weekday_on_or_before};
use chrono::{Datelike, Months, Weekday};

/// The most days that one step may count: some ten thousand years, so that no sum of steps overflows.
pub(super) const MOST_DAYS: u32 = 3_660_000;

/// The most steps that a phrase may have.
pub(super) const MOST_STEPS: usize = 8;

/// The farthest weekday that may be asked for: `53rd Sunday before ...` goes back a year.
pub(super) const FARTHEST_WEEKDAY: u8 = 53;

/// One way to go from a day to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RuleStep {
    /// `9 days after`, `6 weeks before`.
    Count { count: u32, unit: Unit, side: Side },
    /// `40th day from`: the date is the first day.
    NthDay { n: u32 },
    /// `Sunday on or after`, `second Sunday before`; the first such day is 1.
    Weekday { nth: u8, weekday: Weekday, relation: Relation },
}

/// What a step counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    /// As many months on, and the last day of the month where it is too short.
    Month,
}

impl Unit {
    /// The most that a step may count of them.
    pub(super) fn most(self) -> u32 {
        match self {
            Unit::Day => MOST_DAYS,
            Unit::Week => MOST_DAYS / 7,
            Unit::Month => MOST_DAYS / 31,
        }
    }
}

/// Which way a step counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
}

/// Where a weekday lies, seen from a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    Before,
    OnOrBefore,
    Nearest,
    OnOrAfter,
    After,
}

impl RuleStep {
    /// The day that this step leads to.
    pub(super) fn lead(self, day: DayNumber) -> DayNumber {
        match self {
            RuleStep::Count { count, unit: Unit::Month, side } => {
                let (date, months) = (date_of(day), Months::new(count));
                let led = match side {
                    Side::Before => date.checked_sub_months(months),
                    Side::After => date.checked_add_months(months),
                };
                led.expect("chrono has a quarter of a million years").num_days_from_ce()
            }
            RuleStep::Count { .. } | RuleStep::NthDay { .. } => day + self.reach().0,
            RuleStep::Weekday { nth, weekday, relation } => {
                let weeks = 7 * (i32::from(nth) - 1);
                match relation {
                    Relation::Before => weekday_on_or_before(day - 1, weekday) - weeks,
                    Relation::OnOrBefore => weekday_on_or_before(day, weekday) - weeks,
                    // Three days either way hold each weekday once, so that nothing is ever equally near.
                    Relation::Nearest => weekday_on_or_before(day + 3, weekday),
                    Relation::OnOrAfter => weekday_on_or_after(day, weekday) + weeks,
                    Relation::After => weekday_on_or_after(day + 1, weekday) + weeks,
                }
            }
        }
    }

    /// The fewest and the most days that this step adds.
    pub(super) fn reach(self) -> (i32, i32) {
        match self {
            RuleStep::Count { count, unit, side } => {
                let few =
                    |days: u32| i32::try_from(days.min(MOST_DAYS)).expect("the most days are few enough");
                let (least, most) = match unit {
                    Unit::Day => (count, count),
                    Unit::Week => (count * 7, count * 7),
                    Unit::Month => (count * 28, count * 31),
                };
                if side == Side::Before { (-few(most), -few(least)) } else { (few(least), few(most)) }
            }
            RuleStep::NthDay { n } => {
                let days = i32::try_from(n.min(MOST_DAYS)).expect("the most days are few enough") - 1;
                (days, days)
            }
            RuleStep::Weekday { nth, relation, .. } => {
                let weeks = 7 * i32::from(nth);
                match relation {
                    Relation::Before => (-weeks, 6 - weeks),
                    Relation::OnOrBefore => (1 - weeks, 7 - weeks),
                    Relation::Nearest => (-3, 3),
                    Relation::OnOrAfter => (weeks - 7, weeks - 1),
                    Relation::After => (weeks - 6, weeks),
                }
            }
        }
    }
}

/// `if Friday then Thursday before`: where a day goes that fell on one of these weekdays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Move {
    pub(super) when: Weekdays,
    /// `None` is `skip`.
    pub(super) then: Option<RuleStep>,
}

impl Move {
    pub(super) fn applies_to(&self, day: DayNumber) -> bool {
        self.when.0 & (1 << weekday_index(day)) != 0
    }

    pub(super) fn lead(&self, day: DayNumber) -> Option<DayNumber> {
        self.then.map(|step| step.lead(day))
    }

    pub(super) fn reach(&self) -> (i32, i32) {
        self.then.map_or((0, 0), RuleStep::reach)
    }
}

/// A set of weekdays, one bit each from Sunday on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Weekdays(u8);

impl Weekdays {
    pub(super) fn insert(&mut self, weekday: Weekday) {
        self.0 |= 1 << weekday.num_days_from_sunday();
    }

    pub(super) fn contains(self, weekday: Weekday) -> bool {
        self.0 & (1 << weekday.num_days_from_sunday()) != 0
    }

    /// From Monday on, as weekdays are usually listed.
    pub(super) fn iter(self) -> impl Iterator<Item = Weekday> {
        (0..7)
            .map(|n| Weekday::try_from(n).expect("below seven"))
            .filter(move |weekday| self.contains(*weekday))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_stays_within_its_reach() {
        let relations =
            [Relation::Before, Relation::OnOrBefore, Relation::Nearest, Relation::OnOrAfter, Relation::After];
        for relation in relations {
            for nth in 1..=if relation == Relation::Nearest { 1 } else { 4 } {
                let step = RuleStep::Weekday { nth, weekday: Weekday::Wed, relation };
                let (least, most) = step.reach();
                let leads: Vec<i32> = (0..7).map(|day| step.lead(day) - day).collect();
                assert_eq!(leads.iter().min(), Some(&least), "{step:?}");
                assert_eq!(leads.iter().max(), Some(&most), "{step:?}");
            }
        }
    }

    #[test]
    fn counting_there_and_back_is_standing_still() {
        for (count, unit) in [(0, Unit::Day), (9, Unit::Day), (6, Unit::Week), (MOST_DAYS, Unit::Day)] {
            let there = RuleStep::Count { count, unit, side: Side::After };
            let back = RuleStep::Count { count, unit, side: Side::Before };
            assert_eq!(back.lead(there.lead(739_000)), 739_000);
        }
    }
}
