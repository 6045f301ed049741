//! `remembrance next`: the coming reminders.

use super::output::{print, print_json, table};
use super::{Context, Error};
use crate::notice::Subject;
use crate::schedule::{Ledger, upcoming};
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
    let words = world.words();
    let rows = coming.into_iter().map(|(day, date, reminder)| {
        let due = world.zone.civil(reminder.due);
        let summary = crate::notice::summary(day, date, &words, &world.languages);
        let kind = if reminder.due.date_naive() == date && reminder.kind.name() == "day" {
            ""
        } else {
            reminder.kind.name()
        };
        vec![
            due.format("%Y-%m-%d %H:%M").to_string(),
            context.output.bold(&summary),
            context.output.dim(&[words.date(date).as_str(), kind].join("  ")),
        ]
    });
    print(&table(&rows.collect::<Vec<_>>()))?;
    Ok(ExitCode::SUCCESS)
}
