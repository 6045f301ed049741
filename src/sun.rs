//! The sun: when it reaches a point of the ecliptic, and when it rises and sets at a place.
//!
//! Both come from the solar position algorithm of Reda and Andreas (2003), which sums the terms of VSOP87; it is good to
//! a second of arc for the years 1800 to 2200, half a minute of time. Sines and cosines are those of the crate `libm`, the
//! same on every machine.

use chrono::{DateTime, TimeZone, Utc};
use libm::{atan2, cos, sin, tan};
use solar_positioning::time::JulianDate;
use solar_positioning::{Horizon, SolarEvents, SolarPositions, delta_t};
use std::fmt;
use std::str::FromStr;

/// The Julian date of the midnight that begins day 0 of [`rule`](crate::rule): December 31 of the year before 1.
const DAY_ZERO: f64 = 1_721_424.5;

/// The Julian date of the Unix epoch.
const UNIX_EPOCH: f64 = 2_440_587.5;

/// The moment at which the sun's apparent longitude is `degrees`, as a day number with its fraction, in universal time.
///
/// `near` is a day number within some days of it.
pub(crate) fn moment_of_longitude(degrees: f64, near: f64) -> f64 {
    let mut moment = near;
    // The sun moves a degree a day to within a thirtieth, so that each round brings the error down by as much.
    for _ in 0..4 {
        let ahead = (degrees - longitude(moment) + 180.0).rem_euclid(360.0) - 180.0;
        moment += ahead * 365.2422 / 360.0;
    }
    moment
}

/// The sun's apparent geocentric longitude in degrees at a day number with its fraction, in universal time.
fn longitude(moment: f64) -> f64 {
    let centuries = (moment + DAY_ZERO - 2_451_545.0) / 36_525.0;
    let (right_ascension, declination) = {
        let julian = JulianDate::new(moment + DAY_ZERO, lag(moment)).expect("rules ask within its years");
        let sun = SolarPositions::new().for_time_from_julian(julian).expect("rules ask within its years");
        (sun.right_ascension().to_radians(), sun.declination().to_radians())
    };
    // The true obliquity: the mean one and the two largest terms of its nutation (Meeus, chapter 22).
    let node = (125.04452 - 1_934.136_261 * centuries).to_radians();
    let sun = (280.4665 + 36_000.769_8 * centuries).to_radians();
    let nutation = 9.20 * cos(node) + 0.57 * cos(2.0 * sun);
    let obliquity = ((84_381.448 - 46.815 * centuries + nutation) / 3600.0).to_radians();
    let north = sin(right_ascension) * cos(obliquity) + tan(declination) * sin(obliquity);
    atan2(north, cos(right_ascension)).to_degrees().rem_euclid(360.0)
}

/// How many seconds terrestrial time is ahead of universal time.
fn lag(moment: f64) -> f64 {
    delta_t::estimate(moment / 365.2425 + 1.0).unwrap_or_default()
}

/// A place on earth.
///
/// ```
/// use remembrance::sun::Coordinates;
/// let baku: Coordinates = "40.41, 49.87".parse().unwrap();
/// assert_eq!((baku.latitude, baku.longitude), (40.41, 49.87));
/// assert!("91, 0".parse::<Coordinates>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coordinates {
    /// Degrees north of the equator, -90 to 90.
    pub latitude: f64,
    /// Degrees east of Greenwich, -180 to 180.
    pub longitude: f64,
}

/// A text that is no place on earth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotCoordinates(String);

impl fmt::Display for NotCoordinates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a place; write latitude and longitude in degrees, e.g. `40.41, 49.87`", self.0)
    }
}

impl std::error::Error for NotCoordinates {}

impl FromStr for Coordinates {
    type Err = NotCoordinates;

    /// Reads latitude and longitude in degrees with a comma between them; south and west are negative.
    fn from_str(text: &str) -> Result<Self, NotCoordinates> {
        let number = |text: &str| text.trim().parse::<f64>().ok().filter(|degrees| degrees.is_finite());
        let found = text.split_once(',').and_then(|(latitude, longitude)| {
            Some(Self { latitude: number(latitude)?, longitude: number(longitude)? })
        });
        found
            .filter(|place| place.latitude.abs() <= 90.0 && place.longitude.abs() <= 180.0)
            .ok_or_else(|| NotCoordinates(text.to_owned()))
    }
}

