//! Faults that the simulated machine can be told to have: each breaks a promise, and the oracle has to notice.
//!
//! Some are of the disk, the screen, the zone or the clock; the others change what the scheduler says before the
//! engine hears it.

use super::machine::Machine;
use super::zones::SimulatedZone;
use crate::schedule::{
    DueNotification, Ledger, LedgerEntry, LedgerLine, LedgerLines, MissedReminders, Now, Plan, ReminderKind,
    Slot, Step, reminders, step,
};
use crate::zone::Zone;
use chrono::{DateTime, Datelike, Days, TimeDelta, Utc};

/// A fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SimulatedFault {
    /// What a clock recorded that was ahead counts for ever.
    AClockAheadSilences,
    /// A day is over a day too early.
    ADayLate,
    /// The answer that ends a snooze is not recorded.
    ADismissedNotificationComesAgain,
    /// Of what was missed long ago, more than the last occurrence is told.
    AFloodOfTheMissed,
    /// A time that comes twice means the second.
    AFoldTakesItsSecondHour,
    /// A full disk takes a line without keeping it.
    AFullDiskForgets,
    /// A moment of another zone is announced at night.
    AMomentAtNight,
    /// A moment that is told in another notification is not recorded with it.
    AMomentBesideItsDay,
    /// A moment is shown up to two hours late.
    AMomentShownLate,
    /// Nothing wakes the daemon to try again.
    ARefusedNotificationIsLeft,
    /// What the disk did not take is not saved at the end.
    AnAnswerIsNotSavedAtTheEnd,
    /// A torn line is not cut off.
    GluedToATornLine,
    /// Reminders come half a minute early.
    HalfAMinuteEarly,
    /// What a killed daemon wrote is not synced by the next.
    KilledBeforeTheSync,
    /// All that is due at the same time is shown one by one.
    ManyAtOnce,
    /// A line is not synced.
    NotSynced,
    /// Pruning takes what still counts.
    PrunedTooFar,
    /// Nothing wakes the daemon at the end of quiet hours.
    QuietHoursNeverEnd,
    /// A notification is recorded before the desktop has accepted it.
    RecordedBeforeItIsShown,
    /// Moments beyond the date line are not looked for.
    TheOtherDateLine,
    /// A moment that was shown is known by the instant only.
    ToldApartByInstant,
}

impl SimulatedFault {
    pub(super) const ALL: [Self; 21] = [
        Self::AClockAheadSilences,
        Self::ADayLate,
        Self::ADismissedNotificationComesAgain,
        Self::AFloodOfTheMissed,
        Self::AFoldTakesItsSecondHour,
        Self::AFullDiskForgets,
        Self::AMomentAtNight,
        Self::AMomentBesideItsDay,
        Self::AMomentShownLate,
        Self::ARefusedNotificationIsLeft,
        Self::AnAnswerIsNotSavedAtTheEnd,
        Self::GluedToATornLine,
        Self::HalfAMinuteEarly,
        Self::KilledBeforeTheSync,
        Self::ManyAtOnce,
        Self::NotSynced,
        Self::PrunedTooFar,
        Self::QuietHoursNeverEnd,
        Self::RecordedBeforeItIsShown,
        Self::TheOtherDateLine,
        Self::ToldApartByInstant,
    ];
}

/// The zone as a machine with this fault reads it.
pub(super) fn zone(fault: Option<SimulatedFault>, zone: SimulatedZone) -> Zone {
    let posix = match (fault, zone) {
        // Summer time ends an hour early, so that the hour which comes twice is the second one.
        (Some(SimulatedFault::AFoldTakesItsSecondHour), SimulatedZone::Berlin) => {
            "CET-1CEST,M3.5.0,M10.5.0/2"
        }
        (Some(SimulatedFault::AFoldTakesItsSecondHour), SimulatedZone::NewYork) => "EST5EDT,M3.2.0,M11.1.0/1",
        _ => return zone.zone(),
    };
    Zone::from_posix("Simulated", posix).unwrap()
}

/// What the scheduler says on a machine with this fault.
pub(super) fn faulty_step<'a>(plan: &'a Plan, ledger: &Ledger, now: Now<'_>, machine: &Machine) -> Step<'a> {
    let as_it_is = || step(plan, ledger, now);
    let lines = || LedgerLines::read(&machine.written()).map(|lines| lines.lines).unwrap_or_default();
    match machine.fault {
        Some(SimulatedFault::AClockAheadSilences) => step(plan, &all_believed(lines(), now.instant), now),
        Some(SimulatedFault::ToldApartByInstant) => step(plan, &without_moments(lines()), now),
        Some(SimulatedFault::HalfAMinuteEarly) => {
            step(plan, ledger, Now { instant: now.instant + TimeDelta::seconds(30), ..now })
        }
        Some(SimulatedFault::AMomentBesideItsDay) => {
            let mut step = as_it_is();
            for show in step.show.iter_mut().filter(|show| show.kind != ReminderKind::Moment) {
                show.reminders.retain(|reminder| reminder.kind != ReminderKind::Moment);
            }
            step
        }
        Some(SimulatedFault::AMomentShownLate) => with_late_moments(plan, ledger, now, as_it_is()),
        Some(SimulatedFault::AFloodOfTheMissed) => {
            let mut step = as_it_is();
            let before: Vec<_> =
                step.missed.iter().filter_map(|missed| the_one_before(missed, now)).collect();
            step.missed.extend(before);
            step
        }
        Some(SimulatedFault::TheOtherDateLine) => {
            let mut step = as_it_is();
            step.show.retain(|show| is_near(plan, show, now));
            step
        }
        _ => as_it_is(),
    }
}

