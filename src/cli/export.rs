//! `remembrance export`: the days as a calendar for other programs and phones.

use super::export_folder::{Selection, into_folder};
use super::export_stamp::{Before, CALENDAR_SEAL, events, is_ours, stamped};
use super::output::{print, print_line};
use super::{Error, Global, Invocation, LookupError, Outcome, Run};
use crate::app::calendars::replace;
use crate::article::excerpt;
use crate::day::Day;
use crate::host::files;
use crate::host::streams::print_error;
use crate::host::zones;
use crate::ical::{Export, Item, KHOLIDAYS_MARK, Seal, calendar_of};
use crate::short_text::ShortText;
use chrono::{DateTime, Datelike, Utc};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance export --output days.ics")]
pub(super) struct ExportArgs {
    /// Days or packs, by their ids; by default every day that is kept
    #[arg(value_name = "DAY|PACK", add = super::completions::packs_and_days())]
    wanted: Vec<String>,
    /// How many years of dates to write for days whose rule iCalendar cannot express
    #[arg(long, value_name = "N", default_value = "10", value_parser = clap::value_parser!(u16).range(1..=200))]
    years: u16,
    /// Write to this file, or into this folder, one file per event, as vdirsyncer and khal expect
    #[arg(short, long, value_name = "FILE|DIR")]
    output: Option<PathBuf>,
    /// Write a file of KHolidays, for the calendar of Plasma and KOrganizer; into a folder as `holiday_remembrance_LANG`
    #[arg(long)]
    kholidays: bool,
}

/// The line by which a file of KHolidays is known to be as it was exported: a comment.
const HOLIDAYS_SEAL: Seal = Seal { before: ":: Fingerprint ", after: "\n", above: "language " };

/// The longest description, in characters: the first paragraph of an article.
const LONGEST_TEXT: usize = 2000;

impl Run for ExportArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = &Invocation::read(global)?;
        let (context, now) = (&invocation.context, invocation.clock.now());
        let (words, first) = (context.words(), context.zone.civil(now).year());
        let years = first..=(first + i32::from(self.years) - 1).min(9999);
        let export = Export { words: &words, languages: &context.languages, years };
        let days = wanted(&self.wanted, invocation)?;
        let from_calendars =
            days.iter().filter(|day| context.settings.plan.from_calendars.contains(&day.id)).count();
        if self.wanted.is_empty() && from_calendars > 0 {
            print_error(&format!("{} from followed calendars: not exported\n", count(from_calendars, "day")));
        }
        let is_own =
            |day: &&Day| !self.wanted.is_empty() || !context.settings.plan.from_calendars.contains(&day.id);
        let days: Vec<&Day> = days.iter().filter(is_own).collect();
        if self.kholidays {
            let text = HOLIDAYS_SEAL.put(&export.kholidays(&days, words.language()));
            return self.holidays(&text, days.len(), words.language());
        }
        let mut items = Vec::new();
        let mut without = Vec::new();
        for day in &days {
            let of_day = export.items(day, text(day, invocation).as_deref());
            if of_day.is_empty() {
                without.push(day.id.as_str());
            }
            items.extend(of_day);
        }
        if !without.is_empty() {
            print_error(&format!(
                "warning: no date in these years: `{}`; `--years` asks for more\n",
                without.join("`, `")
            ));
        }
        let name = words.say("category", &[]);
        match &self.output {
            None => print(&calendar(&items, &Before::new(), now, &name))?,
            Some(path) if path.is_dir() || path.as_os_str().to_string_lossy().ends_with('/') => {
                let selection = Selection::of(&self.wanted);
                into_folder(path, &items, &selection, now)?;
            }
            Some(path) => {
                let old = replaceable(path, is_ours, CALENDAR_SEAL)?;
                let is_written = replace(path, &calendar(&items, &events(&old), now, &name))?;
                let said = if is_written { "Wrote" } else { "Nothing has changed in" };
                print_line(&format!(
                    "{said} `{}`: {} of {}.",
                    path.display(),
                    count(items.len(), "event"),
                    count(days.len(), "day")
                ))?;
            }
        }
        Ok(Outcome::Success)
    }
}

