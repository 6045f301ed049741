//! Dates in tables: short, of one width, in the person's order of day and month.

use super::output::display_width;
use crate::host::locale;
use crate::words::Words;
use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use std::fmt::Write as _;

/// Writes dates for tables.
pub(super) struct ShortDates {
    weekdays: Vec<String>,
    months: Vec<String>,
    is_month_first: bool,
}

impl ShortDates {
    pub(super) fn new(words: &Words) -> Self {
        let list = |id: &str| -> Vec<String> {
            let names = words.say(id, &[]);
            let widest = names.split('|').map(display_width).max().unwrap_or(0);
            let padded = |name: &str| format!("{name}{}", " ".repeat(widest - display_width(name)));
            names.split('|').map(padded).collect()
        };
        Self {
            weekdays: list("weekdays-in-tables"),
            months: list("months-in-tables"),
            is_month_first: words.language() == "en" && locale::is_month_first(),
        }
    }

    /// A date with its weekday: `Wed 20 Jan 2027`.
    pub(super) fn date(&self, date: NaiveDate) -> String {
        let (year, day) = (date.year(), date.day());
        let weekday = name(&self.weekdays, date.weekday().num_days_from_monday());
        let month = name(&self.months, date.month0());
        let mut text = String::with_capacity(weekday.len() + month.len() + 16);
        text.push_str(weekday);
        text.push(' ');
        if self.is_month_first {
            text.push_str(month);
            text.push(' ');
            push_two_digits(&mut text, day, ' ');
        } else {
            push_two_digits(&mut text, day, ' ');
            text.push(' ');
            text.push_str(month);
        }
        let _ = write!(text, " {year}");
        text
    }

    /// A date and a time: `Wed 20 Jan 2027  09:00`.
    pub(super) fn date_and_time(&self, civil: NaiveDateTime) -> String {
        let mut text = self.date(civil.date());
        text.push_str("  ");
        push_two_digits(&mut text, civil.hour(), '0');
        text.push(':');
        push_two_digits(&mut text, civil.minute(), '0');
        text
    }
}

/// Adds a number below a hundred in two columns.
fn push_two_digits(text: &mut String, number: u32, blank: char) {
    let digit = |digit: u32| char::from_digit(digit, 10).expect("a date has numbers below a hundred");
    text.push(if number < 10 { blank } else { digit(number / 10) });
    text.push(digit(number % 10));
}

/// The name of a weekday or a month, counted from zero.
fn name(names: &[String], index: u32) -> &str {
    names.get(index as usize).map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_date_is_in_the_language_of_the_person() {
        let date = NaiveDate::from_ymd_opt(2027, 1, 5).unwrap();
        let table = [
            ("en", "Tue  5 Jan 2027"),
            ("az", "Ç.a.  5 yan 2027"),
            ("ru", "вт  5 янв 2027"),
            ("tr", "Sal  5 Oca 2027"),
        ];
        for (language, expected) in table {
            let dates = ShortDates::new(&Words::choose(&[language.to_owned()]));
            assert_eq!(ShortDates { is_month_first: false, ..dates }.date(date), expected);
        }
        let dates = ShortDates::new(&Words::choose(&[]));
        assert_eq!(ShortDates { is_month_first: true, ..dates }.date(date), "Tue Jan  5 2027");
    }
}
