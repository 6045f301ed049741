//! Phrases as people write them: what they mean, how they are written back, and how mistakes are told.

use remembrance::rule::Rule;

fn rule(phrase: &str) -> Rule {
    phrase.parse().unwrap_or_else(|error: remembrance::rule::RuleError| panic!("{}", error.render(phrase)))
}

fn dates(phrase: &str, year: i32) -> String {
    let dates = rule(phrase).dates(year..=year).unwrap_or_else(|error| panic!("{phrase}: {error}"));
    dates.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

#[test]
fn spelling_does_not_change_a_rule() {
    for (phrase, usual) in [
        ("january  20", "January 20"),
        ("20 January", "January 20"),
        ("the 20th of January", "January 20"),
        ("Jan. 20", "January 20"),
        ("20-jan", "January 20"),
        ("01-20", "January 20"),
        ("1-20", "January 20"),
        ("2026-5-1", "2026-05-01"),
        ("second of November", "November 2"),
        ("4th SATURDAY of november", "fourth Saturday of November"),
        ("last Mon in May", "last Monday of May"),
        ("the Sunday nearest to July 11", "Sunday nearest July 11"),
        ("first Sunday after 16 July", "Sunday after July 16"),
        ("last Sunday before Advent", "Sunday before Advent"),
        ("nine days after Orthodox Easter Sunday", "9 days after Orthodox Easter"),
        ("the day after Easter", "1 day after Easter"),
        ("1 week before Western Easter", "1 week before Easter"),
        ("2nd Sunday before the 25th of December", "second Sunday before December 25"),
        ("February 29 else 28 February", "February 29"),
        ("27 nisan", "27 Nisan"),
        ("Nisan 27", "27 Nisan"),
        ("the 27th of Nissan (Jewish)", "27 Nisan"),
        ("Mar-Heshvan 30 else 1 kislev", "30 Cheshvan else 1 Kislev"),
        ("14 Adar Sheni", "14 Adar II"),
        ("14 adar-ii else skip", "14 Adar II else skip"),
        ("5 Iyyar", "5 Iyar"),
        ("10 Moharram", "10 Muharram"),
        ("10 Muḥarram (Umm al-Qurā)", "10 Muharram"),
        ("10 muharrem (civil)", "10 Muharram (tabular)"),
        ("12 Rabi' al-Awwal", "12 Rabi al-Awwal"),
        ("12 Rabīʿ I", "12 Rabi al-Awwal"),
        ("Rabi II 3", "3 Rabi al-Thani"),
        ("1 Ramazan", "1 Ramadan"),
        ("9 Dhu'l-Hijja", "9 Dhu al-Hijjah"),
        ("9 dhu al hijjah", "9 Dhu al-Hijjah"),
        ("22 bahman", "22 Bahman"),
        ("30 Tir (Iranian)", "30 Tir (Persian)"),
        ("30 Ter", "30 Tir (Ethiopian)"),
        ("1 Tut", "1 Thout"),
        ("29 Kiahk", "29 Koiak"),
        ("1 Chaitra (Indian national)", "1 Chaitra"),
        ("chinese 07/15", "Chinese 7/15"),
        ("Chinese 7/15 else skip", "Chinese 7/15"),
        ("Chinese 12/30 else 1/1", "Chinese 12/30 else Chinese 1/1"),
        ("korean LEAP 8-10 else skip", "Korean leap 8/10 else skip"),
        ("Korean lunar anniversary of 1995-10-04", "lunar anniversary of 1995-10-04 (Korean)"),
        ("Yahrtzeit of 1949-11-22", "yahrzeit of 1949-11-22"),
        (
            "rrule:freq=yearly;wkst=mo;byday=2su;interval=1;bymonth=11 FROM 19461110",
            "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=2SU from 1946-11-10",
        ),
        (
            "1 day after RRULE:FREQ=MONTHLY;UNTIL=20301231T235959Z;BYMONTHDAY=-1,15 from 2026-01-15; if Sunday then skip",
            "1 day after RRULE:FREQ=MONTHLY;UNTIL=20301231;BYMONTHDAY=-1,15 from 2026-01-15; if Sunday then skip",
        ),
        ("29 Feb else 03-01", "February 29 else March 1"),
        ("January 20 else skip", "January 20"),
        (
            "January 20; if Sat, Sun or Wed then next Thursday;",
            "January 20; if Wednesday or Saturday or Sunday then Thursday after",
        ),
    ] {
        assert_eq!(rule(phrase).to_string(), usual, "{phrase}");
        assert_eq!(rule(usual), rule(phrase), "{usual}");
    }
}

#[test]
fn gregorian_rules_have_their_published_dates() {
    for (phrase, year, date) in [
        ("January 20", 2026, "2026-01-20"),
        ("fourth Saturday of November", 2026, "2026-11-28"),
        ("last Monday of May", 2026, "2026-05-25"),
        ("second Sunday of November", 2026, "2026-11-08"),
        ("Sunday on or after July 16", 2026, "2026-07-19"),
        ("Monday before May 25", 2026, "2026-05-18"),
        ("Sunday nearest July 11", 2026, "2026-07-12"),
        ("second Sunday before December 25", 2026, "2026-12-13"),
        ("second Sunday before Advent", 2024, "2024-11-17"),
        ("second Sunday before Advent", 2025, "2025-11-16"),
        ("second Sunday before Advent", 2026, "2026-11-15"),
        ("9 days after Orthodox Easter", 2026, "2026-04-21"),
        ("2 days before Easter", 2026, "2026-04-03"),
        ("40 days after 2026-05-01", 2026, "2026-06-10"),
        ("40 days after 2026-05-01", 2027, ""),
        ("Qingming", 2026, "2026-04-05"),
        ("fifth Sunday of March", 2026, "2026-03-29"),
        ("fifth Sunday of March", 2027, ""),
        ("February 29", 2027, "2027-02-28"),
        ("February 29", 2028, "2028-02-29"),
        ("February 29 else March 1", 2027, "2027-03-01"),
        ("February 29 else skip", 2027, ""),
        ("10 days after December 28", 2026, "2026-01-07"),
        ("January 20; if Tuesday then skip", 2026, ""),
        ("January 20; if Tuesday then Monday before", 2026, "2026-01-19"),
        ("January 20; if Tuesday then 2 days after", 2026, "2026-01-22"),
    ] {
        assert_eq!(dates(phrase, year), date, "{phrase}");
    }
}

#[test]
fn mistakes_are_told_with_their_place_and_the_way_out() {
    for (phrase, wrong, message, help) in [
        ("second Sonday of November", "Sonday", "unknown weekday `Sonday`", "did you mean `Sunday`?"),
        ("second Sunday of Novmber", "Novmber", "unknown month `Novmber`", "did you mean `November`?"),
        ("Sonday before May 25", "Sonday", "unknown weekday `Sonday`", "did you mean `Sunday`?"),
        ("20 Januray", "Januray", "unknown month `Januray`", "did you mean `January`?"),
        ("9 dayz after Easter", "dayz", "unknown word `dayz`", "did you mean `days`?"),
        ("9 days aftr Easter", "aftr", "unknown word `aftr`", "did you mean `after`?"),
        ("February 30", "February 30", "`February 30` is not a date", "February has 29 days at most"),
        ("31 April", "31 April", "`31 April` is not a date", "April has 30 days"),
        (
            "2026-02-29",
            "2026-02-29",
            "`2026-02-29` is not a date",
            "2026 is a common year: its February has 28 days",
        ),
        ("6th Friday of May", "6th", "no month has a `6th` Friday", "from the first to the fifth, or `last`"),
        (
            "Sunday of May",
            "Sunday",
            "which Sunday?",
            "write `first Sunday of May`, `second Sunday of May` ... `last Sunday of May`",
        ),
        (
            "7/15",
            "7/15",
            "a date with `/` is read differently from country to country",
            "write `July 15` or `Chinese 7/15`",
        ),
        (
            "12/03",
            "12/03",
            "a date with `/` can be read two ways",
            "write `December 3` or `March 12` or `Chinese 12/3`",
        ),
        (
            "January 20 if Sunday then Monday after",
            "if",
            "a `;` is missing before `if`",
            "a move is written like `; if Friday then Thursday before`",
        ),
        (
            "January 20 else January 21",
            "else",
            "`else` is never needed: every year has this date",
            "a move by weekday is written like `; if Sunday then Monday after`",
        ),
    ] {
        let error = phrase.parse::<Rule>().expect_err(phrase);
        assert_eq!(&phrase[error.span.clone()], wrong, "{phrase}");
        assert_eq!(error.to_string(), message, "{phrase}");
        assert_eq!(error.help().as_deref(), Some(help), "{phrase}");
    }
}

#[test]
fn dates_are_understood_as_people_write_them() {
    for (phrase, usual) in [
        ("January 20, 1990", "1990-01-20"),
        ("20 Jan 1990", "1990-01-20"),
        ("15.10.1990", "1990-10-15"),
        ("15. 10. 1990", "1990-10-15"),
        ("1990/10/15", "1990-10-15"),
        ("15.10.", "October 15"),
        ("20.01", "January 20"),
        ("20. Januar", "January 20"),
        ("January 20 (Gregorian)", "January 20"),
        ("last day of February (Gregorian)", "last day of February"),
        ("22 Bahman (Shamsi)", "22 Bahman"),
        ("1 Mai", "May 1"),
        ("15 août", "August 15"),
        ("12 Eylül", "September 12"),
        ("15 oktyabr 2015", "2015-10-15"),
        ("15 октября 2015", "2015-10-15"),
        ("15 Ekim 2015", "2015-10-15"),
        ("second воскресенье of ноября", "second Sunday of November"),
        ("first bazar ertəsi of mart", "first Monday of March"),
        ("second cümə axşamı of mart", "second Thursday of March"),
        ("2nd Sun of Nov", "second Sunday of November"),
        ("Pascha", "Orthodox Easter"),
        ("Orthodox Easter Monday", "Orthodox Easter Monday"),
        ("Easter Sunday", "Easter"),
        ("Great Friday", "Good Friday"),
        ("Dongzhi", "Dongzhi"),
        ("winter solstice (China)", "Dongzhi"),
        ("vernal equinox", "spring equinox"),
        ("Tet", "Vietnamese 1/1"),
        ("Losar", "Tibetan leap 1/1"),
        ("tibetan LEAP 4-15 ; if Sunday then skip", "Tibetan leap 4/15; if Sunday then skip"),
        ("13 ‘Aẓamat", "13 Azamat"),
        ("Ayyám-i-Há 1", "1 Ayyam-i-Ha"),
        ("last day of Ayyam-i-Ha", "last day of Ayyam-i-Ha"),
        ("9 Masá'il (Baha'i)", "9 Masail"),
        ("Boishakh 25 (Bangladesh)", "25 Boishakh (Bangladesh)"),
        ("12 Chaitra (Bangladesh)", "12 Choitro (Bangladesh)"),
        ("30 Falgun (Bangladesh) else 1 Choitro", "30 Falgun (Bangladesh) else 1 Choitro (Bangladesh)"),
        ("last day of Falgun (Bangladesh)", "last day of Falgun (Bangladesh)"),
        ("fortieth day from May 1, 2026", "40th day from 2026-05-01"),
        ("hundredth day from 1 May 2026", "100th day from 2026-05-01"),
        ("24 months after 2026-02-28", "2 years after 2026-02-28"),
        ("40 days from 2026-05-01", "40 days after 2026-05-01"),
        ("20th day of January", "January 20"),
        ("yahrzeit of Kislev 1, 5710", "yahrzeit of 1 Kislev 5710"),
        ("yahrzeit of November 22, 1949 after nightfall", "yahrzeit of 1949-11-22 after sunset"),
        ("December 25 (Julian)", "December 25 (Julian)"),
        ("29 February (Julian) else 1 March", "February 29 (Julian) else March 1 (Julian)"),
    ] {
        assert_eq!(rule(phrase).to_string(), usual, "{phrase}");
        assert_eq!(rule(usual), rule(phrase), "{usual}");
    }
}

/// The months and weekdays of a language as its file has them: a key, and the names in their order.
fn names_of(language: &str, key: &str) -> Vec<String> {
    let file = format!("{}/src/words/{language}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(file).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = ").map(str::to_owned));
    line.map(|line| line.split('|').map(|name| name.trim().to_owned()).collect()).unwrap_or_default()
}

