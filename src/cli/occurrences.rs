//! The occurrences in a span of dates, as tables and `--json` show them.

use super::{Error, Invocation};
use crate::day::Day;
use crate::message::Message;
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use std::cell::LazyCell;

/// An occurrence with `--json`.
#[derive(Debug, Serialize)]
pub(super) struct OccurrenceRow {
    day: String,
    name: String,
    date: NaiveDate,
    anniversary: Option<i32>,
    pack: Option<String>,
}

impl OccurrenceRow {
    pub(super) fn new(day: &Day, date: NaiveDate, languages: &[String]) -> Self {
        Self {
            day: day.id.to_string(),
            name: day.name.get(languages).to_owned(),
            date,
            anniversary: day.anniversary(date).map(|found| found.years),
            pack: day.extras.pack.clone(),
        }
    }
}

/// The most occurrences that are listed: more are nothing to read, and take memory.
const MOST_OCCURRENCES: usize = 200_000;

/// The most days that are told to be left out.
const MOST_LEFT_OUT: usize = 20;

impl Invocation {
    /// The occurrences from one date to another, both included; a rule that is not sound in these years is a warning.
    ///
    /// # Errors
    /// When there are too many of them.
    pub(super) fn occurrences(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<(NaiveDate, &Day)>, Error> {
        let mut occurrences = Vec::new();
        let words = LazyCell::new(|| self.context.command_words());
        let mut left_out = 0;
        for day in &self.context.settings.plan.days {
            match day.dates(from.year()..=to.year()) {
                Ok(dates) => {
                    let dates = dates.into_iter().filter(|date| (from..=to).contains(date));
                    occurrences.extend(dates.map(|date| (date, day)));
                    if occurrences.len() > MOST_OCCURRENCES {
                        return Err(Error::TooManyOccurrences { most: MOST_OCCURRENCES });
                    }
                }
                Err(_) if left_out >= MOST_LEFT_OUT => left_out += 1,
                Err(error) => {
                    left_out += 1;
                    Self::warn(
                        &words,
                        &Message::new("left-out")
                            .with("day", &day.id)
                            .with("why", words.error(&error.message()).unwrap_or_else(|| error.to_string())),
                        &format!("the day `{}` is left out: {error}", day.id),
                    );
                }
            }
        }
        if let Some(more) = left_out.checked_sub(MOST_LEFT_OUT).filter(|more| *more > 0) {
            let english = format!("and {more} more days are left out");
            Self::warn(&words, &Message::new("more-left-out").with("more", more), &english);
        }
        occurrences.sort_by(|(a, x), (b, y)| a.cmp(b).then_with(|| x.id.cmp(&y.id)));
        Ok(occurrences)
    }

    /// Today's date where the machine is.
    pub(super) fn today(&self) -> NaiveDate {
        self.context.at(self.clock.now()).today()
    }
}
