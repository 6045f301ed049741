//! Notifications that went without an answer: each is shown again, as [`crate::dbus::desktop`] says.

use super::Daemon;
use crate::dbus::desktop::NotificationSubject;
use crate::occurrence::OccurrenceId;
use crate::schedule::LedgerEntry;
use chrono::TimeDelta;

/// How often one notification is shown again because the desktop removed it unseen.
const MOST_REDELIVERIES: u32 = 3;

impl Daemon {
    /// Takes up what the last daemon left on the screen, once.
    pub(super) fn restore(&mut self) {
        if std::mem::replace(&mut self.is_restored, true) {
            return;
        }
        let now = self.clock.now();
        for occurrence in self.desktop.restore() {
            self.engine.record(LedgerEntry::unseen(occurrence, now, now), now);
        }
        // The ledger knows of them now.
        self.desktop.keep();
    }

    /// Leaves: a rehearsal takes its notifications off the screen, any other daemon leaves them to the next.
    pub(super) fn leave(&mut self) {
        self.engine.end(self.clock.now());
        if self.is_rehearsal() {
            let (_, close) = self.desktop.take(|_| true);
            close.into_iter().for_each(|close| self.tasks.close(close));
        }
        self.desktop.keep();
    }

    /// The server or the bus went, and took these notifications with it.
    pub(super) fn lost(&mut self, lost: Vec<NotificationSubject>) {
        for about in lost {
            if let NotificationSubject::Occurrence(occurrence) = about {
                self.redeliver(&occurrence, TimeDelta::zero());
            }
        }
    }

    /// Has a notification that went without an answer shown again after `wait`, unless that happened too often.
    pub(super) fn redeliver(&mut self, occurrence: &OccurrenceId, wait: TimeDelta) {
        let times = self.redelivered.entry(occurrence.clone()).or_default();
        *times += 1;
        if *times > MOST_REDELIVERIES || self.is_rehearsal() {
            return;
        }
        let now = self.clock.now();
        self.engine.record(LedgerEntry::unseen(occurrence.clone(), now, now + wait), now);
        log::info!(
            "The desktop removed `{}` of {} unseen; it will be shown again.",
            occurrence.day,
            occurrence.date
        );
    }
}
