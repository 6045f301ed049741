//! `remembrance export`: the days as a calendar for other programs and phones.

use super::output::print;
use super::{Error, Global, Invocation, LookupError, Outcome, Run};
use crate::app::calendars::{remove, replace};
use crate::article::excerpt;
use crate::config::RELEASED;
use crate::day::Day;
use crate::host::files::{self, FileError};
use crate::host::streams::print_error;
use crate::host::zones;
use crate::ical::{Export, Item, KHOLIDAYS_MARK, PRODUCT, calendar_of, fingerprint, same_but_stamp};
use chrono::{DateTime, Datelike, NaiveDateTime, Utc};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
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

/// The longest description, in characters: the first paragraph of an article.
const LONGEST_TEXT: usize = 2000;

/// The events of an earlier export, by their UIDs.
type Before = BTreeMap<String, String>;

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
            return self.holidays(&export.kholidays(&days, words.language()), days.len(), words.language());
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
                let old = files::read(path)?.unwrap_or_default();
                if !old.is_empty() && !is_ours(&old) {
                    return Err(Error::ForeignExport(path.clone()));
                }
                let is_written = replace(path, &calendar(&items, &events(&old), now, &name))?;
                let said = if is_written { "Wrote" } else { "Nothing has changed in" };
                print(&format!(
                    "{said} `{}`: {} of {}.\n",
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
        let old = files::read(&path)?.unwrap_or_default();
        if !old.is_empty() && !old.starts_with(KHOLIDAYS_MARK) {
            return Err(Error::ForeignExport(path));
        }
        let said = if replace(&path, text)? { "Wrote" } else { "Nothing has changed in" };
        print(&format!("{said} `{}`: {}.\n", path.display(), count(days, "day")))?;
        Ok(Outcome::Success)
    }
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
    let mut days: BTreeMap<String, Day> = BTreeMap::new();
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
    calendar_of(items.iter().filter_map(Item::zone), texts.iter().map(String::as_str), Some(name))
}

/// The text of an event, changed last when it was: at the release of this program, if nothing is known of before.
fn stamped(item: &Item, before: Option<&String>, now: DateTime<Utc>) -> String {
    let Some(before) = before else { return item.text(RELEASED) };
    if same_but_stamp(before, &item.text(RELEASED)) {
        before.clone()
    } else {
        item.text(now.max(stamp(before)))
    }
}

fn stamp(event: &str) -> DateTime<Utc> {
    let value = event.lines().find_map(|line| line.strip_prefix("DTSTAMP:"));
    let read = value.and_then(|value| NaiveDateTime::parse_from_str(value, "%Y%m%dT%H%M%SZ").ok());
    read.map_or(RELEASED, |stamp| stamp.and_utc())
}

fn is_ours(calendar: &str) -> bool {
    calendar.lines().any(|line| line.strip_prefix("PRODID:") == Some(PRODUCT))
}

/// The events of a calendar that this program wrote.
fn events(calendar: &str) -> Before {
    let mut events = Before::new();
    for part in calendar.split("BEGIN:VEVENT\r\n").skip(1) {
        let Some((body, _)) = part.split_once("END:VEVENT\r\n") else { continue };
        if let Some(uid) = body.lines().find_map(|line| line.strip_prefix("UID:")) {
            events.insert(uid.to_owned(), format!("BEGIN:VEVENT\r\n{body}END:VEVENT\r\n"));
        }
    }
    events
}

/// What was asked for: an export removes what an export of the same selection wrote before, and nothing else.
struct Selection(String);

impl Selection {
    fn of(wanted: &[String]) -> Self {
        let mut names: Vec<&str> = wanted.iter().map(String::as_str).collect();
        names.sort_unstable();
        names.dedup();
        Self(if names.is_empty() { "*".to_owned() } else { names.join(" ") })
    }
}

/// The file in a folder that says what exports wrote into it.
const RECORD: &str = ".remembrance-export";

/// What exports wrote into a folder: for each file the fingerprint of its text, and the selections that it belongs to.
#[derive(Default)]
struct Record(BTreeMap<String, (u64, BTreeSet<String>)>);

