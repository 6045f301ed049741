//! Reading a file that a person wrote: never hanging, never without bound, each fault by its name.

use super::paths::Paths;
use crate::config::{Mistake, Source};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// The largest file that is read, in bytes.
pub const LARGEST: u64 = 8 * 1024 * 1024;

/// The text of a file; `None` when there is none of that name.
///
/// # Errors
/// When it cannot be read, is no file, is too large or is not UTF-8; the message says which.
pub fn read(path: &Path) -> Result<Option<String>, String> {
    let Some(bytes) = read_bytes(path)? else { return Ok(None) };
    String::from_utf8(bytes).map(Some).map_err(|error| {
        let good = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = good.split(|byte| *byte == b'\n').count();
        format!("cannot read `{}`: line {line} is not UTF-8", path.display())
    })
}

/// The bytes of a file; `None` when there is none of that name.
///
/// # Errors
/// When it cannot be read, is no file or is too large; the message says which.
pub fn read_bytes(path: &Path) -> Result<Option<Vec<u8>>, String> {
    let wrong = |what: &str| Err(format!("cannot read `{}`: {what}", path.display()));
    match fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) if error.kind() == ErrorKind::NotADirectory => return Ok(None),
        Err(error) => return wrong(&reason(&error)),
        Ok(found) if found.is_dir() => return wrong("it is a folder"),
        // A FIFO or a device could hang or never end.
        Ok(found) if !found.is_file() => return wrong("it is not a regular file"),
        Ok(found) if found.len() > LARGEST => {
            return wrong(&format!("it is larger than {} MiB", LARGEST >> 20));
        }
        Ok(_) => {}
    }
    fs::read(path).map(Some).or_else(|error| wrong(&reason(&error)))
}

/// What an error of the system means, in a few words.
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory => {
            "there is a file where a folder should be".to_owned()
        }
        ErrorKind::StorageFull => "the disk is full".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "the file system is read-only".to_owned(),
        _ => {
            let text = error.to_string();
            text.split(" (os error").next().unwrap_or_default().to_lowercase()
        }
    }
}

/// The files of the configuration, lowest layer first, and what could not be read.
pub fn config(paths: &Paths) -> (Vec<Source>, Vec<Mistake>) {
    let (mut sources, mut mistakes) = (Vec::new(), Vec::new());
    let mut add = |path: &Path| match read(path) {
        Ok(Some(text)) => sources.push(Source { file: path.display().to_string(), text }),
        Ok(None) => {}
        Err(message) => mistakes.push(Mistake::of_file(&path.display().to_string(), message, None)),
    };
    for (index, folder) in paths.config.iter().enumerate() {
        let is_person = index + 1 == paths.config.len();
        add(if is_person { paths.config_file.clone() } else { folder.join("config.toml") }.as_path());
        let mut more: Vec<_> = fs::read_dir(folder.join("days.d"))
            .into_iter()
            .flatten()
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
            .collect();
        more.sort();
        more.iter().for_each(|path| add(path));
    }
    (sources, mistakes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn what_is_no_readable_file_is_told_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        symlink(at("loop"), at("loop")).unwrap();
        fs::write(at("latin1"), b"ok\nna\xefve\n").unwrap();
        fs::File::create(at("huge")).unwrap().set_len(LARGEST + 1).unwrap();
        let fifo = std::process::Command::new("mkfifo").arg(at("fifo")).status().unwrap();
        assert!(fifo.success());
        let table = [
            ("", "it is a folder"),
            ("loop", "too many levels of symbolic links"),
            ("latin1", "line 2 is not UTF-8"),
            ("huge", "it is larger than 8 MiB"),
            ("fifo", "it is not a regular file"),
        ];
        for (name, expected) in table {
            let error = read(&at(name)).unwrap_err();
            assert!(error.contains(expected), "{name}: {error}");
        }
        assert_eq!(read(&at("missing")), Ok(None));
    }
}
