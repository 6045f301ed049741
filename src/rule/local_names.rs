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
    let at = LOCAL.binary_search_by(|(name, _)| name.as_bytes().cmp(letters)).ok()?;
    Some(LOCAL[at].1)
}

/// The Gregorian month that readers of one of these languages take a month of another calendar for.
pub(super) fn other_month(letters: &[u8], languages: &[String]) -> Option<Word> {
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

/// All names, in the order of their letters.
#[rustfmt::skip]
const LOCAL: &[(&str, Word)] = &[
    ("abril", Word::Month(4)),
    ("agosto", Word::Month(8)),
    ("agustos", Word::Month(8)),
    ("aout", Word::Month(8)),
    ("aprel", Word::Month(4)),
    ("aprelya", Word::Month(4)),
    ("aprile", Word::Month(4)),
    ("aralik", Word::Month(12)),
    ("augusti", Word::Month(8)),
    ("augustus", Word::Month(8)),
    ("avgust", Word::Month(8)),
    ("avgusta", Word::Month(8)),
    ("avqust", Word::Month(8)),
    ("avril", Word::Month(4)),
    ("bazar", Word::Weekday(Weekday::Sun)),
    ("bazarertesi", Word::Weekday(Weekday::Mon)),
    ("berezen", Word::Month(3)),
    ("bereznya", Word::Month(3)),
    ("carsamba", Word::Weekday(Weekday::Wed)),
    ("cersenbe", Word::Weekday(Weekday::Wed)),
    ("cersenbeaxsami", Word::Weekday(Weekday::Tue)),
    ("cherven", Word::Month(6)),
    ("chervnya", Word::Month(6)),
    ("chetverg", Word::Weekday(Weekday::Thu)),
    ("cuma", Word::Weekday(Weekday::Fri)),
    ("cumartesi", Word::Weekday(Weekday::Sat)),
    ("cume", Word::Weekday(Weekday::Fri)),
    ("cumeaxsami", Word::Weekday(Weekday::Thu)),
    ("czerwca", Word::Month(6)),
    ("czerwiec", Word::Month(6)),
    ("decembre", Word::Month(12)),
    ("dekabr", Word::Month(12)),
    ("dekabrya", Word::Month(12)),
    ("dezember", Word::Month(12)),
    ("dezembro", Word::Month(12)),
    ("dicembre", Word::Month(12)),
    ("diciembre", Word::Month(12)),
    ("dienstag", Word::Weekday(Weekday::Tue)),
    ("dimanche", Word::Weekday(Weekday::Sun)),
    ("domenica", Word::Weekday(Weekday::Sun)),
    ("domingo", Word::Weekday(Weekday::Sun)),
    ("donnerstag", Word::Weekday(Weekday::Thu)),
    ("ekim", Word::Month(10)),
    ("enero", Word::Month(1)),
    ("eylul", Word::Month(9)),
    ("febbraio", Word::Month(2)),
    ("febrero", Word::Month(2)),
    ("februar", Word::Month(2)),
    ("februari", Word::Month(2)),
    ("fevereiro", Word::Month(2)),
    ("fevral", Word::Month(2)),
    ("fevralya", Word::Month(2)),
    ("fevrier", Word::Month(2)),
    ("freitag", Word::Weekday(Weekday::Fri)),
    ("gennaio", Word::Month(1)),
    ("giovedi", Word::Weekday(Weekday::Thu)),
    ("giugno", Word::Month(6)),
    ("gruden", Word::Month(12)),
    ("grudnia", Word::Month(12)),
    ("grudnya", Word::Month(12)),
    ("grudzien", Word::Month(12)),
    ("haziran", Word::Month(6)),
    ("iyul", Word::Month(7)),
    ("iyulya", Word::Month(7)),
    ("iyun", Word::Month(6)),
    ("iyunya", Word::Month(6)),
    ("janeiro", Word::Month(1)),
    ("janner", Word::Month(1)),
    ("januar", Word::Month(1)),
    ("januari", Word::Month(1)),
    ("janvier", Word::Month(1)),
    ("jeudi", Word::Weekday(Weekday::Thu)),
    ("jueves", Word::Weekday(Weekday::Thu)),
    ("juillet", Word::Month(7)),
    ("juin", Word::Month(6)),
    ("julho", Word::Month(7)),
    ("juli", Word::Month(7)),
    ("julio", Word::Month(7)),
    ("junho", Word::Month(6)),
    ("juni", Word::Month(6)),
    ("junio", Word::Month(6)),
    ("kasim", Word::Month(11)),
    ("kviten", Word::Month(4)),
    ("kvitnya", Word::Month(4)),
    ("kwiecien", Word::Month(4)),
    ("kwietnia", Word::Month(4)),
    ("lipca", Word::Month(7)),
    ("lipen", Word::Month(7)),
    ("lipiec", Word::Month(7)),
    ("lipnya", Word::Month(7)),
    ("luglio", Word::Month(7)),
    ("lundi", Word::Weekday(Weekday::Mon)),
    ("lunedi", Word::Weekday(Weekday::Mon)),
    ("lunes", Word::Weekday(Weekday::Mon)),
    ("lutego", Word::Month(2)),
    ("luty", Word::Month(2)),
    ("lyutiy", Word::Month(2)),
    ("lyutogo", Word::Month(2)),
    ("maart", Word::Month(3)),
    ("maggio", Word::Month(5)),
    ("mai", Word::Month(5)),
    ("maio", Word::Month(5)),
    ("maj", Word::Month(5)),
    ("marca", Word::Month(3)),
    ("marco", Word::Month(3)),
    ("mardi", Word::Weekday(Weekday::Tue)),
    ("mars", Word::Month(3)),
    ("mart", Word::Month(3)),
    ("marta", Word::Month(3)),
    ("martedi", Word::Weekday(Weekday::Tue)),
    ("martes", Word::Weekday(Weekday::Tue)),
    ("marts", Word::Month(3)),
    ("marz", Word::Month(3)),
    ("marzec", Word::Month(3)),
    ("marzo", Word::Month(3)),
    ("maya", Word::Month(5)),
    ("mayis", Word::Month(5)),
    ("mayo", Word::Month(5)),
    ("mei", Word::Month(5)),
    ("mercoledi", Word::Weekday(Weekday::Wed)),
    ("mercredi", Word::Weekday(Weekday::Wed)),
    ("miercoles", Word::Weekday(Weekday::Wed)),
    ("mittwoch", Word::Weekday(Weekday::Wed)),
    ("montag", Word::Weekday(Weekday::Mon)),
    ("novembre", Word::Month(11)),
    ("novembro", Word::Month(11)),
    ("noviembre", Word::Month(11)),
    ("noyabr", Word::Month(11)),
    ("noyabrya", Word::Month(11)),
    ("ocak", Word::Month(1)),
    ("octobre", Word::Month(10)),
    ("octubre", Word::Month(10)),
    ("oktober", Word::Month(10)),
    ("oktyabr", Word::Month(10)),
    ("oktyabrya", Word::Month(10)),
    ("ottobre", Word::Month(10)),
    ("outubro", Word::Month(10)),
    ("pazar", Word::Weekday(Weekday::Sun)),
    ("pazartesi", Word::Weekday(Weekday::Mon)),
    ("pazdziernik", Word::Month(10)),
    ("pazdziernika", Word::Month(10)),
    ("persembe", Word::Weekday(Weekday::Thu)),
    ("ponedelnik", Word::Weekday(Weekday::Mon)),
    ("pyatnitsa", Word::Weekday(Weekday::Fri)),
    ("pyatnitsu", Word::Weekday(Weekday::Fri)),
    ("sabado", Word::Weekday(Weekday::Sat)),
    ("sabato", Word::Weekday(Weekday::Sat)),
    ("sali", Word::Weekday(Weekday::Tue)),
    ("samedi", Word::Weekday(Weekday::Sat)),
    ("samstag", Word::Weekday(Weekday::Sat)),
    ("segundafeira", Word::Weekday(Weekday::Mon)),
    ("senbe", Word::Weekday(Weekday::Sat)),
    ("sentyabr", Word::Month(9)),
    ("sentyabrya", Word::Month(9)),
    ("septembre", Word::Month(9)),
    ("septiembre", Word::Month(9)),
    ("serpen", Word::Month(8)),
    ("serpnya", Word::Month(8)),
    ("setembro", Word::Month(9)),
    ("setiembre", Word::Month(9)),
    ("settembre", Word::Month(9)),
    ("sichen", Word::Month(1)),
    ("sichnya", Word::Month(1)),
    ("sierpien", Word::Month(8)),
    ("sierpnia", Word::Month(8)),
    ("sonnabend", Word::Weekday(Weekday::Sat)),
    ("sonntag", Word::Weekday(Weekday::Sun)),
    ("sreda", Word::Weekday(Weekday::Wed)),
    ("sredu", Word::Weekday(Weekday::Wed)),
    ("styczen", Word::Month(1)),
    ("stycznia", Word::Month(1)),
    ("subat", Word::Month(2)),
    ("subbota", Word::Weekday(Weekday::Sat)),
    ("subbotu", Word::Weekday(Weekday::Sat)),
    ("temmuz", Word::Month(7)),
    ("traven", Word::Month(5)),
    ("travnya", Word::Month(5)),
    ("vendredi", Word::Weekday(Weekday::Fri)),
    ("venerdi", Word::Weekday(Weekday::Fri)),
    ("veresen", Word::Month(9)),
    ("veresnya", Word::Month(9)),
    ("viernes", Word::Weekday(Weekday::Fri)),
    ("voskresene", Word::Weekday(Weekday::Sun)),
    ("voskresenya", Word::Weekday(Weekday::Sun)),
    ("vtornik", Word::Weekday(Weekday::Tue)),
    ("wrzesien", Word::Month(9)),
    ("wrzesnia", Word::Month(9)),
    ("yanvar", Word::Month(1)),
    ("yanvarya", Word::Month(1)),
    ("zhovten", Word::Month(10)),
    ("zhovtnya", Word::Month(10)),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::calendar_names::months;
    use crate::rule::names::named_date;
    use crate::rule::words::english;

    #[test]
    fn names_stand_in_the_order_of_their_letters() {
        assert!(LOCAL.is_sorted_by(|a, b| a.0.as_bytes() < b.0.as_bytes()));
    }

    #[test]
    fn a_name_that_means_one_thing_is_no_word_feast_or_month_of_another_calendar() {
        for (name, _) in LOCAL {
            let letters = name.as_bytes();
            assert!(english(letters).is_none() && months(letters).is_empty(), "{name}");
            assert!(named_date(letters).is_none(), "{name}");
        }
        assert!(AMBIGUOUS.iter().all(|(name, ..)| !months(name.as_bytes()).is_empty()));
    }
}
