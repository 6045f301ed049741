//! The daemon: ask the engine, have done what it says, wait, and again.
//!
//! One thread, one timer, no polling. Each turn of the loop asks [`Engine::decide`] anew: an extra turn does nothing,
//! so whatever happens (a clock that was set, a server that came, a reload) is answered the same way, by another turn.
//!
//! **The loop waits for events alone.** Each call to the outside, to the bus, the notification server or the service
//! manager, is a task beside it (`tasks.rs`), and its result is an event, early or late. So a call to the daemon
//! is answered at once whatever the bus or the server does.
//!
//! # States
//!
//! ```text
//! Connecting --Connected--> Online
//! Connecting --Failed--> Offline
//! Connecting --NameTaken--> Exiting
//! Connecting --Stop--> Exiting
//! Offline --RetryDue--> Connecting
//! Offline --SocketCame--> Connecting
//! Offline --Stop--> Exiting
//! Online --BusLost--> Connecting
//! Online --NameTaken--> Exiting
//! Online --Stop--> Exiting
//! ```
//!
//! - `Connecting`: a connection is being made; nothing is sent yet, and nothing given up.
//! - `Offline`: what is due is printed once and waits; the bus is tried again by steps while its socket is there, else
//!   when it appears.
//! - `Online`: what is due is sent to the notification server; answers and calls are heard. A rehearsal is online like
//!   any daemon, and stops by itself.
//! - `Exiting`: nothing new is begun; what was begun (an answer, a page) has three seconds.
//!
//! `state.rs` has the transitions as a pure function, and a test holds this table to it.

mod answer;
mod browser;
mod control;
mod events;
mod redelivery;
mod reload;
mod session;
mod signals;
mod state;
mod systemd;
mod tasks;
mod timer;
mod turn;
mod watch;

pub(crate) use state::Exit;

use crate::app::context::{Context, KnownLanguages};
use crate::dbus::desktop::{DesktopEvent, NameClaim};
use crate::dbus::{Desktop, SessionEnvironment};
use crate::engine::Engine;
use crate::engine::LedgerFile;
use crate::host::clock::{Asleep, Clock};
use crate::host::ledger::Folder;
use crate::host::locale;
use crate::host::on_screen::OnScreenFile;
use crate::host::paths::Paths;
use crate::occurrence::OccurrenceId;
use chrono::{DateTime, Utc};
use reload::Trouble;
use session::Settling;
use signals::{SignalEvent, Signals};
use state::{DaemonState, Input};
use std::collections::HashMap;
use std::io;
use std::sync::Arc;
use std::time::Duration;
use tasks::{Done, Tasks};
use timer::{Alarm, TimerEvent};
use tokio::time::{Instant, sleep_until};
use watch::{Watch, WatchEvent};

/// How long a rehearsal waits for an answer.
const REHEARSAL: Duration = Duration::from_secs(30);

/// What the daemon is started with.
pub(crate) struct Start {
    /// Where the files of this person are.
    pub(crate) paths: Paths,
    /// The language that was asked for on the command line.
    pub(crate) language: Option<String>,
    /// The clock.
    pub(crate) clock: Clock,
    /// The ledger.
    pub(crate) ledger: LedgerFile<Folder>,
    /// Where open notifications are kept for the next daemon.
    pub(crate) on_screen: Option<OnScreenFile>,
    /// The id of the day to rehearse: its next notification only is shown, then the daemon ends.
    pub(crate) rehearsed: Option<String>,
}

/// What the daemon wakes for.
#[derive(Debug)]
enum Event {
    Timer(TimerEvent),
    Desktop(DesktopEvent),
    Watch(WatchEvent),
    Signal(SignalEvent),
    Done(Box<Done>),
    Deadline,
}

/// Runs the daemon until it is told to end, its rehearsal is over, or another one turns out to run.
///
/// # Errors
/// When the machine has no timer or no signals to give.
pub(crate) async fn run(start: Start) -> io::Result<Exit> {
    let mut daemon = Daemon::new(start)?;
    systemd::ready();
    daemon.entered();
    loop {
        daemon.turn()?;
        if let Some(exit) = daemon.ended() {
            return Ok(exit);
        }
        let deadline = daemon.deadline();
        let can_answer = daemon.tasks.can_answer();
        let event = tokio::select! {
            done = daemon.tasks.done() => Event::Done(Box::new(done)),
            heard = daemon.desktop.heard(can_answer) => Event::Desktop(heard),
            rang = daemon.alarm.rang() => Event::Timer(rang?),
            changed = daemon.watch.changed() => Event::Watch(changed?),
            told = daemon.signals.told() => Event::Signal(told),
            () = sleep_until(deadline.unwrap_or_else(Instant::now)), if deadline.is_some() => Event::Deadline,
        };
        daemon.handle(event);
    }
}

