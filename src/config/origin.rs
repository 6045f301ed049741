//! Where in the files each value stands, and so which layer it came from.

use super::mistake::{Mistake, Severity, Source};
use super::packs::Packs;
use super::reader::{Reader, Table, Value, parse};
use super::{SAMPLE, Settings, Zones, day};
use std::collections::BTreeMap;
use std::ops::Range;

/// A place in one of the files. Its line is counted only when there is something to tell of it.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) source: usize,
    pub(super) span: Range<usize>,
}

impl Place {
    pub(super) fn tell(self, sources: &[Source], message: String, help: Option<String>) -> Option<Mistake> {
        Some(Mistake::at(sources.get(self.source)?, self.span, message, help))
    }
}

/// The place of each value that counts: that of the uppermost file which has it.
#[derive(Debug, Default)]
pub(super) struct Places {
    keys: BTreeMap<String, Place>,
    days: BTreeMap<String, BTreeMap<String, Place>>,
}

impl Places {
    /// The places in these files, the lowest layer first.
    pub(super) fn new(sources: &[Source]) -> Self {
        Self::of_sound(sources, &[])
    }

    /// The same, without the values in which there are mistakes: they are left out, and do not count.
    fn of_sound(sources: &[Source], mistakes: &[Mistake]) -> Self {
        let mut places = Self::default();
        for (index, source) in sources.iter().enumerate() {
            let wrong: Vec<usize> = mistakes
                .iter()
                .filter(|mistake| mistake.severity == Severity::Error && mistake.file == source.file)
                .map(|mistake| mistake.span.start)
                .collect();
            let is_sound = |span: &Range<usize>| !wrong.iter().any(|at| span.contains(at));
            let table = parse(&mut Reader::new(source));
            places.add(&table, index, &is_sound);
        }
        places
    }

    fn add(&mut self, table: &Table<'_>, source: usize, is_sound: &impl Fn(&Range<usize>) -> bool) {
        let place = |value: &Value<'_>| Place { source, span: value.span() };
        for (key, value) in table {
            let key = key.get_ref().as_ref();
            match (key, value.get_ref().as_table()) {
                ("notification", Some(notification)) => {
                    let sound = notification.iter().filter(|(_, value)| is_sound(&value.span()));
                    self.keys.extend(
                        sound.map(|(key, value)| (format!("notification.{}", key.get_ref()), place(value))),
                    );
                }
                ("day", Some(days)) => {
                    for (id, value) in days {
                        let Some(day) = value.get_ref().as_table() else { continue };
                        let mut pairs = day.iter();
                        if !is_sound(&id.span())
                            || !pairs.all(|(key, value)| is_sound(&key.span()) && is_sound(&value.span()))
                        {
                            continue;
                        }
                        let known = self.days.entry(id.get_ref().to_string()).or_default();
                        known.insert(String::new(), Place { source, span: id.span() });
                        known
                            .extend(day.iter().map(|(key, value)| (key.get_ref().to_string(), place(value))));
                    }
                }
                _ if is_sound(&value.span()) => {
                    self.keys.insert(key.to_owned(), place(value));
                }
                _ => {}
            }
        }
    }

    /// The place of a value outside the days: `quiet`, `notification.length`.
    pub(super) fn of(&self, key: &str) -> Option<Place> {
        self.keys.get(key).cloned()
    }

    /// The place of a value of a day; that of its id where the key is empty.
    pub(super) fn of_day(&self, id: &str, key: &str) -> Option<Place> {
        self.days.get(id)?.get(key).cloned()
    }
}

/// A mistake told at the value that a day has for `key`; `None` where no file has one.
pub fn mistake_at(sources: &[Source], day: &str, key: &str, message: &str) -> Option<Mistake> {
    Places::new(sources).of_day(day, key)?.tell(sources, message.to_owned(), None)
}

/// A value that counts, and where it is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The key, as `quiet`, `notification.length` or `day.grandmother.date`.
    pub key: String,
    /// The value as it is written there.
    pub value: String,
    /// Where it is written.
    pub from: From,
}

/// Where a value is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum From {
    /// Nowhere: it is the default.
    Default,
    /// In this pack.
    Pack(String),
    /// In this file, on this line.
    File(String, usize),
}

/// Each value of a configuration that was loaded, key by key, and where it came from.
///
/// ```
/// use remembrance::config::{From, Source, load, origins};
/// let source = |file: &str, text: &str| Source { file: file.to_owned(), text: text.to_owned() };
/// let sources = [source("etc.toml", "quiet = \"22:00-08:00\"\nsnooze = \"2 hours\""), source("home.toml", "\nquiet = \"\"")];
/// let zones = |name: &str| remembrance::host::zones::named(name);
/// let loaded = load(&sources, &zones);
/// let origins = origins(&sources, &[], &loaded.settings, &loaded.mistakes, &zones);
/// let find = |key: &str| origins.iter().find(|origin| origin.key == key).unwrap().from.clone();
/// assert_eq!(find("quiet"), From::File("home.toml".to_owned(), 2));
/// assert_eq!(find("snooze"), From::File("etc.toml".to_owned(), 2));
/// assert_eq!(find("notification.length"), From::Default);
/// assert_eq!(find("day.az-black-january.date"), From::Pack("az-january-20".to_owned()));
/// ```
pub fn origins(
    sources: &[Source],
    own_packs: &[Source],
    settings: &Settings,
    mistakes: &[Mistake],
    zones: &Zones<'_>,
) -> Vec<Origin> {
    let places = Places::of_sound(sources, mistakes);
    let sample = [Source { file: String::new(), text: uncommented(SAMPLE) }];
    let defaults = Places::new(&sample);
    let mut origins = Vec::new();
    for (key, default) in &defaults.keys {
        let written = places.of(key).and_then(|place| found(sources, &place));
        let value = || written_at(&sample, default);
        let (value, from) = written.unwrap_or_else(|| (value(), From::Default));
        origins.push(Origin { key: key.clone(), value, from });
    }
    // Those of tables come last, as in a file.
    origins.sort_by_key(|origin| origin.key.contains('.'));
    let packs = Packs::new(own_packs);
    let mut of_packs: BTreeMap<&str, (Vec<Source>, Places)> = BTreeMap::new();
    for day in &settings.plan.days {
        let pack = day.pack.as_deref().and_then(|pack| packs.source_of(pack, &day.id, zones));
        if let Some((pack, source)) = &pack {
            of_packs.entry(pack).or_insert_with(|| {
                let source = vec![source.clone()];
                let places = Places::new(&source);
                (source, places)
            });
        }
        for key in day::KEYS {
            let own = places.of_day(&day.id, key).and_then(|place| found(sources, &place));
            let shipped = || {
                let (id, _) = pack.as_ref()?;
                let (source, places) = of_packs.get(id)?;
                let place = places.of_day(&day.id, key)?;
                Some((written_at(source, &place), From::Pack((*id).to_owned())))
            };
            if let Some((value, from)) = own.or_else(shipped) {
                origins.push(Origin { key: format!("day.{}.{key}", day.id), value, from });
            }
        }
    }
    origins
}

fn found(sources: &[Source], place: &Place) -> Option<(String, From)> {
    let mistake = place.clone().tell(sources, String::new(), None)?;
    Some((written_at(sources, place), From::File(mistake.file, mistake.line)))
}

/// The text of a value, on one line.
fn written_at(sources: &[Source], place: &Place) -> String {
    let text = sources.get(place.source).and_then(|source| source.text.get(place.span.clone()));
    text.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
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
