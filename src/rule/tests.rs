//! Rules against published dates, mistakes against their messages, and the properties that always hold.

use super::*;
use proptest::prelude::*;

fn dates(phrase: &str, years: RangeInclusive<i32>) -> Vec<String> {
    let rule: Rule = phrase.parse().unwrap_or_else(|error: RuleError| panic!("{}", error.render(phrase)));
    rule.dates(years).unwrap().iter().map(ToString::to_string).collect()
}

#[test]
fn phrases_give_published_dates() {
    let table: &[(&str, i32, &[&str])] = &[
        ("January 20", 2027, &["2027-01-20"]),
        ("20 january", 2027, &["2027-01-20"]),
        ("  JAN   20 ", 2027, &["2027-01-20"]),
        ("01-20", 2027, &["2027-01-20"]),
        ("2026-05-01", 2026, &["2026-05-01"]),
        ("2026-05-01", 2027, &[]),
        // Remembrance Sunday: the Royal British Legion names 8 November 2026.
        ("second Sunday of November", 2026, &["2026-11-08"]),
        // Holodomor: 28 November 2026, the fourth Saturday.
        ("4th Saturday of November", 2026, &["2026-11-28"]),
        // Memorial Day of the United States.
        ("the last Monday of May", 2026, &["2026-05-25"]),
        ("last Mon of May", 2027, &["2027-05-31"]),
        ("fifth Sunday of March", 2026, &["2026-03-29"]),
        ("fifth Sunday of March", 2027, &[]),
        // Good Friday, and Radonitsa, the Tuesday after Orthodox Thomas Sunday.
        ("2 days before Easter", 2026, &["2026-04-03"]),
        ("9 days after Orthodox Easter", 2026, &["2026-04-21"]),
        ("nine days after orthodox easter", 2024, &["2024-05-14"]),
        ("6 weeks after Western Easter", 2026, &["2026-05-17"]),
        ("40 days after 2026-05-01", 2026, &["2026-06-10"]),
        ("10 days after December 28", 2027, &["2027-01-07"]),
        ("1 week before 2 days after January 20", 2027, &["2027-01-15"]),
        ("February 29", 2027, &["2027-02-28"]),
        ("February 29 else March 1", 2027, &["2027-03-01"]),
        ("29 Feb else skip", 2027, &[]),
        ("29 Feb else skip", 2028, &["2028-02-29"]),
    ];
    for (phrase, year, expected) in table {
        assert_eq!(dates(phrase, *year..=*year), *expected, "{phrase} in {year}");
    }
}

#[test]
fn easter_falls_on_its_published_dates() {
    // Western: US Naval Observatory, "The Date of Easter"; Orthodox: the Greek Orthodox Archdiocese.
    let table = [
        (1961, "1961-04-02", "1961-04-09"),
        (2000, "2000-04-23", "2000-04-30"),
        (2008, "2008-03-23", "2008-04-27"),
        (2024, "2024-03-31", "2024-05-05"),
        (2025, "2025-04-20", "2025-04-20"),
        (2026, "2026-04-05", "2026-04-12"),
        (2027, "2027-03-28", "2027-05-02"),
        (2038, "2038-04-25", "2038-04-25"),
    ];
    for (year, western, orthodox) in table {
        assert_eq!(dates("Easter", year..=year), [western]);
        assert_eq!(dates("Orthodox Easter", year..=year), [orthodox]);
    }
}

#[test]
fn leap_day_falls_on_28_february_in_common_years() {
    assert_eq!(
        dates("February 29", 1900..=1904),
        ["1900-02-28", "1901-02-28", "1902-02-28", "1903-02-28", "1904-02-29"]
    );
}

