//! Notifications that went without an answer: each is shown again, as [`crate::dbus::desktop`] says.

use super::Daemon;
use super::answer::in_short;
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
        let unseen = self.desktop.restore().into_iter().map(|id| LedgerEntry::unseen(id, now, now));
        self.engine.record_all(unseen, now);
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
            self.redeliver(about.days(), TimeDelta::zero());
        }
    }

    /// Has a notification that went without an answer shown again after `wait`, unless that happened too often.
    pub(super) fn redeliver(&mut self, days: &[OccurrenceId], wait: TimeDelta) {
        let mut days = days.to_vec();
        days.retain(|occurrence| {
            let times = self.redelivered.entry(occurrence.clone()).or_default();
            *times += 1;
            *times <= MOST_REDELIVERIES
        });
        if self.is_rehearsal() {
            return;
        }
        let now = self.clock.now();
        let told = match days.as_slice() {
            [] => return,
            [one] => format!("`{}` of {}", one.day, one.date),
            all => in_short(all).unwrap_or_default(),
        };
        self.engine.record_all(days.into_iter().map(|id| LedgerEntry::unseen(id, now, now + wait)), now);
        log::info!("The desktop removed {told} unseen; it will be shown again.");
    }
}
