//! Upcoming reminders, for `next` and for what the daemon says of itself.

use super::{
    LONGEST_SEARCH_YEARS, Ledger, Now, Plan, Reminder, ReminderKind, ZONES_APART_DAYS, ahead, back,
    each_date, longest_lead, open_reminders,
};
use crate::day::{Day, Offset};
use crate::hash::ShortTexts;
use crate::rule::Rule;
use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};
use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::Arc;

/// The next `count` reminders after `now` that `ledger` has not settled: those due first come first, and of those due
/// together the first by id. A snoozed notification is due when it comes back. A moment that another reminder tells of
/// is not one of its own.
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
) -> Vec<UpcomingReminder<'a>> {
    // What comes due together is in the order of the ids.
    let mut days: Vec<&Day> = plan.days.iter().collect();
    days.sort_by(|a, b| a.id.cmp(&b.id));
    // So many are kept before they are looked through for the first of them.
    let most = count.saturating_mul(2).saturating_add(ROOM);
    let mut years = 1;
    loop {
        let until = now.instant + TimeDelta::days(years * LONGEST_YEAR_DAYS);
        let mut search = Search {
            plan,
            ledger,
            now,
            until,
            oldest: back(now.today(), u64::from(plan.catch_up) + ZONES_APART_DAYS),
            newest: now.zone.civil(until).date(),
            trusted: ledger.clock(now.instant).trusted,
        };
        // Some days come twice in so long.
        let room = (days.len() + days.len() / 8).min(most);
        let (mut coming, mut alike) = (Vec::with_capacity(room), Alike::default());
        for day in &days {
            search.collect(day, &mut alike, &mut coming);
            // Few are asked for, of many that there are: what is later than all of those is not looked at.
            if coming.len() >= most {
                keep_first(&mut coming, count);
                if let Some((_, _, last)) = coming.last() {
                    search.until = last.due;
                    search.newest = now.zone.civil(last.due).date();
                }
            }
        }
        // Look no further ahead than it takes: most days come every year.
        if coming.len() >= count || years >= i64::from(LONGEST_SEARCH_YEARS) {
            keep_first(&mut coming, count);
            return coming;
        }
        years *= 2;
    }
}

/// The longest that a day of every year is away from the next: a Hebrew leap year, and from Easter to Easter.
const LONGEST_YEAR_DAYS: i64 = 385;

/// How many more than are asked for are kept before they are looked through.
const ROOM: usize = 64;

/// An upcoming reminder, with its day and the date of its occurrence.
pub type UpcomingReminder<'a> = (&'a Day, NaiveDate, Reminder);

/// Keeps the `count` that come due first; those that come due together stay in their order.
fn keep_first(coming: &mut Vec<UpcomingReminder<'_>>, count: usize) {
    coming.sort_by_cached_key(|(_, _, reminder)| reminder.due.timestamp());
    coming.truncate(count);
}

/// The upcoming reminders of days of the same rules and offsets, by where these lie: many days fall on one date.
type Alike = HashMap<(*const Rule, *const Offset), Vec<(NaiveDate, Reminder)>, ShortTexts>;

/// What is looked for: the same for every day.
struct Search<'a, 'l, 'n> {
    plan: &'a Plan,
    ledger: &'l Ledger,
    now: Now<'n>,
    /// The last instant at which a reminder may be due.
    until: DateTime<Utc>,
    /// The first date whose reminders may still be shown.
    oldest: NaiveDate,
    /// The date at the end.
    newest: NaiveDate,
    /// The instant up to which the ledger is trusted.
    trusted: DateTime<Utc>,
}

impl<'a> Search<'a, '_, '_> {
    /// Collects the reminders of `day`.
    fn collect(&self, day: &'a Day, alike: &mut Alike, coming: &mut Vec<UpcomingReminder<'a>>) {
        let begin = coming.len();
        if self.is_one_of_many(day) {
            let key = (day.rules.as_ptr(), day.remind.as_ptr());
            let reminders = alike.entry(key).or_insert_with(|| {
                let mut reminders = Vec::new();
                self.each(day, |date, reminder| reminders.push((date, reminder)));
                reminders
            });
            let in_time = reminders.iter().filter(|(_, reminder)| reminder.due <= self.until);
            coming.extend(in_time.map(|(date, reminder)| (day, *date, *reminder)));
        } else {
            self.each(day, |date, reminder| coming.push((day, date, reminder)));
        }
        let own = coming.get_mut(begin..).unwrap_or_default();
        own.sort_by_key(|(_, date, reminder)| (reminder.slot, *date));
    }

