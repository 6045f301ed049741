//! Dates as people say them, which no rule is written like: `martın ikinci bazarı`, `9 дней после Пасхи`, `every January 20`,
//! `Saturday, January 20, 1990`, `19-20 January`.
//!
//! They are turned into phrases, which are offered where the sentence is refused and taken by commands that show what they wrote.

//!
//! - `words`: the words of four languages; `pieces`: a sentence as pieces in English; `order`: pieces as phrases; `often`: what
//!   comes more or less than once a year; `aside`: what a rule has elsewhere, or not at all; `forms`: forms of other calendars
//!   and laws; `chinese`: dates in Chinese characters

mod aside;
mod chinese;
mod forms;
mod often;
mod order;
mod pieces;
mod words;

use super::lexer::Key;
use aside::aside;
use forms::form;
use often::not_yearly;
use order::{dates, one_date};
use pieces::{SentencePiece, SentencePieceKind, pieces};
use words::Role::{self, After, Before, Filler, Number, Ordinal, Unit};
use words::{everyday, is_one_of, weekday};

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
    /// A day of each week or month, or of some years, and the rule of iCalendar that is nearest.
    NotYearly(String),
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
    // `Троицкая родительская суббота` is the Saturday that it is without that word.
    let is_said = |(at, word): &(usize, &str)| *at == 0 || !is_one_of(word, &["родительская"]);
    let words: Vec<&str> =
        spaced.split_whitespace().enumerate().filter(is_said).map(|(_, word)| word).collect();
    if words.len() > LONGEST {
        return None;
    }
    if let Some(rule) = not_yearly(&words) {
        return Some(Everyday::NotYearly(rule));
    }
    if let Some(phrases) = chinese::phrases(sentence) {
        return Some(Everyday::Phrases(phrases));
    }
    if let Some(meaning) = form(&words) {
        return Some(meaning);
    }
    let role = |word: &&str| everyday(Key::of(word).as_bytes()).map(|(role, _)| role);
    let roles: Vec<Role> = words.iter().filter_map(role).collect();
    if is_of_today(&words, &roles) {
        return Some(Everyday::OfToday);
    }
    if let Some(pieces) = pieces(&words) {
        if let Some(phrases) = one_date(&pieces) {
            return Some(Everyday::Phrases(phrases));
        }
        if let Some(dates) = dates(&pieces) {
            return Some(Everyday::Dates(dates));
        }
        let counts = |piece: &SentencePiece| {
            let is_on = piece.kind == SentencePieceKind::Other && piece.text.eq_ignore_ascii_case("on");
            is_on || [Number, Ordinal, Unit, After, Before, Filler].iter().any(|role| piece.is(*role))
        };
        if pieces.iter().all(counts) && pieces.iter().any(|piece| piece.is(Unit)) {
            return Some(Everyday::OfNothing);
        }
    }
    if let Some(meaning) = aside(sentence, &words) {
        return Some(meaning);
    }
    let has_year = words.iter().any(|word| word.bytes().filter(u8::is_ascii_digit).count() >= 4);
    let is_of_death = roles.contains(&Role::Death) && roles.contains(&Unit) && !has_year;
    is_of_death.then_some(Everyday::OfDeath)
}

/// Whether only a clock knows the day: `tomorrow`, `next Friday`, `in 3 weeks`, `3 weeks from today`.
fn is_of_today(words: &[&str], roles: &[Role]) -> bool {
    const NEXT: [&str; 9] =
        ["next", "this", "coming", "gələn", "gelecek", "следующий", "следующая", "следующее", "следующую"];
    const IN: [&str; 2] = ["in", "через"];
    let is_all = everyday(Key::of(&words.concat()).as_bytes()).is_some_and(|(role, _)| role == Role::Today);
    let is_counted = |words: &[&str], more: &[Role]| {
        let is_number = |word: &&str| word.parse::<u16>().is_ok();
        let counts = |role: Role| matches!(role, Number | Unit | Role::Year) || more.contains(&role);
        let is_count = |word: &&str| everyday(Key::of(word).as_bytes()).is_some_and(|(role, _)| counts(role));
        roles.contains(&Unit) && words.iter().all(|word| is_number(word) || is_count(word))
    };
    is_all
        || match words {
            [next, rest @ ..] if is_one_of(next, &NEXT) => {
                let rest = rest.concat();
                let role = everyday(Key::of(&rest).as_bytes()).map(|(role, _)| role);
                weekday(Key::of(&rest).as_bytes()).is_some() || matches!(role, Some(Unit | Role::Year))
            }
            [first, rest @ ..] if is_one_of(first, &IN) => is_counted(rest, &[]),
            [rest @ .., today] => {
                is_one_of(today, &["today", "now", "bugün", "indi", "сегодня"])
                    && is_counted(rest, &[After, Role::From])
            }
            [] => false,
        }
}

#[cfg(test)]
mod tests;
