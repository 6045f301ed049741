//! Words that are not known: what was wanted in their place, and the known word that is nearest.

use super::RuleError;
use super::calendar_names::{CALENDARS, Named};
use super::calendars::Calendar;
use super::elsewhere::{meant_by, unknown_calendars, unknown_months};
use super::error_kind::RuleErrorKind;
use super::lexer::Key;
use super::local_names::local_words;
use super::month_table::MONTHS;
use super::names::NAMES;
use super::parse::try_out;
use super::words::{MONTHS as GREGORIAN, WORDS, Word, month_name, weekday_name};
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
            WantedName::Start => {
                "a rule is like `January 20`, `second Sunday of November` or `27 Nisan`; where none fits, write the date of a year, like `2027-05-01`"
            }
            WantedName::AfterOrdinal => "a weekday, a month, `days` or `weeks` belongs here",
            WantedName::Weekday => "a weekday belongs here",
            WantedName::Month => "a month belongs here",
            WantedName::GregorianMonth => "a month from January to December belongs here",
            WantedName::Unit => "`days` or `weeks` belongs here",
            WantedName::Side => "`before` or `after` belongs here",
            WantedName::OrAfter => "`or after` or `or before` belongs here",
            WantedName::Relation => {
                "`of`, `before`, `after`, `on or before`, `on or after` or `nearest` belongs here"
            }
            WantedName::Easter => "`Easter`, or a day that hangs on it, belongs here",
            WantedName::Instead => "`skip`, or a date that every year has, belongs here, like `else March 1`",
            WantedName::WholeDate => "a whole date belongs here: year, month, day, like `2026-05-01`",
            WantedName::If => "a move is written like `if Friday then Thursday before`",
            WantedName::Then => "`or` and another weekday, or `then`, belongs here",
            WantedName::Calendar => {
                "one of `Hebrew`, `Umm al-Qura`, `tabular`, `Persian`, `Ethiopian`, `Coptic`, `Indian national`, `Badi`, \
                 `Bangladesh`, `Julian`; of lunar dates `Chinese`, `Korean`, `Vietnamese`, `Tibetan`"
            }
            WantedName::Anniversary => "it is written like `lunar anniversary of 1995-10-04`",
            WantedName::Of => "`of` and a whole date belong here",
            WantedName::Recurrence => {
                "it is written like `RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=2SU from 1946-11-10`"
            }
            WantedName::DayOfMonth => "the day of the month belongs here",
            WantedName::Parenthesis => "`)` belongs here",
            WantedName::LunarDate => "month and day belong here, like `Chinese 7/15`",
            WantedName::End => "the rule is complete before this",
            WantedName::Meridian => "one of `UTC`, `China`, `Korea`, `Japan`, `Vietnam`",
            WantedName::FromOrOf => "`from` and a date, or `of` and a month, belong here",
            WantedName::OfMonth => "`of` and a month belong here, like `last day of February`",
            WantedName::WeekdayOrDay => "a weekday or `day` belongs here",
            WantedName::Sunset => "`sunset` belongs here, like `yahrzeit of 1949-11-22 after sunset`",
            WantedName::HebrewYear => "the year of the death belongs here, like `yahrzeit of 1 Kislev 5710`",
            WantedName::Target => "`skip` or a way belongs here, like `Thursday before` or `1 day before`",
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

/// The error for an unknown word, with the nearest known ones if any are near.
pub(super) fn unknown(text: &str, key: &Key, span: Range<usize>, wanted: WantedName) -> RuleError {
    let calendars = unknown_calendars(key.as_str());
    if !calendars.is_empty() {
        let kind = RuleErrorKind::UnknownCalendar { name: text.to_owned(), calendars };
        return RuleError::new(span, kind);
    }
    let near = match meant_by(key.as_str()) {
        [] => nearest(key, wanted),
        phrases => {
            let noun = |phrase: &str| if GREGORIAN.contains(&phrase) { Noun::Month } else { Noun::Feast };
            phrases.iter().map(|phrase| (*phrase, noun(phrase))).collect()
        }
    };
    RuleError::new(span, RuleErrorKind::UnknownWord { text: text.to_owned(), near, wanted })
}

