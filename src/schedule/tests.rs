//! The exact behaviour of [`step`], by table and by property.

use super::*;
use crate::day::{Moment, Text};
use proptest::prelude::*;

/// What a step came to, for tables: notices as `id date kind` with the number of reminders, then
/// what was missed, then the time to wake.
fn told(step: &Step<'_>) -> String {
    let shows = step
        .show
        .iter()
        .map(|show| format!("{} {} {} x{}", show.day.id, show.date, show.kind.name(), show.reminders.len()));
    let missed = step.missed.iter().map(|missed| {
        let slots: Vec<_> = missed.reminders.iter().map(|reminder| reminder.slot.to_string()).collect();
        format!("missed {} {} [{}]", missed.day.id, missed.date, slots.join(", "))
    });
    let wake = step.wake.map_or("never".to_owned(), |wake| wake.format("%Y-%m-%d %H:%M").to_string());
    shows.chain(missed).chain([format!("wake {wake}")]).collect::<Vec<_>>().join("; ")
}

fn instant(text: &str) -> DateTime<Utc> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap().and_utc()
}

fn black_january(remind: &[&str]) -> Day {
    let mut day = Day::new("bj", "Black January", "January 20");
    day.remind = remind.iter().map(|lead| lead.parse().unwrap()).collect();
    day
}

fn with_moment(mut day: Day) -> Day {
    day.moment = Some(Moment {
        at: NaiveTime::from_hms_opt(12, 0, 0).unwrap(),
        zone: Some(Zone::from_posix("Asia/Baku", "<+04>-4").unwrap()),
        what: Text::plain("A minute of silence"),
        ahead: TimeDelta::minutes(5),
    });
    day
}

/// Takes a step and records what it says, as the shell does when everything goes well.
fn live(plan: &Plan, ledger: &mut Ledger, now: &str) -> String {
    let zone = Zone::utc();
    let now = Now { instant: instant(now), zone: &zone };
    let step = step(plan, ledger, now);
    for show in &step.show {
        ledger.record_entry(&Entry::shown(show, now.instant));
    }
    for missed in &step.missed {
        ledger.record_entry(&Entry::missed(missed, now.instant));
    }
    told(&step)
}

/// Lives through `times` and compares what is told at each.
fn history(plan: &Plan, begun: &str, table: &[(&str, &str)]) {
    let mut ledger = Ledger::begun_at(instant(begun));
    for (now, expected) in table {
        assert_eq!(live(plan, &mut ledger, now), *expected, "at {now}");
    }
}

#[test]
fn a_reminder_is_shown_when_due_and_never_again() {
    let plan = Plan::new(vec![black_january(&["09:00"])]);
    history(
        &plan,
        "2026-11-23 10:00",
        &[
            ("2026-11-23 10:00", "wake 2027-01-20 09:00"),
            ("2027-01-20 08:59", "wake 2027-01-20 09:00"),
            ("2027-01-20 09:00", "bj 2027-01-20 day x1; wake 2028-01-20 09:00"),
            ("2027-01-20 09:00", "wake 2028-01-20 09:00"),
            // A clock set back shows nothing twice.
            ("2027-01-20 08:00", "wake 2028-01-20 09:00"),
            ("2027-01-20 09:00", "wake 2028-01-20 09:00"),
            ("2028-01-20 09:01", "bj 2028-01-20 day x1; wake 2029-01-20 09:00"),
        ],
    );
}

#[test]
fn a_day_missed_is_caught_up_with_and_then_let_go() {
    let plan = Plan::new(vec![black_january(&["09:00"])]);
    for (back_on, expected) in [
        ("2027-01-20 23:59", "bj 2027-01-20 day x1; wake 2028-01-20 09:00"),
        ("2027-01-23 23:59", "bj 2027-01-20 day x1; wake 2028-01-20 09:00"),
        ("2027-01-24 00:00", "missed bj 2027-01-20 [09:00]; wake 2028-01-20 09:00"),
        ("2027-03-01 00:00", "missed bj 2027-01-20 [09:00]; wake 2028-01-20 09:00"),
    ] {
        history(&plan, "2026-11-23 10:00", &[(back_on, expected), (back_on, "wake 2028-01-20 09:00")]);
    }
}

