//! `remembrance dismiss`: closes the notification that is on the screen, as a person would.

use super::output::print;
use super::{Error, Exit, Global, Run, runtime};
use crate::dbus::Client;

#[derive(Debug, clap::Args)]
pub(super) struct DismissArgs {
    /// The id of the day; every notification on the screen when nothing is said
    day: Option<String>,
}

impl Run for DismissArgs {
    fn run(&self, _: &Global) -> Result<Exit, Error> {
        let day = self.day.as_deref().unwrap_or_default();
        let dismissed = runtime()?.block_on(async { Client::connect().await?.dismiss(day).await });
        for (day, date) in dismissed? {
            print(&format!("Closed: {day}, {date}\n"))?;
        }
        Ok(Exit::Success)
    }
}
