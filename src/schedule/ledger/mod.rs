//! What was shown, snoozed, read or missed, so that nothing is shown twice or lost.
//!
//! The ledger is a text of JSON lines: a heading, then one line for each thing that happened. Here
//! it is read from text and asked; which file that is, and how it is made to last, is
//! [`crate::host::ledger`]'s business.

mod dates;
mod history;
mod line;
mod prune;

pub use history::{HistoryRow, history};
pub use line::{
    ClockNote, ClockVerdict, Foreign, KeptSince, LedgerEntry, LedgerLine, LedgerLines, Spoken, State,
};
pub use prune::{pruned, shortened};

use super::{Now, Reminder, ReminderKind, Slot};
use crate::day::Offset;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use dates::Dates;
use std::collections::HashMap;

/// How far the clock may be set back without a doubt about what it recorded.
const DOUBT: TimeDelta = TimeDelta::days(1);

/// The most reminders that are known of one occurrence; a day has at most a tenth of it.
const MOST_SETTLED: usize = 500;

/// What the ledger says, ready to be asked.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ledger {
    /// Since when each day is kept.
    kept: HashMap<String, DateTime<Utc>>,
    days: HashMap<String, Dates>,
    /// No entry is later than this.
    latest: Option<DateTime<Utc>>,
    /// Since when the clock is doubted.
    doubted: Option<DateTime<Utc>>,
}

/// What the ledger says of one occurrence.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Record {
    settled: Vec<Settled>,
    snoozed: Option<Snoozed>,
}

/// A reminder that was shown or missed.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Settled {
    slot: Slot,
    kind: ReminderKind,
    at: DateTime<Utc>,
    is_shown: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Snoozed {
    at: DateTime<Utc>,
    until: DateTime<Utc>,
}

impl Record {
    /// Whether a reminder has been shown, covered or missed; what was recorded after `trusted`
    /// does not count.
    ///
    /// A notification covers all that was due when it was shown, also reminders that were added
    /// later; one of the day itself for all that would announce the day. Only a moment is always
    /// announced by itself.
    pub(super) fn settles(&self, reminder: &Reminder, trusted: DateTime<Utc>) -> bool {
        let settles = |settled: &Settled| {
            let speaks_for = match (settled.kind, reminder.kind) {
                (ReminderKind::Day, ReminderKind::Ahead) => true,
                (ReminderKind::Day, ReminderKind::Day) | (ReminderKind::Ahead, ReminderKind::Ahead) => {
                    reminder.due <= settled.at
                }
                _ => false,
            };
            settled.slot == reminder.slot || (settled.is_shown && speaks_for)
        };
        self.settled.iter().filter(|settled| settled.at <= trusted).any(settles)
    }

    /// Until when it is snoozed; what was recorded after `trusted` does not count.
    pub(super) fn snoozed(&self, trusted: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.snoozed.filter(|snoozed| snoozed.at <= trusted).map(|snoozed| snoozed.until)
    }

    /// The snoozed notification of `date`, as a reminder that is due when it comes back.
    pub(super) fn again(&self, date: NaiveDate, trusted: DateTime<Utc>, now: Now<'_>) -> Option<Reminder> {
        let due = self.snoozed(trusted)?;
        let is_of_day = |settled: &&Settled| settled.is_shown && settled.kind != ReminderKind::Moment;
        let slot =
            self.settled.iter().rfind(is_of_day).map_or(Slot::Offset(Offset::default()), |last| last.slot);
        let kind = if now.zone.civil(due).date() < date { ReminderKind::Ahead } else { ReminderKind::Day };
        Some(Reminder { slot, kind, due, ends: None })
    }

    fn record(&mut self, entry: &LedgerEntry) {
        let is_shown = entry.state != State::Missed;
        for Spoken { slot, kind, .. } in entry.reminders.iter().copied() {
            // What a clock recorded that was then set back may count again: it is not replaced by what comes before it.
            self.settled.retain(|settled| settled.slot != slot || settled.at > entry.at);
            if self.settled.len() >= MOST_SETTLED {
                self.settled.remove(0);
            }
            // Nearly all have one or two.
            if self.settled.len() < 4 {
                self.settled.reserve_exact(1);
            }
            self.settled.push(Settled { slot, kind, at: entry.at, is_shown });
        }
        match entry.state {
            State::Snoozed | State::Unseen => {
                self.snoozed = entry.until.map(|until| Snoozed { at: entry.at, until });
            }
            // A notification of another reminder of the same occurrence does not end a snooze before its time.
            State::Shown if self.snoozed.is_some_and(|snoozed| snoozed.until > entry.at) => {}
            State::Shown | State::Read | State::Dismissed => self.snoozed = None,
            State::Missed => {}
        }
    }
}

