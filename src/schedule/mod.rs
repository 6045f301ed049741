//! What to show now, and when to look again: the heart of the program, without a clock in it.
//!
//! # Exact behaviour
//!
//! [`step`] may be called at any time, any number of times; an extra call changes nothing.
//!
//! - A day has occurrences; an occurrence has reminders: one for each [`Offset`] of the day, and one
//!   for its moment. A reminder is told apart by its [`Slot`], not by its wording or its instant, so
//!   that editing a text or travelling to another zone does not show it again.
//! - Times are civil times of the machine's zone as it is now; a moment may name its own. A moment of another zone that
//!   falls between 22:00 and 07:00 here has no reminder of its own, unless its day says `at-night`.
//! - A moment within an hour of another reminder of its occurrence is told in that one's notification, at the earlier of
//!   the two times, as long as neither is settled and the moment is not over: one day, one notification.
//! - A reminder is *pending* when it is due (`due <= now`), the ledger has not settled it, and it is
//!   not over. It is over once the day lies more than `catch-up` days back; a moment is over when it
//!   comes, since it is never shown late.
//! - All pending reminders of one occurrence make one notification, and are recorded together.
//! - A notification covers what was due when it was shown: a reminder that is added afterwards for a
//!   time before does not repeat it.
//! - Once the day has come, an ahead reminder by itself is pointless: it waits for the reminder of the
//!   day and is recorded with it; where the day has been announced, it is settled. A day that has
//!   nothing but ahead reminders is announced late rather than never.
//! - A snoozed notification is shown again at its time, until the day is over. Opening or closing it ends
//!   that: a dismissed notification does not come again, but the other reminders of the day do.
//! - A notification that the desktop removed *unseen* is shown again as a snoozed one is.
//! - A day without reminders is muted: it is listed, and never announced or missed.
//! - In quiet hours nothing is shown; what is pending waits for their end, and a moment that falls
//!   into them is skipped.
//! - What is over and was not shown is *missed*: of what lies further back than `catch-up`, only the
//!   last occurrence of each day, so that a clock that jumps decades floods nothing.
//!   What was over when the ledger first knew of a day was not missed. A day from a followed calendar is neither late nor
//!   missed on dates before the ledger first knew of it: a calendar of daily events that is followed from now on floods
//!   nothing.
//! - A clock from before this program was released cannot be right: nothing is shown until it is set.
//! - What was recorded by a clock that was more than a day ahead of `now` does not count: each day is
//!   judged by its own date. After a day in which the clock has stayed behind, that is final
//!   ([`ClockVerdict`]); if it jumps forward again before, as where a machine starts with a wrong clock
//!   and the network sets it, all that was recorded counts again. Meanwhile nothing is missed.
//! - `wake` is the next instant at which any of this changes. What [`step`] says to show now is not in it:
//!   if the desktop refuses, when to try again is the caller's business.

mod ledger;
mod plan;
mod reminder;
mod upcoming;

pub use ledger::{
    ClockHistory, ClockNote, ClockVerdict, Foreign, HistoryRow, KeptSince, Ledger, LedgerEntry, LedgerLine,
    LedgerLines, Spoken, State, history, pruned, shortened,
};
pub use plan::{Now, Plan, Quiet};
use reminder::open_reminders;
pub use reminder::{Reminder, ReminderKind, Slot, reminders};
pub use upcoming::{UpcomingReminder, upcoming, upcoming_date};

use crate::day::{Day, KeptYear, Offset};
use crate::occurrence::OccurrenceId;
use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};
use std::ops::{ControlFlow, RangeInclusive};

/// How many years ahead the next date of a day is looked for.
pub const LONGEST_SEARCH_YEARS: i32 = 400;

/// How many dates the zone of a moment may be ahead of the machine's or behind: they lie up to 26 hours apart.
const ZONES_APART_DAYS: u64 = 2;

/// How many years back a missed occurrence is looked for.
const LONGEST_LOOK_BACK_YEARS: i32 = 10;

