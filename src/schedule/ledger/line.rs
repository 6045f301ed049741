//! The lines of a ledger: a heading, then what happened, in the order in which it did.

use crate::occurrence::OccurrenceId;
use crate::schedule::{DueNotification, MissedReminders, ReminderKind, Slot};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The version of the format that is written; a file of another one is set aside.
const VERSION: u32 = 1;

/// What happened to an occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// The desktop accepted its notification.
    Shown,
    /// Its article was opened from the notification.
    Read,
    /// The person asked for it again later.
    Snoozed,
    /// The person closed it.
    Dismissed,
    /// The desktop let it go without an answer of the person.
    Unseen,
    /// It was missed: not shown, and not to be shown any more.
    Missed,
}

impl State {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::Read => "read",
            Self::Snoozed => "snoozed",
            Self::Dismissed => "dismissed",
            Self::Unseen => "unseen",
            Self::Missed => "missed",
        }
    }
}

/// One thing that happened to an occurrence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerEntry {
    /// When it happened.
    pub at: DateTime<Utc>,
    /// Which occurrence: the keys `day` and `date` of the line.
    #[serde(flatten)]
    pub occurrence: OccurrenceId,
    /// What happened.
    pub state: State,
    /// The reminders that are settled by it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reminders: Vec<Spoken>,
    /// Until when it was snoozed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<DateTime<Utc>>,
}

/// A reminder that an [`LedgerEntry`] settles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spoken {
    /// Which of the occurrence's reminders.
    pub slot: Slot,
    /// What it was about.
    pub kind: ReminderKind,
    /// When it was due.
    pub due: DateTime<Utc>,
}

impl From<&crate::schedule::Reminder> for Spoken {
    fn from(reminder: &crate::schedule::Reminder) -> Self {
        Self { slot: reminder.slot, kind: reminder.kind, due: reminder.due }
    }
}

impl LedgerEntry {
    /// The desktop accepted the notification of `show`.
    pub fn shown(show: &DueNotification<'_>, at: DateTime<Utc>) -> Self {
        let reminders = show.reminders.iter().map(Spoken::from).collect();
        Self { reminders, ..Self::of(show.occurrence(), State::Shown, at) }
    }

    /// The reminders of `missed` were missed.
    pub fn missed(missed: &MissedReminders<'_>, at: DateTime<Utc>) -> Self {
        let reminders = missed.reminders.iter().map(Spoken::from).collect();
        Self { reminders, ..Self::of(missed.occurrence(), State::Missed, at) }
    }

    /// A notification was snoozed until `until`.
    pub fn snoozed(occurrence: OccurrenceId, at: DateTime<Utc>, until: DateTime<Utc>) -> Self {
        Self { until: Some(until), ..Self::of(occurrence, State::Snoozed, at) }
    }

    /// The desktop removed a notification without an answer: it is shown again at `until`.
    pub fn unseen(occurrence: OccurrenceId, at: DateTime<Utc>, until: DateTime<Utc>) -> Self {
        Self { until: Some(until), ..Self::of(occurrence, State::Unseen, at) }
    }

    /// Whether this put a notification off, and `later` is the end of that.
    ///
    /// A notification of another reminder of the same occurrence does not end it before its time.
    pub(super) fn is_ended_by(&self, later: &Self) -> bool {
        self.occurrence == later.occurrence
            && self.until.is_some_and(|until| match later.state {
                State::Shown => until <= later.at,
                State::Read | State::Dismissed | State::Snoozed | State::Unseen => true,
                State::Missed => false,
            })
    }

    /// Something happened that settles no reminder.
    pub fn of(occurrence: OccurrenceId, state: State, at: DateTime<Utc>) -> Self {
        Self { at, occurrence, state, reminders: Vec::new(), until: None }
    }
}

/// What is held of the clock, once it shows a time long before something that the ledger has recorded.
///
/// Either it was ahead then, or it is behind now, as where the battery of a machine is dead and the
/// network has not set the clock yet. A clock that goes on like that for a day is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClockVerdict {
    /// One of the two is wrong.
    Doubted,
    /// It was ahead: what it recorded then is void.
    WasAhead,
    /// It was right, and behind for a while.
    WasRight,
}

