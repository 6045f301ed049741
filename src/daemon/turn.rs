//! One turn: what the engine decides is put into words and sent, and the alarm is set.

use super::answer::in_short;
use super::state::{DaemonState, Input};
use super::{Daemon, systemd};
use crate::app::context::Context;
use crate::dbus::desktop::NotificationSubject;
use crate::engine::{ScreenState, ServerRequest, ShowError};
use crate::host::streams;
use crate::notification::{Announcement, Notification};
use crate::occurrence::OccurrenceId;
use crate::schedule::{DueNotification, Ledger, ReminderKind, upcoming};
use crate::text::capitalized;
use chrono::{DateTime, Utc};
use std::io;
use std::sync::Arc;

impl Daemon {
    /// Does what is to be done now, and sets the alarm for what comes next.
    pub(super) fn turn(&mut self) -> io::Result<()> {
        if self.state.is_exiting() {
            return Ok(());
        }
        let context = Arc::clone(&self.context);
        let now = self.clock.now();
        let screen = self.screen();
        let has_news = self.trouble.has_news() || !self.unopened.is_empty();
        let decision = self.engine.decide(&context.settings.plan, &context.zone, now, &screen, has_news);
        for (shows, why) in decision.held {
            let notification = self.notification(&shows);
            self.is_held(&about(&shows), &notification, &why, true);
        }
        match decision.server {
            Some(ServerRequest::Ask) => self.listen(),
            Some(ServerRequest::AskAgain) => {
                self.desktop.forget_facts();
                self.listen();
            }
            Some(ServerRequest::Start { needs_display }) => {
                if let Some((start, connection)) = self.desktop.begin_start() {
                    self.tasks.start_server(start, connection, needs_display);
                }
            }
            None => {}
        }
        for (flight, shows) in decision.send {
            let (about, notification) = (about(&shows), self.notification(&shows));
            if let Some(outgoing) = self.desktop.outgoing(&about, &notification, &context.settings.style) {
                self.tasks.deliver(Some(flight), about, notification, outgoing);
            } else {
                self.engine.delivered(flight, Err(&ShowError::ServerLost), now);
            }
        }
        if screen == ScreenState::Ready {
            self.tell_news(&context);
        }
        self.listen_for_change(&screen);
        self.desktop.rest();
        self.alarm.set(decision.wake.map(|wake| self.clock.on_the_machine(wake)))?;
        // A rehearsal that could not be shown was printed.
        if self.is_rehearsal() && self.engine.pending() > 0 {
            self.go(Input::Stop);
        }
        // Before the bus was looked for, or the server has answered, nobody knows what waits.
        if self.is_restored && !decision.is_under_way {
            self.say_status(&context);
        }
        Ok(())
    }

    fn screen(&self) -> ScreenState {
        match &self.state {
            DaemonState::Connecting { .. } | DaemonState::Exiting { .. } => ScreenState::Asking,
            DaemonState::Offline { why, .. } => ScreenState::NoBus(why.clone()),
            DaemonState::Online => self.desktop.screen(),
        }
    }

    /// Asks the server what it can do, and listens to it.
    pub(super) fn listen(&mut self) {
        if let Some(to_ask) = self.desktop.begin_asking() {
            self.tasks.ask(to_ask);
        }
    }

