//! The files of the service below the data folder of a person: written, recognised, removed.

use super::ServiceError;
use crate::app::calendars::remove;
use crate::article::is_page;
use crate::cli::Error;
use crate::cli::output::print_line;
use crate::host::files;
use crate::host::save::save;
use std::fs;
use std::path::{Path, PathBuf};

/// What is written below the data folder of this person, and what is in it.
const FILES: [(&str, &str); 5] = [
    ("systemd/user/remembrance.service", include_str!("../../../systemd/remembrance.service")),
    (
        "dbus-1/services/org.remembrance.Remembrance1.service",
        include_str!("../../../systemd/org.remembrance.Remembrance1.service"),
    ),
    ("applications/remembrance.desktop", include_str!("../../../packaging/remembrance.desktop")),
    ("icons/hicolor/scalable/apps/remembrance.svg", include_str!("../../../packaging/icons/remembrance.svg")),
    (
        "icons/hicolor/symbolic/apps/remembrance-symbolic.svg",
        include_str!("../../../packaging/icons/remembrance-symbolic.svg"),
    ),
];

/// The file of the unit.
pub(super) fn unit(data: &Path) -> PathBuf {
    data.join(FILES[0].0)
}

/// Writes the files for a program in this folder.
///
/// # Errors
/// When one that is there was not written by this program, before any is written; or when one cannot be written.
pub(super) fn write(data: &Path, folder: &str) -> Result<(), Error> {
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
        save(&path, &text.replace("@bindir@", folder))?;
        print_line(&format!("Wrote {}", path.display()))?;
    }
    Ok(())
}

/// Removes the files that were written, and names those that were changed since.
pub(super) fn remove_all(data: &Path) -> Result<(), Error> {
    for (name, text) in FILES {
        let path = data.join(name);
        match files::read(&path) {
            Ok(None) => {}
            Ok(Some(found)) if is_written(&found, text) && is_behind_link(data, name) => {
                print_line(&format!("Left as it is, since it is behind a link: {}", path.display()))?;
            }
            Ok(Some(found)) if is_written(&found, text) => {
                remove(&path)?;
                print_line(&format!("Removed {}", path.display()))?;
            }
            Ok(Some(_)) | Err(_) => {
                print_line(&format!("Left as it is, since it was changed: {}", path.display()))?;
            }
        }
    }
    Ok(())
}

/// Whether a file, or a folder on the way to it from `data`, is a link.
fn is_behind_link(data: &Path, name: &str) -> bool {
    let name = Path::new(name);
    name.ancestors().filter(|part| !part.as_os_str().is_empty()).any(|part| data.join(part).is_symlink())
}

/// Whether a text is a template with some folder filled in: what `install` wrote.
fn is_written(text: &str, template: &str) -> bool {
    let Some((before, _)) = template.split_once("@bindir@") else { return text == template };
    let rest = text.strip_prefix(before).unwrap_or_default();
    let folder = rest.split_once("/remembrance run").map_or("", |(folder, _)| folder);
    super::is_nameable(folder) && template.replace("@bindir@", folder) == text
}

/// Removes the pages that were written for the browser, and their folder where nothing else is in it; never through
/// a link.
pub(super) fn remove_pages(cache: &Path) -> Result<(), Error> {
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
        print_line(&format!("Removed {}", cache.display()))?;
    }
    Ok(())
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
            let lines = template.replace("@bindir@", "/x\nExecStartPre=/home/me/bin/mine");
            assert!(lines == template || !is_written(&lines, template), "{name}");
        }
    }
}
