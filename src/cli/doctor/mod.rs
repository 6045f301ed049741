//! `remembrance doctor`: diagnoses problems and suggests fixes.

mod desktop;
mod files;
mod unit;

use super::output::{Output, print, print_json};
use super::systemctl::UnitState;
use super::{Error, Global, Invocation, Outcome, Run};
use crate::text::unbroken;
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
        let mut report = Report { checks: Vec::new(), printed_to: (!self.json).then_some(invocation.output) };
        report.add(files::configuration(invocation))?;
        report.add(files::clock(invocation))?;
        report.add(files::zone(invocation))?;
        let daemon = desktop::daemon()?;
        report.add(files::ledger(invocation, daemon.as_ref().ok()))?;
        for check in desktop::server()? {
            report.add(check)?;
        }
        report.add(desktop::browser())?;
        let unit = UnitState::ask();
        report.add(unit::unit(unit.as_ref().ok(), daemon.is_ok()))?;
        report.add(unit::daemon(unit.as_ref().ok(), &daemon))?;
        report.end()
    }
}

/// The checks so far. For a person each is printed as soon as it is made.
struct Report {
    checks: Vec<Check>,
    /// How it is printed; `None` with `--json`.
    printed_to: Option<Output>,
}

impl Report {
    fn add(&mut self, check: Check) -> Result<(), Error> {
        if let Some(output) = self.printed_to {
            print(&in_words(&check, output))?;
        }
        self.checks.push(check);
        Ok(())
    }

    fn end(self) -> Result<Outcome, Error> {
        let count = |state| self.checks.iter().filter(|check| check.state == state).count();
        let (wrong, notes) = (count(State::Wrong), count(State::Note));
        if self.printed_to.is_some() {
            print(&match (wrong, notes) {
                (0, 0) => "No problems found.\n".to_owned(),
                (0, _) => "No problems found; see the notes.\n".to_owned(),
                (1, _) => "1 problem found.\n".to_owned(),
                (wrong, _) => format!("{wrong} problems found.\n"),
            })?;
        } else {
            print_json(&self.checks)?;
        }
        Ok(if wrong == 0 { Outcome::Success } else { Outcome::Failed })
    }
}

/// The width of the columns before the message.
const MARGIN: usize = 23;

fn in_words(check: &Check, output: Output) -> String {
    let state = match check.state {
        State::Ok => output.dim("ok   "),
        State::Note => "note ".to_owned(),
        State::Wrong => output.bold("WRONG"),
    };
    let margin = " ".repeat(MARGIN);
    // The marks of colour take no room on the screen.
    let first = format!("{state}  {:14}  ", check.what);
    let mut text =
        output.wrap_within(&unbroken(&check.message), &margin, &margin).replacen(&margin, &first, 1) + "\n";
    if let Some(help) = &check.help {
        text += &format!("{margin}{}\n", output.bold(help));
    }
    text
}
