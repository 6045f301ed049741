//! From the text of the configuration to settings, with every mistake.
//!
//! The flow runs one way, a module each:
//!
//! 1. `document`: a text becomes a tree of places.
//! 2. `partial`: the tree becomes what one file says, value by value ([`Merged::read`] does it for each file).
//! 3. `merge`: what the files say, laid over one another key by key; what is followed adds up.
//! 4. `resolve`: packs and calendars are found and laid below, and the result is [`Settings`] ([`Merged::settle`]).
//! 5. `lint`: what no single value shows; `doubt`: what this person, here, today, may not mean.
//!
//! What is valid is used; what is not is a [`Mistake`] and left out, so that a mistake in one day silences no other.
//! A table `[day.ID]` with a mistake in it is left out whole.

mod calendar_fault;
mod ceremony;
mod day;
mod document;
mod doubt;
pub mod edit;
mod fault;
mod lint;
mod merge;
mod mistake;
mod origin;
pub mod packs;
mod partial;
mod place;
mod read;
mod reader;
mod resolve;
mod value_fault;
mod values;

pub use calendar_fault::CalendarFault;
pub use day::{DayLayer, LayerExtras, MOST_ENTRIES};
pub(crate) use document::MOST_VALUES;
pub use doubt::{Readership, doubts};
pub use fault::{DayHint, Fault, KeyHint};
pub(crate) use merge::MOST_DAYS;
pub use merge::Merged;
pub use mistake::{Mistake, Severity, Source};
pub use origin::{DayValues, Origin, ValueSource, origins};
pub(crate) use partial::{MOST_CALENDARS, MOST_LISTED};
pub use value_fault::ValueFault;
pub(crate) use values::snooze as snooze_duration;

use crate::notification::Style;
use crate::offset::Offset;
use crate::schedule::Plan;
use crate::short_text::ShortText;
use crate::sun::Coordinates;
use crate::zone::{Zone, ZoneError};
use chrono::{DateTime, Utc};
use packs::Packs;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

/// Finds a zone by its name, or says why it cannot be had.
pub type Zones<'z> = dyn Fn(&str) -> Result<Zone, ZoneError> + 'z;

/// Finds zones as `zones` does, and asks it once for each name.
///
/// ```
/// use remembrance::{config::each_once, zone::Zone};
/// let asked = std::cell::Cell::new(0);
/// let slow = |_: &str| {
///     asked.set(asked.get() + 1);
///     Ok(Zone::utc())
/// };
/// let zones = each_once(&slow);
/// assert!(zones("UTC").is_ok() && zones("UTC").is_ok());
/// assert_eq!(asked.get(), 1);
/// ```
pub fn each_once<'z>(zones: &'z Zones<'z>) -> impl Fn(&str) -> Result<Zone, ZoneError> + 'z {
    let known: RefCell<HashMap<String, Result<Zone, ZoneError>>> = RefCell::default();
    move |name| known.borrow_mut().entry(name.to_owned()).or_insert_with(|| zones(name)).clone()
}

/// Whether a browser may open a link: one of http or https.
pub fn is_link(text: &str) -> bool {
    values::link(text).is_ok()
}

/// The pack that is followed when nothing else is said.
pub const DEFAULT_PACK: &str = "az-january-20";

/// The day on which this version was released: a clock from before it cannot be right.
pub const RELEASED: DateTime<Utc> = DateTime::from_timestamp(1_793_491_200, 0).expect("2026-11-01 is a date");

/// The sample: every key with its default and what it is for. All of it is comment but one empty table.
pub const SAMPLE: &str = include_str!("../../config/config.toml");

/// The JSON Schema of a config, for editors that complete and check as a person types.
pub const SCHEMA: &str = include_str!("../../config/remembrance.schema.json");

/// The most mistakes that are listed of one file; more help nobody.
pub(crate) const MOST_TOLD: usize = 50;

/// What the person wants, checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The days that are kept, and when to remind of them.
    pub plan: Plan,
    /// When to remind of a day that does not say otherwise.
    pub remind: Arc<[Offset]>,
    /// How a notification looks.
    pub style: Style,
    /// The place whose sunrise and sunset count; `None` is the chief city of the machine's zone.
    pub location: Option<Coordinates>,
    /// How many days later than by calculation each day of the Hijri calendar is kept, -2 to 2.
    pub hijri_adjust: i8,
    /// The languages asked for, in order; empty leaves it to the desktop.
    pub languages: Vec<String>,
    /// The packs and days of packs that are followed, as they are written.
    pub follow: Vec<String>,
    /// Those that an entry with `-` leaves out, without it.
    pub left_out: Vec<String>,
    /// The calendars of other programs that are followed, as their paths were written.
    pub calendars: Vec<String>,
}

/// Settings, and what was wrong on the way to them.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// What is valid.
    pub settings: Settings,
    /// What is not.
    pub mistakes: Vec<Mistake>,
    /// What is valid and may not be meant.
    pub warnings: Vec<Mistake>,
}

/// Reads the files of a configuration, lowest layer first.
///
/// ```
/// use remembrance::zone::ZoneError;
/// use remembrance::config::{Source, load};
/// let zones = |name: &str| Err(ZoneError::NoFiles(name.to_owned()));
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
/// use remembrance::zone::ZoneError;
/// use remembrance::config::{Source, load_with};
/// let source = |file: &str, text: &str| Source { file: file.to_owned(), text: text.to_owned() };
/// let config = source("config.toml", "follow = [\"family\"]");
/// let pack = source("packs/family.toml", "[day.ana]\nname = \"Ana\"\ndate = \"March 12\"\n");
/// let loaded = load_with(&[config], &[pack], &|name| Err(ZoneError::NoFiles(name.to_owned())));
/// assert_eq!(loaded.settings.plan.days[0].extras.pack.as_deref(), Some("family"));
/// ```
pub fn load_with(sources: &[Source], own_packs: &[Source], zones: &Zones<'_>) -> Loaded {
    Merged::read(sources, zones).settle(&DayValues::new(sources, zones), own_packs, Vec::new())
}

impl Merged {
    /// The settings that the files come to, over the days of followed calendars and of packs.
    ///
    /// `values` are those of the files that were read, `own_packs` the files of packs of one's own, the lowest layer first.
    /// A calendar's day whose id a pack has, or a whole day of the files, is not kept.
    pub fn settle(
        mut self,
        values: &DayValues<'_>,
        own_packs: &[Source],
        calendars: Vec<(ShortText, DayLayer)>,
    ) -> Loaded {
        let (sources, zones) = (values.sources(), values.zones());
        let packs = Packs::new(own_packs);
        let (settings, mut more, mut warnings) =
            resolve::resolve(&mut self, sources, packs, calendars, zones);
        let mut mistakes = std::mem::take(&mut self.mistakes);
        mistakes.append(&mut more);
        mistakes.append(&mut lint::of_days(&settings, values));
        mistakes.append(&mut packs.mistakes(zones));
        let files = sources.iter().chain(own_packs).map(|source| source.file.as_str());
        let order: HashMap<&str, usize> = files.zip(0..).collect();
        mistakes.sort_by_key(|mistake| (order.get(mistake.file.as_str()).copied(), mistake.span.start));
        warnings.extend(lint::of_quiet_hours(&settings, &self, values));
        Loaded { settings, mistakes, warnings }
    }
}

#[cfg(test)]
mod tests;
