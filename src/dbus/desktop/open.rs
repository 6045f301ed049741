//! The notifications of ours that are open, and what the server's signals say of them.

use crate::host::on_screen::Standing;
use crate::occurrence::OccurrenceId;
use std::collections::HashMap;
use std::time::{Duration, Instant};
use zbus::Message;

/// How many signals of ids that are not known yet are kept.
const MOST_EARLY: usize = 64;

/// How long after a notification of ours another one is taken to have been pushed out by it.
const DISPLACING: Duration = Duration::from_secs(2);

/// What a person did with a notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Opened it; with the desktop's permission to come to the front, where it gave one.
    Read(Option<String>),
    /// Put it off.
    Later,
    /// Closed it.
    Closed,
    /// Nothing: its time on the screen was over.
    Expired,
    /// Nothing: it was taken away.
    Dropped,
    /// Nothing: a notification of ours took its place.
    Displaced,
}

/// What an open notification is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum NotificationSubject {
    /// An occurrence.
    Occurrence(OccurrenceId),
    /// The moment of an occurrence, which has a notification of its own.
    Moment(OccurrenceId),
    /// Several that were due at the same time.
    List {
        /// The occurrences, to which an answer applies.
        days: Vec<OccurrenceId>,
        /// Occurrences of which only the moment is listed.
        moments: Vec<OccurrenceId>,
    },
    /// A mistake in the configuration.
    Configuration,
    /// A page that could not be opened, of these occurrences.
    Reading(Vec<OccurrenceId>),
}

impl NotificationSubject {
    /// Whether it is about `day`; where `day` is `None`, every subject is.
    pub(crate) fn is_of(&self, day: Option<&str>) -> bool {
        let read = if let Self::Reading(read) = self { read.as_slice() } else { &[] };
        let mut all = self.occurrences().chain(read);
        day.is_none_or(|day| all.any(|id| id.day == day))
    }

    /// The occurrences to which an answer applies.
    pub(crate) fn days(&self) -> &[OccurrenceId] {
        match self {
            Self::Occurrence(id) => std::slice::from_ref(id),
            Self::List { days, .. } => days,
            Self::Moment(_) | Self::Configuration | Self::Reading(_) => &[],
        }
    }

    /// The occurrences that it reminds of.
    pub(crate) fn occurrences(&self) -> impl Iterator<Item = &OccurrenceId> {
        let moments = match self {
            Self::Moment(id) => std::slice::from_ref(id),
            Self::List { moments, .. } => moments,
            Self::Occurrence(_) | Self::Configuration | Self::Reading(_) => &[],
        };
        self.days().iter().chain(moments)
    }
}

/// What the server reports about one notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Signal {
    /// The desktop's permission to come to the front.
    Token(String),
    /// A button, or the notification itself (`default`).
    Action(String),
    /// It is off the screen, for this reason.
    Closed(u32),
}

impl Signal {
    /// The id and the signal of a message; `None` where it is another signal, or no signal of the specification.
    pub(super) fn read(message: &Message) -> Option<(u32, Self)> {
        let body = message.body();
        let header = message.header();
        match header.member()?.as_str() {
            "ActivationToken" => {
                body.deserialize::<(u32, String)>().ok().map(|(id, token)| (id, Self::Token(token)))
            }
            "ActionInvoked" => {
                body.deserialize::<(u32, String)>().ok().map(|(id, key)| (id, Self::Action(key)))
            }
            "NotificationClosed" => {
                body.deserialize::<(u32, u32)>().ok().map(|(id, reason)| (id, Self::Closed(reason)))
            }
            _ => None,
        }
    }
}

#[derive(Debug)]
struct Open {
    about: NotificationSubject,
    /// The unique name of the server that shows it.
    owner: String,
    token: Option<String>,
    since: Instant,
}

/// All that is open, by the server's ids.
#[derive(Debug, Default)]
pub(super) struct OpenNotifications {
    open: HashMap<u32, Open>,
    /// How many were sent and are not answered yet.
    sent: usize,
    /// When the last was sent, and when the last was accepted.
    last_sent: Option<Instant>,
    last_accepted: Option<Instant>,
    /// Signals of ids that are not known yet: a person may be quicker than the server's answer.
    early: Vec<(u32, Signal)>,
}

impl OpenNotifications {
    pub(super) fn insert(&mut self, id: u32, about: NotificationSubject, owner: String) {
        self.open.insert(id, Open { about, owner, token: None, since: Instant::now() });
    }

    pub(super) fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    /// Whether nothing is open, and nothing about to be.
    pub(super) fn is_idle(&self) -> bool {
        self.open.is_empty() && self.sent == 0
    }

    /// Whether something was sent and is not answered yet.
    pub(super) fn has_sent(&self) -> bool {
        self.sent > 0
    }

