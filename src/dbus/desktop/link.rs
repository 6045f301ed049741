//! One connection to the session bus, and the calls that it carries to the notification server.

use crate::engine::ShowError;
use notify_rust::Notification as WireNotification;
use std::collections::HashMap;
use std::time::Duration;
use tokio::time::timeout;
use zbus::message::Type;
use zbus::{Connection, MatchRule, Message, MessageStream, Variant};

pub(crate) const NAME: &str = "org.freedesktop.Notifications";
pub(crate) const PATH: &str = "/org/freedesktop/Notifications";

/// How long the bus may take to let us in.
const LONGEST_CONNECT: Duration = Duration::from_secs(5);

/// How long a call may take: a server that the bus has to start needs some seconds at login.
pub(crate) const LONGEST_CALL: Duration = Duration::from_secs(25);

/// The connection, and what is listened to over it.
#[derive(Debug)]
pub(crate) struct Link {
    pub(crate) connection: Connection,
    /// Changes of the server's owner.
    pub(crate) owners: MessageStream,
    /// The server's signals, while a notification of ours is open.
    pub(crate) answers: Option<MessageStream>,
    /// Calls to the daemon, once it has its name.
    pub(crate) calls: Option<MessageStream>,
    /// What the present server can do.
    pub(crate) abilities: Option<Vec<String>>,
    /// Whether it says that a notification expired when a person has closed it.
    pub(crate) calls_closing_expiry: bool,
    /// Which server it is.
    pub(crate) server: Option<String>,
}

impl Link {
    /// Connects, within a time limit.
    pub(crate) async fn connect() -> Result<Self, ShowError> {
        let link = timeout(LONGEST_CONNECT, Self::new()).await;
        let link = link.map_err(|_| ShowError::NoBus("it does not answer".to_owned()))?;
        link.map_err(|error| ShowError::NoBus(brief(&error)))
    }

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
        Ok(Self {
            connection,
            owners,
            answers: None,
            calls: None,
            abilities: None,
            calls_closing_expiry: false,
            server: None,
        })
    }

    /// Calls a method of the server.
    pub(crate) async fn call<B>(&self, method: &str, body: &B) -> zbus::Result<Message>
    where
        B: serde::Serialize + zbus::wire::Type,
    {
        self.connection.call_method(Some(NAME), PATH, Some(NAME), method, body).await
    }

    /// What the server can do, asked once for each server.
    pub(crate) async fn abilities(&mut self) -> zbus::Result<Vec<String>> {
        if let Some(abilities) = &self.abilities {
            return Ok(abilities.clone());
        }
        let abilities: Vec<String> = self.call("GetCapabilities", &()).await?.body().deserialize()?;
        let reply = self.call("GetServerInformation", &()).await?;
        let (_, vendor, _, _): (String, String, String, String) = reply.body().deserialize()?;
        // Seen with mate-notification-daemon 1.26: its close button gives reason 1; it never lets a
        // notification expire that is not to.
        self.calls_closing_expiry = vendor == "MATE";
        self.abilities = Some(abilities.clone());
        Ok(abilities)
    }

    /// The server's unique name, with the id of the bus on which it has it.
    pub(crate) async fn server(&mut self) -> zbus::Result<String> {
        if let Some(server) = &self.server {
            return Ok(server.clone());
        }
        let bus = "org.freedesktop.DBus";
        let reply = self.connection.call_method(Some(bus), "/", Some(bus), "GetNameOwner", &NAME).await?;
        let owner: String = reply.body().deserialize()?;
        let server = format!("{}/{owner}", self.connection.server_guid());
        self.server = Some(server.clone());
        Ok(server)
    }

    /// Listens to the server's signals.
    pub(crate) async fn listen(&mut self) -> zbus::Result<()> {
        if self.answers.is_none() {
            // No sender: on GNOME the shell that speaks is not the owner of the name.
            let rule = MatchRule::builder().msg_type(Type::Signal).interface(NAME).path(PATH).build()?;
            self.answers = Some(MessageStream::for_match_rule(rule, &self.connection, None).await?);
        }
        Ok(())
    }

    /// Listens to the calls that others make.
    pub(crate) async fn listen_to_calls(&mut self) -> zbus::Result<()> {
        let calls = MatchRule::builder().msg_type(Type::MethodCall).build()?;
        self.calls = Some(MessageStream::for_match_rule(calls, &self.connection, None).await?);
        Ok(())
    }

    /// Puts a notification on the screen, in the place of another or of none (0), and gives its id.
    pub(crate) async fn notify(&self, notification: &WireNotification, replaces: u32) -> zbus::Result<u32> {
        let WireNotification { appname, icon, summary, body, actions, timeout, .. } = notification;
        let hints: HashMap<&str, Variant<'_>> = notification.hints.iter().map(Into::into).collect();
        let call = (appname, replaces, icon, summary, body, actions, hints, i32::from(*timeout));
        self.call("Notify", &call).await?.body().deserialize()
    }
}

/// What an error of a call means for the notification.
pub(crate) fn unshown(error: &zbus::Error) -> ShowError {
    use zbus::fdo::Error as Reply;
    match error {
        zbus::Error::FDO(reply) if matches!(**reply, Reply::ServiceUnknown(_) | Reply::NameHasNoOwner(_)) => {
            ShowError::NoServer
        }
        zbus::Error::InputOutput(fault) if fault.kind() != std::io::ErrorKind::TimedOut => {
            ShowError::NoBus(brief(error))
        }
        _ => ShowError::Refused(brief(error)),
    }
}

/// An error in one line.
fn brief(error: &zbus::Error) -> String {
    error.to_string().split_whitespace().collect::<Vec<_>>().join(" ")
}
