//! The real daemon, killed at each step that leaves a trace: what the ledger has is not shown again, what
//! it has not is, and no file is damaged.
//!
//! strace counts the daemon's calls of one kind and kills it as it begins the one that is asked for.

mod common;

use common::server::{Manner, Server};
use common::{Home, PATIENCE, REMEMBRANCE, Running, until};
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
        println!("not tried: strace cannot trace here: {}", String::from_utf8_lossy(&traced.stderr));
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
            shown += std::iter::from_fn(|| server.received_within_a_moment()).count();
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
            let again = std::iter::from_fn(|| server.received_within_a_moment()).count();
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
        "fdatasync screen.json.new",
        "rename screen.json",
        "write jsonl",
        "fdatasync jsonl",
        // It was snoozed.
        "write jsonl",
        "fdatasync jsonl",
    ];
    assert_eq!(steps, expected, "{trace}");
}

fn names(home: &Home) -> Vec<String> {
    let entries = fs::read_dir(home.path(STATE)).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}
