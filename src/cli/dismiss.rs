//! `remembrance dismiss`: dismisses open notifications.

use super::output::print_line;
use super::status::Names;
use super::{Error, Global, Outcome, Run, runtime};
use crate::dbus::Client;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance dismiss az-black-january")]
pub(super) struct DismissArgs {
    /// The day; by default every open notification
    #[arg(add = super::completions::kept_days())]
    day: Option<String>,
}

impl Run for DismissArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let day = self.day.as_deref().unwrap_or_default();
        let dismissed = runtime()?.block_on(async { Client::connect().await?.dismiss(day).await });
        let names = Names::read(global);
        for (day, date) in dismissed? {
            print_line(&format!("Dismissed: {}", names.of(&day, &date)))?;
        }
        Ok(Outcome::Success)
    }
}
