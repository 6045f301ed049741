//! Days as events of a calendar (RFC 5545; RFC 7986 for its name).

use super::shape::recurrence_of;
use super::when::duration_text;
use crate::day::{Day, Offset};
use crate::notification::{ceremony_words, summary};
use crate::text::one_line;
use crate::words::Words;
use crate::zone::Zone;
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Timelike, Utc};
use std::ops::RangeInclusive;

/// What wrote a calendar: the PRODID of ours.
pub const PRODUCT: &str = "-//remembrance//remembrance//EN";

/// How the UIDs of our events end.
pub(super) const DOMAIN: &str = "@remembrance";

/// The longest line, in bytes, without its end.
const LONGEST_LINE: usize = 75;

/// How days are put into a calendar.
pub struct Export<'e> {
    /// The words of the reader.
    pub words: &'e Words,
    /// The languages of the reader, the most wanted first.
    pub languages: &'e [String],
    /// The years for which days without a rule of iCalendar get their dates.
    pub years: RangeInclusive<i32>,
}

/// An event: all of it but the time that it was last changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its UID, which depends on the day, and on the date where it is of one date only.
    pub uid: String,
    lines: String,
}

impl Item {
    /// The text of the event, last changed at `stamp`.
    pub fn text(&self, stamp: DateTime<Utc>) -> String {
        let mut text = line("BEGIN", "VEVENT") + &line("UID", &self.uid);
        text += &line("DTSTAMP", &stamp.format("%Y%m%dT%H%M%SZ").to_string());
        text + &self.lines + &line("END", "VEVENT")
    }
}

/// Whether two texts of events say the same, whenever they were changed last.
pub fn same_but_stamp(one: &str, other: &str) -> bool {
    let said = |text: &'_ str| -> Vec<String> {
        text.lines().filter(|line| !line.starts_with("DTSTAMP:")).map(str::to_owned).collect()
    };
    said(one) == said(other)
}

/// A calendar of these events, called `name`.
pub fn calendar_of<'e>(events: impl IntoIterator<Item = &'e str>, name: Option<&str>) -> String {
    let mut text = line("BEGIN", "VCALENDAR") + &line("VERSION", "2.0") + &line("PRODID", PRODUCT);
    text += &line("CALSCALE", "GREGORIAN");
    for property in ["NAME", "X-WR-CALNAME"] {
        text += &name.map(|name| line(property, &escaped(name))).unwrap_or_default();
    }
    events.into_iter().for_each(|event| text += event);
    text + &line("END", "VCALENDAR")
}

