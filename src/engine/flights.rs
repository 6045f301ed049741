//! Notifications that were sent and not answered yet: none of them is sent twice.

use super::retry_queue::NotificationKey;
use crate::occurrence::OccurrenceId;
use crate::schedule::LedgerEntry;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::HashSet;

/// After this long without an answer, a person is told that the server does not answer.
const OVERDUE: TimeDelta = TimeDelta::seconds(25);

/// After this long without an answer the notification may be lost: where the server answers a question asked since,
/// it is sent once more.
const LONGEST: TimeDelta = TimeDelta::minutes(10);

/// Which sending: each has a number of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct FlightId(u64);

/// How long a sending has been without an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Phase {
    /// Not long.
    Fresh,
    /// A person is to be told.
    Overdue,
    /// A person was told.
    Reported,
    /// No answer is expected any more; a late one counts all the same.
    GivenUp,
}

/// One sending: of one notification, or of one that lists several.
#[derive(Debug)]
pub(super) struct Flight {
    id: FlightId,
    /// The notifications that it stands for, at least one.
    pub(super) keys: HashSet<NotificationKey>,
    occurrences: HashSet<OccurrenceId>,
    /// What is recorded once the server has accepted it.
    pub(super) entries: Vec<LedgerEntry>,
    sent: DateTime<Utc>,
    phase: Phase,
    /// It is the second sending to the same server, and the last.
    is_second: bool,
}

impl Flight {
    fn is_expired(&self, now: DateTime<Utc>) -> bool {
        self.phase != Phase::GivenUp && !self.is_second && now - self.sent >= LONGEST
    }
}

/// All sendings without an answer.
#[derive(Debug, Default)]
pub(super) struct Flights {
    flights: Vec<Flight>,
    last: u64,
}

impl Flights {
    /// Begins a sending.
    pub(super) fn send(
        &mut self,
        keys: HashSet<NotificationKey>,
        entries: Vec<LedgerEntry>,
        now: DateTime<Utc>,
    ) -> FlightId {
        self.last += 1;
        let id = FlightId(self.last);
        let is_second = self.flights.iter().any(|flight| !flight.keys.is_disjoint(&keys));
        let occurrences = keys.iter().map(|(occurrence, _)| occurrence.clone()).collect();
        self.flights.push(Flight {
            id,
            keys,
            occurrences,
            entries,
            sent: now,
            phase: Phase::Fresh,
            is_second,
        });
        id
    }

    /// Takes the time into account.
    pub(super) fn look(&mut self, now: DateTime<Utc>) {
        for flight in &mut self.flights {
            // The clock may have been set back.
            flight.sent = flight.sent.min(now);
            if now - flight.sent >= OVERDUE {
                flight.phase = flight.phase.max(Phase::Overdue);
            }
        }
    }

    /// Whether one may be lost, so that the server has to be asked whether it answers at all.
    pub(super) fn may_be_lost(&self, now: DateTime<Utc>) -> bool {
        self.flights.iter().any(|flight| flight.is_expired(now))
    }

    /// The server has answered a question: what it has not answered for so long is lost.
    pub(super) fn server_answers(&mut self, now: DateTime<Utc>) {
        for flight in &mut self.flights {
            if flight.is_expired(now) {
                flight.phase = Phase::GivenUp;
            }
        }
    }

    /// Whether a notification of this occurrence is under way.
    pub(super) fn has(&self, occurrence: &OccurrenceId) -> bool {
        let is_waited_for = |flight: &&Flight| flight.phase != Phase::GivenUp;
        self.flights.iter().filter(is_waited_for).any(|flight| flight.occurrences.contains(occurrence))
    }

    /// The notifications whose sending has become overdue; each once.
    pub(super) fn newly_overdue(&mut self) -> HashSet<NotificationKey> {
        let overdue = self.flights.iter_mut().filter(|flight| flight.phase == Phase::Overdue);
        let keys = overdue.flat_map(|flight| {
            flight.phase = Phase::Reported;
            flight.keys.iter().cloned()
        });
        keys.collect()
    }

    /// Whether one was sent just now.
    pub(super) fn has_fresh(&self) -> bool {
        self.flights.iter().any(|flight| flight.phase == Phase::Fresh)
    }

    /// How many notifications are overdue, and neither answered nor given up.
    pub(super) fn overdue(&self) -> usize {
        let is_overdue = |flight: &&Flight| matches!(flight.phase, Phase::Overdue | Phase::Reported);
        self.flights.iter().filter(is_overdue).map(|flight| flight.keys.len()).sum()
    }

    /// The answer to a sending has come; `None` where it is not waited for. True where it was given up before.
    pub(super) fn take(&mut self, id: FlightId) -> Option<(Flight, bool)> {
        let index = self.flights.iter().position(|flight| flight.id == id)?;
        let flight = self.flights.remove(index);
        let is_given_up = flight.phase == Phase::GivenUp;
        Some((flight, is_given_up))
    }

    /// The clock was set, or the machine has slept: each sending is as old as if it had begun now.
    pub(super) fn clock_was_set(&mut self, now: DateTime<Utc>) {
        self.flights.iter_mut().for_each(|flight| flight.sent = now);
    }

    /// How many are neither answered nor given up.
    #[cfg(test)]
    pub(super) fn count(&self) -> usize {
        self.flights.iter().filter(|flight| flight.phase != Phase::GivenUp).count()
    }

    /// The bus is gone: no answer will come.
    pub(super) fn clear(&mut self) {
        self.flights.clear();
    }

    /// The next time after `now` to look.
    pub(super) fn next(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let time = |flight: &Flight| match flight.phase {
            Phase::Fresh => Some(flight.sent + OVERDUE),
            Phase::Overdue | Phase::Reported if !flight.is_second => Some(flight.sent + LONGEST),
            Phase::Overdue | Phase::Reported | Phase::GivenUp => None,
        };
        self.flights.iter().filter_map(time).filter(|time| *time > now).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn each_answer_belongs_to_the_sending_of_its_number() {
        let now: DateTime<Utc> = "2027-01-20T05:00:00Z".parse().unwrap();
        let date = NaiveDate::from_ymd_opt(2027, 1, 20).unwrap();
        let keys = |day: &str| HashSet::from([(OccurrenceId::new(day, date), now)]);
        let mut flights = Flights::default();
        let first = flights.send(keys("a"), Vec::new(), now);
        let second = flights.send(keys("b"), Vec::new(), now);
        assert_eq!(flights.take(second).unwrap().0.keys, keys("b"));
        assert_eq!(flights.take(first).unwrap().0.keys, keys("a"));
        assert!(flights.take(first).is_none());
    }
}
