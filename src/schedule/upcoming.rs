//! The reminders that lie ahead, for `next` and for what the daemon says of itself.

use super::{Ledger, Now, Plan, Reminder, each_date, longest_lead, reminders};
use crate::day::Day;
use chrono::{Datelike, Days, NaiveDate};
use std::ops::ControlFlow;

/// The next `count` reminders after `now` that `ledger` has not settled, in the order in which they come due.
///
/// ```
/// use remembrance::{day::Day, schedule::{Ledger, Now, Plan, upcoming}, zone::Zone};
/// let plan = Plan::new(vec![Day::new("az-black-january", "Black January", "January 20")]);
/// let now = Now { instant: "2026-11-23T10:00:00Z".parse().unwrap(), zone: &Zone::utc() };
/// let (day, date, reminder) = upcoming(&plan, &Ledger::default(), now, 1)[0];
/// assert_eq!((day.id.as_str(), date.to_string().as_str()), ("az-black-january", "2027-01-20"));
/// assert_eq!(reminder.due.to_rfc3339(), "2027-01-20T09:00:00+00:00");
/// assert!(upcoming(&Plan::new(vec![]), &Ledger::default(), now, 1).is_empty()); // nothing is kept
/// ```
pub fn upcoming<'a>(
    plan: &'a Plan,
    ledger: &Ledger,
    now: Now<'_>,
    count: usize,
) -> Vec<(&'a Day, NaiveDate, Reminder)> {
    let mut coming = Vec::new();
    for day in &plan.days {
        coming.extend(of_day(day, ledger, now, count));
        // Keep no more than can still be asked for, however many days there are.
        if coming.len() > 2 * count + 64 {
            sort(&mut coming);
            coming.truncate(count);
        }
    }
    sort(&mut coming);
    coming.truncate(count);
    coming
}

fn sort(coming: &mut [(&Day, NaiveDate, Reminder)]) {
    coming.sort_by(|(a, _, x), (b, _, y)| x.due.cmp(&y.due).then_with(|| a.id.cmp(&b.id)));
}

fn of_day<'a>(
    day: &'a Day,
    ledger: &Ledger,
    now: Now<'_>,
    count: usize,
) -> Vec<(&'a Day, NaiveDate, Reminder)> {
    let mut found: Vec<(&Day, NaiveDate, Reminder)> = Vec::new();
    let lead = Days::new(u64::from(longest_lead(day)) + 1);
    let yesterday = now.today().pred_opt().unwrap_or(NaiveDate::MIN);
    let _ = each_date(day, yesterday.year(), |date| {
        if date < yesterday {
            return ControlFlow::Continue(());
        }
        // Once there are enough, a later date matters only if its first reminder may come before them.
        let earliest = date.checked_sub_days(lead).unwrap_or(NaiveDate::MIN);
        let last = found.iter().map(|(_, _, reminder)| reminder.due).max();
        if found.len() >= count && last.is_none_or(|last| now.zone.civil(last).date() < earliest) {
            return ControlFlow::Break(());
        }
        let record = ledger.record(&day.id, date);
        let coming = reminders(day, date, now.zone).filter(|reminder| reminder.due > now.instant);
        let is_settled = |reminder: &Reminder| record.is_some_and(|record| record.has(reminder.slot));
        found.extend(coming.filter(|reminder| !is_settled(reminder)).map(|reminder| (day, date, reminder)));
        ControlFlow::Continue(())
    });
    found
}

/// The first date of `day` that is not before `today`, or `None` when it is never kept again.
pub fn upcoming_date(day: &Day, today: NaiveDate) -> Option<NaiveDate> {
    let mut found = None;
    let _ = each_date(day, today.year(), |date| {
        if date < today {
            return ControlFlow::Continue(());
        }
        found = Some(date);
        ControlFlow::Break(())
    });
    found
}
