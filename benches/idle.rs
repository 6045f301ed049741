//! How light the daemon is at idle, beside its peers in the same run: `make bench`.
//!
//! Each program runs on the same bus, with dunst under Xvfb, and is watched for the same window
//! (`WINDOW` seconds; 120 when nothing is said). Memory is proportional set size, which shares out
//! what several programs map, and of it what is anonymous, which the kernel cannot take back; wake-ups are voluntary context switches of all threads.

#![allow(clippy::cast_precision_loss, reason = "sizes in memory are far below 2^52")]

#[allow(dead_code, reason = "a bench uses a part of it")]
#[path = "../tests/common/mod.rs"]
mod common;

use common::{Home, Running, unit_environment};
use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

/// How long a program may settle before it is watched.
const SETTLE: Duration = Duration::from_secs(10);

/// How many starts are timed.
const STARTS: usize = 30;

struct Watched {
    name: &'static str,
    process: u32,
}

fn main() {
    let binary =
        std::env::var("REMEMBRANCE").expect("REMEMBRANCE names the release binary; use `make bench`");
    let window = std::env::var("WINDOW").ok().and_then(|text| text.parse().ok()).unwrap_or(120);
    let mut home = Home::new();
    let _bus = home.bus();
    let _screen = home.screen();
    let dunst = home.dunst();

    println!("start: from exec to READY, median of {STARTS}: {:.1} ms", ready_ms(&home, &binary));
    println!("size:  {:.2} MiB", mib(fs::metadata(&binary).unwrap().len()));

    let peers_variables = home.variables.clone();
    home.variables.extend(unit_environment());
    let daemon = home.start_program(&binary, &["run"]);
    home.variables = peers_variables;
    daemon.notifies("STATUS=next");
    let january = home.write("january", "REM Jan 20 AT 09:00 MSG Black January\n");
    let remind = Running::new(home.command("remind").args(["-z", "-k:"]).arg(january), None);
    let mut running = vec![
        Watched { name: "remembrance run", process: daemon.child.id() },
        Watched { name: "dunst", process: dunst.child.id() },
        Watched { name: "remind -z", process: remind.child.id() },
    ];
    let rmd = std::env::var("RMD").ok().map(|rmd| {
        // The daemon stands before a reminder is added, or adding would start one of its own.
        let daemon = Running::new(home.command(&rmd).arg("daemon"), None);
        std::thread::sleep(SETTLE / 5);
        let mut add = home.command(&rmd);
        add.args(["+1000h", "Black January"]).stdout(Stdio::null()).stderr(Stdio::null());
        assert!(add.status().unwrap().success());
        daemon
    });
    running.extend(rmd.as_ref().map(|rmd| Watched { name: "rmd daemon", process: rmd.child.id() }));

    std::thread::sleep(SETTLE);
    let before: Vec<u64> = running.iter().map(|watched| wake_ups(watched.process)).collect();
    std::thread::sleep(Duration::from_secs(window));
    let ours = pss_kib(running[0].process);
    println!(
        "\nidle, {window} s\n{:18} {:>9} {:>9} {:>9} {:>8} {:>9} {:>10}",
        "", "anon KiB", "PSS KiB", "RSS KiB", "threads", "wake-ups", "PSS ratio"
    );
    for (watched, before) in running.iter().zip(before) {
        let Watched { name, process } = *watched;
        println!(
            "{name:18} {:>9} {:>9} {:>9} {:>8} {:>9} {:>10.2}",
            field_kib(process, "smaps_rollup", "Pss_Anon:"),
            pss_kib(process),
            field_kib(process, "status", "VmRSS:"),
            fs::read_dir(format!("/proc/{process}/task")).unwrap().count(),
            // A thread that has ended takes its count with it.
            wake_ups(process).saturating_sub(before),
            ours as f64 / pss_kib(process) as f64,
        );
    }
    println!("\nPSS ratio: remembrance against that program; below 1 it is the lighter one.");
}

/// The median time from exec until the daemon says that it is ready.
fn ready_ms(home: &Home, binary: &str) -> f64 {
    let mut times: Vec<f64> = (0..STARTS)
        .map(|_| {
            let begun = Instant::now();
            let daemon = home.start_program(binary, &["run"]);
            daemon.notifies("READY=1");
            let took = begun.elapsed().as_secs_f64() * 1000.0;
            assert_eq!(daemon.ends("TERM"), Some(0));
            took
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[STARTS / 2]
}

fn pss_kib(process: u32) -> u64 {
    field_kib(process, "smaps_rollup", "Pss:")
}

fn field_kib(process: u32, file: &str, field: &str) -> u64 {
    let text = fs::read_to_string(format!("/proc/{process}/{file}")).unwrap();
    let line = text.lines().find(|line| line.starts_with(field)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// Voluntary context switches of all threads.
fn wake_ups(process: u32) -> u64 {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).unwrap();
    let of_task = |status: String| {
        let line = status.lines().find(|line| line.starts_with("voluntary_ctxt_switches:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap()
    };
    tasks.map(|task| of_task(fs::read_to_string(task.unwrap().path().join("status")).unwrap())).sum()
}

fn mib(bytes: u64) -> f64 {
    bytes as f64 / 1024.0 / 1024.0
}
