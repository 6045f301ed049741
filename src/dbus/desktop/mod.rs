//! The desktop's notification server, over one connection: notifications out, answers in.
//!
//! notify-rust models a notification and encodes its hints; the connection is ours, because GNOME
//! ties a notification's life to the connection that sent it, and because a wait of notify-rust's own can
//! lose answers. Signals are listened for only while a notification of ours is open, or every other
//! program's notifications would wake us.
//!
//! # What becomes of a notification
//!
//! - Only a person who opens it, puts it off or closes it (`NotificationClosed` with reason 2) has
//!   answered it. The day is spoken of until then.
//! - One that the server lets go for another reason was not seen for certain: it is *unseen*, and
//!   comes back after the snooze. Where `expire` asks for that, it is as it should be.
//! - A server that leaves the bus, or a bus that ends, as at logout, takes its notifications with it
//!   unseen: the next server shows them anew, at once.
//! - A daemon that ends, or is killed, leaves its notifications on the screen: [`OnScreenFile`] remembers
//!   their ids and their server. The next one takes them up where that server still runs, and hears
//!   their answers; it does not show them twice. Where the server is another one, the session has
//!   ended, and they are unseen. GNOME takes a notification away with the connection that sent it: there
//!   it is shown again, in the place of the old one should that still stand.
//! - All that ends with the day, as any late notification does, and a live daemon puts back one notification
//!   three times at most, lest a server that drops everything be fed for ever.
//! - The notification of a moment is never put back, since it would be late.

mod encode;
mod inquiry;
mod link;

pub(crate) use inquiry::Server;

use crate::dbus::name::{NameRequest, ask};
use crate::engine::ShowError;
use crate::host::on_screen::{OnScreen, OnScreenFile, Standing};
use crate::notification::{Notification, Style};
use crate::occurrence::OccurrenceId;
use encode::encode;
use futures_lite::StreamExt;
use link::{LONGEST_CALL, Link, unshown};
use notify_rust::Hint;
use std::collections::HashMap;
use std::time::Duration;
use tokio::time::timeout;
use zbus::{Connection, Message, MessageStream};

/// What a person did with a notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Opened it; with the desktop's permission to come to the front, where it gave one.
    Read(Option<String>),
    /// Put it off.
    Later,
    /// Closed it.
    Closed,
    /// Nothing: its time on the screen was over.
    Expired,
    /// Nothing: it was taken away.
    Dropped,
}

/// What was heard from the desktop.
#[derive(Debug)]
pub(crate) enum DesktopEvent {
    /// An answer to the notification about this.
    Answer(NotificationSubject, Answer),
    /// The notification server came, went or changed; these notifications went with the old one.
    Server(Vec<NotificationSubject>),
    /// Another program asks something of the daemon.
    Call(Message),
    /// The connection to the bus is gone, and these notifications with it.
    BusLost(Vec<NotificationSubject>),
}

/// What an open notification is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum NotificationSubject {
    /// An occurrence.
    Occurrence(OccurrenceId),
    /// The moment of an occurrence, which has a notification of its own.
    Moment(OccurrenceId),
    /// A mistake in the configuration.
    Configuration,
}

impl NotificationSubject {
    /// Whether it is about `day`; where `day` is `None`, every subject is.
    pub(crate) fn is_of(&self, day: Option<&str>) -> bool {
        match self {
            Self::Occurrence(id) | Self::Moment(id) => day.is_none_or(|day| id.day == day),
            Self::Configuration => day.is_none(),
        }
    }
}

/// The connection, and the notifications of ours that are open.
#[derive(Debug, Default)]
pub(crate) struct Desktop {
    link: Option<Link>,
    open: HashMap<u32, Open>,
    /// Who shows them.
    server: String,
    /// Where they are kept for the next daemon.
    file: Option<OnScreenFile>,
}

/// How long taking our notifications off the screen may take at the end.
const LONGEST_CLOSE: Duration = Duration::from_secs(1);

#[derive(Debug)]
struct Open {
    about: NotificationSubject,
    token: Option<String>,
}

impl Desktop {
    /// A desktop whose open notifications are kept in `file` for the next daemon.
    pub(crate) fn kept_in(file: Option<OnScreenFile>) -> Self {
        Self { file, ..Self::default() }
    }

    /// Takes up the notifications that the last daemon left, and gives those that are gone unseen.
    pub(crate) async fn restore(&mut self) -> Vec<OccurrenceId> {
        let Some(OnScreen { server, notifications }) = self.file.as_ref().map(OnScreenFile::read) else {
            return Vec::new();
        };
        if let (Some(link), false) = (&mut self.link, notifications.is_empty())
            && link.server().await.is_ok_and(|present| present == server)
            && link.listen().await.is_ok()
        {
            self.server = server;
            let open = |standing: &Standing| {
                let about = NotificationSubject::Occurrence(standing.occurrence.clone());
                (standing.id, Open { about, token: None })
            };
            self.open = notifications.iter().map(open).collect();
            let name = self.server().await.unwrap_or_default();
            if !name.starts_with("gnome-shell") {
                return Vec::new();
            }
        }
        notifications.into_iter().map(|standing| standing.occurrence).collect()
    }

