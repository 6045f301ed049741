//! `remembrance unfollow`: stops following a pack, or a day of one.

use super::output::print;
use super::{Error, Global, Invocation, Outcome, Run, follow};
use crate::host::zones;
use crate::words::{MessageValue, Words};

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
        let (mut add, mut release) = (Vec::new(), Vec::new());
        let (words, mut said) = (invocation.context.command_words(), String::new());
        for name in &self.names {
            said += &let_go(name, &mut followed, (&mut add, &mut release), invocation, &words)?;
            said.push('\n');
        }
        let context = follow::change(&add, &release, invocation)?;
        print(&(said + &invocation.next_of_all(&context)))?;
        Ok(Outcome::Success)
    }
}

/// Removes a name from what is followed, and gives the message for that: to the second go the entries that no file is
/// to have, to the first those that leave out a day of a pack that is followed whole.
fn let_go(
    name: &str,
    followed: &mut Vec<String>,
    (add, release): (&mut Vec<String>, &mut Vec<String>),
    invocation: &Invocation,
    words: &Words,
) -> Result<String, Error> {
    let (pack, day) = name.split_once('/').map_or((None, name), |(pack, day)| (Some(pack), day));
    let unfollowed = |name: &str| words.say("unfollowed", &[("name", MessageValue::Text(name))]);
    let of_pack = |id, pack: &str| {
        words.say(id, &[("pack", MessageValue::Text(pack)), ("day", MessageValue::Text(day))])
    };
    let is_it = |entry: &String| {
        entry == name || (pack.is_none() && entry.split_once('/').is_some_and(|(_, day)| day == name))
    };
    let entry = followed.iter().position(is_it).map(|at| followed.remove(at));
    if let Some(entry) = &entry {
        release.push(entry.clone());
        if !entry.contains('/') {
            return Ok(unfollowed(entry));
        }
    }
    let packs = invocation.packs();
    let is_kept = invocation.context.settings.plan.days.iter().any(|kept| kept.id == day);
    let whole = followed.iter().enumerate().find_map(|(at, entry)| {
        let (info, _) = packs.info(entry, &zones::named)?;
        let has_it = is_kept && info.days.iter().any(|one| one.day.id == day);
        (has_it && pack.is_none_or(|pack| pack == entry)).then_some((at, info))
    });
    match (whole, entry) {
        (Some((at, info)), _) if info.days.len() == 1 => {
            followed.remove(at);
            let said = of_pack("unfollowed-only-day", &info.id);
            release.push(info.id);
            Ok(said)
        }
        (Some((_, info)), _) => {
            add.push(format!("-{}/{day}", info.id));
            Ok(of_pack("unfollowed-day", &info.id))
        }
        (None, Some(entry)) => Ok(unfollowed(&entry)),
        (None, None) => Err(Error::NotFollowed { name: name.to_owned(), followed: followed.clone() }),
    }
}
