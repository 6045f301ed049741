//! What holds for every rule, tried with many: proptest prints the case that repeats a failure, and `PROPTEST_CASES` says how
//! many are tried.

use crate::common::process::of_this_thread;
use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;
use remembrance::rule::{FORMS, Rule};
use std::time::Duration;

fn rule(phrase: &str) -> Rule {
    phrase.parse().unwrap_or_else(|error: remembrance::rule::RuleError| panic!("{}", error.render(phrase)))
}

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// A phrase whose date is in every year that its calendar covers.
fn anchor() -> impl Strategy<Value = String> {
    static MONTHS: &[&str] = &[
        "Nisan",
        "Cheshvan",
        "Kislev",
        "Adar",
        "Adar I",
        "Adar II",
        "Muharram",
        "Ramadan",
        "Dhu al-Hijjah",
        "Bahman",
        "Mehr",
        "Yekatit",
        "Hamle",
        "Thout",
        "Mesori",
        "Chaitra",
        "Magha",
    ];
    static GREGORIAN: &[&str] = &["January", "February", "April", "June", "December"];
    prop_oneof![
        (1..=28u8, prop::sample::select(GREGORIAN)).prop_map(|(day, month)| format!("{month} {day}")),
        Just("February 29".to_owned()),
        Just("February 29 else skip".to_owned()),
        (1..=29u8, prop::sample::select(MONTHS)).prop_map(|(day, month)| format!("{day} {month}")),
        (1..=29u8, prop::sample::select(&["Safar", "Rajab"][..]))
            .prop_map(|(day, month)| format!("{day} {month} (tabular)")),
        (1..=5u8, prop::sample::select(&WEEKDAYS[..]), prop::sample::select(GREGORIAN))
            .prop_map(|(n, day, month)| format!("{n}th {day} of {month}")),
        (1..=12u8, 1..=30u8).prop_map(|(month, day)| format!("Chinese {month}/{day}")),
        (1..=12u8, 1..=30u8).prop_map(|(month, day)| format!("Korean leap {month}/{day}")),
        prop::sample::select(
            &[
                "Easter",
                "Orthodox Easter",
                "Ash Wednesday",
                "Orthodox Whit Monday",
                "Radonitsa",
                "Advent",
                "Qingming",
                "winter solstice (Korea)",
                "autumn equinox",
                "Dahan",
                "Chinese New Year",
                "last day of February",
                "last day of Safar",
                "last day of Adar I",
                "last day of March (Julian)",
                "30 Cheshvan else 1 Kislev",
            ][..]
        )
        .prop_map(str::to_owned),
        (1..=12u8, 1..=30u8).prop_map(|(month, day)| format!("Vietnamese leap {month}/{day}")),
        (1..=28u8, prop::sample::select(GREGORIAN))
            .prop_map(|(day, month)| format!("{month} {day} (Julian)")),
        (1900..2030, 1..=12, 1..=28).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}")),
        (1900..2030, 1..=12, 1..=28).prop_map(|(y, m, d)| format!("{d}.{m:02}.{y}")),
        (1900..2030, 1..=12, 1..=28)
            .prop_map(|(y, m, d)| format!("yahrzeit of {y}-{m:02}-{d:02} after sunset")),
        (5600..5790, 1..=29u8, prop::sample::select(&["Tishrei", "Adar", "Elul"][..]))
            .prop_map(|(y, d, month)| format!("yahrzeit of {d} {month} {y}")),
        (1902..2030, 1..=12, 1..=28)
            .prop_map(|(y, m, d)| format!("lunar anniversary of {y}-{m:02}-{d:02} (Vietnamese)")),
        (1900..2030, 1..=12, 1..=28).prop_map(|(y, m, d)| format!("yahrzeit of {y}-{m:02}-{d:02}")),
        (1902..2030, 1..=12, 1..=28).prop_map(|(y, m, d)| format!("lunar anniversary of {y}-{m:02}-{d:02}")),
        (1..=12u8, 1..=31u8, 1..=4u8).prop_map(|(m, d, n)| format!(
            "RRULE:FREQ=YEARLY;INTERVAL={n};BYMONTH={m};BYMONTHDAY={d} from 1946-11-10"
        )),
    ]
}

fn step() -> impl Strategy<Value = String> {
    static RELATIONS: &[&str] = &["before", "after", "on or before", "on or after", "nearest"];
    prop_oneof![
        (0..300u32, prop::sample::select(&["days before", "days after"][..]))
            .prop_map(|(n, unit)| format!("{n} {unit}")),
        (prop::sample::select(&WEEKDAYS[..]), prop::sample::select(RELATIONS))
            .prop_map(|(day, how)| format!("{day} {how}")),
        (1..=20u8, prop::sample::select(&WEEKDAYS[..])).prop_map(|(n, day)| format!("{n}th {day} before")),
        (1..=300u32).prop_map(|n| format!("{n}th day from")),
        (0..=40u32, prop::sample::select(&["months before", "months after", "years after"][..]))
            .prop_map(|(n, unit)| format!("{n} {unit}")),
    ]
}

