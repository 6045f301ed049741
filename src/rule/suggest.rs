//! Words that are not known: what was wanted in their place, and the known word that is nearest.

use super::RuleError;
use super::calendar_names::CALENDARS;
use super::calendars::Calendar;
use super::error_kind::RuleErrorKind;
use super::lexer::Key;
use super::month_table::MONTHS;
use super::names::NAMES;
use super::words::{WORDS, Word, month_name, weekday_name};
use crate::text;
use std::ops::Range;

/// What could stand where a wrong word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WantedName {
    Start,
    AfterOrdinal,
    Weekday,
    Month,
    GregorianMonth,
    Unit,
    Side,
    OrAfter,
    Relation,
    Easter,
    Instead,
    WholeDate,
    If,
    Then,
    Target,
    Calendar,
    Anniversary,
    Of,
    Recurrence,
    DayOfMonth,
    Parenthesis,
    LunarDate,
    /// Nothing: the rule is complete.
    End,
    /// Whose clock a term of the sun goes by.
    Meridian,
    FromOrOf,
    OfMonth,
    WeekdayOrDay,
    Sunset,
    HebrewYear,
}

impl WantedName {
    /// What belongs there, as a sentence without its full stop.
    pub(super) fn expected(self) -> &'static str {
        match self {
            WantedName::Start => "a rule starts with a date, an ordinal, a weekday or a number",
            WantedName::AfterOrdinal => "a weekday, a month, `days` or `weeks` belongs here",
            WantedName::Weekday => "a weekday belongs here",
            WantedName::Month => "a month belongs here",
            WantedName::GregorianMonth => "a month from January to December belongs here",
            WantedName::Unit => "`days` or `weeks` belongs here",
            WantedName::Side => "`before` or `after` belongs here",
            WantedName::OrAfter => "write `on or after` or `on or before`",
            WantedName::Relation => {
                "`of`, `before`, `after`, `on or before`, `on or after` or `nearest` belongs here"
            }
            WantedName::Easter => "`Easter`, or a day that hangs on it, belongs here",
            WantedName::Instead => "write `else March 1` or `else skip`",
            WantedName::WholeDate => "a whole date belongs here: year, month, day, like `2026-05-01`",
            WantedName::If => "a move is written `if Friday then Thursday before`",
            WantedName::Then => "`or` and another weekday, or `then`, belongs here",
            WantedName::Calendar => {
                "one of `Hebrew`, `Umm al-Qura`, `tabular`, `Persian`, `Ethiopian`, `Coptic`, `Indian national`, `Badi`, \
                 `Bangladesh`, `Julian`; of lunar dates `Chinese`, `Korean`, `Vietnamese`, `Tibetan`"
            }
            WantedName::Anniversary => "write `lunar anniversary of 1995-10-04`",
            WantedName::Of => "`of` and a whole date belong here",
            WantedName::Recurrence => "write `RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=2SU from 1946-11-10`",
            WantedName::DayOfMonth => "the day of the month belongs here",
            WantedName::Parenthesis => "`)` belongs here",
            WantedName::LunarDate => "month and day belong here, like `Chinese 7/15`",
            WantedName::End => "the rule is complete before this",
            WantedName::Meridian => "one of `UTC`, `China`, `Korea`, `Japan`, `Vietnam`",
            WantedName::FromOrOf => "`from` and a date, or `of` and a month, belong here",
            WantedName::OfMonth => "write `last day of February`",
            WantedName::WeekdayOrDay => "a weekday or `day` belongs here",
            WantedName::Sunset => "write `yahrzeit of 1949-11-22 after sunset`",
            WantedName::HebrewYear => "the year of the death belongs here: `yahrzeit of 1 Kislev 5710`",
            WantedName::Target => "`Thursday before`, `Monday after`, `1 day before` or `skip` belongs here",
        }
    }

    /// What a word that is wrong here is called.
    fn noun(self) -> Noun {
        match self {
            WantedName::Weekday | WantedName::WeekdayOrDay => Noun::Weekday,
            WantedName::Month | WantedName::GregorianMonth => Noun::Month,
            WantedName::Calendar => Noun::Calendar,
            _ => Noun::Word,
        }
    }
}

/// What kind of word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    Weekday,
    Month,
    Calendar,
    Feast,
    Word,
}

impl std::fmt::Display for Noun {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Noun::Weekday => "weekday",
            Noun::Month => "month",
            Noun::Calendar => "calendar",
            Noun::Feast => "feast",
            Noun::Word => "word",
        })
    }
}

