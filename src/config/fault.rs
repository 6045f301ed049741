//! What can be wrong in a file: each kind with its arguments. The sentence is made where it is printed.

use super::calendar_fault::CalendarFault;
use super::document::ValueKind;
use super::value_fault::ValueFault;
use crate::offset::{TimeError, TimeOfDay};
use crate::rule::{EventDate, NotAnEventDate, Rule, RuleError};
use crate::sun::PolarSun;
use crate::zone::ZoneError;
use chrono::{NaiveDate, NaiveTime};
use std::fmt;

/// What is wrong, without its place.
///
/// ```
/// use remembrance::config::Fault;
/// let fault = Fault::UntilBeforeSince { until: 1999, since: 2000 };
/// assert_eq!(fault.to_string(), "`until` 1999 is before `since` 2000");
/// assert_eq!(fault.help(), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The text is not TOML, in the words of its parser.
    Syntax(String),
    /// The file has more mistakes than are listed: how many, or `None` where the rest of it was not read.
    More(Option<usize>),
    /// A key that its table does not have.
    UnknownKey {
        /// The key.
        key: String,
        /// Where it belongs, or what was meant.
        hint: KeyHint,
    },
    /// A value of another type than the key has.
    WrongType {
        /// What the key has.
        expected: &'static str,
        /// What stands there.
        found: &'static str,
        /// A value that would do.
        example: Option<&'static str>,
    },
    /// A number out of its bounds.
    OutOfBounds {
        /// The number as it is written.
        number: String,
        /// The least.
        least: i32,
        /// The most.
        most: i32,
    },
    /// A value that its key cannot take.
    Value(ValueFault),
    /// A text that is not a reminder.
    Reminder(TimeError),
    /// An event that is neither a year nor a date.
    Event(NotAnEventDate),
    /// A time zone that is not there, in the words of whoever looks for it.
    Zone(ZoneError),
    /// A date that is no rule.
    Rule(RuleError),
    /// A rule of more bytes than are read.
    LongRule(usize),
    /// A list of more entries than are read.
    LongList {
        /// What the list has.
        of: &'static str,
        /// How many are read.
        most: usize,
    },
    /// A list of dates that is empty.
    NoDate,
    /// The last year comes before the first.
    UntilBeforeSince {
        /// The last year.
        until: i32,
        /// The first year.
        since: i32,
    },
    /// A text without a letter.
    EmptyText,
    /// A text with a character that a terminal must not get.
    ControlCharacter,
    /// A moment without a key that it needs.
    MomentLacks(&'static str),
    /// A calendar without a path.
    CalendarLacksPath,
    /// What a file changes of a day of a pack has no effect: the day is not followed.
    NotFollowed {
        /// The id of the day.
        day: String,
        /// Its pack.
        pack: String,
    },
    /// A day without keys that it needs.
    DayLacks {
        /// The id of the day.
        day: String,
        /// The keys.
        keys: Vec<&'static str>,
        /// What was meant.
        hint: DayHint,
    },
    /// A pack that is not there.
    NoPack {
        /// Its id.
        pack: String,
        /// The id of one that may be meant.
        near: Option<String>,
    },
    /// A day that its pack does not have.
    NoDayOfPack {
        /// The id of the pack.
        pack: String,
        /// The id of the day.
        day: String,
        /// The id of one that may be meant.
        near: Option<String>,
    },
    /// A file in the folder of packs whose name is no id.
    PackName,
    /// A day that has no date, and why.
    NeverComes {
        /// The id of the day.
        day: String,
        /// Why.
        why: String,
    },
    /// A day whose dates are all past.
    NeverAgain {
        /// The id of the day.
        day: String,
        /// Its last date.
        last: NaiveDate,
        /// The rule and the event with which it comes every year, where it has one date.
        yearly: Option<(Rule, EventDate)>,
    },
    /// An event in a year that is one of the day's own calendar, not of the Gregorian one.
    EventOfCalendar {
        /// The year as it is written.
        event: i32,
        /// The rule of the day.
        rule: Box<Rule>,
        /// The Gregorian year that is meant.
        gregorian: i32,
    },
    /// A rule that means something else in a language of the person.
    OtherReading {
        /// As it is taken.
        written: Box<Rule>,
        /// What else it can be.
        other: Box<Rule>,
    },
    /// A time by the sun in a zone that has no place.
    NoPlace {
        /// The name of the zone.
        zone: String,
        /// The time.
        at: TimeOfDay,
        /// What the clock shows when it is taken to be.
        instead: NaiveTime,
    },
    /// A time by the sun on a date on which it neither rises nor sets.
    PolarSun {
        /// The id of the day.
        day: String,
        /// The date.
        date: NaiveDate,
        /// What the sun does all day.
        sun: PolarSun,
        /// The time.
        at: TimeOfDay,
        /// What the clock shows when it is taken to be.
        instead: NaiveTime,
    },
    /// All reminders wait for the end of the quiet hours.
    QuietReminders {
        /// The only day whose reminders do; `None` where those of every day do.
        day: Option<String>,
        /// The end of the quiet hours.
        until: NaiveTime,
    },
    /// A moment in the quiet hours.
    QuietMoment {
        /// The id of its day.
        day: String,
        /// Its time.
        at: TimeOfDay,
    },
    /// More values than one file may have.
    TooManyValues(usize),
    /// More days than the files of a configuration may have together.
    TooManyDays(usize),
    /// More text than the files of a configuration may have together, in bytes.
    TooMuchText(usize),
    /// What is wrong with a followed calendar.
    Calendar(CalendarFault),
    /// A file or a folder that cannot be read, and why.
    Unreadable(String),
    /// An article that a day names and that is in none of the folders.
    NoArticle {
        /// The id of the day.
        day: String,
        /// The file.
        file: String,
        /// The folders in which it was looked for.
        folders: String,
    },
    /// Something of an article that is left out, or why it is not an article, in the words of its parser.
    Article(String),
}