#[test]
fn the_months_and_weekdays_of_every_language_are_understood_or_refused_without_another_month() {
    const WEEKDAYS: [&str; 7] =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let folder = format!("{}/src/words", env!("CARGO_MANIFEST_DIR"));
    let mut understood = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if std::path::Path::new(&name).extension().is_none_or(|extension| extension != "ftl") {
            continue;
        }
        let mut check = |phrase: String, usual: String| match phrase.parse::<Rule>() {
            Ok(rule) if rule.to_string() == usual => understood += 1,
            // The Hebrew month to all but those who are asked.
            Ok(rule) => {
                assert_eq!((name.as_str(), rule.to_string().as_str()), ("tr.ftl", "15 Nisan"), "{phrase}");
            }
            // Two words, a number in the name, or a month that is another one to neighbours.
            Err(error) => {
                let help = error.help().unwrap_or_default();
                let is_right =
                    !help.starts_with("did you mean") || help.contains(usual.split(' ').next().unwrap());
                assert!(is_right, "{name}: {phrase}: {error}; {help}");
                let is_spelled_in_two =
                    phrase.split(' ').count() > 2 || phrase.chars().filter(char::is_ascii_digit).count() > 2;
                let is_shared =
                    phrase.to_lowercase().contains("listopad") || phrase.to_lowercase().contains("листопад");
                assert!(is_spelled_in_two || is_shared, "{name}: {phrase}: {error}");
            }
        };
        for key in ["month-names", "months", "months-on"] {
            for (month, number) in names_of(&name, key).iter().zip(1_u8..=12) {
                let usual = chrono::Month::try_from(number).unwrap().name();
                check(format!("15 {month}"), format!("{usual} 15"));
            }
        }
        for (weekday, usual) in names_of(&name, "weekdays").iter().zip(WEEKDAYS) {
            if !weekday.contains(' ') {
                let said = rule(&format!("{weekday} before March 1")).to_string();
                assert_eq!(said, format!("{usual} before March 1"), "{name}");
            }
        }
    }
    assert!(understood >= 900, "{understood}");
}

