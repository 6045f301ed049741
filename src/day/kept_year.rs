//! A year in which a day is first kept, or last.

use std::fmt;
use std::num::NonZeroU16;

/// A Gregorian year from 1 to 9999.
///
/// ```
/// use remembrance::day::KeptYear;
/// let year = KeptYear::new(1990).unwrap();
/// assert_eq!((year.get(), year.to_string().as_str()), (1990, "1990"));
/// assert_eq!((KeptYear::new(0), KeptYear::new(10_000)), (None, None));
/// // A day has two of them that are mostly not there.
/// assert_eq!(size_of::<Option<KeptYear>>(), 2);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeptYear(NonZeroU16);

impl KeptYear {
    /// The last of them.
    pub const LAST: i32 = 9999;

    /// The year; `None` before the first and after the last.
    pub fn new(year: i32) -> Option<Self> {
        let year = u16::try_from(year).ok().filter(|year| i32::from(*year) <= Self::LAST)?;
        NonZeroU16::new(year).map(Self)
    }

    /// Its number.
    pub fn get(self) -> i32 {
        self.0.get().into()
    }
}

impl fmt::Display for KeptYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
