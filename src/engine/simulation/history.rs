//! One history: a machine that is kept for years by someone who closes its lid, sets its clock,
//! travels, edits the configuration, and sometimes pulls the plug.

use super::machine::{Machine, SimulatedDisk, SimulatedScreen, SimulatedServer};
use super::oracle::Oracle;
use super::zones::SimulatedZone;
use crate::day::Ceremony;
use crate::day::{Day, Moment, Offset};
use crate::engine::LedgerFile;
use crate::engine::{Engine, Turned};
use crate::schedule::{Ledger, LedgerEntry, LedgerLines, Now, Plan, Quiet, State, step};
use crate::zone::Zone;
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use std::collections::VecDeque;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// How many of the last events are told when a promise is broken.
const TOLD: usize = 25;

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
    pub(super) fn new(seed: u64) -> Self {
        let mut chance = fastrand::Rng::with_seed(seed);
        let now: DateTime<Utc> = "2026-11-23T10:00:00Z".parse().unwrap();
        let now = now + TimeDelta::seconds(chance.i64(0..5 * 366 * 86_400));
        let oracle = Oracle::new(any_plan(&mut chance), SimulatedZone::Fixed(240));
        let machine = Rc::new(Machine::new(now, chance.u64(..), oracle));
        let zone = SimulatedZone::Fixed(240).zone();
        let (engine, wake, off) = (None, None, TimeDelta::zero());
        Self { chance, machine, engine, zone, wake, off, told: VecDeque::new() }
    }

    /// Lives for so many years, and gives how many notifications were shown.
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
        // NotificationSubject nine days, often less, seldom much more.
        let longest = 1 << self.chance.u32(6..23);
        TimeDelta::seconds(self.chance.i64(0..longest))
    }

    /// Lets time pass; the alarm rings when it should.
    fn pass(&mut self, gap: TimeDelta) {
        let end = self.now() + gap;
        while self.engine.is_some()
            && let Some(wake) = self.wake.filter(|wake| *wake <= end)
        {
            let now = self.now();
            self.machine.now.set(now.max(wake));
            self.turn("the alarm rings");
            // A server that hangs takes its time, and then the alarm may ring at once.
            let is_later = self.now() > now.max(wake) || self.wake.is_none_or(|wake| wake > self.now());
            assert!(is_later, "the alarm rings again and again at {now}");
        }
        if self.now() < end {
            self.machine.now.set(end);
        }
    }

    /// One turn of the daemon, held against the oracle; restarts it if the turn killed it.
    fn turn(&mut self, why: &str) {
        self.say(|| why.to_owned());
        let Some(mut engine) = self.engine.take() else { return };
        let machine = Rc::clone(&self.machine);
        let plan = machine.oracle.borrow().plan.clone();
        let now = self.now();
        let due = step(&plan, &engine.ledger.ledger, Now { instant: now, zone: &self.zone });
        machine.oracle.borrow_mut().misses(&due.missed, now);
        let clock = || machine.now.get();
        let mut screen = SimulatedScreen(&machine);
        let turned = at_once(engine.turn(&plan, &self.zone, clock, &mut screen));
        if turned.should_exit || machine.is_dead.get() {
            drop(engine);
            self.die();
            return;
        }
        let could = machine.server.get() == SimulatedServer::Accepts && engine.retries.count() == 0;
        machine.oracle.borrow_mut().after_turn(self.now(), turned.wake, could);
        if engine.ledger.is_saved() {
            machine.oracle.borrow_mut().is_saved();
        }
        // Of a server that changes its mind, or a disk that has room again, nobody tells.
        let is_refused = engine.retries.count() > 0 && machine.server.get() != SimulatedServer::Absent;
        if is_refused || !engine.ledger.is_saved() {
            let is_soon = turned.wake.is_some_and(|wake| wake <= self.now() + LONGEST_WAIT);
            assert!(is_soon, "what was refused at {} is left until {:?}", self.now(), turned.wake);
        }
        self.wake = turned.wake;
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
        let disk = SimulatedDisk(Rc::clone(&self.machine));
        let engine = Engine::new(LedgerFile::on(disk, self.now()));
        self.machine.oracle.borrow_mut().forgets_all_but(&self.machine.written(), self.now());
        self.engine = Some(engine);
        self.turn("starts");
    }

    fn stop(&mut self, off: TimeDelta) {
        if let Some(mut engine) = self.engine.take() {
            engine.end(self.now());
            if !self.machine.is_dead.get() && !self.machine.is_disk_full.get() {
                let on_disk = LedgerLines::read(&self.machine.written()).expect("it is a ledger");
                let is_whole = Ledger::of(&on_disk) == engine.ledger.ledger;
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

    fn event(&mut self) {
        if self.machine.is_disk_full.get() && self.chance.u32(0..4) > 0 {
            self.say(|| "the disk is free again".to_owned());
            self.machine.is_disk_full.set(false);
        }
        match self.chance.u32(0..100) {
            0..12 => self.turn("an extra turn"),
            12..24 => {
                let asleep = TimeDelta::minutes(self.chance.i64(1..40 * 24 * 60));
                self.say(|| format!("sleeps for {} min", asleep.num_minutes()));
                self.machine.now.set(self.now() + asleep);
                self.clock_was_set("wakes");
            }
            24..34 => {
                let off = TimeDelta::minutes(self.chance.i64(0..60 * 24 * 60));
                self.say(|| format!("off for {} min", off.num_minutes()));
                self.stop(off);
            }
            34..48 => {
                let fuse = self.chance.u32(0..8);
                self.say(|| format!("will be killed after {fuse} actions"));
                self.machine.fuse.set(Some(fuse));
                self.pass(TimeDelta::days(30));
            }
            48..55 => {
                let off = TimeDelta::seconds(self.chance.i64(-OFF..OFF));
                self.set_clock(off);
            }
            55..58 => self.clock_goes_wrong(),
            58..65 => {
                let zone = SimulatedZone::ALL[self.chance.usize(..SimulatedZone::ALL.len())];
                self.say(|| format!("travels to {zone:?}"));
                self.machine.oracle.borrow_mut().zone = zone;
                self.zone = zone.zone();
                self.turn("the zone has changed");
            }
            65..77 => self.server_changes(),
            77..85 => {
                let plan = any_plan(&mut self.chance);
                let days: Vec<_> = plan.days.iter().map(|day| (&day.id, &day.remind)).collect();
                self.say(|| format!("reads another config, {:?}, {:?}: {days:?}", plan.catch_up, plan.quiet));
                self.machine.oracle.borrow_mut().plan = plan;
                if let Some(engine) = &mut self.engine {
                    engine.retries.try_again();
                }
                self.turn("has read it");
            }
            85..88 => {
                self.say(|| "the disk is full".to_owned());
                self.machine.is_disk_full.set(true);
            }
            _ => self.answer(),
        }
    }

    fn clock_was_set(&mut self, why: &str) {
        if let Some(engine) = &mut self.engine {
            engine.retries.try_again();
        }
        self.turn(why);
    }

    fn set_clock(&mut self, off: TimeDelta) {
        let now = self.now();
        self.machine.now.set(now - self.off + off);
        self.off = off;
        self.clock_was_set(&format!("the clock is set from {now}"));
    }

    /// The clock is wrong by days or decades for some hours, while the daemon runs or starts.
    fn clock_goes_wrong(&mut self) {
        self.machine.oracle.borrow_mut().is_wrong = true;
        let is_ahead = self.chance.bool();
        let (days, hours) = match (is_ahead, self.chance.bool()) {
            (true, true) => (self.chance.i64(1..30), self.chance.i64(1..20 * 24)),
            (true, false) => (self.chance.i64(30..15_000), self.chance.i64(1..20 * 24)),
            // A clock that stays behind for a day is taken to be right.
            (false, _) => (-self.chance.i64(2..800), self.chance.i64(1..20)),
        };
        self.set_clock(TimeDelta::days(days) + TimeDelta::seconds(2 * OFF));
        for _ in 0..3 {
            if self.chance.bool() {
                self.stop(TimeDelta::zero());
            }
            self.pass(TimeDelta::minutes(hours * 20));
        }
        self.machine.oracle.borrow_mut().is_wrong = false;
        self.set_clock(TimeDelta::zero());
    }

    fn server_changes(&mut self) {
        let before = self.machine.server.get();
        let server = match self.chance.u32(0..6) {
            0 => SimulatedServer::Refuses,
            1 => SimulatedServer::Absent,
            2 => SimulatedServer::Hangs,
            _ => SimulatedServer::Accepts,
        };
        self.say(|| format!("the server {server:?}"));
        self.machine.server.set(server);
        // The bus tells of one that comes or goes; of a change of mind nobody tells.
        if (before == SimulatedServer::Absent) != (server == SimulatedServer::Absent) {
            if let Some(engine) = &mut self.engine {
                engine.retries.try_again();
            }
            self.turn("a server came or went");
        }
    }

    /// The person answers the last notification.
    fn answer(&mut self) {
        let Some(occurrence) = self.machine.oracle.borrow().last.clone() else { return };
        let Some(engine) = &mut self.engine else { return };
        let now = self.machine.now.get();
        let state = [State::Snoozed, State::Read, State::Dismissed][self.chance.usize(..3)];
        let until = now + TimeDelta::minutes(self.chance.i64(1..3000));
        let is_snoozed = state == State::Snoozed;
        let entry = if is_snoozed {
            LedgerEntry::snoozed(occurrence.clone(), now, until)
        } else {
            LedgerEntry::of(occurrence.clone(), state, now)
        };
        engine.record(entry, now);
        if self.machine.is_dead.get() {
            return self.die();
        }
        self.machine.oracle.borrow_mut().answers(&occurrence, is_snoozed.then_some(until));
        self.turn(&format!("the person answers: {}", state.name()));
    }
}

/// What a future that never waits comes to.
fn at_once(turn: impl Future<Output = Turned>) -> Turned {
    match pin!(turn).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(turned) => turned,
        Poll::Pending => unreachable!("nothing here waits"),
    }
}

/// A few of the same days, kept in any way.
fn any_plan(chance: &mut fastrand::Rng) -> Plan {
    let rules = ["January 20", "March 28", "October 31", "February 29", "RRULE:FREQ=MONTHLY from 2026-01-31"];
    let mut days: Vec<Day> = Vec::new();
    for (index, rule) in rules.into_iter().enumerate() {
        if chance.u32(0..5) < 2 {
            continue;
        }
        let mut day = Day::new(&format!("d{index}"), "D", rule);
        day.remind = (0..chance.usize(0..4)).map(|_| any_lead(chance)).collect();
        day.remind.sort();
        day.remind.dedup();
        day.moment = (chance.u32(0..3) == 0).then(|| Moment {
            at: any_time(chance).into(),
            zone: Some(SimulatedZone::Fixed(chance.i64(-12..15) * 60).zone()),
            what: Ceremony::plain("Silence"),
            ahead: TimeDelta::minutes([0, 1, 5, 90][chance.usize(..4)]),
        });
        days.push(day);
    }
    let quiet = (chance.u32(0..4) == 0).then(|| Quiet { from: any_time(chance), to: any_time(chance) });
    Plan {
        catch_up: [0, 1, 3, 3, 10][chance.usize(..5)],
        quiet: quiet.filter(|quiet| quiet.from != quiet.to),
        clock_floor: "2026-11-01T00:00:00Z".parse().unwrap(),
        ..Plan::new(days)
    }
}

fn any_lead(chance: &mut fastrand::Rng) -> Offset {
    Offset { days: [0, 0, 0, 1, 2, 7, 40][chance.usize(..7)], at: any_time(chance).into() }
}

fn any_time(chance: &mut fastrand::Rng) -> NaiveTime {
    // Among them the hours that daylight saving skips or repeats.
    let hour = [1, 2, 9, 9, 18, 23][chance.usize(..6)];
    NaiveTime::from_hms_opt(hour, [0, 30][chance.usize(..2)], 0).unwrap()
}
