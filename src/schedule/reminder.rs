//! The reminders of one occurrence: when each is due, and when it is too late for it.

use crate::day::Day;
use crate::offset::{Offset, TimeError, TimeOfDay};
use crate::zone::Zone;
use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a reminder speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReminderKind {
    /// A day that is still to come.
    Ahead,
    /// The day itself.
    Day,
    /// A moment of the day, as a minute of silence.
    Moment,
}

impl ReminderKind {
    /// Its name in JSON: `ahead`, `day` or `moment`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ahead => "ahead",
            Self::Day => "day",
            Self::Moment => "moment",
        }
    }
}

/// Which reminder of an occurrence: what the ledger remembers of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Slot {
    /// One of the day's leads.
    Offset(Offset),
    /// The moment at this time.
    Moment(TimeOfDay),
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Offset(lead) => lead.fmt(f),
            Self::Moment(at) => write!(f, "moment {at}"),
        }
    }
}

impl From<Slot> for String {
    fn from(slot: Slot) -> Self {
        slot.to_string()
    }
}

impl TryFrom<String> for Slot {
    type Error = TimeError;

    fn try_from(text: String) -> Result<Self, TimeError> {
        match text.strip_prefix("moment ") {
            Some(at) => at.parse().map(Self::Moment),
            None => text.parse().map(Self::Offset),
        }
    }
}

/// A time at which the person is reminded of one occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminder {
    /// Which of the occurrence's reminders it is.
    pub slot: Slot,
    /// What it speaks of.
    pub kind: ReminderKind,
    /// From when on it may be shown.
    pub due: DateTime<Utc>,
    /// From when on it is too late for it; `None` leaves that to `catch-up`.
    pub ends: Option<DateTime<Utc>>,
}

/// The reminders of `day` on `date`, for a machine in `zone`.
///
/// Offsets are civil times of `zone` or by the sun of its place; the moment is one of its own zone where it names one. A moment
/// that is announced without notification beforehand may still be shown during its first minute. A year that the day
/// skips has none.
pub fn reminders(day: &Day, date: NaiveDate, zone: &Zone) -> impl Iterator<Item = Reminder> {
    let leads = day.remind.iter().filter_map(move |lead| {
        let on = date.checked_sub_days(Days::new(lead.days.into()))?;
        let kind = if lead.days == 0 { ReminderKind::Day } else { ReminderKind::Ahead };
        Some(Reminder { slot: Slot::Offset(*lead), kind, due: lead.at.on(on, zone), ends: None })
    });
    let moment = day.moment.as_ref().map(|moment| {
        let at = moment.at.on(date, moment.zone.as_ref().unwrap_or(zone));
        let due = at - moment.ahead;
        let ends = Some(at.max(due + TimeDelta::minutes(1)));
        Reminder { slot: Slot::Moment(moment.at), kind: ReminderKind::Moment, due, ends }
    });
    let is_skipped = day.skip.contains(&date.year());
    leads.chain(moment).filter(move |_| !is_skipped)
}
