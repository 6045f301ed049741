//! How fast rules become dates, as whole processes in CPU time beside their peers: `make bench`.
//!
//! Each program reads the same days in its own language: of ten, six fixed dates, two n-th weekdays,
//! one Hebrew date and one day counted from Easter. Each runs up to 50 times; the figure is the
//! median of user and system time together, with all that it starts. The ratio is the peer's time against ours.

#![allow(clippy::cast_precision_loss, reason = "times and counts are far below 2^52")]

use nix::sys::resource::{UsageWho, getrusage};
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const HEBREW: [&str; 5] = ["Nisan", "Iyar", "Sivan", "Av", "Elul"];
const NTH: [&str; 4] = ["first", "second", "third", "fourth"];

/// How long one program is run again and again.
const LONGEST: Duration = Duration::from_secs(3);

/// A day in the language of each program.
struct Day {
    ours: String,
    gcal: String,
    calendar: String,
    remind: String,
}

fn main() {
    let binary =
        std::env::var("REMEMBRANCE").expect("REMEMBRANCE names the release binary; use `make bench`");
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench { folder: folder.path(), binary: &binary };

    println!("start to first line");
    let start = bench.cpu_ms("true");
    let limit = 2.0 * start + 2.0;
    println!(
        "  /bin/true {start:.2} ms; remembrance next {:.2} ms (bar {limit:.2})",
        bench.cpu_ms(&format!("{binary} next 1"))
    );

    println!("\n1,000 days, one year");
    let thousand = bench.write(1000);
    let ours = bench.ours(1000, 2026, 2026);
    println!("  remembrance {ours:.2} ms");
    compare("gcal", ours, bench.cpu_ms(&format!("gcal -f {thousand}.gcal -QU -y -x -u 2026")));
    compare("calendar", ours, bench.cpu_ms(&format!("calendar -f {thousand}.calendar -t 20260101 -A 364")));
    compare("remind", ours, bench.cpu_ms(&format!("remind -s12 {thousand}.remind 2026-01-01")));

    println!("\n20 days, 100 years");
    let twenty = bench.write(20);
    let ours = bench.ours(20, 1991, 2090);
    println!("  remembrance {ours:.2} ms");
    compare("calendar", ours, bench.cpu_ms(&format!("calendar -f {twenty}.calendar -t 19910101 -A 36524")));

    println!("\nthe next occurrence of 10,000 days");
    let many = bench.write(10_000);
    let config = bench.config(10_000);
    let ours = bench.cpu_ms(&format!("{binary} next 10000 --config {config}"));
    println!(
        "  remembrance, from its config {ours:.2} ms; two years of each, from phrases {:.2} ms",
        bench.ours(10_000, 2026, 2027)
    );
    compare("remind -n", ours, bench.cpu_ms(&format!("remind -n {many}.remind 2026-11-23")));

    println!("\na century of Hebrew days");
    let hebrew = [
        "15 Nisan",
        "27 Nisan",
        "4 Iyar",
        "18 Iyar",
        "6 Sivan",
        "17 Tammuz",
        "9 Av",
        "1 Tishrei",
        "3 Tishrei",
        "10 Tishrei",
        "15 Tishrei",
        "22 Tishrei",
        "25 Kislev",
        "10 Tevet",
        "15 Shevat",
        "13 Adar",
        "14 Adar",
        "14 Adar I",
        "30 Cheshvan",
        "29 Elul",
    ];
    fs::write(bench.folder.join("hebrew"), hebrew.join("\n") + "\n").unwrap();
    let ours = bench.cpu_ms_of(&format!("{binary} dates - --from 1990 --to 2089"), Some("hebrew"));
    println!("  remembrance, {} days {ours:.2} ms", hebrew.len());
    compare("hebcal", ours, bench.cpu_ms("hebcal -i --years 100 1990"));

    println!("\nhow cost grows");
    for count in [100, 1000, 10_000, 100_000] {
        bench.write(count);
        let time = bench.ours(count, 2026, 2026);
        println!(
            "  {count:>7} days, one year {time:>8.2} ms, {:>6.3} µs a day",
            time * 1000.0 / count as f64
        );
    }
    for years in [1, 10, 100, 1000] {
        let time = bench.ours(1000, 2000, 1999 + years);
        println!("  1000 days, {years:>4} years {time:>8.2} ms, {:>6.3} µs a date", time / f64::from(years));
    }
}

fn compare(peer: &str, ours: f64, theirs: f64) {
    println!("  {peer:10} {theirs:>9.2} ms, {:.1} times as long", theirs / ours);
}

struct Bench<'a> {
    folder: &'a Path,
    binary: &'a str,
}