/// The phrases between backquotes behind `write`.
fn advised(help: &str) -> Vec<&str> {
    let Some(ways) = help.strip_prefix("write ") else { return Vec::new() };
    ways.split('`').skip(1).step_by(2).collect()
}

#[test]
fn advice_works_and_means_what_was_meant() {
    for (phrase, dates) in [
        ("9th day after 2026-01-02", vec!["2026-01-10", "2026-01-11"]),
        ("40th day after 2026-05-01", vec!["2026-06-09", "2026-06-10"]),
        ("49th day after 2026-01-01", vec!["2026-02-18", "2026-02-19"]),
        ("9th day before 2026-01-12", vec!["2026-01-03", "2026-01-04"]),
        ("12/03", vec!["2026-12-03", "2026-03-12", "2026-01-21"]),
        ("12/03/2026", vec!["2026-12-03", "2026-03-12"]),
        ("25/12", vec!["2026-12-25"]),
        ("Easter Tuesday", vec!["2026-04-07"]),
        ("Orthodox Easter Tuesday", vec!["2026-04-14"]),
        ("27 Nisan 5750", vec!["2026-04-14", "2026-04-14"]),
        ("10 Muharram 1445", vec!["2026-06-25"]),
        ("30 Tir", vec!["2026-02-07", "2026-07-21"]),
        // The Ethiopian month has no such day.
        ("31 Tir", vec!["2026-07-22"]),
        ("yahrzeit of 12/03/1990", vec![]),
        ("20-01-1990", vec![]),
        ("13-01", vec!["2026-01-13"]),
        ("second Sunday of Ramadan", vec!["2026-03-01"]),
        ("last Friday of Ramadan", vec!["2026-03-13"]),
        ("second Sunday of Magh", vec!["2026-01-25"]),
        ("last day of Tir", vec!["2026-02-07", "2026-07-22"]),
    ] {
        let error = phrase.parse::<Rule>().expect_err(phrase);
        let help = error.help().unwrap_or_default();
        let mut found = Vec::new();
        for way in advised(&help) {
            found.extend(rule(way).dates(2026..=2026).unwrap().iter().map(ToString::to_string));
        }
        found.sort();
        let mut dates = dates;
        dates.sort_unstable();
        assert_eq!(found, dates, "{phrase}: {help}");
    }
}

