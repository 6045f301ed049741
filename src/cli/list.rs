//! `remembrance list`: the days of a year, or of a span of dates.

use super::occurrences::OccurrenceRow;
use super::output::{Output, display_width, fit_summary, print_json, width};
use super::short_date::ShortDates;
use super::table::table;
use super::{Error, Global, Invocation, Outcome, Run};
use crate::day::Day;
use crate::notification::summary;
use crate::words::{MessageValue, Words, month_grid};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance list 2027")]
pub(super) struct ListArgs {
    /// The year; by default this one
    #[arg(value_name = "YEAR", conflicts_with_all = ["from", "to"], value_parser = year)]
    year: Option<i32>,
    /// The first date, e.g. `2027-01-01` or `today`
    #[arg(long, value_name = "DATE", value_parser = date)]
    from: Option<DateArg>,
    /// The last date
    #[arg(long, value_name = "DATE", value_parser = date)]
    to: Option<DateArg>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// A date on the command line.
#[derive(Debug, Clone, Copy)]
enum DateArg {
    Today,
    Date(NaiveDate),
}

impl DateArg {
    fn on(self, today: NaiveDate) -> NaiveDate {
        match self {
            Self::Today => today,
            Self::Date(date) => date,
        }
    }
}

impl Run for ListArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = Invocation::read_for_good(global)?;
        let context = &invocation.context;
        let (from, to) = span(self, invocation.today())?;
        let occurrences = invocation.occurrences(from, to)?;
        if self.json {
            let row = |(date, day): &(NaiveDate, &Day)| OccurrenceRow::new(day, *date, &context.languages);
            print_json(&occurrences.iter().map(row).collect::<Vec<_>>())?;
            return Ok(Outcome::Success);
        }
        let (words, output) = (context.command_words(), invocation.output);
        let other = context.words_beside(&words);
        let own = other.as_ref().unwrap_or(&words);
        let dates = ShortDates::new(&words);
        let rows: Vec<[String; 3]> = occurrences
            .iter()
            .map(|(date, day)| {
                let summary = summary(day, *date, own, &context.languages).into_owned();
                [dates.date(*date), summary, day.id.to_string()]
            })
            .collect();
        let widest = |column: usize| rows.iter().map(|row| display_width(&row[column])).max().unwrap_or(0);
        // The name takes what the date, the id and two gaps leave; where that is too little the id goes.
        let left = width().saturating_sub(widest(0) + 4 + widest(2));
        let has_ids = !output.is_terminal || left >= LEAST_NAME;
        let room = match (output.is_terminal, has_ids) {
            (false, _) => usize::MAX,
            (true, true) => left,
            (true, false) => width().saturating_sub(widest(0) + 2),
        };
        let rows = rows.into_iter().map(|[date, summary, id]| {
            let id = if has_ids { output.dim(&id) } else { String::new() };
            vec![date, output.bold(&fit_summary(&summary, room)), id]
        });
        let mut text = table(&rows.collect::<Vec<_>>());
        if output.is_terminal && self.from.is_none() && self.to.is_none() {
            let dates = occurrences.iter().map(|(date, _)| *date).collect();
            text = format!("{}\n{text}", months(from.year(), &dates, &words, output));
        }
        if occurrences.is_empty() {
            let (from, to) = (words.date_long(from), words.date_long(to));
            text += &words.say(
                "no-days-in-span",
                &[("from", MessageValue::Text(&from)), ("to", MessageValue::Text(&to))],
            );
            text.push('\n');
        }
        output.page(&text)?;
        Ok(Outcome::Success)
    }
}

/// The least room that a name needs beside an id.
const LEAST_NAME: usize = 24;

/// The twelve months of a year, as many side by side as the terminal holds, with the dates that are kept marked.
fn months(year: i32, kept: &BTreeSet<NaiveDate>, words: &Words, output: Output) -> String {
    let columns = match width() {
        ..46 => 1,
        46..71 => 2,
        _ => 3,
    };
    let whole = columns * MONTH + (columns - 1) * GAP - 1;
    let mut text = format!("{year:^whole$}").trim_end().to_owned() + "\n";
    let all: Vec<u32> = (1..=12).collect();
    for beside in all.chunks(columns) {
        let months: Vec<Vec<String>> =
            beside.iter().map(|month| lines(year, *month, kept, words, output)).collect();
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

/// A year from 1 to 9999; one of two digits is refused with the year that is meant.
fn year(text: &str) -> Result<i32, String> {
    match text.parse() {
        Ok(year @ 0..100) if text.len() <= 2 => {
            Err(format!("did you mean {}? the year 27 is `0027`", 2000 + year))
        }
        Ok(year @ 1..=9999) => Ok(year),
        _ => Err("a year is a number from 1 to 9999".to_owned()),
    }
}

fn date(text: &str) -> Result<DateArg, String> {
    if text == "today" {
        return Ok(DateArg::Today);
    }
    text.parse().map(DateArg::Date).map_err(|_| "write a date like `2027-01-20`, or `today`".to_owned())
}

fn span(args: &ListArgs, today: NaiveDate) -> Result<(NaiveDate, NaiveDate), Error> {
    let year = args.year.unwrap_or(today.year());
    let first = |year| NaiveDate::from_ymd_opt(year, 1, 1).ok_or(Error::NoSuchYear);
    let last = |year| NaiveDate::from_ymd_opt(year, 12, 31).ok_or(Error::NoSuchYear);
    let [from, to] = [args.from, args.to].map(|date| date.map(|date| date.on(today)));
    let (from, to) = match (from, to) {
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