struct Daemon {
    state: DaemonState,
    tasks: Tasks,
    language: Option<String>,
    /// The languages of the session.
    desktop_languages: Vec<String>,
    /// The environment in which a server was last started.
    started_in: SessionEnvironment,
    settling: Option<Settling>,
    /// The day that is rehearsed, and when its rehearsal is over.
    rehearsal: Option<(String, Instant)>,
    context: Arc<Context>,
    clock: Clock,
    /// Since when the machine and the daemon have been awake.
    awake_since: DateTime<Utc>,
    asleep: Asleep,
    engine: Engine<Folder>,
    alarm: Alarm,
    watch: Watch,
    desktop: Desktop,
    /// Whether the notifications that the last daemon left have been adopted.
    is_restored: bool,
    /// How often each notification was shown again because it went without an answer.
    redelivered: HashMap<OccurrenceId, u32>,
    signals: Signals,
    trouble: Trouble,
    /// What pages could not be opened of, to be told on the desktop.
    unopened: Vec<Vec<OccurrenceId>>,
    status: String,
    started: DateTime<Utc>,
}

impl Daemon {
    fn new(start: Start) -> io::Result<Self> {
        let Start { paths, language, clock, ledger, on_screen, rehearsed } = start;
        let mut watch = Watch::new();
        let desktop_languages = locale::languages();
        let known = KnownLanguages { wanted: language.as_deref(), desktop: &desktop_languages };
        let (context, content_hash) =
            reload::read(&mut watch, &paths, known, rehearsed.as_deref(), &[], clock.now());
        let rehearsal = rehearsed.map(|day| (day, Instant::now() + REHEARSAL));
        let trouble = Trouble::at_start(&context, content_hash, rehearsal.is_some());
        Ok(Self {
            state: DaemonState::Connecting { failures: 0 },
            tasks: Tasks::default(),
            language,
            desktop_languages,
            started_in: SessionEnvironment::default(),
            settling: None,
            rehearsal,
            context: Arc::new(context),
            clock,
            awake_since: clock.now(),
            asleep: Asleep::now(),
            engine: Engine::new(ledger),
            alarm: Alarm::new()?,
            watch,
            desktop: Desktop::kept_in(on_screen),
            is_restored: false,
            redelivered: HashMap::new(),
            signals: Signals::new()?,
            trouble,
            unopened: Vec::new(),
            status: String::new(),
            started: clock.now(),
        })
    }

    fn is_rehearsal(&self) -> bool {
        self.rehearsal.is_some()
    }

    /// The state that follows `input`; what is to be done on the way there is done.
    fn go(&mut self, input: Input) {
        let before = self.state.clone();
        self.state = before.clone().next(input, Instant::now());
        if std::mem::discriminant(&before) != std::mem::discriminant(&self.state) {
            self.entered();
        }
    }

    /// Begins what a state is there for.
    fn entered(&mut self) {
        match &self.state {
            DaemonState::Connecting { .. } => {
                let claim = if self.clock.is_pretended() { NameClaim::Pretended } else { NameClaim::Real };
                let claim = Some(claim).filter(|_| !self.is_rehearsal());
                self.tasks.connect(claim, self.desktop.has_open());
            }
            DaemonState::Offline { why, failures, .. } => {
                if *failures == 1 {
                    log::info!("there is no session bus ({why}); waiting for one");
                }
                self.restore();
            }
            DaemonState::Online => {
                self.watch.forget_bus();
                self.engine.try_again();
                self.restore();
                if self.desktop.is_to_ask() {
                    self.listen();
                }
            }
            DaemonState::Exiting { exit, .. } => {
                let exit = *exit;
                systemd::stopping();
                self.tasks.drop_questions();
                if exit == Exit::Stopped {
                    self.leave();
                }
            }
        }
    }

    /// How the daemon has ended, once nothing is left to wait for.
    fn ended(&self) -> Option<Exit> {
        match self.state {
            DaemonState::Exiting { exit, until } => {
                (self.tasks.are_done() || until <= Instant::now()).then_some(exit)
            }
            _ => None,
        }
    }

    /// When something is to be done, whatever happens.
    fn deadline(&self) -> Option<Instant> {
        let rehearsal = self.rehearsal.as_ref().filter(|_| !self.state.is_exiting()).map(|(_, end)| *end);
        self.state.deadline().into_iter().chain(rehearsal).min()
    }
}
