//! The folder that the ledger lives in.

use super::beside::{Beside, Wait, create_folders, folder_of, open_own};
use super::files;
use crate::engine::{Disk, LedgerFile};
use crate::text::reason;
use chrono::{DateTime, Utc};
use rustix::fs::{CWD, FlockOperation, OFlags, RenameFlags, flock, renameat_with};
use rustix::io::Errno;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// The ledger of the real clock, to which the lock of the whole folder belongs.
const LEDGER: &str = "ledger.jsonl";

/// A file in a folder of the machine.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    file: Option<File>,
    /// A new ledger that is not yet in its place.
    beside: Option<Beside>,
    /// Held for as long as the ledger is: one daemon writes it.
    _lock: Option<File>,
}

/// Another daemon of this person has the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InUse(pub PathBuf);

impl std::fmt::Display for InUse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "remembrance is running already: `{}` is in use", self.0.display())
    }
}

impl std::error::Error for InUse {}

impl Folder {
    /// The file `name` in `folder`, which is made where it is not.
    ///
    /// # Errors
    /// When another daemon has it.
    pub fn open(folder: &Path, name: &str) -> Result<Self, InUse> {
        let path = folder.join(name);
        // Where this fails, what opens the file says why.
        let _ = create_folders(folder);
        // A file can be deleted under the daemon that holds it, and the next one would lock another; so the folder itself
        // is the lock. A pretended clock has a ledger of its own there, and a file to lock.
        let locked = if name == LEDGER { File::open(folder) } else { open_own(&path.with_extension("lock")) };
        let locked = locked
            .and_then(|file| Ok(flock(&file, FlockOperation::NonBlockingLockExclusive).map(|()| file)?));
        let lock = match locked {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Err(InUse(path)),
            Err(error) => {
                log::warn!(
                    "no lock on `{}`: {}; nothing keeps a second daemon out",
                    path.display(),
                    reason(&error)
                );
                None
            }
            Ok(file) => Some(file),
        };
        Ok(Self { path, file: None, beside: None, _lock: lock })
    }

    /// The file, open for writing; it is never made here.
    fn file(&mut self) -> io::Result<&mut File> {
        match &mut self.file {
            Some(file) => Ok(file),
            none => Ok(none.insert(open_to_append(&self.path)?)),
        }
    }
}

/// Opens a ledger that is there, behind a link too; what is no regular file is not waited for.
fn open_to_append(path: &Path) -> io::Result<File> {
    let flags = (OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed();
    let file = OpenOptions::new().append(true).custom_flags(flags).open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(io::Error::other("it is not a regular file")) }
}

impl Disk for Folder {
    fn read(&mut self) -> Result<Option<Vec<u8>>, String> {
        files::read_bytes(&self.path).map_err(|error| error.to_string())
    }

    fn append(&mut self, text: &str) -> io::Result<()> {
        self.file()?.write_all(text.as_bytes())
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.file()?.set_len(length)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.file()?.sync_data()
    }

    fn write_beside(&mut self, text: &str) -> io::Result<()> {
        create_folders(folder_of(&self.path))?;
        self.beside = Some(Beside::written(&self.path.with_extension("jsonl.new"), text, Wait::ForDisk)?);
        Ok(())
    }

    fn replace(&mut self) -> io::Result<()> {
        let beside = self.beside.take().ok_or(io::ErrorKind::NotFound)?;
        self.file = None;
        beside.persist(&self.path)
    }

    fn set_aside(&mut self) -> io::Result<String> {
        let mut number = 1;
        loop {
            let aside = self.path.with_extension(format!("jsonl.set-aside-{number}"));
            match renameat_with(CWD, &self.path, CWD, &aside, RenameFlags::NOREPLACE) {
                Ok(()) => return Ok(aside.display().to_string()),
                Err(Errno::EXIST) if number < 1000 => number += 1,
                // A file system that cannot promise not to replace.
                Err(Errno::INVAL | Errno::NOSYS) if !aside.exists() => {
                    return fs::rename(&self.path, &aside).map(|()| aside.display().to_string());
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    fn place(&self) -> String {
        self.path.display().to_string()
    }
}

impl LedgerFile<Folder> {
    /// Opens the ledger `name` in `folder`, making both where they are not.
    ///
    /// Where the folder cannot be written, the ledger lives in memory and that is logged; a file
    /// that is no ledger is set aside under another name, never overwritten.
    ///
    /// # Errors
    /// When another daemon has it.
    pub fn open(folder: &Path, name: &str, now: DateTime<Utc>) -> Result<Self, InUse> {
        Ok(Self::on(Folder::open(folder, name)?, now))
    }
}

#[cfg(test)]
#[path = "ledger_tests.rs"]
mod tests;
