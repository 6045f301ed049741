//! The files of the daemon, replaced under it while it runs: it does not hang, keeps what it knows, says what is wrong, and
//! goes on by itself once the file is back.

use crate::common::server::{Server, desk};
use crate::common::{Home, PATIENCE, REMEMBRANCE, Running, until};
use serde_json::Value;
use std::fs;
use std::os::unix::fs::{FileTypeExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

const STATE: &str = ".local/state/remembrance";
const CONFIG: &str = ".config/remembrance/config.toml";

/// What takes the place of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Obstacle {
    Removed,
    Fifo,
    Folder,
    Device,
    Dangling,
    /// A link to a file of the person's in another folder.
    Link,
    /// A file of the person's.
    Foreign,
}

use Obstacle::{Dangling, Device, Fifo, Folder, Foreign, Link, Removed};

const MINE: &str = "what a person wrote\n";

/// Moves a file away and puts something else in its place; gives where the file is now.
fn replace(home: &Home, place: &Path, by: Obstacle) -> PathBuf {
    let kept = home.path("kept");
    let _ = fs::remove_dir_all(&kept);
    fs::create_dir(&kept).unwrap();
    let aside = kept.join(place.file_name().unwrap());
    let new = kept.join("new");
    match by {
        Removed => {}
        Fifo => assert!(Command::new("mkfifo").arg(&new).status().unwrap().success()),
        Folder => {
            fs::create_dir(&new).unwrap();
            fs::write(new.join("within"), "mine").unwrap();
        }
        Device => symlink("/dev/zero", &new).unwrap(),
        Dangling => symlink(home.path("nowhere/file"), &new).unwrap(),
        Link => symlink(home.write("elsewhere/mine.txt", MINE), &new).unwrap(),
        Foreign => fs::write(&new, MINE).unwrap(),
    }
    fs::rename(place, &aside).unwrap();
    if by != Removed {
        fs::rename(&new, place).unwrap();
    }
    aside
}

/// Takes away what was put in the place of a file.
fn clear(place: &Path) {
    match fs::symlink_metadata(place) {
        Ok(found) if found.is_dir() => fs::remove_dir_all(place).unwrap(),
        Ok(_) => fs::remove_file(place).unwrap(),
        Err(_) => {}
    }
}

/// Whether the obstacle is at `place`, as it was made.
fn is_untouched(home: &Home, place: &Path, obstacle: Obstacle) -> bool {
    let Ok(found) = fs::symlink_metadata(place) else { return obstacle == Removed };
    let kind = found.file_type();
    let is_there = match obstacle {
        Removed => false,
        Fifo => kind.is_fifo(),
        Folder => place.join("within").exists(),
        Device | Dangling | Link => kind.is_symlink(),
        Foreign => fs::read_to_string(place).unwrap() == MINE,
    };
    let is_mine = obstacle != Link || fs::read_to_string(home.path("elsewhere/mine.txt")).unwrap() == MINE;
    is_there && is_mine && !home.path("nowhere").exists()
}

/// What `status` says once the daemon has answered it, which on a loaded machine takes another call: nothing in the way of
/// a file makes it wait.
fn status(home: &Home) -> Value {
    let limit = PATIENCE.as_secs().to_string();
    until("the daemon answers", || {
        let output =
            home.command("timeout").args([&limit, REMEMBRANCE, "status", "--json"]).output().unwrap();
        let status: Value =
            serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"));
        status["saved"].is_boolean().then_some(status)
    })
}

/// A day that is due at this time of January 20.
fn due_at(time: &str) -> String {
    format!("follow = []\n[day.mother]\nname = \"Mother\"\ndate = \"January 20\"\nremind = \"{time}\"\n")
}

/// A daemon that waits for nine o'clock.
fn waiting(home: &Home, config: &str) -> Running {
    home.config(config);
    let daemon = home.daemon("2027-01-20 08:00");
    daemon.says("Next: Mother, 2027-01-20 09:00");
    daemon
}

