//! From the text of the configuration to settings, with every mistake told.
//!
//! Layers lie over one another key by key: the defaults, the packs that are followed, then each file
//! in the order given. What is sound is used; what is not is told and left out, so that a mistake in
//! one day silences no other. A table `[day.ID]` with a mistake in it is left out whole.

mod day;
mod mistake;
pub mod packs;
mod reader;
mod values;

pub(crate) use mistake::nearest;
pub use mistake::{Mistake, Source};

use crate::day::{Day, Lead};
use crate::notice::Style;
use crate::schedule::{Plan, Quiet};
use crate::zone::Zone;
use chrono::{DateTime, TimeDelta, Utc};
use day::DayTable;
use packs::Packs;
use reader::{Reader, Table, Value, list};
use std::collections::BTreeMap;
use std::ops::Range;

/// Finds a zone by its name, or says why it cannot be had.
pub type Zones<'z> = dyn Fn(&str) -> Result<Zone, String> + 'z;

/// The pack that is followed when nothing else is said.
pub const DEFAULT_PACK: &str = "az-january-20";

/// The day on which this version was released: a clock from before it cannot be right.
pub const RELEASED: DateTime<Utc> = DateTime::from_timestamp(1_793_491_200, 0).expect("2026-11-01 is a date");

const KEYS: [&str; 8] = ["follow", "languages", "remind", "catch-up", "quiet", "snooze", "notice", "day"];
const NOTICE_KEYS: [&str; 5] = ["urgency", "expire", "excerpt", "length", "sound"];

/// What the person wants, checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The days that are kept, and when they are spoken of.
    pub plan: Plan,
    /// How a notice looks.
    pub style: Style,
    /// The languages asked for, in order; empty leaves it to the desktop.
    pub languages: Vec<String>,
    /// What is followed, as it was written.
    pub follow: Vec<String>,
}

/// Settings, and what was wrong on the way to them.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// What is sound.
    pub settings: Settings,
    /// What is not.
    pub mistakes: Vec<Mistake>,
}

/// Reads the files of a configuration, lowest layer first.
///
/// ```
/// use remembrance::{config::{Source, load}, zone::Zone};
/// let zones = |name: &str| Err(format!("no zone `{name}` here"));
/// let load = |text: &str| {
///     let source = Source { file: "config.toml".to_owned(), text: text.to_owned() };
///     load(&[source], &zones)
/// };
/// let loaded = load("follow = []\n[day.ana]\nname = \"Ana\"\ndate = \"March 12\"\n");
/// assert_eq!(loaded.settings.plan.days[0].id, "ana");
/// // A mistake leaves the other days alone.
/// let loaded = load("follow = []\n[day.a]\nnmae = \"A\"\n[day.b]\nname = \"B\"\ndate = \"May 1\"\n");
/// assert_eq!(loaded.settings.plan.days.len(), 1);
/// assert_eq!(loaded.mistakes[0].in_one_line(), "config.toml:3:1: unknown key `nmae`; did you mean `name`?");
/// ```
pub fn load(sources: &[Source], zones: &Zones<'_>) -> Loaded {
    load_with(sources, &[], zones)
}

/// Reads the files of a configuration and the packs of one's own, each lowest layer first.
///
/// ```
/// use remembrance::config::{Source, load_with};
/// let source = |file: &str, text: &str| Source { file: file.to_owned(), text: text.to_owned() };
/// let config = source("config.toml", "follow = [\"family\"]");
/// let pack = source("packs/family.toml", "[day.ana]\nname = \"Ana\"\ndate = \"March 12\"\n");
/// let loaded = load_with(&[config], &[pack], &|name| Err(format!("no zone `{name}` here")));
/// assert_eq!(loaded.settings.plan.days[0].pack.as_deref(), Some("family"));
/// ```
pub fn load_with(sources: &[Source], own_packs: &[Source], zones: &Zones<'_>) -> Loaded {
    let packs = Packs::new(own_packs);
    let mut layers = Layers::default();
    let mut mistakes = Vec::new();
    for (index, source) in sources.iter().enumerate() {
        let mut reader = Reader { source, mistakes: Vec::new() };
        let table = reader::parse(source, &mut reader.mistakes);
        let faults = reader.mistakes.len();
        layers.add(&mut reader, index, &table, zones);
        if faults > 0 {
            // Where the syntax is broken, what else seems wrong may be no more than its echo.
            reader.mistakes.truncate(faults);
        }
        mistakes.append(&mut reader.mistakes);
    }
    let settings = layers.settle(sources, packs, zones, &mut mistakes);
    mistakes.extend(packs.mistakes(zones));
    let order = |file: &str| sources.iter().chain(own_packs).position(|source| source.file == file);
    mistakes.sort_by_key(|mistake| (order(&mistake.file), mistake.span.start));
    Loaded { settings, mistakes }
}