/// What may have been meant by an unknown key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyHint {
    /// This key.
    Near(&'static str),
    /// One of the keys that the table has.
    Known {
        /// The table, as the subject of a sentence.
        table: &'static str,
        /// Its keys.
        keys: &'static [&'static str],
    },
    /// The key, above the first table of the file.
    AtTheTop,
    /// The key, below this header.
    Below(&'static str),
}

/// What may have been meant by a day that lacks something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayHint {
    /// The day of this id.
    Near(String),
    /// A day of one's own.
    Own,
}

/// What is doubtful in the year of an event.
fn looks_like(event: i32, rule: &Rule) -> String {
    let calendar = rule.calendar_name().unwrap_or_default();
    format!("`event = {event}` is a Gregorian year; it looks like one of the {calendar} calendar")
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(message) | Self::Unreadable(message) | Self::Article(message) => {
                f.write_str(message)
            }
            Self::Zone(error) => error.fmt(f),
            Self::Reminder(error) => error.fmt(f),
            Self::Event(error) => error.fmt(f),
            Self::Value(fault) => fault.fmt(f),
            Self::Rule(error) => error.fmt(f),
            Self::More(Some(count)) => write!(f, "and {count} more in this file"),
            Self::More(None) => f.write_str("and many more in this file; its rest was not read"),
            Self::UnknownKey { key, .. } => write!(f, "unknown key `{key}`"),
            Self::WrongType { expected, found, .. } => write!(f, "expected {expected}, found {found}"),
            Self::OutOfBounds { number, least, most } => {
                write!(f, "`{number}` is not between {least} and {most}")
            }
            Self::LongRule(most) => write!(f, "a rule has at most {most} letters"),
            Self::LongList { of, most } => write!(f, "more than {most} {of}"),
            Self::NoDate => f.write_str("a day needs a date"),
            Self::UntilBeforeSince { until, since } => {
                write!(f, "`until` {until} is before `since` {since}")
            }
            Self::EmptyText => f.write_str("the text is empty"),
            Self::ControlCharacter => f.write_str("the text has a control character in it"),
            Self::MomentLacks(key) => write!(f, "the moment lacks `{key}`"),
            Self::CalendarLacksPath => f.write_str("the calendar lacks `path`"),
            Self::NotFollowed { day, .. } => write!(f, "the day `{day}` is not followed: this has no effect"),
            Self::DayLacks { day, keys, .. } => write!(f, "the day `{day}` lacks {}", list(keys)),
            Self::NoPack { pack, .. } => write!(f, "there is no pack `{pack}`"),
            Self::NoDayOfPack { pack, day, .. } => write!(f, "the pack `{pack}` has no day `{day}`"),
            Self::PackName => f.write_str("the name of this file is no id of a pack"),
            Self::NeverComes { day, why } => write!(f, "the day `{day}` never comes: {why}"),
            Self::NeverAgain { day, last, .. } => {
                write!(f, "the day `{day}` was on {last} and never comes again")
            }
            Self::EventOfCalendar { event, rule, .. } => f.write_str(&looks_like(*event, rule)),
            Self::OtherReading { written, other } => {
                let calendar = written.calendar_name().unwrap_or_default();
                write!(
                    f,
                    "`{written}` is taken for the day of the {calendar} calendar; it can be `{other}` too"
                )
            }
            Self::NoPlace { zone, at, instead } => {
                let instead = instead.format("%H:%M");
                write!(
                    f,
                    "no place is known for the time zone `{zone}`, so that `{at}` is taken at {instead}"
                )
            }
            Self::PolarSun { day, date, sun, at, instead } => {
                let does = if *sun == PolarSun::Night { "rise" } else { "set" };
                let instead = instead.format("%H:%M");
                write!(
                    f,
                    "the sun does not {does} on {date}, so that `{at}` of `{day}` is taken at {instead}"
                )
            }
            Self::QuietReminders { day, until } => {
                let of = day.as_ref().map(|day| format!(" of `{day}`")).unwrap_or_default();
                let until = until.format("%H:%M");
                write!(f, "every reminder{of} falls into the quiet hours, and waits until {until}")
            }
            Self::QuietMoment { day, at } => {
                write!(f, "the moment of `{day}` at {at} falls into the quiet hours, and is not announced")
            }
            Self::TooManyValues(most) => {
                write!(f, "this file has more than {most} values; its rest is not read")
            }
            Self::TooManyDays(most) => {
                write!(f, "the configuration has more than {most} days; the rest is left out")
            }
            Self::TooMuchText(most) => write!(
                f,
                "the configuration has more than {} KiB of text with this file, which is left out",
                most >> 10
            ),
            Self::NoArticle { day, file, .. } => {
                write!(f, "the article `{file}` of the day `{day}` is not there")
            }
            Self::Calendar(fault) => fault.fmt(f),
        }
    }
}