    /// The id of the notification about this that `owner` shows.
    pub(super) fn id_of(&self, about: &NotificationSubject, owner: &str) -> Option<u32> {
        let is_it = |(_, open): &(&u32, &Open)| open.about == *about && open.owner == owner;
        self.open.iter().find(is_it).map(|(id, _)| *id)
    }

    /// A notification was sent.
    pub(super) fn sent(&mut self) {
        self.sent += 1;
        self.last_sent = Some(Instant::now());
    }

    /// Whether another notification of ours has just come in the place of this one.
    fn is_displaced(&self, open: &Open) -> bool {
        let is_recent = |time: &Instant| time.elapsed() < DISPLACING;
        let is_coming = self.sent > 0 && self.last_sent.as_ref().is_some_and(is_recent);
        let has_come =
            self.last_accepted.filter(|accepted| *accepted > open.since).as_ref().is_some_and(is_recent);
        is_coming || has_come
    }

    /// A server has accepted a notification with this id; gives other ids that it has about the same.
    pub(super) fn accepted(&mut self, id: u32, about: &NotificationSubject, owner: &str) -> Vec<u32> {
        let is_same = |open: &Open| open.about == *about && open.owner == owner;
        let others = self.open.extract_if(|known, open| *known != id && is_same(open));
        let others = others.map(|(known, _)| known).collect();
        // A server that gives the id 0 has shown it, and cannot tell more of it.
        if id != 0 {
            self.insert(id, about.clone(), owner.to_owned());
            self.last_accepted = self.open.get(&id).map(|open| open.since);
        }
        others
    }

    /// The answer that came before the id was known, if one did. To be asked once for each that was sent.
    pub(super) fn early_answer(&mut self, id: Option<u32>, calls_closing_expiry: bool) -> Option<Answer> {
        self.sent = self.sent.saturating_sub(1);
        let early: Vec<_> = self.early.extract_if(.., |(early, _)| Some(*early) == id).collect();
        if self.sent == 0 {
            self.early = Vec::new();
        }
        let mut early = early.into_iter();
        early.find_map(|(id, signal)| self.hear(id, signal, calls_closing_expiry)).map(|(_, answer)| answer)
    }

    /// What a signal means; `None` where it answers nothing of ours.
    pub(super) fn hear(
        &mut self,
        id: u32,
        signal: Signal,
        calls_closing_expiry: bool,
    ) -> Option<(NotificationSubject, Answer)> {
        let is_displaced = self.open.get(&id).is_some_and(|open| self.is_displaced(open));
        let Some(open) = self.open.get_mut(&id) else {
            if self.sent > 0 && self.early.len() < MOST_EARLY {
                self.early.push((id, signal));
            }
            return None;
        };
        let answer = match signal {
            Signal::Token(token) => {
                open.token = Some(token);
                return None;
            }
            Signal::Action(key) => match key.as_str() {
                "default" | "read" => Answer::Read(open.token.take()),
                "later" => Answer::Later,
                _ => return None,
            },
            // Desktop Notifications Specification 1.2: 1 is "expired", 2 "dismissed by the user",
            // 3 "closed by a call", 4 "undefined".
            Signal::Closed(1) if calls_closing_expiry => Answer::Closed,
            Signal::Closed(2) => Answer::Closed,
            // GNOME before version 48 lets the oldest of four notifications of one program expire.
            Signal::Closed(_) if is_displaced => Answer::Displaced,
            Signal::Closed(1) => Answer::Expired,
            Signal::Closed(_) => Answer::Dropped,
        };
        self.open.remove(&id).map(|open| (open.about, answer))
    }

    /// What is kept for the next daemon, in the order of the ids.
    pub(super) fn standing(&self) -> Vec<Standing> {
        let mut all: Vec<Standing> = Vec::new();
        for (id, open) in &self.open {
            let standing = |occurrence: &OccurrenceId| Standing { id: *id, occurrence: occurrence.clone() };
            all.extend(open.about.days().iter().map(standing));
        }
        all.sort_by_key(|standing| standing.id);
        all
    }

    /// The occurrences that are open, in the order of the ids.
    pub(super) fn occurrences(&self) -> Vec<OccurrenceId> {
        let mut open: Vec<_> = self.open.iter().collect();
        open.sort_by_key(|(id, _)| **id);
        open.into_iter().flat_map(|(_, open)| open.about.occurrences().cloned()).collect()
    }

    /// Takes those about what is wanted, in the order of the ids.
    pub(super) fn take(
        &mut self,
        is_wanted: impl Fn(&NotificationSubject) -> bool,
    ) -> Vec<(u32, NotificationSubject)> {
        let taken = self.open.extract_if(|_, open| is_wanted(&open.about));
        let mut taken: Vec<_> = taken.map(|(id, open)| (id, open.about)).collect();
        taken.sort_by_key(|(id, _)| *id);
        taken
    }