impl Coordinates {
    /// The chief city of a zone, from the text of `zone1970.tab` or `zone.tab`; `None` for a zone that it does not list,
    /// e.g. `UTC`.
    ///
    /// ```
    /// use remembrance::sun::Coordinates;
    /// let table = "# comment\nAZ\t+4023+04951\tAsia/Baku\nUS\t+404251-0740023\tAmerica/New_York\tEastern\n";
    /// let baku = Coordinates::of_zone(table, "Asia/Baku").unwrap();
    /// assert_eq!(format!("{:.2} {:.2}", baku.latitude, baku.longitude), "40.38 49.85");
    /// assert!(Coordinates::of_zone(table, "America/New_York").unwrap().longitude < -74.0);
    /// assert_eq!(Coordinates::of_zone(table, "UTC"), None);
    /// ```
    pub fn of_zone(table: &str, zone: &str) -> Option<Self> {
        let place = table.match_indices(zone).find_map(|(at, _)| {
            let (before, after) = table.split_at(at);
            let after = after.get(zone.len()..)?;
            let is_whole = after.is_empty() || after.starts_with(['\t', '\n']);
            // The country, the place, the zone.
            let mut columns = before.rsplit('\n').next()?.split('\t');
            let (country, place, rest) = (columns.next()?, columns.next()?, columns.next()?);
            (is_whole && rest.is_empty() && !country.starts_with('#')).then_some(place)
        })?;
        // Latitude and longitude stand together, each with its sign.
        let split = place.get(1..)?.find(['+', '-'])? + 1;
        let (latitude, longitude) = place.split_at(split);
        Some(Self { latitude: degrees(latitude, 2)?, longitude: degrees(longitude, 3)? })
    }
}

/// `+4023` or `-0740023`: degrees, minutes and perhaps seconds.
fn degrees(text: &str, width: usize) -> Option<f64> {
    let (sign, digits) = text.split_at_checked(1)?;
    let number = |text: &str| text.parse::<f64>().ok();
    let whole = number(digits.get(..width)?)?;
    let minutes = number(digits.get(width..width + 2)?)?;
    let seconds = digits.get(width + 2..).filter(|rest| !rest.is_empty()).map_or(Some(0.0), number)?;
    let degrees = whole + minutes / 60.0 + seconds / 3600.0;
    Some(if sign == "-" { -degrees } else { degrees })
}

/// What the sun does at the horizon: its upper edge touches it, seen at sea level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HorizonEvent {
    /// It comes up.
    Sunrise,
    /// It goes down.
    Sunset,
}

/// Why the sun neither rises nor sets on a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PolarSun {
    /// It stays up.
    Day,
    /// It stays down.
    Night,
}

impl HorizonEvent {
    /// When it happens at a place on the day whose noon by the clock is `noon`, to within two minutes below 60 degrees of
    /// latitude.
    ///
    /// The day is that of the noon between sunrise and sunset: far north, the sun of June 21 sets after midnight.
    ///
    /// # Errors
    /// [`PolarSun`] where the sun does not touch the horizon then.
    ///
    /// ```
    /// use remembrance::sun::{HorizonEvent, PolarSun};
    /// let jerusalem = "31.78, 35.22".parse().unwrap();
    /// let sunset = HorizonEvent::Sunset.near("2026-09-11T09:00:00Z".parse().unwrap(), jerusalem).unwrap();
    /// assert_eq!(sunset.format("%H:%M").to_string(), "15:50");
    /// let tromso = "69.65, 18.96".parse().unwrap();
    /// let christmas = "2026-12-25T11:00:00Z".parse().unwrap();
    /// assert_eq!(HorizonEvent::Sunset.near(christmas, tromso), Err(PolarSun::Night));
    /// ```
    pub fn near(self, noon: DateTime<Utc>, place: Coordinates) -> Result<DateTime<Utc>, PolarSun> {
        let civil_noon = julian(noon);
        // The noon of the place's own meridian that is nearest to noon on the clock.
        let meridian = -place.longitude / 360.0;
        let solar_noon = (civil_noon - meridian).round() + meridian;
        let events = SolarEvents::new();
        let location = solar_positioning::Location { latitude: place.latitude, longitude: place.longitude };
        let lag = lag(solar_noon - DAY_ZERO);
        let found = match self {
            Self::Sunrise => events.next_rise_from_julian(
                solar_noon - 0.5,
                solar_noon + 0.01,
                location,
                lag,
                Horizon::SunriseSunset,
            ),
            Self::Sunset => events.next_set_from_julian(
                solar_noon - 0.01,
                solar_noon + 0.5,
                location,
                lag,
                Horizon::SunriseSunset,
            ),
        };
        match found {
            Ok(Some(at)) => Ok(instant(at)),
            Ok(None) => Err(if is_up(solar_noon, location, lag) { PolarSun::Day } else { PolarSun::Night }),
            // Years beyond those of the algorithm, where no calendar of ours is asked for a sunset.
            Err(_) => Err(PolarSun::Night),
        }
    }
}

