//! Months and weekdays as other languages name them, where the name can mean one thing only; and the names of months that
//! mean another thing to the readers of another language.
//!
//! The languages of `words`, with Danish and Swedish; other alphabets as [`latin`](crate::text::latin) writes them.
//! `listopad` is left out: November in Polish, Czech and Ukrainian, October in Croatian.

use super::Rule;
use super::parse::parse_in;
use super::words::Word;
use chrono::Weekday;
use std::cmp::Ordering;

/// The word of these letters in one of the languages; see [`Key`](super::lexer::Key).
pub(super) fn local_word(letters: &[u8]) -> Option<Word> {
    lists().find(|(names, _)| has(names.as_bytes(), letters)).map(|(_, word)| word)
}

/// Whether one of these names, which a space parts and which stand in the order of their letters, has these letters.
fn has(names: &[u8], letters: &[u8]) -> bool {
    let (mut low, mut high) = (0, names.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        let is_space = |letter: &u8| *letter == b' ';
        let start = names[low..middle].iter().rposition(is_space).map_or(low, |at| low + at + 1);
        let end = names[middle..high].iter().position(is_space).map_or(high, |at| middle + at);
        match names[start..end].cmp(letters) {
            Ordering::Equal => return true,
            Ordering::Less => low = (end + 1).min(high),
            Ordering::Greater => high = start.saturating_sub(1).max(low),
        }
    }
    false
}

/// Every name with its word. A line for each word and not a pair for each name: pairs would be relocated at each start.
pub(super) fn local_words() -> impl Iterator<Item = (&'static str, Word)> {
    lists().flat_map(|(names, word)| names.split(' ').map(move |name| (name, word)))
}

/// The names of each month and weekday.
fn lists() -> impl Iterator<Item = (&'static str, Word)> {
    let weekday = |number| Weekday::try_from(number).expect("a week has seven days");
    let months = MONTH_NAMES.into_iter().zip((1..).map(Word::Month));
    let weekdays = WEEKDAY_NAMES.into_iter().zip((0..).map(move |number| Word::Weekday(weekday(number))));
    months.chain(weekdays)
}

/// The Gregorian month that readers of one of these languages take a month of another calendar for.
pub(super) fn other_month(letters: &[u8], languages: &[String]) -> Option<Word> {
    AMBIGUOUS
        .iter()
        .find(|(name, of, _)| name.as_bytes() == letters && is_read(of, languages))
        .map(|(.., month)| Word::Month(*month))
}

/// Whether a person with these languages reads one of those.
fn is_read(those: &[&str], languages: &[String]) -> bool {
    let mut tags = languages.iter().filter_map(|tag| tag.split(['-', '_', '.']).next());
    tags.any(|language| those.contains(&language))
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
    if !has_other_readings(languages) {
        return None;
    }
    let usual: Option<Rule> = phrase.parse().ok();
    let other = parse_in(phrase, languages).ok()?;
    // `23 Nisan 5758` has a Hebrew year.
    let is_of_our_time = other.is_within(LATEST_YEAR);
    (Some(&other) != usual.as_ref() && is_of_our_time).then_some(other)
}

/// Whether some phrase has another reading for those who read these languages.
pub fn has_other_readings(languages: &[String]) -> bool {
    AMBIGUOUS.iter().any(|(_, those, _)| is_read(those, languages))
}

