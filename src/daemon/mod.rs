//! The daemon: ask the core, do what it says, wait, and again.
//!
//! One thread, one timer, no polling. Each turn of the loop asks [`step`](crate::schedule::step) anew: an extra turn does
//! nothing, so whatever happens (a clock that was set, a server that came, a reload) is answered
//! the same way, by another turn.
//!
//! A notification is recorded in the ledger after the desktop accepted it ([`crate::engine`]). One that the
//! desktop did not take stays pending: it is printed once where a person can read it, and tried again
//! when a server comes, the bus returns, the configuration is read again, or after a while ([`crate::engine`]).

mod answer;
mod browser;
mod control;
mod redelivery;
mod reload;
mod screen;
mod signals;
mod systemd;
mod timer;
mod watch;

use crate::app::context::Context;
use crate::dbus::Desktop;
use crate::dbus::desktop::{Answer, DesktopEvent, NotificationSubject};
use crate::engine::Engine;
use crate::engine::LedgerFile;
use crate::host::clock::{Asleep, Clock};
use crate::host::ledger::Folder;
use crate::host::on_screen::OnScreenFile;
use crate::host::paths::Paths;
use crate::host::zones;
use crate::occurrence::OccurrenceId;
use crate::schedule::{Ledger, upcoming};
use chrono::{DateTime, Utc};
use reload::Trouble;
use screen::DesktopScreen;
use signals::Signals;
use std::collections::HashMap;
use std::io;
use std::sync::Arc;
use std::time::Duration;
use timer::{Alarm, TimerEvent};
use tokio::task::JoinHandle;
use watch::{Watch, WatchEvent};

/// How many times a lost bus is tried at once: one that systemd starts again answers on the same socket.
const RECONNECTS: u32 = 5;

/// How long a rehearsal waits for an answer.
const REHEARSAL: Duration = Duration::from_secs(30);

/// How long opening a page may keep the daemon from ending.
const LONGEST_OPENING: Duration = Duration::from_secs(3);

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
enum Event {
    TimerEvent(TimerEvent),
    DesktopEvent(DesktopEvent),
    WatchEvent(WatchEvent),
    Signal(signals::SignalEvent),
}

/// How a daemon ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// It was told to, or its rehearsal is over.
    Stopped,
    /// Another one runs on this bus.
    AlreadyRunning,
}

/// Runs the daemon until it is told to end, its rehearsal is over, or another one turns out to run.
///
/// # Errors
/// When the machine has no timer, no inotify or no signals to give.
pub(crate) async fn run(start: Start) -> io::Result<Exit> {
    let mut daemon = Daemon::new(start)?;
    systemd::ready();
    let _ = daemon.desktop.connect().await.inspect_err(|error| log::info!("{error}; waiting for one"));
    daemon.serve().await;
    if daemon.ends == Exit::Stopped {
        daemon.restore().await;
    }
    daemon.watch_for_bus();
    let over = tokio::time::sleep(REHEARSAL);
    tokio::pin!(over);
    while !daemon.should_exit {
        daemon.turn().await?;
        daemon.serve().await;
        if daemon.should_exit {
            break;
        }
        let event = tokio::select! {
            rang = daemon.alarm.rang() => Event::TimerEvent(rang?),
            heard = daemon.desktop.heard() => Event::DesktopEvent(heard),
            changed = daemon.watch.changed() => Event::WatchEvent(changed?),
            told = daemon.signals.told() => Event::Signal(told),
            () = &mut over, if daemon.is_rehearsal => Event::Signal(signals::SignalEvent::End),
        };
        match event {
            Event::TimerEvent(rang) => daemon.rang(rang),
            Event::DesktopEvent(heard) => daemon.heard(heard).await,
            Event::WatchEvent(changed) => daemon.changed(changed).await,
            Event::Signal(told) => daemon.told(told),
        }
    }
    systemd::stopping();
    if daemon.ends == Exit::Stopped {
        daemon.leave().await;
    }
    if let Some(opening) = daemon.opening {
        // What was asked for is still done; a browser that stays in the foreground is not waited for.
        let _ = tokio::time::timeout(LONGEST_OPENING, opening).await;
    }
    Ok(daemon.ends)
}

struct Daemon {
    language: Option<String>,
    /// The day that is rehearsed.
    rehearsed: Option<String>,
    context: Arc<Context>,
    clock: Clock,
    /// Since when the machine and the daemon have been awake.
    awake_since: DateTime<Utc>,
    asleep: Asleep,
    engine: Engine<Folder>,
    alarm: Alarm,
    watch: Watch,
    desktop: Desktop,
    /// How often each notification was put back.
    redeliver: HashMap<OccurrenceId, u32>,
    signals: Signals,
    trouble: Trouble,
    status: String,
    /// The page that is being opened.
    opening: Option<JoinHandle<()>>,
    started: DateTime<Utc>,
    is_rehearsal: bool,
    /// How it ends once it is over.
    ends: Exit,
    should_exit: bool,
}

impl Daemon {
    fn new(start: Start) -> io::Result<Self> {
        let Start { paths, language, clock, ledger, on_screen, rehearsed } = start;
        let mut watch = Watch::new()?;
        let (context, content_hash) =
            reload::read(&mut watch, &paths, language.as_deref(), rehearsed.as_deref(), &[], clock.now());
        let is_rehearsal = rehearsed.is_some();
        Ok(Self {
            language,
            rehearsed,
            trouble: Trouble::of(&context, content_hash, is_rehearsal),
            context: Arc::new(context),
            clock,
            awake_since: clock.now(),
            asleep: Asleep::now(),
            engine: Engine::new(ledger),
            alarm: Alarm::new()?,
            watch,
            desktop: Desktop::kept_in(on_screen),
            redeliver: HashMap::new(),
            signals: Signals::new()?,
            status: String::new(),
            opening: None,
            started: clock.now(),
            is_rehearsal,
            ends: Exit::Stopped,
            should_exit: false,
        })
    }

