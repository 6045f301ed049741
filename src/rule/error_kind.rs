//! What can be wrong with a phrase, each with its arguments; the sentences are made here.

use super::OutOfRange;
use super::recurrence_fault::RecurrenceFault;
use super::step::{FARTHEST_WEEKDAY, MOST_STEPS};
use super::suggest::{Noun, WantedName, noun};
use super::words::{month_name, ordinal, weekday_name};
use chrono::Weekday;
use std::fmt;

/// What is wrong, and what is needed to say the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RuleErrorKind {
    /// Nothing but spaces.
    NoRule,
    /// Steps without a date that they lead away from.
    NoDate,
    /// The phrase ends where something is wanted.
    EndsEarly(WantedName),
    /// A known word, a number or a sign in the wrong place.
    Unexpected {
        text: String,
        wanted: WantedName,
    },
    /// A character that no phrase has.
    Character(char),
    LargeNumber(String),
    NumberAlone,
    /// A word that is not known, the known ones that are near, and what belongs in its place.
    UnknownWord {
        text: String,
        near: Vec<(&'static str, Noun)>,
        wanted: WantedName,
    },
    NotADate {
        text: String,
        why: WhyNoDate,
    },
    /// A month without its day, and the date as it could be.
    NoDayOfMonth(String),
    /// `else` behind a date that every year has.
    NeedlessElse,
    /// The date after `else` is not in every year; true for February 29.
    ElseNotInEveryYear {
        is_leap_day: bool,
    },
    ElseOfOtherCalendar(&'static str),
    /// A month of several calendars, and the date that was written, with each of them that has it.
    SharedMonth {
        name: String,
        ways: Vec<String>,
        calendars: Vec<&'static str>,
    },
    NotAMonthOf {
        name: String,
        said: &'static str,
        calendars: Vec<&'static str>,
    },
    /// The calendar that was said for a lunar anniversary, and the date.
    NotALunarCalendar {
        is_hebrew: bool,
        date: String,
    },
    /// A month of Bangladesh without its calendar, the date with it if it has such a day, and who else has such a month.
    BengaliMonth {
        name: String,
        date: Option<String>,
        others: &'static [&'static str],
    },
    /// A date for which its calendar is not sound.
    Unsound(OutOfRange),
    /// A date with `/` or `-`: each date that it can be, and the lunar one.
    TwoReadings {
        sign: char,
        readings: Vec<String>,
        lunar: Option<String>,
    },
    /// `9th day after`: whether the date is counted, too, is not said.
    WhichCount {
        n: u32,
        is_after: bool,
        rest: String,
    },
    /// `Easter Tuesday`, and the phrase for it.
    WeekdayOfFeast {
        text: String,
        write: String,
    },
    /// A feast that the churches of a rite do not have.
    NoSuchFeast {
        name: String,
        rite: String,
    },
    /// A date of another calendar with a year: the phrases for every year, and for the one date that it may be; and the
    /// Gregorian year that it is.
    YearOfDate {
        yearly: String,
        event: Option<i32>,
        other: Option<String>,
    },
    /// `else skip` for a leap month that no year has.
    NoSuchLeapMonth {
        calendar: &'static str,
        month: u8,
        day: u8,
    },
    /// A month of calendars that no rule knows.
    UnknownCalendar {
        name: String,
        calendars: &'static [&'static str],
    },
    NoSemicolon(String),
    TooFar {
        text: String,
        most: u32,
    },
    /// `6th Friday of`
    NoSuchWeekday {
        text: String,
        weekday: Weekday,
    },
    NoPlaceToCountTo(String),
    NearestIsOne(String),
    /// `Sunday of May`
    WhichWeekday {
        weekday: Weekday,
        month: u8,
    },
    TooManySteps,
    MovedAlready(String),
    LastOfWhat,
    /// `second Sunday of Ramadan`, and the phrases for it.
    NotAGregorianMonth {
        name: String,
        ways: Vec<String>,
    },
    /// A date as people say it, and the phrases for it.
    Said(Vec<String>),
    /// Several dates as people say them, and a phrase for each.
    Several(Vec<String>),
    /// Days counted from a death whose date is not said.
    OfDeath,
    /// A day that only a clock knows: `tomorrow`.
    OfToday,
    /// A day of each week or month, or of some years, and the rule of iCalendar that is nearest.
    NotYearly(String),
    /// The phrase of a date that was written with an hour.
    Hour(String),
    /// A day that no rule reckons, and what it goes by.
    GoesBy {
        name: String,
        by: &'static str,
    },
    Recurrence(RecurrenceFault),
}

