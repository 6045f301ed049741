//! How long an import takes, and what ten thousand days weigh in the daemon: `make bench`.
//!
//! The same days are kept in a file of `days.d`, and as many as can be in a calendar that is followed. Each daemon
//! runs on a bus of its own and is watched when it has come to rest.

#![allow(clippy::cast_precision_loss, reason = "sizes in memory are far below 2^52")]

#[allow(dead_code, reason = "a bench uses a part of it")]
#[path = "../tests/common/mod.rs"]
mod common;

use common::{Home, unit_environment};
use std::fs;
use std::time::{Duration, Instant};

/// How often each start is timed.
const STARTS: usize = 5;

/// No day is due at this time.
const RUN: [&str; 3] = ["run", "--now", "2027-08-20 12:00"];

/// The months that days fall in.
const MONTHS: [(&str, usize); 5] = [("January", 1), ("March", 3), ("May", 5), ("July", 7), ("October", 10)];

/// How long a daemon may come to rest.
const REST: Duration = Duration::from_secs(3);

fn main() {
    let binary =
        std::env::var("REMEMBRANCE").expect("REMEMBRANCE names the release binary; use `make bench`");
    println!("import, from exec to exit, median of {STARTS}");
    for count in [1000, 10_000] {
        let home = Home::new();
        home.write("events.ics", &events(count));
        let took = median((0..STARTS).map(|_| {
            let begun = Instant::now();
            let status = home.command(&binary).args(["import", "events.ics"]).output().unwrap().status;
            assert!(status.success());
            begun.elapsed().as_secs_f64() * 1000.0
        }));
        println!("  {count:>6} events {took:>8.0} ms");
    }

    println!("\n{:42} {:>9} {:>9} {:>12}", "the daemon with", "anon KiB", "PSS KiB", "to READY ms");
    for (name, days, is_followed) in [
        ("the day that is kept from the start".to_owned(), None, false),
        ("10,000 days in a file of days.d".to_owned(), Some(table(10_000)), false),
        ("2,000 days in a calendar that is followed".to_owned(), Some(events(2000)), true),
    ] {
        let mut home = Home::new();
        match (days, is_followed) {
            (Some(days), false) => drop(home.write(".config/remembrance/days.d/ten.toml", &days)),
            (Some(days), true) => {
                home.write("ten.ics", &days);
                home.config("[[calendar]]\npath = \"~/ten.ics\"\n");
            }
            _ => {}
        }
        let _bus = home.bus();
        home.variables.extend(unit_environment());
        let took = median((0..STARTS).map(|_| {
            let begun = Instant::now();
            let daemon = home.start_program(&binary, &RUN);
            daemon.notifies("READY=1");
            let took = begun.elapsed().as_secs_f64() * 1000.0;
            assert_eq!(daemon.ends("TERM"), Some(0));
            took
        }));
        let daemon = home.start_program(&binary, &RUN);
        daemon.notifies("STATUS=next");
        std::thread::sleep(REST);
        let of = |field| kib(daemon.child.id(), field);
        println!("{name:42} {:>9} {:>9} {took:>12.1}", of("Pss_Anon:"), of("Pss:"));
    }
}

/// A calendar of so many yearly events.
fn events(count: usize) -> String {
    let event = |n: usize| {
        format!(
            "BEGIN:VEVENT\r\nUID:{n}@example.org\r\nDTSTAMP:20261101T000000Z\r\nSUMMARY:Person {n}\r\n\
             DTSTART;VALUE=DATE:20{:02}{:02}{:02}\r\nRRULE:FREQ=YEARLY\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\n\
             TRIGGER:PT9H\r\nEND:VALARM\r\nEND:VEVENT\r\n",
            n % 20,
            MONTHS[n % 5].1,
            n % 28 + 1
        )
    };
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}END:VCALENDAR\r\n",
        (0..count).map(event).collect::<String>()
    )
}

/// The same days as a file of `days.d`.
fn table(count: usize) -> String {
    let day = |n: usize| {
        format!("[day.d{n}]\nname = \"Person {n}\"\ndate = \"{} {}\"\n", MONTHS[n % 5].0, n % 28 + 1)
    };
    (0..count).map(day).collect()
}

fn median(times: impl Iterator<Item = f64>) -> f64 {
    let mut times: Vec<f64> = times.collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn kib(process: u32, field: &str) -> u64 {
    let text = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap();
    let line = text.lines().find(|line| line.starts_with(field)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}
