//! The desktop's notification server, over one connection: notices out, answers in.
//!
//! notify-rust models a notification and encodes its hints; the connection is ours, because GNOME
//! ties a notice's life to the connection that sent it, and because a wait of notify-rust's own can
//! lose answers. Signals are listened for only while a notice of ours is open, or every other
//! program's notifications would wake us.

use crate::notice::{Notice, Style, Urgency};
use chrono::NaiveDate;
use futures_lite::StreamExt;
use notify_rust::{Hint, Notification, Timeout};
use std::collections::HashMap;
use std::time::Duration;
use tokio::time::timeout;
use zbus::message::Type;
use zbus::{Connection, MatchRule, Message, MessageStream, Variant};

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// How long the bus may take to let us in.
const LONGEST_CONNECT: Duration = Duration::from_secs(5);

/// How long a call may take: a server that the bus has to start needs some seconds at login.
const LONGEST_CALL: Duration = Duration::from_secs(25);

/// Why a notice is not on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unshown {
    /// There is no session bus.
    NoBus(String),
    /// There is no notification server on the bus, nor one that it could start.
    NoServer,
    /// The server is there, or should be, and did not take the notice.
    Refused(String),
}

impl std::fmt::Display for Unshown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoBus(why) => write!(f, "there is no session bus ({why})"),
            Self::NoServer => f.write_str("there is no notification server on the session bus"),
            Self::Refused(why) => write!(f, "the notification server did not take it ({why})"),
        }
    }
}

/// What a person did with a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Opened it; with the desktop's permission to come to the front, where it gave one.
    Read(Option<String>),
    /// Put it off.
    Later,
    /// Closed it.
    Closed,
    /// Nothing: it went by itself.
    Gone,
}

/// What was heard from the desktop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Heard {
    /// An answer to the notice about this.
    Answer(About, Answer),
    /// The notification server came, went or changed.
    Server,
    /// The connection to the bus is gone.
    BusLost,
}

/// What an open notice is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum About {
    /// An occurrence: the id of the day, and the date.
    Occurrence(String, NaiveDate),
    /// A mistake in the configuration.
    Configuration,
}

/// The connection, and the notices of ours that are open.
#[derive(Debug, Default)]
pub(crate) struct Desktop {
    link: Option<Link>,
    open: HashMap<u32, Open>,
}

#[derive(Debug)]
struct Link {
    connection: Connection,
    /// Changes of the server's owner.
    owners: MessageStream,
    /// The server's signals, while a notice of ours is open.
    answers: Option<MessageStream>,
    /// What the present server can do.
    abilities: Option<Vec<String>>,
}

#[derive(Debug)]
struct Open {
    about: About,
    token: Option<String>,
}

impl Desktop {
    /// Connects to the session bus, unless connected already.
    pub(crate) async fn connect(&mut self) -> Result<(), Unshown> {
        if self.link.is_none() {
            let link = timeout(LONGEST_CONNECT, Link::new()).await;
            let link = link.map_err(|_| Unshown::NoBus("it does not answer".to_owned()))?;
            self.link = Some(link.map_err(|error| Unshown::NoBus(brief(&error)))?);
        }
        Ok(())
    }

    /// Whether there is a connection.
    pub(crate) fn is_connected(&self) -> bool {
        self.link.is_some()
    }

    /// The name and version of the server, if one runs.
    pub(crate) async fn server(&mut self) -> Option<String> {
        self.connect().await.ok()?;
        let reply = self.link.as_ref()?.call("GetServerInformation", &()).await.ok()?;
        let (name, _, version, _): (String, String, String, String) = reply.body().deserialize().ok()?;
        Some(format!("{name} {version}").trim().to_owned())
    }