/// The latest year of a date that someone means who writes it with a Gregorian month; Hebrew years are greater.
pub(super) const LATEST_YEAR: i32 = 3000;

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
    "enero gennaio ianoyarios ianoyarioy ianuarie jaanuar jaanuaril janeiro janner januar januara januari \
     janvari janvaris janvier kantar leden ledna ocak sausio sausis sichen sichnya sijecanj sijecnja \
     studzen studzenya styczen stycznia yanuari yanvar yanvarya",
    "akpan febbraio febrero februar februara februari februarie februaris fevereiro fevral fevralya \
     fevrier fevroyarios fevroyarioy fevruari lutego luty lyutaga lyutiy lyutogo lyuty subat unor unora \
     vasario vasaris veebruar veebruaril veljaca veljace",
    "berezen bereznya brezen brezna kovas kovo maart marca marcius marco mars mart marta martie martios \
     martioy marts martsil marz marzec marzo nauryz ozujak ozujka sakavik sakavika",
    "abril aprel aprelya aprila aprile aprili aprilie aprilios aprilioy aprilis aprill aprillil avril \
     balandis balandzio duben dubna krasavik krasavika kviten kvitnya kwiecien kwietnia travanj travnja",
    "geguze geguzes kveten kvetna maggio mai maija maijs mail maio maios maj maja majus mamyr maya mayis \
     mayo mei svibanj svibnja traven travnya",
    "birzelio birzelis cerven cervna cherven chervenya chervnya czerwca czerwiec giugno haziran ioynios \
     ioynioy iunie iyun iyunya juin juna junho juni junija junijs junio junius juuni juunil lipanj lipnja \
     mausym yuni",
    "cervence cervenec ioylios ioylioy iulie iyul iyulya juillet jula julho juli julija julijs julio \
     julius juuli juulil liepa liepos lipca lipen lipenya lipiec lipnya luglio shilde srpanj srpnja \
     temmuz yuli",
    "agosto agustos aout augusta augusti augustil augusts augustus augusztus avgust avgusta avqust \
     aygoystos aygoystoy kolovoz kolovoza rugpjucio rugpjutis serpen serpnya sierpien sierpnia srpen \
     srpna tamyz zhniven",
    "eylul kyrkuyek rugsejis rugsejo rujan rujna sentyabr sentyabrya septembar septembra septembre \
     septembri septembrie septembril septembris septemvri septemvrios septemvrioy septiembre setembro \
     setiembre settembre szeptember verasen verasnya veresen veresnya wrzesien wrzesnia zari",
    "ekim kastrychnik kastrychnika kazan octobre octombrie octubre oktobar oktober oktobra oktobri \
     oktobris oktomvri oktoober oktoobril oktovrios oktovrioy oktyabr oktyabrya ottobre outubro \
     pazdziernik pazdziernika rijen rijna spalio spalis zhovten zhovtnya",
    "karasha kasim lapkricio lapkritis listapad listapada listopadu noemvri noemvrios noemvrioy noiembrie \
     novembar novembra novembre novembri novembril novembris novembro noviembre noyabr noyabrya studeni \
     studenoga",
    "aralik decembar decembra decembre decembri decembrie decembris dekabr dekabrya dekemvri dekemvrios \
     dekemvrioy desember detsembar detsember detsembra detsembril dezember dezembro dicembre diciembre \
     gruden grudnia grudnya grudzien gruodis gruodzio prosinac prosinca prosince prosinec snezhan \
     snezhnya zheltoksan",
];

/// The names of each weekday, from Monday on, in the order of their letters.
const WEEKDAY_NAMES: [&str; 7] = [
    "bazarertesi deytera duysenbi esmaspaev esmaspaeval hetfo lundi lunedi lunes luni maandag mandag \
     montag panyadzelak pazartesi pirmadieni pirmadienis pirmdien pirmdiena pondeli ponedelnik ponedilok \
     ponedjeljak poniedzialek segundafeira",
    "antradieni antradienis cersenbeaxsami dienstag dinsdag kedd mardi martedi martes marti otrdien \
     otrdiena sali seysenbi teisipaev teisipaeval tercafeira tirsdag triti utery utorak vivtorok vtornik \
     wtorek",
    "carsamba cersenbe kolmapaev kolmapaeval mercoledi mercredi miercoles miercuri mittwoch onsdag \
     quartafeira serada sereda sreda sredu srijeda sroda sryada streda szerda tetarti treciadieni \
     treciadienis tresdien tresdiena woensdag",
    "beysenbi ceturtdien ceturtdiena cetvrtak chatsver chetver chetverg chetvrtak chetvrtk csutortok \
     ctvrtek cumeaxsami czwartek donderdag donnerstag giovedi jeudi joi jueves ketvirtadieni \
     ketvirtadienis neljapaev neljapaeval pempti persembe quintafeira torsdag",
    "cuma cume fredag freitag paraskeyi patek penktadieni penktadienis pentek petak petk piatek piektdien \
     piektdiena pyatnitsa pyatnitsu pyatnitsya reede reedel sextafeira vendredi venerdi viernes vineri \
     vrijdag zhuma",
    "cumartesi laupaev laupaeval lordag sabado sabato sambata samedi samstag savvato sbota senbe senbi \
     sestadieni sestadienis sestdien sestdiena sobota sonnabend subbota subbotu subota szombat zaterdag",
    "bazar dimanche domenica domingo duminica kyriaki nedele nedelya nedilya nedjelja niedziela nyadzelya \
     pazar puhapaev puhapaeval sekmadieni sekmadienis sondag sonntag svetdien svetdiena vasarnap \
     voskresene voskresenya zheksenbi zondag",
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
    fn every_name_is_found_and_nothing_else() {
        for (name, word) in local_words() {
            assert_eq!(local_word(name.as_bytes()), Some(word), "{name}");
            assert_eq!(local_word(format!("{name}q").as_bytes()), None, "{name}");
        }
        assert_eq!(local_word(b""), None);
        assert_eq!(local_word(b"~"), None);
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
