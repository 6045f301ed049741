//! What was told of each occurrence, for a person to look back on.

use super::line::{Entry, Line, Lines, Spoken, State};
use crate::schedule::Kind;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

/// One notice that was shown, or reminders that were missed together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    /// The id of the day.
    pub day: String,
    /// The date of the occurrence.
    pub date: NaiveDate,
    /// What it spoke of.
    pub kind: Kind,
    /// When it was due.
    pub due: DateTime<Utc>,
    /// When the desktop accepted it; `None` where it was missed.
    pub shown: Option<DateTime<Utc>>,
    /// How long after it was due it was shown, in seconds.
    pub late_seconds: Option<i64>,
    /// What has become of it.
    pub state: State,
}

impl Told {
    fn of(entry: &Entry, kind: Kind, due: DateTime<Utc>) -> Self {
        let shown = (entry.state != State::Missed).then_some(entry.at);
        Self {
            day: entry.day.clone(),
            date: entry.date,
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
/// An answer goes to the last notice of its occurrence. A notice that was put off and shown again is
/// one line more, due at the time to which it was put off.
pub fn history(lines: &Lines) -> Vec<Told> {
    let mut history: Vec<Told> = Vec::new();
    // Until when the last notice of each line of the history was put off.
    let mut until: Vec<Option<DateTime<Utc>>> = Vec::new();
    for line in &lines.lines {
        let Line::Entry(entry) = line else { continue };
        let last = history
            .iter()
            .rposition(|told| told.shown.is_some() && told.day == entry.day && told.date == entry.date);
        let main = entry.reminders.iter().max_by_key(|spoken| (spoken.kind == Kind::Day, spoken.due));
        let told = match (entry.state, main, last) {
            (State::Shown | State::Missed, Some(Spoken { kind, due, .. }), _) => Told::of(entry, *kind, *due),
            (State::Shown, None, Some(last)) => {
                let due = until[last].unwrap_or(entry.at);
                Told::of(entry, history[last].kind, due)
            }
            (State::Shown | State::Missed, None, _) | (_, _, None) => continue,
            (state, _, Some(last)) => {
                history[last].state = state;
                until[last] = entry.until;
                continue;
            }
        };
        history.push(told);
        until.push(None);
    }
    history
}
