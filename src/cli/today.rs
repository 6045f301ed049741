//! `remembrance today`: the days of today, for people, status bars and scripts; without a command, also what is next.

use super::next;
use super::occurrences::OccurrenceRow;
use super::output::{print, print_json};
use super::template::Template;
use super::{Error, Global, Invocation, Outcome, Run};
use crate::day::Day;
use crate::notification::summary;
use crate::words::MessageValue;
use chrono::NaiveDate;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance today --format '{name} · {years}'")]
pub(super) struct TodayArgs {
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// A line for each day, with {summary}, {name}, {years}, {anniversary}, {date} and {day} filled in; `{{` is a brace
    #[arg(
        long,
        value_name = "TEMPLATE",
        conflicts_with = "json",
        default_value = "{summary}",
        hide_default_value = true
    )]
    format: Template,
    /// Print all days on one line, with this text between them, e.g. `; `
    #[arg(long, value_name = "TEXT", conflicts_with = "json")]
    join: Option<String>,
}

impl Run for TodayArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = Invocation::read(global)?;
        let (today, languages) = (invocation.today(), &invocation.context.languages);
        let occurrences = invocation.occurrences(today, today)?;
        if self.json {
            let rows: Vec<_> =
                occurrences.iter().map(|(date, day)| OccurrenceRow::new(day, *date, languages)).collect();
            print_json(&rows)?;
            return Ok(Outcome::Success);
        }
        let words = invocation.context.words();
        let line = |(date, day): &(NaiveDate, &Day)| self.format.fill(day, *date, &words, languages);
        let lines: Vec<String> = occurrences.iter().map(line).collect();
        if !lines.is_empty() {
            print(&(lines.join(self.join.as_deref().unwrap_or("\n")) + "\n"))?;
        }
        Ok(Outcome::Success)
    }
}

/// What is kept today, then what is next: `remembrance` without a command.
pub(super) fn overview(global: &Global) -> Result<Outcome, Error> {
    let invocation = Invocation::read(global)?;
    let (words, today) = (invocation.context.command_words(), invocation.today());
    let other = invocation.context.words_beside(&words);
    let own = other.as_ref().unwrap_or(&words);
    let date = words.date(today);
    let occurrences = invocation.occurrences(today, today)?;
    let output = invocation.output;
    let heading = if occurrences.is_empty() { "no-days-today" } else { "today-is" };
    let mut text = output.wrap(&words.say(heading, &[("date", MessageValue::Text(&date))])) + "\n";
    for (date, day) in occurrences {
        let summary = summary(day, date, own, &invocation.context.languages);
        text += &format!("{}\n", output.bold(&output.wrap_within(&summary, "  ", "    ")));
    }
    text += &format!("\n{}\n", words.say("next-days", &[]));
    text += &next::table_of_next(&invocation, next::COUNT, "  ");
    print(&text)?;
    Ok(Outcome::Success)
}
