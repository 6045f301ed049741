//! The desktop's notification server, over one connection: notifications out, answers in.
//!
//! notify-rust models a notification and encodes its hints; the connection is ours, because GNOME
//! ties a notification's life to the connection that sent it, and because a wait of notify-rust's own can
//! lose answers. Signals are listened for only while a notification of ours is open, or every other
//! program's notifications would wake us.
//!
//! # What becomes of a notification
//!
//! - Only a person who opens it, snoozes it or closes it (`NotificationClosed` with reason 2) has
//!   answered it. Until then it is shown again.
//! - One that the server removes for another reason may not have been seen: it is *unseen*, and
//!   comes back after the snooze, unless `expire` asked the server to remove it.
//! - A server that leaves the bus, or a bus that ends, as at logout, takes its notifications with it
//!   unseen: the next server shows them anew, at once.
//! - A daemon that ends, or is killed, leaves its notifications on the screen: [`OnScreenFile`] remembers
//!   their ids and their server. Where that server still runs, the next daemon hears their answers and
//!   does not show them again. Where the server is another one, the session has ended, and they are
//!   unseen. GNOME removes a notification with the connection that sent it: there it is shown again, in
//!   place of the old one if that is still open.
//! - Redelivery ends with the day, as any late notification does, and a daemon redelivers one notification
//!   three times at most: a server may drop whatever it is given.
//! - A notification that another of ours pushed off the screen was seen, and is not redelivered.
//! - The notification of a moment is never redelivered, since it would be late.

mod awaited;
mod encode;
mod facts;
mod inquiry;
mod link;
mod open;
mod quiet;
mod server;

pub(crate) use awaited::{Awaited, AwaitedSignals, Subscription, subscribe};
pub(crate) use facts::{ServerAnswers, ServerFacts, ServerQuestion, ask};
pub(crate) use inquiry::{InquiryError, Server, inquire};
pub(crate) use link::{Connected, NameClaim, close, connect, send, start};
pub(crate) use open::{Answer, NotificationSubject};
pub(crate) use server::{ServerChange, StartId};

use crate::engine::ShowError;
use crate::host::on_screen::{OnScreen, OnScreenFile, Standing};
use crate::notification::{Notification, Style, Urgency};
use crate::occurrence::OccurrenceId;
use crate::text::reason;
use encode::encode;
use futures_lite::StreamExt;
use link::Link;
use notify_rust::{Hint, Notification as WireNotification};
use open::{OpenNotifications, Signal};
use server::PresentServer;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, timeout};
use zbus::{Connection, Message, MessageStream};

/// How long sending a notification without waiting for its answer may take.
const LONGEST_SENDING: Duration = Duration::from_secs(25);

/// What was heard from the desktop.
#[derive(Debug)]
pub(crate) enum DesktopEvent {
    /// An answer to the notification about this.
    Answer(NotificationSubject, Answer),
    /// The notification server came, went or was replaced.
    Server(ServerChange),
    /// Another program asks something of the daemon.
    Call(Message),
    /// It is time to look whether what notifications are held back for is there.
    Stirred(Awaited),
    /// The connection to the bus is gone, and these notifications with it.
    BusLost(Vec<NotificationSubject>),
}

/// The connection, the present server, and the notifications of ours that are open.
#[derive(Debug, Default)]
pub(crate) struct Desktop {
    link: Option<Link>,
    server: Option<PresentServer>,
    can_start: bool,
    /// A server is being started or asked.
    is_asking: bool,
    /// The start that is under way, by its number.
    starting: Option<StartId>,
    last_start: u64,
    /// When the session's environment was read.
    session_read: Option<Instant>,
    /// What notifications are held back for, and the signals that may end it.
    awaited: Option<(Awaited, Option<AwaitedSignals>)>,
    open: OpenNotifications,
    /// Where they are kept for the next daemon.
    file: Option<OnScreenFile>,
    /// What the file says, or is to say.
    kept: OnScreen,
    /// It could not be written.
    is_unkept: bool,
}

