//! A machine that fails on purpose: its clock, its disk, its notification server.

use super::faults::{SimulatedFault, without_the_past};
use super::oracle::Oracle;
use crate::engine::{Disk, FlightId, ScreenState, ShowError};
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
    /// It shows the notification, and answers some time later.
    AnswersLate,
    /// It takes the call, shows nothing and does not answer for as long as it lives.
    Hangs,
    /// It takes the call, shows nothing and never answers it, and answers what else it is asked.
    Swallows,
    /// It ends of the notification, and somebody starts it again.
    Dies,
    /// Do Not Disturb is on.
    Hides,
    Absent,
    /// The bus can start it, and it ends at once: there is no screen yet.
    EndsAtStart,
}

impl SimulatedServer {
    pub(super) fn is_there(self) -> bool {
        !matches!(self, Self::Absent | Self::EndsAtStart)
    }
}

/// What became of a notification that was sent.
pub(super) enum Sent {
    /// The process did not live to hear it.
    Killed,
    /// The server has answered.
    Answered(Result<(), ShowError>),
    /// It has not.
    Pending,
}

/// An answer that is on its way.
#[derive(Debug)]
pub(super) struct LateAnswer {
    pub(super) at: DateTime<Utc>,
    pub(super) id: FlightId,
    pub(super) result: Result<(), ShowError>,
}

/// What is left of a file.
#[derive(Debug, Clone, Default)]
struct File {
    /// What a power cut leaves.
    durable: Vec<u8>,
    /// What a killed process leaves.
    written: Vec<u8>,
}

/// What the daemon's process shares with the world.
#[derive(Debug)]
pub(super) struct Machine {
    /// What its clock shows.
    pub(super) now: Cell<DateTime<Utc>>,
    pub(super) server: Cell<SimulatedServer>,
    /// Answers that the daemon has not heard yet.
    pub(super) answers: RefCell<Vec<LateAnswer>>,
    /// What was sent and has no answer.
    pub(super) unanswered: RefCell<Vec<FlightId>>,
    /// When the bus was asked to start a server.
    pub(super) starts: RefCell<Vec<DateTime<Utc>>>,
    pub(super) is_disk_full: Cell<bool>,
    /// After this many actions the process is killed.
    pub(super) fuse: Cell<Option<u32>>,
    pub(super) is_dead: Cell<bool>,
    pub(super) fault: Option<SimulatedFault>,
    chance: RefCell<fastrand::Rng>,
    ledger: RefCell<Option<File>>,
    beside: RefCell<Option<File>>,
    pub(super) oracle: RefCell<Oracle>,
}

impl Machine {
    pub(super) fn new(now: DateTime<Utc>, seed: u64, oracle: Oracle, fault: Option<SimulatedFault>) -> Self {
        Self {
            answers: RefCell::default(),
            unanswered: RefCell::default(),
            starts: RefCell::default(),
            fault,
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
        if is_alive && self.is_disk_full.get() && self.fault == Some(SimulatedFault::AFullDiskForgets) {
            return Ok(());
        }
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
pub(super) struct SimulatedDisk {
    machine: Rc<Machine>,
    /// Whether this process has written to the ledger.
    has_written: bool,
}

impl SimulatedDisk {
    pub(super) fn new(machine: Rc<Machine>) -> Self {
        Self { machine, has_written: false }
    }
}

impl Disk for SimulatedDisk {
    // Each history prunes it some times.
    const WORTH_PRUNING: u64 = 4 * 1024;

    fn read(&mut self) -> Result<Option<Vec<u8>>, String> {
        Ok(self.machine.ledger.borrow().as_ref().map(|file| file.written.clone()))
    }

    fn append(&mut self, text: &str) -> io::Result<()> {
        self.has_written = true;
        self.machine.write(&self.machine.ledger, text)
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        let machine = &self.machine;
        if !machine.acts() {
            return Err(io::ErrorKind::Other.into());
        }
        if machine.fault == Some(SimulatedFault::GluedToATornLine) {
            return Ok(());
        }
        let mut file = machine.ledger.borrow_mut();
        let written = &mut file.get_or_insert_default().written;
        assert!(length <= written.len() as u64, "a cut makes nothing longer");
        written.truncate(usize::try_from(length).unwrap());
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        match (self.machine.fault, self.has_written) {
            (Some(SimulatedFault::NotSynced), true) | (Some(SimulatedFault::KilledBeforeTheSync), false) => {
                Ok(())
            }
            _ => self.machine.sync(&self.machine.ledger),
        }
    }

    fn write_beside(&mut self, text: &str) -> io::Result<()> {
        let machine = &self.machine;
        *machine.beside.borrow_mut() = None;
        match machine.fault {
            Some(SimulatedFault::PrunedTooFar) => {
                machine.write(&machine.beside, &without_the_past(text, machine.now.get()))?;
            }
            _ => machine.write(&machine.beside, text)?,
        }
        machine.sync(&machine.beside)
    }

    fn replace(&mut self) -> io::Result<()> {
        if !self.machine.acts() {
            return Err(io::ErrorKind::Other.into());
        }
        let new = self.machine.beside.take();
        assert!(new.is_some(), "there is something to put in its place");
        *self.machine.ledger.borrow_mut() = new;
        Ok(())
    }

    fn set_aside(&mut self) -> io::Result<String> {
        panic!("the ledger was damaged: {:?}", self.machine.written());
    }

    fn place(&self) -> String {
        "simulated".to_owned()
    }
}

/// The machine's screen.
impl Machine {
    /// What the daemon knows of it.
    pub(super) fn screen(&self) -> ScreenState {
        match self.server.get() {
            SimulatedServer::Absent => ScreenState::NoServer { can_start: false },
            SimulatedServer::EndsAtStart => ScreenState::NoServer { can_start: true },
            _ => ScreenState::Ready,
        }
    }

    /// The bus starts a server, which ends again.
    pub(super) fn starts_a_server(&self) {
        let mut starts = self.starts.borrow_mut();
        let now = self.now.get();
        starts.retain(|start| now - *start < TimeDelta::minutes(1));
        starts.push(now);
        assert!(starts.len() <= 4, "a server is started again and again: {starts:?}");
    }

    /// Sends a notification to the server.
    pub(super) fn send(&self, id: FlightId, shows: &[DueNotification<'_>]) -> Sent {
        if !self.acts() {
            return Sent::Killed;
        }
        self.unanswered.borrow_mut().push(id);
        let refused = |why| Sent::Answered(Err(why));
        match self.server.get() {
            SimulatedServer::Accepts => {
                self.oracle.borrow_mut().sees(id, shows, self.now.get());
                if self.acts() { Sent::Answered(Ok(())) } else { Sent::Killed }
            }
            SimulatedServer::AnswersLate => {
                self.oracle.borrow_mut().sees(id, shows, self.now.get());
                // Within the time after which the daemon sends it again.
                let late = TimeDelta::seconds(self.chance.borrow_mut().i64(1..590));
                self.answers.borrow_mut().push(LateAnswer { at: self.now.get() + late, id, result: Ok(()) });
                if self.acts() { Sent::Pending } else { Sent::Killed }
            }
            SimulatedServer::Hangs | SimulatedServer::Swallows => Sent::Pending,
            SimulatedServer::Refuses => refused(ShowError::Refused("it does not want to".to_owned())),
            SimulatedServer::Hides => refused(ShowError::DoNotDisturb),
            SimulatedServer::Dies | SimulatedServer::Absent | SimulatedServer::EndsAtStart => {
                refused(ShowError::ServerLost)
            }
        }
    }
}
