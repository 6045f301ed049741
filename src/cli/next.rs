//! `remembrance next`: upcoming reminders.

use super::output::{Output, display_width, fit_summary, print, print_json, width};
use super::short_date::ShortDates;
use super::table::{TextTable, table};
use super::{Error, Global, Invocation, Outcome, Run};
use crate::notification::{Announcement, summary};
use crate::schedule::{ReminderKind, upcoming};
use chrono::NaiveDate;
use serde::Serialize;

/// The least room that a name needs beside a note.
const LEAST_NAME: usize = 16;

/// How many reminders are shown by default.
pub(super) const COUNT: usize = 5;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance next 3")]
pub(super) struct NextArgs {
    /// How many reminders
    #[arg(value_name = "N", default_value_t = COUNT)]
    count: usize,
    /// Print JSON
    #[arg(long)]
    json: bool,
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
        let invocation = Invocation::read_for_good(global)?;
        let context = &invocation.context;
        if self.json {
            let now = context.at(invocation.clock.now());
            let coming = upcoming(&context.settings.plan, &invocation.ledger_or_warning(), now, self.count);
            let coming: Vec<NextRow> = coming
                .into_iter()
                .map(|(day, date, reminder)| {
                    let article = context.article(day);
                    let subject = Announcement { day, date, kind: reminder.kind, was_off: false };
                    let article = article.as_ref().map(|found| &found.article);
                    let notification = context.notification(subject, article, context.at(reminder.due));
                    NextRow {
                        day: day.id.to_string(),
                        name: day.name.get(&context.languages).to_owned(),
                        date,
                        anniversary: day.anniversary(date).map(|found| found.years),
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
        print(&table_of_next(invocation, self.count, ""))?;
        Ok(Outcome::Success)
    }
}

/// The upcoming reminders as a table, or a line that there are none.
pub(super) fn table_of_next(invocation: &Invocation, count: usize, indent: &str) -> String {
    let (context, output) = (&invocation.context, invocation.output);
    let words = context.command_words();
    let other = context.words_beside(&words);
    let own = other.as_ref().unwrap_or(&words);
    let now = context.at(invocation.clock.now());
    let coming = upcoming(&context.settings.plan, &invocation.ledger_or_warning(), now, count);
    if coming.is_empty() {
        return words.say("no-upcoming-days", &[]) + "\n";
    }
    let dates = ShortDates::new(&words);
    let is_styled = output.is_terminal || output.is_coloured;
    let (mut table, mut rows) = (TextTable::with_room(coming.len()), Vec::new());
    for together in coming.chunk_by(|(_, _, one), (_, _, other)| one.due == other.due) {
        let Some((.., first)) = together.first() else { continue };
        let due = context.zone.civil(first.due);
        let when = indent.to_owned() + &dates.date_and_time(due);
        // Days and their names lie far apart in memory: they come faster when nothing else is done between.
        let summaries: Vec<_> =
            together.iter().map(|(day, date, _)| summary(day, *date, own, &context.languages)).collect();
        for ((_, date, reminder), summary) in together.iter().zip(summaries) {
            let note = match reminder.kind {
                ReminderKind::Moment => words.say("kind-moment", &[]),
                // The date of the day, where the reminder is not on it.
                _ if due.date() != *date => format!("→ {}", dates.date(*date)),
                _ => String::new(),
            };
            if is_styled {
                rows.push([when.clone(), summary.into_owned(), note]);
            } else {
                table.row(&[when.as_str(), &summary, &note]);
            }
        }
    }
    if is_styled { styled(rows, output) } else { table.set() }
}

/// The rows as a table for a terminal, as wide as that is.
fn styled(rows: Vec<[String; 3]>, output: Output) -> String {
    let widest = |column: usize| rows.iter().map(|row| display_width(&row[column])).max().unwrap_or(0);
    let (first, last) = (widest(0), widest(2));
    // The name takes what the date, the note and the gaps leave; where that is too little the note goes.
    let left = width().saturating_sub(first + 2 + if last == 0 { 0 } else { 2 + last });
    let has_notes = !output.is_terminal || left >= LEAST_NAME;
    let room = match (output.is_terminal, has_notes) {
        (false, _) => usize::MAX,
        (true, true) => left,
        (true, false) => width().saturating_sub(first + 2),
    };
    let rows = rows.into_iter().map(|[due, summary, note]| {
        let note = if has_notes { output.dim(&note) } else { String::new() };
        [due, output.bold(&fit_summary(&summary, room)), note]
    });
    table(&rows.collect::<Vec<_>>())
}
