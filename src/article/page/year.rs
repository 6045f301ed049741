//! The days of a year at a glance, as a page: twelve months, and each day with a link to its article.

use super::{POLICY, STYLE, direction};
use crate::words::{Words, month_grid};
use askama::Template;
use chrono::{Datelike, NaiveDate};

/// A year and the days that are kept in it.
#[derive(Debug, Clone, Copy)]
pub struct Year<'a> {
    /// The year.
    pub year: i32,
    /// The days in the order of their dates.
    pub days: &'a [DayOfYear],
}

/// One day on one date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayOfYear {
    /// The date.
    pub date: NaiveDate,
    /// The day's name and its anniversary.
    pub summary: String,
    /// The file of its page, beside this one, or another address to read at, if it has one.
    pub file: Option<String>,
}

#[derive(Template)]
#[template(path = "year.html", config = "src/article/page/askama.toml")]
struct YearPage<'a> {
    style: &'a str,
    policy: &'a str,
    language: &'a str,
    direction: &'a str,
    title: String,
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
    number: u32,
    is_kept: bool,
}

struct Date<'a> {
    on: NaiveDate,
    words: String,
    days: Vec<&'a DayOfYear>,
}

/// Writes the page of a year.
pub fn year_page(year: Year<'_>, words: &Words) -> String {
    let mut dates: Vec<Date<'_>> = Vec::new();
    for day in year.days {
        match dates.last_mut().filter(|date| date.on == day.date) {
            Some(date) => date.days.push(day),
            None => dates.push(Date { on: day.date, words: words.date(day.date), days: vec![day] }),
        }
    }
    let is_kept = |date: NaiveDate| dates.iter().any(|kept| kept.on == date);
    let cell = |date: NaiveDate| Cell { date, number: date.day(), is_kept: is_kept(date) };
    let months = (1..=12).map(|month| Month {
        name: words.month(month),
        weeks: month_grid(year.year, month)
            .into_iter()
            .map(|week| week.into_iter().map(|date| date.map(cell)).collect())
            .collect(),
    });
    let title = words.year_heading(year.year);
    let template = YearPage {
        style: STYLE,
        policy: POLICY,
        language: words.language(),
        direction: direction(&title),
        title,
        weekdays: words.weekdays_short(),
        months: months.collect(),
        none: words.say("no-days", &[]),
        dates,
    };
    template.render().expect("a template without failing parts renders")
}
