//! `remembrance history`: what was shown, when, how late; what was missed.

use super::invocation::ledger_lines;
use super::output::{print, print_json, table};
use super::{Error, Exit, Global, Invocation, Run};
use crate::schedule::{HistoryRow, history};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Serialize;

#[derive(Debug, clap::Args)]
pub(super) struct HistoryArgs {
    /// Only of this day, by its id
    day: Option<String>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// A notification of the past, as `--json` has it.
#[derive(Debug, Serialize)]
struct Past<'a> {
    day: &'a str,
    date: NaiveDate,
    kind: &'static str,
    due: DateTime<FixedOffset>,
    shown: Option<DateTime<FixedOffset>>,
    late_seconds: Option<i64>,
    state: &'static str,
}

impl Run for HistoryArgs {
    fn run(&self, global: &Global) -> Result<Exit, Error> {
        let invocation = &Invocation::read(global)?;
        let context = &invocation.context;
        let [real, pretended] = [invocation.ledger_file(), invocation.pretended_ledger_file()];
        let path = if invocation.clock.is_pretended() || (!real.exists() && pretended.exists()) {
            eprintln!("note: this is the history of a daemon with a pretended clock");
            pretended
        } else {
            real
        };
        // A line that the daemon is writing at this moment may be torn: it is skipped.
        let told = match ledger_lines(path.clone())? {
            None => Vec::new(),
            Some(lines) => {
                if !lines.damaged.is_empty() {
                    eprintln!("warning: `{}`: skipped the damaged lines {:?}", path.display(), lines.damaged);
                }
                history(&lines)
            }
        };
        let is_wanted = |told: &&HistoryRow| self.day.as_ref().is_none_or(|day| *day == told.occurrence.day);
        let told: Vec<&HistoryRow> = told.iter().filter(is_wanted).collect();
        if self.json {
            let past: Vec<_> = told
                .iter()
                .map(|told| Past {
                    day: &told.occurrence.day,
                    date: told.occurrence.date,
                    kind: told.kind.name(),
                    due: context.zone.stamp(told.due),
                    shown: told.shown.map(|shown| context.zone.stamp(shown)),
                    late_seconds: told.late_seconds,
                    state: told.state.name(),
                })
                .collect();
            print_json(&past)?;
            return Ok(Exit::Success);
        }
        if told.is_empty() {
            print("Nothing has been shown or missed yet.\n")?;
            return Ok(Exit::Success);
        }
        let rows = told.iter().map(|told| {
            let name = context.settings.plan.days.iter().find(|day| day.id == told.occurrence.day);
            let name = name.map_or(told.occurrence.day.as_str(), |day| day.name.get(&context.languages));
            let late = match told.late_seconds {
                None => String::new(),
                Some(seconds) => lateness(seconds),
            };
            let when = context.zone.civil(told.shown.unwrap_or(told.due)).format("%Y-%m-%d %H:%M");
            let state = told.state.name();
            let state = if told.shown.is_none() { invocation.output.bold(state) } else { state.to_owned() };
            vec![
                when.to_string(),
                name.to_owned(),
                told.occurrence.date.to_string(),
                state,
                invocation.output.dim(&late),
            ]
        });
        print(&table(&rows.collect::<Vec<_>>()))?;
        Ok(Exit::Success)
    }
}

/// How late something was shown, in the largest unit that says it well; nothing under a minute.
fn lateness(seconds: i64) -> String {
    let (count, unit) = match seconds {
        ..60 => return String::new(),
        60..3600 => (seconds / 60, "minute"),
        3600..86_400 => (seconds / 3600, "hour"),
        _ => (seconds / 86_400, "day"),
    };
    format!("{count} {unit}{} late", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lateness_is_said_in_its_largest_unit() {
        let table = [
            (-1, ""),
            (59, ""),
            (60, "1 minute late"),
            (3599, "59 minutes late"),
            (7200, "2 hours late"),
            (86_400, "1 day late"),
            (300_000, "3 days late"),
        ];
        for (seconds, expected) in table {
            assert_eq!(lateness(seconds), expected);
        }
    }
}
