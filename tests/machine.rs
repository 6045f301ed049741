//! The real daemon on a machine that does not do as it should: a disk that is full or read-only, another
//! time zone, and (`make test-clock`) a clock that is set.
//!
//! Disks and `/etc` are those of a mount namespace, which only root can have everywhere; CI is root.

use crate::common::server::{Manner, Server};
use crate::common::without::not_tried;
use crate::common::{Home, REMEMBRANCE, Running, until};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

const DUE: &str = "2027-01-20 09:00";
const STATE: &str = ".local/state/remembrance";
const LEDGER: &str = ".local/state/remembrance/ledger-pretended.jsonl";

/// A mount namespace, for as long as this is kept.
struct Namespace(Running);

impl Namespace {
    /// Makes one with `mounts`, a script; `None` where that is not allowed.
    fn new(home: &Home, mounts: &str) -> Option<Self> {
        let mut can = Command::new("unshare");
        if !can.args(["--mount", "true"]).output().is_ok_and(|output| output.status.success()) {
            not_tried("this user cannot make a mount namespace: root can");
            return None;
        }
        let script = format!("set -e; {mounts}; echo mounted; exec sleep infinity");
        let holder = Running::new(home.command("unshare").args(["--mount", "sh", "-c", &script]), None);
        holder.says("mounted");
        Some(Self(holder))
    }

    /// A program in it.
    fn command(&self, home: &Home, program: &[&str]) -> Command {
        let mut command = home.command("nsenter");
        command.arg(format!("--mount=/proc/{}/ns/mnt", self.0.child.id())).args(program);
        command
    }

    fn daemon(&self, home: &Home, now: &str) -> Running {
        Running::new(&mut self.command(home, &[REMEMBRANCE, "run", "--now", now]), None)
    }

    fn runs(&self, home: &Home, program: &[&str]) {
        assert!(self.command(home, program).status().unwrap().success(), "{program:?}");
    }

    /// A file of the home, as it is seen in there.
    fn path(&self, home: &Home, name: &str) -> PathBuf {
        let inside = home.path(name);
        Path::new(&format!("/proc/{}/root", self.0.child.id())).join(inside.strip_prefix("/").unwrap())
    }

    /// The states in the ledger; every line of it has to be whole.
    fn states(&self, home: &Home) -> Vec<String> {
        let text = fs::read_to_string(self.path(home, LEDGER)).unwrap();
        let lines = text.lines().filter(|line| !line.is_empty());
        let values = lines.map(|line| serde_json::from_str::<Value>(line).unwrap());
        values.filter_map(|value| Some(value["state"].as_str()?.to_owned())).collect()
    }
}

/// A small disk under the daemon's state.
fn on_a_disk(home: &Home, options: &str) -> Option<Namespace> {
    let state = home.path(STATE);
    fs::create_dir_all(&state).unwrap();
    Namespace::new(home, &format!("mount -t tmpfs -o {options} tmpfs '{}'", state.display()))
}

/// Asks the daemon to try again what the disk refused.
fn reload(daemon: &Running) {
    daemon.signal("HUP");
    daemon.says("Read the configuration again");
}

#[test]
fn a_disk_that_is_full_loses_no_notification_and_shows_none_twice() {
    let mut home = Home::new();
    let _bus = home.bus();
    let Some(namespace) = on_a_disk(&home, "size=16k") else { return };
    let fill = namespace.path(&home, &format!("{STATE}/fill"));
    let server = Server::start(&home, Manner::Accept);

    // Full from the first: there is no ledger.
    let _ = fs::write(&fill, vec![0; 64 * 1024]);
    let daemon = namespace.daemon(&home, DUE);
    server.receives();
    daemon.says("ledger-pretended.jsonl`: the disk is full; after a restart reminders may be shown again");
    reload(&daemon);
    let is_told_again = daemon.said().iter().any(|line| line.contains("cannot save the ledger"));
    assert!(!is_told_again, "it is told once");
    fs::remove_file(&fill).unwrap();
    reload(&daemon);
    daemon.says("is saved again");
    // The notification may be recorded before or after the disk has room: the server was told, its answer is on its way.
    until("it is recorded", || (namespace.states(&home) == ["shown"]).then_some(()));
    daemon.ends("KILL");

    // Full in the midst of a line: a page has room for a part of it.
    let ledger = namespace.path(&home, LEDGER);
    let begun = fs::read_to_string(&ledger).unwrap();
    fs::write(&ledger, begun.clone() + &"\n".repeat(4096 - begun.len() - 20)).unwrap();
    let _ = fs::write(&fill, vec![0; 64 * 1024]);
    let daemon = namespace.daemon(&home, "2027-01-20 11:55");
    server.receives();
    daemon.says("cannot save the ledger");
    until("it is full to the last byte", || (fs::metadata(&ledger).unwrap().len() == 4096).then_some(()));
    // Killed now: the moment is past when it runs again, and what was torn is cut off.
    daemon.ends("KILL");
    fs::remove_file(&fill).unwrap();
    let daemon = namespace.daemon(&home, "2027-01-20 12:30");
    daemon.says("Next: Black January, 2028-01-20 09:00");
    assert_eq!(namespace.states(&home), ["shown", "missed"]);
    assert_eq!(daemon.ends("TERM"), Some(0));
    assert!(!server.has_received(), "nothing is shown twice");
}

