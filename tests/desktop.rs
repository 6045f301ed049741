//! The daemon on a real session bus with a real notification server: dunst, under Xvfb.

use crate::common::{Home, Running};
use std::path::Path;

/// A home with a bus, a screen and dunst.
macro_rules! desktop {
    ($home:ident) => {
        let mut $home = Home::new();
        let _bus = $home.bus();
        let _screen = $home.screen();
        let _dunst = $home.dunst();
    };
}

#[test]
fn an_empty_home_is_told_of_january_20_once() {
    desktop!(home);
    let early = home.daemon("2027-01-20 08:00");
    early.notifies("READY=1");
    early.notifies("STATUS=next: Black January, 2027-01-20 09:00");
    assert_eq!(early.ends("TERM"), Some(0));
    assert!(home.states().is_empty());
    let daemon = home.daemon("2027-01-20 08:59:58");
    daemon.says("Shown: `az-black-january` of 2027-01-20 (day).");
    daemon.notifies("STATUS=next: Black January, 2027-01-20 11:55");
    let history = home.dunst_history();
    let [(summary, body)] = history.as_slice() else { panic!("{history:?}") };
    assert_eq!(summary, "Black January · 37 years");
    assert!(body.starts_with("Today. ") && body.ends_with("\nA minute of silence at 12:00"), "{body}");
    assert!(body.contains("1990"), "{body}");
    assert_eq!(daemon.ends("TERM"), Some(0));
    assert_eq!(home.states()[0], "shown");

    // After a restart it is not shown again; the next reminder is.
    let again = home.daemon("2027-01-20 11:54:59");
    again.says("Shown: `az-black-january` of 2027-01-20 (moment).");
    let history = home.dunst_history();
    assert_eq!(history.len(), 2, "{history:?}");
    assert!(history[0].1.starts_with("In 5 minutes: A minute of silence at 12:00"), "{history:?}");
    assert_eq!(again.ends("TERM"), Some(0));
}

#[test]
fn a_rehearsal_is_on_the_screen_and_ends_when_it_is_closed() {
    desktop!(home);
    let mut rehearsal = home.start(&["rehearse", "--now", "2026-11-23 10:00"]);
    rehearsal.says("Rehearsing Black January: the clock is set to 3 seconds before 2027-01-20 09:00.");
    let on_screen = rehearsal.says("On the screen now");
    assert!(on_screen.contains("dunst"), "{on_screen}");
    let history = home.dunst_history();
    assert_eq!(history[0].0, "Black January · 37 years");
    assert_eq!(rehearsal.exits(), Some(0));
    // Nothing is left of it.
    assert!(home.ledger().is_empty());
}

#[test]
fn the_notification_speaks_the_language_of_the_desktop() {
    desktop!(home);
    home.set("LANG", "az_AZ.UTF-8");
    let daemon = home.daemon("2027-01-20 09:00");
    daemon.says("Shown");
    let (summary, body) = home.dunst_history().remove(0);
    assert_eq!(summary, "20 Yanvar Ümumxalq Hüzn Günü · 37 il");
    assert!(
        body.starts_with("Bu gün. ")
            && body.contains("1990")
            && body.contains("Bir dəqiqəlik sükut: saat 12:00"),
        "{body}"
    );
}

#[test]
fn an_article_of_ones_own_takes_the_place_of_the_one_that_ships() {
    desktop!(home);
    home.write(
        ".config/remembrance/articles/az-black-january.txt",
        "What I saw\n\nWe heard the tanks <before> dawn & stayed up.\n\nMore.\n",
    );
    let daemon = home.daemon("2027-01-20 09:00");
    daemon.says("Shown");
    let (_, body) = home.dunst_history().remove(0);
    assert!(
        body.contains("We heard the tanks <before> dawn & stayed up.")
            || body.contains("&lt;before&gt; dawn &amp; stayed"),
        "{body}"
    );
}

#[test]
fn a_days_own_notification_can_be_shown_at_any_time() {
    desktop!(home);
    home.config("[day.grandmother]\nname = \"Grandmother\"\ndate = \"March 12\"\nevent = 2018\n");
    home.printed(&["notify", "grandmother", "--now", "2027-03-05 10:00"]);
    assert_eq!(
        home.dunst_history(),
        [("Grandmother · 9 years".to_owned(), "In one week, on Friday, March 12".to_owned())]
    );
}

