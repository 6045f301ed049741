//! One history: a machine that is kept for years by someone who closes its lid, sets its clock,
//! travels, edits the configuration, and sometimes pulls the plug.

mod events;

use super::faults::{self, SimulatedFault, faulty_step};
use super::machine::{Machine, Sent, SimulatedDisk, SimulatedServer};
use super::oracle::Oracle;
use super::plans::any_plan;
use super::zones::SimulatedZone;
use crate::engine::{Engine, FlightId, LedgerFile, ServerRequest, ShowError, Together};
use crate::occurrence::OccurrenceId;
use crate::schedule::{Ledger, LedgerEntry, LedgerLines, Now, Plan};
use crate::zone::Zone;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::VecDeque;
use std::rc::Rc;

/// How many of the last events are told when a promise is broken.
const TOLD: usize = 25;

/// After this many tries somebody fixes the server.
const MOST_TRIES: u32 = 40;

/// What a server or a disk refused is tried again by then.
const LONGEST_WAIT: TimeDelta = TimeDelta::hours(1);

/// How far a clock may be off and still be called right.
const OFF: i64 = 11 * 3600;

pub(super) struct History {
    chance: fastrand::Rng,
    machine: Rc<Machine>,
    engine: Option<Engine<SimulatedDisk>>,
    zone: Zone,
    wake: Option<DateTime<Utc>>,
    /// How far the clock is ahead.
    off: TimeDelta,
    /// The last events, for a person to read.
    pub(super) told: VecDeque<String>,
}

impl History {
    pub(super) fn new(seed: u64, fault: Option<SimulatedFault>) -> Self {
        let mut chance = fastrand::Rng::with_seed(seed);
        let now: DateTime<Utc> = "2026-11-23T10:00:00Z".parse().unwrap();
        let now = now + TimeDelta::seconds(chance.i64(0..5 * 366 * 86_400));
        let oracle = Oracle::new(any_plan(&mut chance), SimulatedZone::Fixed(240));
        let machine = Rc::new(Machine::new(now, chance.u64(..), oracle, fault));
        let zone = SimulatedZone::Fixed(240).zone();
        let (engine, wake, off) = (None, None, TimeDelta::zero());
        Self { chance, machine, engine, zone, wake, off, told: VecDeque::new() }
    }

    /// Lives for this many years, and gives how many notifications were shown.
    pub(super) fn live(&mut self, years: i64) -> u64 {
        let end = self.now() + TimeDelta::days(years * 366);
        self.start();
        while self.now() - self.off < end {
            let gap = self.gap();
            self.pass(gap);
            self.event();
        }
        self.machine.oracle.borrow().shown
    }

    fn now(&self) -> DateTime<Utc> {
        self.machine.now.get()
    }

    fn say(&mut self, what: impl FnOnce() -> String) {
        let told = format!("{} {}", self.now(), what());
        // Of the same thing again and again, the last time.
        let is_again = |last: &String| last.get(23..) == told.get(23..);
        if self.told.len() == TOLD {
            self.told.pop_front();
        }
        if self.told.back().is_some_and(is_again) {
            self.told.pop_back();
        }
        self.told.push_back(told);
    }

    /// How long until the next event: often close to the next reminder.
    fn gap(&mut self) -> TimeDelta {
        let until_wake = self.wake.map_or(i64::MAX, |wake| (wake - self.now()).num_seconds());
        if until_wake < 400 * 86_400 && self.chance.bool() {
            return TimeDelta::seconds((until_wake + self.chance.i64(-60..7200)).max(0));
        }
        // Three days on average, most often less than an hour or a few, seldom weeks.
        let longest = 1 << self.chance.u32(6..23);
        TimeDelta::seconds(self.chance.i64(0..longest))
    }

    /// Lets time pass; the alarm rings when it should, and late answers come.
    fn pass(&mut self, gap: TimeDelta) {
        let end = self.now() + gap;
        let mut tries = 0;
        while self.engine.is_some() {
            tries += 1;
            if tries % MOST_TRIES == 0 && self.machine.server.get() != SimulatedServer::Accepts {
                self.server_becomes(SimulatedServer::Accepts);
                continue;
            }
            let answer = self.machine.answers.borrow().iter().map(|answer| answer.at).min();
            let Some(next) = self.wake.into_iter().chain(answer).min().filter(|next| *next <= end) else {
                break;
            };
            let now = self.now();
            self.machine.now.set(now.max(next));
            if answer.is_some_and(|answer| answer <= self.now()) {
                self.answers_come();
                continue;
            }
            self.turn("the alarm rings");
            let is_later = self.now() > now.max(next) || self.wake.is_none_or(|wake| wake > self.now());
            assert!(is_later, "the alarm rings again and again at {now}");
        }
        if self.now() < end {
            self.machine.now.set(end);
        }
    }

