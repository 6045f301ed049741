//! When in a day, and how many days before it: `09:00`, `1 week before 19:00`, `18 minutes before sunset`.

use crate::sun::{HorizonEvent, PolarSun};
use crate::zone::Zone;
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use std::fmt;
use std::str::FromStr;

/// When to remind of a day: how many days before it, at which time of the day.
///
/// ```
/// use remembrance::day::Offset;
/// let offset: Offset = "1 week before 19:00".parse().unwrap();
/// assert_eq!((offset.days, offset.to_string().as_str()), (7, "1 week before 19:00"));
/// let offset: Offset = "9:00".parse().unwrap();
/// assert_eq!((offset.days, offset.to_string().as_str()), (0, "09:00"));
/// assert_eq!("2 days before".parse::<Offset>().unwrap().to_string(), "2 days before 09:00");
/// assert_eq!("1 day before sunset".parse::<Offset>().unwrap().days, 1);
/// assert!("25:00".parse::<Offset>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Offset {
    /// How many days before the day; 0 is the day itself.
    pub days: u16,
    /// The time of that day.
    pub at: TimeOfDay,
}

impl Offset {
    /// The longest offset that can be asked for, in days: a year.
    pub const LONGEST_DAYS: u16 = 366;
}

impl Default for Offset {
    fn default() -> Self {
        Self { days: 0, at: clock(9) }
    }
}

impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, unit) = match self.days {
            0 => (0, ""),
            days if days % 7 == 0 => (days / 7, "week"),
            days => (days, "day"),
        };
        if count > 0 {
            write!(f, "{count} {unit}{} before ", if count == 1 { "" } else { "s" })?;
        }
        self.at.fmt(f)
    }
}

impl FromStr for Offset {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let unit = |unit: &str| match unit.to_ascii_lowercase().as_str() {
            "day" | "days" => Some(1),
            "week" | "weeks" => Some(7),
            _ => None,
        };
        match words.as_slice() {
            [count, named, before, time @ ..] if unit(named).is_some() && is(before, "before") => {
                let count: u16 =
                    count.parse().map_err(|_| TimeError::Number { text: (*count).to_owned() })?;
                let days = count.checked_mul(unit(named).unwrap_or(1));
                let days = days.filter(|days| *days <= Self::LONGEST_DAYS).ok_or(TimeError::TooLong)?;
                let at = if time.is_empty() { Self::default().at } else { time.join(" ").parse()? };
                Ok(Self { days, at })
            }
            [count, named, before, ..]
                if count.parse::<u16>().is_ok() && is(before, "before") && minutes(named).is_none() =>
            {
                Err(TimeError::Unit { text: (*named).to_owned() })
            }
            [_, _, ..] | [] => text.parse().map(|at| Self { days: 0, at }).map_err(|error| match error {
                TimeError::NotATime { .. } => TimeError::NotAReminder { text: text.to_owned() },
                other => other,
            }),
            [_] => text.parse().map(|at| Self { days: 0, at }),
        }
    }
}

/// A time of the day: on the wall clock, or by the sun.
///
/// ```
/// use remembrance::offset::TimeOfDay;
/// for text in ["09:00", "sunset", "18 minutes before sunset", "1 hour after sunrise"] {
///     assert_eq!(text.parse::<TimeOfDay>().unwrap().to_string(), text);
/// }
/// assert!("noon".parse::<TimeOfDay>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TimeOfDay {
    /// What the clock shows.
    Clock(NaiveTime),
    /// Minutes after sunrise or sunset; before it if negative.
    Sun {
        /// What the sun does.
        event: HorizonEvent,
        /// From -720 to 720.
        minutes: i16,
    },
}

/// Why a time by the sun is taken by the clock instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoSun {
    /// The zone has no place, e.g. `UTC`.
    NoPlace,
    /// The sun neither rises nor sets there on that date.
    Polar(PolarSun),
}

/// The farthest from sunrise or sunset that can be asked for, in minutes: half a day.
const FARTHEST_MINUTES: i16 = 720;

const fn clock(hour: u32) -> TimeOfDay {
    match NaiveTime::from_hms_opt(hour, 0, 0) {
        Some(time) => TimeOfDay::Clock(time),
        None => panic!("an hour of the day"),
    }
}

fn is(word: &str, expected: &str) -> bool {
    word.eq_ignore_ascii_case(expected)
}

/// How many minutes a unit has.
fn minutes(unit: &str) -> Option<i16> {
    match unit.to_ascii_lowercase().as_str() {
        "minute" | "minutes" => Some(1),
        "hour" | "hours" => Some(60),
        _ => None,
    }
}

impl From<NaiveTime> for TimeOfDay {
    fn from(time: NaiveTime) -> Self {
        Self::Clock(time)
    }
}

