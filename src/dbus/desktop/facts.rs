//! What a notification server says of itself.

use super::link::{call, listen, timed_out, unshown};
use crate::dbus::session::{SessionEnvironment, environment};
use crate::engine::ShowError;
use futures_lite::future::zip;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;
use zbus::{Connection, Message, MessageStream};

/// How long a server may take to answer one of these questions; one that takes longer is asked again later.
const LONGEST_QUESTION: Duration = Duration::from_secs(5);

/// What is known of a server.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ServerFacts {
    /// Its name, empty where it does not say.
    pub(crate) name: String,
    /// Who made it.
    pub(crate) vendor: String,
    /// Its version.
    pub(crate) version: String,
    /// What it can do, in the words of the Desktop Notifications Specification.
    pub(crate) abilities: Vec<String>,
    /// Whether it has answered; where it has not, it is asked again before the next notification.
    pub(crate) is_complete: bool,
}

impl ServerFacts {
    /// The name and version, e.g. `dunst 1.9.0`.
    pub(crate) fn label(&self) -> String {
        match format!("{} {}", self.name, self.version).trim() {
            "" => "a notification server without a name".to_owned(),
            label => label.to_owned(),
        }
    }

    /// Whether it says that a notification expired when a person has closed it.
    ///
    /// Seen with mate-notification-daemon 1.26: its close button gives reason 1; it never lets a notification expire
    /// that is not to.
    pub(crate) fn calls_closing_expiry(&self) -> bool {
        self.vendor == "MATE"
    }

    /// Whether it takes notifications off the screen when the connection that sent them ends.
    pub(crate) fn ties_to_connection(&self) -> bool {
        self.name == "gnome-shell"
    }
}

/// What is to be found out before a notification is sent.
#[derive(Debug)]
pub(crate) struct ServerQuestion {
    pub(super) connection: Connection,
    /// The unique name of the server.
    pub(crate) owner: String,
    /// What the server can do, where that is known.
    pub(super) known: Option<Arc<ServerFacts>>,
    /// Whether it is listened to already.
    pub(super) is_heard: bool,
}

/// What a server has said of itself, its signals from then on, and the session that it shows notifications in.
#[derive(Debug)]
pub(crate) struct ServerAnswers {
    pub(super) facts: Arc<ServerFacts>,
    /// `None` where it was listened to before.
    pub(super) signals: Option<MessageStream>,
    /// Whether the server itself was asked, and answered.
    pub(crate) is_asked: bool,
    /// `None` where there is no service manager.
    pub(crate) environment: Option<SessionEnvironment>,
}

/// Listens to the server, asks what it can do where that is not known, and asks for the environment of the session.
///
/// A server that does not answer a question, or answers it in a form that is not known, can do nothing but show text.
///
/// # Errors
/// When the server answers nothing, or it or the bus is gone.
pub(crate) async fn ask(question: ServerQuestion) -> Result<Box<ServerAnswers>, ShowError> {
    let ServerQuestion { connection, owner, known, is_heard } = question;
    let signals = if is_heard {
        None
    } else {
        Some(listen(&connection, &owner).await.map_err(|error| unshown(&error))?)
    };
    let is_asked = known.is_none();
    let facts = async {
        match known {
            Some(known) => Ok(known),
            None => facts(&connection, &owner, LONGEST_QUESTION).await.map(Arc::new),
        }
    };
    let (facts, environment) = zip(facts, environment(&connection)).await;
    Ok(Box::new(ServerAnswers { facts: facts?, signals, is_asked, environment }))
}

/// Asks a server about itself, each question within `limit`.
///
/// # Errors
/// When it answers none, or the server or the bus is gone.
pub(crate) async fn facts(
    connection: &Connection,
    owner: &str,
    limit: Duration,
) -> Result<ServerFacts, ShowError> {
    let question = |method: &'static str| async move {
        let asked = timeout(limit, call(connection, owner, method, &()));
        asked.await.unwrap_or_else(|_| Err(timed_out()))
    };
    let (abilities, information) = zip(question("GetCapabilities"), question("GetServerInformation")).await;
    let mut facts = ServerFacts { is_complete: true, ..ServerFacts::default() };
    match &abilities {
        Ok(reply) => facts.abilities = reply.body().deserialize().unwrap_or_default(),
        Err(error) => facts.is_complete &= is_final(error)?,
    }
    if let (Err(first), Err(second)) = (&abilities, &information)
        && is_silent(first)
        && is_silent(second)
    {
        return Err(ShowError::Unanswered);
    }
    match &information {
        Ok(reply) => (facts.name, facts.vendor, facts.version) = names(reply),
        Err(error) => facts.is_complete &= is_final(error)?,
    }
    Ok(facts)
}

/// Name, vendor and version; before version 1.0 of the specification there was no fourth string.
fn names(reply: &Message) -> (String, String, String) {
    let body = reply.body();
    let four = body.deserialize::<(String, String, String, String)>();
    let four = four.map(|(name, vendor, version, _)| (name, vendor, version));
    four.or_else(|_| body.deserialize()).unwrap_or_default()
}

/// Whether a question was not answered in time.
fn is_silent(error: &zbus::Error) -> bool {
    matches!(error, zbus::Error::InputOutput(fault) if fault.kind() == std::io::ErrorKind::TimedOut)
}

/// Whether an error is an answer; a server that was only too slow is asked again.
fn is_final(error: &zbus::Error) -> Result<bool, ShowError> {
    let why = unshown(error);
    if matches!(why, ShowError::ServerLost | ShowError::NoBus(_)) {
        return Err(why);
    }
    log::debug!("the notification server does not say what it can do: {error}");
    Ok(!is_silent(error))
}