/// Whether the upper edge of the sun is above the horizon.
fn is_up(at: f64, location: solar_positioning::Location, lag: f64) -> bool {
    let position = JulianDate::new(at, lag)
        .and_then(|time| SolarPositions::new().at_from_julian(time, location, 0.0, None));
    position.is_ok_and(|position| position.elevation_angle() > Horizon::SunriseSunset.elevation_angle())
}

#[allow(clippy::cast_precision_loss)] // Seconds of a few thousand years are exact in 53 bits.
fn julian(instant: DateTime<Utc>) -> f64 {
    instant.timestamp() as f64 / 86_400.0 + UNIX_EPOCH
}

#[allow(clippy::cast_possible_truncation)] // Seconds of a few thousand years.
fn instant(julian: f64) -> DateTime<Utc> {
    let seconds = ((julian - UNIX_EPOCH) * 86_400.0).round() as i64;
    Utc.timestamp_opt(seconds, 0).single().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seasons_begin_within_a_minute_of_the_published_times() {
        // Astronomical Applications Department, US Naval Observatory, in universal time.
        let published = [
            (0.0, "2000-03-20T07:35:00Z"),
            (90.0, "2000-06-21T01:48:00Z"),
            (180.0, "2000-09-22T17:28:00Z"),
            (270.0, "2000-12-21T13:37:00Z"),
            (270.0, "2010-12-21T23:38:00Z"),
            (0.0, "2020-03-20T03:50:00Z"),
            (90.0, "2020-06-20T21:44:00Z"),
            (180.0, "2020-09-22T13:31:00Z"),
            (270.0, "2020-12-21T10:02:00Z"),
            (0.0, "2024-03-20T03:06:00Z"),
            (90.0, "2024-06-20T20:51:00Z"),
            (180.0, "2024-09-22T12:44:00Z"),
            (270.0, "2024-12-21T09:21:00Z"),
            (0.0, "2025-03-20T09:01:00Z"),
            (90.0, "2025-06-21T02:42:00Z"),
            (180.0, "2025-09-22T18:19:00Z"),
            (270.0, "2025-12-21T15:03:00Z"),
        ];
        for (degrees, time) in published {
            let expected: DateTime<Utc> = time.parse().unwrap();
            for days_off in [-20.0, 0.0, 20.0] {
                let near = julian(expected) - DAY_ZERO + days_off;
                let found = instant(moment_of_longitude(degrees, near) + DAY_ZERO);
                let apart = (found - expected).num_seconds().abs();
                assert!(apart <= 60, "{degrees} degrees: {found}, not {time}");
            }
        }
    }

    #[test]
    fn places_are_within_their_bounds() {
        for wrong in ["", "40", "40.41 49.87", "91, 0", "-90.1, 0", "0, 180.5", "NaN, 0", "inf, 0", "1,2,3"] {
            assert!(wrong.parse::<Coordinates>().is_err(), "{wrong}");
        }
        for sound in ["90,180", "-90, -180", " 1.5 , -2.25 "] {
            assert!(sound.parse::<Coordinates>().is_ok(), "{sound}");
        }
    }

    #[test]
    fn the_chief_city_of_a_zone_is_read_to_the_second() {
        let table = "XX,YY\t-3124+15905\tA/B\nXX\t-771956+1664036\tC/D\tcomment\nXX\tnonsense\tE/F\n";
        let near = |zone: &str, latitude: f64, longitude: f64| {
            let found = Coordinates::of_zone(table, zone).unwrap();
            (found.latitude - latitude).abs() < 1e-6 && (found.longitude - longitude).abs() < 1e-6
        };
        assert!(near("A/B", -31.4, 159.0 + 5.0 / 60.0));
        assert!(near("C/D", -(77.0 + 19.0 / 60.0 + 56.0 / 3600.0), 166.0 + 40.0 / 60.0 + 36.0 / 3600.0));
        assert_eq!(Coordinates::of_zone(table, "E/F"), None);
    }
}
