//! An article, or a year, as one page for the browser: static, without script, fetching nothing.
//!
//! The pages are the templates beside this file. Their Content-Security-Policy lets through their own
//! style, and images that stand in the page itself; nothing from outside, no script, no form.

mod days;
mod year;

pub use days::{DaySection, days_page};
pub use year::{DayOfYear, Year, year_page};

use super::{Article, Format, markdown};
use askama::Template;
use chrono::NaiveDate;

const STYLE: &str = include_str!("style.css");

const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// What a page says beside the article.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The language of the page, as `az`.
    pub language: &'a str,
    /// The day's name.
    pub name: &'a str,
    /// The anniversary: "37 years".
    pub years: Option<&'a str>,
    /// The date of the occurrence.
    pub date: NaiveDate,
    /// The same in words.
    pub date_words: &'a str,
    /// The moment of the day.
    pub moment: Option<&'a str>,
    /// When the day comes next, where that is another date than that of the page.
    pub next: Option<&'a str>,
    /// The dates within `moment` and `next`, as they are written there: a line is not broken inside them.
    pub dates: &'a [String],
    /// The fixed words of the page.
    pub labels: Labels<'a>,
    /// A page to open beside the article.
    pub link: Option<&'a str>,
    /// The same article in other languages.
    pub others: &'a [Other],
    /// The images beside the article: the name of each there, and its content as a `data:` address.
    pub images: &'a [(String, String)],
}

/// Words that stand on every page.
#[derive(Debug, Clone, Copy)]
pub struct Labels<'a> {
    /// The language of these words, and of the dates.
    pub language: &'a str,
    /// The heading of the list of sources.
    pub sources: &'a str,
    /// What the list of other languages is.
    pub languages: &'a str,
}

/// The page of an article in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// The language, as `az`.
    pub language: String,
    /// Its name in itself.
    pub name: String,
    /// The file of the page, beside this one.
    pub file: String,
}

/// What each page begins with.
struct Head<'a> {
    style: &'static str,
    policy: &'static str,
    language: &'a str,
    direction: &'static str,
    title: &'a str,
}

impl<'a> Head<'a> {
    fn new(language: &'a str, title: &'a str) -> Self {
        Self { style: STYLE, policy: POLICY, language, direction: direction(title), title }
    }
}

#[derive(Template)]
#[template(path = "article.html", config = "src/article/page/askama.toml")]
struct ArticlePage<'a> {
    head: Head<'a>,
    name: Option<&'a str>,
    years: Option<&'a str>,
    datetime: String,
    date: &'a str,
    labels: Labels<'a>,
    others: &'a [Other],
    /// HTML from here on; it comes from [`markdown`], [`linked`] and [`with_dates`] alone.
    moment: Option<String>,
    next: Option<String>,
    text: String,
    link: Option<String>,
    sources: Vec<String>,
    /// Text: the author and the license.
    credits: Vec<&'a str>,
}

/// Whether a text is a page that this program wrote.
pub fn is_page(html: &str) -> bool {
    html.lines().take(12).any(|line| line == "<meta name=\"generator\" content=\"remembrance\">")
}

/// Writes the page of an article.
pub fn page(article: &Article, page: Page<'_>) -> String {
    let image = |name: &str| {
        let found = page.images.iter().find(|(known, _)| known == name);
        found.map(|(_, address)| address.clone())
    };
    let text = match article.format {
        Format::Markdown => markdown::html(&article.text, image),
        Format::Plain => {
            let paragraphs = article.paragraphs.iter().map(|text| ["<p>", &escape(text), "</p>\n"].concat());
            paragraphs.collect()
        }
    };
    let credits = [&article.author, &article.license].into_iter().flatten();
    let title = if article.title.is_empty() { page.name } else { &article.title };
    let template = ArticlePage {
        head: Head::new(page.language, title),
        // The title says it already.
        name: Some(page.name).filter(|name| *name != title),
        years: page.years,
        datetime: page.date.to_string(),
        date: page.date_words,
        moment: page.moment.map(|moment| with_dates(moment, page.dates)),
        next: page.next.map(|next| with_dates(next, page.dates)),
        labels: page.labels,
        others: page.others,
        text,
        link: page.link.filter(|link| markdown::is_safe_link(link)).map(linked),
        sources: article.sources.iter().map(|source| linked(source)).collect(),
        credits: credits.map(String::as_str).collect(),
    };
    template.render().expect("a template without failing parts renders")
}

/// A sentence as HTML in which each of the dates keeps to one line.
fn with_dates(sentence: &str, dates: &[String]) -> String {
    let mut html = escape(sentence);
    for date in dates {
        let date = escape(date);
        html = html.replace(&date, &format!("<span class=\"date\">{date}</span>"));
    }
    html
}

/// A line of text as HTML in which web addresses are links.
fn linked(text: &str) -> String {
    let pieces = text.split_inclusive(char::is_whitespace).map(|piece| {
        let word = piece.trim_end_matches(|c: char| c.is_whitespace() || ",;.)".contains(c));
        let rest = piece.get(word.len()..).unwrap_or_default();
        if markdown::is_safe_link(word) {
            format!("<a href=\"{0}\" rel=\"noreferrer\">{0}</a>{1}", escape(word), escape(rest))
        } else {
            escape(piece)
        }
    });
    pieces.collect()
}

/// The direction of a text, by its first letter: the scripts from Hebrew to Arabic run from right to left.
fn direction(text: &str) -> &'static str {
    let is_right_to_left = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}');
    if text.chars().find(|c| c.is_alphabetic()).is_some_and(is_right_to_left) { "rtl" } else { "ltr" }
}

/// Text as HTML that shows it.
pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            other => safe.push(other),
        }
    }
    safe
}