    /// The server answers what it took some time ago.
    fn answers_come(&mut self) {
        let now = self.now();
        let due =
            self.machine.answers.borrow_mut().extract_if(.., |answer| answer.at <= now).collect::<Vec<_>>();
        for answer in due {
            let Some(engine) = &mut self.engine else { return };
            self.machine.oracle.borrow_mut().hears(answer.id, now);
            engine.delivered(answer.id, answer.result.as_ref().copied(), now);
            if self.machine.is_dead.get() {
                return self.die();
            }
        }
        self.turn("a late answer comes");
    }

    /// One turn of the daemon, held against the oracle; restarts it if the turn killed it.
    fn turn(&mut self, why: &str) {
        self.say(|| why.to_owned());
        let Some(mut engine) = self.engine.take() else { return };
        let machine = Rc::clone(&self.machine);
        let oracle_plan = machine.oracle.borrow().plan.clone();
        let plan = faults::plan(machine.fault, &oracle_plan);
        let zone = self.zone.clone();
        let now = Now { instant: self.now(), zone: &zone };
        let mut wake;
        loop {
            engine.flights.look(now.instant);
            let step = faulty_step(&plan, &engine.ledger.ledger, now, &machine);
            let mut missed = step.missed.clone();
            missed.retain(|missed| !engine.is_in_flight(&missed.occurrence()));
            machine.oracle.borrow_mut().misses(&missed, now.instant);
            let mut decision = engine.carry_out(step, now.instant, &machine.screen(), false);
            wake = decision.wake;
            if matches!(decision.server, Some(ServerRequest::Start { .. })) {
                machine.starts_a_server();
                engine.server_came(now.instant);
                engine.server_went(now.instant);
                continue;
            }
            let has_asked = decision.server == Some(ServerRequest::AskAgain);
            if has_asked && machine.server.get() != SimulatedServer::Hangs {
                engine.server_answers(now.instant);
            }
            if machine.fault == Some(SimulatedFault::ManyAtOnce) {
                decision.send = one_by_one(decision.send);
            }
            let has_sent = !decision.send.is_empty();
            if !machine.is_dead.get() {
                send(&mut engine, &machine, decision.send);
            }
            if machine.is_dead.get() {
                drop(engine);
                return self.die();
            }
            if !has_sent && !has_asked {
                break;
            }
        }
        let wake = faults::wake(&plan, &engine.ledger.ledger, now, machine.fault, wake);
        let could = machine.server.get() == SimulatedServer::Accepts
            && engine.pending() == 0
            && engine.flights.count() == 0;
        machine.oracle.borrow_mut().after_turn(self.now(), wake, could);
        if engine.ledger.is_saved() {
            machine.oracle.borrow_mut().is_saved();
        }
        // Of a server that changes its mind, or a disk that has room again, nobody tells.
        // What a server has twice and answers neither time is left to it until it ends.
        let is_refused = engine.retries.count() > engine.flights.overdue()
            && machine.server.get() != SimulatedServer::Absent;
        if is_refused || engine.flights.next(self.now()).is_some() || !engine.ledger.is_saved() {
            let is_soon = wake.is_some_and(|wake| wake <= self.now() + LONGEST_WAIT);
            assert!(is_soon, "what was refused at {} is left until {wake:?}", self.now());
        }
        self.wake = wake;
        self.engine = Some(engine);
    }

    /// The process was killed; or the power went.
    fn die(&mut self) {
        let is_cut = self.chance.bool();
        if is_cut {
            self.machine.cut_power();
        }
        self.say(|| format!("killed{}", if is_cut { " by a power cut" } else { "" }));
        // A clock that stays wrong for days counts as right: here it does not.
        if !self.machine.oracle.borrow().is_wrong && self.chance.bool() {
            let off = self.chance.i64(0..4 * 86_400);
            self.machine.now.set(self.now() + TimeDelta::seconds(off));
        }
        self.start();
    }