/// Notifications that the server is to close.
#[derive(Debug)]
pub(crate) struct Closing {
    pub(crate) connection: Connection,
    pub(crate) owner: String,
    pub(crate) ids: Vec<u32>,
}

/// A notification that is to be sent: to whom, and in whose place.
#[derive(Debug)]
pub(crate) struct Outgoing {
    pub(crate) connection: Connection,
    pub(crate) owner: String,
    pub(crate) wire: WireNotification,
    pub(crate) replaces: u32,
    /// Whose Do Not Disturb is waited for; `None` where the notification is to be shown all the same.
    pub(crate) quiet: Option<Arc<ServerFacts>>,
}

/// Puts a notification on the screen, and gives its id; 0 where the server accepts it without one.
///
/// # Errors
/// When Do Not Disturb is on, the server does not take it, or it ends before it has answered.
pub(crate) async fn show(outgoing: Outgoing) -> Result<u32, ShowError> {
    let Outgoing { connection, owner, wire, replaces, quiet } = outgoing;
    if let Some(facts) = quiet
        && quiet::is_on(&connection, &owner, &facts).await == Some(true)
    {
        return Err(ShowError::DoNotDisturb);
    }
    link::notify(connection, owner, wire, replaces).await
}

impl Desktop {
    /// A desktop whose open notifications are kept in `file` for the next daemon.
    pub(crate) fn kept_in(file: Option<OnScreenFile>) -> Self {
        let kept = file.as_ref().map(OnScreenFile::read).unwrap_or_default();
        Self { file, kept, ..Self::default() }
    }

    /// Takes a new connection into use.
    pub(crate) fn connected(&mut self, connected: Connected) {
        let Connected { link, owner, can_start, .. } = connected;
        self.link = Some(link);
        self.server = owner.map(|owner| PresentServer { owner, facts: None });
        self.can_start = can_start;
        self.is_asking = false;
        self.starting = None;
        self.awaited = None;
    }

    /// Takes up the notifications that the last daemon left, and gives those that are gone unseen.
    pub(crate) fn restore(&mut self) -> Vec<OccurrenceId> {
        let OnScreen { server, ties_to_connection, notifications } = self.kept.clone();
        let owner = self.server.as_ref().map(|server| server.owner.clone());
        let owner = owner.filter(|owner| self.on_this_bus(owner) == server);
        let mut gone = Vec::new();
        if ties_to_connection || owner.is_none() {
            gone.extend(notifications.iter().map(|standing| standing.occurrence.clone()));
        }
        let Some(owner) = owner else { return gone };
        // Those of one id are one notification.
        let mut by_id: BTreeMap<u32, Vec<OccurrenceId>> = BTreeMap::new();
        for Standing { id, occurrence } in notifications {
            by_id.entry(id).or_default().push(occurrence);
        }
        for (id, mut days) in by_id {
            let about = match days.len() {
                1 => NotificationSubject::Occurrence(days.remove(0)),
                _ => NotificationSubject::List { days, moments: Vec::new() },
            };
            self.open.insert(id, about, owner.clone());
        }
        gone
    }

    /// A unique name, with the id of the bus on which it is one.
    fn on_this_bus(&self, owner: &str) -> String {
        let bus = self.link.as_ref().map(|link| link.connection.server_guid().to_string());
        format!("{}/{owner}", bus.unwrap_or_default())
    }

    /// Writes down what is open, for the next daemon, where that has changed or the file is gone.
    pub(crate) fn keep(&mut self) {
        let Some(file) = &self.file else { return };
        let notifications = self.open.standing();
        let facts = self.server.as_ref().and_then(|server| server.facts.as_ref());
        let on_screen = if notifications.is_empty() {
            OnScreen::default()
        } else {
            OnScreen {
                server: self
                    .server
                    .as_ref()
                    .map(|server| self.on_this_bus(&server.owner))
                    .unwrap_or_default(),
                ties_to_connection: facts
                    .map_or(self.kept.ties_to_connection, |facts| facts.ties_to_connection()),
                notifications,
            }
        };
        let is_gone = !on_screen.notifications.is_empty() && !file.is_there();
        if on_screen == self.kept && !self.is_unkept && !is_gone {
            return;
        }
        let written = file.write(&on_screen);
        let was_unkept = std::mem::replace(&mut self.is_unkept, written.is_err());
        match written {
            Err(error) if !was_unkept => {
                log::warn!("cannot write `{}`: {}", file.path().display(), reason(&error));
            }
            Ok(()) if was_unkept => log::info!("`{}` is written again.", file.path().display()),
            _ => {}
        }
        self.kept = on_screen;
    }

