//! What was shown, snoozed, read or missed, so that nothing is shown twice or lost.
//!
//! The ledger is a text of JSON lines: a heading, then one line for each thing that happened. Here
//! it is read from text and written to text; which file that is, and how it is made to last, is
//! [`crate::host::ledger`]'s business.

use super::{Kind, Missed, Show, Slot};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// The version of the format that is written; a file of another one is set aside.
const VERSION: u32 = 1;

/// What happened to an occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// The desktop accepted its notice.
    Shown,
    /// Its article was opened from the notice.
    Read,
    /// The person asked for it again later.
    Snoozed,
    /// The person closed it.
    Dismissed,
    /// It was let go without being shown.
    Missed,
}

/// One line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When it happened.
    pub at: DateTime<Utc>,
    /// The id of the day.
    pub day: String,
    /// The date of the occurrence.
    pub date: NaiveDate,
    /// What happened.
    pub state: State,
    /// The reminders that are settled by it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reminders: Vec<Spoken>,
    /// Until when it was put off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<DateTime<Utc>>,
}

/// A reminder that an [`Entry`] settles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spoken {
    /// Which of the occurrence's reminders.
    pub slot: Slot,
    /// What it spoke of.
    pub kind: Kind,
    /// When it was due.
    pub due: DateTime<Utc>,
}

impl From<&super::Reminder> for Spoken {
    fn from(reminder: &super::Reminder) -> Self {
        Self { slot: reminder.slot, kind: reminder.kind, due: reminder.due }
    }
}

impl Entry {
    /// The desktop accepted the notice of `show`.
    pub fn shown(show: &Show<'_>, at: DateTime<Utc>) -> Self {
        let reminders = show.reminders.iter().map(Spoken::from).collect();
        Self { reminders, ..Self::of(&show.day.id, show.date, State::Shown, at) }
    }

    /// The reminders of `missed` were let go.
    pub fn missed(missed: &Missed<'_>, at: DateTime<Utc>) -> Self {
        let reminders = missed.reminders.iter().map(Spoken::from).collect();
        Self { reminders, ..Self::of(&missed.day.id, missed.date, State::Missed, at) }
    }

    /// A notice was put off until `until`.
    pub fn snoozed(day: &str, date: NaiveDate, at: DateTime<Utc>, until: DateTime<Utc>) -> Self {
        Self { until: Some(until), ..Self::of(day, date, State::Snoozed, at) }
    }

    /// Something happened that settles no reminder.
    pub fn of(day: &str, date: NaiveDate, state: State, at: DateTime<Utc>) -> Self {
        Self { at, day: day.to_owned(), date, state, reminders: Vec::new(), until: None }
    }

    /// The line of the file, with its line end.
    pub fn line(&self) -> String {
        serde_json::to_string(self).expect("an entry has nothing that JSON lacks") + "\n"
    }
}

/// The heading of the file.
#[derive(Serialize, Deserialize)]
struct Heading {
    ledger: String,
    version: u32,
    begun: DateTime<Utc>,
}

/// The text is not a ledger of this version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Foreign;

/// What the ledger says, ready to be asked.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ledger {
    begun: Option<DateTime<Utc>>,
    days: HashMap<String, BTreeMap<NaiveDate, Record>>,
    /// Numbers of the lines that could not be read and were passed over, from 1.
    pub damaged: Vec<usize>,
}

/// What the ledger says of one occurrence.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Record {
    settled: Vec<Slot>,
    pub(super) snoozed: Option<DateTime<Utc>>,
}

impl Record {
    pub(super) fn has(&self, slot: Slot) -> bool {
        self.settled.contains(&slot)
    }
}

impl Ledger {
    /// The heading of a ledger that begins at `now`, with its line end.
    pub fn heading(now: DateTime<Utc>) -> String {
        let heading = Heading { ledger: "remembrance".to_owned(), version: VERSION, begun: now };
        serde_json::to_string(&heading).expect("a heading has nothing that JSON lacks") + "\n"
    }

