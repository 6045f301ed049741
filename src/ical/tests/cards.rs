//! Days of people, from address books.

use super::*;

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
    // The same date in two languages or under two names counts once; a year of zeros means no year; with the year first the order is clear.
    let (said, notes) = cards(
        "BEGIN:VCARD|FN:D|BDAY;ALTID=1:19900101|BDAY;ALTID=1;LANGUAGE=az:19900101|ANNIVERSARY:20010203|X-EVOLUTION-ANNIVERSARY:2001-02-03|END:VCARD|\
         BEGIN:VCARD|FN:E|BDAY:0000-03-04|END:VCARD|BEGIN:VCARD|FN:F|BDAY:1990-1-5|DEATHDATE:2020.01.06|X-ABDATE:5/1/1990|END:VCARD",
    );
    assert_eq!(
        said,
        "D: birthday January 1 Some(1990), D: wedding anniversary February 3 Some(2001), E: birthday March 4 None, \
         F: birthday January 5 Some(1990), F: day of death January 6 Some(2020)"
    );
    assert!(notes.len() == 1 && notes[0].contains("`5/1/1990` is not a date"), "{notes:?}");
}

#[test]
fn an_address_book_of_thousands_of_remarks_loses_nobody() {
    let card = |n: usize| {
        format!("BEGIN:VCARD\nFN:P {n}\nBDAY:199001{:02}\nX-SEEN:20100102\nEND:VCARD\n", n % 28 + 1)
    };
    let read = read_text(&(0..5000).map(card).collect::<String>());
    assert_eq!((read.days.len(), read.too_many), (5000, None));
}
