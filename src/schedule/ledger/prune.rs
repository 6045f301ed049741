//! What of a ledger can no longer matter.

use super::line::{Entry, Line, Lines, Verdict};
use super::{DOUBT, line};
use chrono::{DateTime, Days, NaiveDate, Utc};
use std::collections::{BTreeMap, HashMap, HashSet};

/// What is older than this, in days, is let go: five years.
const KEPT_DAYS: u64 = 5 * 366;

/// So many occurrences of each day are kept however old they are.
///
/// They are counted in the order of the file, so that a clock that is decades ahead for an hour
/// takes nothing away.
const KEPT_OCCURRENCES: usize = 5;

/// A ledger without what can no longer matter at `now`; `None` where that is little, or where the
/// clock is in doubt.
///
/// What a clock recorded that was ahead goes, and occurrences that are both more than five years
/// old and not among the last five of their day. The order of what stays is the old one.
pub fn pruned(lines: &Lines, now: DateTime<Utc>) -> Option<Lines> {
    let (begun, entries) = believed(lines)?;
    let oldest = now.date_naive().checked_sub_days(Days::new(KEPT_DAYS)).unwrap_or(NaiveDate::MIN);
    let mut last: HashMap<&str, HashSet<NaiveDate>> = HashMap::new();
    for entry in entries.iter().rev() {
        let dates = last.entry(&entry.day).or_default();
        if dates.len() < KEPT_OCCURRENCES {
            dates.insert(entry.date);
        }
    }
    let is_kept = |entry: &&&Entry| entry.date >= oldest || last[entry.day.as_str()].contains(&entry.date);
    let kept: Vec<Line> = entries.iter().filter(is_kept).map(|entry| Line::Entry((*entry).clone())).collect();
    let is_worth_it = kept.len() * 4 <= lines.lines.len() * 3;
    is_worth_it.then_some(Lines { begun, lines: kept, damaged: Vec::new() })
}

/// The entries that are not void, and since when the ledger is kept; `None` where the clock is in doubt.
fn believed(lines: &Lines) -> Option<(DateTime<Utc>, Vec<&Entry>)> {
    let (mut begun, mut doubted) = (lines.begun, None);
    let mut entries: BTreeMap<usize, &Entry> = BTreeMap::new();
    for (index, line) in lines.lines.iter().enumerate() {
        match line {
            Line::Entry(entry) => {
                entries.insert(index, entry);
            }
            Line::Clock(line::ClockNote { at, clock }) => match clock {
                Verdict::Doubted => doubted = Some(*at),
                Verdict::WasRight => doubted = None,
                Verdict::WasAhead => {
                    let since = doubted.take().unwrap_or(*at);
                    entries.retain(|_, entry| entry.at <= since + DOUBT);
                    begun = begun.min(since);
                }
            },
        }
    }
    doubted.is_none().then(|| (begun, entries.into_values().collect()))
}
