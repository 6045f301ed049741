//! The folder that the ledger lives in.

use super::files;
use crate::engine::{Disk, LedgerFile};
use chrono::{DateTime, Utc};
use rustix::fs::{CWD, FlockOperation, RenameFlags, flock, renameat_with};
use rustix::io::Errno;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A file in a folder of the machine.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    file: Option<File>,
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
        // Where these fail, what opens the file says why.
        let _ = fs::create_dir_all(folder);
        let lock = match lock(&path.with_extension("lock")) {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Err(InUse(path)),
            lock => lock.ok(),
        };
        Ok(Self { path, file: None, _lock: lock })
    }

    /// The folder that holds the file.
    fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new("/"))
    }

    fn beside(&self) -> PathBuf {
        self.path.with_extension("jsonl.new")
    }

    /// The file, open for writing; it is never made here.
    fn file(&mut self) -> io::Result<&mut File> {
        match &mut self.file {
            Some(file) => Ok(file),
            none => Ok(none.insert(OpenOptions::new().append(true).open(&self.path)?)),
        }
    }
}

fn lock(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
    flock(&file, FlockOperation::NonBlockingLockExclusive)?;
    Ok(file)
}

impl Disk for Folder {
    fn read(&mut self) -> Result<Option<Vec<u8>>, String> {
        Ok(files::read_bytes(&self.path)?)
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
        fs::create_dir_all(self.folder())?;
        let mut file = File::create(self.beside())?;
        file.write_all(text.as_bytes())?;
        file.sync_all()
    }

    fn replace(&mut self) -> io::Result<()> {
        fs::rename(self.beside(), &self.path)?;
        self.file = None;
        // The name of a file lasts only once its folder is synced.
        File::open(self.folder())?.sync_all()
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
