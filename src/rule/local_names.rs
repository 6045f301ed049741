//! Months and weekdays as other languages name them, where the name can mean one thing only; and the names of months that
//! mean another thing to the readers of another language.
//!
//! Azerbaijani, Turkish, Russian, Ukrainian, German, French, Spanish, Italian, Portuguese, Dutch, Danish, Swedish and Polish;
//! other alphabets as [`latin`](crate::text::latin) writes them. `listopad` is left out: November in Polish, Czech and
//! Ukrainian, October in Croatian.

use super::Rule;
use super::parse::parse_in;
use super::words::Word;
use chrono::Weekday;

/// The word of these letters in one of the languages; see [`Key`](super::lexer::Key).
pub(super) fn local_word(letters: &[u8]) -> Option<Word> {
    local_words().find(|(name, _)| name.as_bytes() == letters).map(|(_, word)| word)
}

/// Every name with its word. A line for each word and not a pair for each name: pairs would be relocated at each start.
fn local_words() -> impl Iterator<Item = (&'static str, Word)> {
    let weekday = |number| Weekday::try_from(number).expect("a week has seven days");
    let months = MONTH_NAMES.into_iter().zip((1..).map(Word::Month));
    let weekdays = WEEKDAY_NAMES.into_iter().zip((0..).map(move |number| Word::Weekday(weekday(number))));
    months.chain(weekdays).flat_map(|(names, word)| names.split(' ').map(move |name| (name, word)))
}

/// The Gregorian month that readers of one of these languages take a month of another calendar for.
pub(super) fn other_month(letters: &[u8], languages: &[String]) -> Option<Word> {
    if languages.is_empty() {
        return None;
    }
    let is_read = |language: &str| {
        languages.iter().any(|one| one.split(['-', '_', '.']).next().is_some_and(|one| one == language))
    };
    AMBIGUOUS
        .iter()
        .find(|(name, of, _)| name.as_bytes() == letters && of.iter().any(|language| is_read(language)))
        .map(|(.., month)| Word::Month(*month))
}

/// The Gregorian month that a month of another calendar is in some language.
pub(super) fn gregorian_month(name: &str) -> Option<u8> {
    let is_name = |other: &str| name.eq_ignore_ascii_case(other);
    AMBIGUOUS.iter().find(|(name, ..)| is_name(name)).map(|(.., month)| *month)
}

/// What else a phrase means to someone who reads one of these languages, where that is something else.
///
/// ```
/// use remembrance::rule::other_reading;
/// let read = |phrase: &str, language: &str| {
///     other_reading(phrase, &[language.to_owned()]).map(|rule| rule.to_string())
/// };
/// assert_eq!(read("23 Nisan", "tr_TR").as_deref(), Some("April 23"));
/// assert_eq!(read("10 Azar", "ar").as_deref(), Some("March 10"));
/// assert_eq!(read("23 Nisan", "en"), None);
/// assert_eq!(read("23 April", "tr"), None);
/// ```
pub fn other_reading(phrase: &str, languages: &[String]) -> Option<Rule> {
    let usual: Option<Rule> = phrase.parse().ok();
    let other = parse_in(phrase, languages).ok()?;
    // `23 Nisan 5758` has a Hebrew year.
    let is_of_our_time = other.is_within(LATEST_YEAR);
    (Some(&other) != usual.as_ref() && is_of_our_time).then_some(other)
}

/// The latest year of a date that someone means who writes it with a Gregorian month; Hebrew years are greater.
const LATEST_YEAR: i32 = 3000;

/// Months of other calendars that are Gregorian months too, the languages in which they are, and the month.
const AMBIGUOUS: [(&str, &[&str], u8); 9] = [
    ("adar", &["ar"], 3),
    ("adhar", &["ar"], 3),
    ("azar", &["ar"], 3),
    ("elul", &["ar"], 9),
    ("iyar", &["ar"], 5),
    ("nisan", &["tr", "ar"], 4),
    ("nissan", &["ar"], 4),
    ("tammuz", &["ar"], 7),
    ("tamuz", &["ar"], 7),
];

/// The names of each month, from January on, in the order of their letters.
const MONTH_NAMES: [&str; 12] = [
    "enero gennaio janeiro janner januar januari janvier ocak sichen sichnya styczen stycznia yanvar yanvarya",
    "febbraio febrero februar februari fevereiro fevral fevralya fevrier lutego luty lyutiy lyutogo subat",
    "berezen bereznya maart marca marco mars mart marta marts marz marzec marzo",
    "abril aprel aprelya aprile avril kviten kvitnya kwiecien kwietnia",
    "maggio mai maio maj maya mayis mayo mei traven travnya",
    "cherven chervnya czerwca czerwiec giugno haziran iyun iyunya juin junho juni junio",
    "iyul iyulya juillet julho juli julio lipca lipen lipiec lipnya luglio temmuz",
    "agosto agustos aout augusti augustus avgust avgusta avqust serpen serpnya sierpien sierpnia",
    "eylul sentyabr sentyabrya septembre septiembre setembro setiembre settembre veresen veresnya \
     wrzesien wrzesnia",
    "ekim octobre octubre oktober oktyabr oktyabrya ottobre outubro pazdziernik pazdziernika zhovten zhovtnya",
    "kasim novembre novembro noviembre noyabr noyabrya",
    "aralik decembre dekabr dekabrya dezember dezembro dicembre diciembre gruden grudnia grudnya grudzien",
];

/// The names of each weekday, from Monday on, in the order of their letters.
const WEEKDAY_NAMES: [&str; 7] = [
    "bazarertesi lundi lunedi lunes montag pazartesi ponedelnik segundafeira",
    "cersenbeaxsami dienstag mardi martedi martes sali vtornik",
    "carsamba cersenbe mercoledi mercredi miercoles mittwoch sreda sredu",
    "chetverg cumeaxsami donnerstag giovedi jeudi jueves persembe",
    "cuma cume freitag pyatnitsa pyatnitsu vendredi venerdi viernes",
    "cumartesi sabado sabato samedi samstag senbe sonnabend subbota subbotu",
    "bazar dimanche domenica domingo pazar sonntag voskresene voskresenya",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::calendar_names::months;
    use crate::rule::names::named_date;
    use crate::rule::words::english;

    #[test]
    fn names_stand_in_the_order_of_their_letters() {
        for names in MONTH_NAMES.iter().chain(&WEEKDAY_NAMES) {
            assert!(names.split(' ').is_sorted_by(|a, b| a < b), "{names}");
        }
    }

    #[test]
    fn a_name_that_means_one_thing_is_no_word_feast_or_month_of_another_calendar() {
        for (name, _) in local_words() {
            let letters = name.as_bytes();
            assert!(english(letters).is_none() && months(letters).is_empty(), "{name}");
            assert!(named_date(letters).is_none(), "{name}");
        }
        assert!(AMBIGUOUS.iter().all(|(name, ..)| !months(name.as_bytes()).is_empty()));
    }
}
