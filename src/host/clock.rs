//! The one place where the time is read: the machine's clock, or the same clock shifted.

use crate::zone::Zone;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use rustix::time::ClockId;

/// The machine's clock, shifted where a person pretends that it is another time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Clock {
    shift: TimeDelta,
}

impl Clock {
    /// A clock that shows `now` at this instant and runs on from there.
    pub fn showing(now: DateTime<Utc>) -> Self {
        Self { shift: now - Self::default().now() }
    }

    /// The time that the clock shows.
    pub fn now(&self) -> DateTime<Utc> {
        let time = rustix::time::clock_gettime(ClockId::Realtime);
        let nanoseconds = u32::try_from(time.tv_nsec).unwrap_or(0);
        let now = DateTime::from_timestamp(time.tv_sec, nanoseconds).unwrap_or(DateTime::UNIX_EPOCH);
        now.checked_add_signed(self.shift).unwrap_or(now)
    }

    /// What the machine's own clock shows when this one shows `instant`.
    pub fn on_the_machine(&self, instant: DateTime<Utc>) -> DateTime<Utc> {
        instant.checked_sub_signed(self.shift).unwrap_or(instant)
    }

    /// Whether the clock is shifted.
    pub fn is_pretended(&self) -> bool {
        !self.shift.is_zero()
    }
}

/// How long the machine has been asleep since it was started.
///
/// `CLOCK_BOOTTIME` runs while it sleeps and `CLOCK_MONOTONIC` does not (clock_gettime(2)).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asleep(TimeDelta);

impl Asleep {
    /// The sleep up to now.
    pub fn now() -> Self {
        let read = |clock| {
            let time = rustix::time::clock_gettime(clock);
            TimeDelta::seconds(time.tv_sec) + TimeDelta::nanoseconds(time.tv_nsec)
        };
        // In this order, what passes between the two counts for too little rather than too much.
        let boot = read(ClockId::Boottime);
        Self(boot - read(ClockId::Monotonic))
    }

    /// Whether the machine has slept since the last time that was asked.
    pub fn has_grown(&mut self) -> bool {
        let before = std::mem::replace(self, Self::now());
        self.0 - before.0 > TimeDelta::milliseconds(500)
    }
}

/// A text that is not a time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a time; write it like `2027-01-20 09:00`")]
pub struct NotATime(String);

impl NotATime {
    /// The text.
    pub fn text(&self) -> &str {
        &self.0
    }
}

/// Reads a time that a person wrote: RFC 3339 with an offset, else civil time in `zone`:
/// `2027-01-20 09:00`, `2027-01-20T09:00:00`, or a date alone for its first instant.
///
/// # Errors
/// When it is not one of these.
///
/// ```
/// use remembrance::{host::clock::parse, zone::Zone};
/// let baku = Zone::from_posix("Asia/Baku", "<+04>-4").unwrap();
/// assert_eq!(parse("2027-01-20 09:00", &baku).unwrap().to_rfc3339(), "2027-01-20T05:00:00+00:00");
/// assert_eq!(parse("2027-01-20", &baku).unwrap().to_rfc3339(), "2027-01-19T20:00:00+00:00");
/// assert!(parse("noon", &baku).is_err());
/// ```
pub fn parse(text: &str, zone: &Zone) -> Result<DateTime<Utc>, NotATime> {
    if let Ok(stamp) = DateTime::parse_from_rfc3339(text) {
        return Ok(stamp.to_utc());
    }
    let formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S"];
    let civil = formats.iter().find_map(|format| NaiveDateTime::parse_from_str(text, format).ok());
    let midnight = || Some(NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?.and_time(NaiveTime::MIN));
    match civil.or_else(midnight) {
        Some(civil) => Ok(zone.instant(civil)),
        None => Err(NotATime(text.to_owned())),
    }
}
