//! What to show now, and when to look again: the heart of the program, without a clock in it.
//!
//! # Exact behaviour
//!
//! [`step`] may be called at any time, any number of times; an extra call changes nothing.
//!
//! - A day has occurrences; an occurrence has reminders: one for each [`Lead`] of the day, and one
//!   for its moment. A reminder is told apart by its [`Slot`], not by its wording or its instant, so
//!   that editing a text or travelling to another zone does not show it again.
//! - Times are civil times of the machine's zone as it is now; a moment may name its own.
//! - A reminder is *pending* when it is due (`due <= now`), the ledger has not recorded it, and it is
//!   not over. It is over once the day lies more than `catch-up` days back; a moment is over when it
//!   comes, since it is never shown late.
//! - All pending reminders of one occurrence make one notice, and are recorded together.
//! - Once the day has come, an ahead reminder by itself is pointless: it waits for the reminder of the
//!   day and is recorded with it, and is let go where the day was already spoken of. A day that has
//!   nothing but ahead reminders is spoken of late rather than never.
//! - A snoozed notice is shown again at its time, until the day is over.
//! - In quiet hours nothing is shown; what is pending waits for their end.
//! - What is over and was not shown is *missed*: of what lies further back than `catch-up`, only the
//!   last occurrence of each day, so that a clock that jumps decades floods nothing.
//! - A clock from before this program was released cannot be right: nothing is shown until it is set.
//! - `wake` is the next instant at which any of this changes. What [`step`] says to show now is not in it:
//!   if the desktop refuses, when to try again is the caller's business.

mod ledger;
mod reminder;
mod upcoming;

pub use ledger::{Entry, Foreign, Ledger, Spoken, State};
pub use reminder::{Kind, Reminder, Slot, reminders};
pub use upcoming::{Coming, upcoming, upcoming_date};

use crate::day::{Day, Lead};
use crate::zone::Zone;
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use std::ops::ControlFlow;

/// How many years ahead the next date of a day is looked for.
pub const LONGEST_SEARCH_YEARS: i32 = 400;

/// How many years back a missed occurrence is looked for.
const LONGEST_LOOK_BACK_YEARS: i32 = 10;

/// What is kept, and how it is spoken of.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The days that are kept.
    pub days: Vec<Day>,
    /// How many days after its day a missed reminder is still shown.
    pub catch_up: u16,
    /// The hours in which nothing is shown.
    pub quiet: Option<Quiet>,
    /// How long *Later* puts a notice off.
    pub snooze: TimeDelta,
    /// Before this instant the clock cannot be right.
    pub sane_from: DateTime<Utc>,
}

/// The present: an instant, and the zone in which the machine reads it.
#[derive(Debug, Clone, Copy)]
pub struct Now<'z> {
    /// The instant.
    pub instant: DateTime<Utc>,
    /// The zone of the machine.
    pub zone: &'z Zone,
}

impl Now<'_> {
    /// The date on the machine's calendar.
    pub fn today(&self) -> NaiveDate {
        self.civil().date()
    }

    /// What the machine's wall clock shows.
    pub fn civil(&self) -> NaiveDateTime {
        self.zone.civil(self.instant)
    }
}

/// Hours of the wall clock in which nothing is shown; they may go over midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet {
    /// When they begin.
    pub from: NaiveTime,
    /// When they are over.
    pub to: NaiveTime,
}

