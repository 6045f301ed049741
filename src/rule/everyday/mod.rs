//! Dates as people say them, which no rule is written like: `martın ikinci bazarı`, `9 дней после Пасхи`, `every January 20`,
//! `Saturday, January 20, 1990`, `19-20 January`.
//!
//! They are turned into phrases, which are offered where the sentence is refused and taken by commands that show what they wrote.

//!
//! - `words`: the words of four languages; `pieces`: a sentence as pieces in English; `order`: pieces as phrases; `often`: what
//!   comes more than once a year; `aside`: what a rule has elsewhere, or not at all

mod aside;
mod often;
mod order;
mod pieces;
mod words;

use super::lexer::Key;
use aside::aside;
use often::more_than_yearly;
use order::{dates, one_date};
use pieces::{SentencePiece, pieces};
use words::Role::{self, After, Before, Filler, Number, Unit};
use words::everyday;

/// What a sentence means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Everyday {
    /// One phrase, or one for each way to read it.
    Phrases(Vec<String>),
    /// Several dates, a phrase each.
    Dates(Vec<String>),
    /// Days counted from a death whose date is not said.
    OfDeath,
    /// A day that only a clock knows.
    OfToday,
    /// Days counted from nothing that is said.
    OfNothing,
    /// A day of each week or month, and the rule of iCalendar that is nearest.
    MoreThanYearly(String),
    /// The phrase of a date with an hour.
    WithHour(String),
    /// A year of two digits behind a date.
    ShortYear(String),
    /// A day by another calendar, and the Gregorian year in which it was.
    YearOf { yearly: String, event: i32 },
    /// A day that no rule reckons, and what it goes by.
    GoesBy { name: String, by: &'static str },
}

/// The longest sentence that is looked at, in words.
const LONGEST: usize = 14;

/// What a phrase that is no rule means, if that is plain.
pub(super) fn meaning(sentence: &str) -> Option<Everyday> {
    let spaced = sentence
        .replace([',', ';', '–', '—', '&'], " , ")
        .replace(['(', ')'], " ")
        .replace(" d'", " ")
        .replace(" l'", " ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    if words.len() > LONGEST {
        return None;
    }
    if let Some(rule) = more_than_yearly(&words) {
        return Some(Everyday::MoreThanYearly(rule));
    }
    if let Some(pieces) = pieces(&words) {
        if let Some(phrases) = one_date(&pieces) {
            return Some(Everyday::Phrases(phrases));
        }
        if let Some(dates) = dates(&pieces) {
            return Some(Everyday::Dates(dates));
        }
        let counts =
            |piece: &SentencePiece| [Number, Unit, After, Before, Filler].iter().any(|role| piece.is(*role));
        if pieces.iter().all(counts) && pieces.iter().any(|piece| piece.is(Unit)) {
            return Some(Everyday::OfNothing);
        }
    }
    if let Some(meaning) = aside(sentence, &words) {
        return Some(meaning);
    }
    let role = |word: &&str| everyday(Key::of(word).as_bytes()).map(|(role, _)| role);
    let roles: Vec<Role> = words.iter().filter_map(role).collect();
    let has_year = words.iter().any(|word| word.bytes().filter(u8::is_ascii_digit).count() >= 4);
    if roles.contains(&Role::Death) && roles.contains(&Unit) && !has_year {
        return Some(Everyday::OfDeath);
    }
    let is_today = everyday(Key::of(&words.concat()).as_bytes()).is_some_and(|(role, _)| role == Role::Today);
    is_today.then_some(Everyday::OfToday)
}

#[cfg(test)]
mod tests;
