//! What the engine asks of a screen, and why a notification is not on it.

use crate::schedule::DueNotification;

/// Why a notification is not on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ShowError {
    /// There is no session bus.
    NoBus(String),
    /// There is no notification server on the bus, nor one that it could start.
    NoServer,
    /// The server is there, or should be, and did not take the notification.
    Refused(String),
}

impl std::fmt::Display for ShowError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoBus(why) => write!(f, "there is no session bus ({why})"),
            Self::NoServer => f.write_str("there is no notification server on the session bus"),
            Self::Refused(why) => write!(f, "the notification server did not take it ({why})"),
        }
    }
}

/// What became of a notification that was offered to the desktop.
#[derive(Debug)]
pub(crate) enum Offered {
    /// The desktop accepted it.
    Taken,
    /// It did not.
    Not(ShowError),
    /// The daemon is to end, and nobody knows.
    Ending,
}

/// Where notifications are shown.
pub(crate) trait Screen {
    /// Shows a notification, in the place of an open one of the same occurrence.
    async fn show(&mut self, show: &DueNotification<'_>) -> Offered;

    /// Hears that a notification is held back; the first time, it is to be put where a person can read it.
    fn holds(&mut self, show: &DueNotification<'_>, why: &ShowError, is_first: bool);
}
