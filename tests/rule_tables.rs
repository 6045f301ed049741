//! Published dates, held line by line against the rules: `tests/rule_tables/*.txt`, each with its source on top.
//!
//! A line is the first and the last year, the phrase and all its dates in those years.

use remembrance::rule::{EventDate, Rule};

/// Checks each line of a table and gives the number of its dates.
fn check(table: &str) -> usize {
    let mut dates = 0;
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let [years, phrase, published] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("a line has three columns: {line}")
        };
        let (first, last) = years.split_once(' ').expect("two years");
        let years = first.parse().unwrap()..=last.parse().unwrap();
        let rule: Rule = phrase.parse().unwrap_or_else(|error| panic!("{phrase}: {error}"));
        let ours = rule.dates(years.clone()).unwrap_or_else(|error| panic!("{phrase}: {error}"));
        let ours: Vec<String> = ours.iter().map(ToString::to_string).collect();
        let published: Vec<&str> = published.split(' ').filter(|date| !date.is_empty()).collect();
        if ours != published {
            let wrong: Vec<_> = ours.iter().zip(&published).filter(|(a, b)| a != b).take(3).collect();
            panic!("{phrase}: {} dates, {} published; {wrong:?}", ours.len(), published.len());
        }
        dates += published.len();
    }
    dates
}

#[test]
fn easter_of_both_rites_from_1900_to_2200() {
    assert_eq!(check(include_str!("rule_tables/easter.txt")), 1321);
}

#[test]
fn weekdays_and_near_dates_from_1950_to_2100() {
    assert_eq!(check(include_str!("rule_tables/gregorian.txt")), 1763);
}

#[test]
fn hebrew_days_with_their_postponements() {
    assert_eq!(check(include_str!("rule_tables/hebrew.txt")), 812);
}

#[test]
fn yahrzeits_of_all_odd_days() {
    assert_eq!(check(include_str!("rule_tables/yahrzeit.txt")), 4006);
}

#[test]
fn hijri_days_as_printed_and_tabular() {
    assert_eq!(check(include_str!("rule_tables/hijri.txt")), 2368);
}

#[test]
fn persian_days_by_the_published_leap_years() {
    assert_eq!(check(include_str!("rule_tables/persian.txt")), 656);
}

#[test]
fn coptic_ethiopian_and_indian_days() {
    assert_eq!(check(include_str!("rule_tables/coptic.txt")), 1881);
}

#[test]
fn chinese_and_korean_days_by_their_observatories() {
    assert_eq!(check(include_str!("rule_tables/lunar.txt")), 2018);
}

#[test]
fn qingming_from_1901_to_2100() {
    assert_eq!(check(include_str!("rule_tables/qingming.txt")), 200);
}

#[test]
fn all_solar_terms_from_1929_to_2100() {
    assert_eq!(check(include_str!("rule_tables/solar_terms.txt")), 4128);
}

#[test]
fn vietnamese_days_by_the_tables_of_ho_ngoc_duc() {
    assert_eq!(check(include_str!("rule_tables/vietnamese.txt")), 532);
}

#[test]
fn tibetan_days_of_the_phugpa_school() {
    assert_eq!(check(include_str!("rule_tables/tibetan.txt")), 1957);
}

#[test]
fn badi_days_with_the_years_that_the_world_centre_has_published() {
    assert_eq!(check(include_str!("rule_tables/badi.txt")), 796);
}

#[test]
fn days_of_bangladesh_by_the_bangla_academy() {
    assert_eq!(check(include_str!("rule_tables/bangladesh.txt")), 749);
}

/// The numbers of random occurrences; of dates, others above hold us to those.
#[test]
fn years_are_counted_by_the_calendar_of_the_day() {
    let mut numbers = 0;
    for line in include_str!("rule_tables/years.txt").lines().filter(|line| !line.starts_with('#')) {
        let [phrase, event, date, number] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("a line has four columns: {line}")
        };
        let rule: Rule = phrase.parse().unwrap();
        let event: Option<EventDate> = (!event.is_empty()).then(|| event.parse().unwrap());
        let found = rule.anniversary(date.parse().unwrap(), event).map(|found| found.years);
        assert_eq!(found, number.parse().ok().filter(|number| *number > 0), "{line}");
        numbers += 1;
    }
    assert_eq!(numbers, 638);
}

#[test]
fn recurrences_by_dateutil() {
    assert_eq!(check(include_str!("rule_tables/recurrence.txt")), 2490);
}

