//! A time zone as a value: instants to civil time and back.
//!
//! The rules of a zone come in as the bytes of a TZif file (RFC 9636) or as a POSIX `TZ` string;
//! who reads them, and from where, is the shell's business ([`crate::host::zones`]).

use crate::sun::Coordinates;
use chrono::{
    DateTime, Datelike, FixedOffset, NaiveDateTime, Offset, TimeDelta, TimeZone as _, Timelike, Utc,
};
use std::fmt;
use std::path::PathBuf;
use std::ptr::fn_addr_eq;
use std::sync::{Arc, OnceLock};
use tz::TimeZone;
use tz::datetime::FoundDateTimeKind::{Normal, Skipped};

/// A named time zone with its rules. Cloning is cheap.
///
/// ```
/// use chrono::NaiveDate;
/// use remembrance::zone::Zone;
///
/// let berlin = Zone::from_posix("Europe/Berlin", "CET-1CEST,M3.5.0,M10.5.0/3").unwrap();
/// let civil = |d, h, m| NaiveDate::from_ymd_opt(2027, 3, d).unwrap().and_hms_opt(h, m, 0).unwrap();
/// assert_eq!(berlin.instant(civil(1, 9, 0)).to_rfc3339(), "2027-03-01T08:00:00+00:00");
/// // 02:30 on 28 March is skipped there: the first instant after the gap stands for it.
/// assert_eq!(berlin.instant(civil(28, 2, 30)).to_rfc3339(), "2027-03-28T01:00:00+00:00");
/// ```
#[derive(Clone)]
pub struct Zone {
    name: Arc<str>,
    rules: Arc<TimeZone>,
    /// Where the sun is looked at, once somebody has asked.
    place: Arc<OnceLock<Option<Coordinates>>>,
    find: FindPlace,
}

/// Where the chief city of the zone of a name lies, if that is known.
pub type FindPlace = fn(&str) -> Option<Coordinates>;

/// How far from UTC a clock on the wall can be: local mean time in Manila was 15 hours and 56 minutes behind.
const FARTHEST: TimeDelta = TimeDelta::hours(16);

/// Why there is no zone of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ZoneError {
    /// A text that cannot be the name of a zone.
    NotAName(String),
    /// The machine has no zone of this name.
    Unknown {
        /// The name.
        name: String,
        /// The nearest name that the machine has.
        near: Option<String>,
    },
    /// The machine has no zone files; the name that was looked for.
    NoFiles(String),
    /// The file of a zone cannot be read.
    File {
        /// The file.
        file: PathBuf,
        /// Why not.
        why: String,
    },
    /// The rules of a zone cannot be understood; what the reader of them says.
    Rules(String),
}

