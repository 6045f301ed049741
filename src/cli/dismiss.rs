//! `remembrance dismiss`: closes the notification that is on the screen, as a person would.

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
    let dismissed = alone()?.block_on(async { Client::connect().await?.dismiss(day).await });
    for (day, date) in dismissed.map_err(|why| why.to_string())? {
        print(&format!("Closed: {day}, {date}\n"))?;
    }
    Ok(ExitCode::SUCCESS)
}