/// Dates that were announced or are in print, one by one.
#[test]
fn days_that_were_kept() {
    for (phrase, date) in [
        // Knesset and Yad Vashem: Holocaust Remembrance Day.
        ("27 Nisan; if Friday then Thursday before; if Sunday then Monday after", "2021-04-08"),
        ("27 Nisan; if Friday then Thursday before; if Sunday then Monday after", "2024-05-06"),
        ("27 Nisan; if Friday then Thursday before; if Sunday then Monday after", "2025-04-24"),
        ("27 Nisan; if Friday then Thursday before; if Sunday then Monday after", "2026-04-14"),
        ("27 Nisan; if Friday then Thursday before; if Sunday then Monday after", "2027-05-04"),
        ("9 Av; if Saturday then Sunday after", "2024-08-13"),
        ("9 Av; if Saturday then Sunday after", "2025-08-03"),
        ("9 Av; if Saturday then Sunday after", "2026-07-23"),
        // Ukraine: Holodomor Remembrance Day.
        ("fourth Saturday of November", "2024-11-23"),
        // Royal British Legion: Remembrance Sunday.
        ("second Sunday of November", "2025-11-09"),
        // Germany: Volkstrauertag.
        ("second Sunday before Advent", "2024-11-17"),
        ("second Sunday before Advent", "2025-11-16"),
        ("second Sunday before Advent", "2026-11-15"),
        // Belarus and Russia: Radonitsa.
        ("9 days after Orthodox Easter", "2024-05-14"),
        ("9 days after Orthodox Easter", "2025-04-29"),
        // Saudi Arabia: the Umm al-Qura calendar.
        ("10 Muharram", "2024-07-16"),
        ("10 Muharram", "2025-07-05"),
        ("10 Muharram", "2026-06-25"),
        ("1 Ramadan", "2023-03-23"),
        ("1 Ramadan", "2024-03-11"),
        ("1 Ramadan", "2025-03-01"),
        // The Great Mosque of Mecca was seized on 1 Muharram 1400.
        ("1 Muharram", "1979-11-20"),
        // Ethiopia: Martyrs' Day, February 20 in Gregorian leap years only; the massacre began on February 19, 1937.
        ("12 Yekatit", "1937-02-19"),
        ("12 Yekatit", "2024-02-20"),
        ("12 Yekatit", "2025-02-19"),
        // Iran: the revolution of February 11, 1979, 22 Bahman 1357.
        ("22 Bahman", "1979-02-11"),
        ("22 Bahman", "2025-02-10"),
        ("1 Farvardin", "2024-03-20"),
        ("1 Farvardin", "2025-03-21"),
        // France: Vel d'Hiv.
        ("Sunday on or after July 16", "2024-07-21"),
        ("Sunday on or after July 16", "2026-07-19"),
        // Hong Kong Observatory: Ghost Festival, Ching Ming; Korea: Buddha's Birthday, Seollal a day after China's.
        ("Chinese 7/15", "2025-09-06"),
        ("Qingming", "2025-04-04"),
        ("Qingming", "2026-04-05"),
        ("Korean 4/8", "2024-05-15"),
        ("Korean 4/8", "2025-05-05"),
        ("Chinese 1/1", "2027-02-06"),
        ("Korean 1/1", "2027-02-07"),
        // Korea Astronomy and Space Science Institute: Hansik, a hundred and five days after Dongji.
        ("105 days after winter solstice (Korea)", "2024-04-05"),
        ("105 days after winter solstice (Korea)", "2025-04-05"),
        // Vietnam: the Hung Kings, Tet a day before China's in 2007 and a month before in 1985.
        ("Vietnamese 3/10", "2024-04-18"),
        ("Vietnamese 3/10", "2025-04-07"),
        ("Vietnamese New Year", "2007-02-17"),
        ("Vietnamese New Year", "1985-01-21"),
        // Days that hang on Easter.
        ("Ash Wednesday", "2025-03-05"),
        ("Corpus Christi", "2025-06-19"),
        ("Orthodox Good Friday", "2024-05-03"),
        ("Orthodox Pentecost", "2024-06-23"),
        ("Clean Monday", "2025-03-03"),
        ("Ascension", "2024-05-09"),
        // The Christmas of the Julian calendar.
        ("December 25 (Julian)", "2026-01-07"),
        // Solstices and equinoxes by the Astronomical Applications Department, US Naval Observatory.
        ("winter solstice", "2023-12-22"),
        ("summer solstice", "2024-06-20"),
        ("spring equinox", "2025-03-20"),
        ("autumn equinox", "2026-09-23"),
    ] {
        let year = date[..4].parse().unwrap();
        let dates = phrase.parse::<Rule>().unwrap().dates(year..=year).unwrap();
        assert!(dates.iter().any(|one| one.to_string() == date), "{phrase}: {dates:?}, not {date}");
    }
}

#[test]
fn a_hijri_day_can_come_twice_or_not_at_all() {
    let dates = |phrase: &str, year| phrase.parse::<Rule>().unwrap().dates(year..=year).unwrap().len();
    assert_eq!(dates("1 Muharram", 2008), 2);
    assert_eq!(dates("10 Tevet", 2025), 2);
    assert_eq!(dates("10 Tevet", 2027), 0);
}
