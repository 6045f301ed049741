//! A phrase like `second Sunday of November`, and the dates it gives.
//!
//! A [`Rule`] is parsed from a short English phrase and displays as its canonical form, which parses
//! to the same rule. [`Rule::dates`] gives every date that falls in a range of Gregorian years: a rule
//! may have none in a year, or several. Case and extra spaces do not matter.
//!
//! | form | examples | source |
//! | --- | --- | --- |
//! | fixed | `January 20`, `20 January`, `01-20`, `2026-05-01` (once) | ISO 8601 for the last two |
//! | weekday | `second Sunday of November`, `last Monday of May` | |
//! | feasts | `Easter`, `Orthodox Easter` | icu_calendar's `easter` |
//! | counted | `9 days after Orthodox Easter`, `2 weeks before January 20` | |
//! | missing dates | `February 29` is kept on February 28 in common years; `February 29 else March 1`, `February 29 else skip` | |

mod display;
mod easter;
mod parse;
mod words;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::fmt;
use std::ops::{Range, RangeInclusive};

/// How a day finds its dates.
///
/// ```
/// use remembrance::rule::Rule;
/// let rule: Rule = "second Sunday of November".parse().unwrap();
/// let dates = rule.dates(2026..=2027).unwrap();
/// assert_eq!(dates.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2026-11-08", "2027-11-14"]);
/// // A month need not have a fifth Sunday.
/// let rule: Rule = "fifth Sunday of February".parse().unwrap();
/// assert_eq!(rule.dates(2026..=2032).unwrap()[0].to_string(), "2032-02-29");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    form: Form,
}

/// The forms that a rule can have.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Form {
    /// A month and a day of it, and what holds in years without that date.
    Fixed { month: u32, day: u32, missing: Missing },
    /// One date and no other.
    Once(NaiveDate),
    /// The n-th weekday of a month.
    Nth { nth: Nth, weekday: Weekday, month: u32 },
    /// Easter Sunday.
    Easter(Rite),
    /// So many days after another rule's dates; negative before them.
    Offset { days: i32, from: Box<Form> },
}

/// What holds in a year without the date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Missing {
    /// The last day of the month.
    LastDay,
    /// Another month and day.
    Date { month: u32, day: u32 },
    /// Nothing: no date in that year.
    Skip,
}

/// Which weekday of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nth {
    /// The first to the fifth.
    Of(u8),
    /// The last.
    Last,
}

/// Whose Easter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rite {
    Western,
    Orthodox,
}

/// Why a phrase is no rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleError {
    /// The bytes of the phrase that it is about.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// The way out.
    pub help: Option<String>,
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for RuleError {}

impl RuleError {
    /// The message with the phrase and a caret under what it is about.
    ///
    /// ```
    /// # use remembrance::rule::Rule;
    /// let phrase = "second Sonday of November";
    /// let error = phrase.parse::<Rule>().unwrap_err();
    /// assert_eq!(
    ///     error.render(phrase),
    ///     "unknown word `Sonday`\n  second Sonday of November\n         ^^^^^^ did you mean `Sunday`?"
    /// );
    /// ```
    pub fn render(&self, phrase: &str) -> String {
        let width = |range: Range<usize>| phrase.get(range).map_or(0, |part| part.chars().count());
        let (before, under) = (width(0..self.span.start), width(self.span.clone()).max(1));
        let help = self.help.as_deref().unwrap_or_default();
        let caret = format!("  {}{} {help}", " ".repeat(before), "^".repeat(under));
        format!("{}\n  {phrase}\n{}", self.message, caret.trim_end())
    }
}

/// A year for which a rule's calendar is not sound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutOfRange {
    what: &'static str,
    years: RangeInclusive<i32>,
}

impl fmt::Display for OutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is known for the years {} to {}", self.what, self.years.start(), self.years.end())
    }
}

impl std::error::Error for OutOfRange {}

