//! What a person answered: recorded, snoozed, or opened in the browser.

use super::Daemon;
use super::browser::Reading;
use super::state::Input;
use crate::dbus::desktop::Answer;
use crate::occurrence::OccurrenceId;
use crate::schedule::{LedgerEntry, State};
use chrono::{DateTime, Utc};

impl Daemon {
    pub(super) fn answered(&mut self, occurrence: &OccurrenceId, answer: Answer) {
        let now = self.clock.now();
        match answer {
            Answer::Read(token) => self.tasks.open(Reading {
                occurrence: occurrence.clone(),
                config_file: self.context.paths.config_file.clone(),
                language: self.language.clone(),
                now: self.clock.is_pretended().then_some(now),
                token,
                connection: self.desktop.connection(),
            }),
            Answer::Later => self.snooze(occurrence, now + self.context.settings.plan.snooze),
            Answer::Closed => {
                self.engine.record(LedgerEntry::of(occurrence.clone(), State::Dismissed, now), now);
            }
            Answer::Expired if self.context.settings.style.expire.is_some() => {}
            Answer::Expired | Answer::Dropped => {
                self.redeliver(occurrence, self.context.settings.plan.snooze);
            }
        }
        if self.is_rehearsal() {
            self.go(Input::Stop);
        }
    }

    /// Has a notification shown again at `until`.
    pub(super) fn snooze(&mut self, occurrence: &OccurrenceId, until: DateTime<Utc>) {
        let now = self.clock.now();
        self.engine.record(LedgerEntry::snoozed(occurrence.clone(), now, until), now);
        let zone = &self.context.zone;
        let format =
            if zone.civil(until).date() == zone.civil(now).date() { "%H:%M" } else { "%Y-%m-%d %H:%M" };
        log::info!("Snoozed: `{}` until {}.", occurrence.day, zone.stamp(until).format(format));
    }

    /// The article was opened, or could not be: then it is not recorded as read, and the person is told.
    pub(super) fn opened(&mut self, occurrence: OccurrenceId, result: Result<(), String>) {
        let now = self.clock.now();
        match result {
            Ok(()) => self.engine.record(LedgerEntry::of(occurrence, State::Read, now), now),
            Err(why) => {
                log::warn!("cannot open the article of `{}`: {why}", occurrence.day);
                self.unopened.push(occurrence);
            }
        }
    }
}
