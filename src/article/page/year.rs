//! The days of a year at a glance, as a page: twelve months, and each day with a link to its article.

use super::Head;
use crate::words::{Words, month_grid};
use askama::Template;
use chrono::{Datelike, NaiveDate};

/// A year and the days that are kept in it.
#[derive(Debug, Clone, Copy)]
pub struct Year<'a> {
    /// The year.
    pub year: i32,
    /// The date of today, which is marked.
    pub today: NaiveDate,
    /// The days in the order of their dates.
    pub days: &'a [DayOfYear],
}

/// One day on one date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayOfYear {
    /// The date.
    pub date: NaiveDate,
    /// The day's name.
    pub name: String,
    /// Its anniversary: "37 years".
    pub years: Option<String>,
    /// The file of its page, beside this one, or another address to read at, if it has one.
    pub file: Option<String>,
}

#[derive(Template)]
#[template(path = "year.html", config = "src/article/page/askama.toml")]
struct YearPage<'a> {
    head: Head<'a>,
    weekdays: Vec<String>,
    months: Vec<Month>,
    dates: Vec<Date<'a>>,
    none: String,
}

struct Month {
    name: String,
    weeks: Vec<Vec<Option<Cell>>>,
}

struct Cell {
    date: NaiveDate,
    /// The day of the month, in the digits of the language.
    number: String,
    words: String,
    class: &'static str,
    /// What is kept on it.
    names: Option<String>,
    is_today: bool,
}

struct Date<'a> {
    on: NaiveDate,
    is_today: bool,
    words: String,
    days: Vec<&'a DayOfYear>,
}

/// Writes the page of a year.
pub fn year_page(year: Year<'_>, words: &Words) -> String {
    let mut dates: Vec<Date<'_>> = Vec::new();
    for day in year.days {
        match dates.last_mut().filter(|date| date.on == day.date) {
            Some(date) => date.days.push(day),
            None => dates.push(Date {
                on: day.date,
                is_today: day.date == year.today,
                words: words.date(day.date),
                days: vec![day],
            }),
        }
    }
    let cell = |date: NaiveDate| {
        let kept = dates.iter().find(|kept| kept.on == date);
        let is_today = date == year.today;
        Cell {
            date,
            number: words.digits(&date.day().to_string()),
            words: words.day_month(date),
            class: match (kept.is_some(), is_today) {
                (true, true) => "kept today",
                (true, false) => "kept",
                (false, true) => "today",
                (false, false) => "",
            },
            names: kept.map(names),
            is_today,
        }
    };
    let months = (1..=12).map(|month| Month {
        name: words.month(month),
        weeks: month_grid(year.year, month)
            .into_iter()
            .map(|week| week.into_iter().map(|date| date.map(cell)).collect())
            .collect(),
    });
    let title = words.year_heading(year.year);
    let template = YearPage {
        head: Head::new(words.language(), &title),
        weekdays: words.weekdays_short(),
        months: months.collect(),
        none: words.say("no-days", &[]),
        dates,
    };
    template.render().expect("a template without failing parts renders")
}

/// The names of the days of a date, on one line.
fn names(date: &Date<'_>) -> String {
    let days = date.days.iter().map(|day| match &day.years {
        Some(years) => format!("{} · {years}", day.name),
        None => day.name.clone(),
    });
    days.collect::<Vec<_>>().join("; ")
}