impl Quiet {
    /// When the quiet hours that hold `now` end, or `None` outside them.
    ///
    /// ```
    /// # use chrono::{DateTime, NaiveTime};
    /// # use remembrance::{schedule::{Now, Quiet}, zone::Zone};
    /// let hour = |h| NaiveTime::from_hms_opt(h, 0, 0).unwrap();
    /// let quiet = Quiet { from: hour(22), to: hour(8) };
    /// let zone = Zone::utc();
    /// let end = |at: &str| quiet.end(Now { instant: at.parse().unwrap(), zone: &zone });
    /// assert_eq!(end("2027-01-19T23:30:00Z"), "2027-01-20T08:00:00Z".parse().ok());
    /// assert_eq!(end("2027-01-20T08:00:00Z"), None);
    /// ```
    pub fn end(&self, now: Now<'_>) -> Option<DateTime<Utc>> {
        let time = now.civil().time();
        let is_quiet = if self.from <= self.to {
            self.from <= time && time < self.to
        } else {
            self.from <= time || time < self.to
        };
        if !is_quiet {
            return None;
        }
        let end_day = if time < self.to { now.today() } else { now.today().succ_opt()? };
        // Where a clock change skips the end, the instant could lie behind us: look again in an hour.
        Some(now.zone.instant(end_day.and_time(self.to)).max(now.instant + TimeDelta::seconds(1)))
    }
}

/// What there is to do at one instant.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Step<'a> {
    /// Notices to show now, in the order in which they came due.
    pub show: Vec<Show<'a>>,
    /// Reminders that were let go, to be recorded.
    pub missed: Vec<Missed<'a>>,
    /// The next instant to look again; `None` when nothing lies ahead.
    pub wake: Option<DateTime<Utc>>,
}

impl Step<'_> {
    fn wake_by(&mut self, instant: DateTime<Utc>) {
        self.wake = Some(self.wake.map_or(instant, |wake| wake.min(instant)));
    }
}

/// One notice to show: an occurrence, and the reminders that it speaks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Show<'a> {
    /// The day.
    pub day: &'a Day,
    /// The date of the occurrence.
    pub date: NaiveDate,
    /// What kind of notice it is.
    pub kind: Kind,
    /// When it was due.
    pub due: DateTime<Utc>,
    /// The reminders that are recorded once it is shown; empty for a snoozed one.
    pub reminders: Vec<Reminder>,
}

/// Reminders of one occurrence that were not shown and will not be.
#[derive(Debug, Clone, PartialEq)]
pub struct Missed<'a> {
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
    if now.instant < plan.sane_from {
        step.wake_by(plan.sane_from);
        return step;
    }
    for day in &plan.days {
        Look { plan, ledger, now, day }.at_day(&mut step);
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

impl Plan {
    /// A plan of these days with the defaults: three days of catch-up, no quiet hours.
    pub fn new(days: Vec<Day>) -> Self {
        Self { days, catch_up: 3, quiet: None, snooze: TimeDelta::hours(1), sane_from: DateTime::UNIX_EPOCH }
    }
}

/// A look at one day at one instant.
struct Look<'a, 'l, 'n> {
    plan: &'a Plan,
    ledger: &'l Ledger,
    now: Now<'n>,
    day: &'a Day,
}