impl ExportArgs {
    /// Writes a file of KHolidays, or prints it.
    fn holidays(&self, text: &str, days: usize, language: &str) -> Result<Outcome, Error> {
        let Some(path) = &self.output else {
            print(text)?;
            return Ok(Outcome::Success);
        };
        let is_folder = path.is_dir() || path.as_os_str().to_string_lossy().ends_with('/');
        let path =
            if is_folder { path.join(format!("holiday_remembrance_{language}")) } else { path.clone() };
        replaceable(&path, |old| old.starts_with(KHOLIDAYS_MARK), HOLIDAYS_SEAL)?;
        let said = if replace(&path, text)? { "Wrote" } else { "Nothing has changed in" };
        print_line(&format!("{said} `{}`: {}.", path.display(), count(days, "day")))?;
        Ok(Outcome::Success)
    }
}

/// The text of a file that an export may replace: one that an export wrote and nobody changed, or none.
fn replaceable(path: &Path, is_ours: impl Fn(&str) -> bool, seal: Seal) -> Result<String, Error> {
    let old = files::read(path)?.unwrap_or_default();
    if !old.is_empty() && !is_ours(&old) {
        return Err(Error::ForeignExport(path.to_owned()));
    }
    if !old.is_empty() && !seal.is_whole(&old) {
        return Err(Error::EditedExport(path.to_owned()));
    }
    Ok(old)
}

fn count(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// The days of these names, each once: days that are kept, days of packs, whole packs.
fn wanted(names: &[String], invocation: &Invocation) -> Result<Vec<Day>, Error> {
    let (context, packs) = (&invocation.context, invocation.packs());
    let kept = |id: &str| context.settings.plan.days.iter().find(|day| day.id == id).cloned();
    if names.is_empty() {
        return Ok(context.settings.plan.days.clone());
    }
    let mut days: BTreeMap<ShortText, Day> = BTreeMap::new();
    for name in names {
        let (pack, id) = name.split_once('/').map_or((name.as_str(), None), |(pack, id)| (pack, Some(id)));
        if let Some(day) = kept(name) {
            days.insert(day.id.clone(), day);
        } else if let Some((info, _)) = packs.info(pack, &zones::named) {
            let before = days.len();
            for entry in info.days.into_iter().filter(|entry| id.is_none_or(|id| id == entry.day.id)) {
                // As the person keeps it, where the person does.
                let day = kept(&entry.day.id).unwrap_or(entry.day);
                days.insert(day.id.clone(), day);
            }
            if let (Some(id), true) = (id, days.len() == before && !days.contains_key(id.unwrap_or_default()))
            {
                let (pack, day) = (pack.to_owned(), id.to_owned());
                return Err(LookupError::DayOfPack { pack, day, near: None }.into());
            }
        } else if let Some(day) =
            packs.all().iter().filter_map(|pack| packs.info(pack.id, &zones::named)).find_map(|(info, _)| {
                info.days.into_iter().map(|entry| entry.day).find(|day| day.id == *name)
            })
        {
            days.insert(day.id.clone(), day);
        } else {
            return Err(LookupError::PackOrDay { name: name.clone(), near: None }.into());
        }
    }
    Ok(days.into_values().collect())
}

/// The description of a day: the first paragraph of its article.
fn text(day: &Day, invocation: &Invocation) -> Option<String> {
    let found = invocation.context.article(day)?;
    let lead = excerpt(found.article.lead(), LONGEST_TEXT);
    (!lead.is_empty()).then_some(lead)
}

/// One calendar of all events.
fn calendar(items: &[Item], before: &Before, now: DateTime<Utc>, name: &str) -> String {
    let texts: Vec<String> = items.iter().map(|item| stamped(item, before.get(&item.uid), now)).collect();
    let zones = items.iter().filter_map(Item::zone);
    CALENDAR_SEAL.put(&calendar_of(zones, texts.iter().map(String::as_str), Some(name)))
}
