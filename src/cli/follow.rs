//! `remembrance follow`: follows a pack, or a day of one.

use super::output::print;
use super::short_date::ShortDates;
use super::{Error, Global, Invocation, LookupError, Outcome, Run};
use crate::app::context::Context;
use crate::config::edit::set_follow;
use crate::host::zones;
use crate::words::Value;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance follow az un/un-holocaust")]
pub(super) struct FollowArgs {
    /// Packs or days, e.g. `az` or `az-khojaly`; `remembrance packs` lists them
    #[arg(value_name = "PACK|DAY", required = true, add = super::completions::packs_and_days())]
    names: Vec<String>,
}

impl Run for FollowArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = &Invocation::for_editing(global)?;
        let mut follow = invocation.context.settings.follow.clone();
        let (words, mut said) = (invocation.context.command_words(), String::new());
        for name in &self.names {
            let name = full_name(name, invocation)?;
            let pack = name.split('/').next().unwrap_or_default();
            if follow.iter().any(|followed| *followed == name || followed == pack) {
                said += &(words.say("followed-already", &[("name", Value::Text(&name))]) + "\n");
            } else {
                said += &(words.say("following", &[("name", Value::Text(&name))]) + "\n");
                follow.push(name);
            }
        }
        if follow != invocation.context.settings.follow {
            let context = write(&follow, invocation)?;
            let before = &invocation.context.settings.plan.days;
            let is_new = |id: &str| !before.iter().any(|day| day.id == id);
            let now = context.at(invocation.clock.now()).today();
            let days = context.settings.plan.days.iter().filter(|day| is_new(&day.id));
            let mut days: Vec<_> = days
                .map(|day| (crate::schedule::upcoming_date(day, now), day.name.get(&context.languages)))
                .collect();
            days.sort_unstable();
            let dates = ShortDates::new(&words);
            for (date, name) in days {
                let date = date.map_or_else(|| "—".to_owned(), |date| dates.date(date));
                said += &format!("  {date}  {name}\n");
            }
            said += &invocation.next_of_all(&context);
        }
        print(&said)?;
        Ok(Outcome::Success)
    }
}

/// The entry of `follow` for a name: a pack, a day of one, or a day whose pack is looked up.
fn full_name(name: &str, invocation: &Invocation) -> Result<String, Error> {
    let packs = invocation.packs();
    let (pack, day) = name.split_once('/').map_or((name, None), |(pack, day)| (pack, Some(day)));
    let Some((info, _)) = packs.info(pack, &zones::named) else {
        if day.is_none()
            && let Some(pack) = packs.pack_with(name, &zones::named)
        {
            return Ok(format!("{pack}/{name}"));
        }
        let near = invocation.near_pack_or_day(name);
        return Err(LookupError::PackOrDay { name: name.to_owned(), near }.into());
    };
    match day {
        Some(day) if !info.days.iter().any(|entry| entry.day.id == day) => {
            let near = crate::text::nearest(day, info.days.iter().map(|entry| entry.day.id.as_str()));
            let (pack, day) = (pack.to_owned(), day.to_owned());
            Err(LookupError::DayOfPack { pack, day, near: near.map(str::to_owned) }.into())
        }
        _ => Ok(name.to_owned()),
    }
}

/// Writes `follow` to the uppermost file that has it, by default to the config.
pub(super) fn write(follow: &[String], invocation: &Invocation) -> Result<Context, Error> {
    let says_it = |path: &PathBuf| {
        let source =
            invocation.context.sources.iter().find(|source| path.display().to_string() == source.file);
        source.is_some_and(|source| crate::config::edit::has_follow(&source.text))
    };
    let path = invocation.own_files().into_iter().find(says_it);
    let path = path.unwrap_or_else(|| invocation.paths.config_file.clone());
    let source = invocation.context.sources.iter().find(|source| path.display().to_string() == source.file);
    let text = source.map_or_else(|| invocation.own_text(), |source| Ok(source.text.clone()))?;
    let follow: Vec<&str> = follow.iter().map(String::as_str).collect();
    let changed = set_follow(&text, &follow).map_err(|why| Error::ConfigEdit { file: path.clone(), why })?;
    invocation.save(&path, &changed)
}