/// Why something that looks like a date is not one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WhyNoDate {
    /// A Gregorian month and how many days it has.
    MonthLength {
        month: u8,
        longest: u8,
    },
    /// A month of another calendar, how many days it has, and what goes with that.
    NamedMonthLength {
        name: &'static str,
        longest: u8,
        note: &'static str,
    },
    CommonYear(u32),
    YearDigits,
    MonthNumber,
    MonthFirst,
    /// The day and the month that it would be the other way round, if that is one.
    DayFirst(Option<(u8, u8)>),
    /// A Hebrew date with the year of another calendar.
    HebrewYear,
    /// The month of a Hebrew date does not have the day in that year.
    NotInYear {
        name: &'static str,
        year: i32,
    },
    LunarMonthLength,
    LunarMonthNumber,
    Malformed,
}

impl fmt::Display for RuleErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRule => f.write_str("there is no rule here"),
            Self::NoDate => f.write_str("a date is missing"),
            Self::EndsEarly(_) => f.write_str("the phrase ends too early"),
            Self::Unexpected { text, .. } | Self::WeekdayOfFeast { text, .. } => {
                write!(f, "unexpected `{text}`")
            }
            Self::Character(c) => write!(f, "unexpected `{}`", c.escape_debug()),
            Self::LargeNumber(text) => write!(f, "`{text}` is too large a number"),
            Self::NumberAlone => f.write_str("a number alone is not a date"),
            Self::UnknownWord { text, near, wanted } => {
                write!(f, "unknown {} `{text}`", noun(near, *wanted))
            }
            Self::NotADate { text, .. } => write!(f, "`{text}` is not a date"),
            Self::NoDayOfMonth(_) => f.write_str("the day of the month is missing"),
            Self::NeedlessElse => f.write_str("`else` is never needed: every year has this date"),
            Self::ElseNotInEveryYear { .. } => f.write_str("the date after `else` must be in every year"),
            Self::ElseOfOtherCalendar(name) => {
                write!(f, "the date after `else` must be of the {name} calendar too")
            }
            Self::SharedMonth { name, calendars, .. } => {
                let all: Vec<String> = calendars.iter().map(|name| with_article(name)).collect();
                write!(f, "`{name}` is {} month", all.join(" and "))
            }
            Self::NotAMonthOf { name, said, .. } => {
                write!(f, "`{name}` is not a month of the {said} calendar")
            }
            Self::NotALunarCalendar { .. } => f.write_str("only four calendars count a lunar anniversary"),
            Self::BengaliMonth { name, others, .. } => {
                write!(f, "`{name}` is a month in calendars that differ: Bangladesh, {}", others.join(", "))
            }
            Self::Unsound(error) => error.fmt(f),
            Self::TwoReadings { sign, readings, .. } if readings.len() < 2 => {
                write!(f, "a date with `{sign}` is read differently from country to country")
            }
            Self::TwoReadings { sign, .. } => write!(f, "a date with `{sign}` can be read two ways"),
            Self::WhichCount { n, is_after, .. } => {
                let side = if *is_after { "after" } else { "before" };
                write!(f, "`{} day {side}` can be read two ways", ordinal(*n))
            }
            Self::NoSuchFeast { name, rite } => write!(f, "there is no {rite} `{name}`"),
            Self::YearOfDate { .. } => f.write_str("a date of this calendar comes every year"),
            Self::NoSuchLeapMonth { calendar, month, .. } => {
                write!(f, "no year from 1901 to 2100 has a leap month {month} in the {calendar} calendar")
            }
            Self::UnknownCalendar { name, calendars } => {
                let all = calendars.join(", ");
                write!(f, "`{name}` is a month of a calendar that rules do not have: {all}")
            }
            Self::NoSemicolon(text) => write!(f, "a `;` is missing before `{text}`"),
            Self::TooFar { text, .. } => write!(f, "`{text}` is too far from any date"),
            Self::NoSuchWeekday { text, weekday } => {
                write!(f, "no month has a `{text}` {}", weekday_name(*weekday))
            }
            Self::NoPlaceToCountTo(text) => write!(f, "`{text}` is not a place to count to"),
            Self::NearestIsOne(_) => f.write_str("`nearest` is one weekday only"),
            Self::WhichWeekday { weekday, .. } => write!(f, "which {}?", weekday_name(*weekday)),
            Self::TooManySteps => write!(f, "more than {MOST_STEPS} steps away from a date"),
            Self::MovedAlready(text) => write!(f, "`{text}` has been moved already"),
            Self::LastOfWhat => f.write_str("`last` goes with `of` or `before`"),
            Self::NotAGregorianMonth { name, .. } => {
                write!(f, "`{name}` is not a month from January to December")
            }
            Self::Said(_) => f.write_str("a rule is said in other words"),
            Self::Several(_) => f.write_str("these are several dates, and a rule is one"),
            Self::OfDeath => f.write_str("the date of the death is missing"),
            Self::OfToday => f.write_str("a rule says the date itself"),
            Self::NotYearly(_) => {
                f.write_str("a phrase is of days that come once every year; what comes more or less often is a rule of iCalendar")
            }
            Self::Hour(_) => f.write_str("a rule is a day without an hour"),
            Self::GoesBy { name, by } => write!(f, "`{name}` goes by {by}, which rules do not have"),
            Self::Recurrence(fault) => fault.fmt(f),
        }
    }
}

