//! The identity of an occurrence: one day on one date.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;

/// One day on one date, e.g. `az-black-january` on 2027-01-20: the key that the scheduler, the ledger, the open
/// notifications and the bus share.
///
/// ```
/// use remembrance::occurrence::OccurrenceId;
/// let id = OccurrenceId::new("az-black-january", "2027-01-20".parse().unwrap());
/// assert_eq!(id.to_string(), "az-black-january on 2027-01-20");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct OccurrenceId {
    /// The id of the day.
    pub day: String,
    /// The date of the occurrence.
    pub date: NaiveDate,
}

impl OccurrenceId {
    /// The occurrence of the day with this id on `date`.
    pub fn new(day: impl Into<String>, date: NaiveDate) -> Self {
        Self { day: day.into(), date }
    }
}

impl fmt::Display for OccurrenceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} on {}", self.day, self.date)
    }
}
