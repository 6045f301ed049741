//! The daemon and a notification server that refuses, hangs, closes, goes and comes: nothing is
//! lost, nothing is told twice, and the daemon stays up.

use crate::common::server::{Manner, Server, desk};
use crate::common::{Home, until, written};
use std::fs;
use std::time::Duration;

/// A moment before the notification of January 20.
const JUST_BEFORE: &str = "2027-01-20 08:59:59";
const DUE: &str = "2027-01-20 09:00";

#[test]
fn a_notification_carries_what_the_server_can_show_and_no_more() {
    let mut home = Home::new();
    let _bus = home.bus();
    home.config("[day.a]\nname = \"A <b> & c\"\ndate = \"January 20\"\n[notification]\nurgency = \"low\"\nsound = \"bell\"\n");
    home.write(".config/remembrance/articles/a.md", "# T\n\n1 < 2 & 3\n");
    let server = Server::with(&home, Manner::Accept, &["body"]);
    let daemon = home.start(&["run", "--now", DUE, "-v"]);
    let plain = [server.receives(), server.receives()]
        .into_iter()
        .find(|notification| notification.summary == "A <b> & c")
        .unwrap();
    assert_eq!(plain.body, "Today. 1 < 2 & 3");
    assert_eq!((plain.actions, plain.timeout), (vec![], 0));
    for (hint, value) in
        [("urgency", "0"), ("sound-name", "bell"), ("desktop-entry", "remembrance"), ("transient", "false")]
    {
        assert!(plain.hints[hint].contains(value), "{hint}: {:?}", plain.hints);
    }
    assert!(!plain.hints.contains_key("suppress-sound"));
    assert_eq!(daemon.ends("TERM"), Some(0));
    server.vanishes();

    let server = Server::start(&home, Manner::Accept);
    fs::remove_file(home.path(".local/state/remembrance/ledger-pretended.jsonl")).unwrap();
    let daemon = home.daemon(DUE);
    let marked = [server.receives(), server.receives()]
        .into_iter()
        .find(|notification| notification.summary == "A <b> & c")
        .unwrap();
    assert_eq!(marked.body, "Today. 1 &lt; 2 &amp; 3");
    assert_eq!(marked.actions, ["default", "", "read", "Read", "later", "Later"]);
    assert_eq!(daemon.ends("TERM"), Some(0));
}

#[test]
fn a_refused_notification_is_printed_kept_and_shown_when_something_changes() {
    let mut home = Home::new();
    let _bus = home.bus();
    let server = Server::start(&home, Manner::Refuse);
    let daemon = home.daemon(DUE);
    server.receives();
    daemon.says("Black January · 37 years");
    daemon.says("`az-black-january` is printed and not shown: the notification server did not take it (");
    daemon.notifies(
        "STATUS=waiting for the desktop to take a notification; next: Black January, 2027-01-20 11:55",
    );
    assert!(home.states().is_empty(), "nothing is recorded before the desktop accepted it");
    server.behaves(Manner::Accept);
    daemon.signal("HUP");
    daemon.notifies("RELOADING=1");
    daemon.notifies("READY=1");
    assert_eq!(server.receives().summary, "Black January · 37 years");
    daemon.says("Shown: `az-black-january`");
    assert_eq!(home.states(), ["shown"]);
    assert_eq!(daemon.ends("TERM"), Some(0));
}

#[test]
fn a_server_that_hangs_does_not_keep_the_daemon_from_ending() {
    let mut home = Home::new();
    let _bus = home.bus();
    let server = Server::start(&home, Manner::Hang);
    let daemon = home.daemon(DUE);
    server.receives();
    assert_eq!(daemon.ends("TERM"), Some(0));
    assert!(home.states().is_empty());
}

#[test]
fn a_notification_waits_for_a_server_to_come() {
    let mut home = Home::new();
    let _bus = home.bus();
    let daemon = home.daemon(JUST_BEFORE);
    daemon.says("Black January · 37 years");
    daemon.says("is printed and not shown: there is no notification server on the session bus");
    let server = Server::start(&home, Manner::Accept);
    assert_eq!(server.receives().summary, "Black January · 37 years");
    daemon.says("Shown: `az-black-january`");
    // Once it is answered, a server that comes back is not told again.
    server.closes(1, 2);
    until("it is recorded", || (home.states() == ["shown", "dismissed"]).then_some(()));
    server.vanishes();
    let server = Server::start(&home, Manner::Accept);
    daemon.signal("HUP");
    daemon.says("Read the configuration again");
    daemon.signal("HUP");
    daemon.says("Read the configuration again");
    assert!(!server.has_received());
    assert_eq!(home.states(), ["shown", "dismissed"]);
    assert_eq!(daemon.ends("INT"), Some(0));
}