impl fmt::Display for ZoneError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAName(name) => {
                write!(f, "`{name}` is not the name of a time zone; write it like `Asia/Baku`")
            }
            Self::Unknown { name, near: Some(near) } => {
                write!(f, "there is no time zone `{name}`; did you mean `{near}`?")
            }
            Self::Unknown { name, near: None } => {
                write!(f, "there is no time zone `{name}`; write it like `Asia/Baku`")
            }
            Self::NoFiles(name) => {
                write!(f, "there is no time zone `{name}`: this machine has no zone files; install tzdata")
            }
            Self::File { file, why } => write!(f, "cannot read the time zone `{}`: {why}", file.display()),
            Self::Rules(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for ZoneError {}

impl Zone {
    /// Coordinated Universal Time.
    pub fn utc() -> Self {
        Self::new("UTC", TimeZone::utc())
    }

    /// The zone that the bytes of a TZif file describe.
    ///
    /// # Errors
    /// When the bytes are not a TZif file.
    pub fn from_tzif(name: &str, bytes: &[u8]) -> Result<Self, ZoneError> {
        match TimeZone::from_tz_data(bytes) {
            Ok(rules) => Ok(Self::new(name, rules)),
            Err(error) => Err(ZoneError::Rules(error.to_string())),
        }
    }

    /// The zone that a POSIX `TZ` string describes, as `CET-1CEST,M3.5.0,M10.5.0/3`.
    ///
    /// # Errors
    /// When the string is not of that form. It never names a file.
    pub fn from_posix(name: &str, text: &str) -> Result<Self, ZoneError> {
        // Without folders to look in, a name is never taken for a file.
        let settings = tz::TimeZoneSettings::new(&[], |_| {
            Err(Box::new(std::io::Error::from(std::io::ErrorKind::NotFound)))
        });
        match settings.parse_posix_tz(text) {
            Ok(rules) => Ok(Self::new(name, rules)),
            Err(error) => Err(ZoneError::Rules(error.to_string())),
        }
    }

    fn new(name: &str, rules: TimeZone) -> Self {
        Self { name: name.into(), rules: Arc::new(rules), place: Arc::default(), find: |_| None }
    }

    /// The name it was asked for by, as `Asia/Baku`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The place in its name, as a person says it: `Baku`, `New York`, `UTC`.
    pub fn place(&self) -> String {
        place_in(&self.name)
    }

    /// The same zone, with its sunrise and sunset at this place.
    #[must_use]
    pub fn at_place(mut self, place: Coordinates) -> Self {
        self.place = Arc::new(OnceLock::from(Some(place)));
        self
    }

    /// The same zone, with its sunrise and sunset at its chief city, which `find` is asked for once somebody asks for the
    /// sun: few do, and it takes files to find it.
    #[must_use]
    pub fn at_chief_city(mut self, find: FindPlace) -> Self {
        (self.place, self.find) = (Arc::default(), find);
        self
    }

    /// Where its sunrise and sunset are looked at, if that is known.
    pub fn coordinates(&self) -> Option<Coordinates> {
        *self.place.get_or_init(|| (self.find)(&self.name))
    }

    /// The offset from UTC in force at `instant`.
    pub fn offset(&self, instant: DateTime<Utc>) -> FixedOffset {
        let found = self.rules.find_local_time_type(instant.timestamp());
        let seconds = found.map_or(0, tz::LocalTimeType::ut_offset);
        FixedOffset::east_opt(seconds).unwrap_or(Utc.fix())
    }

    /// `instant` with the offset in force then.
    pub fn stamp(&self, instant: DateTime<Utc>) -> DateTime<FixedOffset> {
        instant.with_timezone(&self.offset(instant))
    }

    /// What a clock on the wall shows at `instant`.
    pub fn civil(&self, instant: DateTime<Utc>) -> NaiveDateTime {
        self.stamp(instant).naive_local()
    }

    /// The instant at which a clock on the wall shows `civil`.
    ///
    /// A time that a clock change skips gives the first instant after the gap, however long the gap
    /// (Apia skipped the whole of 2011-12-30); a time that comes twice gives the first.
    pub fn instant(&self, civil: NaiveDateTime) -> DateTime<Utc> {
        // With one offset on both sides of every instant that could show this, no clock change is near; a search through
        // all changes of the zone takes ten times as long.
        let (before, after) = (civil.and_utc() - FARTHEST, civil.and_utc() + FARTHEST);
        let offset = self.offset(before);
        if offset == self.offset(after) {
            return (civil - offset).and_utc();
        }
        self.searched(civil)
    }

    /// The same for any time, also one near a clock change.
    fn searched(&self, civil: NaiveDateTime) -> DateTime<Utc> {
        let (date, time) = (civil.date(), civil.time());
        let small = |n: u32| u8::try_from(n).expect("months, days, hours, minutes and seconds fit");
        let found = tz::DateTime::find(
            date.year(),
            small(date.month()),
            small(date.day()),
            small(time.hour()),
            small(time.minute()),
            small(time.second()),
            0,
            self.rules.as_ref().as_ref(),
        );
        let unix = match found.unwrap_or_default().into_inner().first() {
            Some(Normal(found)) => found.unix_time(),
            Some(Skipped { after_transition, .. }) => after_transition.unix_time(),
            // Rules that end before this time say nothing of it: hold on to their last offset.
            None => (civil.and_utc() - self.offset(civil.and_utc())).timestamp(),
        };
        Utc.timestamp_opt(unix, 0).single().unwrap_or(civil.and_utc())
    }
}

/// The place in the name of a zone, as a person says it; `UTC+5` for `Etc/GMT-5`, since POSIX counts hours to the west.
pub(crate) fn place_in(zone: &str) -> String {
    match zone.strip_prefix("Etc/GMT") {
        Some(hours) if hours.starts_with('-') => hours.replace('-', "UTC+"),
        Some(hours) if hours.starts_with('+') => hours.replace('+', "UTC−"),
        _ => zone.rsplit('/').next().unwrap_or_default().replace('_', " "),
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        // Of one name, both would find the same.
        let is_unasked = || {
            let places = [&self.place, &other.place];
            places.iter().all(|place| place.get().is_none()) && fn_addr_eq(self.find, other.find)
        };
        self.name == other.name
            && self.rules == other.rules
            && (is_unasked() || self.coordinates() == other.coordinates())
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Zone").field(&self.name).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn civil(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn gaps_give_their_end_and_folds_their_first() {
        let berlin = Zone::from_posix("Europe/Berlin", "CET-1CEST,M3.5.0,M10.5.0/3").unwrap();
        let cases = [
            ("2027-01-20 09:00", "2027-01-20T08:00:00+00:00"),
            ("2027-03-28 01:59", "2027-03-28T00:59:00+00:00"),
            ("2027-03-28 02:00", "2027-03-28T01:00:00+00:00"),
            ("2027-03-28 02:59", "2027-03-28T01:00:00+00:00"),
            ("2027-03-28 03:00", "2027-03-28T01:00:00+00:00"),
            ("2027-10-31 02:30", "2027-10-31T00:30:00+00:00"),
            ("2027-10-31 03:00", "2027-10-31T02:00:00+00:00"),
        ];
        for (wall, expected) in cases {
            assert_eq!(berlin.instant(civil(wall)).to_rfc3339(), expected, "{wall}");
        }
    }

    #[test]
    fn a_posix_name_never_opens_a_file() {
        assert!(Zone::from_posix("x", "/etc/localtime").is_err());
        assert!(Zone::from_posix("x", "localtime").is_err());
    }

    #[test]
    fn the_chief_city_is_looked_for_once_and_only_when_somebody_asks() {
        static ASKED: AtomicUsize = AtomicUsize::new(0);
        let find: FindPlace = |name| {
            ASKED.fetch_add(1, Ordering::Relaxed);
            (name == "Asia/Baku").then(|| "40.38, 49.85".parse().unwrap())
        };
        let asked = || ASKED.load(Ordering::Relaxed);
        let zone = |name| Zone::from_posix(name, "<+04>-4").unwrap().at_chief_city(find);
        let (baku, again) = (zone("Asia/Baku"), zone("Asia/Baku").clone());
        assert_eq!(baku.instant(civil("2027-01-20 09:00")).to_rfc3339(), "2027-01-20T05:00:00+00:00");
        assert!(baku != zone("Asia/Dubai") && baku == again);
        assert_eq!(asked(), 0);
        assert_eq!(baku.coordinates().unwrap().latitude.to_string(), "40.38");
        assert_eq!((baku.clone().coordinates(), asked()), (baku.coordinates(), 1));
        assert!(baku == again && asked() == 2);
        let tromso = baku.clone().at_place("69.65, 18.96".parse().unwrap());
        assert!(tromso != baku && asked() == 2);
        assert_eq!(zone("Asia/Dubai").coordinates(), None);
    }

    #[test]
    fn the_place_is_the_last_part_of_the_name() {
        assert_eq!(
            Zone::from_posix("America/New_York", "EST5EDT,M3.2.0,M11.1.0").unwrap().place(),
            "New York"
        );
        assert_eq!(Zone::utc().place(), "UTC");
        assert_eq!(["Etc/GMT-5", "Etc/GMT+11", "Etc/GMT"].map(place_in), ["UTC+5", "UTC−11", "GMT"]);
    }
}
