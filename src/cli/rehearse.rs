//! `remembrance rehearse`: runs the daemon with its clock set to just before a reminder.

use super::output::print;
use super::{Error, Global, Invocation, Outcome, Run, run_daemon};
use crate::daemon::Start;
use crate::engine::LedgerFile;
use crate::host::clock::Clock;
use crate::host::files::FileError;
use crate::schedule::{DueNotification, LedgerEntry, ReminderKind, reminders, upcoming};
use chrono::TimeDelta;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance rehearse az-black-january")]
pub(super) struct RehearseArgs {
    /// The day; by default the next one
    #[arg(add = super::completions::kept_days())]
    day: Option<String>,
}

/// Among so many upcoming reminders of a day its own notification is looked for, rather than that of its moment.
const MOST_REMINDERS: usize = 64;

/// How long before the reminder the clock is set.
const BEFORE: TimeDelta = TimeDelta::seconds(3);

impl Run for RehearseArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = Invocation::read(global)?;
        let Invocation { paths, context, clock, .. } = &invocation;
        let mut plan = context.settings.plan.clone();
        if let Some(id) = &self.day {
            invocation.day(id)?;
            plan.days.retain(|day| day.id == *id);
        }
        let known = invocation.ledger_or_warning();
        let now = context.at(clock.now());
        let Some((day, ..)) = upcoming(&plan, &known, now, 1).first().copied() else {
            return Err(Error::NothingToRehearse);
        };
        let id = day.id.clone();
        plan.days.retain(|day| day.id == id);
        let coming = upcoming(&plan, &known, now, MOST_REMINDERS);
        let own = coming.iter().find(|(_, _, reminder)| reminder.kind != ReminderKind::Moment);
        let (day, date, reminder) = *own.or(coming.first()).expect("it has the reminder that was found");
        let start = reminder.due - BEFORE;
        let clock = Clock::showing(start);
        let home = tempfile::tempdir().map_err(|error| FileError::write(&std::env::temp_dir(), &error))?;
        let mut ledger = LedgerFile::open(home.path(), "ledger.jsonl", start)
            .expect("nobody else has a folder that was made just now");
        // Earlier reminders are in the past of this rehearsal.
        let reminders = reminders(day, date, &context.zone).filter(|known| known.due <= start).collect();
        let before = DueNotification { day, date, kind: reminder.kind, due: start, reminders };
        ledger.record(LedgerEntry::shown(&before, start), start);
        let mut again = upcoming(&plan, &ledger.ledger, context.at(start), MOST_REMINDERS).into_iter();
        if !again.any(|(_, again, next)| (again, next.due) == (date, reminder.due)) {
            // It was snoozed until then.
            ledger.record(LedgerEntry::snoozed(before.occurrence(), start, reminder.due), start);
        }
        let due = context.zone.civil(reminder.due).format("%Y-%m-%d %H:%M");
        print(&format!(
            "Rehearsing {}: the clock is set to {} seconds before {due}.\n",
            day.name.get(&context.languages),
            BEFORE.num_seconds()
        ))?;
        let (paths, language, rehearsed) = (paths.clone(), global.lang.clone(), Some(day.id.to_string()));
        run_daemon(Start { paths, language, clock, ledger, on_screen: None, rehearsed })
    }
}
