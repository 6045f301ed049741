//! `remembrance list`: the days of a year, or of a span of dates.

use super::output::{Output, display_width, fit, print_json, table, width};
use super::{Error, Global, Invocation, Outcome, Run};
use crate::words::{Words, month_grid};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use std::collections::BTreeSet;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance list --year 2027")]
pub(super) struct ListArgs {
    /// The year; by default this one
    #[arg(long, value_name = "YEAR", conflicts_with_all = ["from", "to"], value_parser = clap::value_parser!(i32).range(1..=9999))]
    year: Option<i32>,
    /// The first date, e.g. `2027-01-01`
    #[arg(long, value_name = "DATE")]
    from: Option<NaiveDate>,
    /// The last date
    #[arg(long, value_name = "DATE")]
    to: Option<NaiveDate>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// An occurrence, with `--json`.
#[derive(Debug, Serialize)]
struct Occurrence {
    day: String,
    name: String,
    date: NaiveDate,
    anniversary: Option<i32>,
    pack: Option<String>,
}

impl Run for ListArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = &Invocation::read(global)?;
        let context = &invocation.context;
        let today = context.at(invocation.clock.now()).today();
        let (from, to) = span(self, today)?;
        let mut occurrences = Vec::new();
        for day in &context.settings.plan.days {
            match day.dates(from.year()..=to.year()) {
                Ok(dates) => occurrences.extend(
                    dates.into_iter().filter(|date| from <= *date && *date <= to).map(|date| (date, day)),
                ),
                Err(error) => eprintln!("warning: the day `{}` is left out: {error}", day.id),
            }
        }
        occurrences.sort_by(|(a, x), (b, y)| a.cmp(b).then_with(|| x.id.cmp(&y.id)));
        if self.json {
            let occurrences: Vec<Occurrence> = occurrences
                .into_iter()
                .map(|(date, day)| Occurrence {
                    day: day.id.clone(),
                    name: day.name.get(&context.languages).to_owned(),
                    date,
                    anniversary: day.anniversary(date),
                    pack: day.pack.clone(),
                })
                .collect();
            print_json(&occurrences)?;
            return Ok(Outcome::Success);
        }
        let (words, output) = (context.words(), invocation.output);
        let ids = occurrences.iter().map(|(_, day)| display_width(&day.id)).max().unwrap_or(0);
        // A date, two gaps, and the id have their place; the name takes what is left.
        let room = if output.is_terminal { width().saturating_sub(14 + ids).max(20) } else { usize::MAX };
        let rows = occurrences.iter().map(|(date, day)| {
            let summary = fit(&crate::notification::summary(day, *date, &words, &context.languages), room);
            vec![date.to_string(), output.bold(&summary), output.dim(&day.id)]
        });
        let mut text = table(&rows.collect::<Vec<_>>());
        if output.is_terminal && self.from.is_none() && self.to.is_none() {
            let dates = occurrences.iter().map(|(date, _)| *date).collect();
            text = format!("{}\n{text}", months(from.year(), &dates, &words, output));
        }
        if occurrences.is_empty() {
            text += &format!("No day is kept from {from} to {to}.\n");
        }
        output.page(&text)?;
        Ok(Outcome::Success)
    }
}

/// The twelve months of a year, three side by side, with the dates that are kept marked.
fn months(year: i32, kept: &BTreeSet<NaiveDate>, words: &Words, output: Output) -> String {
    let mut text = format!("{:^width$}\n", year, width = 3 * MONTH + 2 * GAP).trim_end().to_owned() + "\n";
    for quarter in 0..4 {
        let months: Vec<Vec<String>> =
            (1..=3).map(|month| lines(year, quarter * 3 + month, kept, words, output)).collect();
        let height = months.iter().map(Vec::len).max().unwrap_or(0);
        text.push('\n');
        for row in 0..height {
            let cells = months.iter().map(|lines| {
                let line = lines.get(row).map_or("", String::as_str);
                format!("{line}{}", " ".repeat(MONTH.saturating_sub(display_width(line))))
            });
            text += cells.collect::<Vec<_>>().join(&" ".repeat(GAP)).trim_end();
            text.push('\n');
        }
    }
    text
}

/// The columns that a month takes, and those between two.
const MONTH: usize = 21;
const GAP: usize = 4;

/// The lines of one month: its name, the weekdays, the weeks.
fn lines(year: i32, month: u32, kept: &BTreeSet<NaiveDate>, words: &Words, output: Output) -> Vec<String> {
    let name = words.month(month);
    let indent = " ".repeat((MONTH - 1).saturating_sub(display_width(&name)) / 2);
    let heads = words
        .weekdays_short()
        .into_iter()
        .map(|head| format!("{}{head} ", " ".repeat(2_usize.saturating_sub(display_width(&head)))));
    let cell = |date: Option<NaiveDate>| match date {
        None => "   ".to_owned(),
        Some(date) if kept.contains(&date) && output.is_coloured => {
            output.marked(&format!("{:>2}", date.day())) + " "
        }
        Some(date) => format!("{:>2}{}", date.day(), if kept.contains(&date) { "*" } else { " " }),
    };
    let weeks = month_grid(year, month).into_iter().map(|week| week.into_iter().map(cell).collect());
    [format!("{indent}{}", output.bold(&name)), output.dim(&heads.collect::<String>())]
        .into_iter()
        .chain(weeks)
        .collect()
}

fn span(options: &ListArgs, today: NaiveDate) -> Result<(NaiveDate, NaiveDate), Error> {
    let year = options.year.unwrap_or(today.year());
    let first = |year| NaiveDate::from_ymd_opt(year, 1, 1).ok_or(Error::NoSuchYear);
    let last = |year| NaiveDate::from_ymd_opt(year, 12, 31).ok_or(Error::NoSuchYear);
    let (from, to) = match (options.from, options.to) {
        (Some(from), Some(to)) => (from, to),
        (Some(from), None) => (from, last(from.year())?),
        (None, Some(to)) => (first(to.year())?, to),
        (None, None) => (first(year)?, last(year)?),
    };
    if from > to {
        return Err(Error::EmptySpan { from: from.to_string(), to: to.to_string() });
    }
    if from.year() < 1 || to.year() > 9999 {
        return Err(Error::NoSuchYear);
    }
    Ok((from, to))
}
