//! `remembrance remove`: a day of one's own is taken out of the configuration.

use super::output::print;
use super::{Error, Invocation};
use crate::config::edit::remove_day;
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Its id, as `remembrance list --json` has it
    #[arg(value_name = "DAY")]
    day: String,
}

pub(super) fn run(options: &Options, invocation: &Invocation) -> Result<ExitCode, Error> {
    let id = &options.day;
    for path in invocation.own_files() {
        let text = invocation.context.sources.iter().find(|source| path.display().to_string() == source.file);
        let text = text.map(|source| source.text.as_str()).unwrap_or_default();
        let changed = remove_day(text, id).map_err(|why| format!("`{}`: {why}", path.display()))?;
        let Some(changed) = changed else { continue };
        let context = invocation.save(&path, &changed)?;
        let left = match context.settings.plan.days.iter().find(|day| day.id == *id) {
            Some(day) => match &day.pack {
                Some(pack) => format!(
                    "The pack `{pack}` still has it; `remembrance unfollow {pack}/{id}` lets it go.\n{}",
                    invocation.next_of(&context, day)
                ),
                None => format!("Another file still has it.\n{}", invocation.next_of(&context, day)),
            },
            None => invocation.next_of_all(&context),
        };
        print(&format!("Removed `{id}` from {}.\n{left}", path.display()))?;
        return Ok(ExitCode::SUCCESS);
    }
    let day = invocation.context.day(id)?;
    Err(match &day.pack {
        Some(pack) => format!(
            "the day `{id}` comes with the pack `{pack}`; `remembrance unfollow {pack}/{id}` lets it go"
        ),
        None => {
            format!("the day `{id}` stands in no file of yours; `remembrance check -v` says where it is from")
        }
    })
}
