//! `remembrance rehearse`: the very same daemon on a clock set to seconds before a day's next reminder.

use super::output::print;
use super::{Context, Error, run_daemon};
use crate::app::context::World;
use crate::daemon::Start;
use crate::engine::LedgerFile;
use crate::host::clock::Clock;
use crate::schedule::{Entry, Ledger, Show, reminders, upcoming};
use chrono::TimeDelta;
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The id of the day; the next one when nothing is said
    day: Option<String>,
}

/// How long before the reminder the clock is set.
const BEFORE: TimeDelta = TimeDelta::seconds(3);

pub(super) fn run(options: &Options, context: Context) -> Result<ExitCode, Error> {
    let Context { global, paths, world, clock, .. } = context;
    let mut plan = world.settings.plan.clone();
    if let Some(id) = &options.day {
        world.day(id)?;
        plan.days.retain(|day| day.id == *id);
    }
    let next = upcoming(&plan, &Ledger::default(), world.at(clock.now()), 1);
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
    let reminders = reminders(day, date, &world.zone).filter(|reminder| reminder.due <= start).collect();
    let before = Show { day, date, kind: reminder.kind, due: start, reminders };
    ledger.record(Entry::shown(&before, start), start);
    let due = world.zone.civil(reminder.due).format("%Y-%m-%d %H:%M");
    print(&format!(
        "Rehearsing {}: the clock is set to {} seconds before {due}.\n",
        day.name.get(&world.languages),
        BEFORE.num_seconds()
    ))?;
    let id = day.id.clone();
    let watched = paths.clone();
    let read = Box::new(move || {
        let mut world = World::read(paths.clone(), global.lang.as_deref());
        world.settings.plan.days.retain(|day| day.id == id);
        world.settings.plan.quiet = None;
        world
    });
    run_daemon(Start { read, paths: watched, clock, ledger, on_screen: None, is_rehearsal: true })
}
