//! Rules: how a day finds its dates, from a phrase like `second Sunday of November` to dates, by pure arithmetic.
//!
//! A rule is read from a phrase ([`str::parse`]), written back as its usual phrase ([`Display`](std::fmt::Display)),
//! told in words ([`Rule::explain`]) and asked for its dates ([`Rule::dates`]). Nothing here knows what day it is.
//!
//! ```
//! use remembrance::rule::Rule;
//!
//! let shoah: Rule = "27 Nisan; if Friday then Thursday before; if Sunday then Monday after".parse()?;
//! let dates: Vec<String> = shoah.dates(2024..=2026)?.iter().map(|date| date.to_string()).collect();
//! assert_eq!(dates, ["2024-05-06", "2025-04-24", "2026-04-14"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A rule has three parts: an *anchor*, which names dates by itself (`27 Nisan`); *steps* that lead from each of them to
//! another day (`9 days after ...`, `Sunday before ...`); and *moves*, which look at the weekday of what came out
//! (`if Friday then Thursday before`). [`FORMS`] lists every form with an example that a test runs.
//!
//! The files in reading order:
//! - `anchor`, `step`: the parts of a rule; `day_number`: the days that they compute with
//! - `gregorian`, `easter`, `solar`, `calendar_date`, `personal`, `recurrence`: the dates of each family of anchors
//! - `years`: how many years after an event a date is, by the calendar of its rule
//! - `calendars`: the other calendars, and the one place that calls `icu_calendar`; `umm_al_qura`, `vietnamese`, `badi`,
//!   `bangladesh`, `tibetan`: what it lacks; `calendar_names`, `month_table`: how their months are called
//! - `lexer`, `words`, `names`, `local_names`, `foreign_names`, `parse`, `suggest`, `elsewhere`: from a phrase to a rule, or to a mistake; `error`, `error_kind`, `recurrence_fault`, `error_message`: what mistakes are
//! - `everyday`: from a date as people say it to the phrase for it
//! - `shared`: rules that many days have, each read once
//! - `display`, `explain`, `forms`: from a rule to its phrase, to words, to the manual

mod anchor;
mod badi;
mod bangladesh;
mod calendar_date;
mod calendar_names;
mod calendars;
mod day_number;
mod display;
mod easter;
mod elsewhere;
mod error;
mod error_kind;
mod error_message;
mod everyday;

mod explain;
mod foreign_names;
mod forms;
mod gregorian;
mod lexer;
mod local_names;
mod month_table;
mod names;

mod parse;
mod personal;
mod recurrence;
mod recurrence_fault;
mod shared;
mod solar;
mod step;
mod suggest;
#[cfg(test)]
mod tests;
mod tibetan;
mod umm_al_qura;
mod vietnamese;
mod words;
mod years;

pub use error::{OutOfRange, RuleError};
pub use forms::{FORMS, Form};
pub use local_names::{has_other_readings, other_reading};
pub(crate) use recurrence::{Recurrence, month_day};
pub(crate) use shared::SharedRules;
pub(crate) use words::{WEEKDAY_CODES, weekday_name};
pub use years::{Anniversary, EventDate, NotAnEventDate, YearKind};

use anchor::Anchor;
use calendars::Calendar;
use chrono::{Datelike, NaiveDate};
use day_number::{DayNumber, Window, date_of, day_number};
use std::ops::RangeInclusive;
use step::{Move, RuleStep};

/// The years that a rule can be asked for, because every way to write a date agrees on them.
const YEARS: RangeInclusive<i32> = 1..=9999;

/// How a day finds its dates: `January 20`, `second Sunday of November`, `27 Nisan`.
///
/// Two rules are equal when they are the same phrase but for spelling: `20 january` is `January 20`.
///
/// # Examples
/// ```
/// use remembrance::rule::Rule;
///
/// let sunday: Rule = "2nd sunday of Nov".parse()?;
/// assert_eq!(sunday.to_string(), "second Sunday of November");
/// assert_eq!(sunday.dates(2026..=2026)?[0].to_string(), "2026-11-08");
/// // An odd case: a month of four Sundays has no fifth.
/// let fifth: Rule = "fifth Sunday of March".parse()?;
/// assert!(fifth.dates(2027..=2027)?.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    anchor: Anchor,
    /// From the anchor outwards: the reverse of the order in which they are read.
    steps: Vec<RuleStep>,
    moves: Vec<Move>,
    /// How many days later a day of the Hijri calendar is kept: the sight of the moon against its reckoning.
    hijri_adjust: i8,
}

