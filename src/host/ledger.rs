//! The ledger's file: appended to in one write and synced, and kept in memory where the disk refuses.

use super::files::{self, reason};
use crate::schedule::{Entry, Ledger};
use chrono::{DateTime, Utc};
use rustix::fs::{FlockOperation, flock};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The ledger on disk, and what it says.
#[derive(Debug)]
pub struct LedgerFile {
    path: PathBuf,
    file: Option<File>,
    /// The length of what is whole in the file; what a failed write left behind lies after it.
    length: u64,
    /// Lines that the disk has not taken yet.
    unsaved: Vec<String>,
    /// What the ledger says, saved or not.
    pub ledger: Ledger,
    /// Held for as long as the ledger is: one daemon writes it.
    lock: Option<File>,
}

/// Why a ledger could not be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// Another daemon of this person has it.
    InUse(PathBuf),
}

impl std::fmt::Display for OpenError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self::InUse(path) = self;
        write!(f, "remembrance is running already: `{}` is in use", path.display())
    }
}

impl std::error::Error for OpenError {}

impl LedgerFile {
    /// Opens the ledger `name` in `folder`, making both where they are not.
    ///
    /// Where the folder cannot be written, the ledger lives in memory and that is logged; a file
    /// that is no ledger is set aside under another name, never overwritten.
    ///
    /// # Errors
    /// When another daemon has it.
    pub fn open(folder: &Path, name: &str, now: DateTime<Utc>) -> Result<Self, OpenError> {
        let path = folder.join(name);
        let mut this = Self {
            path,
            file: None,
            length: 0,
            unsaved: Vec::new(),
            ledger: Ledger::begun_at(now),
            lock: None,
        };
        // Where this fails, what opens the file below says why.
        let _ = fs::create_dir_all(folder);
        this.lock = match lock(&this.path.with_extension("lock")) {
            Ok(lock) => Some(lock),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                return Err(OpenError::InUse(this.path));
            }
            Err(_) => None,
        };
        let text = match files::read(&this.path) {
            Ok(text) => text.unwrap_or_default(),
            Err(message) => {
                this.set_aside(&message, now);
                String::new()
            }
        };
        if !text.is_empty() {
            match Ledger::read(&text) {
                Ok(ledger) => {
                    if !ledger.damaged.is_empty() {
                        log::warn!(
                            "`{}`: passed over what is damaged in lines {:?}",
                            this.path.display(),
                            ledger.damaged
                        );
                    }
                    this.ledger = ledger;
                    this.length = text.rfind('\n').map_or(0, |end| end as u64 + 1);
                }
                Err(_) => this.set_aside("it is not a ledger of this version", now),
            }
        }
        if let Err(error) = this.start(now) {
            this.say(&error);
        }
        Ok(this)
    }

    /// Moves what is no ledger out of the way.
    fn set_aside(&self, why: &str, now: DateTime<Utc>) {
        let aside = self.path.with_extension(format!("jsonl.set-aside-{}", now.format("%Y%m%dT%H%M%S")));
        match fs::rename(&self.path, &aside) {
            Ok(()) => log::warn!("`{}`: {why}; it is now `{}`", self.path.display(), aside.display()),
            Err(error) => {
                log::warn!("`{}`: {why}, and cannot be moved: {}", self.path.display(), reason(&error));
            }
        }
    }

    /// Opens the file for writing, and begins it where it is new.
    fn start(&mut self, now: DateTime<Utc>) -> io::Result<()> {
        let folder = self.path.parent().unwrap_or(Path::new("/"));
        fs::create_dir_all(folder)?;
        // A line torn by a crash is cut off, so that the next begins on a line of its own.
        let mut file = OpenOptions::new().create(true).append(true).open(&self.path)?;
        if file.metadata()?.len() > self.length {
            file.set_len(self.length)?;
        }
        if self.length == 0 {
            let heading = Ledger::heading(now);
            file.write_all(heading.as_bytes())?;
            file.sync_all()?;
            // The name of a new file lasts only once its folder is synced.
            File::open(folder)?.sync_all()?;
            self.length = heading.len() as u64;
        }
        self.file = Some(file);
        Ok(())
    }

    /// Records an entry: in memory at once, on disk before this returns, or else with the next one.
    ///
    /// # Errors
    /// When the disk does not take it; it is kept, and tried again with the next entry.
    pub fn record(&mut self, entry: &Entry, now: DateTime<Utc>) -> Result<(), String> {
        self.ledger.record_entry(entry);
        self.unsaved.push(entry.line());
        let saved = if self.file.is_none() { self.start(now) } else { Ok(()) };
        saved.and_then(|()| self.save()).map_err(|error| self.complaint(&error))
    }

    fn save(&mut self) -> io::Result<()> {
        let Some(file) = &mut self.file else {
            return Ok(());
        };
        let lines = self.unsaved.concat();
        let written = file.write_all(lines.as_bytes()).and_then(|()| file.sync_data());
        if written.is_err() {
            // Half a line may be there: cut it off, or the next would be glued to it.
            let _ = file.set_len(self.length);
            return written;
        }
        self.length += lines.len() as u64;
        self.unsaved.clear();
        Ok(())
    }

    fn complaint(&self, error: &io::Error) -> String {
        let why = reason(error);
        format!(
            "cannot save the ledger `{}`: {why}; after a restart reminders may be shown again",
            self.path.display()
        )
    }

    fn say(&self, error: &io::Error) {
        log::warn!("{}", self.complaint(error));
    }
}