#[test]
fn without_a_bus_a_notification_is_printed_and_the_bus_is_waited_for() {
    let mut home = Home::new();
    let daemon = home.daemon(DUE);
    daemon.says("Black January · 37 years");
    daemon.says("is printed and not shown: there is no session bus");
    let _bus = home.bus();
    daemon.says("The session bus is there.");
    let server = Server::start(&home, Manner::Accept);
    assert_eq!(server.receives().summary, "Black January · 37 years");
    daemon.says("Shown");
    assert_eq!(daemon.ends("TERM"), Some(0));
}

#[test]
fn a_bus_that_goes_and_comes_back_is_found_again() {
    let mut home = Home::new();
    let bus = home.bus();
    let daemon = home.daemon("2027-01-20 08:00");
    daemon.notifies("STATUS=next");
    drop(bus);
    daemon.says("the session bus is gone; waiting for it");
    let _bus = home.bus();
    daemon.says("The session bus is there.");
    let server = Server::start(&home, Manner::Accept);
    // Now it is due.
    home.config("remind = [\"08:00\"]\n");
    assert_eq!(server.receives().summary, "Black January · 37 years");
    assert_eq!(daemon.ends("TERM"), Some(0));
}

#[test]
fn closing_a_notification_is_recorded_as_dismissed() {
    let (home, _bus, server) = desk();
    let _daemon = home.daemon(DUE);
    let notification = server.receives();
    until("it is recorded", || (home.states() == ["shown"]).then_some(()));
    // Somebody else's notification is nobody's business.
    server.closes(notification.id + 100, 2);
    server.closes(notification.id, 2);
    until("it is recorded", || (home.states() == ["shown", "dismissed"]).then_some(()));
    // GNOME says everything twice.
    server.closes(notification.id, 2);
    server.invokes(notification.id, "later");
    assert_eq!(home.states(), ["shown", "dismissed"]);
}

#[test]
fn later_brings_a_notification_back_after_the_snooze() {
    let (home, _bus, server) = desk();
    home.config("snooze = \"1 minute\"\n");
    let daemon = home.daemon(DUE);
    let notification = server.receives();
    daemon.says("Shown");
    server.invokes(notification.id, "later");
    daemon.says("Snoozed: `az-black-january` until 09:01.");
    server.closes(notification.id, 2);
    assert_eq!(daemon.ends("TERM"), Some(0));
    assert_eq!(home.states(), ["shown", "snoozed"]);
    let early = home.daemon("2027-01-20 09:00:30");
    early.notifies("STATUS=next");
    assert_eq!(early.ends("TERM"), Some(0));
    assert!(!server.has_received());
    let late = home.daemon("2027-01-20 09:01:30");
    assert_eq!(server.receives().summary, "Black January · 37 years");
    late.says("Shown");
    assert_eq!(home.states(), ["shown", "snoozed", "shown"]);
}

#[test]
fn reading_opens_the_page_with_the_desktops_permission() {
    let mut home = Home::new();
    let _bus = home.bus();
    let opened = home.path("opened");
    home.script(
        "xdg-open",
        &format!("echo \"$1 $XDG_ACTIVATION_TOKEN\" > {0}.new; mv {0}.new {0}", opened.display()),
    );
    let server = Server::start(&home, Manner::Accept);
    let daemon = home.daemon(DUE);
    let notification = server.receives();
    daemon.says("Shown");
    server.gives_token(notification.id, "token-42");
    server.invokes(notification.id, "default");
    let call = until("the page is opened", || written(&opened));
    let page = home.path(".cache/remembrance/az-black-january.2027-01-20.en.html");
    assert_eq!(call, format!("{} token-42\n", page.display()));
    let html = fs::read_to_string(page).unwrap();
    assert!(
        html.contains("<h1>Black January</h1>") && html.contains("Wednesday, January 20, 2027"),
        "{html}"
    );
    assert!(html.contains("default-src 'none'"), "{html}");
    // It is recorded once the command that opened it has ended.
    until("it is recorded", || (home.states() == ["shown", "read"]).then_some(()));
    assert_eq!(daemon.threads(), 1);
}

