//! VALARMs of an event as reminders of a day.

use super::Note;
use super::line::Component;
use super::notes::Notes;
use super::when::{WallClock, date_time, duration};
use crate::day::Offset;
use crate::zone::Zone;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

/// What alarms say: reminders of the day, and how long before its time an event is announced.
#[derive(Debug, Default)]
pub(super) struct Alarms {
    pub(super) remind: Option<Vec<Offset>>,
    pub(super) ahead: Option<TimeDelta>,
}

/// When the event is that alarms belong to, on the machine's clock.
pub(super) struct AlarmBase<'z> {
    /// When it begins; of one of whole days, the first instant.
    pub(super) start: NaiveDateTime,
    pub(super) length: TimeDelta,
    /// The date that it is kept on.
    pub(super) date: NaiveDate,
    pub(super) has_time: bool,
    pub(super) local: &'z Zone,
}

/// Apple's programs write this year for an alarm that was switched off.
const APPLE_OFF: i32 = 1976;

/// What KOrganizer writes of whether an alarm rings.
pub(super) const SWITCHED_ON: &str = "X-KDE-KCALCORE-ENABLED";

/// Reads the alarms of an event.
pub(super) fn alarms(event: &Component, base: &AlarmBase<'_>, notes: &mut Notes) -> Alarms {
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
        let says = |name: &str, value: &str| {
            alarm.line(name).is_some_and(|line| line.value.trim().eq_ignore_ascii_case(value))
        };
        let is_off = says("ACTION", "NONE") || says(SWITCHED_ON, "FALSE");
        if is_off {
            continue;
        }
        if alarm
            .line("REPEAT")
            .is_some_and(|line| line.value.trim().parse().is_ok_and(|count: u32| count > 0))
        {
            tell("rings once: that it repeats is not carried");
        }
        let is_from_end =
            trigger.parameter("RELATED").is_some_and(|related| related.eq_ignore_ascii_case("END"));
        let offset = match (duration(&trigger.value), date_time(&trigger.value)) {
            (Some(offset), _) if is_from_end => offset + base.length,
            (Some(offset), _) => offset,
            (None, Some((date, ..))) if date.year() == APPLE_OFF => continue,
            // A time of its own: as long before the event as it is before the first date.
            (None, Some((date, Some(time), is_utc))) => {
                let clock = if is_utc { WallClock::Utc } else { WallClock::Anywhere };
                let instant = clock.instant(date.and_time(time), base.local);
                base.local.civil(instant) - base.start
            }
            _ => {
                tell("is no time before the day");
                continue;
            }
        };
        let is_short = offset <= TimeDelta::zero() && offset >= -TimeDelta::hours(23);
        if base.has_time && is_short {
            // Of several, the earliest leaves the most time.
            alarms.ahead = Some(alarms.ahead.map_or(-offset, |ahead| ahead.max(-offset)));
            continue;
        }
        match base.start.checked_add_signed(offset).and_then(|at| reminder(at, base.date)) {
            Some(reminder) => {
                let reminders = alarms.remind.get_or_insert_default();
                if !reminders.contains(&reminder) {
                    reminders.push(reminder);
                }
            }
            None => tell("comes after the day, or more than a year before it"),
        }
    }
    alarms
}

/// The reminder at this time of the machine's clock, for a day on `date`.
fn reminder(at: NaiveDateTime, date: NaiveDate) -> Option<Offset> {
    let days = u16::try_from((date - at.date()).num_days()).ok()?;
    let of_day = at.time().num_seconds_from_midnight();
    // Reminders are of whole minutes.
    let at = NaiveTime::from_num_seconds_from_midnight_opt(of_day - of_day % 60, 0)?;
    (days <= Offset::LONGEST_DAYS).then_some(Offset { days, at: at.into() })
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
            let date = NaiveDate::from_ymd_opt(2027, 1, 20).unwrap();
            let start = date.and_time(crate::day::parse_time(time).unwrap());
            let at = start + duration(offset).unwrap();
            let found = reminder(at, date).map(|reminder| reminder.to_string());
            assert_eq!(found.as_deref(), expected, "{offset}");
        }
    }
}
