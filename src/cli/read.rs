//! `remembrance read`: the article about a day, or the days of a year, as a page in the browser.

use super::{Error, Invocation, alone};
use crate::app::pages;
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The id of the day, as `az-black-january`
    #[arg(required_unless_present = "year")]
    day: Option<String>,
    /// The days of this year at a glance, each with a link to its article
    #[arg(long, value_name = "YEAR", conflicts_with = "day", value_parser = clap::value_parser!(i32).range(1..=9999))]
    year: Option<i32>,
}

pub(super) fn run(options: &Options, invocation: &Invocation) -> Result<ExitCode, Error> {
    let context = &invocation.context;
    let now = context.at(invocation.clock.now());
    let target = match (&options.day, options.year) {
        (_, Some(year)) => pages::write_year(context, year, now.today())?,
        (Some(id), None) => {
            let day = context.day(id)?;
            let (_, date) = super::notify::occurrence(day, None, now)?;
            let page = pages::write_page(context, day, date, now.today());
            page.or_else(|error| day.link.as_ref().map(Into::into).ok_or(error))?
        }
        (None, None) => return Err("name a day, or a year with `--year`".to_owned()),
    };
    alone()?.block_on(pages::open(&target, None))?;
    Ok(ExitCode::SUCCESS)
}
