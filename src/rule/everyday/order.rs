//! From pieces in the order of their language to phrases.

use super::super::Anchor;
use super::super::parse::parse_in;
use super::super::words::{ordinal, weekday_name};
use super::pieces::SentencePieceKind::{self, Comma, Month, Other, Role as Is, Weekday, Year};
use super::pieces::{OF_THE_YEAR, SentencePiece};
use super::words::Role::{
    self, After, Before, Between, Feast, Filler, From, Last, Number, Ordinal, Rite, Unit,
};
use chrono::Datelike;

/// The phrases of one date, if these pieces are one.
pub(super) fn one_date(pieces: &[SentencePiece]) -> Option<Vec<String>> {
    // `on January 20`, `anniversary of January 20, 1990`
    let leads =
        |piece: &&SentencePiece| piece.kind == Other && matches!(piece.text.as_str(), "of" | "on" | "On");
    if let Some(phrase) = day_of_year(pieces) {
        return accepted(&phrase);
    }
    let says = |piece: &&SentencePiece| !piece.is(Filler) && !piece.is(Role::Death);
    let pieces: Vec<&SentencePiece> = pieces.iter().filter(says).skip_while(leads).collect();
    if let Some(phrases) = ordered(&pieces).and_then(|phrase| accepted(&phrase)) {
        return Some(phrases);
    }
    // A name that has several meanings.
    if let Some(at) = pieces.iter().position(|piece| piece.text.contains('|')) {
        let each = |name: &str| {
            let name = SentencePiece::new(Is(Feast), name);
            let mut pieces = pieces.clone();
            *pieces.get_mut(at)? = &name;
            Some(parse_in(&ordered(&pieces)?, &[]).ok()?.to_string())
        };
        return pieces[at].text.split('|').map(each).collect();
    }
    // `Saturday, January 20, 1990`, if it was one.
    let (said, date) = match pieces.as_slice() {
        [said, date @ ..] if said.kind == Weekday => (said, date),
        [date @ .., said] if said.kind == Weekday => (said, date),
        _ => return None,
    };
    let date: Vec<&SentencePiece> = date.iter().copied().filter(|piece| piece.kind != Comma).collect();
    let phrases = accepted(&ordered(&date)?)?;
    let anchor = parse_in(phrases.first()?, &[]).ok()?.anchor;
    let is_right = matches!(anchor, Anchor::Once(date) if weekday_name(date.weekday()) == said.text);
    is_right.then_some(phrases)
}

/// `100th day of the year`
fn day_of_year(pieces: &[SentencePiece]) -> Option<String> {
    let is_said = |piece: &&SentencePiece| !piece.is(Filler) || piece.text == OF_THE_YEAR;
    let said: Vec<&SentencePiece> = pieces.iter().filter(is_said).collect();
    let [nth, day, of, year] = said.as_slice() else { return None };
    let is_day_of_year = nth.is(Ordinal) && day.text == "day" && of.text == "of" && year.text == OF_THE_YEAR;
    let n = (2..=365).find(|n| is_day_of_year && nth.text == ordinal(*n))?;
    Some(format!("{} days after January 1", n - 1))
}

/// The phrase, if it is a rule; both, if it can be read two ways.
fn accepted(phrase: &str) -> Option<Vec<String>> {
    match parse_in(phrase, &[]) {
        Ok(rule) => Some(vec![rule.to_string()]),
        Err(error) => Some(error.ways()).filter(|ways| !ways.is_empty()),
    }
}

/// The texts of pieces with spaces between.
fn joined(pieces: &[&SentencePiece]) -> String {
    let texts = pieces.iter().map(|piece| piece.text.as_str()).filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join(" ")
}

