//! `remembrance history`: past notifications, how late they were, and those that were missed.

use super::invocation::ledger_lines;
use super::output::{print, print_json};
use super::table::table;
use super::{Error, Global, Invocation, Outcome, Run};
use crate::host::streams::print_error_line;
use crate::schedule::{HistoryRow, history};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Serialize;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance history az-black-january")]
pub(super) struct HistoryArgs {
    /// Only this day, e.g. `az-black-january`
    #[arg(add = super::completions::kept_days())]
    day: Option<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// A notification of the past, with `--json`.
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
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = &Invocation::read(global)?;
        let context = &invocation.context;
        let [real, pretended] = [invocation.ledger_file(), invocation.pretended_ledger_file()];
        let path = if invocation.clock.is_pretended() || (!real.exists() && pretended.exists()) {
            print_error_line("note: this is the history of a daemon with a pretended clock");
            pretended
        } else {
            real
        };
        // A line that the daemon is writing at this moment may be torn: it is skipped.
        let rows = match ledger_lines(path.clone())? {
            None => Vec::new(),
            Some(lines) => {
                if let Some(damage) = lines.damage() {
                    print_error_line(&format!("warning: `{}`: skipped the damaged {damage}", path.display()));
                }
                history(&lines)
            }
        };
        let is_wanted = |row: &&HistoryRow| self.day.as_ref().is_none_or(|day| *day == row.occurrence.day);
        let rows: Vec<&HistoryRow> = rows.iter().filter(is_wanted).collect();
        if self.json {
            let past: Vec<_> = rows
                .iter()
                .map(|row| Past {
                    day: &row.occurrence.day,
                    date: row.occurrence.date,
                    kind: row.kind.name(),
                    due: context.zone.stamp(row.due),
                    shown: row.shown.map(|shown| context.zone.stamp(shown)),
                    late_seconds: row.late_seconds,
                    state: row.state.name(),
                })
                .collect();
            print_json(&past)?;
            return Ok(Outcome::Success);
        }
        if rows.is_empty() {
            print("No notifications yet.\n")?;
            return Ok(Outcome::Success);
        }
        let cells = rows.iter().map(|row| {
            let name = context.settings.plan.days.iter().find(|day| day.id == row.occurrence.day);
            let name = name.map_or(row.occurrence.day.as_str(), |day| day.name.get(&context.languages));
            let late = match row.late_seconds {
                None => String::new(),
                Some(seconds) => lateness(seconds),
            };
            let when = context.zone.civil(row.shown.unwrap_or(row.due)).format("%Y-%m-%d %H:%M");
            let state = row.state.name();
            let state = if row.shown.is_none() { invocation.output.bold(state) } else { state.to_owned() };
            vec![
                when.to_string(),
                name.to_owned(),
                row.occurrence.date.to_string(),
                state,
                invocation.output.dim(&late),
            ]
        });
        print(&table(&cells.collect::<Vec<_>>()))?;
        Ok(Outcome::Success)
    }
}

/// How late a notification was, in its largest unit; empty under a minute.
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
