//! `remembrance unfollow`: stops following a pack, or a day of one.

use super::output::print;
use super::{Error, Global, Invocation, Outcome, Run, follow};
use crate::host::zones;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance unfollow az-khojaly")]
pub(super) struct UnfollowArgs {
    /// Packs or days, e.g. `az` or `az-khojaly`
    #[arg(value_name = "PACK|DAY", required = true, add = super::completions::followed())]
    names: Vec<String>,
}

impl Run for UnfollowArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = &Invocation::for_editing(global)?;
        let mut followed = invocation.context.settings.follow.clone();
        let mut said = String::new();
        for name in &self.names {
            said += &release(name, &mut followed, invocation)?;
        }
        let context = follow::write(&followed, invocation)?;
        print(&(said + &invocation.next_of_all(&context)))?;
        Ok(Outcome::Success)
    }
}

/// Removes a name from `follow`, and gives the message for that.
fn release(name: &str, followed: &mut Vec<String>, invocation: &Invocation) -> Result<String, Error> {
    let (pack, day) = name.split_once('/').map_or((None, name), |(pack, day)| (Some(pack), day));
    let is_it = |entry: &String| entry == name || (pack.is_none() && entry.ends_with(&format!("/{name}")));
    if let Some(at) = followed.iter().position(is_it) {
        let entry = followed.remove(at);
        return Ok(format!("`{entry}` is no longer followed.\n"));
    }
    // A day of a pack that is followed whole: the others are kept one by one.
    let packs = invocation.packs();
    let whole = followed.iter().enumerate().find_map(|(at, entry)| {
        let (info, _) = packs.info(entry, &zones::named)?;
        let has_it = info.days.iter().any(|one| one.day.id == day);
        (has_it && pack.is_none_or(|pack| pack == entry)).then_some((at, info))
    });
    let Some((at, info)) = whole else {
        return Err(Error::NotFollowed { name: name.to_owned(), followed: followed.clone() });
    };
    let others = info.days.iter().filter(|one| one.day.id != day);
    let others: Vec<String> = others.map(|one| format!("{}/{}", info.id, one.day.id)).collect();
    let said = match others.len() {
        0 => format!("`{}` is no longer followed: `{day}` is its only day.\n", info.id),
        _ => format!("`{day}` is no longer followed; the others of `{}` are, one by one.\n", info.id),
    };
    followed.splice(at..=at, others);
    Ok(said)
}