impl<'a> Look<'a, '_, '_> {
    fn at_day(&self, step: &mut Step<'a>) {
        let today = self.now.today();
        // One day more on each side: a moment's zone may be a date ahead of ours or behind.
        let oldest = back(today, u64::from(self.plan.catch_up) + 1);
        let newest = ahead(today, u64::from(longest_lead(self.day)) + 1);
        let mut before = None;
        let _ = each_date(self.day, oldest.year(), |date| {
            if date < oldest {
                before = Some(date);
            } else if date <= newest {
                if !self.at_occurrence(date, step) {
                    before = Some(date);
                }
            } else {
                let dues = reminders(self.day, date, self.now.zone).map(|reminder| reminder.due);
                dues.filter(|due| *due > self.now.instant).for_each(|due| step.wake_by(due));
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        });
        self.look_back(oldest, before, step);
    }

    /// Decides about an occurrence that may be spoken of today; false when it is over for good.
    fn at_occurrence(&self, date: NaiveDate, step: &mut Step<'a>) -> bool {
        let Self { now, day, .. } = *self;
        let record = self.ledger.record(&day.id, date);
        let is_over = now.today() > ahead(date, u64::from(self.plan.catch_up));
        let (mut pending, mut gone) = (Vec::new(), Vec::new());
        let (mut is_to_come, mut day_is_to_come) = (false, false);
        for reminder in reminders(day, date, now.zone) {
            if record.is_some_and(|record| record.has(reminder.slot)) {
                continue;
            }
            if reminder.due > now.instant {
                step.wake_by(reminder.due);
                is_to_come = true;
                day_is_to_come |= reminder.kind == Kind::Day;
            } else if reminder.ends.map_or(is_over, |end| now.instant >= end) {
                gone.push(reminder);
            } else {
                pending.push(reminder);
            }
        }
        if is_over && pending.is_empty() && !is_to_come {
            return false;
        }
        if now.today() >= date && pending.iter().all(|reminder| reminder.kind == Kind::Ahead) {
            let was_spoken_of = |record: &ledger::Record| leads_of_the_day(day).any(|slot| record.has(slot));
            if day_is_to_come {
                pending.clear();
            } else if record.is_some_and(was_spoken_of) {
                gone.append(&mut pending);
            }
        }
        let mut snoozed = record.and_then(|record| record.snoozed).filter(|_| !is_over);
        if let Some(until) = snoozed.filter(|until| *until > now.instant) {
            step.wake_by(until);
            snoozed = None;
        }
        if !gone.is_empty() {
            step.missed.push(Missed { day, date, reminders: gone });
        }
        let main = pending.iter().max_by_key(|reminder| (reminder.kind == Kind::Day, reminder.due));
        let (kind, due) = match (main, snoozed) {
            (Some(main), _) => (main.kind, main.due),
            (None, Some(until)) if now.today() < date => (Kind::Ahead, until),
            (None, Some(until)) => (Kind::Day, until),
            (None, None) => return true,
        };
        step.show.push(Show { day, date, kind, due, reminders: pending });
        true
    }

    /// Finds what was never shown of the last occurrence that is over: `before`, or one of the years before `oldest`.
    fn look_back(&self, oldest: NaiveDate, before: Option<NaiveDate>, step: &mut Step<'a>) {
        let Some(begun) = self.ledger.begun() else {
            return;
        };
        let begun = self.now.zone.civil(begun).date();
        let first_year = begun.year().max(oldest.year() - LONGEST_LOOK_BACK_YEARS);
        let last = before.or_else(|| {
            let mut years = (first_year..oldest.year()).rev();
            years.find_map(|year| self.day.dates(year..=year).unwrap_or_default().pop())
        });
        let Some(date) = last.filter(|date| ahead(*date, u64::from(self.plan.catch_up)) >= begun) else {
            return;
        };
        let record = self.ledger.record(&self.day.id, date);
        let unspoken = |reminder: &Reminder| !record.is_some_and(|record| record.has(reminder.slot));
        let reminders: Vec<_> = reminders(self.day, date, self.now.zone).filter(unspoken).collect();
        if !reminders.is_empty() {
            step.missed.push(Missed { day: self.day, date, reminders });
        }
    }
}

/// Gives `visit` the dates of `day` from `year` on, ascending, until it breaks or the search ends.
///
/// A year for which a calendar is not sound has no dates here; `check` and `list` tell of it.
fn each_date(day: &Day, year: i32, mut visit: impl FnMut(NaiveDate) -> ControlFlow<()>) -> ControlFlow<()> {
    let first = day.since.map_or(year, |since| since.max(year));
    let last = first.saturating_add(LONGEST_SEARCH_YEARS).min(day.until.unwrap_or(i32::MAX)).min(9999);
    for year in first..=last {
        for date in day.dates(year..=year).unwrap_or_default() {
            visit(date)?;
        }
    }
    ControlFlow::Continue(())
}

fn longest_lead(day: &Day) -> u16 {
    // A moment may be announced up to a day ahead.
    day.remind.iter().map(|lead| lead.days).max().unwrap_or(0).max(u16::from(day.moment.is_some()))
}

fn leads_of_the_day(day: &Day) -> impl Iterator<Item = Slot> {
    day.remind.iter().filter(|lead| lead.days == 0).map(|lead: &Lead| Slot::Lead(*lead))
}

fn back(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN)
}

fn ahead(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests;