#[test]
fn what_no_rule_has_is_said_and_nothing_else_offered() {
    for (phrase, message) in [
        (
            "16 Magh",
            "`Magh` is a month in calendars that differ: Bangladesh, West Bengal, Nepal, Punjab, the Hindu lunar calendar",
        ),
        ("1 Boishakh", "`Boishakh` is a month in calendars that differ: Bangladesh, West Bengal"),
        ("5 Mangsir", "`Mangsir` is a month of a calendar that rules do not have: Nepali"),
        ("Orthodox Ash Wednesday", "there is no Orthodox `Ash Wednesday`"),
        (
            "Chinese leap 12/1 else skip",
            "no year from 1901 to 2100 has a leap month 12 in the Chinese calendar",
        ),
        ("yahrzeit of 30 Tevet 5784", "`30 Tevet 5784` is not a date"),
        ("January 20 (Hebrew)", "`January` is not a month of the Hebrew calendar"),
        ("01.20", "`01.20` is not a date"),
        ("20/01/90", "`20/01/90` is not a date"),
        ("40th day after foo", "unknown word `foo`"),
        ("Sunday of Ramadan", "`Ramadan` is not a month from January to December"),
        ("1 Vaishakh", "`Vaishakh` is a month of a calendar that rules do not have: Hindu lunar"),
        ("5 Asad", "`Asad` is a month of a calendar that rules do not have: Afghan solar"),
        ("second Advent", "unknown word `Advent`"),
        ("15.10.90", "`15.10.90` is not a date"),
    ] {
        let error = phrase.parse::<Rule>().expect_err(phrase);
        assert_eq!(error.to_string(), message, "{phrase}");
        let help = error.help().unwrap_or_default();
        assert!(!help.starts_with("did you mean"), "{phrase}: {help}");
    }
}

