//! Several days as one page: what each is, and a link to its article.

use super::Head;
use crate::words::Words;
use askama::Template;
use chrono::NaiveDate;

/// One day on one date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DaySection {
    /// The date.
    pub date: NaiveDate,
    /// The day's name and its anniversary.
    pub summary: String,
    /// The moment of the day, in words.
    pub moment: Option<String>,
    /// The first paragraph of its article.
    pub lead: Option<String>,
    /// The file of its page, beside this one, or another address to read at, if it has one.
    pub file: Option<String>,
}

#[derive(Template)]
#[template(path = "days.html", config = "src/article/page/askama.toml")]
struct DaysPage<'a> {
    head: Head<'a>,
    read: String,
    days: Vec<(String, &'a DaySection)>,
}

/// Writes the page of these days, in their order.
pub fn days_page(title: &str, days: &[DaySection], words: &Words) -> String {
    let template = DaysPage {
        head: Head::new(words.language(), title),
        read: words.say("read", &[]),
        days: days.iter().map(|day| (words.date_long(day.date), day)).collect(),
    };
    template.render().expect("a template without failing parts renders")
}
