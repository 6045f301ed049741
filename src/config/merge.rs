//! What all files say together: each laid over those below it, key by key; what is followed adds up.

use super::day::DayPlaces;
use super::fault::Fault;
use super::mistake::{Mistake, Source};
use super::partial::{NotificationLayer, Partial, PartialDay};
use super::place::{Place, Written};
use super::read::in_order;
use super::{DEFAULT_PACK, Zones};
use crate::day::Offset;
use crate::schedule::Quiet;
use crate::short_text::ShortText;
use crate::sun::Coordinates;
use chrono::TimeDelta;
use std::collections::HashMap;

/// The most days that the files of a configuration have together: each takes about a kilobyte.
pub(crate) const MOST_DAYS: usize = 20_000;

/// What the files of a configuration say together, before it is known what packs and calendars have.
///
/// ```
/// use remembrance::zone::ZoneError;
/// use remembrance::config::{Merged, Source};
/// let source = |file: &str, text: &str| Source { file: file.to_owned(), text: text.to_owned() };
/// let sources = [
///     source("etc.toml", "languages = [\"en\"]\n[[calendar]]\npath = \"/srv/memorial.ics\"\n"),
///     source("home.toml", "languages = [\"az\"]\n"),
/// ];
/// let merged = Merged::read(&sources, &|name| Err(ZoneError::NoFiles(name.to_owned())));
/// assert_eq!(merged.languages(), ["az"]);
/// assert_eq!(merged.calendars(), ["/srv/memorial.ics"]);
/// ```
#[derive(Debug, Default)]
pub struct Merged {
    pub(super) follow: Follow,
    pub(super) calendars: Vec<Written<String>>,
    pub(super) languages: Option<Written<Vec<String>>>,
    pub(super) remind: Option<Written<Vec<Offset>>>,
    pub(super) catch_up: Option<Written<u16>>,
    pub(super) quiet: Option<Written<Option<Quiet>>>,
    pub(super) location: Option<Written<Option<Coordinates>>>,
    pub(super) hijri_adjust: Option<Written<i8>>,
    pub(super) snooze: Option<Written<TimeDelta>>,
    pub(super) notification: NotificationLayer,
    /// The indices of the files that are not TOML.
    pub(super) broken: Vec<usize>,
    /// The days, each once.
    pub(super) days: Vec<PartialDay>,
    /// Their indices in the order of their ids.
    pub(super) order: Vec<u32>,
    /// Where each of them is written; empty where nobody asks.
    pub(super) places: HashMap<ShortText, DayPlaces>,
    /// What is wrong in the files, the lowest layer first.
    pub(super) mistakes: Vec<Mistake>,
}

/// What is followed: the entries of every file, the lowest layer first.
#[derive(Debug, Default)]
pub(super) struct Follow {
    /// Packs and days of packs.
    pub(super) entries: Vec<FollowEntry>,
    /// Those that an upper entry leaves out.
    pub(super) left_out: Vec<Written<String>>,
    /// Some file says what is followed, so that the default does not count.
    is_said: bool,
}

/// Something followed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FollowEntry {
    /// A pack, or `pack/day`.
    pub(super) name: String,
    /// Where it is written; `None` is the default.
    pub(super) place: Option<Place>,
}

impl Follow {
    /// Adds the entries of a file, then leaves out what it leaves out.
    fn add(&mut self, entries: Vec<Written<String>>) {
        let (out, entries): (Vec<_>, Vec<_>) =
            entries.into_iter().partition(|entry| entry.value.starts_with('-'));
        self.is_said |= !entries.is_empty() || out.is_empty();
        for Written { value: name, place } in entries {
            self.left_out.retain(|out| !is_within(&out.value, &name));
            if !self.entries.iter().any(|known| known.name == name) {
                self.entries.push(FollowEntry { name, place: Some(place) });
            }
        }
        for Written { value, place } in out {
            let name = value.trim_start_matches('-').to_owned();
            self.entries.retain(|known| !is_within(&known.name, &name));
            if !self.left_out.iter().any(|out| out.value == name) {
                self.left_out.push(Written { value: name, place });
            }
        }
    }

    /// Without a file that says it, the default is followed.
    fn finish(&mut self) {
        let is_left_out = self.left_out.iter().any(|out| out.value == DEFAULT_PACK);
        if !self.is_said && !is_left_out {
            self.entries.insert(0, FollowEntry { name: DEFAULT_PACK.to_owned(), place: None });
        }
    }

    /// Whether a day of a followed pack is left out.
    pub(super) fn leaves_out(&self, pack: &str, day: &str) -> bool {
        let is_it = |name: &str| name.split_once('/') == Some((pack, day));
        self.left_out.iter().any(|out| is_it(&out.value))
    }
}

