//! What the daemon tells the service manager: the only file that names `sd_notify`.
//!
//! Without a manager (no `NOTIFY_SOCKET`) all of it does nothing.

use crate::text::one_line;
use sd_notify::NotifyState;

/// Whether a service manager started the daemon.
pub(super) fn is_service() -> bool {
    std::env::var_os("NOTIFY_SOCKET").is_some()
}

/// The daemon is at work.
pub(super) fn ready() {
    tell(&[NotifyState::Ready]);
}

/// The daemon reads its configuration again; [`ready`] follows.
pub(super) fn reloading() {
    // systemd 253 and later want the time beside it; 252 ignores that line.
    match NotifyState::monotonic_usec_now() {
        Ok(time) => tell(&[NotifyState::Reloading, time]),
        Err(_) => tell(&[NotifyState::Reloading]),
    }
}

/// The daemon ends.
pub(super) fn stopping() {
    tell(&[NotifyState::Stopping]);
}

/// What `systemctl status` shows beside the state.
pub(super) fn status(status: &str) {
    // A line end would begin another message to it.
    tell(&[NotifyState::Status(&one_line(status))]);
}

fn tell(states: &[NotifyState<'_>]) {
    if !is_service() {
        return;
    }
    if let Err(error) = sd_notify::notify(states) {
        log::debug!("cannot tell the service manager: {error}");
    }
}
