//! `remembrance dates`: what a phrase means.

use super::output::{Output, json_line, print, print_json};
use super::{Error, Global, Outcome, Run};
use crate::host::streams;
use crate::rule::Rule;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, stdin};
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

/// How much of an answer is kept back at most, in bytes.
const BUFFER: usize = 32 * 1024;

/// Answers each line of standard input with one line of JSON, so that the lines stay side by side: a list of dates, or
/// what is wrong with the phrase. What was answered is written before it waits for more.
fn stream(years: &RangeInclusive<i32>) -> Result<Outcome, Error> {
    let (mut is_well, mut answers, mut line) = (true, String::new(), String::new());
    let mut input = BufReader::with_capacity(BUFFER, stdin());
    loop {
        let is_waiting = !input.buffer().contains(&b'\n');
        if (is_waiting || answers.len() >= BUFFER) && !answers.is_empty() {
            if streams::print(&answers).is_err() {
                break;
            }
            answers.clear();
        }
        line.clear();
        if input.read_line(&mut line).map_err(Error::Input)? == 0 {
            break;
        }
        let phrase =
            line.strip_suffix('\n').map_or(line.as_str(), |line| line.strip_suffix('\r').unwrap_or(line));
        let dates = phrase.parse::<Rule>().map_err(|error| error.to_string());
        let dates = dates.and_then(|rule| rule.dates(years.clone()).map_err(|error| error.to_string()));
        is_well &= dates.is_ok();
        match dates {
            Ok(dates) => push_dates(&mut answers, &dates),
            Err(error) => answers += &json_line(&BTreeMap::from([("error", error)])),
        }
    }
    Ok(if is_well { Outcome::Success } else { Outcome::Failed })
}

/// A line of JSON with the dates; thousands of them, so that it goes without a serializer.
fn push_dates(text: &mut String, dates: &[NaiveDate]) {
    let mut before = "[\"";
    for date in dates {
        *text += before;
        push_number(text, date.year().unsigned_abs(), 1000);
        text.push('-');
        push_number(text, date.month(), 10);
        text.push('-');
        push_number(text, date.day(), 10);
        before = "\",\"";
    }
    *text += if dates.is_empty() { "[]\n" } else { "\"]\n" };
}

/// A number with as many digits as its highest place has.
fn push_number(text: &mut String, number: u32, mut place: u32) {
    while place > 0 {
        text.push(char::from_digit(number / place % 10, 10).unwrap_or('0'));
        place /= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_a_serializer_writes_them() {
        let date = |year, day| NaiveDate::from_yo_opt(year, day).unwrap();
        for dates in [vec![], vec![date(1, 1)], vec![date(987, 60), date(1990, 365), date(9999, 366 - 1)]] {
            let mut text = String::new();
            push_dates(&mut text, &dates);
            assert_eq!(text, json_line(&dates));
        }
    }
}
