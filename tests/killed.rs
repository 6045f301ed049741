//! The real daemon, killed at each step that leaves a trace: what the ledger has is not shown again, what
//! it has not is, and no file is damaged.
//!
//! strace counts the daemon's calls of one kind and kills it as it begins the one that is asked for.

use crate::common::server::{Manner, Server};
use crate::common::without::not_tried;
use crate::common::{Home, PATIENCE, REMEMBRANCE, Running, until};
use std::collections::BTreeMap;
use std::fs;
use std::time::Instant;

const DUE: &str = "2027-01-20 09:00";
/// What the daemon waits for once it has shown the notification, and once that was snoozed.
const NEXT: [&str; 2] = ["next: Black January, 2027-01-20 11:55", "next: Black January, 2027-01-20 10:00"];
const STATE: &str = ".local/state/remembrance";

/// The calls by which the daemon changes anything outside itself.
const CALLS: [&str; 8] = [
    "sendmsg",
    "write",
    "fsync",
    "fdatasync",
    "rename,renameat,renameat2",
    "unlink,unlinkat",
    "mkdir,mkdirat",
    "ftruncate",
];

/// Whether programs may be traced here: some containers forbid it.
fn can_trace(home: &Home) -> bool {
    let traced = home.command("strace").args(["-o", "/dev/null", "true"]).output();
    let traced = traced.expect("strace is there; `make test` installs it");
    let can = traced.status.success();
    if !can {
        not_tried(&format!("strace cannot trace here: {}", String::from_utf8_lossy(&traced.stderr).trim()));
    }
    can
}

/// A daemon that is killed as it begins its call `nth` of this kind.
fn killed_at(home: &Home, calls: &str, nth: u32) -> Running {
    let mut command = home.command("strace");
    command.args(["--quiet=all", "-o", "/dev/null", "-e", &format!("trace={calls}")]);
    command.args(["-e", &format!("inject={calls}:signal=KILL:when={nth}")]);
    command.args([REMEMBRANCE, "run", "--now", DUE]);
    Running::new(&mut command, None)
}

/// What a run came to before it was killed.
struct Before {
    was_killed: bool,
    shown: usize,
    recorded: Vec<String>,
}

/// Runs the daemon until it is killed or has done all: shown the notification, and put it off.
fn drive(home: &Home, server: &Server, calls: &str, nth: u32) -> Before {
    let mut daemon = killed_at(home, calls, nth);
    let (mut shown, end) = (0, Instant::now() + PATIENCE);
    let was_killed = loop {
        if let Some(notification) = server.received_within_a_moment() {
            shown += 1;
            // As soon as it can be: the answer meets a daemon that is still about to record the notification.
            server.invokes(notification.id, "later");
        }
        if daemon.child.try_wait().unwrap().is_some() {
            // Once its name is gone from the bus, what it had sent is at the server.
            let is_gone = || (!home.has_owner("org.remembrance.Remembrance1")).then_some(());
            until("the bus knows that the daemon is gone", is_gone);
            shown += server.received_so_far().len();
            break true;
        }
        if home.states() == ["shown", "snoozed"]
            && !home.path(STATE).join("ledger-pretended.screen.json").exists()
        {
            break false;
        }
        assert!(Instant::now() < end, "{calls} {nth}: it does nothing; it said {:?}", daemon.said());
    };
    drop(daemon);
    Before { was_killed, shown, recorded: home.states() }
}

#[test]
fn killed_at_any_step_it_shows_nothing_twice_that_it_recorded_and_loses_nothing() {
    let mut home = Home::new();
    if !can_trace(&home) {
        return;
    }
    let _bus = home.bus();
    let mut steps = 0;
    for calls in CALLS {
        for nth in 1.. {
            let _ = fs::remove_dir_all(home.path(STATE));
            let server = Server::start(&home, Manner::Accept);
            let before = drive(&home, &server, calls, nth);
            if !before.was_killed {
                break;
            }
            steps += 1;
            let at =
                format!("killed at {calls} {nth}, {:?} recorded, {} shown", before.recorded, before.shown);
            let daemon = home.daemon(DUE);
            let is_snoozed = before.recorded.contains(&"snoozed".to_owned());
            daemon.notifies(NEXT[usize::from(is_snoozed)]);
            let again = server.received_so_far().len();
            assert_eq!(daemon.ends("TERM"), Some(0), "{at}");
            let expected = usize::from(before.recorded.is_empty());
            assert_eq!(again, expected, "{at}: {again} shown after the restart");
            assert!(before.shown + again <= 2, "{at}");
            let mut states = before.recorded.clone();
            states.extend(std::iter::repeat_n("shown".to_owned(), again));
            assert_eq!(home.states(), states, "{at}");
            let is_spare =
                |name: &String| !name.starts_with("ledger-pretended.") || name.contains("set-aside");
            let spare: Vec<_> = names(&home).into_iter().filter(is_spare).collect();
            assert!(spare.is_empty(), "{at}: {spare:?} is left");
            server.vanishes();
        }
    }
    assert!(steps >= 25, "there were {steps} steps only: was it killed at all?");
    println!("killed at {steps} steps");
}