/// What a word that nothing is wanted for is called: by what is nearest, if anything is.
pub(super) fn noun(near: &[(&'static str, Noun)], wanted: WantedName) -> Noun {
    match near {
        [(_, noun), ..] if wanted.noun() == Noun::Word => *noun,
        _ => wanted.noun(),
    }
}

/// The known words nearest to a wrong one, each as it is usually written, and what kind of word it is.
///
/// Empty where the word is as near to a Bengali month or one of a calendar that no rule knows.
fn nearest(key: &Key, wanted: WantedName) -> Vec<(&'static str, Noun)> {
    let words =
        WORDS.iter().filter_map(|(name, word)| usual(name, *word).map(|(usual, noun)| (*name, usual, noun)));
    // Before a feast it is a word of its own.
    let words = words.chain([("orthodox", "Orthodox", Noun::Feast)]);
    let local =
        local_words().filter_map(|(name, word)| usual(name, word).map(|(usual, noun)| (name, usual, noun)));
    // A Bengali month needs its calendar, and is not offered for a slip.
    let usual_month = |named: Named| if named.calendar == Calendar::Bangladesh { "" } else { named.name() };
    let months = MONTHS.iter().map(|(name, named)| (*name, usual_month(*named), Noun::Month));
    let elsewhere = unknown_months().map(|name| (name, "", Noun::Month));
    let calendars = CALENDARS.iter().map(|(name, calendar)| (*name, calendar.name(), Noun::Calendar));
    let feasts = NAMES.iter().map(|(name, date)| (*name, date.name(), Noun::Feast));
    let fits = |noun: Noun| match wanted {
        WantedName::Calendar => noun == Noun::Calendar,
        WantedName::Easter => noun == Noun::Feast,
        _ => wanted.noun() == Noun::Word || noun == wanted.noun(),
    };
    let known: Vec<_> = words
        .chain(local)
        .chain(months.chain(elsewhere).filter(|_| wanted != WantedName::GregorianMonth))
        .chain(calendars.filter(|_| wanted == WantedName::Calendar))
        .chain(feasts)
        .filter(|(.., noun)| fits(*noun))
        .collect();
    let mut near: Vec<(&str, Noun)> = Vec::new();
    for name in text::all_nearest(key.as_str(), known.iter().map(|(name, ..)| *name)) {
        let found = known.iter().filter(|(known, ..)| *known == name).map(|(_, usual, noun)| (*usual, *noun));
        for (usual, noun) in found {
            if !near.iter().any(|(known, _)| *known == usual) {
                near.push((usual, noun));
            }
        }
    }
    if near.iter().any(|(usual, _)| usual.is_empty()) {
        near.clear();
    }
    near
}

/// The most words that are offered for one.
const MOST_OFFERED: usize = 3;

impl RuleError {
    /// Without the words that, in the place of the wrong one, would not help the phrase on.
    pub(super) fn tried_out(mut self, phrase: &str) -> RuleError {
        let RuleErrorKind::UnknownWord { near, .. } = &mut self.kind else { return self };
        let (before, after) = (phrase.get(..self.span.start), phrase.get(self.span.end..));
        let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
        let is_alone = before.trim().is_empty() && after.trim().is_empty();
        // How far the phrase is a rule with it: wholly, up to another mistake, or not at all.
        let tried = near.iter().map(|&one| match try_out(&format!("{before}{}{after}", one.0)) {
            Ok(_) => (0, one),
            Err(error) => match error.kind {
                RuleErrorKind::UnknownWord { .. } if error.span.start >= before.len() + one.0.len() => {
                    (1, one)
                }
                // These say the way out themselves.
                RuleErrorKind::SharedMonth { .. }
                | RuleErrorKind::YearOfDate { .. }
                | RuleErrorKind::NotAGregorianMonth { .. }
                | RuleErrorKind::TwoReadings { .. }
                | RuleErrorKind::WhichCount { .. }
                | RuleErrorKind::WhichWeekday { .. }
                | RuleErrorKind::WeekdayOfFeast { .. }
                | RuleErrorKind::NoSemicolon(_) => (1, one),
                // A word alone may be right, and the rest of the phrase missing.
                RuleErrorKind::EndsEarly(_) | RuleErrorKind::NoDayOfMonth(_) if is_alone => (1, one),
                _ => (2, one),
            },
        });
        let tried: Vec<(u8, (&str, Noun))> = tried.collect();
        let best = tried.iter().map(|(rank, _)| *rank).min();
        *near = tried
            .into_iter()
            .filter(|(rank, _)| *rank < 2 && Some(*rank) == best)
            .map(|(_, one)| one)
            .collect();
        if near.len() > MOST_OFFERED {
            near.clear();
        }
        self
    }
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
        Word::Day => ("days", Noun::Word),
        Word::Week => ("weeks", Noun::Word),
        Word::Months => ("months", Noun::Word),
        Word::Years => ("years", Noun::Word),
        // Too short to be told from a slip in another.
        _ if name.len() < 3 => return None,
        _ => (name, Noun::Word),
    })
}
