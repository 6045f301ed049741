//! What was announced of each occurrence, for a person to look back on.

use super::line::{LedgerEntry, LedgerLine, LedgerLines, Spoken, State};
use crate::occurrence::OccurrenceId;
use crate::schedule::{ReminderKind, reminder::rank};
use chrono::{DateTime, Utc};
use serde::Serialize;
use std::collections::HashMap;

/// One notification that was shown, or reminders that were missed together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HistoryRow {
    /// Which occurrence.
    pub occurrence: OccurrenceId,
    /// What it was about.
    pub kind: ReminderKind,
    /// When it was due.
    pub due: DateTime<Utc>,
    /// When the desktop accepted it; `None` where it was missed.
    pub shown: Option<DateTime<Utc>>,
    /// How long after it was due it was shown, in seconds.
    pub late_seconds: Option<i64>,
    /// What has become of it.
    pub state: State,
}

impl HistoryRow {
    fn of(entry: &LedgerEntry, kind: ReminderKind, due: DateTime<Utc>) -> Self {
        let shown = (entry.state != State::Missed).then_some(entry.at);
        Self {
            occurrence: entry.occurrence.clone(),
            kind,
            due,
            shown,
            late_seconds: shown.map(|shown| (shown - due).num_seconds()),
            state: entry.state,
        }
    }
}

/// What was told, in the order in which it was.
///
/// An answer goes to the last notification of its occurrence. A notification that was snoozed and shown again is
/// one line more, due at the time until which it was snoozed.
pub fn history(lines: &LedgerLines) -> Vec<HistoryRow> {
    let mut history: Vec<HistoryRow> = Vec::new();
    // Until when the last notification of each line of the history was snoozed.
    let mut until: Vec<Option<DateTime<Utc>>> = Vec::new();
    // The last line of the history with a notification of each occurrence.
    let mut shown: HashMap<&OccurrenceId, usize> = HashMap::new();
    for line in &lines.lines {
        let LedgerLine::Entry(entry) = line else { continue };
        let last = shown.get(&entry.occurrence).copied();
        let main = entry.reminders.iter().max_by_key(|spoken| rank(spoken.kind, spoken.due));
        let told = match (entry.state, main, last) {
            (State::Shown | State::Missed, Some(Spoken { kind, due, .. }), _) => {
                HistoryRow::of(entry, *kind, *due)
            }
            (State::Shown, None, Some(last)) => {
                let due = until[last].unwrap_or(entry.at);
                HistoryRow::of(entry, history[last].kind, due)
            }
            (State::Shown | State::Missed, None, _) | (_, _, None) => continue,
            (state, _, Some(last)) => {
                history[last].state = state;
                until[last] = entry.until;
                continue;
            }
        };
        if told.shown.is_some() {
            shown.insert(&entry.occurrence, history.len());
        }
        history.push(told);
        until.push(None);
    }
    history
}
