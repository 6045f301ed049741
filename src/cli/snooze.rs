//! `remembrance snooze`: puts off the notification that is on the screen, as its button does.

use super::output::print;
use super::{Error, alone};
use crate::dbus::Client;
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The id of the day; every notification on the screen when nothing is said
    day: Option<String>,
}

pub(super) fn run(options: &Options) -> Result<ExitCode, Error> {
    let day = options.day.as_deref().unwrap_or_default();
    let snoozed = alone()?.block_on(async { Client::connect().await?.snooze(day).await });
    for (day, _, until) in snoozed.map_err(|why| why.to_string())? {
        print(&format!("Put off until {}: {day}\n", super::status::minute(&until)))?;
    }
    Ok(ExitCode::SUCCESS)
}
