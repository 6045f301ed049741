//! The words that phrases are made of, but for the months of other calendars.

use super::calendar_names::months;
use super::foreign_names::foreign_word;
use super::local_names::local_word;
use chrono::Weekday;

/// What a word means in a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Nth(u8),
    Last,
    Count(u8),
    Weekday(Weekday),
    Month(u8),
    Day,
    Week,
    /// `months`, as a unit.
    Months,
    /// `years`, as a unit.
    Years,
    Before,
    After,
    On,
    Or,
    Nearest,
    To,
    Of,
    The,
    If,
    Then,
    Else,
    Skip,
    Next,
    Previous,
    Orthodox,
    Western,
    Chinese,
    Korean,
    Vietnamese,
    Tibetan,
    Leap,
    Lunar,
    Anniversary,
    Yahrzeit,
    From,
    Rrule,
    Sunset,
}

/// The word of these letters; see [`Key`](super::lexer::Key).
pub(super) fn word(letters: &[u8]) -> Option<Word> {
    english(letters)
        .or_else(|| number(letters))
        // A month of another calendar is none of the names, which are looked for one by one.
        .or_else(|| if months(letters).is_empty() { local_word(letters) } else { None })
        .or_else(|| foreign_word(letters))
}

pub(super) fn english(letters: &[u8]) -> Option<Word> {
    let at = PACKED.binary_search(&packed(letters)?).ok()?;
    Some(WORDS[at].1)
}

/// The letters as one number, in the order of the letters; `None` for more than any of [`WORDS`] has.
pub(super) const fn packed(letters: &[u8]) -> Option<u128> {
    let mut place = [0; 16];
    if letters.len() > place.len() {
        return None;
    }
    place.split_at_mut(letters.len()).0.copy_from_slice(letters);
    Some(u128::from_be_bytes(place))
}

/// [`WORDS`] as numbers, which are compared faster than texts.
static PACKED: [u128; WORDS.len()] = {
    let mut all = [0; WORDS.len()];
    let mut at = 0;
    while at < WORDS.len() {
        all[at] = packed(WORDS[at].0.as_bytes()).expect("a word of English is short");
        at += 1;
    }
    all
};

/// A number in words from thirteen to a hundred, or its ordinal: `forty`, `fortyninth`.
fn number(letters: &[u8]) -> Option<Word> {
    const TEENS: [&str; 7] =
        ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
    const TENS: [&str; 8] = ["twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"];
    // Most words are none of them, as their ends tell.
    if !matches!(letters, [.., b'n' | b'y' | b'h' | b'd' | b'e' | b'o' | b'r' | b'x' | b't'])
        || letters.len() < 5
    {
        return None;
    }
    let place = |at: usize| u8::try_from(at).expect("a short list");
    for (at, stem) in TEENS.iter().enumerate() {
        match letters.strip_prefix(stem.as_bytes()) {
            Some(b"") => return Some(Word::Count(13 + place(at))),
            Some(b"th") => return Some(Word::Nth(13 + place(at))),
            _ => {}
        }
    }
    for (at, stem) in TENS.iter().enumerate() {
        let tens = 10 * (place(at) + 2);
        match letters.strip_prefix(stem.as_bytes()) {
            Some(b"y") => return Some(Word::Count(tens)),
            Some(b"ieth") => return Some(Word::Nth(tens)),
            Some([b'y', units @ ..]) => match english(units) {
                Some(Word::Count(n @ 1..=9)) if units.len() > 2 => return Some(Word::Count(tens + n)),
                Some(Word::Nth(n @ 1..=9)) => return Some(Word::Nth(tens + n)),
                _ => {}
            },
            _ => {}
        }
    }
    match letters {
        b"hundred" | b"onehundred" => Some(Word::Count(100)),
        b"hundredth" | b"onehundredth" => Some(Word::Nth(100)),
        _ => None,
    }
}

