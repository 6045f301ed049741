//! Reading a file that a person wrote: never hanging, never without bound, each fault by its name.

use crate::text::reason;
use rustix::fs::OFlags;
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Read};
use std::os::unix::fs::OpenOptionsExt;
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
    // Opening a FIFO would wait for its writer, and a device for whatever it does.
    let flags = (OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed();
    let opened = OpenOptions::new().read(true).custom_flags(flags).open(path);
    let file = match opened {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) if error.kind() == ErrorKind::NotADirectory => return Ok(None),
        // A socket cannot be opened at all.
        Err(_) if fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir()) => {
            return wrong("it is not a regular file");
        }
        Err(error) => return wrong(&reason(&error)),
    };
    let too_large = || wrong(&format!("it is larger than {} MiB", LARGEST >> 20));
    let mut bytes = Vec::new();
    match file.metadata() {
        Err(error) => return wrong(&reason(&error)),
        Ok(found) if found.is_dir() => return wrong("it is a folder"),
        Ok(found) if !found.is_file() => return wrong("it is not a regular file"),
        Ok(found) if found.len() > LARGEST => return too_large(),
        Ok(found) => bytes.reserve_exact(usize::try_from(found.len()).unwrap_or_default() + 1),
    }
    // It may grow while it is read, or say that it is empty and not be, as files in /proc do.
    match file.take(LARGEST + 1).read_to_end(&mut bytes) {
        Err(error) => wrong(&reason(&error)),
        Ok(_) if bytes.len() as u64 > LARGEST => too_large(),
        Ok(_) => Ok(Some(bytes)),
    }
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
        assert_eq!(read(&at("latin1/config.toml")), Ok(None));
    }
}
