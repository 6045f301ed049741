//! The words of a phrase: months, weekdays, ordinals, counts.

use chrono::Weekday;

/// The months in order, as a rule displays them.
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The weekdays from Monday on.
pub(super) const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The ordinals from the first on.
pub(super) const ORDINALS: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];

/// Numbers in words, from one on.
const COUNTS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Every word that a phrase may have, for "did you mean".
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    const OTHERS: [&str; 14] = [
        "of", "before", "after", "else", "skip", "day", "days", "week", "weeks", "last", "Easter",
        "Orthodox", "Western", "the",
    ];
    MONTHS.into_iter().chain(WEEKDAYS).chain(ORDINALS).chain(OTHERS)
}

/// The month of this name or its usual abbreviation, from 1.
pub(super) fn month(word: &str) -> Option<u32> {
    let index = position(&MONTHS, word, 3).or_else(|| word.eq_ignore_ascii_case("sept").then_some(8))?;
    u32::try_from(index + 1).ok()
}

/// The weekday of this name or its usual abbreviation.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    let longer = ["tues", "wednes", "thurs", "thur"];
    let index = position(&WEEKDAYS, word, 3).or_else(|| {
        let short = longer.iter().find(|short| word.eq_ignore_ascii_case(short))?;
        WEEKDAYS.iter().position(|name| starts(name, short))
    })?;
    Weekday::try_from(u8::try_from(index).ok()?).ok()
}

/// The ordinal that this word says, in words or digits: `second`, `2nd`.
pub(super) fn ordinal(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = word.get(digits.len()..)?;
    if !digits.is_empty() && ["st", "nd", "rd", "th"].iter().any(|known| ending.eq_ignore_ascii_case(known)) {
        return digits.parse().ok();
    }
    u8::try_from(ORDINALS.iter().position(|name| name.eq_ignore_ascii_case(word))? + 1).ok()
}

/// The count that this word says, in words or digits.
pub(super) fn count(word: &str) -> Option<u32> {
    if !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit()) {
        return word.parse().ok();
    }
    let index = COUNTS.iter().position(|name| name.eq_ignore_ascii_case(word))?;
    u32::try_from(index + 1).ok()
}

/// Where `word` stands in `names`: whole, or its first `short` letters with or without a dot.
fn position(names: &[&str], word: &str, short: usize) -> Option<usize> {
    let word = word.strip_suffix('.').unwrap_or(word);
    names
        .iter()
        .position(|name| name.eq_ignore_ascii_case(word) || (word.len() == short && starts(name, word)))
}

fn starts(name: &str, start: &str) -> bool {
    name.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start))
}