    /// Puts a notice on the screen, in the place of an open one about the same occurrence.
    pub(crate) async fn show(&mut self, about: About, notice: &Notice, style: &Style) -> Result<(), Unshown> {
        self.connect().await?;
        let Some(link) = &mut self.link else {
            return Err(Unshown::NoServer);
        };
        let shown = async {
            let can_do = link.abilities().await?;
            // The stream stands before the notice goes out, or a quick answer would be lost.
            link.listen().await?;
            let replaces = self.open.iter().find(|(_, open)| open.about == about).map_or(0, |(id, _)| *id);
            let notification = encode(notice, style, &can_do);
            let id = link.notify(&notification, replaces).await?;
            Ok((replaces, id))
        };
        match shown.await {
            Ok((replaces, id)) => {
                self.open.remove(&replaces);
                self.open.insert(id, Open { about, token: None });
                Ok(())
            }
            Err(error) => {
                let unshown = unshown(&error);
                if matches!(unshown, Unshown::NoBus(_)) {
                    self.link = None;
                    self.open.clear();
                }
                self.rest();
                Err(unshown)
            }
        }
    }

    /// Sends one notice and leaves it alone: without buttons, since nobody stays to hear them.
    ///
    /// notify-rust sends it. There is no desktop entry in it: on GNOME a notice that belongs to an
    /// application goes when the connection that sent it does.
    pub(crate) async fn send_one(notice: &Notice, style: &Style) -> Result<(), Unshown> {
        let mut desktop = Self::default();
        desktop.connect().await?;
        let abilities = match &mut desktop.link {
            Some(link) => link.abilities().await.map_err(|error| unshown(&error))?,
            None => Vec::new(),
        };
        let mut notification = encode(notice, style, &abilities);
        notification.actions.clear();
        notification.hints.retain(|hint| !matches!(hint, Hint::DesktopEntry(_)));
        match timeout(LONGEST_CALL, notification.show_async()).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(Unshown::Refused(error.to_string())),
            Err(_) => Err(Unshown::Refused("it does not answer".to_owned())),
        }
    }

    /// Takes every open notice of ours off the screen.
    pub(crate) async fn close_all(&mut self) {
        let Some(link) = &self.link else { return };
        for (id, _) in self.open.drain() {
            // A notice that is gone already is closed well enough.
            let _ = link.call("CloseNotification", &(id,)).await;
        }
        self.rest();
    }

    /// Waits for the next thing that the desktop has to say; for ever where there is no connection.
    pub(crate) async fn heard(&mut self) -> Heard {
        loop {
            let Some(link) = &mut self.link else { std::future::pending().await };
            let message = tokio::select! {
                message = link.owners.next() => message,
                message = next(&mut link.answers) => message,
                () = link.connection.closed() => None,
            };
            let heard = if let Some(Ok(message)) = message {
                self.understand(&message)
            } else {
                self.link = None;
                self.open.clear();
                Some(Heard::BusLost)
            };
            if let Some(heard) = heard {
                self.rest();
                return heard;
            }
        }
    }

    /// What a signal means to us; `None` where it is not ours.
    fn understand(&mut self, message: &Message) -> Option<Heard> {
        let header = message.header();
        let member = header.member()?.as_str().to_owned();
        let body = message.body();
        match member.as_str() {
            "NameOwnerChanged" => {
                let (_, old, _): (String, String, String) = body.deserialize().ok()?;
                if !old.is_empty() {
                    // The ids of a server that is gone mean nothing to the next one.
                    self.open.clear();
                }
                self.link.as_mut()?.abilities = None;
                Some(Heard::Server)
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
                Some(Heard::Answer(open.about, answer))
            }
            "NotificationClosed" => {
                let (id, reason): (u32, u32) = body.deserialize().ok()?;
                let open = self.open.remove(&id)?;
                // Desktop Notifications Specification 1.2: 2 is "dismissed by the user".
                let answer = if reason == 2 { Answer::Closed } else { Answer::Gone };
                Some(Heard::Answer(open.about, answer))
            }
            _ => None,
        }
    }

    /// Stops listening to the server when no notice of ours is open.
    fn rest(&mut self) {
        if let (true, Some(link)) = (self.open.is_empty(), &mut self.link) {
            link.answers = None;
        }
    }
}

impl Link {
    async fn new() -> zbus::Result<Self> {
        let connection = zbus::connection::Builder::session().method_timeout(LONGEST_CALL).build().await?;
        let rule = MatchRule::builder()
            .msg_type(Type::Signal)
            .sender("org.freedesktop.DBus")
            .interface("org.freedesktop.DBus")
            .member("NameOwnerChanged")
            .arg(0, NAME)
            .build()?;
        let owners = MessageStream::for_match_rule(rule, &connection, None).await?;
        Ok(Self { connection, owners, answers: None, abilities: None })
    }

