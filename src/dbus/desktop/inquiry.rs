//! What the notification server says of itself, for `doctor`.

use super::facts::facts;
use super::link::{self, Connected};
use super::quiet;
use crate::engine::ShowError;
use std::fs;
use std::time::Duration;
use tokio::time::timeout;
use zbus::Connection;

/// How long a server that runs may take to answer a person who waits.
const LONGEST_WAIT: Duration = Duration::from_millis(700);

/// How long one that has to be started may take.
const LONGEST_START: Duration = Duration::from_secs(10);

/// A notification server, and what holds its notifications back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Server {
    /// Its name and version.
    pub(crate) name: String,
    /// What it can do, in the words of the Desktop Notifications Specification.
    pub(crate) abilities: Vec<String>,
    /// Whether it is told not to disturb; `None` where that cannot be read.
    pub(crate) is_quiet: Option<bool>,
}

/// Why nothing is known of the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum InquiryError {
    /// There is no bus or no server.
    Absent(ShowError),
    /// The server is there and does not answer: the program, and its process.
    Silent(String),
}

impl std::fmt::Display for InquiryError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Absent(why) => why.fmt(f),
            Self::Silent(server) => write!(f, "the notification server does not answer: {server}"),
        }
    }
}

/// Asks the server about itself; one that the bus can start is started. A server that runs and does not answer is
/// waited for no longer than a second.
///
/// # Errors
/// When there is no bus, no server, or one that does not answer.
pub(crate) async fn inquire() -> Result<Server, InquiryError> {
    let Connected { link, owner, can_start, .. } =
        link::connect(None, false).await.map_err(InquiryError::Absent)?;
    let connection = link.connection;
    let owner = match owner {
        Some(owner) => owner,
        None if can_start => started(&connection).await.map_err(InquiryError::Absent)?,
        None => return Err(InquiryError::Absent(ShowError::NoServer)),
    };
    let facts = match facts(&connection, &owner, LONGEST_WAIT).await {
        Err(ShowError::Unanswered) => {
            return Err(InquiryError::Silent(process(&connection, &owner).await));
        }
        facts => facts.map_err(InquiryError::Absent)?,
    };
    let is_quiet = quiet::is_on(&connection, &owner, &facts).await;
    Ok(Server { name: facts.label(), abilities: facts.abilities, is_quiet })
}

/// The unique name of a server that the bus starts.
pub(super) async fn started(connection: &Connection) -> Result<String, ShowError> {
    let started = timeout(LONGEST_START, link::start(connection)).await;
    let started = started.unwrap_or_else(|_| Err("it takes too long".to_owned()));
    started.map_err(ShowError::NotStarted)
}

/// The program of a unique name, and its process.
async fn process(connection: &Connection, owner: &str) -> String {
    let bus = "org.freedesktop.DBus";
    let asked = connection.call_method(Some(bus), "/", Some(bus), "GetConnectionUnixProcessID", &owner);
    let id: Option<u32> = asked.await.ok().and_then(|reply| reply.body().deserialize().ok());
    let Some(id) = id else { return owner.to_owned() };
    let program = fs::read_to_string(format!("/proc/{id}/comm")).unwrap_or_default();
    format!("{} (process {id})", program.trim())
}
