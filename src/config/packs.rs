//! Packs: named collections of days that a person follows, those that ship and those of one's own.
//!
//! A pack is a TOML file with a `name`, a `region`, `[day.ID]` tables as in a config, and with `include`
//! days of other packs, named as `follow` names them. A pack that ships is a file
//! `config/packs/ID.toml`, its articles are files `config/articles/ID.LANG.md`: adding a file there is
//! all it takes, `build.rs` lists them. A pack is read when it is followed, not before.

mod articles;
mod file;

pub use articles::{all_articles, article, article_languages};

use super::Zones;
use super::day::{DayLayer, DayPlaces};
use super::fault::Fault;
use super::mistake::{Mistake, Source};
use crate::day::{Day, Offset, Text};
use crate::short_text::ShortText;
use crate::text::nearest;
use crate::zone::ZoneError;
use file::{Member, ReadPack, of_file, read, source};
use std::collections::BTreeMap;

include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));

/// The text of a pack, as it ships or as a person wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pack<'p> {
    /// Its id, the name of its file without the ending.
    pub id: &'p str,
    /// Its file, as it is named to a person.
    pub file: &'p str,
    /// The text of its file.
    pub text: &'p str,
}

/// What a pack says of itself.
#[derive(Debug, Clone, PartialEq)]
pub struct PackInfo {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// The part of the world, or the kind of community, that it is listed under.
    pub region: Option<String>,
    /// Its days: its own in the order of their ids, then those that it includes.
    pub days: Vec<PackDay>,
}

/// A day as its pack has it.
#[derive(Debug, Clone, PartialEq)]
pub struct PackDay {
    /// The day, with the default reminder.
    pub day: Day,
    /// What people wear, lay down or light on it: "red carnation".
    pub symbol: Option<Text>,
    /// The languages of which the day's name was seen in a source; the others are translations.
    pub seen: Vec<String>,
}

/// The packs at hand: those of one's own before those that ship.
#[derive(Debug, Clone, Copy)]
pub struct Packs<'p> {
    own: &'p [Source],
}

impl<'p> Packs<'p> {
    /// The packs that ship and these files, the lowest layer first; of two with one name the upper counts.
    ///
    /// ```
    /// use remembrance::zone::ZoneError;
    /// use remembrance::config::{Source, packs::Packs};
    /// let text = "[day.ana]\nname = \"Ana\"\ndate = \"March 12\"\n";
    /// let own = [Source { file: "packs/family.toml".to_owned(), text: text.to_owned() }];
    /// let packs = Packs::new(&own);
    /// let (family, mistakes) = packs.info("family", &|name| Err(ZoneError::NoFiles(name.to_owned()))).unwrap();
    /// assert_eq!((family.days.len(), mistakes.len()), (1, 0));
    /// assert!(packs.info("nobody", &|name| Err(ZoneError::NoFiles(name.to_owned()))).is_none());
    /// ```
    pub fn new(own: &'p [Source]) -> Self {
        Self { own }
    }