#[test]
fn mistakes_name_the_word_and_the_way_out() {
    let table = [
        ("", 0..0, "the rule is empty", "for example `January 20`"),
        ("second Sonday of November", 7..13, "unknown word `Sonday`", "did you mean `Sunday`?"),
        ("Janury 20", 0..6, "unknown word `Janury`", "did you mean `January`?"),
        ("February 30", 0..11, "`February 30` is not a date", "February has 29 days at most"),
        ("31 April", 0..8, "`April 31` is not a date", "April has 30 days at most"),
        ("02-30", 0..5, "`February 30` is not a date", "February has 29 days at most"),
        ("2026-02-29", 0..10, "`2026-02-29` is not a date: 2026 is a common year", ""),
        ("13-01", 0..5, "`13-01` is not a date", "write it like `01-20` or `2026-05-01`"),
        (
            "6th Friday of May",
            0..3,
            "no month has a `6th` weekday: five are the most",
            "`last` is the last one",
        ),
        ("second Sunday", 13..13, "the rule ends too soon: expected `of` and a month", ""),
        ("January", 7..7, "the rule ends too soon: expected a day of the month", ""),
        ("January 20 at noon", 11..18, "the rule goes on after its end", ""),
        ("January twenty", 8..14, "expected a day of the month, found `twenty`", ""),
        (
            "Sunday of May",
            0..6,
            "expected a date like `January 20`, `last Monday of May` or `Easter`, found `Sunday`",
            "",
        ),
        ("20", 0..2, "`20` alone is not a date", "for example `20 January`"),
        ("9 days within Easter", 7..13, "expected `before` or `after`, found `within`", ""),
        ("99999 days after Easter", 0..5, "`99999` is too far away: 40000 days at most", ""),
        ("February 29 else February 29", 17..25, "after `else` comes a month and day, or `skip`", ""),
    ];
    for (phrase, span, message, help) in table {
        let error = phrase.parse::<Rule>().unwrap_err();
        assert_eq!(
            (error.span, error.message.as_str(), error.help.as_deref().unwrap_or("")),
            (span, message, help),
            "{phrase}"
        );
    }
}

#[test]
fn years_before_the_reform_have_no_western_easter() {
    let rule: Rule = "1 day after Easter".parse().unwrap();
    assert_eq!(
        rule.dates(1500..=1500).unwrap_err().to_string(),
        "Easter is known for the years 1583 to 9999"
    );
}

/// Any rule that can be written.
fn any_rule() -> impl Strategy<Value = Rule> {
    let missing = prop_oneof![
        Just(Missing::LastDay),
        Just(Missing::Skip),
        (1_u32..=12, 1_u32..=28).prop_map(|(month, day)| Missing::Date { month, day }),
    ];
    let weekday = (0_u8..7).prop_map(|day| Weekday::try_from(day).unwrap());
    let nth = prop_oneof![(1_u8..=5).prop_map(Nth::Of), Just(Nth::Last)];
    let form = prop_oneof![
        (1_u32..=12, 1_u32..=28, missing).prop_map(|(month, day, missing)| Form::Fixed {
            month,
            day,
            missing
        }),
        Just(Form::Fixed { month: 2, day: 29, missing: Missing::LastDay }),
        (1600_i32..=2400, 0_u32..365)
            .prop_map(|(year, day)| Form::Once(NaiveDate::from_yo_opt(year, day + 1).unwrap())),
        (nth, weekday, 1_u32..=12).prop_map(|(nth, weekday, month)| Form::Nth { nth, weekday, month }),
        prop_oneof![Just(Rite::Western), Just(Rite::Orthodox)].prop_map(Form::Easter),
    ];
    (form, prop::option::of(-800_i32..800)).prop_map(|(form, days)| match days {
        Some(days) => Rule { form: Form::Offset { days, from: Box::new(form) } },
        None => Rule { form },
    })
}

proptest! {
    #[test]
    fn a_rule_parses_back_from_what_it_displays(rule in any_rule()) {
        // Zero days before and after are the same rule.
        prop_assume!(!matches!(rule.form, Form::Offset { days: 0, .. }));
        prop_assert_eq!(rule.to_string().parse::<Rule>(), Ok(rule));
    }

    #[test]
    fn the_dates_of_years_are_the_union_of_each_years(rule in any_rule(), year in 1600_i32..2400, count in 0_i32..12) {
        let all = rule.dates(year..=year + count).unwrap();
        let each: Vec<_> = (year..=year + count).flat_map(|year| rule.dates(year..=year).unwrap()).collect();
        prop_assert!(all.is_sorted());
        prop_assert!(all.iter().all(|date| (year..=year + count).contains(&date.year())));
        prop_assert_eq!(all, each);
    }

    #[test]
    fn no_input_makes_the_parser_panic(phrase in "\\PC{0,60}") {
        if let Err(error) = phrase.parse::<Rule>() {
            prop_assert!(phrase.get(error.span.clone()).is_some(), "{:?}", error.span);
            let _ = error.render(&phrase);
        }
    }

    #[test]
    fn known_words_in_any_order_do_not_panic(words in prop::collection::vec(prop::sample::select(words::all().chain(["20", "31", "2nd", "2026-05-01", "02-29"]).collect::<Vec<_>>()), 0..7)) {
        if let Ok(rule) = words.join(" ").parse::<Rule>() {
            let _ = rule.dates(1..=9999);
            let _ = rule.explain();
        }
    }
}
