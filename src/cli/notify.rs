//! `remembrance notify`: the notification of a day, now.
//!
//! It is sent and left alone: the daemon is the one that hears answers, so it has no buttons.

use super::output::print;
use super::{Error, Global, Invocation, Outcome, Run, runtime};
use crate::day::Day;
use crate::dbus::Desktop;
use crate::engine::ShowError;
use crate::host::streams::print_error_line;
use crate::notification::Announcement;
use crate::schedule::{Now, ReminderKind, upcoming_date};
use chrono::{Datelike, NaiveDate};

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance notify az-black-january")]
pub(super) struct NotifyArgs {
    /// The day, e.g. `az-black-january`
    #[arg(add = super::completions::days())]
    day: String,
    /// One of its dates; by default the next
    #[arg(long, value_name = "DATE")]
    date: Option<NaiveDate>,
}

impl NotifyArgs {
    /// The notification of the next date of a day.
    pub(super) fn of(day: &str) -> Self {
        Self { day: day.to_owned(), date: None }
    }
}

impl Run for NotifyArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = &Invocation::read(global)?;
        let context = &invocation.context;
        let day = &invocation.any_day(&self.day)?;
        let now = context.at(invocation.clock.now());
        let (kind, date) = occurrence(day, self.date, now)?;
        let article = context.article(day);
        let subject = Announcement { day, date, kind, was_off: false };
        let mut notification =
            context.notification(subject, article.as_ref().map(|found| &found.article), now);
        notification.image = article.and_then(|found| found.image());
        let sent: Result<(), ShowError> =
            runtime()?.block_on(Desktop::send_one(&notification, &context.settings.style));
        if let Err(unshown) = sent {
            print_error_line(&format!("printed, because {unshown}"));
            print(&format!(
                "{}\n\n{}\n",
                invocation.output.bold(&notification.summary),
                invocation.output.wrap(&notification.body())
            ))?;
        }
        Ok(Outcome::Success)
    }
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
            let dates = day.dates(date.year()..=date.year())?;
            if !dates.contains(&date) {
                return Err(Error::NotKept { day: day.id.to_string(), date, known: dates });
            }
            date
        }
        None => upcoming_date(day, now.today()).ok_or_else(|| Error::Over(day.id.to_string()))?,
    };
    Ok((if date > now.today() { ReminderKind::Ahead } else { ReminderKind::Day }, date))
}
