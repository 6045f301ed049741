//! What holds of [`step`] whatever the days and whenever one looks.

use super::tests::instant;
use super::*;
use crate::day::Ceremony;
use crate::day::{Moment, Offset};
use crate::zone::Zone;
use chrono::{NaiveTime, TimeDelta};
use proptest::prelude::*;

prop_compose! {
    fn any_day(id: usize)(
        month in 1_u32..=12, day in 1_u32..=28,
        leads in prop::collection::vec((0_u16..40, 0_u32..24, 0_u32..60), 0..4),
        moment in prop::option::of((0_u32..24, -12_i64..=14, 0_i64..60)),
        at_night in any::<bool>(),
    ) -> Day {
        let mut made = Day::new(&format!("d{id}"), "D", &format!("{month:02}-{day:02}"));
        let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
        let leads = leads.into_iter().map(|(days, hour, minute)| Offset { days, at: time(hour, minute).into() });
        made.remind = leads.collect::<std::collections::BTreeSet<_>>().into_iter().collect();
        made.extras.moment = moment.map(|(hour, offset, ahead)| Moment {
            at: time(hour, 0).into(),
            zone: Some(Zone::from_posix("There", &format!("<X>{}", -offset)).unwrap()),
            what: Ceremony::plain("Silence"),
            ahead: TimeDelta::minutes(ahead),
        }).map(Box::new);
        made.extras.at_night = at_night;
        made
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Years in which every wake-up is kept: each reminder is shown exactly once, at its very due time.
    #[test]
    fn who_keeps_every_wake_up_shows_each_reminder_once_and_on_time(days in (any_day(0), any_day(1)), begin in 0_i64..700) {
        let plan = Plan::new(vec![days.0, days.1]);
        let zone = Zone::from_posix("Europe/Berlin", "CET-1CEST,M3.5.0,M10.5.0/3").unwrap();
        let begun = instant("2026-11-23 10:00") + TimeDelta::days(begin);
        let end = begun + TimeDelta::days(800);
        let mut ledger = Ledger::default();
        plan.days.iter().for_each(|day| ledger.record(&KeptSince { at: begun, kept: day.id.to_string() }.into()));
        // What came due before the beginning is another test's business.
        for day in &plan.days {
            for date in day.dates(2026..=2030).unwrap() {
                let reminders = reminders(day, date, &zone).filter(|reminder| reminder.due <= begun).collect();
                ledger.record(&LedgerEntry::missed(&MissedReminders { day, date, reminders }, begun).into());
            }
        }
        let mut expected: Vec<(DateTime<Utc>, String)> = Vec::new();
        for day in &plan.days {
            for date in day.dates(2026..=2031).unwrap() {
                let coming = open_reminders(day, date, Now { instant: begun, zone: &zone }, |reminder| begun < reminder.due);
                let coming = coming.filter(|reminder| begun < reminder.due && reminder.due <= end);
                expected.extend(coming.map(|reminder| (reminder.due, format!("{} {date} {}", day.id, reminder.slot))));
            }
        }
        let mut shown = Vec::new();
        let mut now = step(&plan, &ledger, Now { instant: begun, zone: &zone }).wake;
        while let Some(instant) = now.filter(|now| *now <= end) {
            let taken = step(&plan, &ledger, Now { instant, zone: &zone });
            for show in &taken.show {
                for reminder in &show.reminders {
                    prop_assert_eq!(reminder.due, instant);
                    shown.push((reminder.due, format!("{} {} {}", show.day.id, show.date, reminder.slot)));
                }
                ledger.record(&LedgerEntry::shown(show, instant).into());
            }
            prop_assert!(taken.wake.is_none_or(|wake| wake > instant));
            now = taken.wake;
        }
        expected.sort();
        shown.sort();
        prop_assert_eq!(shown, expected);
    }

    /// Looks at any times in any order: never early, never twice, and an extra look changes nothing.
    #[test]
    fn whenever_one_looks_nothing_is_early_or_twice(
        day in any_day(0),
        looks in prop::collection::vec((0_i64..900, 0_i64..86_400), 1..40),
        is_forward in any::<bool>(),
    ) {
        let plan = Plan::new(vec![day]);
        let zone = Zone::from_posix("Asia/Baku", "<+04>-4").unwrap();
        let begun = instant("2026-11-23 10:00");
        let mut times: Vec<_> = looks.into_iter().map(|(days, secs)| begun + TimeDelta::days(days) + TimeDelta::seconds(secs)).collect();
        times.sort();
        if !is_forward {
            // Set back again and again, by less than makes the clock doubted.
            times.iter_mut().step_by(2).for_each(|time| *time -= TimeDelta::hours(20));
        }
        let mut ledger = Ledger::default();
        plan.days.iter().for_each(|day| ledger.record(&KeptSince { at: begun, kept: day.id.to_string() }.into()));
        let mut seen = std::collections::HashSet::new();
        for instant in times {
            let now = Now { instant, zone: &zone };
            let taken = step(&plan, &ledger, now);
            prop_assert_eq!(&taken, &step(&plan, &ledger, now));
            for show in &taken.show {
                prop_assert!(now.today() <= show.date + Days::new(3));
                for reminder in &show.reminders {
                    prop_assert!(reminder.due <= instant, "early");
                    prop_assert!(reminder.ends.is_none_or(|end| instant < end), "a moment shown late");
                    prop_assert!(seen.insert((show.date, reminder.slot)), "twice");
                }
                ledger.record(&LedgerEntry::shown(show, instant).into());
            }
            for missed in &taken.missed {
                for reminder in &missed.reminders {
                    prop_assert!(seen.insert((missed.date, reminder.slot)), "missed and shown");
                }
                ledger.record(&LedgerEntry::missed(missed, instant).into());
            }
            prop_assert_eq!(step(&plan, &ledger, now).show.len(), 0);
        }
    }
}
