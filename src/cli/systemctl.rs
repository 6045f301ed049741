//! Asking the user's service manager, by the programs that come with it.

use super::ProgramError;
use std::process::Command;

/// The name of the unit.
pub(super) const UNIT: &str = "remembrance.service";

/// Runs `systemctl --user`, and gives what it printed.
///
/// # Errors
/// When it is not installed, or fails.
pub(super) fn systemctl(arguments: &[&str]) -> Result<String, ProgramError> {
    asked("systemctl", &[&["--user", "--no-pager"], arguments].concat())
}

/// Runs a program, and gives what it printed.
///
/// # Errors
/// When it is not installed, or fails.
pub(super) fn asked(program: &str, arguments: &[&str]) -> Result<String, ProgramError> {
    let output = Command::new(program).args(arguments).output();
    let output = output.map_err(|error| ProgramError::NotStarted { program: program.to_owned(), error })?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    Err(ProgramError::Failed { command: format!("{program} {}", arguments.join(" ")), said })
}