fn phrase() -> impl Strategy<Value = String> {
    static MOVES: &[&str] = &[
        "",
        "; if Friday then Thursday before",
        "; if Sunday or Saturday then next Monday",
        "; if Friday then Thursday before; if Sunday then 1 day after",
        "; if Monday then skip",
    ];
    (prop::collection::vec(step(), 0..3), anchor(), prop::sample::select(MOVES)).prop_map(
        |(steps, anchor, moves)| {
            let steps = steps.join(" ");
            format!("{steps} {anchor}{moves}")
        },
    )
}

proptest! {
    #[test]
    fn the_usual_phrase_parses_back_to_the_rule(phrase in phrase()) {
        let rule = rule(&phrase);
        let usual = rule.to_string();
        prop_assert_eq!(&usual.parse::<Rule>().unwrap(), &rule, "{}", usual);
        prop_assert_eq!(usual.to_uppercase().replace(' ', "  ").parse::<Rule>().unwrap(), rule);
    }

    #[test]
    fn the_dates_of_some_years_are_those_of_each(phrase in phrase(), first in 1920..2080, more in 0..20) {
        let rule = rule(&phrase);
        let years = first..=first + more;
        // Steps of many years may lead out of the years that a calendar covers.
        prop_assume!(rule.dates(years.clone()).is_ok());
        let each: Vec<NaiveDate> = years.clone().flat_map(|year| rule.dates(year..=year).unwrap()).collect();
        prop_assert!(each.is_sorted_by(|a, b| a < b));
        prop_assert!(each.iter().all(|date| years.contains(&date.year())));
        prop_assert_eq!(rule.dates(years).unwrap(), each);
    }

    #[test]
    fn days_there_and_back_lead_to_the_same_dates(anchor in anchor(), days in 0..3000u32, year in 1930..2070) {
        let there_and_back = rule(&format!("{days} days before {days} days after {anchor}"));
        prop_assert_eq!(there_and_back.dates(year..=year).unwrap(), rule(&anchor).dates(year..=year).unwrap());
    }

    #[test]
    fn an_offset_moves_each_date_by_that_many_days(anchor in anchor(), days in 0..3000i64) {
        let all = rule(&anchor).dates(1930..=2070).unwrap();
        let moved = rule(&format!("{days} days after {anchor}")).dates(1930..=2070).unwrap();
        let expected: Vec<NaiveDate> =
            all.iter().map(|date| *date + chrono::TimeDelta::days(days)).filter(|date| date.year() <= 2070).collect();
        prop_assert!(moved.ends_with(&expected), "{:?} {:?}", moved.len(), expected.len());
    }

    #[test]
    fn no_rule_panics_in_any_year(phrase in phrase(), first in -20_000..20_000i32, more in 0..30i32) {
        let _ = rule(&phrase).dates(first..=first.saturating_add(more));
        let _ = rule(&phrase).explain();
    }

    #[test]
    fn no_text_panics(text in any::<String>(), year in 1..=9999) {
        try_text(&text, year);
    }

    #[test]
    fn no_broken_phrase_panics(phrase in phrase(), cut in any::<prop::sample::Index>(), with in "\\PC{0,3}", year in 1..=9999) {
        let at: Vec<usize> = phrase.char_indices().map(|(at, _)| at).collect();
        let at = at[cut.index(at.len())];
        try_text(&format!("{}{with}{}", &phrase[..at], &phrase[at..]), year);
        try_text(&phrase[..at], year);
        try_text(&phrase[at..], year);
    }

    #[test]
    fn no_heap_of_words_panics(words in prop::collection::vec(prop::sample::select(WORDS), 0..9), year in 1..=9999) {
        try_text(&words.join(" "), year);
        try_text(&words.concat(), year);
    }
}

/// Words and signs in which a parser could stumble.
const WORDS: &[&str] = &[
    "9",
    "second",
    "last",
    "Sunday",
    "of",
    "November",
    "29",
    "February",
    "else",
    "skip",
    "days",
    "before",
    "after",
    "the",
    "on",
    "or",
    "nearest",
    "Easter",
    "Orthodox",
    "Advent",
    "27",
    "Nisan",
    "Adar",
    "II",
    "Tir",
    "(",
    ")",
    "Persian",
    "Chinese",
    "leap",
    "8",
    "/",
    "10",
    "-",
    "yahrzeit",
    "lunar",
    "anniversary",
    "1949-11-22",
    ";",
    "if",
    "then",
    "RRULE:",
    "FREQ=YEARLY",
    "BYDAY=2SU",
    "from",
    "1946-11-10",
    "99999999999",
    "0",
    "'",
    "ʿ",
    "\u{301}",
    "\u{0}",
    "é",
    "İ",
    ".",
    "tabular",
    "Julian",
    "Vietnamese",
    "winter",
    "solstice",
    "Korea",
    "day",
    "40th",
    "fortieth",
    "months",
    "years",
    "sunset",
    "New",
    "Year",
    "Whit",
    "Monday",
    "15.10.",
    "12/03",
    "1990",
    "5710",
    "oktyabr",
    "ноября",
    "воскресенье",
    "bazar",
    "ertəsi",
    "Magh",
    "Rabi",
    "al-",
    "Dhu",
    "COUNT=3",
];