#[test]
fn nothing_from_before_the_ledger_began_is_missed() {
    let plan = Plan::new(vec![black_january(&["09:00"])]);
    history(&plan, "2026-11-23 10:00", &[("2026-11-23 10:00", "wake 2027-01-20 09:00")]);
    // A day is over on the fourth day after it; one that was over at the beginning was not missed.
    for begun in ["2027-01-24 09:00", "2027-01-25 09:00"] {
        history(&plan, begun, &[(begun, "wake 2028-01-20 09:00")]);
    }
    history(
        &plan,
        "2027-01-23 09:00",
        &[("2027-01-24 09:00", "missed bj 2027-01-20 [09:00]; wake 2028-01-20 09:00")],
    );
}

#[test]
fn a_moment_that_comes_after_our_own_date_is_over_is_announced_all_the_same() {
    let mut day = with_moment(black_january(&["09:00"]));
    // 20:00 on January 20 in New York is 01:00 on January 21 here.
    let moment = day.moment.as_mut().unwrap();
    (moment.at, moment.zone) = ("20:00".parse().unwrap(), Zone::from_posix("New York", "EST5").ok());
    let plan = Plan { catch_up: 0, ..Plan::new(vec![day]) };
    history(
        &plan,
        "2026-11-23 10:00",
        &[
            ("2027-01-20 09:00", "bj 2027-01-20 day x1; wake 2027-01-21 00:55"),
            ("2027-01-21 00:10", "wake 2027-01-21 00:55"),
            ("2027-01-21 00:55", "bj 2027-01-20 moment x1; wake 2028-01-20 09:00"),
        ],
    );
}

#[test]
fn a_clock_that_jumps_decades_misses_each_day_once() {
    let plan = Plan::new(vec![black_january(&["09:00"]), Day::new("other", "Other", "May 5")]);
    history(
        &plan,
        "2026-11-23 10:00",
        &[
            (
                "2060-02-01 10:00",
                "missed bj 2060-01-20 [09:00]; missed other 2059-05-05 [09:00]; wake 2060-05-05 09:00",
            ),
            // Put right, each day is judged by its own date.
            ("2027-01-20 09:00", "bj 2027-01-20 day x1; wake 2027-05-05 09:00"),
        ],
    );
}

#[test]
fn all_that_was_missed_of_one_occurrence_is_one_notice() {
    let plan =
        Plan::new(vec![black_january(&["1 week before 19:00", "1 day before 18:00", "09:00", "20:00"])]);
    let table = [
        ("2027-01-16 10:00", "bj 2027-01-20 ahead x1; wake 2027-01-19 18:00"),
        ("2027-01-19 18:00", "bj 2027-01-20 ahead x2; wake 2027-01-20 09:00"),
        // The day has come: an ahead reminder waits for the reminder of the day.
        ("2027-01-20 08:00", "wake 2027-01-20 09:00"),
        ("2027-01-20 09:30", "bj 2027-01-20 day x3; wake 2027-01-20 20:00"),
        ("2027-01-21 09:30", "bj 2027-01-20 day x4; wake 2028-01-13 19:00"),
    ];
    for line in table {
        history(&plan, "2026-11-23 10:00", &[line]);
    }
}

#[test]
fn a_day_with_ahead_reminders_only_is_spoken_of_late_rather_than_never() {
    let plan = Plan::new(vec![black_january(&["1 week before 19:00"])]);
    history(
        &plan,
        "2026-11-23 10:00",
        &[("2027-01-21 08:00", "bj 2027-01-20 ahead x1; wake 2028-01-13 19:00")],
    );
}

#[test]
fn an_ahead_reminder_is_pointless_once_the_day_was_spoken_of() {
    let mut plan = Plan::new(vec![black_january(&["09:00"])]);
    let mut ledger = Ledger::begun_at(instant("2026-11-23 10:00"));
    assert_eq!(live(&plan, &mut ledger, "2027-01-20 09:00"), "bj 2027-01-20 day x1; wake 2028-01-20 09:00");
    // The person adds a reminder to a day that has been spoken of.
    plan.days = vec![black_january(&["1 day before 09:00", "09:00"])];
    let expected = "missed bj 2027-01-20 [1 day before 09:00]; wake 2028-01-19 09:00";
    assert_eq!(live(&plan, &mut ledger, "2027-01-20 10:00"), expected);
}