/// What was found about the clock at one time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockNote {
    /// When, by that clock.
    pub at: DateTime<Utc>,
    /// What was found.
    pub clock: ClockVerdict,
}

/// From when on a day is kept here: what was over before was not missed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptSince {
    /// When the daemon first saw it.
    pub at: DateTime<Utc>,
    /// The id of the day.
    pub kept: String,
}

/// One line of the ledger after its heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum LedgerLine {
    /// Something happened to an occurrence.
    Entry(LedgerEntry),
    /// Something was found about the clock.
    Clock(ClockNote),
    /// A day was seen for the first time.
    KeptSince(KeptSince),
}

impl LedgerLine {
    /// The line of the file, with its line end.
    pub fn text(&self) -> String {
        serde_json::to_string(self).expect("a line has nothing that JSON lacks") + "\n"
    }
}

impl From<LedgerEntry> for LedgerLine {
    fn from(entry: LedgerEntry) -> Self {
        Self::Entry(entry)
    }
}

impl From<ClockNote> for LedgerLine {
    fn from(note: ClockNote) -> Self {
        Self::Clock(note)
    }
}

impl From<KeptSince> for LedgerLine {
    fn from(kept: KeptSince) -> Self {
        Self::KeptSince(kept)
    }
}

/// The heading of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Heading {
    ledger: String,
    version: u32,
    begun: DateTime<Utc>,
}

/// The text is not a ledger of this version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Foreign;

/// A ledger as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerLines {
    /// When it was begun.
    pub begun: DateTime<Utc>,
    /// What happened, in the order of the file.
    pub lines: Vec<LedgerLine>,
    /// Numbers of the first lines that could not be read and were passed over, from 1.
    pub damaged: Vec<usize>,
    /// How many more there are.
    pub more_damaged: usize,
}

/// How many damaged lines are named.
const MOST_NAMED: usize = 20;

/// The most notes about the clock, each of which looks at all that was recorded before it; a few come in years.
const MOST_NOTES: usize = 1000;

/// The most reminders of one entry; a day has fewer.
const MOST_REMINDERS: usize = 200;

impl LedgerLines {
    /// A ledger that begins at `now`, with nothing in it.
    pub fn begun_at(now: DateTime<Utc>) -> Self {
        Self { begun: now, lines: Vec::new(), damaged: Vec::new(), more_damaged: 0 }
    }

    /// Reads a ledger. A line that cannot be read, as one torn by a crash, is passed over and counted.
    ///
    /// # Errors
    /// [`Foreign`] when the text does not begin as a ledger of this version does.
    ///
    /// ```
    /// # use remembrance::schedule::{Foreign, LedgerLines};
    /// let heading = LedgerLines::begun_at("2026-11-23T10:00:00Z".parse().unwrap()).text();
    /// assert!(LedgerLines::read(&heading).unwrap().damaged.is_empty());
    /// assert_eq!(LedgerLines::read(&(heading + "{\"at\":\"2027-")).unwrap().damaged, [2]);
    /// assert_eq!(LedgerLines::read("[]\n"), Err(Foreign));
    /// ```
    pub fn read(text: &str) -> Result<Self, Foreign> {
        Self::read_bytes(text.as_bytes())
    }

    /// The same from bytes that need not be a text.
    ///
    /// # Errors
    /// [`Foreign`] when they do not begin as a ledger of this version does.
    pub fn read_bytes(bytes: &[u8]) -> Result<Self, Foreign> {
        let mut rows = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
        let heading: Heading = rows.next().and_then(|row| serde_json::from_slice(row).ok()).ok_or(Foreign)?;
        if heading.ledger != "remembrance" || heading.version != VERSION {
            return Err(Foreign);
        }
        let mut this = Self::begun_at(heading.begun);
        let mut notes = 0;
        for (row, number) in rows.zip(2..).filter(|(row, _)| !row.is_empty()) {
            let line = serde_json::from_slice(row).ok().filter(|line| match line {
                LedgerLine::Entry(entry) => entry.reminders.len() <= MOST_REMINDERS,
                LedgerLine::Clock(_) => {
                    notes += 1;
                    notes <= MOST_NOTES
                }
                LedgerLine::KeptSince(_) => true,
            });
            match line {
                Some(line) => this.lines.push(line),
                None if this.damaged.len() < MOST_NAMED => this.damaged.push(number),
                None => this.more_damaged += 1,
            }
        }
        Ok(this)
    }