/// Her day is due now: it is shown, and recorded where the next daemon finds it.
fn is_shown_and_recorded(home: &Home, server: &Server) {
    assert_eq!(server.receives().summary, "Mother");
    until("it is recorded", || (home.states() == ["shown"]).then_some(()));
}

#[test]
fn the_ledger_is_written_again_whatever_is_put_in_its_place() {
    for obstacle in [Removed, Fifo, Folder, Device, Dangling, Link, Foreign] {
        let (home, _bus, server) = desk();
        let daemon = waiting(&home, &due_at("09:00"));
        let place = home.path(STATE).join("ledger-pretended.jsonl");
        let before = fs::read_to_string(&place).unwrap();
        assert!(before.contains("\"kept\":\"mother\""), "{before}");
        replace(&home, &place, obstacle);
        // Whoever asks is not told that all is well, without it being so.
        assert_eq!(status(&home)["saved"], true, "{obstacle:?}");
        assert_eq!(fs::read_to_string(&place).unwrap(), before, "{obstacle:?}");
        daemon.says("ledger-pretended.jsonl`");
        let aside = home.path(STATE).join("ledger-pretended.jsonl.set-aside-1");
        assert!(is_untouched(&home, &aside, obstacle), "{obstacle:?}: {:?}", daemon.said());
        // And without anybody who asks: what is shown is recorded where the next daemon finds it.
        replace(&home, &place, obstacle);
        home.config(&due_at("07:00"));
        is_shown_and_recorded(&home, &server);
        assert!(fs::read_to_string(&place).unwrap().starts_with(&before), "{obstacle:?}");
        assert_eq!(daemon.ends("TERM"), Some(0));
        let again = home.daemon("2027-01-20 08:00");
        again.says("Next: Mother, 2028-01-20 07:00");
        assert!(!server.has_received(), "{obstacle:?}: it is shown twice");
    }
}

#[test]
fn another_ledger_in_its_place_and_one_that_was_emptied_are_gone_on_with() {
    let (home, _bus, server) = desk();
    let daemon = waiting(&home, &due_at("09:00"));
    let place = home.path(STATE).join("ledger-pretended.jsonl");
    let ours = fs::read_to_string(&place).unwrap();
    let (heading, _) = ours.split_once('\n').unwrap();
    let theirs = format!(
        "{heading}\n{{\"at\":\"2027-01-01T05:00:00Z\",\"day\":\"other\",\"date\":\"2027-01-01\",\"state\":\"read\"}}\n"
    );
    // As a program does that keeps two machines the same.
    fs::write(home.path("new"), &theirs).unwrap();
    fs::rename(home.path("new"), &place).unwrap();
    assert_eq!(status(&home)["saved"], true);
    daemon.says("another ledger is in the place of");
    let kept = ours.lines().nth(1).unwrap();
    assert_eq!(fs::read_to_string(&place).unwrap(), format!("{theirs}{kept}\n"));
    fs::write(&place, "").unwrap();
    assert_eq!(status(&home)["saved"], true);
    daemon.says("was removed or emptied");
    home.config(&due_at("07:00"));
    is_shown_and_recorded(&home, &server);
}

#[test]
fn a_folder_of_the_ledger_that_is_removed_is_made_again() {
    let (home, _bus, server) = desk();
    let daemon = waiting(&home, &due_at("09:00"));
    fs::remove_dir_all(home.path(STATE)).unwrap();
    assert_eq!(status(&home)["saved"], true);
    home.config(&due_at("07:00"));
    is_shown_and_recorded(&home, &server);
    assert_eq!(daemon.ends("TERM"), Some(0));
    // A file in the place of the folder is not moved away: it is told until it is gone.
    let daemon = home.daemon("2027-01-20 08:00");
    daemon.says("Next: ");
    until("the file is there before the daemon makes the folder again", || {
        let _ = fs::remove_dir_all(home.path(STATE));
        fs::write(home.path(STATE), MINE).ok()
    });
    home.config(&due_at("07:30"));
    daemon.says("cannot save the ledger");
    assert_eq!(status(&home)["saved"], false);
    let doctor = String::from_utf8(home.remembrance(&["doctor"]).stdout).unwrap();
    assert!(doctor.contains("WRONG  ledger"), "{doctor}");
    fs::remove_file(home.path(STATE)).unwrap();
    assert_eq!(status(&home)["saved"], true);
    daemon.says("is saved again");
}

