//! The states of the daemon: what each holds, and what leads from one to another.
//!
//! [`DaemonState::next`] is pure. The table of it stands in the page of [`crate::daemon`], and a test holds the two together.

use std::time::Duration;
use tokio::time::Instant;

/// How a daemon ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// It was told to, or its rehearsal is over.
    Stopped,
    /// Another one runs on this bus.
    AlreadyRunning,
}

/// How long the daemon waits for what it has begun before it ends: a page that is being opened, an answer.
pub(super) const LONGEST_EXIT: Duration = Duration::from_secs(3);

/// How long after a failure the bus is tried again while its socket is there; the last goes on.
const RETRIES: [Duration; 9] = [
    // A bus that systemd starts again answers on the same socket.
    Duration::from_millis(100),
    Duration::from_millis(200),
    Duration::from_millis(400),
    Duration::from_millis(800),
    Duration::from_millis(1600),
    Duration::from_secs(15),
    Duration::from_secs(60),
    Duration::from_secs(300),
    Duration::from_secs(900),
];

/// What the daemon is doing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum DaemonState {
    /// A connection to the session bus is being made.
    Connecting {
        /// How often that has failed before.
        failures: usize,
    },
    /// There is no session bus.
    Offline {
        /// How often connecting has failed.
        failures: usize,
        /// When to try again; `None` waits for the socket of the bus.
        retry_at: Option<Instant>,
        /// Why there is no connection.
        why: String,
    },
    /// It is on the bus.
    Online,
    /// It begins nothing new, and ends once what it has begun is done.
    Exiting {
        /// How it ends.
        exit: Exit,
        /// When it ends in any case.
        until: Instant,
    },
}

/// What leads from one state to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Input {
    /// The connection stands.
    Connected,
    /// The connection cannot be made; `has_socket` says that there is something to connect to.
    Failed { why: String, has_socket: bool },
    /// The time to try again has come.
    RetryDue,
    /// The socket of the bus is there.
    SocketCame,
    /// The connection is gone.
    BusLost,
    /// Another daemon has the name on this bus.
    NameTaken,
    /// A signal asks for the end, or the rehearsal is over.
    Stop,
}

impl DaemonState {
    /// The state after `input` at `now`; what has no meaning in a state changes nothing.
    pub(super) fn next(self, input: Input, now: Instant) -> Self {
        let exiting = |exit| Self::Exiting { exit, until: now + LONGEST_EXIT };
        match (self, input) {
            (exiting @ Self::Exiting { .. }, _) => exiting,
            (_, Input::Stop) => exiting(Exit::Stopped),
            (Self::Connecting { .. }, Input::Connected) => Self::Online,
            (Self::Connecting { .. } | Self::Online, Input::NameTaken) => exiting(Exit::AlreadyRunning),
            (Self::Connecting { failures }, Input::Failed { why, has_socket }) => {
                let wait = RETRIES[failures.min(RETRIES.len() - 1)];
                Self::Offline { failures: failures + 1, retry_at: has_socket.then(|| now + wait), why }
            }
            (Self::Offline { failures, .. }, Input::RetryDue) => Self::Connecting { failures },
            (Self::Offline { .. }, Input::SocketCame) | (Self::Online, Input::BusLost) => {
                Self::Connecting { failures: 0 }
            }
            (state, _) => state,
        }
    }

    /// When something is to be done in this state, whatever happens.
    pub(super) fn deadline(&self) -> Option<Instant> {
        match self {
            Self::Offline { retry_at, .. } => *retry_at,
            Self::Exiting { until, .. } => Some(*until),
            Self::Connecting { .. } | Self::Online => None,
        }
    }

    /// Whether the daemon is about to end.
    pub(super) fn is_exiting(&self) -> bool {
        matches!(self, Self::Exiting { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn states(now: Instant) -> [DaemonState; 4] {
        [
            DaemonState::Connecting { failures: 0 },
            DaemonState::Offline { failures: 1, retry_at: None, why: String::new() },
            DaemonState::Online,
            DaemonState::Exiting { exit: Exit::Stopped, until: now },
        ]
    }

    fn inputs() -> [Input; 7] {
        [
            Input::Connected,
            Input::Failed { why: String::new(), has_socket: true },
            Input::RetryDue,
            Input::SocketCame,
            Input::BusLost,
            Input::NameTaken,
            Input::Stop,
        ]
    }

    /// The name of a variant, as `Debug` begins with it.
    fn name(value: &impl std::fmt::Debug) -> String {
        format!("{value:?}").split([' ', '{']).next().unwrap().to_owned()
    }

    #[test]
    fn the_diagram_in_the_docs_is_what_the_code_does() {
        let now = Instant::now();
        let mut found = BTreeSet::new();
        for state in states(now) {
            for input in inputs() {
                let (from, by) = (name(&state), name(&input));
                let to = name(&state.clone().next(input, now));
                if from != to {
                    found.insert(format!("{from} --{by}--> {to}"));
                }
            }
        }
        let docs = include_str!("mod.rs").lines().filter_map(|line| line.strip_prefix("//! "));
        let drawn: BTreeSet<String> = docs.filter(|line| line.contains("-->")).map(str::to_owned).collect();
        assert_eq!(found, drawn);
    }

    #[test]
    fn a_bus_that_does_not_answer_is_tried_by_steps_and_one_without_a_socket_is_waited_for() {
        let now = Instant::now();
        let mut state = DaemonState::Connecting { failures: 0 };
        let mut waits = Vec::new();
        for _ in 0..10 {
            state = state.next(Input::Failed { why: String::new(), has_socket: true }, now);
            waits.push(state.deadline().unwrap() - now);
            state = state.next(Input::RetryDue, now);
        }
        assert_eq!(waits[..9], RETRIES);
        assert_eq!(waits[9], RETRIES[8]);
        state = state.next(Input::Failed { why: String::new(), has_socket: false }, now);
        assert_eq!(state.deadline(), None);
        assert_eq!(state.next(Input::SocketCame, now), DaemonState::Connecting { failures: 0 });
    }

    #[test]
    fn what_is_ending_ends_in_the_way_it_began_to() {
        let now = Instant::now();
        for input in inputs() {
            let exiting = DaemonState::Exiting { exit: Exit::AlreadyRunning, until: now };
            assert_eq!(exiting.clone().next(input, now), exiting);
        }
    }
}
