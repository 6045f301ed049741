//! The folder that the ledger lives in.

use super::beside::{Beside, Wait, create_folders, folder_of, open_own};
use super::files;
use crate::engine::{Disk, LedgerFile};
use crate::text::{LEADS_NOWHERE, reason};
use chrono::{DateTime, Utc};
use rustix::fs::{CWD, FlockOperation, OFlags, RenameFlags, flock, renameat_with};
use rustix::io::Errno;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// The ledger of the real clock, to which the lock of the whole folder belongs.
const LEDGER: &str = "ledger.jsonl";

/// A file in a folder of the machine.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// Open from the time at which it was read or written, so that another file in its place is noticed.
    file: Option<File>,
    /// A new ledger that is not yet in its place.
    beside: Option<Beside>,
    /// Held for as long as the ledger is: one daemon writes it.
    lock: Option<File>,
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
        let lock = match lock_of(&path) {
            Err(error) if error.kind() == ErrorKind::WouldBlock => return Err(InUse(path)),
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
        Ok(Self { path, file: None, beside: None, lock })
    }

    /// Locks the folder anew where it was removed and made again, or could not be locked before.
    ///
    /// # Errors
    /// When another daemon has it by now.
    fn lock_again(&mut self) -> io::Result<()> {
        let is_there = |lock: &File| match (lock.metadata(), fs::metadata(locked_by(&self.path))) {
            (Ok(held), Ok(found)) => (held.dev(), held.ino()) == (found.dev(), found.ino()),
            _ => false,
        };
        if self.lock.as_ref().is_some_and(is_there) {
            return Ok(());
        }
        match lock_of(&self.path) {
            Err(error) if error.kind() == ErrorKind::WouldBlock => Err(error),
            Err(_) => Ok(()),
            Ok(lock) => {
                self.lock = Some(lock);
                Ok(())
            }
        }
    }

    /// The file, open for writing; it is never made here.
    fn file(&mut self) -> io::Result<&mut File> {
        match &mut self.file {
            Some(file) => Ok(file),
            none => Ok(none.insert(open_to_append(&self.path)?)),
        }
    }
}

/// What is locked for a ledger. A file can be deleted under the daemon that holds it, and the next one would lock another;
/// so the folder itself is the lock. A pretended clock has a ledger of its own there, and a file to lock.
fn locked_by(ledger: &Path) -> PathBuf {
    if ledger.ends_with(LEDGER) { folder_of(ledger).to_owned() } else { ledger.with_extension("lock") }
}

/// # Errors
/// Of kind `WouldBlock` where another process has the lock.
fn lock_of(ledger: &Path) -> io::Result<File> {
    let by = locked_by(ledger);
    let file = if ledger.ends_with(LEDGER) { File::open(by) } else { open_own(&by) }?;
    Ok(flock(&file, FlockOperation::NonBlockingLockExclusive).map(|()| file)?)
}

/// Opens a ledger that is there, behind a link too; what is no regular file is not waited for.
fn open_to_append(path: &Path) -> io::Result<File> {
    let flags = (OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed();
    let file = OpenOptions::new().read(true).append(true).custom_flags(flags).open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(io::Error::other("it is not a regular file")) }
}

impl Disk for Folder {
    const LARGEST: u64 = files::LARGEST;

    fn read(&mut self) -> Result<Option<Vec<u8>>, String> {
        let bytes = files::read_bytes(&self.path).map_err(|error| error.to_string())?;
        if bytes.is_none() && self.path.is_symlink() {
            return Err(LEADS_NOWHERE.to_owned());
        }
        // A file that can only be read is told when something is to be written.
        self.file = bytes.as_ref().and_then(|_| open_to_append(&self.path).ok());
        Ok(bytes)
    }

    fn is_displaced(&mut self, length: Option<u64>) -> bool {
        let held = self.file.as_ref().and_then(|file| file.metadata().ok());
        match (fs::metadata(&self.path), held) {
            (Ok(found), Some(held)) => {
                (found.dev(), found.ino()) != (held.dev(), held.ino())
                    || length.is_some_and(|length| length != found.len())
            }
            // One that cannot be opened for writing is told when something is to be written.
            (Ok(_), None) => false,
            // Where the folder cannot be looked into, the file is where it was.
            (Err(error), _) => matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory),
        }
    }

    fn last(&mut self) -> Vec<u8> {
        let mut bytes = Vec::new();
        if let Some(mut file) = self.file.as_ref() {
            let _ = file.rewind().and_then(|()| file.take(files::LARGEST).read_to_end(&mut bytes));
        }
        bytes
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
        self.lock_again()?;
        self.beside = Some(Beside::written(&self.path.with_extension("jsonl.new"), text, Wait::ForDisk)?);
        Ok(())
    }

    fn replace(&mut self) -> io::Result<()> {
        let beside = self.beside.take().ok_or(ErrorKind::NotFound)?;
        self.file = None;
        beside.persist(&self.path)?;
        self.file = Some(open_to_append(&self.path)?);
        Ok(())
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
