//! The steps by which something that failed is tried again, and when a notification server is started.

use chrono::{DateTime, TimeDelta, Utc};

/// How long to wait after the first failure, the second and so on; the last goes on.
const WAITS: [TimeDelta; 4] =
    [TimeDelta::seconds(15), TimeDelta::minutes(1), TimeDelta::minutes(5), TimeDelta::minutes(15)];

/// A server that stays on the bus for this long has started well.
const STAYS: TimeDelta = TimeDelta::minutes(1);

/// How long to wait, by the number of failures before.
pub(super) fn wait(failures: usize) -> TimeDelta {
    WAITS[failures.min(WAITS.len() - 1)]
}

/// Attempts of one kind, each later than the one before.
#[derive(Debug, Default)]
pub(super) struct Attempts {
    count: usize,
    not_before: Option<DateTime<Utc>>,
    /// Why the last one failed.
    failure: Option<String>,
    /// One was made before its time.
    is_hurried: bool,
}

impl Attempts {
    /// Whether the time for the next attempt has come.
    pub(super) fn may_begin(&self, now: DateTime<Utc>) -> bool {
        self.not_before.is_none_or(|time| time <= now)
    }

    /// An attempt begins.
    pub(super) fn begin(&mut self, now: DateTime<Utc>) {
        self.not_before = Some(now + wait(self.count));
        self.count += 1;
        self.failure = None;
    }

    /// The last attempt failed.
    pub(super) fn failed(&mut self, why: String) {
        self.failure = Some(why);
    }

    /// The next attempt may begin at once; once in a series.
    pub(super) fn hurry(&mut self) {
        if !std::mem::replace(&mut self.is_hurried, true) {
            self.not_before = None;
        }
    }

    /// The clock was set: times reckoned by the old one mean nothing.
    pub(super) fn clock_was_set(&mut self, now: DateTime<Utc>) {
        let latest = now + wait(self.count.saturating_sub(1));
        self.not_before = self.not_before.map(|time| time.min(latest));
    }

    /// When the next attempt may begin, where it may not now.
    pub(super) fn next(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.not_before.filter(|time| *time > now)
    }
}

/// When the bus may be asked to start a notification server.
///
/// A server that is started before there is a screen takes its name and ends; each start makes the bus signal an owner
/// that comes and goes. So starts are counted here, whatever the bus tells.
#[derive(Debug, Default)]
pub(super) struct Starts {
    /// Since a server last stayed.
    pub(super) attempts: Attempts,
    /// When the present server came.
    came_at: Option<DateTime<Utc>>,
}

impl Starts {
    /// A server has the name.
    pub(super) fn came(&mut self, now: DateTime<Utc>) {
        self.came_at = Some(now);
    }

    /// The server has gone.
    pub(super) fn went(&mut self, now: DateTime<Utc>) {
        if self.came_at.take().is_some_and(|came| now - came >= STAYS) {
            self.attempts = Attempts::default();
        }
    }

    /// The clock was set: times reckoned by the old one mean nothing.
    pub(super) fn clock_was_set(&mut self, now: DateTime<Utc>) {
        self.attempts.clock_was_set(now);
        self.came_at = self.came_at.map(|came| came.min(now));
    }

    /// Whether the attempt that has begun is one of the first, which a session without a display does without.
    pub(super) fn needs_display(&self) -> bool {
        self.attempts.count < WAITS.len()
    }

    /// Why there is no server although the bus can start one.
    pub(super) fn why(&self) -> String {
        self.attempts.failure.clone().unwrap_or_else(|| "it ended again".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_dies_is_started_by_steps_and_one_that_stayed_at_once() {
        let begin: DateTime<Utc> = "2027-01-20T05:00:00Z".parse().unwrap();
        let mut starts = Starts::default();
        let (mut now, mut started) = (begin, Vec::new());
        while now < begin + TimeDelta::minutes(40) {
            if starts.attempts.may_begin(now) {
                starts.attempts.begin(now);
                // The bus signals it twice, and each time asks whether to start it.
                starts.came(now);
                starts.went(now + TimeDelta::milliseconds(50));
                assert!(!starts.attempts.may_begin(now + TimeDelta::milliseconds(50)));
                assert_eq!(starts.attempts.next(now), Some(now + wait(started.len())));
                started.push((now - begin).num_seconds());
            }
            now += TimeDelta::seconds(1);
        }
        assert_eq!(started, [0, 15, 75, 375, 1275, 2175]);
        assert!(!starts.needs_display());
        starts.came(now);
        starts.went(now + STAYS);
        assert!(starts.attempts.may_begin(now + STAYS));
    }

    #[test]
    fn an_attempt_before_its_time_is_made_once_in_a_series() {
        let mut now: DateTime<Utc> = "2027-01-20T05:00:00Z".parse().unwrap();
        let mut attempts = Attempts::default();
        for is_first in [true, false] {
            attempts.begin(now);
            now += TimeDelta::seconds(1);
            attempts.hurry();
            assert_eq!(attempts.may_begin(now), is_first);
        }
    }

    #[test]
    fn a_clock_that_is_put_back_keeps_no_server_from_being_started() {
        let now: DateTime<Utc> = "2027-01-20T05:00:00Z".parse().unwrap();
        let mut starts = Starts::default();
        starts.attempts.begin(now);
        assert!(starts.needs_display());
        let back = now - TimeDelta::days(400);
        starts.clock_was_set(back);
        assert_eq!(starts.attempts.next(back), Some(back + TimeDelta::seconds(15)));
    }
}
