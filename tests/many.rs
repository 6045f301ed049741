//! Ten thousand days, and a large calendar: how much memory they take, and that the last good ones are kept.

use crate::common::server::{Manner, Server, desk};
use crate::common::unit_environment;
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

/// What a day may take while the daemon is at rest, and what everything else may, in KiB; a debug build has larger data.
const A_DAY: u64 = 3;
const THE_REST: u64 = 2048;

#[test]
fn at_rest_they_take_some_kilobytes_each_and_the_last_good_ones_are_kept() {
    let limit = THE_REST + A_DAY * u64::try_from(COUNT).unwrap();
    let (home, _bus, server) = desk();
    home.config(&config());
    let daemon = home.daemon("2027-01-20 09:00");
    assert_eq!(server.receives().summary, "Mother");
    daemon.says("Shown: `mother`");
    daemon.says("Next: Day 0");
    let memory = own_memory(daemon.child.id());
    assert!(memory <= limit, "{memory} KiB");
    // A save that is broken is told, and the last good days, of which no file is left, go on.
    home.config("[day.mother]\nnmae = \"Mother\"\n");
    assert_eq!(server.receives().summary, "The configuration has a mistake");
    server.vanishes();
    daemon.says("The desktop removed `mother` of 2027-01-20 unseen");
    let server = Server::start(&home, Manner::Accept);
    while server.receives().summary != "Mother" {}
    daemon.says("Shown: `mother`");
    let memory = own_memory(daemon.child.id());
    assert!(memory <= limit, "{memory} KiB after a reload");
    let status = home.json(&["status", "--json"]);
    assert_eq!(status["next"]["day"], "d0", "{status}");
    assert_eq!(daemon.ends("TERM"), Some(0));
}

/// The most days of followed calendars, and what one may take in bytes.
const FOLLOWED: u64 = 2000;
const A_FOLLOWED_DAY: u64 = 600;

#[test]
fn a_followed_calendar_takes_what_its_days_take_and_not_what_reading_it_took() {
    let event = |index: u64| {
        let (month, date) = (2 + index % 11, 1 + index % 28);
        format!(
            "BEGIN:VEVENT\r\nUID:{index}@example.org\r\nSUMMARY:Person {index}\r\n\
             DTSTART;VALUE=DATE:2001{month:02}{date:02}\r\nRRULE:FREQ=YEARLY\r\nBEGIN:VALARM\r\n\
             ACTION:DISPLAY\r\nTRIGGER:PT9H\r\nEND:VALARM\r\nEND:VEVENT\r\n"
        )
    };
    let events: String = (0..FOLLOWED).map(event).collect();
    let (mut home, _bus, _server) = desk();
    home.variables.extend(unit_environment());
    let file = home.write("family.ics", &format!("BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n"));
    home.config(&format!("follow = []\n[[calendar]]\npath = \"{}\"\n", file.display()));
    let daemon = home.daemon("2027-01-20 12:00");
    daemon.says("Next: Person");
    let (memory, limit) = (own_memory(daemon.child.id()), THE_REST + FOLLOWED * A_FOLLOWED_DAY / 1024);
    assert!(memory <= limit, "{memory} KiB, at most {limit}");
    assert_eq!(daemon.ends("TERM"), Some(0));
}

#[test]
fn a_large_configuration_that_becomes_small_takes_what_the_small_one_took() {
    let day = |index: usize| {
        format!(
            "[day.d{index}]\nname = {{ en = \"Day {index}\", az = \"{index}\", ru = \"{index}\", tr = \"{index}\" }}\n\
             date = [\"May {}\", \"27 Nisan\", \"second Sunday of November\"]\nlink = \"https://example.org/{index}\"\n",
            1 + index % 28
        )
    };
    let small = "follow = []\n[day.mother]\nname = \"Mother\"\ndate = \"January 20\"\n";
    let (mut home, _bus, _server) = desk();
    home.variables.extend(unit_environment());
    home.config(small);
    let daemon = home.daemon("2027-01-20 12:00");
    daemon.says("Next: Mother");
    let before = own_memory(daemon.child.id());
    home.config(&(small.to_owned() + &(0..4000).map(day).collect::<String>()));
    daemon.says("Read the configuration again: 4001 days");
    daemon.says("Next: Day 0");
    home.config(small);
    daemon.says("Read the configuration again: 1 days");
    daemon.says("Next: Mother");
    // The ledger keeps in mind since when each day was kept.
    let (after, limit) = (own_memory(daemon.child.id()), before + 1000);
    assert!(after <= limit, "{after} KiB, at most {limit}");
    assert_eq!(daemon.ends("TERM"), Some(0));
}
