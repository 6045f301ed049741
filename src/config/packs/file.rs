//! The file of a pack: what it says, with every mistake in it told.

use super::super::day::DayTable;
use super::super::mistake::{Mistake, Source};
use super::super::reader::{self, Reader, Value, list};
use super::super::{Zones, values};
use super::Pack;
use crate::day::Text;
use std::ops::Range;
use std::path::Path;

/// A day of a pack, not yet laid under what the config says of it.
pub(super) struct Member {
    pub(super) id: String,
    pub(super) table: DayTable,
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
    const KEYS: [&str; 4] = ["name", "region", "include", "day"];
    let source = source(pack);
    let mut reader = Reader::new(&source);
    let table = reader::parse(&mut reader);
    let mut read = ReadPack::default();
    for (key, value) in &table {
        match key.get_ref().as_ref() {
            "name" => read.name = reader.text(value),
            "region" => read.region = reader.string(value).map(str::to_owned),
            "include" => {
                let one =
                    |_: &mut Reader<'_>, name: &str, item: &Value<'_>| Some((name.to_owned(), item.span()));
                read.include = reader.strings(value, false, one).unwrap_or_default();
            }
            "day" => read.days = reader.members(value, zones),
            unknown => reader.unknown(unknown, key.span(), &KEYS, "a pack"),
        }
    }
    read.mistakes = reader.all();
    read
}

impl Reader<'_> {
    /// The days of a pack: tables as in a config, and what only a pack says of a day.
    fn members(&mut self, value: &Value<'_>, zones: &Zones<'_>) -> Vec<Member> {
        let mut days = Vec::new();
        let Some(tables) = self.table(value, "tables `[day.ID]`") else {
            return days;
        };
        for (key, value) in tables {
            let Some(id) = self.told(values::id(key.get_ref()), key.span()) else {
                continue;
            };
            let Some(mut table) = self.table(value, "a table `[day.ID]`").cloned() else {
                continue;
            };
            let symbol = table.remove("symbol").and_then(|symbol| self.text(&symbol));
            let seen = table.remove("seen").and_then(|seen| {
                self.strings(&seen, false, |reader, text, item| {
                    reader.told(values::language(text), item.span())
                })
            });
            let Some(table) = self.day(&table, zones) else {
                continue;
            };
            let missing = table.missing();
            if !missing.is_empty() {
                self.tell(key.span(), format!("the day `{id}` lacks {}", list(&missing)), None);
                continue;
            }
            days.push(Member { id, table, symbol, seen: seen.unwrap_or_default() });
        }
        days
    }
}