    /// Writes down what is open, for the next daemon.
    pub(crate) fn keep(&self) {
        let Some(file) = &self.file else { return };
        let standing = |(id, open): (&u32, &Open)| match &open.about {
            NotificationSubject::Occurrence(occurrence) => {
                Some(Standing { id: *id, occurrence: occurrence.clone() })
            }
            NotificationSubject::Moment(_) | NotificationSubject::Configuration => None,
        };
        let mut notifications: Vec<_> = self.open.iter().filter_map(standing).collect();
        notifications.sort_by_key(|standing| standing.id);
        file.write(&OnScreen { server: self.server.clone(), notifications });
    }

    /// Connects to the session bus, unless connected already.
    pub(crate) async fn connect(&mut self) -> Result<(), ShowError> {
        if self.link.is_none() {
            self.link = Some(Link::connect().await?);
        }
        Ok(())
    }

    /// Whether there is a connection.
    pub(crate) fn is_connected(&self) -> bool {
        self.link.is_some()
    }

    /// The connection, to ask others than the notification server.
    pub(crate) fn connection(&self) -> Option<Connection> {
        Some(self.link.as_ref()?.connection.clone())
    }

    /// Whether the daemon's name has not been asked for on this connection.
    pub(crate) fn is_to_serve(&self) -> bool {
        self.link.as_ref().is_some_and(|link| link.calls.is_none())
    }

    /// Asks for the daemon's name, and listens to what others call.
    pub(crate) async fn serve(&mut self, is_pretended: bool) -> zbus::Result<NameRequest> {
        let Some(link) = &mut self.link else { return Ok(NameRequest::Acquired) };
        // The stream stands before the name does, or a quick call would be lost.
        link.listen_to_calls().await?;
        ask(&link.connection, is_pretended).await
    }

    /// Sends an answer or a signal; nobody is left to hear it where the bus is gone.
    pub(crate) async fn send(&self, message: &Message) {
        let Some(link) = &self.link else { return };
        if let Err(error) = link.connection.send(message).await {
            log::debug!("cannot send on the bus: {error}");
        }
    }

    /// The occurrences on the screen, the oldest first.
    pub(crate) fn on_screen(&self) -> Vec<OccurrenceId> {
        let mut open: Vec<_> = self.open.iter().collect();
        open.sort_by_key(|(id, _)| **id);
        let of_day = |open: &Open| match &open.about {
            NotificationSubject::Occurrence(id) | NotificationSubject::Moment(id) => Some(id.clone()),
            NotificationSubject::Configuration => None,
        };
        open.into_iter().filter_map(|(_, open)| of_day(open)).collect()
    }

    /// Takes these notifications off the screen, and gives what they were about, the oldest first.
    pub(crate) async fn take(
        &mut self,
        is_wanted: impl Fn(&NotificationSubject) -> bool,
    ) -> Vec<NotificationSubject> {
        let mut taken: Vec<(u32, Open)> = self.open.extract_if(|_, open| is_wanted(&open.about)).collect();
        taken.sort_by_key(|(id, _)| *id);
        self.close(taken.iter().map(|(id, _)| *id)).await;
        self.keep();
        self.rest();
        taken.into_iter().map(|(_, open)| open.about).collect()
    }

    /// The name and version of the server, if one runs.
    pub(crate) async fn server(&mut self) -> Option<String> {
        self.connect().await.ok()?;
        let reply = self.link.as_ref()?.call("GetServerInformation", &()).await.ok()?;
        let (name, _, version, _): (String, String, String, String) = reply.body().deserialize().ok()?;
        Some(format!("{name} {version}").trim().to_owned())
    }

    /// Puts a notification on the screen, in the place of an open one about the same occurrence.
    pub(crate) async fn show(
        &mut self,
        about: NotificationSubject,
        notification: &Notification,
        style: &Style,
    ) -> Result<(), ShowError> {
        self.connect().await?;
        let Some(link) = &mut self.link else {
            return Err(ShowError::NoServer);
        };
        let shown = async {
            let can_do = link.abilities().await?;
            // The stream stands before the notification goes out, or a quick answer would be lost.
            link.listen().await?;
            let replaces = self.open.iter().find(|(_, open)| open.about == about).map_or(0, |(id, _)| *id);
            let notification = encode(notification, style, &can_do);
            let id = link.notify(&notification, replaces).await?;
            Ok((replaces, id, link.server().await.unwrap_or_default()))
        };
        match shown.await {
            Ok((replaces, id, server)) => {
                self.open.remove(&replaces);
                self.open.insert(id, Open { about, token: None });
                self.server = server;
                self.keep();
                Ok(())
            }
            Err(error) => {
                let unshown = unshown(&error);
                self.rest();
                Err(unshown)
            }
        }
    }

