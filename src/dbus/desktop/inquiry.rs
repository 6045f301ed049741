//! What the notification server says of itself, for `doctor`.

use super::Desktop;
use super::link::{Link, unshown};
use crate::engine::ShowError;
use zbus::{Connection, OwnedVariant};

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

impl Desktop {
    /// Asks the server about itself; one that the bus can start is started.
    ///
    /// # Errors
    /// When there is no bus, no server, or one that does not answer.
    pub(crate) async fn inquire() -> Result<Server, ShowError> {
        let mut link = Link::connect().await?;
        let abilities = link.abilities().await.map_err(|error| unshown(&error))?;
        let reply = link.call("GetServerInformation", &()).await.map_err(|error| unshown(&error))?;
        let told: (String, String, String, String) =
            reply.body().deserialize().map_err(|error| unshown(&error))?;
        let is_quiet = match told.0.as_str() {
            "dunst" => property(&link.connection, "org.dunstproject.cmd0", "paused").await,
            // Plasma has it beside the methods of the specification.
            _ => property(&link.connection, super::link::NAME, "Inhibited").await,
        };
        Ok(Server { name: format!("{} {}", told.0, told.2).trim().to_owned(), abilities, is_quiet })
    }
}

/// A property of the server that says yes or no.
async fn property(connection: &Connection, interface: &str, name: &str) -> Option<bool> {
    let properties = Some("org.freedesktop.DBus.Properties");
    let (server, path) = (Some(super::link::NAME), super::link::PATH);
    let reply = connection.call_method(server, path, properties, "Get", &(interface, name)).await.ok()?;
    let value: OwnedVariant = reply.body().deserialize().ok()?;
    bool::try_from(value).ok()
}