    fn start(&mut self) {
        self.machine.fuse.set(None);
        self.machine.is_dead.set(false);
        self.machine.answers.borrow_mut().clear();
        let disk = SimulatedDisk::new(Rc::clone(&self.machine));
        let engine = Engine::new(LedgerFile::on(disk, self.now()));
        self.machine.oracle.borrow_mut().forgets_all_but(&self.machine.written(), self.now());
        self.engine = Some(engine);
        self.turn("starts");
    }

    fn stop(&mut self, off: TimeDelta) {
        if let Some(mut engine) = self.engine.take() {
            if self.machine.fault != Some(SimulatedFault::AnAnswerIsNotSavedAtTheEnd) {
                engine.end(self.now());
            }
            if !self.machine.is_dead.get() && !self.machine.is_disk_full.get() {
                let on_disk = LedgerLines::read(&self.machine.written()).expect("it is a ledger");
                let is_whole = Ledger::of(on_disk) == engine.ledger.ledger;
                assert!(is_whole, "something of the ledger was not on the disk at {}", self.now());
            }
        }
        if self.chance.bool() {
            // Nothing that was recorded is lost by it.
            self.machine.cut_power();
        }
        self.machine.now.set(self.now() + off);
        self.start();
    }
}

/// The same notifications, each by itself.
fn one_by_one(all: Vec<(FlightId, Together<'_>)>) -> Vec<(FlightId, Together<'_>)> {
    all.into_iter().flat_map(|(id, shows)| shows.into_iter().map(move |show| (id, vec![show]))).collect()
}

/// Sends notifications, and has the engine hear what the server answers at once.
fn send(engine: &mut Engine<SimulatedDisk>, machine: &Machine, all: Vec<(FlightId, Together<'_>)>) {
    let now = machine.now.get();
    let mut answers = Vec::new();
    assert!(all.len() <= 3, "more than three notifications at once: {all:?}");
    for (id, shows) in all {
        if machine.fault == Some(SimulatedFault::RecordedBeforeItIsShown) {
            engine.delivered(id, Ok(()), now);
        }
        match machine.send(id, &shows) {
            Sent::Killed => return,
            Sent::Pending => {}
            Sent::Answered(result) => answers.push((id, result)),
        }
    }
    for (id, result) in answers {
        machine.oracle.borrow_mut().hears(id, now);
        machine.unanswered.borrow_mut().retain(|pending| *pending != id);
        engine.delivered(id, result.as_ref().copied(), now);
        if result == Err(ShowError::ServerLost) {
            engine.server_went(now);
            engine.server_came(now);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::Day;

    /// A machine in Baku that keeps January 20 and shows it at 09:00 there.
    fn black_january() -> History {
        let mut history = History::new(0, None);
        let plan = Plan::new(vec![Day::new("d0", "D", "January 20")]);
        history.machine.oracle.borrow_mut().plan = plan;
        history.machine.now.set("2027-01-20T04:59:00Z".parse().unwrap());
        history.start();
        history
    }

    #[test]
    fn what_a_server_takes_with_it_before_it_answers_is_shown_again_also_where_it_was_put_off() {
        let mut history = black_january();
        history.pass(TimeDelta::minutes(5));
        assert_eq!(history.machine.oracle.borrow().shown, 1);
        let occurrence = OccurrenceId::new("d0", "2027-01-20".parse().unwrap());
        let (now, until) = (history.now(), history.now() + TimeDelta::hours(1));
        history.engine.as_mut().unwrap().record(LedgerEntry::snoozed(occurrence.clone(), now, until), now);
        history.machine.oracle.borrow_mut().answers(&occurrence, Some(until));
        history.turn("it is put off");
        history.server_becomes(SimulatedServer::AnswersLate);
        history.pass(TimeDelta::hours(1));
        assert_eq!(history.machine.oracle.borrow().shown, 2, "it came back");
        history.server_becomes(SimulatedServer::EndsAtStart);
        history.pass(TimeDelta::minutes(20));
        history.server_becomes(SimulatedServer::Accepts);
        history.pass(TimeDelta::days(10));
        assert_eq!(history.machine.oracle.borrow().shown, 3);
    }
}
