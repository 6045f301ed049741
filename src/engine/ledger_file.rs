//! The ledger's file: appended to in one write and synced, and kept in memory where the disk refuses.

use super::Disk;
use crate::schedule::{ClockNote, ClockVerdict, Foreign, Ledger, LedgerLine, LedgerLines, pruned, shortened};
use crate::text::reason;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;

/// How long after the disk refused a line it is tried again, if nothing happens before.
const RETRY: TimeDelta = TimeDelta::hours(1);

/// Why a file is set aside that can be read.
const FOREIGN: &str = "it is not a ledger of this version";

/// The ledger on disk, and what it says.
#[derive(Debug)]
pub struct LedgerFile<D> {
    disk: D,
    /// When it was begun, where it has to be made anew.
    begun: DateTime<Utc>,
    on_disk: OnDisk,
    /// LedgerLines that the disk has not taken yet.
    unsaved: Vec<LedgerLine>,
    /// Whether it was said that the disk does not take them.
    is_told: bool,
    /// Past this length it is pruned.
    prune_at: u64,
    /// What the ledger says, saved or not.
    pub ledger: Ledger,
}

/// What is known of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OnDisk {
    /// There is none yet.
    None,
    /// This many bytes are whole, and nothing follows.
    Whole(u64),
    /// This many bytes are whole; a write that failed, or a crash, left something after them.
    Torn(u64),
    /// Something else is in its place and cannot be moved: it is left alone, until it can.
    Foreign,
}

impl OnDisk {
    /// How many bytes are whole lines.
    fn whole(bytes: &[u8]) -> usize {
        bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1)
    }

    fn measured(bytes: &[u8]) -> Self {
        let whole = Self::whole(bytes);
        let length = whole as u64;
        if whole == bytes.len() { Self::Whole(length) } else { Self::Torn(length) }
    }
}

/// The ledger that these bytes are, without what follows the last line end: that is torn, however whole it looks, and will
/// be cut off.
fn ledger_in(bytes: &[u8]) -> Result<LedgerLines, Foreign> {
    LedgerLines::read_bytes(&bytes[..OnDisk::whole(bytes)])
}

impl<D: Disk> LedgerFile<D> {
    /// The longest file that is written, in bytes.
    const MOST: u64 = D::LARGEST - D::LARGEST / 16;

    /// The ledger on `disk`, made if it does not exist.
    pub fn on(disk: D, now: DateTime<Utc>) -> Self {
        let mut this = Self {
            disk,
            begun: now,
            on_disk: OnDisk::None,
            unsaved: Vec::new(),
            is_told: false,
            prune_at: D::WORTH_PRUNING,
            ledger: Ledger::default(),
        };
        match this.disk.read() {
            Ok(None) => {}
            // A crash before the heading was synced leaves an empty file.
            Ok(Some(bytes)) if bytes.is_empty() => {}
            Ok(Some(bytes)) => this.take(bytes, now),
            Err(message) => this.on_disk = this.set_aside(&message),
        }
        this.flush(now);
        this
    }

    /// Takes over what the file says.
    fn take(&mut self, bytes: Vec<u8>, now: DateTime<Utc>) {
        let Ok(lines) = ledger_in(&bytes) else {
            self.on_disk = self.set_aside(FOREIGN);
            return;
        };
        if let Some(damage) = lines.damage() {
            log::warn!("`{}`: passed over what is damaged in {damage}", self.disk.place());
        }
        self.begun = lines.begun;
        self.on_disk = OnDisk::measured(&bytes);
        let length = bytes.len() as u64;
        // A large one is held once: as bytes, then as lines, then as what they say.
        drop(bytes);
        // A daemon that was killed after it wrote may not have synced, and what is believed has to last.
        // Where that cannot be, the next line that is written says so.
        let _ = self.disk.sync();
        let lines = if length < self.prune_at { lines } else { self.prune(lines, length, now, 0) };
        self.ledger = Ledger::of(lines);
    }

    /// Moves what is no ledger out of the way, and says what is in its place then.
    fn set_aside(&mut self, why: &str) -> OnDisk {
        let place = self.disk.place();
        match self.disk.set_aside() {
            Ok(aside) => {
                log::warn!("`{place}`: {why}; it is now `{aside}`, and a new ledger is begun");
                OnDisk::None
            }
            Err(error) => {
                if self.on_disk != OnDisk::Foreign {
                    log::warn!(
                        "`{place}`: {why}, and it cannot be moved: {}; after a restart reminders may be shown again",
                        reason(&error)
                    );
                }
                self.is_told = true;
                OnDisk::Foreign
            }
        }
    }

