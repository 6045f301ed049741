//! The words and numbers of a sentence, in English.

use super::super::calendar_names::months;
use super::super::elsewhere::meant_by;
use super::super::lexer::Key;
use super::super::words::{Word, month_name, ordinal, weekday_name, word};
use super::words::{NumberEnding, Role, everyday, number_ending, stem, weekday};

/// A word or a number of a sentence, in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SentencePiece {
    pub(super) kind: SentencePieceKind,
    pub(super) text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SentencePieceKind {
    Role(Role),
    Month,
    Weekday,
    /// A number of four digits.
    Year,
    /// A date in numbers.
    Date,
    Comma,
    /// Another word of rules.
    Other,
}

use Role::{After, Before, Filler, Number, Ordinal, Unit};
use SentencePieceKind::{Comma, Date, Month, Other, Role as Is, Weekday, Year};

impl SentencePiece {
    pub(super) fn new(kind: SentencePieceKind, text: impl Into<String>) -> SentencePiece {
        SentencePiece { kind, text: text.into() }
    }

    pub(super) fn is(&self, role: Role) -> bool {
        self.kind == Is(role)
    }
}

/// The most words that a name has: `Day of the Dead`.
const LONGEST_NAME: usize = 4;

/// The pieces of a sentence; `None` where a word is not known.
pub(super) fn pieces(words: &[&str]) -> Option<Vec<SentencePiece>> {
    let mut pieces: Vec<SentencePiece> = Vec::new();
    let mut rest = words;
    while let Some((first, others)) = rest.split_first() {
        // Names of several words go before those of one: `bazar ertəsi`.
        let several = (2..=LONGEST_NAME.min(rest.len())).rev().find_map(|count| {
            let (name, others) = rest.split_at(count);
            let is_name = name.iter().all(|word| word.chars().any(char::is_alphabetic));
            is_name.then(|| name.concat().replace('.', "")).and_then(|name| Some((of_name(&name)?, others)))
        });
        if let Some((piece, others)) = several {
            pieces.push(piece);
            rest = others;
            continue;
        }
        let is_number = |word: &&str| number(Key::of(word).as_bytes()).is_some();
        if *first == "," {
            pieces.push(SentencePiece::new(Comma, ""));
        } else if first.eq_ignore_ascii_case("on") && others.first().is_some_and(is_number) {
            // Ten, in Azerbaijani and Turkish.
            pieces.push(SentencePiece::new(Is(Number), "10"));
        } else if first.starts_with(|letter: char| letter.is_ascii_digit()) {
            pieces.extend(of_number(first)?);
        } else {
            pieces.push(of_word(first)?);
        }
        rest = others;
    }
    Some(with_years(with_tens(pieces)))
}

/// Twenty and five are one number.
fn with_tens(pieces: Vec<SentencePiece>) -> Vec<SentencePiece> {
    let mut whole: Vec<SentencePiece> = Vec::new();
    for piece in pieces {
        let ones = match piece.kind {
            Is(Number) => (1..10).find(|n| n.to_string() == piece.text),
            Is(Ordinal) => (1..10).find(|n| ordinal(*n) == piece.text),
            _ => None,
        };
        let tens = whole.last().filter(|last| last.is(Number)).and_then(|last| last.text.parse::<u32>().ok());
        match (tens.filter(|tens| tens % 10 == 0 && *tens < 100), ones) {
            (Some(tens), Some(ones)) => {
                whole.pop();
                let both = tens + ones;
                let text = if piece.is(Ordinal) { ordinal(both) } else { both.to_string() };
                whole.push(SentencePiece::new(piece.kind, text));
            }
            _ => whole.push(piece),
        }
    }
    whole
}

/// The text of a year that is no number's: `100th day of the year`.
pub(super) const OF_THE_YEAR: &str = "year";

/// The year of `1990-cı il` says nothing new, that of `bir il sonra` is counted, and that of `год после` is one.
fn with_years(mut pieces: Vec<SentencePiece>) -> Vec<SentencePiece> {
    for at in 0..pieces.len() {
        let before = at.checked_sub(1).and_then(|before| pieces.get(before)).map(|piece| piece.kind);
        let is_counted = pieces.get(at + 1).is_some_and(|next| next.is(After) || next.is(Before));
        if pieces[at].is(Role::Year) {
            pieces[at] = match before {
                Some(Is(Number)) => SentencePiece::new(Is(Unit), "years"),
                Some(Year) => SentencePiece::new(Is(Filler), ""),
                _ if is_counted => SentencePiece::new(Is(Unit), "1 year"),
                _ => SentencePiece::new(Is(Filler), OF_THE_YEAR),
            };
        }
    }
    pieces
}

