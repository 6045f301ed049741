//! What a person answered: recorded, put off, or opened in the browser.

use super::{Daemon, browser};
use crate::app::pages;
use crate::dbus::desktop::Answer;
use crate::occurrence::OccurrenceId;
use crate::schedule::{LedgerEntry, State};
use std::sync::Arc;

impl Daemon {
    pub(super) fn answered(&mut self, occurrence: &OccurrenceId, answer: Answer) {
        let now = self.clock.now();
        match answer {
            Answer::Read(token) => {
                self.engine.record(LedgerEntry::of(occurrence.clone(), State::Read, now), now);
                self.open(occurrence, token);
            }
            Answer::Later => {
                let until = now + self.context.settings.plan.snooze;
                self.engine.record(LedgerEntry::snoozed(occurrence.clone(), now, until), now);
                log::info!(
                    "Put off: `{}` until {}.",
                    occurrence.day,
                    self.context.zone.stamp(until).format("%H:%M")
                );
            }
            Answer::Closed => {
                self.engine.record(LedgerEntry::of(occurrence.clone(), State::Dismissed, now), now);
            }
            Answer::Expired if self.context.settings.style.expire.is_some() => {}
            Answer::Expired | Answer::Dropped => {
                self.redeliver(occurrence, self.context.settings.plan.snooze);
            }
        }
        self.should_exit |= self.is_rehearsal;
    }

    /// Opens the article, or the link of a day without one, beside the loop: a browser may take its time.
    fn open(&mut self, occurrence: &OccurrenceId, token: Option<String>) {
        let (context, OccurrenceId { day, date }) = (Arc::clone(&self.context), occurrence.clone());
        let today = context.at(self.clock.now()).today();
        let connection = self.desktop.connection();
        let opened = async move {
            let day = context.day(&day)?;
            let page = pages::write_page(&context, day, date, today);
            let target = page.or_else(|error| day.link.as_ref().map(Into::into).ok_or(error))?;
            browser::open(connection.as_ref(), &target, token.as_deref()).await
        };
        self.opening = Some(tokio::task::spawn(async move {
            if let Err::<(), String>(error) = opened.await {
                log::warn!("{error}");
            }
        }));
    }
}
