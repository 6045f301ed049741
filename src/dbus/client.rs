//! The commands' side: asking the daemon that runs.

use super::name::{NAME, PATH, in_brackets, is_owned, process};
use super::socket::session;
use chrono::TimeDelta;
use std::collections::HashMap;
use std::io::ErrorKind;
use std::time::Duration;
use tokio::time::timeout;
use zbus::{Connection, OwnedVariant};

/// How long the bus may take to let us in, and the daemon to answer: it may wait for a server that is slow.
const LONGEST_CONNECT: Duration = Duration::from_secs(5);
const LONGEST_CALL: Duration = Duration::from_secs(30);

/// A connection to the daemon.
#[derive(Debug)]
pub(crate) struct Client(Connection);

/// Why the daemon cannot be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreached {
    /// There is no session bus.
    NoBus(String),
    /// No daemon is on the bus.
    NotRunning,
    /// It is, and refuses, or does not answer.
    Failed(String),
}

impl std::error::Error for Unreached {}

impl std::fmt::Display for Unreached {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoBus(why) => write!(f, "there is no session bus ({why})"),
            Self::NotRunning => f.write_str("remembrance is not running"),
            Self::Failed(why) => f.write_str(why),
        }
    }
}

/// What the daemon says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DaemonStatus {
    /// Its process.
    pub(crate) process: Option<u32>,
    /// Its version: after an upgrade another than that of the command.
    pub(crate) version: String,
    /// Since when it runs.
    pub(crate) started: String,
    /// What comes next, in one line.
    pub(crate) status: String,
    /// The notifications on the screen: the id of the day, and the date.
    pub(crate) on_screen: Vec<(String, String)>,
    /// How many notifications the desktop has not taken yet.
    pub(crate) held: u32,
    /// Whether all that was recorded is on disk.
    pub(crate) is_saved: bool,
    /// What is wrong in the configuration, a line each.
    pub(crate) mistakes: Vec<String>,
    /// The next reminder.
    pub(crate) next: Option<NextReminder>,
}

/// A coming reminder, in the words of the interface.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub(crate) struct NextReminder {
    day: String,
    pub(crate) name: String,
    date: String,
    kind: String,
    pub(crate) due: String,
}

impl Client {
    /// Finds the daemon; it is not started for that.
    pub(crate) async fn connect() -> Result<Self, Unreached> {
        let connected = async {
            let connection = session().await?.method_timeout(LONGEST_CALL).build().await?;
            Ok::<_, zbus::Error>((is_owned(&connection).await?, connection))
        };
        match timeout(LONGEST_CONNECT, connected).await {
            Ok(Ok((true, connection))) => Ok(Self(connection)),
            Ok(Ok((false, _))) => Err(Unreached::NotRunning),
            Ok(Err(error)) => Err(Unreached::NoBus(error.to_string())),
            Err(_) => Err(Unreached::NoBus("it does not answer".to_owned())),
        }
    }

    /// Finds the daemon, and waits a little for one that was started just now.
    pub(crate) async fn found() -> Result<Self, Unreached> {
        let end = tokio::time::Instant::now() + LONGEST_CONNECT;
        loop {
            match Self::connect().await {
                Err(Unreached::NotRunning) if tokio::time::Instant::now() < end => {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
                reached => return reached,
            }
        }
    }

    /// Has the bus read again what it can start; one that watches its folders knows already.
    pub(crate) async fn reread_services() {
        let connected = async { session().await?.build().await };
        let Ok(Ok(connection)) = timeout(LONGEST_CONNECT, connected).await else { return };
        let bus = "org.freedesktop.DBus";
        let asked =
            connection.call_method(Some(bus), "/org/freedesktop/DBus", Some(bus), "ReloadConfig", &());
        if let Err(error) = asked.await {
            log::debug!("the bus does not read its services again: {error}");
        }
    }

    /// What the daemon says of itself.
    pub(crate) async fn told(&self) -> Result<DaemonStatus, Unreached> {
        let interface = "org.freedesktop.DBus.Properties";
        let mut properties: HashMap<String, OwnedVariant> = self.call(interface, "GetAll", &NAME).await?;
        Ok(DaemonStatus {
            process: process(&self.0).await,
            version: value(&mut properties, "Version")?,
            started: value(&mut properties, "Started")?,
            status: value(&mut properties, "Status")?,
            on_screen: value(&mut properties, "OnScreen")?,
            held: value(&mut properties, "Pending")?,
            is_saved: value(&mut properties, "Saved")?,
            mistakes: value(&mut properties, "Mistakes")?,
            next: self.next().await?,
        })
    }

    async fn next(&self) -> Result<Option<NextReminder>, Unreached> {
        let coming: Vec<HashMap<String, OwnedVariant>> = self.call(NAME, "Next", &1_u32).await?;
        let Some(mut one) = coming.into_iter().next() else { return Ok(None) };
        Ok(Some(NextReminder {
            day: value(&mut one, "day")?,
            name: value(&mut one, "name")?,
            date: value(&mut one, "date")?,
            kind: value(&mut one, "kind")?,
            due: value(&mut one, "due")?,
        }))
    }

    /// Snoozes the notification of a day, or all that are on the screen, for as long as the configuration says where
    /// `duration` is `None`: day, date, and until when.
    pub(crate) async fn snooze(
        &self,
        day: &str,
        duration: Option<TimeDelta>,
    ) -> Result<Vec<(String, String, String)>, Unreached> {
        let seconds =
            duration.map_or(0, |duration| u32::try_from(duration.num_seconds()).unwrap_or(u32::MAX));
        self.call(NAME, "Snooze", &(day, seconds)).await
    }

    /// Closes the notification of a day, or all that are on the screen: day and date.
    pub(crate) async fn dismiss(&self, day: &str) -> Result<Vec<(String, String)>, Unreached> {
        self.call(NAME, "Dismiss", &day).await
    }

    async fn call<B, R>(&self, interface: &str, method: &str, body: &B) -> Result<R, Unreached>
    where
        B: serde::Serialize + zbus::wire::Type,
        R: serde::de::DeserializeOwned + zbus::wire::Type,
    {
        let reply = self.0.call_method(Some(NAME), PATH, Some(interface), method, body).await;
        let why = match reply.and_then(|reply| reply.body().deserialize()) {
            Ok(answer) => return Ok(answer),
            Err(zbus::Error::MethodError(_, Some(why), _)) => why,
            Err(zbus::Error::InputOutput(fault)) if fault.kind() == ErrorKind::TimedOut => {
                let process = in_brackets(process(&self.0).await);
                let seconds = LONGEST_CALL.as_secs();
                format!(
                    "the program that has `{NAME}` on the bus{process} does not answer within {seconds} seconds"
                )
            }
            Err(other) => other.to_string(),
        };
        Err(Unreached::Failed(why))
    }
}

fn value<T>(properties: &mut HashMap<String, OwnedVariant>, name: &str) -> Result<T, Unreached>
where
    T: TryFrom<OwnedVariant>,
{
    let value = properties.remove(name).and_then(|value| T::try_from(value).ok());
    value.ok_or_else(|| Unreached::Failed(format!("the daemon has no `{name}`: is it another version?")))
}
