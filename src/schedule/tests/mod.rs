//! The exact behaviour of [`step`], by table.

mod clock;
mod due;
mod moment;

use super::*;
use crate::day::Ceremony;
use crate::day::Moment;
use crate::zone::Zone;
use chrono::{NaiveDateTime, NaiveTime, TimeDelta};

/// What a step came to, for tables: notifications as `id date kind` with the number of reminders, then
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
    day.extras.moment = Some(Box::new(Moment {
        at: NaiveTime::from_hms_opt(12, 0, 0).unwrap().into(),
        zone: Some(Zone::from_posix("Asia/Baku", "<+04>-4").unwrap()),
        what: Ceremony::plain("A minute of silence"),
        ahead: TimeDelta::minutes(5),
    }));
    day
}

/// A ledger in which the days of `plan` are kept since then.
fn begun(plan: &Plan, at: &str) -> Ledger {
    let mut ledger = Ledger::default();
    for day in &plan.days {
        ledger.record(&KeptSince { at: instant(at), kept: day.id.to_string() }.into());
    }
    ledger
}

/// Takes a step and records what it says, as the shell does when everything goes well.
fn live(plan: &Plan, ledger: &mut Ledger, now: &str) -> String {
    let zone = Zone::utc();
    let now = Now { instant: instant(now), zone: &zone };
    let step = step(plan, ledger, now);
    for show in &step.show {
        ledger.record(&LedgerEntry::shown(show, now.instant).into());
    }
    for missed in &step.missed {
        ledger.record(&LedgerEntry::missed(missed, now.instant).into());
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
