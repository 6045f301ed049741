//! `remembrance dates`: what a phrase means.

use super::output::{Output, json_line, print, print_json};
use super::{Error, Global, Outcome, Run};
use crate::host::streams;
use crate::rule::Rule;
use chrono::{Datelike, NaiveDate};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, stdin};
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

/// How much is read at once, and how much of an answer is kept back at most, in bytes.
const BUFFER: usize = 8 * 1024;

/// Answers each line of standard input with one line of JSON, so that the lines stay side by side: a list of dates, or
/// what is wrong with the phrase. What was answered is written before it waits for more.
fn stream(years: &RangeInclusive<i32>) -> Result<Outcome, Error> {
    let mut answers = Answers { years, text: String::with_capacity(BUFFER + LONGEST_LINE), is_well: true };
    // A line whose end is not read yet.
    let mut open = Vec::new();
    let mut input = BufReader::with_capacity(BUFFER, stdin());
    loop {
        let read = input.fill_buf().map_err(Error::Input)?;
        let (count, is_end) = (read.len(), read.is_empty());
        let end = read.iter().rposition(|letter| *letter == b'\n').map_or(0, |at| at + 1);
        let (lines, rest) = read.split_at(end);
        let answered = if open.is_empty() {
            answers.answer(lines)
        } else if is_end || end > 0 {
            open.extend_from_slice(lines);
            answers.answer(&std::mem::take(&mut open))
        } else {
            Ok(())
        };
        open.extend_from_slice(rest);
        input.consume(count);
        // Whoever closed the pipe has read enough.
        let is_closed = answered.and_then(|()| answers.write()).is_err();
        if is_end || is_closed {
            break;
        }
    }
    Ok(if answers.is_well { Outcome::Success } else { Outcome::Failed })
}

/// The answers that are not written yet.
struct Answers<'a> {
    years: &'a RangeInclusive<i32>,
    text: String,
    /// False once a phrase was no rule, or has no dates in these years.
    is_well: bool,
}

/// How long an answer seldom is longer than, in bytes.
const LONGEST_LINE: usize = 256;

impl Answers<'_> {
    /// Answers whole lines.
    fn answer(&mut self, lines: &[u8]) -> io::Result<()> {
        let lines = str::from_utf8(lines).map_or_else(|_| String::from_utf8_lossy(lines), Cow::Borrowed);
        for phrase in lines.lines() {
            let dates = phrase.parse::<Rule>().map_err(|error| error.to_string());
            let dates =
                dates.and_then(|rule| rule.dates(self.years.clone()).map_err(|error| error.to_string()));
            match dates {
                Ok(dates) => push_dates(&mut self.text, &dates),
                Err(error) => {
                    self.is_well = false;
                    self.text += &json_line(&BTreeMap::from([("error", error)]));
                }
            }
            if self.text.len() >= BUFFER {
                self.write()?;
            }
        }
        Ok(())
    }

    fn write(&mut self) -> io::Result<()> {
        if !self.text.is_empty() {
            streams::print(&self.text)?;
            self.text.clear();
        }
        Ok(())
    }
}

/// A line of JSON with the dates; thousands of them, so that it goes without a serializer.
fn push_dates(text: &mut String, dates: &[NaiveDate]) {
    let mut before = "[";
    for date in dates {
        *text += before;
        let mut letters = *b"\"0000-00-00\"";
        put_digits(&mut letters[1..5], date.year().unsigned_abs());
        put_digits(&mut letters[6..8], date.month());
        put_digits(&mut letters[9..11], date.day());
        *text += str::from_utf8(&letters).expect("digits are ASCII");
        before = ",";
    }
    *text += if dates.is_empty() { "[]\n" } else { "]\n" };
}

/// A number in all these places.
fn put_digits(places: &mut [u8], mut number: u32) {
    for place in places.iter_mut().rev() {
        *place = b"0123456789"[(number % 10) as usize];
        number /= 10;
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
