//! A mistake in a phrase as a message: its name in the files of `words/errors`, and the values in it.
//!
//! The English sentences stand beside the kinds, in `error_kind.rs`. A recurrence of iCalendar has English ones only.

use super::error_kind::{RuleErrorKind, WhyNoDate};
use super::step::{FARTHEST_WEEKDAY, MOST_STEPS};
use super::suggest::{WantedName, noun};
use super::words::{month_name, ordinal, weekday_name};
use super::{OutOfRange, RuleError};
use crate::message::Message;

impl RuleError {
    /// What is wrong, for a reader of another language than English; `None` where there is no translation.
    pub fn message(&self) -> Option<Message> {
        self.kind.message()
    }

    /// The way out, in the same way.
    pub fn help_message(&self) -> Option<Message> {
        self.kind.help_message()
    }
}

impl OutOfRange {
    /// The same for a reader of another language than English.
    pub fn message(&self) -> Message {
        Message::new("rule-years")
            .with("first", self.first)
            .with("last", self.last)
            .with("needed", self.needed)
    }
}

impl RuleErrorKind {
    fn message(&self) -> Option<Message> {
        Some(match self {
            Self::NoRule => Message::new("rule-nothing"),
            Self::NoDate => Message::new("rule-no-date"),
            Self::EndsEarly(_) => Message::new("rule-ends-early"),
            Self::Unexpected { text, .. } | Self::WeekdayOfFeast { text, .. } => {
                Message::new("rule-unexpected").with("text", text)
            }
            Self::Character(c) => Message::new("rule-unexpected").with("text", c.escape_debug()),
            Self::LargeNumber(text) => Message::new("rule-large-number").with("text", text),
            Self::NumberAlone => Message::new("rule-number-alone"),
            Self::UnknownWord { text, near, wanted } => {
                Message::new("rule-unknown").with("noun", noun(near, *wanted)).with("text", text)
            }
            Self::NotADate { text, .. } => Message::new("rule-not-a-date").with("text", text),
            Self::NoDayOfMonth(_) => Message::new("rule-no-day-of-month"),
            Self::NeedlessElse => Message::new("rule-needless-else"),
            Self::ElseNotInEveryYear { .. } => Message::new("rule-else-not-every-year"),
            Self::ElseOfOtherCalendar(name) => Message::new("rule-else-calendar").with("calendar", name),
            Self::SharedMonth { name, calendars, .. } => {
                Message::new("rule-shared-month").with("name", name).with("calendars", calendars.join(", "))
            }
            Self::NotAMonthOf { name, said, .. } => {
                Message::new("rule-not-a-month-of").with("name", name).with("calendar", said)
            }
            Self::NotALunarCalendar { .. } => Message::new("rule-not-lunar"),
            Self::BengaliMonth { name, others, .. } => {
                Message::new("rule-bengali-month").with("name", name).with("others", others.join(", "))
            }
            Self::Unsound(error) => error.message(),
            Self::TwoReadings { sign, readings, .. } if readings.len() < 2 => {
                Message::new("rule-slash").with("sign", sign)
            }
            Self::TwoReadings { sign, .. } => Message::new("rule-slash-two").with("sign", sign),
            Self::WhichCount { n, is_after, .. } => {
                let side = if *is_after { "after" } else { "before" };
                Message::new("rule-which-count").with("phrase", format!("{} day {side}", ordinal(*n)))
            }
            Self::NoSuchFeast { name, rite } => {
                Message::new("rule-no-feast").with("name", name).with("rite", rite)
            }
            Self::YearOfDate { .. } => Message::new("rule-year-of-date"),
            Self::NoSuchLeapMonth { calendar, month, .. } => {
                Message::new("rule-no-leap-month").with("calendar", calendar).with("month", month)
            }
            Self::UnknownCalendar { name, calendars } => Message::new("rule-unknown-calendar")
                .with("name", name)
                .with("calendars", calendars.join(", ")),
            Self::NoSemicolon(text) => Message::new("rule-no-semicolon").with("text", text),
            Self::TooFar { text, .. } => Message::new("rule-too-far").with("text", text),
            Self::NoSuchWeekday { text, weekday } => {
                Message::new("rule-no-weekday").with("phrase", format!("{text} {}", weekday_name(*weekday)))
            }
            Self::NoPlaceToCountTo(text) => Message::new("rule-no-place").with("text", text),
            Self::NearestIsOne(_) => Message::new("rule-nearest-one"),
            Self::WhichWeekday { weekday, .. } => {
                Message::new("rule-which-weekday").with("weekday", weekday_name(*weekday))
            }
            Self::TooManySteps => Message::new("rule-too-many-steps").with("most", MOST_STEPS),
            Self::MovedAlready(text) => Message::new("rule-moved-already").with("text", text),
            Self::LastOfWhat => Message::new("rule-last-of-what"),
            Self::NotAGregorianMonth { name, .. } => Message::new("rule-not-gregorian").with("name", name),
            Self::Said(_) => Message::new("rule-said"),
            Self::Several(_) => Message::new("rule-several"),
            Self::OfDeath => Message::new("rule-of-death"),
            Self::OfToday => Message::new("rule-of-today"),
            Self::NotYearly(_) => Message::new("rule-not-yearly"),
            Self::Hour(_) => Message::new("rule-hour"),
            Self::GoesBy { name, by } => Message::new("rule-goes-by").with("name", name).with("by", by),
            Self::Recurrence(_) => return None,
        })
    }