impl TimeOfDay {
    /// The time on the wall clock, if it is one.
    pub fn clock(self) -> Option<NaiveTime> {
        match self {
            Self::Clock(time) => Some(time),
            Self::Sun { .. } => None,
        }
    }

    /// The instant at which it is this time on a date in a zone, by the sun of the zone's place.
    ///
    /// Where there is no sun to go by ([`TimeOfDay::no_sun`]), sunrise is taken at 06:00 and sunset at 18:00.
    ///
    /// ```
    /// use remembrance::{offset::TimeOfDay, zone::Zone};
    /// let zone = Zone::from_posix("Asia/Baku", "<+04>-4").unwrap().at_place("40.41, 49.87".parse().unwrap());
    /// let before: TimeOfDay = "18 minutes before sunset".parse().unwrap();
    /// let at = before.on("2027-01-20".parse().unwrap(), &zone);
    /// assert_eq!(zone.civil(at).format("%H:%M").to_string(), "17:25");
    /// ```
    pub fn on(self, date: NaiveDate, zone: &Zone) -> DateTime<Utc> {
        match self {
            Self::Clock(time) => zone.instant(date.and_time(time)),
            Self::Sun { event, minutes } => {
                let usual = match event {
                    HorizonEvent::Sunrise => clock(6),
                    HorizonEvent::Sunset => clock(18),
                };
                let noon = clock(12).on(date, zone);
                let at = zone.coordinates().and_then(|place| event.near(noon, place).ok());
                at.unwrap_or_else(|| usual.on(date, zone)) + TimeDelta::minutes(minutes.into())
            }
        }
    }

    /// Why this time is not by the sun on a date in a zone, though it should be; `None` where it is, and for clock times.
    pub fn no_sun(self, date: NaiveDate, zone: &Zone) -> Option<NoSun> {
        let Self::Sun { event, .. } = self else { return None };
        match zone.coordinates() {
            None => Some(NoSun::NoPlace),
            Some(place) => event.near(clock(12).on(date, zone), place).err().map(NoSun::Polar),
        }
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (event, minutes) = match self {
            Self::Clock(time) => return write!(f, "{}", time.format("%H:%M")),
            Self::Sun { event: HorizonEvent::Sunrise, minutes } => ("sunrise", *minutes),
            Self::Sun { event: HorizonEvent::Sunset, minutes } => ("sunset", *minutes),
        };
        if minutes == 0 {
            return f.write_str(event);
        }
        let count = minutes.unsigned_abs();
        let (count, unit) = if count % 60 == 0 { (count / 60, "hour") } else { (count, "minute") };
        let plural = if count == 1 { "" } else { "s" };
        let side = if minutes < 0 { "before" } else { "after" };
        write!(f, "{count} {unit}{plural} {side} {event}")
    }
}

impl FromStr for TimeOfDay {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let event = |word: &str| match word.to_ascii_lowercase().as_str() {
            "sunrise" => Some(HorizonEvent::Sunrise),
            "sunset" => Some(HorizonEvent::Sunset),
            _ => None,
        };
        let not_a_time = || TimeError::NotATime { text: text.to_owned() };
        match words.as_slice() {
            [word] => match event(word) {
                Some(event) => Ok(Self::Sun { event, minutes: 0 }),
                None => parse_time(word).map(Self::Clock),
            },
            [count, unit, side, word] if is(side, "before") || is(side, "after") => {
                let (Some(event), Some(unit)) = (event(word), minutes(unit)) else {
                    return Err(not_a_time());
                };
                let number: i16 = count
                    .parse::<u16>()
                    .ok()
                    .and_then(|count| i16::try_from(count).ok())
                    .ok_or_else(|| TimeError::Number { text: (*count).to_owned() })?;
                let minutes = number.checked_mul(unit).filter(|minutes| *minutes <= FARTHEST_MINUTES);
                let minutes = minutes.ok_or(TimeError::TooFarFromSun)?;
                Ok(Self::Sun { event, minutes: if is(side, "before") { -minutes } else { minutes } })
            }
            _ => Err(not_a_time()),
        }
    }
}

/// Why a text is not a time of the day, or not a reminder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimeError {
    /// Not a time at all.
    NotATime {
        /// What was written.
        text: String,
    },
    /// A time after the end of the day.
    AfterMidnight {
        /// What was written.
        text: String,
    },
    /// Not a reminder.
    NotAReminder {
        /// What was written.
        text: String,
    },
    /// A unit that no reminder is counted in.
    Unit {
        /// What was written.
        text: String,
    },
    /// Not a number, or too large a one.
    Number {
        /// What was written.
        text: String,
    },
    /// More days before than [`Offset::LONGEST_DAYS`].
    TooLong,
    /// More than half a day from sunrise or sunset.
    TooFarFromSun,
}

