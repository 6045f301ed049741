//! What is listened to while notifications are held back, so that they are shown as soon as they can be.
//!
//! | held back for | listened to |
//! | --- | --- |
//! | a display for the server that the bus would start | names that come and go: what tells the session of a display is on the bus for a moment |
//! | the end of Do Not Disturb | the server's own signals; Xfce's settings; GNOME's settings, when they are written |
//!
//! What is heard says only that it is time to look again. Where nothing can be heard, as of mako before 1.8, the time to
//! look again comes by steps.

use super::facts::ServerFacts;
use zbus::message::Type;
use zbus::{Connection, MatchRule, MessageStream};

/// What notifications are held back for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Awaited {
    /// A display: the bus can start a server, and it does not stay.
    Display,
    /// The end of Do Not Disturb.
    QuietEnd,
}

/// What it takes to listen.
#[derive(Debug)]
pub(crate) struct Subscription {
    pub(super) connection: Connection,
    pub(super) awaited: Awaited,
    /// The unique name of the present server, and what it is.
    pub(super) server: Option<(String, ServerFacts)>,
}

/// Signals that say that it is time to look again.
#[derive(Debug)]
pub(crate) struct AwaitedSignals {
    pub(crate) awaited: Awaited,
    pub(super) stream: MessageStream,
}

/// Listens; `None` where there is nothing to listen to.
pub(crate) async fn subscribe(subscription: Subscription) -> Option<AwaitedSignals> {
    let Subscription { connection, awaited, server } = subscription;
    let signals = MatchRule::builder().msg_type(Type::Signal);
    let rule = match (awaited, &server) {
        (Awaited::Display, _) => {
            let bus = "org.freedesktop.DBus";
            signals.sender(bus).interface(bus).member("NameOwnerChanged")
        }
        (Awaited::QuietEnd, Some((owner, facts))) => match facts.name.as_str() {
            "Xfce Notify Daemon" => signals.interface("org.xfce.Xfconf"),
            "gnome-shell" => signals.interface("ca.desrt.dconf.Writer"),
            _ => signals.sender(owner.as_str()),
        },
        (Awaited::QuietEnd, None) => return None,
    };
    let stream = MessageStream::for_match_rule(rule.build().ok()?, &connection, None).await;
    let stream = stream.inspect_err(|error| log::debug!("cannot listen for a change: {error}")).ok()?;
    Some(AwaitedSignals { awaited, stream })
}
