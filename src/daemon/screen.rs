//! The desktop as the engine sees it: reminders become words here.

use super::signals::Signals;
use crate::app::context::Context;
use crate::dbus::Desktop;
use crate::dbus::desktop::NotificationSubject;
use crate::engine::{Offered, Screen, ShowError};
use crate::host::clock::Clock;
use crate::notification::{Announcement, Notification};
use crate::schedule::{DueNotification, ReminderKind};
use chrono::{DateTime, Utc};
use std::io::Write;

/// The desktop, with all that it takes to put a reminder into words.
pub(super) struct DesktopScreen<'d> {
    pub(super) context: &'d Context,
    pub(super) clock: Clock,
    pub(super) awake_since: DateTime<Utc>,
    pub(super) desktop: &'d mut Desktop,
    pub(super) signals: &'d mut Signals,
    pub(super) is_rehearsal: bool,
}

impl DesktopScreen<'_> {
    fn notification(&self, show: &DueNotification<'_>) -> Notification {
        let article = self.context.article(show.day);
        // One that was put off or put back has been spoken of before.
        let was_off = show.due < self.awake_since && !show.reminders.is_empty();
        let subject = Announcement { day: show.day, date: show.date, kind: show.kind, was_off };
        let text = article.as_ref().map(|found| &found.article);
        let mut notification = self.context.notification(subject, text, self.context.at(self.clock.now()));
        notification.image = article.and_then(|found| found.image());
        notification
    }
}

impl Screen for DesktopScreen<'_> {
    async fn show(&mut self, show: &DueNotification<'_>) -> Offered {
        let notification = self.notification(show);
        let about = match show.kind {
            ReminderKind::Moment => NotificationSubject::Moment(show.occurrence()),
            ReminderKind::Ahead | ReminderKind::Day => NotificationSubject::Occurrence(show.occurrence()),
        };
        let shown = tokio::select! {
            biased;
            shown = self.desktop.show(about, &notification, &self.context.settings.style) => shown,
            () = self.signals.ended() => return Offered::Ending,
        };
        match shown {
            Ok(()) => {
                if self.is_rehearsal {
                    let server = self.desktop.server().await.unwrap_or_default();
                    say(&format!(
                        "On the screen now, by {server}. Answer or close it; the rehearsal ends by itself."
                    ));
                }
                Offered::Taken
            }
            Err(unshown) => Offered::Not(unshown),
        }
    }

    fn holds(&mut self, show: &DueNotification<'_>, why: &ShowError, is_first: bool) {
        if is_first {
            let notification = self.notification(show);
            say(&format!("{}\n\n{}\n", notification.summary, notification.body()));
            let then = if self.is_rehearsal { "" } else { "; it will be shown when that changes" };
            log::warn!("`{}` is printed and not shown: {why}{then}", show.day.id);
        }
    }
}

/// Prints something for a person; a standard output that takes nothing ends no daemon.
fn say(text: &str) {
    let _ = std::io::stdout().write_all((text.to_owned() + "\n").as_bytes());
}
