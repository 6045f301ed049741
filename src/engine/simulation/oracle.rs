//! What a person who keeps count would hold the daemon to: the promises, reckoned in another way.
//!
//! The oracle knows what really happened: every notification that reached the screen, and whether the
//! clock was right. It reckons due times from its own table of zones, and never asks the ledger.

use super::zones::SimulatedZone;
use crate::day::{Day, Offset};
use crate::engine::FlightId;
use crate::occurrence::OccurrenceId;
use crate::schedule::{
    ClockNote, ClockVerdict, DueNotification, LedgerEntry, LedgerLine, LedgerLines, MissedReminders, Plan,
    ReminderKind, Slot, State,
};
use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Timelike, Utc};
use std::collections::HashMap;

/// A reminder as the oracle reckons it.
#[derive(Debug, Clone, Copy, PartialEq)]
struct ExpectedReminder {
    slot: Slot,
    kind: ReminderKind,
    due: DateTime<Utc>,
    /// A moment is too late from then on.
    ends: Option<DateTime<Utc>>,
}

impl ExpectedReminder {
    /// Whether this moment is told together with `other`: within an hour of it, or of its announcement where that comes
    /// shortly before.
    fn is_together_with(&self, other: &Self) -> bool {
        let hour = TimeDelta::hours(1);
        let Some(ends) = self.ends else { return false };
        let is_within = |time: DateTime<Utc>| time - hour <= other.due && other.due <= time + hour;
        other.ends.is_none() && (is_within(self.due) || (ends <= self.due + hour && is_within(ends)))
    }
}

/// A reminder that reached the screen, or was given up.
#[derive(Debug, Clone, Copy)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
struct Fact {
    slot: Slot,
    kind: ReminderKind,
    /// What the clock showed.
    at: DateTime<Utc>,
    is_shown: bool,
    /// The clock was wrong by more than a day.
    was_wrong: bool,
    /// The daemon said that the disk has it.
    is_saved: bool,
    /// The sending whose answer the daemon has not heard yet.
    unheard: Option<FlightId>,
    /// No disk remembers it.
    is_lost: bool,
    /// The clock has gone on long enough before `at` to know that it was ahead then.
    is_void: bool,
    /// Since when the clock has been more than a day before `at`.
    behind_since: Option<DateTime<Utc>>,
}

impl Fact {
    /// It may count for nothing, since the clock was wrong.
    fn is_doubtful(&self) -> bool {
        self.was_wrong || self.is_void
    }
}

/// What a notification was about that was shown and whose answer is on its way.
#[derive(Debug)]
struct Unheard {
    occurrence: OccurrenceId,
    /// Until when it was put off before, where it came back.
    was_snoozed: Option<DateTime<Utc>>,
}

/// What has happened so far.
#[derive(Debug)]
pub(super) struct Oracle {
    pub(super) plan: Plan,
    pub(super) zone: SimulatedZone,
    /// The clock is wrong by more than a day.
    pub(super) is_wrong: bool,
    facts: HashMap<OccurrenceId, Vec<Fact>>,
    snoozed: HashMap<OccurrenceId, DateTime<Utc>>,
    /// What was shown and the daemon has not heard of yet.
    unheard: HashMap<FlightId, Vec<Unheard>>,
    /// What the last notification was about that was shown, and that the daemon knows to be.
    pub(super) last: Vec<OccurrenceId>,
    /// How many notifications were shown.
    pub(super) shown: u64,
}

impl Oracle {
    pub(super) fn new(plan: Plan, zone: SimulatedZone) -> Self {
        let (facts, snoozed, unheard) = (HashMap::new(), HashMap::new(), HashMap::new());
        Self { plan, zone, is_wrong: false, facts, snoozed, unheard, last: Vec::new(), shown: 0 }
    }

