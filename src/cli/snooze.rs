//! `remembrance snooze`: snoozes open notifications, as their button does.

use super::output::print_line;
use super::status::{Names, minute};
use super::{Error, Global, Outcome, Run, runtime};
use crate::config::{ValueFault, snooze_duration};
use crate::dbus::Client;
use chrono::TimeDelta;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance snooze --for 30m")]
pub(super) struct SnoozeArgs {
    /// The day; by default every open notification
    #[arg(add = super::completions::kept_days())]
    day: Option<String>,
    /// For how long, e.g. `30m` or `2 hours`; by default as the key `snooze` says
    #[arg(long = "for", value_name = "TIME", value_parser = duration)]
    duration: Option<TimeDelta>,
}

impl Run for SnoozeArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let day = self.day.as_deref().unwrap_or_default();
        let snoozed =
            runtime()?.block_on(async { Client::connect().await?.snooze(day, self.duration).await });
        let names = Names::read(global);
        for (day, date, until) in snoozed? {
            print_line(&format!("Snoozed until {}: {}", minute(&until), names.of(&day, &date)))?;
        }
        Ok(Outcome::Success)
    }
}

/// Reads a duration: as the configuration has it, or with the first letters of its unit right after the number.
fn duration(text: &str) -> Result<TimeDelta, String> {
    let unit_at = text.find(|char: char| !char.is_ascii_digit()).unwrap_or(text.len());
    let (count, unit) = text.split_at(unit_at);
    let unit = match unit.trim().to_ascii_lowercase().as_str() {
        "s" | "sec" => "seconds",
        "m" | "min" => "minutes",
        "h" | "hr" => "hours",
        "d" => "days",
        "w" => "weeks",
        _ => unit.trim(),
    };
    snooze_duration(&format!("{count} {unit}")).map_err(|fault| match fault {
        ValueFault::Duration(_) => format!("`{text}` is not a duration; write it like `30m` or `2 hours`"),
        other => other.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_written_short_or_long() {
        let table = [
            ("30m", Some(30)),
            ("30 min", Some(30)),
            ("90 minutes", Some(90)),
            ("2h", Some(120)),
            ("1 hour", Some(60)),
            ("1d", Some(24 * 60)),
            ("60s", Some(1)),
            ("30s", None),
            ("30", None),
            ("m", None),
            ("-5m", None),
            ("1h30m", None),
            ("", None),
        ];
        for (text, minutes) in table {
            assert_eq!(duration(text).ok(), minutes.map(TimeDelta::minutes), "{text:?}");
        }
        assert_eq!(
            duration("soon").unwrap_err(),
            "`soon` is not a duration; write it like `30m` or `2 hours`"
        );
    }
}