impl Bench<'_> {
    /// Writes `count` days in every language, and gives the files' common path.
    fn write(&self, count: usize) -> String {
        let days: Vec<Day> = (0..count).map(day).collect();
        let base = self.folder.join(count.to_string());
        let lines =
            |of: fn(&Day) -> &str| days.iter().map(|day| of(day).to_owned() + "\n").collect::<String>();
        let write = |ending: &str, text: String| fs::write(base.with_extension(ending), text).unwrap();
        write("ours", lines(|day| &day.ours));
        write("gcal", lines(|day| &day.gcal));
        write("calendar", lines(|day| &day.calendar));
        write("remind", lines(|day| &day.remind));
        base.display().to_string()
    }

    /// The same days as a configuration.
    fn config(&self, count: usize) -> String {
        let days = (0..count)
            .map(|index| format!("[day.d{index}]\nname = \"Day {index}\"\ndate = \"{}\"\n", day(index).ours));
        let path = self.folder.join("config.toml");
        fs::write(&path, "follow = []\n".to_owned() + &days.collect::<String>()).unwrap();
        path.display().to_string()
    }

    fn ours(&self, count: usize, from: i32, to: i32) -> f64 {
        let command = format!("{} dates - --from {from} --to {to}", self.binary);
        self.cpu_ms_of(&command, Some(&format!("{count}.ours")))
    }

    fn cpu_ms(&self, command: &str) -> f64 {
        self.cpu_ms_of(command, None)
    }

    /// The median CPU time of a command and what it starts, in milliseconds.
    fn cpu_ms_of(&self, command: &str, input: Option<&str>) -> f64 {
        let words: Vec<&str> = command.split(' ').collect();
        let run = || {
            let input =
                input.map_or(Stdio::null(), |input| File::open(self.folder.join(input)).unwrap().into());
            let before = of_children();
            let mut child = Command::new(words[0]);
            child.args(&words[1..]).env("TZ", "UTC").stdin(input).stdout(Stdio::null()).stderr(Stdio::null());
            let status = child.status().unwrap_or_else(|error| panic!("{command}: {error}"));
            assert!(status.success(), "{command}: {status}");
            of_children() - before
        };
        let begun = Instant::now();
        let mut times = Vec::new();
        while times.len() < 5 || (times.len() < 50 && begun.elapsed() < LONGEST) {
            times.push(run());
        }
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    }
}

/// User and system time of all children that have ended, in milliseconds.
fn of_children() -> f64 {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap();
    let ms = |time: nix::sys::time::TimeVal| time.tv_sec() as f64 * 1000.0 + time.tv_usec() as f64 / 1000.0;
    ms(usage.user_time()) + ms(usage.system_time())
}

/// The `index`-th day, the same in every run.
fn day(index: usize) -> Day {
    // A linear congruence is random enough for which month and day.
    let random = |salt: usize, below: usize| {
        (index.wrapping_mul(2_654_435_761).wrapping_add(salt * 40_503) >> 7) % below
    };
    let (month, number) = (random(1, 12), random(2, 28) + 1);
    let (weekday, nth) = (random(3, 7), random(4, 4));
    let (name, short) = (MONTHS[month], &MONTHS[month][..3]);
    let (long_day, short_day) = (WEEKDAYS[weekday], &WEEKDAYS[weekday][..3]);
    match index % 10 {
        6 | 7 => Day {
            ours: format!("{} {long_day} of {name}", NTH[nth]),
            gcal: format!("0000{:02}{}{} Day {index}", month + 1, short_day.to_lowercase(), nth + 1),
            calendar: format!("{:02}/{short_day}+{}\tDay {index}", month + 1, nth + 1),
            remind: format!("REM {short_day} {} {short} MSG Day {index}", nth * 7 + 1),
        },
        // gcal and calendar know no Hebrew dates: they get away with a fixed one.
        8 => Day {
            ours: format!("{number} {}", HEBREW[month % 5]),
            gcal: format!("0000{:02}{number:02} Day {index}", month + 1),
            calendar: format!("{:02}/{number:02}\tDay {index}", month + 1),
            remind: format!(
                "REM [trigger(hebdate({number}, \"{}\", today()))] MSG Day {index}",
                HEBREW[month % 5]
            ),
        },
        9 => Day {
            ours: format!("{number} days after Easter"),
            gcal: format!("0@e+{number} Day {index}"),
            calendar: format!("Easter+{number}\tDay {index}"),
            remind: format!("REM [trigger(easterdate(year(today()))+{number})] MSG Day {index}"),
        },
        _ => Day {
            ours: format!("{name} {number}"),
            gcal: format!("0000{:02}{number:02} Day {index}", month + 1),
            calendar: format!("{:02}/{number:02}\tDay {index}", month + 1),
            remind: format!("REM {number} {short} MSG Day {index}"),
        },
    }
}
