//! `remembrance remove`: removes a day of one's own from the configuration.

use super::output::{print, print_line};
use super::{Error, Global, Invocation, Outcome, Run};
use crate::config::edit::remove_day;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance remove grandmother")]
pub(super) struct RemoveArgs {
    /// The day, e.g. `grandmother`
    #[arg(value_name = "DAY", add = super::completions::kept_days())]
    day: String,
}

impl Run for RemoveArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = &Invocation::for_editing(global)?;
        let id = &self.day;
        for path in invocation.own_files() {
            let text =
                invocation.context.sources.iter().find(|source| path.display().to_string() == source.file);
            let text = text.map(|source| source.text.as_str()).unwrap_or_default();
            let changed =
                remove_day(text, id).map_err(|why| Error::ConfigEdit { file: path.clone(), why })?;
            let Some(changed) = changed else { continue };
            let context = invocation.save_smaller(&path, &changed)?;
            let left = match context.settings.plan.days.iter().find(|day| day.id == *id) {
                Some(day) => match &day.extras.pack {
                    Some(pack) => format!(
                        "The pack `{pack}` still has it; `remembrance unfollow {pack}/{id}` stops following it.\n{}",
                        invocation.next_of(&context, day)
                    ),
                    None => format!("Another file still has it.\n{}", invocation.next_of(&context, day)),
                },
                None => invocation.next_of_all(&context),
            };
            print_line(&format!("Removed `{id}` from {}.", path.display()))?;
            print(&left)?;
            return Ok(Outcome::Success);
        }
        let day = invocation.day(id)?;
        Err(match &day.extras.pack {
            Some(pack) => Error::DayOfPack { day: id.clone(), pack: pack.clone() },
            None => Error::DayOfOthers(id.clone()),
        })
    }
}