#[test]
fn a_lock_that_is_replaced_changes_nothing() {
    for obstacle in [Removed, Fifo, Folder, Device, Dangling, Link, Foreign] {
        let (home, _bus, server) = desk();
        let daemon = waiting(&home, &due_at("09:00"));
        let place = home.path(STATE).join("ledger-pretended.lock");
        replace(&home, &place, obstacle);
        home.config(&due_at("07:00"));
        is_shown_and_recorded(&home, &server);
        assert_eq!(status(&home)["saved"], true);
        assert_eq!(daemon.ends("TERM"), Some(0));
        assert!(is_untouched(&home, &place, obstacle), "{obstacle:?}");
    }
}

#[test]
fn the_list_of_open_notifications_is_written_again_once_its_place_is_free() {
    for obstacle in [Removed, Fifo, Folder, Device, Dangling, Link] {
        let (home, _bus, server) = desk();
        home.config(&due_at("07:00"));
        let daemon = home.daemon("2027-01-20 08:00");
        server.receives();
        let place = home.path(STATE).join("ledger-pretended.screen.json");
        until("it is written", || place.exists().then_some(()));
        let before = fs::read_to_string(&place).unwrap();
        replace(&home, &place, obstacle);
        // The next change of it.
        home.write(
            CONFIG,
            &(due_at("07:00")
                + "[day.father]\nname = \"Father\"\ndate = \"January 20\"\nremind = \"07:30\"\n"),
        );
        assert_eq!(server.receives().summary, "Father");
        if obstacle != Removed {
            daemon.says("screen.json`: it is not a regular file");
            assert!(is_untouched(&home, &place, obstacle), "{obstacle:?}");
            assert_eq!(status(&home)["on_screen"].as_array().unwrap().len(), 2);
            clear(&place);
        }
        status(&home);
        let after = until("it is there again", || fs::read_to_string(&place).ok());
        assert!(after.len() > before.len() && after.contains("father"), "{obstacle:?}: {after}");
        assert_eq!(daemon.ends("TERM"), Some(0));
        // The next daemon hears the answers.
        let next = home.daemon("2027-01-20 08:00");
        next.says("Next: ");
        assert_eq!(status(&home)["on_screen"].as_array().unwrap().len(), 2, "{obstacle:?}");
    }
}

