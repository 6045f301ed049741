//! What of a ledger can no longer matter.

use super::DOUBT;
use super::line::{ClockNote, Entry, Line, Lines, Verdict};
use chrono::{DateTime, Days, NaiveDate, Utc};
use std::collections::{HashMap, HashSet};

/// What is older than this, in days, is let go: five years.
const KEPT_DAYS: u64 = 5 * 366;

/// So many occurrences of each day are kept however old they are, and those of so many days before them.
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
pub fn pruned(lines: &Lines, now: DateTime<Utc>) -> Option<Lines> {
    let believed = believed(lines)?;
    let before = |date: NaiveDate, days| date.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN);
    let oldest = before(now.date_naive(), KEPT_DAYS);
    let mut last: HashMap<&str, HashSet<NaiveDate>> = HashMap::new();
    for line in believed.iter().rev() {
        if let Line::Entry(entry) = line {
            let dates = last.entry(&entry.day).or_default();
            if dates.len() < KEPT_OCCURRENCES {
                dates.insert(entry.date);
            }
        }
    }
    let first = |dates: &HashSet<NaiveDate>| dates.iter().min().map(|date| before(*date, KEPT_BEFORE_DAYS));
    let first: HashMap<&str, Option<NaiveDate>> =
        last.iter().map(|(day, dates)| (*day, first(dates))).collect();
    let matters = |line: &&Line| match line {
        Line::Entry(entry) => entry.date >= oldest || Some(entry.date) >= first[entry.day.as_str()],
        Line::Kept(_) | Line::Clock(_) => true,
    };
    let kept: Vec<Line> = believed.iter().filter(matters).cloned().collect();
    let is_worth_it = kept.len() * 4 <= lines.lines.len() * 3;
    is_worth_it.then_some(Lines { begun: lines.begun, lines: kept, damaged: Vec::new() })
}

/// The lines that are not void, without notes about the clock; `None` where it is in doubt.
fn believed(lines: &Lines) -> Option<Vec<Line>> {
    let (mut believed, mut is_doubted) = (Vec::new(), false);
    for line in &lines.lines {
        match line {
            Line::Clock(ClockNote { clock: Verdict::Doubted, .. }) => is_doubted = true,
            Line::Clock(ClockNote { clock: Verdict::WasRight, .. }) => is_doubted = false,
            Line::Clock(ClockNote { at, clock: Verdict::WasAhead }) => {
                is_doubted = false;
                let is_void = |entry: &Entry| entry.at > *at + DOUBT;
                let entries = believed.iter().filter_map(|line| match line {
                    Line::Entry(entry) => Some(entry),
                    Line::Kept(_) | Line::Clock(_) => None,
                });
                let void: Vec<Entry> = entries.filter(|entry| is_void(entry)).cloned().collect();
                believed.retain(|line| {
                    let Line::Entry(entry) = line else { return true };
                    // The person saw what ended a snooze, whatever the clock said.
                    !is_void(entry) && !void.iter().any(|void| entry.is_ended_by(void))
                });
                for line in &mut believed {
                    if let Line::Kept(kept) = line {
                        kept.at = kept.at.min(*at);
                    }
                }
            }
            line => believed.push(line.clone()),
        }
    }
    (!is_doubted).then_some(believed)
}
