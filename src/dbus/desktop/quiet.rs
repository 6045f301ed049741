//! Do Not Disturb, where a notification server says whether it is on.
//!
//! | server | where it is read |
//! | --- | --- |
//! | dunst | its property `paused` |
//! | mako | its modes, by the names that its manual gives |
//! | swaync | its method `GetDnd` |
//! | xfce4-notifyd | Xfce's settings on the bus |
//! | Plasma | its property `Inhibited` |
//! | GNOME Shell | the setting `show-banners`, by `gsettings` |

use super::facts::ServerFacts;
use crate::host::bus;
use std::process::Stdio;
use std::time::Duration;
use tokio::process::Command;
use tokio::time::timeout;
use zbus::{Connection, OwnedVariant};

/// How long the answer may take; a server that does not say is taken to show what it gets.
const LONGEST_WAIT: Duration = Duration::from_millis(700);

/// The modes of mako that hide notifications, by convention (mako(5)).
const HIDING_MODES: [&str; 2] = ["do-not-disturb", "dnd"];

/// Whether Do Not Disturb is on; `None` where that cannot be read.
pub(super) async fn is_on(connection: &Connection, owner: &str, facts: &ServerFacts) -> Option<bool> {
    let asked = async {
        match facts.name.as_str() {
            "dunst" => property(connection, owner, "org.dunstproject.cmd0", "paused").await,
            "mako" => mode(connection, owner).await,
            "SwayNotificationCenter" => {
                let center = "org.erikreider.swaync.cc";
                let asked = connection.call_method(
                    Some(owner),
                    "/org/erikreider/swaync/cc",
                    Some(center),
                    "GetDnd",
                    &(),
                );
                asked.await.ok()?.body().deserialize().ok()
            }
            "Xfce Notify Daemon" => setting_of_xfce(connection).await,
            "Plasma" => property(connection, owner, super::link::NAME, "Inhibited").await,
            "gnome-shell" => setting_of_gnome().await,
            _ => None,
        }
    };
    timeout(LONGEST_WAIT, asked).await.ok().flatten()
}

/// A property of the server that says yes or no.
async fn property(connection: &Connection, owner: &str, interface: &str, name: &str) -> Option<bool> {
    let properties = Some("org.freedesktop.DBus.Properties");
    let body = (interface, name);
    let reply =
        connection.call_method(Some(owner), super::link::PATH, properties, "Get", &body).await.ok()?;
    let value: OwnedVariant = reply.body().deserialize().ok()?;
    bool::try_from(value).ok()
}

async fn mode(connection: &Connection, owner: &str) -> Option<bool> {
    let mako = Some("fr.emersion.Mako");
    let reply =
        connection.call_method(Some(owner), "/fr/emersion/Mako", mako, "ListModes", &()).await.ok()?;
    let modes: Vec<String> = reply.body().deserialize().ok()?;
    Some(modes.iter().any(|mode| HIDING_MODES.contains(&mode.as_str())))
}

async fn setting_of_xfce(connection: &Connection) -> Option<bool> {
    let name = "org.xfce.Xfconf";
    let body = ("xfce4-notifyd", "/do-not-disturb");
    let asked = connection.call_method(Some(name), "/org/xfce/Xfconf", Some(name), "GetProperty", &body);
    let reply = match asked.await {
        Ok(reply) => reply,
        // The setting was never touched.
        Err(zbus::Error::MethodError(error, ..)) if error.ends_with("PropertyNotFound") => {
            return Some(false);
        }
        Err(_) => return None,
    };
    let value: OwnedVariant = reply.body().deserialize().ok()?;
    bool::try_from(value).ok()
}

async fn setting_of_gnome() -> Option<bool> {
    let mut command = Command::new("gsettings");
    command.args(["get", "org.gnome.desktop.notifications", "show-banners"]);
    bus::sockets_only(command.as_std_mut());
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true).output().await.ok()?;
    match String::from_utf8_lossy(&output.stdout).trim() {
        "true" => Some(false),
        "false" => Some(true),
        _ => None,
    }
}
