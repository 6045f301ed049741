//! What can be wrong with one value: each kind with the text that was written.

use super::fault::{did_you_mean, list};
use crate::offset::TimeError;
use crate::sun::NotCoordinates;
use std::fmt;

/// Why a text is no value of its key.
///
/// ```
/// use remembrance::config::ValueFault;
/// let fault = ValueFault::Link("javascript:x".to_owned());
/// assert_eq!(fault.to_string(), "`javascript:x` is not a link; `https://` and `http://` are known");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueFault {
    /// It is no duration.
    Duration(String),
    /// It is a longer duration than this many days.
    LongDuration(String, i64),
    /// It is a duration, and not of whole days.
    PartOfDay(String),
    /// It is more than a day ahead of a moment.
    LongAhead(String),
    /// It is less than a minute of snoozing.
    ShortSnooze(String),
    /// It is no time that a notification can stay.
    Expiry(String),
    /// It is too short or too long for a notification to stay.
    ExpiryBounds(String),
    /// It is not one of the known words.
    NotOneOf {
        /// What was written.
        text: String,
        /// The words.
        known: Vec<&'static str>,
        /// The one that is near.
        near: Option<&'static str>,
    },
    /// It is no kind of ceremony.
    NotACeremony {
        /// What was written.
        text: String,
        /// The kinds.
        known: Vec<&'static str>,
        /// The one that is near.
        near: Option<&'static str>,
    },
    /// It is no name of a sound.
    Sound(String),
    /// It is no span of hours.
    Hours(String),
    /// It is a span of hours that begins when it ends.
    NoHours(String),
    /// It is no time of day.
    Time(TimeError),
    /// It is no place on earth.
    Location(NotCoordinates),
    /// It is no link.
    Link(String),
    /// It is a file outside the folder of articles.
    OutsideArticles(String),
    /// It is a file that is no article.
    NotAnArticle(String),
    /// It is no tag of a language.
    Language(String),
    /// It is no id.
    Id(String),
    /// It is no whole path.
    CalendarPath(String),
}

impl fmt::Display for ValueFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Duration(text) => {
                write!(f, "`{text}` is not a duration; write it like `1 hour` or `3 days`")
            }
            Self::LongDuration(text, days) => write!(f, "`{text}` is too long; {days} days is the most"),
            Self::PartOfDay(text) => write!(f, "`{text}` is not a number of whole days"),
            Self::LongAhead(text) => {
                write!(f, "`{text}` is too long; a moment is announced a day before at most")
            }
            Self::ShortSnooze(text) => write!(f, "`{text}` is too short; `1 minute` is the least"),
            Self::Expiry(text) => {
                write!(f, "`{text}` is not known; `never` is, or a duration like `20 seconds`")
            }
            Self::ExpiryBounds(text) => {
                write!(f, "`{text}` is not between `1 second` and `1 day`; `never` is known too")
            }
            Self::NotOneOf { text, known, near } => {
                let near = near.map(|near| format!("; {}", did_you_mean(near))).unwrap_or_default();
                write!(f, "`{text}` is not one of {}{near}", list(known))
            }
            Self::NotACeremony { text, near: Some(near), .. } => {
                write!(f, "`{text}` is not a kind of ceremony; {}", did_you_mean(near))
            }
            Self::NotACeremony { text, known, near: None } => {
                write!(f, "`{text}` is not a kind of ceremony; the kinds are {}", list(known))
            }
            Self::Sound(text) => {
                write!(f, "`{text}` is not the name of a sound in the desktop's theme, as `message`")
            }
            Self::Hours(text) => write!(f, "`{text}` is not a span of hours; write it like `22:00-08:00`"),
            Self::NoHours(text) => {
                write!(f, "`{text}` is no time at all; quiet hours begin and end at different times")
            }
            Self::Time(error) => error.fmt(f),
            Self::Location(error) => error.fmt(f),
            Self::Link(text) => write!(f, "`{text}` is not a link; `https://` and `http://` are known"),
            Self::OutsideArticles(text) => write!(f, "`{text}` is outside the folder `articles`"),
            Self::NotAnArticle(text) => write!(f, "`{text}` is not an article; `.md` and `.txt` are"),
            Self::Language(text) => write!(f, "`{text}` is not a language; write it like `az` or `en`"),
            Self::Id(text) => {
                write!(f, "`{text}` is not an id; small letters, digits and hyphens make one, at most 64")
            }
            Self::CalendarPath(text) => {
                write!(f, "`{text}` is not a whole path; write it like `~/.calendars/memorial`")
            }
        }
    }
}
