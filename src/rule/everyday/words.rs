//! The words of everyday dates in English, Azerbaijani, Russian and Turkish, the commonest in German, French and Spanish, beside those that rules have themselves.

use super::super::lexer::Key;
use super::super::words::{Word, weekday_name, word};
use std::sync::OnceLock;

/// What a word does in an everyday date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It says nothing that a rule does not say: `every year`.
    Filler,
    /// `second`
    Ordinal,
    /// `last`
    Last,
    /// `nine`
    Number,
    /// `days`, `weeks`, `months`, `years`
    Unit,
    /// `year`: a unit behind a number, and nothing new behind a year.
    Year,
    After,
    Before,
    /// `from` a date, which is counted too.
    From,
    /// It stands between two dates.
    Between,
    /// A day with a name.
    Feast,
    /// `Orthodox`, before a feast.
    Rite,
    /// The death that days are counted from.
    Death,
    /// A day that only a clock knows: `tomorrow`.
    Today,
    /// `yahrzeit of` a date.
    Yahrzeit,
    /// `(Julian)`, behind a date.
    Julian,
}

/// The role of a word, and the English for it: of a feast one phrase, or one for each meaning with `|` between.
pub(super) fn everyday(letters: &[u8]) -> Option<(Role, &'static str)> {
    // Of letters that are too many for any name there are none.
    if letters.is_empty() {
        return None;
    }
    let known = by_letters();
    let at = known.binary_search_by(|(name, _)| name.as_bytes().cmp(letters)).ok()?;
    let (role, english, _) = WORDS.get(usize::from(known.get(at)?.1))?;
    Some((*role, *english))
}

/// The letters of every name, in their order, and the line of [`WORDS`] that it stands in; made when a phrase is first
/// refused, since a sentence is looked up word by word.
fn by_letters() -> &'static [(Key, u8)] {
    static KNOWN: OnceLock<Vec<(Key, u8)>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let lines = WORDS.iter().zip(0..);
        let mut known: Vec<(Key, u8)> = lines
            .flat_map(|((.., names), line)| names.split_whitespace().map(move |name| (Key::of(name), line)))
            .collect();
        known.sort_unstable_by(|(a, _), (b, _)| a.as_bytes().cmp(b.as_bytes()));
        known.shrink_to_fit();
        known
    })
}

/// Whether a word is one of these names, however it is written.
pub(super) fn is_one_of(word: &str, names: &[&str]) -> bool {
    let key = Key::of(word);
    !key.as_bytes().is_empty() && names.iter().any(|name| Key::of(name).as_bytes() == key.as_bytes())
}

/// The English name of a weekday, with one of their endings or without.
pub(super) fn weekday(letters: &[u8]) -> Option<&'static str> {
    stem(letters).filter(|english| english.ends_with("day")).or_else(|| match word(letters) {
        Some(Word::Weekday(weekday)) => Some(weekday_name(weekday)),
        _ => None,
    })
}

/// The English name of the month or weekday whose name in Azerbaijani or Turkish has one of their endings: `yanvarın`,
/// `Kasım'ın`, `şənbəsi`.
pub(super) fn stem(letters: &[u8]) -> Option<&'static str> {
    const ENDINGS: &[&str] =
        &["in", "un", "nin", "nun", "i", "u", "si", "da", "de", "ta", "te", "dan", "den", "tan", "ten"];
    STEMS.iter().find_map(|(name, english)| {
        let ending = letters.strip_prefix(name.as_bytes())?;
        ENDINGS.iter().any(|one| one.as_bytes() == ending).then_some(*english)
    })
}

/// The ending of a number: `20-si`, `1990-cı`, `40-й`, `20'nin`, `2-е`.
pub(super) fn number_ending(letters: &[u8]) -> Option<NumberEnding> {
    let is = |names: &str| names.split(' ').any(|name| name.as_bytes() == letters);
    if is("st nd rd th ci cu nci ncu inci uncu y ya ye e aya oe yy oy iy") {
        return Some(NumberEnding::Ordinal);
    }
    if is("dan den tan ten ndan nden") {
        return Some(NumberEnding::From);
    }
    is("si su i u yi yu na ne inda unda nin nun in un da de ta te go ogo gh g god goda")
        .then_some(NumberEnding::Nothing)
}

