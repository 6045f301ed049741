//! The files of the configuration and the packs of one's own, as texts.

use crate::config::{Fault, Mistake, Source};
use crate::host::beside::folder_of;
use crate::host::files::read;
use crate::host::paths::Paths;
use crate::text::{LEADS_NOWHERE, reason};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// The most text that the files of a configuration have together, and those of packs, in bytes.
///
/// Reading costs memory by the byte, and the daemon has little of it.
pub const MOST_TEXT: usize = 2 * 1024 * 1024;

/// Files that are read until they have more text than is allowed.
struct Texts<'i> {
    instead: Option<&'i Source>,
    sources: Vec<Source>,
    mistakes: Vec<Mistake>,
    left: usize,
}

impl<'i> Texts<'i> {
    fn new(instead: Option<&'i Source>) -> Self {
        Self { instead, sources: Vec::new(), mistakes: Vec::new(), left: MOST_TEXT }
    }

    /// Reads a file; one that is not there is passed over.
    fn add(&mut self, path: &Path) {
        let file = path.display().to_string();
        let text = match self.instead.filter(|instead| instead.file == file) {
            Some(instead) => Ok(Some(instead.text.clone())),
            None if fs::metadata(path).is_ok_and(|found| found.len() > self.left as u64) => {
                self.mistakes.push(Mistake::of_file(&file, Fault::TooMuchText(MOST_TEXT)));
                return;
            }
            None => read(path),
        };
        match text {
            // An empty file takes memory as well.
            Ok(Some(text)) if text.len() + file.len() > self.left => {
                self.mistakes.push(Mistake::of_file(&file, Fault::TooMuchText(MOST_TEXT)));
            }
            Ok(Some(text)) => {
                self.left -= text.len() + file.len();
                self.sources.push(Source { file, text });
            }
            Ok(None) => {
                let told =
                    |why| Mistake::of_file(&file, Fault::Unreadable(format!("cannot read `{file}`: {why}")));
                self.mistakes.extend(broken_way(path).map(told));
            }
            Err(error) => {
                self.mistakes.push(Mistake::of_file(&file, Fault::Unreadable(error.to_string())));
            }
        }
    }

    /// Reads the TOML files of a folder.
    fn add_folder(&mut self, folder: &Path) -> Option<Mistake> {
        let (paths, mistake) = toml_in(folder);
        paths.iter().for_each(|path| self.add(path));
        mistake
    }
}

/// What is in the way of a file that is not there, where it may be there and not be found: a disk that is not mounted must
/// not look like a person who wrote nothing.
fn broken_way(path: &Path) -> Option<&'static str> {
    let folder = folder_of(path);
    if path.is_symlink() {
        Some(LEADS_NOWHERE)
    } else if folder.is_symlink() && !folder.exists() {
        Some("its folder is a link that leads nowhere")
    } else {
        (folder.exists() && !folder.is_dir()).then_some("there is a file where a folder should be")
    }
}

/// The files of the configuration, lowest layer first, and what could not be read.
///
/// `instead` is a file with the text that it is to have, to look at a change before it is made.
pub fn config(paths: &Paths, instead: Option<&Source>) -> (Vec<Source>, Vec<Mistake>) {
    let mut texts = Texts::new(instead);
    let mut folders = Vec::new();
    for (file, drop_ins) in paths.config_files().zip(paths.drop_ins()) {
        texts.add(&file);
        folders.extend(texts.add_folder(&drop_ins));
    }
    texts.mistakes.append(&mut folders);
    (texts.sources, texts.mistakes)
}

/// How many bytes the files of the configuration and the packs of one's own have together.
pub fn size(paths: &Paths) -> u64 {
    let folders = paths.drop_ins().chain(paths.packs());
    let files = folders.flat_map(|folder| toml_in(&folder).0).chain(paths.config_files());
    files.filter_map(|file| Some(fs::metadata(file).ok()?.len())).sum()
}

/// The TOML files of a folder in the order of their names; a folder that is there and cannot be read is told.
pub fn toml_in(folder: &Path) -> (Vec<PathBuf>, Option<Mistake>) {
    let listed = fs::read_dir(folder).and_then(|entries| {
        let paths = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
        let is_toml = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "toml");
        Ok(paths.into_iter().filter(is_toml).collect::<Vec<_>>())
    });
    let told = |error: &io::Error| {
        let is_astray = error.kind() == ErrorKind::NotFound;
        let reason = if is_astray { LEADS_NOWHERE.to_owned() } else { reason(error) };
        let message = format!("cannot read the folder `{}`: {reason}", folder.display());
        Mistake::of_file(&folder.display().to_string(), Fault::Unreadable(message))
    };
    match listed {
        Ok(mut paths) => {
            paths.sort();
            (paths, None)
        }
        Err(error) if error.kind() == ErrorKind::NotFound && !folder.is_symlink() => (Vec::new(), None),
        // The folder above is no folder, or the name is one of a file: the latter is told.
        Err(error) if error.kind() == ErrorKind::NotADirectory && !folder.exists() => (Vec::new(), None),
        Err(error) => (Vec::new(), Some(told(&error))),
    }
}

/// The files of the packs, lowest layer first, and what could not be read.
pub fn packs(paths: &Paths) -> (Vec<Source>, Vec<Mistake>) {
    let mut texts = Texts::new(None);
    for folder in paths.packs() {
        let mistake = texts.add_folder(&folder);
        texts.mistakes.extend(mistake);
    }
    (texts.sources, texts.mistakes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn a_folder_that_is_none_or_leads_nowhere_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        assert_eq!(toml_in(&at("missing")), (Vec::new(), None));
        fs::write(at("file"), "").unwrap();
        symlink(at("loop"), at("loop")).unwrap();
        symlink(at("disk/days.d"), at("unmounted")).unwrap();
        for (name, expected) in [
            ("file", "a file where a folder should be"),
            ("loop", "too many levels of symbolic links"),
            ("unmounted", "it is a link that leads nowhere"),
        ] {
            let mistake = toml_in(&at(name)).1.unwrap();
            assert!(mistake.message().contains(expected), "{name}: {}", mistake.message());
        }
    }
}