    /// Whether nothing but its id and its name tells a day from others of its rules and offsets.
    fn is_one_of_many(&self, day: &Day) -> bool {
        Arc::strong_count(&day.rules) > 1
            && day.first_year().is_none()
            && day.until.is_none()
            && day.extras.moment.is_none()
            && day.extras.skip.is_empty()
            && !self.ledger.has_occurrences(&day.id)
    }

    /// Gives `visit` the reminders of `day`, and the dates of their occurrences.
    fn each(&self, day: &Day, mut visit: impl FnMut(NaiveDate, Reminder)) {
        let Self { plan, ledger, now, until, oldest, newest, trusted } = *self;
        let lead = Days::new(u64::from(longest_lead(day)) + ZONES_APART_DAYS);
        let last = newest.checked_add_days(lead).unwrap_or(NaiveDate::MAX);
        let _ = each_date(day, oldest.year()..=last.year(), |date| {
            if (oldest..=last).contains(&date) {
                let record = ledger.of_occurrence(&day.id, date);
                let is_open =
                    |reminder: &Reminder| !record.is_some_and(|record| record.settles(reminder, trusted));
                let open = || open_reminders(day, date, now, is_open);
                let is_told_in_another = |moment: &Reminder| {
                    open().any(|other| other.kind != ReminderKind::Moment && other.due == moment.due)
                };
                let is_coming = |reminder: &Reminder| {
                    now.instant < reminder.due
                        && reminder.due <= until
                        && !(reminder.kind == ReminderKind::Moment && is_told_in_another(reminder))
                };
                let is_in_time = |again: &Reminder| {
                    let is_over = now.zone.civil(again.due).date() > ahead(date, u64::from(plan.catch_up));
                    now.instant < again.due && again.due <= until && !is_over
                };
                let again = record.and_then(|record| record.again(date, trusted, now)).filter(is_in_time);
                open().filter(is_coming).chain(again).for_each(|reminder| visit(date, reminder));
            }
            ControlFlow::Continue(())
        });
    }
}