impl Export<'_> {
    /// The events of a day, with `text` as what is said of it: one that recurs, or one for each date.
    ///
    /// Its moment is an event of its own: at the time of any place where the moment names no zone; else, since the
    /// offset of a zone may change between one date and the next, one event for each date, in UTC.
    ///
    /// ```
    /// use remembrance::{day::Day, ical::Export, words::Words};
    /// let words = Words::choose(&[]);
    /// let export = Export { words: &words, languages: &[], years: 2027..=2028 };
    /// let text = export.items(&Day::new("x", "X, Y", "January 20"), None)[0].text("2026-11-01T00:00:00Z".parse().unwrap());
    /// assert!(text.contains("SUMMARY:X\\, Y\r\n") && text.contains("RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=20\r\n"));
    /// assert!(text.contains("TRIGGER:PT9H\r\n"));
    /// // An odd case: Easter has no rule in iCalendar, so each of its dates has an event.
    /// assert_eq!(export.items(&Day::new("easter", "Easter", "Easter"), None).len(), 2);
    /// ```
    pub fn items(&self, day: &Day, text: Option<&str>) -> Vec<Item> {
        let recurrence = recurrence_of(day).filter(|_| !day.rules.iter().all(crate::rule::Rule::is_once));
        let dates = self.dates(day);
        let mut items = match &recurrence {
            Some((start, rule)) => {
                let name = one_line(day.name.get(self.languages));
                vec![self.item(day, &day.id, &name, *start, Some(rule), text)]
            }
            None => dates
                .iter()
                .map(|date| {
                    let id = format!("{}-{}", day.id, date.format("%Y%m%d"));
                    let name = summary(day, *date, self.words, self.languages);
                    self.item(day, &id, &name, *date, None, text)
                })
                .collect(),
        };
        items.extend(self.moments(day, recurrence, &dates));
        items
    }

    /// The dates in the years of this export; a day that comes but once is there whenever it is.
    fn dates(&self, day: &Day) -> Vec<NaiveDate> {
        if day.rules.iter().all(crate::rule::Rule::is_once) {
            return day.dates(1..=9999).unwrap_or_default();
        }
        // A calendar may not be sound in all of them.
        self.years.clone().filter_map(|year| day.dates(year..=year).ok()).flatten().collect()
    }

    fn item(
        &self,
        day: &Day,
        id: &str,
        name: &str,
        start: NaiveDate,
        rule: Option<&str>,
        text: Option<&str>,
    ) -> Item {
        let written = |date: NaiveDate| date.format("%Y%m%d").to_string();
        let mut lines = line("DTSTART;VALUE=DATE", &written(start));
        lines += &line("DTEND;VALUE=DATE", &written(start.succ_opt().unwrap_or(start)));
        lines += &rule.map(|rule| line("RRULE", rule)).unwrap_or_default();
        lines += &self.common(day, name, text);
        // Where the sun stands is not known to another program.
        for offset in day.remind.iter().filter_map(|one| from_midnight(*one)) {
            lines += &alarm(name, offset);
        }
        Item { uid: format!("{id}{DOMAIN}"), lines }
    }

    /// What the day and its moment have in common.
    fn common(&self, day: &Day, name: &str, text: Option<&str>) -> String {
        let mut lines = line("SUMMARY", &escaped(name));
        lines += &text.map(|text| line("DESCRIPTION", &escaped(text))).unwrap_or_default();
        lines += &line("CATEGORIES", &escaped(&self.words.say("category", &[])));
        lines += &line("TRANSP", "TRANSPARENT");
        lines += &day.link.as_ref().map(|link| line("URL", link)).unwrap_or_default();
        lines + &day.event.map(|year| line("X-REMEMBRANCE-EVENT", &year.to_string())).unwrap_or_default()
    }

    fn moments(&self, day: &Day, recurrence: Option<(NaiveDate, String)>, dates: &[NaiveDate]) -> Vec<Item> {
        let Some(moment) = &day.moment else { return Vec::new() };
        let name = format!(
            "{} · {}",
            ceremony_words(&moment.what, self.words, self.languages),
            one_line(day.name.get(self.languages))
        );
        let item = |id: String, start: String, rule: Option<String>| {
            let mut lines = line("DTSTART", &start) + &line("DURATION", "PT1M");
            lines += &rule.map(|rule| line("RRULE", &rule)).unwrap_or_default();
            lines += &self.common(day, &name, None);
            lines += &alarm(&name, -moment.ahead);
            Item { uid: format!("{id}{DOMAIN}"), lines }
        };
        let civil = |date: NaiveDate, at: NaiveTime| date.and_time(at).format("%Y%m%dT%H%M%S").to_string();
        match (&moment.zone, recurrence, moment.at.clock()) {
            // By the sun of wherever the reader is, which no event can say.
            (None, _, None) => Vec::new(),
            (None, Some((start, rule)), Some(at)) => {
                // An end is of the same kind as the start: a time of any place.
                let rule = match rule.split_once(";UNTIL=") {
                    Some((parts, until)) => format!("{parts};UNTIL={until}T235959"),
                    None => rule,
                };
                vec![item(format!("{}-moment", day.id), civil(start, at), Some(rule))]
            }
            (zone, _, at) => dates
                .iter()
                .map(|date| {
                    let start = match (zone, at) {
                        (None, Some(at)) => civil(*date, at),
                        (zone, _) => {
                            let zone = zone.clone().unwrap_or_else(Zone::utc);
                            moment.at.on(*date, &zone).format("%Y%m%dT%H%M%SZ").to_string()
                        }
                    };
                    item(format!("{}-moment-{}", day.id, date.format("%Y%m%d")), start, None)
                })
                .collect(),
        }
    }
}

/// How far a reminder lies from the first instant of the day; `None` for one by the sun.
fn from_midnight(offset: Offset) -> Option<TimeDelta> {
    let at = offset.at.clock()?;
    Some(TimeDelta::seconds(at.num_seconds_from_midnight().into()) - TimeDelta::days(offset.days.into()))
}

fn alarm(name: &str, trigger: TimeDelta) -> String {
    let parts = [
        ("BEGIN", "VALARM"),
        ("ACTION", "DISPLAY"),
        ("DESCRIPTION", &escaped(name)),
        ("TRIGGER", &duration_text(trigger)),
        ("END", "VALARM"),
    ];
    parts.iter().map(|(property, value)| line(property, value)).collect()
}

/// A text with what means something in it escaped (RFC 5545, section 3.3.11).
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace("\r\n", "\\n")
        .replace('\n', "\\n")
}

/// A content line, folded between letters so that no line is longer than 75 bytes (RFC 5545, section 3.1).
fn line(name: &str, value: &str) -> String {
    let whole = format!("{name}:{value}");
    let (mut out, mut length) = (String::with_capacity(whole.len() + 8), 0);
    for letter in whole.chars().filter(|letter| !letter.is_control() || *letter == '\t') {
        if length + letter.len_utf8() > LONGEST_LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length += letter.len_utf8();
    }
    out + "\r\n"
}
