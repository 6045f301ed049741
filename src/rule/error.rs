//! What can go wrong with a rule: a phrase that is not one, and years that its calendar does not reach.

use super::Rule;
use super::error_kind::{RuleErrorKind, WhyNoDate};
use super::everyday::{self, Everyday};
use crate::text::is_left_out;
use std::fmt;
use std::ops::Range;

/// A phrase that is not a rule: where, what, and the way out.
///
/// # Examples
/// ```
/// use remembrance::rule::Rule;
///
/// let phrase = "second Sonday of November";
/// let error = phrase.parse::<Rule>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown weekday `Sonday`");
/// assert_eq!(error.help().as_deref(), Some("did you mean `Sunday`?"));
/// assert_eq!(&phrase[error.span.clone()], "Sonday");
/// // An odd case: a date that can never come is a mistake, not a rule without dates.
/// assert!("February 30".parse::<Rule>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleError {
    /// The bytes of the phrase that are wrong; empty where something is missing.
    pub span: Range<usize>,
    pub(super) kind: RuleErrorKind,
}

impl RuleError {
    pub(super) fn new(span: Range<usize>, kind: RuleErrorKind) -> RuleError {
        RuleError { span, kind }
    }

    /// The rule of a date as people say it, where that is plain: `martın ikinci bazarı`, `every January 20`.
    ///
    /// ```
    /// use remembrance::rule::Rule;
    /// let said = |sentence: &str| sentence.parse::<Rule>().unwrap_err().said().map(|rule| rule.to_string());
    /// assert_eq!(said("martın ikinci bazarı").as_deref(), Some("second Sunday of March"));
    /// assert_eq!(said("каждый год 20 января").as_deref(), Some("January 20"));
    /// // An odd case: whether the date is counted is not said.
    /// assert_eq!(said("9-й день после 1 ноября 2026"), None);
    /// ```
    pub fn said(&self) -> Option<Rule> {
        match &self.kind {
            RuleErrorKind::Said(phrases) if phrases.len() == 1 => phrases.first()?.parse().ok(),
            _ => None,
        }
    }

    /// The phrases of which one is meant, where the phrase can be read more than one way.
    pub(super) fn ways(&self) -> Vec<String> {
        self.kind.ways()
    }

    /// The same mistake, or what the phrase means where it is a date as people say it.
    pub(super) fn or_said(self, phrase: &str) -> RuleError {
        if !self.kind.is_about_words() {
            return self;
        }
        let start = phrase.len() - phrase.trim_start().len();
        let span = start..start + phrase.trim().len();
        match everyday::meaning(phrase) {
            Some(Everyday::Phrases(phrases)) => RuleError::new(span, RuleErrorKind::Said(phrases)),
            Some(Everyday::Dates(dates)) => RuleError::new(span, RuleErrorKind::Several(dates)),
            Some(Everyday::OfDeath) => RuleError::new(span, RuleErrorKind::OfDeath),
            Some(Everyday::OfNothing) => RuleError::new(span, RuleErrorKind::NoDate),
            Some(Everyday::OfToday) => RuleError::new(span, RuleErrorKind::OfToday),
            Some(Everyday::NotYearly(rule)) => RuleError::new(span, RuleErrorKind::NotYearly(rule)),
            Some(Everyday::WithHour(phrase)) => RuleError::new(span, RuleErrorKind::Hour(phrase)),
            Some(Everyday::ShortYear(text)) => {
                let kind = RuleErrorKind::NotADate { text, why: WhyNoDate::YearDigits };
                RuleError::new(span, kind)
            }
            Some(Everyday::YearOf { yearly, event }) => {
                let kind = RuleErrorKind::YearOfDate { yearly, event: Some(event), other: None };
                RuleError::new(span, kind)
            }
            Some(Everyday::GoesBy { name, by }) => RuleError::new(span, RuleErrorKind::GoesBy { name, by }),
            None => self,
        }
    }

    /// The way out as a phrase or a sentence without its full stop; `None` where none is known.
    pub fn help(&self) -> Option<String> {
        self.kind.help()
    }

    /// The mistake as a terminal shows it: the phrase, a caret under the wrong part, and the message with its help.
    ///
    /// `phrase` is the text that was parsed. Line breaks and other control characters are shown as spaces, so
    /// that the caret stays in its column.
    ///
    /// # Examples
    /// ```
    /// use remembrance::rule::Rule;
    ///
    /// let phrase = "second Sonday of November";
    /// let error = phrase.parse::<Rule>().unwrap_err();
    /// assert_eq!(
    ///     error.render(phrase),
    ///     "second Sonday of November\n       ^^^^^^ unknown weekday `Sonday`\nhelp: did you mean `Sunday`?"
    /// );
    /// // An odd case: what is missing at the end is pointed at behind the end.
    /// let error = "Sunday before".parse::<Rule>().unwrap_err();
    /// assert!(error.render("Sunday before").starts_with("Sunday before\n             ^ a date is missing"));
    /// ```
    pub fn render(&self, phrase: &str) -> String {
        let help = self.help().map(|help| format!("help: {help}"));
        self.render_as(phrase, &self.to_string(), help.as_deref())
    }

    /// The same in other words: the message, and the line of help where there is one.
    pub fn render_as(&self, phrase: &str, message: &str, help: Option<&str>) -> String {
        let columns = |end: usize| phrase.char_indices().take_while(|(at, _)| *at < end).count();
        let start = columns(self.span.start);
        let width = columns(self.span.end).saturating_sub(start).max(1);
        let line: String =
            phrase.chars().map(|c| if c.is_control() || is_left_out(c) { ' ' } else { c }).collect();
        let (pad, carets) = (" ".repeat(start), "^".repeat(width));
        let help = help.map(|help| format!("\n{help}")).unwrap_or_default();
        format!("{line}\n{pad}{carets} {message}{help}")
    }
}

impl fmt::Display for RuleError {
    /// What is wrong, in lowercase and without a full stop.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

impl std::error::Error for RuleError {}

/// Years for which the calendar of a rule is not sound: its dates there would be a guess.
///
/// # Examples
/// ```
/// use remembrance::rule::Rule;
///
/// let ghosts: Rule = "Chinese 7/15".parse().unwrap();
/// let error = ghosts.dates(2150..=2150).unwrap_err();
/// assert_eq!(error.to_string(), "the Chinese calendar is known for the years 1901 to 2100, not for 2150");
/// assert_eq!(error.sound_years(), 1901..=2100);
/// // An odd case: every rule ends with the years that a date can be written in.
/// let january: Rule = "January 20".parse().unwrap();
/// assert_eq!(january.dates(0..=0).unwrap_err().to_string(), "rules have dates in the years 1 to 9999, not in 0");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutOfRange {
    /// What is not sound, as the subject of a sentence: `the Chinese calendar is known for`.
    pub(super) what: &'static str,
    /// The first and the last sound year, and the year that was needed.
    pub(super) first: i32,
    pub(super) last: i32,
    pub(super) needed: i32,
}

impl OutOfRange {
    /// The Gregorian years, both included, that the calendar covers whole.
    pub fn sound_years(&self) -> std::ops::RangeInclusive<i32> {
        self.first..=self.last
    }

    /// Whether the year that was needed comes after the range, as all later ones do.
    pub fn is_after_range(&self) -> bool {
        self.needed > self.last
    }
}

impl fmt::Display for OutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let preposition = self.what.rsplit(' ').next().unwrap_or("for");
        let OutOfRange { what, first, last, needed } = self;
        write!(f, "{what} the years {first} to {last}, not {preposition} {needed}")
    }
}

impl std::error::Error for OutOfRange {}
