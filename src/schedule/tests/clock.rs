//! Clocks that jump, zones, daylight saving.

use super::*;
use crate::occurrence::OccurrenceId;

#[test]
fn a_moment_that_comes_after_our_own_date_is_over_is_announced_all_the_same() {
    let mut day = with_moment(black_january(&["09:00"]));
    day.extras.at_night = true;
    // 20:00 on January 20 in New York is 01:00 on January 21 here.
    let moment = day.extras.moment.as_mut().unwrap();
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
fn a_moment_on_the_other_side_of_the_earth_is_announced_two_dates_later() {
    let mut day = with_moment(black_january(&[]));
    day.extras.at_night = true;
    // 23:30 on January 20 in UTC-12 is 01:30 on January 22 in UTC+14.
    let moment = day.extras.moment.as_mut().unwrap();
    (moment.at, moment.zone) = ("23:30".parse().unwrap(), Zone::from_posix("X", "<-12>12").ok());
    let plan = Plan { catch_up: 0, ..Plan::new(vec![day]) };
    let ledger = begun(&plan, "2026-11-23 10:00");
    let zone = Zone::from_posix("Kiritimati", "<+14>-14").unwrap();
    let at = |now: &str| told(&step(&plan, &ledger, Now { instant: instant(now), zone: &zone }));
    assert_eq!(at("2027-01-21 10:00"), "wake 2027-01-21 11:25");
    assert_eq!(at("2027-01-21 11:25"), "bj 2027-01-20 moment x1; wake 2028-01-21 11:25");
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
            // Put right, each day is judged by its own date; the clock is looked at again a day later.
            ("2027-01-20 09:00", "doubted; bj 2027-01-20 day x1; wake 2027-01-21 09:00"),
            ("2027-01-21 09:00", "was-ahead; wake 2027-05-05 09:00"),
            (
                "2060-02-01 10:00",
                "missed bj 2060-01-20 [09:00]; missed other 2059-05-05 [09:00]; wake 2060-05-05 09:00",
            ),
        ],
    );
}

#[test]
fn a_clock_that_is_behind_for_a_while_shows_nothing_twice() {
    let plan = Plan::new(vec![black_january(&["09:00"])]);
    history(
        &plan,
        "2026-11-23 10:00",
        &[
            ("2028-01-20 09:00", "bj 2028-01-20 day x1; missed bj 2027-01-20 [09:00]; wake 2029-01-20 09:00"),
            // The machine starts with a dead battery, twice; the network sets its clock.
            ("2027-03-01 00:00", "doubted; wake 2027-03-02 00:00"),
            ("2027-03-01 00:00", "wake 2027-03-02 00:00"),
            ("2028-01-20 09:05", "was-right; wake 2029-01-20 09:00"),
            ("2027-03-01 00:01", "doubted; wake 2027-03-02 00:01"),
            ("2028-01-20 10:00", "was-right; wake 2029-01-20 09:00"),
        ],
    );
}

#[test]
fn a_clock_that_was_days_ahead_and_is_put_right_silences_nothing() {
    let plan = Plan::new(vec![black_january(&["09:00"])]);
    history(
        &plan,
        "2026-11-23 10:00",
        &[
            ("2028-01-20 09:00", "bj 2028-01-20 day x1; missed bj 2027-01-20 [09:00]; wake 2029-01-20 09:00"),
            ("2028-01-17 12:00", "doubted; wake 2028-01-18 12:00"),
            // What that clock recorded is void, so that this is missed once more.
            ("2028-01-18 12:00", "was-ahead; missed bj 2027-01-20 [09:00]; wake 2028-01-20 09:00"),
            ("2028-01-20 09:00", "bj 2028-01-20 day x1; wake 2029-01-20 09:00"),
        ],
    );
}

#[test]
fn a_clock_from_before_the_release_shows_nothing() {
    let mut plan = Plan::new(vec![black_january(&["09:00"])]);
    plan.clock_floor = instant("2026-11-01 00:00");
    let at_the_release = ("2026-11-01 00:00", "wake 2027-01-20 09:00");
    history(&plan, "2026-11-01 00:00", &[("2024-01-20 09:00", "wake 2026-11-01 00:00"), at_the_release]);
}