/// What an ending says of its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberEnding {
    /// `2-ci`
    Ordinal,
    /// `2026-dan`: days are counted from there.
    From,
    Nothing,
}

const WORDS: &[(Role, &str, &str)] = &[
    (
        Role::Filler,
        "",
        "the for night ночь gecəsi gecesi doğumgünü ölümgünü деньрождения деньсмерти деньпамяти в за dayofdeath dateofdeath every \
         each yearly annually annual anniversary yıldönümü ildönümü birthday born falls tarixi tarixində her hər \
         illik doğum anım anma faciəsi faciəsinin etdi etti günüdür tarihinde tarihi ayı ayının каждый каждое каждого ежегодно \
         ежегодный г году годовщина рождения родился родилась число числа через am der die dem jeden jedes im vom le la du de des chaque el los del cada tous les",
    ),
    (Role::Year, "", "year sene yıl yılı yılın yılında il ilin ildə год года jahr an année año"),
    (
        Role::Ordinal,
        "first",
        "first birinci ilk первый первая первое первого первую erster erste ersten premier première primer primero",
    ),
    (
        Role::Ordinal,
        "second",
        "second ikinci второй вторая второе второго вторую zweiter zweite zweiten deuxième segundo",
    ),
    (
        Role::Ordinal,
        "third",
        "third üçüncü третий третья третье третьего третью dritter dritte dritten troisième tercer tercero",
    ),
    (
        Role::Ordinal,
        "fourth",
        "fourth dördüncü четвёртый четвёртая четвёртое четвертый четвертая четвертое vierter vierte vierten quatrième cuarto",
    ),
    (
        Role::Ordinal,
        "fifth",
        "fifth beşinci пятый пятая пятое пятого fünfter fünfte fünften cinquième quinto",
    ),
    (Role::Ordinal, "sixth", "sixth altıncı шестой шестая шестое"),
    (Role::Ordinal, "seventh", "seventh yeddinci yedinci седьмой седьмая седьмое седьмого"),
    (Role::Ordinal, "eighth", "eighth səkkizinci sekizinci восьмой восьмая восьмое"),
    (Role::Ordinal, "ninth", "ninth doqquzuncu dokuzuncu девятый девятая девятое девятого"),
    (Role::Ordinal, "tenth", "tenth onuncu десятый десятая десятое"),
    (Role::Ordinal, "20th", "twentieth iyirminci yirminci двадцатый двадцатое двадцатого"),
    (Role::Ordinal, "30th", "thirtieth otuzuncu тридцатый тридцатое тридцатого"),
    (
        Role::Ordinal,
        "40th",
        "fortieth qırxıncı kırkıncı сороковой сорокового vierzigster vierzigste quarantième",
    ),
    (
        Role::Last,
        "last",
        "last son sonuncu axırıncı последний последняя последнее последнего последнюю letzter letzte letzten dernier dernière último",
    ),
    (Role::Number, "1", "one bir один одна одну"),
    (Role::Number, "2", "two iki два две"),
    (Role::Number, "3", "three üç три"),
    (Role::Number, "4", "four dörd dört четыре"),
    (Role::Number, "5", "five beş пять"),
    (Role::Number, "6", "six altı шесть"),
    (Role::Number, "7", "seven yeddi yedi семь"),
    (Role::Number, "8", "eight səkkiz sekiz восемь"),
    (Role::Number, "9", "nine doqquz dokuz девять"),
    (Role::Number, "10", "ten десять"),
    (Role::Number, "20", "twenty iyirmi yirmi двадцать"),
    (Role::Number, "30", "thirty otuz тридцать"),
    (Role::Number, "40", "forty qırx kırk сорок"),
    (Role::Number, "50", "fifty əlli elli пятьдесят"),
    (Role::Number, "100", "hundred yüz сто"),
    (Role::Unit, "day", "day günü день tag jour día"),
    (Role::Unit, "days", "days gün günün дня дней tage tagen jours días"),
    (Role::Unit, "6 months", "полгода yarımil yarımyıl halfayear"),
    (
        Role::Unit,
        "weeks",
        "week weeks həftə hafta неделя неделю недели недель woche wochen semaine semaines semana semanas",
    ),
    (Role::Unit, "months", "month months ay месяц месяца месяцев monat monate monaten mois mes meses"),
    (Role::Unit, "years", "years лет jahre jahren ans años"),
    (Role::After, "after", "after following past sonra sonrakı sonraki после nach après después"),
    (Role::Before, "before", "before əvvəl öncə qabaq əvvəlki önce önceki evvel до перед vor avant antes"),
    (Role::From, "from", "from since с со от ab seit desde"),
    (Role::Between, "and", "and or to till until və ilə ve veya ile и или по на und et y bis"),
    (Role::Feast, "Orthodox Easter", "пасха пасхи пасху пасхой"),
    (Role::Feast, "Easter", "easter"),
    (
        Role::Feast,
        "Easter|Orthodox Easter",
        "pasxa pasxadan paskalya paskalyadan paskalyası paskalyasından пасхалия",
    ),
    (Role::Feast, "Orthodox Pentecost", "троица троицы троицу"),
    (Role::Feast, "Orthodox Ascension", "вознесение вознесения"),
    (Role::Feast, "Orthodox Palm Sunday", "вербноевоскресенье"),
    (Role::Feast, "Orthodox Good Friday", "великаяпятница страстнаяпятница"),
    (Role::Feast, "49 days before Orthodox Easter", "прощёноевоскресенье прощеноевоскресенье"),
    (Role::Feast, "January 20", "qarayanvar blackjanuary kanlıocak чёрныйянварь черныйянварь"),
    (Role::Feast, "1 day before Orthodox Pentecost", "троицкаясуббота"),
    (Role::Feast, "57 days before Orthodox Easter", "мясопустнаясуббота вселенскаясуббота"),
    (
        Role::Feast,
        "57 days before Orthodox Easter|1 day before Orthodox Pentecost|Saturday before November 8",
        "родительскаясуббота soulsaturday saturdayofsouls parentalsaturday",
    ),
    (
        Role::Feast,
        "Saturday before November 8",
        "дмитриевскаясуббота димитриевскаясуббота demetriussaturday dmitrievskayasaturday",
    ),
    (Role::Feast, "Radonitsa", "радоница радоницы радоницу"),
    (Role::Feast, "7 days after Pentecost", "trinitysunday"),
    (Role::Feast, "Shrove Tuesday", "mardigras"),
    (Role::Feast, "Ash Wednesday", "lent"),
    (Role::Feast, "8 days before Orthodox Easter", "lazarussaturday лазаревасуббота"),
    (Role::Feast, "55 days before Orthodox Easter|49 days before Orthodox Easter", "maslenitsa масленица"),
    (Role::Feast, "August 15", "assumption assumptionofmary mariähimmelfahrt"),
    (Role::Feast, "August 15|August 15 (Julian)", "dormition успение"),
    (Role::Feast, "September 14|September 14 (Julian)", "exaltationofthecross holycross воздвижение"),
    (Role::Feast, "April 23|April 23 (Julian)", "stgeorge stgeorgesday saintgeorgesday юрьевдень"),
    (Role::Feast, "December 6|December 6 (Julian)", "stnicholas stnicholasday saintnicholasday"),
    (Role::Feast, "June 24 (Julian)|June 24", "ivankupala иванкупала иванакупала"),
    (Role::Feast, "9 Tishrei", "erevyomkippur"),
    (
        Role::Feast,
        "4 Iyar; if Thursday or Friday then Wednesday before; if Sunday then Monday after",
        "yomhazikaron",
    ),
    (Role::Feast, "18 Iyar", "lagbaomer lagbomer"),
    (Role::Feast, "22 Tishrei|23 Tishrei", "simchattorah"),
    (Role::Feast, "12 Rabi al-Awwal|17 Rabi al-Awwal", "mawlid mawlidalnabi mevlid mövlud"),
    (Role::Feast, "9 Muharram", "tasua tasu'a tasuagünü"),
    (Role::Feast, "13 Farvardin", "sizdahbedar"),
    (Role::Feast, "30 Azar", "yalda shabeyalda"),
    (
        Role::Feast,
        "Tuesday before 1 Farvardin",
        "chaharshanbesuri charshanbesuri axırçərşənbə ilaxırçərşənbə sonçərşənbə",
    ),
    (Role::Feast, "May 6", "hıdırellez"),
    (Role::Feast, "November 8", "zəfərgünü"),
    (Role::Feast, "February 26", "xocalı xocalısoyqırımı xocalıfaciəsi khojaly"),
    (Role::Feast, "Palm Sunday", "holyweek"),
    (Role::Feast, "1 Shawwal", "ramazanbayramı ураза-байрам"),
    (Role::Feast, "10 Dhu al-Hijjah", "qurbanbayramı kurbanbayramı курбан-байрам"),
    (Role::Feast, "10 Muharram", "aşuragünü aşuregünü"),
    (Role::Feast, "20 Safar", "ərbəin ərbain арбаин"),
    (Role::Feast, "1 Farvardin", "novruzbayramı nevruzbayramı навруз"),
    (Role::Feast, "15 Nisan", "песах"),
    (Role::Feast, "10 Tishrei", "йомкипур йомкиппур"),
    (Role::Feast, "December 25", "christmas christmasday xmas noel"),
    (Role::Feast, "December 24", "christmaseve"),
    (Role::Feast, "December 25|December 25 (Julian)", "рождество"),
    (Role::Feast, "December 25 (Julian)", "orthodoxchristmas"),
    (Role::Feast, "January 1", "newyearsday newyear yılbaşı новыйгод"),
    (Role::Feast, "December 31", "newyearseve"),
    (Role::Feast, "January 1 (Julian)", "oldnewyear старыйновыйгод"),
    (Role::Feast, "October 31", "halloween"),
    (Role::Feast, "November 1", "allsaints allsaintsday allerheiligen toussaint"),
    (
        Role::Feast,
        "November 2",
        "allsouls allsoulsday allerseelen zaduszki dušičky dayofthedead diadelosmuertos diademuertos",
    ),
    (Role::Feast, "second Sunday of November", "remembrancesunday"),
    (Role::Feast, "last Monday of May", "memorialday"),
    (Role::Feast, "fourth Thursday of November|second Monday of October", "thanksgiving thanksgivingday"),
    (Role::Feast, "Qingming", "tombsweepingday qingmingfestival"),
    (Role::Feast, "Chinese 1/1", "китайскийновыйгод"),
    (Role::Feast, "Chinese 7/15", "ghostfestival hungryghostfestival zhongyuan"),
    (Role::Feast, "Chinese 8/15", "midautumn midautumnfestival"),
    (Role::Feast, "Korean 8/15", "chuseok"),
    (Role::Feast, "Chinese 1/1|Korean 1/1|Vietnamese 1/1", "lunarnewyear"),
    (Role::Feast, "Tibetan 4/15", "sagadawa"),
    (Role::Feast, "second Sunday of May|3 weeks before Easter", "mothersday"),
    (Role::Feast, "second Sunday of May", "muttertag деньматери"),
    (Role::Feast, "3 weeks before Easter", "motheringsunday"),
    (Role::Feast, "third Sunday of June", "fathersday"),
    (Role::Feast, "Ascension", "vatertag"),
    (Role::Feast, "May 1|first Monday of September", "labourday laborday"),
    (Role::Feast, "November 11", "remembranceday armisticeday veteransday"),
    (Role::Feast, "April 25", "anzacday"),
    (Role::Feast, "May 9", "деньпобеды"),
    (Role::Feast, "May 8|May 9", "victoryday"),
    (Role::Feast, "second Sunday before Advent", "volkstrauertag"),
    (Role::Feast, "Sunday before Advent", "totensonntag ewigkeitssonntag"),
    (Role::Feast, "11 days before Advent", "bußundbettag"),
    (Role::Feast, "January 6|January 6 (Julian)", "epiphany"),
    (Role::Feast, "January 6 (Julian)", "крещение"),
    (Role::Feast, "February 2", "candlemas"),
    (Role::Feast, "Chinese 5/5", "dragonboatfestival duanwu"),
    (Role::Feast, "Chinese 9/9", "doubleninth doubleninthfestival chongyang"),
    (Role::Feast, "July 15|August 15", "obon"),
    (Role::Feast, "Chinese 4/8|Korean 4/8|April 8", "buddhasbirthday"),
    (Role::Feast, "1 Shawwal|10 Dhu al-Hijjah", "eid"),
    (Role::Feast, "23 Ramadan|27 Ramadan", "laylatalqadr qədrgecəsi qədirgecəsi"),
    // A kandil is the evening before; Regaip is that of the first Friday of Rajab.
    (Role::Feast, "1 day before 27 Ramadan", "kadirgecesi kadirkandili"),
    (Role::Feast, "1 day before 12 Rabi al-Awwal", "mevlidkandili"),
    (Role::Feast, "1 day before Friday on or after 1 Rajab", "regaipkandili regaibkandili"),
    (Role::Feast, "1 day before 27 Rajab", "mirackandili miraçkandili"),
    (Role::Feast, "1 day before 15 Shaban", "beratkandili beraatkandili"),
    (
        Role::Feast,
        "January 27|27 Nisan; if Friday then Thursday before; if Sunday then Monday after",
        "holocaustremembranceday holocaustmemorialday",
    ),
    (Role::Today, "", "today tomorrow yesterday bugün sabah yarın dünən dün сегодня завтра вчера"),
    (Role::Yahrzeit, "", "yahrzeit yahrtzeit yartzeit jahrzeit yortzeit йорцайт йорцейт"),
    (Role::Julian, "(Julian)", "oldstyle постаромустилю стст"),
    (
        Role::Rite,
        "Orthodox",
        "orthodox easternorthodox greek russian serbian eastern православная православной православную ortodoks",
    ),
    (Role::Rite, "Western", "western catholic protestant католическая католической katolik"),
    (
        Role::Death,
        "",
        "death deaths died dies deceased passed умер умерла погиб погибла ölüm vefat vəfat смерть смерти смертью кончины ölümü ölümünün ölümündən ölümünden vəfatından vefatından vəfatının",
    ),
];

