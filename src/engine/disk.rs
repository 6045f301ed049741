//! What the ledger asks of a disk.
//!
//! Each step that can be cut short is a call of its own, so that a simulation can stand in for the
//! disk and stop between any two.

use std::io;

/// A disk with one ledger on it.
pub trait Disk {
    /// A ledger that is shorter than this, in bytes, is left as it is.
    const WORTH_PRUNING: u64 = 64 * 1024;

    /// A ledger that is longer than this, in bytes, cannot be read any more.
    const LARGEST: u64 = 8 * 1024 * 1024;

    /// The ledger's bytes; `None` where there is no ledger.
    ///
    /// # Errors
    /// When there is something that cannot be read; the message says what.
    fn read(&mut self) -> Result<Option<Vec<u8>>, String>;

    /// Whether something else than the file that was read or written last is in the ledger's place, or nothing; or whether
    /// it has another length than `length`, where that is known.
    fn is_displaced(&mut self, _length: Option<u64>) -> bool {
        false
    }

    /// The bytes of the file that was read or written last, also where it has lost its name; as many as can be had.
    fn last(&mut self) -> Vec<u8> {
        Vec::new()
    }

    /// Writes after the end, in one call; what a crash leaves of it may be any part.
    ///
    /// # Errors
    /// When the disk does not take all of it.
    fn append(&mut self, text: &str) -> io::Result<()>;

    /// Cuts the file to this many bytes.
    ///
    /// # Errors
    /// When it cannot be done.
    fn cut(&mut self, length: u64) -> io::Result<()>;

    /// Makes what was written last.
    ///
    /// # Errors
    /// When the disk cannot promise that.
    fn sync(&mut self) -> io::Result<()>;

    /// Writes a new ledger beside the old one, and makes it last there.
    ///
    /// # Errors
    /// When it cannot be done; the old one is untouched.
    fn write_beside(&mut self, text: &str) -> io::Result<()>;

    /// Puts the ledger beside in the place of the old one, in one step, and makes that last.
    ///
    /// # Errors
    /// When it cannot be done.
    fn replace(&mut self) -> io::Result<()>;

    /// Moves a file that is no ledger out of the way, under a name that is given back.
    ///
    /// # Errors
    /// When it cannot be moved.
    fn set_aside(&mut self) -> io::Result<String>;

    /// Where the ledger is, for messages.
    fn place(&self) -> String;
}