#[test]
fn a_broken_config_is_told_once_and_the_last_good_one_goes_on() {
    let (home, _bus, server) = desk();
    home.config("[day.mother]\nname = \"Mother\"\ndate = \"January 20\"\n");
    let daemon = home.daemon("2027-01-19 12:00");
    daemon.notifies("STATUS=next");
    let file = home.config("[day.mother]\nname = \"Mother\"\ndaet = \"January 20\"\n");
    daemon.signal("HUP");
    let notification = server.receives();
    assert_eq!(notification.summary, "The configuration has a mistake");
    let expected = format!("{}:3:1: unknown key `daet`; did you mean `date`?", file.display());
    assert!(notification.body.contains(&expected), "{}", notification.body);
    daemon.says(&expected);
    daemon.says("going on with the last good one");
    daemon.signal("HUP");
    daemon.says("going on with the last good one");
    assert!(!server.has_received(), "the same mistake is told once");
    assert_eq!(daemon.ends("TERM"), Some(0));
    // At the start there is no last good one: the layers below and the sound days go on.
    let daemon = home.daemon(DUE);
    let summaries = [server.receives().summary, server.receives().summary];
    assert!(summaries.contains(&"Black January · 37 years".to_owned()), "{summaries:?}");
    assert!(summaries.contains(&"The configuration has a mistake".to_owned()), "{summaries:?}");
    assert_eq!(daemon.ends("TERM"), Some(0));
}

#[test]
fn an_unreadable_article_is_told_and_the_one_that_ships_is_quoted() {
    let mut home = Home::new();
    let _bus = home.bus();
    home.write(".config/remembrance/articles/az-black-january.en.md", "+++\nbroken\n");
    fs::create_dir_all(home.path(".config/remembrance/articles/az-black-january.md")).unwrap();
    let server = Server::start(&home, Manner::Accept);
    let daemon = home.daemon(DUE);
    assert!(server.receives().body.contains("1990"));
    daemon.says("az-black-january.en.md:1:1: the front matter does not end");
}

#[test]
fn a_state_folder_that_cannot_be_written_is_told_and_loses_no_notification() {
    let (home, _bus, server) = desk();
    home.write(".local/state/remembrance", "a file where the folder should be");
    let daemon = home.daemon(DUE);
    assert_eq!(server.receives().summary, "Black January · 37 years");
    daemon.says("cannot save the ledger");
    // In memory it is known all the same.
    daemon.signal("HUP");
    daemon.says("Read the configuration again");
    daemon.signal("HUP");
    daemon.says("Read the configuration again");
    assert!(!server.has_received());
    assert_eq!(daemon.ends("TERM"), Some(0));
}

#[test]
fn a_rehearsal_takes_its_notification_off_the_screen_when_it_is_interrupted() {
    let (home, _bus, server) = desk();
    let rehearsal = home.start(&["rehearse"]);
    let notification = server.receives();
    assert_eq!(
        (notification.summary.as_str(), notification.appname.as_str()),
        ("Black January · 37 years", "Remembrance")
    );
    rehearsal.says("On the screen now, by Scripted 1.");
    rehearsal.signal("INT");
    assert_eq!(server.is_told_to_close(), notification.id);
}

#[test]
fn a_second_daemon_is_refused() {
    let home = Home::new();
    let daemon = home.daemon("2027-01-19 12:00");
    daemon.notifies("READY=1");
    let second = home.remembrance(&["run", "--now", "2027-01-19 12:00"]);
    assert_eq!(second.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&second.stderr).contains("remembrance is running already"));
}

#[test]
fn a_pretended_time_leaves_the_real_ledger_alone() {
    let (home, _bus, server) = desk();
    let daemon = home.daemon(DUE);
    server.receives();
    daemon.says("Shown");
    assert!(!home.path(".local/state/remembrance/ledger.jsonl").exists());
}