fn try_text(text: &str, year: i32) {
    match text.parse::<Rule>() {
        Ok(rule) => {
            assert_eq!(rule.to_string().parse::<Rule>().as_ref(), Ok(&rule), "{text}");
            let _ = (rule.dates(year..=year), rule.explain(), rule.is_once());
        }
        Err(error) => {
            assert!(text.get(error.span.clone()).is_some(), "{text:?}: {error:?}");
            let _ = error.render(text);
        }
    }
}

#[test]
fn no_phrase_however_long_or_wrong_takes_long() {
    let words = |word: &str| format!("{word} ").repeat(5_000);
    for phrase in [
        words("Rabi"),
        words("second"),
        words("9 days after"),
        words("40th day after"),
        words("listopada"),
        words("5 Nsian"),
        format!("15 {}", words("Orthodox Esater")),
        format!("January 20{}", words("; if Sunday then")),
        format!("{}12/03", words("lunar anniversary of")),
        format!("yahrzeit of 5 {}", words("Nisn 5750")),
        "x".repeat(100_000),
        "-".repeat(100_000),
    ] {
        let begun = of_this_thread();
        let start: String = phrase.chars().take(30).collect();
        let error = phrase.parse::<Rule>().expect_err(&start);
        let took = of_this_thread().saturating_sub(begun);
        assert!(took < Duration::from_secs(2), "{start}: {error}: {took:?}");
    }
}

#[test]
fn every_form_answers_in_every_year() {
    for form in FORMS {
        let rule = rule(form.phrase);
        let sound = (1..=9999).filter(|year| rule.dates(*year..=*year).is_ok()).count();
        assert!(sound >= 200, "{}: {sound} years", form.phrase);
        if let Err(error) = rule.dates(1..=9999) {
            let sound = error.sound_years();
            // Steps reach into the year before or after.
            let within = sound.start() + 1..=sound.end() - 1;
            assert!(rule.dates(within).is_ok(), "{}: {error}", form.phrase);
            assert!(
                rule.dates(*sound.end() + 2..=*sound.end() + 2).is_err() || *sound.end() == 9999,
                "{}",
                form.phrase
            );
        }
    }
}

#[test]
fn a_rule_ends_where_its_calendar_is_no_longer_sound() {
    for (phrase, first, last) in [
        ("January 20", 1, 9999),
        ("27 Nisan", 1, 9999),
        ("10 Muharram", 623, 9999),
        ("22 Bahman", 1800, 2123),
        ("12 Yekatit", 9, 9999),
        ("1 Thout", 285, 9999),
        ("1 Chaitra", 80, 9999),
        ("Chinese 7/15", 1901, 2100),
        ("Korean 4/8", 1901, 2100),
        ("Easter", 1583, 9999),
        ("Orthodox Easter", 326, 9999),
        ("Qingming", 1800, 2200),
        ("winter solstice", 1800, 2200),
        ("Xiaohan", 1800, 2200),
        ("Vietnamese 3/10", 1901, 2100),
        ("December 25 (Julian)", 1, 9999),
        ("Corpus Christi", 1583, 9999),
        ("Clean Monday", 326, 9999),
    ] {
        let rule = rule(phrase);
        assert!(rule.dates(first..=last).is_ok(), "{phrase}");
        for year in [first - 1, last + 1] {
            let sound = if (1..=9999).contains(&year) { first..=last } else { 1..=9999 };
            assert_eq!(rule.dates(year..=year).unwrap_err().sound_years(), sound, "{phrase} in {year}");
        }
    }
}

#[test]
fn steps_reach_over_the_edge_of_the_sound_years_where_nothing_is_missed_there() {
    for (phrase, year, date) in [
        ("100 days after Easter", 1583, "1583-07-19"),
        ("110 days before Easter", 9999, "9999-12-28"),
        ("200 days after Qingming", 1800, "1800-10-22"),
        ("1 day after 1 Tishrei", 1, "0001-09-07"),
        ("10 days after December 28", 1, "0001-01-07"),
        ("10 days before January 5", 9999, "9999-12-26"),
    ] {
        let dates = rule(phrase).dates(year..=year).unwrap_or_else(|error| panic!("{phrase}: {error}"));
        assert!(dates.iter().any(|one| one.to_string() == date), "{phrase}: {dates:?}");
    }
    assert!(rule("300 days after Easter").dates(1583..=1583).is_err());
    assert!(rule("300 days after Qingming").dates(1800..=1800).is_err());
}
