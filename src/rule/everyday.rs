//! Dates as people say them, which no rule is written like: `martın ikinci bazarı`, `9 дней после Пасхи`, `every January 20`,
//! `Saturday, January 20, 1990`, `19-20 January`.
//!
//! They are turned into phrases, which are offered where the sentence is refused and taken by commands that show what they wrote.

use super::Anchor;
use super::calendar_names::months;
use super::everyday_words::{NumberEnding, Role, everyday, number_ending, stem};
use super::lexer::Key;
use super::often::more_than_yearly;
use super::parse::parse_in;
use super::words::{Word, month_name, ordinal, weekday_name, word};
use chrono::Datelike;

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
}

/// A word or a number of a sentence, in English.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    kind: PieceKind,
    text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PieceKind {
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

use PieceKind::{Comma, Date, Month, Other, Role as Is, Weekday, Year};
use Role::{After, Before, Between, Feast, Filler, From, Last, Number, Ordinal, Rite, Unit};

/// The longest sentence that is looked at, in words.
const LONGEST: usize = 14;

/// The most words that a name has: `Old New Year`.
const LONGEST_NAME: usize = 3;

/// What a phrase that is no rule means, if that is plain.
pub(super) fn meaning(sentence: &str) -> Option<Everyday> {
    let spaced = sentence.replace([',', ';', '–', '—', '&'], " , ").replace(['(', ')'], " ");
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
        let counts = |piece: &Piece| [Number, Unit, After, Before, Filler].iter().any(|role| piece.is(*role));
        if pieces.iter().all(counts) && pieces.iter().any(|piece| piece.is(Unit)) {
            return Some(Everyday::OfNothing);
        }
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

impl Piece {
    fn new(kind: PieceKind, text: impl Into<String>) -> Piece {
        Piece { kind, text: text.into() }
    }

    fn is(&self, role: Role) -> bool {
        self.kind == Is(role)
    }
}

/// The pieces of a sentence; `None` where a word is not known.
fn pieces(words: &[&str]) -> Option<Vec<Piece>> {
    let mut pieces: Vec<Piece> = Vec::new();
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
        let is_number =
            |word: &&str| everyday(Key::of(word).as_bytes()).is_some_and(|(role, _)| role == Number);
        if *first == "," {
            pieces.push(Piece::new(Comma, ""));
        } else if first.eq_ignore_ascii_case("on") && others.first().is_some_and(is_number) {
            // Ten, in Azerbaijani and Turkish.
            pieces.push(Piece::new(Is(Number), "10"));
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
fn with_tens(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut whole: Vec<Piece> = Vec::new();
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
                whole.push(Piece::new(piece.kind, text));
            }
            _ => whole.push(piece),
        }
    }
    whole
}

/// The year of `1990-cı il` says nothing new, that of `bir il sonra` is counted, and that of `год после` is one.
fn with_years(mut pieces: Vec<Piece>) -> Vec<Piece> {
    for at in 0..pieces.len() {
        let before = at.checked_sub(1).and_then(|before| pieces.get(before)).map(|piece| piece.kind);
        let is_counted = pieces.get(at + 1).is_some_and(|next| next.is(After) || next.is(Before));
        if pieces[at].is(Role::Year) {
            pieces[at] = match before {
                Some(Is(Number)) => Piece::new(Is(Unit), "years"),
                Some(Year) => Piece::new(Is(Filler), ""),
                _ if is_counted => Piece::new(Is(Unit), "1 year"),
                _ => Piece::new(Is(Filler), ""),
            };
        }
    }
    pieces
}

/// The pieces of a word that begins with a digit: `20-si`, `1990-cı`, `2026-11-01-dən`, `19-20`, `19900120`.
fn of_number(text: &str) -> Option<Vec<Piece>> {
    let end = text.rfind(|letter: char| letter.is_ascii_digit())? + 1;
    let (digits, ending) = text.split_at(end);
    let ending = ending.trim_start_matches(['-', '’', '\'', '.']).trim_end_matches('.');
    let ending = match ending {
        "" => NumberEnding::Nothing,
        ending => number_ending(Key::of(ending).as_bytes())?,
    };
    if digits.bytes().all(|letter| letter.is_ascii_digit()) {
        return Some(vec![match (digits.len(), ending) {
            (4, _) => Piece::new(Year, digits),
            (8, _) => Piece::new(Date, format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..])),
            (_, NumberEnding::Ordinal) => Piece::new(Is(Ordinal), ordinal(digits.parse().ok()?)),
            _ => Piece::new(Is(Number), digits),
        }]);
    }
    if !digits.bytes().all(|letter| letter.is_ascii_digit() || matches!(letter, b'-' | b'.' | b'/')) {
        return None;
    }
    Some(match digits.split_once(['-', '/']) {
        // Two days of one month.
        Some((first, second)) if first.len() < 3 && second.len() < 3 => {
            vec![Piece::new(Is(Number), first), Piece::new(Comma, ""), Piece::new(Is(Number), second)]
        }
        _ => vec![Piece::new(Date, digits)],
    })
}