/// Whether `name` is `whole`, or a day of that pack.
fn is_within(name: &str, whole: &str) -> bool {
    name.strip_prefix(whole).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

impl Merged {
    /// Reads the files of a configuration, the lowest layer first, and lays them over one another.
    pub fn read(sources: &[Source], zones: &Zones<'_>) -> Self {
        Self::read_all(sources, zones, false)
    }

    /// The same, and where each day and each of its values is written.
    pub(super) fn read_with_places(sources: &[Source], zones: &Zones<'_>) -> Self {
        Self::read_all(sources, zones, true)
    }

    fn read_all(sources: &[Source], zones: &Zones<'_>, keeps_places: bool) -> Self {
        let mut merged = Self::default();
        for (index, source) in sources.iter().enumerate() {
            let (partial, mut mistakes) = Partial::read(source, index, zones, keeps_places);
            merged.mistakes.append(&mut mistakes);
            if partial.is_broken {
                merged.broken.push(index);
            }
            merged.add(partial, sources);
        }
        merged.follow.finish();
        merged
    }

    /// Lays a file over those below it.
    fn add(&mut self, partial: Partial, sources: &[Source]) {
        if let Some(entries) = partial.follow {
            self.follow.add(entries);
        }
        self.add_calendars(partial.calendars);
        self.languages = partial.languages.or(self.languages.take());
        self.remind = partial.remind.or(self.remind.take());
        self.catch_up = partial.catch_up.or(self.catch_up.take());
        self.quiet = partial.quiet.or(self.quiet.take());
        self.location = partial.location.or(self.location.take());
        self.hijri_adjust = partial.hijri_adjust.or(self.hijri_adjust.take());
        self.snooze = partial.snooze.or(self.snooze.take());
        let (lower, upper) = (std::mem::take(&mut self.notification), partial.notification);
        self.notification = NotificationLayer {
            urgency: upper.urgency.or(lower.urgency),
            expire: upper.expire.or(lower.expire),
            rotate: upper.rotate.or(lower.rotate),
            length: upper.length.or(lower.length),
            sound: upper.sound.or(lower.sound),
        };
        for (day, places) in partial.days.iter().zip(partial.places) {
            let lower = self.places.get(&day.id).copied();
            self.places.insert(day.id.clone(), lower.map_or(places, |lower| lower.overlay(places)));
        }
        self.add_days(partial.days, partial.order, sources);
    }

    /// Calendars add up; an empty list leaves out those of the files below.
    fn add_calendars(&mut self, calendars: Option<Vec<Written<String>>>) {
        let Some(calendars) = calendars else { return };
        if calendars.is_empty() {
            self.calendars.clear();
        }
        for calendar in calendars {
            if !self.calendars.iter().any(|known| known.value == calendar.value) {
                self.calendars.push(calendar);
            }
        }
    }

    fn add_days(&mut self, days: Vec<PartialDay>, order: Vec<u32>, sources: &[Source]) {
        if self.days.is_empty() {
            (self.days, self.order) = (days, order);
        } else if !days.is_empty() {
            self.overlay_days(days);
            self.order = in_order(&self.days);
        }
        if let Some(first) = self.days.get(MOST_DAYS) {
            self.mistakes.push(first.place.mistake(sources, Fault::TooManyDays(MOST_DAYS)));
            self.days.truncate(MOST_DAYS);
            self.order = in_order(&self.days);
        }
    }

    fn overlay_days(&mut self, days: Vec<PartialDay>) {
        let known: HashMap<ShortText, usize> = self.days.iter().map(|day| day.id.clone()).zip(0..).collect();
        for day in days {
            match known.get(&day.id).and_then(|index| self.days.get_mut(*index)) {
                Some(lower) => {
                    lower.layer = std::mem::take(&mut lower.layer).overlay(day.layer);
                    lower.place = day.place;
                }
                None => self.days.push(day),
            }
        }
    }

    /// The calendars that are followed, as their paths are written.
    pub fn calendars(&self) -> Vec<String> {
        self.calendars.iter().map(|calendar| calendar.value.clone()).collect()
    }

    /// The languages that are asked for, in order; empty leaves it to the desktop.
    pub fn languages(&self) -> &[String] {
        self.languages.as_ref().map_or(&[], |languages| &languages.value)
    }

    /// The place that the files name for sunrise and sunset, if they do.
    pub fn location(&self) -> Option<Coordinates> {
        self.location.as_ref().and_then(|location| location.value)
    }

    /// The ids of the days that have all that they need in the files.
    pub fn whole_days(&self) -> impl Iterator<Item = &str> {
        self.days.iter().filter(|day| day.layer.is_whole()).map(|day| day.id.as_str())
    }

    /// How many days the files have, no more than are read.
    pub fn day_count(&self) -> usize {
        self.days.len()
    }
}
