//! The screen as the engine sees it: whether a notification can be sent now, and why one is not on it.

/// Whether notifications can be sent now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ScreenState {
    /// A notification server takes them.
    Ready,
    /// There is a server, and what it can do is not known yet.
    Unasked,
    /// It is being reached, started or asked; an event will tell.
    Asking,
    /// It is being started for long; an event will tell.
    Starting,
    /// There is no server on the bus; `can_start` says that the bus could start one.
    NoServer {
        /// Whether the bus could start one.
        can_start: bool,
    },
    /// There is no session bus.
    NoBus(String),
}

/// Why a notification is not on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ShowError {
    /// There is no session bus.
    NoBus(String),
    /// There is no notification server on the bus, nor one that it could start.
    NoServer,
    /// The bus could start a server, and it did not come or did not stay.
    NotStarted(String),
    /// The server did not take the notification.
    Refused(String),
    /// The server left the bus before it answered.
    ServerLost,
    /// The server has not answered yet; it may still do so.
    Unanswered,
    /// Do Not Disturb is on, and the server would hide the notification.
    DoNotDisturb,
}

impl std::fmt::Display for ShowError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoBus(why) => write!(f, "there is no session bus ({why})"),
            Self::NoServer => f.write_str("there is no notification server on the session bus"),
            Self::NotStarted(why) => write!(f, "the notification server cannot be started ({why})"),
            Self::Refused(why) => write!(f, "the notification server did not take it ({why})"),
            Self::ServerLost => f.write_str("the notification server ended before it answered"),
            Self::Unanswered => f.write_str("the notification server does not answer"),
            Self::DoNotDisturb => f.write_str("Do Not Disturb is on"),
        }
    }
}
