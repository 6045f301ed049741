//! `remembrance service`: the systemd user unit, for those who did not install a package.

use super::output::print;
use super::systemctl::{UNIT, systemctl};
use super::{Error, alone};
use crate::dbus::Client;
use crate::host::paths::{Paths, data_home};
use crate::text::reason;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Debug, clap::Subcommand)]
pub(super) enum Action {
    /// Write the unit, switch it on for each login, and start it
    Install,
    /// Stop it and take it away; the configuration and what was recorded stay
    Uninstall,
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

pub(super) fn run(action: &Action) -> Result<ExitCode, Error> {
    let data = data_home().ok_or("there is no home folder: `HOME` is not set")?;
    match action {
        Action::Install => install(&data),
        Action::Uninstall => uninstall(&data),
    }
}

fn install(data: &Path) -> Result<ExitCode, Error> {
    if let Some(folder) = OF_PACKAGES.iter().find(|folder| Path::new(folder).join(UNIT).exists()) {
        return Err(format!(
            "a package has installed the unit in `{folder}`; switch it on with \
             `systemctl --user enable --now remembrance`"
        ));
    }
    let folder = program_folder()?;
    for (name, text) in FILES {
        let path = data.join(name);
        write(&path, &text.replace("@bindir@", &folder))?;
        print(&format!("Wrote {}\n", path.display()))?;
    }
    let started = start();
    if let Err(why) = started {
        return Err(format!(
            "it is installed, and not started: {why}\n\
             After the next login:  systemctl --user enable --now remembrance"
        ));
    }
    let told = alone()?.block_on(async { Client::found().await?.told().await });
    let next = told.map_err(|why| format!("it is installed and started, and does not answer: {why}"))?.status;
    print(&format!("It runs, now and after each login; {next}\nTry it with:  remembrance rehearse\n"))?;
    Ok(ExitCode::SUCCESS)
}

fn start() -> Result<(), String> {
    systemctl(&["daemon-reload"])?;
    alone()?.block_on(Client::reread_services());
    systemctl(&["enable", "--quiet", UNIT])?;
    systemctl(&["restart", UNIT]).map(drop)
}

fn uninstall(data: &Path) -> Result<ExitCode, Error> {
    let is_installed = data.join(FILES[0].0).exists();
    // Where there is no manager, nothing of it runs either.
    let stopped =
        if is_installed { systemctl(&["disable", "--now", "--quiet", UNIT]) } else { Ok(String::new()) };
    for (name, _) in FILES {
        let path = data.join(name);
        match fs::remove_file(&path) {
            Ok(()) => print(&format!("Removed {}\n", path.display()))?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(format!("cannot remove `{}`: {}", path.display(), reason(&error))),
        }
    }
    let paths = Paths::find(None)?;
    match fs::remove_dir_all(&paths.cache) {
        Ok(()) => print(&format!("Removed {}\n", paths.cache.display()))?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(format!("cannot remove `{}`: {}", paths.cache.display(), reason(&error))),
    }
    if is_installed {
        stopped?;
        systemctl(&["daemon-reload"])?;
        // Of one that had failed, the manager remembers that.
        let _ = systemctl(&["reset-failed", UNIT]);
        alone()?.block_on(Client::reread_services());
    }
    let home = paths.config_file.parent().map_or_else(PathBuf::new, Path::to_owned);
    print(&format!(
        "Your settings are kept in {}, what was shown in {}.\n",
        home.display(),
        paths.state.display()
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// The folder of this program, as unit and bus file can name it.
fn program_folder() -> Result<String, Error> {
    let program =
        std::env::current_exe().map_err(|error| format!("cannot find this program: {}", reason(&error)))?;
    let folder = program.parent().unwrap_or(Path::new("/")).display().to_string();
    if program.file_name().is_none_or(|name| name != "remembrance") {
        return Err(format!(
            "this program is `{}`, and the unit starts one named `remembrance`",
            program.display()
        ));
    }
    // Blanks, quotes, `%`, `$` and backslashes mean something to systemd or to the bus.
    let is_plain = |letter: char| letter.is_alphanumeric() || "/._+-@~".contains(letter);
    if folder.chars().all(is_plain) {
        Ok(folder)
    } else {
        Err(format!(
            "a unit cannot start a program from `{folder}`: move it to a folder without blanks and signs, as `~/.local/bin`"
        ))
    }
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    let wrong = |error: std::io::Error| format!("cannot write `{}`: {}", path.display(), reason(&error));
    fs::create_dir_all(path.parent().unwrap_or(Path::new("/"))).map_err(wrong)?;
    fs::write(path, text).map_err(wrong)
}
