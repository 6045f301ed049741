//! `remembrance completions`: shell completions, which ask the program for days, packs, zones, languages and keys.

use super::output::print;
use super::{Error, Global, Invocation, Outcome, Run, help, set};
use crate::config::packs::Packs;
use crate::host::zones;
use crate::text::one_line;
use crate::words::LANGUAGES;
use clap::ColorChoice;
use clap::builder::StyledStr;
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};
use clap_complete::env::Shells;
use clap_complete::{CompleteEnv, Shell};
use std::env;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example: remembrance completions bash > ~/.local/share/bash-completion/completions/remembrance"
)]
pub(super) struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

/// By this variable a shell asks for completions.
const VARIABLE: &str = "REMEMBRANCE_COMPLETE";

/// zsh loads the script as a function at the first completion, and asks that function.
const ZSH_FIRST_TIME: &str = "\nif [ \"$funcstack[1]\" = \"_remembrance\" ]; then\n    \
    _clap_dynamic_completer_remembrance \"$@\"\nfi\n";

impl Run for CompletionsArgs {
    fn run(&self, _: &Global) -> Result<Outcome, Error> {
        let (shell, name) = (self.shell.to_string(), "remembrance");
        let mut script = Vec::new();
        let shells = Shells::builtins();
        let completer = shells.completer(&shell).expect("the argument is one of these shells");
        completer.write_registration(VARIABLE, name, name, name, &mut script).map_err(Error::Output)?;
        let mut script = String::from_utf8_lossy(&script).into_owned();
        if self.shell == Shell::Zsh {
            script += ZSH_FIRST_TIME;
        }
        print(&script)?;
        Ok(Outcome::Success)
    }
}

/// Answers a shell that asks for completions; `None` when none does.
pub(super) fn answer() -> Option<Outcome> {
    env::var_os(VARIABLE)?;
    let folder = env::current_dir().ok();
    let answered = CompleteEnv::with_factory(help::command)
        .var(VARIABLE)
        .try_complete(env::args_os(), folder.as_deref());
    match answered {
        Ok(true) => Some(Outcome::Success),
        Ok(false) => None,
        // A shell has no use for the message.
        Err(_) => Some(Outcome::Failed),
    }
}

/// The commands.
pub(super) fn commands() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        let command = help::command();
        let about = |sub: &clap::Command| sub.get_about().map(ToString::to_string).unwrap_or_default();
        command.get_subcommands().map(|sub| candidate(sub.get_name(), &about(sub))).collect()
    })
}

/// Every day, kept or of a pack.
pub(super) fn days() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        let Some(invocation) = invocation() else { return Vec::new() };
        let kept = invocation.context.settings.plan.days.iter().cloned();
        let mut all: Vec<_> = kept.chain(invocation.pack_days()).collect();
        all.sort_by(|a, b| a.id.cmp(&b.id));
        all.dedup_by(|a, b| a.id == b.id);
        let languages = &invocation.context.languages;
        all.iter().map(|day| candidate(&day.id, day.name.get(languages))).collect()
    })
}

/// The days that are kept.
pub(super) fn kept_days() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        let Some(invocation) = invocation() else { return Vec::new() };
        let (days, languages) = (&invocation.context.settings.plan.days, &invocation.context.languages);
        days.iter().map(|day| candidate(&day.id, day.name.get(languages))).collect()
    })
}

/// The packs.
pub(super) fn packs() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        invocation().map(|invocation| pack_candidates(&invocation)).unwrap_or_default()
    })
}

/// The packs, then the days of each.
pub(super) fn packs_and_days() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        let Some(invocation) = invocation() else { return Vec::new() };
        let languages = &invocation.context.languages;
        let days = invocation.pack_days();
        let days = days.iter().map(|day| candidate(&day.id, day.name.get(languages)));
        pack_candidates(&invocation).into_iter().chain(days).collect()
    })
}

/// What is followed.
pub(super) fn followed() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        let follow = invocation().map(|invocation| invocation.context.settings.follow).unwrap_or_default();
        follow.into_iter().map(CompletionCandidate::new).collect()
    })
}

/// The time zones of this machine.
pub(super) fn time_zones() -> ArgValueCandidates {
    ArgValueCandidates::new(|| zones::names().into_iter().map(CompletionCandidate::new).collect())
}

/// The languages of notifications and pages.
pub(super) fn languages() -> ArgValueCandidates {
    ArgValueCandidates::new(|| LANGUAGES.iter().map(|(tag, _)| CompletionCandidate::new(*tag)).collect())
}

/// The keys of the configuration.
pub(super) fn keys() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        let days = invocation().map(|invocation| invocation.context.settings.plan.days).unwrap_or_default();
        set::keys(days.iter().map(|day| day.id.as_str())).into_iter().map(CompletionCandidate::new).collect()
    })
}

fn pack_candidates(invocation: &Invocation) -> Vec<CompletionCandidate> {
    let packs = Packs::new(&invocation.context.packs);
    let infos = packs.all().into_iter().filter_map(|pack| Some(packs.info(pack.id, &zones::named)?.0));
    infos.map(|info| candidate(&info.id, info.name.get(&invocation.context.languages))).collect()
}

fn candidate(id: &str, name: &str) -> CompletionCandidate {
    CompletionCandidate::new(id).help(Some(StyledStr::from(one_line(name))))
}

/// The configuration of this person; `None` where there is no home to read it from.
fn invocation() -> Option<Invocation> {
    let global = Global { config: None, now: None, lang: None, color: ColorChoice::Never, verbose: 0 };
    Invocation::quietly(&global).ok()
}
