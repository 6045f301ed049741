//! `remembrance read`: the article about a day, or the days of a year, as a page in the browser.

use super::{Error, Global, Invocation, Outcome, Run, runtime};
use crate::app::pages::{self, PageError};
use crate::day::Day;
use crate::schedule::Now;
use chrono::NaiveDate;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance read az-black-january")]
pub(super) struct ReadArgs {
    /// The day, e.g. `az-black-january`; of several days, one page that lists them
    #[arg(required_unless_present = "year", add = super::completions::days())]
    day: Vec<String>,
    /// Open the page of this date, e.g. `2027-01-20`; the next one by default. With several days: one for all, or one
    /// for each in the same order
    #[arg(long, value_name = "DATE", conflicts_with = "year")]
    date: Vec<NaiveDate>,
    /// Open a page of this year, with links to the articles
    #[arg(long, value_name = "YEAR", conflicts_with = "day", value_parser = clap::value_parser!(i32).range(1..=9999))]
    year: Option<i32>,
}

impl Run for ReadArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = &Invocation::read(global)?;
        let context = &invocation.context;
        let now = context.at(invocation.clock.now());
        let target = if let Some(year) = self.year {
            pages::write_year(context, year, now.today())?
        } else {
            match self.occurrences(invocation, now)?.as_slice() {
                [(day, date)] => {
                    let page = pages::write_page(context, day, *date, now.today());
                    page.or_else(|error| match (&day.extras.link, error) {
                        (Some(link), _) => Ok(link.into()),
                        (None, PageError::NoArticle(_)) => Err(invocation.no_article(day)),
                        (None, error) => Err(error.into()),
                    })?
                }
                days => pages::write_days(context, days, now.today())?,
            }
        };
        runtime()?.block_on(pages::open(&target, None))?;
        Ok(Outcome::Success)
    }
}

impl ReadArgs {
    /// The days that are asked for, each with its date.
    fn occurrences(&self, invocation: &Invocation, now: Now<'_>) -> Result<Vec<(Day, NaiveDate)>, Error> {
        let (days, dates) = (self.day.len(), self.date.len());
        if dates > 1 && dates != days {
            return Err(Error::DatesOfDays { days, dates });
        }
        let date = |index| self.date.get(if dates == 1 { 0 } else { index }).copied();
        let occurrence = |(index, id): (usize, &String)| {
            let day = invocation.any_day(id)?;
            let (_, date) = super::notify::occurrence(&day, date(index), now)?;
            Ok((day, date))
        };
        self.day.iter().enumerate().map(occurrence).collect()
    }
}
