//! The daemon: ask the core, do what it says, wait, and again.
//!
//! One thread, one timer, no polling. Each turn of the loop asks [`step`](crate::schedule::step) anew: an extra turn does
//! nothing, so whatever happens (a clock that was set, a server that came, a reload) is answered
//! the same way, by another turn.
//!
//! A notice is recorded in the ledger after the desktop accepted it ([`crate::engine`]). One that the
//! desktop did not take stays pending: it is printed once where a person can read it, and tried again
//! when a server comes, the bus returns, the configuration is read again, or after a while ([`crate::engine`]).

mod answer;
mod browser;
mod control;
mod redelivery;
mod reload;
mod rest;
mod screen;
mod signals;
mod systemd;
mod timer;
mod watch;

use crate::app::context::World;
use crate::dbus::Desktop;
use crate::dbus::desktop::{About, Answer, Heard};
use crate::engine::Keeper;
use crate::engine::LedgerFile;
use crate::host::clock::{Asleep, Clock};
use crate::host::ledger::Folder;
use crate::host::on_screen::OnScreenFile;
use crate::host::paths::Paths;
use crate::host::zones;
use crate::schedule::{Ledger, upcoming};
use chrono::{DateTime, NaiveDate, Utc};
use reload::Trouble;
use rest::Code;
use screen::Front;
use signals::Signals;
use std::collections::HashMap;
use std::io;
use std::sync::Arc;
use std::time::Duration;
use timer::{Alarm, Rang};
use tokio::task::JoinHandle;
use watch::{Changed, Watch};

/// How many times a lost bus is tried at once: one that systemd starts again answers on the same socket.
const RECONNECTS: u32 = 5;

/// How long a rehearsal waits for an answer.
const REHEARSAL: Duration = Duration::from_secs(30);

/// How long opening a page may keep the daemon from ending.
const LONGEST_OPENING: Duration = Duration::from_secs(3);

/// What the daemon is started with.
pub(crate) struct Start {
    /// Reads the settings; called at the start and at each reload.
    pub(crate) read: Box<dyn Fn() -> World>,
    /// Where it is read from.
    pub(crate) paths: Paths,
    /// The clock.
    pub(crate) clock: Clock,
    /// The ledger.
    pub(crate) ledger: LedgerFile<Folder>,
    /// Where open notices are kept for the next daemon.
    pub(crate) on_screen: Option<OnScreenFile>,
    /// Whether to show the next notice only, and end.
    pub(crate) is_rehearsal: bool,
}

/// What the daemon wakes for.
enum Event {
    Rang(Rang),
    Heard(Heard),
    Changed(Changed),
    Told(signals::Told),
}

/// How a daemon ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ended {
    /// It was told to, or its rehearsal is over.
    Well,
    /// Another one runs on this bus.
    Surplus,
}

/// Runs the daemon until it is told to end, its rehearsal is over, or another one turns out to run.
///
/// # Errors
/// When the machine has no timer, no inotify or no signals to give.
pub(crate) async fn run(start: Start) -> io::Result<Ended> {
    let mut daemon = Daemon::new(start)?;
    systemd::ready();
    let _ = daemon.desktop.connect().await.inspect_err(|error| log::info!("{error}; waiting for one"));
    daemon.serve().await;
    if daemon.ends == Ended::Well {
        daemon.restore().await;
    }
    daemon.watch_for_bus();
    let code = Code::find();
    let over = tokio::time::sleep(REHEARSAL);
    tokio::pin!(over);
    while !daemon.is_over {
        daemon.turn().await?;
        daemon.serve().await;
        if daemon.is_over {
            break;
        }
        let is_without_days = daemon.let_go_of_days();
        code.give_back();
        let event = tokio::select! {
            rang = daemon.alarm.rang() => Event::Rang(rang?),
            heard = daemon.desktop.heard() => Event::Heard(heard),
            changed = daemon.watch.changed() => Event::Changed(changed?),
            told = daemon.signals.told() => Event::Told(told),
            () = &mut over, if daemon.is_rehearsal => Event::Told(signals::Told::End),
        };
        if is_without_days {
            Arc::make_mut(&mut daemon.world).take_up_days();
        }
        match event {
            Event::Rang(rang) => daemon.rang(rang),
            Event::Heard(heard) => daemon.heard(heard).await,
            Event::Changed(changed) => daemon.changed(changed).await,
            Event::Told(told) => daemon.told(told),
        }
    }
    systemd::stopping();
    if daemon.ends == Ended::Well {
        daemon.leave().await;
    }
    if let Some(opening) = daemon.opening {
        // What was asked for is still done; a browser that stays in the foreground is not waited for.
        let _ = tokio::time::timeout(LONGEST_OPENING, opening).await;
    }
    Ok(daemon.ends)
}

struct Daemon {
    read: Box<dyn Fn() -> World>,
    world: Arc<World>,
    clock: Clock,
    /// Since when the machine and the daemon have been awake.
    awake_since: DateTime<Utc>,
    asleep: Asleep,
    keeper: Keeper<Folder>,
    alarm: Alarm,
    watch: Watch,
    desktop: Desktop,
    /// How often each notice was put back.
    put_back: HashMap<(String, NaiveDate), u32>,
    signals: Signals,
    trouble: Trouble,
    status: String,
    /// The page that is being opened.
    opening: Option<JoinHandle<()>>,
    started: DateTime<Utc>,
    is_rehearsal: bool,
    /// How it ends once it is over.
    ends: Ended,
    is_over: bool,
}

