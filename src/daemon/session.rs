//! The session around the daemon: its language, its displays, and what notifications are held back for.

use super::{Daemon, systemd};
use crate::dbus::SessionEnvironment;
use crate::dbus::desktop::{Awaited, AwaitedSignals};
use crate::engine::ScreenState;
use crate::host::locale;
use std::sync::Arc;

/// A look at what notifications are held back for that is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Settling {
    /// Nothing was heard since it began.
    Once,
    /// Something was: it is to be looked again.
    Again,
}

impl Daemon {
    /// Takes the language of the session into account, where the person names none.
    ///
    /// A daemon that somebody started by hand keeps the language of its terminal.
    pub(super) fn session_is(&mut self, environment: Option<&SessionEnvironment>) {
        let Some(environment) = environment.filter(|_| systemd::is_service()) else { return };
        let languages = locale::from_variables(|name| environment.variable(name).map(str::to_owned));
        if languages == self.desktop_languages {
            return;
        }
        log::info!("The languages of the session are now: {}.", languages.join(", "));
        self.desktop_languages = languages;
        if self.context.follows_desktop {
            let languages = self.language.iter().chain(&self.desktop_languages).cloned().collect();
            Arc::make_mut(&mut self.context).languages = languages;
            // The days of a calendar have their names in the first of them.
            if !self.context.calendar_paths.is_empty() {
                self.reload(false);
            }
        }
    }

    /// Listens for what notifications are held back for.
    pub(super) fn listen_for_change(&mut self, screen: &ScreenState) {
        let awaited = match screen {
            ScreenState::Asking => return,
            ScreenState::NoServer { can_start: true } | ScreenState::Starting
                if self.engine.pending() > 0 =>
            {
                Some(Awaited::Display)
            }
            _ if self.engine.is_quiet() => Some(Awaited::QuietEnd),
            _ => None,
        };
        if let Some(subscription) = self.desktop.wait_for(awaited) {
            self.tasks.subscribe(subscription);
        }
    }

    /// What is listened to may have changed before.
    pub(super) fn subscribed(&mut self, signals: Option<Box<AwaitedSignals>>) {
        if let Some(signals) = signals {
            let awaited = signals.awaited;
            self.desktop.subscribed(*signals);
            self.stirred(awaited);
        }
    }

    /// It is time to look again, once what happens has settled.
    pub(super) fn stirred(&mut self, awaited: Awaited) {
        let Some(connection) = self.desktop.connection() else { return };
        match self.settling {
            None => {
                self.settling = Some(Settling::Once);
                self.tasks.settle(awaited, connection);
            }
            Some(_) => self.settling = Some(Settling::Again),
        }
    }

    /// What happened has settled.
    pub(super) fn settled(&mut self, awaited: Awaited, environment: Option<&SessionEnvironment>) {
        let is_again = self.settling.take() == Some(Settling::Again);
        if self.desktop.awaited() != Some(awaited) {
            return;
        }
        match awaited {
            Awaited::Display => {
                if let Some(environment) = environment.filter(|now| now.gains_display(&self.started_in)) {
                    log::info!("The session has a display now.");
                    self.started_in = environment.clone();
                    self.engine.display_came();
                }
                self.session_is(environment);
            }
            Awaited::QuietEnd => self.engine.quiet_may_be_over(self.clock.now()),
        }
        if is_again {
            self.stirred(awaited);
        }
    }
}