#[test]
fn a_moment_is_announced_before_it_and_never_late() {
    let plan = Plan::new(vec![with_moment(black_january(&["09:00"]))]);
    // Noon in Baku is 08:00 in UTC.
    let table = [
        ("2027-01-20 07:54", "wake 2027-01-20 07:55"),
        ("2027-01-20 07:55", "bj 2027-01-20 moment x1; wake 2027-01-20 09:00"),
        ("2027-01-20 07:59", "bj 2027-01-20 moment x1; wake 2027-01-20 09:00"),
        ("2027-01-20 08:00", "missed bj 2027-01-20 [moment 12:00]; wake 2027-01-20 09:00"),
        (
            "2027-01-20 09:30",
            "bj 2027-01-20 day x1; missed bj 2027-01-20 [moment 12:00]; wake 2028-01-20 07:55",
        ),
    ];
    for line in table {
        history(&plan, "2026-11-23 10:00", &[line]);
    }
}

#[test]
fn a_moment_without_notice_is_shown_in_its_first_minute() {
    let mut day = with_moment(black_january(&[]));
    day.moment.as_mut().unwrap().ahead = TimeDelta::zero();
    let plan = Plan::new(vec![day]);
    history(
        &plan,
        "2026-11-23 10:00",
        &[("2027-01-20 08:00", "bj 2027-01-20 moment x1; wake 2028-01-20 08:00")],
    );
    history(
        &plan,
        "2026-11-23 10:00",
        &[("2027-01-20 08:01", "missed bj 2027-01-20 [moment 12:00]; wake 2028-01-20 08:00")],
    );
}

#[test]
fn quiet_hours_hold_a_notice_back_until_they_end() {
    let mut plan = Plan::new(vec![black_january(&["23:00"])]);
    plan.quiet = Some(Quiet {
        from: NaiveTime::from_hms_opt(22, 0, 0).unwrap(),
        to: NaiveTime::from_hms_opt(8, 0, 0).unwrap(),
    });
    history(
        &plan,
        "2026-11-23 10:00",
        &[
            ("2027-01-20 23:00", "wake 2027-01-21 08:00"),
            ("2027-01-21 07:59", "wake 2027-01-21 08:00"),
            ("2027-01-21 08:00", "bj 2027-01-20 day x1; wake 2028-01-20 23:00"),
        ],
    );
}

#[test]
fn a_snoozed_notice_comes_again_at_its_time_and_only_then() {
    let plan = Plan::new(vec![with_moment(black_january(&["07:00"]))]);
    let mut ledger = Ledger::begun_at(instant("2026-11-23 10:00"));
    let at = |now: &str, ledger: &mut Ledger| live(&plan, ledger, now);
    assert_eq!(at("2027-01-20 07:00", &mut ledger), "bj 2027-01-20 day x1; wake 2027-01-20 07:55");
    let date = NaiveDate::from_ymd_opt(2027, 1, 20).unwrap();
    ledger.record_entry(&Entry::snoozed(
        "bj",
        date,
        instant("2027-01-20 07:10"),
        instant("2027-01-20 08:10"),
    ));
    // The moment between does not end the snooze.
    assert_eq!(at("2027-01-20 07:55", &mut ledger), "bj 2027-01-20 moment x1; wake 2027-01-20 08:10");
    assert_eq!(at("2027-01-20 08:10", &mut ledger), "bj 2027-01-20 day x0; wake 2028-01-20 07:00");
    assert_eq!(at("2027-01-20 08:10", &mut ledger), "wake 2028-01-20 07:00");
}

#[test]
fn a_clock_from_before_the_release_shows_nothing() {
    let mut plan = Plan::new(vec![black_january(&["09:00"])]);
    plan.sane_from = instant("2026-11-01 00:00");
    history(&plan, "2026-11-23 10:00", &[("2024-01-20 09:00", "wake 2026-11-01 00:00")]);
}

#[test]
fn times_that_daylight_saving_skips_or_repeats_are_due_once() {
    let berlin = Zone::from_posix("Europe/Berlin", "CET-1CEST,M3.5.0,M10.5.0/3").unwrap();
    for (rule, at, due) in
        [("March 28", "02:30", "2027-03-28 01:00"), ("October 31", "02:30", "2027-10-31 00:30")]
    {
        let mut day = Day::new("x", "X", rule);
        day.remind = vec![at.parse().unwrap()];
        let plan = Plan::new(vec![day]);
        let now = |instant| Now { instant, zone: &berlin };
        let before = instant(due) - TimeDelta::seconds(1);
        assert!(step(&plan, &Ledger::default(), now(before)).show.is_empty());
        assert_eq!(step(&plan, &Ledger::default(), now(before)).wake, Some(instant(due)));
        assert_eq!(step(&plan, &Ledger::default(), now(instant(due))).show.len(), 1);
    }
}

