//! What is kept in a history: a few of the same days, in any way.

use super::zones::SimulatedZone;
use crate::day::{Ceremony, Day, Moment, Offset};
use crate::schedule::{Plan, Quiet};
use chrono::{NaiveTime, TimeDelta};

/// A few of the same days, kept in any way.
pub(super) fn any_plan(chance: &mut fastrand::Rng) -> Plan {
    // An hour comes twice in New York on the first Sunday of November, in Berlin a week before it.
    let rules = [
        "January 20",
        "March 28",
        "first Sunday of November",
        "February 29",
        "RRULE:FREQ=MONTHLY from 2026-01-31",
    ];
    let mut days: Vec<Day> = Vec::new();
    // Days on one date, so that more than three are due together.
    let is_crowded = chance.u32(0..4) == 0;
    for (index, rule) in rules.into_iter().enumerate() {
        let rule = if is_crowded { rules[0] } else { rule };
        if !is_crowded && chance.u32(0..5) < 2 {
            continue;
        }
        let mut day = Day::new(&format!("d{index}"), "D", rule);
        let mut remind: Vec<Offset> = (0..chance.usize(0..4)).map(|_| any_lead(chance)).collect();
        if is_crowded {
            remind.push(Offset::default());
        }
        remind.sort();
        remind.dedup();
        day.remind = remind.into();
        day.extras.moment = (chance.u32(0..3) == 0)
            .then(|| Moment {
                at: any_time(chance).into(),
                zone: Some(SimulatedZone::Fixed(chance.i64(-12..15) * 60).zone()),
                what: Ceremony::plain("Silence"),
                ahead: TimeDelta::minutes([0, 1, 5, 90][chance.usize(..4)]),
            })
            .map(Box::new);
        day.extras.at_night = chance.bool();
        days.push(day);
    }
    let quiet = (chance.u32(0..4) == 0).then(|| Quiet { from: any_time(chance), to: any_time(chance) });
    Plan {
        catch_up: [0, 1, 3, 3, 10][chance.usize(..5)],
        quiet: quiet.filter(|quiet| quiet.from != quiet.to),
        clock_floor: "2026-11-01T00:00:00Z".parse().unwrap(),
        ..Plan::new(days)
    }
}

fn any_lead(chance: &mut fastrand::Rng) -> Offset {
    Offset { days: [0, 0, 0, 1, 2, 7, 40][chance.usize(..7)], at: any_time(chance).into() }
}

fn any_time(chance: &mut fastrand::Rng) -> NaiveTime {
    // Among them the hours that daylight saving skips or repeats.
    let hour = [1, 2, 9, 9, 18, 23][chance.usize(..6)];
    NaiveTime::from_hms_opt(hour, [0, 30][chance.usize(..2)], 0).unwrap()
}
