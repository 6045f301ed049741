//! `remembrance snooze`: puts off the notification that is on the screen, as its button does.

use super::output::print;
use super::{Error, Exit, Global, Run, runtime};
use crate::dbus::Client;

#[derive(Debug, clap::Args)]
pub(super) struct SnoozeArgs {
    /// The id of the day; every notification on the screen when nothing is said
    day: Option<String>,
}

impl Run for SnoozeArgs {
    fn run(&self, _: &Global) -> Result<Exit, Error> {
        let day = self.day.as_deref().unwrap_or_default();
        let snoozed = runtime()?.block_on(async { Client::connect().await?.snooze(day).await });
        for (day, _, until) in snoozed? {
            print(&format!("Put off until {}: {day}\n", super::status::minute(&until)))?;
        }
        Ok(Exit::Success)
    }
}
