//! What else an event says of a day: moments, alarms, names.

use super::*;

#[test]
fn a_time_of_day_is_a_moment_and_alarms_are_reminders() {
    let alarm = |trigger: &str| format!("|BEGIN:VALARM|ACTION:DISPLAY|TRIGGER:{trigger}|END:VALARM");
    let read = event(&format!("DTSTART;TZID=Asia/Baku:20270120T120000{}{}", alarm("-PT10M"), alarm("-P7D")));
    let day = &kept(&read)[0];
    let moment = day.extras.moment.as_ref().unwrap();
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
        (
            "DTSTART:20270120|EXRULE:FREQ=HOURLY",
            false,
            6,
            "`EXRULE` is not understood, and its dates are kept",
        ),
        ("DTSTART:20270120|LOCATION:Baku", false, 6, "`LOCATION` is not carried"),
        ("DTSTART:20270120|DTEND:20270123", false, 6, "it lasts 3 days"),
        ("DTSTART:2027", true, 5, "`2027` is not a date"),
        ("DESCRIPTION:x", true, 2, "no `DTSTART`"),
        ("DTSTART;TZID=Custom:20270120T120000", false, 5, "`Custom` is not known here"),
        ("DTSTART:20270120|URL:javascript:alert(1)", false, 6, "only `https://`"),
        ("DTSTART:20270120|BEGIN:VALARM|TRIGGER:P3D|END:VALARM", false, 7, "comes after the day"),
        (
            "DTSTART:20270120|BEGIN:VALARM|TRIGGER:-P1D|REPEAT:3|DURATION:PT1H|END:VALARM",
            false,
            7,
            "rings once: that it repeats is not carried",
        ),
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
fn whole_days_are_known_however_they_are_written() {
    let mark = "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE";
    let table = [
        // To the last minute, and on the day on which clocks change.
        ("DTSTART:20270120T000000|DTEND:20270120T235959".to_owned(), "2027-01-20", false),
        ("DTSTART:20270120T000000|DTEND:20270120T235900".to_owned(), "2027-01-20", false),
        (
            "DTSTART;TZID=Europe/Berlin:20270328T000000|DTEND;TZID=Europe/Berlin:20270328T235900".to_owned(),
            "2027-03-28",
            false,
        ),
        // Midnight in a zone that is not named: east of Greenwich the date is the next.
        (format!("DTSTART:20270119T170000Z|DTEND:20270120T170000Z|{mark}"), "2027-01-20", false),
        (format!("DTSTART:20270120T050000Z|DTEND:20270121T050000Z|{mark}"), "2027-01-20", false),
        // An hour of the night is a time.
        ("DTSTART:20270120T000000|DTEND:20270120T010000".to_owned(), "2027-01-20", true),
        ("DTSTART:20270120T230000|DTEND:20270120T235900".to_owned(), "2027-01-20", true),
    ];
    for (lines, date, has_moment) in table {
        let read = event(&lines);
        assert_eq!(dates(&read, 2027..=2027), [date], "{lines}");
        assert_eq!(read.days[0].moment.is_some(), has_moment, "{lines}");
    }
}

#[test]
fn a_count_of_times_is_one_of_dates() {
    let table = [
        ("BYHOUR=8,12,18;COUNT=7", 3),
        ("BYHOUR=8,12,18;COUNT=6", 2),
        // The first date has two of them, or one and the start itself.
        ("BYHOUR=6,8,12;COUNT=5", 2),
        ("BYHOUR=6,12;COUNT=3", 2),
        ("BYHOUR=8,12;BYMINUTE=0,30;COUNT=4", 1),
        ("BYHOUR=8;COUNT=2", 2),
    ];
    for (parts, count) in table {
        let read = event(&format!("DTSTART;TZID=Asia/Baku:20270120T080000|RRULE:FREQ=DAILY;{parts}"));
        assert_eq!(dates(&read, 2027..=2027).len(), count, "{parts}");
    }
}

#[test]
fn an_unknown_zone_of_a_calendar_is_told() {
    let calendar = |zone: &str| {
        read_text(&format!(
            "BEGIN:VCALENDAR\nX-WR-TIMEZONE:{zone}\nBEGIN:VEVENT\nUID:u\nSUMMARY:S\nDTSTART:20270120T120000Z\nEND:VEVENT\nEND:VCALENDAR\n"
        ))
    };
    let read = calendar("Nowhere/Land");
    assert_eq!((read.notes[0].line, read.notes[0].is_loss, read.days.len()), (2, false, 1));
    assert_eq!(read.notes[0].message, "the time zone `Nowhere/Land` of the calendar is not known here");
    assert_eq!((calendar("America/New_York").notes, calendar("").notes), (Vec::new(), Vec::new()));
}

#[test]
fn a_summary_is_never_the_id_of_a_ceremony() {
    for summary in ["team-lunch", "silence", "minute-of-silence", "-", "x"] {
        let read = read_text(&format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\nSUMMARY:{summary}\nDTSTART:20270120T120000\nEND:VEVENT\nEND:VCALENDAR\n"
        ));
        let text = Text::from_pairs([("en".to_owned(), summary.to_owned())]);
        assert_eq!(
            kept(&read)[0].extras.moment.as_ref().unwrap().what,
            Ceremony::Written { text, kind: None }
        );
    }
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

#[test]
fn alarms_of_any_kind_are_reminders() {
    let remind = |start: &str, trigger: &str| {
        let read = event(&format!("{start}|BEGIN:VALARM|ACTION:DISPLAY|TRIGGER{trigger}|END:VALARM"));
        let day = &kept(&read)[0];
        let ahead =
            day.extras.moment.as_ref().map(|moment| format!("{} min ahead", moment.ahead.num_minutes()));
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
