//! Which names in which folders decide what the configuration says, as the folders stand now.
//!
//! A file may be replaced by an editor that renames, lie behind links, or not be there yet: so folders are
//! watched for names, those of links and of what they point to, and above what is missing the nearest folder
//! that is there.

use crate::host::paths::Paths;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Component, Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// How deep folders of calendars lie in one another.
const FOLDERS_WITHIN: usize = 2;

/// How many folders are watched at most.
const MOST_PLACES: usize = 1000;

/// How many links are followed from one file.
const MOST_LINKS: usize = 40;

/// What counts in a folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Wanted {
    /// Whatever happens to this name.
    Name(OsString),
    /// Whatever happens to a TOML file.
    Toml,
    /// Whatever happens to a file that is not hidden.
    Any,
    /// That this name appears.
    Arrival(OsString),
}

/// The folders to watch for the configuration and for the calendars that it follows, and what for.
pub(super) fn of_all(paths: &Paths, calendars: &[PathBuf]) -> BTreeSet<(PathBuf, Wanted)> {
    let mut places = of_config(paths);
    for calendar in calendars {
        file(calendar, MOST_LINKS, &mut places);
        folders(calendar, FOLDERS_WITHIN, &mut places);
    }
    places
}

/// A folder of calendars and the folders in it, as they are read.
fn folders(folder: &Path, depth: usize, places: &mut BTreeSet<(PathBuf, Wanted)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    places.insert((folder.to_owned(), Wanted::Any));
    for entry in entries.flatten() {
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if let (true, Some(depth)) = (is_folder && places.len() < MOST_PLACES, depth.checked_sub(1)) {
            folders(&entry.path(), depth, places);
        }
    }
}

/// How coarse the times of files are.
const TICK: Duration = Duration::from_millis(20);

/// Whether a file or folder of these calendars was written, moved, made or removed at `since` or later.
pub(in crate::daemon) fn has_changed_since(calendars: &[PathBuf], since: SystemTime) -> bool {
    let since = since.duration_since(UNIX_EPOCH).unwrap_or_default().saturating_sub(TICK);
    let changed = |path: &Path| {
        // The time of the last change of the file itself cannot be set by a program that copies it.
        let changed = fs::metadata(path).map(|found| (found.ctime(), found.ctime_nsec()));
        changed.is_ok_and(|(seconds, nanoseconds)| {
            let seconds = u64::try_from(seconds).unwrap_or_default();
            Duration::new(seconds, u32::try_from(nanoseconds).unwrap_or_default()) >= since
        })
    };
    calendars.iter().any(|calendar| is_any_below(calendar, FOLDERS_WITHIN + 1, &changed))
}

/// Whether something holds of a path, or of what is in it, to this depth of folders.
fn is_any_below(path: &Path, depth: usize, holds: &dyn Fn(&Path) -> bool) -> bool {
    let below = |depth| {
        let mut entries = fs::read_dir(path).into_iter().flatten().flatten();
        entries.any(|entry| is_any_below(&entry.path(), depth, holds))
    };
    holds(path) || depth.checked_sub(1).is_some_and(below)
}

/// The folders to watch, and what for.
fn of_config(paths: &Paths) -> BTreeSet<(PathBuf, Wanted)> {
    let mut places = BTreeSet::new();
    let lists = paths.drop_ins().zip(paths.packs());
    for ((folder, config), (drop_ins, packs)) in paths.config.iter().zip(paths.config_files()).zip(lists) {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        if !folder.exists() {
            arrival(folder, &mut places);
        }
        // The folder itself may be a link.
        if folder.is_symlink() {
            file(folder, MOST_LINKS, &mut places);
        }
        if folder.is_dir() {
            file(&folder.join(config.file_name().unwrap_or_default()), MOST_LINKS, &mut places);
            listed(&drop_ins, &mut places);
            listed(&packs, &mut places);
        }
    }
    places
}

