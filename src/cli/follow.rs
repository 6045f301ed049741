//! `remembrance follow`: follows a pack, or a day of one.

use super::output::print;
use super::short_date::ShortDates;
use super::{Error, Global, Invocation, LookupError, Outcome, Run};
use crate::app::context::Context;
use crate::config::edit::{follow_of, set_follow};
use crate::host::zones;
use crate::words::MessageValue;
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
        let settings = &invocation.context.settings;
        let (mut add, words, mut said) = (Vec::new(), invocation.context.command_words(), String::new());
        for name in &self.names {
            let name = full_name(name, invocation)?;
            let pack = name.split('/').next().unwrap_or_default();
            let is_left_out = settings.left_out.contains(&name);
            let mut followed = settings.follow.iter().chain(&add);
            if followed.any(|followed| *followed == name || (followed == pack && !is_left_out)) {
                said += &(words.say("followed-already", &[("name", MessageValue::Text(&name))]) + "\n");
            } else {
                said += &(words.say("following", &[("name", MessageValue::Text(&name))]) + "\n");
                add.push(name);
            }
        }
        if !add.is_empty() {
            let context = change(&add, &[], invocation)?;
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

/// Has names followed and others not, with as few changes as it takes, and gives the configuration as it is then.
///
/// An entry of the person's own files is changed where it is. What a lower layer follows is left out by an entry with
/// `-`; one that stands in the way of a name is removed.
pub(super) fn change(add: &[String], release: &[String], invocation: &Invocation) -> Result<Context, Error> {
    let own = invocation.own_files();
    let mut lists: Vec<(PathBuf, Option<Vec<String>>)> = Vec::new();
    for path in &own {
        lists.push((path.clone(), follow_of(&invocation.text_of(path)?)));
    }
    let target = lists.iter().position(|(_, list)| list.is_some());
    let target = target.or_else(|| lists.iter().position(|(path, _)| *path == invocation.paths.config_file));
    let target = target.unwrap_or_else(|| {
        lists.push((invocation.paths.config_file.clone(), None));
        lists.len() - 1
    });
    let before = lists.clone();
    let is_own = |file: &str| own.iter().any(|path| path.display().to_string() == file);
    let lower = invocation.context.sources.iter().filter(|source| !is_own(&source.file));
    let lower: Vec<String> = lower.filter_map(|source| follow_of(&source.text)).flatten().collect();
    let follow = &invocation.context.settings.follow;
    if lower.is_empty() && lists.iter().all(|(_, list)| list.is_none()) {
        // The default counts no longer once a file has a list.
        let (_, list) = lists.get_mut(target).expect("the target is one of the lists");
        *list = Some(follow.clone());
    }
    for (_, list) in &mut lists {
        let is_wanted = |entry: &String| {
            let left_out = entry.strip_prefix('-');
            let is_in_the_way = add.iter().any(|name| left_out == Some(name));
            // A day is left out of a pack only as long as the pack is followed.
            let pack = left_out.and_then(|name| name.split_once('/')).map(|(pack, _)| pack);
            let is_idle = release.iter().any(|name| pack == Some(name));
            !is_in_the_way && !is_idle && !release.contains(entry)
        };
        list.iter_mut().for_each(|list| list.retain(is_wanted));
    }
    let is_implied = |name: &&String| {
        let is_out_below = lower.iter().any(|entry| entry.strip_prefix('-') == Some(name));
        let pack = name.split_once('/').map(|(pack, _)| pack);
        !is_out_below && pack.is_some_and(|pack| follow.iter().any(|followed| followed == pack))
    };
    let is_below =
        |name: &&String| lower.iter().any(|entry| entry == *name || entry.split('/').next() == Some(name));
    let (_, list) = lists.get_mut(target).expect("the target is one of the lists");
    let list = list.get_or_insert_default();
    list.extend(add.iter().filter(|name| !is_implied(name)).cloned());
    list.extend(release.iter().filter(is_below).map(|name| format!("-{name}")));
    let mut context = None;
    for ((path, list), (_, before)) in lists.into_iter().zip(before) {
        let Some(list) = list.filter(|list| before.as_ref() != Some(list)) else { continue };
        let list: Vec<&str> = list.iter().map(String::as_str).collect();
        let changed = set_follow(&invocation.text_of(&path)?, &list);
        let changed = changed.map_err(|why| Error::ConfigEdit { file: path.clone(), why })?;
        context = Some(if add.is_empty() {
            invocation.save_smaller(&path, &changed)?
        } else {
            invocation.save(&path, &changed)?
        });
    }
    Ok(context.unwrap_or_else(|| invocation.context.clone()))
}
