//! What of a ledger can no longer matter.

use super::DOUBT;
use super::line::{ClockNote, ClockVerdict, LedgerEntry, LedgerLine, LedgerLines};
use crate::occurrence::OccurrenceId;
use chrono::{DateTime, Days, NaiveDate, Utc};
use std::collections::{HashMap, HashSet};

/// What is older than this, in days, is dropped: five years.
const KEPT_DAYS: u64 = 5 * 366;

/// How many occurrences of each day are kept at any age, and of how many days before them.
///
/// They are counted in the order of the file, so that a clock that is decades ahead for a while
/// takes nothing away that `catch-up` may still ask for.
const KEPT_OCCURRENCES: usize = 5;
const KEPT_BEFORE_DAYS: u64 = 3 * 366;

/// A ledger without what can no longer matter at `now`; `None` where that is little, or where the
/// clock is in doubt.
///
/// What a clock recorded that was ahead goes, and occurrences that are both more than five years
/// old and more than three before the last five of their day. The order of what stays is the old one.
pub fn pruned(lines: &LedgerLines, now: DateTime<Utc>) -> Option<LedgerLines> {
    let believed = believed(lines)?;
    let before = |date: NaiveDate, days| date.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN);
    let oldest = before(now.date_naive(), KEPT_DAYS);
    let mut last: HashMap<&str, HashSet<NaiveDate>> = HashMap::new();
    for line in believed.iter().rev() {
        if let LedgerLine::Entry(entry) = line {
            let dates = last.entry(&entry.occurrence.day).or_default();
            if dates.len() < KEPT_OCCURRENCES {
                dates.insert(entry.occurrence.date);
            }
        }
    }
    let first = |dates: &HashSet<NaiveDate>| dates.iter().min().map(|date| before(*date, KEPT_BEFORE_DAYS));
    let first: HashMap<&str, Option<NaiveDate>> =
        last.iter().map(|(day, dates)| (*day, first(dates))).collect();
    let matters = |line: &&LedgerLine| match line {
        LedgerLine::Entry(entry) => {
            let OccurrenceId { day, date } = &entry.occurrence;
            *date >= oldest || Some(*date) >= first[day.as_str()]
        }
        LedgerLine::KeptSince(_) | LedgerLine::Clock(_) => true,
    };
    let kept: Vec<LedgerLine> = believed.iter().filter(matters).cloned().collect();
    let is_worth_it = kept.len() * 4 <= lines.lines.len() * 3;
    is_worth_it.then_some(LedgerLines { begun: lines.begun, lines: kept, damaged: Vec::new() })
}

/// The lines that are not void, without notes about the clock; `None` where it is in doubt.
fn believed(lines: &LedgerLines) -> Option<Vec<LedgerLine>> {
    let (mut believed, mut is_doubted) = (Vec::new(), false);
    for line in &lines.lines {
        match line {
            LedgerLine::Clock(ClockNote { clock: ClockVerdict::Doubted, .. }) => is_doubted = true,
            LedgerLine::Clock(ClockNote { clock: ClockVerdict::WasRight, .. }) => is_doubted = false,
            LedgerLine::Clock(ClockNote { at, clock: ClockVerdict::WasAhead }) => {
                is_doubted = false;
                let is_void = |entry: &LedgerEntry| entry.at > *at + DOUBT;
                let entries = believed.iter().filter_map(|line| match line {
                    LedgerLine::Entry(entry) => Some(entry),
                    LedgerLine::KeptSince(_) | LedgerLine::Clock(_) => None,
                });
                let void: Vec<LedgerEntry> = entries.filter(|entry| is_void(entry)).cloned().collect();
                believed.retain(|line| {
                    let LedgerLine::Entry(entry) = line else { return true };
                    // The person saw what ended a snooze, whatever the clock said.
                    !is_void(entry) && !void.iter().any(|void| entry.is_ended_by(void))
                });
                for line in &mut believed {
                    if let LedgerLine::KeptSince(kept) = line {
                        kept.at = kept.at.min(*at);
                    }
                }
            }
            line => believed.push(line.clone()),
        }
    }
    (!is_doubted).then_some(believed)
}