/// The pieces of a word that begins with a digit: `20-si`, `1990-cı`, `2026-11-01-dən`, `19-20`, `19900120`.
fn of_number(text: &str) -> Option<Vec<SentencePiece>> {
    let end = text.rfind(|letter: char| letter.is_ascii_digit())? + 1;
    let (digits, ending) = text.split_at(end);
    let ending = ending.trim_start_matches(['-', '’', '\'', '.']).trim_end_matches('.');
    let ending = match ending {
        "" => NumberEnding::Nothing,
        ending => number_ending(Key::of(ending).as_bytes())?,
    };
    if digits.bytes().all(|letter| letter.is_ascii_digit()) {
        return Some(vec![match (digits.len(), ending) {
            (4, _) => SentencePiece::new(Year, digits),
            (8, _) => {
                SentencePiece::new(Date, format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]))
            }
            (_, NumberEnding::Ordinal) => SentencePiece::new(Is(Ordinal), ordinal(digits.parse().ok()?)),
            _ => SentencePiece::new(Is(Number), digits),
        }]);
    }
    if !digits.bytes().all(|letter| letter.is_ascii_digit() || matches!(letter, b'-' | b'.' | b'/')) {
        return None;
    }
    Some(match digits.split_once(['-', '/']) {
        // Two days of one month.
        Some((first, second)) if first.len() < 3 && second.len() < 3 => {
            vec![
                SentencePiece::new(Is(Number), first),
                SentencePiece::new(Comma, ""),
                SentencePiece::new(Is(Number), second),
            ]
        }
        _ => vec![SentencePiece::new(Date, digits)],
    })
}

/// The piece of a name of several words, written as one.
fn of_name(name: &str) -> Option<SentencePiece> {
    let key = Key::of(name);
    let letters = key.as_bytes();
    weekday(letters)
        .map(|name| SentencePiece::new(Weekday, name))
        .or_else(|| everyday(letters).map(|(role, english)| SentencePiece::new(Is(role), english)))
}

/// The number of a word, which may have an ending: `iyirmi`, `iyirmisi`.
fn number(letters: &[u8]) -> Option<&'static str> {
    let exactly =
        |letters: &[u8]| everyday(letters).filter(|(role, _)| *role == Number).map(|(_, number)| number);
    let endings: [&[u8]; 4] = [b"si", b"su", b"i", b"u"];
    exactly(letters).or_else(|| endings.iter().find_map(|ending| exactly(letters.strip_suffix(*ending)?)))
}

/// The piece of a word of letters.
fn of_word(text: &str) -> Option<SentencePiece> {
    let key = Key::of(text.trim_end_matches('.'));
    let letters = key.as_bytes();
    if let Some(english) = stem(letters) {
        return Some(SentencePiece::new(if english.ends_with("day") { Weekday } else { Month }, english));
    }
    if let Some((role, english)) = everyday(letters) {
        return Some(SentencePiece::new(Is(role), english));
    }
    if let Some(number) = number(letters) {
        return Some(SentencePiece::new(Is(Number), number));
    }
    match word(letters) {
        Some(Word::Month(month)) => return Some(SentencePiece::new(Month, month_name(month))),
        Some(Word::Weekday(weekday)) => return Some(SentencePiece::new(Weekday, weekday_name(weekday))),
        Some(_) => return Some(SentencePiece::new(Other, text)),
        None => {}
    }
    if let phrases @ [_, ..] = meant_by(key.as_str()) {
        return Some(SentencePiece::new(Is(Role::Feast), phrases.join("|")));
    }
    // Months of other calendars have an ending in Russian: `9 ава`.
    let is_cyrillic = text.chars().any(|letter| matches!(letter, 'а'..='я'));
    let stem = letters.strip_suffix(b"a").filter(|_| is_cyrillic);
    let known = [Some(letters), stem].into_iter().flatten().find_map(|letters| match months(letters) {
        [(_, named), ..] => Some(named.name()),
        [] => None,
    })?;
    Some(SentencePiece::new(Month, known))
}
