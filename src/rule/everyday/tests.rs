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
    assert_eq!(meaning("sabah"), Some(Everyday::OfToday));
    assert_eq!(meaning("40 gün sonra"), Some(Everyday::OfNothing));
}

#[test]
fn what_says_more_than_a_rule_has_is_not_shortened() {
    let sentences = ["every other January 20", "every other week", "Monday, January 20, 1990"];
    for sentence in sentences {
        assert_eq!(meaning(sentence), None, "{sentence}");
    }
}
