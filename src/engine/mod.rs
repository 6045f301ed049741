//! The order in which things are done: ask the core, show, record. All promises of the ledger hang on it.
//!
//! The screen, the disk and the clock are arguments, so that a simulation can live through years of
//! this very code (`simulation/`).

mod disk;
mod ledger_file;
mod retry_queue;
mod screen;
#[cfg(test)]
mod simulation;

pub use disk::Disk;
pub use ledger_file::LedgerFile;
pub(crate) use screen::{Offered, Screen, ShowError};

use crate::day::Day;
use crate::schedule::{ClockVerdict, KeptSince, LedgerEntry, LedgerLine, Now, Plan, step};
use crate::zone::Zone;
use chrono::{DateTime, TimeDelta, Utc};
use retry_queue::RetryQueue;

/// A turn takes no longer than this before it looks at the clock anew.
const LONGEST_LOOK: TimeDelta = TimeDelta::seconds(1);

/// What a turn came to.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Turned {
    /// The next instant to look again, if nothing happens before.
    pub(crate) wake: Option<DateTime<Utc>>,
    /// The daemon is to end.
    pub(crate) should_exit: bool,
}

/// Keeps the ledger true to what the desktop really showed.
#[derive(Debug)]
pub(crate) struct Engine<D> {
    pub(crate) ledger: LedgerFile<D>,
    pub(crate) retries: RetryQueue,
}

impl<D: Disk> Engine<D> {
    pub(crate) fn new(ledger: LedgerFile<D>) -> Self {
        Self { ledger, retries: RetryQueue::default() }
    }

    /// Does what is to be done now.
    pub(crate) async fn turn(
        &mut self,
        plan: &Plan,
        zone: &Zone,
        clock: impl Fn() -> DateTime<Utc>,
        screen: &mut impl Screen,
    ) -> Turned {
        let now = clock();
        let step = step(plan, &self.ledger.ledger, Now { instant: now, zone });
        let kept = |day: &&Day| LedgerLine::from(KeptSince { at: now, kept: day.id.clone() });
        self.ledger.record_all(step.new.iter().map(kept), now);
        if let Some(note) = step.clock {
            match note.clock {
                ClockVerdict::Doubted => {
                    log::warn!("the clock was put back by more than a day: is it right?");
                }
                ClockVerdict::WasAhead => {
                    log::info!("The clock was ahead before; what it recorded then is void.");
                }
                ClockVerdict::WasRight => {
                    log::info!("The clock was behind for a while, and was right before.");
                }
            }
            self.record(note, now);
        }
        for missed in &step.missed {
            log::info!("Missed: `{}` of {}.", missed.day.id, missed.date);
            self.record(LedgerEntry::missed(missed, now), now);
        }
        self.retries.keep_only(&step.show);
        let mut turned = Turned { wake: step.wake, should_exit: false };
        for show in &step.show {
            let later = clock();
            if later - now > LONGEST_LOOK {
                // A server took its time: what was true when the turn began may be so no more.
                turned.wake = Some(later);
                break;
            }
            if self.retries.waits(show, later) {
                continue;
            }
            match screen.show(show).await {
                Offered::Taken => {
                    self.retries.release(show);
                    self.record(LedgerEntry::shown(show, clock()), clock());
                    log::info!("Shown: `{}` of {} ({}).", show.day.id, show.date, show.kind.name());
                }
                Offered::Not(why) => {
                    let is_first = self.retries.hold(show, &why, clock());
                    screen.holds(show, &why, is_first);
                }
                // The notification stays pending: at worst it is shown once more after the next start.
                Offered::Ending => return Turned { wake: None, should_exit: true },
            }
        }
        self.ledger.save(clock());
        turned.wake =
            turned.wake.into_iter().chain(self.retries.retry()).chain(self.ledger.retry(clock())).min();
        turned
    }

    /// Has the disk take what it refused before, a last time before the daemon ends.
    pub(crate) fn end(&mut self, now: DateTime<Utc>) {
        self.ledger.save(now);
    }

    /// Records what happened, on disk where it can be.
    pub(crate) fn record(&mut self, line: impl Into<LedgerLine>, now: DateTime<Utc>) {
        self.ledger.record(line, now);
    }
}