/// The verdict of the ledger on the clock.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClockHistory {
    /// A verdict that the ledger does not have yet.
    pub verdict: Option<ClockVerdict>,
    /// Entries up to this instant count.
    pub trusted: DateTime<Utc>,
    /// When a doubt is decided; `None` while the clock is not doubted.
    pub wake: Option<DateTime<Utc>>,
}

impl Ledger {
    /// What the lines of a ledger say.
    pub fn of(lines: LedgerLines) -> Self {
        let mut ledger = Self::default();
        lines.lines.into_iter().for_each(|line| ledger.record(&line));
        ledger
    }

    /// Takes one more line into account.
    pub fn record(&mut self, line: &LedgerLine) {
        match line {
            LedgerLine::Entry(entry) => {
                self.latest = self.latest.max(Some(entry.at));
                let dates = self.days.entry(entry.occurrence.day.clone()).or_default();
                dates.of(entry.occurrence.date).record(entry);
            }
            LedgerLine::KeptSince(KeptSince { at, kept }) => {
                self.kept.entry(kept.clone()).or_insert(*at);
            }
            LedgerLine::Clock(ClockNote { at, clock: ClockVerdict::Doubted }) => self.doubted = Some(*at),
            LedgerLine::Clock(ClockNote { clock: ClockVerdict::WasRight, .. }) => self.doubted = None,
            LedgerLine::Clock(ClockNote { at, clock: ClockVerdict::WasAhead }) => {
                self.forget(*at);
            }
        }
    }

    /// Drops what a clock that was ahead of `now` has recorded.
    fn forget(&mut self, now: DateTime<Utc>) {
        let trusted = now + DOUBT;
        self.doubted = None;
        self.kept.values_mut().for_each(|kept| *kept = now.min(*kept));
        self.latest = self.latest.min(Some(trusted));
        for dates in self.days.values_mut() {
            for record in dates.records() {
                record.settled.retain(|settled| settled.at <= trusted);
                record.snoozed = record.snoozed.filter(|snoozed| snoozed.at <= trusted);
            }
        }
    }

    /// The time of the latest entry that counts, if there is one.
    pub fn latest(&self) -> Option<DateTime<Utc>> {
        self.latest
    }

    /// The verdict on a clock that shows `now`.
    ///
    /// A clock that shows a time more than a day before the latest entry is doubted. If it goes on
    /// like that for a day, it was ahead when that entry was made; if it jumps forward to within a
    /// day of it again, it was right then.
    pub fn clock(&self, now: DateTime<Utc>) -> ClockHistory {
        let is_behind = self.latest.is_some_and(|latest| now + DOUBT < latest);
        let clock = |verdict, doubted: Option<DateTime<Utc>>| ClockHistory {
            verdict,
            trusted: now + DOUBT,
            wake: doubted.map(|since| since + DOUBT),
        };
        match self.doubted {
            None if is_behind => clock(Some(ClockVerdict::Doubted), Some(now)),
            None => clock(None, None),
            Some(_) if !is_behind => clock(Some(ClockVerdict::WasRight), None),
            // Set back once more: the day begins anew.
            Some(since) if now < since => clock(Some(ClockVerdict::Doubted), Some(now)),
            Some(since) if since + DOUBT <= now => clock(Some(ClockVerdict::WasAhead), None),
            Some(since) => clock(None, Some(since)),
        }
    }

    /// Since when a day is kept; `None` where it was never seen before.
    pub(super) fn kept_since(&self, day: &str) -> Option<DateTime<Utc>> {
        self.kept.get(day).copied()
    }

    /// The last snoozed occurrence of a day.
    pub(super) fn last_snoozed(&self, day: &str) -> Option<NaiveDate> {
        self.days.get(day)?.last(|record| record.snoozed.is_some())
    }

    /// Whether anything is recorded of a day's occurrences.
    pub(super) fn has_occurrences(&self, day: &str) -> bool {
        self.days.contains_key(day)
    }

    pub(super) fn of_occurrence(&self, day: &str, date: NaiveDate) -> Option<&Record> {
        self.days.get(day)?.get(date)
    }
}
