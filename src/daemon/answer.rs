//! What a person answered: recorded, put off, or opened in the browser.

use super::{Daemon, browser};
use crate::app::pages;
use crate::dbus::desktop::Answer;
use crate::schedule::{Entry, State};
use chrono::NaiveDate;
use std::sync::Arc;

impl Daemon {
    pub(super) fn answered(&mut self, day: &str, date: NaiveDate, answer: Answer) {
        let now = self.clock.now();
        match answer {
            Answer::Read(token) => {
                self.keeper.record(Entry::of(day, date, State::Read, now), now);
                self.open(day, date, token);
            }
            Answer::Later => {
                let until = now + self.world.settings.plan.snooze;
                self.keeper.record(Entry::snoozed(day, date, now, until), now);
                log::info!("Put off: `{day}` until {}.", self.world.zone.stamp(until).format("%H:%M"));
            }
            Answer::Closed => self.keeper.record(Entry::of(day, date, State::Dismissed, now), now),
            Answer::Expired if self.world.settings.style.expire.is_some() => {}
            Answer::Expired | Answer::Dropped => self.put_back(day, date, self.world.settings.plan.snooze),
        }
        self.is_over |= self.is_rehearsal;
    }

    /// Opens the article, or the link of a day without one, beside the loop: a browser may take its time.
    fn open(&mut self, day: &str, date: NaiveDate, token: Option<String>) {
        let (world, day) = (Arc::clone(&self.world), day.to_owned());
        let today = world.at(self.clock.now()).today();
        let connection = self.desktop.connection();
        let opened = async move {
            let day = world.day(&day)?;
            let page = pages::write_page(&world, day, date, today);
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