impl Rule {
    /// Every date of the rule in these Gregorian years (both included), ascending, each once.
    ///
    /// Dates before October 1582 are Gregorian too, as ISO 8601 has them. A Hijri day can come twice in a year or
    /// not at all. A date belongs to the year that it falls in after all steps and moves.
    ///
    /// # Errors
    /// [`OutOfRange`] where the calendar of the rule is not sound in all of these years, and outside the years 1 to 9999.
    ///
    /// # Examples
    /// ```
    /// use remembrance::rule::Rule;
    ///
    /// let radonitsa: Rule = "9 days after Orthodox Easter".parse()?;
    /// assert_eq!(radonitsa.dates(2026..=2026)?[0].to_string(), "2026-04-21");
    /// // An odd case: the day belongs to the year after the date that it is counted from.
    /// let tenth: Rule = "10 days after December 28".parse()?;
    /// assert_eq!(tenth.dates(2026..=2026)?[0].to_string(), "2026-01-07");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn dates(&self, years: RangeInclusive<i32>) -> Result<Vec<NaiveDate>, OutOfRange> {
        let (first_year, last_year) = (*years.start(), *years.end());
        if first_year > last_year {
            return Ok(Vec::new());
        }
        if let Some(needed) = [first_year, last_year].into_iter().find(|year| !YEARS.contains(year)) {
            return Err(OutOfRange {
                what: "rules have dates in",
                first: *YEARS.start(),
                last: *YEARS.end(),
                needed,
            });
        }

        if let Some((month, day)) = self.fixed() {
            // Most days are like this, and there may be thousands of them.
            let date = |year| NaiveDate::from_ymd_opt(year, month, day);
            return Ok(years.map(|year| date(year).expect("every year has the date")).collect());
        }
        let (first, last) = (day_number(first_year, 1, 1), day_number(last_year, 12, 31));
        let mut dates = Vec::with_capacity(years.count());
        self.each(&(first..=last), &mut |day, _| dates.push(date_of(day)))?;