/// The plan as a machine with this fault reads it.
pub(super) fn plan(fault: Option<SimulatedFault>, plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    if fault == Some(SimulatedFault::ADayLate) {
        plan.catch_up = plan.catch_up.saturating_sub(1);
    }
    if fault == Some(SimulatedFault::AMomentAtNight) {
        plan.days.iter_mut().for_each(|day| day.extras.at_night = true);
    }
    plan
}

/// When the daemon wakes on a machine with this fault.
pub(super) fn wake(
    plan: &Plan,
    ledger: &Ledger,
    now: Now<'_>,
    fault: Option<SimulatedFault>,
    wake: Option<DateTime<Utc>>,
) -> Option<DateTime<Utc>> {
    match fault {
        Some(SimulatedFault::ARefusedNotificationIsLeft) => step(plan, ledger, now).wake,
        Some(SimulatedFault::QuietHoursNeverEnd)
            if plan.quiet.is_some_and(|quiet| quiet.end(now).is_some()) =>
        {
            step(&Plan { quiet: None, ..plan.clone() }, ledger, now).wake
        }
        _ => wake,
    }
}

/// A ledger in which everything was recorded by a clock that was right.
fn all_believed(lines: Vec<LedgerLine>, now: DateTime<Utc>) -> Ledger {
    let mut ledger = Ledger::default();
    for line in lines {
        match line {
            LedgerLine::Entry(entry) => ledger.record(&LedgerEntry { at: entry.at.min(now), ..entry }.into()),
            LedgerLine::KeptSince(_) => ledger.record(&line),
            LedgerLine::Clock(_) => {}
        }
    }
    ledger
}

/// A ledger that knows a moment only where it was shown at the very instant.
fn without_moments(lines: Vec<LedgerLine>) -> Ledger {
    let mut ledger = Ledger::default();
    for mut line in lines {
        if let LedgerLine::Entry(entry) = &mut line {
            let at = entry.at;
            entry.reminders.retain(|spoken| !matches!(spoken.slot, Slot::Moment(_)) || spoken.due == at);
        }
        ledger.record(&line);
    }
    ledger
}

/// What is due, and the moments that were due an hour or two ago.
fn with_late_moments<'a>(plan: &'a Plan, ledger: &Ledger, now: Now<'_>, mut step: Step<'a>) -> Step<'a> {
    let late = Now { instant: now.instant - TimeDelta::hours(2), ..now };
    for show in crate::schedule::step(plan, ledger, late).show {
        let is_gone = |missed: &MissedReminders<'_>| missed.occurrence() == show.occurrence();
        if show.kind == ReminderKind::Moment && step.missed.iter().any(is_gone) {
            step.missed.retain(|missed| !is_gone(missed));
            step.show.push(show);
        }
    }
    step
}

/// What was missed of the occurrence before, for what was missed long ago.
fn the_one_before<'a>(missed: &MissedReminders<'a>, now: Now<'_>) -> Option<MissedReminders<'a>> {
    let year = missed.date.year();
    let dates = missed.day.dates(year - 1..=year).unwrap();
    let date = dates.into_iter().rfind(|date| *date < missed.date)?;
    let is_long_ago = missed.date + Days::new(20) < now.today();
    let reminders = reminders(missed.day, date, now.zone).collect();
    is_long_ago.then_some(MissedReminders { day: missed.day, date, reminders })
}

/// Whether a notification is of a date that the machine's own calendar is near to.
fn is_near(plan: &Plan, show: &DueNotification<'_>, now: Now<'_>) -> bool {
    let longest = show.day.remind.iter().map(|offset| offset.days).max().unwrap_or(0);
    let newest = now.today() + Days::new(longest.max(u16::from(show.day.extras.moment.is_some())).into());
    let oldest = now.today() - Days::new(plan.catch_up.into());
    (oldest..=newest).contains(&show.date)
}

/// The text of a ledger without the occurrences before today.
pub(super) fn without_the_past(text: &str, now: DateTime<Utc>) -> String {
    let mut lines = LedgerLines::read(text).expect("it is a ledger");
    lines.lines.retain(|line| match line {
        LedgerLine::Entry(entry) => entry.occurrence.date >= now.date_naive(),
        LedgerLine::KeptSince(_) | LedgerLine::Clock(_) => true,
    });
    lines.text()
}