/// All words and what they mean, in the order of their letters.
pub(super) const WORDS: &[(&str, Word)] = &[
    ("a", Word::Count(1)),
    ("after", Word::After),
    ("an", Word::Count(1)),
    ("anniversary", Word::Anniversary),
    ("apr", Word::Month(4)),
    ("april", Word::Month(4)),
    ("aug", Word::Month(8)),
    ("august", Word::Month(8)),
    ("before", Word::Before),
    ("chinese", Word::Chinese),
    ("closest", Word::Nearest),
    ("dangi", Word::Korean),
    ("dark", Word::Sunset),
    ("day", Word::Day),
    ("days", Word::Day),
    ("dec", Word::Month(12)),
    ("december", Word::Month(12)),
    ("eight", Word::Count(8)),
    ("eighth", Word::Nth(8)),
    ("eleven", Word::Count(11)),
    ("eleventh", Word::Nth(11)),
    ("else", Word::Else),
    ("feb", Word::Month(2)),
    ("february", Word::Month(2)),
    ("fifth", Word::Nth(5)),
    ("first", Word::Nth(1)),
    ("five", Word::Count(5)),
    ("four", Word::Count(4)),
    ("fourth", Word::Nth(4)),
    ("fri", Word::Weekday(Weekday::Fri)),
    ("friday", Word::Weekday(Weekday::Fri)),
    ("from", Word::From),
    ("if", Word::If),
    ("in", Word::Of),
    ("jan", Word::Month(1)),
    ("january", Word::Month(1)),
    ("jul", Word::Month(7)),
    ("july", Word::Month(7)),
    ("jun", Word::Month(6)),
    ("june", Word::Month(6)),
    ("korean", Word::Korean),
    ("last", Word::Last),
    ("leap", Word::Leap),
    ("lunar", Word::Lunar),
    ("mar", Word::Month(3)),
    ("march", Word::Month(3)),
    ("may", Word::Month(5)),
    ("mon", Word::Weekday(Weekday::Mon)),
    ("monday", Word::Weekday(Weekday::Mon)),
    ("month", Word::Months),
    ("months", Word::Months),
    ("nearest", Word::Nearest),
    ("next", Word::Next),
    ("nightfall", Word::Sunset),
    ("nine", Word::Count(9)),
    ("ninth", Word::Nth(9)),
    ("nov", Word::Month(11)),
    ("november", Word::Month(11)),
    ("oct", Word::Month(10)),
    ("october", Word::Month(10)),
    ("of", Word::Of),
    ("on", Word::On),
    ("one", Word::Count(1)),
    ("or", Word::Or),
    ("orthodox", Word::Orthodox),
    ("previous", Word::Previous),
    ("rrule", Word::Rrule),
    ("sat", Word::Weekday(Weekday::Sat)),
    ("saturday", Word::Weekday(Weekday::Sat)),
    ("second", Word::Nth(2)),
    ("sep", Word::Month(9)),
    ("sept", Word::Month(9)),
    ("september", Word::Month(9)),
    ("seven", Word::Count(7)),
    ("seventh", Word::Nth(7)),
    ("six", Word::Count(6)),
    ("sixth", Word::Nth(6)),
    ("skip", Word::Skip),
    ("sun", Word::Weekday(Weekday::Sun)),
    ("sunday", Word::Weekday(Weekday::Sun)),
    ("sunset", Word::Sunset),
    ("ten", Word::Count(10)),
    ("tenth", Word::Nth(10)),
    ("the", Word::The),
    ("then", Word::Then),
    ("third", Word::Nth(3)),
    ("three", Word::Count(3)),
    ("thu", Word::Weekday(Weekday::Thu)),
    ("thur", Word::Weekday(Weekday::Thu)),
    ("thurs", Word::Weekday(Weekday::Thu)),
    ("thursday", Word::Weekday(Weekday::Thu)),
    ("tibetan", Word::Tibetan),
    ("to", Word::To),
    ("tue", Word::Weekday(Weekday::Tue)),
    ("tues", Word::Weekday(Weekday::Tue)),
    ("tuesday", Word::Weekday(Weekday::Tue)),
    ("twelfth", Word::Nth(12)),
    ("twelve", Word::Count(12)),
    ("two", Word::Count(2)),
    ("vietnamese", Word::Vietnamese),
    ("wed", Word::Weekday(Weekday::Wed)),
    ("wednesday", Word::Weekday(Weekday::Wed)),
    ("weds", Word::Weekday(Weekday::Wed)),
    ("week", Word::Week),
    ("weeks", Word::Week),
    ("western", Word::Western),
    ("yahrtzeit", Word::Yahrzeit),
    ("yahrzeit", Word::Yahrzeit),
    ("year", Word::Years),
    ("years", Word::Years),
];

/// January is 1.
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

pub(super) fn month_name(month: u8) -> &'static str {
    MONTHS[usize::from(month) - 1]
}

/// The weekdays under their names in iCalendar, from Monday on.
pub(crate) const WEEKDAY_CODES: [(&str, Weekday); 7] = [
    ("MO", Weekday::Mon),
    ("TU", Weekday::Tue),
    ("WE", Weekday::Wed),
    ("TH", Weekday::Thu),
    ("FR", Weekday::Fri),
    ("SA", Weekday::Sat),
    ("SU", Weekday::Sun),
];

pub(crate) fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// `second`, and from the thirteenth on `13th`.
pub(super) fn ordinal(n: u32) -> String {
    const WORDS: [&str; 12] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth",
    ];
    match n.checked_sub(1).and_then(|at| WORDS.get(usize::try_from(at).ok()?)) {
        Some(word) => (*word).to_owned(),
        None => match (n % 100, n % 10) {
            (11..=13, _) => format!("{n}th"),
            (_, 1) => format!("{n}st"),
            (_, 2) => format!("{n}nd"),
            (_, 3) => format!("{n}rd"),
            _ => format!("{n}th"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_in_the_order_of_their_letters() {
        assert!(WORDS.is_sorted_by(|a, b| a.0.as_bytes() < b.0.as_bytes()));
        assert!(WORDS.iter().all(|(name, meaning)| word(name.as_bytes()) == Some(*meaning)));
    }

    #[test]
    fn numbers_to_a_hundred_are_read_in_words() {
        let read = |text: &str| word(text.as_bytes());
        for (text, n) in [("thirteenth", 13), ("twentieth", 20), ("twentyfirst", 21), ("fortieth", 40)] {
            assert_eq!(read(text), Some(Word::Nth(n)), "{text}");
        }
        for (text, n) in [("fortyninth", 49), ("eightyeighth", 88), ("ninetyninth", 99), ("hundredth", 100)] {
            assert_eq!(read(text), Some(Word::Nth(n)), "{text}");
        }
        for (text, n) in [("nineteen", 19), ("forty", 40), ("fiftyfive", 55), ("hundred", 100)] {
            assert_eq!(read(text), Some(Word::Count(n)), "{text}");
        }
        for text in ["twentya", "fortyan", "thirty first", "twentytenth", "eightth", "twent"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn ordinals_past_the_twelfth_are_written_in_digits() {
        let some = [1, 12, 13, 21, 22, 33, 53].map(ordinal);
        assert_eq!(some, ["first", "twelfth", "13th", "21st", "22nd", "33rd", "53rd"]);
    }
}