    fn wanted(&self, day: &Day, date: NaiveDate) -> Vec<ExpectedReminder> {
        let lead = |lead: &Offset| {
            let due = self.zone.first(
                (date - Days::new(lead.days.into()))
                    .and_time(lead.at.clock().expect("simulated times are of the clock")),
            );
            let kind = if lead.days == 0 { ReminderKind::Day } else { ReminderKind::Ahead };
            ExpectedReminder { slot: Slot::Offset(*lead), kind, due, ends: None }
        };
        let mut wanted: Vec<ExpectedReminder> = day.remind.iter().map(lead).collect();
        if let Some(moment) = &day.extras.moment {
            // The simulated moments are of zones whose offset never changes.
            let offset = moment.zone.as_ref().unwrap().offset(DateTime::UNIX_EPOCH);
            let there = date.and_time(moment.at.clock().expect("simulated times are of the clock"));
            let at = (there - offset).and_utc();
            let here = self.zone.civil(at);
            if here != there && !(7..22).contains(&here.hour()) && !day.extras.at_night {
                return wanted;
            }
            let ends = if moment.ahead < TimeDelta::minutes(1) {
                at - moment.ahead + TimeDelta::minutes(1)
            } else {
                at
            };
            wanted.push(ExpectedReminder {
                slot: Slot::Moment(moment.at),
                kind: ReminderKind::Moment,
                due: at - moment.ahead,
                ends: Some(ends),
            });
        }
        wanted
    }

    fn is_quiet(&self, now: DateTime<Utc>) -> bool {
        let time = self.zone.civil(now).time();
        self.plan.quiet.is_some_and(|quiet| {
            if quiet.from < quiet.to {
                (quiet.from..quiet.to).contains(&time)
            } else {
                quiet.from != quiet.to && !(quiet.to..quiet.from).contains(&time)
            }
        })
    }

    /// When the quiet hours that hold `now` end by the clock on the wall; a night that an hour comes
    /// twice in is quiet throughout.
    fn quiet_end(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let (civil, to) = (self.zone.civil(now), self.plan.quiet?.to);
        let date = if civil.time() < to { civil.date() } else { civil.date() + Days::new(1) };
        Some(self.zone.first(date.and_time(to))).filter(|end| now < *end)
    }

    fn facts(&self, day: &str, date: NaiveDate) -> impl Iterator<Item = &Fact> {
        self.facts.get(&OccurrenceId::new(day, date)).into_iter().flatten()
    }

    /// Whether the person has no need to hear of `wanted` any more, because of `fact`.
    fn speaks_for(fact: &Fact, wanted: &ExpectedReminder) -> bool {
        fact.slot == wanted.slot
            || fact.is_shown
                && match (fact.kind, wanted.kind) {
                    (ReminderKind::Day, ReminderKind::Ahead) => true,
                    (ReminderKind::Day, ReminderKind::Day) | (ReminderKind::Ahead, ReminderKind::Ahead) => {
                        wanted.due <= fact.at
                    }
                    _ => false,
                }
    }

