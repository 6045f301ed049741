//! The order in which things are done: ask the core, send, record. All promises of the ledger hang on it.
//!
//! `Engine::decide` says what to send now; `Engine::delivered` hears what became of it, early or late, and
//! records what the desktop accepted. Between the two a notification is in flight: it is not sent again.
//!
//! The screen, the disk and the time are arguments, so that a simulation can live through years of
//! this very code (`simulation/`).

mod disk;
mod flights;
mod ledger_file;
mod retry_queue;
mod screen;
#[cfg(test)]
mod simulation;
mod steps;
#[cfg(test)]
mod tests;

pub use disk::Disk;
pub(crate) use flights::FlightId;
pub use ledger_file::LedgerFile;
pub(crate) use screen::{ScreenState, ShowError};

use crate::day::Day;
use crate::occurrence::OccurrenceId;
use crate::schedule::{
    ClockVerdict, DueNotification, KeptSince, LedgerEntry, LedgerLine, Now, Plan, Step, step,
};
use crate::zone::Zone;
use chrono::{DateTime, TimeDelta, Utc};
use flights::Flights;
use retry_queue::{RetryQueue, key};
use steps::{Attempts, Starts};

/// What makes one notification: one occurrence, or more than [`MOST_SINGLE`] that are due at the same time.
pub(crate) type Together<'a> = Vec<DueNotification<'a>>;

/// So many notifications that are due at the same time are shown one by one; more are one that lists them. GNOME before
/// version 48 shows no more than three of one program.
const MOST_SINGLE: usize = 3;

fn together(due: Vec<DueNotification<'_>>) -> Vec<Together<'_>> {
    if due.len() > MOST_SINGLE { vec![due] } else { due.into_iter().map(|show| vec![show]).collect() }
}

/// What is to be done now.
#[derive(Debug, Default)]
pub(crate) struct Decision<'a> {
    /// Notifications to send; [`Engine::delivered`] is to be told what becomes of each.
    pub(crate) send: Vec<(FlightId, Together<'a>)>,
    /// Notifications that are held back for the first time, to be put where a person can read them.
    pub(crate) held: Vec<(Together<'a>, ShowError)>,
    /// What has to be done with the server first.
    pub(crate) server: Option<ServerRequest>,
    /// Something that is due is on its way to the screen: what comes of it is known soon.
    pub(crate) is_under_way: bool,
    /// The next instant to decide again, if nothing happens before.
    pub(crate) wake: Option<DateTime<Utc>>,
}

/// What is to be done before anything can be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ServerRequest {
    /// Ask the server what it can do.
    Ask,
    /// Ask it again, although that is known: it has not answered for long. [`Engine::server_answers`] is to be
    /// told where it does, as of every question.
    AskAgain,
    /// Have the bus start one; [`Engine::start_failed`] is to be told where that fails.
    Start {
        /// Only where the session has a display, or nothing is known of it: without one most servers end at once, and
        /// dbus-daemon starts none for anybody for two minutes then.
        needs_display: bool,
    },
}

/// What an answer of the server came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Delivered {
    /// The notification is on the screen, and recorded.
    Shown,
    /// It is held back; `is_first` says that it is to be put where a person can read it.
    Held {
        /// Whether it is held back for the first time.
        is_first: bool,
    },
    /// Nobody waits for the answer any more.
    Ignored,
}

/// Keeps the ledger true to what the desktop really showed.
#[derive(Debug)]
pub(crate) struct Engine<D> {
    pub(crate) ledger: LedgerFile<D>,
    retries: RetryQueue,
    flights: Flights,
    starts: Starts,
    questions: Attempts,
}

impl<D: Disk> Engine<D> {
    pub(crate) fn new(ledger: LedgerFile<D>) -> Self {
        let (retries, flights, starts) = (RetryQueue::default(), Flights::default(), Starts::default());
        Self { ledger, retries, flights, starts, questions: Attempts::default() }
    }