/// The error for an unknown word, with the nearest known one if any is near.
pub(super) fn unknown(text: &str, key: &Key, span: Range<usize>, wanted: WantedName) -> RuleError {
    if let Some((_, calendars)) = UNKNOWN_MONTHS.iter().find(|(name, _)| *name == key.as_str()) {
        let kind = RuleErrorKind::UnknownCalendar { name: text.to_owned(), calendars };
        return RuleError::new(span, kind);
    }
    let near = nearest(key, wanted);
    let noun = match near {
        Some((_, noun)) if wanted.noun() == Noun::Word => noun,
        _ => wanted.noun(),
    };
    let near = near.map(|(name, _)| name);
    RuleError::new(span, RuleErrorKind::UnknownWord { noun, text: text.to_owned(), near, wanted })
}

/// The known word nearest to a wrong one, as it is usually written, and what kind of word it is.
fn nearest(key: &Key, wanted: WantedName) -> Option<(&'static str, Noun)> {
    let words =
        WORDS.iter().filter_map(|(name, word)| usual(name, *word).map(|(usual, noun)| (*name, usual, noun)));
    // A Bengali month needs its calendar, and is never what a slip in another was meant for.
    let months = MONTHS.iter().filter(|(_, named)| named.calendar != Calendar::Bangladesh);
    let months = months.map(|(name, named)| (*name, named.name(), Noun::Month));
    let calendars = CALENDARS.iter().map(|(name, calendar)| (*name, calendar.name(), Noun::Calendar));
    let feasts = NAMES.iter().map(|(name, date)| (*name, date.name(), Noun::Feast));
    let fits = |noun: Noun| match wanted {
        WantedName::Calendar => noun == Noun::Calendar,
        _ => wanted.noun() == Noun::Word || noun == wanted.noun(),
    };
    let known: Vec<_> = words
        .chain(months.filter(|_| wanted != WantedName::GregorianMonth))
        .chain(calendars.filter(|_| wanted == WantedName::Calendar))
        .chain(feasts)
        .filter(|(.., noun)| fits(*noun))
        .collect();
    let near = text::nearest(key.as_str(), known.iter().map(|(name, ..)| *name))?;
    known.iter().find(|(name, ..)| *name == near).map(|(_, usual, noun)| (*usual, *noun))
}

/// How a known word is written, and its kind.
fn usual(name: &'static str, word: Word) -> Option<(&'static str, Noun)> {
    Some(match word {
        Word::Weekday(weekday) => (weekday_name(weekday), Noun::Weekday),
        Word::Month(month) => (month_name(month), Noun::Month),
        Word::Orthodox => ("Orthodox Easter", Noun::Feast),
        Word::Western => ("Western Easter", Noun::Feast),
        Word::Chinese => ("Chinese", Noun::Calendar),
        Word::Korean => ("Korean", Noun::Calendar),
        Word::Vietnamese => ("Vietnamese", Noun::Calendar),
        Word::Tibetan => ("Tibetan", Noun::Calendar),
        Word::Rrule => ("RRULE", Noun::Word),
        // Too short to be told from a slip in another.
        _ if name.len() < 3 => return None,
        _ => (name, Noun::Word),
    })
}

/// Where else than in Bangladesh a month of this name is known, in calendars that no rule knows.
pub(super) fn bengali_elsewhere(letters: &[u8]) -> &'static [&'static str] {
    match letters {
        b"magh" => &["West Bengal", "Nepal", "Punjab", "the Hindu lunar calendar"],
        b"ashwin" | b"kartik" | b"phalgun" => &["West Bengal", "Nepal", "the Hindu lunar calendar"],
        b"baishakh" | b"falgun" | b"poush" => &["West Bengal", "Nepal"],
        _ => &["West Bengal"],
    }
}

/// Months of calendars that no rule knows, so that none of a calendar with a similar name is offered for them.
#[rustfmt::skip]
const UNKNOWN_MONTHS: &[(&str, &[&str])] = &[
    ("asar", &["Nepali"]),
    ("ashadh", &["Nepali", "Hindu lunar"]),
    ("asoj", &["Nepali"]),
    ("assu", &["Punjabi"]),
    ("baisakh", &["Nepali"]),
    ("bhadon", &["Punjabi"]),
    ("chait", &["Hindu lunar"]),
    ("chet", &["Punjabi"]),
    ("harh", &["Punjabi"]),
    ("jestha", &["Nepali"]),
    ("jeth", &["Nepali", "Punjabi"]),
    ("jyeshth", &["Hindu lunar"]),
    ("katak", &["Punjabi"]),
    ("maghar", &["Punjabi"]),
    ("mangsir", &["Nepali"]),
    ("margashirsh", &["Hindu lunar"]),
    ("paush", &["Hindu lunar"]),
    ("phagun", &["Nepali", "Punjabi"]),
    ("poh", &["Punjabi"]),
    ("push", &["Nepali"]),
    ("saun", &["Nepali"]),
    ("sawan", &["Punjabi"]),
    ("shravan", &["Hindu lunar"]),
    ("shrawan", &["Nepali"]),
    ("vaisakh", &["Punjabi"]),
];
