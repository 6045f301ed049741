//! Calendars of many kinds, and what days they give.

use super::*;
use crate::config::{Source, load};
use crate::day::Day;
use crate::rule::Rule;
use crate::zone::Zone;
use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

fn zones(name: &str) -> Result<Zone, String> {
    match name {
        "UTC" => Ok(Zone::utc()),
        "Asia/Baku" => Ok(Zone::from_posix(name, "<+04>-4").unwrap()),
        "Europe/Berlin" => Ok(Zone::from_posix(name, "CET-1CEST,M3.5.0,M10.5.0/3").unwrap()),
        _ => Err(format!("no zone `{name}`")),
    }
}

fn read_text(text: &str) -> ReadCalendar {
    let words = Words::choose(&[]);
    read(text, &ImportContext { zones: &zones, words: &words })
}

fn event(lines: &str) -> ReadCalendar {
    let lines = lines.replace('|', "\n");
    read_text(&format!(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\nSUMMARY:S\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n"
    ))
}

/// The days as a file of `days.d` gives them, which must have no mistake in it.
fn kept(read: &ReadCalendar) -> Vec<Day> {
    let text = format!("follow = []\n{}", table(&read.days, "x", Some("imported/x")));
    let loaded = load(&[Source { file: "x".to_owned(), text: text.clone() }], &zones);
    assert_eq!(loaded.mistakes, [], "{text}");
    loaded.settings.plan.days
}

fn dates(read: &ReadCalendar, years: std::ops::RangeInclusive<i32>) -> Vec<String> {
    kept(read).iter().flat_map(|day| day.dates(years.clone()).unwrap()).map(|date| date.to_string()).collect()
}

#[test]
fn an_event_has_the_dates_that_it_says() {
    let table = [
        ("DTSTART:20270120", "2027-01-20"),
        ("DTSTART:20270120|RDATE;VALUE=DATE:20270301,20270401", "2027-01-20 2027-03-01 2027-04-01"),
        ("DTSTART:20260120|RRULE:FREQ=YEARLY;COUNT=2|EXDATE:20260120", "2027-01-20"),
        ("DTSTART:20260131|RRULE:FREQ=MONTHLY;INTERVAL=6;COUNT=3", "2026-01-31 2026-07-31 2027-01-31"),
        // The end is an instant: at 21:30 in UTC it is the next day in Baku.
        (
            "DTSTART;TZID=Asia/Baku:20270118T010000|RRULE:FREQ=DAILY;UNTIL=20270119T213000Z",
            "2027-01-18 2027-01-19 2027-01-20",
        ),
        (
            "DTSTART;TZID=Asia/Baku:20270118T010000|RRULE:FREQ=DAILY;UNTIL=20270119T203000Z",
            "2027-01-18 2027-01-19",
        ),
        // So is a date that is left out.
        (
            "DTSTART;TZID=Asia/Baku:20270118T010000|RRULE:FREQ=DAILY;COUNT=2|EXDATE:20270118T210000Z",
            "2027-01-18",
        ),
        ("DTSTART;TZID=Azerbaijan Standard Time:20270118T010000", "2027-01-18"),
    ];
    for (lines, expected) in table {
        assert_eq!(dates(&event(lines), 2026..=2027).join(" "), expected, "{lines}");
    }
}

#[test]
fn one_date_of_many_can_be_moved_or_called_off() {
    let master = "BEGIN:VEVENT\nUID:u\nSUMMARY:S\nDTSTART:20260120\nRRULE:FREQ=YEARLY\nEND:VEVENT\n";
    let moved = "BEGIN:VEVENT\nUID:u\nSUMMARY:S\nDTSTART:20270122\nRECURRENCE-ID:20270120\nEND:VEVENT\n";
    let off = "BEGIN:VEVENT\nUID:u\nSUMMARY:S\nSTATUS:CANCELLED\nDTSTART:20280120\nRECURRENCE-ID:20280120\nEND:VEVENT\n";
    let read = read_text(&format!("BEGIN:VCALENDAR\n{off}{moved}{master}END:VCALENDAR\n"));
    assert_eq!(dates(&read, 2026..=2029).join(" "), "2026-01-20 2027-01-22 2029-01-20");
    assert_eq!(
        read.days[0].id,
        "cal-af63ec4c8602013c".replace("af63ec4c8602013c", &format!("{:016x}", fingerprint("u")))
    );
}