/// The keys of all layers, laid over one another.
#[derive(Debug, Default)]
struct Layers {
    follow: Option<Vec<Followed>>,
    languages: Option<Vec<String>>,
    remind: Option<Vec<Lead>>,
    catch_up: Option<u16>,
    quiet: Option<Quiet>,
    snooze: Option<TimeDelta>,
    style: Style,
    days: BTreeMap<String, Layered>,
}

/// A day as the files have it.
#[derive(Debug)]
struct Layered {
    table: DayTable,
    /// Where to tell what it lacks; `None` where the file is broken and would tell an echo.
    place: Option<Place>,
}

/// Something followed, and where to tell that it cannot be.
#[derive(Debug)]
struct Followed {
    name: String,
    place: Place,
}

/// A place in one of the files. Its line is counted only when there is something to tell of it.
#[derive(Debug)]
struct Place {
    source: usize,
    span: Range<usize>,
}

impl Place {
    fn tell(self, sources: &[Source], message: String, help: Option<String>) -> Option<Mistake> {
        Some(Mistake::at(sources.get(self.source)?, self.span, message, help))
    }
}

impl Layers {
    /// Lays one file over what is there.
    fn add(&mut self, reader: &mut Reader<'_>, source: usize, table: &Table<'_>, zones: &Zones<'_>) {
        let is_toml = reader.mistakes.is_empty();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "follow" => {
                    let read = |_: &mut Reader<'_>, name: &str, item: &Value<'_>| {
                        let place = Place { source, span: item.span() };
                        Some(Followed { name: name.to_owned(), place })
                    };
                    self.follow = reader.strings(value, false, read).or(self.follow.take());
                }
                "languages" => {
                    let read = |reader: &mut Reader<'_>, text: &str, item: &Value<'_>| {
                        reader.told(values::language(text), item.span())
                    };
                    self.languages = reader.strings(value, false, read).or(self.languages.take());
                }
                "remind" => self.remind = reader.leads(value).or(self.remind.take()),
                "catch-up" => self.catch_up = reader.parsed(value, values::days).or(self.catch_up),
                // An upper layer may ask for no quiet hours at all.
                "quiet" if value.get_ref().as_str() == Some("") => self.quiet = None,
                "quiet" => self.quiet = reader.parsed(value, values::quiet).or(self.quiet),
                "snooze" => self.snooze = reader.parsed(value, values::snooze).or(self.snooze),
                "notice" => self.notice(reader, value),
                "day" => self.days(reader, source, value, zones, is_toml),
                unknown => reader.unknown(unknown, key.span(), &KEYS, "a config"),
            }
        }
    }

    fn notice(&mut self, reader: &mut Reader<'_>, value: &Value<'_>) {
        let Some(table) = reader.table(value, "a table `[notice]`") else {
            return;
        };
        let style = &mut self.style;
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "urgency" => style.urgency = reader.parsed(value, values::urgency).unwrap_or(style.urgency),
                "expire" => style.expire = reader.parsed(value, values::expire).unwrap_or(style.expire),
                "excerpt" => style.rotate = reader.parsed(value, values::rotate).unwrap_or(style.rotate),
                "length" => {
                    let length =
                        reader.integer(value, 40..=2000).and_then(|length| usize::try_from(length).ok());
                    style.length = length.unwrap_or(style.length);
                }
                "sound" => style.sound = reader.parsed(value, values::sound).unwrap_or(style.sound.take()),
                unknown => reader.unknown(unknown, key.span(), &NOTICE_KEYS, "`[notice]`"),
            }
        }
    }

    fn days(
        &mut self,
        reader: &mut Reader<'_>,
        source: usize,
        value: &Value<'_>,
        zones: &Zones<'_>,
        is_toml: bool,
    ) {
        let Some(tables) = reader.table(value, "tables `[day.ID]`") else {
            return;
        };
        for (id, table, span) in reader.day_tables(tables, zones) {
            // What was made of a table with a fault of syntax in it may be something else than was meant.
            if !is_toml && reader.has_fault(&span) {
                continue;
            }
            let place = is_toml.then_some(Place { source, span });
            let lower = self.days.remove(&id).map(|layered| layered.table).unwrap_or_default();
            self.days.insert(id, Layered { table: lower.overlay(table), place });
        }
    }

    /// Settles what is kept: packs first, then what the files change and add.
    fn settle(
        mut self,
        sources: &[Source],
        packs: Packs<'_>,
        zones: &Zones<'_>,
        mistakes: &mut Vec<Mistake>,
    ) -> Settings {
        let remind = self.remind.take().unwrap_or_else(|| vec![Lead::default()]);
        let follow: Vec<(String, Option<Place>)> = match self.follow.take() {
            Some(follow) => {
                follow.into_iter().map(|followed| (followed.name, Some(followed.place))).collect()
            }
            None => vec![(DEFAULT_PACK.to_owned(), None)],
        };
        let mut days: BTreeMap<String, (DayTable, String)> = BTreeMap::new();
        let mut names = Vec::with_capacity(follow.len());
        for (name, place) in follow {
            match packs.followed(&name, zones) {
                Ok(followed) => followed.into_iter().for_each(|(id, table, pack)| {
                    days.entry(id).or_insert((table, pack));
                }),
                Err((message, help)) => {
                    mistakes.extend(place.and_then(|place| place.tell(sources, message, help)));
                }
            }
            names.push(name);
        }
        let mut kept: Vec<Day> = Vec::new();
        for (id, layered) in self.days {
            let below = days.remove(&id);
            let pack = below.as_ref().map(|(_, pack)| pack.clone());
            let table = below.map(|(table, _)| table).unwrap_or_default().overlay(layered.table);
            let missing = table.missing();
            if let (false, Some(place)) = (missing.is_empty(), layered.place) {
                let message = format!("the day `{id}` lacks {}", list(&missing));
                let help = match packs.pack_of(&id, zones) {
                    Some(pack) => {
                        Some(format!("it is a day of the pack `{pack}`: follow `{pack}` to change it"))
                    }
                    None => {
                        missing.contains(&"date").then(|| "for example `date = \"January 20\"`".to_owned())
                    }
                };
                mistakes.extend(place.tell(sources, message, help));
            }
            kept.extend(table.into_day(&id, pack.as_deref(), &remind));
        }
        kept.extend(
            days.into_iter().filter_map(|(id, (table, pack))| table.into_day(&id, Some(&pack), &remind)),
        );
        kept.sort_by(|a, b| a.id.cmp(&b.id));
        let plan = Plan {
            days: kept,
            catch_up: self.catch_up.unwrap_or(3),
            quiet: self.quiet,
            snooze: self.snooze.unwrap_or(TimeDelta::hours(1)),
            sane_from: RELEASED,
        };
        Settings { plan, style: self.style, languages: self.languages.unwrap_or_default(), follow: names }
    }
}

impl Reader<'_> {
    /// The days of a table of `[day.ID]` tables, and where each has its id; mistakes are told.
    fn day_tables(&mut self, tables: &Table<'_>, zones: &Zones<'_>) -> Vec<(String, DayTable, Range<usize>)> {
        let mut days = Vec::new();
        for (key, value) in tables {
            let Some(id) = self.told(values::id(key.get_ref()), key.span()) else {
                continue;
            };
            let Some(table) = self.table(value, "a table `[day.ID]`") else {
                continue;
            };
            if let Some(day) = self.day(table, zones) {
                days.push((id, day, key.span()));
            }
        }
        days
    }
}

#[cfg(test)]
mod tests;
