//! `DBUS_SESSION_BUS_ADDRESS`, with whatever is in it.

use crate::common::Home;
use crate::common::server::{Manner, Server};

/// The addresses of a bus that are no socket: a program to start, a search, the network, nothing at all.
#[test]
fn an_address_that_is_no_socket_starts_nothing_and_is_told() {
    let mut home = Home::new();
    home.config("follow = []\n[day.mother]\nname = \"Mother\"\ndate = \"January 20\"\n");
    let mark = home.path("started");
    home.script("mark", &format!("touch '{}'", mark.display()));
    // What systemctl and others look for when they are told to search.
    home.script("dbus-launch", &format!("touch '{}'", mark.display()));
    let started = format!("unixexec:path={},argv0=mark", home.path("bin/mark").display());
    for (address, kind) in [
        (started.clone(), "unixexec:"),
        (format!("unix:path=/no/bus;{started}"), "unixexec:"),
        ("autolaunch:".to_owned(), "autolaunch:"),
        ("tcp:host=127.0.0.1,port=1".to_owned(), "tcp:"),
        ("unix:dir=/tmp".to_owned(), "unix:"),
        ("nonsense".to_owned(), "nonsense"),
    ] {
        home.set("DBUS_SESSION_BUS_ADDRESS", &address);
        let said = format!("is no Unix socket, as in `unix:path=…`, but `{kind}…`");
        // A rehearsal is the daemon, and begins three seconds before its notification is due: one is enough.
        let rehearse = (address == started).then_some("rehearse");
        for command in ["status", "doctor", "dismiss"].into_iter().chain(rehearse) {
            let output = home.remembrance(&[command]);
            let text = [output.stdout, output.stderr].concat();
            let text = String::from_utf8(text).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(text.contains(&said), "{command}, {address}: {text}");
        }
        let daemon = home.daemon("2027-01-20 08:00");
        daemon.says(&said);
        daemon.says("Next: Mother, 2027-01-20 09:00");
        assert_eq!(daemon.ends("TERM"), Some(0), "{address}");
        assert!(!mark.exists(), "{address}");
    }
}

/// A list is tried from its beginning; the daemon and the commands find the same bus.
#[test]
fn the_first_address_that_answers_is_the_bus() {
    let mut home = Home::new();
    home.config("follow = []\n[day.mother]\nname = \"Mother\"\ndate = \"January 20\"\n");
    let _bus = home.bus();
    let address = format!("unix:path=/no/bus;unix:path={}", home.path("run/bus").display());
    for address in [address.as_str(), ""] {
        home.set("DBUS_SESSION_BUS_ADDRESS", address);
        let server = Server::start(&home, Manner::Accept);
        let daemon = home.daemon("2027-01-20 09:00");
        assert_eq!(server.receives().summary, "Mother", "{address}");
        assert!(home.remembrance(&["status"]).status.success(), "{address}");
        assert_eq!(daemon.ends("TERM"), Some(0));
        std::fs::remove_dir_all(home.path(".local")).unwrap();
    }
}

/// Whatever is started could follow the address that it finds in its environment.
#[test]
fn a_program_that_is_started_is_given_the_sockets_alone() {
    let mut home = Home::new();
    home.config("follow = []\n[day.mother]\nname = \"Mother\"\ndate = \"January 20\"\n");
    let _bus = home.bus();
    let socket = format!("unix:path={}", home.path("run/bus").display());
    for program in ["xdg-open", "my-editor", "systemctl"] {
        home.script(program, "printf '%s\\n' \"$DBUS_SESSION_BUS_ADDRESS\" >> \"$HOME/given\"");
    }
    home.script("gsettings", "printf '%s\\n' \"$DBUS_SESSION_BUS_ADDRESS\" >> \"$HOME/given\"; echo true");
    home.set("EDITOR", "my-editor");
    let started = "unixexec:path=/usr/bin/touch,argv1=/tmp/never";
    home.set("DBUS_SESSION_BUS_ADDRESS", &format!("{started};{socket};tcp:host=127.0.0.1,port=1"));
    let given = || std::fs::read_to_string(home.path("given")).unwrap_or_default();
    for command in [["read", "az-black-january"].as_slice(), &["edit"], &["status"]] {
        let _ = std::fs::remove_file(home.path("given"));
        home.remembrance(command);
        let given = given();
        assert!(
            given.lines().next().is_some() && given.lines().all(|line| line == socket),
            "{command:?}: {given}"
        );
    }
    // The daemon asks GNOME's settings, and has the article opened.
    let _ = std::fs::remove_file(home.path("given"));
    let server = Server::of("GNOME", &home, Manner::Accept, &["actions", "body"]);
    let _daemon = home.daemon("2027-01-20 09:00");
    server.receives();
    let asked = given();
    assert!(!asked.is_empty() && asked.lines().all(|line| line == socket), "{asked}");
}