impl RuleErrorKind {
    /// The way out, if it is known.
    pub(super) fn help(&self) -> Option<String> {
        Some(match self {
            Self::NoRule | Self::NoDate => {
                "a rule is like `January 20`, `second Sunday of November` or `27 Nisan`".to_owned()
            }
            Self::UnknownWord { near, .. } if !near.is_empty() => {
                let all: Vec<String> = near.iter().map(|(name, _)| format!("`{name}`")).collect();
                format!("did you mean {}?", all.join(" or "))
            }
            Self::EndsEarly(wanted) | Self::Unexpected { wanted, .. } | Self::UnknownWord { wanted, .. } => {
                wanted.expected().to_owned()
            }
            Self::NumberAlone => "a month, a weekday, `days` or `weeks` belongs after this number".to_owned(),
            Self::NotADate { why, .. } => return why.help(),
            Self::NeedlessElse => {
                "a move by weekday is written like `; if Sunday then Monday after`".to_owned()
            }
            Self::ElseNotInEveryYear { is_leap_day: true } => {
                "a date that every year has, like `else March 1`, or `else skip`".to_owned()
            }
            Self::ElseNotInEveryYear { .. } => {
                "an earlier day of the month, or one of the next month, or `else skip`".to_owned()
            }
            Self::SharedMonth { ways, .. }
            | Self::NotAGregorianMonth { ways, .. }
            | Self::Said(ways)
            | Self::Several(ways) => return written(ways),
            Self::OfDeath => "it is written like `40th day from 2026-05-01`".to_owned(),
            Self::NoDayOfMonth(date) => format!("it is written like `{date}`"),
            Self::OfToday => "it is written like `January 20`".to_owned(),
            Self::NotYearly(rule) => format!("it is written like `{rule}`"),
            Self::Hour(phrase) => {
                format!("write `{phrase}`, and the hour as `remind` or `moment.at` of the day")
            }
            Self::GoesBy { .. } => {
                "write its date in the Gregorian calendar, one for each year, like `2027-05-01`".to_owned()
            }
            Self::NotAMonthOf { calendars, .. } => {
                format!("it is a month of the {} calendar", calendars.join(" and "))
            }
            Self::NotALunarCalendar { is_hebrew: true, date } => format!("write `yahrzeit of {date}`"),
            Self::NotALunarCalendar { .. } => {
                "one of `Chinese`, `Korean`, `Vietnamese`, `Tibetan`".to_owned()
            }
            Self::BengaliMonth { date: Some(date), .. } => {
                format!("write `{date}`; the dates of the others in the Gregorian calendar")
            }
            Self::TwoReadings { readings, lunar, .. } => return written(readings.iter().chain(lunar)),
            Self::WhichCount { n, is_after: true, rest } => {
                let (nth, days) = (ordinal(*n), n.saturating_sub(1));
                format!(
                    "write `{nth} day from {rest}` where that date is the first day, \
                     {days} days later, or `{n} days after {rest}`"
                )
            }
            Self::WhichCount { n, rest, .. } => {
                let fewer = n.saturating_sub(1);
                format!(
                    "write `{n} days before {rest}`, or `{fewer} days before {rest}` where that date is the first day"
                )
            }
            Self::WeekdayOfFeast { write, .. } => format!("write `{write}`"),
            Self::YearOfDate { yearly, other, event } => match other {
                Some(other) if other.starts_with("yahrzeit") => {
                    format!("write `{yearly}`, or `{other}` for the day of a death")
                }
                Some(other) => format!("write `{yearly}`, or `{other}` for the month of that name elsewhere"),
                None => match event {
                    Some(event) => format!("write `{yearly}`, and {event} as the year of the day's event"),
                    None => format!("write `{yearly}`, and the year as the day's event"),
                },
            },
            Self::NoSuchLeapMonth { calendar, month, day } => format!("write `{calendar} {month}/{day}`"),
            Self::UnknownCalendar { .. } => "write its date in the Gregorian calendar".to_owned(),
            Self::NoSemicolon(_) => "a move is written like `; if Friday then Thursday before`".to_owned(),
            Self::TooFar { most, .. } => format!("at most {most} are counted"),
            Self::NoSuchWeekday { .. } => "from the first to the fifth, or `last`".to_owned(),
            Self::NoPlaceToCountTo(_) => {
                format!("from the first to the {}", ordinal(FARTHEST_WEEKDAY.into()))
            }
            Self::NearestIsOne(text) => format!("leave out `{text}`"),
            Self::WhichWeekday { weekday, month } => {
                let day = format!("{} of {}", weekday_name(*weekday), month_name(*month));
                format!("write `first {day}`, `second {day}` ... `last {day}`")
            }
            Self::TooManySteps => "count from a nearer date".to_owned(),
            Self::MovedAlready(_) => "the first move that fits is the one made".to_owned(),
            Self::Recurrence(fault) => return fault.help(),
            Self::Character(_)
            | Self::LargeNumber(_)
            | Self::BengaliMonth { .. }
            | Self::ElseOfOtherCalendar(_)
            | Self::Unsound(_)
            | Self::NoSuchFeast { .. }
            | Self::LastOfWhat => return None,
        })
    }
}

