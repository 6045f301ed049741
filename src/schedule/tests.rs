//! The exact behaviour of [`step`], by table.

use super::*;
use crate::day::{Moment, Text};
use crate::zone::Zone;
use chrono::{NaiveDateTime, NaiveTime, TimeDelta};

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
    let clock = step.clock.map(|note| serde_json::to_string(&note.clock).unwrap().replace('"', ""));
    clock
        .into_iter()
        .chain(shows)
        .chain(missed)
        .chain([format!("wake {wake}")])
        .collect::<Vec<_>>()
        .join("; ")
}

pub(super) fn instant(text: &str) -> DateTime<Utc> {
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

/// A ledger in which the days of `plan` are kept since then.
fn begun(plan: &Plan, at: &str) -> Ledger {
    let mut ledger = Ledger::default();
    for day in &plan.days {
        ledger.record(&Kept { at: instant(at), kept: day.id.clone() }.into());
    }
    ledger
}

/// Takes a step and records what it says, as the shell does when everything goes well.
fn live(plan: &Plan, ledger: &mut Ledger, now: &str) -> String {
    let zone = Zone::utc();
    let now = Now { instant: instant(now), zone: &zone };
    let step = step(plan, ledger, now);
    for show in &step.show {
        ledger.record(&Entry::shown(show, now.instant).into());
    }
    for missed in &step.missed {
        ledger.record(&Entry::missed(missed, now.instant).into());
    }
    step.clock.into_iter().for_each(|note| ledger.record(&note.into()));
    told(&step)
}

/// Lives through `times` and compares what is told at each.
fn history(plan: &Plan, begun: &str, table: &[(&str, &str)]) {
    let mut ledger = self::begun(plan, begun);
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
fn a_moment_on_the_other_side_of_the_earth_is_announced_two_dates_later() {
    let mut day = with_moment(black_january(&[]));
    // 23:30 on January 20 in UTC-12 is 01:30 on January 22 in UTC+14.
    let moment = day.moment.as_mut().unwrap();
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
fn a_reminder_that_is_added_for_a_time_before_does_not_repeat_a_notice() {
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
    let mut ledger = begun(&plan, "2026-11-23 10:00");
    let at = |now: &str, ledger: &mut Ledger| live(&plan, ledger, now);
    assert_eq!(at("2027-01-20 07:00", &mut ledger), "bj 2027-01-20 day x1; wake 2027-01-20 07:55");
    let date = NaiveDate::from_ymd_opt(2027, 1, 20).unwrap();
    ledger
        .record(&Entry::snoozed("bj", date, instant("2027-01-20 07:10"), instant("2027-01-20 08:10")).into());
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
    let mut ledger = begun(&plan, "2026-11-23 10:00");
    let now = Now { instant: instant("2027-01-20 05:00"), zone: &baku };
    let shown = step(&plan, &ledger, now);
    assert_eq!(shown.show.len(), 1);
    ledger.record(&Entry::shown(&shown.show[0], now.instant).into());
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