impl Fault {
    /// Whether it keeps a file, or its rest, from being read at all, because reading it costs too much.
    pub fn is_limit_of_file(&self) -> bool {
        matches!(self, Self::TooManyValues(_) | Self::TooMuchText(_))
    }

    /// Whether there is too much of something, so that less of it is better, even where it is still too much.
    pub fn is_too_much(&self) -> bool {
        self.is_limit_of_file() || matches!(self, Self::TooManyDays(_))
    }

    /// What to do about it, where that is known.
    pub fn help(&self) -> Option<String> {
        let example = "for example `date = \"January 20\"`";
        let text = match self {
            Self::UnknownKey { hint, .. } => match hint {
                KeyHint::Near(near) => did_you_mean(near),
                KeyHint::Known { table, keys } => format!("{table} has {}", list(keys)),
                KeyHint::AtTheTop => "it belongs at the top of the file, above the first table".to_owned(),
                KeyHint::Below(header) => format!("it belongs below `{header}`"),
            },
            Self::WrongType { example, .. } => format!("for example `{}`", (*example)?),
            Self::Reminder(_) => "for example `\"09:00\"` or `\"1 week before 19:00\"`".to_owned(),
            Self::Rule(error) => error.help()?,
            Self::NoDate => example.to_owned(),
            Self::MomentLacks(_) => {
                "for example `{ at = \"12:00\", what = \"A minute of silence\" }`".to_owned()
            }
            Self::NotFollowed { day, pack } => format!("`remembrance follow {pack}/{day}` follows it"),
            Self::DayLacks { keys, hint, .. } => match hint {
                DayHint::Near(near) => did_you_mean(near),
                DayHint::Own if keys.contains(&"date") => example.to_owned(),
                DayHint::Own => return None,
            },
            Self::NoPack { near, .. } => {
                near.as_deref().map_or_else(|| "`remembrance packs` lists them".to_owned(), did_you_mean)
            }
            Self::NoDayOfPack { pack, near, .. } => match near {
                Some(near) => did_you_mean(&format!("{pack}/{near}")),
                None => format!("`remembrance packs {pack}` lists them"),
            },
            Self::PackName => "small letters, digits and hyphens make one: `family.toml`".to_owned(),
            Self::NeverAgain { yearly, .. } => {
                let (rule, event) = yearly.as_ref()?;
                format!("for every year write `date = \"{rule}\"` and `event = {event}`")
            }
            Self::EventOfCalendar { gregorian, .. } => format!("write `event = {gregorian}`"),
            Self::OtherReading { written, other } => {
                format!("write `{other}` or `{}`", written.with_calendar()?)
            }
            Self::NoPlace { .. } => {
                "`location = \"40.41, 49.87\"` at the top of the file names one".to_owned()
            }
            Self::NoArticle { folders, .. } => format!("it is looked for in {folders}"),
            Self::Calendar(fault) => fault.help()?,
            _ => return None,
        };
        Some(text)
    }
}

pub(super) fn did_you_mean(near: &str) -> String {
    format!("did you mean `{near}`?")
}

/// How a value is named that stands where another belongs.
pub(super) fn found(kind: ValueKind) -> &'static str {
    match kind {
        ValueKind::String => "a string",
        ValueKind::Integer => "an integer",
        ValueKind::Float => "a float",
        ValueKind::Boolean => "a boolean",
        ValueKind::Date => "a date",
        ValueKind::List => "a list",
        ValueKind::Table => "a table",
    }
}

/// Words as a sentence lists them: `a`, `b` and `c`.
pub(super) fn list(words: &[&str]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}