/// Months and weekdays as their endings follow them.
const STEMS: &[(&str, &str)] = &[
    ("yanvar", "January"),
    ("fevral", "February"),
    ("mart", "March"),
    ("aprel", "April"),
    ("may", "May"),
    ("iyun", "June"),
    ("iyul", "July"),
    ("avqust", "August"),
    ("avgust", "August"),
    ("sentyabr", "September"),
    ("oktyabr", "October"),
    ("noyabr", "November"),
    ("dekabr", "December"),
    ("ocak", "January"),
    ("subat", "February"),
    ("nisan", "April"),
    ("mayis", "May"),
    ("haziran", "June"),
    ("temmuz", "July"),
    ("agustos", "August"),
    ("eylul", "September"),
    ("ekim", "October"),
    ("kasim", "November"),
    ("aralik", "December"),
    ("meherrem", "Muharram"),
    ("muharrem", "Muharram"),
    ("sefer", "Safar"),
    ("receb", "Rajab"),
    ("ramazan", "Ramadan"),
    ("bazarertesi", "Monday"),
    ("cersenbeaxsami", "Tuesday"),
    ("cersenbe", "Wednesday"),
    ("cumeaxsami", "Thursday"),
    ("cume", "Friday"),
    ("senbe", "Saturday"),
    ("bazar", "Sunday"),
    ("pazartesi", "Monday"),
    ("sali", "Tuesday"),
    ("carsamba", "Wednesday"),
    ("persembe", "Thursday"),
    ("cuma", "Friday"),
    ("cumartesi", "Saturday"),
    ("pazar", "Sunday"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_two() {
        let mut seen = std::collections::BTreeMap::new();
        for (role, english, names) in WORDS {
            for name in names.split_whitespace() {
                let before = seen.insert(Key::of(name).as_str().to_owned(), (role, english));
                assert!(
                    before.is_none() || before == Some((role, english)),
                    "{name}: {before:?}, {role:?} {english}"
                );
            }
        }
    }
}