        // Anchors come in order; moves and the last day of a short month may bring two together or across.
        if !dates.is_sorted_by(|a, b| a < b) {
            dates.sort_unstable();
            dates.dedup();
        }
        Ok(dates)
    }

    /// True if the rule can have at most one date ever.
    ///
    /// # Examples
    /// ```
    /// use remembrance::rule::Rule;
    ///
    /// assert!("2026-05-01".parse::<Rule>()?.is_once());
    /// assert!(!"May 1".parse::<Rule>()?.is_once());
    /// // An odd case: what is counted from one date is one date as well.
    /// assert!("40 days after 2026-05-01".parse::<Rule>()?.is_once());
    /// # Ok::<(), remembrance::rule::RuleError>(())
    /// ```
    pub fn is_once(&self) -> bool {
        self.anchor.is_once()
    }

    /// True if it is plain, without a look at the calendar, that every year of this century has a date of the rule.
    ///
    /// # Examples
    /// ```
    /// use remembrance::rule::Rule;
    ///
    /// assert!("January 20".parse::<Rule>()?.comes_every_year());
    /// assert!("9 days after Easter".parse::<Rule>()?.comes_every_year());
    /// // Odd cases: a fifth Sunday is not in every March, and what follows a date may fall into the next year.
    /// assert!(!"fifth Sunday of March".parse::<Rule>()?.comes_every_year());
    /// assert!(!"Sunday on or after December 28".parse::<Rule>()?.comes_every_year());
    /// # Ok::<(), remembrance::rule::RuleError>(())
    /// ```
    pub fn comes_every_year(&self) -> bool {
        let (back, ahead) = self.reach();
        self.moves.is_empty()
            && self.anchor.days_from_new_year().is_some_and(|days| back >= -days && ahead <= days)
    }

    /// True for a whole date without steps: `2026-05-01`.
    pub(crate) fn is_plain_date(&self) -> bool {
        matches!(self.anchor, Anchor::Once(_)) && self.steps.is_empty()
    }

    /// True if it is not one whole date after this year.
    fn is_within(&self, last_year: i32) -> bool {
        !matches!(self.anchor, Anchor::Once(date) if date.year() > last_year)
    }

    /// True if its dates are those of the Hijri calendar: by calculation, which the sight of the moon may differ from.
    ///
    /// ```
    /// use remembrance::rule::Rule;
    /// assert!("1 day after 10 Muharram".parse::<Rule>()?.is_hijri());
    /// assert!(!"27 Nisan".parse::<Rule>()?.is_hijri());
    /// # Ok::<(), remembrance::rule::RuleError>(())
    /// ```
    pub fn is_hijri(&self) -> bool {
        self.anchor.calendar().is_some_and(Calendar::is_hijri)
    }

    /// True for the yahrzeit of a death, which begins on the evening before.
    ///
    /// ```
    /// use remembrance::rule::Rule;
    /// assert!("yahrzeit of 1949-11-22".parse::<Rule>()?.is_yahrzeit());
    /// assert!(!"1 Kislev".parse::<Rule>()?.is_yahrzeit());
    /// # Ok::<(), remembrance::rule::RuleError>(())
    /// ```
    pub fn is_yahrzeit(&self) -> bool {
        matches!(self.anchor, Anchor::Yahrzeit(_))
    }

    /// The name of the calendar that it is by, e.g. `Hebrew`; `None` for the Gregorian one.
    ///
    /// ```
    /// use remembrance::rule::Rule;
    /// assert_eq!("23 Nisan".parse::<Rule>()?.calendar_name(), Some("Hebrew"));
    /// assert_eq!("April 23".parse::<Rule>()?.calendar_name(), None);
    /// # Ok::<(), remembrance::rule::RuleError>(())
    /// ```
    pub fn calendar_name(&self) -> Option<&'static str> {
        self.anchor.calendar().map(Calendar::name)
    }

    /// The phrase with its calendar named, where such a phrase is the same rule.
    ///
    /// ```
    /// use remembrance::rule::Rule;
    /// let named = |phrase: &str| phrase.parse::<Rule>().unwrap().with_calendar();
    /// assert_eq!(named("23 Nisan").as_deref(), Some("23 Nisan (Hebrew)"));
    /// assert_eq!(named("27 Nisan; if Friday then skip").as_deref(), Some("27 Nisan (Hebrew); if Friday then skip"));
    /// assert_eq!(named("April 23"), None);
    /// ```
    pub fn with_calendar(&self) -> Option<String> {
        let (calendar, phrase) = (self.calendar_name()?, self.to_string());
        let ends = [phrase.find(';'), phrase.find(" else ")];
        let (day, rest) = phrase.split_at(ends.into_iter().flatten().min().unwrap_or(phrase.len()));
        let named = format!("{day} ({calendar}){rest}");
        (named.parse().as_ref() == Ok(self)).then_some(named)
    }

    /// The rule with each day of the Hijri calendar this many days later (earlier if negative); any other is unchanged.
    ///
    /// ```
    /// use remembrance::rule::Rule;
    /// let ashura: Rule = "10 Muharram".parse().unwrap();
    /// assert_eq!(ashura.clone().hijri_adjusted(1).dates(2026..=2026).unwrap()[0].to_string(), "2026-06-26");
    /// assert_eq!(ashura.dates(2026..=2026).unwrap()[0].to_string(), "2026-06-25");
    /// ```
    #[must_use]
    pub fn hijri_adjusted(mut self, days: i8) -> Rule {
        if self.is_hijri() {
            self.hijri_adjust = days;
        }
        self
    }

    /// The month and the day of a date that every year has and that nothing leads away from.
    fn fixed(&self) -> Option<(u32, u32)> {
        match self.anchor {
            Anchor::Fixed(date) if self.steps.is_empty() && self.moves.is_empty() => {
                Some((date.month.into(), date.day.into()))
            }
            _ => None,
        }
    }

    /// Hands over each day in the window with the day of the anchor that it comes from.
    fn each(&self, window: &Window, emit: &mut dyn FnMut(DayNumber, DayNumber)) -> Result<(), OutOfRange> {
        let (back, ahead) = self.reach();
        self.anchor.each(&(window.start() - ahead..=window.end() - back), &mut |anchor| {
            if let Some(day) = self.lead(anchor)
                && window.contains(&day)
            {
                emit(day, anchor);
            }
        })
    }

    /// How far a date of this rule can lie from its anchor, in days: at least, at most.
    fn reach(&self) -> (i32, i32) {
        let steps = self.steps.iter().map(|step| step.reach());
        let (back, ahead) = steps.fold((0, 0), |(back, ahead), (b, a)| (back + b, ahead + a));
        // At most one move is made, or none.
        let moves = self.moves.iter().map(Move::reach);
        let (least, most) = moves.fold((0, 0), |(least, most), (b, a)| (least.min(b), most.max(a)));
        let adjust = i32::from(self.hijri_adjust);
        (back + least + adjust, ahead + most + adjust)
    }

    /// The day that an anchor's day leads to, or `None` where a move skips it.
    fn lead(&self, anchor: DayNumber) -> Option<DayNumber> {
        let day = self.steps.iter().fold(anchor + i32::from(self.hijri_adjust), |day, step| step.lead(day));
        match self.moves.iter().find(|one| one.applies_to(day)) {
            Some(one) => one.lead(day),
            None => Some(day),
        }
    }
}

/// The dates of several rules together, ascending, each once: a day may be kept by more than one rule.
///
/// # Errors
/// [`OutOfRange`] of the first rule that is not sound in all of these years.
///
/// # Examples
/// ```
/// use remembrance::rule::{Rule, dates_of};
///
/// let two: Vec<Rule> = vec!["July 20".parse()?, "15 July".parse()?];
/// let dates: Vec<String> = dates_of(&two, 2026..=2026)?.iter().map(|date| date.to_string()).collect();
/// assert_eq!(dates, ["2026-07-15", "2026-07-20"]);
/// // An odd case: two rules that meet give one date.
/// let same: Vec<Rule> = vec!["July 15".parse()?, "third Wednesday of July".parse()?];
/// assert_eq!(dates_of(&same, 2026..=2026)?.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn dates_of(rules: &[Rule], years: RangeInclusive<i32>) -> Result<Vec<NaiveDate>, OutOfRange> {
    if let [rule] = rules {
        return rule.dates(years);
    }
    let mut dates = Vec::new();
    for rule in rules {
        dates.append(&mut rule.dates(years.clone())?);
    }
    dates.sort_unstable();
    dates.dedup();
    Ok(dates)
}
