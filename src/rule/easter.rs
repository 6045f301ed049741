//! Easter Sunday of both rites.

use super::{OutOfRange, Rite};
use chrono::NaiveDate;
use icu_calendar::cal::{Gregorian, Julian};
use std::ops::RangeInclusive;

/// The first year for which a rite's Easter is given: the Gregorian reform took effect in October
/// 1582; the Alexandrian rule that the Orthodox churches keep is taken from the year 326, the first
/// after Nicaea.
pub(super) fn first_year(rite: Rite) -> i32 {
    match rite {
        Rite::Western => 1583,
        Rite::Orthodox => 326,
    }
}

/// Refuses years in which nobody kept this Easter.
pub(super) fn check(rite: Rite, years: &RangeInclusive<i32>) -> Result<(), OutOfRange> {
    let sound = first_year(rite)..=9999;
    if years.is_empty() || (sound.contains(years.start()) && sound.contains(years.end())) {
        return Ok(());
    }
    let what = match rite {
        Rite::Western => "Easter",
        Rite::Orthodox => "Orthodox Easter",
    };
    Err(OutOfRange { what, years: sound })
}

/// Easter Sunday as a Gregorian date.
pub(super) fn sunday(rite: Rite, year: i32) -> Option<NaiveDate> {
    let day_number = match rite {
        Rite::Western => Gregorian::easter(year).to_rata_die(),
        Rite::Orthodox => Julian::easter(year).to_rata_die(),
    };
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(day_number.to_i64_date()).ok()?)
}
