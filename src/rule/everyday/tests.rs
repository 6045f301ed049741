//! Everyday dates in four languages and the phrases for them.

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
        ("Троицкая родительская суббота", "1 day before Orthodox Pentecost"),
        ("Чёрный январь", "January 20"),
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
fn what_is_counted_or_said_in_another_way_is_the_phrase_for_it() {
    let table = [
        ("Easter + 9", "9 days after Easter"),
        ("Orthodox Easter+40 days", "40 days after Orthodox Easter"),
        ("Easter - 2", "2 days before Easter"),
        ("9 after Easter", "9 days after Easter"),
        ("penultimate Sunday of May", "1 week before last Sunday of May"),
        ("the second-to-last Friday of June", "1 week before last Friday of June"),
        ("100th day of the year", "99 days after January 1"),
        ("yanvarın iyirmisi", "January 20"),
        ("yanvarın on doqquzu", "January 19"),
        ("der zweite Sonntag im November", "second Sunday of November"),
        ("deuxième dimanche de novembre", "second Sunday of November"),
        ("último domingo de abril", "last Sunday of April"),
        ("40 Tage nach Ostern", "40 days after Easter"),
        ("Volkstrauertag", "second Sunday before Advent"),
        ("Mevlid Kandili", "1 day before 12 Rabi al-Awwal"),
        ("Regaip Kandili", "1 day before Friday on or after 1 Rajab"),
        ("Kadir Gecesi", "1 day before 27 Ramadan"),
        ("Hebrew anniversary of 20 January 1990", "yahrzeit of 1990-01-20"),
        ("Korean anniversary of 1990-01-20", "lunar anniversary of 1990-01-20 (Korean)"),
        (
            "first working day of May",
            "RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1 from 2026-01-01",
        ),
    ];
    for (sentence, phrase) in table {
        assert_eq!(phrases(sentence), [phrase], "{sentence}");
    }
    let lunar = ["Chinese 7/15", "Korean 7/15", "Vietnamese 7/15"];
    for sentence in
        ["lunar 7/15", "15th of the 7th lunar month", "7th lunar month, 15th day", "15th of lunar 7"]
    {
        assert_eq!(phrases(sentence), lunar, "{sentence}");
    }
}

#[test]
fn an_hour_is_told_apart_from_its_day() {
    let table = [
        ("January 20 at noon", "January 20"),
        ("20 yanvar saat 12:00", "January 20"),
        ("20 января в 12:00", "January 20"),
        ("9 pm January 20", "January 20"),
        ("2026-05-01T12:00", "2026-05-01"),
        ("second Sunday of November, 11 o'clock", "second Sunday of November"),
        ("Jan 20th 1990, 9am", "1990-01-20"),
    ];
    for (sentence, phrase) in table {
        assert_eq!(meaning(sentence), Some(Everyday::WithHour(phrase.to_owned())), "{sentence}");
    }
    assert_eq!(meaning("12:00"), None);
}

#[test]
fn an_anniversary_by_another_calendar_is_its_day_and_the_year() {
    // 23 Jumada II 1410, 30 Dey 1368
    for (name, yearly) in
        [("Hijri", "23 Jumada al-Thani"), ("Islamic", "23 Jumada al-Thani"), ("Persian", "30 Dey")]
    {
        let expected = Everyday::YearOf { yearly: yearly.to_owned(), event: 1990 };
        assert_eq!(meaning(&format!("{name} anniversary of 1990-01-20")), Some(expected), "{name}");
    }
}

#[test]
fn a_year_of_two_digits_and_a_festival_that_no_rule_reckons_are_told() {
    for sentence in ["20 Jan 90", "20 января 90"] {
        assert_eq!(meaning(sentence), Some(Everyday::ShortYear("90".to_owned())), "{sentence}");
    }
    for sentence in ["Diwali", "2 days after Diwali", "first full moon of May", "Vesak"] {
        assert!(matches!(meaning(sentence), Some(Everyday::GoesBy { .. })), "{sentence}");
    }
}

#[test]
fn what_can_be_read_two_ways_has_both_phrases() {
    let both = ["ninth day from Orthodox Easter", "9 days after Orthodox Easter"];
    assert_eq!(phrases("9-й день после Пасхи"), both);
    assert_eq!(phrases("9 день после Пасхи"), both);
    assert_eq!(phrases("Рождество"), ["December 25", "December 25 (Julian)"]);
    assert_eq!(phrases("Pasxadan 40 gün sonra"), ["40 days after Easter", "40 days after Orthodox Easter"]);
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
    for sentence in ["sabah", "next Friday", "in 3 weeks", "3 weeks from today", "gələn il", "через 3 дня"]
    {
        assert_eq!(meaning(sentence), Some(Everyday::OfToday), "{sentence}");
    }
    for sentence in ["40 gün sonra", "on the 40th day", "40 days"] {
        assert_eq!(meaning(sentence), Some(Everyday::OfNothing), "{sentence}");
    }
}

#[test]
fn what_says_more_than_a_rule_has_is_not_shortened() {
    let sentences = ["every other January 20", "every other week", "Monday, January 20, 1990"];
    for sentence in sentences {
        assert_eq!(meaning(sentence), None, "{sentence}");
    }
}