    /// Reads a ledger. A line that cannot be read, as one torn by a crash, is passed over and counted.
    ///
    /// # Errors
    /// [`Foreign`] when the text does not begin as a ledger of this version does.
    ///
    /// ```
    /// # use remembrance::schedule::{Foreign, Ledger};
    /// let heading = Ledger::heading("2026-11-23T10:00:00Z".parse().unwrap());
    /// assert!(Ledger::read(&heading).unwrap().damaged.is_empty());
    /// assert_eq!(Ledger::read(&(heading + "{\"at\":\"2027-")).unwrap().damaged, [2]);
    /// assert_eq!(Ledger::read("[]\n"), Err(Foreign));
    /// ```
    pub fn read(text: &str) -> Result<Self, Foreign> {
        let mut lines = text.lines();
        let heading: Heading =
            lines.next().and_then(|line| serde_json::from_str(line).ok()).ok_or(Foreign)?;
        if heading.ledger != "remembrance" || heading.version != VERSION {
            return Err(Foreign);
        }
        let mut ledger = Self { begun: Some(heading.begun), ..Self::default() };
        for (index, line) in lines.enumerate().filter(|(_, line)| !line.is_empty()) {
            match serde_json::from_str(line) {
                Ok(entry) => ledger.record_entry(&entry),
                Err(_) => ledger.damaged.push(index + 2),
            }
        }
        Ok(ledger)
    }

    /// A ledger that begins at `now`, with nothing in it.
    pub fn begun_at(now: DateTime<Utc>) -> Self {
        Self { begun: Some(now), ..Self::default() }
    }

    /// Takes one more entry into account.
    pub fn record_entry(&mut self, entry: &Entry) {
        let record = self.days.entry(entry.day.clone()).or_default().entry(entry.date).or_default();
        for spoken in &entry.reminders {
            if !record.has(spoken.slot) {
                record.settled.push(spoken.slot);
            }
        }
        match entry.state {
            State::Snoozed => record.snoozed = entry.until,
            // A notice of another reminder of the same occurrence does not end a snooze before its time.
            State::Shown if record.snoozed.is_some_and(|until| until <= entry.at) => record.snoozed = None,
            State::Read | State::Dismissed => record.snoozed = None,
            State::Shown | State::Missed => {}
        }
    }

    pub(super) fn begun(&self) -> Option<DateTime<Utc>> {
        self.begun
    }

    pub(super) fn record(&self, day: &str, date: NaiveDate) -> Option<&Record> {
        self.days.get(day)?.get(&date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_reads_back_as_it_was_written() {
        let at = "2027-01-20T05:00:00Z".parse().unwrap();
        let date = NaiveDate::from_ymd_opt(2027, 1, 20).unwrap();
        let slot = Slot::try_from("1 week before 19:00".to_owned()).unwrap();
        let spoken = vec![Spoken { slot, kind: Kind::Ahead, due: at }];
        let entry = Entry { reminders: spoken, until: Some(at), ..Entry::of("x", date, State::Snoozed, at) };
        let line = entry.line();
        assert_eq!(
            line,
            "{\"at\":\"2027-01-20T05:00:00Z\",\"day\":\"x\",\"date\":\"2027-01-20\",\"state\":\"snoozed\",\
             \"reminders\":[{\"slot\":\"1 week before 19:00\",\"kind\":\"ahead\",\"due\":\"2027-01-20T05:00:00Z\"}],\
             \"until\":\"2027-01-20T05:00:00Z\"}\n"
        );
        assert_eq!(serde_json::from_str::<Entry>(&line).unwrap(), entry);
    }

    #[test]
    fn a_damaged_line_hides_no_other() {
        let at = "2027-01-20T05:00:00Z".parse().unwrap();
        let date = NaiveDate::from_ymd_opt(2027, 1, 20).unwrap();
        let slot = Slot::try_from("09:00".to_owned()).unwrap();
        let spoken = vec![Spoken { slot, kind: Kind::Day, due: at }];
        let shown = Entry { reminders: spoken, ..Entry::of("x", date, State::Shown, at) }.line();
        let text = Ledger::heading(at) + "{\"at\":\"20\u{0}\n" + &shown;
        let ledger = Ledger::read(&text).unwrap();
        assert_eq!(ledger.damaged, [2]);
        assert!(ledger.record("x", date).unwrap().has(slot));
    }
}
