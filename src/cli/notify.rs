//! `remembrance notify`: the notification of a day, now.
//!
//! It is sent and left alone: the daemon is the one that hears answers, so it has no buttons.

use super::output::print;
use super::{Error, Invocation, alone};
use crate::day::Day;
use crate::dbus::Desktop;
use crate::engine::ShowError;
use crate::notification::Announcement;
use crate::schedule::{Now, ReminderKind, upcoming_date};
use chrono::{Datelike, NaiveDate};
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The id of the day, as `az-black-january`
    day: String,
    /// One of its dates; the next when nothing is said
    #[arg(long, value_name = "DATE")]
    date: Option<NaiveDate>,
}

pub(super) fn run(options: &Options, invocation: &Invocation) -> Result<ExitCode, Error> {
    let context = &invocation.context;
    let day = context.day(&options.day)?;
    let now = context.at(invocation.clock.now());
    let (kind, date) = occurrence(day, options.date, now)?;
    let article = context.article(day);
    let subject = Announcement { day, date, kind, was_off: false };
    let mut notification = context.notification(subject, article.as_ref().map(|found| &found.article), now);
    notification.image = article.and_then(|found| found.image());
    let sent: Result<(), ShowError> =
        alone()?.block_on(Desktop::send_one(&notification, &context.settings.style));
    if let Err(unshown) = sent {
        eprintln!("printed, because {unshown}");
        print(&format!(
            "{}\n\n{}\n",
            invocation.output.bold(&notification.summary),
            invocation.output.wrap(&notification.body())
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The occurrence on `date`, else the next one of the day.
///
/// # Errors
/// When the day is not kept on that date, or never again.
pub(super) fn occurrence(
    day: &Day,
    date: Option<NaiveDate>,
    now: Now<'_>,
) -> Result<(ReminderKind, NaiveDate), Error> {
    let date = match date {
        Some(date) => {
            let dates = day.dates(date.year()..=date.year()).map_err(|error| error.to_string())?;
            if !dates.contains(&date) {
                let known: Vec<_> = dates.iter().map(ToString::to_string).collect();
                let known = if known.is_empty() { "never".to_owned() } else { known.join(", ") };
                return Err(format!(
                    "the day `{}` is not kept on {date}; in {}: {known}",
                    day.id,
                    date.year()
                ));
            }
            date
        }
        None => upcoming_date(day, now.today())
            .ok_or_else(|| format!("the day `{}` lies in the past for good", day.id))?,
    };
    Ok((if date > now.today() { ReminderKind::Ahead } else { ReminderKind::Day }, date))
}
