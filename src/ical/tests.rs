//! Calendars of many kinds, and what days they give.

use super::*;
use crate::config::{Source, load};
use crate::day::{Ceremony, Day, Text};
use crate::rule::{EventDate, Rule};
use crate::zone::Zone;
use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

fn zones(name: &str) -> Result<Zone, String> {
    match name {
        "UTC" => Ok(Zone::utc()),
        "Asia/Baku" | "Etc/GMT-4" => Ok(Zone::from_posix(name, "<+04>-4").unwrap()),
        "Europe/Berlin" => Ok(Zone::from_posix(name, "CET-1CEST,M3.5.0,M10.5.0/3").unwrap()),
        "America/New_York" => Ok(Zone::from_posix(name, "EST5EDT,M3.2.0,M11.1.0").unwrap()),
        _ => Err(format!("no zone `{name}`")),
    }
}

fn read_text(text: &str) -> ReadCalendar {
    read_in(text, "Asia/Baku")
}

/// What a machine in this zone reads on 26 November 2026.
fn read_in(text: &str, zone: &str) -> ReadCalendar {
    let (words, zone) = (Words::choose(&[]), zones(zone).unwrap());
    read(text, &ImportContext::new(&zones, &words, &zone, NaiveDate::from_ymd_opt(2026, 11, 26).unwrap()))
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
        ("DTSTART:20270120|EXRULE:FREQ=YEARLY", true, 6, "`EXRULE` is not understood"),
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
fn a_summary_is_never_the_id_of_a_ceremony() {
    for summary in ["team-lunch", "silence", "minute-of-silence", "-", "x"] {
        let read = read_text(&format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\nSUMMARY:{summary}\nDTSTART:20270120T120000\nEND:VEVENT\nEND:VCALENDAR\n"
        ));
        let text = Text::from_pairs([("en".to_owned(), summary.to_owned())]);
        assert_eq!(kept(&read)[0].moment.as_ref().unwrap().what, Ceremony::Written { text, kind: None });
    }
}

