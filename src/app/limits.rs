//! What is refused because reading it would cost too much, for the manual.

use super::{articles, calendars, images, sources};
use crate::config::{MOST_CALENDARS, MOST_DAYS, MOST_ENTRIES, MOST_LISTED, MOST_VALUES};
use crate::host::files;
use crate::ical;

/// What is bounded, and by how much, in the order in which the manual lists it.
///
/// ```
/// let limits = remembrance::app::limits::limits();
/// assert!(limits.contains(&("Days of the configuration", "20,000".to_owned())));
/// ```
pub fn limits() -> Vec<(&'static str, String)> {
    let kib = |bytes: usize| format!("{} KiB", bytes >> 10);
    let mib = |bytes: u64| format!("{} MiB", bytes >> 20);
    vec![
        (
            "Text of all files of the configuration together, and of all packs of your own",
            kib(sources::MOST_TEXT),
        ),
        ("Values in one file of the configuration", grouped(MOST_VALUES)),
        ("Days of the configuration", grouped(MOST_DAYS)),
        ("Dates of one day, and its reminders", grouped(MOST_ENTRIES)),
        ("Packs and days in one list, and languages", grouped(MOST_LISTED)),
        ("Calendars that are followed", grouped(MOST_CALENDARS)),
        (
            "Days of all calendars that are followed; single events of more than a year ago do not count",
            grouped(calendars::MOST_FOLLOWED),
        ),
        ("Dates and rules of those days", grouped(calendars::MOST_FOLLOWED_RULES)),
        ("Files in the folder of one calendar", grouped(calendars::MOST_FILES)),
        ("A file of a calendar that is followed", mib(files::LARGEST)),
        ("Days of one import", grouped(ical::MOST_DAYS)),
        ("Dates and rules of those days, imported", grouped(ical::MOST_RULES)),
        ("Name of a day of another program, in characters; a longer one is cut", grouped(ical::LONGEST_NAME)),
        ("An article", kib(articles::LARGEST)),
        ("Lines of an article", grouped(articles::MOST_LINES)),
        ("An image in a notification", mib(images::LARGEST_NOTIFIED)),
        ("Width or height of an image in a notification, in pixels", grouped(images::MOST_PIXELS)),
        ("An image on a page", mib(files::LARGEST)),
        ("The ledger", mib(files::LARGEST)),
    ]
}

/// A number as people read it: `20,000`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let comma = |at: usize| at > 0 && (digits.len() - at).is_multiple_of(3);
    digits
        .char_indices()
        .flat_map(|(at, digit)| comma(at).then_some(',').into_iter().chain([digit]))
        .collect()
}
