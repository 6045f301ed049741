//! What happens to the daemon, and what it makes of it.

use super::state::{DaemonState, Input};
use super::tasks::{Delivery, Done};
use super::{Daemon, Event};
use crate::app::context::machine_zone;
use crate::daemon::signals::SignalEvent;
use crate::daemon::timer::TimerEvent;
use crate::daemon::watch::{self, WatchEvent};
use crate::dbus::desktop::{Closing, Connected, DesktopEvent, ServerChange};
use crate::dbus::name::{NAME, NameRequest, in_brackets};
use crate::engine::{Delivered, ShowError};
use std::sync::Arc;
use tokio::time::Instant;

impl Daemon {
    pub(super) fn handle(&mut self, event: Event) {
        match event {
            Event::Timer(rang) => self.rang(rang),
            Event::Desktop(heard) => self.heard(heard),
            Event::Watch(changed) => self.changed(changed),
            Event::Signal(SignalEvent::Reload) => self.reload(true),
            Event::Signal(SignalEvent::End) => self.go(Input::Stop),
            Event::Done(done) => self.done(*done),
            Event::Deadline => self.deadline_passed(),
        }
    }

    fn deadline_passed(&mut self) {
        if self.rehearsal.as_ref().is_some_and(|(_, end)| *end <= Instant::now()) {
            self.go(Input::Stop);
        } else if matches!(self.state, DaemonState::Offline { .. }) {
            self.go(Input::RetryDue);
        }
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
            self.engine.clock_was_set(now);
        }
    }

    fn changed(&mut self, changed: WatchEvent) {
        match changed {
            WatchEvent::Zone => self.refresh_zone(),
            WatchEvent::Bus if watch::has_bus_socket() => self.go(Input::SocketCame),
            // A folder on the way to it.
            WatchEvent::Bus => self.watch.wait_for_bus(),
            WatchEvent::Config => self.reload(false),
        }
    }

    fn refresh_zone(&mut self) {
        let zone = machine_zone(self.context.settings.location);
        if zone != self.context.zone {
            log::info!("The time zone is {} now.", zone.name());
            Arc::make_mut(&mut self.context).zone = zone;
        }
    }

    fn heard(&mut self, heard: DesktopEvent) {
        match heard {
            DesktopEvent::Answer(about, answer) => self.answer_came(&about, answer),
            DesktopEvent::Call(call) => self.called(&call),
            DesktopEvent::Stirred(awaited) => self.stirred(awaited),
            DesktopEvent::Server(ServerChange { went, came, lost }) => {
                let now = self.clock.now();
                if went {
                    self.engine.server_went(now);
                }
                self.lost(lost);
                if came {
                    self.trouble.try_again();
                    self.engine.server_came(now);
                }
            }
            DesktopEvent::BusLost(lost) => {
                log::warn!("the session bus is gone; waiting for it");
                self.tasks.bus_lost();
                self.settling = None;
                self.engine.bus_went(self.clock.now());
                self.lost(lost);
                self.go(Input::BusLost);
            }
        }
        self.desktop.keep();
    }

    fn done(&mut self, done: Done) {
        match done {
            Done::Connected(Ok(connected)) => self.connected(*connected),
            Done::Connected(Err(why)) => {
                let why = match why {
                    ShowError::NoBus(why) => why,
                    other => other.to_string(),
                };
                // The watch stands before the look, or a socket that comes in between would be overlooked.
                self.watch.wait_for_bus();
                let has_socket = watch::has_bus_socket() || !self.watch.is_at_work();
                self.go(Input::Failed { why, has_socket });
            }
            Done::Asked { owner, result } => {
                let environment = result.as_ref().ok().and_then(|answers| answers.environment.clone());
                if let Ok(answers) = &result {
                    self.engine.screen_answers(answers.is_asked, self.clock.now());
                }
                self.desktop.asked(&owner, result);
                self.session_is(environment.as_ref());
            }
            Done::StartIsSlow(start) => self.desktop.start_is_slow(start),
            Done::Started { start, environment, result, is_late } => {
                self.session_is(environment.as_ref());
                // A display that came meanwhile is known.
                if !is_late {
                    self.started_in = environment.unwrap_or_default();
                }
                self.desktop.start_ended(start, result.is_err());
                if let Err(why) = result {
                    log::debug!("the notification server is not started: {why}");
                    self.engine.start_failed(why);
                    if is_late {
                        self.engine.start_may_go_better();
                    }
                }
            }
            Done::Subscribed(signals) => self.subscribed(signals),
            Done::Settled { awaited, environment } => self.settled(awaited, environment.as_ref()),
            Done::Delivered(delivery) => self.delivered(*delivery),
            Done::Opened { occurrences, result } => self.opened(occurrences, result),
            Done::Finished => {}
        }
    }

    fn connected(&mut self, mut connected: Connected) {
        let name = connected.name.take();
        if self.state.is_exiting() {
            return;
        }
        self.desktop.connected(connected);
        match name {
            Some(Ok(NameRequest::HeldBy(process))) => {
                let process = in_brackets(process);
                if self.clock.is_pretended() {
                    log::info!(
                        "Another daemon{process} answers on the bus; this one, which pretends, does not."
                    );
                } else {
                    log::warn!("another daemon{process} has `{NAME}` on this bus; this one ends");
                    self.go(Input::NameTaken);
                    return;
                }
            }
            Some(Ok(NameRequest::HeldByStranger(process))) => {
                let process = in_brackets(process);
                log::warn!(
                    "another program{process} has `{NAME}` on this bus and is no daemon; this one waits for the name, and \
                     shows notifications meanwhile"
                );
            }
            Some(Err(error)) => {
                log::warn!("cannot take `{NAME}` on the bus: {error}; `status` will not find the daemon");
            }
            Some(Ok(NameRequest::Acquired)) | None => {}
        }
        if matches!(self.state, DaemonState::Connecting { failures } if failures > 0) || self.is_restored {
            log::info!("The session bus is there.");
        }
        self.go(Input::Connected);
    }

    /// The server has answered a notification, early or late.
    fn delivered(&mut self, delivery: Delivery) {
        let Delivery { flight, about, notification, owner, result } = delivery;
        let id = result.as_ref().ok().copied();
        let is_lost = id.is_some() && !self.desktop.is_present(&owner);
        // Where it stands is kept before it is recorded, so that no daemon shows it twice.
        let (early, others) = self.desktop.delivered(&about, &owner, id);
        if let Some(connection) = self.desktop.connection().filter(|_| !others.is_empty()) {
            self.tasks.close(Closing { connection, owner, ids: others });
        }
        match flight {
            Some(flight) => {
                let now = self.clock.now();
                match self.engine.delivered(flight, result.as_ref().map(|_| ()), now) {
                    Delivered::Shown => {
                        self.is_shown(&about);
                        self.tell_reminded(&about, &notification);
                    }
                    Delivered::Held { is_first } => {
                        let why = result.as_ref().expect_err("what was accepted is not held back");
                        self.is_held(&about, &notification, why, is_first);
                    }
                    Delivered::Ignored => {}
                }
            }
            None => self.told(&about, result.is_ok()),
        }
        if is_lost {
            self.lost(vec![about]);
        } else if let Some(answer) = early {
            self.answer_came(&about, answer);
        }
        self.desktop.keep();
    }
}
