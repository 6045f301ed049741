//! Notices that went without an answer: each is put back, as [`crate::dbus::desktop`] says.

use super::Daemon;
use crate::dbus::desktop::About;
use crate::schedule::Entry;
use chrono::{NaiveDate, TimeDelta};

/// How often one notice is shown again because the desktop let go of it.
const MOST_PUT_BACK: u32 = 3;

impl Daemon {
    /// Takes up what the last daemon left on the screen.
    pub(super) async fn restore(&mut self) {
        let now = self.clock.now();
        for (day, date) in self.desktop.restore().await {
            self.keeper.record(Entry::unseen(&day, date, now, now), now);
        }
        // The ledger knows of them now.
        self.desktop.keep();
    }

    /// Leaves: a rehearsal takes its notices off the screen, any other daemon leaves them to the next.
    pub(super) async fn leave(&mut self) {
        self.keeper.end(self.clock.now());
        if self.is_rehearsal {
            self.desktop.close_all().await;
        } else {
            self.desktop.keep();
        }
    }

    /// The server went, and took these notices with it.
    pub(super) fn dropped(&mut self, dropped: Vec<About>) {
        for about in dropped {
            if let About::Occurrence(day, date) = about {
                self.put_back(&day, date, TimeDelta::zero());
            }
        }
    }

    /// Has a notice that went without an answer shown again after `wait`, unless that happened too often.
    pub(super) fn put_back(&mut self, day: &str, date: NaiveDate, wait: TimeDelta) {
        let times = self.put_back.entry((day.to_owned(), date)).or_default();
        *times += 1;
        if *times > MOST_PUT_BACK || self.is_rehearsal {
            return;
        }
        let now = self.clock.now();
        self.keeper.record(Entry::unseen(day, date, now, now + wait), now);
        log::info!("The desktop let go of `{day}` of {date} unseen; it will be shown again.");
    }
}
