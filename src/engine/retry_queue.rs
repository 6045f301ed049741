//! Notifications that the desktop did not take: which they are, and when each is tried again.

use super::ShowError;
use crate::occurrence::OccurrenceId;
use crate::schedule::DueNotification;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::{HashMap, HashSet};

/// How long after a server that should be there refused a notification it is tried again; the last of
/// these goes on for as long as the notification is due. A server that is not there is waited for instead.
const RETRIES: [TimeDelta; 4] =
    [TimeDelta::seconds(15), TimeDelta::minutes(1), TimeDelta::minutes(10), TimeDelta::hours(1)];

/// Which notification: the id of the day, the date, and when it was due.
type Key = (OccurrenceId, DateTime<Utc>);

fn key(show: &DueNotification<'_>) -> Key {
    (show.occurrence(), show.due)
}

/// The notifications that are held back.
#[derive(Debug, Default)]
pub(crate) struct RetryQueue {
    held: HashMap<Key, One>,
    /// What was printed in their place, so that each is printed once.
    printed: HashSet<Key>,
}

#[derive(Debug)]
struct One {
    /// When to try again without being told; `None` waits for a change.
    retry: Option<DateTime<Utc>>,
    tries: usize,
}

impl RetryQueue {
    /// Whether a notification has to wait.
    pub(crate) fn waits(&self, show: &DueNotification<'_>, now: DateTime<Utc>) -> bool {
        let waits = |one: &One| one.retry.is_none_or(|retry| retry > now);
        self.held.get(&key(show)).is_some_and(waits)
    }

    /// Holds a notification back; true the first time, when it is to be printed.
    pub(crate) fn hold(
        &mut self,
        show: &DueNotification<'_>,
        unshown: &ShowError,
        now: DateTime<Utc>,
    ) -> bool {
        let key = key(show);
        let tries = self.held.get(&key).map_or(0, |one| one.tries);
        let wait = RETRIES.get(tries).or(RETRIES.last()).copied();
        let retry = match unshown {
            ShowError::Refused(_) => wait.map(|wait| now + wait),
            ShowError::NoServer | ShowError::NoBus(_) => None,
        };
        self.held.insert(key.clone(), One { retry, tries: tries + 1 });
        self.printed.insert(key)
    }

    /// Lets go of a notification that was shown.
    pub(crate) fn release(&mut self, show: &DueNotification<'_>) {
        self.held.remove(&key(show));
    }

    /// Lets go of all that is not among these any more.
    pub(crate) fn keep_only(&mut self, shows: &[DueNotification<'_>]) {
        let keys: HashSet<Key> = shows.iter().map(key).collect();
        self.held.retain(|key, _| keys.contains(key));
        self.printed.retain(|key| keys.contains(key));
    }

    /// Has each tried again at the next turn: something has changed.
    pub(crate) fn try_again(&mut self) {
        self.held.clear();
    }

    /// The next time to try one again.
    pub(crate) fn retry(&self) -> Option<DateTime<Utc>> {
        self.held.values().filter_map(|one| one.retry).min()
    }

    /// How many are held back.
    pub(crate) fn count(&self) -> usize {
        self.held.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::Day;
    use crate::schedule::ReminderKind;
    use chrono::NaiveDate;

    #[test]
    fn a_refused_notification_is_tried_again_less_and_less_often() {
        let day = Day::new("x", "X", "January 20");
        let due: DateTime<Utc> = "2027-01-20T05:00:00Z".parse().unwrap();
        let date = NaiveDate::from_ymd_opt(2027, 1, 20).unwrap();
        let show = DueNotification { day: &day, date, kind: ReminderKind::Day, due, reminders: Vec::new() };
        let mut held = RetryQueue::default();
        let mut now = due;
        for (index, seconds) in [15, 60, 600, 3600, 3600].into_iter().enumerate() {
            assert_eq!(held.hold(&show, &ShowError::Refused(String::new()), now), index == 0);
            assert_eq!(held.retry(), Some(now + TimeDelta::seconds(seconds)));
            assert!(held.waits(&show, now) && !held.waits(&show, now + TimeDelta::seconds(seconds)));
            now += TimeDelta::seconds(seconds);
        }
        // Where there is no server, only a change helps.
        held.hold(&show, &ShowError::NoServer, now);
        assert!(held.retry().is_none() && held.waits(&show, now + TimeDelta::days(1)));
        held.try_again();
        assert!(!held.waits(&show, now));
    }

    #[test]
    fn each_notification_is_held_back_by_itself() {
        let (one, other) = (Day::new("x", "X", "January 20"), Day::new("y", "Y", "January 20"));
        let due: DateTime<Utc> = "2027-01-20T05:00:00Z".parse().unwrap();
        let date = NaiveDate::from_ymd_opt(2027, 1, 20).unwrap();
        let show = |day| DueNotification { day, date, kind: ReminderKind::Day, due, reminders: Vec::new() };
        let (one, other) = (show(&one), show(&other));
        let next_year =
            DueNotification { date: NaiveDate::from_ymd_opt(2028, 1, 20).unwrap(), ..one.clone() };
        let later = DueNotification { due: due + TimeDelta::hours(3), ..one.clone() };
        let mut held = RetryQueue::default();
        held.hold(&one, &ShowError::NoServer, due);
        assert!(held.waits(&one, due));
        assert!([&other, &next_year, &later].iter().all(|show| !held.waits(show, due)));
        held.hold(&other, &ShowError::NoServer, due);
        held.keep_only(std::slice::from_ref(&other));
        assert!(!held.waits(&one, due) && held.waits(&other, due));
        held.release(&other);
        assert_eq!((held.count(), held.retry()), (0, None));
    }
}
