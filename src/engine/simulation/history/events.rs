//! What happens to the machine of a history, and what its person does.

use super::super::faults::{self, SimulatedFault};
use super::super::machine::SimulatedServer;
use super::super::plans::any_plan;
use super::super::zones::SimulatedZone;
use super::{History, OFF};
use crate::engine::ShowError;
use crate::occurrence::OccurrenceId;
use crate::schedule::{LedgerEntry, State};
use chrono::TimeDelta;

impl History {
    /// Something that happens by chance.
    pub(super) fn event(&mut self) {
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
                self.zone = faults::zone(self.machine.fault, zone);
                self.turn("the zone has changed");
            }
            65..77 => self.server_changes(),
            77..85 => {
                let plan = any_plan(&mut self.chance);
                let days: Vec<_> = plan.days.iter().map(|day| (&day.id, &day.remind)).collect();
                self.say(|| format!("reads another config, {:?}, {:?}: {days:?}", plan.catch_up, plan.quiet));
                self.machine.oracle.borrow_mut().plan = plan;
                if let Some(engine) = &mut self.engine {
                    engine.try_again();
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
        let now = self.now();
        if let Some(engine) = &mut self.engine {
            engine.clock_was_set(now);
        }
        self.machine.starts.borrow_mut().clear();
        self.turn(why);
    }

    fn set_clock(&mut self, off: TimeDelta) {
        let now = self.now();
        self.machine.now.set(now - self.off + off);
        let step = self.now() - now;
        self.machine.answers.borrow_mut().iter_mut().for_each(|answer| answer.at += step);
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
        use SimulatedServer::{
            Absent, Accepts, AnswersLate, Dies, EndsAtStart, Hangs, Hides, Refuses, Swallows,
        };
        let others = [Refuses, Absent, Hangs, Swallows, AnswersLate, Dies, Hides, EndsAtStart];
        let server = if self.chance.bool() { Accepts } else { others[self.chance.usize(..others.len())] };
        self.server_becomes(server);
    }

    pub(super) fn server_becomes(&mut self, server: SimulatedServer) {
        let before = self.machine.server.get();
        self.say(|| format!("the server {server:?}"));
        self.machine.server.set(server);
        // The bus signals one that comes or goes; nothing signals a change of mind.
        if before.is_there() && server.is_there() {
            return;
        }
        let now = self.now();
        if before.is_there() {
            self.server_goes();
        }
        if let Some(engine) = &mut self.engine {
            if server.is_there() {
                engine.server_came(now);
            } else {
                // What the bus can start is read when it is reached.
                engine.try_again();
            }
        }
        self.turn("a server came or went");
    }

    /// The server leaves the bus, which answers for it.
    fn server_goes(&mut self) {
        let now = self.now();
        let Some(engine) = &mut self.engine else { return };
        engine.server_went(now);
        self.machine.answers.borrow_mut().clear();
        self.machine.oracle.borrow_mut().server_goes();
        for id in self.machine.unanswered.borrow_mut().drain(..) {
            engine.delivered(id, Err(&ShowError::ServerLost), now);
        }
    }

    /// The person answers the last notification.
    fn answer(&mut self) {
        let occurrences = self.machine.oracle.borrow().last.clone();
        let Some(engine) = self.engine.as_mut().filter(|_| !occurrences.is_empty()) else { return };
        let now = self.machine.now.get();
        let state = [State::Snoozed, State::Read, State::Dismissed][self.chance.usize(..3)];
        let until = now + TimeDelta::minutes(self.chance.i64(1..3000));
        let is_snoozed = state == State::Snoozed;
        let entry = |occurrence: &OccurrenceId| {
            if is_snoozed {
                LedgerEntry::snoozed(occurrence.clone(), now, until)
            } else {
                LedgerEntry::of(occurrence.clone(), state, now)
            }
        };
        let is_forgotten = state == State::Dismissed
            && self.machine.fault == Some(SimulatedFault::ADismissedNotificationComesAgain);
        if !is_forgotten {
            engine.record_all(occurrences.iter().map(entry), now);
        }
        if self.machine.is_dead.get() {
            return self.die();
        }
        for occurrence in &occurrences {
            self.machine.oracle.borrow_mut().answers(occurrence, is_snoozed.then_some(until));
        }
        self.turn(&format!("the person answers: {}", state.name()));
    }
}
