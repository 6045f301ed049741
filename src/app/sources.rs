//! The files of the configuration and the packs of one's own, as texts.

use crate::config::{Mistake, Source};
use crate::host::files::read;
use crate::host::paths::Paths;
use crate::text::reason;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// The files of the configuration, lowest layer first, and what could not be read.
///
/// `instead` is a file with the text that it is to have, to look at a change before it is made.
pub fn config(paths: &Paths, instead: Option<&Source>) -> (Vec<Source>, Vec<Mistake>) {
    let (mut sources, mut mistakes) = (Vec::new(), Vec::new());
    let mut add = |path: &Path| {
        let file = path.display().to_string();
        if let Some(instead) = instead.filter(|instead| instead.file == file) {
            sources.push(instead.clone());
            return;
        }
        match read(path) {
            Ok(Some(text)) => sources.push(Source { file, text }),
            Ok(None) => {}
            Err(message) => mistakes.push(Mistake::of_file(&file, message, None)),
        }
    };
    let mut folders = Vec::new();
    for (index, folder) in paths.config.iter().enumerate() {
        let is_person = index + 1 == paths.config.len();
        add(if is_person { paths.config_file.clone() } else { folder.join("config.toml") }.as_path());
        let (more, mistake) = toml_in(&folder.join("days.d"));
        more.iter().for_each(|path| add(path));
        folders.extend(mistake);
    }
    mistakes.extend(folders);
    (sources, mistakes)
}

/// The TOML files of a folder in the order of their names; a folder that is there and cannot be read is told.
pub fn toml_in(folder: &Path) -> (Vec<PathBuf>, Option<Mistake>) {
    let listed = fs::read_dir(folder).and_then(|entries| {
        let paths = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
        let is_toml = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "toml");
        Ok(paths.into_iter().filter(is_toml).collect::<Vec<_>>())
    });
    let told = |error: &io::Error| {
        let message = format!("cannot read the folder `{}`: {}", folder.display(), reason(error));
        Mistake::of_file(&folder.display().to_string(), message, None)
    };
    match listed {
        Ok(mut paths) => {
            paths.sort();
            (paths, None)
        }
        Err(error) if error.kind() == ErrorKind::NotFound => (Vec::new(), None),
        // The folder above is no folder, or the name is one of a file: the latter is told.
        Err(error) if error.kind() == ErrorKind::NotADirectory && !folder.exists() => (Vec::new(), None),
        Err(error) => (Vec::new(), Some(told(&error))),
    }
}

/// The files of the packs, lowest layer first, and what could not be read.
pub fn packs(paths: &Paths) -> (Vec<Source>, Vec<Mistake>) {
    let (mut sources, mut mistakes) = (Vec::new(), Vec::new());
    for folder in &paths.config {
        let (packs, mistake) = toml_in(&folder.join("packs"));
        mistakes.extend(mistake);
        for path in packs {
            let file = path.display().to_string();
            match read(&path) {
                Ok(Some(text)) => sources.push(Source { file, text }),
                Ok(None) => {}
                Err(message) => mistakes.push(Mistake::of_file(&file, message, None)),
            }
        }
    }
    (sources, mistakes)
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
        for (name, expected) in
            [("file", "a file where a folder should be"), ("loop", "too many levels of symbolic links")]
        {
            let mistake = toml_in(&at(name)).1.unwrap();
            assert!(mistake.message.contains(expected), "{name}: {}", mistake.message);
        }
    }
}
