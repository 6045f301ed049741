//! Why something of a calendar is not carried, or not read.

use crate::rule::RuleError;
use crate::text::begins_with;

/// Why the dates of an event are not carried.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum DatesError {
    /// Its rule names a calendar that no rule is of.
    #[error("`RSCALE={0}` is a calendar that is not known")]
    UnknownCalendar(String),
    /// Its rule has more than one day a year of another calendar.
    #[error("of the calendar {0} only one day each year is kept")]
    NotOneDay(String),
    /// Its rule names a day that another calendar does not have.
    #[error("the calendar {0} has no day of that number")]
    NoSuchDay(String),
    /// The rule of its exceptions is of another calendar.
    #[error("its calendar is {0}")]
    ExceptionsOfCalendar(String),
    /// This part of its rule is not one day of a month.
    #[error("`BYMONTHDAY={0}` is not one day")]
    NotADay(String),
    /// This part of its rule is not a number.
    #[error("`COUNT={0}` is not a number")]
    NotACount(String),
    /// Its rule is not one of dates.
    #[error("{}", with_help(.0))]
    Rule(RuleError),
    /// Its rule has no date in this many years.
    #[error("it has no date in {0} years")]
    NeverComes(i32),
    /// Its exceptions are all of its dates.
    #[error("each of its dates is left out")]
    AllLeftOut,
}

fn with_help(error: &RuleError) -> String {
    error.help().map_or_else(|| error.to_string(), |help| format!("{error}; {help}"))
}

/// Why bytes are not read as text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// No encoding has this name.
    #[error("`{0}` is not a known encoding; `windows-1251`, `koi8-r` and `utf-16le` are, for example")]
    UnknownEncoding(String),
    /// They are not text in this encoding.
    #[error("it is not a text in {0}; name its encoding with `--encoding`")]
    NotText(&'static str),
}

/// A file of a kind that is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// JSON.
    #[error("it is JSON, as jCal (RFC 7265) and jCard are; save it as iCalendar (.ics) or vCard (.vcf)")]
    Json,
    /// XML.
    #[error("it is XML, as xCal (RFC 6321) and xCard are; save it as iCalendar (.ics) or vCard (.vcf)")]
    Xml,
    /// A web page.
    #[error("it is a web page, not a calendar; the address may ask to sign in first")]
    Page,
}

impl Refused {
    /// Whether the first characters of a text are of a kind that is not read.
    pub(super) fn of(text: &str) -> Option<Self> {
        let start = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
        match start.chars().next()? {
            '[' | '{' => Some(Self::Json),
            '<' if begins_with(start, "<!doctype html") || begins_with(start, "<html") => Some(Self::Page),
            '<' => Some(Self::Xml),
            _ => None,
        }
    }
}