fn lock(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
    flock(&file, FlockOperation::NonBlockingLockExclusive)?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::State;
    use chrono::NaiveDate;

    fn now() -> DateTime<Utc> {
        "2027-01-20T05:00:00Z".parse().unwrap()
    }

    fn entry(day: &str) -> Entry {
        Entry::of(day, NaiveDate::from_ymd_opt(2027, 1, 20).unwrap(), State::Shown, now())
    }

    fn open(folder: &Path) -> LedgerFile {
        LedgerFile::open(folder, "ledger.jsonl", now()).unwrap()
    }

    #[test]
    fn what_was_recorded_is_there_after_a_restart() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("state/remembrance");
        let mut first = open(&folder);
        first.record(&entry("x"), now()).unwrap();
        let before = first.ledger.clone();
        drop(first);
        assert_eq!(open(&folder).ledger, before);
        let text = fs::read_to_string(folder.join("ledger.jsonl")).unwrap();
        assert_eq!(text.lines().count(), 2);
    }

    #[test]
    fn a_torn_last_line_is_cut_off() {
        let home = tempfile::tempdir().unwrap();
        open(home.path()).record(&entry("x"), now()).unwrap();
        let path = home.path().join("ledger.jsonl");
        let whole = fs::read_to_string(&path).unwrap();
        fs::write(&path, whole.clone() + "{\"at\":\"2027").unwrap();
        open(home.path()).record(&entry("y"), now()).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), whole + &entry("y").line());
    }

    #[test]
    fn a_foreign_file_is_set_aside_and_kept() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("ledger.jsonl"), "my poem\n").unwrap();
        open(home.path()).record(&entry("x"), now()).unwrap();
        let kept = fs::read_to_string(home.path().join("ledger.jsonl.set-aside-20270120T050000")).unwrap();
        assert_eq!(kept, "my poem\n");
    }

    #[test]
    fn a_second_daemon_is_refused() {
        let home = tempfile::tempdir().unwrap();
        let _first = open(home.path());
        assert!(matches!(LedgerFile::open(home.path(), "ledger.jsonl", now()), Err(OpenError::InUse(_))));
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_told_and_survived() {
        let home = tempfile::tempdir().unwrap();
        // A file where the folder should be refuses root too, as a mode would not.
        fs::write(home.path().join("state"), "").unwrap();
        let mut ledger = open(&home.path().join("state"));
        let error = ledger.record(&entry("x"), now()).unwrap_err();
        assert!(
            error.contains("cannot save the ledger") && error.contains("a file where a folder should be"),
            "{error}"
        );
        // Once the disk takes it, nothing is lost.
        fs::remove_file(home.path().join("state")).unwrap();
        fs::create_dir(home.path().join("state")).unwrap();
        ledger.record(&entry("y"), now()).unwrap();
        let text = fs::read_to_string(home.path().join("state/ledger.jsonl")).unwrap();
        assert_eq!(text.lines().count(), 3, "{text}");
    }
}