/// What there is to do at one instant.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Step<'a> {
    /// Notifications to show now, in the order in which they came due.
    pub show: Vec<DueNotification<'a>>,
    /// Missed reminders, to be recorded.
    pub missed: Vec<MissedReminders<'a>>,
    /// Days that the ledger does not know yet, to be recorded.
    pub new: Vec<&'a Day>,
    /// What was found about the clock, to be recorded.
    pub clock: Option<ClockNote>,
    /// The next instant to look again; `None` when nothing is to come.
    pub wake: Option<DateTime<Utc>>,
}

impl DueNotification<'_> {
    /// The occurrence that it is about.
    pub fn occurrence(&self) -> OccurrenceId {
        OccurrenceId::new(self.day.id.clone(), self.date)
    }
}

impl MissedReminders<'_> {
    /// The occurrence that they belong to.
    pub fn occurrence(&self) -> OccurrenceId {
        OccurrenceId::new(self.day.id.clone(), self.date)
    }
}

impl Step<'_> {
    fn wake_by(&mut self, instant: DateTime<Utc>) {
        self.wake = Some(self.wake.map_or(instant, |wake| wake.min(instant)));
    }
}

/// One notification to show: an occurrence, and the reminders that it covers.
#[derive(Debug, Clone, PartialEq)]
pub struct DueNotification<'a> {
    /// The day.
    pub day: &'a Day,
    /// The date of the occurrence.
    pub date: NaiveDate,
    /// What kind of notification it is.
    pub kind: ReminderKind,
    /// When it was due.
    pub due: DateTime<Utc>,
    /// The reminders that are recorded once it is shown; empty for a snoozed one.
    pub reminders: Vec<Reminder>,
}

/// Reminders of one occurrence that were not shown and will not be.
#[derive(Debug, Clone, PartialEq)]
pub struct MissedReminders<'a> {
    /// The day.
    pub day: &'a Day,
    /// The date of the occurrence.
    pub date: NaiveDate,
    /// What was not shown.
    pub reminders: Vec<Reminder>,
}

/// Says what to show now and when to look again; the module page has the exact behaviour.
///
/// ```
/// use remembrance::{day::Day, schedule::{Ledger, Now, Plan, step}, zone::Zone};
/// let plan = Plan::new(vec![Day::new("az-black-january", "Black January", "January 20")]);
/// let zone = Zone::utc();
/// let at = |text: &str| Now { instant: text.parse().unwrap(), zone: &zone };
///
/// let early = step(&plan, &Ledger::default(), at("2027-01-20T08:59:59Z"));
/// assert!(early.show.is_empty());
/// assert_eq!(early.wake, "2027-01-20T09:00:00Z".parse().ok());
/// let due = step(&plan, &Ledger::default(), at("2027-01-20T09:00:00Z"));
/// assert_eq!(due.show.len(), 1);
/// assert_eq!(due.wake, "2028-01-20T09:00:00Z".parse().ok());
/// ```
pub fn step<'a>(plan: &'a Plan, ledger: &Ledger, now: Now<'_>) -> Step<'a> {
    let mut step = Step::default();
    if now.instant < plan.clock_floor {
        step.wake_by(plan.clock_floor);
        return step;
    }
    let clock = ledger.clock(now.instant);
    step.clock = clock.verdict.map(|verdict| ClockNote { at: now.instant, clock: verdict });
    clock.wake.into_iter().for_each(|wake| step.wake_by(wake));
    for day in &plan.days {
        DayScan { plan, ledger, trusted: clock.trusted, now, day }.at_day(&mut step);
    }
    if clock.wake.is_some() {
        // While the clock is in doubt, nothing is given up.
        step.missed.clear();
    }
    step.show.sort_by_key(|show| show.due);
    if let Some(end) = plan.quiet.and_then(|quiet| quiet.end(now))
        && !step.show.is_empty()
    {
        step.show.clear();
        step.wake_by(end);
    }
    step
}

/// A look at one day at one instant.
struct DayScan<'a, 'l, 'n> {
    plan: &'a Plan,
    ledger: &'l Ledger,
    /// What was recorded until then counts.
    trusted: DateTime<Utc>,
    now: Now<'n>,
    day: &'a Day,
}

