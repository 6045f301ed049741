//! The desktop's notification server, over one connection: notices out, answers in.
//!
//! notify-rust models a notification and encodes its hints; the connection is ours, because GNOME
//! ties a notice's life to the connection that sent it, and because a wait of notify-rust's own can
//! lose answers. Signals are listened for only while a notice of ours is open, or every other
//! program's notifications would wake us.

mod encode;
mod link;

pub(crate) use link::Unshown;

use crate::notice::{Notice, Style};
use chrono::NaiveDate;
use encode::encode;
use futures_lite::StreamExt;
use link::{LONGEST_CALL, Link, unshown};
use notify_rust::Hint;
use std::collections::HashMap;
use tokio::time::timeout;
use zbus::{Message, MessageStream};

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
struct Open {
    about: About,
    token: Option<String>,
}

impl Desktop {
    /// Connects to the session bus, unless connected already.
    pub(crate) async fn connect(&mut self) -> Result<(), Unshown> {
        if self.link.is_none() {
            self.link = Some(Link::connect().await?);
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

/// The next message of a stream that may not be there.
async fn next(stream: &mut Option<MessageStream>) -> Option<zbus::Result<Message>> {
    match stream {
        Some(stream) => stream.next().await,
        None => std::future::pending().await,
    }
}
