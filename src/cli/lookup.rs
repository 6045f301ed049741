//! Finding the day or the pack that an argument names.

use super::Invocation;
use crate::config::packs::Packs;
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
    /// When none is; with the nearest that is.
    pub(super) fn day(&self, id: &str) -> Result<&Day, LookupError> {
        let days = &self.context.settings.plan.days;
        days.iter().find(|day| day.id == id).ok_or_else(|| LookupError::Day {
            name: id.to_owned(),
            near: nearest(id, days.iter().map(|day| day.id.as_str())).map(str::to_owned),
        })
    }

    /// The packs that ship and those of this person.
    pub(super) fn packs(&self) -> Packs<'_> {
        Packs::new(&self.context.packs)
    }

    /// The ids of every day of every pack.
    pub(super) fn pack_days(&self) -> Vec<String> {
        let packs = self.packs();
        let infos = packs.all().into_iter().filter_map(|pack| Some(packs.info(pack.id, &zones::named)?.0));
        infos.flat_map(|info| info.days).map(|entry| entry.day.id).collect()
    }
}
