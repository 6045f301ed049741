//! `remembrance service`: the systemd user unit, for those who did not install a package.

mod files;

use super::output::{print, print_line};
use super::systemctl::{UNIT, UnitState, systemctl};
use super::{Error, Global, Outcome, ProgramError, Run, runtime};
use crate::dbus::{Client, Unreached};
use crate::host::paths::{Homeless, Paths, data_home};
use crate::text::unbroken;
use std::io;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance service enable")]
pub(super) struct ServiceArgs {
    #[command(subcommand)]
    action: ServiceAction,
}

#[derive(Debug, clap::Subcommand)]
enum ServiceAction {
    /// Enable the service for this person, now and at each login
    Enable,
    /// Disable it for this person, also where a package enabled it for everybody
    Disable,
    /// Write the unit, enable it for each login, and start it
    Install,
    /// Stop the service and remove its files; the configuration and the ledger stay
    Uninstall,
}

/// Why the user service is not changed.
#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    /// A package has installed the unit, in this folder.
    #[error("a package has installed the unit in `{0}`; `remembrance service enable` enables it for you")]
    Packaged(&'static str),
    /// The user has no service manager.
    #[error("there is no systemd for this user ({}); start `remembrance run` with the session instead", .0.reason())]
    NoManager(ProgramError),
    /// An administrator masked the unit, in this place.
    #[error(
        "an administrator has disabled the service for everybody: `{}` masks it; `remembrance run` runs without it",
        .0.display()
    )]
    MaskedForAll(PathBuf),
    /// There is no unit to enable or disable.
    #[error("the service is not installed; `remembrance service install` installs it for you")]
    Missing,
    /// The unit is there, and the service manager does not start it.
    #[error(
        "it is installed, and not started: {}\nAfter the next login:  remembrance service enable",
        unbroken(&.0.to_string())
    )]
    NotStarted(Box<Error>),
    /// The daemon was started, and does not answer.
    #[error("it is installed and started, and does not answer: {0}")]
    Silent(Unreached),
    /// A file in the place of one that is to be written is not as an installation wrote it.
    #[error("nothing is installed: `{}` was changed or is of another version; move it away, or use it with `remembrance service enable`", .0.display())]
    Changed(PathBuf),
    /// The file of this program cannot be found.
    #[error("cannot find this program: {0}")]
    Unknown(io::Error),
    /// The file of this program has another name than the one that the unit starts.
    #[error("this program is `{}`, and the unit starts one named `remembrance`", .0.display())]
    Renamed(PathBuf),
    /// A unit cannot name the folder of this program.
    #[error(
        "a unit cannot start a program from `{0}`: move it to a folder without blanks and signs, e.g. `~/.local/bin`"
    )]
    Folder(String),
}

/// Where packages put the unit.
const OF_PACKAGES: [&str; 3] = ["/usr/lib/systemd/user", "/usr/local/lib/systemd/user", "/etc/systemd/user"];

impl Run for ServiceArgs {
    fn run(&self, _: &Global) -> Result<Outcome, Error> {
        let data = data_home().ok_or(Homeless)?;
        match self.action {
            ServiceAction::Enable => said(&enable()?),
            ServiceAction::Disable => disable(),
            ServiceAction::Install => said(&format!("{}Try it:  remembrance rehearse\n", install(&data)?)),
            ServiceAction::Uninstall => uninstall(&data),
        }
    }
}

/// The state of the unit.
fn ask() -> Result<UnitState, ServiceError> {
    UnitState::ask().map_err(ServiceError::NoManager)
}

fn said(text: &str) -> Result<Outcome, Error> {
    print(text)?;
    Ok(Outcome::Success)
}

/// Enables the service; where there is no unit, installs it first.
pub(super) fn enable_or_install() -> Result<String, Error> {
    if ask()?.is_missing() {
        return install(&data_home().ok_or(Homeless)?);
    }
    enable()
}

/// Enables the service, and gives what to say of it.
fn enable() -> Result<String, Error> {
    let unit = ask()?;
    if unit.is_missing() {
        return Err(ServiceError::Missing.into());
    }
    unmask(&unit)?;
    if unit.active == "failed" {
        systemctl(&["reset-failed", UNIT])?;
    }
    systemctl(&["enable", "--now", "--quiet", UNIT])?;
    let next = runtime()?.block_on(async { Client::found().await?.told().await });
    let next = next.map_err(ServiceError::Silent)?.status;
    Ok(format!("The service is enabled and running; {next}\n"))
}

