//! Notifications that the desktop did not take: which they are, and when each is tried again.

use super::ShowError;
use super::steps::wait;
use crate::occurrence::OccurrenceId;
use crate::schedule::DueNotification;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::{HashMap, HashSet};

/// How long Do Not Disturb is taken to stay on before it is looked at again.
const DO_NOT_DISTURB_RECHECK: TimeDelta = TimeDelta::minutes(5);

/// Which notification: the occurrence, and when it was due.
pub(super) type NotificationKey = (OccurrenceId, DateTime<Utc>);

pub(super) fn key(show: &DueNotification<'_>) -> NotificationKey {
    (show.occurrence(), show.due)
}

/// The notifications that are held back.
#[derive(Debug, Default)]
pub(crate) struct RetryQueue {
    held: HashMap<NotificationKey, HeldBack>,
    /// What was printed in their place, so that each is printed once.
    printed: HashSet<NotificationKey>,
}

#[derive(Debug)]
struct HeldBack {
    /// When to try again if nothing happens before; `None` waits for a server.
    retry: Option<DateTime<Utc>>,
    tries: usize,
    /// A server ended while it had the notification: the next one may end of it too, and is not given it at once.
    is_lost: bool,
    is_quiet: bool,
}

impl RetryQueue {
    /// Whether a notification has to wait.
    pub(super) fn waits(&self, key: &NotificationKey, now: DateTime<Utc>) -> bool {
        let waits = |held: &HeldBack| held.retry.is_none_or(|retry| retry > now);
        self.held.get(key).is_some_and(waits)
    }

    /// Holds a notification back; true the first time, when it is to be printed.
    pub(super) fn hold(&mut self, key: NotificationKey, why: &ShowError, now: DateTime<Utc>) -> bool {
        let tries = self.held.get(&key).map_or(0, |held| held.tries);
        let retry = match why {
            ShowError::Refused(_) | ShowError::ServerLost | ShowError::Unanswered => Some(now + wait(tries)),
            ShowError::DoNotDisturb => Some(now + DO_NOT_DISTURB_RECHECK),
            ShowError::NoServer | ShowError::NotStarted(_) | ShowError::NoBus(_) => None,
        };
        self.hold_until(key, why, retry)
    }

    /// Holds a notification back until `retry`, or until a server comes.
    pub(super) fn hold_until(
        &mut self,
        key: NotificationKey,
        why: &ShowError,
        retry: Option<DateTime<Utc>>,
    ) -> bool {
        let is_quiet = *why == ShowError::DoNotDisturb;
        let is_lost = *why == ShowError::ServerLost;
        let tries = self.held.get(&key).map_or(0, |held| held.tries) + usize::from(!is_quiet);
        self.held.insert(key.clone(), HeldBack { retry, tries, is_lost, is_quiet });
        !is_quiet && self.printed.insert(key)
    }

    /// Forgets a notification that was shown.
    pub(super) fn release(&mut self, key: &NotificationKey) {
        self.held.remove(key);
    }

