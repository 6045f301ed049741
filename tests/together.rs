//! Several days that are due at the same time: one notification that lists them, one answer, one page.

use crate::common::server::{Manner, Server, desk};
use crate::common::{Home, until, written};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::time::Duration;

const DUE: &str = "2027-01-20 09:00";

/// A configuration with so many days on January 20, `a0` and so on, and none of a pack.
fn config(days: usize) -> String {
    let day =
        |number| format!("[day.a{number}]\nname = \"Name {number}\"\ndate = \"January 20\"\nevent = 1990\n");
    "follow = []\n".to_owned() + &(0..days).map(day).collect::<String>()
}

fn count(home: &Home, state: &str) -> usize {
    home.states().iter().filter(|known| *known == state).count()
}

#[test]
fn up_to_three_days_are_shown_one_by_one_and_four_are_a_list() {
    let (home, _bus, server) = desk();
    home.config(&config(3));
    let daemon = home.daemon(DUE);
    let mut summaries = [(); 3].map(|()| server.receives().summary);
    summaries.sort();
    assert_eq!(summaries, ["Name 0 · 37 years", "Name 1 · 37 years", "Name 2 · 37 years"]);
    until("all are recorded", || (count(&home, "shown") == 3).then_some(()));
    assert_eq!(daemon.ends("TERM"), Some(0));

    fs::remove_file(home.path(".local/state/remembrance/ledger-pretended.jsonl")).unwrap();
    fs::remove_file(home.path(".local/state/remembrance/ledger-pretended.screen.json")).unwrap();
    home.config(&config(4));
    let listener = home.listener();
    let daemon = home.daemon(DUE);
    let list = server.receives();
    assert_eq!(list.summary, "Today: 4 days of remembrance");
    assert_eq!(list.body, "Name 0 · 37 years\nName 1 · 37 years\nName 2 · 37 years\nName 3 · 37 years");
    assert_eq!(list.actions, ["default", "", "read", "Read", "later", "Later"]);
    daemon.says("Shown in one notification: `a0` and 3 more.");
    assert_eq!(count(&home, "shown"), 4);
    assert!(!server.has_received());
    // Whoever forwards it is told once.
    let signal: Value = serde_json::from_str(&listener.says("\"Reminded\"")).unwrap();
    assert_eq!(signal["payload"]["data"], json!(["a0", "2027-01-20", list.summary, list.body]));
    assert_eq!(daemon.ends("TERM"), Some(0));
    assert!(!listener.said().iter().any(|line| line.contains("Reminded")), "it was told twice");
}