#[test]
fn what_is_recorded_is_synced_before_anything_else_is_done() {
    let mut home = Home::new();
    if !can_trace(&home) {
        return;
    }
    let _bus = home.bus();
    let server = Server::start(&home, Manner::Accept);
    let mut command = home.command("strace");
    command.args(["--quiet=all", "--decode-fds=path", "-o"]).arg(home.path("trace"));
    command.args(["-e", "trace=write,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat"]);
    command.args([REMEMBRANCE, "run", "--now", DUE]);
    let daemon = Running::new(&mut command, None);
    let notification = server.receives();
    daemon.says("Next: Black January");
    server.invokes(notification.id, "later");
    daemon.says("Snoozed");
    daemon.says("Next: Black January, 2027-01-20 10:00");
    drop(daemon);
    let folder = home.path(STATE).display().to_string();
    let trace = fs::read_to_string(home.path("trace")).unwrap();
    let ours = trace.lines().filter(|line| line.contains(&folder));
    // The call, and the last file that it names.
    let step = |line: &str| {
        let call = line.split('(').next().unwrap();
        let names = line.split(&folder).skip(1);
        let name = names.last().unwrap().split(['>', '"']).next().unwrap().trim_start_matches('/');
        format!("{call} {}", name.trim_start_matches("ledger-pretended."))
    };
    let steps: Vec<String> = ours.map(step).filter(|step| step != "unlink screen.json").collect();
    let expected = [
        // A new ledger.
        "write jsonl.new",
        "fsync jsonl.new",
        "rename jsonl",
        "fsync ",
        // That the day is kept from now on.
        "write jsonl",
        "fdatasync jsonl",
        // The notification was accepted: where it stands, then that it was shown.
        "write screen.json.new",
        "fsync screen.json.new",
        "rename screen.json",
        "fsync ",
        "write jsonl",
        "fdatasync jsonl",
        // It was snoozed.
        "write jsonl",
        "fdatasync jsonl",
    ];
    assert_eq!(steps, expected, "{trace}");
}

/// What a person keeps, by path below the home, without what a killed command left beside.
fn kept(home: &Home) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut folders = vec![home.path(".config"), home.path("out")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(home.path("")).unwrap().display().to_string();
                let text = fs::read_to_string(path).unwrap();
                files.insert(name, text.replace(&home.path("").display().to_string(), "~"));
            }
        }
    }
    files
}

fn event(uid: &str, name: &str) -> String {
    format!(
        "BEGIN:VEVENT\nUID:{uid}\nSUMMARY:{name}\nDESCRIPTION:Text of {name}\nDTSTART;VALUE=DATE:20190312\nRRULE:FREQ=YEARLY\nEND:VEVENT\n"
    )
}

/// A person with a config, an import and an export that each change once more.
fn at_work() -> Home {
    let home = Home::new();
    home.config("# mine\nfollow = [\"az\"]\n");
    let calendar = |events: &str| format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n");
    home.write("a.ics", &calendar(&(event("a", "A") + &event("b", "B"))));
    home.printed(&["import", "a.ics", "--now", DUE]);
    home.printed(&["export", "-o", "out/", "--now", DUE]);
    home.write("a.ics", &calendar(&(event("a", "Anew") + &event("c", "C"))));
    home
}

#[test]
fn a_command_that_is_killed_leaves_the_old_or_the_new_and_the_next_one_finishes() {
    if !can_trace(&Home::new()) {
        return;
    }
    let mut steps = 0;
    for command in [
        &["add", "Ana", "March 12", "--now", DUE][..],
        &["import", "a.ics", "--now", DUE],
        &["export", "-o", "out/", "az", "--now", DUE],
        &["unfollow", "az", "--now", DUE],
    ] {
        // One home, since an import knows its file by its path; what it was is kept aside.
        let home = at_work();
        let copy =
            |script: &str| assert!(home.command("sh").args(["-c", script]).status().unwrap().success());
        copy("mkdir aside && cp -a .config out a.ics aside/");
        let before = kept(&home);
        home.printed(command);
        let after = kept(&home);
        for calls in CALLS.into_iter().chain(["fchmod,fchmodat", "fchown", "flock", "openat"]) {
            // Opening changes nothing: a few of the many are tried.
            let every = if calls == "openat" { 9 } else { 1 };
            for nth in (every..).step_by(every) {
                copy("rm -rf .config out && cp -a aside/. .");
                let mut killed = home.command("strace");
                killed.args(["--quiet=all", "-o", "/dev/null", "-e", &format!("trace={calls}")]);
                killed.args(["-e", &format!("inject={calls}:signal=KILL:when={nth}")]);
                let status = killed.arg(REMEMBRANCE).args(command).output().unwrap().status;
                if status.success() {
                    break;
                }
                steps += 1;
                let at = format!("{command:?} killed at {calls} {nth}");
                let now = kept(&home);
                for (name, text) in &now {
                    let is_old = before.get(name) == Some(text);
                    let is_new = after.get(name) == Some(text);
                    let is_beside = name.ends_with(".remembrance-new") || name.ends_with("/.at-work");
                    // The record of an export names what it has written so far.
                    let is_record = name.ends_with(".remembrance-export");
                    assert!(
                        is_old || is_new || is_beside || is_record,
                        "{at}: {name} is neither the old nor the new: {text}"
                    );
                }
                for name in before.keys().filter(|name| after.contains_key(*name)) {
                    assert!(now.contains_key(name), "{at}: {name} is gone");
                }
                let again = home.remembrance(command);
                let is_there = String::from_utf8_lossy(&again.stderr).contains("of that name already")
                    || String::from_utf8_lossy(&again.stderr).contains("is not followed");
                assert!(again.status.success() || is_there, "{at}: {again:?}");
                let finished = kept(&home);
                let spare: Vec<_> = finished.keys().filter(|name| !after.contains_key(*name)).collect();
                assert!(spare.is_empty() || is_there, "{at}: {spare:?} is left");
                for (name, text) in &after {
                    assert_eq!(finished.get(name), Some(text), "{at}: {name}");
                }
            }
        }
    }
    assert!(steps >= 60, "there were {steps} steps only: was it killed at all?");
    println!("killed at {steps} steps");
}

fn names(home: &Home) -> Vec<String> {
    let entries = fs::read_dir(home.path(STATE)).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}
