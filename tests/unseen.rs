//! A notification that leaves the screen without an answer of the person is not lost, and none is orphaned.

use crate::common::server::{Manner, Server, desk};
use crate::common::{Home, until};
use std::time::Instant;

const DUE: &str = "2027-01-20 09:00";

fn on_screen(home: &Home) -> String {
    let file = home.path(".local/state/remembrance/ledger-pretended.screen.json");
    std::fs::read_to_string(file).unwrap_or_default()
}

#[test]
fn a_server_that_ends_with_the_session_loses_no_notification() {
    let (home, _bus, server) = desk();
    let daemon = home.daemon(DUE);
    server.receives();
    daemon.says("Shown");
    server.vanishes();
    daemon.says("The desktop removed `az-black-january` of 2027-01-20 unseen");
    let server = Server::start(&home, Manner::Accept);
    let again = server.receives();
    assert_eq!((again.summary.as_str(), again.replaces), ("Black January · 37 years", 0));
    assert!(again.body.starts_with("Today. "), "{}", again.body);
    server.invokes(again.id, "later");
    daemon.says("Snoozed");
    assert_eq!(home.states(), ["shown", "unseen", "shown", "snoozed"]);
}

#[test]
fn what_the_server_takes_away_comes_back_after_the_snooze() {
    // Expired though it never should, closed by a call, undefined.
    let (home, _bus, server) = desk();
    home.config("snooze = \"1 minute\"\n");
    for (index, reason) in [1, 3, 4].into_iter().enumerate() {
        let daemon = home.daemon(&format!("2027-01-20 09:0{index}:00"));
        let notification = server.receives();
        daemon.says("Shown");
        server.closes(notification.id, reason);
        daemon.says("unseen; it will be shown again");
        daemon.says("Next: Black January, 2027-01-20 11:55");
        assert_eq!(daemon.ends("TERM"), Some(0));
        assert_eq!(on_screen(&home), "");
    }
    assert_eq!(home.states(), ["shown", "unseen"].repeat(3));
    let daemon = home.daemon("2027-01-20 09:03:30");
    server.receives();
    assert_eq!(daemon.ends("TERM"), Some(0));
}

#[test]
fn a_notification_is_put_back_three_times_at_most() {
    // A server that dies of a notification would be fed for ever.
    let mut home = Home::new();
    let _bus = home.bus();
    let mut server = Server::start(&home, Manner::Accept);
    let daemon = home.daemon(DUE);
    for _ in 0..3 {
        server.receives();
        daemon.says("Shown");
        server.vanishes();
        daemon.says("unseen; it will be shown again");
        server = Server::start(&home, Manner::Accept);
    }
    server.receives();
    daemon.says("Shown");
    server.vanishes();
    let server = Server::start(&home, Manner::Accept);
    daemon.signal("HUP");
    daemon.says("Read the configuration again");
    assert_eq!(daemon.ends("TERM"), Some(0));
    assert!(!server.has_received());
    assert_eq!(home.states(), ["shown", "unseen", "shown", "unseen", "shown", "unseen", "shown"]);
}

#[test]
fn a_notification_that_was_to_expire_does_not_come_back() {
    let (home, _bus, server) = desk();
    home.config("snooze = \"1 minute\"\n[notification]\nexpire = \"20 seconds\"\n");
    let daemon = home.daemon(DUE);
    let notification = server.receives();
    assert_eq!(notification.timeout, 20_000);
    daemon.says("Shown");
    server.closes(notification.id, 1);
    until("it is not open any more", || on_screen(&home).is_empty().then_some(()));
    assert_eq!(daemon.ends("TERM"), Some(0));
    assert_eq!(home.states(), ["shown"]);
}

#[test]
fn the_close_button_of_mate_is_a_close_button() {
    let mut home = Home::new();
    let _bus = home.bus();
    let server = Server::of("MATE", &home, Manner::Accept, &["actions", "body"]);
    let daemon = home.daemon(DUE);
    let notification = server.receives();
    daemon.says("Shown");
    server.closes(notification.id, 1);
    until("it is recorded", || (home.states() == ["shown", "dismissed"]).then_some(()));
}

