//! The file of a pack: what it says, and every mistake in it.

use super::super::day::{DayLayer, DayPlaces};
use super::super::document::Value;
use super::super::fault::Fault;
use super::super::mistake::{Mistake, Source};
use super::super::reader::Reader;
use super::super::{Zones, values};
use super::Pack;
use crate::day::Text;
use crate::short_text::ShortText;
use std::ops::Range;
use std::path::Path;

/// The keys of a pack, and those that only a pack says of a day.
const KEYS: [&str; 4] = ["name", "region", "include", "day"];
const DAY_KEYS: [&str; 2] = ["symbol", "seen"];

/// A day of a pack, not yet laid under what the config says of it.
pub(super) struct Member {
    pub(super) id: ShortText,
    pub(super) layer: DayLayer,
    /// Where it is written in the file of its pack.
    pub(super) places: DayPlaces,
    pub(super) symbol: Option<Text>,
    pub(super) seen: Vec<String>,
}

/// A pack as its file has it.
#[derive(Default)]
pub(super) struct ReadPack {
    pub(super) name: Option<Text>,
    pub(super) region: Option<String>,
    pub(super) include: Vec<(String, Range<usize>)>,
    pub(super) days: Vec<Member>,
    pub(super) mistakes: Vec<Mistake>,
}

/// The pack that a file holds; `None` where its name is no id.
pub(super) fn of_file(source: &Source) -> Option<Pack<'_>> {
    let id = Path::new(&source.file).file_stem()?.to_str()?;
    values::id(id).ok()?;
    Some(Pack { id, file: &source.file, text: &source.text })
}

pub(super) fn source(pack: &Pack<'_>) -> Source {
    Source { file: pack.file.to_owned(), text: pack.text.to_owned() }
}

pub(super) fn read(pack: &Pack<'_>, zones: &Zones<'_>) -> ReadPack {
    let (mut reader, document) = Reader::new(pack.file, pack.text, 0);
    let mut read = ReadPack::default();
    for (key, value) in document.root().entries() {
        match key.text().as_ref() {
            "name" => read.name = reader.text(value),
            "region" => read.region = reader.string(value).map(std::borrow::Cow::into_owned),
            "include" => {
                let include =
                    reader.strings(value, false, |_, name, item| Some((name.into_owned(), item.span())));
                read.include = include.unwrap_or_default();
            }
            "day" => read.days = reader.members(value, zones),
            unknown => reader.unknown(unknown, key.span(), &KEYS, "a pack"),
        }
    }
    read.mistakes = reader.finish();
    read
}

impl Reader<'_> {
    /// The days of a pack: tables as in a config, and what only a pack says of a day.
    fn members(&mut self, value: Value<'_>, zones: &Zones<'_>) -> Vec<Member> {
        let mut days = Vec::new();
        let Some(tables) = self.table(value, "tables `[day.ID]`") else {
            return days;
        };
        for (key, value) in tables.entries() {
            let Some((id, table)) = self.day_table(&key.text(), key.span(), value) else { continue };
            let (mut symbol, mut seen) = (None, None);
            for (key, value) in table.entries() {
                match key.text().as_ref() {
                    "symbol" => symbol = self.text(value),
                    "seen" => {
                        seen = self.strings(value, false, |reader, text, item| {
                            reader.told(values::language(&text), item.span())
                        });
                    }
                    _ => {}
                }
            }
            let mut layer = DayLayer::default();
            if !self.day(table, &DAY_KEYS, zones, &mut layer) {
                continue;
            }
            let missing = layer.missing();
            if !missing.is_empty() {
                let hint = super::super::fault::DayHint::Own;
                self.tell(key.span(), Fault::DayLacks { day: id.into(), keys: missing, hint });
                continue;
            }
            let places = self.day_places(self.place(&key.span()), table);
            days.push(Member { id, layer, places, symbol, seen: seen.unwrap_or_default() });
        }
        days.sort_by(|a, b| a.id.cmp(&b.id));
        days
    }
}
