//! The packs and articles that ship with the program, inside the binary.
//!
//! A pack is a file `config/packs/ID.toml` with a name and `[day.ID]` tables as in a config; an
//! article is a file `config/articles/ID.LANG.md`. Adding a file there is all it takes: `build.rs`
//! lists them.

use super::day::DayTable;
use super::mistake::{Mistake, Source, nearest};
use super::reader::{self, Reader, Table};
use super::{Zones, values};
use crate::day::Text;

include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));

/// A pack that ships with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pack {
    /// Its id, the name of its file.
    pub id: &'static str,
    /// The text of its file.
    pub text: &'static str,
}

/// An article that ships with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shipped {
    /// The name of its file: `ID.LANG.md`.
    pub file: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// What a pack says of itself.
#[derive(Debug, Clone, PartialEq)]
pub struct PackInfo {
    /// Its id.
    pub id: &'static str,
    /// What it is called.
    pub name: Text,
    /// The ids of its days.
    pub days: Vec<String>,
}

/// Finds an article that ships with the program by the name of its file.
pub fn article(file: &str) -> Option<&'static str> {
    ARTICLES.iter().find(|shipped| shipped.file == file).map(|shipped| shipped.text)
}

/// What a pack says of itself, and every mistake in it (none in a pack that ships: a test sees to it).
pub fn info(pack: &Pack, zones: &Zones<'_>) -> (PackInfo, Vec<Mistake>) {
    let (name, days, mistakes) = read(pack, zones);
    let days = days.into_iter().map(|(id, _)| id).collect();
    (PackInfo { id: pack.id, name: name.unwrap_or_else(|| Text::plain(pack.id)), days }, mistakes)
}

fn read(pack: &Pack, zones: &Zones<'_>) -> (Option<Text>, Vec<(String, DayTable)>, Vec<Mistake>) {
    let source = Source { file: format!("{}.toml", pack.id), text: pack.text.to_owned() };
    let mut reader = Reader { source: &source, mistakes: Vec::new() };
    let table: Table<'_> = reader::parse(&source, &mut reader.mistakes);
    let (mut name, mut days) = (None, Vec::new());
    for (key, value) in &table {
        match key.get_ref().as_ref() {
            "name" => name = reader.text(value),
            "day" => {
                let tables = reader.table(value, "tables `[day.ID]`").cloned().unwrap_or_default();
                days =
                    reader.day_tables(&tables, zones).into_iter().map(|(id, table, _)| (id, table)).collect();
            }
            unknown => reader.unknown(unknown, key.span(), &["name", "day"], "a pack"),
        }
    }
    (name, days, reader.mistakes)
}

/// A message, and the way out.
type Refusal = (String, Option<String>);

/// The days of what `name` says: a pack, or a single day of one as `pack/day`.
pub(super) fn followed(
    name: &str,
    zones: &Zones<'_>,
) -> Result<Vec<(String, DayTable, &'static str)>, Refusal> {
    let (pack_id, day_id) = name.split_once('/').map_or((name, None), |(pack, day)| (pack, Some(day)));
    let Some(pack) = PACKS.iter().find(|pack| pack.id == pack_id) else {
        let near = nearest(pack_id, PACKS.iter().map(|pack| pack.id));
        let help = near.map(|near| format!("did you mean `{near}`?"));
        return Err((format!("there is no pack `{pack_id}`"), help.or_else(|| Some(known_packs()))));
    };
    let (_, mut days, _) = read(pack, zones);
    if let Some(day_id) = day_id {
        let known: Vec<String> = days.iter().map(|(id, _)| id.clone()).collect();
        days.retain(|(id, _)| id == day_id);
        if days.is_empty() {
            let help = nearest(day_id, known.iter().map(String::as_str))
                .map(|near| format!("did you mean `{pack_id}/{near}`?"));
            return Err((format!("the pack `{pack_id}` has no day `{day_id}`"), help));
        }
    }
    Ok(days.into_iter().map(|(id, table)| (id, table, pack.id)).collect())
}

fn known_packs() -> String {
    let ids: Vec<&str> = PACKS.iter().map(|pack| pack.id).collect();
    format!("known: {}", reader::list(&ids))
}

/// The pack that has the day `id`, if one does.
pub(super) fn pack_of(id: &str, zones: &Zones<'_>) -> Option<&'static str> {
    if values::id(id).is_err() {
        return None;
    }
    PACKS.iter().find(|pack| read(pack, zones).1.iter().any(|(day, _)| day == id)).map(|pack| pack.id)
}
