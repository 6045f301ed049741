//! `remembrance dates`: what a phrase means.

use super::output::{Output, json_line, print, print_json};
use super::{Error, Global, Outcome, Run};
use crate::host::streams;
use crate::rule::Rule;
use chrono::NaiveDate;
use serde::Serialize;
use std::io::{BufRead, stdin};
use std::ops::RangeInclusive;

#[derive(Debug, clap::Args)]
#[command(after_help = r#"Example: remembrance dates "second Sunday of November" --from 2026 --to 2030"#)]
pub(super) struct DatesArgs {
    /// The phrase, e.g. `second Sunday of November`; `-` reads one per line from standard input
    #[arg(value_name = "RULE", required = true)]
    rule: Vec<String>,
    /// The first year; by default this one
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1..=9999))]
    from: Option<i32>,
    /// The last year; by default nine years after the first
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1..=9999))]
    to: Option<i32>,
    /// Print a JSON list of dates
    #[arg(long)]
    json: bool,
}

impl Run for DatesArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let years = years(self, global)?;
        let phrase = self.rule.join(" ");
        if phrase == "-" {
            return stream(&years);
        }
        let rule: Rule = phrase.parse().map_err(|error| Error::Rule { phrase, error })?;
        let dates = rule.dates(years)?;
        if self.json {
            print_json(&dates)?;
            return Ok(Outcome::Success);
        }
        let output = Output::new(global.color);
        let mut text = format!("{}\n", output.wrap(&rule.explain()));
        for date in &dates {
            text += &format!("{date}  {}\n", output.dim(&date.format("%A").to_string()));
        }
        if dates.is_empty() {
            text += "no date in these years\n";
        }
        print(&text)?;
        Ok(Outcome::Success)
    }
}

fn years(options: &DatesArgs, global: &Global) -> Result<RangeInclusive<i32>, Error> {
    let from = match options.from {
        Some(from) => from,
        None => global.this_year()?.min(options.to.unwrap_or(9999)),
    };
    let to = options.to.unwrap_or(from.saturating_add(9).min(9999));
    if from > to {
        return Err(Error::EmptySpan { from: from.to_string(), to: to.to_string() });
    }
    Ok(from..=to)
}

/// The answer to a line of the stream: a list of dates, or what is wrong with the phrase.
#[derive(Serialize)]
#[serde(untagged)]
enum Answer {
    Dates(Vec<NaiveDate>),
    Error { error: String },
}

/// Answers each line of standard input with one line of JSON, so that the lines stay side by side.
fn stream(years: &RangeInclusive<i32>) -> Result<Outcome, Error> {
    let mut is_well = true;
    for phrase in stdin().lock().lines() {
        let phrase = phrase.map_err(Error::Input)?;
        let dates = phrase.parse::<Rule>().map_err(|error| error.to_string());
        let dates = dates.and_then(|rule| rule.dates(years.clone()).map_err(|error| error.to_string()));
        is_well &= dates.is_ok();
        let answer = match dates {
            Ok(dates) => Answer::Dates(dates),
            Err(error) => Answer::Error { error },
        };
        if streams::print(&json_line(&answer)).is_err() {
            break;
        }
    }
    Ok(if is_well { Outcome::Success } else { Outcome::Failed })
}
