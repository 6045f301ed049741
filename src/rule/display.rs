//! A rule as its canonical phrase, and in words.

use super::words::{MONTHS, ORDINALS, WEEKDAYS};
use super::{Form, Missing, Nth, Rite, Rule};
use std::fmt;

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.form.fmt(f)
    }
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fixed { month, day, missing } => {
                write!(f, "{} {day}", month_name(*month))?;
                match missing {
                    Missing::LastDay => Ok(()),
                    Missing::Date { month, day } => write!(f, " else {} {day}", month_name(*month)),
                    Missing::Skip => f.write_str(" else skip"),
                }
            }
            Self::Once(date) => date.fmt(f),
            Self::Nth { nth, weekday, month } => {
                let weekday =
                    WEEKDAYS.get(weekday.num_days_from_monday() as usize).copied().unwrap_or_default();
                write!(f, "{} {weekday} of {}", nth_name(*nth), month_name(*month))
            }
            Self::Easter(Rite::Western) => f.write_str("Easter"),
            Self::Easter(Rite::Orthodox) => f.write_str("Orthodox Easter"),
            Self::Offset { days, from } => write!(f, "{} {from}", offset_name(*days)),
        }
    }
}

impl Form {
    /// The form in words.
    pub(super) fn explain(&self) -> String {
        match self {
            Self::Fixed { month: 2, day: 29, missing } => match missing {
                Missing::LastDay => "February 29; in common years February 28".to_owned(),
                Missing::Skip => "February 29; not in common years".to_owned(),
                Missing::Date { month, day } => {
                    format!("February 29; in common years {} {day}", month_name(*month))
                }
            },
            Self::Fixed { .. } => format!("{self} of each year"),
            Self::Once(date) => format!("{date}, once"),
            Self::Nth { nth, .. } => {
                let lacking = if *nth == Nth::Of(5) { "; only in years that have one" } else { "" };
                format!("the {self}{lacking}")
            }
            Self::Easter(Rite::Western) => "Easter Sunday of the western churches".to_owned(),
            Self::Easter(Rite::Orthodox) => "Easter Sunday of the Orthodox churches".to_owned(),
            Self::Offset { days, from } => format!("{} {}", offset_name(*days), from.explain()),
        }
    }
}

fn month_name(month: u32) -> &'static str {
    MONTHS.get((month as usize).wrapping_sub(1)).copied().unwrap_or_default()
}

fn nth_name(nth: Nth) -> &'static str {
    match nth {
        Nth::Of(nth) => ORDINALS.get(usize::from(nth).wrapping_sub(1)).copied().unwrap_or_default(),
        Nth::Last => "last",
    }
}

/// An offset in words: `6 weeks after`, `2 days before`.
fn offset_name(days: i32) -> String {
    let (count, unit) = match days.unsigned_abs() {
        days if days % 7 == 0 && days > 0 => (days / 7, "week"),
        days => (days, "day"),
    };
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {unit}{plural} {}", if days < 0 { "before" } else { "after" })
}