    /// The connection, to ask others than the notification server.
    pub(crate) fn connection(&self) -> Option<Connection> {
        Some(self.link.as_ref()?.connection.clone())
    }

    /// Whether the last daemon has left notifications open, or this one has.
    pub(crate) fn has_open(&self) -> bool {
        !self.open.is_empty() || !self.kept.notifications.is_empty()
    }

    /// What notifications are held back for.
    pub(crate) fn awaited(&self) -> Option<Awaited> {
        self.awaited.as_ref().map(|(awaited, _)| *awaited)
    }

    /// Listens for what notifications are held back for, or for nothing; gives what it takes where that is another.
    pub(crate) fn wait_for(&mut self, awaited: Option<Awaited>) -> Option<Subscription> {
        if self.awaited() == awaited {
            return None;
        }
        self.awaited = awaited.map(|awaited| (awaited, None));
        let server = self.server.as_ref();
        let server =
            server.and_then(|server| Some((server.owner.clone(), (**server.facts.as_ref()?).clone())));
        Some(Subscription { connection: self.connection()?, awaited: awaited?, server })
    }

    /// Takes the signals of what is awaited into use.
    pub(crate) fn subscribed(&mut self, signals: AwaitedSignals) {
        if self.awaited() == Some(signals.awaited) {
            self.awaited = Some((signals.awaited, Some(signals)));
        }
    }

    /// A notification as the present server takes it, in the place of an open one about the same.
    pub(crate) fn outgoing(
        &mut self,
        about: &NotificationSubject,
        notification: &Notification,
        style: &Style,
    ) -> Option<Outgoing> {
        let connection = self.connection()?;
        let server = self.server.as_ref()?;
        let facts = server.facts.clone()?;
        let owner = server.owner.clone();
        let replaces = self.open.id_of(about, &owner).unwrap_or_default();
        self.open.sent();
        let wire = encode(notification, style, &facts.abilities);
        // What a person calls critical, and what is no reminder, does not wait.
        let waits = about.occurrences().next().is_some() && style.urgency != Urgency::Critical;
        Some(Outgoing { connection, owner, wire, replaces, quiet: waits.then_some(facts) })
    }

    /// A notification was accepted with this id, or not; gives the answer where a person was quicker than the server,
    /// and ids of notifications about the same that are to be closed.
    pub(crate) fn delivered(
        &mut self,
        about: &NotificationSubject,
        owner: &str,
        id: Option<u32>,
    ) -> (Option<Answer>, Vec<u32>) {
        let id = id.filter(|_| self.is_present(owner));
        let others = id.map(|id| self.open.accepted(id, about, owner)).unwrap_or_default();
        self.keep();
        (self.open.early_answer(id, self.calls_closing_expiry()), others)
    }

    /// The occurrences on the screen, the oldest first.
    pub(crate) fn on_screen(&self) -> Vec<OccurrenceId> {
        self.open.occurrences()
    }

    /// Takes these notifications out of the open ones, and gives what they were about, the oldest first, and what has
    /// to be closed.
    pub(crate) fn take(
        &mut self,
        is_wanted: impl Fn(&NotificationSubject) -> bool,
    ) -> (Vec<NotificationSubject>, Option<Closing>) {
        let taken = self.open.take(is_wanted);
        let ids: Vec<u32> = taken.iter().map(|(id, _)| *id).collect();
        let server = self.server.as_ref().map(|server| server.owner.clone());
        let close = self.connection().zip(server).filter(|_| !ids.is_empty());
        let close = close.map(|(connection, owner)| Closing { connection, owner, ids });
        (taken.into_iter().map(|(_, about)| about).collect(), close)
    }

