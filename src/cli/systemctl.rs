//! The person's service manager, by the programs that come with it.

use super::ProgramError;
use crate::host::bus;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The name of the unit.
pub(super) const UNIT: &str = "remembrance.service";

/// How long a question may take.
pub(super) const LONGEST_ANSWER: Duration = Duration::from_secs(2);

/// How long starting or stopping the service may take.
const LONGEST_CHANGE: Duration = Duration::from_secs(30);

/// How often a program is looked at while it runs.
const EVERY: Duration = Duration::from_millis(5);

/// Has `systemctl --user` change something, and gives what it printed.
///
/// # Errors
/// When it is not installed, fails, or takes longer than 30 seconds.
pub(super) fn systemctl(arguments: &[&str]) -> Result<String, ProgramError> {
    output_of("systemctl", &[&["--user", "--no-pager"], arguments].concat(), LONGEST_CHANGE)
}

/// Asks a program, and gives what it printed.
///
/// # Errors
/// When it is not installed, fails, or takes longer than 2 seconds.
pub(super) fn ask(program: &str, arguments: &[&str]) -> Result<String, ProgramError> {
    output_of(program, arguments, LONGEST_ANSWER)
}

fn output_of(program: &str, arguments: &[&str], limit: Duration) -> Result<String, ProgramError> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    bus::sockets_only(&mut command);
    let not_started = |error| ProgramError::NotStarted { program: program.to_owned(), error };
    let mut child = command.spawn().map_err(not_started)?;
    let end = Instant::now() + limit;
    let status = loop {
        if let Some(status) = child.try_wait().map_err(not_started)? {
            break status;
        }
        if Instant::now() >= end {
            // It may have ended just now.
            let _ = child.kill();
            let _ = child.wait();
            let seconds = limit.as_secs();
            return Err(ProgramError::Slow {
                command: format!("{program} {}", arguments.join(" ")),
                seconds,
            });
        }
        std::thread::sleep(EVERY);
    };
    let (printed, said) = texts(&mut child);
    if status.success() {
        return Ok(printed);
    }
    Err(ProgramError::Failed { command: format!("{program} {}", arguments.join(" ")), said })
}

/// What a program printed that has ended; less than a pipe holds.
fn texts(child: &mut Child) -> (String, String) {
    let (mut printed, mut said) = (Vec::new(), Vec::new());
    if let Some(mut pipe) = child.stdout.take() {
        let _ = pipe.read_to_end(&mut printed);
    }
    if let Some(mut pipe) = child.stderr.take() {
        let _ = pipe.read_to_end(&mut said);
    }
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    (text(&printed), text(&said))
}

/// The state of the unit.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct UnitState {
    /// `loaded`, `not-found`, `masked`, `bad-setting`, `error`.
    pub(super) load: String,
    /// `active`, `inactive`, `failed`, `activating`.
    pub(super) active: String,
    /// `enabled`, `disabled`, `masked`; empty without a unit.
    pub(super) enabled: String,
    /// Why it failed.
    pub(super) result: String,
    /// How many times it was restarted after a failure.
    pub(super) restarts: u32,
    /// Its process; 0 for none.
    pub(super) process: u32,
    /// Where an administrator masked it for everybody.
    pub(super) mask_for_all: Option<PathBuf>,
}

/// Where a mask is everybody's: systemd.unit(5), the folders before those of packages.
const FOR_ALL: [&str; 3] = ["/etc/xdg/systemd/user", "/etc/systemd/user", "/run/systemd/user"];

/// The mask of an administrator: a link to `/dev/null`, or an empty file.
fn mask_for_all() -> Option<PathBuf> {
    let masks = |file: &PathBuf| match fs::read_link(file) {
        Ok(target) => target == Path::new("/dev/null"),
        Err(_) => fs::metadata(file).is_ok_and(|file| file.is_file() && file.len() == 0),
    };
    FOR_ALL.iter().map(|folder| Path::new(folder).join(UNIT)).find(masks)
}

impl UnitState {
    /// Asks the manager.
    ///
    /// # Errors
    /// When there is no manager, or it does not answer within 2 seconds.
    pub(super) fn ask() -> Result<Self, ProgramError> {
        let properties = "LoadState,ActiveState,UnitFileState,Result,NRestarts,MainPID";
        let arguments = ["--user", "--no-pager", "show", UNIT, "--property", properties];
        let mut unit = Self::read(&ask("systemctl", &arguments)?);
        unit.mask_for_all = mask_for_all().filter(|_| unit.is_masked());
        Ok(unit)
    }

    /// Reads the lines of `systemctl show`.
    pub(super) fn read(shown: &str) -> Self {
        let mut unit = Self::default();
        for (name, value) in shown.lines().filter_map(|line| line.split_once('=')) {
            match name {
                "LoadState" => value.clone_into(&mut unit.load),
                "ActiveState" => value.clone_into(&mut unit.active),
                "UnitFileState" => value.clone_into(&mut unit.enabled),
                "Result" => value.clone_into(&mut unit.result),
                "NRestarts" => unit.restarts = value.parse().unwrap_or(0),
                "MainPID" => unit.process = value.parse().unwrap_or(0),
                _ => {}
            }
        }
        unit
    }

    /// Whether the person, or `service disable` for the person, masked it.
    pub(super) fn is_masked(&self) -> bool {
        self.load == "masked" || self.enabled.starts_with("masked")
    }

    /// Whether there is no unit.
    pub(super) fn is_missing(&self) -> bool {
        self.load == "not-found"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_hangs_is_given_up() {
        let begun = Instant::now();
        let slow = output_of("sleep", &["60"], Duration::from_millis(50));
        assert!(matches!(slow, Err(ProgramError::Slow { .. })), "{slow:?}");
        assert!(begun.elapsed() < Duration::from_secs(10));
        assert_eq!(output_of("echo", &["said"], LONGEST_ANSWER).unwrap(), "said");
        assert!(matches!(ask("false", &[]), Err(ProgramError::Failed { .. })));
        assert!(matches!(ask("no-such-program", &[]), Err(ProgramError::NotStarted { .. })));
    }
}
