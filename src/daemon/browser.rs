//! Opening an article: the session starts `remembrance read`, the daemon opens nothing itself.
//!
//! What a process starts is locked in as it is: a browser would find a read-only home, no network and
//! 64 MiB of memory. So the user manager is asked, over the same connection, for a service of its own
//! that runs the command. It has the manager's environment, which knows the screen of the present
//! session even where the daemon was started before it, and it outlives the daemon.
//!
//! A daemon that was started by hand starts the command itself.

use super::systemd;
use crate::host::bus;
use crate::occurrence::OccurrenceId;
use chrono::{DateTime, Utc};
use futures_lite::StreamExt;
use std::collections::HashMap;
use std::env;
use std::io;
use std::path::PathBuf;
use std::process::{ExitStatus, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio::process::Command;
use tokio::time::timeout;
use zbus::message::Type;
use zbus::{Connection, MatchRule, MessageStream, OwnedObjectPath, OwnedVariant, Variant};

const MANAGER: &str = "org.freedesktop.systemd1";
const PATH: &str = "/org/freedesktop/systemd1";
const INTERFACE: &str = "org.freedesktop.systemd1.Manager";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";

/// How long the manager may take to start the command.
const LONGEST_START: Duration = Duration::from_secs(10);

/// A command that runs for longer has opened the article: some browsers stay in the foreground.
const LONGEST_OPENING: Duration = Duration::from_secs(20);

/// An article that is to be opened, or a page that lists several.
#[derive(Debug)]
pub(super) struct Reading {
    /// What it is about, at least one.
    pub(super) occurrences: Vec<OccurrenceId>,
    pub(super) config_file: PathBuf,
    /// The language that was asked for on the daemon's command line.
    pub(super) language: Option<String>,
    /// The time, where it is pretended.
    pub(super) now: Option<DateTime<Utc>>,
    /// The desktop's permission to come to the front.
    pub(super) token: Option<String>,
    pub(super) connection: Option<Connection>,
}

impl Reading {
    /// The program and its arguments.
    fn command(&self) -> Vec<String> {
        let program =
            env::current_exe().map_or_else(|_| "remembrance".to_owned(), |path| path.display().to_string());
        // A program that was replaced while it ran is not where it was started from.
        let program = program.trim_end_matches(" (deleted)").to_owned();
        let mut command = vec![program, "read".to_owned()];
        command.extend(self.occurrences.iter().map(|id| id.day.clone()));
        command.extend(self.occurrences.iter().map(|id| format!("--date={}", id.date)));
        if self.config_file.exists() {
            command.push(format!("--config={}", self.config_file.display()));
        }
        command.extend(self.language.iter().map(|language| format!("--lang={language}")));
        command.extend(self.now.iter().map(|now| format!("--now={}", now.to_rfc3339())));
        command
    }

    fn environment(&self) -> Vec<(&'static str, &str)> {
        let token = self.token.iter();
        token
            .flat_map(|token| [("XDG_ACTIVATION_TOKEN", token.as_str()), ("DESKTOP_STARTUP_ID", token)])
            .collect()
    }
}

/// Why an article was not opened.
#[derive(Debug, thiserror::Error)]
pub(super) enum OpenError {
    #[error("cannot start `{program}`: {error}")]
    Start { program: String, error: io::Error },
    #[error("`remembrance read` failed: {0}")]
    Failed(ExitStatus),
    #[error("cannot wait for `remembrance read`: {0}")]
    Wait(io::Error),
    #[error("`{unit}` failed; `journalctl --user -u {unit}` says why")]
    UnitFailed { unit: String },
}

/// Opens an article in the browser.
///
/// # Errors
/// When the command cannot be started or fails; what it says is in the journal.
pub(super) async fn open(reading: Reading) -> Result<(), OpenError> {
    if let Some(connection) = reading.connection.clone().filter(|_| systemd::is_service()) {
        match by_the_manager(&connection, &reading).await {
            Ok(result) => return result,
            Err(error) => log::debug!("the service manager does not start a command: {error}"),
        }
    }
    let command = reading.command();
    let mut child = Command::new(&command[0]);
    child.args(&command[1..]).envs(reading.environment()).stdin(Stdio::null()).stdout(Stdio::null());
    bus::sockets_only(child.as_std_mut());
    let mut child = child.spawn().map_err(|error| OpenError::Start { program: command[0].clone(), error })?;
    match timeout(LONGEST_OPENING, child.wait()).await {
        Ok(Ok(status)) if !status.success() => Err(OpenError::Failed(status)),
        Ok(Err(error)) => Err(OpenError::Wait(error)),
        Ok(Ok(_)) | Err(_) => Ok(()),
    }
}

/// Has the manager run the command, and waits for its result.
async fn by_the_manager(connection: &Connection, reading: &Reading) -> zbus::Result<Result<(), OpenError>> {
    static SERVICES: AtomicU32 = AtomicU32::new(0);
    let number = SERVICES.fetch_add(1, Ordering::Relaxed);
    let unit = format!("remembrance-read-{}-{number}.service", std::process::id());
    let rule = MatchRule::builder()
        .msg_type(Type::Signal)
        .sender(MANAGER)
        .interface(PROPERTIES)
        .member("PropertiesChanged")
        .path(unit_path(&unit))
        .build()?;
    // The stream stands before the unit does, or a command that fails at once would not be noticed.
    let mut changes = MessageStream::for_match_rule(rule, connection, None).await?;
    manager(connection, "Subscribe", &()).await?;
    start(connection, &unit, reading).await?;
    log::debug!("opening the page by `{unit}`");
    let ended = async {
        while let Some(Ok(message)) = changes.next().await {
            match ended_well(&message) {
                Some(true) => return Ok(()),
                Some(false) => return Err(OpenError::UnitFailed { unit: unit.clone() }),
                None => {}
            }
        }
        Ok(())
    };
    let result = timeout(LONGEST_OPENING, ended).await.unwrap_or(Ok(()));
    if result.is_err() {
        // It was kept for its result only.
        manager(connection, "ResetFailedUnit", &&unit).await?;
    }
    Ok(result)
}

async fn start(connection: &Connection, unit: &str, reading: &Reading) -> zbus::Result<()> {
    let command = reading.command();
    let environment = reading.environment().into_iter().map(|(name, value)| format!("{name}={value}"));
    let environment: Vec<String> = environment.collect();
    // A `$` in a path or an id is a `$`.
    let flags = vec!["no-env-expand".to_owned()];
    let properties: Vec<(&str, Variant<'_>)> = vec![
        ("Description", Variant::from("An article of remembrance, in the browser")),
        ("Type", Variant::from("exec")),
        ("ExecStartEx", Variant::from(vec![(command[0].clone(), command, flags)])),
        ("Environment", Variant::from(environment)),
        ("Slice", Variant::from("app.slice")),
        // xdg-open may leave the browser running behind it.
        ("KillMode", Variant::from("process")),
    ];
    let auxiliary: Vec<(&str, Vec<(&str, Variant<'_>)>)> = Vec::new();
    manager(connection, "StartTransientUnit", &(unit, "fail", properties, auxiliary)).await
}

async fn manager<B>(connection: &Connection, method: &str, body: &B) -> zbus::Result<()>
where
    B: serde::Serialize + zbus::wire::Type,
{
    let call = connection.call_method(Some(MANAGER), PATH, Some(INTERFACE), method, body);
    let timed_out = || zbus::Error::InputOutput(std::sync::Arc::new(std::io::ErrorKind::TimedOut.into()));
    timeout(LONGEST_START, call).await.unwrap_or_else(|_| Err(timed_out())).map(|_| ())
}

/// Whether a unit has ended well, by a message that it has changed; `None` while it has not ended.
///
/// Before it is started it is inactive as well, e.g. while its slice is made: it has a job then.
fn ended_well(message: &zbus::Message) -> Option<bool> {
    let body = message.body();
    let (_, mut changed, _): (String, HashMap<String, OwnedVariant>, Vec<String>) =
        body.deserialize().ok()?;
    let (job, _): (u32, OwnedObjectPath) = changed.remove("Job")?.try_into().ok()?;
    match String::try_from(changed.remove("ActiveState")?).ok()?.as_str() {
        "failed" => Some(false),
        "inactive" => (job == 0).then_some(true),
        _ => None,
    }
}

/// The object of a unit: whatever is no letter and no digit is written as its code (sd_bus_path_encode(3)).
fn unit_path(unit: &str) -> String {
    let label: String = unit
        .bytes()
        .map(|byte| match byte {
            byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
            byte => format!("_{byte:02x}"),
        })
        .collect();
    format!("{PATH}/unit/{label}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_has_the_path_that_systemd_gives_it() {
        assert_eq!(
            unit_path("remembrance-read-12-0.service"),
            "/org/freedesktop/systemd1/unit/remembrance_2dread_2d12_2d0_2eservice"
        );
    }
}