    /// Sends one notification and leaves it alone: without buttons, since nobody stays to hear them.
    ///
    /// notify-rust sends it. There is no desktop entry in it: on GNOME a notification that belongs to an
    /// application goes when the connection that sent it does.
    ///
    /// # Errors
    /// When there is no bus, no server, or one that does not take it.
    pub(crate) async fn send_one(notification: &Notification, style: &Style) -> Result<(), ShowError> {
        let Connected { link, owner, can_start, .. } = connect(None, false).await?;
        let owner = match owner {
            Some(owner) => owner,
            None if can_start => inquiry::started(&link.connection).await?,
            None => return Err(ShowError::NoServer),
        };
        let facts = facts::facts(&link.connection, &owner, LONGEST_SENDING).await?;
        let mut notification = encode(notification, style, &facts.abilities);
        notification.actions.clear();
        notification.hints.retain(|hint| !matches!(hint, Hint::DesktopEntry(_)));
        match timeout(LONGEST_SENDING, notification.show_async()).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(ShowError::Refused(error.to_string())),
            Err(_) => Err(ShowError::Unanswered),
        }
    }

    /// Waits for the next thing that the desktop has to say; for ever where there is no connection. Calls of other programs
    /// are left on the bus where they cannot be answered now.
    ///
    /// Whoever hears it records it, and then calls [`Self::keep`]: an answer is not lost between the two.
    pub(crate) async fn heard(&mut self, can_answer: bool) -> DesktopEvent {
        loop {
            let Some(link) = &mut self.link else { std::future::pending().await };
            let message = tokio::select! {
                message = link.owners.next() => message,
                message = next(&mut link.answers) => message,
                Some(Ok(call)) = next(&mut link.calls), if can_answer => return DesktopEvent::Call(call),
                awaited = stirs(&mut self.awaited) => return DesktopEvent::Stirred(awaited),
                () = link.connection.closed() => None,
            };
            let Some(Ok(message)) = message else {
                (self.link, self.server, self.is_asking) = (None, None, false);
                (self.starting, self.awaited) = (None, None);
                return DesktopEvent::BusLost(self.open.drop_all());
            };
            if let Some(heard) = self.understand(&message) {
                return heard;
            }
        }
    }

    /// What a signal means to us; `None` where it is not ours.
    fn understand(&mut self, message: &Message) -> Option<DesktopEvent> {
        let header = message.header();
        if header.member()?.as_str() == "NameOwnerChanged" {
            let (_, old, new): (String, String, String) = message.body().deserialize().ok()?;
            return Some(DesktopEvent::Server(self.owner_changed(&old, new)));
        }
        // Anyone can send a signal of this name: those of the server alone are believed.
        let sender = header.sender()?.as_str();
        if !self.is_present(sender) {
            return None;
        }
        let (id, signal) = Signal::read(message)?;
        let (about, answer) = self.open.hear(id, signal, self.calls_closing_expiry())?;
        Some(DesktopEvent::Answer(about, answer))
    }

    /// Stops listening to the server when no notification of ours is open or about to be.
    pub(crate) fn rest(&mut self) {
        // One that was too slow to say what it can do is asked again before the next notification.
        if let Some(server) = &mut self.server {
            server.facts.take_if(|facts| !facts.is_complete && self.open.has_sent());
        }
        if let (true, Some(link)) = (self.open.is_idle(), &mut self.link) {
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

/// Waits for a signal that may end what is awaited; for ever if nothing is.
async fn stirs(awaited: &mut Option<(Awaited, Option<AwaitedSignals>)>) -> Awaited {
    loop {
        let Some((awaited, Some(signals))) = awaited else { std::future::pending().await };
        match signals.stream.next().await {
            Some(Ok(_)) => return *awaited,
            Some(Err(_)) => {}
            // The connection is gone, which is heard of elsewhere.
            None => std::future::pending().await,
        }
    }
}
