//! The moment of a day: by itself, in the notification of the day, and in the night of another zone.

use super::*;

/// Black January in a year, as a machine in `zone` tells of it: each notification with its local time.
fn told_in(posix: &str, day: Day) -> Vec<String> {
    let zone = Zone::from_posix("Here", posix).unwrap();
    let plan = Plan::new(vec![day]);
    let mut ledger = begun(&plan, "2026-11-23 10:00");
    let mut said = Vec::new();
    let mut now = instant("2027-01-10 00:00");
    while now < instant("2027-01-25 00:00") {
        let step = step(&plan, &ledger, Now { instant: now, zone: &zone });
        for show in &step.show {
            let of = show.reminders.iter().map(|reminder| reminder.slot.to_string()).collect::<Vec<_>>();
            let at = zone.civil(now).format("%d %H:%M");
            said.push(format!("{at} {} [{}]", show.kind.name(), of.join(", ")));
            ledger.record(&LedgerEntry::shown(show, now).into());
        }
        assert!(step.missed.is_empty(), "nothing is missed by who keeps every wake-up: {:?}", step.missed);
        let Some(next) = step.wake else { break };
        now = next;
    }
    said
}

/// Noon in Baku is 09:00 in Berlin, 03:00 in New York, 17:00 in Tokyo and 19:00 in Sydney.
const BAKU: &str = "<+04>-4";
const BERLIN: &str = "CET-1CEST,M3.5.0,M10.5.0/3";
const NEW_YORK: &str = "EST5EDT,M3.2.0,M11.1.0";
const TOKYO: &str = "JST-9";
const SYDNEY: &str = "AEST-10AEDT,M10.1.0,M4.1.0/3";

#[test]
fn one_day_is_one_notification_wherever_its_moment_falls() {
    let by_itself = |moment: &str| vec!["20 09:00 day [09:00]".to_owned(), moment.to_owned()];
    for (zone, expected) in [
        (BAKU, by_itself("20 11:55 moment [moment 12:00]")),
        (BERLIN, vec!["20 08:55 day [09:00, moment 12:00]".to_owned()]),
        (NEW_YORK, vec!["20 09:00 day [09:00]".to_owned()]),
        (TOKYO, by_itself("20 16:55 moment [moment 12:00]")),
        (SYDNEY, by_itself("20 18:55 moment [moment 12:00]")),
    ] {
        assert_eq!(told_in(zone, with_moment(black_january(&["09:00"]))), expected, "{zone}");
    }
}

#[test]
fn the_night_of_another_zone_is_told_of_where_the_day_says_so() {
    let night = |remind: &[&str]| {
        let mut day = with_moment(black_january(remind));
        day.extras.at_night = true;
        day
    };
    let expected = ["20 02:55 moment [moment 12:00]", "20 09:00 day [09:00]"];
    assert_eq!(told_in(NEW_YORK, night(&["09:00"])), expected);
    // Only the moment: without it nothing is told, and nothing is missed.
    assert_eq!(told_in(NEW_YORK, night(&[])), ["20 02:55 moment [moment 12:00]"]);
    assert!(told_in(NEW_YORK, with_moment(black_january(&[]))).is_empty());
}

#[test]
fn the_night_is_from_ten_to_before_seven_and_holds_the_moment_itself() {
    let at = |at: &str| {
        let mut day = with_moment(black_january(&[]));
        day.extras.moment.as_mut().unwrap().at = at.parse().unwrap();
        !told_in(BERLIN, day).is_empty()
    };
    // Baku's clock is three hours ahead of Berlin's.
    for (time, is_told) in
        [("00:59", true), ("01:00", false), ("09:59", false), ("10:00", true), ("10:01", true)]
    {
        assert_eq!(at(time), is_told, "{time} in Baku");
    }
    // In the summer of Berlin 09:30 in Baku is 07:30; in its winter there is no reminder to wake for.
    let mut day = with_moment(Day::new("monthly", "M", "RRULE:FREQ=MONTHLY from 2026-01-15"));
    day.extras.moment.as_mut().unwrap().at = "09:30".parse().unwrap();
    day.remind = [].into();
    let (zone, plan) = (Zone::from_posix("Here", BERLIN).unwrap(), Plan::new(vec![day]));
    let now = Now { instant: instant("2026-11-23 10:00"), zone: &zone };
    let wake = step(&plan, &begun(&plan, "2026-11-23 10:00"), now).wake;
    assert_eq!(wake, Some(instant("2027-04-15 05:25")));
    // Where clocks show the same, it is one's own night.
    let mut day = with_moment(black_january(&[]));
    day.extras.moment.as_mut().unwrap().at = "23:30".parse().unwrap();
    assert_eq!(told_in("GST-4", day.clone()), ["20 23:25 moment [moment 23:30]"]);
    day.extras.moment.as_mut().unwrap().zone = None;
    assert_eq!(told_in(TOKYO, day), ["20 23:25 moment [moment 23:30]"]);
}