impl Daemon {
    fn new(start: Start) -> io::Result<Self> {
        let Start { read, paths, clock, ledger, on_screen, is_rehearsal } = start;
        // What changes while it is read is seen.
        let mut watch = Watch::new()?;
        watch.wait_for_config(&paths, &[]);
        let mut world = read();
        if !world.calendar_paths.is_empty() {
            watch.wait_for_config(&paths, &world.calendar_paths);
            world = read();
        }
        Ok(Self {
            read,
            trouble: Trouble::of(&world, is_rehearsal),
            world: Arc::new(world),
            clock,
            awake_since: clock.now(),
            asleep: Asleep::now(),
            keeper: Keeper::new(ledger),
            alarm: Alarm::new()?,
            watch,
            desktop: Desktop::kept_in(on_screen),
            put_back: HashMap::new(),
            signals: Signals::new()?,
            status: String::new(),
            opening: None,
            started: clock.now(),
            is_rehearsal,
            ends: Ended::Well,
            is_over: false,
        })
    }

    /// Does what is to be done now, and sets the alarm for what comes next.
    async fn turn(&mut self) -> io::Result<()> {
        let world = Arc::clone(&self.world);
        let mut front = Front {
            world: &world,
            clock: self.clock,
            awake_since: self.awake_since,
            desktop: &mut self.desktop,
            signals: &mut self.signals,
            is_rehearsal: self.is_rehearsal,
        };
        let clock = self.clock;
        let turned = self.keeper.turn(&world.settings.plan, &world.zone, || clock.now(), &mut front).await;
        // A rehearsal that could not be shown was printed.
        self.is_over |= turned.is_over || (self.is_rehearsal && self.keeper.held.count() > 0);
        self.watch_for_bus();
        self.tell_trouble(&world).await;
        self.alarm.set(turned.wake.map(|wake| self.clock.on_the_machine(wake)))?;
        self.say_status(&world).await;
        Ok(())
    }

    /// Lets go of the days at rest where they are many; true where that was done.
    fn let_go_of_days(&mut self) -> bool {
        // A page that is being opened still needs them.
        let is_opening = self.opening.as_ref().is_some_and(|opening| !opening.is_finished());
        let is_without = !is_opening && Arc::make_mut(&mut self.world).let_go_of_days();
        if is_without {
            rest::give_back_heap();
        }
        is_without
    }

    fn rang(&mut self, rang: Rang) {
        self.refresh_zone();
        if rang == Rang::ClockSet {
            let now = self.clock.now();
            let happened = if self.asleep.has_grown() {
                self.awake_since = now;
                "The machine woke"
            } else {
                "The clock was set"
            };
            log::info!("{happened}: it is {} now.", self.world.zone.stamp(now));
            // Times to try again were reckoned by the old clock.
            self.keeper.held.try_again();
        }
    }

    fn told(&mut self, told: signals::Told) {
        match told {
            signals::Told::Reload => self.reload(true),
            signals::Told::End => self.is_over = true,
        }
    }

    async fn heard(&mut self, heard: Heard) {
        match heard {
            Heard::Answer(About::Occurrence(day, date), answer) => self.answered(&day, date, answer),
            Heard::Answer(About::Moment(day, date), Answer::Read(token)) => {
                self.answered(&day, date, Answer::Read(token));
            }
            // Closing the notice of a moment says nothing about that of the day.
            Heard::Answer(About::Moment(..) | About::Configuration, _) => self.is_over |= self.is_rehearsal,
            Heard::Call(call) => self.called(&call).await,
            Heard::Server(dropped) => {
                self.dropped(dropped);
                self.keeper.held.try_again();
            }
            Heard::BusLost(dropped) => {
                self.dropped(dropped);
                log::warn!("the session bus is gone; waiting for it");
                self.reconnect().await;
            }
        }
        self.desktop.keep();
    }

    async fn changed(&mut self, changed: Changed) {
        match changed {
            Changed::Zone => self.refresh_zone(),
            Changed::Bus => self.reconnect().await,
            Changed::Config => self.reload(false),
        }
    }

    /// Tries to get back to the bus a few times, then leaves it to the watch.
    async fn reconnect(&mut self) {
        for attempt in 0..RECONNECTS {
            if self.desktop.connect().await.is_ok() {
                log::info!("The session bus is there.");
                self.keeper.held.try_again();
                break;
            }
            let wait = tokio::time::sleep(Duration::from_millis(100) * 2_u32.pow(attempt));
            tokio::select! {
                () = wait => {}
                () = self.signals.ended() => {
                    self.is_over = true;
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
        if zone != self.world.zone {
            log::info!("The time zone is {} now.", zone.name());
            Arc::make_mut(&mut self.world).zone = zone;
        }
    }

    /// Says to systemd, and to whoever listens on the bus, what comes next, where that has changed.
    async fn say_status(&mut self, world: &World) {
        let status = status(world, &self.keeper.ledger.ledger, self.clock.now(), self.keeper.held.count());
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
fn status(world: &World, ledger: &Ledger, now: DateTime<Utc>, held: usize) -> String {
    let next = upcoming(&world.settings.plan, ledger, world.at(now), 1);
    let next = next.first().map_or_else(
        || "nothing lies ahead".to_owned(),
        |(day, _, reminder)| {
            let due = world.zone.civil(reminder.due).format("%Y-%m-%d %H:%M");
            format!("next: {}, {due}", day.name.get(&world.languages))
        },
    );
    if now < world.settings.plan.sane_from {
        return format!(
            "the clock shows {}, which cannot be right: nothing is shown until it is set",
            now.date_naive()
        );
    }
    match held {
        0 => next,
        1 => format!("waiting for the desktop to take a notice; {next}"),
        held => format!("waiting for the desktop to take {held} notices; {next}"),
    }
}