#[test]
fn a_day_missed_is_told_as_missed() {
    desktop!(home);
    let daemon = home.daemon("2027-01-21 10:00");
    daemon.says("Shown");
    let (_, body) = home.dunst_history().remove(0);
    assert!(body.starts_with("Yesterday, when the computer was off. "), "{body}");
    assert!(!body.contains("silence"), "{body}");
}

/// What every real notification server does: it shows a notification, and the next one shows again what it ended with.
fn ends_with_the_session(name: &str, program: &str) {
    let library = format!("/usr/lib/{}-linux-gnu", std::env::consts::ARCH);
    let program = program.replace("LIBRARY", &library);
    let mut home = Home::new();
    let _bus = home.bus();
    let _screen = home.screen();
    // The settings of Xfce are a service of their own, which a bare bus does not start.
    let _settings = program.contains("xfce4").then(|| {
        let settings = Running::new(&mut home.command(&format!("{library}/xfce4/xfconf/xfconfd")), None);
        home.owns("org.xfce.Xfconf");
        settings
    });
    let start = || {
        let server = Running::new(&mut home.command(&program), None);
        home.owns("org.freedesktop.Notifications");
        server
    };
    let server = start();
    let mut rehearsal = home.start(&["rehearse", "--now", "2026-11-23 10:00"]);
    let on_screen = rehearsal.says("On the screen now");
    assert!(on_screen.contains(name), "{program}: {on_screen}");
    rehearsal.signal("INT");
    assert_eq!(rehearsal.exits(), Some(0), "{program}");
    let daemon = home.daemon("2027-01-20 09:00");
    daemon.says("Shown: `az-black-january` of 2027-01-20 (day).");
    drop(server);
    daemon.says("unseen; it will be shown again");
    let _server = start();
    daemon.says("Shown: `az-black-january` of 2027-01-20 (day).");
    assert_eq!(daemon.ends("TERM"), Some(0), "{program}");
    assert_eq!(home.states(), ["shown", "unseen", "shown"], "{program}");
}

#[test]
fn dunst_shows_a_notification_and_one_that_it_ends_with_comes_again() {
    ends_with_the_session("dunst", "/usr/bin/dunst");
}

#[test]
fn xfce_shows_a_notification_and_one_that_it_ends_with_comes_again() {
    ends_with_the_session("Xfce Notify Daemon", "LIBRARY/xfce4/notifyd/xfce4-notifyd");
}

#[test]
fn mate_shows_a_notification_and_one_that_it_ends_with_comes_again() {
    // Debian 12 has it in the first.
    let places = ["/usr/lib", "/usr/libexec"]
        .map(|place| format!("{place}/mate-notification-daemon/mate-notification-daemon"));
    let place = places.iter().find(|place| Path::new(place).exists()).unwrap_or(&places[0]);
    ends_with_the_session("Notification Daemon", place);
}

#[test]
fn notification_daemon_shows_a_notification_and_one_that_it_ends_with_comes_again() {
    ends_with_the_session("Notification Daemon", "/usr/lib/notification-daemon/notification-daemon");
}

#[test]
fn lxqt_shows_a_notification_and_one_that_it_ends_with_comes_again() {
    ends_with_the_session("lxqt-notificationd", "/usr/bin/lxqt-notificationd");
}

#[test]
fn a_server_that_the_bus_has_to_start_is_given_the_notification_without_a_word() {
    let mut home = Home::new();
    let _screen = home.screen();
    let settings = home.write("dunstrc", "[global]\n    markup = full\n");
    let service = format!(
        "[D-BUS Service]\nName=org.freedesktop.Notifications\nExec=/usr/bin/dunst -conf {}\n",
        settings.display()
    );
    home.write("services/dunst.service", &service);
    let _bus = home.bus();
    let daemon = home.daemon("2027-01-20 09:00");
    // In what was said before it was shown there is nothing of a server that cannot be started.
    let said = daemon.says_all_until("Shown: `az-black-january`");
    assert!(said.iter().all(|line| !line.contains("printed and not shown")), "{said:?}");
    assert_eq!(home.states(), ["shown"]);
}
