//! What a command needs of the machine: paths, clock, configuration, ledger, output.

use super::output::Output;
use super::{Error, Global};
use crate::app::context::Context;
use crate::config::Mistake;
use crate::host::beside::create_folders;
use crate::host::clock::{self, Clock};
use crate::host::files::{self, FileError, FileFault};
use crate::host::paths::Paths;
use crate::host::streams::print_error_line;
use crate::host::zones;
use crate::message::Message;
use crate::schedule::{Ledger, LedgerLines};
use crate::text::LEADS_NOWHERE;
use crate::words::Words;
use chrono::Datelike;
use std::fs::{File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The name of the ledger in the state folder.
const LEDGER: &str = "ledger.jsonl";

/// The ledger of a daemon with a pretended clock: it must not silence the real one.
const PRETENDED_LEDGER: &str = "ledger-pretended.jsonl";

/// The configuration, the clock and the output of one command.
pub(super) struct Invocation {
    pub(super) global: Global,
    pub(super) paths: Paths,
    pub(super) context: Context,
    pub(super) clock: Clock,
    pub(super) output: Output,
    /// Held while the configuration is changed, so that two commands at once lose nothing of each other.
    _lock: Option<File>,
}

impl Invocation {
    /// Reads the configuration, and warns of mistakes in it.
    pub(super) fn read(global: &Global) -> Result<Self, Error> {
        let invocation = Self::quietly(global)?;
        Self::mention_mistakes(&invocation.context);
        Ok(invocation)
    }

    /// The same for a command with which the process ends: to take ten thousand days apart before that is for nothing.
    pub(super) fn read_for_good(global: &Global) -> Result<&'static Self, Error> {
        Ok(Box::leak(Box::new(Self::read(global)?)))
    }

    /// Reads the configuration for a command that reports its mistakes itself.
    pub(super) fn quietly(global: &Global) -> Result<Self, Error> {
        Self::of(global, global.existing_paths()?, None)
    }

    /// Reads the configuration for a command that changes it, once no other command does; the file may not exist yet.
    pub(super) fn for_editing(global: &Global) -> Result<Self, Error> {
        let paths = global.paths()?;
        let lock = lock(&paths);
        let invocation = Self::of(global, paths, lock)?;
        invocation.is_within_limits(&invocation.paths.config_file)?;
        Ok(invocation)
    }

    /// The same without the lock, for a command that waits for the person.
    pub(super) fn for_asking(global: &Global) -> Result<Self, Error> {
        Self::of(global, global.paths()?, None)
    }

    fn of(global: &Global, paths: Paths, lock: Option<File>) -> Result<Self, Error> {
        let clock = global.clock()?;
        let context = Context::read(paths.clone(), global.lang.as_deref(), clock.now());
        Ok(Self {
            global: global.clone(),
            paths,
            context,
            clock,
            output: Output::new(global.color),
            _lock: lock,
        })
    }

    /// Warns of the first mistake in a configuration, and of how many there are.
    pub(super) fn mention_mistakes(context: &Context) {
        if let Some(first) = context.mistakes.first() {
            let (first, words) = (first.in_one_line(), context.command_words());
            match Mistake::count(&context.mistakes) - 1 {
                0 => Self::warn(
                    &words,
                    &Message::new("has-mistakes").with("first", &first),
                    &format!("{first}; `remembrance check` lists every mistake"),
                ),
                more => Self::warn(
                    &words,
                    &Message::new("has-more-mistakes").with("first", &first).with("more", more),
                    &format!("{first} ({more} more); `remembrance check` lists every mistake"),
                ),
            }
        }
    }

    /// Prints a warning, in the language of the person where there is a sentence for it.
    pub(super) fn warn(words: &Words, message: &Message, english: &str) {
        let translated = words.error(message).zip(words.error(&Message::new("label-warning")));
        print_error_line(&match translated {
            Some((text, label)) => format!("{label}: {text}"),
            None => format!("warning: {english}"),
        });
    }

    /// The file that the daemon writes its ledger to.
    pub(super) fn ledger_file(&self) -> PathBuf {
        self.paths.state.join(LEDGER)
    }

    /// The file that a daemon with a pretended clock writes its ledger to.
    pub(super) fn pretended_ledger_file(&self) -> PathBuf {
        self.paths.state.join(PRETENDED_LEDGER)
    }

    /// What the ledger says, read without its lock; a line that the daemon is writing at this moment is skipped.
    ///
    /// # Errors
    /// When the file cannot be read, or is not a ledger of this version.
    pub(super) fn ledger(&self) -> Result<Ledger, Error> {
        Ok(ledger_lines(self.ledger_file())?.map(Ledger::of).unwrap_or_default())
    }

    /// The same for a command that can go on without the ledger: a fault is a warning.
    pub(super) fn ledger_or_warning(&self) -> Ledger {
        self.ledger().unwrap_or_else(|error| {
            print_error_line(&format!("warning: {error}"));
            Ledger::default()
        })
    }
}