    /// Looks whether the file was removed or replaced, or can be had now. What is there counts, and what it lacks of what
    /// was recorded is written to it again.
    fn look(&mut self) {
        let (was_there, length) = match self.on_disk {
            OnDisk::Whole(length) => (true, Some(length)),
            OnDisk::Torn(_) => (true, None),
            OnDisk::None | OnDisk::Foreign => (false, None),
        };
        if was_there && !self.disk.is_displaced(length) {
            return;
        }
        let had = if was_there { self.disk.last() } else { Vec::new() };
        let had = ledger_in(&had).map_or_else(|Foreign| Vec::new(), |lines| lines.lines);
        let found = match self.disk.read() {
            Ok(None) => None,
            Ok(Some(bytes)) if bytes.is_empty() => None,
            Ok(Some(bytes)) => {
                let lines = ledger_in(&bytes).map(|lines| (OnDisk::measured(&bytes), lines)).ok();
                if lines.is_none() {
                    self.on_disk = self.set_aside(FOREIGN);
                }
                lines
            }
            Err(message) => {
                self.on_disk = self.set_aside(&message);
                None
            }
        };
        let place = self.disk.place();
        let lacking = match found {
            None if self.on_disk == OnDisk::Foreign => had,
            None => {
                if was_there {
                    log::warn!("the ledger `{place}` was removed or emptied; it is written again");
                }
                self.on_disk = OnDisk::None;
                had
            }
            Some((on_disk, found)) => {
                let hash = |line: &LedgerLine| {
                    let mut hasher = DefaultHasher::new();
                    line.text().hash(&mut hasher);
                    hasher.finish()
                };
                let known: HashSet<u64> = found.lines.iter().map(hash).collect();
                let lacking: Vec<LedgerLine> =
                    had.into_iter().filter(|line| !known.contains(&hash(line))).collect();
                log::warn!(
                    "another ledger is in the place of `{place}`; the daemon goes on with it, and adds what it lacks"
                );
                (self.on_disk, self.begun) = (on_disk, found.begun);
                self.ledger = Ledger::of(found);
                lacking.iter().chain(&self.unsaved).for_each(|line| self.ledger.record(line));
                lacking
            }
        };
        self.unsaved.splice(0..0, lacking);
    }

    /// Writes the ledger anew without what can no longer matter, and without more where it would be too long to be read
    /// with as many bytes `more`; gives what is on disk then.
    fn prune(&mut self, lines: LedgerLines, length: u64, now: DateTime<Utc>, more: u64) -> LedgerLines {
        self.prune_at = length * 2;
        let is_too_long = length + more > Self::MOST;
        let pruned = match pruned(lines, now) {
            Ok(pruned) => pruned,
            Err(lines) if is_too_long => lines,
            Err(lines) => return lines,
        };
        let pruned = if is_too_long {
            // Some more than it has to be, so that the next lines have room.
            let most = Self::MOST.saturating_sub(more + D::LARGEST / 8).max(D::LARGEST / 4);
            shortened(pruned, now, usize::try_from(most).unwrap_or(usize::MAX))
        } else {
            pruned
        };
        let text = pruned.text();
        if text.len() as u64 >= length {
            return pruned;
        }
        match self.disk.write_beside(&text).and_then(|()| self.disk.replace()) {
            Ok(()) => {
                self.on_disk = OnDisk::Whole(text.len() as u64);
                self.prune_at = D::WORTH_PRUNING.max(text.len() as u64 * 2);
            }
            Err(error) => {
                log::warn!("cannot shorten the ledger `{}`: {}", self.disk.place(), reason(&error));
                // Whether the new one is in its place is not known; what is there counts.
                if let Ok(Some(bytes)) = self.disk.read() {
                    self.on_disk = OnDisk::measured(&bytes);
                    if let Ok(lines) = ledger_in(&bytes) {
                        return lines;
                    }
                }
            }
        }
        pruned
    }

    /// Records a line: in memory at once, on disk before this returns.
    ///
    /// What the disk does not take is kept, told once, and tried again with the next line and by [`Self::save`].
    pub fn record(&mut self, line: impl Into<LedgerLine>, now: DateTime<Utc>) {
        self.record_all([line.into()], now);
    }

    /// Records some lines in one write.
    pub fn record_all(&mut self, lines: impl IntoIterator<Item = LedgerLine>, now: DateTime<Utc>) {
        for line in lines {
            self.ledger.record(&line);
            self.unsaved.push(line);
        }
        self.save(now);
    }

