//! The reminders of one occurrence: when each is due, and when it is too late for it.

use super::Now;
use crate::day::Day;
use crate::offset::{Offset, TimeError, TimeOfDay};
use crate::zone::Zone;
use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Timelike, Utc};
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

/// The hours of the night, from the first to before the second: a moment of another zone that falls into them is not
/// announced by itself.
const NIGHT: (u32, u32) = (22, 7);

/// How near a moment is to another reminder of its day that tells of it.
const NEAR: TimeDelta = TimeDelta::hours(1);

/// The reminders of `day` on `date`, for a machine in `zone`, each at its own time.
///
/// Offsets are civil times of `zone` or by the sun of its place; the moment is one of its own zone where it names one. A moment
/// that is announced without notification beforehand may still be shown during its first minute. A moment of another
/// zone that falls between 22:00 and 07:00 here is no reminder, unless the day says `at-night`. A year that the day
/// skips has none.
pub fn reminders(day: &Day, date: NaiveDate, zone: &Zone) -> impl Iterator<Item = Reminder> {
    let leads = day.remind.iter().filter_map(move |lead| {
        let on = date.checked_sub_days(Days::new(lead.days.into()))?;
        let kind = if lead.days == 0 { ReminderKind::Day } else { ReminderKind::Ahead };
        Some(Reminder { slot: Slot::Offset(*lead), kind, due: lead.at.on(on, zone), ends: None })
    });
    let moment = day.extras.moment.as_ref().and_then(|moment| {
        let there = moment.zone.as_ref().unwrap_or(zone);
        let at = moment.at.on(date, there);
        if !day.extras.at_night && is_night_of_another_zone(at, there, zone) {
            return None;
        }
        let due = at - moment.ahead;
        let ends = Some(at.max(due + TimeDelta::minutes(1)));
        Some(Reminder { slot: Slot::Moment(moment.at), kind: ReminderKind::Moment, due, ends })
    });
    let is_skipped = day.extras.skip.contains(&date.year());
    leads.chain(moment).filter(move |_| !is_skipped)
}

/// Whether it is night in `here` at `at`, and clocks show another time `there`.
fn is_night_of_another_zone(at: DateTime<Utc>, there: &Zone, here: &Zone) -> bool {
    let civil = here.civil(at);
    let (from, to) = NIGHT;
    let is_night = civil.hour() >= from || civil.hour() < to;
    is_night && there.civil(at) != civil
}

/// The reminders that are open, each when it is to be shown: a moment within an hour of another reminder is told in that
/// one, the first such, at the earlier of the two times. A moment that is over at `now` is told in none.
pub(super) fn open_reminders<'a>(
    day: &'a Day,
    date: NaiveDate,
    now: Now<'a>,
    is_open: impl Fn(&Reminder) -> bool + Copy + 'a,
) -> impl Iterator<Item = Reminder> + 'a {
    let open = move || reminders(day, date, now.zone).filter(is_open);
    let is_ahead = |known: &Reminder| known.ends.is_some_and(|ends| now.instant < ends);
    let moment = day.extras.moment.as_ref().and_then(|_| open().find(is_ahead));
    let host = moment.and_then(|moment| {
        let others = open().filter(|other| other.kind != ReminderKind::Moment && moment.is_near(other));
        others.min_by_key(|other| other.due)
    });
    let together =
        moment.zip(host).map(|(moment, host)| ([moment.slot, host.slot], moment.due.min(host.due)));
    open().map(move |reminder| match together {
        Some((slots, due)) if slots.contains(&reminder.slot) => Reminder { due, ..reminder },
        _ => reminder,
    })
}

impl Reminder {
    /// Whether a moment is told in `other`: that comes within an hour of the moment or of its announcement.
    fn is_near(&self, other: &Self) -> bool {
        let is_near = |time: DateTime<Utc>| (time - other.due).abs() <= NEAR;
        let is_short = |end: &DateTime<Utc>| *end - self.due <= NEAR;
        is_near(self.due) || self.ends.filter(is_short).is_some_and(is_near)
    }

    /// Its rank among those that make one notification: the greatest says of what kind that is, and when it was due.
    pub(super) fn rank(&self) -> (bool, DateTime<Utc>, bool) {
        rank(self.kind, self.due)
    }
}

/// The rank of a reminder of this kind; see [`Reminder::rank`].
pub(super) fn rank(kind: ReminderKind, due: DateTime<Utc>) -> (bool, DateTime<Utc>, bool) {
    (kind == ReminderKind::Day, due, kind != ReminderKind::Moment)
}
