//! The ledger's file: appended to in one write and synced, and kept in memory where the disk refuses.

use super::Disk;
use crate::schedule::{Ledger, LedgerLine, LedgerLines, pruned};
use crate::text::reason;
use chrono::{DateTime, TimeDelta, Utc};
use std::io;

/// How long after the disk refused a line it is tried again, if nothing happens before.
const RETRY: TimeDelta = TimeDelta::hours(1);

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
    /// Something else is in its place and cannot be moved: it is left alone.
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

impl<D: Disk> LedgerFile<D> {
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
            Ok(Some(bytes)) => this.take(&bytes, now),
            Err(message) => this.set_aside(&message),
        }
        this.save(now);
        this
    }

    /// Takes over what the file says.
    fn take(&mut self, bytes: &[u8], now: DateTime<Utc>) {
        // What follows the last line end is torn, however whole it looks: it will be cut off.
        let whole = OnDisk::whole(bytes);
        let Ok(lines) = LedgerLines::read(&String::from_utf8_lossy(&bytes[..whole])) else {
            self.set_aside("it is not a ledger of this version");
            return;
        };
        if !lines.damaged.is_empty() {
            log::warn!("`{}`: passed over what is damaged in lines {:?}", self.disk.place(), lines.damaged);
        }
        self.begun = lines.begun;
        self.ledger = Ledger::of(&lines);
        self.on_disk = OnDisk::measured(bytes);
        // A daemon that was killed after it wrote may not have synced, and what is believed has to last.
        // Where that cannot be, the next line that is written says so.
        let _ = self.disk.sync();
        self.prune(&lines, bytes.len() as u64, now);
    }

    /// Moves what is no ledger out of the way.
    fn set_aside(&mut self, why: &str) {
        let place = self.disk.place();
        match self.disk.set_aside() {
            Ok(aside) => log::warn!("`{place}`: {why}; it is now `{aside}`, and a new ledger is begun"),
            Err(error) => {
                self.on_disk = OnDisk::Foreign;
                log::warn!(
                    "`{place}`: {why}, and it cannot be moved: {}; after a restart reminders may be shown again",
                    reason(&error)
                );
            }
        }
    }

    /// Writes the ledger anew without what can no longer matter, where it has grown long.
    fn prune(&mut self, lines: &LedgerLines, length: u64, now: DateTime<Utc>) {
        if length < self.prune_at {
            return;
        }
        self.prune_at = length * 2;
        let Some(pruned) = pruned(lines, now) else { return };
        let text = pruned.text();
        match self.disk.write_beside(&text).and_then(|()| self.disk.replace()) {
            Ok(()) => {
                self.ledger = Ledger::of(&pruned);
                self.on_disk = OnDisk::Whole(text.len() as u64);
                self.prune_at = D::WORTH_PRUNING.max(text.len() as u64 * 2);
            }
            Err(error) => {
                log::warn!("cannot shorten the ledger `{}`: {}", self.disk.place(), reason(&error));
                // Whether the new one is in its place is not known.
                if let Ok(Some(bytes)) = self.disk.read() {
                    self.on_disk = OnDisk::measured(&bytes);
                }
            }
        }
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

    /// Writes what the disk has not taken yet.
    pub fn save(&mut self, now: DateTime<Utc>) {
        let is_new = self.on_disk == OnDisk::None;
        if self.on_disk == OnDisk::Foreign {
            self.unsaved = Vec::new();
            return;
        }
        if self.unsaved.is_empty() && !is_new && !self.is_torn() {
            return;
        }
        match self.write() {
            Ok(length) => {
                self.unsaved = Vec::new();
                if std::mem::take(&mut self.is_told) {
                    log::info!("The ledger `{}` is saved again.", self.disk.place());
                }
                if length >= self.prune_at
                    && let Ok(Some(bytes)) = self.disk.read()
                    && let Ok(lines) = LedgerLines::read(&String::from_utf8_lossy(&bytes))
                {
                    self.prune(&lines, length, now);
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

    /// Whether the disk has all that happened.
    pub fn is_saved(&self) -> bool {
        self.unsaved.is_empty()
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
        let text = String::from_utf8_lossy(&bytes[..OnDisk::whole(&bytes)]).into_owned();
        let mut lines = LedgerLines::read(&text).unwrap_or_else(|_| LedgerLines::begun_at(self.begun));
        lines.lines.extend(self.unsaved.iter().cloned());
        lines
    }

    /// When to save again what the disk did not take.
    pub fn retry(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        (self.is_told && !self.is_saved()).then(|| now + RETRY)
    }
}
