//! What can be wrong with the calendars that a configuration follows.

use chrono::NaiveDate;
use std::fmt;

/// What is wrong with a followed calendar, without its place.
///
/// ```
/// use remembrance::config::CalendarFault;
/// let fault = CalendarFault::TooManyBroken(50);
/// assert_eq!(fault.to_string(), "more than 50 files cannot be read");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CalendarFault {
    /// More days than followed calendars may give together.
    TooManyDays {
        /// The most days.
        days: usize,
        /// The most dates and rules of those days.
        rules: usize,
    },
    /// Events that cannot be carried.
    Losses {
        /// What the first of the file is, in the words of its reader.
        first: String,
        /// How many more there are in the file.
        more: usize,
        /// How many more files have some.
        more_files: usize,
        /// The file.
        file: String,
    },
    /// More files that cannot be read than are named.
    TooManyBroken(usize),
    /// A file that ends in the middle.
    CutOff,
    /// A folder in which no file is called like a calendar; the folder.
    NoneIn(String),
    /// More hours of their own than are announced, of the events of one date.
    CrowdedDate {
        /// The date.
        date: NaiveDate,
        /// How many events with hours it has.
        events: usize,
        /// The most hours.
        most: usize,
    },
}

impl fmt::Display for CalendarFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooManyDays { days, rules } => {
                write!(f, "more than {days} days or {rules} dates in the calendars that are followed")
            }
            Self::Losses { first, more, more_files, .. } => {
                f.write_str(first)?;
                if *more > 0 {
                    write!(f, " ({more} more are left out)")?;
                }
                if *more_files > 0 {
                    write!(f, "; and so in {more_files} more files")?;
                }
                Ok(())
            }
            Self::TooManyBroken(most) => write!(f, "more than {most} files cannot be read"),
            Self::CutOff => f.write_str("the file ends in the middle"),
            Self::NoneIn(folder) => write!(
                f,
                "there is no calendar in the folder `{folder}`: no file in it ends in `.ics`, `.vcf` or `.calendar`"
            ),
            Self::CrowdedDate { date, events, most } => write!(
                f,
                "{events} events of {date} have times of their own, more than {most} in all: they are announced with the \
                 day instead"
            ),
        }
    }
}

impl CalendarFault {
    /// What to do about it, where that is known.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::TooManyDays { .. } => Some("`remembrance import` takes more".to_owned()),
            Self::Losses { more: 1.., file, .. } => {
                Some(format!("`remembrance import --dry-run -v {file}` lists them all"))
            }
            Self::Losses { .. }
            | Self::TooManyBroken(_)
            | Self::CutOff
            | Self::NoneIn(_)
            | Self::CrowdedDate { .. } => None,
        }
    }
}
