//! A remembrance day: its names, its rules, when it is spoken of.

mod ceremony;

pub use ceremony::{Ceremony, CeremonyKind};

use crate::rule::{OutOfRange, Rule};
use crate::zone::Zone;
use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta};
use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// A remembrance day that someone keeps.
#[derive(Debug, Clone, PartialEq)]
pub struct Day {
    /// The key of its `[day.ID]` table: lower-case letters, digits and hyphens.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// How its dates are found; the day is kept on the dates of all of them.
    pub rules: Vec<Rule>,
    /// The first year in which it is kept.
    pub since: Option<i32>,
    /// The last year in which it is kept.
    pub until: Option<i32>,
    /// The year from which anniversaries are counted.
    pub event: Option<i32>,
    /// When it is spoken of.
    pub remind: Vec<Offset>,
    /// A moment of the day that is announced shortly before, as a minute of silence.
    pub moment: Option<Moment>,
    /// The file of its article, within `articles/`; without it, the file is found by the id.
    pub article: Option<String>,
    /// A page to open beside the article.
    pub link: Option<String>,
    /// The pack that it comes from; `None` for a day of one's own.
    pub pack: Option<String>,
}

impl Day {
    /// The dates of this day in these Gregorian years, ascending, each once.
    ///
    /// # Errors
    /// When a rule's calendar is not sound in one of these years.
    ///
    /// ```
    /// # use remembrance::day::Day;
    /// let mut day = Day::new("leap", "Leap day", "February 29");
    /// day.since = Some(2026);
    /// let dates = day.dates(2025..=2028).unwrap();
    /// let dates: Vec<_> = dates.iter().map(ToString::to_string).collect();
    /// assert_eq!(dates, ["2026-02-28", "2027-02-28", "2028-02-29"]);
    /// ```
    pub fn dates(&self, years: RangeInclusive<i32>) -> Result<Vec<NaiveDate>, OutOfRange> {
        let first = self.since.map_or(*years.start(), |since| since.max(*years.start()));
        let last = self.until.map_or(*years.end(), |until| until.min(*years.end()));
        if first > last {
            return Ok(Vec::new());
        }
        let mut dates = Vec::new();
        for rule in &self.rules {
            dates.append(&mut rule.dates(first..=last)?);
        }
        if self.rules.len() > 1 {
            dates.sort_unstable();
            dates.dedup();
        }
        Ok(dates)
    }

    /// How many years before `date` the event was, or `None` in its own year or without one.
    ///
    /// ```
    /// # use remembrance::day::Day;
    /// # use chrono::NaiveDate;
    /// let mut day = Day::new("az-black-january", "Black January", "January 20");
    /// day.event = Some(1990);
    /// let on = |year| NaiveDate::from_ymd_opt(year, 1, 20).unwrap();
    /// assert_eq!(day.anniversary(on(2027)), Some(37));
    /// assert_eq!(day.anniversary(on(1990)), None);
    /// ```
    pub fn anniversary(&self, date: NaiveDate) -> Option<i32> {
        self.event.map(|event| date.year() - event).filter(|years| *years > 0)
    }

    /// A day with one rule and the default reminder, at 09:00 on the day itself.
    ///
    /// # Panics
    /// When `rule` is not a rule; for days written in code, as in tests.
    pub fn new(id: &str, name: &str, rule: &str) -> Self {
        Self {
            id: id.to_owned(),
            name: Text::plain(name),
            rules: vec![rule.parse().expect("a day written in code has a sound rule")],
            since: None,
            until: None,
            event: None,
            remind: vec![Offset::default()],
            moment: None,
            article: None,
            link: None,
            pack: None,
        }
    }
}

/// A short text in one or more languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(Vec<(String, String)>);

impl Text {
    /// A text that is the same in every language.
    pub fn plain(text: &str) -> Self {
        Self(vec![(String::new(), text.to_owned())])
    }

    /// A text from pairs of language and wording.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(pairs.into_iter().collect())
    }

    /// The wording in the first of `languages` that it has; else in English; else the first.
    ///
    /// ```
    /// # use remembrance::day::Text;
    /// let pairs = [("az", "Ana"), ("en", "Mother")];
    /// let name = Text::from_pairs(pairs.map(|(l, t)| (l.to_owned(), t.to_owned())));
    /// assert_eq!(name.get(&["ru".to_owned(), "az".to_owned()]), "Ana");
    /// assert_eq!(name.get(&["ru".to_owned()]), "Mother");
    /// assert_eq!(Text::plain("Ana").get(&["ru".to_owned()]), "Ana");
    /// ```
    pub fn get(&self, languages: &[String]) -> &str {
        let find = |wanted: &str| self.0.iter().find(|(language, _)| language == wanted);
        languages
            .iter()
            .find_map(|language| find(language))
            .or_else(|| find("en"))
            .or(self.0.first())
            .map_or("", |(_, text)| text)
    }

    /// Whether it has a wording in `language`, or one that serves every language.
    pub fn speaks(&self, language: &str) -> bool {
        self.0.iter().any(|(known, _)| known.is_empty() || known == language)
    }

    /// Pairs of language and wording; the language is empty where one wording serves all.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(language, text)| (language.as_str(), text.as_str()))
    }
}

