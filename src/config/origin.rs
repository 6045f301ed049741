//! Where each value that counts is written, for `check -v`.

use super::day::DayPlaces;
use super::document::parse;
use super::merge::Merged;
use super::mistake::Source;
use super::packs::Packs;
use super::place::{Place, Written};
use super::{SAMPLE, Settings, Zones, day};
use crate::short_text::ShortText;
use std::cell::OnceCell;
use std::collections::HashMap;

/// A value that counts, and where it is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The key, as `quiet`, `notification.length` or `day.grandmother.date`.
    pub key: String,
    /// The value as it is written there.
    pub value: String,
    /// Where it is written.
    pub from: ValueSource,
}

/// Where a value is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueSource {
    /// Nowhere: it is the default.
    Default,
    /// In this pack.
    Pack(String),
    /// In this file, on this line.
    File(String, usize),
}

/// Where the values of the days are written: the files are read again for it once somebody asks, since of most
/// configurations there is nothing to say.
pub struct DayValues<'s> {
    sources: &'s [Source],
    zones: &'s Zones<'s>,
    read: OnceCell<ReadValues>,
}

struct ReadValues {
    days: HashMap<ShortText, DayPlaces>,
    /// The reminders of all days that do not say otherwise.
    remind: Option<Place>,
}

impl<'s> DayValues<'s> {
    /// Those in the files of a configuration, the lowest layer first.
    pub fn new(sources: &'s [Source], zones: &'s Zones<'s>) -> Self {
        Self { sources, zones, read: OnceCell::new() }
    }

    fn read(&self) -> &ReadValues {
        self.read.get_or_init(|| {
            let merged = Merged::read_with_places(self.sources, self.zones);
            ReadValues { days: merged.places, remind: merged.remind.map(|remind| remind.place) }
        })
    }

    /// The place of the value that a day has for `key`; `None` where no file has one.
    pub(super) fn own(&self, day: &str, key: &str) -> Option<Place> {
        self.read().days.get(day)?.of(key)
    }

    /// The place of the value that a day has for `key`, else of the one that counts for it.
    pub(super) fn of(&self, day: &str, key: &str) -> Option<Place> {
        self.own(day, key).or_else(|| self.read().remind.filter(|_| key == "remind"))
    }

    /// The place of the id of a day; `None` where no file has it.
    pub(super) fn of_id(&self, day: &str) -> Option<Place> {
        self.read().days.get(day).map(|places| places.id)
    }

    /// A mistake at the value that a day has for `key`; `None` where no file has one.
    pub fn mistake(&self, day: &str, key: &str, fault: super::Fault) -> Option<super::Mistake> {
        Some(self.of(day, key)?.mistake(self.sources, fault))
    }

    /// The files that they are in.
    pub(super) fn sources(&self) -> &'s [Source] {
        self.sources
    }

    /// What finds the zones of the files.
    pub(super) fn zones(&self) -> &'s Zones<'s> {
        self.zones
    }
}

