//! What the daemon has done beside its loop: each call to the outside is a task, and its end an event.

use super::browser;
use crate::dbus::desktop::{
    self, Awaited, AwaitedSignals, Closing, Connected, NameClaim, NotificationSubject, Outgoing,
    ServerAnswers, ServerQuestion, StartId, Subscription,
};
use crate::dbus::{SessionEnvironment, environment};
use crate::engine::{FlightId, ShowError};
use crate::notification::Notification;
use crate::occurrence::OccurrenceId;
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};
use zbus::{Connection, Message};

/// How long after a first signal is looked, so that many at once are one.
const SETTLES: Duration = Duration::from_millis(500);

/// After how long a person is told that a server does not come. One that comes later is noticed all the same.
const SLOW_START: Duration = Duration::from_secs(15);

/// What a task came to.
#[derive(Debug)]
pub(super) enum Done {
    /// The bus was reached, or not.
    Connected(Result<Box<Connected>, ShowError>),
    /// The server with this unique name has said what it can do.
    Asked { owner: String, result: Result<Box<ServerAnswers>, ShowError> },
    /// A server is being started for long.
    StartIsSlow(StartId),
    /// The bus has started a server, or not, in a session with this environment.
    Started {
        start: StartId,
        environment: Option<SessionEnvironment>,
        result: Result<String, String>,
        is_late: bool,
    },
    /// What notifications are held back for is listened to, where it can be.
    Subscribed(Option<Box<AwaitedSignals>>),
    /// It is time to look whether what notifications are held back for is there.
    Settled { awaited: Awaited, environment: Option<SessionEnvironment> },
    /// The server with this unique name has answered a notification.
    Delivered(Box<Delivery>),
    /// A page about these was opened, or not.
    Opened { occurrences: Vec<OccurrenceId>, result: Result<(), browser::OpenError> },
    /// Something that nobody waits for is done.
    Finished,
}

/// A notification that was sent.
#[derive(Debug)]
pub(super) struct Delivery {
    /// Which sending of the engine; `None` for what is no reminder.
    pub(super) flight: Option<FlightId>,
    pub(super) about: NotificationSubject,
    /// What it says, to be printed where it is not shown.
    pub(super) notification: Notification,
    pub(super) owner: String,
    pub(super) result: Result<u32, ShowError>,
}

/// All tasks that are under way.
#[derive(Debug, Default)]
pub(super) struct Tasks {
    /// Questions, which are dropped when the daemon ends.
    questions: JoinSet<Done>,
    /// What is waited for at the end.
    deeds: JoinSet<Done>,
    /// What was sent and waits for the server.
    deliveries: JoinSet<Done>,
    /// Messages that wait for no answer and that the bus has not taken yet.
    unsent: JoinSet<Done>,
}

/// How many messages may wait for the bus to take them before no other call is looked at: who calls faster than the
/// answers leave waits as well, and the answers do not pile up.
const MOST_UNSENT: usize = 16;

impl Tasks {
    pub(super) fn connect(&mut self, claim: Option<NameClaim>, has_open: bool) {
        self.questions
            .spawn(async move { Done::Connected(desktop::connect(claim, has_open).await.map(Box::new)) });
    }

    pub(super) fn ask(&mut self, question: ServerQuestion) {
        self.questions.spawn(async move {
            let owner = question.owner.clone();
            Done::Asked { owner, result: desktop::ask(question).await }
        });
    }

    pub(super) fn start_server(&mut self, start: StartId, connection: Connection, needs_display: bool) {
        self.questions.spawn(async move {
            sleep(SLOW_START).await;
            Done::StartIsSlow(start)
        });
        self.questions.spawn(async move {
            let begun = Instant::now();
            let environment = environment(&connection).await;
            let lacks_display = environment.as_ref().is_some_and(|environment| !environment.has_display());
            let result = if needs_display && lacks_display {
                Err("the session has no display yet".to_owned())
            } else {
                desktop::start(&connection).await
            };
            Done::Started { start, environment, result, is_late: begun.elapsed() > SLOW_START }
        });
    }

    pub(super) fn subscribe(&mut self, subscription: Subscription) {
        self.questions
            .spawn(async move { Done::Subscribed(desktop::subscribe(subscription).await.map(Box::new)) });
    }

    /// Waits until what was heard has settled, and looks at the session where a display is awaited.
    pub(super) fn settle(&mut self, awaited: Awaited, connection: Connection) {
        self.questions.spawn(async move {
            sleep(SETTLES).await;
            let environment = match awaited {
                Awaited::Display => environment(&connection).await,
                Awaited::QuietEnd => None,
            };
            Done::Settled { awaited, environment }
        });
    }

    pub(super) fn deliver(
        &mut self,
        flight: Option<FlightId>,
        about: NotificationSubject,
        notification: Notification,
        outgoing: Outgoing,
    ) {
        let owner = outgoing.owner.clone();
        self.deliveries.spawn(async move {
            let result = desktop::show(outgoing).await;
            Done::Delivered(Box::new(Delivery { flight, about, notification, owner, result }))
        });
    }

    pub(super) fn close(&mut self, closing: Closing) {
        let Closing { connection, owner, ids } = closing;
        self.deeds.spawn(async move {
            desktop::close(connection, owner, ids).await;
            Done::Finished
        });
    }

    pub(super) fn send(&mut self, connection: Connection, message: Message) {
        self.unsent.spawn(async move {
            desktop::send(connection, message).await;
            Done::Finished
        });
    }

    pub(super) fn open(&mut self, reading: browser::Reading) {
        self.deeds.spawn(async move {
            let occurrences = reading.occurrences.clone();
            Done::Opened { occurrences, result: browser::open(reading).await }
        });
    }

    /// The bus is gone: nothing that was asked or sent over it is answered any more.
    pub(super) fn bus_lost(&mut self) {
        self.questions.abort_all();
        self.deliveries.abort_all();
    }

    /// Drops what is not waited for at the end.
    pub(super) fn drop_questions(&mut self) {
        self.questions.abort_all();
    }

    /// Whether nothing is left that is waited for at the end.
    pub(super) fn are_done(&self) -> bool {
        self.deeds.is_empty() && self.deliveries.is_empty() && self.unsent.is_empty()
    }

    /// Whether another call can be answered.
    pub(super) fn can_answer(&self) -> bool {
        self.unsent.len() < MOST_UNSENT
    }

    /// Waits for the next task that is done; for ever where none is under way.
    pub(super) async fn done(&mut self) -> Done {
        loop {
            let joined = tokio::select! {
                Some(joined) = self.deliveries.join_next() => joined,
                Some(joined) = self.questions.join_next() => joined,
                Some(joined) = self.deeds.join_next() => joined,
                Some(joined) = self.unsent.join_next() => joined,
                else => std::future::pending().await,
            };
            // One that was aborted has no result.
            if let Ok(done) = joined {
                return done;
            }
        }
    }
}
