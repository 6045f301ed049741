//! Qingming, from where the sun stands.

use super::OutOfRange;
use super::day_number::{DayNumber, Window, day_number, touches, years_of};
use std::ops::RangeInclusive;

/// The years in which the day is sure.
///
/// From 1901 to 2100 it is that of the published tables in every year, which a test holds; until 2165 the sun never reaches
/// the point within a quarter of an hour of midnight, which is how far this method can be off. Before 1901 the day was
/// China's by another clock.
const SOUND: RangeInclusive<i32> = 1901..=2165;

/// Qingming: the day, in China's time, on which the sun's apparent longitude reaches 15 degrees.
pub(super) fn each_qingming(window: &Window, emit: &mut dyn FnMut(DayNumber)) -> Result<(), OutOfRange> {
    for year in years_of(window) {
        if SOUND.contains(&year) {
            emit(qingming(year));
        } else if touches(window, year, (4, 1), (4, 9)) {
            let (first, last) = (*SOUND.start(), *SOUND.end());
            return Err(OutOfRange { what: "Qingming is known for", first, last, needed: year });
        }
    }
    Ok(())
}

fn qingming(year: i32) -> DayNumber {
    // The sun moves a degree a day, near enough to close in on the moment in a few rounds.
    let mut moment = f64::from(day_number(year, 4, 5));
    for _ in 0..5 {
        moment += (15.0 - longitude(moment)) * 365.2422 / 360.0;
    }
    #[allow(clippy::cast_possible_truncation)]
    let day = (moment + 8.0 / 24.0).floor() as DayNumber;
    day
}

/// The sun's apparent longitude in degrees, by the low-accuracy method of Meeus, Astronomical Algorithms, chapter 25.
fn longitude(moment: f64) -> f64 {
    // Day 730120 is January 1, 2000; the epoch is its noon.
    let t = (moment - 730_120.5) / 36525.0;
    let mean = 280.46646 + 36000.76983 * t + 0.000_303_2 * t * t;
    let anomaly = (357.52911 + 35999.05029 * t - 0.000_153_7 * t * t).to_radians();
    let center = (1.914_602 - 0.004_817 * t - 0.000_014 * t * t) * anomaly.sin()
        + (0.019_993 - 0.000_101 * t) * (2.0 * anomaly).sin()
        + 0.000_289 * (3.0 * anomaly).sin();
    let node = (125.04 - 1934.136 * t).to_radians();
    (mean + center - 0.00569 - 0.00478 * node.sin()).rem_euclid(360.0)
}
