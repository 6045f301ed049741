//! `remembrance list`: the days of a year, or of a span of dates.

use super::output::{print, print_json, table};
use super::{Context, Error};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The year; this one when nothing is said
    #[arg(long, value_name = "YEAR", conflicts_with_all = ["from", "to"], value_parser = clap::value_parser!(i32).range(1..=9999))]
    year: Option<i32>,
    /// From this date on, as `2027-01-01`
    #[arg(long, value_name = "DATE")]
    from: Option<NaiveDate>,
    /// To this date
    #[arg(long, value_name = "DATE")]
    to: Option<NaiveDate>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// An occurrence, as `--json` has it.
#[derive(Debug, Serialize)]
struct Occurrence {
    day: String,
    name: String,
    date: NaiveDate,
    anniversary: Option<i32>,
    pack: Option<String>,
}

pub(super) fn run(options: &Options, context: &Context) -> Result<ExitCode, Error> {
    let world = &context.world;
    let today = world.at(context.clock.now()).today();
    let (from, to) = span(options, today)?;
    let mut occurrences = Vec::new();
    for day in &world.settings.plan.days {
        match day.dates(from.year()..=to.year()) {
            Ok(dates) => occurrences.extend(
                dates.into_iter().filter(|date| from <= *date && *date <= to).map(|date| (date, day)),
            ),
            Err(error) => eprintln!("warning: the day `{}` is left out: {error}", day.id),
        }
    }
    occurrences.sort_by(|(a, x), (b, y)| a.cmp(b).then_with(|| x.id.cmp(&y.id)));
    if options.json {
        let occurrences: Vec<Occurrence> = occurrences
            .into_iter()
            .map(|(date, day)| Occurrence {
                day: day.id.clone(),
                name: day.name.get(&world.languages).to_owned(),
                date,
                anniversary: day.anniversary(date),
                pack: day.pack.clone(),
            })
            .collect();
        print_json(&occurrences)?;
        return Ok(ExitCode::SUCCESS);
    }
    let words = world.words();
    let rows = occurrences.into_iter().map(|(date, day)| {
        let summary = crate::notice::summary(day, date, &words, &world.languages);
        vec![date.to_string(), context.output.bold(&summary), context.output.dim(&day.id)]
    });
    print(&table(&rows.collect::<Vec<_>>()))?;
    Ok(ExitCode::SUCCESS)
}

fn span(options: &Options, today: NaiveDate) -> Result<(NaiveDate, NaiveDate), Error> {
    let year = options.year.unwrap_or(today.year());
    let first = |year| NaiveDate::from_ymd_opt(year, 1, 1).ok_or("years go from 1 to 9999");
    let last = |year| NaiveDate::from_ymd_opt(year, 12, 31).ok_or("years go from 1 to 9999");
    let (from, to) = match (options.from, options.to) {
        (Some(from), Some(to)) => (from, to),
        (Some(from), None) => (from, last(from.year())?),
        (None, Some(to)) => (first(to.year())?, to),
        (None, None) => (first(year)?, last(year)?),
    };
    if from > to {
        return Err(format!("`--from {from}` is after `--to {to}`"));
    }
    if from.year() < 1 || to.year() > 9999 {
        return Err("years go from 1 to 9999".to_owned());
    }
    Ok((from, to))
}