#[test]
fn families_keep_their_days_in_cards() {
    let text = "BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:1\nFN:Ana\nBDAY:19400312\nDEATHDATE:2019-03-01\nEND:VCARD\n\
                BEGIN:VCARD\nVERSION:3.0\nN:Aliyev;Vali;;;\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29\n\
                item1.X-ABDATE:2001-06-10\nitem1.X-ABLabel:_$!<Anniversary>!$_\nDEATHDATE;VALUE=text:long ago\nEND:VCARD\n\
                BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=C5=9Eahin=\n=20B\nBDAY:--0501\nEND:VCARD\n";
    let read = read_text(text);
    let mut said: Vec<String> = read
        .days
        .iter()
        .map(|day| format!("{}, {}, {:?}", day.name, day.rules[0], day.event.map(EventDate::year)))
        .collect();
    said.sort();
    let expected = [
        "Ana: birthday, March 12, Some(1940)",
        "Ana: day of death, March 1, Some(2019)",
        "Vali Aliyev: Anniversary, June 10, Some(2001)",
        "Vali Aliyev: birthday, February 29, None",
        "Şahin B: birthday, May 1, None",
    ];
    assert_eq!(said, expected);
    assert_eq!(
        read.notes.iter().map(|note| (note.line, note.is_loss)).collect::<Vec<_>>(),
        [(11, false), (14, true)]
    );
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

/// The dates of a calendar with these lines on a machine in a zone, and the times of its moments.
fn shown_in(zone: &str, lines: &str) -> String {
    let text = format!("BEGIN:VCALENDAR\n{}\nEND:VCALENDAR\n", lines.replace('|', "\n"));
    let read = read_in(&text, zone);
    let mut said = Vec::new();
    for day in kept(&read) {
        let dates = day.dates(2027..=2028).unwrap();
        let at = day.moment.as_ref().map_or("all day".to_owned(), |moment| {
            let zone = moment.zone.as_ref().map_or("here", Zone::name);
            format!("{} {zone}", moment.at)
        });
        said.push(format!(
            "{}: {} {at}",
            day.name.get(&[]),
            dates.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
        ));
    }
    said.join("; ")
}

#[test]
fn a_date_is_the_one_on_the_clock_of_the_person() {
    let event = |lines: &str| format!("BEGIN:VEVENT|UID:u|SUMMARY:S|{lines}|END:VEVENT");
    let new_york = "X-WR-TIMEZONE:America/New_York|";
    let table = [
        // An instant is where it falls here.
        ("America/New_York", event("DTSTART:20270121T000000Z"), "S: 2027-01-20 19:00 America/New_York"),
        ("Asia/Baku", event("DTSTART:20270121T000000Z"), "S: 2027-01-21 04:00 Asia/Baku"),
        (
            "Asia/Baku",
            event("DTSTART;TZID=America/New_York:20270120T190000"),
            "S: 2027-01-21 04:00 Asia/Baku",
        ),
        ("Asia/Baku", event("DTSTART:20270120T190000"), "S: 2027-01-20 19:00 here"),
        // So is what recurs, where all of its dates move alike.
        (
            "America/New_York",
            event("DTSTART:20200121T000000Z|RRULE:FREQ=YEARLY"),
            "S: 2027-01-20,2028-01-20 19:00 America/New_York",
        ),
        (
            "Asia/Baku",
            event("DTSTART;TZID=America/New_York:20270120T190000|RRULE:FREQ=YEARLY"),
            "S: 2027-01-21,2028-01-21 04:00 Asia/Baku",
        ),
        // With summer time in one of the two zones the hour here is not always the same.
        (
            "Asia/Baku",
            event("DTSTART;TZID=Europe/Berlin:20270120T120000|RRULE:FREQ=MONTHLY;INTERVAL=6;COUNT=2"),
            "S: 2027-01-20,2027-07-20 12:00 Europe/Berlin",
        ),
        // Midnight to midnight on the clock of the calendar, else here, else in UTC, is a whole day.
        (
            "America/New_York",
            "X-WR-TIMEZONE:Asia/Baku|".to_owned()
                + &event("DTSTART:20200119T200000Z|DTEND:20200120T200000Z|RRULE:FREQ=YEARLY"),
            "S: 2027-01-20,2028-01-20 all day",
        ),
        ("Asia/Baku", event("DTSTART:20270119T200000Z|DURATION:P1D"), "S: 2027-01-20 all day"),
        ("Asia/Baku", event("DTSTART:20270120T000000Z|DTEND:20270121T000000Z"), "S: 2027-01-20 all day"),
        (
            "Asia/Baku",
            new_york.to_owned() + &event("DTSTART:20270120T000000Z|DTEND:20270121T000000Z"),
            "S: 2027-01-20 04:00 Asia/Baku",
        ),
        // Outlook says so.
        (
            "Asia/Baku",
            event(
                "DTSTART;TZID=W. Europe Standard Time:20200120T000000|DTEND;TZID=W. Europe Standard Time:20200121T000000|X-MICROSOFT-CDO-ALLDAYEVENT:TRUE|RRULE:FREQ=YEARLY",
            ),
            "S: 2027-01-20,2028-01-20 all day",
        ),
        // An exception in UTC is of the date that it is in the zone of the series.
        (
            "Asia/Baku",
            "X-WR-TIMEZONE:Asia/Baku|".to_owned()
                + &event("DTSTART;VALUE=DATE:20270120|RRULE:FREQ=YEARLY|EXDATE:20280119T200000Z"),
            "S: 2027-01-20 all day",
        ),
        (
            "Europe/Berlin",
            event(
                "DTSTART;TZID=Asia/Baku:20270118T013000|RRULE:FREQ=DAILY;COUNT=3|EXDATE;TZID=Europe/Berlin:20270118T223000",
            ),
            "S: 2027-01-17,2027-01-19 22:30 Europe/Berlin",
        ),
    ];
    for (zone, lines, expected) in table {
        assert_eq!(shown_in(zone, &lines), expected, "in {zone}: {lines}");
    }
}

#[test]
fn a_zone_that_the_file_describes_is_used_and_one_that_nobody_knows_is_told() {
    let office = |location: &str, offset: &str| {
        format!(
            "BEGIN:VTIMEZONE|TZID:Office|{location}BEGIN:STANDARD|DTSTART:19700101T000000|TZOFFSETFROM:{offset}|\
             TZOFFSETTO:{offset}|END:STANDARD|END:VTIMEZONE|"
        )
    };
    let weekly = "BEGIN:VEVENT|UID:u|SUMMARY:S|DTSTART;TZID=Office:20270106T190000|RRULE:FREQ=WEEKLY;UNTIL=20270120T150000Z|END:VEVENT";
    let expected = "S: 2027-01-06,2027-01-13,2027-01-20 19:00 Asia/Baku";
    assert_eq!(shown_in("Asia/Baku", &(office("", "+0400") + weekly)), expected);
    assert_eq!(shown_in("Europe/Berlin", &(office("X-LIC-LOCATION:Asia/Baku|", "+0000") + weekly)), expected);
    assert_eq!(shown_in("Asia/Baku", &weekly.replace("Office", "asia/baku")), expected);
    assert_eq!(
        shown_in("Europe/Berlin", &(office("", "+0400") + weekly)),
        expected.replace("Asia/Baku", "Etc/GMT-4")
    );
    let summer = "BEGIN:VTIMEZONE|TZID:Office|BEGIN:STANDARD|DTSTART:16010101T030000|TZOFFSETFROM:+0200|TZOFFSETTO:+0100|\
                  RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10|END:STANDARD|BEGIN:DAYLIGHT|DTSTART:16010101T020000|\
                  TZOFFSETFROM:+0100|TZOFFSETTO:+0200|RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3|END:DAYLIGHT|END:VTIMEZONE|";
    let monthly = "BEGIN:VEVENT|UID:u|SUMMARY:S|DTSTART;TZID=Office:20270120T190000|RRULE:FREQ=MONTHLY;INTERVAL=6;COUNT=2|END:VEVENT";
    assert_eq!(
        shown_in("Asia/Baku", &(summer.to_owned() + monthly)),
        "S: 2027-01-20,2027-07-20 19:00 Europe/Berlin"
    );
    let read = event("DTSTART;TZID=Customized Time Zone:20270120T190000");
    assert!(
        read.notes[0]
            .message
            .contains("`Customized Time Zone` is not known here: its time is taken as that of Baku")
    );
    assert!(!read.notes[0].is_loss && read.days.len() == 1);
}

#[test]
fn a_series_has_the_dates_of_its_newest_version() {
    let one = |lines: &str| format!("BEGIN:VEVENT|UID:u|SUMMARY:S|{lines}|END:VEVENT|");
    let weekly = one("DTSTART:20270106|RRULE:FREQ=WEEKLY;COUNT=4");
    let table = [
        // A series of which only single dates are there.
        (
            one("RECURRENCE-ID:20270120|DTSTART:20270120") + &one("RECURRENCE-ID:20280120|DTSTART:20280121"),
            "2027-01-20,2028-01-21",
        ),
        (one("SEQUENCE:3|DTSTART:20270125") + &one("SEQUENCE:0|DTSTART:20270120"), "2027-01-25"),
        (
            one("LAST-MODIFIED:20260201T000000Z|DTSTART:20270125")
                + &one("LAST-MODIFIED:20260101T000000Z|DTSTART:20270120"),
            "2027-01-25",
        ),
        (one("DTSTART:20270125") + &one("DTSTART:20270120"), "2027-01-20"),
        (
            weekly.clone()
                + &one("RECURRENCE-ID:20270113|DTSTART:20270114|SEQUENCE:2")
                + &one("RECURRENCE-ID:20270113|DTSTART:20270115|SEQUENCE:1"),
            "2027-01-06,2027-01-14,2027-01-20,2027-01-27",
        ),
        // A newer series leaves out the date that an older change moved.
        (
            one("DTSTART:20270106|RRULE:FREQ=WEEKLY;COUNT=3|EXDATE:20270113|SEQUENCE:3")
                + &one("RECURRENCE-ID:20270113|DTSTART:20270114|SEQUENCE:2"),
            "2027-01-06,2027-01-20",
        ),
        // From one date on.
        (
            weekly.clone() + &one("RECURRENCE-ID;RANGE=THISANDFUTURE:20270120|DTSTART:20270121"),
            "2027-01-06,2027-01-13,2027-01-21,2027-01-28",
        ),
        (
            weekly.clone()
                + &one("RECURRENCE-ID;RANGE=THISANDFUTURE:20270120|DTSTART:20270120|STATUS:CANCELLED"),
            "2027-01-06,2027-01-13",
        ),
        (
            weekly.clone()
                + &one(
                    "RECURRENCE-ID;RANGE=THISANDFUTURE:20270120|DTSTART:20270122|RRULE:FREQ=MONTHLY;COUNT=2",
                ),
            "2027-01-06,2027-01-13,2027-01-22,2027-02-22",
        ),
    ];
    for (lines, expected) in table {
        assert_eq!(shown_in("Asia/Baku", &lines), format!("S: {expected} all day"), "{lines}");
    }
}

#[test]
fn what_address_books_add_is_read_or_told() {
    let cards = |cards: &str| {
        let read = read_text(&cards.replace('|', "\n"));
        let mut said: Vec<String> = read
            .days
            .iter()
            .map(|day| format!("{} {} {:?}", day.name, day.rules[0], day.event.map(EventDate::year)))
            .collect();
        said.sort();
        (
            said.join(", "),
            read.notes.iter().map(|note| format!("{} {}", note.line, note.message)).collect::<Vec<_>>(),
        )
    };
    let (said, notes) = cards(
        "BEGIN:VCARD|FN:B|BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-09|X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1997-10-02;0;Wedding of C;;;;|\
         X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2001-02-03;1;;;;|X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Bob;1|\
         X-MS-ANNIVERSARY:20050607|X-DATE-OF-DEATH:2020-08-09|X-FIRST-MET:2010-01-02|REV:20260101T000000Z|END:VCARD",
    );
    assert_eq!(
        said,
        "B: Wedding of C October 2 Some(1997), B: birthday May 9 None, B: day of death August 9 Some(2020), \
         B: wedding anniversary February 3 Some(2001), B: wedding anniversary June 7 Some(2005)"
    );
    assert_eq!(notes, ["9 the date `X-FIRST-MET` is not carried"]);
    // People of one name without a UID are told apart, and so are dates without a label.
    let (said, notes) =
        cards("BEGIN:VCARD|FN:A|BDAY:1950-01-02|END:VCARD|BEGIN:VCARD|FN:A|BDAY:1980-03-04|END:VCARD|");
    assert_eq!(
        (said.as_str(), notes.len()),
        ("A: birthday January 2 Some(1950), A: birthday March 4 Some(1980)", 0)
    );
    let (said, _) = cards(
        "BEGIN:VCARD|FN:W|UID:w|item1.X-ABDATE:1985-01-01|item1.X-ABLABEL:_$!<Other>!$_|X-ABDATE:1999-01-05|i.X-ABDATE:1998-01-04|END:VCARD",
    );
    assert_eq!(said, "W January 4 Some(1998), W January 5 Some(1999), W: Other January 1 Some(1985)");
    // vCard 2.1 needs no FN, and may quote N.
    let (said, _) = cards(
        "BEGIN:VCARD|VERSION:2.1|N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C6=8F=6C=69;=4C=65=79=6C=61;;;|BDAY:19700305|END:VCARD",
    );
    assert_eq!(said, "Leyla Əli: birthday March 5 Some(1970)");
    let (said, notes) = cards(
        "BEGIN:VCARD|VERSION:4.0|FN:N|BDAY:--0120|DEATHDATE:2020|ANNIVERSARY;TYPE=x:20010203|END:VCARD",
    );
    assert_eq!(said, "N: birthday January 20 None, N: wedding anniversary February 3 Some(2001)");
    assert!(notes.len() == 1 && notes[0].contains("`2020` is not a date"), "{notes:?}");
}

#[test]
fn one_missing_end_costs_nothing_after_it() {
    let event = |n: u32| format!("BEGIN:VEVENT\nUID:{n}\nSUMMARY:{n}\nDTSTART:202701{n:02}\n");
    let ended: String = (2..=6).map(|n| event(n) + "END:VEVENT\n").collect();
    let read = read_text(&format!("BEGIN:VCALENDAR\n{}{ended}END:VCALENDAR\n", event(1)));
    assert_eq!((read.days.len(), read.notes.len(), read.is_cut_off), (6, 1, false), "{:?}", read.notes);
    let read =
        read_text("BEGIN:VCARD\nFN:One\nBDAY:1950-01-20\nBEGIN:VCARD\nFN:Two\nBDAY:1950-01-21\nEND:VCARD\n");
    assert_eq!((read.days.len(), read.notes.len(), read.is_cut_off), (2, 1, false));
    let read = read_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID\n\n :b7\nSUMMARY\n\n :Blank\nDTSTART\n\n ;VALUE=DATE\n :20270120\nEND:VEVENT\nEND:VCALENDAR\n",
    );
    assert_eq!(dates(&read, 2027..=2027), ["2027-01-20"]);
}

