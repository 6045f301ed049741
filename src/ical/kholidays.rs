//! Days as a file of KHolidays (format `plan2`), which the calendar of Plasma shows and KOrganizer can.
//!
//! What the format can say of all years is said so; any other day has its dates one by one. The format has more words
//! (`pascha`, `hijri`, `hebrew`), which its library counts otherwise than this program does.

use super::shape::recurrence_of;
use super::write::Export;
use crate::day::Day;
use crate::rule::{Rule, WEEKDAY_CODES};
use crate::text::one_line;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// How a file of ours begins: a comment, as KHolidays has them.
pub const KHOLIDAYS_MARK: &str = ":: Exported by remembrance\n";

/// The years in which a distance from Easter is tried.
const TRIED: i32 = 120;

/// The words of the format, which are English.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const ORDINALS: [(&str, &str); 6] =
    [("1", "first"), ("2", "second"), ("3", "third"), ("4", "fourth"), ("5", "fifth"), ("-1", "last")];

impl Export<'_> {
    /// A file of KHolidays with these days, in one language.
    ///
    /// ```
    /// use remembrance::{day::Day, ical::Export, words::Words};
    /// let words = Words::choose(&[]);
    /// let export = Export { words: &words, languages: &[], years: 2027..=2028 };
    /// let file = |rule: &str| export.kholidays(&[&Day::new("x", "The \"X\"", rule)], "en");
    /// assert!(file("January 20").ends_with("\"The ”X”\" commemorative on january 20\n"));
    /// assert!(file("second Sunday of November").ends_with(" second sunday in november\n"));
    /// assert!(file("2 days before Easter").ends_with(" easter minus 2 days\n"));
    /// // An odd case: what the format cannot say has its dates.
    /// assert!(file("10 Muharram").contains("on june ((year == 2027) ? 15 : noop)\n"));
    /// ```
    pub fn kholidays(&self, days: &[&Day], language: &str) -> String {
        let title = self.words.say("category", &[]);
        let mut text = KHOLIDAYS_MARK.to_owned();
        for (property, value) in [("language", language), ("name", title.as_str())] {
            text += &format!("{property} {}\n", quoted(value));
        }
        for day in days {
            let name = quoted(&one_line(day.name.get(self.languages)));
            for rule in self.rules_of(day) {
                text += &format!("{name} commemorative on {rule}\n");
            }
        }
        text
    }

    /// The rules by which the format has the dates of a day.
    fn rules_of(&self, day: &Day) -> Vec<String> {
        // The format has no first and no last year.
        let is_of_all_years =
            day.first_year().is_none_or(|first| first <= *self.years.start()) && day.until.is_none();
        let of_all_years = || yearly(day).or_else(|| from_easter(day));
        if let Some(rule) = is_of_all_years.then(of_all_years).flatten() {
            return vec![rule];
        }
        self.dates(day).into_iter().filter_map(in_one_year).collect()
    }
}

/// A date of one year: its day has no date in other years.
///
/// The format has `june 15 2027` too, but its library lists that once for each of the years that it is asked for.
fn in_one_year(date: NaiveDate) -> Option<String> {
    month_day(date.month(), format!("((year == {}) ? {} : noop)", date.year(), date.day()))
}

fn month_day(month: u32, day: impl std::fmt::Display) -> Option<String> {
    let month = MONTHS.get(usize::try_from(month).ok()?.checked_sub(1)?)?;
    Some(format!("{month} {day}"))
}

/// A date of each year, or the n-th weekday of a month.
fn yearly(day: &Day) -> Option<String> {
    let (_, rule) = recurrence_of(day)?;
    let parts: Vec<(&str, &str)> = rule.split(';').filter_map(|part| part.split_once('=')).collect();
    let month = |text: &str| MONTHS.get(text.parse::<usize>().ok()?.checked_sub(1)?);
    match parts.as_slice() {
        [("FREQ", "YEARLY"), ("BYMONTH", of), ("BYMONTHDAY", date)] => {
            // The last days of a month, and the days of several months, have other words.
            month_day(of.parse().ok()?, date.parse::<u32>().ok()?)
        }
        [("FREQ", "YEARLY"), ("BYMONTH", of), ("BYDAY", weekday)] => {
            let (nth, code) = weekday.split_at_checked(weekday.len().checked_sub(2)?)?;
            let (_, nth) = ORDINALS.iter().find(|(number, _)| *number == nth)?;
            let weekday = WEEKDAYS.get(WEEKDAY_CODES.iter().position(|(known, _)| *known == code)?)?;
            Some(format!("{nth} {weekday} in {}", month(of)?))
        }
        _ => None,
    }
}

/// Always as many days from Easter.
fn from_easter(day: &Day) -> Option<String> {
    let easter: Rule = "Easter".parse().ok()?;
    let years = 2000..=2000 + TRIED;
    let (easters, dates) = (easter.dates(years.clone()).ok()?, Day { since: None, ..day.clone() });
    let dates = dates.dates(years).ok()?;
    if dates.len() != easters.len() {
        return None;
    }
    let distances: BTreeSet<i64> =
        dates.iter().zip(&easters).map(|(date, easter)| (*date - *easter).num_days()).collect();
    match distances.first().copied().filter(|_| distances.len() == 1)? {
        0 => Some("easter".to_owned()),
        days if days < 0 => Some(format!("easter minus {} days", -days)),
        days => Some(format!("easter plus {days} days")),
    }
}

/// A string of the format, which knows no escapes.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "”"))
}