    /// Says what is to be done at `now`, and records what needs no screen.
    ///
    /// `is_wanted` says that something besides the reminders waits for the screen.
    pub(crate) fn decide<'a>(
        &mut self,
        plan: &'a Plan,
        zone: &Zone,
        now: DateTime<Utc>,
        screen: &ScreenState,
        is_wanted: bool,
    ) -> Decision<'a> {
        let step = step(plan, &self.ledger.ledger, Now { instant: now, zone });
        self.carry_out(step, now, screen, is_wanted)
    }

    /// Does the part of `step` that needs no screen, and says what is left to do.
    fn carry_out<'a>(
        &mut self,
        step: Step<'a>,
        now: DateTime<Utc>,
        screen: &ScreenState,
        is_wanted: bool,
    ) -> Decision<'a> {
        self.flights.look(now);
        self.record_step(&step, now);
        self.retries.keep_only(&step.show);
        let mut decision = Decision { wake: step.wake, ..Decision::default() };
        let (mut due, mut unanswered) = (Vec::new(), Vec::new());
        let overdue = self.flights.newly_overdue();
        for show in step.show {
            let key = key(&show);
            if overdue.contains(&key) {
                if self.retries.hold(key, &ShowError::Unanswered, now) {
                    unanswered.push(show);
                }
            } else if !self.flights.has(&key.0) && !self.retries.waits(&key, now) {
                due.push(show);
            }
        }
        decision.held.extend(together(unanswered).into_iter().map(|shows| (shows, ShowError::Unanswered)));
        let is_due = !due.is_empty();
        if is_due || is_wanted {
            self.on_screen(due, now, screen, &mut decision);
        }
        let can_ask = matches!(screen, ScreenState::Ready | ScreenState::Unasked);
        if can_ask && self.flights.may_be_lost(now) && self.questions.may_begin(now) {
            self.questions.begin(now);
            decision.server = Some(ServerRequest::AskAgain);
        }
        let is_asking = *screen == ScreenState::Asking || decision.server.is_some();
        decision.is_under_way = self.flights.has_fresh() || (is_due && is_asking);
        self.ledger.save(now);
        let wakes = [
            decision.wake,
            self.retries.retry(now),
            self.flights.next(now),
            self.questions.next(now).filter(|_| is_wanted || self.flights.may_be_lost(now)),
            self.starts.attempts.next(now).filter(|_| is_wanted),
            self.ledger.retry(now),
        ];
        decision.wake = wakes.into_iter().flatten().min();
        decision
    }

    fn record_step(&mut self, step: &Step<'_>, now: DateTime<Utc>) {
        let kept = |day: &&Day| LedgerLine::from(KeptSince { at: now, kept: day.id.to_string() });
        self.ledger.record_all(step.new.iter().map(kept), now);
        if let Some(note) = step.clock {
            match note.clock {
                ClockVerdict::Doubted => {
                    log::warn!("the clock was set back by more than a day: is it right?");
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
        // One that is under way may be on the screen already.
        let missed: Vec<_> =
            step.missed.iter().filter(|missed| !self.is_in_flight(&missed.occurrence())).collect();
        match missed.as_slice() {
            [] => return,
            some if some.len() <= MOST_SINGLE => {
                some.iter().for_each(|missed| log::info!("Missed: `{}` of {}.", missed.day.id, missed.date));
            }
            [first, rest @ ..] => {
                log::info!("Missed: `{}` of {} and {} more.", first.day.id, first.date, rest.len());
            }
        }
        self.ledger.record_all(missed.into_iter().map(|missed| LedgerEntry::missed(missed, now).into()), now);
    }

    /// Sends what is due, or says what is in the way.
    fn on_screen<'a>(
        &mut self,
        due: Vec<DueNotification<'a>>,
        now: DateTime<Utc>,
        screen: &ScreenState,
        decision: &mut Decision<'a>,
    ) {
        let why = match screen {
            ScreenState::Ready => {
                for shows in together(due) {
                    let entries = shows.iter().map(|show| LedgerEntry::shown(show, now)).collect();
                    let id = self.flights.send(shows.iter().map(key).collect(), entries, now);
                    decision.send.push((id, shows));
                }
                return;
            }
            ScreenState::Asking => return,
            ScreenState::Unasked if self.questions.may_begin(now) => {
                self.questions.begin(now);
                decision.server = Some(ServerRequest::Ask);
                return;
            }
            ScreenState::Unasked => ShowError::Unanswered,
            ScreenState::NoServer { can_start: true } if self.starts.attempts.may_begin(now) => {
                self.starts.attempts.begin(now);
                let needs_display = self.starts.needs_display();
                decision.server = Some(ServerRequest::Start { needs_display });
                return;
            }
            ScreenState::NoServer { can_start: true } => ShowError::NotStarted(self.starts.why()),
            ScreenState::Starting => ShowError::NotStarted("it takes too long".to_owned()),
            ScreenState::NoServer { can_start: false } => ShowError::NoServer,
            ScreenState::NoBus(why) => ShowError::NoBus(why.clone()),
        };
        let retry = match why {
            ShowError::NotStarted(_) => self.starts.attempts.next(now),
            ShowError::Unanswered => self.questions.next(now),
            _ => None,
        };
        let mut due = due;
        due.retain(|show| self.retries.hold_until(key(show), &why, retry));
        decision.held.extend(together(due).into_iter().map(|shows| (shows, why.clone())));
    }

    /// Hears what became of a notification that was sent.
    pub(crate) fn delivered(
        &mut self,
        id: FlightId,
        result: Result<(), &ShowError>,
        now: DateTime<Utc>,
    ) -> Delivered {
        let Some((flight, is_given_up)) = self.flights.take(id) else { return Delivered::Ignored };
        match result {
            Ok(()) => {
                flight.keys.iter().for_each(|key| self.retries.release(key));
                // Where the clock was set back by hours meanwhile, what was due is due no more all the same.
                let is_trusted = |entry: &LedgerEntry| entry.at <= now + TimeDelta::days(1);
                let entries = flight.entries.into_iter().map(|entry| LedgerEntry {
                    at: if is_trusted(&entry) { entry.at.max(now) } else { now },
                    ..entry
                });
                self.record_all(entries, now);
                Delivered::Shown
            }
            Err(_) if is_given_up => Delivered::Ignored,
            Err(why) => {
                let mut is_first = false;
                for key in flight.keys {
                    is_first |= self.retries.hold(key, why, now);
                }
                Delivered::Held { is_first }
            }
        }
    }

    /// A notification server has come.
    pub(crate) fn server_came(&mut self, now: DateTime<Utc>) {
        self.starts.came(now);
        self.questions = Attempts::default();
        self.retries.server_came();
    }

    /// All that has to be known before a notification is sent is known; `is_asked` says that the server had to answer.
    pub(crate) fn screen_answers(&mut self, is_asked: bool, now: DateTime<Utc>) {
        if is_asked {
            self.server_answers(now);
        } else {
            self.questions = Attempts::default();
        }
    }

    /// The session has a display that it had not when a server was last started.
    pub(crate) fn display_came(&mut self) {
        self.starts.attempts = Attempts::default();
        self.retries.try_again();
    }

    /// What waits for the end of Do Not Disturb is tried at the next turn.
    pub(crate) fn quiet_may_be_over(&mut self, now: DateTime<Utc>) {
        self.retries.quiet_may_be_over(now);
    }

    /// The server has answered a question.
    pub(crate) fn server_answers(&mut self, now: DateTime<Utc>) {
        self.questions = Attempts::default();
        self.flights.server_answers(now);
    }

    /// The notification server has gone. What it has not answered yet, the bus answers for it.
    pub(crate) fn server_went(&mut self, now: DateTime<Utc>) {
        self.starts.went(now);
    }

    /// The bus could not start a server.
    pub(crate) fn start_failed(&mut self, why: String) {
        self.starts.attempts.failed(why);
    }

    /// A start has failed late: dbus-daemon may have waited for one that somebody began earlier, in a session without a
    /// display. The next one is made at once, if none was made so before.
    pub(crate) fn start_may_go_better(&mut self) {
        self.starts.attempts.hurry();
        self.retries.try_again();
    }

    /// The session bus has gone, and with it every answer.
    pub(crate) fn bus_went(&mut self, now: DateTime<Utc>) {
        self.flights.clear();
        self.starts.went(now);
    }

    /// Has everything that is held back tried again at the next turn.
    pub(crate) fn try_again(&mut self) {
        self.retries.try_again();
    }

    /// The clock was set: times to try again were reckoned by the old one.
    pub(crate) fn clock_was_set(&mut self, now: DateTime<Utc>) {
        self.starts.clock_was_set(now);
        self.questions.clock_was_set(now);
        self.flights.clock_was_set(now);
        self.retries.try_again();
    }

    /// How many notifications are due and not on the screen, after a first attempt.
    pub(crate) fn pending(&self) -> usize {
        self.retries.count().max(self.flights.overdue())
    }

    /// Whether a notification waits for the end of Do Not Disturb.
    pub(crate) fn is_quiet(&self) -> bool {
        self.retries.is_quiet()
    }

    /// Whether a notification of this occurrence was sent and not answered yet.
    pub(crate) fn is_in_flight(&self, occurrence: &OccurrenceId) -> bool {
        self.flights.has(occurrence)
    }

    /// Has the disk take what it refused before, a last time before the daemon ends.
    pub(crate) fn end(&mut self, now: DateTime<Utc>) {
        self.ledger.save(now);
    }

    /// Records what happened to several occurrences, in one write.
    pub(crate) fn record_all(&mut self, entries: impl IntoIterator<Item = LedgerEntry>, now: DateTime<Utc>) {
        self.ledger.record_all(entries.into_iter().map(LedgerLine::from), now);
    }

    /// Records what happened, on disk where it can be.
    pub(crate) fn record(&mut self, line: impl Into<LedgerLine>, now: DateTime<Utc>) {
        self.ledger.record(line, now);
    }
}