/// The first date of `day` that is not before `today`, or `None` when it is never kept again.
///
/// ```
/// use remembrance::{day::Day, schedule::upcoming_date};
/// let next = |rule: &str, today: &str| {
///     upcoming_date(&Day::new("x", "X", rule), today.parse().unwrap()).map(|date| date.to_string())
/// };
/// assert_eq!(next("January 20", "2027-01-20").as_deref(), Some("2027-01-20"));
/// assert_eq!(next("January 20", "2027-01-21").as_deref(), Some("2028-01-20"));
/// assert_eq!(next("2026-05-01", "2026-05-02"), None);
/// ```
pub fn upcoming_date(day: &Day, today: NaiveDate) -> Option<NaiveDate> {
    let mut found = None;
    let _ = each_date(day, today.year()..=i32::MAX, |date| {
        if date < today {
            return ControlFlow::Continue(());
        }
        found = Some(date);
        ControlFlow::Break(())
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::Ceremony;
    use crate::day::{KeptYear, Moment, Offset};
    use crate::occurrence::OccurrenceId;
    use crate::schedule::{LedgerEntry, State, reminders as reminders_of};
    use crate::zone::Zone;

    #[test]
    fn a_few_of_many_are_the_first_of_all() {
        let zone = Zone::from_posix("Europe/Berlin", "CET-1CEST,M3.5.0,M10.5.0/3").unwrap();
        let now = Now { instant: "2026-12-29T10:00:00Z".parse().unwrap(), zone: &zone };
        // Days of every kind in an order that is not that of their dates, some with a reminder a month ahead.
        let rules = [
            "January 20",
            "Easter",
            "10 Muharram",
            "Chinese 7/15",
            "last Monday of May",
            "2031-05-01",
            "February 29",
        ];
        let days = (0..1_000_u32).map(|index| {
            let (month, day) = (index * 7 % 12 + 1, index * 11 % 28 + 1);
            let rule = match rules.get(index as usize % 20) {
                Some(rule) => (*rule).to_owned(),
                None => format!("{month:02}-{day:02}"),
            };
            let mut day = Day::new(&format!("day-{}", index * 337 % 1_000), "X", &rule);
            if index % 3 == 0 {
                day.remind = [Offset::default(), "30 days before 18:00".parse().unwrap()].into();
            }
            day
        });
        let plan = Plan::new(days.collect());
        let key = |(day, date, reminder): &UpcomingReminder<'_>| (day.id.clone(), *date, reminder.due);
        let all: Vec<_> = upcoming(&plan, &Ledger::default(), now, 5_000).iter().map(key).collect();
        assert!(all.len() == 5_000 && all.is_sorted_by_key(|(_, _, due)| *due));
        for count in [0, 1, 2, 63, 64, 65, 66, 200, 1_300] {
            let few: Vec<_> = upcoming(&plan, &Ledger::default(), now, count).iter().map(key).collect();
            assert_eq!(few, all[..count], "{count}");
        }
    }

    #[test]
    fn days_of_the_same_rules_have_the_reminders_that_each_has_by_itself() {
        let zone = Zone::from_posix("Europe/Berlin", "CET-1CEST,M3.5.0,M10.5.0/3").unwrap();
        let now = Now { instant: "2026-12-29T10:00:00Z".parse().unwrap(), zone: &zone };
        let noon = "12:00".parse().unwrap();
        let phrases = ["January 20", "10 Muharram", "February 29", "2031-05-01", "Easter", "December 29"];
        let reminders: [Arc<[Offset]>; 2] = [
            [Offset::default()].into(),
            ["18:00".parse().unwrap(), "3 days before 08:00".parse().unwrap()].into(),
        ];
        let rules = phrases.map(|phrase| Arc::<[Rule]>::from([phrase.parse().unwrap()]));
        // Of each kind of what a day may have of its own there is one among those of each rule.
        let day = |index: usize| {
            let mut day =
                Day::new(&format!("day-{:02}", index * 37 % 96), "X", phrases[index % phrases.len()]);
            day.remind = Arc::clone(&reminders[index / 6 % 2]);
            match index / 12 {
                0 => day.since = KeptYear::new(2028),
                1 => day.until = KeptYear::new(2027),
                2 => day.event = Some(crate::rule::EventDate::Date("2027-03-01".parse().unwrap())),
                3 => day.extras.skip = vec![2027],
                4 => {
                    let what = Ceremony::plain("Silence");
                    let moment = Moment { at: noon, zone: None, what, ahead: TimeDelta::minutes(5) };
                    day.extras.moment = Some(Box::new(moment));
                }
                _ => {}
            }
            day
        };
        let alone: Vec<Day> = (0..96).map(day).collect();
        let shared: Vec<Day> = (0..96)
            .map(|index| Day { rules: Arc::clone(&rules[index % phrases.len()]), ..day(index) })
            .collect();
        let mut ledger = Ledger::default();
        // What is known of days of the same rules differs: this year's reminders were shown, or last year's.
        for (index, day) in alone.iter().enumerate().skip(60) {
            let year = if index / 12 % 2 == 0 { 2026 } else { 2025 };
            let date = NaiveDate::from_ymd_opt(year, 12, 29).unwrap();
            let entry = LedgerEntry {
                reminders: reminders_of(day, date, &zone).map(|reminder| (&reminder).into()).collect(),
                ..LedgerEntry::of(OccurrenceId::new(day.id.as_str(), date), State::Shown, now.instant)
            };
            ledger.record(&entry.into());
        }
        let (alone, shared) = (Plan::new(alone), Plan::new(shared));
        let key = |(day, date, reminder): &UpcomingReminder<'_>| {
            (reminder.due, day.id.clone(), reminder.slot, *date)
        };
        for ledger in [&Ledger::default(), &ledger] {
            for count in [1, 7, 100, 1_000] {
                let found: Vec<_> = upcoming(&shared, ledger, now, count).iter().map(key).collect();
                let expected: Vec<_> = upcoming(&alone, ledger, now, count).iter().map(key).collect();
                assert_eq!(found, expected, "{count}");
                assert!(found.is_sorted(), "{count}");
            }
        }
        let of_today = |ledger: &Ledger| {
            let found = upcoming(&shared, ledger, now, 1_000);
            found.iter().filter(|(_, _, reminder)| reminder.due < now.instant + TimeDelta::hours(12)).count()
        };
        assert!((1..of_today(&Ledger::default())).contains(&of_today(&ledger)));
    }

    #[test]
    fn a_snoozed_notification_is_upcoming_until_its_day_is_over() {
        let plan = Plan::new(vec![Day::new("x", "X", "January 20")]);
        let date = NaiveDate::from_ymd_opt(2027, 1, 20).unwrap();
        let instant = |text: &str| -> DateTime<Utc> { text.parse().unwrap() };
        let mut ledger = Ledger::default();
        let next = |ledger: &Ledger, now: &str| {
            let zone = Zone::utc();
            let next = upcoming(&plan, ledger, Now { instant: instant(now), zone: &zone }, 1);
            next.first()
                .map(|(_, date, reminder)| format!("{date} {}", reminder.due.format("%Y-%m-%dT%H:%M")))
        };
        let snoozed = |until: &str| {
            LedgerEntry::snoozed(
                OccurrenceId::new("x", date),
                instant("2027-01-20T09:10:00Z"),
                instant(until),
            )
        };
        ledger.record(&snoozed("2027-01-20T10:10:00Z").into());
        assert_eq!(next(&ledger, "2027-01-20T10:09:00Z").as_deref(), Some("2027-01-20 2027-01-20T10:10"));
        assert_eq!(next(&ledger, "2027-01-20T10:10:00Z").as_deref(), Some("2028-01-20 2028-01-20T09:00"));
        // On the last day of catch-up, and the day after.
        ledger.record(&snoozed("2027-01-23T23:59:00Z").into());
        assert_eq!(next(&ledger, "2027-01-23T10:00:00Z").as_deref(), Some("2027-01-20 2027-01-23T23:59"));
        ledger.record(&snoozed("2027-01-24T00:00:00Z").into());
        assert_eq!(next(&ledger, "2027-01-23T10:00:00Z").as_deref(), Some("2028-01-20 2028-01-20T09:00"));
        let read =
            LedgerEntry::of(OccurrenceId::new("x", date), State::Read, instant("2027-01-20T09:20:00Z"));
        ledger.record(&snoozed("2027-01-22T09:00:00Z").into());
        ledger.record(&read.into());
        assert_eq!(next(&ledger, "2027-01-21T09:00:00Z").as_deref(), Some("2028-01-20 2028-01-20T09:00"));
    }

    #[test]
    fn a_snoozed_notification_has_the_slot_of_its_last_reminder() {
        let mut day = Day::new("x", "X", "January 20");
        day.remind = ["2 days before 09:00".parse().unwrap()].into();
        let noon = "12:00".parse().unwrap();
        let what = Ceremony::plain("Silence");
        day.extras.moment = Some(Box::new(Moment { at: noon, zone: None, what, ahead: TimeDelta::days(1) }));
        let plan = Plan::new(vec![day]);
        let zone = Zone::utc();
        let date = NaiveDate::from_ymd_opt(2027, 1, 20).unwrap();
        let instant = |text: &str| -> DateTime<Utc> { text.parse().unwrap() };
        let all: Vec<_> = reminders_of(&plan.days[0], date, &zone).collect();
        for (until, kind) in [
            ("2027-01-19T23:59:00Z", ReminderKind::Ahead),
            ("2027-01-20T00:00:00Z", ReminderKind::Day),
            ("2027-01-20T00:01:00Z", ReminderKind::Day),
        ] {
            let mut ledger = Ledger::default();
            for (reminder, at) in all.iter().zip(["2027-01-18T09:00:00Z", "2027-01-19T12:00:00Z"]) {
                let reminders = vec![reminder.into()];
                ledger.record(
                    &LedgerEntry {
                        reminders,
                        ..LedgerEntry::of(OccurrenceId::new("x", date), State::Shown, instant(at))
                    }
                    .into(),
                );
            }
            ledger.record(
                &LedgerEntry::snoozed(
                    OccurrenceId::new("x", date),
                    instant("2027-01-19T12:01:00Z"),
                    instant(until),
                )
                .into(),
            );
            let now = Now { instant: instant("2027-01-19T13:00:00Z"), zone: &zone };
            let (_, _, reminder) = upcoming(&plan, &ledger, now, 1)[0];
            assert_eq!((reminder.kind, reminder.due), (kind, instant(until)));
            assert_eq!(reminder.slot.to_string(), "2 days before 09:00");
        }
    }
}