    /// Sends one notification and leaves it alone: without buttons, since nobody stays to hear them.
    ///
    /// notify-rust sends it. There is no desktop entry in it: on GNOME a notification that belongs to an
    /// application goes when the connection that sent it does.
    pub(crate) async fn send_one(notification: &Notification, style: &Style) -> Result<(), ShowError> {
        let mut desktop = Self::default();
        desktop.connect().await?;
        let abilities = match &mut desktop.link {
            Some(link) => link.abilities().await.map_err(|error| unshown(&error))?,
            None => Vec::new(),
        };
        let mut notification = encode(notification, style, &abilities);
        notification.actions.clear();
        notification.hints.retain(|hint| !matches!(hint, Hint::DesktopEntry(_)));
        match timeout(LONGEST_CALL, notification.show_async()).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(ShowError::Refused(error.to_string())),
            Err(_) => Err(ShowError::Refused("it does not answer".to_owned())),
        }
    }

    /// Takes every open notification of ours off the screen.
    pub(crate) async fn close_all(&mut self) {
        self.close(self.open.keys().copied()).await;
        self.open.clear();
        self.keep();
    }

    /// Has the server close these; answers to them are not heard any more.
    async fn close(&self, ids: impl Iterator<Item = u32>) {
        let Some(link) = &self.link else { return };
        let closed = async {
            for id in ids {
                // A notification that is gone already is closed well enough.
                let _ = link.call("CloseNotification", &(id,)).await;
            }
        };
        // A server that hangs, or ends with us, is not waited for.
        let _ = timeout(LONGEST_CLOSE, closed).await;
    }

    /// Waits for the next thing that the desktop has to say; for ever where there is no connection.
    ///
    /// Whoever hears it records it, and then calls [`Self::keep`]: an answer is not lost between the two.
    pub(crate) async fn heard(&mut self) -> DesktopEvent {
        loop {
            let Some(link) = &mut self.link else { std::future::pending().await };
            let message = tokio::select! {
                message = link.owners.next() => message,
                message = next(&mut link.answers) => message,
                Some(Ok(call)) = next(&mut link.calls) => return DesktopEvent::Call(call),
                () = link.connection.closed() => None,
            };
            let heard = if let Some(Ok(message)) = message {
                self.understand(&message)
            } else {
                self.link = None;
                Some(DesktopEvent::BusLost(self.drop_all()))
            };
            if let Some(heard) = heard {
                self.rest();
                return heard;
            }
        }
    }

    /// What a signal means to us; `None` where it is not ours.
    fn understand(&mut self, message: &Message) -> Option<DesktopEvent> {
        let header = message.header();
        let member = header.member()?.as_str().to_owned();
        let body = message.body();
        match member.as_str() {
            "NameOwnerChanged" => {
                let (_, old, _): (String, String, String) = body.deserialize().ok()?;
                let link = self.link.as_mut()?;
                (link.abilities, link.server) = (None, None);
                // The ids of a server that is gone mean nothing to the next one.
                Some(DesktopEvent::Server(if old.is_empty() { Vec::new() } else { self.drop_all() }))
            }
            "ActivationToken" => {
                let (id, token): (u32, String) = body.deserialize().ok()?;
                self.open.get_mut(&id)?.token = Some(token);
                None
            }
            "ActionInvoked" => {
                let (id, action): (u32, String) = body.deserialize().ok()?;
                let open = self.open.remove(&id)?;
                let answer = if action == "later" { Answer::Later } else { Answer::Read(open.token) };
                Some(DesktopEvent::Answer(open.about, answer))
            }
            "NotificationClosed" => {
                let (id, reason): (u32, u32) = body.deserialize().ok()?;
                let open = self.open.remove(&id)?;
                // Desktop Notifications Specification 1.2: 1 is "expired", 2 "dismissed by the user",
                // 3 "closed by a call", 4 "undefined".
                let is_close_button = self.link.as_ref().is_some_and(|link| link.calls_closing_expiry);
                let answer = match reason {
                    1 if is_close_button => Answer::Closed,
                    1 => Answer::Expired,
                    2 => Answer::Closed,
                    _ => Answer::Dropped,
                };
                Some(DesktopEvent::Answer(open.about, answer))
            }
            _ => None,
        }
    }

    /// Lets go of all that was open, and gives what it was about.
    fn drop_all(&mut self) -> Vec<NotificationSubject> {
        self.open.drain().map(|(_, open)| open.about).collect()
    }

    /// Stops listening to the server when no notification of ours is open.
    fn rest(&mut self) {
        if let (true, Some(link)) = (self.open.is_empty(), &mut self.link) {
            link.answers = None;
        }
    }
}

/// The next message of a stream that may not be there.
async fn next(stream: &mut Option<MessageStream>) -> Option<zbus::Result<Message>> {
    match stream {
        Some(stream) => stream.next().await,
        None => std::future::pending().await,
    }
}
