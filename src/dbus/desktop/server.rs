//! The notification server that owns the name: what is known of it, how it is asked and started, and when it changes.

use super::facts::{ServerAnswers, ServerFacts, ServerQuestion};
use super::{Awaited, Desktop, NotificationSubject};
use crate::engine::{ScreenState, ShowError};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;
use zbus::Connection;

/// How long what is known of the session counts as new.
const SESSION_IS_NEW: Duration = Duration::from_secs(10);

/// A change of the owner of the server's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ServerChange {
    /// A server has left.
    pub(crate) went: bool,
    /// A server has come.
    pub(crate) came: bool,
    /// What went with the one that left, without an answer of the person.
    pub(crate) lost: Vec<NotificationSubject>,
}

/// The present server.
#[derive(Debug)]
pub(super) struct PresentServer {
    /// Its unique name.
    pub(super) owner: String,
    /// What it says of itself; `None` until it has answered.
    pub(super) facts: Option<Arc<ServerFacts>>,
}

/// Which start of a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct StartId(u64);

impl Desktop {
    /// What the engine has to know of the screen, while there is a connection.
    pub(crate) fn screen(&self) -> ScreenState {
        let is_new = self.session_read.is_some_and(|read| read.elapsed() < SESSION_IS_NEW);
        match &self.server {
            _ if self.is_asking => ScreenState::Asking,
            None if self.starting.is_some() => ScreenState::Starting,
            None => ScreenState::NoServer { can_start: self.can_start },
            Some(PresentServer { facts: Some(_), .. }) if is_new && self.is_heard() => ScreenState::Ready,
            Some(_) => ScreenState::Unasked,
        }
    }

    /// Whether the present server is listened to.
    fn is_heard(&self) -> bool {
        self.link.as_ref().is_some_and(|link| link.answers.is_some())
    }

    /// Whether notifications are open of a server of which nothing is known yet.
    pub(crate) fn is_to_ask(&self) -> bool {
        !self.open.is_empty() && self.screen() == ScreenState::Unasked
    }

    /// What the present server says of itself, where that is known.
    pub(crate) fn facts(&self) -> Option<&ServerFacts> {
        self.server.as_ref()?.facts.as_deref()
    }

    /// What it takes to ask the server, which [`Self::asked`] then hears about.
    pub(crate) fn begin_asking(&mut self) -> Option<ServerQuestion> {
        let (connection, server) = (self.connection()?, self.server.as_ref()?);
        let (owner, known, is_heard) = (server.owner.clone(), server.facts.clone(), self.is_heard());
        self.is_asking = true;
        Some(ServerQuestion { connection, owner, known, is_heard })
    }

    /// Hears what the server with this unique name has answered.
    pub(crate) fn asked(&mut self, owner: &str, result: Result<Box<ServerAnswers>, ShowError>) {
        let Some(server) = self.server.as_mut().filter(|server| server.owner == owner) else { return };
        self.is_asking = false;
        match result {
            Ok(answers) => {
                let ServerAnswers { facts, signals, .. } = *answers;
                server.facts = Some(facts);
                self.session_read = Some(Instant::now());
                if let (Some(link), Some(signals)) = (&mut self.link, signals) {
                    link.answers = Some(signals);
                }
            }
            // It is asked again when the engine says so.
            Err(ShowError::Unanswered) => server.facts = None,
            Err(why) => {
                log::debug!("the notification server is gone: {why}");
                self.server = None;
            }
        }
    }

    /// Has the server asked again what it can do.
    pub(crate) fn forget_facts(&mut self) {
        self.server.iter_mut().for_each(|server| server.facts = None);
    }

    /// What it takes to start a server, which [`Self::start_ended`] then hears about.
    pub(crate) fn begin_start(&mut self) -> Option<(StartId, Connection)> {
        let connection = self.connection()?;
        Some((self.start_begun(), connection))
    }

    fn start_begun(&mut self) -> StartId {
        self.last_start += 1;
        let start = StartId(self.last_start);
        (self.starting, self.is_asking) = (Some(start), true);
        start
    }

    /// A start takes long: nothing else is to wait for it.
    pub(crate) fn start_is_slow(&mut self, start: StartId) {
        if self.starting == Some(start) && self.server.is_none() {
            self.is_asking = false;
        }
    }

    /// A start has failed, or the bus has started a server; that it has come is an event of its own.
    pub(crate) fn start_ended(&mut self, start: StartId, has_failed: bool) {
        if self.starting.take_if(|under_way| *under_way == start).is_some()
            && has_failed
            && self.server.is_none()
        {
            self.is_asking = false;
        }
    }

    /// Whether a server that accepted a notification is still the present one.
    pub(crate) fn is_present(&self, owner: &str) -> bool {
        self.server.as_ref().is_some_and(|server| server.owner == owner)
    }

    pub(super) fn calls_closing_expiry(&self) -> bool {
        self.facts().is_some_and(ServerFacts::calls_closing_expiry)
    }

    /// Takes note of a new owner of the server's name; an empty name stands for no owner.
    pub(super) fn owner_changed(&mut self, old: &str, new: String) -> ServerChange {
        let (went, came) = (!old.is_empty(), !new.is_empty());
        // An event may be older than what is known already.
        if came && !self.is_present(&new) {
            self.server = Some(PresentServer { owner: new, facts: None });
            self.is_asking = false;
        } else if !came && self.server.as_ref().is_none_or(|server| server.owner == old) {
            self.server = None;
            self.is_asking = false;
        }
        // Its signals are those of one server.
        self.awaited.take_if(|(awaited, _)| *awaited == Awaited::QuietEnd);
        if !self.is_present(old) {
            self.link.iter_mut().filter(|_| went).for_each(|link| link.answers = None);
        }
        // The ids of a server that is gone mean nothing to the next one.
        ServerChange { went, came, lost: if went { self.open.drop_of(old) } else { Vec::new() } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_was_started_is_waited_for_until_the_bus_tells_of_it() {
        let starting = || {
            let mut desktop = Desktop { can_start: true, ..Desktop::default() };
            let start = desktop.start_begun();
            assert_eq!(desktop.screen(), ScreenState::Asking);
            (desktop, start)
        };
        let none = ScreenState::NoServer { can_start: true };
        let (mut desktop, start) = starting();
        desktop.start_ended(start, false);
        assert_eq!(desktop.screen(), ScreenState::Asking);
        desktop.owner_changed("", ":1.5".to_owned());
        assert_eq!(desktop.screen(), ScreenState::Unasked);
        // One that takes its name and ends, whichever is heard of first.
        for is_failure_first in [false, true] {
            let (mut desktop, start) = starting();
            desktop.owner_changed("", ":1.5".to_owned());
            if is_failure_first {
                desktop.start_ended(start, true);
                desktop.owner_changed(":1.5", String::new());
            } else {
                desktop.owner_changed(":1.5", String::new());
                desktop.start_ended(start, true);
            }
            assert_eq!(desktop.screen(), none);
        }
        // One that takes long, and comes all the same or does not.
        for has_failed in [false, true] {
            let (mut desktop, start) = starting();
            desktop.start_is_slow(start);
            assert_eq!(desktop.screen(), ScreenState::Starting);
            if has_failed {
                desktop.start_ended(start, true);
                assert_eq!(desktop.screen(), none);
            } else {
                desktop.owner_changed("", ":1.5".to_owned());
                desktop.start_ended(start, false);
                assert_eq!(desktop.screen(), ScreenState::Unasked);
            }
        }
    }
}
