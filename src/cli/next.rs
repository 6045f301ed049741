//! `remembrance next`: upcoming reminders.

use super::output::{display_width, fit, print, print_json, table, width};
use super::{Error, Global, Invocation, Outcome, Run};
use crate::notification::Announcement;
use crate::schedule::{ReminderKind, upcoming};
use chrono::NaiveDate;
use serde::Serialize;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance next -n 3")]
pub(super) struct NextArgs {
    /// How many reminders
    #[arg(short = 'n', value_name = "N", default_value_t = 5)]
    count: usize,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Default for NextArgs {
    fn default() -> Self {
        Self { count: 5, json: false }
    }
}

/// An upcoming reminder, with `--json`.
#[derive(Debug, Serialize)]
struct NextRow {
    day: String,
    name: String,
    date: NaiveDate,
    anniversary: Option<i32>,
    kind: &'static str,
    due: String,
    summary: String,
    body: String,
}

impl Run for NextArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = &Invocation::read(global)?;
        let context = &invocation.context;
        let now = context.at(invocation.clock.now());
        let coming = upcoming(&context.settings.plan, &invocation.ledger_or_warning(), now, self.count);
        if self.json {
            let coming: Vec<NextRow> = coming
                .into_iter()
                .map(|(day, date, reminder)| {
                    let article = context.article(day);
                    let subject = Announcement { day, date, kind: reminder.kind, was_off: false };
                    let article = article.as_ref().map(|found| &found.article);
                    let notification = context.notification(subject, article, context.at(reminder.due));
                    NextRow {
                        day: day.id.clone(),
                        name: day.name.get(&context.languages).to_owned(),
                        date,
                        anniversary: day.anniversary(date),
                        kind: reminder.kind.name(),
                        due: context.zone.stamp(reminder.due).to_rfc3339(),
                        body: notification.body(),
                        summary: notification.summary,
                    }
                })
                .collect();
            print_json(&coming)?;
            return Ok(Outcome::Success);
        }
        if coming.is_empty() {
            print("No upcoming days; `remembrance packs` lists what you can follow.\n")?;
            return Ok(Outcome::Success);
        }
        let (words, output) = (context.words(), invocation.output);
        let rows: Vec<[String; 3]> = coming
            .into_iter()
            .map(|(day, date, reminder)| {
                let kind = if reminder.kind == ReminderKind::Day { "" } else { reminder.kind.name() };
                [
                    context.zone.civil(reminder.due).format("%Y-%m-%d %H:%M").to_string(),
                    crate::notification::summary(day, date, &words, &context.languages),
                    format!("{}  {kind}", words.date(date)).trim_end().to_owned(),
                ]
            })
            .collect();
        let last = rows.iter().map(|row| display_width(&row[2])).max().unwrap_or(0);
        // A date and time, two gaps, and the last column have their place; the name takes what is left.
        let room = if output.is_terminal { width().saturating_sub(20 + last).max(20) } else { usize::MAX };
        let rows = rows
            .into_iter()
            .map(|[due, summary, note]| vec![due, output.bold(&fit(&summary, room)), output.dim(&note)]);
        print(&table(&rows.collect::<Vec<_>>()))?;
        Ok(Outcome::Success)
    }
}
