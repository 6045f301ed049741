//! Words that are not known: what was wanted in their place, and the known word that is nearest.

use super::RuleError;
use super::calendar_names::CALENDARS;
use super::lexer::Key;
use super::month_table::MONTHS;
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
            WantedName::Easter => "`Easter` belongs here",
            WantedName::Instead => "write `else March 1` or `else skip`",
            WantedName::WholeDate => "a whole date belongs here: year, month, day, like `2026-05-01`",
            WantedName::If => "a move is written `if Friday then Thursday before`",
            WantedName::Then => "`or` and another weekday, or `then`, belongs here",
            WantedName::Calendar => {
                "one of `Hebrew`, `Umm al-Qura`, `tabular`, `Persian`, `Ethiopian`, `Coptic`, `Indian national`"
            }
            WantedName::Anniversary => "write `lunar anniversary of 1995-10-04`",
            WantedName::Of => "`of` and a whole date belong here",
            WantedName::Recurrence => "write `RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=2SU from 1946-11-10`",
            WantedName::Target => "`Thursday before`, `Monday after`, `1 day before` or `skip` belongs here",
        }
    }

    /// What a word that is wrong here is called.
    fn noun(self) -> &'static str {
        match self {
            WantedName::Weekday => "weekday",
            WantedName::Month | WantedName::GregorianMonth => "month",
            WantedName::Calendar => "calendar",
            _ => "word",
        }
    }
}

/// The error for an unknown word, with the nearest known one if any is near.
pub(super) fn unknown(text: &str, key: &Key, span: Range<usize>, wanted: WantedName) -> RuleError {
    let near = nearest(key, wanted);
    let noun = match near {
        Some((_, noun)) if wanted.noun() == "word" => noun,
        _ => wanted.noun(),
    };
    let error = RuleError::new(span, format!("unknown {noun} `{text}`"));
    error.help(match near {
        Some((name, _)) => format!("did you mean `{name}`?"),
        None => wanted.expected().to_owned(),
    })
}

/// The known word nearest to a wrong one, as it is usually written, and what kind of word it is.
fn nearest(key: &Key, wanted: WantedName) -> Option<(&'static str, &'static str)> {
    let words =
        WORDS.iter().filter_map(|(name, word)| usual(name, *word).map(|(usual, noun)| (*name, usual, noun)));
    let months = MONTHS.iter().map(|(name, named)| (*name, named.name(), "month"));
    let calendars = CALENDARS.iter().map(|(name, calendar)| (*name, calendar.name(), "calendar"));
    let fits = |noun: &str| match wanted {
        WantedName::Calendar => noun == "calendar",
        _ => wanted.noun() == "word" || noun == wanted.noun(),
    };
    let known: Vec<_> = words
        .chain(months.filter(|_| wanted != WantedName::GregorianMonth))
        .chain(calendars.filter(|_| wanted == WantedName::Calendar))
        .filter(|(.., noun)| fits(noun))
        .collect();
    let near = text::nearest(key.as_str(), known.iter().map(|(name, ..)| *name))?;
    known.iter().find(|(name, ..)| *name == near).map(|(_, usual, noun)| (*usual, *noun))
}

/// How a known word is written, and its kind.
fn usual(name: &'static str, word: Word) -> Option<(&'static str, &'static str)> {
    Some(match word {
        Word::Weekday(weekday) => (weekday_name(weekday), "weekday"),
        Word::Month(month) => (month_name(month), "month"),
        Word::Feast(feast) => (feast.name(), "feast"),
        Word::Orthodox => ("Orthodox Easter", "feast"),
        Word::Western => ("Easter", "feast"),
        Word::Chinese => ("Chinese", "calendar"),
        Word::Korean => ("Korean", "calendar"),
        Word::Rrule => ("RRULE", "word"),
        // Too short to be told from a slip in another.
        _ if name.len() < 3 => return None,
        _ => (name, "word"),
    })
}