    /// Forgets what a server had, and gives what it was about.
    pub(super) fn drop_of(&mut self, owner: &str) -> Vec<NotificationSubject> {
        self.early.clear();
        self.open.extract_if(|_, open| open.owner == owner).map(|(_, open)| open.about).collect()
    }

    /// Forgets all, and gives what it was about.
    pub(super) fn drop_all(&mut self) -> Vec<NotificationSubject> {
        (self.sent, self.early) = (0, Vec::new());
        self.open.drain().map(|(_, open)| open.about).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(day: &str) -> NotificationSubject {
        NotificationSubject::Occurrence(OccurrenceId::new(day, "2027-01-20".parse().unwrap()))
    }

    #[test]
    fn an_answer_that_is_quicker_than_the_id_is_heard() {
        let mut open = OpenNotifications::default();
        open.sent();
        open.sent();
        for signal in [Signal::Token("t".to_owned()), Signal::Action("read".to_owned()), Signal::Closed(2)] {
            assert_eq!(open.hear(7, signal, false), None);
        }
        assert!(open.accepted(6, &about("other"), ":1.2").is_empty());
        assert_eq!(open.early_answer(Some(6), false), None);
        assert!(open.accepted(7, &about("x"), ":1.2").is_empty());
        assert_eq!(open.early_answer(Some(7), false), Some(Answer::Read(Some("t".to_owned()))));
        assert_eq!(open.occurrences().len(), 1);
    }

    #[test]
    fn a_key_that_is_not_ours_answers_nothing() {
        let mut open = OpenNotifications::default();
        open.insert(1, about("x"), ":1.2".to_owned());
        assert_eq!(open.hear(1, Signal::Action("settings".to_owned()), false), None);
        assert_eq!(
            open.hear(1, Signal::Action("later".to_owned()), false),
            Some((about("x"), Answer::Later))
        );
    }

    #[test]
    fn ids_that_mean_nothing_are_forgotten_and_a_second_copy_is_told() {
        let mut open = OpenNotifications::default();
        open.sent();
        assert!(open.accepted(0, &about("x"), ":1.2").is_empty());
        assert_eq!(open.early_answer(Some(0), false), None);
        assert!(open.is_idle());
        // The same id always: the last one has it.
        open.accepted(1, &about("x"), ":1.2");
        assert!(open.accepted(1, &about("y"), ":1.2").is_empty());
        assert_eq!(open.hear(1, Signal::Closed(2), false), Some((about("y"), Answer::Closed)));
        // A late answer to a notification that was given up and sent again.
        open.accepted(3, &about("x"), ":1.2");
        assert_eq!(open.accepted(4, &about("x"), ":1.2"), [3]);
        assert_eq!(open.drop_of(":1.9"), []);
        assert_eq!(open.drop_of(":1.2"), [about("x")]);
    }

    #[test]
    fn what_a_notification_of_ours_pushes_out_is_not_unseen() {
        let dropped = Some((about("x"), Answer::Expired));
        let mut open = OpenNotifications::default();
        open.sent();
        open.accepted(1, &about("x"), ":1.2");
        open.early_answer(Some(1), false);
        assert_eq!(open.hear(1, Signal::Closed(1), false), dropped, "the only one");
        // Before the server has answered the next one, and just after.
        for is_answered in [false, true] {
            open.accepted(1, &about("x"), ":1.2");
            open.sent();
            if is_answered {
                open.accepted(2, &about("y"), ":1.2");
                open.early_answer(Some(2), false);
                // The one that came last was not pushed out.
                assert_eq!(open.hear(2, Signal::Closed(4), false), Some((about("y"), Answer::Dropped)));
            }
            assert_eq!(open.hear(1, Signal::Closed(1), false), Some((about("x"), Answer::Displaced)));
            open.early_answer(None, false);
        }
        // A person who closes it at that time has closed it.
        open.accepted(1, &about("x"), ":1.2");
        open.sent();
        assert_eq!(open.hear(1, Signal::Closed(2), false), Some((about("x"), Answer::Closed)));
    }

    #[test]
    fn a_list_stands_for_each_of_its_days() {
        let id = |day: &str| OccurrenceId::new(day, "2027-01-20".parse().unwrap());
        let list = NotificationSubject::List { days: vec![id("a"), id("b")], moments: vec![id("c")] };
        let mut open = OpenNotifications::default();
        open.insert(7, list.clone(), ":1.2".to_owned());
        assert_eq!(open.occurrences(), [id("a"), id("b"), id("c")]);
        assert_eq!(open.standing().iter().map(|standing| standing.id).collect::<Vec<_>>(), [7, 7]);
        assert!(list.is_of(Some("c")) && list.is_of(None) && !list.is_of(Some("d")));
        assert_eq!(open.hear(7, Signal::Action("later".to_owned()), false), Some((list, Answer::Later)));
    }
}
