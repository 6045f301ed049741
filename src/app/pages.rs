//! Opening an article in the browser: pages are written to the cache folder, and `xdg-open` does the rest.

use super::articles::{self, FoundArticle};
use super::context::Context;
use crate::article::{DayOfYear, DaySection, Labels, Other, Page, Year, days_page, page, year_page};
use crate::day::Day;
use crate::host::bus;
use crate::host::files::{FileError, FileFault};
use crate::host::save::save;
use crate::notification::{days_together, in_years, moment_of_day, summary};
use crate::rule::OutOfRange;
use crate::schedule::upcoming_date;
use crate::text::one_line;
use crate::words::{MessageValue, Words};
use chrono::NaiveDate;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;
use tokio::process::Command;

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    /// The day has no article.
    #[error("the day `{0}` has no article")]
    NoArticle(String),
    /// A calendar does not reach the year.
    #[error("the day `{day}`: {error}")]
    Years {
        /// The id of the day.
        day: String,
        /// The years that its calendar reaches.
        error: OutOfRange,
    },
    /// The cache folder cannot be written.
    #[error(transparent)]
    File(#[from] FileError),
    /// `xdg-open` cannot be started.
    #[error("cannot start `xdg-open`: {}; install xdg-utils", crate::text::reason(.0))]
    NotStarted(#[source] io::Error),
    /// `xdg-open` failed.
    #[error("`xdg-open {}` failed: {status}", page.display())]
    NotOpened {
        /// The page.
        page: PathBuf,
        /// How it ended.
        status: ExitStatus,
    },
}

impl From<PageError> for String {
    fn from(error: PageError) -> Self {
        error.to_string()
    }
}

/// Writes the page of a day's article, in each of its languages, and says where the reader's is.
///
/// `today` is for when the day comes next.
///
/// # Errors
/// When the day has no article, or the cache folder cannot be written; the message says why.
pub fn write_page(
    context: &Context,
    day: &Day,
    date: NaiveDate,
    today: NaiveDate,
) -> Result<PathBuf, PageError> {
    let found = articles::translations(day, &context.languages, &context.paths);
    let mut pages = Vec::new();
    for one in &found {
        let others = found.iter().filter(|other| other.language != one.language);
        let others: Vec<Other> = others.map(|other| other_page(context, day, date, other)).collect();
        let html = article_page(context, day, (date, today), one, &others);
        pages.push(write(context, &file_name(context, day, date, one), &html)?);
    }
    pages.into_iter().next().ok_or_else(|| PageError::NoArticle(day.id.to_string()))
}

/// Writes the page of several days, and those of their articles; says where the first is.
///
/// # Errors
/// When the cache folder cannot be written.
pub fn write_days(
    context: &Context,
    days: &[(Day, NaiveDate)],
    today: NaiveDate,
) -> Result<PathBuf, PageError> {
    let words = context.words();
    let mut sections = Vec::with_capacity(days.len());
    for (day, date) in days {
        let article = context.article(day);
        let page = article.as_ref().map(|_| write_page(context, day, *date, today)).transpose()?;
        let file = page.and_then(|page| Some(page.file_name()?.to_string_lossy().into_owned()));
        sections.push(DaySection {
            date: *date,
            summary: summary(day, *date, &words, &context.languages).into_owned(),
            moment: moment_of_day(day, *date, &words, &context.languages, &context.zone),
            lead: article.map(|found| found.article.lead().to_owned()).filter(|lead| !lead.is_empty()),
            file: file.or_else(|| day.extras.link.clone()),
        });
    }
    let html = days_page(&days_together(days.len(), &words), &sections, &words);
    write(context, &format!("days.{today}.{}.html", words.language()), &html)
}

/// Writes the page of a year, and those of its days; says where that of the year is.
///
/// # Errors
/// When the cache folder cannot be written, or a rule's calendar does not reach that far.
pub fn write_year(context: &Context, year: i32, today: NaiveDate) -> Result<PathBuf, PageError> {
    let words = context.words();
    let mut days = Vec::new();
    for day in &context.settings.plan.days {
        for date in
            day.dates(year..=year).map_err(|error| PageError::Years { day: day.id.to_string(), error })?
        {
            let page = match articles::find(day, &context.languages, &context.paths).0 {
                Some(_) => Some(write_page(context, day, date, today)?),
                None => None,
            };
            let file = page.and_then(|page| Some(page.file_name()?.to_string_lossy().into_owned()));
            let file = file.or_else(|| day.extras.link.clone());
            let name = one_line(day.name.get(&context.languages));
            let years = day.anniversary(date).map(|anniversary| in_years(anniversary, &words));
            days.push(DayOfYear { date, name, years, file });
        }
    }
    days.sort_by(|a, b| (a.date, &a.name).cmp(&(b.date, &b.name)));
    let html = year_page(Year { year, today, days: &days }, &words);
    write(context, &format!("{year}.{}.html", words.language()), &html)
}

/// The page of an article, in the words of its language where the program speaks it.
fn article_page(
    context: &Context,
    day: &Day,
    (date, today): (NaiveDate, NaiveDate),
    found: &FoundArticle,
    others: &[Other],
) -> String {
    let languages: Vec<String> = found.language.iter().chain(&context.languages).cloned().collect();
    let words = Words::choose(&languages);
    let next = today.succ_opt().and_then(|from| upcoming_date(day, from)).filter(|next| *next != date);
    let next = next.map(|next| words.date_long(next));
    let next_words = next.as_ref().map(|next| words.say("next-date", &[("date", MessageValue::Text(next))]));
    // A moment in another zone can be on the date before or after.
    let around = [date.pred_opt(), date.succ_opt()].into_iter().flatten().map(|date| words.date_on(date));
    let dates: Vec<String> = next.into_iter().chain(around).collect();
    let moment = moment_of_day(day, date, &words, &languages, &context.zone);
    let years = day.anniversary(date).map(|anniversary| in_years(anniversary, &words));
    let about = Page {
        language: found.language.as_deref().unwrap_or_else(|| words.language()),
        name: &one_line(day.name.get(&languages)),
        years: years.as_deref(),
        date,
        date_words: &words.date_long(date),
        moment: moment.as_deref(),
        next: next_words.as_deref(),
        dates: &dates,
        labels: Labels {
            language: words.language(),
            sources: &words.say("sources", &[]),
            languages: &words.say("other-languages", &[]),
        },
        link: day.extras.link.as_deref(),
        others,
        images: &found.images(),
    };
    page(&found.article, about)
}

/// How the page of another language is led to.
fn other_page(context: &Context, day: &Day, date: NaiveDate, found: &FoundArticle) -> Other {
    let language = language(context, found);
    let words = Words::choose(std::slice::from_ref(&language));
    let is_spoken = words.language() == language;
    let name = if is_spoken { words.say("language-name", &[]) } else { language.clone() };
    Other { language, name, file: file_name(context, day, date, found) }
}

/// The language of an article; the reader's where its file names none.
fn language(context: &Context, found: &FoundArticle) -> String {
    found.language.clone().unwrap_or_else(|| Words::chosen(&context.languages).to_owned())
}

fn file_name(context: &Context, day: &Day, date: NaiveDate, found: &FoundArticle) -> String {
    format!("{}.{date}.{}.html", day.id, language(context, found))
}

/// Writes a page whole.
fn write(context: &Context, name: &str, html: &str) -> Result<PathBuf, PageError> {
    let folder = &context.paths.cache;
    let path = folder.join(name);
    // A page is written anew each time; what a link leads to is somebody's.
    if path.is_symlink() {
        return Err(FileError::Write(path, FileFault::NotRegular).into());
    }
    save(&path, &crate::text::clean(html))?;
    Ok(path)
}

/// Starts `xdg-open` on a page, passing on the desktop's permission to come to the front.
///
/// # Errors
/// When it cannot be started or says that it failed.
pub async fn open(path: &Path, token: Option<&str>) -> Result<(), PageError> {
    let mut command = Command::new("xdg-open");
    command.arg(path).stdin(std::process::Stdio::null()).stdout(std::process::Stdio::null());
    bus::sockets_only(command.as_std_mut());
    if let Some(token) = token {
        command.env("XDG_ACTIVATION_TOKEN", token).env("DESKTOP_STARTUP_ID", token);
    }
    match command.status().await {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(PageError::NotOpened { page: path.to_owned(), status }),
        Err(error) => Err(PageError::NotStarted(error)),
    }
}
