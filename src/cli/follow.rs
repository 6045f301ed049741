//! `remembrance follow`: a pack, or a day of one, is kept from now on.

use super::output::print;
use super::{Error, Invocation};
use crate::app::context::Context;
use crate::config::edit::set_follow;
use crate::config::packs::Packs;
use crate::host::zones;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Packs, as `az`, or days of one, as `az/az-khojaly` or `az-khojaly`; `remembrance packs` lists them
    #[arg(value_name = "PACK|DAY", required = true)]
    names: Vec<String>,
}

pub(super) fn run(options: &Options, invocation: &Invocation) -> Result<ExitCode, Error> {
    let mut follow = invocation.context.settings.follow.clone();
    let mut told = String::new();
    for name in &options.names {
        let name = full_name(name, invocation)?;
        let pack = name.split('/').next().unwrap_or_default();
        if follow.iter().any(|followed| *followed == name || followed == pack) {
            told += &format!("`{name}` is followed already.\n");
        } else {
            told += &format!("Following `{name}`.\n");
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
        for (date, name) in days {
            let date = date.map_or_else(|| "never again".to_owned(), |date| date.to_string());
            told += &format!("  {date}  {name}\n");
        }
        told += &invocation.next_of_all(&context);
    }
    print(&told)?;
    Ok(ExitCode::SUCCESS)
}

/// What is meant by a name: a pack, a day of one, or a day by itself with the pack that has it.
fn full_name(name: &str, invocation: &Invocation) -> Result<String, Error> {
    let packs = Packs::new(&invocation.context.packs);
    let (pack, day) = name.split_once('/').map_or((name, None), |(pack, day)| (pack, Some(day)));
    let Some((info, _)) = packs.info(pack, &zones::named) else {
        return match (day, packs.pack_with(name, &zones::named)) {
            (None, Some(pack)) => Ok(format!("{pack}/{name}")),
            _ => Err(match packs.meant(pack).map(str::to_owned).or_else(|| near_day(name, &packs)) {
                Some(near) => format!("there is no pack or day `{name}`; did you mean `{near}`?"),
                None => format!("there is no pack or day `{name}`; `remembrance packs` lists them"),
            }),
        };
    };
    match day {
        Some(day) if !info.days.iter().any(|entry| entry.day.id == day) => {
            let near = crate::text::nearest(day, info.days.iter().map(|entry| entry.day.id.as_str()));
            Err(match near {
                Some(near) => format!("the pack `{pack}` has no day `{day}`; did you mean `{pack}/{near}`?"),
                None => {
                    format!("the pack `{pack}` has no day `{day}`; `remembrance packs {pack}` lists them")
                }
            })
        }
        _ => Ok(name.to_owned()),
    }
}

/// The day of a pack that a name may mean.
fn near_day(name: &str, packs: &Packs<'_>) -> Option<String> {
    let infos = packs.all().into_iter().filter_map(|pack| Some(packs.info(pack.id, &zones::named)?.0));
    let days: Vec<String> = infos.flat_map(|info| info.days).map(|entry| entry.day.id).collect();
    crate::text::nearest(name, days.iter().map(String::as_str)).map(str::to_owned)
}

/// Writes what is followed into the file that says it, else into the config.
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
    let changed = set_follow(&text, &follow).map_err(|why| format!("`{}`: {why}", path.display()))?;
    invocation.save(&path, &changed)
}
