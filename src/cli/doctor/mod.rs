//! `remembrance doctor`: diagnoses problems and suggests fixes.

mod desktop;
mod files;
mod unit;

use super::output::{Output, print, print_json};
use super::{Error, Global, Invocation, Outcome, Run};
use serde::Serialize;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance doctor")]
pub(super) struct DoctorArgs {
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum State {
    /// No problem.
    Ok,
    /// Worth knowing; reminders still come.
    Note,
    /// Reminders may not come.
    Wrong,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Check {
    /// What was looked at.
    #[serde(rename = "check")]
    what: &'static str,
    state: State,
    /// What was found.
    message: String,
    /// The command that fixes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
}

impl Check {
    fn ok(check: &'static str, message: impl Into<String>) -> Self {
        Self { what: check, state: State::Ok, message: message.into(), help: None }
    }

    fn note(check: &'static str, message: impl Into<String>, help: &str) -> Self {
        Self { state: State::Note, help: Some(help.to_owned()), ..Self::ok(check, message) }
    }

    fn wrong(check: &'static str, message: impl Into<String>, help: &str) -> Self {
        Self { state: State::Wrong, help: Some(help.to_owned()), ..Self::ok(check, message) }
    }
}

impl Run for DoctorArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = &Invocation::quietly(global)?;
        let daemon = desktop::daemon()?;
        let mut checks =
            vec![files::configuration(invocation), files::clock(invocation), files::zone(invocation)];
        checks.push(files::ledger(invocation, daemon.as_ref().ok()));
        checks.extend(desktop::checks()?);
        checks.extend(unit::checks(&daemon));
        let is_well = checks.iter().all(|check| check.state != State::Wrong);
        if self.json {
            print_json(&checks)?;
        } else {
            print(&in_words(&checks, invocation.output))?;
        }
        Ok(if is_well { Outcome::Success } else { Outcome::Failed })
    }
}

fn in_words(checks: &[Check], output: Output) -> String {
    let mut text = String::new();
    for check in checks {
        let state = match check.state {
            State::Ok => output.dim("ok   "),
            State::Note => "note ".to_owned(),
            State::Wrong => output.bold("WRONG"),
        };
        let margin = " ".repeat(22);
        // The marks of colour take no room on the screen.
        let first = format!("{state}  {:13}  ", check.what);
        text += &output.wrap_within(&check.message, &" ".repeat(22), &margin).replacen(&margin, &first, 1);
        text += "\n";
        if let Some(help) = &check.help {
            text += &format!("{margin}{}\n", output.bold(help));
        }
    }
    let count = |state| checks.iter().filter(|check| check.state == state).count();
    text += &match (count(State::Wrong), count(State::Note)) {
        (0, 0) => "No problems found.\n".to_owned(),
        (0, _) => "No problems found; see the notes.\n".to_owned(),
        (1, _) => "1 problem found.\n".to_owned(),
        (wrong, _) => format!("{wrong} problems found.\n"),
    };
    text
}