#[test]
fn a_disk_that_is_read_only_is_told_and_written_once_it_can_be() {
    let mut home = Home::new();
    let _bus = home.bus();
    let Some(namespace) = on_a_disk(&home, "ro") else { return };
    let server = Server::start(&home, Manner::Accept);
    let daemon = namespace.daemon(&home, DUE);
    server.receives();
    daemon.says("the file system is read-only; after a restart reminders may be shown again");
    namespace.runs(&home, &["mount", "-o", "remount,rw", &home.path(STATE).display().to_string()]);
    reload(&daemon);
    daemon.says("is saved again");
    assert_eq!(daemon.ends("TERM"), Some(0));
    assert_eq!(namespace.states(&home), ["shown"]);
    let daemon = namespace.daemon(&home, DUE);
    daemon.says("Next: Black January, 2027-01-20 11:55");
    assert_eq!(daemon.ends("TERM"), Some(0));
    assert!(!server.has_received(), "nothing is shown twice");
}

#[test]
fn another_time_zone_under_a_running_daemon_moves_what_is_next() {
    let mut home = Home::new();
    home.variables.retain(|(name, _)| name != "TZ");
    let etc = home.path("etc");
    let mounts = format!("cp -a /etc '{0}'; mount --bind '{0}' /etc", etc.display());
    let Some(namespace) = Namespace::new(&home, &mounts) else { return };
    // As timedatectl does it: a new link beside, renamed into the place of the old one.
    let travels_to = |zone: &str| {
        let beside = etc.join("localtime.new");
        std::os::unix::fs::symlink(format!("/usr/share/zoneinfo/{zone}"), &beside).unwrap();
        fs::rename(beside, etc.join("localtime")).unwrap();
    };
    travels_to("Asia/Baku");
    let _bus = home.bus();
    let server = Server::start(&home, Manner::Accept);
    let daemon = namespace.daemon(&home, "2027-01-20 08:00");
    daemon.says("Next: Black January, 2027-01-20 09:00");
    // Five in the morning there; the moment stays at noon in Baku.
    travels_to("Europe/Berlin");
    daemon.says("The time zone is Europe/Berlin now.");
    daemon.says("Next: Black January, 2027-01-20 08:55");
    // Nine is past.
    travels_to("Asia/Tokyo");
    daemon.says("The time zone is Asia/Tokyo now.");
    assert_eq!(server.receives().summary, "Black January · 37 years");
    daemon.says("Next: Black January, 2027-01-20 16:55");
    // The file itself, as some installers do it: what is there before it is closed is no zone. Nothing is told again where
    // it is not nine yet.
    fs::remove_file(etc.join("localtime")).unwrap();
    let mut file = fs::File::create(etc.join("localtime")).unwrap();
    daemon.says("The time zone is UTC now.");
    file.write_all(&fs::read("/usr/share/zoneinfo/America/New_York").unwrap()).unwrap();
    drop(file);
    // Noon in Baku is three in the morning there: only the day's own notification has the moment, and that was shown.
    daemon.says("Next: Black January, 2028-01-20 09:00");
    // And written over in its place.
    fs::copy("/usr/share/zoneinfo/Europe/Berlin", etc.join("localtime")).unwrap();
    daemon.says("Next: Black January, 2027-01-20 08:55");
    assert_eq!(daemon.ends("TERM"), Some(0));
    assert!(!server.has_received(), "nothing is shown twice");
}

/// Sets the machine's clock, and sets it right again when dropped.
struct RealClock {
    wall: SystemTime,
    since: Instant,
}

impl RealClock {
    fn new() -> Self {
        Self { wall: SystemTime::now(), since: Instant::now() }
    }

    fn set(&self, ahead: Duration) {
        let wall = (self.wall + self.since.elapsed() + ahead).duration_since(UNIX_EPOCH).unwrap();
        let to = format!("@{}.{:09}", wall.as_secs(), wall.subsec_nanos());
        let set = Command::new("date").args(["--set", &to]).output().unwrap();
        assert!(
            set.status.success(),
            "the clock cannot be set here: {}",
            String::from_utf8_lossy(&set.stderr)
        );
    }
}

impl Drop for RealClock {
    fn drop(&mut self) {
        self.set(Duration::ZERO);
    }
}

#[test]
#[ignore = "it sets the machine's clock by some minutes, and right again: make test-clock"]
fn a_clock_that_is_set_is_noticed_at_once() {
    let mut home = Home::new();
    home.set("TZ", "UTC");
    let _bus = home.bus();
    let now = chrono::DateTime::<chrono::Utc>::from(SystemTime::now());
    let due = now + chrono::TimeDelta::minutes(4);
    home.config(&format!(
        "follow = []\n[day.x]\nname = \"X\"\ndate = \"{}\"\nremind = [\"{}\"]\n",
        due.format("%m-%d"),
        due.format("%H:%M")
    ));
    let server = Server::start(&home, Manner::Accept);
    let daemon = home.start(&["run"]);
    let next = format!("Next: X, {}", due.format("%Y-%m-%d %H:%M"));
    daemon.says(&next);
    let clock = RealClock::new();
    // Back: nothing is early. Forward, past the time: it is shown without a wait.
    clock.set(Duration::ZERO);
    let begun = Instant::now();
    clock.set(Duration::from_secs(4 * 60));
    daemon.says("The clock was set: it is");
    assert_eq!(server.receives().summary, "X");
    let took = begun.elapsed();
    daemon.says("Shown: `x`");
    // Put right: it has been told, and is not told again when its time comes once more.
    clock.set(Duration::ZERO);
    daemon.says("The clock was set: it is");
    clock.set(Duration::from_secs(4 * 60));
    daemon.says("The clock was set: it is");
    drop(clock);
    daemon.says("The clock was set: it is");
    assert_eq!(daemon.ends("TERM"), Some(0));
    assert!(!server.has_received(), "nothing is shown twice");
    println!("the notification came {took:?} after the clock was set");
}
