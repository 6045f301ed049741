//! Reading a file that a person wrote: never hanging, never without bound, each fault by its name.

use crate::text::reason;
use rustix::fs::OFlags;
use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// The largest file that is read, in bytes.
pub const LARGEST: u64 = 8 * 1024 * 1024;

/// How much of a file that is read in parts is in memory at a time.
const PART: usize = 64 * 1024;

/// A file or folder that could not be read, written or removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileError {
    /// It could not be read.
    Read(PathBuf, FileFault),
    /// It could not be written.
    Write(PathBuf, FileFault),
    /// It could not be removed.
    Remove(PathBuf, FileFault),
}

/// Why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFault {
    /// It is a folder, and a file was expected.
    IsFolder,
    /// It is a device, a socket or a pipe.
    NotRegular,
    /// It is larger than this many bytes.
    TooLarge(u64),
    /// This line, counted from 1, is not UTF-8.
    NotUtf8(usize),
    /// What the system says, in a few words.
    System(ErrorKind, String),
}

impl FileError {
    /// A read that the system refused.
    pub fn read(path: &Path, error: &io::Error) -> Self {
        Self::Read(path.to_owned(), error.into())
    }

    /// A write that the system refused.
    pub fn write(path: &Path, error: &io::Error) -> Self {
        Self::Write(path.to_owned(), error.into())
    }

    /// A removal that the system refused.
    pub fn remove(path: &Path, error: &io::Error) -> Self {
        Self::Remove(path.to_owned(), error.into())
    }

    /// Why it could not.
    pub fn fault(&self) -> &FileFault {
        match self {
            Self::Read(_, fault) | Self::Write(_, fault) | Self::Remove(_, fault) => fault,
        }
    }

    /// A file that does not exist and was to be read.
    pub fn missing(path: &Path) -> Self {
        Self::read(path, &ErrorKind::NotFound.into())
    }
}

impl From<&io::Error> for FileFault {
    fn from(error: &io::Error) -> Self {
        Self::System(error.kind(), reason(error))
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (verb, path, fault) = match self {
            Self::Read(path, fault) => ("read", path, fault),
            Self::Write(path, fault) => ("write", path, fault),
            Self::Remove(path, fault) => ("remove", path, fault),
        };
        write!(f, "cannot {verb} `{}`: {fault}", path.display())
    }
}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::IsFolder => f.write_str("it is a folder"),
            Self::NotRegular => f.write_str("it is not a regular file"),
            Self::TooLarge(largest) => write!(f, "it is larger than {} MiB", largest >> 20),
            Self::NotUtf8(line) => write!(f, "line {line} is not UTF-8"),
            Self::System(_, reason) => f.write_str(reason),
        }
    }
}

impl std::error::Error for FileError {}

/// The text of a file; `None` if it does not exist.
///
/// # Errors
/// When it cannot be read, is no file, is too large or is not UTF-8.
pub fn read(path: &Path) -> Result<Option<String>, FileError> {
    let Some(bytes) = read_bytes(path)? else { return Ok(None) };
    String::from_utf8(bytes).map(Some).map_err(|error| {
        let good = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = good.split(|byte| *byte == b'\n').count();
        FileError::Read(path.to_owned(), FileFault::NotUtf8(line))
    })
}

/// The bytes of a file; `None` if it does not exist.
///
/// # Errors
/// When it cannot be read, is no file or is too large.
pub fn read_bytes(path: &Path) -> Result<Option<Vec<u8>>, FileError> {
    let largest = LARGEST;
    let Some((file, length)) = open(path)? else { return Ok(None) };
    let too_large = || FileError::Read(path.to_owned(), FileFault::TooLarge(largest));
    if length > largest {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    bytes.reserve_exact(usize::try_from(length).unwrap_or_default() + 1);
    // It may grow while it is read, or say that it is empty and not be, as files in /proc do.
    match file.take(largest + 1).read_to_end(&mut bytes) {
        Err(error) => Err(FileError::read(path, &error)),
        Ok(_) if bytes.len() as u64 > largest => Err(too_large()),
        Ok(_) => Ok(Some(bytes)),
    }
}

/// Reads a file part by part, so that none of it has to stay in memory; `take` is given each part and the length of the
/// file, and ends the reading with `false`. `None` if the file does not exist.
///
/// # Errors
/// When it cannot be read or is no file.
pub fn read_parts(path: &Path, take: &mut dyn FnMut(&[u8], u64) -> bool) -> Result<Option<()>, FileError> {
    let Some((mut file, length)) = open(path)? else { return Ok(None) };
    let mut part = vec![0; PART];
    loop {
        match file.read(&mut part) {
            Ok(0) => return Ok(Some(())),
            Ok(count) => {
                if !take(part.get(..count).unwrap_or_default(), length) {
                    return Ok(Some(()));
                }
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(FileError::read(path, &error)),
        }
    }
}

/// Opens a file and gives its length; `None` if it does not exist.
fn open(path: &Path) -> Result<Option<(File, u64)>, FileError> {
    let wrong = |fault| Err(FileError::Read(path.to_owned(), fault));
    let system = |error: io::Error| Err(FileError::read(path, &error));
    // Opening a FIFO would wait for its writer, and a device for whatever it does.
    let flags = (OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed();
    let opened = OpenOptions::new().read(true).custom_flags(flags).open(path);
    let file = match opened {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) if error.kind() == ErrorKind::NotADirectory => return Ok(None),
        // A socket cannot be opened at all.
        Err(_) if fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir()) => {
            return wrong(FileFault::NotRegular);
        }
        Err(error) => return system(error),
    };
    match file.metadata() {
        Err(error) => system(error),
        Ok(found) if found.is_dir() => wrong(FileFault::IsFolder),
        Ok(found) if !found.is_file() => wrong(FileFault::NotRegular),
        Ok(found) => Ok(Some((file, found.len()))),
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
        File::create(at("huge")).unwrap().set_len(LARGEST + 1).unwrap();
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
            let error = read(&at(name)).unwrap_err().to_string();
            assert!(error.contains(expected), "{name}: {error}");
        }
        assert_eq!(read(&at("missing")), Ok(None));
        assert_eq!(read(&at("latin1/config.toml")), Ok(None));
    }
}