impl RuleErrorKind {
    /// True where a word, a number or a sign is not understood in its place.
    pub(super) fn is_about_words(&self) -> bool {
        matches!(
            self,
            Self::UnknownWord { .. }
                | Self::Unexpected { .. }
                | Self::EndsEarly(_)
                | Self::NumberAlone
                | Self::NoDayOfMonth(_)
                | Self::Character(_)
                | Self::NotADate { why: WhyNoDate::Malformed | WhyNoDate::MonthFirst, .. }
        )
    }

    /// The phrases of which one is meant, where a phrase can be read more than one way.
    pub(super) fn ways(&self) -> Vec<String> {
        match self {
            Self::WhichCount { n, is_after: true, rest } => {
                vec![format!("{} day from {rest}", ordinal(*n)), format!("{n} days after {rest}")]
            }
            Self::TwoReadings { readings, .. } => readings.clone(),
            Self::SharedMonth { ways, .. } => ways.clone(),
            Self::YearOfDate { yearly, other: Some(other), .. } => vec![yearly.clone(), other.clone()],
            _ => Vec::new(),
        }
    }
}

/// Each of the phrases, if there are any.
fn written<'p>(phrases: impl IntoIterator<Item = &'p String>) -> Option<String> {
    let all: Vec<String> = phrases.into_iter().map(|one| format!("`{one}`")).collect();
    if all.is_empty() { None } else { Some(format!("write {}", all.join(" or "))) }
}

/// `a Persian`, `an Ethiopian`
fn with_article(name: &str) -> String {
    let article = if name.starts_with(['A', 'E', 'I', 'O']) { "an" } else { "a" };
    format!("{article} {name}")
}

impl WhyNoDate {
    fn help(self) -> Option<String> {
        Some(match self {
            Self::MonthLength { month, longest } => {
                let most = if month == 2 { " at most" } else { "" };
                format!("{} has {longest} days{most}", month_name(month))
            }
            Self::NamedMonthLength { name, longest, note } => format!("{name} has {longest} days{note}"),
            Self::CommonYear(year) => format!("{year} is a common year: its February has 28 days"),
            Self::YearDigits => "a year has four digits, from 0001 to 9999".to_owned(),
            Self::MonthNumber => "the month is from 01 to 12: year, month, day".to_owned(),
            Self::MonthFirst => {
                "the month comes first, then the day; or the whole date: year, month, day".to_owned()
            }
            Self::DayFirst(Some((day, month))) => {
                format!("the day comes first: write `{day:02}.{month:02}.`")
            }
            Self::DayFirst(None) => "the day comes first, then the month".to_owned(),
            Self::HebrewYear => "the year is that of the Hebrew calendar, e.g. `5710`".to_owned(),
            Self::NotInYear { name, year } => format!("{name} has no such day in {year}"),
            Self::LunarMonthLength => "a lunar month has 30 days at most".to_owned(),
            Self::LunarMonthNumber => "the month comes first, from 1 to 12".to_owned(),
            Self::Malformed => return None,
        })
    }
}
