//! Calendars of other programs: read from files and folders, followed, and imported.

mod followed;
mod hours;
mod imported;
mod read;

pub use followed::{Followed, MOST_FOLLOWED, MOST_FOLLOWED_RULES, followed};
pub use hours::limit_hours;
pub use imported::{Articles, remove, replace};
pub use read::{CalendarError, FoundFile, MOST_FILES, read};
