//! What a person answered: recorded, snoozed, or opened in the browser.

use super::Daemon;
use super::browser::{OpenError, Reading};
use super::state::Input;
use crate::dbus::desktop::{Answer, NotificationSubject};
use crate::occurrence::OccurrenceId;
use crate::schedule::{LedgerEntry, State};
use chrono::{DateTime, Utc};

impl Daemon {
    /// A person has answered a notification, or the server has removed it.
    pub(super) fn answer_came(&mut self, about: &NotificationSubject, answer: Answer) {
        match answer {
            Answer::Read(token) => self.read(about.occurrences().cloned().collect(), token),
            // Closing the notification of a moment says nothing about that of the day.
            answer => self.answered(about.days(), &answer),
        }
        if self.is_rehearsal() {
            self.go(Input::Stop);
        }
    }

    fn read(&mut self, occurrences: Vec<OccurrenceId>, token: Option<String>) {
        if occurrences.is_empty() {
            return;
        }
        self.tasks.open(Reading {
            occurrences,
            config_file: self.context.paths.config_file.clone(),
            language: self.language.clone(),
            now: self.clock.is_pretended().then_some(self.clock.now()),
            token,
            connection: self.desktop.connection(),
        });
    }

    pub(super) fn answered(&mut self, days: &[OccurrenceId], answer: &Answer) {
        let now = self.clock.now();
        match answer {
            Answer::Later => self.snooze_days(days, now + self.context.settings.plan.snooze),
            Answer::Closed => {
                let dismissed = |id: &OccurrenceId| LedgerEntry::of(id.clone(), State::Dismissed, now);
                self.engine.record_all(days.iter().map(dismissed), now);
            }
            Answer::Expired if self.context.settings.style.expire.is_some() => {}
            Answer::Expired | Answer::Dropped => self.redeliver(days, self.context.settings.plan.snooze),
            Answer::Displaced => log::debug!("a notification of ours has taken the place of {days:?}"),
            Answer::Read(_) => {}
        }
    }

    /// Has a notification about these shown again at `until`.
    pub(super) fn snooze_days(&mut self, days: &[OccurrenceId], until: DateTime<Utc>) {
        let Some(named) = in_short(days) else { return };
        let now = self.clock.now();
        self.engine.record_all(days.iter().map(|id| LedgerEntry::snoozed(id.clone(), now, until)), now);
        let zone = &self.context.zone;
        let format =
            if zone.civil(until).date() == zone.civil(now).date() { "%H:%M" } else { "%Y-%m-%d %H:%M" };
        log::info!("Snoozed: {named} until {}.", zone.stamp(until).format(format));
    }

    /// The articles were opened, or could not be: then they are not recorded as read, and the person is told.
    pub(super) fn opened(&mut self, occurrences: Vec<OccurrenceId>, result: Result<(), OpenError>) {
        let now = self.clock.now();
        match result {
            Ok(()) => {
                let read = |id| LedgerEntry::of(id, State::Read, now);
                self.engine.record_all(occurrences.into_iter().map(read), now);
            }
            Err(why) => {
                let named = in_short(&occurrences).unwrap_or_default();
                log::warn!("cannot open the article of {named}: {why}");
                self.unopened.push(occurrences);
            }
        }
    }
}

/// The days in a few words for the log: each up to three, else the first and how many more; `None` for no days.
pub(super) fn in_short(days: &[OccurrenceId]) -> Option<String> {
    let named = |id: &OccurrenceId| format!("`{}`", id.day);
    match days {
        [] => None,
        few if few.len() <= 3 => Some(few.iter().map(named).collect::<Vec<_>>().join(", ")),
        [first, rest @ ..] => Some(format!("{} and {} more", named(first), rest.len())),
    }
}
