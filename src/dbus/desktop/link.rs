//! The connection to the session bus, and the calls to the bus and to the notification server.
//!
//! Each function here is a call to the outside: the daemon runs it beside its loop. A server is called by its unique
//! name, so that no call starts one, and none reaches another server than the one that was meant.

use crate::dbus::name::{NameRequest, request};
use crate::dbus::socket::session;
use crate::engine::ShowError;
use notify_rust::Notification as WireNotification;
use std::collections::HashMap;
use std::time::Duration;
use tokio::time::timeout;
use zbus::message::Type;
use zbus::{Connection, MatchRule, Message, MessageStream, Variant};

pub(crate) const NAME: &str = "org.freedesktop.Notifications";
pub(crate) const PATH: &str = "/org/freedesktop/Notifications";
const BUS: &str = "org.freedesktop.DBus";

/// How long the bus may take to let us in.
const LONGEST_CONNECT: Duration = Duration::from_secs(5);

/// How long the bus may take to answer.
const LONGEST_BUS_CALL: Duration = Duration::from_secs(5);

/// How long the bus may take to start a server. dbus-daemon says after two minutes that one which systemd starts has not
/// come, also where it has failed at once.
const LONGEST_START: Duration = Duration::from_secs(150);

/// The connection, and what is listened to over it.
#[derive(Debug)]
pub(crate) struct Link {
    pub(crate) connection: Connection,
    /// Changes of the server's owner.
    pub(super) owners: MessageStream,
    /// The server's signals, while a notification of ours is open or about to be.
    pub(super) answers: Option<MessageStream>,
    /// Calls to the daemon.
    pub(super) calls: Option<MessageStream>,
}

/// A new connection, and what was found on the bus.
#[derive(Debug)]
pub(crate) struct Connected {
    pub(super) link: Link,
    /// The unique name of the server.
    pub(super) owner: Option<String>,
    /// Whether the bus could start a server.
    pub(super) can_start: bool,
    /// What became of asking for the daemon's name, where it was asked for.
    pub(crate) name: Option<zbus::Result<NameRequest>>,
}

/// Connects to the session bus, asks for the daemon's name where `serves` says with which clock, and listens to the
/// server where notifications are open already.
///
/// # Errors
/// [`ShowError::NoBus`] when there is no bus, or it does not answer within five seconds.
pub(crate) async fn connect(serves: Option<NameClaim>, has_open: bool) -> Result<Connected, ShowError> {
    let connected = timeout(LONGEST_CONNECT, connect_and_look(serves, has_open)).await;
    let connected = connected.map_err(|_| ShowError::NoBus("it does not answer".to_owned()))?;
    connected.map_err(|error| ShowError::NoBus(brief(&error)))
}

/// How the daemon's name is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NameClaim {
    /// For the real clock.
    Real,
    /// For a pretended clock: such a daemon gives way to a real one.
    Pretended,
}

async fn connect_and_look(serves: Option<NameClaim>, has_open: bool) -> zbus::Result<Connected> {
    let connection = session().await?.build().await?;
    let rule = MatchRule::builder()
        .msg_type(Type::Signal)
        .sender(BUS)
        .interface(BUS)
        .member("NameOwnerChanged")
        .arg(0, NAME)
        .build()?;
    // The streams stand before the questions, or a change in between would be lost.
    let owners = MessageStream::for_match_rule(rule, &connection, None).await?;
    let calls = match serves {
        Some(_) => {
            let calls = MatchRule::builder().msg_type(Type::MethodCall).build()?;
            Some(MessageStream::for_match_rule(calls, &connection, None).await?)
        }
        None => None,
    };
    let owner = owner(&connection).await?;
    let answers = match &owner {
        Some(owner) if has_open => Some(listen(&connection, owner).await?),
        _ => None,
    };
    let can_start = can_start(&connection).await?;
    let name = match serves {
        Some(claim) => Some(request(&connection, claim == NameClaim::Pretended).await),
        None => None,
    };
    let link = Link { connection, owners, answers, calls };
    Ok(Connected { link, owner, can_start, name })
}

/// The unique name of the server, if one runs.
pub(super) async fn owner(connection: &Connection) -> zbus::Result<Option<String>> {
    match connection.call_method(Some(BUS), "/", Some(BUS), "GetNameOwner", &NAME).await {
        Ok(reply) => Ok(Some(reply.body().deserialize()?)),
        Err(zbus::Error::FDO(_) | zbus::Error::MethodError(..)) => Ok(None),
        Err(error) => Err(error),
    }
}