/// Each value of a configuration that was loaded, key by key, and where it came from.
///
/// What is followed has a line for each entry, and one for each that is left out.
///
/// ```
/// use remembrance::config::{Source, ValueSource, load, origins};
/// let source = |file: &str, text: &str| Source { file: file.to_owned(), text: text.to_owned() };
/// let sources = [
///     source("etc.toml", "follow = [\"un\"]\nquiet = \"22:00-08:00\"\nsnooze = \"2 hours\""),
///     source("home.toml", "follow = [\"az-january-20\", \"-un\"]\nquiet = \"\""),
/// ];
/// let zones = |name: &str| remembrance::host::zones::named(name);
/// let loaded = load(&sources, &zones);
/// let origins = origins(&sources, &[], &loaded.settings, &zones);
/// let find = |key: &str, value: &str| {
///     let found = origins.iter().find(|origin| origin.key == key && (value.is_empty() || origin.value == value));
///     found.unwrap().from.clone()
/// };
/// assert_eq!(find("quiet", ""), ValueSource::File("home.toml".to_owned(), 2));
/// assert_eq!(find("snooze", ""), ValueSource::File("etc.toml".to_owned(), 3));
/// assert_eq!(find("notification.length", ""), ValueSource::Default);
/// assert_eq!(find("follow", "\"az-january-20\""), ValueSource::File("home.toml".to_owned(), 1));
/// assert_eq!(find("follow", "\"-un\""), ValueSource::File("home.toml".to_owned(), 1));
/// assert_eq!(find("day.az-black-january.date", ""), ValueSource::Pack("az-january-20".to_owned()));
/// ```
pub fn origins(
    sources: &[Source],
    own_packs: &[Source],
    settings: &Settings,
    zones: &Zones<'_>,
) -> Vec<Origin> {
    let merged = Merged::read_with_places(sources, zones);
    let lines: HashMap<&str, Vec<usize>> =
        sources.iter().map(|source| (source.file.as_str(), line_ends(&source.text))).collect();
    let written = |place: Place| {
        let file = place.source(sources).file.clone();
        let before =
            lines.get(file.as_str()).map_or(0, |ends| ends.partition_point(|end| *end < place.span().start));
        (place.text(sources), ValueSource::File(file, before + 1))
    };
    let mut origins = Vec::new();
    let mut add = |key: &str, (value, from): (String, ValueSource)| {
        origins.push(Origin { key: key.to_owned(), value, from });
    };
    for entry in &merged.follow.entries {
        let default = || (format!("{:?}", entry.name), ValueSource::Default);
        add("follow", entry.place.map_or_else(default, written));
    }
    merged.follow.left_out.iter().for_each(|out| add("follow", written(out.place)));
    for (key, default) in defaults() {
        for place in places(&merged, &key) {
            add(&key, written(place));
        }
        if places(&merged, &key).is_empty() && key != "follow" {
            add(&key, (default, ValueSource::Default));
        }
    }
    let packs = Packs::new(own_packs);
    for day in &settings.plan.days {
        let pack = day.extras.pack.as_deref().and_then(|pack| packs.written(pack, &day.id, zones));
        for key in day::KEYS {
            let own = merged.places.get(&day.id).and_then(|places| places.of(key)).map(written);
            let shipped = || {
                let (pack, source, places) = pack.as_ref()?;
                let text = places.of(key)?.text(std::slice::from_ref(source));
                Some((text, ValueSource::Pack((*pack).to_owned())))
            };
            if let Some(found) = own.or_else(shipped) {
                add(&format!("day.{}.{key}", day.id), found);
            }
        }
    }
    origins
}

/// Where the lines of a text end.
fn line_ends(text: &str) -> Vec<usize> {
    text.bytes().zip(0..).filter(|(byte, _)| *byte == b'\n').map(|(_, at)| at).collect()
}

/// The keys outside the days in the order in which they are listed, with their defaults as the sample has them.
fn defaults() -> Vec<(String, String)> {
    let sample = uncommented(SAMPLE);
    let document = parse(&sample, 0).document;
    let (mut top, mut below) = (Vec::new(), Vec::new());
    for (key, value) in document.root().entries() {
        match value.as_table() {
            Some(table) if key.text() == "notification" => {
                below.extend(table.entries().map(|(key, value)| {
                    (format!("notification.{}", key.text()), value.written().to_owned())
                }));
            }
            Some(_) => {}
            None => top.push((key.text().into_owned(), value.written().to_owned())),
        }
    }
    // Those of tables come last, as in a file.
    top.sort();
    below.sort();
    top.into_iter().chain(below).collect()
}

/// Where a key outside the days is written: a list that adds up in several places.
fn places(merged: &Merged, key: &str) -> Vec<Place> {
    fn of<T>(written: Option<&Written<T>>) -> Vec<Place> {
        written.map(|written| written.place).into_iter().collect()
    }
    let notification = &merged.notification;
    match key {
        "calendar" => merged.calendars.iter().map(|calendar| calendar.place).collect(),
        "languages" => of(merged.languages.as_ref()),
        "remind" => of(merged.remind.as_ref()),
        "catch-up" => of(merged.catch_up.as_ref()),
        "quiet" => of(merged.quiet.as_ref()),
        "location" => of(merged.location.as_ref()),
        "hijri-adjust" => of(merged.hijri_adjust.as_ref()),
        "snooze" => of(merged.snooze.as_ref()),
        "notification.urgency" => of(notification.urgency.as_ref()),
        "notification.expire" => of(notification.expire.as_ref()),
        "notification.excerpt" => of(notification.rotate.as_ref()),
        "notification.length" => of(notification.length.as_ref()),
        "notification.sound" => of(notification.sound.as_ref()),
        _ => Vec::new(),
    }
}

/// A sample with its defaults in force: `#key = value` is one, `# text` is not.
pub(super) fn uncommented(sample: &str) -> String {
    let is_default = |rest: &str| rest.starts_with(|first: char| first.is_ascii_lowercase() || first == '[');
    let lines = sample.lines().map(|line| match line.strip_prefix('#') {
        Some(rest) if is_default(rest) => rest,
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}
