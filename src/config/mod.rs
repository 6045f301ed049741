//! From the text of the configuration to settings, with every mistake told.
//!
//! Layers lie over one another key by key: the defaults, the packs that are followed, then each file
//! in the order given. What is sound is used; what is not is told and left out, so that a mistake in
//! one day silences no other. A table `[day.ID]` with a mistake in it is left out whole.

mod calendar;
mod ceremony;
mod day;
pub mod edit;
mod layers;
mod lint;
mod mistake;
mod origin;
pub mod packs;
mod reader;
mod values;

pub use mistake::{Mistake, Severity, Source};
pub use origin::{From, Origin, mistake_at, origins};

use crate::notification::Style;
use crate::schedule::Plan;
use crate::zone::Zone;
use chrono::{DateTime, Utc};
use layers::Layers;
use packs::Packs;
use reader::Reader;
use std::collections::HashMap;

/// Finds a zone by its name, or says why it cannot be had.
pub type Zones<'z> = dyn Fn(&str) -> Result<Zone, String> + 'z;

/// The pack that is followed when nothing else is said.
pub const DEFAULT_PACK: &str = "az-january-20";

/// The day on which this version was released: a clock from before it cannot be right.
pub const RELEASED: DateTime<Utc> = DateTime::from_timestamp(1_793_491_200, 0).expect("2026-11-01 is a date");

/// The sample: every key with its default and what it is for. All of it is comment but one empty table.
pub const SAMPLE: &str = include_str!("../../config/config.toml");

/// The JSON Schema of a config, for editors that complete and check as a person types.
pub const SCHEMA: &str = include_str!("../../config/remembrance.schema.json");

/// The most mistakes that are told of one file; more help nobody.
const MOST_TOLD: usize = 50;

/// What the person wants, checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The days that are kept, and when they are spoken of.
    pub plan: Plan,
    /// How a notification looks.
    pub style: Style,
    /// The languages asked for, in order; empty leaves it to the desktop.
    pub languages: Vec<String>,
    /// What is followed, as it was written.
    pub follow: Vec<String>,
    /// The calendars of other programs that are followed, as their paths were written.
    pub calendars: Vec<String>,
}

/// Settings, and what was wrong on the way to them.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// What is sound.
    pub settings: Settings,
    /// What is not.
    pub mistakes: Vec<Mistake>,
    /// What is sound and may not be meant.
    pub warnings: Vec<Mistake>,
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
        let mut reader = Reader::new(source);
        let table = reader::parse(&mut reader);
        let faults = reader.mistakes.len();
        layers.add(&mut reader, index, &table, zones);
        if faults > 0 {
            // Where the syntax is broken, what else seems wrong may be no more than its echo.
            reader.mistakes.truncate(faults);
        }
        mistakes.append(&mut reader.all());
    }
    let (settings, warnings) = layers.settle(sources, packs, zones, &mut mistakes);
    mistakes.extend(packs.mistakes(zones));
    let files = sources.iter().chain(own_packs).map(|source| source.file.as_str());
    let order: HashMap<&str, usize> = files.enumerate().map(|(index, file)| (file, index)).collect();
    mistakes.sort_by_key(|mistake| (order.get(mistake.file.as_str()).copied(), mistake.span.start));
    Loaded { settings, mistakes, warnings }
}

#[cfg(test)]
mod tests;