#[test]
fn a_daemon_that_is_started_again_takes_up_its_notification_and_shows_it_once() {
    for (how, code) in [("KILL", None), ("TERM", Some(0))] {
        let mut home = Home::new();
        let _bus = home.bus();
        let server = Server::start(&home, Manner::Accept);
        let daemon = home.daemon(DUE);
        let notification = server.receives();
        daemon.says("Shown");
        until("it is kept", || on_screen(&home).contains("az-black-january").then_some(()));
        assert_eq!(daemon.ends(how), code);
        let daemon = home.daemon("2027-01-20 10:00");
        daemon.notifies("STATUS=next");
        server.closes(notification.id, 2);
        until("it is recorded", || (home.states() == ["shown", "dismissed"]).then_some(()));
        assert!(!server.has_received(), "{how}: it was shown twice");
        assert_eq!(daemon.ends("TERM"), Some(0));
        assert_eq!(on_screen(&home), "");
    }
}

#[test]
fn on_gnome_a_notification_that_went_with_its_daemon_is_shown_again() {
    let mut home = Home::new();
    let _bus = home.bus();
    let server = Server::of("GNOME", &home, Manner::Accept, &["actions", "body"]);
    let daemon = home.daemon(DUE);
    let notification = server.receives();
    daemon.says("Shown");
    until("it is kept", || on_screen(&home).contains("az-black-january").then_some(()));
    assert_eq!(daemon.ends("KILL"), None);
    let _daemon = home.daemon("2027-01-20 10:00");
    let again = server.receives();
    assert_eq!((again.replaces, again.id), (notification.id, notification.id));
}

#[test]
fn a_notification_that_was_open_when_the_session_ended_is_shown_in_the_next_one() {
    let mut home = Home::new();
    let bus = home.bus();
    let server = Server::start(&home, Manner::Accept);
    let daemon = home.daemon(DUE);
    server.receives();
    daemon.says("Shown");
    assert_eq!(daemon.ends("TERM"), Some(0));
    // The next session, a day later: another bus, another server.
    drop((server, bus));
    let _bus = home.bus();
    let server = Server::start(&home, Manner::Accept);
    let daemon = home.daemon("2027-01-21 09:30");
    let again = server.receives();
    assert_eq!(again.replaces, 0);
    // It was shown before: the computer was not off.
    assert!(again.body.starts_with("Yesterday. "), "{}", again.body);
    assert_eq!(daemon.ends("TERM"), Some(0));
    // A session without a server: it waits in the ledger.
    server.vanishes();
    let daemon = home.daemon("2027-01-21 10:00");
    daemon.says("is printed and not shown: there is no notification server");
    assert_eq!((daemon.ends("TERM"), on_screen(&home).as_str()), (Some(0), ""));
    let server = Server::start(&home, Manner::Accept);
    let daemon = home.daemon("2027-01-21 10:30");
    server.receives();
    daemon.says("Shown");
    assert_eq!(daemon.ends("TERM"), Some(0));
    // Past the days of catch-up it is over, and nothing more is written down about it.
    let lines = |home: &Home| {
        let daemon = home.daemon("2027-01-25 09:30");
        daemon.notifies("STATUS=next");
        assert_eq!(daemon.ends("TERM"), Some(0));
        home.states().len()
    };
    assert_eq!(lines(&home), lines(&home));
    assert!(!server.has_received());
}

#[test]
fn the_notification_of_a_moment_stands_by_itself_and_goes_for_good() {
    let (home, _bus, server) = desk();
    let daemon = home.daemon("2027-01-20 11:00");
    let day = server.receives();
    daemon.says("(day)");
    assert_eq!(daemon.ends("TERM"), Some(0));
    let begun = Instant::now();
    let daemon = home.daemon("2027-01-20 11:54:58");
    let moment = server.receives();
    let late = i32::try_from(begun.elapsed().as_millis()).unwrap() - 2000;
    assert_eq!(moment.replaces, 0);
    assert!(moment.body.starts_with("In 5 minutes: A minute of silence at 12:00"), "{}", moment.body);
    // It goes a minute after the moment has begun.
    assert!(
        (360_000 - late.max(0)..=360_000).contains(&moment.timeout),
        "{} after {late} ms",
        moment.timeout
    );
    daemon.says("(moment)");
    server.closes(moment.id, 1);
    server.closes(day.id, 2);
    until("it is recorded", || (home.states() == ["shown", "shown", "dismissed"]).then_some(()));
}