impl<'a> DayScan<'a, '_, '_> {
    fn at_day(&self, step: &mut Step<'a>) {
        if self.kept_since().is_none() {
            step.new.push(self.day);
        }
        let today = self.now.today();
        let oldest = back(today, u64::from(self.plan.catch_up) + ZONES_APART_DAYS).max(self.first_date());
        let mut newest = ahead(today, u64::from(longest_lead(self.day)) + ZONES_APART_DAYS);
        // A snoozed one may have come by a longer lead, before the configuration changed.
        if let Some(date) = self.ledger.last_snoozed(&self.day.id) {
            newest = newest.max(date.min(ahead(today, u64::from(Offset::LONGEST_DAYS))));
        }
        let (mut before, mut later) = (None, LaterDates::default());
        let _ = each_date(self.day, oldest.year()..=i32::MAX, |date| {
            if date < oldest {
                before = Some(date);
            } else if date <= newest {
                if !self.at_occurrence(date, step) {
                    before = Some(date);
                }
            } else {
                // So far ahead, none of them is due.
                let next = reminders(self.day, date, self.now.zone).map(|reminder| reminder.due).min();
                next.into_iter().for_each(|due| step.wake_by(due));
                if next.is_some() || later.are_enough(self.day, date) {
                    return ControlFlow::Break(());
                }
            }
            ControlFlow::Continue(())
        });
        self.look_back(oldest, before, step);
    }

    /// The first date of a day from a followed calendar: that on which the ledger first knew of it.
    ///
    /// A clock that was ahead then says nothing.
    fn first_date(&self) -> NaiveDate {
        let since = self.kept_since().unwrap_or(self.now.instant);
        let is_bound = self.plan.from_calendars.contains(&self.day.id) && since <= self.now.instant;
        if is_bound { self.now.zone.civil(since).date() } else { NaiveDate::MIN }
    }

    fn kept_since(&self) -> Option<DateTime<Utc>> {
        self.ledger.kept_since(&self.day.id)
    }

    /// Decides about an occurrence that may be announced today; false when it is over.
    fn at_occurrence(&self, date: NaiveDate, step: &mut Step<'a>) -> bool {
        let Self { now, day, .. } = *self;
        let record = self.ledger.of_occurrence(&day.id, date);
        let is_over = now.today() > ahead(date, u64::from(self.plan.catch_up));
        let (mut pending, mut gone) = (Vec::new(), Vec::new());
        let (mut is_to_come, mut day_is_to_come) = (false, false);
        let is_open =
            |reminder: &Reminder| !record.is_some_and(|record| record.settles(reminder, self.trusted));
        for reminder in open_reminders(day, date, now, is_open) {
            if reminder.due > now.instant {
                step.wake_by(reminder.due);
                is_to_come = true;
                day_is_to_come |= reminder.kind == ReminderKind::Day;
            } else if let Some(end) = reminder.ends.filter(|end| *end <= now.instant) {
                gone.extend(self.kept_since().filter(|since| *since < end).map(|_| reminder));
            } else if is_over && reminder.ends.is_none() {
                gone.push(reminder);
            } else {
                pending.push(reminder);
            }
        }
        if is_over && pending.is_empty() && !is_to_come {
            return false;
        }
        let has_come = now.today() >= date;
        if has_come && day_is_to_come && !pending.iter().any(|reminder| reminder.kind == ReminderKind::Day) {
            // What stays is at most a moment.
            pending.retain(|reminder| reminder.kind != ReminderKind::Ahead);
        }
        let mut snoozed = record.and_then(|record| record.snoozed(self.trusted)).filter(|_| !is_over);
        if let Some(until) = snoozed.filter(|until| *until > now.instant) {
            step.wake_by(until);
            snoozed = None;
        }
        if !gone.is_empty() {
            step.missed.push(MissedReminders { day, date, reminders: gone });
        }
        let main = pending.iter().max_by_key(|reminder| reminder.rank());
        let (kind, due) = match (main, snoozed) {
            (Some(main), None) => (main.kind, main.due),
            (Some(main), Some(_)) if main.kind != ReminderKind::Moment => (main.kind, main.due),
            // The snoozed notification announces the moment.
            (_, Some(until)) if now.today() < date => (ReminderKind::Ahead, until),
            (_, Some(until)) => (ReminderKind::Day, until),
            (None, None) => return true,
        };
        step.show.push(DueNotification { day, date, kind, due, reminders: pending });
        true
    }

