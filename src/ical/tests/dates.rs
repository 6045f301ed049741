//! Which dates an event has: its recurrence, its changes, its zone.

use super::*;

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
        // What a rule leaves out (RFC 2445), also the start, and beside an exception.
        ("DTSTART:20260120|RRULE:FREQ=YEARLY;COUNT=4|EXRULE:FREQ=YEARLY;INTERVAL=3", "2027-01-20"),
        (
            "DTSTART:20270104|RRULE:FREQ=WEEKLY;COUNT=6|EXRULE:FREQ=MONTHLY;BYDAY=1MO|EXDATE:20270118",
            "2027-01-11 2027-01-25 2027-02-08",
        ),
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

/// The dates of a calendar with these lines on a machine in a zone, and the times of its moments.
fn shown_in(zone: &str, lines: &str) -> String {
    let text = format!("BEGIN:VCALENDAR\n{}\nEND:VCALENDAR\n", lines.replace('|', "\n"));
    let read = read_in(&text, zone);
    let mut said = Vec::new();
    for day in kept(&read) {
        let dates = day.dates(2027..=2028).unwrap();
        let at = day.extras.moment.as_ref().map_or("all day".to_owned(), |moment| {
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
        // Where they do not, each time here has its own dates.
        (
            "Asia/Baku",
            event("DTSTART;TZID=America/New_York:20270120T190000|RRULE:FREQ=MONTHLY;INTERVAL=6;COUNT=3"),
            "S: 2027-01-21,2028-01-21 04:00 Asia/Baku; S: 2027-07-21 03:00 Asia/Baku",
        ),
        (
            "Asia/Baku",
            event("DTSTART;TZID=America/New_York:20270120T153000|RRULE:FREQ=MONTHLY;INTERVAL=6;COUNT=3"),
            "S: 2027-01-21,2028-01-21 00:30 Asia/Baku; S: 2027-07-20 23:30 Asia/Baku",
        ),
        // What this program wrote is on the date that its day has.
        (
            "America/New_York",
            event("X-REMEMBRANCE-NAME:S|DTSTART;TZID=Asia/Baku:20200120T020000|RRULE:FREQ=YEARLY")
                .replace("UID:u", "UID:a.moment@remembrance"),
            "S: 2027-01-20,2028-01-20 02:00 Asia/Baku",
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
        (
            one("RECURRENCE-ID:20270120|DTSTART:20270120|RRULE:FREQ=WEEKLY")
                + &one("RECURRENCE-ID:20280120|DTSTART:20280121|RRULE:FREQ=WEEKLY"),
            "2027-01-20,2028-01-21",
        ),
        // A date that another was moved to is kept, although it was left out of the rule.
        (
            weekly.clone().replace("COUNT=4", "COUNT=4|EXDATE:20270120")
                + &one("RECURRENCE-ID:20270113|DTSTART:20270120"),
            "2027-01-06,2027-01-20,2027-01-27",
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
fn a_series_without_an_end_is_kept_beyond_the_dates_that_are_written_down() {
    let lines = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\nSUMMARY:S\nDTSTART;TZID=America/New_York:20200312T153000\n\
                 RRULE:FREQ=YEARLY\nEND:VEVENT\nEND:VCALENDAR\n";
    let read = read_text(lines);
    let years: Vec<i32> = dates(&read, 2025..=2080).iter().map(|date| date[..4].parse().unwrap()).collect();
    let mut sorted = years.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, (2025..=2080).collect::<Vec<_>>(), "{:?}", read.days);
    assert_eq!(read.notes.len(), 1, "{:?}", read.notes);
    assert!(read.notes[0].message.contains("change on other days"), "{}", read.notes[0].message);
}

#[test]
fn two_hundred_dates_left_out_are_no_reason_to_drop_a_series() {
    let start = NaiveDate::from_ymd_opt(2027, 1, 4).unwrap();
    let left_out: Vec<String> =
        (1..=201).map(|n| (start + TimeDelta::days(3 * n)).format("%Y%m%d").to_string()).collect();
    let read = event(&format!(
        "DTSTART;VALUE=DATE:20270104|RRULE:FREQ=DAILY;COUNT=700|EXDATE;VALUE=DATE:{}",
        left_out.join(",")
    ));
    let found = dates(&read, 2027..=2030);
    assert_eq!((found.len(), read.notes.len()), (700 - 201, 0));
}
