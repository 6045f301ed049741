//! `remembrance next`: the coming reminders.

use super::output::{display_width, fit, print, print_json, table, width};
use super::{Context, Error};
use crate::notification::Subject;
use crate::schedule::{Kind, Ledger, upcoming};
use chrono::NaiveDate;
use serde::Serialize;
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// How many
    #[arg(short = 'n', value_name = "N", default_value_t = 5)]
    count: usize,
    /// As JSON
    #[arg(long)]
    json: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { count: 5, json: false }
    }
}

/// A coming reminder, as `--json` has it.
#[derive(Debug, Serialize)]
struct Coming {
    day: String,
    name: String,
    date: NaiveDate,
    anniversary: Option<i32>,
    kind: &'static str,
    due: String,
    summary: String,
    body: String,
}

pub(super) fn run(options: &Options, context: &Context) -> Result<ExitCode, Error> {
    let world = &context.world;
    let now = world.at(context.clock.now());
    let coming = upcoming(&world.settings.plan, &Ledger::default(), now, options.count);
    if options.json {
        let coming: Vec<Coming> = coming
            .into_iter()
            .map(|(day, date, reminder)| {
                let article = world.article(day);
                let subject = Subject { day, date, kind: reminder.kind, was_off: false };
                let article = article.as_ref().map(|found| &found.article);
                let notice = world.notice(subject, article, world.at(reminder.due));
                Coming {
                    day: day.id.clone(),
                    name: day.name.get(&world.languages).to_owned(),
                    date,
                    anniversary: day.anniversary(date),
                    kind: reminder.kind.name(),
                    due: world.zone.stamp(reminder.due).to_rfc3339(),
                    body: notice.body(),
                    summary: notice.summary,
                }
            })
            .collect();
        print_json(&coming)?;
        return Ok(ExitCode::SUCCESS);
    }
    if coming.is_empty() {
        print("Nothing lies ahead: no day is kept. `remembrance check` tells of mistakes.\n")?;
        return Ok(ExitCode::SUCCESS);
    }
    let (words, output) = (world.words(), context.output);
    let rows: Vec<[String; 3]> = coming
        .into_iter()
        .map(|(day, date, reminder)| {
            let kind = if reminder.kind == Kind::Day { "" } else { reminder.kind.name() };
            [
                world.zone.civil(reminder.due).format("%Y-%m-%d %H:%M").to_string(),
                crate::notification::summary(day, date, &words, &world.languages),
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
    Ok(ExitCode::SUCCESS)
}
