//! What of a ledger can no longer matter.

use super::DOUBT;
use super::line::{ClockNote, ClockVerdict, LedgerEntry, LedgerLine, LedgerLines};
use crate::occurrence::OccurrenceId;
use chrono::{DateTime, Days, NaiveDate, Utc};
use std::collections::HashMap;

/// What is older than this, in days, is dropped: five years.
const KEPT_DAYS: u64 = 5 * 366;

/// How many occurrences of each day are kept at any age, and of how many days before them.
///
/// They are counted in the order of the file, so that a clock that is decades ahead for a while
/// takes nothing away that `catch-up` may still ask for.
const KEPT_OCCURRENCES: usize = 5;
const KEPT_BEFORE_DAYS: u64 = 3 * 366;

/// A ledger without what can no longer matter at `now`.
///
/// What a clock recorded that was ahead goes, and occurrences that are both more than five years
/// old and more than three before the last five of their day. The order of what stays is the old one.
///
/// # Errors
/// The ledger as it was, where little can go, or where the clock is in doubt.
pub fn pruned(lines: LedgerLines, now: DateTime<Utc>) -> Result<LedgerLines, LedgerLines> {
    let Some(matters) = what_matters(&lines.lines, now) else { return Err(lines) };
    let kept = matters.iter().filter(|matters| **matters).count();
    if kept * 4 > lines.lines.len() * 3 {
        return Err(lines);
    }
    let ahead: Vec<(usize, DateTime<Utc>)> = were_ahead(&lines.lines).collect();
    let lines_kept = lines.lines.into_iter().enumerate().zip(matters).filter(|(_, matters)| *matters);
    let kept = lines_kept.map(|((index, mut line), _)| {
        if let LedgerLine::KeptSince(kept) = &mut line {
            let later = ahead.iter().filter(|(note, _)| *note > index).map(|(_, at)| *at);
            kept.at = later.fold(kept.at, Ord::min);
        }
        line
    });
    Ok(LedgerLines { lines: kept.collect(), ..LedgerLines::begun_at(lines.begun) })
}

/// The notes that the clock was ahead: which lines they are, and when it was found.
fn were_ahead(lines: &[LedgerLine]) -> impl Iterator<Item = (usize, DateTime<Utc>)> {
    lines.iter().enumerate().filter_map(|(index, line)| match line {
        LedgerLine::Clock(ClockNote { at, clock: ClockVerdict::WasAhead }) => Some((index, *at)),
        _ => None,
    })
}

/// Of each line, whether it can still matter.
fn what_matters(lines: &[LedgerLine], now: DateTime<Utc>) -> Option<Vec<bool>> {
    let mut matters = believed(lines)?;
    let before = |date: NaiveDate, days| date.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN);
    let oldest = before(now.date_naive(), KEPT_DAYS);
    let mut last: HashMap<&str, Vec<NaiveDate>> = HashMap::new();
    for (line, _) in lines.iter().zip(&matters).rev().filter(|(_, matters)| **matters) {
        if let LedgerLine::Entry(entry) = line {
            let dates = last.entry(&entry.occurrence.day).or_default();
            if dates.len() < KEPT_OCCURRENCES && !dates.contains(&entry.occurrence.date) {
                dates.reserve_exact(1);
                dates.push(entry.occurrence.date);
            }
        }
    }
    for (line, matters) in lines.iter().zip(&mut matters) {
        if let LedgerLine::Entry(LedgerEntry { occurrence: OccurrenceId { day, date }, .. }) = line {
            let first = last.get(day.as_str()).and_then(|dates| dates.iter().min());
            let is_late = first.is_some_and(|first| *date >= before(*first, KEPT_BEFORE_DAYS));
            *matters &= *date >= oldest || is_late;
        }
    }
    Some(matters)
}

/// Of each line, whether it is neither void nor a note about the clock; `None` where the clock is in doubt.
fn believed(lines: &[LedgerLine]) -> Option<Vec<bool>> {
    let (mut believed, mut is_doubted) = (vec![true; lines.len()], false);
    for (index, line) in lines.iter().enumerate() {
        let LedgerLine::Clock(ClockNote { at, clock }) = line else { continue };
        *believed.get_mut(index)? = false;
        match clock {
            ClockVerdict::Doubted => is_doubted = true,
            ClockVerdict::WasRight => is_doubted = false,
            ClockVerdict::WasAhead => {
                is_doubted = false;
                let mut void: HashMap<&OccurrenceId, Vec<&LedgerEntry>> = HashMap::new();
                let is_void = |entry: &LedgerEntry| entry.at > *at + DOUBT;
                let before = || lines.iter().take(index).zip(0..);
                for (line, before) in before() {
                    if let (LedgerLine::Entry(entry), Some(true)) = (line, believed.get(before))
                        && is_void(entry)
                    {
                        void.entry(&entry.occurrence).or_default().push(entry);
                    }
                }
                for (line, before) in before() {
                    // The person saw what ended a snooze, whatever the clock said.
                    if let (LedgerLine::Entry(entry), Some(believed)) = (line, believed.get_mut(before)) {
                        let ends = void.get(&entry.occurrence).into_iter().flatten();
                        let is_ended =
                            entry.until.is_some() && ends.into_iter().any(|void| entry.is_ended_by(void));
                        *believed &= !is_void(entry) && !is_ended;
                    }
                }
            }
        }
    }
    (!is_doubted).then_some(believed)
}
