//! Who comes from an older version keeps the configuration and the ledger, and nothing is shown twice. `tests/upgrades/` has a
//! folder for each format there was, none of which is ever changed: a new one gets a folder of its own.

use crate::common::server::desk;
use std::fs;
use std::path::{Path, PathBuf};

/// The noon after the morning on which all of them have shown January 20.
const LATER: &str = "2027-01-20 12:30";

fn formats() -> Vec<PathBuf> {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/upgrades")).unwrap();
    let mut folders: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    assert!(folders.len() >= 3, "{folders:?}");
    folders
}

#[test]
fn an_older_configuration_has_no_mistake() {
    for folder in formats() {
        let (home, _bus, _server) = desk();
        fs::create_dir(home.path("calendars")).unwrap();
        home.config(&fs::read_to_string(folder.join("config.toml")).unwrap());
        let output = home.remembrance(&["check", "--json"]);
        assert!(output.status.success(), "{}: {output:?}", folder.display());
        let next = home.json(&["next", "1", "--json", "--now", "2026-11-26 12:00"]);
        assert!(next[0]["day"].is_string(), "{}: {next}", folder.display());
    }
}

#[test]
fn an_older_ledger_is_gone_on_with_and_shows_nothing_twice() {
    for folder in formats() {
        let (home, _bus, server) = desk();
        let at = folder.display();
        fs::create_dir(home.path("calendars")).unwrap();
        home.config(&fs::read_to_string(folder.join("config.toml")).unwrap());
        let before = fs::read_to_string(folder.join("ledger.jsonl")).unwrap();
        let ledger = home.write(".local/state/remembrance/ledger-pretended.jsonl", &before);
        let screen = folder.join("ledger.screen.json");
        let was_open = screen.exists();
        if was_open {
            let place = home.path(".local/state/remembrance/ledger-pretended.screen.json");
            fs::copy(&screen, place).unwrap();
        }
        let daemon = home.daemon(LATER);
        if was_open {
            // Its session has ended: what was open then is unseen, and comes again.
            assert_eq!(server.receives().summary, "20 Yanvar Ümumxalq Hüzn Günü · 37 il", "{at}");
            daemon.says("Shown");
        }
        daemon.notifies("STATUS=next: ");
        assert_eq!(daemon.ends("TERM"), Some(0), "{at}");
        assert!(!server.has_received(), "{at}: it is shown twice");
        let after = fs::read_to_string(&ledger).unwrap();
        assert!(after.starts_with(&before), "{at}: {after}");
        let names = fs::read_dir(ledger.parent().unwrap()).unwrap();
        let names: Vec<_> = names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        assert!(names.iter().all(|name| !name.contains("set-aside")), "{at}: {names:?}");
    }
}

#[test]
fn every_state_there_was_is_in_the_history() {
    let mut states = Vec::new();
    for folder in formats() {
        let (home, _bus, _server) = desk();
        home.config(&fs::read_to_string(folder.join("config.toml")).unwrap());
        let text = fs::read_to_string(folder.join("ledger.jsonl")).unwrap();
        home.write(".local/state/remembrance/ledger.jsonl", &text);
        let history = home.json(&["history", "--json"]);
        let rows = history.as_array().unwrap();
        assert!(!rows.is_empty(), "{}", folder.display());
        states.extend(rows.iter().map(|row| row["state"].as_str().unwrap().to_owned()));
    }
    states.sort();
    states.dedup();
    assert_eq!(states, ["dismissed", "missed", "read", "shown", "snoozed", "unseen"]);
}