    /// Finds what was never shown of the last occurrence that is over: `before`, or one of the years before `oldest`.
    fn look_back(&self, oldest: NaiveDate, before: Option<NaiveDate>, step: &mut Step<'a>) {
        let Some(begun) = self.kept_since() else {
            return;
        };
        let begun = self.now.zone.civil(begun).date();
        let first_year = begun.year().max(oldest.year() - LONGEST_LOOK_BACK_YEARS);
        let last = before.or_else(|| {
            let mut years = (first_year..oldest.year()).rev();
            years.find_map(|year| self.day.dates(year..=year).unwrap_or_default().pop())
        });
        let was_kept = |date: &NaiveDate| {
            *date >= self.first_date() && ahead(*date, u64::from(self.plan.catch_up)) >= begun
        };
        let Some(date) = last.filter(was_kept) else {
            return;
        };
        let record = self.ledger.of_occurrence(&self.day.id, date);
        let is_unsettled =
            |reminder: &Reminder| !record.is_some_and(|record| record.settles(reminder, self.trusted));
        let reminders: Vec<_> = reminders(self.day, date, self.now.zone).filter(is_unsettled).collect();
        if !reminders.is_empty() {
            step.missed.push(MissedReminders { day: self.day, date, reminders });
        }
    }
}

/// Dates without a reminder among those that are too far ahead to be announced: of a year that is skipped, or with a
/// moment in the night of another zone.
#[derive(Debug, Default)]
struct LaterDates {
    first_year: Option<i32>,
    count: usize,
}

impl LaterDates {
    /// Counts one more; true once there can be no reminder after them.
    fn are_enough(&mut self, day: &Day, date: NaiveDate) -> bool {
        self.count += 1;
        let first = *self.first_year.get_or_insert(date.year());
        let skipped = day.extras.skip.len();
        // Each skipped year may have dates, and the clocks of two zones go through all their differences in a year.
        let is_past = usize::try_from(date.year() - first).is_ok_and(|years| years > skipped + 1);
        (day.remind.is_empty() && day.extras.moment.is_none()) || (self.count > skipped + 1 && is_past)
    }
}

/// So many years are looked at together rather than one by one.
const FEW_YEARS: i32 = 3;

/// Gives `visit` the dates of `day` in these years, ascending, until it breaks or the search ends.
///
/// A year outside the range of a calendar has no dates here; `check` and `list` report it.
fn each_date(
    day: &Day,
    years: RangeInclusive<i32>,
    mut visit: impl FnMut(NaiveDate) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let first = day.first_year().map_or(*years.start(), |first| first.max(*years.start()));
    let search_end =
        first.saturating_add(LONGEST_SEARCH_YEARS).min(day.until.map_or(i32::MAX, KeptYear::get));
    let last = search_end.min(*years.end()).min(9999);
    if last.saturating_sub(first) < FEW_YEARS
        && let Ok(dates) = day.dates(first..=last)
    {
        return dates.into_iter().try_for_each(visit);
    }
    for year in first..=last {
        match day.dates(year..=year) {
            Ok(dates) => dates.into_iter().try_for_each(&mut visit)?,
            // Centuries of it, for thousands of days, would take seconds.
            Err(error) if error.is_after_range() => break,
            Err(_) => {}
        }
    }
    ControlFlow::Continue(())
}

fn longest_lead(day: &Day) -> u16 {
    // A moment may be announced up to a day ahead.
    day.remind.iter().map(|lead| lead.days).max().unwrap_or(0).max(u16::from(day.extras.moment.is_some()))
}

fn back(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN)
}

fn ahead(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
