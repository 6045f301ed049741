//! A recurrence in parts: without the dates that are left out, and with those that are changed from one on.

use super::recurrence::{LONGEST_SEARCH, Recurring};
use crate::rule::{Recurrence, Rule};
use chrono::{Datelike, Days, NaiveDate};

/// What becomes of the dates of a rule from one of them on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Break {
    pub(super) from: NaiveDate,
    pub(super) then: Then,
}

/// The dates after a [`Break`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Then {
    /// None.
    Nothing,
    /// The same, this many days later.
    Shifted(i64),
    /// Those of these rules instead.
    Instead(Vec<String>),
}

/// The phrases of a rule, parted at the breaks and at the dates left out.
pub(super) fn with_breaks(whole: &Recurrence, event: &Recurring<'_>, except: &[NaiveDate]) -> Vec<String> {
    let mut phrases = Vec::new();
    let (mut from, mut shift) = (Some(event.start), Some(0));
    let ends = event.breaks.iter().map(|one| Some(one.from)).chain([None]);
    let nexts = event.breaks.iter().map(|one| match one.then {
        Then::Shifted(days) => Some(days),
        Then::Nothing | Then::Instead(_) => None,
    });
    for (end, next) in ends.zip(nexts.chain([None])) {
        let last = end.and_then(|end| end.pred_opt());
        let until = match (last, whole.end()) {
            (Some(last), Some(end)) => Some(last.min(end)),
            (last, end) => last.or(end),
        };
        if let (Some(begin), Some(days)) = (from, shift)
            && until.is_none_or(|until| until >= begin)
        {
            let stretch = whole.between(begin, until);
            let parts = without(&stretch, begin, except);
            phrases.extend(parts.iter().filter_map(|phrase| shifted(phrase, days)));
        }
        shift = next;
        from = end.and_then(|end| whole.next_after(end.pred_opt()?, LONGEST_SEARCH));
    }
    phrases
}

/// The rule without some of its dates: a phrase for each stretch between them.
fn without(whole: &Recurrence, start: NaiveDate, except: &[NaiveDate]) -> Vec<String> {
    let mut phrases = Vec::new();
    let mut from = Some(start);
    for left_out in except.iter().filter(|date| **date >= start) {
        let Some(begin) = from.filter(|_| whole.has(*left_out)) else { continue };
        if *left_out > begin {
            phrases.push(whole.between(begin, left_out.pred_opt()).to_string());
        }
        from = whole.next_after(*left_out, LONGEST_SEARCH);
    }
    phrases.extend(from.map(|begin| whole.between(begin, whole.end()).to_string()));
    phrases
}

/// The phrase of the same dates this many days later, if a phrase can say them.
///
/// A plain date becomes the other plain date; else the days are counted from it (`1 day after RRULE:...`).
pub(super) fn shifted(phrase: &str, days: i64) -> Option<String> {
    if days == 0 {
        return Some(phrase.to_owned());
    }
    let count = days.unsigned_abs();
    let moved = |date: NaiveDate| {
        let span = Days::new(count);
        if days < 0 { date.checked_sub_days(span) } else { date.checked_add_days(span) }
    };
    if let Ok(date) = phrase.parse::<NaiveDate>() {
        return moved(date).map(|date| date.to_string());
    }
    // Within the 28 days that each February has, and not over the end of a year, a plain date stays one.
    let plain = || {
        let date = NaiveDate::parse_from_str(&format!("{phrase} 2001"), "%B %d %Y").ok()?;
        let moved = moved(date)?;
        let is_safe = |date: NaiveDate| date.month() != 2 || date.day() < 28;
        let is_same_side = (date.ordinal() < 60) == (moved.ordinal() < 60);
        (date.year() == moved.year() && is_safe(date) && is_safe(moved) && is_same_side)
            .then(|| crate::rule::month_day(moved))
    };
    let counted = || {
        let (side, plural) = (if days < 0 { "before" } else { "after" }, if count == 1 { "" } else { "s" });
        let phrase = format!("{count} day{plural} {side} {phrase}");
        phrase.parse::<Rule>().ok().map(|_| phrase)
    };
    plain().or_else(counted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_moved_by_days() {
        let table = [
            ("January 20", -1, "January 19"),
            ("January 1", -1, "1 day before January 1"),
            ("March 1", -1, "1 day before March 1"),
            ("March 12", 2, "March 14"),
            ("2027-01-01", -1, "2026-12-31"),
            ("second Sunday of November", 1, "1 day after second Sunday of November"),
            ("RRULE:FREQ=WEEKLY from 2027-01-06", 2, "2 days after RRULE:FREQ=WEEKLY from 2027-01-06"),
        ];
        for (phrase, days, expected) in table {
            assert_eq!(shifted(phrase, days).as_deref(), Some(expected), "{phrase}");
            assert!(expected.parse::<Rule>().is_ok() || expected.parse::<NaiveDate>().is_ok(), "{expected}");
        }
    }
}