    fn notification(&self, shows: &[DueNotification<'_>]) -> Notification {
        // One that was snoozed or redelivered has been announced before.
        let was_off = |show: &DueNotification<'_>| show.due < self.awake_since && !show.reminders.is_empty();
        let subjects = shows.iter().map(|show| Announcement {
            day: show.day,
            date: show.date,
            kind: show.kind,
            was_off: was_off(show),
        });
        let subjects: Vec<Announcement<'_>> = subjects.collect();
        let now = self.context.at(self.clock.now());
        let [subject] = subjects.as_slice() else {
            let Context { settings, languages, .. } = &*self.context;
            return Notification::of_several(
                &subjects,
                &settings.style,
                &self.context.words(),
                languages,
                now,
            );
        };
        let article = self.context.article(subject.day);
        let text = article.as_ref().map(|found| &found.article);
        let mut notification = self.context.notification(*subject, text, now);
        notification.image = article.and_then(|found| found.image());
        // It lies among what reading the article took, and holds it; a copy does not.
        notification.clone()
    }

    /// A notification is on the screen.
    pub(super) fn is_shown(&self, about: &NotificationSubject) {
        let occurrences: Vec<OccurrenceId> = about.occurrences().cloned().collect();
        match (about, occurrences.as_slice()) {
            (_, []) => return,
            (_, [one]) => {
                let kind = match about {
                    NotificationSubject::Moment(_) => ReminderKind::Moment,
                    _ if self.context.at(self.clock.now()).today() < one.date => ReminderKind::Ahead,
                    _ => ReminderKind::Day,
                };
                log::info!("Shown: `{}` of {} ({}).", one.day, one.date, kind.name());
            }
            (_, several) => {
                let named = in_short(several).unwrap_or_default();
                log::info!("Shown in one notification: {named}.");
            }
        }
        if self.is_rehearsal() {
            let server =
                self.desktop.facts().map_or_else(String::new, crate::dbus::desktop::ServerFacts::label);
            say(&format!(
                "On the screen now, by {server}. Answer or close it; the rehearsal ends by itself."
            ));
        }
    }

    /// A notification is held back; the first time it is printed, where a person can read it.
    pub(super) fn is_held(
        &self,
        about: &NotificationSubject,
        notification: &Notification,
        why: &ShowError,
        is_first: bool,
    ) {
        let occurrences: Vec<OccurrenceId> = about.occurrences().cloned().collect();
        let Some(named) = in_short(&occurrences).filter(|_| is_first) else { return };
        say(&format!("{}\n\n{}\n", notification.summary, notification.body()));
        let then = if self.is_rehearsal() { "" } else { "; it will be shown when that changes" };
        log::warn!("{named} is printed and not shown: {why}{then}");
    }

    /// Says to systemd, and to whoever listens on the bus, what comes next, where that has changed.
    fn say_status(&mut self, context: &Context) {
        let status = self.status_now(context);
        if status != self.status {
            log::info!("{}", capitalized(&status));
            systemd::status(&status);
            self.status = status;
            self.status_changed();
        }
    }

    /// What comes next, in one line: `next: Black January, 2027-01-20 09:00`.
    fn status_now(&self, context: &Context) -> String {
        let now = self.clock.now();
        if now < context.settings.plan.clock_floor {
            return format!(
                "the clock shows {}, which cannot be right: nothing is shown until it is set",
                now.date_naive()
            );
        }
        let next = next_in_words(context, &self.engine.ledger.ledger, now);
        match self.engine.pending() {
            0 => next,
            _ if self.engine.is_quiet() => format!("waiting for the end of Do Not Disturb; {next}"),
            1 => format!("waiting for the desktop to take a notification; {next}"),
            pending => format!("waiting for the desktop to take {pending} notifications; {next}"),
        }
    }
}

fn next_in_words(context: &Context, ledger: &Ledger, now: DateTime<Utc>) -> String {
    let next = upcoming(&context.settings.plan, ledger, context.at(now), 1);
    next.first().map_or_else(
        || "no upcoming days".to_owned(),
        |(day, _, reminder)| {
            let due = context.zone.civil(reminder.due).format("%Y-%m-%d %H:%M");
            format!("next: {}, {due}", day.name.get(&context.languages))
        },
    )
}

fn about(shows: &[DueNotification<'_>]) -> NotificationSubject {
    let (moments, days): (Vec<_>, Vec<_>) = shows.iter().partition(|show| show.kind == ReminderKind::Moment);
    let ids = |shows: Vec<&DueNotification<'_>>| shows.into_iter().map(DueNotification::occurrence).collect();
    let (mut days, mut moments): (Vec<OccurrenceId>, Vec<OccurrenceId>) = (ids(days), ids(moments));
    match (days.len(), moments.len()) {
        (1, 0) => NotificationSubject::Occurrence(days.remove(0)),
        (0, 1) => NotificationSubject::Moment(moments.remove(0)),
        _ => NotificationSubject::List { days, moments },
    }
}

/// Prints something for a person; a standard output that takes nothing ends no daemon.
fn say(text: &str) {
    let _ = streams::print(&(text.to_owned() + "\n"));
}