#[test]
fn idle_is_one_thread_and_no_wake_up() {
    let (home, _bus, server) = desk();
    let daemon = home.start(&["run"]);
    daemon.notifies("STATUS=next");
    let of_status = |name: &str| {
        let status = fs::read_to_string(format!("/proc/{}/status", daemon.child.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with(name)).unwrap();
        line.split_whitespace().nth(1).unwrap().to_owned()
    };
    let wake_ups = || of_status("voluntary_ctxt_switches").parse::<u64>().unwrap();
    let (mut before, mut same) = (wake_ups(), 0);
    until("it has come to rest", || {
        let now = wake_ups();
        // One that a busy machine lets wait for the processor is not at rest.
        let rests = std::mem::replace(&mut before, now) == now && of_status("State") == "S";
        same = if rests { same + 1 } else { 0 };
        (same == 10).then_some(())
    });
    // Other programs' notifications, and names that come and go, do not wake it.
    for id in 1..20 {
        server.invokes(id, "default");
        server.closes(id, 2);
        assert!(home.command("busctl").args(["--user", "status"]).output().unwrap().status.success());
    }
    assert_eq!((wake_ups(), daemon.threads()), (before, 1));
    assert_eq!(daemon.ends("TERM"), Some(0));
}

#[test]
fn a_rehearsal_reads_too() {
    let mut home = Home::new();
    let _bus = home.bus();
    let opened = home.path("opened");
    home.script("xdg-open", &format!("echo \"$1\" > {0}.new; mv {0}.new {0}", opened.display()));
    let server = Server::start(&home, Manner::Accept);
    let mut rehearsal = home.start(&["rehearse", "--now", "2026-11-23 10:00"]);
    let notification = server.receives();
    rehearsal.says("On the screen now");
    server.invokes(notification.id, "default");
    assert_eq!(rehearsal.exits(), Some(0));
    assert!(written(&opened).is_some(), "the page was not opened before the rehearsal ended");
}

#[test]
fn a_server_that_hangs_keeps_nobody_from_asking_the_daemon() {
    let mut home = Home::new();
    let _bus = home.bus();
    let server = Server::start(&home, Manner::Hang);
    let daemon = home.daemon(DUE);
    server.receives();
    let status = home.json(&["status", "--json"]);
    assert_eq!(status["on_screen"], serde_json::json!([]));
    assert_eq!(home.remembrance(&["dismiss"]).status.code(), Some(1));
    let doctor = String::from_utf8(home.remembrance(&["doctor"]).stdout).unwrap();
    // They had their answers while the daemon waited for the server still, which it does for 25 seconds.
    let said = daemon.said();
    assert!(!said.iter().any(|line| line.contains("is printed and not shown")), "{said:?}");
    assert!(doctor.contains("the notification server does not answer: "), "{doctor}");
    // Another session's server takes its place: the notification is shown there, once.
    server.vanishes();
    let server = Server::start(&home, Manner::Accept);
    daemon.says("is printed and not shown: the notification server ended before it answered");
    // What a server ended of is not given to the next one at once.
    assert!(server.received_within_a_moment().is_none());
    server.receives();
    daemon.says("Shown");
    assert_eq!(daemon.ends("TERM"), Some(0));
    assert_eq!(home.states(), ["shown"]);
}

#[test]
fn a_late_answer_counts_and_one_without_an_id_too() {
    for manner in [Manner::Late(Duration::from_millis(1500)), Manner::Zero] {
        let mut home = Home::new();
        let _bus = home.bus();
        let server = Server::start(&home, manner);
        let daemon = home.daemon(DUE);
        server.receives();
        // What happens meanwhile sends it no second time.
        for _ in 0..2 {
            daemon.signal("HUP");
            daemon.says("Read the configuration again");
        }
        daemon.says("Shown: `az-black-january`");
        assert_eq!(daemon.ends("TERM"), Some(0));
        assert_eq!(home.states(), ["shown"]);
        assert!(!server.has_received(), "it was sent twice");
    }
}

#[test]
fn an_answer_is_believed_of_the_server_alone_and_for_keys_of_ours() {
    let (home, _bus, server) = desk();
    let daemon = home.daemon(DUE);
    let id = server.receives().id.to_string();
    daemon.says("Shown");
    let name = "org.freedesktop.Notifications";
    let forge =
        ["--user", "emit", "/org/freedesktop/Notifications", name, "NotificationClosed", "uu", &id, "2"];
    assert!(home.command("busctl").args(forge).status().unwrap().success());
    server.invokes(id.parse().unwrap(), "settings");
    // A hundred messages at once do not stall it.
    for other in 1000..1100 {
        server.closes(other, 2);
    }
    assert_eq!(home.json(&["status", "--json"])["on_screen"][0]["day"], "az-black-january");
    assert_eq!(home.states(), ["shown"]);
    server.invokes(id.parse().unwrap(), "later");
    daemon.says("Snoozed");
    assert_eq!(daemon.ends("TERM"), Some(0));
}

#[test]
fn polling_writes_no_file() {
    let (home, _bus, server) = desk();
    let daemon = home.daemon(DUE);
    server.receives();
    daemon.says("Shown");
    let folder = home.path(".local/state/remembrance");
    let written = || {
        let entries = fs::read_dir(&folder).unwrap().map(Result::unwrap);
        let mut times: Vec<_> =
            entries.map(|entry| (entry.file_name(), entry.metadata().unwrap().modified().unwrap())).collect();
        times.sort();
        times
    };
    let before = written();
    for _ in 0..5 {
        home.printed(&["status"]);
    }
    assert_eq!(written(), before);
}