    /// Forgets all that is not among these any more.
    pub(super) fn keep_only(&mut self, shows: &[DueNotification<'_>]) {
        let keys: HashSet<NotificationKey> = shows.iter().map(key).collect();
        self.held.retain(|key, _| keys.contains(key));
        self.printed.retain(|key| keys.contains(key));
    }

    /// Has each tried again at the next turn: something has changed.
    pub(super) fn try_again(&mut self) {
        self.held.clear();
    }

    /// What waits for the end of Do Not Disturb waits no longer than until `now`.
    pub(super) fn quiet_may_be_over(&mut self, now: DateTime<Utc>) {
        self.held.values_mut().filter(|held| held.is_quiet).for_each(|held| held.retry = Some(now));
    }

    /// A server has come: it is given what others did not take, unless one ended of it just now.
    pub(super) fn server_came(&mut self) {
        self.held.retain(|_, held| held.is_lost);
    }

    /// The next time after `now` to try one again.
    pub(super) fn retry(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.held.values().filter_map(|held| held.retry).filter(|retry| *retry > now).min()
    }

    /// How many are held back.
    pub(super) fn count(&self) -> usize {
        self.held.len()
    }

    /// Whether one waits for the end of Do Not Disturb.
    pub(super) fn is_quiet(&self) -> bool {
        self.held.values().any(|held| held.is_quiet)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::Day;
    use crate::schedule::ReminderKind;
    use chrono::NaiveDate;

    fn date(year: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, 1, 20).unwrap()
    }

    fn due() -> DateTime<Utc> {
        "2027-01-20T05:00:00Z".parse().unwrap()
    }

    fn a_key() -> NotificationKey {
        (OccurrenceId::new("x", date(2027)), due())
    }

    #[test]
    fn a_refused_notification_is_tried_again_less_and_less_often() {
        let mut held = RetryQueue::default();
        let mut now = due();
        for (index, seconds) in [15, 60, 300, 900, 900].into_iter().enumerate() {
            assert_eq!(held.hold(a_key(), &ShowError::Refused(String::new()), now), index == 0);
            assert_eq!(held.retry(now), Some(now + TimeDelta::seconds(seconds)));
            assert!(held.waits(&a_key(), now) && !held.waits(&a_key(), now + TimeDelta::seconds(seconds)));
            now += TimeDelta::seconds(seconds);
        }
        // Where there is no server, only a change helps.
        held.hold(a_key(), &ShowError::NoServer, now);
        assert!(held.retry(now).is_none() && held.waits(&a_key(), now + TimeDelta::days(1)));
        held.try_again();
        assert!(!held.waits(&a_key(), now));
    }

    #[test]
    fn a_new_server_is_given_what_was_refused_and_not_at_once_what_another_ended_of() {
        for (why, waits) in [
            (ShowError::NoServer, false),
            (ShowError::NotStarted(String::new()), false),
            (ShowError::Refused(String::new()), false),
            (ShowError::DoNotDisturb, false),
            (ShowError::ServerLost, true),
        ] {
            let mut held = RetryQueue::default();
            held.hold(a_key(), &why, due());
            held.server_came();
            assert_eq!(held.waits(&a_key(), due()), waits, "{why:?}");
        }
    }

    #[test]
    fn do_not_disturb_is_looked_at_again_and_printed_never() {
        let mut held = RetryQueue::default();
        for _ in 0..3 {
            assert!(!held.hold(a_key(), &ShowError::DoNotDisturb, due()));
            assert_eq!(held.retry(due()), Some(due() + DO_NOT_DISTURB_RECHECK));
            assert!(held.is_quiet());
        }
        // A sign that it may be over is enough to look.
        held.quiet_may_be_over(due());
        assert!(!held.waits(&a_key(), due()) && held.is_quiet() && held.retry(due()).is_none());
        // What is refused afterwards is refused for the first time.
        assert!(held.hold(a_key(), &ShowError::Refused(String::new()), due()));
        assert_eq!((held.retry(due()), held.is_quiet()), (Some(due() + TimeDelta::seconds(15)), false));
    }

    #[test]
    fn each_notification_is_held_back_by_itself() {
        let (one, other) = (Day::new("x", "X", "January 20"), Day::new("y", "Y", "January 20"));
        let show = |day| DueNotification {
            day,
            date: date(2027),
            kind: ReminderKind::Day,
            due: due(),
            reminders: Vec::new(),
        };
        let (one, other) = (show(&one), show(&other));
        let next_year = DueNotification { date: date(2028), ..one.clone() };
        let later = DueNotification { due: due() + TimeDelta::hours(3), ..one.clone() };
        let mut held = RetryQueue::default();
        held.hold(key(&one), &ShowError::NoServer, due());
        assert!(held.waits(&key(&one), due()));
        assert!([&other, &next_year, &later].iter().all(|show| !held.waits(&key(show), due())));
        held.hold(key(&other), &ShowError::NoServer, due());
        held.keep_only(std::slice::from_ref(&other));
        assert!(!held.waits(&key(&one), due()) && held.waits(&key(&other), due()));
        held.release(&key(&other));
        assert_eq!((held.count(), held.retry(due())), (0, None));
    }
}
