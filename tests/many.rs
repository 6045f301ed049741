//! Ten thousand days: at rest the daemon lets go of them, and has them all when it wakes.

mod common;

use common::server::desk;
use common::until;
use std::fs;

const COUNT: usize = 10_000;

/// Days from February to December, and one on January 20.
fn config() -> String {
    let day = |index: usize| {
        let (month, date) = (2 + index % 11, 1 + index % 28);
        format!("[day.d{index}]\nname = \"Day {index}\"\ndate = \"{month:02}-{date:02}\"\n")
    };
    let days: String = (0..COUNT).map(day).collect();
    format!("follow = []\n{days}[day.mother]\nname = \"Mother\"\ndate = \"January 20\"\n")
}

/// The daemon's own memory in KiB: heap, stack, and what it has written to of the program.
fn own_memory(process: u32) -> u64 {
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap();
    let line = rollup.lines().find(|line| line.starts_with("Pss_Anon:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[test]
fn at_rest_they_take_little_memory_and_the_last_good_ones_are_kept() {
    let (home, _bus, server) = desk();
    home.config(&config());
    let daemon = home.daemon("2027-01-20 08:59:50");
    daemon.says("Next: Mother, 2027-01-20 09:00");
    // All of them take 15 MiB, and as much again while they are read.
    until("it is at rest", || (own_memory(daemon.child.id()) < 4096).then_some(()));
    // A save that is broken is told, and the last good days, of which no file is left, go on.
    home.config("[day.mother]\nnmae = \"Mother\"\n");
    assert_eq!(server.receives().summary, "The configuration has a mistake");
    assert_eq!(server.receives().summary, "Mother");
    daemon.says("Shown: `mother`");
    until("it is at rest again", || (own_memory(daemon.child.id()) < 4096).then_some(()));
    let status = home.json(&["status", "--json"]);
    assert_eq!(status["next"]["day"], "d0", "{status}");
    assert_eq!(daemon.ends("TERM"), Some(0));
}
