//! A new file beside the one that it will replace, and the folders that both lie in: nothing on the way is followed,
//! waited for or overwritten that this program did not make, and nobody else can read them.

use rustix::fs::{CWD, OFlags, RenameFlags, renameat_with};
use rustix::io::Errno;
use std::fs::{self, DirBuilder, File, Metadata, OpenOptions, Permissions, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt, fchown, lchown};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// What may read and write a file of this program: its owner.
const PRIVATE: u32 = 0o600;

/// How many names are tried where others are in the way.
const MOST_NAMES: u32 = 9;

/// How often a file that another process writes, or has renamed meanwhile, is opened again, and how long after.
const MOST_TRIES: u32 = 100;
const PAUSE: Duration = Duration::from_millis(20);

/// Whether writing ends once the disk has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait {
    /// What was written lasts, whatever happens to the machine.
    ForDisk,
    /// It lasts once the file system has been synced.
    Not,
}

/// A file that is empty, written by this process alone, and not yet in its place.
#[derive(Debug)]
pub struct Beside {
    file: File,
    path: PathBuf,
    /// The rights that the umask leaves a new file.
    umasked: u32,
    wait: Wait,
}

impl Beside {
    /// Makes the file `path`, or empties what a process that was killed left of it; where something of others has that
    /// name, `path` with a number after it.
    ///
    /// The name is always the same, so that a process that is killed leaves one file at most, which the next one uses.
    ///
    /// # Errors
    /// When the folder takes no file, or all names are taken by others.
    fn create(path: &Path, wait: Wait) -> io::Result<Self> {
        let mut number = 1;
        loop {
            let mut name = path.as_os_str().to_owned();
            if number > 1 {
                name.push(format!("-{number}"));
            }
            match Self::at(PathBuf::from(name), wait) {
                Err(error) if is_in_the_way(&error) && number < MOST_NAMES => number += 1,
                made => return made,
            }
        }
    }

    fn at(path: PathBuf, wait: Wait) -> io::Result<Self> {
        for _ in 0..MOST_TRIES {
            let file = open(&path, 0o666)?;
            // One process at a time writes it; where there are no locks, nothing better can be had.
            if matches!(file.try_lock(), Err(TryLockError::WouldBlock)) {
                thread::sleep(PAUSE);
                continue;
            }
            let now = fs::symlink_metadata(&path);
            let (is, found) = (file.metadata()?, now.ok());
            // The process that had it has put it in its place meanwhile.
            if found.is_none_or(|found| (found.dev(), found.ino()) != (is.dev(), is.ino())) {
                continue;
            }
            if is.nlink() != 1 {
                return Err(ErrorKind::AlreadyExists.into());
            }
            file.set_permissions(Permissions::from_mode(PRIVATE))?;
            file.set_len(0)?;
            return Ok(Self { file, path, umasked: is.mode() & 0o777, wait });
        }
        Err(ErrorKind::AlreadyExists.into())
    }

    /// Makes the file `path` with this text in it.
    ///
    /// # Errors
    /// When it cannot be done; the file is taken away again.
    pub fn written(path: &Path, text: &str, wait: Wait) -> io::Result<Self> {
        let mut beside = Self::create(path, wait)?;
        let written = beside.file.write_all(text.as_bytes());
        match written.and_then(|()| if wait == Wait::ForDisk { beside.file.sync_all() } else { Ok(()) }) {
            Ok(()) => Ok(beside),
            Err(error) => Err(beside.discard(error)),
        }
    }

    /// Gives it the rights and the owner of the file that it will replace; of one that is new, the owner of the folder,
    /// and rights as private as the folder and the umask are.
    ///
    /// # Errors
    /// When the owner cannot be kept.
    pub fn belongs_like(&self, old: Option<&Metadata>, folder: &Metadata) -> io::Result<()> {
        let rights = match old {
            Some(old) => old.mode() & 0o7777,
            None => rights_in(folder) & (PRIVATE | self.umasked),
        };
        let (new, owner) = (self.file.metadata()?, old.unwrap_or(folder));
        // `sudo remembrance add` changes a file of the person's, and it stays theirs.
        if new.uid() != owner.uid() && (old.is_some() || new.uid() == 0) {
            fchown(&self.file, Some(owner.uid()), Some(owner.gid()))?;
        } else if old.is_some() && new.gid() != owner.gid() {
            // Who is not of the group cannot give it a file.
            let _ = fchown(&self.file, None, Some(owner.gid()));
        }
        self.file.set_permissions(Permissions::from_mode(rights))
    }

