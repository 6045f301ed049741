//! `remembrance status`: whether the daemon is running, and what is next.

use super::output::{Output, print, print_json};
use super::short_date::ShortDates;
use super::systemctl::UnitState;
use super::{Error, Global, Invocation, Outcome, Run, runtime};
use crate::config::{CalendarFault, Fault};
use crate::dbus::{Client, DaemonStatus, NextReminder, Unreached};
use crate::text::{capitalized, one_line, unbroken};
use serde::Serialize;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance status --json")]
pub(super) struct StatusArgs {
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// The daemon, with `--json`; of one that does not run, the first line alone.
#[derive(Debug, Default, Serialize)]
struct Status {
    running: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(flatten)]
    daemon: Option<Running>,
}

#[derive(Debug, Serialize)]
struct Running {
    process: Option<u32>,
    version: String,
    started: String,
    status: String,
    next: Option<NextReminder>,
    on_screen: Vec<Notification>,
    held: u32,
    saved: bool,
    mistakes: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Notification {
    day: String,
    date: String,
}

impl Run for StatusArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let daemon = runtime()?.block_on(async { Client::connect().await?.told().await });
        let code = if daemon.is_ok() { Outcome::Success } else { Outcome::Failed };
        if self.json {
            print_json(&match daemon {
                Ok(daemon) => Status { running: true, reason: None, daemon: Some(running(daemon)) },
                Err(why) => Status { running: false, reason: Some(why.to_string()), daemon: None },
            })?;
            return Ok(code);
        }
        match daemon {
            Ok(daemon) => print(&wrapped(in_words(&daemon, &Names::read(global)), global))?,
            Err(why) => {
                print(&wrapped(not_running(&why, UnitState::ask().ok().as_ref()).lines(), global))?;
            }
        }
        Ok(code)
    }
}

/// Each line wrapped to the terminal.
fn wrapped<L: AsRef<str>>(lines: impl IntoIterator<Item = L>, global: &Global) -> String {
    let output = Output::new(global.color);
    lines.into_iter().map(|line| output.wrap_within(&unbroken(line.as_ref()), "", "  ") + "\n").collect()
}

/// The names of days, for what the daemon gives by their ids.
pub(super) struct Names(Option<Invocation>);

impl Names {
    /// Reads the configuration; without one the ids stand for the names.
    pub(super) fn read(global: &Global) -> Self {
        Self(Invocation::quietly(global).ok())
    }

    /// What is said of followed folders that have no calendar in them: a wrong path is not noticed otherwise.
    fn calendars_without_days(&self) -> impl Iterator<Item = String> {
        let warnings = self.0.iter().flat_map(|invocation| &invocation.context.warnings);
        let empty =
            warnings.filter(|warning| matches!(warning.fault, Fault::Calendar(CalendarFault::NoneIn(_))));
        empty.map(|warning| capitalized(&warning.message()) + ".")
    }

    /// The name of a day and its date: `Black January, Wed 20 Jan 2027`.
    pub(super) fn of(&self, day: &str, date: &str) -> String {
        let Some(invocation) = &self.0 else { return format!("{day}, {date}") };
        let known = invocation.any_day(day).ok();
        let name = known.as_ref().map_or(day, |known| known.name.get(&invocation.context.languages));
        let date = date.parse().map_or_else(
            |_| date.to_owned(),
            |date| ShortDates::new(&invocation.context.command_words()).date(date),
        );
        format!("{}, {date}", one_line(name))
    }
}

fn running(daemon: DaemonStatus) -> Running {
    let DaemonStatus { process, version, started, status, on_screen, held, is_saved, mistakes, next } =
        daemon;
    let on_screen = on_screen.into_iter().map(|(day, date)| Notification { day, date }).collect();
    Running { process, version, started, status, next, on_screen, held, saved: is_saved, mistakes }
}

fn in_words(daemon: &DaemonStatus, names: &Names) -> Vec<String> {
    let process = daemon.process.map_or_else(String::new, |process| format!(", process {process}"));
    let mut lines =
        vec![format!("Running since {}{process}.", minute(&daemon.started)), capitalized(&daemon.status)];
    for (day, date) in &daemon.on_screen {
        lines.push(format!("On the screen: {}", names.of(day, date)));
    }
    if !daemon.on_screen.is_empty() {
        let advice =
            "Answer with `remembrance snooze` or `remembrance dismiss`, or on the notification itself.";
        lines.push(advice.to_owned());
    }
    if !daemon.is_saved {
        lines.push("The ledger cannot be written; `remembrance doctor` has the details.".to_owned());
    }
    if let Some(first) = daemon.mistakes.first() {
        lines.push(format!(
            "The configuration has mistakes, the first in {first}; `remembrance check` lists every mistake."
        ));
    }
    lines.extend(names.calendars_without_days());
    if daemon.version != env!("CARGO_PKG_VERSION") {
        lines.push(format!(
            "It is version {}, and this is {}: systemctl --user restart remembrance",
            daemon.version,
            env!("CARGO_PKG_VERSION")
        ));
    }
    lines
}

/// Why the daemon does not run, by the service manager's account, and the command that starts it.
fn not_running(why: &Unreached, unit: Option<&UnitState>) -> String {
    if !matches!(why, Unreached::NotRunning) {
        let why = why.to_string();
        return format!("Cannot reach the daemon: {}.\nFind out more:  remembrance doctor\n", unbroken(&why));
    }
    match unit {
        Some(UnitState { mask_for_all: Some(mask), .. }) => format!(
            "Not running: an administrator has disabled the service for everybody (`{}`).\n\
             Without the service:  remembrance run\n",
            mask.display()
        ),
        Some(unit) if unit.is_masked() => "Not running: disabled for this person (masked).\n\
             Enable it, now and at each login:  remembrance service enable\n"
            .to_owned(),
        Some(unit) if unit.is_missing() => "Not running: the service is not installed.\n\
             Install it for this person:  remembrance service install\n"
            .to_owned(),
        Some(unit) if unit.active == "failed" => format!(
            "Not running: the service failed ({}).\n\
             Find out why:      remembrance doctor\n\
             Start it again:    remembrance service enable\n",
            unit.result
        ),
        _ => "Not running: no day will be announced.\n\
             Enable it, now and at each login:  remembrance service enable\n\
             Find out why it is not:            remembrance doctor\n"
            .to_owned(),
    }
}

/// A time of the interface as a person reads it.
pub(super) fn minute(time: &str) -> String {
    chrono::DateTime::parse_from_rfc3339(time)
        .map_or_else(|_| time.to_owned(), |time| time.format("%Y-%m-%d %H:%M").to_string())
}
