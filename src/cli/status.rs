//! `remembrance status`: whether the daemon is running, and what is next.

use super::output::{print, print_json};
use super::{Error, Global, Outcome, Run, runtime};
use crate::dbus::{Client, DaemonStatus, NextReminder, Unreached};
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
    fn run(&self, _: &Global) -> Result<Outcome, Error> {
        let daemon = runtime()?.block_on(async { Client::connect().await?.told().await });
        let code = if daemon.is_ok() { Outcome::Success } else { Outcome::Failed };
        if self.json {
            print_json(&match daemon {
                Ok(daemon) => Status { running: true, reason: None, daemon: Some(running(daemon)) },
                Err(why) => Status { running: false, reason: Some(why.to_string()), daemon: None },
            })?;
        } else {
            print(&daemon.map_or_else(|why| not_running(&why), |daemon| in_words(&daemon)))?;
        }
        Ok(code)
    }
}

fn running(daemon: DaemonStatus) -> Running {
    let DaemonStatus { process, version, started, status, on_screen, held, is_saved, mistakes, next } =
        daemon;
    let on_screen = on_screen.into_iter().map(|(day, date)| Notification { day, date }).collect();
    Running { process, version, started, status, next, on_screen, held, saved: is_saved, mistakes }
}

fn in_words(daemon: &DaemonStatus) -> String {
    let process = daemon.process.map_or_else(String::new, |process| format!(", process {process}"));
    let mut text = format!("Running since {}{process}.\n", minute(&daemon.started));
    let status = &daemon.status;
    text += &format!(
        "{}{}\n",
        status.get(..1).unwrap_or_default().to_uppercase(),
        status.get(1..).unwrap_or_default()
    );
    for (day, date) in &daemon.on_screen {
        text += &format!("On the screen: {day}, {date}\n");
    }
    if !daemon.on_screen.is_empty() {
        text += "Answer with `remembrance snooze` or `remembrance dismiss`, or on the notification itself.\n";
    }
    if !daemon.is_saved {
        text += "The ledger cannot be written; `remembrance doctor` has the details.\n";
    }
    if let Some(first) = daemon.mistakes.first() {
        text += &format!(
            "The configuration has mistakes, the first in {first}; `remembrance check` lists every mistake.\n"
        );
    }
    if daemon.version != env!("CARGO_PKG_VERSION") {
        text += &format!(
            "It is version {}, and this is {}: systemctl --user restart remembrance\n",
            daemon.version,
            env!("CARGO_PKG_VERSION")
        );
    }
    text
}

fn not_running(why: &Unreached) -> String {
    match why {
        Unreached::NotRunning => "Not running: no day will be announced.\n\
             Start it, now and at each login:  systemctl --user enable --now remembrance\n\
             Find out why it is not:           remembrance doctor\n"
            .to_owned(),
        other => format!("Cannot reach the daemon: {other}.\nFind out more:  remembrance doctor\n"),
    }
}

/// A time of the interface as a person reads it.
pub(super) fn minute(time: &str) -> String {
    chrono::DateTime::parse_from_rfc3339(time)
        .map_or_else(|_| time.to_owned(), |time| time.format("%Y-%m-%d %H:%M").to_string())
}