/// How long another command may have the configuration until it is said, and how often the lock is tried.
const LONGEST_SILENCE: Duration = Duration::from_secs(2);
const PAUSE: Duration = Duration::from_millis(5);

/// The lock of the configuration's folder. Where it cannot be had (no such folder, a file system without locks) the
/// command goes on without.
pub(super) fn lock(paths: &Paths) -> Option<File> {
    let folder = paths.config_file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let locked = create_folders(folder).and_then(|()| {
        let file = File::open(folder)?;
        let begun = Instant::now();
        while begun.elapsed() < LONGEST_SILENCE {
            match file.try_lock() {
                Ok(()) => return Ok(file),
                Err(TryLockError::Error(error)) => return Err(error),
                Err(TryLockError::WouldBlock) => sleep(PAUSE),
            }
        }
        print_error_line(&format!("waiting for another program that has locked `{}`", folder.display()));
        file.lock().map(|()| file)
    });
    locked.inspect_err(|error| log::debug!("no lock on `{}`: {error}", folder.display())).ok()
}

/// The lines of a ledger; `None` where there is no file.
pub(super) fn ledger_lines(file: PathBuf) -> Result<Option<LedgerLines>, Error> {
    let Some(bytes) = files::read_bytes(&file)? else {
        if file.is_symlink() {
            let why = FileFault::System(ErrorKind::Other, LEADS_NOWHERE.to_owned());
            return Err(FileError::Read(file, why).into());
        }
        return Ok(None);
    };
    let lines = LedgerLines::read_bytes(&bytes);
    lines.map(Some).map_err(|_| Error::ForeignLedger(file))
}

/// The ledger that belongs to this clock.
pub(super) fn ledger_name(clock: Clock) -> &'static str {
    if clock.is_pretended() { PRETENDED_LEDGER } else { LEDGER }
}

impl Global {
    /// Where the files are; the config that was named need not exist.
    pub(super) fn paths(&self) -> Result<Paths, Error> {
        Ok(Paths::find(self.config.clone())?)
    }

    /// Where the files are; the config that was named must exist.
    pub(super) fn existing_paths(&self) -> Result<Paths, Error> {
        match &self.config {
            Some(file) if !file.exists() => Err(FileError::missing(file).into()),
            _ => self.paths(),
        }
    }

    /// The machine's clock, or the one that `--now` pretends.
    pub(super) fn clock(&self) -> Result<Clock, Error> {
        let Some(now) = &self.now else { return Ok(Clock::default()) };
        let now = clock::parse(now, &zones::system())?;
        Ok(Clock::showing(now))
    }

    /// This year, for commands that need no configuration.
    pub(super) fn this_year(&self) -> Result<i32, Error> {
        Ok(zones::system().civil(self.clock()?.now()).year())
    }
}
