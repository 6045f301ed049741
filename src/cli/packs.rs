//! `remembrance packs`: the packs to follow by region, or the days of one.

use super::output::{print, print_json};
use super::table::table;
use super::{Error, Global, Invocation, Outcome, Run};
use crate::config::packs::{PackDay, PackInfo, article_languages};
use crate::day::{Day, KeptYear, Text};
use crate::rule::Rule;
use crate::words::{MessageValue, Words};
use chrono::Datelike;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance packs az")]
pub(super) struct PacksArgs {
    /// List the days of this pack, e.g. `pl` or `poland`
    #[arg(value_name = "PACK", add = super::completions::packs())]
    pack: Option<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// A pack, with `--json`.
#[derive(Debug, Serialize)]
struct Listed {
    id: String,
    name: String,
    region: Option<String>,
    days: Vec<String>,
    followed: bool,
}

/// A day of a pack, with `--json`.
#[derive(Debug, Serialize)]
struct Member {
    day: String,
    name: String,
    names: BTreeMap<String, String>,
    seen: Vec<String>,
    date: Vec<String>,
    since: Option<i32>,
    event: Option<i32>,
    symbol: Option<String>,
    languages: Vec<&'static str>,
    followed: bool,
}

impl Run for PacksArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = &Invocation::read(global)?;
        match &self.pack {
            Some(name) => one(name, self.json, invocation)?,
            None => all(self.json, invocation)?,
        }
        Ok(Outcome::Success)
    }
}

/// The packs, by region.
fn all(json: bool, invocation: &Invocation) -> Result<(), Error> {
    let context = &invocation.context;
    let (words, infos) = (context.command_words(), invocation.pack_infos());
    if json {
        let listed = infos.into_iter().map(|info| Listed {
            followed: is_followed(&info.id, invocation),
            name: info.name.get(&context.languages).to_owned(),
            id: info.id,
            region: info.region,
            days: info.days.into_iter().map(|entry| entry.day.id.to_string()).collect(),
        });
        return print_json(&listed.collect::<Vec<_>>());
    }
    // Those without a region come first.
    let mut regions: BTreeMap<Option<&str>, Vec<&PackInfo>> = BTreeMap::new();
    for info in &infos {
        regions.entry(info.region.as_deref()).or_default().push(info);
    }
    let mut rows = Vec::new();
    for info in regions.values().flatten() {
        let count = info.days.len();
        rows.push(vec![
            format!("  {}", info.id),
            info.name.get(&context.languages).to_owned(),
            words.say(
                "pack-days",
                &[("count", MessageValue::Count(i64::try_from(count).unwrap_or(i64::MAX)))],
            ),
            invocation.output.dim(&standing(info, invocation)),
        ]);
    }
    // One table, so that the columns stand in line from region to region; the headings go between.
    invocation.output.shrink(&mut rows, 1);
    let lines = table(&rows);
    let mut lines = lines.lines();
    let mut text = String::new();
    for (region, infos) in &regions {
        let region = region.map_or_else(|| words.say("region-own", &[]), |region| words.region(region));
        text += &format!("{}\n", invocation.output.bold(&region));
        lines.by_ref().take(infos.len()).for_each(|line| text += &format!("{line}\n"));
    }
    let days: BTreeSet<&str> =
        infos.iter().flat_map(|info| &info.days).map(|entry| entry.day.id.as_str()).collect();
    let counts = [
        ("packs", MessageValue::Text(&infos.len().to_string())),
        ("days", MessageValue::Text(&days.len().to_string())),
    ];
    text += &format!("\n{}\n", invocation.output.wrap(&words.say("packs-advice", &counts)));
    print(&text)
}

