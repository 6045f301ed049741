//! What signals ask of the daemon.

use std::io;
use tokio::signal::unix::{Signal, SignalKind, signal};

/// The signals that a daemon listens to.
#[derive(Debug)]
pub(super) struct Signals {
    reload: Signal,
    terminate: Signal,
    interrupt: Signal,
}

/// What a signal asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SignalEvent {
    /// Read the configuration again: SIGHUP.
    Reload,
    /// End: SIGTERM, SIGINT.
    End,
}

impl Signals {
    /// Starts to listen.
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self {
            reload: signal(SignalKind::hangup())?,
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    /// Waits for the next signal.
    pub(super) async fn told(&mut self) -> SignalEvent {
        tokio::select! {
            _ = self.reload.recv() => SignalEvent::Reload,
            _ = self.terminate.recv() => SignalEvent::End,
            _ = self.interrupt.recv() => SignalEvent::End,
        }
    }
}
