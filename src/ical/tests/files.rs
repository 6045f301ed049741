//! Files that are broken, large, or of another format.

use super::*;

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
fn an_event_that_stands_alone_is_read() {
    let event = "BEGIN:VEVENT\nUID:1\nSUMMARY:One\nDTSTART:20270120\nEND:VEVENT\n";
    let read = read_text(&format!("{event}{}", event.replace("UID:1", "UID:2").replace("One", "Two")));
    assert_eq!((read.days.len(), read.notes.len(), read.is_cut_off), (2, 0, false), "{:?}", read.notes);
    // An incomplete one is not read.
    let read = read_text(&format!("{event}{}", event.replace("UID:1", "UID:2").replace("END:VEVENT\n", "")));
    assert_eq!((read.days.len(), read.is_cut_off), (1, true), "{:?}", read.notes);
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
