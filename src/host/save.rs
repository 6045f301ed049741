//! Writing a file that a person wrote: whole or not at all, through a link to it, its rights kept.

use super::beside::{Beside, Wait, create_folders, create_written, folder_of};
use super::files::FileError;
use rustix::fs::syncfs;
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// How many links a file may be behind.
const MOST_LINKS: usize = 40;

/// Puts `text` in the place of what `path` says, or leaves it as it was.
///
/// A link stays a link: what it points to is replaced, as dotfiles in another folder are kept. Folders on
/// the way are made, but not beyond a link: where it leads may be a disk that is not mounted.
///
/// # Errors
/// When it cannot be written.
pub fn save(path: &Path, text: &str) -> Result<(), FileError> {
    replace(path, text, Wait::ForDisk).map_err(|error| FileError::write(path, &error))
}

/// The same without waiting for the disk; [`sync`] then waits for thousands of files at once.
///
/// Where the machine fails before that, the file may be empty.
///
/// # Errors
/// When it cannot be written.
pub fn save_unsynced(path: &Path, text: &str) -> Result<(), FileError> {
    replace(path, text, Wait::Not).map_err(|error| FileError::write(path, &error))
}

/// Writes a file that is not there yet, without waiting for the disk; `false` where something has its name by now, or it
/// cannot be done so, and [`save_unsynced`] has to do it.
///
/// Of thousands of files in one folder this takes a fifth of the time: `folder` is looked at once for all, and each is written
/// under one name beside them, which a process that is killed may leave ([`unfinished`]).
///
/// # Errors
/// When it cannot be written; what was begun is taken away again.
pub fn create_unsynced(path: &Path, text: &str, folder: &Metadata) -> Result<bool, FileError> {
    let beside = unfinished(folder_of(path));
    create_written(&beside, path, text, folder).map_err(|error| FileError::write(path, &error))
}

/// The name under which [`create_unsynced`] writes in a folder.
pub fn unfinished(folder: &Path) -> PathBuf {
    folder.join(".remembrance-new")
}

/// Waits until all that was written to the file system of a folder is on its disk.
///
/// # Errors
/// When the folder is not there, or the disk refuses.
pub fn sync(folder: &Path) -> Result<(), FileError> {
    let synced = File::open(folder).and_then(|folder| Ok(syncfs(folder)?));
    synced.map_err(|error| FileError::write(folder, &error))
}

fn replace(path: &Path, text: &str, wait: Wait) -> io::Result<()> {
    let target = target(path)?;
    let folder = folder_of(&target);
    if target == path {
        create_folders(folder)?;
    } else if !folder.exists() {
        return Err(io::Error::other("it is a link into a folder that is not there"));
    }
    let old = match fs::metadata(&target) {
        Ok(found) if !found.is_file() => return Err(io::Error::other("it is not a regular file")),
        // Writing beside would get around a file that its owner does not want changed.
        Ok(found) if found.permissions().readonly() => return Err(ErrorKind::PermissionDenied.into()),
        Ok(found) => Some(found),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let name = target.file_name().ok_or(ErrorKind::InvalidInput)?.to_string_lossy();
    let beside = Beside::written(&folder.join(format!(".{name}.remembrance-new")), text, wait)?;
    match beside.belongs_like(old.as_ref(), &fs::metadata(folder)?) {
        Ok(()) => beside.persist(&target),
        Err(error) => Err(beside.discard(error)),
    }
}

/// The file behind the links of `path`; it need not be there.
fn target(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&path) {
            Ok(link) => path = path.parent().unwrap_or(Path::new("/")).join(link),
            // It is no link, or not there.
            Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::NotFound) => {
                return Ok(path);
            }
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("too many levels of symbolic links"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::Permissions;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn a_linked_file_is_replaced_where_it_lies_and_keeps_its_rights() {
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        fs::create_dir(at("dotfiles")).unwrap();
        fs::write(at("dotfiles/config.toml"), "old").unwrap();
        fs::set_permissions(at("dotfiles/config.toml"), Permissions::from_mode(0o600)).unwrap();
        symlink("dotfiles/config.toml", at("link")).unwrap();
        symlink(at("link"), at("config.toml")).unwrap();
        save(&at("config.toml"), "new").unwrap();
        assert_eq!(fs::read_link(at("config.toml")).unwrap(), at("link"));
        assert_eq!(fs::read_to_string(at("dotfiles/config.toml")).unwrap(), "new");
        let mode = fs::metadata(at("dotfiles/config.toml")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(fs::read_dir(at("dotfiles")).unwrap().count(), 1, "nothing is left beside");
    }

    #[test]
    fn a_new_file_is_made_and_nothing_is_replaced_so() {
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        let folder = fs::metadata(home.path()).unwrap();
        fs::write(at("taken"), "mine").unwrap();
        symlink(at("elsewhere"), at("link")).unwrap();
        for (name, is_made) in [("new", true), ("taken", false), ("link", false)] {
            assert_eq!(create_unsynced(&at(name), "text", &folder), Ok(is_made), "{name}");
            assert!(!unfinished(home.path()).exists(), "{name}");
        }
        assert_eq!(fs::read_to_string(at("new")).unwrap(), "text");
        assert_eq!(fs::read_to_string(at("taken")).unwrap(), "mine");
        assert!(!at("elsewhere").exists());
        // As private as one that is put in the place of another.
        save(&at("saved"), "text").unwrap();
        let mode = |name: &str| fs::metadata(at(name)).unwrap().permissions().mode();
        assert_eq!(mode("new"), mode("saved"));
        assert!(create_unsynced(&at("no/folder"), "text", &folder).is_err());
        // What a process that was killed left has to be taken away first.
        fs::write(unfinished(home.path()), "half").unwrap();
        assert_eq!(create_unsynced(&at("other"), "text", &folder), Ok(false));
    }

    #[test]
    fn folders_on_the_way_are_made_and_what_cannot_be_written_is_named() {
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        save(&at("a/b/config.toml"), "new").unwrap();
        assert_eq!(fs::read_to_string(at("a/b/config.toml")).unwrap(), "new");
        symlink(at("loop"), at("loop")).unwrap();
        symlink(at("disk/config.toml"), at("unmounted")).unwrap();
        symlink(at("a/new.toml"), at("mounted")).unwrap();
        save(&at("mounted"), "new").unwrap();
        assert_eq!(fs::read_to_string(at("a/new.toml")).unwrap(), "new");
        fs::set_permissions(at("a/b/config.toml"), Permissions::from_mode(0o444)).unwrap();
        let table = [
            ("loop", "too many levels of symbolic links"),
            ("a", "it is not a regular file"),
            ("unmounted", "it is a link into a folder that is not there"),
            ("a/b/config.toml/x", "there is a file where a folder should be"),
            ("a/b/config.toml", "permission denied"),
        ];
        for (name, expected) in table {
            let error = save(&at(name), "x").unwrap_err().to_string();
            assert!(error.contains(expected), "{name}: {error}");
        }
    }
}