    fn help_message(&self) -> Option<Message> {
        Some(match self {
            Self::NoRule | Self::NoDate => Message::new("help-rule-like"),
            Self::UnknownWord { near, .. } if !near.is_empty() => match near.as_slice() {
                [(name, _)] => Message::new("help-did-you-mean").with("name", name),
                near => Message::new("help-did-you-mean-any")
                    .with("names", quoted(near.iter().map(|(name, _)| name))),
            },
            Self::EndsEarly(wanted) | Self::Unexpected { wanted, .. } | Self::UnknownWord { wanted, .. } => {
                wanted.message()
            }
            Self::NumberAlone => Message::new("help-number-alone"),
            Self::NotADate { why, .. } => return why.message(),
            Self::NeedlessElse => like("; if Sunday then Monday after"),
            Self::ElseNotInEveryYear { is_leap_day: true } => like("else March 1"),
            Self::ElseNotInEveryYear { .. } => Message::new("help-else-every-year"),
            Self::SharedMonth { ways, .. }
            | Self::NotAGregorianMonth { ways, .. }
            | Self::Said(ways)
            | Self::Several(ways) => return write_any(ways),
            Self::OfDeath => like("40th day from 2026-05-01"),
            Self::NoDayOfMonth(date) => like(date),
            Self::OfToday => like("January 20"),
            Self::NotYearly(rule) => like(rule),
            Self::Hour(phrase) => Message::new("help-hour").with("phrase", phrase),
            Self::GoesBy { .. } => Message::new("help-write-each-year"),
            Self::NotAMonthOf { calendars, .. } => {
                Message::new("help-month-of").with("calendars", calendars.join(", "))
            }
            Self::NotALunarCalendar { is_hebrew: true, date } => write_one(format!("yahrzeit of {date}")),
            Self::NotALunarCalendar { .. } => list(&["Chinese", "Korean", "Vietnamese", "Tibetan"]),
            Self::BengaliMonth { date: Some(date), .. } => {
                Message::new("help-bengali-month").with("phrase", date)
            }
            Self::TwoReadings { readings, lunar, .. } => return write_any(readings.iter().chain(lunar)),
            Self::WhichCount { n, is_after: true, rest } => Message::new("help-which-count")
                .with("inclusive", format!("{} day from {rest}", ordinal(*n)))
                .with("exclusive", format!("{n} days after {rest}")),
            Self::WhichCount { n, rest, .. } => Message::new("help-which-count")
                .with("inclusive", format!("{} days before {rest}", n.saturating_sub(1)))
                .with("exclusive", format!("{n} days before {rest}")),
            Self::WeekdayOfFeast { write, .. } => write_one(write),
            Self::YearOfDate { yearly, other, event } => match other {
                Some(other) if other.starts_with("yahrzeit") => {
                    Message::new("help-year-of-death").with("yearly", yearly).with("other", other)
                }
                Some(other) => {
                    Message::new("help-year-elsewhere").with("yearly", yearly).with("other", other)
                }
                None => match event {
                    Some(event) => {
                        Message::new("help-year-is-event").with("yearly", yearly).with("event", event)
                    }
                    None => Message::new("help-year-as-event").with("yearly", yearly),
                },
            },
            Self::NoSuchLeapMonth { calendar, month, day } => write_one(format!("{calendar} {month}/{day}")),
            Self::UnknownCalendar { .. } => Message::new("help-write-gregorian"),
            Self::NoSemicolon(_) => like("; if Friday then Thursday before"),
            Self::TooFar { most, .. } => Message::new("help-at-most").with("most", most),
            Self::NoSuchWeekday { .. } => Message::new("help-first-to-fifth"),
            Self::NoPlaceToCountTo(_) => {
                Message::new("help-first-to").with("last", ordinal(FARTHEST_WEEKDAY.into()))
            }
            Self::NearestIsOne(text) => Message::new("help-leave-out").with("text", text),
            Self::WhichWeekday { weekday, month } => {
                let day = format!("{} of {}", weekday_name(*weekday), month_name(*month));
                return write_any(["first", "second", "last"].map(|nth| format!("{nth} {day}")));
            }
            Self::TooManySteps => Message::new("help-nearer-date"),
            Self::MovedAlready(_) => Message::new("help-first-move"),
            Self::Character(_)
            | Self::LargeNumber(_)
            | Self::BengaliMonth { .. }
            | Self::ElseOfOtherCalendar(_)
            | Self::Unsound(_)
            | Self::NoSuchFeast { .. }
            | Self::LastOfWhat
            | Self::Recurrence(_) => return None,
        })
    }
}