/// The days of one pack.
fn one(name: &str, json: bool, invocation: &Invocation) -> Result<(), Error> {
    let context = &invocation.context;
    let mut info = invocation.pack(name)?;
    let id = info.id.clone();
    if json {
        return print_json(&info.days.iter().map(|entry| member(entry, invocation)).collect::<Vec<_>>());
    }
    let year = context.at(invocation.clock.now()).today().year();
    info.days.sort_by_key(|entry| entry.day.dates(year..=year).ok()?.first().copied());
    let output = invocation.output;
    let mut text = output.bold(&format!("{} ({})", info.name.get(&context.languages), info.id)) + "\n";
    for entry in &info.days {
        let day = &entry.day;
        text += &format!("\n{}\n", output.bold(&output.wrap(day.name.get(&context.languages))));
        let id = output.dim(&format!("{id}/{}", day.id));
        text += &output.wrap_within(
            &format!("{} {id}", spoken_dates(day, year, &context.command_words()).join(", ")),
            "  ",
            "  ",
        );
        text.push('\n');
        let languages = article_languages(&day.id);
        let article = if languages.is_empty() { String::new() } else { languages.join(", ") };
        let symbol = entry.symbol.as_ref().map_or("", |symbol| symbol.get(&context.languages));
        let details: Vec<&str> = [symbol, &article].into_iter().filter(|part| !part.is_empty()).collect();
        if !details.is_empty() {
            text += &format!("{}\n", output.dim(&output.wrap_within(&details.join(" · "), "  ", "  ")));
        }
    }
    text += &format!("\n{}\n", advice(&info, invocation));
    print(&text)
}

/// The commands that follow the pack, or a day of it.
fn advice(info: &PackInfo, invocation: &Invocation) -> String {
    let words = invocation.context.command_words();
    let say = |id: &'static str, command: &str| {
        words.say(id, &[("command", MessageValue::Text(&format!("remembrance {command}")))])
    };
    match info.days.first() {
        _ if is_followed(&info.id, invocation) => say("pack-unfollow", &format!("unfollow {}", info.id)),
        Some(entry) => format!(
            "{}\n{}",
            say("pack-follow-all", &format!("follow {}", info.id)),
            say("pack-follow-one", &format!("follow {}", entry.day.id))
        ),
        None => words.say("pack-empty", &[]),
    }
}

fn member(entry: &PackDay, invocation: &Invocation) -> Member {
    let (day, languages) = (&entry.day, &invocation.context.languages);
    let pairs = |text: &Text| text.pairs().filter_map(|(l, t)| Some((l?.to_owned(), t.to_owned()))).collect();
    Member {
        day: day.id.to_string(),
        name: day.name.get(languages).to_owned(),
        names: pairs(&day.name),
        seen: entry.seen.clone(),
        date: days_of(entry),
        since: day.since.map(KeptYear::get),
        event: day.event.map(crate::rule::EventDate::year),
        symbol: entry.symbol.as_ref().map(|symbol| symbol.get(languages).to_owned()),
        languages: article_languages(&day.id),
        followed: is_kept(entry, invocation),
    }
}

/// The rules of a day, as phrases.
fn days_of(entry: &PackDay) -> Vec<String> {
    entry.day.rules.iter().map(ToString::to_string).collect()
}

/// The rules of a day for a reader: a date that is the same every year in words of the language, others as phrases.
fn spoken_dates(day: &Day, year: i32, words: &Words) -> Vec<String> {
    let spoken = |rule: &Rule| {
        let phrase = rule.to_string();
        let dates = rule.dates(year..=year).unwrap_or_default();
        let fixed = dates.first().filter(|date| date.format("%B %-d").to_string() == phrase);
        fixed.map_or(phrase.clone(), |date| words.day_month(*date))
    };
    day.rules.iter().map(spoken).collect()
}

/// Whether the whole pack is followed.
fn is_followed(id: &str, invocation: &Invocation) -> bool {
    invocation.context.settings.follow.iter().any(|name| name == id)
}

/// Whether this day is among those that are kept.
fn is_kept(entry: &PackDay, invocation: &Invocation) -> bool {
    invocation.context.settings.plan.days.iter().any(|day| day.id == entry.day.id)
}

/// How much of a pack is kept, for a person; empty for none.
fn standing(info: &PackInfo, invocation: &Invocation) -> String {
    let words = invocation.context.command_words();
    let kept = info.days.iter().filter(|entry| is_kept(entry, invocation)).count();
    match i64::try_from(kept).unwrap_or(i64::MAX) {
        _ if is_followed(&info.id, invocation) => words.say("pack-followed", &[]),
        0 => String::new(),
        kept => words.say("pack-kept", &[("count", MessageValue::Count(kept))]),
    }
}