#[test]
fn the_configuration_and_a_calendar_are_told_and_kept_as_they_were_until_they_are_back() {
    let event = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Father\nDTSTART;VALUE=DATE:20190121\nRRULE:FREQ=YEARLY\n\
                 END:VEVENT\nEND:VCALENDAR\n";
    for file in [CONFIG, "family.ics"] {
        for obstacle in [Removed, Fifo, Folder, Device, Dangling, Link, Foreign] {
            let is_calendar = file != CONFIG;
            let (home, _bus, _server) = desk();
            home.write("family.ics", event);
            let daemon = waiting(
                &home,
                &format!(
                    "calendar = [{{ path = \"{}\" }}]\n{}",
                    home.path("family.ics").display(),
                    due_at("09:00")
                ),
            );
            let place = home.path(file);
            let aside = replace(&home, &place, obstacle);
            let at = format!("{file}, {obstacle:?}");
            // A person may remove a configuration, and follow a folder with no calendar in it yet.
            if file == CONFIG && obstacle == Removed {
                daemon.says("Next: Black January");
                continue;
            }
            if is_calendar && obstacle == Folder {
                continue;
            }
            let found = until(&format!("it is told: {at}"), || {
                status(&home)["mistakes"].as_array().unwrap().first().cloned()
            });
            let name = place.file_name().unwrap().to_str().unwrap();
            assert!(found.as_str().unwrap().contains(name), "{at}: {found}");
            assert!(is_untouched(&home, &place, obstacle), "{at}");
            assert_eq!(status(&home)["next"]["day"], "mother", "{at}");
            let doctor = home.remembrance(&["doctor"]);
            assert!(
                String::from_utf8_lossy(&doctor.stdout).contains("WRONG  configuration"),
                "{at}: {doctor:?}"
            );
            clear(&place);
            fs::rename(aside, &place).unwrap();
            until(&format!("it is well again: {at}"), || {
                let status = status(&home);
                (status["mistakes"].as_array().unwrap().is_empty() && status["next"]["day"] == "mother")
                    .then_some(())
            });
            let next = home.json(&["next", "2", "--json"]);
            assert_eq!(next[1]["name"], "Father", "{at}: {next}");
        }
    }
}

/// What a ledger and a list of open notifications of the largest size have in them, and the daemon under the limit of its
/// unit.
#[test]
fn no_ledger_and_no_list_of_notifications_takes_more_memory_than_the_daemon_has() {
    let heading = "{\"ledger\":\"remembrance\",\"version\":1,\"begun\":\"2026-01-01T00:00:00Z\"}\n";
    let of = |line: &dyn Fn(usize) -> String| {
        let mut text = heading.to_owned();
        for index in 0.. {
            let line = line(index);
            if text.len() + line.len() > 8 << 20 {
                break;
            }
            text += &line;
        }
        text.into_bytes()
    };
    let at = "{\"at\":\"2026-01-01T00:00:00Z\"";
    let ahead = |_| format!("{at},\"clock\":\"was-ahead\"}}\n{at},\"kept\":\"d\"}}\n");
    let notification = |index| format!("{{\"id\":{index},\"day\":\"d{index}\",\"date\":\"2027-01-20\"}}");
    let list: Vec<String> = (0..150_000).map(notification).collect();
    for (name, file, bytes) in [
        ("days", "jsonl", of(&|index| format!("{at},\"kept\":\"d{index}\"}}\n"))),
        (
            "entries",
            "jsonl",
            of(&|index| format!("{at},\"day\":\"d{index}\",\"date\":\"2026-01-01\",\"state\":\"read\"}}\n")),
        ),
        ("notes about the clock", "jsonl", of(&ahead)),
        ("damage", "jsonl", of(&|_| "x\n".to_owned())),
        ("no text", "jsonl", [heading.as_bytes(), &vec![0xff; 8_000_000]].concat()),
        (
            "open",
            "screen.json",
            format!("{{\"server\":\"x\",\"notifications\":[{}]}}", list.join(",")).into_bytes(),
        ),
    ] {
        let mut home = Home::new();
        home.config(&due_at("09:00"));
        home.set("REMEMBRANCE", crate::common::REMEMBRANCE);
        fs::create_dir_all(home.path(STATE)).unwrap();
        fs::write(home.path(STATE).join(format!("ledger-pretended.{file}")), bytes).unwrap();
        let limited = "ulimit -c 0; ulimit -d 65536; exec \"$REMEMBRANCE\" \"$@\"";
        let daemon = home.start_program("sh", &["-c", limited, "sh", "run", "--now", "2027-01-20 08:00"]);
        daemon.says("Next: Mother, 2027-01-20 09:00");
        let peak = fs::read_to_string(format!("/proc/{}/status", daemon.child.id())).unwrap();
        let peak =
            peak.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap().trim_end_matches("kB").trim();
        println!("{name}: {peak} KiB");
    }
}
