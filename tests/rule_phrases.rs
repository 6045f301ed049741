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
            "write `first Sunday of`, `second Sunday of` ... `last Sunday of`",
        ),
        (
            "7/15",
            "7/",
            "a date with `/` can be read two ways",
            "write `July 15` or `07-15`, or `Chinese 7/15` for the seventh month of the Chinese calendar",
        ),
        (
            "January 20 if Sunday then Monday after",
            "if",
            "a `;` is missing before `if`",
            "a move is written `; if Friday then Thursday before`",
        ),
        (
            "January 20 else January 21",
            "else",
            "`else` is never needed: every year has this date",
            "to move it by weekday, write `; if Sunday then Monday after`",
        ),
    ] {
        let error = phrase.parse::<Rule>().expect_err(phrase);
        assert_eq!(&phrase[error.span.clone()], wrong, "{phrase}");
        assert_eq!(error.to_string(), message, "{phrase}");
        assert_eq!(error.help().as_deref(), Some(help), "{phrase}");
    }
}
