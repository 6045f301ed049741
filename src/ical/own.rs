//! What this program wrote itself, wherever it comes back: its UIDs, and the events of one day as that day again.

use super::write::DOMAIN;
use super::{Imported, is_id};
use crate::text::one_line;
use chrono::NaiveDate;

/// Which part of a day an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OwnPart {
    /// The day itself, which recurs.
    Day,
    /// One of its dates.
    Date,
    /// Its moment, which may recur.
    Moment,
}

/// The UID of an event of ours: `ID@remembrance`, `ID.20270120@remembrance`, `ID.moment@remembrance`.
///
/// An id has no dot in it, so no day can be taken for a part of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OwnUid {
    pub(super) day: String,
    pub(super) part: OwnPart,
    pub(super) date: Option<NaiveDate>,
}

impl OwnUid {
    pub(super) fn new(day: &str, part: OwnPart, date: Option<NaiveDate>) -> Self {
        Self { day: day.to_owned(), part, date }
    }

    pub(super) fn read(uid: &str) -> Option<Self> {
        let mut parts = uid.trim().strip_suffix(DOMAIN)?.split('.');
        let day = parts.next().filter(|day| is_id(day))?.to_owned();
        let mut part = OwnPart::Day;
        let mut date = None;
        for more in parts {
            match (more, date) {
                ("moment", None) if part == OwnPart::Day => part = OwnPart::Moment,
                (digits, None) => {
                    date =
                        Some(NaiveDate::parse_from_str(digits, "%Y%m%d").ok().filter(|_| digits.len() == 8)?);
                }
                _ => return None,
            }
        }
        if part == OwnPart::Day && date.is_some() {
            part = OwnPart::Date;
        }
        Some(Self { day, part, date })
    }

    /// The UID as it is written.
    pub(super) fn text(&self) -> String {
        let moment = if self.part == OwnPart::Moment { ".moment" } else { "" };
        let date = self.date.map(|date| date.format(".%Y%m%d").to_string()).unwrap_or_default();
        format!("{}{moment}{date}{DOMAIN}", self.day)
    }

    /// Marks a day as made of this event; `name` is that of the day, where the event is called something else.
    pub(super) fn mark(self, day: &mut Imported, name: Option<String>) {
        day.id = self.day;
        day.own = Some(self.part);
        let Some(name) = name else { return };
        if let Some(moment) = day.moment.as_mut().filter(|_| self.part == OwnPart::Moment) {
            // The event is called after both.
            let what = day.name.strip_suffix(&name).map(|what| one_line(what.trim_end_matches([' ', '·'])));
            moment.what = what.filter(|what| !what.is_empty());
        }
        day.name = name;
    }
}

/// The events of days of ours as those days: dates together, the moment with its day.
pub(super) fn assembled(mut parts: Vec<Imported>) -> Vec<Imported> {
    parts.sort_by_key(|part| part.own);
    let mut days: Vec<Imported> = Vec::new();
    for part in parts {
        match days.iter_mut().find(|day| day.id == part.id) {
            Some(day) => merge(day, part),
            None => days.push(part),
        }
    }
    days
}

/// Adds another part of the same day.
pub(super) fn merge(day: &mut Imported, part: Imported) {
    let mut other = part;
    if other.own < day.own {
        // The day says more than its dates, and those more than its moment.
        std::mem::swap(day, &mut other);
    }
    match (day.own, other.own) {
        (Some(OwnPart::Day | OwnPart::Date), Some(OwnPart::Moment)) => {
            day.moment = day.moment.take().or(other.moment);
        }
        (Some(OwnPart::Date), Some(OwnPart::Date)) | (Some(OwnPart::Moment), Some(OwnPart::Moment)) => {
            let new: Vec<String> = other.rules.into_iter().filter(|rule| !day.rules.contains(rule)).collect();
            day.rules.extend(new);
            day.rules.sort_unstable();
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uid_is_read_as_it_was_written() {
        let date = NaiveDate::from_ymd_opt(2027, 1, 20);
        let table = [
            ("a-b@remembrance", OwnPart::Day, None),
            ("a-moment@remembrance", OwnPart::Day, None),
            ("a.20270120@remembrance", OwnPart::Date, date),
            ("a.moment@remembrance", OwnPart::Moment, None),
            ("a.moment.20270120@remembrance", OwnPart::Moment, date),
        ];
        for (uid, part, date) in table {
            let own = OwnUid::read(uid).unwrap();
            assert_eq!((own.part, own.date), (part, date), "{uid}");
            assert_eq!(own.text(), uid);
        }
        for other in [
            "a@example.org",
            "a.b@remembrance",
            "A@remembrance",
            "a.2027@remembrance",
            "@remembrance",
            "a.moment.moment@remembrance",
        ] {
            assert_eq!(OwnUid::read(other), None, "{other}");
        }
    }
}
