//! The desktop as the keeper sees it: reminders become words here.

use super::signals::Signals;
use crate::app::context::World;
use crate::dbus::Desktop;
use crate::dbus::desktop::About;
use crate::engine::{Offered, Screen, Unshown};
use crate::host::clock::Clock;
use crate::notification::{Notice, Subject};
use crate::schedule::{Kind, Show};
use chrono::{DateTime, Utc};
use std::io::Write;

/// The desktop, with all that it takes to put a reminder into words.
pub(super) struct Front<'d> {
    pub(super) world: &'d World,
    pub(super) clock: Clock,
    pub(super) awake_since: DateTime<Utc>,
    pub(super) desktop: &'d mut Desktop,
    pub(super) signals: &'d mut Signals,
    pub(super) is_rehearsal: bool,
}

impl Front<'_> {
    fn notice(&self, show: &Show<'_>) -> Notice {
        let article = self.world.article(show.day);
        // One that was put off or put back has been spoken of before.
        let was_off = show.due < self.awake_since && !show.reminders.is_empty();
        let subject = Subject { day: show.day, date: show.date, kind: show.kind, was_off };
        let text = article.as_ref().map(|found| &found.article);
        let mut notice = self.world.notice(subject, text, self.world.at(self.clock.now()));
        notice.image = article.and_then(|found| found.image());
        notice
    }
}

impl Screen for Front<'_> {
    async fn show(&mut self, show: &Show<'_>) -> Offered {
        let notice = self.notice(show);
        let (day, date) = (show.day.id.clone(), show.date);
        let about = match show.kind {
            Kind::Moment => About::Moment(day, date),
            Kind::Ahead | Kind::Day => About::Occurrence(day, date),
        };
        let shown = tokio::select! {
            biased;
            shown = self.desktop.show(about, &notice, &self.world.settings.style) => shown,
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

    fn holds(&mut self, show: &Show<'_>, why: &Unshown, is_first: bool) {
        if is_first {
            let notice = self.notice(show);
            say(&format!("{}\n\n{}\n", notice.summary, notice.body()));
            let then = if self.is_rehearsal { "" } else { "; it will be shown when that changes" };
            log::warn!("`{}` is printed and not shown: {why}{then}", show.day.id);
        }
    }
}

/// Prints something for a person; a standard output that takes nothing ends no daemon.
fn say(text: &str) {
    let _ = std::io::stdout().write_all((text.to_owned() + "\n").as_bytes());
}