    /// Writes what the disk has not taken yet, and all of it where the file was removed.
    pub fn save(&mut self, now: DateTime<Utc>) {
        self.look();
        self.flush(now);
    }

    fn flush(&mut self, now: DateTime<Utc>) {
        let is_new = self.on_disk == OnDisk::None;
        if self.on_disk == OnDisk::Foreign {
            return;
        }
        if self.unsaved.is_empty() && !is_new && !self.is_torn() {
            return;
        }
        self.make_room(now);
        match self.write() {
            Ok(length) => {
                self.unsaved = Vec::new();
                if std::mem::take(&mut self.is_told) {
                    log::info!("The ledger `{}` is saved again.", self.disk.place());
                }
                if length >= self.prune_at
                    && let Ok(Some(bytes)) = self.disk.read()
                    && let Ok(lines) = ledger_in(&bytes)
                {
                    drop(bytes);
                    self.ledger = Ledger::default();
                    self.ledger = Ledger::of(self.prune(lines, length, now, 0));
                }
            }
            Err(error) if !self.is_told => {
                self.is_told = true;
                log::warn!(
                    "cannot save the ledger `{}`: {}; after a restart reminders may be shown again",
                    self.disk.place(),
                    reason(&error)
                );
            }
            Err(_) => {}
        }
    }

    /// Shortens the file where it would become too long to be read with what is to be written.
    fn make_room(&mut self, now: DateTime<Utc>) {
        let (OnDisk::Whole(length) | OnDisk::Torn(length)) = self.on_disk else { return };
        // Looking at what is to be written costs something, and a few lines always fit.
        if length <= D::LARGEST / 4 {
            return;
        }
        let more = self.unsaved.iter().map(|line| line.text().len() as u64).sum::<u64>();
        // A ledger whose clock is in doubt cannot be shortened: what comes until that is settled is given room before.
        let begins_doubt = |line: &LedgerLine| {
            matches!(line, LedgerLine::Clock(ClockNote { clock: ClockVerdict::Doubted, .. }))
        };
        let more = more + if self.unsaved.iter().any(begins_doubt) { D::LARGEST / 4 } else { 0 };
        if length + more <= Self::MOST {
            return;
        }
        if let Ok(Some(bytes)) = self.disk.read()
            && let Ok(lines) = ledger_in(&bytes)
        {
            drop(bytes);
            self.ledger = Ledger::default();
            self.ledger = Ledger::of(self.prune(lines, length, now, more));
            self.unsaved.iter().for_each(|line| self.ledger.record(line));
        }
    }

    /// Whether the disk has all that happened.
    pub fn is_saved(&self) -> bool {
        self.unsaved.is_empty() && self.on_disk != OnDisk::Foreign
    }

    fn is_torn(&self) -> bool {
        matches!(self.on_disk, OnDisk::Torn(_))
    }

    /// Writes the unsaved lines, and gives the length of the file.
    fn write(&mut self) -> io::Result<u64> {
        let length = match self.on_disk {
            OnDisk::Whole(length) => length,
            OnDisk::Torn(length) => {
                // What a crash or a full disk left of a line is cut off, or the next would be glued to it.
                self.disk.cut(length)?;
                length
            }
            OnDisk::None | OnDisk::Foreign => {
                let lines = LedgerLines { lines: self.unsaved.clone(), ..LedgerLines::begun_at(self.begun) };
                let text = lines.text();
                self.disk.write_beside(&text)?;
                self.disk.replace()?;
                self.on_disk = OnDisk::Whole(text.len() as u64);
                return Ok(text.len() as u64);
            }
        };
        let text: String = self.unsaved.iter().map(LedgerLine::text).collect();
        self.on_disk = OnDisk::Torn(length);
        self.disk.append(&text)?;
        self.disk.sync()?;
        let length = length + text.len() as u64;
        self.on_disk = OnDisk::Whole(length);
        Ok(length)
    }

    /// What happened so far, for a person to look back on: what is on disk, and what it has not taken yet.
    pub fn lines(&mut self) -> LedgerLines {
        let bytes = self.disk.read().ok().flatten().unwrap_or_default();
        let mut lines = ledger_in(&bytes).unwrap_or_else(|Foreign| LedgerLines::begun_at(self.begun));
        lines.lines.extend(self.unsaved.iter().cloned());
        lines
    }

    /// When to save again what the disk did not take.
    pub fn retry(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        (self.is_told && !self.is_saved()).then(|| now + RETRY)
    }
}