    /// Every pack, in the order of their ids.
    pub fn all(&self) -> Vec<Pack<'p>> {
        let mut all: Vec<Pack<'p>> = self.own.iter().rev().filter_map(of_file).collect();
        all.extend(PACKS);
        // The first of those with one id stays: the sort keeps their order.
        all.sort_by_key(|pack| pack.id);
        all.dedup_by_key(|pack| pack.id);
        all
    }

    fn find(&self, id: &str) -> Option<Pack<'p>> {
        let own = self.own.iter().rev().filter_map(of_file).find(|pack| pack.id == id);
        own.or_else(|| PACKS.iter().find(|pack| pack.id == id).copied())
    }

    /// What the pack of this id says of itself, and every mistake in it; `None` where there is no such pack.
    pub fn info(&self, id: &str, zones: &Zones<'_>) -> Option<(PackInfo, Vec<Mistake>)> {
        let pack = self.find(id)?;
        let mut read = read(&pack, zones);
        let members = self.members(&pack, &mut read, zones);
        let days = members.into_iter().filter_map(|Member { id, mut layer, symbol, seen, .. }| {
            let day = layer.take_day(id, Some(pack.id), &[Offset::default()].into())?;
            Some(PackDay { day, symbol, seen })
        });
        let name = read.name.unwrap_or_else(|| Text::plain(pack.id));
        let info = PackInfo { id: pack.id.to_owned(), name, region: read.region, days: days.collect() };
        Some((info, read.mistakes))
    }

    /// Every day that a pack has as its own, pack by pack: what packs include of one another is among them once.
    pub fn days(&self, zones: &Zones<'_>) -> Vec<Day> {
        let of_pack = |pack: Pack<'p>| {
            let days = read(&pack, zones).days.into_iter();
            days.filter_map(move |Member { id, mut layer, .. }| {
                layer.take_day(id, Some(pack.id), &[Offset::default()].into())
            })
        };
        self.all().into_iter().flat_map(of_pack).collect()
    }

    /// What is wrong in the packs of one's own, followed or not.
    pub(super) fn mistakes(&self, zones: &Zones<'_>) -> Vec<Mistake> {
        let mut mistakes = Vec::new();
        for source in self.own {
            let Some(pack) = of_file(source) else {
                mistakes.push(Mistake::of_file(&source.file, Fault::PackName));
                continue;
            };
            let mut read = read(&pack, zones);
            self.members(&pack, &mut read, zones);
            mistakes.append(&mut read.mistakes);
        }
        mistakes
    }

    /// The days of what `name` says: a pack, or a single day of one as `pack/day`; the third is the pack.
    pub(super) fn followed(
        &self,
        name: &str,
        zones: &Zones<'_>,
    ) -> Result<Vec<(ShortText, DayLayer, String)>, Fault> {
        let (pack, day) = self.named(name)?;
        let mut read = read(&pack, zones);
        let days = chosen(self.members(&pack, &mut read, zones), pack.id, day)?;
        Ok(days.into_iter().map(|member| (member.id, member.layer, pack.id.to_owned())).collect())
    }

    /// The pack that has the day `id` as its own, if one does.
    pub fn pack_with(&self, id: &str, zones: &Zones<'_>) -> Option<&'p str> {
        let has = |pack: &Pack<'_>| read(pack, zones).days.iter().any(|member| member.id == id);
        self.all().into_iter().find(has).map(|pack| pack.id)
    }

    /// Each day with the pack that has it as its own.
    pub(super) fn owners(&self, zones: &Zones<'_>) -> BTreeMap<ShortText, &'p str> {
        let days = |pack: &Pack<'p>| (read(pack, zones).days, pack.id);
        let all = self.all();
        all.iter()
            .map(days)
            .flat_map(|(days, pack)| days.into_iter().map(move |day| (day.id, pack)))
            .collect()
    }

    /// Whether `name` is a pack or a day of one; the fault where it is neither.
    pub(super) fn knows(&self, name: &str, zones: &Zones<'_>) -> Result<(), Fault> {
        self.followed(name, zones).map(|_| ())
    }

    /// The pack that has the day `id` as its own, `pack` itself if it does; its file; and where the day is written there.
    pub(super) fn written(
        &self,
        pack: &str,
        id: &str,
        zones: &Zones<'_>,
    ) -> Option<(&'p str, Source, DayPlaces)> {
        let of = |pack: Pack<'p>| {
            let member = read(&pack, zones).days.into_iter().find(|member| member.id == id)?;
            Some((pack.id, source(&pack), member.places))
        };
        self.find(pack).and_then(of).or_else(|| of(self.find(self.pack_with(id, zones)?)?))
    }

    /// The id of the pack that `word` may mean: one so called in some language, else one written nearly so.
    pub fn meant(&self, word: &str) -> Option<&'p str> {
        let no_zones = |name: &str| Err(ZoneError::NoFiles(name.to_owned()));
        let (word, all) = (word.to_lowercase(), self.all());
        let is_called = |pack: &&Pack<'_>| {
            read(pack, &no_zones)
                .name
                .is_some_and(|name| name.pairs().any(|(_, text)| text.to_lowercase() == word))
        };
        let called = all.iter().find(is_called).map(|pack| pack.id);
        // Ids of two letters are near to almost any word.
        let near =
            || nearest(&word, all.iter().map(|pack| pack.id)).filter(|near| near.len() + 2 >= word.len());
        called.or_else(near)
    }

    /// The pack that `name` begins with, and the day behind the slash.
    fn named<'n>(&self, name: &'n str) -> Result<(Pack<'p>, Option<&'n str>), Fault> {
        let (id, day) = name.split_once('/').map_or((name, None), |(pack, day)| (pack, Some(day)));
        let pack = self
            .find(id)
            .ok_or_else(|| Fault::NoPack { pack: id.to_owned(), near: self.meant(id).map(str::to_owned) })?;
        Ok((pack, day))
    }

    /// The days of a pack that was read: its own, then those that it includes, each once.
    fn members(&self, pack: &Pack<'_>, read: &mut ReadPack, zones: &Zones<'_>) -> Vec<Member> {
        let mut members = std::mem::take(&mut read.days);
        for (name, span) in std::mem::take(&mut read.include) {
            match self.included(&name, zones) {
                Ok(days) => {
                    for day in days {
                        if !members.iter().any(|member| member.id == day.id) {
                            members.push(day);
                        }
                    }
                }
                Err(fault) => read.mistakes.push(Mistake::in_text(pack.file, pack.text, span, fault)),
            }
        }
        members
    }

    /// The days that `include` means: those that a pack has of its own, so that no two packs include each other.
    fn included(&self, name: &str, zones: &Zones<'_>) -> Result<Vec<Member>, Fault> {
        let (pack, day) = self.named(name)?;
        chosen(read(&pack, zones).days, pack.id, day)
    }
}

/// All of these days, or the one that was asked for.
fn chosen(mut days: Vec<Member>, pack: &str, day: Option<&str>) -> Result<Vec<Member>, Fault> {
    if let Some(wanted) = day {
        let Some(at) = days.iter().position(|member| member.id == wanted) else {
            let near = nearest(wanted, days.iter().map(|member| member.id.as_str())).map(str::to_owned);
            return Err(Fault::NoDayOfPack { pack: pack.to_owned(), day: wanted.to_owned(), near });
        };
        days = vec![days.swap_remove(at)];
    }
    Ok(days)
}
