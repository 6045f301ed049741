//! Events as an earlier export wrote them: one that says the same keeps its time stamp.

use crate::config::RELEASED;
use crate::ical::{Item, PRODUCT, Seal, same_but_stamp};
use chrono::{DateTime, NaiveDateTime, Utc};
use std::collections::BTreeMap;

/// The events of an earlier export, by their UIDs.
pub(super) type Before = BTreeMap<String, String>;

/// The text of an event, changed last when it was: at the release of this program, if nothing is known of before.
pub(super) fn stamped(item: &Item, before: Option<&String>, now: DateTime<Utc>) -> String {
    let Some(before) = before else { return item.text(RELEASED) };
    if same_but_stamp(before, &item.text(RELEASED)) {
        before.clone()
    } else {
        item.text(now.max(stamp(before)))
    }
}

fn stamp(event: &str) -> DateTime<Utc> {
    let value = event.lines().find_map(|line| line.strip_prefix("DTSTAMP:"));
    let read = value.and_then(|value| NaiveDateTime::parse_from_str(value, "%Y%m%dT%H%M%SZ").ok());
    read.map_or(RELEASED, |stamp| stamp.and_utc())
}

/// The line by which a calendar in one file is known to be as it was exported.
pub(super) const CALENDAR_SEAL: Seal =
    Seal { before: "X-REMEMBRANCE-FINGERPRINT:", after: "\r\n", above: "CALSCALE:" };

/// Whether this program wrote a calendar.
pub(super) fn is_ours(calendar: &str) -> bool {
    calendar.lines().any(|line| line.strip_prefix("PRODID:") == Some(PRODUCT))
}

/// The events of a calendar that this program wrote.
pub(super) fn events(calendar: &str) -> Before {
    let mut events = Before::new();
    for part in calendar.split("BEGIN:VEVENT\r\n").skip(1) {
        let Some((body, _)) = part.split_once("END:VEVENT\r\n") else { continue };
        if let Some(uid) = body.lines().find_map(|line| line.strip_prefix("UID:")) {
            events.insert(uid.to_owned(), format!("BEGIN:VEVENT\r\n{body}END:VEVENT\r\n"));
        }
    }
    events
}