    /// Which lines are damaged, for a person: `lines 2, 5 and 12 more`; `None` where none is.
    pub fn damage(&self) -> Option<String> {
        let named: Vec<String> = self.damaged.iter().map(usize::to_string).collect();
        let lines = if named.len() + self.more_damaged == 1 { "line" } else { "lines" };
        let more = match self.more_damaged {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        (!named.is_empty()).then(|| format!("{lines} {}{more}", named.join(", ")))
    }

    /// The text of the file.
    pub fn text(&self) -> String {
        let heading = Heading { ledger: "remembrance".to_owned(), version: VERSION, begun: self.begun };
        let heading = serde_json::to_string(&heading).expect("a heading has nothing that JSON lacks");
        [heading + "\n"].into_iter().chain(self.lines.iter().map(LedgerLine::text)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at() -> DateTime<Utc> {
        "2027-01-20T05:00:00Z".parse().unwrap()
    }

    #[test]
    fn a_line_reads_back_as_it_was_written() {
        let occurrence = OccurrenceId::new("x", "2027-01-20".parse().unwrap());
        let slot = Slot::try_from("1 week before 19:00".to_owned()).unwrap();
        let spoken = vec![Spoken { slot, kind: ReminderKind::Ahead, due: at() }];
        let entry = LedgerEntry {
            reminders: spoken,
            until: Some(at()),
            ..LedgerEntry::of(occurrence, State::Snoozed, at())
        };
        let table = [
            (
                entry.into(),
                "{\"at\":\"2027-01-20T05:00:00Z\",\"day\":\"x\",\"date\":\"2027-01-20\",\"state\":\"snoozed\",\
                 \"reminders\":[{\"slot\":\"1 week before 19:00\",\"kind\":\"ahead\",\"due\":\"2027-01-20T05:00:00Z\"}],\
                 \"until\":\"2027-01-20T05:00:00Z\"}\n",
            ),
            (
                ClockNote { at: at(), clock: ClockVerdict::WasAhead }.into(),
                "{\"at\":\"2027-01-20T05:00:00Z\",\"clock\":\"was-ahead\"}\n",
            ),
            (
                KeptSince { at: at(), kept: "x".to_owned() }.into(),
                "{\"at\":\"2027-01-20T05:00:00Z\",\"kept\":\"x\"}\n",
            ),
        ];
        for (line, text) in table {
            let line: LedgerLine = line;
            assert_eq!(line.text(), text);
            assert_eq!(serde_json::from_str::<LedgerLine>(text).unwrap(), line);
        }
    }

    #[test]
    fn a_damaged_line_hides_no_other() {
        let occurrence = OccurrenceId::new("x", "2027-01-20".parse().unwrap());
        let shown = LedgerLine::from(LedgerEntry::of(occurrence, State::Shown, at()));
        let text = LedgerLines::begun_at(at()).text() + "{\"at\":\"20\u{0}\n" + &shown.text();
        let lines = LedgerLines::read(&text).unwrap();
        assert_eq!(lines.damaged, [2]);
        assert_eq!(lines.lines, [shown]);
    }

    #[test]
    fn a_ledger_of_a_later_version_is_foreign() {
        let text = LedgerLines::begun_at(at()).text();
        assert_eq!(LedgerLines::read(&text.replace("\"version\":1", "\"version\":2")), Err(Foreign));
        assert_eq!(LedgerLines::read(""), Err(Foreign));
    }
}