/// A file, the links that lead to it, and where it lies in the end.
fn file(path: &Path, links_left: usize, places: &mut BTreeSet<(PathBuf, Wanted)>) {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return;
    };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    if !folder.is_dir() {
        arrival(folder, places);
        return;
    }
    places.insert((folder.to_owned(), Wanted::Name(name.to_owned())));
    if let (Ok(link), Some(links_left)) = (fs::read_link(path), links_left.checked_sub(1)) {
        let target = folder.join(&link);
        file(&target, links_left, places);
        // Folders on the way there may be links that are set anew, as `..data` of a mounted volume.
        let mut way = if link.is_absolute() { PathBuf::new() } else { folder.to_owned() };
        for component in link.parent().into_iter().flat_map(Path::components) {
            way.push(component);
            if matches!(component, Component::Normal(_)) && way.is_symlink() {
                file(&way, links_left.saturating_sub(1), places);
            }
        }
    }
}

/// A folder whose TOML files count.
fn listed(folder: &Path, places: &mut BTreeSet<(PathBuf, Wanted)>) {
    file(folder, MOST_LINKS, places);
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    places.insert((folder.to_owned(), Wanted::Toml));
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.extension().is_some_and(|extension| extension == "toml") && path.is_symlink() {
            file(&path, MOST_LINKS, places);
        }
    }
}

/// The next name on the way to something that is not there.
fn arrival(path: &Path, places: &mut BTreeSet<(PathBuf, Wanted)>) {
    let mut path = path;
    while let (Some(above), Some(name)) = (path.parent(), path.file_name()) {
        let above = if above.as_os_str().is_empty() { Path::new(".") } else { above };
        if above.is_dir() {
            places.insert((above.to_owned(), Wanted::Arrival(name.to_owned())));
            return;
        }
        path = above;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn a_calendar_that_changes_while_it_is_read_is_noticed() {
        let home = tempfile::tempdir().unwrap();
        let calendar = home.path().join("calendar");
        fs::create_dir_all(calendar.join("family")).unwrap();
        fs::write(calendar.join("family/one.ics"), "").unwrap();
        let later = SystemTime::now() + Duration::from_secs(1);
        let calendars = [calendar.clone(), home.path().join("missing.ics")];
        assert!(!has_changed_since(&calendars, later));
        let since = SystemTime::now();
        fs::write(calendar.join("family/one.ics"), "BEGIN:VCALENDAR").unwrap();
        assert!(has_changed_since(&calendars, since));
    }

    #[test]
    fn links_and_what_is_missing_are_watched_where_they_would_change() {
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        let paths = Paths {
            config: vec![at("etc/remembrance"), at(".config/remembrance")],
            config_file: at(".config/remembrance/config.toml"),
            state: at("state"),
            cache: at("cache"),
        };
        let places = || -> Vec<(String, Wanted)> {
            let name = |path: PathBuf| path.strip_prefix(home.path()).unwrap().display().to_string();
            of_config(&paths).into_iter().map(|(folder, wanted)| (name(folder), wanted)).collect()
        };
        let is_there = |folder: &str, wanted: Wanted| places().contains(&(folder.to_owned(), wanted));
        let (name, arrival) =
            (|text: &str| Wanted::Name(text.into()), |text: &str| Wanted::Arrival(text.into()));
        assert_eq!(places(), [(String::new(), arrival(".config")), (String::new(), arrival("etc"))]);

        fs::create_dir(at(".config")).unwrap();
        assert!(is_there(".config", arrival("remembrance")));

        // The whole folder is a link into another, and the file in it one of its own.
        fs::create_dir_all(at("dotfiles/remembrance/days.d")).unwrap();
        symlink("../dotfiles/remembrance", at(".config/remembrance")).unwrap();
        symlink("../real/config.toml", at("dotfiles/remembrance/config.toml")).unwrap();
        symlink("loop.toml", at("dotfiles/remembrance/days.d/loop.toml")).unwrap();
        assert!(is_there(".config", name("remembrance")));
        assert!(is_there(".config/remembrance", name("config.toml")));
        assert!(is_there(".config/remembrance/days.d", Wanted::Toml));
        assert!(is_there(".config/remembrance", name("packs")));
        assert!(is_there(".config/../dotfiles", name("remembrance")));

        // What the link points to comes later.
        assert!(is_there(".config/remembrance/..", arrival("real")), "{:?}", places());
        fs::create_dir(at("dotfiles/real")).unwrap();
        assert!(is_there(".config/remembrance/../real", name("config.toml")));
    }
}
