//! What is shown, caught up with, missed, snoozed.

use super::*;
use crate::occurrence::OccurrenceId;

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
    // Nor was a moment that came as the day was first kept; noon in Baku is 08:00 here.
    let plan = Plan::new(vec![with_moment(black_january(&["10:00"]))]);
    history(&plan, "2027-01-20 08:00", &[("2027-01-20 08:00", "wake 2027-01-20 10:00")]);
    let missed = "missed bj 2027-01-20 [moment 12:00]; wake 2027-01-20 10:00";
    history(&plan, "2027-01-20 07:59", &[("2027-01-20 08:00", missed)]);
}

#[test]
fn all_that_was_missed_of_one_occurrence_is_one_notification() {
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
fn a_day_with_ahead_reminders_only_is_announced_late_rather_than_never() {
    let plan = Plan::new(vec![black_january(&["1 week before 19:00"])]);
    history(
        &plan,
        "2026-11-23 10:00",
        &[("2027-01-21 08:00", "bj 2027-01-20 ahead x1; wake 2028-01-13 19:00")],
    );
}

#[test]
fn a_reminder_that_is_added_for_a_time_before_does_not_repeat_a_notification() {
    let mut plan = Plan::new(vec![black_january(&["1 week before 19:00", "09:00"])]);
    let mut ledger = begun(&plan, "2026-11-23 10:00");
    let table: [(&[&str], &str, &str); 6] = [
        (
            &["1 week before 19:00", "09:00"],
            "2027-01-13 19:00",
            "bj 2027-01-20 ahead x1; wake 2027-01-20 09:00",
        ),
        (&["1 week before 18:00", "09:00"], "2027-01-13 19:30", "wake 2027-01-20 09:00"),
        // Later than what was shown: it has not been spoken for.
        (
            &["1 day before 18:00", "09:00"],
            "2027-01-19 18:00",
            "bj 2027-01-20 ahead x1; wake 2027-01-20 09:00",
        ),
        (&["09:00"], "2027-01-20 09:30", "bj 2027-01-20 day x1; wake 2028-01-20 09:00"),
        (&["2 days before 10:00", "08:00"], "2027-01-20 10:00", "wake 2028-01-18 10:00"),
        (&["10:30"], "2027-01-20 10:30", "bj 2027-01-20 day x1; wake 2028-01-20 10:30"),
    ];
    for (remind, now, expected) in table {
        plan.days = vec![black_january(remind)];
        assert_eq!(live(&plan, &mut ledger, now), expected, "{remind:?} at {now}");
    }
}

#[test]
fn a_day_without_reminders_is_muted() {
    let plan = Plan::new(vec![black_january(&[])]);
    history(
        &plan,
        "2026-11-23 10:00",
        &[("2027-01-20 09:00", "wake never"), ("2029-01-20 09:00", "wake never")],
    );
}

#[test]
fn a_moment_is_announced_before_it_and_never_late() {
    let plan = Plan::new(vec![with_moment(black_january(&["10:00"]))]);
    // Noon in Baku is 08:00 in UTC.
    let table = [
        ("2027-01-20 07:54", "wake 2027-01-20 07:55"),
        ("2027-01-20 07:55", "bj 2027-01-20 moment x1; wake 2027-01-20 10:00"),
        ("2027-01-20 07:59", "bj 2027-01-20 moment x1; wake 2027-01-20 10:00"),
        ("2027-01-20 08:00", "missed bj 2027-01-20 [moment 12:00]; wake 2027-01-20 10:00"),
        (
            "2027-01-20 10:30",
            "bj 2027-01-20 day x1; missed bj 2027-01-20 [moment 12:00]; wake 2028-01-20 07:55",
        ),
    ];
    for line in table {
        history(&plan, "2026-11-23 10:00", &[line]);
    }
}

#[test]
fn a_moment_without_notification_is_shown_in_its_first_minute() {
    let mut day = with_moment(black_january(&[]));
    day.extras.moment.as_mut().unwrap().ahead = TimeDelta::zero();
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
fn quiet_hours_hold_a_notification_back_until_they_end() {
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
fn a_snoozed_or_unseen_notification_comes_again_at_its_time_and_only_then() {
    let plan = Plan::new(vec![with_moment(black_january(&["06:00"]))]);
    let id = || OccurrenceId::new("bj", NaiveDate::from_ymd_opt(2027, 1, 20).unwrap());
    let (put_off, until) = (instant("2027-01-20 07:10"), instant("2027-01-20 08:10"));
    for entry in [LedgerEntry::snoozed(id(), put_off, until), LedgerEntry::unseen(id(), put_off, until)] {
        let mut ledger = begun(&plan, "2026-11-23 10:00");
        let at = |now: &str, ledger: &mut Ledger| live(&plan, ledger, now);
        assert_eq!(at("2027-01-20 06:00", &mut ledger), "bj 2027-01-20 day x1; wake 2027-01-20 07:55");
        ledger.record(&entry.into());
        // The moment between does not end it.
        assert_eq!(at("2027-01-20 07:55", &mut ledger), "bj 2027-01-20 moment x1; wake 2027-01-20 08:10");
        assert_eq!(at("2027-01-20 08:10", &mut ledger), "bj 2027-01-20 day x0; wake 2028-01-20 06:00");
        assert_eq!(at("2027-01-20 08:10", &mut ledger), "wake 2028-01-20 06:00");
    }
}

#[test]
fn a_snoozed_notification_of_a_day_ahead_speaks_of_the_day_once_it_has_come() {
    let plan = Plan::new(vec![black_january(&["2 days before 09:00"])]);
    let date = NaiveDate::from_ymd_opt(2027, 1, 20).unwrap();
    let again = |until: &str| {
        let mut ledger = begun(&plan, "2026-11-23 10:00");
        let first = live(&plan, &mut ledger, "2027-01-18 09:00");
        assert_eq!(first, "bj 2027-01-20 ahead x1; wake 2028-01-18 09:00");
        ledger.record(
            &LedgerEntry::snoozed(OccurrenceId::new("bj", date), instant("2027-01-18 09:10"), instant(until))
                .into(),
        );
        live(&plan, &mut ledger, until)
    };
    assert_eq!(again("2027-01-19 23:59"), "bj 2027-01-20 ahead x0; wake 2028-01-18 09:00");
    assert_eq!(again("2027-01-20 00:00"), "bj 2027-01-20 day x0; wake 2028-01-18 09:00");
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

#[test]
fn a_snoozed_notification_comes_back_although_its_lead_is_gone_from_the_configuration() {
    let before = Plan::new(vec![black_january(&["40 days before 09:00"])]);
    let mut ledger = begun(&before, "2026-11-23 10:00");
    let shown = live(&before, &mut ledger, "2026-12-11 09:00");
    assert_eq!(shown, "bj 2027-01-20 ahead x1; wake 2027-12-11 09:00");
    let date = NaiveDate::from_ymd_opt(2027, 1, 20).unwrap();
    let snoozed = LedgerEntry::snoozed(
        OccurrenceId::new("bj", date),
        instant("2026-12-11 09:10"),
        instant("2026-12-12 09:00"),
    );
    ledger.record(&snoozed.into());
    let after = Plan::new(vec![black_january(&["09:00"])]);
    assert_eq!(live(&after, &mut ledger, "2026-12-11 10:00"), "wake 2026-12-12 09:00");
    let again = live(&after, &mut ledger, "2026-12-12 09:00");
    assert_eq!(again, "bj 2027-01-20 ahead x0; wake 2027-01-20 09:00");
}

#[test]
fn a_calendar_that_is_followed_from_now_on_was_not_missed_before() {
    let mut plan = Plan::new(vec![Day::new("daily", "Daily", "RRULE:FREQ=DAILY from 2020-01-01")]);
    // A day of one's own is told late, that of a calendar begins today.
    assert_eq!(live(&plan, &mut Ledger::default(), "2026-11-26 10:00").matches("day x1").count(), 4);
    plan.from_calendars = ["daily".into()].into();
    let first = "daily 2026-11-26 day x1; wake 2026-11-27 09:00";
    assert_eq!(live(&plan, &mut Ledger::default(), "2026-11-26 10:00"), first);
    // From then on it is late and missed as any other.
    let mut ledger = begun(&plan, "2026-11-26 10:00");
    let said = live(&plan, &mut ledger, "2026-11-28 10:00");
    let three =
        "daily 2026-11-26 day x1; daily 2026-11-27 day x1; daily 2026-11-28 day x1; wake 2026-11-29 09:00";
    assert_eq!(said, three);
    assert_eq!(
        live(&plan, &mut begun(&plan, "2026-11-26 10:00"), "2026-12-26 10:00").matches("missed").count(),
        1
    );
    // A clock that was ahead when the ledger first knew of it hides nothing.
    let said = live(&plan, &mut begun(&plan, "2030-01-01 10:00"), "2026-11-26 10:00");
    assert_eq!(said.matches("day x1").count(), 4);
}

#[test]
fn a_year_without_reminders_does_not_hide_the_next() {
    let mut day = black_january(&["09:00"]);
    day.extras.skip = vec![2027, 2028];
    let plan = Plan::new(vec![day.clone()]);
    history(&plan, "2026-11-23 10:00", &[("2026-11-23 10:00", "wake 2029-01-20 09:00")]);
    // Leap days are years apart.
    day.rules = ["February 29 else skip".parse().unwrap()].into();
    let plan = Plan::new(vec![day]);
    history(&plan, "2026-11-23 10:00", &[("2026-11-23 10:00", "wake 2032-02-29 09:00")]);
}

#[test]
fn a_reminder_of_the_day_speaks_for_a_snoozed_one_of_before() {
    let plan = Plan::new(vec![black_january(&["2 days before 09:00", "09:00"])]);
    let mut ledger = begun(&plan, "2026-11-23 10:00");
    live(&plan, &mut ledger, "2027-01-18 09:00");
    let id = OccurrenceId::new("bj", NaiveDate::from_ymd_opt(2027, 1, 20).unwrap());
    let (at, until) = (instant("2027-01-18 09:10"), instant("2027-01-19 22:00"));
    ledger.record(&LedgerEntry::snoozed(id, at, until).into());
    // The machine was off when it was to come back.
    let zone = Zone::utc();
    let step = step(&plan, &ledger, Now { instant: instant("2027-01-20 12:00"), zone: &zone });
    assert_eq!(told(&step), "bj 2027-01-20 day x1; wake 2028-01-18 09:00");
    assert_eq!(step.show[0].due, instant("2027-01-20 09:00"));
}

#[test]
fn a_calendar_that_begins_later_is_waited_for_and_one_that_has_ended_is_not() {
    // The sun's terms are reckoned for 1800 to 2200.
    let day = Day::new("q", "Q", "Qingming");
    let next = |year| upcoming_date(&day, NaiveDate::from_ymd_opt(year, 7, 1).unwrap());
    assert_eq!(next(1750), NaiveDate::from_ymd_opt(1800, 4, 5));
    assert_eq!(next(2199), NaiveDate::from_ymd_opt(2200, 4, 5));
    assert_eq!(next(2200), None);
}

#[test]
fn dates_without_a_reminder_are_looked_through_as_long_as_one_can_come() {
    let enough = |day: &Day, years: std::ops::RangeInclusive<i32>| -> Vec<bool> {
        let mut later = LaterDates::default();
        let date = |year| NaiveDate::from_ymd_opt(year, 1, 20).unwrap();
        years.map(|year| later.are_enough(day, date(year))).collect()
    };
    // Nobody is reminded of a muted day, whichever year it is.
    assert_eq!(enough(&black_january(&[]), 2027..=2027), [true]);
    assert_eq!(enough(&with_moment(black_january(&[])), 2027..=2029), [false, false, true]);
    let mut day = black_january(&["09:00"]);
    assert_eq!(enough(&day, 2027..=2029), [false, false, true]);
    day.extras.skip = vec![2027, 2029];
    assert_eq!(enough(&day, 2027..=2031), [false, false, false, false, true]);
    // Of a year, however many dates it has, and of dates however far apart, more than one is looked at.
    let mut later = LaterDates::default();
    let date = |year, day| NaiveDate::from_yo_opt(year, day).unwrap();
    let dates = [date(2027, 1), date(2027, 2), date(2027, 3), date(2027, 4), date(2028, 1), date(2029, 1)];
    assert_eq!(dates.map(|date| later.are_enough(&day, date)), [false; 6]);
    let mut later = LaterDates::default();
    let dates = [date(2027, 1), date(2050, 1), date(2090, 1), date(2099, 1)];
    assert_eq!(dates.map(|date| later.are_enough(&day, date)), [false, false, false, true]);
}
