//! `remembrance mute`: no reminders of a day, for a year or always.

use super::output::print;
use super::{Error, Global, Invocation, Outcome, Run};
use crate::config::edit::{NewValue, numbers, unset_value};
use crate::schedule::upcoming_date;
use crate::words::MessageValue;
use chrono::Datelike;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance mute az-khojaly --always")]
pub(super) struct MuteArgs {
    /// The day, e.g. `az-khojaly`; by default its next date is muted
    #[arg(add = super::completions::kept_days())]
    day: String,
    /// Mute it in every year
    #[arg(long)]
    always: bool,
    /// Remind of it again
    #[arg(long, conflicts_with = "always")]
    off: bool,
}

impl Run for MuteArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = Invocation::for_editing(global)?;
        let day = invocation.day(&self.day)?.clone();
        let key = |key: &'static str| ["day", day.id.as_str(), key];
        if self.off {
            return unmute(&day.id, &invocation);
        }
        if self.always {
            // Without reminders nothing is left but its moment.
            let invocation = if day.extras.moment.is_some() {
                invocation.set(&key("moment"), &NewValue::Flag(false))?;
                drop(invocation);
                Invocation::for_editing(global)?
            } else {
                invocation
            };
            invocation.set(&key("remind"), &NewValue::List(Vec::new()))?;
            print(&(muted("muted-always", &day.id, None, &invocation) + "\n"))?;
            return Ok(Outcome::Success);
        }
        let date = upcoming_date(&day, invocation.today()).ok_or_else(|| Error::Over(day.id.to_string()))?;
        let path = key("skip");
        let text = invocation.file_with(&path).map(|file| invocation.text_of(&file)).transpose()?;
        let mut years = text.map(|text| numbers(&text, &path)).unwrap_or_default();
        if !years.contains(&date.year().into()) {
            years.push(date.year().into());
        }
        let years = NewValue::List(years.into_iter().map(NewValue::Integer).collect());
        let context = invocation.set(&path, &years)?;
        let muted = context.settings.plan.days.iter().find(|one| one.id == day.id).unwrap_or(&day);
        let said = self::muted("muted-year", &day.id, Some(date.year()), &invocation);
        print(&format!("{said}\n{}", invocation.next_of(&context, muted)))?;
        Ok(Outcome::Success)
    }
}

/// Which day is muted, and how to be reminded of it again.
fn muted(message: &str, day: &str, year: Option<i32>, invocation: &Invocation) -> String {
    let command = format!("remembrance mute {day} --off");
    let year = year.map(|year| year.to_string()).unwrap_or_default();
    let values = [
        ("day", MessageValue::Text(day)),
        ("year", MessageValue::Text(&year)),
        ("command", MessageValue::Text(&command)),
    ];
    invocation.context.command_words().say(message, &values)
}

/// Removes what `mute` wrote.
fn unmute(day: &str, invocation: &Invocation) -> Result<Outcome, Error> {
    let table = ["day", day];
    let Some(file) = invocation.file_with(&table) else { return Err(Error::NotMuted(day.to_owned())) };
    let before = invocation.text_of(&file)?;
    let kept = invocation.context.settings.plan.days.iter().find(|one| one.id == day);
    let mut text = before.clone();
    let mut keys = vec!["skip"];
    if kept.is_some_and(|day| day.remind.is_empty()) {
        keys.push("remind");
    }
    if kept.is_some_and(|day| day.extras.moment.is_none()) {
        keys.push("moment");
    }
    for key in keys {
        let changed = unset_value(&text, &["day", day, key]);
        let changed = changed.map_err(|why| Error::ConfigEdit { file: file.clone(), why })?;
        text = changed.unwrap_or(text);
    }
    if text == before {
        return Err(Error::NotMuted(day.to_owned()));
    }
    let context = invocation.save(&file, &text)?;
    let kept = context.settings.plan.days.iter().find(|one| one.id == day);
    let next = kept.map(|day| invocation.next_of(&context, day)).unwrap_or_default();
    let said = context.command_words().say("unmuted", &[("day", MessageValue::Text(day))]);
    print(&format!("{said}\n{next}"))?;
    Ok(Outcome::Success)
}
