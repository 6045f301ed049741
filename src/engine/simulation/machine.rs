//! A machine that fails on purpose: its clock, its disk, its notification server.

use super::oracle::Oracle;
use crate::engine::Disk;
use crate::engine::ShowError;
use crate::engine::{Offered, Screen};
use crate::schedule::DueNotification;
use chrono::{DateTime, TimeDelta, Utc};
use std::cell::{Cell, RefCell};
use std::io;
use std::rc::Rc;

/// How the notification server behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SimulatedServer {
    Accepts,
    Refuses,
    /// It takes the call and does not answer before the time limit.
    Hangs,
    Absent,
}

/// What is left of a file.
#[derive(Debug, Clone, Default)]
struct File {
    /// What a power cut leaves.
    durable: Vec<u8>,
    /// What a killed process leaves.
    written: Vec<u8>,
}

/// What the daemon's process shares with the context.
#[derive(Debug)]
pub(super) struct Machine {
    /// What its clock shows.
    pub(super) now: Cell<DateTime<Utc>>,
    pub(super) server: Cell<SimulatedServer>,
    pub(super) is_disk_full: Cell<bool>,
    /// After so many actions the process is killed.
    pub(super) fuse: Cell<Option<u32>>,
    pub(super) is_dead: Cell<bool>,
    chance: RefCell<fastrand::Rng>,
    ledger: RefCell<Option<File>>,
    beside: RefCell<Option<File>>,
    pub(super) oracle: RefCell<Oracle>,
}

impl Machine {
    pub(super) fn new(now: DateTime<Utc>, seed: u64, oracle: Oracle) -> Self {
        Self {
            now: Cell::new(now),
            server: Cell::new(SimulatedServer::Accepts),
            is_disk_full: Cell::new(false),
            fuse: Cell::new(None),
            is_dead: Cell::new(false),
            chance: RefCell::new(fastrand::Rng::with_seed(seed)),
            ledger: RefCell::new(None),
            beside: RefCell::new(None),
            oracle: RefCell::new(oracle),
        }
    }

    /// Counts an action; false where the process does not live to do it.
    fn acts(&self) -> bool {
        match self.fuse.get() {
            Some(0) => self.is_dead.set(true),
            Some(left) => self.fuse.set(Some(left - 1)),
            None => {}
        }
        !self.is_dead.get()
    }

    /// Any part of some bytes, from their beginning.
    fn part<'b>(&self, bytes: &'b [u8]) -> &'b [u8] {
        &bytes[..self.chance.borrow_mut().usize(..=bytes.len())]
    }

    /// Cuts the power: what was not synced is there in part or not at all.
    pub(super) fn cut_power(&self) {
        for file in [&self.ledger, &self.beside] {
            if let Some(file) = file.borrow_mut().as_mut() {
                if let Some(more) = file.written.strip_prefix(file.durable.as_slice()) {
                    let more = self.part(more).to_vec();
                    file.durable.extend(more);
                }
                file.written = file.durable.clone();
            }
        }
    }

    /// The ledger as a process would read it.
    pub(super) fn written(&self) -> String {
        let ledger = self.ledger.borrow();
        String::from_utf8_lossy(ledger.as_ref().map_or(&[], |file| &file.written)).into_owned()
    }

    fn write(&self, file: &RefCell<Option<File>>, text: &str) -> io::Result<()> {
        let is_alive = self.acts();
        if is_alive && !self.is_disk_full.get() {
            file.borrow_mut().get_or_insert_default().written.extend(text.as_bytes());
            return Ok(());
        }
        if is_alive || self.fuse.take().is_some() {
            // A full disk takes a part, and so does one whose writer is killed.
            file.borrow_mut().get_or_insert_default().written.extend(self.part(text.as_bytes()));
        }
        Err(io::ErrorKind::StorageFull.into())
    }

    fn sync(&self, file: &RefCell<Option<File>>) -> io::Result<()> {
        match file.borrow_mut().as_mut() {
            Some(file) if self.acts() => {
                file.durable.clone_from(&file.written);
                Ok(())
            }
            _ => Err(io::ErrorKind::Other.into()),
        }
    }
}

/// The machine's disk, as the ledger sees it.
#[derive(Debug)]
pub(super) struct SimulatedDisk(pub(super) Rc<Machine>);

impl Disk for SimulatedDisk {
    // Each history prunes it some times.
    const WORTH_PRUNING: u64 = 4 * 1024;

    fn read(&mut self) -> Result<Option<Vec<u8>>, String> {
        Ok(self.0.ledger.borrow().as_ref().map(|file| file.written.clone()))
    }

    fn append(&mut self, text: &str) -> io::Result<()> {
        self.0.write(&self.0.ledger, text)
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        if !self.0.acts() {
            return Err(io::ErrorKind::Other.into());
        }
        let mut file = self.0.ledger.borrow_mut();
        let written = &mut file.get_or_insert_default().written;
        assert!(length <= written.len() as u64, "a cut makes nothing longer");
        written.truncate(usize::try_from(length).unwrap());
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync(&self.0.ledger)
    }

    fn write_beside(&mut self, text: &str) -> io::Result<()> {
        *self.0.beside.borrow_mut() = None;
        self.0.write(&self.0.beside, text)?;
        self.0.sync(&self.0.beside)
    }

    fn replace(&mut self) -> io::Result<()> {
        if !self.0.acts() {
            return Err(io::ErrorKind::Other.into());
        }
        let new = self.0.beside.take();
        assert!(new.is_some(), "there is something to put in its place");
        *self.0.ledger.borrow_mut() = new;
        Ok(())
    }

    fn set_aside(&mut self) -> io::Result<String> {
        panic!("the ledger was damaged: {:?}", self.0.written());
    }

    fn place(&self) -> String {
        "simulated".to_owned()
    }
}

/// The machine's screen, as the engine sees it.
pub(super) struct SimulatedScreen<'m>(pub(super) &'m Machine);

impl Screen for SimulatedScreen<'_> {
    async fn show(&mut self, show: &DueNotification<'_>) -> Offered {
        let machine = self.0;
        if !machine.acts() {
            return Offered::Ending;
        }
        match machine.server.get() {
            SimulatedServer::Accepts => {
                machine.oracle.borrow_mut().sees(show, machine.now.get());
                if machine.acts() { Offered::Taken } else { Offered::Ending }
            }
            SimulatedServer::Refuses => Offered::Not(ShowError::Refused("it does not want to".to_owned())),
            SimulatedServer::Hangs => {
                machine.now.set(machine.now.get() + TimeDelta::seconds(25));
                Offered::Not(ShowError::Refused("it does not answer".to_owned()))
            }
            SimulatedServer::Absent => Offered::Not(ShowError::NoServer),
        }
    }

    fn holds(&mut self, _: &DueNotification<'_>, _: &ShowError, _: bool) {}
}