#[test]
fn a_traveller_gets_nine_oclock_once() {
    let plan = Plan::new(vec![black_january(&["09:00"])]);
    let baku = Zone::from_posix("Asia/Baku", "<+04>-4").unwrap();
    let london = Zone::from_posix("Europe/London", "GMT0BST,M3.5.0/1,M10.5.0").unwrap();
    let mut ledger = Ledger::begun_at(instant("2026-11-23 10:00"));
    let now = Now { instant: instant("2027-01-20 05:00"), zone: &baku };
    let shown = step(&plan, &ledger, now);
    assert_eq!(shown.show.len(), 1);
    ledger.record_entry(&Entry::shown(&shown.show[0], now.instant));
    let now = Now { instant: instant("2027-01-20 09:00"), zone: &london };
    assert_eq!(told(&step(&plan, &ledger, now)), "wake 2028-01-20 09:00");
}

#[test]
fn upcoming_reminders_of_all_days_come_in_order() {
    let plan = Plan::new(vec![
        black_january(&["1 week before 19:00", "09:00"]),
        Day::new("new-year", "New Year", "January 1"),
        Day::new("leap", "Leap day", "February 29"),
    ]);
    let zone = Zone::utc();
    let now = Now { instant: instant("2027-01-01 09:00"), zone: &zone };
    let coming: Vec<String> = upcoming(&plan, &Ledger::default(), now, 5)
        .into_iter()
        .map(|(day, date, reminder)| format!("{} {date} {}", day.id, reminder.due.format("%Y-%m-%d %H:%M")))
        .collect();
    assert_eq!(
        coming,
        [
            "bj 2027-01-20 2027-01-13 19:00",
            "bj 2027-01-20 2027-01-20 09:00",
            "leap 2027-02-28 2027-02-28 09:00",
            "new-year 2028-01-01 2028-01-01 09:00",
            "bj 2028-01-20 2028-01-13 19:00",
        ]
    );
}

prop_compose! {
    fn any_day(id: usize)(
        month in 1_u32..=12, day in 1_u32..=28,
        leads in prop::collection::vec((0_u16..40, 0_u32..24, 0_u32..60), 0..4),
        moment in prop::option::of((0_u32..24, -12_i64..=14, 0_i64..60)),
    ) -> Day {
        let mut made = Day::new(&format!("d{id}"), "D", &format!("{month:02}-{day:02}"));
        let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
        made.remind = leads.into_iter().map(|(days, hour, minute)| Lead { days, at: time(hour, minute) }).collect();
        made.remind.sort();
        made.remind.dedup();
        made.moment = moment.map(|(hour, offset, ahead)| Moment {
            at: time(hour, 0),
            zone: Some(Zone::from_posix("There", &format!("<X>{}", -offset)).unwrap()),
            what: Text::plain("Silence"),
            ahead: TimeDelta::minutes(ahead),
        });
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
        let mut ledger = Ledger::begun_at(begun);
        // What came due before the beginning is another test's business.
        for day in &plan.days {
            for date in day.dates(2026..=2030).unwrap() {
                let reminders = reminders(day, date, &zone).filter(|reminder| reminder.due <= begun).collect();
                ledger.record_entry(&Entry::missed(&Missed { day, date, reminders }, begun));
            }
        }
        let mut expected: Vec<(DateTime<Utc>, String)> = Vec::new();
        for day in &plan.days {
            for date in day.dates(2026..=2031).unwrap() {
                let coming = reminders(day, date, &zone).filter(|reminder| begun < reminder.due && reminder.due <= end);
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
                ledger.record_entry(&Entry::shown(show, instant));
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
        if is_forward {
            times.sort();
        }
        let mut ledger = Ledger::begun_at(begun);
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
                ledger.record_entry(&Entry::shown(show, instant));
            }
            for missed in &taken.missed {
                for reminder in &missed.reminders {
                    prop_assert!(seen.insert((missed.date, reminder.slot)), "missed and shown");
                }
                ledger.record_entry(&Entry::missed(missed, instant));
            }
            prop_assert_eq!(step(&plan, &ledger, now).show.len(), 0);
        }
    }
}