#[test]
fn reading_a_list_opens_one_page_that_leads_to_the_articles() {
    let mut home = Home::new();
    let _bus = home.bus();
    let opened = home.path("opened");
    home.script("xdg-open", &format!("echo \"$1\" > {0}.new; mv {0}.new {0}", opened.display()));
    home.config(&(config(4) + "link = \"https://example.org/\"\n"));
    home.write(".config/remembrance/articles/a1.md", "# Title\n\nThe lead & more.\n\nThe rest.\n");
    let server = Server::start(&home, Manner::Accept);
    let daemon = home.daemon(DUE);
    let list = server.receives();
    daemon.says("Shown");
    server.invokes(list.id, "read");
    let page = until("the page is opened", || written(&opened));
    assert_eq!(page.trim(), home.path(".cache/remembrance/days.2027-01-20.en.html").display().to_string());
    let html = fs::read_to_string(page.trim()).unwrap();
    for part in [
        "<h1>4 days of remembrance</h1>",
        "<h2>Name 0 · 37 years</h2>",
        "<h2><a href=\"a1.2027-01-20.en.html\">Name 1 · 37 years</a></h2>",
        "<p>The lead &#38; more.</p>",
        "<a href=\"https://example.org/\">",
        "default-src 'none'",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert!(home.path(".cache/remembrance/a1.2027-01-20.en.html").exists());
    until("all are recorded", || (count(&home, "read") == 4).then_some(()));
}

#[test]
fn an_answer_to_a_list_is_an_answer_to_each_of_its_days_also_after_a_restart() {
    let (home, _bus, server) = desk();
    home.config(&config(5));
    let daemon = home.daemon(DUE);
    let list = server.receives();
    daemon.says("Shown");
    assert_eq!(home.json(&["status", "--json"])["on_screen"].as_array().unwrap().len(), 5);
    assert_eq!(daemon.ends("TERM"), Some(0));
    // The next daemon takes it up, shows nothing, and hears the answer.
    let daemon = home.daemon("2027-01-20 09:05");
    daemon.notifies("STATUS=");
    assert!(!server.has_received());
    server.invokes(list.id, "later");
    daemon.says("Snoozed: `a0` and 4 more until 10:05.");
    assert_eq!(count(&home, "snoozed"), 5);
    assert_eq!(daemon.ends("TERM"), Some(0));
    let daemon = home.daemon("2027-01-20 10:05");
    assert_eq!(server.receives().summary, "Today: 5 days of remembrance");
    daemon.says("Shown");
    let dismissed = home.printed(&["dismiss"]);
    assert_eq!(dismissed.matches("Name").count(), 5, "{dismissed}");
    assert_eq!(count(&home, "dismissed"), 5);
    assert_eq!(daemon.ends("TERM"), Some(0));
}

#[test]
fn a_list_that_is_refused_is_printed_once_and_shown_once() {
    let mut home = Home::new();
    let _bus = home.bus();
    home.config(&config(6));
    let server = Server::start(&home, Manner::Refuse);
    let daemon = home.daemon(DUE);
    server.receives();
    daemon.says("Today: 6 days of remembrance");
    daemon.says("`a0` and 5 more is printed and not shown");
    assert!(home.states().is_empty(), "nothing is recorded before the desktop accepted it");
    server.behaves(Manner::Accept);
    daemon.signal("HUP");
    assert_eq!(server.receives().summary, "Today: 6 days of remembrance");
    daemon.says("Shown in one notification");
    assert_eq!(count(&home, "shown"), 6);
    assert_eq!(daemon.ends("TERM"), Some(0));
}

#[test]
fn fifteen_hundred_events_on_one_day_are_one_notification() {
    let (home, _bus, server) = desk();
    let event = |number| {
        format!(
            "BEGIN:VEVENT\r\nUID:e{number}\r\nDTSTART;VALUE=DATE:20200120\r\nRRULE:FREQ=YEARLY\r\n\
             SUMMARY:Event {number}\r\nEND:VEVENT\r\n"
        )
    };
    let events: String = (0..1500).map(event).collect();
    home.write("all.ics", &format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n"));
    home.config("follow = []\n[[calendar]]\npath = \"~/all.ics\"\n");
    let daemon = home.daemon(DUE);
    let list = server.receives();
    assert_eq!(list.summary, "Today: 1500 days of remembrance");
    assert_eq!(list.body.lines().last(), Some("and 1488 more"));
    daemon.says("Shown in one notification");
    let begun = daemon.processor_time();
    assert_eq!(home.json(&["status", "--json"])["on_screen"].as_array().unwrap().len(), 1500);
    let took = daemon.processor_time().saturating_sub(begun);
    assert!(took < Duration::from_secs(3), "status took {took:?}");
    server.closes(list.id, 2);
    until("all are recorded", || (count(&home, "dismissed") == 1500).then_some(()));
    assert!(!server.has_received());
    let said = daemon.said();
    assert!(said.len() < 20, "{said:?}");
    assert_eq!(daemon.ends("TERM"), Some(0));
}

/// Each at a minute of its own, by the time of the event or by that of an alarm.
#[test]
fn events_at_every_minute_of_a_day_are_one_notification() {
    let at = |minute: usize| format!("{:02}{:02}00", minute / 60, minute % 60);
    let timed = |minute| format!("DTSTART;TZID=Asia/Baku:20200120T{}\r\n", at(minute));
    let alarm = |minute| {
        format!(
            "DTSTART;VALUE=DATE:20200120\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:PT{minute}M\r\nEND:VALARM\r\n"
        )
    };
    let kinds: [(&str, &dyn Fn(usize) -> String); 2] = [("times", &timed), ("alarms", &alarm)];
    for (kind, start) in kinds {
        for (count, is_limited) in [(1440, true), (51, true), (50, false)] {
            let (home, _bus, server) = desk();
            // From nine o'clock on.
            let event = |number: usize| {
                let start = start((540 + number) % 1440);
                format!(
                    "BEGIN:VEVENT\r\nUID:e{number}\r\n{start}RRULE:FREQ=YEARLY\r\nSUMMARY:Event {number}\r\nEND:VEVENT\r\n"
                )
            };
            let events: String = (0..count).map(event).collect();
            home.write("all.ics", &format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n"));
            home.config("follow = []\n[[calendar]]\npath = \"~/all.ics\"\n");
            let daemon = home.daemon(DUE);
            assert!(
                server.receives().summary.ends_with("days of remembrance") || !is_limited,
                "{kind}, {count}"
            );
            daemon.says("Next: ");
            let check = home.remembrance(&["check"]);
            let said = String::from_utf8_lossy(&check.stdout).into_owned();
            let warning =
                format!("{count} events of 2027-01-20 have times of their own, more than 50 in all");
            assert_eq!(said.contains(&warning), is_limited, "{kind}: {said}");
            // When the reminders of that day come due.
            let due = || -> BTreeSet<String> {
                let next = home.remembrance(&["next", "3000", "--now", "2027-01-18 10:00"]);
                let next = String::from_utf8(next.stdout).unwrap();
                let rows = next.lines().filter(|row| row.starts_with("Wed 20 Jan 2027"));
                rows.map(|row| row.chars().take("Wed 20 Jan 2027  09:00".len()).collect()).collect()
            };
            let followed = due();
            assert_eq!(followed.len() == 1, is_limited, "{kind}, {count}: {followed:?}");
            assert_eq!(daemon.ends("TERM"), Some(0));
            // Nor does an import of the same bring them.
            home.config("follow = []\n");
            let import = home.remembrance(&["import", "all.ics", "--now", "2027-01-18 10:00"]);
            let said = String::from_utf8_lossy(&import.stderr).into_owned();
            assert!(import.status.success() && said.contains(&warning) == is_limited, "{kind}: {import:?}");
            assert_eq!(due(), followed, "{kind}, {count}");
        }
    }
}

#[test]
fn what_our_own_notification_pushes_out_does_not_come_back() {
    let (home, _bus, server) = desk();
    home.config(&config(3));
    let daemon = home.daemon(DUE);
    let all = [(); 3].map(|()| server.receives());
    // As GNOME before version 48 lets the oldest of one program go.
    server.closes(all[0].id, 1);
    server.closes(all[2].id, 2);
    until("the answer is recorded", || (count(&home, "dismissed") == 1).then_some(()));
    assert_eq!((count(&home, "shown"), count(&home, "unseen")), (3, 0), "{:?}", home.states());
    assert_eq!(daemon.ends("TERM"), Some(0));
}