/// The pieces in the order of English.
fn ordered(pieces: &[&SentencePiece]) -> Option<String> {
    let kinds: Vec<SentencePieceKind> = pieces.iter().map(|piece| piece.kind).collect();
    let text = |at: usize| pieces.get(at).map_or("", |piece| piece.text.as_str());
    let rest = |from: usize| ordered(pieces.get(from..)?);
    let (before_three, last_three) = pieces.split_at(pieces.len().saturating_sub(3));
    Some(match kinds.as_slice() {
        [Year, Is(Number | Ordinal), Month] | [Year, Month, Is(Number | Ordinal)] => {
            format!("{} {} {}", text(1), text(2), text(0))
        }
        [Month, Is(Ordinal | Last), Weekday] | [Month, Is(Ordinal | Last), Weekday, Is(Unit)] => {
            format!("{} {} of {}", text(1), text(2), text(0))
        }
        [Is(Ordinal | Last), Weekday, Month] => format!("{} {} of {}", text(0), text(1), text(2)),
        [Is(Ordinal), Is(Unit), Month] if text(1).starts_with("day") => format!("{} {}", text(0), text(2)),
        [Month, Is(Ordinal), Is(Unit)] if text(2).starts_with("day") => format!("{} {}", text(1), text(0)),
        [Month, Is(Last), Is(Unit)] if text(2).starts_with("day") => format!("last day of {}", text(0)),
        [Is(Last), Is(Unit), Month] if text(1).starts_with("day") => format!("last day of {}", text(2)),
        // `католическая Пасха`
        [.., Is(Rite), Is(Feast)] => {
            let (before, named) = pieces.split_at(pieces.len() - 2);
            let feast = named[1].text.split('|').next()?.trim_start_matches("Orthodox ");
            let rite = if named[0].text == "Orthodox" { "Orthodox " } else { "" };
            [joined(before), format!("{rite}{feast}")].join(" ")
        }
        [Is(Role::Yahrzeit), Other, ..] if text(1).eq_ignore_ascii_case("of") => {
            format!("yahrzeit of {}", rest(2)?)
        }
        [Is(Role::Yahrzeit), _, ..] => format!("yahrzeit of {}", rest(1)?),
        // `40 gün sonra` and `sonrakı ikinci bazar` behind their date
        [_, .., Is(Number), Is(Unit), Is(After | Before)] => {
            format!("{} {}", joined(last_three), ordered(before_three)?)
        }
        [_, .., Is(After | Before), Weekday] => {
            let (date, [side, weekday]) = pieces.split_last_chunk()?;
            format!("{} {} {}", weekday.text, side.text, ordered(date)?)
        }
        [_, .., Is(After | Before), Is(Ordinal), Weekday] => {
            let [side, nth, weekday] = last_three else { return None };
            format!("{} {} {} {}", nth.text, weekday.text, side.text, ordered(before_three)?)
        }
        [Is(Ordinal), Is(Unit), Is(After | From), ..] if text(1).starts_with("day") => {
            format!("{} day {} {}", text(0), text(2), rest(3)?)
        }
        // `9 день после` is the ninth.
        [Is(Number), Is(Unit), Is(After | From), ..] if text(1) == "day" && text(0) != "1" => {
            format!("{} day {} {}", ordinal(text(0).parse().ok()?), text(2), rest(3)?)
        }
        [Is(Number), Is(Unit), Is(After | Before), ..] => format!("{} {}", joined(&pieces[..3]), rest(3)?),
        [Is(Number), Is(After | Before), ..] => format!("{} days {} {}", text(0), text(1), rest(2)?),
        [Is(Unit), Is(After | Before), ..] => format!("{} {}", joined(&pieces[..2]), rest(2)?),
        _ => joined(pieces),
    })
}

/// A phrase for each of two dates, if these pieces are two.
pub(super) fn dates(pieces: &[SentencePiece]) -> Option<Vec<String>> {
    let at = pieces.iter().position(|piece| piece.kind == Comma || piece.is(Between))?;
    // `from January 19 to 20`
    let part = |part: &[SentencePiece]| -> Vec<SentencePiece> {
        let says = |piece: &&SentencePiece| !piece.is(From) && !piece.is(Filler) && piece.text != "of";
        part.iter().filter(says).cloned().collect()
    };
    let (first, second) = (part(pieces.get(..at)?), part(pieces.get(at + 1..)?));
    let month = |part: &[SentencePiece]| part.iter().find(|piece| piece.kind == Month).cloned();
    let phrase = |part: &[SentencePiece], other: Option<SentencePiece>| {
        let mut whole: Vec<&SentencePiece> = part.iter().collect();
        if let ([one], Some(month)) = (part, other.as_ref())
            && one.is(Number)
        {
            whole.push(month);
        }
        Some(parse_in(&ordered(&whole)?, &[]).ok()?.to_string())
    };
    let (first, second) = (phrase(&first, month(&second))?, phrase(&second, month(&first))?);
    (first != second).then(|| vec![first, second])
}