impl fmt::Display for TimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotATime { text } => {
                write!(
                    f,
                    "`{text}` is not a time; write it like `09:00`, `sunset` or `18 minutes before sunset`"
                )
            }
            Self::AfterMidnight { text } => write!(f, "`{text}` is not a time; the day ends at 23:59"),
            Self::NotAReminder { text } => write!(f, "`{text}` is not a reminder"),
            Self::Unit { text } => {
                write!(f, "`{text}` is not a unit of a reminder; `days` and `weeks` are")
            }
            Self::Number { text } => write!(f, "`{text}` is not a number that can be counted"),
            Self::TooLong => write!(f, "a reminder can be {} days before at most", Offset::LONGEST_DAYS),
            Self::TooFarFromSun => f.write_str("a time can be 12 hours from sunrise or sunset at most"),
        }
    }
}

impl std::error::Error for TimeError {}

/// Reads a time of the clock, `9:00` or `21:30`.
///
/// # Errors
/// When it is not one.
pub fn parse_time(text: &str) -> Result<NaiveTime, TimeError> {
    let wrong = || TimeError::NotATime { text: text.to_owned() };
    let (hours, minutes) = text.trim().split_once(':').ok_or_else(wrong)?;
    let is_number = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if !is_number(hours) || minutes.len() != 2 || !is_number(minutes) {
        return Err(wrong());
    }
    let number = |part: &str| part.parse().map_err(|_| wrong());
    NaiveTime::from_hms_opt(number(hours)?, number(minutes)?, 0)
        .ok_or_else(|| TimeError::AfterMidnight { text: text.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_displays_as_it_parses() {
        let table = [
            ("09:00", "09:00"),
            ("0 days before 7:05", "07:05"),
            ("1 DAY  before 18:00", "1 day before 18:00"),
            ("7 days before 19:00", "1 week before 19:00"),
            ("10 days before 19:00", "10 days before 19:00"),
            ("2 weeks before", "2 weeks before 09:00"),
            ("1 Day before Sunset", "1 day before sunset"),
            ("18 minutes before sunset", "18 minutes before sunset"),
            ("60 minutes after sunrise", "1 hour after sunrise"),
            ("2 days before 1 hour before sunset", "2 days before 1 hour before sunset"),
        ];
        for (written, shown) in table {
            assert_eq!(written.parse::<Offset>().unwrap().to_string(), shown, "{written}");
            assert_eq!(shown.parse::<Offset>().unwrap().to_string(), shown);
        }
        for wrong in [
            "",
            "9",
            "09:0",
            "24:00",
            "09:60",
            "1 month before 09:00",
            "x days before 09:00",
            "99 weeks before",
            "-1 days before 09:00",
            "1 day after 09:00",
            "+9:00",
            "18 minutes before",
            "18 minutes before 09:00",
            "18 minutes sunset",
            "13 hours before sunset",
            "-5 minutes before sunset",
            "99999 minutes after sunset",
        ] {
            assert!(wrong.parse::<Offset>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_mistake_says_what_is_wrong() {
        let error = |text: &str| text.parse::<Offset>().unwrap_err().to_string();
        assert!(error("1 month before 09:00").starts_with("`month` is not a unit"));
        assert!(error("99 weeks before").starts_with("a reminder can be 366 days"));
        assert!(error("x days before").starts_with("`x` is not a number"));
        assert!(error("at nine").starts_with("`at nine` is not a reminder"));
        assert!(error("24:00").ends_with("the day ends at 23:59"));
        assert!(error("721 minutes after sunset").starts_with("a time can be 12 hours"));
    }

    #[test]
    fn without_a_place_or_a_sun_the_clock_stands_in() {
        let date: NaiveDate = "2026-12-25".parse().unwrap();
        let sunset: TimeOfDay = "1 hour before sunset".parse().unwrap();
        let zone = Zone::utc();
        assert_eq!(sunset.on(date, &zone).to_rfc3339(), "2026-12-25T17:00:00+00:00");
        assert_eq!(sunset.no_sun(date, &zone), Some(NoSun::NoPlace));
        let tromso = zone.at_place("69.65, 18.96".parse().unwrap());
        assert_eq!(sunset.on(date, &tromso).to_rfc3339(), "2026-12-25T17:00:00+00:00");
        assert_eq!(sunset.no_sun(date, &tromso), Some(NoSun::Polar(PolarSun::Night)));
        let summer: NaiveDate = "2026-06-21".parse().unwrap();
        assert_eq!(sunset.no_sun(summer, &tromso), Some(NoSun::Polar(PolarSun::Day)));
        assert_eq!(clock(9).no_sun(date, &tromso), None);
    }
}
