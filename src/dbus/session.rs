//! The environment that the session gives to the programs it starts, as the user's service manager has it.
//!
//! A desktop tells the manager its language and its displays after the daemon has been started; the daemon's own
//! variables stay as they were.

use std::time::Duration;
use tokio::time::timeout;
use zbus::{Connection, OwnedVariant};

const MANAGER: &str = "org.freedesktop.systemd1";
const PATH: &str = "/org/freedesktop/systemd1";
const INTERFACE: &str = "org.freedesktop.systemd1.Manager";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";

/// How long the manager may take to answer; a notification waits for it.
const LONGEST_WAIT: Duration = Duration::from_millis(700);

/// The variables that name a display.
const DISPLAYS: [&str; 2] = ["WAYLAND_DISPLAY", "DISPLAY"];

/// Variables of the session, each as `NAME=value`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct SessionEnvironment(Vec<String>);

impl SessionEnvironment {
    /// The value of a variable; `None` where it is unset or empty.
    pub(crate) fn variable(&self, name: &str) -> Option<&str> {
        let mut values = self.0.iter().filter_map(|line| line.strip_prefix(name)?.strip_prefix('='));
        values.find(|value| !value.is_empty())
    }

    /// Whether it names a display.
    pub(crate) fn has_display(&self) -> bool {
        self.gains_display(&Self::default())
    }

    /// Whether it names a display that `before` does not.
    pub(crate) fn gains_display(&self, before: &Self) -> bool {
        DISPLAYS
            .iter()
            .any(|name| self.variable(name).is_some() && self.variable(name) != before.variable(name))
    }
}

/// Asks the service manager; `None` if there is no manager or it does not answer.
pub(crate) async fn environment(connection: &Connection) -> Option<SessionEnvironment> {
    let body = (INTERFACE, "Environment");
    let asked = connection.call_method(Some(MANAGER), PATH, Some(PROPERTIES), "Get", &body);
    let reply = timeout(LONGEST_WAIT, asked).await.ok()?;
    let reply =
        reply.inspect_err(|error| log::debug!("the session's environment is not known: {error}")).ok()?;
    let value: OwnedVariant = reply.body().deserialize().ok()?;
    Vec::<String>::try_from(value).ok().map(SessionEnvironment)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> SessionEnvironment {
        SessionEnvironment(text.split_whitespace().map(str::to_owned).collect())
    }

    #[test]
    fn a_variable_has_the_value_after_its_whole_name() {
        let environment = of("LANGUAGE=az:tr LANG=az_AZ.UTF-8 EMPTY= A=b=c");
        for (name, value) in [
            ("LANG", Some("az_AZ.UTF-8")),
            ("LANGUAGE", Some("az:tr")),
            ("A", Some("b=c")),
            ("EMPTY", None),
            ("LAN", None),
        ] {
            assert_eq!(environment.variable(name), value, "{name}");
        }
    }

    #[test]
    fn a_display_is_gained_where_it_is_new_or_another() {
        for (before, now, is_gained) in [
            ("", "DISPLAY=:0", true),
            ("DISPLAY=:0", "DISPLAY=:0 WAYLAND_DISPLAY=wayland-1", true),
            ("DISPLAY=:0", "DISPLAY=:1", true),
            ("DISPLAY=:0", "DISPLAY=:0 LANG=az", false),
            ("DISPLAY=:0", "", false),
        ] {
            assert_eq!(of(now).gains_display(&of(before)), is_gained, "{before:?} to {now:?}");
        }
    }
}
