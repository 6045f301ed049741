//! `remembrance service`: the systemd user unit, for those who did not install a package.

use super::output::print;
use super::systemctl::{UNIT, systemctl};
use super::{Error, Global, Outcome, Run, runtime};
use crate::dbus::{Client, Unreached};
use crate::host::files::FileError;
use crate::host::paths::{Paths, data_home};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance service install")]
pub(super) struct ServiceArgs {
    #[command(subcommand)]
    action: ServiceAction,
}

#[derive(Debug, clap::Subcommand)]
enum ServiceAction {
    /// Write the unit, enable it for each login, and start it
    Install,
    /// Stop the service and remove its files; the configuration and the ledger stay
    Uninstall,
}

/// Why the user service is not changed.
#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    /// A package has installed the unit, in this folder.
    #[error(
        "a package has installed the unit in `{0}`; enable it with `systemctl --user enable --now remembrance`"
    )]
    Packaged(&'static str),
    /// The unit is there, and the service manager does not start it.
    #[error(
        "it is installed, and not started: {0}\nAfter the next login:  systemctl --user enable --now remembrance"
    )]
    NotStarted(Box<Error>),
    /// The daemon was started, and does not answer.
    #[error("it is installed and started, and does not answer: {0}")]
    Silent(Unreached),
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

/// What is written below the data folder of this person, and what is in it.
const FILES: [(&str, &str); 5] = [
    ("systemd/user/remembrance.service", include_str!("../../systemd/remembrance.service")),
    (
        "dbus-1/services/org.remembrance.Remembrance1.service",
        include_str!("../../systemd/org.remembrance.Remembrance1.service"),
    ),
    ("applications/remembrance.desktop", include_str!("../../packaging/remembrance.desktop")),
    ("icons/hicolor/scalable/apps/remembrance.svg", include_str!("../../packaging/icons/remembrance.svg")),
    (
        "icons/hicolor/symbolic/apps/remembrance-symbolic.svg",
        include_str!("../../packaging/icons/remembrance-symbolic.svg"),
    ),
];

/// Where packages put the unit.
const OF_PACKAGES: [&str; 3] = ["/usr/lib/systemd/user", "/usr/local/lib/systemd/user", "/etc/systemd/user"];

impl Run for ServiceArgs {
    fn run(&self, _: &Global) -> Result<Outcome, Error> {
        let data = data_home().ok_or(Error::NoHome)?;
        match self.action {
            ServiceAction::Install => install(&data),
            ServiceAction::Uninstall => uninstall(&data),
        }
    }
}

fn install(data: &Path) -> Result<Outcome, Error> {
    if let Some(folder) = OF_PACKAGES.iter().find(|folder| Path::new(folder).join(UNIT).exists()) {
        return Err(ServiceError::Packaged(folder).into());
    }
    let folder = program_folder()?;
    for (name, text) in FILES {
        let path = data.join(name);
        write(&path, &text.replace("@bindir@", &folder))?;
        print(&format!("Wrote {}\n", path.display()))?;
    }
    let started = start();
    if let Err(why) = started {
        return Err(ServiceError::NotStarted(Box::new(why)).into());
    }
    let status = runtime()?.block_on(async { Client::found().await?.told().await });
    let next = status.map_err(ServiceError::Silent)?.status;
    print(&format!("The service is enabled and running; {next}\nTry it:  remembrance rehearse\n"))?;
    Ok(Outcome::Success)
}

fn start() -> Result<(), Error> {
    systemctl(&["daemon-reload"])?;
    runtime()?.block_on(Client::reread_services());
    systemctl(&["enable", "--quiet", UNIT])?;
    systemctl(&["restart", UNIT])?;
    Ok(())
}

fn uninstall(data: &Path) -> Result<Outcome, Error> {
    let is_installed = data.join(FILES[0].0).exists();
    // Where there is no manager, nothing of it runs either.
    let stopped =
        if is_installed { systemctl(&["disable", "--now", "--quiet", UNIT]) } else { Ok(String::new()) };
    for (name, _) in FILES {
        let path = data.join(name);
        match fs::remove_file(&path) {
            Ok(()) => print(&format!("Removed {}\n", path.display()))?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(FileError::remove(&path, &error).into()),
        }
    }
    let paths = Paths::find(None).map_err(|_| Error::NoHome)?;
    match fs::remove_dir_all(&paths.cache) {
        Ok(()) => print(&format!("Removed {}\n", paths.cache.display()))?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(FileError::remove(&paths.cache, &error).into()),
    }
    if is_installed {
        stopped?;
        systemctl(&["daemon-reload"])?;
        // Of one that had failed, the manager remembers that.
        let _ = systemctl(&["reset-failed", UNIT]);
        runtime()?.block_on(Client::reread_services());
    }
    let home = paths.config_file.parent().map_or_else(PathBuf::new, Path::to_owned);
    print(&format!(
        "Your settings are kept in {}, what was shown in {}.\n",
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
    // Blanks, quotes, `%`, `$` and backslashes mean something to systemd or to the bus.
    let is_plain = |letter: char| letter.is_alphanumeric() || "/._+-@~".contains(letter);
    if folder.chars().all(is_plain) { Ok(folder) } else { Err(ServiceError::Folder(folder)) }
}

fn write(path: &Path, text: &str) -> Result<(), FileError> {
    let wrong = |error| FileError::write(path, &error);
    fs::create_dir_all(path.parent().unwrap_or(Path::new("/"))).map_err(wrong)?;
    fs::write(path, text).map_err(wrong)
}
