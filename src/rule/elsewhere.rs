//! Names that no rule has: months of calendars that rules do not know, and what feasts are called in other languages or in
//! none of a church. Without them a word with similar letters would be offered.

/// Where else than in Bangladesh a month of this name is known, in calendars that no rule knows.
pub(super) fn bengali_elsewhere(letters: &[u8]) -> &'static [&'static str] {
    match letters {
        b"magh" => &["West Bengal", "Nepal", "Punjab", "the Hindu lunar calendar"],
        b"ashwin" | b"kartik" | b"phalgun" => &["West Bengal", "Nepal", "the Hindu lunar calendar"],
        b"baishakh" | b"falgun" | b"poush" => &["West Bengal", "Nepal"],
        _ => &["West Bengal"],
    }
}

/// The calendars that have a month of this name and that no rule knows; empty for every other name.
pub(super) fn unknown_calendars(letters: &str) -> &'static [&'static str] {
    MONTHS.iter().find(|(names, _)| names.split(' ').any(|name| name == letters)).map_or(&[], |(_, of)| of)
}

/// What a day goes by that no rule reckons.
pub(super) fn goes_by(letters: &str) -> Option<&'static str> {
    DAYS.iter().find(|(names, _)| names.split(' ').any(|name| name == letters)).map(|(_, by)| *by)
}

/// The names of the months that no rule knows.
pub(super) fn unknown_months() -> impl Iterator<Item = &'static str> {
    MONTHS.iter().flat_map(|(names, _)| names.split(' '))
}

/// What a rule has for a name: one phrase, or one for each meaning.
pub(super) fn meant_by(letters: &str) -> &'static [&'static str] {
    NAMES
        .iter()
        .find(|(names, _)| names.split(' ').any(|name| name == letters))
        .map_or(&[], |(_, phrases)| phrases)
}

/// Months of calendars that no rule knows, so that none of a calendar with a similar name is offered for them.
const MONTHS: &[(&str, &[&str])] = &[
    (
        "aghan agahan bhadau bhadrapad chait chaitr jyeshth margashirsh margshirsh paush shravan vaishakh",
        &["Hindu lunar"],
    ),
    ("ashadh", &["Nepali", "Hindu lunar"]),
    ("asar ashoj asoj baisakh fagun jestha mangshir mangsir push saun shrawan", &["Nepali"]),
    ("jeth phagun", &["Nepali", "Punjabi"]),
    ("assu bhadon chet harh katak maghar poh sawan vaisakh", &["Punjabi"]),
    (
        "aadi aani aavani aippasi chithirai karthigai karthikai maasi margazhi markazhi panguni purattasi thai vaikasi",
        &["Tamil"],
    ),
    (
        "chingam dhanu edavam kanni karkidakam kumbham makaram medam meenam mithunam thulam vrischikam",
        &["Malayalam"],
    ),
    ("aqrab asad dalw hamal hut jadi jawza mizan qaws saratan sawr sunbula", &["Afghan solar"]),
    (
        "brumaire floreal frimaire fructidor germinal messidor nivose pluviose prairial thermidor vendemiaire ventose",
        &["French Republican"],
    ),
];

/// Days of calendars that no rule knows, and of the moon itself.
const DAYS: &[(&str, &str)] = &[
    (
        "chhath deepavali deepawali diwali durgapuja dussehra ganeshchaturthi gurupurnima holi janmashtami karvachauth \
         mahalaya mahashivaratri navaratri navratri onam pitrupaksha rakshabandhan ramnavami shraddha tarpan vasantpanchami",
        "the Hindu lunar calendar",
    ),
    (
        "asalhapuja kathina makhabucha maghapuja poson poya vesak vesakday visakhabucha waisak wesak",
        "the moon as Buddhist countries reckon it",
    ),
    ("fullmoon newmoon halfmoon firstquarter", "the moon"),
    ("gurunanakjayanti hollamohalla", "the Nanakshahi calendar"),
    ("galungan kuningan nyepi", "the Balinese calendars"),
];

/// What feasts and months are called elsewhere, and the phrases for them.
const NAMES: &[(&str, &[&str])] = &[
    (
        "husvet lieldienas ostern ostersonntag paasiainen paaske paques pascoa pascua pasen pask paske pasqua paskir \
         velikonoce velykos wielkanoc",
        &["Easter"],
    ),
    ("paskha paste velikden vaskrs vaskrsenje vyalikdzen", &["Orthodox Easter"]),
    ("paskalya paskalia pasxa uskrs", &["Easter", "Orthodox Easter"]),
    ("karfreitag vendredisaint", &["Good Friday"]),
    ("ostermontag", &["Easter Monday"]),
    ("christihimmelfahrt himmelfahrt", &["Ascension"]),
    ("pentecote pentecostes pfingsten pinksteren", &["Pentecost"]),
    ("pfingstmontag", &["Whit Monday"]),
    ("fronleichnam", &["Corpus Christi"]),
    ("aschermittwoch", &["Ash Wednesday"]),
    ("palmsonntag", &["Palm Sunday"]),
    ("pesach pesah passover", &["15 Nisan"]),
    ("chanukah hanukah hanukkah", &["25 Kislev"]),
    ("purim", &["14 Adar"]),
    ("shavuot", &["6 Sivan"]),
    ("sukkot", &["15 Tishrei"]),
    ("roshhashanah roshhashana", &["1 Tishrei"]),
    ("yomkippur", &["10 Tishrei"]),
    ("yomhashoah", &["27 Nisan; if Friday then Thursday before; if Sunday then Monday after"]),
    ("tishabav", &["9 Av; if Saturday then Sunday after"]),
    ("asura ashoura ashura", &["10 Muharram"]),
    ("arbaeen arbain", &["20 Safar"]),
    ("eidalfitr eidulfitr", &["1 Shawwal"]),
    ("eidaladha eiduladha", &["10 Dhu al-Hijjah"]),
    ("nevruz novruz nowruz", &["1 Farvardin"]),
    ("ridvan", &["13 Jalal"]),
    // The months of Syria, Lebanon and Iraq, of which some are spelled like Hebrew ones.
    ("kanunalthani kanunaththani", &["January"]),
    ("shubat", &["February"]),
    ("ayyar", &["May"]),
    ("huzayran huzairan", &["June"]),
    ("aylul", &["September"]),
    ("tishrinalawwal tishrinalawal", &["October"]),
    ("tishrinalthani tishrinaththani", &["November"]),
    ("kanunalawwal kanunalawal", &["December"]),
    // November in Polish, Czech and Ukrainian, October in Croatian.
    ("listopad", &["November", "October"]),
    ("listopada", &["November", "October"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::calendar_names::months;
    use crate::rule::names::named_date;
    use crate::rule::words::word;

    #[test]
    fn a_name_that_no_rule_has_is_none_that_rules_have() {
        for name in unknown_months().chain(NAMES.iter().flat_map(|(names, _)| names.split(' '))) {
            let letters = name.as_bytes();
            assert!(
                word(letters).is_none() && months(letters).is_empty() && named_date(letters).is_none(),
                "{name}"
            );
        }
    }
}