    /// Does what is to be done now, and sets the alarm for what comes next.
    async fn turn(&mut self) -> io::Result<()> {
        let context = Arc::clone(&self.context);
        let mut front = DesktopScreen {
            context: &context,
            clock: self.clock,
            awake_since: self.awake_since,
            desktop: &mut self.desktop,
            signals: &mut self.signals,
            is_rehearsal: self.is_rehearsal,
        };
        let clock = self.clock;
        let turned =
            self.engine.turn(&context.settings.plan, &context.zone, || clock.now(), &mut front).await;
        // A rehearsal that could not be shown was printed.
        self.should_exit |= turned.should_exit || (self.is_rehearsal && self.engine.retries.count() > 0);
        self.watch_for_bus();
        self.tell_trouble(&context).await;
        self.alarm.set(turned.wake.map(|wake| self.clock.on_the_machine(wake)))?;
        self.say_status(&context).await;
        Ok(())
    }

    fn rang(&mut self, rang: TimerEvent) {
        self.refresh_zone();
        if rang == TimerEvent::ClockSet {
            let now = self.clock.now();
            let happened = if self.asleep.has_grown() {
                self.awake_since = now;
                "The machine woke"
            } else {
                "The clock was set"
            };
            log::info!("{happened}: it is {} now.", self.context.zone.stamp(now));
            // Times to try again were reckoned by the old clock.
            self.engine.retries.try_again();
        }
    }

    fn told(&mut self, told: signals::SignalEvent) {
        match told {
            signals::SignalEvent::Reload => self.reload(true),
            signals::SignalEvent::End => self.should_exit = true,
        }
    }

    async fn heard(&mut self, heard: DesktopEvent) {
        match heard {
            DesktopEvent::Answer(NotificationSubject::Occurrence(occurrence), answer) => {
                self.answered(&occurrence, answer);
            }
            DesktopEvent::Answer(NotificationSubject::Moment(occurrence), Answer::Read(token)) => {
                self.answered(&occurrence, Answer::Read(token));
            }
            // Closing the notification of a moment says nothing about that of the day.
            DesktopEvent::Answer(NotificationSubject::Moment(..) | NotificationSubject::Configuration, _) => {
                self.should_exit |= self.is_rehearsal;
            }
            DesktopEvent::Call(call) => self.called(&call).await,
            DesktopEvent::Server(dropped) => {
                self.dropped(dropped);
                self.engine.retries.try_again();
            }
            DesktopEvent::BusLost(dropped) => {
                self.dropped(dropped);
                log::warn!("the session bus is gone; waiting for it");
                self.reconnect().await;
            }
        }
        self.desktop.keep();
    }

    async fn changed(&mut self, changed: WatchEvent) {
        match changed {
            WatchEvent::Zone => self.refresh_zone(),
            WatchEvent::Bus => self.reconnect().await,
            WatchEvent::Config => self.reload(false),
        }
    }

    /// Tries to get back to the bus a few times, then leaves it to the watch.
    async fn reconnect(&mut self) {
        for attempt in 0..RECONNECTS {
            if self.desktop.connect().await.is_ok() {
                log::info!("The session bus is there.");
                self.engine.retries.try_again();
                break;
            }
            let wait = tokio::time::sleep(Duration::from_millis(100) * 2_u32.pow(attempt));
            tokio::select! {
                () = wait => {}
                () = self.signals.ended() => {
                    self.should_exit = true;
                    return;
                }
            }
        }
        self.watch_for_bus();
    }

    /// Waits for the bus where there is none.
    fn watch_for_bus(&mut self) {
        if self.desktop.is_connected() { self.watch.forget_bus() } else { self.watch.wait_for_bus() }
    }

    fn refresh_zone(&mut self) {
        let zone = zones::system();
        if zone != self.context.zone {
            log::info!("The time zone is {} now.", zone.name());
            Arc::make_mut(&mut self.context).zone = zone;
        }
    }

    /// Says to systemd, and to whoever listens on the bus, what comes next, where that has changed.
    async fn say_status(&mut self, context: &Context) {
        let status =
            status(context, &self.engine.ledger.ledger, self.clock.now(), self.engine.retries.count());
        if status != self.status {
            log::info!(
                "{}{}",
                status.get(..1).unwrap_or_default().to_uppercase(),
                status.get(1..).unwrap_or_default()
            );
            systemd::status(&status);
            self.status = status;
            self.status_changed().await;
        }
    }
}

/// What comes next, in one line: `next: Black January, 2027-01-20 09:00`.
fn status(context: &Context, ledger: &Ledger, now: DateTime<Utc>, held: usize) -> String {
    let next = upcoming(&context.settings.plan, ledger, context.at(now), 1);
    let next = next.first().map_or_else(
        || "nothing lies ahead".to_owned(),
        |(day, _, reminder)| {
            let due = context.zone.civil(reminder.due).format("%Y-%m-%d %H:%M");
            format!("next: {}, {due}", day.name.get(&context.languages))
        },
    );
    if now < context.settings.plan.clock_floor {
        return format!(
            "the clock shows {}, which cannot be right: nothing is shown until it is set",
            now.date_naive()
        );
    }
    match held {
        0 => next,
        1 => format!("waiting for the desktop to take a notification; {next}"),
        held => format!("waiting for the desktop to take {held} notifications; {next}"),
    }
}
