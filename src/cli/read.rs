//! `remembrance read`: the article about a day, or the days of a year, as a page in the browser.

use super::{Error, Global, Invocation, Outcome, Run, runtime};
use crate::app::pages;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance read az-black-january")]
pub(super) struct ReadArgs {
    /// The day, e.g. `az-black-january`
    #[arg(required_unless_present = "year", add = super::completions::days())]
    day: Option<String>,
    /// Open the page of this date, e.g. `2027-01-20`; the next one by default
    #[arg(long, value_name = "DATE", conflicts_with = "year")]
    date: Option<chrono::NaiveDate>,
    /// Open a page of this year, with links to the articles
    #[arg(long, value_name = "YEAR", conflicts_with = "day", value_parser = clap::value_parser!(i32).range(1..=9999))]
    year: Option<i32>,
}

impl Run for ReadArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = &Invocation::read(global)?;
        let context = &invocation.context;
        let now = context.at(invocation.clock.now());
        let target = match (&self.day, self.year) {
            (None, year) => {
                let year = year.expect("clap requires a day or a year");
                pages::write_year(context, year, now.today())?
            }
            (Some(id), _) => {
                let day = &invocation.any_day(id)?;
                let (_, date) = super::notify::occurrence(day, self.date, now)?;
                let page = pages::write_page(context, day, date, now.today());
                page.or_else(|error| day.link.as_ref().map(Into::into).ok_or(error))?
            }
        };
        runtime()?.block_on(pages::open(&target, None))?;
        Ok(Outcome::Success)
    }
}