    /// A notification has reached the screen.
    pub(super) fn sees(&mut self, id: FlightId, shows: &[DueNotification<'_>], now: DateTime<Utc>) {
        let seen = shows.iter().map(|show| self.sees_one(id, show, now)).collect();
        self.unheard.insert(id, seen);
        self.shown += 1;
    }

    /// One occurrence of a notification that has reached the screen.
    fn sees_one(&mut self, id: FlightId, show: &DueNotification<'_>, now: DateTime<Utc>) -> Unheard {
        let told = || format!("`{}` of {} at {now}: {:?}", show.day.id, show.date, show.reminders);
        let day = self.plan.days.iter().find(|day| day.id == show.day.id).expect("it is kept");
        let all = self.wanted(day, show.date);
        assert!(now >= self.plan.clock_floor, "shown by a clock that cannot be right: {}", told());
        assert!(!self.is_quiet(now), "shown in quiet hours: {}", told());
        let is_over = self.zone.civil(now).date() > show.date + Days::new(self.plan.catch_up.into());
        for reminder in &show.reminders {
            let wanted = all.iter().find(|wanted| wanted.slot == reminder.slot);
            let wanted = wanted.unwrap_or_else(|| panic!("nobody asked for it: {}", told()));
            let is_shown = |slot: Slot| show.reminders.iter().any(|shown| shown.slot == slot);
            let together = all.iter().filter(|other| is_shown(other.slot));
            let mut together =
                together.filter(|other| other.is_together_with(wanted) || wanted.is_together_with(other));
            let is_due = wanted.due <= now || together.any(|other| other.due <= now);
            assert!(is_due, "early, due {}: {}", wanted.due, told());
            let left = all.iter().find(|other| {
                other.is_together_with(wanted)
                    && !is_shown(other.slot)
                    && other.ends.is_some_and(|ends| now < ends)
            });
            if let Some(left) = left {
                let mut facts = self.facts(&day.id, show.date);
                assert!(facts.any(|fact| fact.slot == left.slot), "without its moment: {}", told());
            }
            match wanted.ends {
                Some(ends) => assert!(now < ends, "a moment shown late: {}", told()),
                None => assert!(!is_over, "long past: {}", told()),
            }
            let is_sure = |fact: &&Fact| !(fact.is_doubtful() || fact.is_lost || self.is_wrong);
            let before = self.facts(&day.id, show.date).filter(is_sure);
            for fact in before {
                assert!(!Self::speaks_for(fact, wanted), "twice, before as {fact:?}: {}", told());
            }
        }
        let key = show.occurrence();
        if show.reminders.is_empty() {
            let until = self.snoozed.get(&key);
            assert!(until.is_some_and(|until| *until <= now), "nobody asked for it again: {}", told());
        }
        let is_back = self.snoozed.get(&key).is_some_and(|until| *until <= now);
        let was_snoozed = is_back.then(|| self.snoozed.remove(&key)).flatten();
        let facts = show.reminders.iter().map(|reminder| (reminder.slot, reminder.kind));
        self.add(&key, facts.collect(), now, Some(id));
        Unheard { occurrence: key, was_snoozed }
    }

    fn add(
        &mut self,
        key: &OccurrenceId,
        of: Vec<(Slot, ReminderKind)>,
        at: DateTime<Utc>,
        shown: Option<FlightId>,
    ) {
        let was_wrong = self.is_wrong;
        let fact = |(slot, kind)| Fact {
            slot,
            kind,
            at,
            is_shown: shown.is_some(),
            unheard: shown,
            was_wrong,
            is_saved: false,
            is_lost: false,
            is_void: false,
            behind_since: None,
        };
        self.facts.entry(key.clone()).or_default().extend(of.into_iter().map(fact));
    }

    /// Reminders were given up.
    pub(super) fn misses(&mut self, missed: &[MissedReminders<'_>], now: DateTime<Utc>) {
        let today = self.zone.civil(now).date();
        let mut long_ago: HashMap<&str, u32> = HashMap::new();
        for gone in missed {
            let MissedReminders { day, date, reminders } = gone;
            let told = || format!("`{}` of {date} at {now}: {reminders:?}", day.id);
            let is_over = today > *date + Days::new(self.plan.catch_up.into());
            if today > *date + Days::new(u64::from(self.plan.catch_up) + 2) {
                *long_ago.entry(&day.id).or_default() += 1;
            }
            let kept = self.plan.days.iter().find(|kept| kept.id == day.id).expect("it is kept");
            for reminder in reminders {
                let wanted = self.wanted(kept, *date);
                let wanted = wanted.iter().find(|wanted| wanted.slot == reminder.slot);
                let wanted = wanted.unwrap_or_else(|| panic!("nobody asked for it: {}", told()));
                assert!(wanted.ends.map_or(is_over, |ends| ends <= now), "given up early: {}", told());
                let is_sure = |fact: &&Fact| !(fact.is_doubtful() || fact.is_lost || self.is_wrong);
                let before = self.facts(&day.id, *date).filter(is_sure);
                for fact in before {
                    assert!(!Self::speaks_for(fact, wanted), "missed, and told as {fact:?}: {}", told());
                }
            }
            let of = reminders.iter().map(|reminder| (reminder.slot, reminder.kind)).collect();
            self.add(&gone.occurrence(), of, now, None);
        }
        assert!(long_ago.values().all(|count| *count <= 1), "a flood of what was missed: {long_ago:?}");
    }

    /// The person put the last notification off, or dismissed it.
    pub(super) fn answers(&mut self, key: &OccurrenceId, until: Option<DateTime<Utc>>) {
        match until {
            Some(until) => self.snoozed.insert(key.clone(), until),
            None => self.snoozed.remove(key),
        };
    }

    /// The daemon hears that the desktop has accepted a notification, and records it with this time, or with that of the
    /// sending where the clock was set back by hours meanwhile.
    pub(super) fn hears(&mut self, id: FlightId, now: DateTime<Utc>) {
        if let Some(unheard) = self.unheard.remove(&id) {
            self.last = unheard.into_iter().map(|unheard| unheard.occurrence).collect();
        }
        for fact in self.facts.values_mut().flatten().filter(|fact| fact.unheard == Some(id)) {
            let is_trusted = fact.at <= now + TimeDelta::days(1);
            (fact.unheard, fact.at) = (None, if is_trusted { fact.at.max(now) } else { now });
            fact.was_wrong |= self.is_wrong;
        }
    }

    /// The server goes, with the notifications that it has not answered for: they are to be shown again.
    pub(super) fn server_goes(&mut self) {
        for Unheard { occurrence, was_snoozed } in self.unheard.drain().flat_map(|(_, unheard)| unheard) {
            if let Some(until) = was_snoozed {
                self.snoozed.entry(occurrence).or_insert(until);
            }
        }
        for fact in self.facts.values_mut().flatten().filter(|fact| fact.unheard.is_some()) {
            (fact.unheard, fact.is_lost) = (None, true);
        }
    }

    /// The daemon holds that all so far is on its disk: no crash may take it from there.
    pub(super) fn is_saved(&mut self) {
        let heard = |fact: &&mut Fact| !fact.is_lost && fact.unheard.is_none();
        self.facts.values_mut().flatten().filter(heard).for_each(|fact| fact.is_saved = true);
    }

    /// The daemon starts again, with this on its disk: what is not there is forgotten by it.
    pub(super) fn forgets_all_but(&mut self, ledger: &str, now: DateTime<Utc>) {
        self.unheard.clear();
        self.facts.values_mut().flatten().for_each(|fact| fact.unheard = None);
        let lines = LedgerLines::read(ledger).map(|lines| lines.lines).unwrap_or_default();
        let mut believed: Vec<&LedgerEntry> = Vec::new();
        let mut entries: Vec<&LedgerEntry> = Vec::new();
        for line in &lines {
            match line {
                LedgerLine::Entry(entry) => {
                    entries.push(entry);
                    believed.push(entry);
                }
                LedgerLine::Clock(ClockNote { at, clock: ClockVerdict::WasAhead }) => {
                    believed.retain(|entry| entry.at <= *at + TimeDelta::days(1));
                }
                LedgerLine::Clock(_) | LedgerLine::KeptSince(_) => {}
            }
        }
        // A clock that was ahead and put right may record the same at the same time twice.
        let mut kept: HashMap<_, u32> = HashMap::new();
        for entry in believed {
            for spoken in &entry.reminders {
                *kept.entry((&entry.occurrence, entry.at, spoken.slot)).or_default() += 1;
            }
        }
        // What is longer ago than any clock here goes back does not matter any more.
        if !self.is_wrong {
            let oldest = now.date_naive() - Days::new(1000);
            self.facts.retain(|occurrence, _| oldest <= occurrence.date);
        }
        for (occurrence, facts) in &mut self.facts {
            // Of two of the same time, the one that counts for nothing is not asked for.
            facts.sort_by_key(Fact::is_doubtful);
            for fact in facts.iter_mut().filter(|fact| !fact.is_lost) {
                match kept.get_mut(&(occurrence, fact.at, fact.slot)) {
                    Some(count) if *count > 0 => {
                        *count -= 1;
                        // Where no disk took it that the clock was ahead, nobody knows it any more.
                        if fact.is_void {
                            (fact.is_void, fact.behind_since) = (false, None);
                        }
                    }
                    _ => {
                        let is_excused = self.is_wrong || !fact.is_saved || fact.is_doubtful();
                        assert!(is_excused, "lost by the disk: {occurrence}, {fact:?}");
                        fact.is_lost = true;
                    }
                }
            }
        }
        // A notification that was shown again and not recorded is asked for once more.
        self.snoozed.clear();
        for entry in entries {
            let key = entry.occurrence.clone();
            let is_over = self.snoozed.get(&key).is_some_and(|until| *until <= entry.at);
            match entry.state {
                State::Snoozed | State::Unseen => _ = self.snoozed.insert(key, entry.until.unwrap()),
                State::Read | State::Dismissed => _ = self.snoozed.remove(&key),
                State::Shown if is_over => _ = self.snoozed.remove(&key),
                State::Shown | State::Missed => {}
            }
        }
    }

    /// A turn is over. Whatever was due has been told, if it `could` be; and the daemon wakes in time.
    pub(super) fn after_turn(&mut self, now: DateTime<Utc>, wake: Option<DateTime<Utc>>, could: bool) {
        let (plan_days, today) = (&self.plan.days, self.zone.civil(now).date());
        for fact in self.facts.values_mut().flatten() {
            if fact.at > now + TimeDelta::days(1) {
                let since = *fact.behind_since.get_or_insert(now).min(&mut now.clone());
                fact.behind_since = Some(since);
            }
            match fact.behind_since {
                Some(since) if fact.at > now + TimeDelta::days(1) => {
                    fact.is_void |= now >= since + TimeDelta::days(1);
                }
                _ => fact.behind_since = None,
            }
        }
        if now < self.plan.clock_floor {
            assert!(wake.is_some(), "it sleeps for ever before the clock can be right");
            return;
        }
        let is_quiet = self.is_quiet(now);
        let mut next: Vec<(DateTime<Utc>, String)> = Vec::new();
        for day in plan_days {
            for date in day.dates(today.year() - 1..=today.year() + 2).unwrap() {
                let mut wanted = self.wanted(day, date);
                let is_settled = |wanted: &ExpectedReminder| {
                    self.facts(&day.id, date).any(|fact| {
                        // What a clock far ahead has recorded counts for nothing.
                        let is_believed = !fact.is_void && fact.at <= now + TimeDelta::days(1);
                        is_believed && Self::speaks_for(fact, wanted)
                    })
                };
                wanted.retain(|wanted| !is_settled(wanted));
                // A moment and the first reminder that it is told in come at the earlier of their times.
                if let Some(moment) =
                    wanted.iter().position(|wanted| wanted.ends.is_some_and(|ends| now < ends))
                {
                    let hosts =
                        (0..wanted.len()).filter(|host| wanted[moment].is_together_with(&wanted[*host]));
                    if let Some(host) = hosts.min_by_key(|host| wanted[*host].due) {
                        let due = wanted[moment].due.min(wanted[host].due);
                        (wanted[moment].due, wanted[host].due) = (due, due);
                    }
                }
                for wanted in &wanted {
                    if wanted.due > now {
                        next.push((wanted.due, format!("`{}` of {date}", day.id)));
                        continue;
                    }
                    let is_over = match wanted.ends {
                        Some(ends) => ends <= now,
                        None => today > date + Days::new(self.plan.catch_up.into()),
                    };
                    let has_come = today >= date && wanted.kind == ReminderKind::Ahead;
                    let waits = has_come && day.remind.iter().any(|lead| lead.days == 0);
                    assert!(
                        is_over || waits || is_quiet || !could,
                        "forgotten at {now}: `{}` of {date}, {wanted:?}; {:?}",
                        day.id,
                        self.facts.get(&OccurrenceId::new(day.id.clone(), date))
                    );
                    if could && is_quiet && !is_over && !waits {
                        next.extend(self.quiet_end(now).map(|end| (end, "quiet hours end".to_owned())));
                    }
                }
            }
        }
        for (OccurrenceId { day, date }, until) in &self.snoozed {
            // Nobody asks to be told again of what a clock that was years ahead has shown.
            let kept = plan_days.iter().find(|kept| kept.id == *day);
            let is_kept = kept
                .is_some_and(|kept| kept.dates(date.year()..=date.year()).unwrap().contains(date))
                && *date <= today + Days::new(366);
            let is_over = today > *date + Days::new(self.plan.catch_up.into());
            if *until > now && is_kept && !is_over {
                next.push((*until, format!("`{day}` of {date} was snoozed")));
            } else if is_kept && could && !is_over && !is_quiet && !self.is_wrong {
                panic!("snoozed until {until} and forgotten at {now}: `{day}` of {date}");
            }
        }
        if let Some((next, what)) = next.iter().min() {
            let is_in_time = wake.is_some_and(|wake| wake <= *next);
            assert!(is_in_time, "at {now} it sleeps until {wake:?}, past {next}: {what}");
        }
    }
}