impl Record {
    /// Reads the record of a folder; a line that says nothing is passed over.
    fn read(folder: &Path) -> Result<Self, Error> {
        let text = files::read(&folder.join(RECORD))?.unwrap_or_default();
        let mut record = Self::default();
        for line in text.lines() {
            let mut parts = line.split('\t');
            if let (Some(file), Some(mark)) = (parts.next(), parts.next())
                && let Ok(mark) = u64::from_str_radix(mark, 16)
            {
                record.0.insert(file.to_owned(), (mark, parts.map(str::to_owned).collect()));
            }
        }
        Ok(record)
    }

    fn text(&self) -> String {
        let line = |(file, (mark, selections)): (&String, &(u64, BTreeSet<String>))| {
            let selections: Vec<&str> = selections.iter().map(String::as_str).collect();
            format!("{file}\t{mark:016x}\t{}\n", selections.join("\t"))
        };
        self.0.iter().map(line).collect()
    }
}

/// One file an event: new and changed ones are written, others are not touched, and those that an earlier export of the
/// same selection left and this one does not have are removed. What another program or a person wrote or changed stays.
fn into_folder(
    folder: &Path,
    items: &[Item],
    selection: &Selection,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let mut record = Record::read(folder)?;
    let old = in_folder(folder)?;
    let (mut written, mut same, mut foreign, mut removed) = (0, 0, 0, 0);
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    let mut stays = |path: &Path, why: &str| {
        print_error(&format!("`{}` was changed {why} and stays as it is\n", path.display()));
        foreign += 1;
    };
    for item in items {
        let name = format!("{}.ics", item.uid.split('@').next().unwrap_or_default());
        let path = folder.join(&name);
        wanted.insert(name.clone());
        let known = record.0.get(&name).map(|(mark, _)| *mark);
        let text = match old.get(&name) {
            Some(text) if !is_ours(text) => {
                stays(&path, "by another program");
                continue;
            }
            Some(text) if known.is_some_and(|mark| mark != fingerprint(text)) && !is_same(text, item) => {
                stays(&path, "since it was exported");
                continue;
            }
            Some(text) => stamped(item, events(text).get(&item.uid), now),
            None => item.text(RELEASED),
        };
        let text = calendar_of(item.zone(), [text.as_str()], None);
        // What a sync wrote anew and says the same stays as it is.
        if old.get(&name).is_some_and(|old| is_same(old, item)) || !replace(&path, &text)? {
            same += 1;
        } else {
            written += 1;
        }
        let text = files::read(&path)?.unwrap_or(text);
        let (mark, selections) = record.0.entry(name).or_default();
        *mark = fingerprint(&text);
        selections.insert(selection.0.clone());
    }
    for (name, (mark, selections)) in &mut record.0 {
        if wanted.contains(name) || !selections.remove(&selection.0) || !selections.is_empty() {
            continue;
        }
        let path = folder.join(name.as_str());
        match old.get(name) {
            Some(text) if fingerprint(text) == *mark => {
                remove(&path)?;
                removed += 1;
            }
            Some(_) => stays(&path, "since it was exported"),
            None => {}
        }
    }
    record.0.retain(|_, (_, selections)| !selections.is_empty());
    replace(&folder.join(RECORD), &record.text())?;
    let foreign = if foreign == 0 { String::new() } else { format!(", {foreign} changed by others") };
    print(&format!(
        "`{}`: {written} written, {same} as they were, {removed} removed{foreign}.\n",
        folder.display()
    ))
}

/// Whether a file has this event as it would be written now.
fn is_same(text: &str, item: &Item) -> bool {
    events(text).get(&item.uid).is_some_and(|old| same_but_stamp(old, &item.text(RELEASED)))
}

/// The calendars of a folder, by the names of their files.
fn in_folder(folder: &Path) -> Result<BTreeMap<String, String>, Error> {
    let cannot = |error: &std::io::Error| FileError::read(folder, error);
    let mut found = BTreeMap::new();
    match fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(cannot(&error).into()),
        Ok(entries) => {
            for entry in entries {
                let path = entry.map_err(|error| cannot(&error))?.path();
                let name =
                    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                if path.extension().is_some_and(|ending| ending == "ics") {
                    // What is no text of a regular file is another program's.
                    let is_file = fs::symlink_metadata(&path).is_ok_and(|found| found.is_file());
                    let text = if is_file { files::read(&path).ok().flatten() } else { None };
                    found.insert(name, text.unwrap_or_default());
                }
            }
        }
    }
    Ok(found)
}