#[test]
fn times_that_daylight_saving_skips_or_repeats_are_due_once() {
    let berlin = Zone::from_posix("Europe/Berlin", "CET-1CEST,M3.5.0,M10.5.0/3").unwrap();
    for (rule, at, due) in
        [("March 28", "02:30", "2027-03-28 01:00"), ("October 31", "02:30", "2027-10-31 00:30")]
    {
        let mut day = Day::new("x", "X", rule);
        day.remind = [at.parse().unwrap()].into();
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
    let mut ledger = begun(&plan, "2026-11-23 10:00");
    let now = Now { instant: instant("2027-01-20 05:00"), zone: &baku };
    let shown = step(&plan, &ledger, now);
    assert_eq!(shown.show.len(), 1);
    ledger.record(&LedgerEntry::shown(&shown.show[0], now.instant).into());
    let now = Now { instant: instant("2027-01-20 09:00"), zone: &london };
    assert_eq!(told(&step(&plan, &ledger, now)), "wake 2028-01-20 09:00");
}

#[test]
fn a_snoozed_notification_outlives_a_clock_that_was_ahead_but_not_one_snoozed_by_that_clock() {
    let plan = Plan::new(vec![black_january(&["09:00"])]);
    let on = |year| NaiveDate::from_ymd_opt(year, 1, 20).unwrap();
    let mut ledger = begun(&plan, "2026-11-23 10:00");
    assert_eq!(live(&plan, &mut ledger, "2027-01-20 09:00"), "bj 2027-01-20 day x1; wake 2028-01-20 09:00");
    let snoozed = LedgerEntry::snoozed(
        OccurrenceId::new("bj", on(2027)),
        instant("2027-01-20 09:10"),
        instant("2027-01-22 09:00"),
    );
    ledger.record(&snoozed.into());
    // A year ahead, for a while.
    assert_eq!(live(&plan, &mut ledger, "2028-01-20 09:00"), "bj 2028-01-20 day x1; wake 2029-01-20 09:00");
    let snoozed = LedgerEntry::snoozed(
        OccurrenceId::new("bj", on(2028)),
        instant("2028-01-20 09:10"),
        instant("2028-01-20 10:00"),
    );
    ledger.record(&snoozed.into());
    for (now, expected) in [
        ("2027-01-20 12:00", "doubted; wake 2027-01-21 12:00"),
        ("2027-01-21 12:00", "was-ahead; wake 2027-01-22 09:00"),
        ("2027-01-22 09:00", "bj 2027-01-20 day x0; wake 2028-01-20 09:00"),
        ("2028-01-20 09:00", "bj 2028-01-20 day x1; wake 2029-01-20 09:00"),
        ("2028-01-20 10:00", "wake 2029-01-20 09:00"),
    ] {
        assert_eq!(live(&plan, &mut ledger, now), expected, "at {now}");
    }
}

#[test]
fn a_clock_is_doubted_when_it_is_put_back_by_more_than_a_day() {
    let plan = Plan::new(vec![black_january(&["09:00"])]);
    let shown = ("2027-01-20 09:00", "bj 2027-01-20 day x1; wake 2028-01-20 09:00");
    for (now, expected) in [
        ("2027-01-19 09:00", "wake 2028-01-20 09:00"),
        ("2027-01-19 08:59", "doubted; wake 2027-01-20 08:59"),
    ] {
        history(&plan, "2026-11-23 10:00", &[shown, (now, expected)]);
    }
}

#[test]
fn a_clock_in_doubt_that_is_put_back_once_more_is_in_doubt_for_a_day_from_then() {
    let plan = Plan::new(vec![black_january(&["09:00"])]);
    history(
        &plan,
        "2026-11-23 10:00",
        &[
            ("2027-01-20 09:00", "bj 2027-01-20 day x1; wake 2028-01-20 09:00"),
            ("2027-01-10 12:00", "doubted; wake 2027-01-11 12:00"),
            ("2027-01-05 12:00", "doubted; wake 2027-01-06 12:00"),
            ("2027-01-06 12:00", "was-ahead; wake 2027-01-20 09:00"),
        ],
    );
}

#[test]
fn a_record_by_a_clock_that_was_put_back_replaces_none_of_before() {
    let date = NaiveDate::from_ymd_opt(2027, 1, 20).unwrap();
    let first = Plan::new(vec![black_january(&["40 days before 09:00"])]);
    let mut ledger = begun(&first, "2026-01-01 09:00");
    // Shown late; then the clock is set back by weeks, the notification comes again, and the clock is put right.
    for at in ["2027-01-15 09:00", "2026-12-20 09:00"] {
        let spoken =
            reminders(&first.days[0], date, &Zone::utc()).map(|reminder| (&reminder).into()).collect();
        let shown = LedgerEntry::of(OccurrenceId::new("bj", date), State::Shown, instant(at));
        ledger.record(&LedgerEntry { reminders: spoken, ..shown }.into());
    }
    // A reminder that is added for a time before the first notification was announced by it.
    let second = Plan::new(vec![black_january(&["40 days before 09:00", "7 days before 09:00"])]);
    let zone = Zone::utc();
    let step = step(&second, &ledger, Now { instant: instant("2027-02-20 09:00"), zone: &zone });
    assert!(step.missed.is_empty(), "{:?}", step.missed);
}
