//! The solar terms: the days on which the sun reaches each fifteenth degree, Qingming and the solstices among them.

use super::OutOfRange;
use super::day_number::{DayNumber, Window, date_of, day_number, years_of};
use crate::sun::moment_of_longitude;
use std::ops::RangeInclusive;

/// The years in which the days are sure to the minute by which the algorithm can be off.
///
/// Before 1800 the lag of the earth's rotation is known too little, after 2200 not at all.
const SOUND: RangeInclusive<i32> = 1800..=2200;

/// A solar term and the clock by whose midnight its day begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SolarTerm {
    /// The sun's longitude in fifteenths of a circle's 360 degrees: 0 at the equinox of March, below 24.
    pub(super) fifteenth: u8,
    pub(super) meridian: Meridian,
}

/// Whose clock says on which date a moment falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meridian {
    Universal,
    China,
    Korea,
    Japan,
    Vietnam,
}

impl Meridian {
    pub(super) const ALL: [(Meridian, &str); 5] = [
        (Meridian::Universal, "UTC"),
        (Meridian::China, "China"),
        (Meridian::Korea, "Korea"),
        (Meridian::Japan, "Japan"),
        (Meridian::Vietnam, "Vietnam"),
    ];

    /// The name that a phrase has in parentheses.
    pub(super) fn name(self) -> &'static str {
        Meridian::ALL.iter().find(|(meridian, _)| *meridian == self).map_or("", |(_, name)| name)
    }

    /// How many days it is ahead of universal time: legal time, and before it the mean time of the capital.
    fn ahead(self, day: DayNumber) -> f64 {
        let date = date_of(day);
        let since = |year, month, day| date >= date_of(day_number(year, month, day));
        let hours = match self {
            Meridian::Universal => 0.0,
            Meridian::China if since(1929, 1, 1) => 8.0,
            // Peking: 116 degrees 25 minutes east.
            Meridian::China => 116.4167 / 15.0,
            Meridian::Korea if since(1961, 8, 10) => 9.0,
            Meridian::Korea if since(1954, 3, 21) => 8.5,
            Meridian::Korea if since(1912, 1, 1) => 9.0,
            Meridian::Korea if since(1908, 4, 1) => 8.5,
            Meridian::Korea => 126.9667 / 15.0,
            Meridian::Japan if since(1888, 1, 1) => 9.0,
            Meridian::Japan => 139.7447 / 15.0,
            Meridian::Vietnam => 7.0,
        };
        hours / 24.0
    }
}

impl SolarTerm {
    /// The names by which the terms are usually called, from the equinox of March on.
    pub(super) const NAMES: [&str; 24] = [
        "Chunfen",
        "Qingming",
        "Guyu",
        "Lixia",
        "Xiaoman",
        "Mangzhong",
        "Xiazhi",
        "Xiaoshu",
        "Dashu",
        "Liqiu",
        "Chushu",
        "Bailu",
        "Qiufen",
        "Hanlu",
        "Shuangjiang",
        "Lidong",
        "Xiaoxue",
        "Daxue",
        "Dongzhi",
        "Xiaohan",
        "Dahan",
        "Lichun",
        "Yushui",
        "Jingzhe",
    ];

    /// Equinoxes and solstices by the names that they have north of the equator.
    pub(super) fn season(self) -> Option<&'static str> {
        match self.fifteenth {
            0 => Some("spring equinox"),
            6 => Some("summer solstice"),
            12 => Some("autumn equinox"),
            18 => Some("winter solstice"),
            _ => None,
        }
    }

    pub(super) fn degrees(self) -> u16 {
        u16::from(self.fifteenth) * 15
    }

    pub(super) fn each(self, window: &Window, emit: &mut dyn FnMut(DayNumber)) -> Result<(), OutOfRange> {
        for year in years_of(window) {
            // Around March 20, and as many days later as the sun takes for its degrees; from Xiaohan on, in the next year.
            let turns = f64::from(self.degrees()) / 360.0;
            let from_january = (79.3 + turns * 365.2422).rem_euclid(365.2422);
            let near = f64::from(day_number(year, 1, 1)) + from_january;
            if SOUND.contains(&year) {
                emit(self.day(near));
                continue;
            }
            #[allow(clippy::cast_possible_truncation)]
            let near = near as DayNumber;
            if (near - 15..=near + 15).any(|day| window.contains(&day)) {
                let (first, last) = (*SOUND.start(), *SOUND.end());
                return Err(OutOfRange {
                    what: "the solar terms are reckoned for",
                    first,
                    last,
                    needed: year,
                });
            }
        }
        Ok(())
    }

    /// The day of the term nearest to a moment.
    fn day(self, near: f64) -> DayNumber {
        let moment = moment_of_longitude(f64::from(self.degrees()), near);
        #[allow(clippy::cast_possible_truncation)]
        let day = |moment: f64| moment.floor() as DayNumber;
        day(moment + self.meridian.ahead(day(moment)))
    }
}