#[test]
fn a_time_of_day_is_a_moment_and_alarms_are_reminders() {
    let alarm = |trigger: &str| format!("|BEGIN:VALARM|ACTION:DISPLAY|TRIGGER:{trigger}|END:VALARM");
    let read = event(&format!("DTSTART;TZID=Asia/Baku:20270120T120000{}{}", alarm("-PT10M"), alarm("-P7D")));
    let day = &kept(&read)[0];
    let moment = day.moment.as_ref().unwrap();
    assert_eq!((moment.at.to_string().as_str(), moment.ahead), ("12:00", TimeDelta::minutes(10)));
    assert_eq!(moment.zone.as_ref().map(Zone::name), Some("Asia/Baku"));
    assert_eq!(day.remind.iter().map(ToString::to_string).collect::<Vec<_>>(), ["1 week before 12:00"]);
    let read = event(&format!("DTSTART;VALUE=DATE:20270120{}{}", alarm("PT9H"), alarm("-P6DT5H")));
    let leads: Vec<String> = kept(&read)[0].remind.iter().map(ToString::to_string).collect();
    assert_eq!(leads, ["09:00", "1 week before 19:00"]);
}

#[test]
fn what_cannot_be_carried_is_told_by_its_line() {
    let table = [
        ("DTSTART:20270120|RRULE:FREQ=SECONDLY", true, 6, "`SECONDLY` is not a frequency"),
        ("DTSTART:20270120|RRULE:FREQ=YEARLY|RRULE:FREQ=DAILY", true, 7, "more than one `RRULE`"),
        ("DTSTART:20270120|LOCATION:Baku", false, 6, "`LOCATION` is not carried"),
        ("DTSTART:20270120|DTEND:20270123", false, 6, "it lasts 3 days"),
        ("DTSTART:2027", true, 5, "`2027` is not a date"),
        ("DESCRIPTION:x", true, 2, "no `DTSTART`"),
        ("DTSTART;TZID=Custom:20270120T120000", false, 5, "`Custom` is not known here"),
        ("DTSTART:20270120|URL:javascript:alert(1)", false, 6, "only `https://`"),
        ("DTSTART:20270120|BEGIN:VALARM|TRIGGER:P3D|END:VALARM", false, 7, "comes after the day"),
    ];
    for (lines, is_loss, line, message) in table {
        let read = event(lines);
        let note = &read.notes[0];
        assert_eq!(
            (note.is_loss, note.line, read.notes.len()),
            (is_loss, line, 1),
            "{lines}: {:?}",
            read.notes
        );
        assert!(note.message.contains(message), "{}", note.message);
        assert_eq!(read.days.is_empty(), is_loss, "{lines}");
    }
}

#[test]
fn families_keep_their_days_in_cards() {
    let text = "BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:1\nFN:Ana\nBDAY:19400312\nDEATHDATE:2019-03-01\nEND:VCARD\n\
                BEGIN:VCARD\nVERSION:3.0\nN:Aliyev;Vali;;;\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29\n\
                item1.X-ABDATE:2001-06-10\nitem1.X-ABLabel:_$!<Anniversary>!$_\nDEATHDATE;VALUE=text:long ago\nEND:VCARD\n\
                BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=C5=9Eahin=\n=20B\nBDAY:--0501\nEND:VCARD\n";
    let read = read_text(text);
    let mut said: Vec<String> =
        read.days.iter().map(|day| format!("{}, {}, {:?}", day.name, day.rules[0], day.event)).collect();
    said.sort();
    let expected = [
        "Ana: birthday, March 12, Some(Year(1940))",
        "Ana: day of death, March 1, Some(Year(2019))",
        "Vali Aliyev: Anniversary, June 10, Some(Year(2001))",
        "Vali Aliyev: birthday, February 29, None",
        "Şahin B: birthday, May 1, None",
    ];
    assert_eq!(said, expected);
    assert_eq!(read.notes.iter().map(|note| note.line).collect::<Vec<_>>(), [14]);
    assert_eq!(kept(&read).len(), 5);
}

#[test]
fn hostile_text_is_text() {
    let read = event(
        "DTSTART:20270120|SUMMARY:x|DESCRIPTION:\u{202e}a\u{1b}[31m\\n\"\"\"|URL:https://x\"]\\n[day.y]",
    );
    let text = table(&read.days, "a\"\n[day.evil]\u{202e}", Some("imported/x"));
    assert!(
        !text.contains('\u{202e}') && !text.contains('\u{1b}') && !text.contains("\n[day.evil]"),
        "{text}"
    );
    let summary = "\\\"\\n[day.evil]\\nname = \u{7}\\\\\u{2066}";
    let text = format!(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:evil\"]@remembrance\nDTSTART:20270120\nSUMMARY:{summary}\nEND:VEVENT\nEND:VCALENDAR"
    );
    let days = kept(&read_text(&text));
    assert_eq!(days.len(), 1);
    assert_eq!(days[0].name.get(&[]), "\" [day.evil] name = \\");
}

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
        kept.since = since;
        kept.until = span.map(|span| since.unwrap_or(2000) + span);
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
        if let Ok((text, _)) = text_of(&bytes, None) {
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