/// The piece of a name of several words, written as one.
fn of_name(name: &str) -> Option<Piece> {
    let key = Key::of(name);
    let letters = key.as_bytes();
    let weekday = stem(letters).filter(|english| english.ends_with("day"));
    let weekday = weekday.or_else(|| match word(letters) {
        Some(Word::Weekday(weekday)) => Some(weekday_name(weekday)),
        _ => None,
    });
    weekday
        .map(|name| Piece::new(Weekday, name))
        .or_else(|| everyday(letters).map(|(role, english)| Piece::new(Is(role), english)))
}

/// The piece of a word of letters.
fn of_word(text: &str) -> Option<Piece> {
    let key = Key::of(text.trim_end_matches('.'));
    let letters = key.as_bytes();
    if let Some(english) = stem(letters) {
        return Some(Piece::new(if english.ends_with("day") { Weekday } else { Month }, english));
    }
    if let Some((role, english)) = everyday(letters) {
        return Some(Piece::new(Is(role), english));
    }
    match word(letters) {
        Some(Word::Month(month)) => return Some(Piece::new(Month, month_name(month))),
        Some(Word::Weekday(weekday)) => return Some(Piece::new(Weekday, weekday_name(weekday))),
        Some(_) => return Some(Piece::new(Other, text)),
        None => {}
    }
    // Months of other calendars have an ending in Russian: `9 ава`.
    let is_cyrillic = text.chars().any(|letter| matches!(letter, 'а'..='я'));
    let stem = letters.strip_suffix(b"a").filter(|_| is_cyrillic);
    let known = [Some(letters), stem].into_iter().flatten().find_map(|letters| match months(letters) {
        [(_, named), ..] => Some(named.name()),
        [] => None,
    })?;
    Some(Piece::new(Month, known))
}

/// The phrases of one date, if these pieces are one.
fn one_date(pieces: &[Piece]) -> Option<Vec<String>> {
    // `on January 20`, `anniversary of January 20, 1990`
    let leads = |piece: &&Piece| piece.kind == Other && matches!(piece.text.as_str(), "of" | "on" | "On");
    let says = |piece: &&Piece| !piece.is(Filler) && !piece.is(Role::Death);
    let pieces: Vec<&Piece> = pieces.iter().filter(says).skip_while(leads).collect();
    if let Some(phrases) = ordered(&pieces).and_then(|phrase| accepted(&phrase)) {
        return Some(phrases);
    }
    // A name that has several meanings.
    if let Some(at) = pieces.iter().position(|piece| piece.text.contains('|')) {
        let each = |name: &str| {
            let name = Piece::new(Is(Feast), name);
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
    let date: Vec<&Piece> = date.iter().copied().filter(|piece| piece.kind != Comma).collect();
    let phrases = accepted(&ordered(&date)?)?;
    let anchor = parse_in(phrases.first()?, &[]).ok()?.anchor;
    let is_right = matches!(anchor, Anchor::Once(date) if weekday_name(date.weekday()) == said.text);
    is_right.then_some(phrases)
}

/// The phrase, if it is a rule; both, if it can be read two ways.
fn accepted(phrase: &str) -> Option<Vec<String>> {
    match parse_in(phrase, &[]) {
        Ok(rule) => Some(vec![rule.to_string()]),
        Err(error) => Some(error.ways()).filter(|ways| !ways.is_empty()),
    }
}

/// The texts of pieces with spaces between.
fn joined(pieces: &[&Piece]) -> String {
    let texts = pieces.iter().map(|piece| piece.text.as_str()).filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join(" ")
}

/// The pieces in the order of English.
fn ordered(pieces: &[&Piece]) -> Option<String> {
    let kinds: Vec<PieceKind> = pieces.iter().map(|piece| piece.kind).collect();
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
        [Is(Unit), Is(After | Before), ..] => format!("{} {}", joined(&pieces[..2]), rest(2)?),
        _ => joined(pieces),
    })
}

