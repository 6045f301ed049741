//! Finding the day or the pack that an argument names.

use super::{Error, Invocation};
use crate::app::articles::{self, ArticleFault};
use crate::config::packs::{PackInfo, Packs};
use crate::day::Day;
use crate::host::zones;
use crate::text::nearest;

/// No day or pack has the name that was given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LookupError {
    /// No day has this id.
    #[error("there is no day `{name}`; {}", advice(near.as_deref(), "remembrance list", "shows those that are kept"))]
    Day {
        /// What was asked for.
        name: String,
        /// The nearest id.
        near: Option<String>,
    },
    /// A pack has the day, and it is not followed.
    #[error("the day `{day}` is not followed; `remembrance follow {pack}/{day}` follows it")]
    NotFollowed {
        /// The id of the day.
        day: String,
        /// The pack that has it.
        pack: String,
    },
    /// No pack has this id.
    #[error("there is no pack `{name}`; {}", advice(near.as_deref(), "remembrance packs", "lists them"))]
    Pack {
        /// What was asked for.
        name: String,
        /// The pack that may be meant.
        near: Option<String>,
    },
    /// Neither a pack nor a day has this name.
    #[error("there is no pack or day `{name}`; {}", advice(near.as_deref(), "remembrance packs", "lists them"))]
    PackOrDay {
        /// What was asked for.
        name: String,
        /// The pack or day that may be meant.
        near: Option<String>,
    },
    /// A pack has no day of this id.
    #[error(
        "the pack `{pack}` has no day `{day}`; {}",
        advice(near.as_ref().map(|near| format!("{pack}/{near}")).as_deref(), &format!("remembrance packs {pack}"), "lists them")
    )]
    DayOfPack {
        /// The pack.
        pack: String,
        /// The id that was asked for.
        day: String,
        /// The nearest id of the pack.
        near: Option<String>,
    },
}

fn advice(near: Option<&str>, command: &str, what: &str) -> String {
    match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("`{command}` {what}"),
    }
}

impl Invocation {
    /// The day of this id among those that are kept.
    ///
    /// # Errors
    /// When none is; with the command that follows it, or the nearest that is kept.
    pub(super) fn day(&self, id: &str) -> Result<&Day, LookupError> {
        let days = &self.context.settings.plan.days;
        days.iter().find(|day| day.id == id).ok_or_else(|| match self.packs().pack_with(id, &zones::named) {
            Some(pack) => LookupError::NotFollowed { day: id.to_owned(), pack: pack.to_owned() },
            None => LookupError::Day {
                name: id.to_owned(),
                near: nearest(id, days.iter().map(|day| day.id.as_str())).map(str::to_owned),
            },
        })
    }

    /// That a day has no article, and where it would be; or that the one it has cannot be read.
    pub(super) fn no_article(&self, day: &Day) -> Error {
        let faults = articles::faults(day, &self.context.languages, &self.paths);
        if faults.iter().any(|fault| matches!(fault, ArticleFault::InFile(_))) {
            return Error::BrokenArticle(day.id.to_string());
        }
        let file = self.paths.own_articles().join(format!("{}.md", day.id));
        Error::NoArticle { day: day.id.to_string(), file }
    }

    /// The day of this id, kept or of any pack; a pack may stand before it, as in `az/az-khojaly`.
    ///
    /// # Errors
    /// When there is no such day; with the nearest.
    pub(super) fn any_day(&self, name: &str) -> Result<Day, LookupError> {
        let id = name.rsplit('/').next().unwrap_or(name);
        let kept = &self.context.settings.plan.days;
        if let Some(day) = kept.iter().find(|day| day.id == id) {
            return Ok(day.clone());
        }
        let all = self.pack_days();
        all.iter().find(|day| day.id == id).cloned().ok_or_else(|| {
            let known = kept.iter().chain(&all).map(|day| day.id.as_str());
            LookupError::Day { name: name.to_owned(), near: nearest(id, known).map(str::to_owned) }
        })
    }

    /// The packs that ship and those of this person.
    pub(super) fn packs(&self) -> Packs<'_> {
        Packs::new(&self.context.packs)
    }

    /// What each pack has.
    pub(super) fn pack_infos(&self) -> Vec<PackInfo> {
        let packs = self.packs();
        packs.all().iter().filter_map(|pack| Some(packs.info(pack.id, &zones::named)?.0)).collect()
    }

    /// Every day of every pack, each once.
    pub(super) fn pack_days(&self) -> Vec<Day> {
        let mut days = self.packs().days(&zones::named);
        days.sort_by(|a, b| a.id.cmp(&b.id));
        days.dedup_by(|a, b| a.id == b.id);
        days
    }

    /// The pack of this id, else the one that is called so in some language.
    ///
    /// # Errors
    /// When there is no such day; with the one that may be meant.
    pub(super) fn pack(&self, name: &str) -> Result<PackInfo, LookupError> {
        let packs = self.packs();
        let id = if packs.all().iter().any(|pack| pack.id == name) { Some(name) } else { None };
        let is_called =
            |info: &PackInfo| info.name.pairs().any(|(_, text)| text.to_lowercase() == name.to_lowercase());
        id.and_then(|id| packs.info(id, &zones::named))
            .map(|(info, _)| info)
            .or_else(|| self.pack_infos().into_iter().find(is_called))
            .ok_or_else(|| LookupError::Pack { name: name.to_owned(), near: self.near_pack(name) })
    }

    /// The pack or day that a name of neither may mean.
    pub(super) fn near_pack_or_day(&self, name: &str) -> Option<String> {
        let days = self.pack_days();
        let near = nearest(name, days.iter().map(|day| day.id.as_str())).map(str::to_owned);
        // A word with a hyphen is the id of a day rather than that of a pack.
        if name.contains('-') { near.or_else(|| self.near_pack(name)) } else { self.near_pack(name).or(near) }
    }

    /// The pack whose id or name is near to this word.
    fn near_pack(&self, name: &str) -> Option<String> {
        if let Some(near) = self.packs().meant(name) {
            return Some(near.to_owned());
        }
        let infos = self.pack_infos();
        let names =
            infos.iter().flat_map(|info| info.name.pairs().map(|(_, text)| (text.to_lowercase(), &info.id)));
        let names: Vec<(String, &String)> = names.collect();
        let near = nearest(&name.to_lowercase(), names.iter().map(|(text, _)| text.as_str()))?;
        names.iter().find(|(text, _)| text == near).map(|(_, id)| (*id).clone())
    }
}