impl Rule {
    /// Every date of the rule in these Gregorian years, ascending, each once.
    ///
    /// # Errors
    /// When a calendar of the rule is not sound in one of the years.
    ///
    /// ```
    /// # use remembrance::rule::Rule;
    /// let dates = |phrase: &str| phrase.parse::<Rule>().unwrap().dates(2027..=2028).unwrap();
    /// assert_eq!(dates("January 20")[0].to_string(), "2027-01-20");
    /// assert_eq!(dates("February 29").iter().map(ToString::to_string).collect::<Vec<_>>(), ["2027-02-28", "2028-02-29"]);
    /// assert!(dates("2026-05-01").is_empty());
    /// ```
    pub fn dates(&self, years: RangeInclusive<i32>) -> Result<Vec<NaiveDate>, OutOfRange> {
        self.form.dates(years)
    }

    /// Whether the rule has one date and no other.
    pub fn is_once(&self) -> bool {
        let mut form = &self.form;
        while let Form::Offset { from, .. } = form {
            form = from;
        }
        matches!(form, Form::Once(_))
    }

    /// The rule in words, with the policy for years without the date.
    ///
    /// ```
    /// # use remembrance::rule::Rule;
    /// let explain = |phrase: &str| phrase.parse::<Rule>().unwrap().explain();
    /// assert_eq!(explain("01-20"), "January 20 of each year");
    /// assert_eq!(explain("2 days before easter"), "2 days before Easter Sunday of the western churches");
    /// assert_eq!(explain("29 feb"), "February 29; in common years February 28");
    /// ```
    pub fn explain(&self) -> String {
        self.form.explain()
    }
}

impl Form {
    fn dates(&self, years: RangeInclusive<i32>) -> Result<Vec<NaiveDate>, OutOfRange> {
        Ok(match self {
            Self::Once(date) => {
                if years.contains(&date.year()) {
                    vec![*date]
                } else {
                    Vec::new()
                }
            }
            Self::Fixed { month, day, missing } => {
                years.filter_map(|year| fixed(year, *month, *day, *missing)).collect()
            }
            Self::Nth { nth, weekday, month } => {
                years.filter_map(|year| nth_weekday(year, *month, *nth, *weekday)).collect()
            }
            Self::Easter(rite) => {
                self.check(&years)?;
                years.filter_map(|year| easter::sunday(*rite, year)).collect()
            }
            Self::Offset { days, from } => {
                from.check(&years)?;
                // A date may come from a neighbouring year.
                let reach = days.abs() / 365 + 1;
                let wider = (years.start() - reach).max(from.first_year())..=(years.end() + reach).min(9999);
                let moved = from.dates(wider)?.into_iter().filter_map(|date| shift(date, *days));
                moved.filter(|date| years.contains(&date.year())).collect()
            }
        })
    }

    /// Refuses years for which a calendar of the form is not sound.
    fn check(&self, years: &RangeInclusive<i32>) -> Result<(), OutOfRange> {
        match self {
            Self::Easter(rite) => easter::check(*rite, years),
            Self::Offset { from, .. } => from.check(years),
            _ => Ok(()),
        }
    }

    /// The first year for which the form is sound.
    fn first_year(&self) -> i32 {
        match self {
            Self::Easter(rite) => easter::first_year(*rite),
            Self::Offset { from, .. } => from.first_year(),
            _ => 1,
        }
    }
}

/// Moves a date by a number of days.
fn shift(date: NaiveDate, days: i32) -> Option<NaiveDate> {
    let distance = Days::new(days.unsigned_abs().into());
    if days < 0 { date.checked_sub_days(distance) } else { date.checked_add_days(distance) }
}

fn fixed(year: i32, month: u32, day: u32, missing: Missing) -> Option<NaiveDate> {
    let instead = || match missing {
        Missing::Skip => None,
        Missing::Date { month, day } => NaiveDate::from_ymd_opt(year, month, day),
        Missing::LastDay => (1..day).rev().find_map(|day| NaiveDate::from_ymd_opt(year, month, day)),
    };
    NaiveDate::from_ymd_opt(year, month, day).or_else(instead)
}

fn nth_weekday(year: i32, month: u32, nth: Nth, weekday: Weekday) -> Option<NaiveDate> {
    match nth {
        Nth::Of(nth) => NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth),
        Nth::Last => {
            (4..=5).rev().find_map(|nth| NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth))
        }
    }
}

#[cfg(test)]
mod tests;