#[test]
fn the_months_of_the_hijri_calendar_are_known_as_azerbaijani_turkish_and_russian_have_them() {
    const MONTHS: [&str; 12] = [
        "Muharram",
        "Safar",
        "Rabi al-Awwal",
        "Rabi al-Thani",
        "Jumada al-Awwal",
        "Jumada al-Thani",
        "Rajab",
        "Shaban",
        "Ramadan",
        "Shawwal",
        "Dhu al-Qadah",
        "Dhu al-Hijjah",
    ];
    for names in [
        "məhərrəm, səfər, rəbiüləvvəl, rəbiülaxır, cəmadiüləvvəl, cəmadiülaxır, rəcəb, şaban, ramazan, şəvval, zilqədə, zilhiccə",
        "muharrem, safer, rebiülevvel, rebiülahir, cemaziyelevvel, cemaziyelahir, recep, şaban, ramazan, şevval, zilkade, zilhicce",
        "мухаррам, сафар, раби аль-авваль, раби ас-сани, джумада аль-уля, джумада ас-сани, раджаб, шаабан, рамадан, шавваль, \
         зуль-каада, зуль-хиджа",
        "Muharam, Safar, Rabiulawal, Rabiulakhir, Jumadilawal, Jumadilakhir, Rejab, Syaban, Ramadan, Syawal, Zulkaidah, Zulhijah",
        "Moharram, Safar, Rabi-ol-avval, Rabi-os-sani, Jamadi-ol-avval, Jamadi-os-sani, Rajab, Sha'ban, Ramezan, Shavval, \
         Dhu al-Qadah, Zilhijja",
    ] {
        assert_eq!(names.split(", ").count(), 12);
        for (name, usual) in names.split(", ").zip(MONTHS) {
            assert_eq!(rule(&format!("10 {name}")).to_string(), format!("10 {usual}"), "{name}");
        }
    }
}