    async fn call<B>(&self, method: &str, body: &B) -> zbus::Result<Message>
    where
        B: serde::Serialize + zbus::wire::Type,
    {
        self.connection.call_method(Some(NAME), PATH, Some(NAME), method, body).await
    }

    /// What the server can do, asked once for each server.
    async fn abilities(&mut self) -> zbus::Result<Vec<String>> {
        if let Some(abilities) = &self.abilities {
            return Ok(abilities.clone());
        }
        let abilities: Vec<String> = self.call("GetCapabilities", &()).await?.body().deserialize()?;
        self.abilities = Some(abilities.clone());
        Ok(abilities)
    }

    async fn listen(&mut self) -> zbus::Result<()> {
        if self.answers.is_none() {
            // No sender: on GNOME the shell that speaks is not the owner of the name.
            let rule = MatchRule::builder().msg_type(Type::Signal).interface(NAME).path(PATH).build()?;
            self.answers = Some(MessageStream::for_match_rule(rule, &self.connection, None).await?);
        }
        Ok(())
    }

    async fn notify(&self, notification: &Notification, replaces: u32) -> zbus::Result<u32> {
        let Notification { appname, icon, summary, body, actions, timeout, .. } = notification;
        let hints: HashMap<&str, Variant<'_>> = notification.hints.iter().map(Into::into).collect();
        let call = (appname, replaces, icon, summary, body, actions, hints, i32::from(*timeout));
        self.call("Notify", &call).await?.body().deserialize()
    }
}

/// The notice as a server with these abilities takes it.
fn encode(notice: &Notice, style: &Style, abilities: &[String]) -> Notification {
    let can = |ability: &str| abilities.iter().any(|known| known == ability);
    let mut notification = Notification::new();
    notification.appname("Remembrance").summary(&notice.summary);
    notification.body(&if can("body-markup") { notice.body_markup() } else { notice.body() });
    if can("actions") {
        if let Some(read) = &notice.read {
            notification.action("default", read).action("read", read);
        }
        if let Some(later) = &notice.later {
            notification.action("later", later);
        }
    }
    let urgency = match style.urgency {
        Urgency::Low => notify_rust::Urgency::Low,
        Urgency::Normal => notify_rust::Urgency::Normal,
        Urgency::Critical => notify_rust::Urgency::Critical,
    };
    let expires = style.expire.and_then(|expire| u32::try_from(expire.num_milliseconds()).ok());
    notification.timeout(expires.map_or(Timeout::Never, Timeout::Milliseconds));
    let sound = match &style.sound {
        Some(sound) => Hint::SoundName(sound.clone()),
        None => Hint::SuppressSound(true),
    };
    let hints = [
        Hint::Urgency(urgency),
        Hint::DesktopEntry("remembrance".to_owned()),
        Hint::Category("x-remembrance.day".to_owned()),
        Hint::Transient(false),
        sound,
    ];
    for hint in hints {
        notification.hint(hint);
    }
    notification
}

/// The next message of a stream that may not be there.
async fn next(stream: &mut Option<MessageStream>) -> Option<zbus::Result<Message>> {
    match stream {
        Some(stream) => stream.next().await,
        None => std::future::pending().await,
    }
}

/// What an error of a call means for the notice.
fn unshown(error: &zbus::Error) -> Unshown {
    use zbus::fdo::Error as Reply;
    match error {
        zbus::Error::FDO(reply) if matches!(**reply, Reply::ServiceUnknown(_) | Reply::NameHasNoOwner(_)) => {
            Unshown::NoServer
        }
        zbus::Error::InputOutput(fault) if fault.kind() != std::io::ErrorKind::TimedOut => {
            Unshown::NoBus(brief(error))
        }
        _ => Unshown::Refused(brief(error)),
    }
}

/// An error in one line.
fn brief(error: &zbus::Error) -> String {
    error.to_string().split_whitespace().collect::<Vec<_>>().join(" ")
}
