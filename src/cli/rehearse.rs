//! `remembrance rehearse`: the very same daemon on a clock set to seconds before a day's next reminder.

use super::output::print;
use super::{Error, Invocation, run_daemon};
use crate::daemon::Start;
use crate::engine::LedgerFile;
use crate::host::clock::Clock;
use crate::schedule::{DueNotification, Ledger, LedgerEntry, reminders, upcoming};
use chrono::TimeDelta;
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The id of the day; the next one when nothing is said
    day: Option<String>,
}

/// How long before the reminder the clock is set.
const BEFORE: TimeDelta = TimeDelta::seconds(3);

pub(super) fn run(options: &Options, invocation: Invocation) -> Result<ExitCode, Error> {
    let Invocation { global, paths, context, clock, .. } = invocation;
    let mut plan = context.settings.plan.clone();
    if let Some(id) = &options.day {
        context.day(id)?;
        plan.days.retain(|day| day.id == *id);
    }
    let next = upcoming(&plan, &Ledger::default(), context.at(clock.now()), 1);
    let Some((day, date, reminder)) = next.first().copied() else {
        return Err("there is nothing to rehearse: no day lies ahead".to_owned());
    };
    let start = reminder.due - BEFORE;
    let clock = Clock::showing(start);
    let home =
        tempfile::tempdir().map_err(|error| format!("cannot make a folder for the rehearsal: {error}"))?;
    let mut ledger =
        LedgerFile::open(home.path(), "ledger.jsonl", start).map_err(|error| error.to_string())?;
    // What came due before belongs to the past of this rehearsal.
    let reminders = reminders(day, date, &context.zone).filter(|reminder| reminder.due <= start).collect();
    let before = DueNotification { day, date, kind: reminder.kind, due: start, reminders };
    ledger.record(LedgerEntry::shown(&before, start), start);
    let due = context.zone.civil(reminder.due).format("%Y-%m-%d %H:%M");
    print(&format!(
        "Rehearsing {}: the clock is set to {} seconds before {due}.\n",
        day.name.get(&context.languages),
        BEFORE.num_seconds()
    ))?;
    let rehearsed = Some(day.id.clone());
    run_daemon(Start { paths, language: global.lang, clock, ledger, on_screen: None, rehearsed })
}