#[test]
fn a_feast_may_have_its_weekday_short() {
    for (phrase, whole) in [
        ("Ash Wed", "Ash Wednesday"),
        ("Easter Mon", "Easter Monday"),
        ("Orthodox Good Fri", "Orthodox Good Friday"),
        ("Maundy Thurs", "Maundy Thursday"),
    ] {
        assert_eq!(rule(phrase).to_string(), whole);
    }
}

#[test]
fn a_word_that_is_as_near_to_several_is_answered_with_all_of_them() {
    for (phrase, help) in [
        ("Juny 5", "did you mean `July` or `June`?"),
        ("Januray", "did you mean `January`?"),
        ("Orthodx Good Friday", "did you mean `Orthodox`?"),
        ("Orthodx", "did you mean `Orthodox Easter`?"),
        ("12 Rabi", "did you mean `Rabi al-Awwal` or `Rabi al-Thani`?"),
        ("12 Jumada", "did you mean `Jumada al-Awwal` or `Jumada al-Thani`?"),
        ("1 Dhu", "did you mean `Dhu al-Hijjah` or `Dhu al-Qadah`?"),
        ("15 listopada", "write `November 15` or `October 15`"),
        ("15 oktyabir", "did you mean `October`?"),
        ("15 янвря", "did you mean `January`?"),
        ("Пасха", "write `Orthodox Easter`"),
        ("Pasqua", "write `Easter`"),
        ("Paskalya", "write `Easter` or `Orthodox Easter`"),
        ("Orthodox Good Fryday", "did you mean `Good Friday`?"),
        ("Yom Kippur", "write `10 Tishrei`"),
        ("5 Ayyar", "write `May 5`"),
        ("2 Tishrin al-Awwal", "did you mean `October`?"),
        ("10 Moharam", "did you mean `Muharram`?"),
    ] {
        let error = phrase.parse::<Rule>().expect_err(phrase);
        assert_eq!(error.help().as_deref(), Some(help), "{phrase}: {error}");
    }
}

#[test]
fn an_explanation_speaks_of_years_without_the_date_only_where_there_are_some() {
    let hijri = ["Muharram", "Safar", "Rajab", "Shaban", "Ramadan", "Dhu al-Hijjah"];
    let others =
        ["Tishrei", "Cheshvan", "Kislev", "Adar I", "Adar II", "Esfand", "Mehr", "Pagume", "Nesi", "Chaitra"];
    let new = ["Baha", "Ayyam-i-Ha", "Ala", "Falgun (Bangladesh)", "Ashwin (Bangladesh)"];
    let named = hijri.into_iter().chain(others).chain(new);
    let mut phrases: Vec<String> =
        named.flat_map(|month| (1..=31).map(move |day| format!("{day} {month}"))).collect();
    for calendar in ["Chinese", "Korean", "Vietnamese", "Tibetan", "Tibetan leap", "Chinese leap"] {
        phrases.extend([1, 15, 29, 30].map(|day| format!("{calendar} 4/{day}")));
    }
    for phrase in phrases {
        let Ok(usual) = phrase.parse::<Rule>() else { continue };
        let skip = format!("{phrase} else skip").parse::<Rule>().unwrap();
        // 400 years, or as many as the calendar covers.
        let years = match skip.dates(1800..=2199) {
            Ok(_) => 1800..=2199,
            Err(error) => error.sound_years().start() + 1..=(error.sound_years().end() - 1).min(2418),
        };
        let (all, some) = (usual.dates(years.clone()).unwrap(), skip.dates(years).unwrap());
        let says = usual.explain();
        let speaks = says.contains("in years without") || says.contains("in common years");
        assert_eq!(speaks, all != some, "{phrase}: {says}");
    }
}