/// A phrase for each of two dates, if these pieces are two.
fn dates(pieces: &[Piece]) -> Option<Vec<String>> {
    let at = pieces.iter().position(|piece| piece.kind == Comma || piece.is(Between))?;
    // `from January 19 to 20`
    let part = |part: &[Piece]| -> Vec<Piece> {
        let says = |piece: &&Piece| !piece.is(From) && !piece.is(Filler) && piece.text != "of";
        part.iter().filter(says).cloned().collect()
    };
    let (first, second) = (part(pieces.get(..at)?), part(pieces.get(at + 1..)?));
    let month = |part: &[Piece]| part.iter().find(|piece| piece.kind == Month).cloned();
    let phrase = |part: &[Piece], other: Option<Piece>| {
        let mut whole: Vec<&Piece> = part.iter().collect();
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

#[cfg(test)]
mod tests {
    use super::*;

    fn phrases(sentence: &str) -> Vec<String> {
        match meaning(sentence) {
            Some(Everyday::Phrases(phrases)) => phrases,
            _ => Vec::new(),
        }
    }

    #[test]
    fn a_date_as_people_say_it_is_the_phrase_for_it() {
        let table = [
            ("every January 20", "January 20"),
            ("on 20 January 1990", "1990-01-20"),
            ("Saturday, January 20, 1990", "1990-01-20"),
            ("19900120", "1990-01-20"),
            ("anniversary of January 20, 1990", "1990-01-20"),
            ("yahrzeit for January 20 1990", "yahrzeit of 1990-01-20"),
            ("yanvarın 20-si", "January 20"),
            ("1990-cı il 20 yanvar", "1990-01-20"),
            ("hər il yanvarın 20-də", "January 20"),
            ("martın ikinci bazarı", "second Sunday of March"),
            ("mayın son bazar ertəsi", "last Monday of May"),
            ("fevralın son günü", "last day of February"),
            ("1 noyabr 2026-dan 40 gün sonra", "40 days after 2026-11-01"),
            ("1 noyabr 2026-dan bir il sonra", "1 year after 2026-11-01"),
            ("məhərrəmin 10-u", "10 Muharram"),
            ("Qurban bayramı", "10 Dhu al-Hijjah"),
            ("Kasım ayının ikinci pazar günü", "second Sunday of November"),
            ("Ocak'ın 20'si", "January 20"),
            ("her yıl 20 Ocak'ta", "January 20"),
            ("20 января 1990 года", "1990-01-20"),
            ("каждый год 20-го января", "January 20"),
            ("второе воскресенье ноября", "second Sunday of November"),
            ("последний день февраля", "last day of February"),
            ("через 9 дней после Пасхи", "9 days after Orthodox Easter"),
            ("католическая Пасха", "Easter"),
            ("Троицкая суббота", "1 day before Orthodox Pentecost"),
            ("полгода после 1 ноября 2026", "6 months after 2026-11-01"),
            ("год после 1 ноября 2026", "1 year after 2026-11-01"),
            ("сороковой день с 1 ноября 2026", "40th day from 2026-11-01"),
            ("25 декабря по старому стилю", "December 25 (Julian)"),
            ("27 нисана", "27 Nisan"),
            ("10-й день мухаррама", "10 Muharram"),
            ("в последнее воскресенье ноября", "last Sunday of November"),
            ("за неделю до Пасхи", "1 week before Orthodox Easter"),
            ("20 Ocak'tan sonraki pazar", "Sunday after January 20"),
            ("20 Ocak'tan 40 gün sonra", "40 days after January 20"),
            ("on iki Mart", "March 12"),
            ("day of death 1990-01-20", "1990-01-20"),
            ("умер 12 марта 2018", "2018-03-12"),
            ("двадцать пятое января", "January 25"),
            ("20 Ocak 1990 Cumartesi", "1990-01-20"),
        ];
        for (sentence, phrase) in table {
            assert_eq!(phrases(sentence), [phrase], "{sentence}");
        }
    }

    #[test]
    fn what_can_be_read_two_ways_has_both_phrases() {
        let both = ["ninth day from Orthodox Easter", "9 days after Orthodox Easter"];
        assert_eq!(phrases("9-й день после Пасхи"), both);
        assert_eq!(phrases("9 день после Пасхи"), both);
        assert_eq!(phrases("Рождество"), ["December 25", "December 25 (Julian)"]);
        assert_eq!(
            phrases("Pasxadan 40 gün sonra"),
            ["40 days after Easter", "40 days after Orthodox Easter"]
        );
        assert_eq!(phrases("27 Нисана 5750"), ["27 Nisan", "yahrzeit of 27 Nisan 5750"]);
    }

    #[test]
    fn several_dates_are_told_apart() {
        let two = Some(Everyday::Dates(vec!["January 19".to_owned(), "January 20".to_owned()]));
        let sentences = [
            "the night of January 19 to 20",
            "19-20 January",
            "January 19 and 20",
            "с 19 по 20 января",
            "from January 19 to January 20",
        ];
        for sentence in sentences {
            assert_eq!(meaning(sentence), two, "{sentence}");
        }
    }

    #[test]
    fn what_does_not_say_its_date_is_known() {
        let sentences = [
            "40 days after my mother died",
            "third day after my father's death",
            "третий день после смерти отца",
            "ölümünün 40-cı günü",
        ];
        for sentence in sentences {
            assert_eq!(meaning(sentence), Some(Everyday::OfDeath), "{sentence}");
        }
        assert_eq!(meaning("sabah"), Some(Everyday::OfToday));
        assert_eq!(meaning("40 gün sonra"), Some(Everyday::OfNothing));
    }

    #[test]
    fn what_says_more_than_a_rule_has_is_not_shortened() {
        let sentences = ["every other January 20", "every other week", "Monday, January 20, 1990"];
        for sentence in sentences {
            assert_eq!(meaning(sentence), None, "{sentence}");
        }
    }
}
