//! The daemon's name on the bus: one daemon has it at a time.

use std::time::Duration;
use tokio::time::timeout;
use zbus::Connection;

/// The name, and that of the interface.
pub(crate) const NAME: &str = "org.remembrance.Remembrance1";

/// The one object.
pub(crate) const PATH: &str = "/org/remembrance/Remembrance1";

/// The bus itself.
const BUS: &str = "org.freedesktop.DBus";

/// How long the bus may take to answer.
const LONGEST_ASK: Duration = Duration::from_secs(5);

/// What became of asking for the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NameRequest {
    /// It is ours.
    Acquired,
    /// The process of this id has it, where the bus knows its id.
    HeldBy(Option<u32>),
    /// A program that is no daemon has it, of this process; the bus gives the name to this one when that ends.
    HeldByStranger(Option<u32>),
}

/// How long the program that has the name may take to show that it is a daemon.
const LONGEST_PROOF: Duration = Duration::from_secs(2);

/// Asks for the name. A daemon whose clock is pretended gives way to a real one at any time.
pub(crate) async fn request(connection: &Connection, is_pretended: bool) -> zbus::Result<NameRequest> {
    // D-Bus Specification, org.freedesktop.DBus.RequestName.
    const ALLOW_REPLACEMENT: u32 = 1;
    const REPLACE_EXISTING: u32 = 2;
    const DO_NOT_QUEUE: u32 = 4;
    const EXISTS: u32 = 3;
    let manner = if is_pretended { ALLOW_REPLACEMENT } else { REPLACE_EXISTING };
    let reply = call_bus(connection, "RequestName", &(NAME, manner | DO_NOT_QUEUE)).await?;
    if reply.body().deserialize::<u32>()? != EXISTS {
        return Ok(NameRequest::Acquired);
    }
    let process = process(connection).await;
    if is_pretended || is_daemon(connection).await {
        return Ok(NameRequest::HeldBy(process));
    }
    // Without `DO_NOT_QUEUE`.
    call_bus(connection, "RequestName", &(NAME, manner)).await?;
    Ok(NameRequest::HeldByStranger(process))
}

/// Whether the program that has the name answers as a daemon does.
async fn is_daemon(connection: &Connection) -> bool {
    let properties = Some("org.freedesktop.DBus.Properties");
    let call = connection.call_method(Some(NAME), PATH, properties, "Get", &(NAME, "Version"));
    timeout(LONGEST_PROOF, call).await.is_ok_and(|reply| reply.is_ok())
}

/// The id of the process that has the name; `None` where nobody has it, or the bus cannot tell.
pub(crate) async fn process(connection: &Connection) -> Option<u32> {
    let reply = call_bus(connection, "GetConnectionUnixProcessID", &NAME).await.ok()?;
    reply.body().deserialize().ok()
}

/// The id of a process as a sentence adds it to the program; nothing where it is not known.
pub(crate) fn in_brackets(process: Option<u32>) -> String {
    process.map_or_else(String::new, |process| format!(" (process {process})"))
}

/// Whether somebody has the name. Asking does not start a daemon, as calling it would.
pub(crate) async fn is_owned(connection: &Connection) -> zbus::Result<bool> {
    call_bus(connection, "NameHasOwner", &NAME).await?.body().deserialize()
}

async fn call_bus<B>(connection: &Connection, method: &str, body: &B) -> zbus::Result<zbus::Message>
where
    B: serde::Serialize + zbus::wire::Type,
{
    let call = connection.call_method(Some(BUS), "/org/freedesktop/DBus", Some(BUS), method, body);
    timeout(LONGEST_ASK, call).await.unwrap_or_else(|_| {
        Err(zbus::Error::InputOutput(std::sync::Arc::new(std::io::ErrorKind::TimedOut.into())))
    })
}
