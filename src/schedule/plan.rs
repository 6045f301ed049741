//! What is kept, and the present in which it is looked at.

use crate::day::Day;
use crate::short_text::ShortText;
use crate::zone::Zone;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use std::collections::BTreeSet;

/// The days that are kept, and the settings of their reminders.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The days that are kept.
    pub days: Vec<Day>,
    /// The ids of those that come from followed calendars.
    pub from_calendars: BTreeSet<ShortText>,
    /// How many days after its day a missed reminder is still shown.
    pub catch_up: u16,
    /// The hours in which nothing is shown.
    pub quiet: Option<Quiet>,
    /// How long *Later* puts a notification off.
    pub snooze: TimeDelta,
    /// Before this instant the clock cannot be right.
    pub clock_floor: DateTime<Utc>,
}

impl Plan {
    /// A plan of these days with the defaults: three days of catch-up, no quiet hours.
    pub fn new(days: Vec<Day>) -> Self {
        Self {
            days,
            from_calendars: BTreeSet::new(),
            catch_up: 3,
            quiet: None,
            snooze: TimeDelta::hours(1),
            clock_floor: DateTime::UNIX_EPOCH,
        }
    }
}

/// The present: an instant, and the zone in which the machine reads it.
#[derive(Debug, Clone, Copy)]
pub struct Now<'z> {
    /// The instant.
    pub instant: DateTime<Utc>,
    /// The zone of the machine.
    pub zone: &'z Zone,
}

impl Now<'_> {
    /// The date on the machine's calendar.
    pub fn today(&self) -> NaiveDate {
        self.civil().date()
    }

    /// What the machine's wall clock shows.
    pub fn civil(&self) -> NaiveDateTime {
        self.zone.civil(self.instant)
    }
}

/// Hours of the wall clock in which nothing is shown; they may go over midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet {
    /// When they begin.
    pub from: NaiveTime,
    /// When they are over.
    pub to: NaiveTime,
}

impl Quiet {
    /// Whether a time of day falls into them; their end does not.
    ///
    /// ```
    /// # use remembrance::schedule::Quiet;
    /// let time = |text: &str| text.parse().unwrap();
    /// let quiet = Quiet { from: time("22:00:00"), to: time("08:00:00") };
    /// assert!(quiet.holds(time("23:30:00")) && quiet.holds(time("07:59:00")));
    /// assert!(!quiet.holds(time("08:00:00")));
    /// ```
    pub fn holds(&self, time: NaiveTime) -> bool {
        if self.from <= self.to {
            self.from <= time && time < self.to
        } else {
            self.from <= time || time < self.to
        }
    }

    /// When the quiet hours that hold `now` end, or `None` outside them.
    ///
    /// ```
    /// # use chrono::{DateTime, NaiveTime};
    /// # use remembrance::{schedule::{Now, Quiet}, zone::Zone};
    /// let hour = |h| NaiveTime::from_hms_opt(h, 0, 0).unwrap();
    /// let quiet = Quiet { from: hour(22), to: hour(8) };
    /// let zone = Zone::utc();
    /// let end = |at: &str| quiet.end(Now { instant: at.parse().unwrap(), zone: &zone });
    /// assert_eq!(end("2027-01-19T23:30:00Z"), "2027-01-20T08:00:00Z".parse().ok());
    /// assert_eq!(end("2027-01-20T08:00:00Z"), None);
    /// ```
    pub fn end(&self, now: Now<'_>) -> Option<DateTime<Utc>> {
        let time = now.civil().time();
        if !self.holds(time) {
            return None;
        }
        let end_day = if time < self.to { now.today() } else { now.today().succ_opt()? };
        let end = now.zone.instant(end_day.and_time(self.to));
        // Where an hour comes twice and the end with it, this is the second one.
        Some(if end > now.instant { end } else { now.instant + (self.to - time) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_of_quiet_hours_is_quiet_and_their_end_is_not() {
        let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        let held = |from, to| -> Vec<u32> {
            (0..24).filter(|hour| Quiet { from: time(from), to: time(to) }.holds(time(*hour))).collect()
        };
        assert_eq!(held(13, 15), [13, 14]);
        assert_eq!(held(22, 1), [0, 22, 23]);
        assert_eq!(held(9, 9), [0_u32; 0]);
    }

    #[test]
    fn quiet_hours_end_once_also_where_the_clock_is_changed() {
        let time = |text: &str| text.parse().unwrap();
        let zone = Zone::from_posix("Europe/Berlin", "CET-1CEST,M3.5.0,M10.5.0/3").unwrap();
        let end = |to: &str, now: &str| {
            let quiet = Quiet { from: time("22:00"), to: time(to) };
            let end = quiet.end(Now { instant: now.parse().unwrap(), zone: &zone });
            end.map(|end| end.format("%Y-%m-%dT%H:%M:%SZ").to_string())
        };
        for (to, now, expected) in [
            // 02:30 is skipped on 28 March: at 03:00 it is past.
            ("02:30", "2027-03-28T00:59:59Z", Some("2027-03-28T01:00:00Z")),
            ("02:30", "2027-03-28T01:00:00Z", None),
            // It comes twice on 31 October: quiet until the first, and from 02:00 once more until the second.
            ("02:30", "2027-10-31T00:29:59Z", Some("2027-10-31T00:30:00Z")),
            ("02:30", "2027-10-31T00:59:59Z", None),
            ("02:30", "2027-10-31T01:00:00Z", Some("2027-10-31T01:30:00Z")),
            ("02:30", "2027-10-31T01:29:59Z", Some("2027-10-31T01:30:00Z")),
            ("02:30", "2027-10-31T01:30:00Z", None),
            ("08:00", "2027-10-31T01:10:00Z", Some("2027-10-31T07:00:00Z")),
            ("08:00", "2027-10-30T21:00:00Z", Some("2027-10-31T07:00:00Z")),
        ] {
            assert_eq!(end(to, now).as_deref(), expected, "until {to}, at {now}");
        }
    }
}
