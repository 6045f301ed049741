//! `remembrance snooze`: snoozes open notifications, as their button does.

use super::output::print;
use super::status::{Names, minute};
use super::{Error, Global, Outcome, Run, runtime};
use crate::dbus::Client;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance snooze")]
pub(super) struct SnoozeArgs {
    /// The day; by default every open notification
    #[arg(add = super::completions::kept_days())]
    day: Option<String>,
}

impl Run for SnoozeArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let day = self.day.as_deref().unwrap_or_default();
        let snoozed = runtime()?.block_on(async { Client::connect().await?.snooze(day).await });
        let names = Names::read(global);
        for (day, date, until) in snoozed? {
            print(&format!("Snoozed until {}: {}\n", minute(&until), names.of(&day, &date)))?;
        }
        Ok(Outcome::Success)
    }
}
