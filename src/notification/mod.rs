//! The words of a reminder as the desktop shows them.

mod language;
mod several;
mod when;

pub use language::{ArticleLanguages, whole_language};
pub use several::days_together;
pub use when::{ceremony_words, moment_of_day};

use crate::article::{Article, excerpt};
use crate::day::Day;
use crate::rule::{Anniversary, YearKind};
use crate::schedule::{Now, ReminderKind};
use crate::text::{on_one_line, one_line};
use crate::words::{MessageValue, Words};
use chrono::{Datelike, NaiveDate, TimeDelta};
use std::borrow::Cow;
use std::path::PathBuf;
use when::{moment, soon, when};

/// How a notification presses on the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Urgency {
    /// It may be passed over.
    Low,
    /// As any notification.
    #[default]
    Normal,
    /// It stays in sight, also in do-not-disturb on most desktops.
    Critical,
}

/// How notifications look and sound: the `[notification]` table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Style {
    /// How it presses.
    pub urgency: Urgency,
    /// How long it stays; `None` is until it is closed.
    pub expire: Option<TimeDelta>,
    /// Whether another paragraph is quoted each year, rather than the lead.
    pub rotate: bool,
    /// The most characters that are quoted.
    pub length: usize,
    /// The sound, by its name in the desktop's theme; silent without.
    pub sound: Option<String>,
}

impl Default for Style {
    fn default() -> Self {
        Self { urgency: Urgency::Normal, expire: None, rotate: false, length: 300, sound: None }
    }
}

/// A notification, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    /// The day's name and its anniversary.
    pub summary: String,
    /// When the day is, seen from now, and what is quoted of the article: one paragraph.
    pub text: String,
    /// The moment, if it is still to come.
    pub moment: Option<String>,
    /// The label of the action that opens the article; `None` where there is nothing to read.
    pub read: Option<String>,
    /// The label of the action that puts the notification off; `None` where that makes no sense.
    pub later: Option<String>,
    /// The file of an image that belongs to the article.
    pub image: Option<PathBuf>,
    /// After how long the notification has nothing more to say and goes by itself.
    pub goes_after: Option<TimeDelta>,
}

/// What a notification is about.
#[derive(Debug, Clone, Copy)]
pub struct Announcement<'a> {
    /// The day.
    pub day: &'a Day,
    /// The date of the occurrence.
    pub date: NaiveDate,
    /// Of what kind the reminder is.
    pub kind: ReminderKind,
    /// The computer was off when it came due.
    pub was_off: bool,
}

impl Notification {
    /// Puts a reminder into words, as they are true at `now`.
    ///
    /// ```
    /// use remembrance::{day::Day, notification::*, schedule::{ReminderKind, Now}, words::Words, zone::Zone};
    /// use remembrance::rule::EventDate;
    /// let mut day = Day::new("az-black-january", "Black January", "January 20");
    /// day.event = Some(EventDate::Year(1990));
    /// let date = "2027-01-20".parse().unwrap();
    /// let say = |now: &str, was_off| {
    ///     let now = Now { instant: now.parse().unwrap(), zone: &Zone::utc() };
    ///     let subject = Announcement { day: &day, date, kind: ReminderKind::Day, was_off };
    ///     Notification::new(subject, None, &Style::default(), &Words::choose(&[]), &[], now)
    /// };
    /// let notification = say("2027-01-13T19:00:00Z", false);
    /// assert_eq!(notification.summary, "Black January · 37 years");
    /// assert_eq!(notification.body(), "In one week, on Wednesday, January 20");
    /// assert_eq!(say("2027-01-20T09:00:00Z", false).body(), "Today");
    /// assert_eq!(say("2027-01-21T09:00:00Z", true).body(), "Yesterday, when the computer was off");
    /// ```
    pub fn new(
        subject: Announcement<'_>,
        article: Option<&Article>,
        style: &Style,
        words: &Words,
        languages: &[String],
        now: Now<'_>,
    ) -> Self {
        let Announcement { day, date, kind, .. } = subject;
        let moment = moment(day, date, words, languages, now);
        let (when, moment, goes_after) = match (kind, moment) {
            // Once the moment is over, its notification would say what is not true.
            (ReminderKind::Moment, Some((at, moment))) => {
                (soon(at, &moment, words, now), None, Some(at + TimeDelta::minutes(1) - now.instant))
            }
            (_, moment) => (when(subject, words, now), moment.map(|(_, moment)| moment), None),
        };
        let quote = article.map(|article| excerpt(article.quote(style.rotate, date.year()), style.length));
        let quote = quote.filter(|quote| !quote.is_empty());
        let text = match &quote {
            Some(quote) => words.say(
                "paragraph",
                &[("when", MessageValue::Text(&when)), ("excerpt", MessageValue::Text(quote))],
            ),
            None => when,
        };
        // The sight of the moon decides where most people live.
        let text = if day.is_hijri() && kind != ReminderKind::Moment {
            format!("{text}\n{}", words.say("by-calculation", &[]))
        } else {
            text
        };
        Self {
            summary: summary(day, date, words, languages).into_owned(),
            text,
            moment,
            read: (article.is_some() || day.extras.link.is_some()).then(|| words.say("read", &[])),
            later: goes_after.is_none().then(|| words.say("later", &[])),
            image: None,
            goes_after,
        }
    }