#[test]
fn a_moment_within_an_hour_of_a_reminder_is_told_in_it_at_the_earlier_time() {
    let day = |at: &str, ahead: i64, remind: &[&str]| {
        let mut day = with_moment(black_january(remind));
        let moment = day.extras.moment.as_mut().unwrap();
        (moment.at, moment.ahead) = (at.parse().unwrap(), TimeDelta::minutes(ahead));
        day
    };
    let table: [(&str, i64, &[&str], &[&str]); 11] = [
        ("09:55", 5, &["09:00"], &["20 09:00 day [09:00, moment 09:55]"]),
        ("10:00", 5, &["09:00"], &["20 09:00 day [09:00, moment 10:00]"]),
        ("10:05", 5, &["09:00"], &["20 09:00 day [09:00, moment 10:05]"]),
        ("10:06", 5, &["09:00"], &["20 09:00 day [09:00]", "20 10:01 moment [moment 10:06]"]),
        ("08:30", 5, &["09:00"], &["20 08:25 day [09:00, moment 08:30]"]),
        // An hour from the moment, and more from its announcement.
        ("08:00", 5, &["09:00"], &["20 07:55 day [09:00, moment 08:00]"]),
        ("07:59", 5, &["09:00"], &["20 07:54 moment [moment 07:59]", "20 09:00 day [09:00]"]),
        // One that is announced long before does not take the day along.
        ("09:00", 180, &["09:00"], &["20 06:00 moment [moment 09:00]", "20 09:00 day [09:00]"]),
        // The first of two; the second comes at its own time.
        ("09:30", 5, &["09:00", "10:00"], &["20 09:00 day [09:00, moment 09:30]", "20 10:00 day [10:00]"]),
        // A reminder ahead tells of it too.
        ("00:10", 30, &["1 day before 23:00"], &["19 23:00 ahead [1 day before 23:00, moment 00:10]"]),
        (
            "00:10",
            30,
            &["1 week before 23:00"],
            &["13 23:00 ahead [1 week before 23:00]", "19 23:40 moment [moment 00:10]"],
        ),
    ];
    for (at, ahead, remind, expected) in table {
        let said = told_in(BAKU, day(at, ahead, remind));
        assert_eq!(said, expected, "{at}, {ahead} minutes ahead, {remind:?}");
    }
}

#[test]
fn a_moment_that_is_added_once_the_day_was_told_comes_at_its_own_time() {
    let mut plan = Plan::new(vec![black_january(&["09:00"])]);
    let mut ledger = begun(&plan, "2026-11-23 10:00");
    assert_eq!(live(&plan, &mut ledger, "2027-01-20 09:00"), "bj 2027-01-20 day x1; wake 2028-01-20 09:00");
    let mut day = with_moment(black_january(&["09:00"]));
    // 09:50 here.
    day.extras.moment.as_mut().unwrap().at = "13:50".parse().unwrap();
    plan.days = vec![day];
    assert_eq!(live(&plan, &mut ledger, "2027-01-20 09:20"), "wake 2027-01-20 09:45");
    assert_eq!(
        live(&plan, &mut ledger, "2027-01-20 09:45"),
        "bj 2027-01-20 moment x1; wake 2028-01-20 09:00"
    );
    // A year on the two are one, here as in the list of what comes.
    let zone = Zone::utc();
    let now = Now { instant: instant("2027-06-01 09:00"), zone: &zone };
    let coming: Vec<_> = upcoming(&plan, &ledger, now, 2).into_iter().map(|(_, _, next)| next.due).collect();
    assert_eq!(coming, [instant("2028-01-20 09:00"), instant("2029-01-20 09:00")]);
}

#[test]
fn what_comes_back_when_a_moment_is_due_tells_of_it() {
    let plan = Plan::new(vec![with_moment(black_january(&["06:00"]))]);
    let mut ledger = begun(&plan, "2026-11-23 10:00");
    live(&plan, &mut ledger, "2027-01-20 06:00");
    let date = NaiveDate::from_ymd_opt(2027, 1, 20).unwrap();
    let occurrence = crate::occurrence::OccurrenceId::new("bj", date);
    let until = instant("2027-01-20 07:55");
    ledger.record(&LedgerEntry::snoozed(occurrence, instant("2027-01-20 06:55"), until).into());
    assert_eq!(live(&plan, &mut ledger, "2027-01-20 07:55"), "bj 2027-01-20 day x1; wake 2028-01-20 06:00");
}

#[test]
fn a_moment_that_is_over_takes_no_reminder_along() {
    let mut day = with_moment(black_january(&["09:00"]));
    // 08:30 here: while it is to come, 08:25 is the time of both.
    day.extras.moment.as_mut().unwrap().at = "12:30".parse().unwrap();
    let plan = Plan::new(vec![day]);
    let mut ledger = begun(&plan, "2026-11-23 10:00");
    // The computer was asleep meanwhile.
    let slept = "missed bj 2027-01-20 [moment 12:30]; wake 2027-01-20 09:00";
    assert_eq!(live(&plan, &mut ledger, "2027-01-20 08:40"), slept);
    assert_eq!(live(&plan, &mut ledger, "2027-01-20 08:41"), "wake 2027-01-20 09:00");
    assert_eq!(live(&plan, &mut ledger, "2027-01-20 09:00"), "bj 2027-01-20 day x1; wake 2028-01-20 08:25");
}

#[test]
fn a_moment_is_upcoming_by_itself_unless_another_reminder_tells_of_it() {
    let coming = |remind: &[&str]| -> Vec<String> {
        let plan = Plan::new(vec![with_moment(black_january(remind))]);
        let zone = Zone::utc();
        let now = Now { instant: instant("2026-11-23 10:00"), zone: &zone };
        let coming = upcoming(&plan, &Ledger::default(), now, 2);
        let told = coming.iter().map(|(.., reminder)| {
            format!("{} {}", reminder.kind.name(), reminder.due.format("%Y-%m-%d %H:%M"))
        });
        told.collect()
    };
    assert_eq!(coming(&["06:00"]), ["day 2027-01-20 06:00", "moment 2027-01-20 07:55"]);
    assert_eq!(coming(&["08:30"]), ["day 2027-01-20 07:55", "day 2028-01-20 07:55"]);
    assert_eq!(coming(&[]), ["moment 2027-01-20 07:55", "moment 2028-01-20 07:55"]);
}
