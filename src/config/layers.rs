//! The keys of all files, laid over one another, and what they come to.

use super::day::DayTable;
use super::lint;
use super::mistake::{Mistake, Source};
use super::origin::Place;
use super::packs::Packs;
use super::reader::{Reader, Table, Value, list};
use super::{DEFAULT_PACK, MOST_TOLD, RELEASED, Settings, Zones, values};
use crate::day::{Day, Offset};
use crate::notification::Style;
use crate::schedule::{Plan, Quiet};
use crate::text::nearest;
use chrono::TimeDelta;
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

/// The keys of a config outside its tables.
const KEYS: [&str; 9] =
    ["follow", "calendar", "languages", "remind", "catch-up", "quiet", "snooze", "notification", "day"];
const NOTIFICATION_KEYS: [&str; 5] = ["urgency", "expire", "excerpt", "length", "sound"];

/// The keys of all layers, laid over one another.
#[derive(Debug, Default)]
pub(super) struct Layers {
    follow: Option<Vec<Followed>>,
    calendars: Option<Vec<String>>,
    languages: Option<Vec<String>>,
    remind: Option<Vec<Offset>>,
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

impl Layers {
    /// Lays one file over what is there.
    pub(super) fn add(
        &mut self,
        reader: &mut Reader<'_>,
        source: usize,
        table: &Table<'_>,
        zones: &Zones<'_>,
    ) {
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
                "calendar" => self.calendars = reader.calendars(value).or(self.calendars.take()),
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
                "notification" => self.notification(reader, value),
                "day" => self.days(reader, source, value, zones, is_toml),
                unknown => {
                    let below = match () {
                        () if NOTIFICATION_KEYS.contains(&unknown) => Some("[notification]"),
                        () if super::day::KEYS.contains(&unknown) => Some("[day.ID]"),
                        () => None,
                    };
                    match below {
                        Some(table) => {
                            let help = format!("it belongs below `{table}`");
                            reader.tell(key.span(), format!("unknown key `{unknown}`"), Some(help));
                        }
                        None => reader.unknown(unknown, key.span(), &KEYS, "a config"),
                    }
                }
            }
        }
    }

    fn notification(&mut self, reader: &mut Reader<'_>, value: &Value<'_>) {
        let Some(table) = reader.table(value, "a table `[notification]`") else {
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
                unknown => reader.unknown_within(unknown, key.span(), &NOTIFICATION_KEYS, "`[notification]`"),
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

    /// Settles what is kept: packs first, then what the files change and add. The second is what may not be meant.
    pub(super) fn settle(
        mut self,
        sources: &[Source],
        packs: Packs<'_>,
        zones: &Zones<'_>,
        mistakes: &mut Vec<Mistake>,
    ) -> (Settings, Vec<Mistake>) {
        let remind = self.remind.take().unwrap_or_else(|| vec![Offset::default()]);
        let most = mistakes.len() + MOST_TOLD;
        let (mut days, follow) = self.followed(sources, packs, zones, mistakes);
        let mut kept: Vec<Day> = Vec::with_capacity(self.days.len() + days.len());
        let mut unfinished = Vec::new();
        for (id, layered) in std::mem::take(&mut self.days) {
            let below = days.get(&id);
            let pack = below.map(|(_, pack)| pack.clone());
            let table = below.map(|(table, _)| table.clone()).unwrap_or_default().overlay(layered.table);
            match table.into_day(&id, pack.as_deref(), &remind) {
                Ok(day) => {
                    days.remove(&id);
                    kept.push(day);
                }
                Err(missing) => unfinished.extend(layered.place.map(|place| (id, missing, place))),
            }
        }
        let mut owners = None;
        for (id, missing, place) in unfinished {
            if mistakes.len() >= most {
                break;
            }
            let message = format!("the day `{id}` lacks {}", list(&missing));
            // One that says of itself neither what it is nor when is meant to change a day of a pack.
            let known = days.keys().map(String::as_str).chain(kept.iter().map(|day| day.id.as_str()));
            let near = (missing.len() > 1).then(|| nearest(&id, known)).flatten();
            let owners = owners.get_or_insert_with(|| packs.owners(zones));
            let help = match (near, owners.get(&id)) {
                (_, Some(pack)) => {
                    Some(format!("it is a day of the pack `{pack}`: follow `{pack}` to change it"))
                }
                (Some(near), None) => Some(format!("did you mean `{near}`?")),
                (None, None) => {
                    missing.contains(&"date").then(|| "for example `date = \"January 20\"`".to_owned())
                }
            };
            mistakes.extend(place.tell(sources, message, help));
        }
        mistakes.extend(lint::of_days(&kept, sources));
        let others =
            days.into_iter().filter_map(|(id, (table, pack))| table.into_day(&id, Some(&pack), &remind).ok());
        kept.extend(others);
        kept.sort_by(|a, b| a.id.cmp(&b.id));
        let plan = Plan {
            catch_up: self.catch_up.unwrap_or(3),
            quiet: self.quiet,
            snooze: self.snooze.unwrap_or(TimeDelta::hours(1)),
            clock_floor: RELEASED,
            ..Plan::new(kept)
        };
        let warnings = lint::of_quiet_hours(&plan, sources);
        let languages = self.languages.unwrap_or_default();
        let calendars = self.calendars.unwrap_or_default();
        (Settings { plan, style: self.style, languages, follow, calendars }, warnings)
    }

    /// The days of what is followed, each with its pack, and the names that are followed.
    fn followed(
        &mut self,
        sources: &[Source],
        packs: Packs<'_>,
        zones: &Zones<'_>,
        mistakes: &mut Vec<Mistake>,
    ) -> (BTreeMap<String, (DayTable, String)>, Vec<String>) {
        let follow: Vec<(String, Option<Place>)> = match self.follow.take() {
            Some(follow) => {
                follow.into_iter().map(|followed| (followed.name, Some(followed.place))).collect()
            }
            None => vec![(DEFAULT_PACK.to_owned(), None)],
        };
        let most = mistakes.len() + MOST_TOLD;
        let mut days: BTreeMap<String, (DayTable, String)> = BTreeMap::new();
        let mut names = Vec::with_capacity(follow.len());
        let mut known = HashSet::new();
        for (name, place) in follow {
            if !known.insert(name.clone()) || mistakes.len() >= most {
                continue;
            }
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
        (days, names)
    }
}

impl Reader<'_> {
    /// Tells that a table does not know a key; one of those that stand above all tables is told where to go.
    pub(super) fn unknown_within(&mut self, key: &str, span: Range<usize>, known: &[&str], of: &str) {
        if KEYS.contains(&key) {
            let help = "it belongs at the top of the file, above the first table";
            self.tell(span, format!("unknown key `{key}`"), Some(help.to_owned()));
        } else {
            self.unknown(key, span, known, of);
        }
    }

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
