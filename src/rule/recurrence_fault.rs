//! What can be wrong with a recurrence of iCalendar (RFC 5545, 3.3.10), each with its arguments and its sentences.

use std::fmt;

/// What is wrong with a recurrence of iCalendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RecurrenceFault {
    NoStart,
    NoFrequency,
    NotAPart(String),
    UnknownPart { name: String, near: Option<&'static str>, all: &'static [&'static str] },
    AboutHours(String),
    SeveralHours(String),
    Twice(&'static str),
    NotAFrequency(String),
    NotACalendar(String),
    NotANumber { text: String, most: u32, negative: bool },
    NotAnEnd(String),
    NotAWeekday(String),
    Conflict(Conflict),
}

/// Parts that RFC 5545 does not allow together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Conflict {
    UntilAndCount,
    EndBeforeStart,
    WeeksNotYearly,
    YearDaysNotYearly,
    MonthDaysWeekly,
    NumbersNotMonthly,
    NumbersWithWeeks,
    PositionsAlone,
}

impl fmt::Display for RecurrenceFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoStart => f.write_str("the start of the recurrence is missing"),
            Self::NoFrequency => f.write_str("`FREQ` is missing"),
            Self::NotAPart(text) => write!(f, "`{text}` is not a part of a recurrence"),
            Self::UnknownPart { name, .. } => write!(f, "unknown part `{name}`"),
            Self::AboutHours(name) => write!(f, "`{name}` is about hours, and a rule gives dates"),
            Self::SeveralHours(name) => {
                write!(f, "`{name}` with several values: one date at several times")
            }
            Self::Twice(name) => write!(f, "`{name}` is there twice"),
            Self::NotAFrequency(text) => write!(f, "`{text}` is not a frequency of dates"),
            Self::NotACalendar(text) => write!(f, "`{text}` is not a calendar of a recurrence"),
            Self::NotANumber { text, .. } => write!(f, "`{text}` is not such a number"),
            Self::NotAnEnd(text) => write!(f, "`{text}` is not a date"),
            Self::NotAWeekday(text) => write!(f, "`{text}` is not a weekday of iCalendar"),
            Self::Conflict(conflict) => f.write_str(match conflict {
                Conflict::UntilAndCount => "`UNTIL` and `COUNT` cannot both end a recurrence",
                Conflict::EndBeforeStart => "the recurrence ends before it starts",
                Conflict::WeeksNotYearly => "`BYWEEKNO` goes with `FREQ=YEARLY` only",
                Conflict::YearDaysNotYearly => "for dates, `BYYEARDAY` goes with `FREQ=YEARLY` only",
                Conflict::MonthDaysWeekly => "`BYMONTHDAY` does not go with `FREQ=WEEKLY`",
                Conflict::NumbersNotMonthly => {
                    "numbers before weekdays go with `FREQ=YEARLY` and `FREQ=MONTHLY` only"
                }
                Conflict::NumbersWithWeeks => "numbers before weekdays do not go with `BYWEEKNO`",
                Conflict::PositionsAlone => "`BYSETPOS` needs another `BY...` to choose from",
            }),
        }
    }
}

impl RecurrenceFault {
    pub(super) fn help(&self) -> Option<String> {
        Some(match self {
            Self::NoStart => "it belongs behind, like `from 1946-11-10`".to_owned(),
            Self::NoFrequency => "how often: `FREQ=YEARLY`".to_owned(),
            Self::NotAPart(_) => "a part is like `BYMONTH=11`".to_owned(),
            Self::UnknownPart { near: Some(near), .. } => format!("did you mean `{near}`?"),
            Self::UnknownPart { all, .. } => format!("one of `{}`", all.join("`, `")),
            Self::AboutHours(_) => "leave it out".to_owned(),
            Self::NotAFrequency(_) => "one of `DAILY`, `WEEKLY`, `MONTHLY`, `YEARLY`".to_owned(),
            Self::NotACalendar(_) => "a recurrence is Gregorian".to_owned(),
            Self::NotANumber { most, negative: false, .. } => {
                format!("a number from 1 to {most} belongs here")
            }
            Self::NotANumber { most, .. } => {
                format!("a number from 1 to {most}, or from -1 to -{most}, belongs here")
            }
            Self::NotAnEnd(_) => "it is written like `20301231`".to_owned(),
            Self::NotAWeekday(_) => "one of `MO`, `TU`, `WE`, `TH`, `FR`, `SA`, `SU`".to_owned(),
            Self::SeveralHours(_) | Self::Twice(_) | Self::Conflict(_) => return None,
        })
    }
}
