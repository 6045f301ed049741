//! What of a ledger can no longer matter.

use super::DOUBT;
use super::line::{ClockNote, ClockVerdict, LedgerEntry, LedgerLine, LedgerLines, Spoken};
use crate::occurrence::OccurrenceId;
use crate::schedule::Slot;
use chrono::{DateTime, Days, NaiveDate, Utc};
use std::collections::HashMap;

/// What of the entries is kept.
struct Kept {
    /// What is older than this, in days, is dropped.
    days: u64,
    /// How many occurrences of each day are kept at any age, and of how many days before them.
    ///
    /// They are counted in the order of the file, so that a clock that is decades ahead for a while
    /// takes nothing away that `catch-up` may still ask for.
    occurrences: usize,
    days_before: u64,
}

/// Of a ledger that has room: five years.
const USUAL: Kept = Kept { days: 5 * 366, occurrences: 5, days_before: 3 * 366 };

/// Of one that has not, one after the other until it fits; what a person looks back on goes before what is asked of it.
const SHORT: [Kept; 2] =
    [Kept { days: 400, occurrences: 2, days_before: 0 }, Kept { days: 100, occurrences: 1, days_before: 0 }];

/// A ledger without what can no longer matter at `now`.
///
/// What a clock recorded that was ahead goes, and occurrences that are both more than five years
/// old and more than three before the last five of their day. The order of what stays is the old one.
///
/// # Errors
/// The ledger as it was, where little can go, or where the clock is in doubt.
pub fn pruned(lines: LedgerLines, now: DateTime<Utc>) -> Result<LedgerLines, LedgerLines> {
    let Some(matters) = what_matters(&lines.lines, now, &USUAL) else { return Err(lines) };
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

/// What goes next of a ledger that is too long.
enum Step {
    /// What later lines replace.
    Effect,
    /// What is long over.
    Age(&'static Kept),
    /// The oldest.
    Newest,
}

/// A ledger of at most so many bytes, of days so many that a few years of them do not fit into a file.
///
/// First goes what later lines replace, then what is long over, last the oldest. A ledger whose clock is in doubt stays as
/// it is.
pub fn shortened(mut lines: LedgerLines, now: DateTime<Utc>, most: usize) -> LedgerLines {
    if believed(&lines.lines).is_none() {
        return lines;
    }
    for step in [Step::Effect, Step::Age(&SHORT[0]), Step::Age(&SHORT[1]), Step::Newest] {
        if lines.lines.iter().map(length).sum::<usize>() <= most {
            break;
        }
        let matters = match step {
            Step::Effect => Some(what_has_effect(&lines.lines)),
            Step::Age(kept) => what_matters(&lines.lines, now, kept),
            Step::Newest => Some(newest(&lines.lines, most)),
        };
        let mut matters = matters.into_iter().flatten();
        lines.lines.retain(|_| matters.next().unwrap_or(true));
    }
    lines
}

/// The bytes of a line.
fn length(line: &LedgerLine) -> usize {
    line.text().len()
}

/// Of each line, whether it is not replaced: it is the last that settles a reminder, or it put off a notification that is
/// to come.
fn what_has_effect(lines: &[LedgerLine]) -> Vec<bool> {
    /// What the lines after one say of its occurrence.
    #[derive(Default)]
    struct Later<'l> {
        slots: Vec<Slot>,
        entries: Vec<&'l LedgerEntry>,
        is_put_off: bool,
    }
    let mut later: HashMap<&OccurrenceId, Later<'_>> = HashMap::new();
    let mut has_effect: Vec<bool> = Vec::with_capacity(lines.len());
    for line in lines.iter().rev() {
        let LedgerLine::Entry(entry) = line else {
            has_effect.push(true);
            continue;
        };
        let later = later.entry(&entry.occurrence).or_default();
        let mut has = false;
        for Spoken { slot, .. } in &entry.reminders {
            if !later.slots.contains(slot) {
                later.slots.push(*slot);
                has = true;
            }
        }
        if entry.until.is_some() {
            has |= !later.is_put_off && !later.entries.iter().any(|later| entry.is_ended_by(later));
            later.is_put_off = true;
        }
        later.entries.push(entry);
        has_effect.push(has);
    }
    has_effect.reverse();
    // By the latest of all, a clock that is set back is doubted.
    let at = |line: &LedgerLine| if let LedgerLine::Entry(entry) = line { Some(entry.at) } else { None };
    let latest = lines.iter().enumerate().max_by_key(|(_, line)| at(line)).map(|(index, _)| index);
    if let Some(has) = latest.and_then(|latest| has_effect.get_mut(latest)) {
        *has = true;
    }
    has_effect
}

/// Of each line, whether it is among the newest of so many bytes; since when days are kept takes half of them at most.
fn newest(lines: &[LedgerLine], most: usize) -> Vec<bool> {
    let is_kept_since = |line: &LedgerLine| matches!(line, LedgerLine::KeptSince(_));
    let (mut kept, mut all) = (0, 0);
    let of_kept = lines.iter().filter(|line| is_kept_since(line)).map(length).sum::<usize>().min(most / 2);
    let mut is_new: Vec<bool> = Vec::with_capacity(lines.len());
    for line in lines.iter().rev() {
        let (used, room) =
            if is_kept_since(line) { (&mut kept, most / 2) } else { (&mut all, most - of_kept) };
        *used += length(line);
        is_new.push(*used <= room);
    }
    is_new.reverse();
    is_new
}

/// The notes that the clock was ahead: which lines they are, and when it was found.
fn were_ahead(lines: &[LedgerLine]) -> impl Iterator<Item = (usize, DateTime<Utc>)> {
    lines.iter().enumerate().filter_map(|(index, line)| match line {
        LedgerLine::Clock(ClockNote { at, clock: ClockVerdict::WasAhead }) => Some((index, *at)),
        _ => None,
    })
}

/// Of each line, whether it can still matter.
fn what_matters(lines: &[LedgerLine], now: DateTime<Utc>, kept: &Kept) -> Option<Vec<bool>> {
    let mut matters = believed(lines)?;
    let before = |date: NaiveDate, days| date.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN);
    let oldest = before(now.date_naive(), kept.days);
    let mut last: HashMap<&str, Vec<NaiveDate>> = HashMap::new();
    for (line, _) in lines.iter().zip(&matters).rev().filter(|(_, matters)| **matters) {
        if let LedgerLine::Entry(entry) = line {
            let dates = last.entry(&entry.occurrence.day).or_default();
            if dates.len() < kept.occurrences && !dates.contains(&entry.occurrence.date) {
                dates.reserve_exact(1);
                dates.push(entry.occurrence.date);
            }
        }
    }
    for (line, matters) in lines.iter().zip(&mut matters) {
        if let LedgerLine::Entry(LedgerEntry { occurrence: OccurrenceId { day, date }, .. }) = line {
            let first = last.get(day.as_str()).and_then(|dates| dates.iter().min());
            let is_late = first.is_some_and(|first| *date >= before(*first, kept.days_before));
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

#[cfg(test)]
mod tests;
