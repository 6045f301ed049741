//! Months and weekdays as files of calendar(1) name them: in English, and in the language of the file.

use chrono::{Month, Weekday};

/// The names of a language, each list parted by spaces.
struct Names {
    language: &'static str,
    months: &'static str,
    /// As they stand behind a day, where that is another form.
    genitives: &'static str,
    /// From Monday on.
    weekdays: &'static str,
}

const fn names(
    language: &'static str,
    months: &'static str,
    genitives: &'static str,
    weekdays: &'static str,
) -> Names {
    Names { language, months, genitives, weekdays }
}

#[rustfmt::skip]
const LANGUAGES: [Names; 17] = [
    names("az", "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr", "",
        "bazarertəsi çərşənbəaxşamı çərşənbə cüməaxşamı cümə şənbə bazar"),
    names("cs", "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
        "ledna února března dubna května června července srpna září října listopadu prosince",
        "pondělí úterý středa čtvrtek pátek sobota neděle"),
    names("da", "januar februar marts april maj juni juli august september oktober november december", "",
        "mandag tirsdag onsdag torsdag fredag lørdag søndag"),
    names("de", "januar februar märz april mai juni juli august september oktober november dezember",
        "jänner feber märz april mai juni juli august september oktober november dezember",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag"),
    names("es", "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", "",
        "lunes martes miércoles jueves viernes sábado domingo"),
    names("fr", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre", "",
        "lundi mardi mercredi jeudi vendredi samedi dimanche"),
    names("hr", "siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan listopad studeni prosinac",
        "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca",
        "ponedjeljak utorak srijeda četvrtak petak subota nedjelja"),
    names("hu", "január február március április május június július augusztus szeptember október november december", "",
        "hétfő kedd szerda csütörtök péntek szombat vasárnap"),
    names("it", "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre", "",
        "lunedì martedì mercoledì giovedì venerdì sabato domenica"),
    names("kk", "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан", "",
        "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі"),
    names("nl", "januari februari maart april mei juni juli augustus september oktober november december", "",
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
    names("pl", "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "poniedziałek wtorek środa czwartek piątek sobota niedziela"),
    names("pt", "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro", "",
        "segunda terça quarta quinta sexta sábado domingo"),
    names("ru", "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "понедельник вторник среда четверг пятница суббота воскресенье"),
    names("sv", "januari februari mars april maj juni juli augusti september oktober november december", "",
        "måndag tisdag onsdag torsdag fredag lördag söndag"),
    names("tr", "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık", "",
        "pazartesi salı çarşamba perşembe cuma cumartesi pazar"),
    names("uk", "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "понеділок вівторок середа четвер п’ятниця субота неділя"),
];

/// The month of a name or its beginning: in English, else in the file's language, else in the only one that it fits.
pub(super) fn month_of(text: &str, language: Option<&str>) -> Option<u32> {
    let word = word(text)?;
    if let Ok(month) = word.parse::<Month>() {
        return Some(month.number_from_month());
    }
    place(&word, language, |names| [names.months, names.genitives]).and_then(|at| u32::try_from(at + 1).ok())
}

/// The weekday of a name or its beginning.
pub(super) fn weekday_of(text: &str, language: Option<&str>) -> Option<Weekday> {
    let word = word(text)?;
    if let Ok(weekday) = word.parse::<Weekday>() {
        return Some(weekday);
    }
    let at = place(&word, language, |names| [names.weekdays, ""])?;
    Weekday::try_from(u8::try_from(at).ok()?).ok()
}

/// The letters of a name, without the dot of an abbreviation.
fn word(text: &str) -> Option<String> {
    let word = text.trim().trim_end_matches('.').to_lowercase();
    (!word.is_empty() && word.chars().all(|c| c.is_alphabetic() || c == '’')).then_some(word)
}

/// Which of the names a word is, from 0.
fn place(word: &str, language: Option<&str>, lists: fn(&Names) -> [&'static str; 2]) -> Option<usize> {
    let in_language = |names: &Names| {
        lists(names).into_iter().find_map(|list| {
            let whole = list.split(' ').position(|name| name == word);
            whole.or_else(|| {
                // Programs abbreviate: three letters at least, and no other name may begin so.
                let mut begins = list.split(' ').enumerate().filter(|(_, name)| name.starts_with(word));
                let first = begins.next().filter(|_| word.chars().count() >= 3);
                first.filter(|_| begins.next().is_none()).map(|(at, _)| at)
            })
        })
    };
    let own = LANGUAGES.iter().find(|names| Some(names.language) == language).and_then(in_language);
    if own.is_some() {
        return own;
    }
    let mut found = LANGUAGES.iter().filter_map(in_language);
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_its_names_and_they_are_found() {
        for names in &LANGUAGES {
            for (list, count) in [(names.months, 12), (names.genitives, 12), (names.weekdays, 7)] {
                let list: Vec<&str> = list.split(' ').filter(|name| !name.is_empty()).collect();
                assert!(list.is_empty() || list.len() == count, "{}: {list:?}", names.language);
            }
            for (at, name) in names.months.split(' ').enumerate() {
                assert_eq!(month_of(name, Some(names.language)), u32::try_from(at + 1).ok(), "{name}");
            }
        }
        // October in Croatian, November in Polish, Czech and Ukrainian.
        assert_eq!(month_of("listopad", None), None);
        assert_eq!(month_of("listopad", Some("hr")), Some(10));
        assert_eq!(month_of("нояб.", None), Some(11));
        assert_eq!((month_of("x", None), month_of("ma", None), month_of("", None)), (None, None, None));
        assert_eq!(weekday_of("воскр", None), Some(Weekday::Sun));
    }
}
