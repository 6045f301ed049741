//! `remembrance status`: whether the daemon runs, and what is next, as the daemon itself tells it.

use super::output::{print, print_json};
use super::{Error, Exit, Global, Run, runtime};
use crate::dbus::{Client, DaemonStatus, NextReminder, Unreached};
use serde::Serialize;

#[derive(Debug, clap::Args)]
pub(super) struct StatusArgs {
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// The daemon, as `--json` has it; of one that does not run, the first line runtime.
#[derive(Debug, Default, Serialize)]
struct Status {
    running: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(flatten)]
    told: Option<Running>,
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
    fn run(&self, _: &Global) -> Result<Exit, Error> {
        let told = runtime()?.block_on(async { Client::connect().await?.told().await });
        let code = if told.is_ok() { Exit::Success } else { Exit::Failed };
        if self.json {
            print_json(&match told {
                Ok(told) => Status { running: true, reason: None, told: Some(running(told)) },
                Err(why) => Status { running: false, reason: Some(why.to_string()), told: None },
            })?;
        } else {
            print(&told.map_or_else(|why| not_running(&why), |told| in_words(&told)))?;
        }
        Ok(code)
    }
}

fn running(told: DaemonStatus) -> Running {
    let DaemonStatus { process, version, started, status, on_screen, held, is_saved, mistakes, next } = told;
    let on_screen = on_screen.into_iter().map(|(day, date)| Notification { day, date }).collect();
    Running { process, version, started, status, next, on_screen, held, saved: is_saved, mistakes }
}

fn in_words(told: &DaemonStatus) -> String {
    let process = told.process.map_or_else(String::new, |process| format!(", process {process}"));
    let mut text = format!("Running since {}{process}.\n", minute(&told.started));
    let status = &told.status;
    text += &format!(
        "{}{}\n",
        status.get(..1).unwrap_or_default().to_uppercase(),
        status.get(1..).unwrap_or_default()
    );
    for (day, date) in &told.on_screen {
        text += &format!("On the screen: {day}, {date}\n");
    }
    if !told.on_screen.is_empty() {
        text += "Answer with `remembrance snooze` or `remembrance dismiss`, or on the notification itself.\n";
    }
    if !told.is_saved {
        text += "What was shown cannot be written down; `remembrance doctor` says more.\n";
    }
    if let Some(first) = told.mistakes.first() {
        text += &format!(
            "The configuration has mistakes, the first in {first}; `remembrance check` tells all.\n"
        );
    }
    if told.version != env!("CARGO_PKG_VERSION") {
        text += &format!(
            "It is version {}, and this is {}: systemctl --user restart remembrance\n",
            told.version,
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
        other => format!("The daemon cannot be asked: {other}.\nFind out more:  remembrance doctor\n"),
    }
}

/// A time of the interface as a person reads it.
pub(super) fn minute(time: &str) -> String {
    chrono::DateTime::parse_from_rfc3339(time)
        .map_or_else(|_| time.to_owned(), |time| time.format("%Y-%m-%d %H:%M").to_string())
}