/// Takes away the mask with which the person disabled the service.
///
/// # Errors
/// Where the mask is everybody's.
fn unmask(unit: &UnitState) -> Result<(), Error> {
    if let Some(mask) = &unit.mask_for_all {
        return Err(ServiceError::MaskedForAll(mask.clone()).into());
    }
    if unit.is_masked() {
        systemctl(&["unmask", "--quiet", UNIT])?;
        systemctl(&["daemon-reload"])?;
    }
    Ok(())
}

/// Stops the service. Where it stays enabled, because a package enabled it for everybody, only a mask holds.
fn disable() -> Result<Outcome, Error> {
    let unit = ask()?;
    if unit.is_missing() {
        return Err(ServiceError::Missing.into());
    }
    if !unit.is_masked() {
        systemctl(&["disable", "--now", "--quiet", UNIT])?;
        if UnitState::ask()?.enabled != "disabled" {
            systemctl(&["mask", "--quiet", UNIT])?;
        }
    }
    print("The service is stopped and disabled for you; `remembrance service enable` enables it again.\n")?;
    Ok(Outcome::Success)
}

/// Writes the files of the service and enables it; gives what to say of it.
fn install(data: &Path) -> Result<String, Error> {
    if let Ok(UnitState { mask_for_all: Some(mask), .. }) = UnitState::ask() {
        return Err(ServiceError::MaskedForAll(mask).into());
    }
    if let Some(folder) = OF_PACKAGES.iter().find(|folder| Path::new(folder).join(UNIT).exists()) {
        return Err(ServiceError::Packaged(folder).into());
    }
    let folder = program_folder()?;
    files::write(data, &folder)?;
    let started = start();
    if let Err(why) = started {
        return Err(ServiceError::NotStarted(Box::new(why)).into());
    }
    let status = runtime()?.block_on(async { Client::found().await?.told().await });
    let next = status.map_err(ServiceError::Silent)?.status;
    Ok(format!("The service is enabled and running; {next}\n"))
}

fn start() -> Result<(), Error> {
    systemctl(&["daemon-reload"])?;
    unmask(&UnitState::ask()?)?;
    runtime()?.block_on(Client::reread_services());
    systemctl(&["enable", "--quiet", UNIT])?;
    systemctl(&["restart", UNIT])?;
    Ok(())
}

fn uninstall(data: &Path) -> Result<Outcome, Error> {
    let is_installed = files::unit(data).exists();
    // Where there is no manager, nothing of it runs either.
    let stopped =
        if is_installed { systemctl(&["disable", "--now", "--quiet", UNIT]) } else { Ok(String::new()) };
    files::remove_all(data)?;
    let paths = Paths::find(None)?;
    files::remove_pages(&paths.cache)?;
    if is_installed {
        stopped?;
        systemctl(&["daemon-reload"])?;
        // Of one that had failed, the manager remembers that.
        let _ = systemctl(&["reset-failed", UNIT]);
        runtime()?.block_on(Client::reread_services());
    }
    let home = paths.config_file.parent().map_or_else(PathBuf::new, Path::to_owned);
    print_line(&format!(
        "Your settings are kept in {}, what was shown in {}.",
        home.display(),
        paths.state.display()
    ))?;
    Ok(Outcome::Success)
}

/// The folder of this program, as unit and bus file can name it.
fn program_folder() -> Result<String, ServiceError> {
    let program = std::env::current_exe().map_err(ServiceError::Unknown)?;
    let folder = program.parent().unwrap_or(Path::new("/")).display().to_string();
    if program.file_name().is_none_or(|name| name != "remembrance") {
        return Err(ServiceError::Renamed(program));
    }
    if is_nameable(&folder) { Ok(folder) } else { Err(ServiceError::Folder(folder)) }
}

/// Whether unit and bus file can name a folder: blanks, quotes, `%`, `$` and backslashes mean something to systemd or to the
/// bus.
fn is_nameable(folder: &str) -> bool {
    folder.chars().all(|letter| letter.is_alphanumeric() || "/._+-@~".contains(letter))
}
