//! What holds for any day and any file.

use super::*;
use crate::day::KeptYear;

/// Rules of all families, of which some have an RRULE.
const RULES: [(&str, bool); 24] = [
    ("January 20", true),
    ("February 29", true),
    ("February 29 else March 1", true),
    ("February 29 else skip", true),
    ("second Sunday of November", true),
    ("fifth Sunday of March", true),
    ("last Monday of May", true),
    ("Sunday on or after July 16", true),
    ("Monday before May 25", true),
    ("Sunday nearest July 11", true),
    ("10 days after December 28", true),
    ("December 31", true),
    ("100 days after January 1", true),
    ("RRULE:FREQ=MONTHLY;INTERVAL=5;BYDAY=-1FR from 2001-03-30", true),
    ("RRULE:FREQ=WEEKLY;UNTIL=20300101 from 2024-01-20", true),
    ("Monday nearest May 31", false),
    ("January 20; if Sunday then Monday after", false),
    ("Easter", false),
    ("9 days after Orthodox Easter", false),
    ("27 Nisan", false),
    ("10 Muharram", false),
    ("12 Yekatit", false),
    ("Qingming", false),
    ("yahrzeit of 1949-11-22", false),
];

#[test]
fn a_day_has_a_recurrence_exactly_where_one_is_right() {
    for (rule, has_one) in RULES {
        let day = Day::new("x", "X", rule);
        let found = recurrence_of(&day);
        assert_eq!(found.is_some(), has_one, "{rule}: {found:?}");
        if let Some((start, parts)) = found {
            let again: Rule = format!("RRULE:{parts} from {start}").parse().unwrap();
            let years = start.year()..=9999;
            assert_eq!(again.dates(years.clone()), day.dates(years), "{rule}: {parts}");
        }
    }
}

proptest! {
    /// For any day of the year, any weekday of any month and years that bound it, the recurrence gives its very dates.
    #[test]
    fn a_recurrence_gives_the_dates_of_its_day(
        month in 1_u32..=12, day in 1_u32..=28, nth in 0_usize..5, weekday in 0_usize..7,
        since in proptest::option::of(1900_i32..2100), span in proptest::option::of(0_i32..300), kind in 0..4,
    ) {
        let date = NaiveDate::from_ymd_opt(2000, month, day).unwrap();
        let weekday = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday];
        let rule = match kind {
            0 => format!("{}", date.format("%B %-d")),
            1 => format!("{} {weekday} of {}", ["first", "second", "third", "fourth", "last"][nth], date.format("%B")),
            2 => format!("{weekday} on or after {}", date.format("%B %-d")),
            _ => format!("{weekday} before {}", date.format("%B %-d")),
        };
        let mut kept = Day::new("x", "X", &rule);
        kept.since = since.and_then(KeptYear::new);
        kept.until = span.and_then(|span| KeptYear::new(since.unwrap_or(2000) + span));
        if let Some((start, parts)) = recurrence_of(&kept) {
            let again: Rule = format!("RRULE:{parts} from {start}").parse().unwrap();
            prop_assert_eq!(again.dates(start.year()..=2600), kept.dates(start.year()..=2600), "{} {}", rule, parts);
        }
    }

    /// Whatever a file says, what is made of it is a configuration without a mistake, and reading ends.
    #[test]
    fn any_text_gives_sound_days(lines in proptest::collection::vec(any_line(), 0..40)) {
        let text = format!("BEGIN:VCALENDAR\n{}", lines.join("\n"));
        kept(&read_text(&text));
        kept(&read_text(&lines.join("\n")));
        let card = format!("BEGIN:VCARD\nFN:x\n{}\nEND:VCARD", lines.join("\n"));
        kept(&read_text(&card));
    }

    #[test]
    fn any_bytes_are_some_text(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok((text, _)) = text_of(bytes, None) {
            kept(&read_text(&text));
        }
    }
}

/// A line of a calendar, sound or not.
fn any_line() -> impl Strategy<Value = String> {
    let names = "BEGIN:VEVENT|END:VEVENT|BEGIN:VALARM|END:VALARM|BEGIN:VCARD|END:VCARD|END:VCALENDAR|UID:a|SUMMARY:|\
                 DTSTART:|DTSTART;TZID=Asia/Baku:|DTEND:|RRULE:|RDATE:|EXDATE:|TRIGGER:|DURATION:|RECURRENCE-ID:|BDAY:|\
                 DEATHDATE:|N:|FN:|URL:|DESCRIPTION:|STATUS:CANCELLED| |01/20\t|Easter|\t";
    let names: Vec<String> = names.split('|').map(str::to_owned).collect();
    let values = "20270120|20240229|20270120T120000Z|20270120T120000|FREQ=YEARLY|FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4|\
                  FREQ=YEARLY;BYDAY=2SU;BYMONTH=11|FREQ=DAILY;UNTIL=20270101|FREQ=WEEKLY;COUNT=3;INTERVAL=99999|-PT15M|P1W|\
                  --0229|99999999|\"]\n[x]|Ana\\, Vali|\u{202e}\u{7}|https://example.org|-2|+9";
    let values: Vec<String> = values.split('|').map(str::to_owned).collect();
    let value = prop_oneof![3 => proptest::sample::select(values), 1 => ".{0,20}"];
    (proptest::sample::select(names), value).prop_map(|(name, value)| name + &value)
}
