//! `remembrance service`: the systemd user unit, for those who did not install a package.

use super::output::print;
use super::systemctl::{UNIT, UnitState, systemctl};
use super::{Error, Global, Outcome, Run, runtime};
use crate::app::calendars::remove;
use crate::article::is_page;
use crate::dbus::{Client, Unreached};
use crate::host::files;
use crate::host::paths::{Paths, data_home};
use crate::host::save::save;
use std::fs;
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
    /// There is no unit to enable or disable.
    #[error("the service is not installed; `remembrance service install` installs it for you")]
    Missing,
    /// The unit is there, and the service manager does not start it.
    #[error("it is installed, and not started: {0}\nAfter the next login:  remembrance service enable")]
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
            ServiceAction::Enable => enable(),
            ServiceAction::Disable => disable(),
            ServiceAction::Install => install(&data),
            ServiceAction::Uninstall => uninstall(&data),
        }
    }
}

/// Enables the service; where there is no unit, installs it first.
pub(super) fn enable_or_install() -> Result<Outcome, Error> {
    if UnitState::ask()?.is_missing() {
        return install(&data_home().ok_or(Error::NoHome)?);
    }
    enable()
}

fn enable() -> Result<Outcome, Error> {
    let unit = UnitState::ask()?;
    if unit.is_missing() {
        return Err(ServiceError::Missing.into());
    }
    if unit.is_masked() {
        systemctl(&["unmask", "--quiet", UNIT])?;
        systemctl(&["daemon-reload"])?;
    }
    if unit.active == "failed" {
        systemctl(&["reset-failed", UNIT])?;
    }
    systemctl(&["enable", "--now", "--quiet", UNIT])?;
    let next = runtime()?.block_on(async { Client::found().await?.told().await });
    let next = next.map_err(ServiceError::Silent)?.status;
    print(&format!("The service is enabled and running; {next}\n"))?;
    Ok(Outcome::Success)
}

/// Stops the service. Where it stays enabled, because a package enabled it for everybody, only a mask holds.
fn disable() -> Result<Outcome, Error> {
    let unit = UnitState::ask()?;
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

fn install(data: &Path) -> Result<Outcome, Error> {
    if let Some(folder) = OF_PACKAGES.iter().find(|folder| Path::new(folder).join(UNIT).exists()) {
        return Err(ServiceError::Packaged(folder).into());
    }
    let folder = program_folder()?;
    for (name, text) in FILES {
        let path = data.join(name);
        let is_ours = match files::read(&path)? {
            Some(found) => is_written(&found, text) && !path.is_symlink(),
            None => !path.is_symlink(),
        };
        if !is_ours {
            return Err(ServiceError::Changed(path).into());
        }
    }
    for (name, text) in FILES {
        let path = data.join(name);
        save(&path, &text.replace("@bindir@", &folder))?;
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
    for (name, text) in FILES {
        let path = data.join(name);
        match files::read(&path) {
            Ok(None) => {}
            Ok(Some(found)) if is_written(&found, text) && !path.is_symlink() => {
                remove(&path)?;
                print(&format!("Removed {}\n", path.display()))?;
            }
            Ok(Some(_)) | Err(_) => {
                print(&format!("Left as it is, since it was changed: {}\n", path.display()))?;
            }
        }
    }
    let paths = Paths::find(None).map_err(|_| Error::NoHome)?;
    remove_pages(&paths.cache)?;
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

/// Whether a text is a template with some folder filled in: what `install` wrote.
fn is_written(text: &str, template: &str) -> bool {
    let Some((before, _)) = template.split_once("@bindir@") else { return text == template };
    let rest = text.strip_prefix(before).unwrap_or_default();
    let folder = rest.split_once("/remembrance run").map_or("", |(folder, _)| folder);
    template.replace("@bindir@", folder) == text
}

/// Removes the pages that were written for the browser, and their folder where nothing else is in it; never through
/// a link.
fn remove_pages(cache: &Path) -> Result<(), Error> {
    if cache.is_symlink() {
        return Ok(());
    }
    for entry in fs::read_dir(cache).into_iter().flatten().flatten() {
        let path = entry.path();
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        let is_html = path.extension().is_some_and(|ending| ending == "html");
        if is_file && is_html && files::read(&path).is_ok_and(|text| text.is_some_and(|text| is_page(&text)))
        {
            remove(&path)?;
        }
    }
    if fs::remove_dir(cache).is_ok() {
        print(&format!("Removed {}\n", cache.display()))?;
    }
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_install_writes_is_recognised_and_what_a_person_changed_is_not() {
        for (name, template) in FILES {
            let written = template.replace("@bindir@", "/home/me/.local/bin");
            assert!(is_written(&written, template), "{name}");
            assert!(!is_written(&format!("{written}# mine\n"), template), "{name}");
        }
    }
}