/// "write `...`"
fn write_one(phrase: impl std::fmt::Display) -> Message {
    Message::new("help-write").with("phrase", phrase)
}

/// "it is written like `...`": an example, which is not what was meant.
fn like(phrase: impl std::fmt::Display) -> Message {
    Message::new("help-like").with("phrase", phrase)
}

/// "write one of `...`, `...`", if there are any.
fn write_any<P: ToString>(phrases: impl IntoIterator<Item = P>) -> Option<Message> {
    let phrases = quoted(phrases);
    (!phrases.is_empty()).then(|| Message::new("help-write-any").with("phrases", phrases))
}

/// "one of `...`, `...` belongs here"
fn list(words: &[&str]) -> Message {
    Message::new("help-one-of").with("words", quoted(words))
}

fn quoted<P: ToString>(phrases: impl IntoIterator<Item = P>) -> String {
    let all: Vec<String> = phrases.into_iter().map(|phrase| format!("`{}`", phrase.to_string())).collect();
    all.join(", ")
}

impl WhyNoDate {
    fn message(self) -> Option<Message> {
        Some(match self {
            Self::MonthLength { month: 2, longest } => {
                Message::new("help-month-at-most").with("name", month_name(2)).with("longest", longest)
            }
            Self::MonthLength { month, longest } => {
                Message::new("help-month-has").with("name", month_name(month)).with("longest", longest)
            }
            Self::NamedMonthLength { name, longest, .. } => {
                Message::new("help-month-at-most").with("name", name).with("longest", longest)
            }
            Self::CommonYear(year) => Message::new("help-common-year").with("year", year),
            Self::YearDigits => Message::new("help-year-digits"),
            Self::MonthNumber => Message::new("help-month-number"),
            Self::MonthFirst => Message::new("help-month-first"),
            Self::DayFirst(Some((day, month))) => write_one(format!("{day:02}.{month:02}.")),
            Self::DayFirst(None) => Message::new("help-day-first"),
            Self::HebrewYear => Message::new("help-hebrew-year"),
            Self::NotInYear { name, year } => {
                Message::new("help-not-in-year").with("name", name).with("year", year)
            }
            Self::LunarMonthLength => Message::new("help-lunar-month"),
            Self::LunarMonthNumber => Message::new("help-lunar-number"),
            Self::Malformed => return None,
        })
    }
}

impl WantedName {
    fn message(self) -> Message {
        match self {
            Self::Start => Message::new("wanted-start"),
            Self::AfterOrdinal => Message::new("wanted-after-ordinal"),
            Self::Weekday => Message::new("wanted-weekday"),
            Self::Month => Message::new("wanted-month"),
            Self::GregorianMonth => Message::new("wanted-gregorian-month"),
            Self::Unit => list(&["days", "weeks"]),
            Self::Side => list(&["before", "after"]),
            Self::OrAfter => list(&["or after", "or before"]),
            Self::Relation => list(&["of", "before", "after", "on or before", "on or after", "nearest"]),
            Self::Easter => Message::new("wanted-easter"),
            Self::Instead => like("else March 1"),
            Self::WholeDate => Message::new("wanted-whole-date"),
            Self::If => like("if Friday then Thursday before"),
            Self::Then => Message::new("wanted-then"),
            Self::Target => like("then Thursday before"),
            Self::Calendar => list(&[
                "Hebrew",
                "Umm al-Qura",
                "tabular",
                "Persian",
                "Ethiopian",
                "Coptic",
                "Indian national",
                "Badi",
                "Bangladesh",
                "Julian",
                "Chinese",
                "Korean",
                "Vietnamese",
                "Tibetan",
            ]),
            Self::Anniversary => like("lunar anniversary of 1995-10-04"),
            Self::Of => Message::new("wanted-of"),
            Self::Recurrence => like("RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=2SU from 1946-11-10"),
            Self::DayOfMonth => Message::new("wanted-day-of-month"),
            Self::Parenthesis => list(&[")"]),
            Self::LunarDate => like("Chinese 7/15"),
            Self::End => Message::new("wanted-end"),
            Self::Meridian => list(&["UTC", "China", "Korea", "Japan", "Vietnam"]),
            Self::FromOrOf => Message::new("wanted-from-or-of"),
            Self::OfMonth => like("last day of February"),
            Self::WeekdayOrDay => Message::new("wanted-weekday-or-day"),
            Self::Sunset => like("yahrzeit of 1949-11-22 after sunset"),
            Self::HebrewYear => Message::new("wanted-hebrew-year"),
        }
    }
}
