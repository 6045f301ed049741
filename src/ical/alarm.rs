//! VALARMs of an event as reminders of a day.

use super::Note;
use super::line::Component;
use super::when::duration;
use crate::day::Offset;
use chrono::{NaiveTime, TimeDelta, Timelike};

/// What alarms say: reminders of the day, and how long before its time an event is announced.
#[derive(Debug, Default)]
pub(super) struct Alarms {
    pub(super) remind: Option<Vec<Offset>>,
    pub(super) ahead: Option<TimeDelta>,
}

/// Reads the alarms of an event that begins at `time`, or lasts the whole day.
pub(super) fn alarms(event: &Component, time: Option<NaiveTime>, notes: &mut Vec<Note>) -> Alarms {
    let mut alarms = Alarms::default();
    for alarm in event.inner.iter().filter(|inner| inner.name == "VALARM") {
        let Some(trigger) = alarm.line("TRIGGER") else {
            notes.push(Note::detail(alarm.number, "an alarm without `TRIGGER`"));
            continue;
        };
        let mut tell = |message: &str| {
            let value = super::line::shortened(&trigger.value);
            notes.push(Note::detail(trigger.number, format!("the alarm `{value}` {message}")));
        };
        // Programs write this for an alarm that was switched off.
        let is_off =
            alarm.line("ACTION").is_some_and(|action| action.value.trim().eq_ignore_ascii_case("NONE"));
        if is_off {
            continue;
        }
        if trigger.parameter("RELATED").is_some_and(|related| related.eq_ignore_ascii_case("END")) {
            tell("counts from the end");
            continue;
        }
        let Some(offset) = duration(&trigger.value) else {
            tell("is no time before the day");
            continue;
        };
        let is_short = offset <= TimeDelta::zero() && offset >= -TimeDelta::hours(23);
        if time.is_some() && is_short {
            // Of several, the earliest leaves the most time.
            alarms.ahead = Some(alarms.ahead.map_or(-offset, |ahead| ahead.max(-offset)));
            continue;
        }
        match lead(time.unwrap_or(NaiveTime::MIN), offset) {
            Some(lead) => {
                let leads = alarms.remind.get_or_insert_default();
                if !leads.contains(&lead) {
                    leads.push(lead);
                }
            }
            None => tell("comes after the day, or more than a year before it"),
        }
    }
    alarms
}

/// The reminder that lies `offset` from `time` on the day.
fn lead(time: NaiveTime, offset: TimeDelta) -> Option<Offset> {
    let seconds = i64::from(time.num_seconds_from_midnight()) + offset.num_seconds();
    let days =
        u16::try_from(-seconds.div_euclid(86_400)).ok().filter(|days| *days <= Offset::LONGEST_DAYS)?;
    let of_day = u32::try_from(seconds.rem_euclid(86_400)).ok()?;
    // Reminders are of whole minutes.
    let at = NaiveTime::from_num_seconds_from_midnight_opt(of_day - of_day % 60, 0)?;
    Some(Offset { days, at: at.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_is_a_reminder() {
        let table = [
            ("00:00", "PT9H", Some("09:00")),
            ("00:00", "-PT15H", Some("1 day before 09:00")),
            ("00:00", "-P6DT5H", Some("1 week before 19:00")),
            ("12:00", "-P1D", Some("1 day before 12:00")),
            ("00:00", "P1D", None),
            ("00:00", "-P400D", None),
        ];
        for (time, offset, expected) in table {
            let time = crate::day::parse_time(time).unwrap();
            let found = lead(time, duration(offset).unwrap()).map(|lead| lead.to_string());
            assert_eq!(found.as_deref(), expected, "{offset}");
        }
    }
}