/// A moment of a day, announced `ahead` of it and never late.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    /// The time on a wall clock in `zone`.
    pub at: NaiveTime,
    /// Where that clock hangs; `None` is wherever the machine is.
    pub zone: Option<Zone>,
    /// What is done then: "A minute of silence".
    pub what: Ceremony,
    /// How long before it is announced.
    pub ahead: TimeDelta,
}

/// When a day is spoken of: so many days before it, at a time of the wall clock.
///
/// ```
/// use remembrance::day::Offset;
/// let lead: Offset = "1 week before 19:00".parse().unwrap();
/// assert_eq!((lead.days, lead.to_string().as_str()), (7, "1 week before 19:00"));
/// let lead: Offset = "9:00".parse().unwrap();
/// assert_eq!((lead.days, lead.to_string().as_str()), (0, "09:00"));
/// assert_eq!("2 days before".parse::<Offset>().unwrap().to_string(), "2 days before 09:00");
/// assert!("25:00".parse::<Offset>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Offset {
    /// How many days before the day; 0 is the day itself.
    pub days: u16,
    /// The time on the wall clock.
    pub at: NaiveTime,
}

impl Offset {
    /// The longest lead that can be asked for, in days: a year.
    pub const LONGEST_DAYS: u16 = 366;
}

impl Default for Offset {
    fn default() -> Self {
        Self { days: 0, at: NaiveTime::from_hms_opt(9, 0, 0).expect("09:00 is a time") }
    }
}

impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, unit) = match self.days {
            0 => (0, ""),
            days if days % 7 == 0 => (days / 7, "week"),
            days => (days, "day"),
        };
        if count > 0 {
            write!(f, "{count} {unit}{} before ", if count == 1 { "" } else { "s" })?;
        }
        write!(f, "{}", self.at.format("%H:%M"))
    }
}

impl FromStr for Offset {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let (lead, time) = match words.as_slice() {
            [time] => (None, Some(*time)),
            [count, unit, before] if before.eq_ignore_ascii_case("before") => (Some((*count, *unit)), None),
            [count, unit, before, time] if before.eq_ignore_ascii_case("before") => {
                (Some((*count, *unit)), Some(*time))
            }
            _ => return Err(format!("`{text}` is not a reminder")),
        };
        let days = match lead {
            None => 0,
            Some((count, unit)) => {
                let days = match unit.to_ascii_lowercase().as_str() {
                    "day" | "days" => 1,
                    "week" | "weeks" => 7,
                    _ => {
                        return Err(format!("`{unit}` is not a unit of a reminder; `days` and `weeks` are"));
                    }
                };
                let count: u16 = count.parse().map_err(|_| format!("`{count}` is not a number of {unit}"))?;
                count
                    .checked_mul(days)
                    .filter(|days| *days <= Self::LONGEST_DAYS)
                    .ok_or_else(|| format!("a reminder can be {} days before at most", Self::LONGEST_DAYS))?
            }
        };
        Ok(Self { days, at: time.map_or(Ok(Self::default().at), parse_time)? })
    }
}

/// Reads a time of day, `9:00` or `21:30`.
///
/// # Errors
/// When it is not one; the message says so.
pub fn parse_time(text: &str) -> Result<NaiveTime, String> {
    let wrong = || format!("`{text}` is not a time; write it like `09:00`");
    let (hours, minutes) = text.trim().split_once(':').ok_or_else(wrong)?;
    let is_number = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if !is_number(hours) || minutes.len() != 2 || !is_number(minutes) {
        return Err(wrong());
    }
    let number = |part: &str| part.parse().map_err(|_| wrong());
    NaiveTime::from_hms_opt(number(hours)?, number(minutes)?, 0)
        .ok_or_else(|| format!("`{text}` is not a time; the day ends at 23:59"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_displays_as_it_parses() {
        let table = [
            ("09:00", "09:00"),
            ("0 days before 7:05", "07:05"),
            ("1 DAY  before 18:00", "1 day before 18:00"),
            ("7 days before 19:00", "1 week before 19:00"),
            ("10 days before 19:00", "10 days before 19:00"),
            ("2 weeks before", "2 weeks before 09:00"),
        ];
        for (written, shown) in table {
            assert_eq!(written.parse::<Offset>().unwrap().to_string(), shown, "{written}");
            assert_eq!(shown.parse::<Offset>().unwrap().to_string(), shown);
        }
        for wrong in [
            "",
            "9",
            "09:0",
            "24:00",
            "09:60",
            "1 month before 09:00",
            "x days before 09:00",
            "99 weeks before",
            "-1 days before 09:00",
            "1 day after 09:00",
            "+9:00",
        ] {
            assert!(wrong.parse::<Offset>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn since_and_until_bound_the_years() {
        let mut day = Day::new("x", "X", "January 20");
        day.since = Some(1992);
        day.until = Some(1994);
        assert_eq!(day.dates(1..=9999).unwrap().len(), 3);
        assert!(day.dates(1995..=2000).unwrap().is_empty());
    }

    #[test]
    fn a_date_that_two_rules_give_counts_once() {
        let mut day = Day::new("x", "X", "January 20");
        day.rules.push("20 January".parse().unwrap());
        day.rules.push("January 3".parse().unwrap());
        let dates = day.dates(2027..=2027).unwrap();
        assert_eq!(dates.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2027-01-03", "2027-01-20"]);
    }
}