#[test]
fn other_formats_are_refused_by_name() {
    let table = [
        ("[\"vcalendar\",[],[]]", Some(Refused::Json)),
        ("<?xml version=\"1.0\"?><icalendar xmlns=\"x\"/>", Some(Refused::Xml)),
        ("\u{feff}\n<!DOCTYPE html><html>", Some(Refused::Page)),
        ("01/20\tBlack January", None),
    ];
    for (text, refused) in table {
        let read = read_text(text);
        assert_eq!((read.refused, read.days.is_empty()), (refused, refused.is_some()), "{text}");
    }
}

#[test]
fn alarms_of_any_kind_are_reminders() {
    let remind = |start: &str, trigger: &str| {
        let read = event(&format!("{start}|BEGIN:VALARM|ACTION:DISPLAY|TRIGGER{trigger}|END:VALARM"));
        let day = &kept(&read)[0];
        let ahead = day.moment.as_ref().map(|moment| format!("{} min ahead", moment.ahead.num_minutes()));
        let said: Vec<String> = day.remind.iter().map(ToString::to_string).collect();
        let notes =
            if read.notes.is_empty() { String::new() } else { format!(", {}", read.notes[0].message) };
        format!("{}{}{notes}", said.join(" "), ahead.map(|ahead| format!(", {ahead}")).unwrap_or_default())
    };
    let (day, noon) = ("DTSTART;VALUE=DATE:20270120", "DTSTART;TZID=Asia/Baku:20270120T120000");
    let table = [
        (day, ";VALUE=DATE-TIME:20270119T080000Z", "1 day before 12:00"),
        (noon, ";VALUE=DATE-TIME:20270120T070000Z", "09:00, 60 min ahead"),
        // Apple's mark of an alarm that is switched off.
        (day, ";VALUE=DATE-TIME:19760401T005545Z", "09:00"),
        (day, ";RELATED=END:-PT15H", "09:00"),
        (noon, ":PT15M", "12:15, 5 min ahead"),
        (
            day,
            ";VALUE=DATE-TIME:20270122T080000Z",
            "09:00, the alarm `20270122T080000Z` comes after the day, or more than a year before it",
        ),
    ];
    for (start, trigger, expected) in table {
        assert_eq!(remind(start, trigger), expected, "{start} {trigger}");
    }
}

#[test]
fn a_large_file_is_counted_before_it_is_built() {
    let (words, zone) = (Words::choose(&[]), Zone::utc());
    let today = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
    let context = ImportContext {
        since: Some(today),
        most_days: 50,
        ..ImportContext::new(&zones, &words, &zone, today)
    };
    let event = |n: usize, start: &str, rule: &str| {
        format!("BEGIN:VEVENT\nUID:{n}\nSUMMARY:M\nDTSTART:{start}\n{rule}END:VEVENT\n")
    };
    let past: String = (0..3000).map(|n| event(n, "20200120", "")).collect();
    let yearly = event(9999, "20190312", "RRULE:FREQ=YEARLY\n");
    let read_all = |events: String| read(&format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n"), &context);
    // Thousands of old meetings and one memorial.
    let found = read_all(past + &yearly);
    assert_eq!((found.days.len(), found.too_many, found.notes.len()), (1, None, 0));
    let many: String = (0..60).map(|n| event(n, "20270120", "")).collect();
    assert_eq!(read_all(many).too_many, Some(2 + 50 * 5));
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
