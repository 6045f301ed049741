//! A few zones as the oracle reckons them: from the laws that made them, not from the zone's rules.

use crate::zone::Zone;
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Utc, Weekday};

/// A zone that the simulated machine may stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SimulatedZone {
    /// Minutes east of Greenwich, all the year.
    Fixed(i64),
    /// The European Union: summer time from the last Sunday of March to the last of October, at 01:00 UTC.
    Berlin,
    /// The United States: from the second Sunday of March to the first of November, at 02:00 local time.
    NewYork,
}

impl SimulatedZone {
    pub(super) const ALL: [Self; 6] = [
        Self::Fixed(4 * 60),
        Self::Fixed(-11 * 60),
        Self::Fixed(14 * 60),
        Self::Fixed(345),
        Self::Berlin,
        Self::NewYork,
    ];

    /// The same zone as the program reads it.
    pub(super) fn zone(self) -> Zone {
        let posix = match self {
            Self::Fixed(minutes) => {
                let sign = if minutes < 0 { "" } else { "-" };
                format!("<X>{sign}{}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            }
            Self::Berlin => "CET-1CEST,M3.5.0,M10.5.0/3".to_owned(),
            Self::NewYork => "EST5EDT,M3.2.0,M11.1.0".to_owned(),
        };
        Zone::from_posix("Simulated", &posix).unwrap()
    }

    /// Winter's offset, summer's, and when summer begins and ends in a year; for a fixed zone, never.
    fn law(self, year: i32) -> (TimeDelta, TimeDelta, [DateTime<Utc>; 2]) {
        let nth = |month, nth| NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Sun, nth).unwrap();
        let last = |month| {
            let end = NaiveDate::from_ymd_opt(year, month, 31).unwrap();
            end - TimeDelta::days(end.weekday().num_days_from_sunday().into())
        };
        let at = |date: NaiveDate, hour| date.and_hms_opt(hour, 0, 0).unwrap().and_utc();
        match self {
            Self::Fixed(minutes) => {
                let offset = TimeDelta::minutes(minutes);
                (offset, offset, [DateTime::UNIX_EPOCH; 2])
            }
            Self::Berlin => (TimeDelta::hours(1), TimeDelta::hours(2), [at(last(3), 1), at(last(10), 1)]),
            Self::NewYork => {
                (TimeDelta::hours(-5), TimeDelta::hours(-4), [at(nth(3, 2), 7), at(nth(11, 1), 6)])
            }
        }
    }

    fn offset(self, instant: DateTime<Utc>) -> TimeDelta {
        let (winter, summer, [begins, ends]) = self.law(instant.year());
        if begins <= instant && instant < ends { summer } else { winter }
    }

    /// What a clock on the wall shows.
    pub(super) fn civil(self, instant: DateTime<Utc>) -> NaiveDateTime {
        instant.naive_utc() + self.offset(instant)
    }

    /// The first instant at which a clock on the wall shows `civil` or, where it is skipped, has passed it.
    pub(super) fn first(self, civil: NaiveDateTime) -> DateTime<Utc> {
        let (winter, summer, [begins, _]) = self.law(civil.year());
        let candidates = [(civil - summer).and_utc(), (civil - winter).and_utc()];
        let shows = |instant: &&DateTime<Utc>| self.civil(**instant) == civil;
        candidates.iter().filter(shows).min().copied().unwrap_or(begins)
    }
}