async fn can_start(connection: &Connection) -> zbus::Result<bool> {
    let reply = connection.call_method(Some(BUS), "/", Some(BUS), "ListActivatableNames", &()).await?;
    let names: Vec<String> = reply.body().deserialize()?;
    Ok(names.iter().any(|name| name == NAME))
}

/// Has the bus start a server, and gives its unique name.
///
/// # Errors
/// When it cannot, or the server has ended again: the reason in one line.
pub(crate) async fn start(connection: &Connection) -> Result<String, String> {
    let started = async {
        let service = (NAME, 0_u32);
        connection.call_method(Some(BUS), "/", Some(BUS), "StartServiceByName", &service).await?;
        owner(connection).await
    };
    match timeout(LONGEST_START, started).await {
        Ok(Ok(owner)) => owner.ok_or_else(|| "it ended again".to_owned()),
        Ok(Err(error)) => Err(brief(&error)),
        Err(_) => Err("the bus does not answer".to_owned()),
    }
}

/// Listens to the signals of the server with this unique name.
pub(crate) async fn listen(connection: &Connection, owner: &str) -> zbus::Result<MessageStream> {
    let rule =
        MatchRule::builder().msg_type(Type::Signal).sender(owner).interface(NAME).path(PATH).build()?;
    let stream = MessageStream::for_match_rule(rule, connection, None);
    timeout(LONGEST_BUS_CALL, stream).await.unwrap_or_else(|_| Err(timed_out()))
}

/// Calls a method of the server with this unique name.
pub(crate) async fn call<B>(
    connection: &Connection,
    owner: &str,
    method: &str,
    body: &B,
) -> zbus::Result<Message>
where
    B: serde::Serialize + zbus::wire::Type,
{
    connection.call_method(Some(owner), PATH, Some(NAME), method, body).await
}

/// Puts a notification on the screen, in the place of another or of none (0), and gives its id; 0 where the server
/// accepts it without one.
///
/// This waits for as long as the server lives: an answer may come late.
///
/// # Errors
/// When the server does not take it, or ends before it has answered.
pub(crate) async fn notify(
    connection: Connection,
    owner: String,
    notification: WireNotification,
    replaces: u32,
) -> Result<u32, ShowError> {
    let WireNotification { appname, icon, summary, body, actions, timeout, .. } = &notification;
    let hints: HashMap<&str, Variant<'_>> = notification.hints.iter().map(Into::into).collect();
    let body = (appname, replaces, icon, summary, body, actions, hints, i32::from(*timeout));
    match call(&connection, &owner, "Notify", &body).await {
        Ok(reply) => Ok(reply.body().deserialize().unwrap_or_default()),
        Err(error) => Err(unshown(&error)),
    }
}

/// Has the server close notifications; one that is gone already is closed well enough.
pub(crate) async fn close(connection: Connection, owner: String, ids: Vec<u32>) {
    for id in ids {
        if let Err(error) = call(&connection, &owner, "CloseNotification", &(id,)).await {
            log::debug!("notification {id} is not closed: {}", brief(&error));
        }
    }
}

/// Sends a message that waits for no answer.
pub(crate) async fn send(connection: Connection, message: Message) {
    if let Err(error) = connection.send(&message).await {
        log::debug!("cannot send on the bus: {}", brief(&error));
    }
}

/// What an error of a call to a unique name means for the notification.
pub(crate) fn unshown(error: &zbus::Error) -> ShowError {
    use zbus::fdo::Error as Reply;
    let is_gone = |reply: &Reply| {
        matches!(
            reply,
            Reply::ServiceUnknown(_) | Reply::NameHasNoOwner(_) | Reply::NoReply(_) | Reply::Disconnected(_)
        )
    };
    match error {
        zbus::Error::FDO(reply) if is_gone(reply) => ShowError::ServerLost,
        zbus::Error::InputOutput(fault) if fault.kind() != std::io::ErrorKind::TimedOut => {
            ShowError::NoBus(brief(error))
        }
        _ => ShowError::Refused(brief(error)),
    }
}

pub(super) fn timed_out() -> zbus::Error {
    zbus::Error::InputOutput(std::sync::Arc::new(std::io::ErrorKind::TimedOut.into()))
}

/// An error in one line.
pub(super) fn brief(error: &zbus::Error) -> String {
    error.to_string().split_whitespace().collect::<Vec<_>>().join(" ")
}