    /// A notification that the configuration has mistakes, of which this is the first.
    pub fn of_mistakes(first: &str, count: usize, words: &Words) -> Self {
        let more = match count.saturating_sub(1) {
            0 => String::new(),
            more => words.say(
                "mistakes-more",
                &[("count", MessageValue::Count(i64::try_from(more).unwrap_or(i64::MAX)))],
            ),
        };
        Self {
            summary: words.say("mistakes", &[]),
            text: [&words.say("mistakes-kept", &[]), one_line(first).as_str(), &more]
                .join("\n")
                .trim_end()
                .to_owned(),
            moment: None,
            read: None,
            later: None,
            image: None,
            goes_after: None,
        }
    }

    /// A notification that the article of a day could not be opened, and how to read it in a terminal.
    ///
    /// `command` has the arguments of `remembrance` that print it there.
    pub fn of_unopened(name: &str, command: &str, words: &Words) -> Self {
        Self {
            summary: words.say("unopened", &[("name", MessageValue::Text(&one_line(name)))]),
            text: format!("{} remembrance {command}", words.say("unopened-instead", &[])),
            moment: None,
            read: None,
            later: None,
            image: None,
            goes_after: None,
        }
    }

    /// A notification that the mistakes are fixed, and how many days are kept; it goes by itself.
    pub fn of_fixed(days: usize, words: &Words) -> Self {
        let days = MessageValue::Count(i64::try_from(days).unwrap_or(i64::MAX));
        Self {
            summary: words.say("fixed", &[]),
            text: words.say("fixed-kept", &[("count", days)]),
            moment: None,
            read: None,
            later: None,
            image: None,
            goes_after: Some(TimeDelta::seconds(20)),
        }
    }

    /// The body as plain text: when and what in one paragraph, and the moment on a line of its own.
    pub fn body(&self) -> String {
        let lines = [Some(self.text.as_str()), self.moment.as_deref()];
        lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }

    /// The body for a server that reads markup: the same words, escaped.
    pub fn body_markup(&self) -> String {
        self.body().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
    }
}

/// The day's name and its anniversary: "Black January · 37 years".
pub fn summary<'d>(day: &'d Day, date: NaiveDate, words: &Words, languages: &[String]) -> Cow<'d, str> {
    let name = on_one_line(day.name.get(languages));
    match day.anniversary(date) {
        Some(anniversary) => {
            let years = in_years(anniversary, words);
            let named = [("name", MessageValue::Text(&name)), ("years", MessageValue::Text(&years))];
            Cow::Owned(words.say("summary", &named))
        }
        None => name,
    }
}

/// The number of years in words: "37 years", "47 Hijri years".
pub fn in_years(anniversary: Anniversary, words: &Words) -> String {
    let id = match anniversary.calendar {
        YearKind::Solar => "years",
        YearKind::Hijri => "hijri-years",
    };
    words.say(id, &[("count", MessageValue::Count(anniversary.years.into()))])
}

#[cfg(test)]
mod tests;