    /// Puts the file in the place of `target`, in one step, and makes that last.
    ///
    /// # Errors
    /// When it cannot be done; the file is taken away again.
    pub fn persist(self, target: &Path) -> io::Result<()> {
        if let Err(error) = fs::rename(&self.path, target) {
            return Err(self.discard(error));
        }
        if self.wait == Wait::Not {
            return Ok(());
        }
        // The name of a file lasts only once its folder is synced.
        File::open(folder_of(target))?.sync_all()
    }

    /// Takes the file away, after this error.
    pub fn discard(self, error: io::Error) -> io::Error {
        let _ = fs::remove_file(&self.path);
        error
    }
}

/// The rights of a new file: as private as the folder is.
fn rights_in(folder: &Metadata) -> u32 {
    PRIVATE | (0o644 & folder.mode())
}

/// Makes the file `path`, which is not there yet, with this text, first under the name `beside`; `false` where something has
/// one of the names, or the file system cannot rename without replacing.
///
/// # Errors
/// When it cannot be made or written; it is taken away again.
pub fn create_written(beside: &Path, path: &Path, text: &str, folder: &Metadata) -> io::Result<bool> {
    let opened = OpenOptions::new().write(true).create_new(true).mode(rights_in(folder)).open(beside);
    let mut file = match opened {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Ok(false),
        Err(error) => return Err(error),
    };
    let mut write = || {
        let made = file.metadata()?;
        // A umask could take rights even from the owner, and what root makes in the folder of a person is theirs.
        if made.mode() & PRIVATE != PRIVATE {
            file.set_permissions(Permissions::from_mode(PRIVATE | (made.mode() & 0o777)))?;
        }
        if made.uid() != folder.uid() && made.uid() == 0 {
            fchown(&file, Some(folder.uid()), Some(folder.gid()))?;
        }
        file.write_all(text.as_bytes())
    };
    let done = write().and_then(|()| match renameat_with(CWD, beside, CWD, path, RenameFlags::NOREPLACE) {
        Ok(()) => Ok(true),
        Err(Errno::EXIST | Errno::INVAL | Errno::NOSYS) => Ok(false),
        Err(error) => Err(error.into()),
    });
    if !matches!(done, Ok(true)) {
        let _ = fs::remove_file(beside);
    }
    done
}

/// Whether the name is taken by what this program did not make, rather than that the disk refuses.
fn is_in_the_way(error: &io::Error) -> bool {
    // A link and, as `ENXIO`, a FIFO that nobody reads or a socket have no kind of their own.
    let is_link_or_fifo =
        [Errno::LOOP, Errno::NXIO].iter().any(|no| error.raw_os_error() == Some(no.raw_os_error()));
    is_link_or_fifo
        || matches!(
            error.kind(),
            ErrorKind::AlreadyExists | ErrorKind::IsADirectory | ErrorKind::PermissionDenied
        )
}

/// Opens a file of this program's own for writing, and makes it for its owner alone: a regular file, never behind a
/// link, and without waiting for whoever reads a pipe.
///
/// # Errors
/// When it cannot be opened; of kind `AlreadyExists` where it is something else than a regular file.
pub fn open_own(path: &Path) -> io::Result<File> {
    let file = open(path, PRIVATE)?;
    // A umask could take rights even from the owner.
    file.set_permissions(Permissions::from_mode(PRIVATE)).map(|()| file)
}

fn open(path: &Path, mode: u32) -> io::Result<File> {
    let flags = (OFlags::NONBLOCK | OFlags::NOFOLLOW | OFlags::NOCTTY).bits().cast_signed();
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .mode(mode)
        .custom_flags(flags)
        .open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(ErrorKind::AlreadyExists.into()) }
}

/// Makes a folder and those above it, for their owner alone whatever the umask; what is there stays as it is.
///
/// # Errors
/// When one cannot be made.
pub fn create_folders(folder: &Path) -> io::Result<()> {
    let missing = folder.ancestors().take_while(|folder| {
        !folder.as_os_str().is_empty()
            && fs::metadata(folder).is_err_and(|error| error.kind() == ErrorKind::NotFound)
    });
    let missing: Vec<&Path> = missing.collect();
    for folder in missing.into_iter().rev() {
        match DirBuilder::new().mode(0o700).create(folder) {
            // A umask could take rights even from the owner.
            Ok(()) => {
                fs::set_permissions(folder, Permissions::from_mode(0o700))?;
                let above = fs::metadata(folder_of(folder))?;
                // What root makes in the folder of a person is theirs.
                if fs::symlink_metadata(folder)?.uid() != above.uid() {
                    let _ = lchown(folder, Some(above.uid()), Some(above.gid()));
                }
            }
            // Another process was quicker.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    // Says what is in the way, where something is.
    fs::create_dir_all(folder)
}

/// The folder that a file lies in.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
