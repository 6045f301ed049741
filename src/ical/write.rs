//! Days as events of a calendar (RFC 5545; RFC 7986 for its name).

use super::own::{OwnPart, OwnUid};
use super::shape::recurrence_of;
use super::when::duration_text;
use super::zone_text::description;
use crate::day::{Day, Offset};
use crate::notification::{ceremony_words, summary};
use crate::text::{is_left_out, one_line};
use crate::words::Words;
use crate::zone::Zone;
use chrono::{DateTime, NaiveDate, TimeDelta, Timelike, Utc};
use std::collections::BTreeSet;
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
    alarms: String,
    /// The VTIMEZONE that it needs beside it.
    zone: Option<String>,
}

impl Item {
    /// The text of the event, last changed at `stamp`.
    pub fn text(&self, stamp: DateTime<Utc>) -> String {
        let mut text = line("BEGIN", "VEVENT") + &line("UID", &self.uid);
        text += &line("DTSTAMP", &stamp.format("%Y%m%dT%H%M%SZ").to_string());
        text + &self.lines + &self.alarms + &line("END", "VEVENT")
    }

    /// The component that describes its time zone, where it names one.
    pub fn zone(&self) -> Option<&str> {
        self.zone.as_deref()
    }
}

/// Whether two texts of events say the same, whenever they were changed last.
pub fn same_but_stamp(one: &str, other: &str) -> bool {
    let said = |text: &'_ str| -> Vec<String> {
        text.lines().filter(|line| !line.starts_with("DTSTAMP:")).map(str::to_owned).collect()
    };
    said(one) == said(other)
}

/// A calendar of these zones, each once, and these events, called `name`.
pub fn calendar_of<'e>(
    zones: impl IntoIterator<Item = &'e str>,
    events: impl IntoIterator<Item = &'e str>,
    name: Option<&str>,
) -> String {
    let mut text = line("BEGIN", "VCALENDAR") + &line("VERSION", "2.0") + &line("PRODID", PRODUCT);
    text += &line("CALSCALE", "GREGORIAN");
    for property in ["NAME", "X-WR-CALNAME"] {
        text += &name.map(|name| line(property, &escaped(name))).unwrap_or_default();
    }
    let zones: BTreeSet<&str> = zones.into_iter().collect();
    zones.into_iter().chain(events).for_each(|component| text += component);
    text + &line("END", "VCALENDAR")
}

impl Export<'_> {
    /// The events of a day, with `text` as what is said of it: one that recurs, or one for each date.
    ///
    /// Its moment is an event of its own, on the clock of its zone, which the event brings with it. Where the zone's clock
    /// cannot be written down, it is one event in UTC for each date.
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
        let plain = one_line(day.name.get(self.languages));
        let mut items = match &recurrence {
            Some((start, rule)) => {
                let uid = OwnUid::new(&day.id, OwnPart::Day, None);
                vec![self.item(day, &uid, &plain, *start, Some(rule), text)]
            }
            None => dates
                .iter()
                .map(|date| {
                    let uid = OwnUid::new(&day.id, OwnPart::Date, Some(*date));
                    let name = summary(day, *date, self.words, self.languages);
                    let mut item = self.item(day, &uid, &name, *date, None, text);
                    item.lines += &line("X-REMEMBRANCE-NAME", &escaped(&plain));
                    item
                })
                .collect(),
        };
        items.extend(self.moments(day, recurrence, &dates));
        items
    }

    /// The dates in the years of this export; a day that comes but once is there whenever it is.
    pub(super) fn dates(&self, day: &Day) -> Vec<NaiveDate> {
        if day.rules.iter().all(crate::rule::Rule::is_once) {
            return day.dates(1..=9999).unwrap_or_default();
        }
        // A calendar may not be sound in all of them.
        self.years.clone().filter_map(|year| day.dates(year..=year).ok()).flatten().collect()
    }

    fn item(
        &self,
        day: &Day,
        uid: &OwnUid,
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
        let offsets = day.remind.iter().filter_map(|one| from_midnight(*one));
        let alarms: String = offsets.map(|offset| alarm(name, offset)).collect();
        Item { uid: uid.text(), lines, alarms, zone: None }
    }

    /// What the day and its moment have in common.
    fn common(&self, day: &Day, name: &str, text: Option<&str>) -> String {
        let mut lines = line("SUMMARY", &escaped(name));
        // Phones show the description, and few show the link.
        let said: Vec<&str> =
            text.into_iter().chain(day.extras.link.as_deref().filter(|_| text.is_some())).collect();
        if !said.is_empty() {
            lines += &line("DESCRIPTION", &escaped(&said.join("\n\n")));
        }
        lines += &line("CATEGORIES", &escaped(&self.words.say("category", &[])));
        lines += &line("TRANSP", "TRANSPARENT");
        lines += &day.extras.link.as_ref().map(|link| line("URL", link)).unwrap_or_default();
        lines + &day.event.map(|year| line("X-REMEMBRANCE-EVENT", &year.to_string())).unwrap_or_default()
    }

    fn moments(&self, day: &Day, recurrence: Option<(NaiveDate, String)>, dates: &[NaiveDate]) -> Vec<Item> {
        let Some(moment) = &day.extras.moment else { return Vec::new() };
        let plain = one_line(day.name.get(self.languages));
        let name = format!("{} · {plain}", ceremony_words(&moment.what, self.words, self.languages));
        let item = |date: Option<NaiveDate>, start: String, rule: Option<String>, zone: Option<String>| {
            let mut lines = start + &line("DURATION", "PT1M");
            lines += &rule.map(|rule| line("RRULE", &rule)).unwrap_or_default();
            lines += &self.common(day, &name, None);
            lines += &line("X-REMEMBRANCE-NAME", &escaped(&plain));
            let uid = OwnUid::new(&day.id, OwnPart::Moment, date).text();
            Item { uid, lines, alarms: alarm(&name, -moment.ahead), zone }
        };
        let Some(at) = moment.at.clock() else {
            // By the sun each date has its own time; without a zone, that of wherever the reader is, no event can say it.
            let instant = |zone: &Zone, date| moment.at.on(date, zone).format("%Y%m%dT%H%M%SZ").to_string();
            let each =
                |zone: &Zone, date| item(Some(date), line("DTSTART", &instant(zone, date)), None, None);
            return moment.zone.iter().flat_map(|zone| dates.iter().map(|date| each(zone, *date))).collect();
        };
        let civil = |date: NaiveDate| date.and_time(at).format("%Y%m%dT%H%M%S").to_string();
        let Some(zone) = &moment.zone else {
            return match recurrence {
                Some((start, rule)) => {
                    // An end is of the same kind as the start: a time of any place.
                    let rule = match rule.split_once(";UNTIL=") {
                        Some((parts, until)) => format!("{parts};UNTIL={until}T235959"),
                        None => rule,
                    };
                    vec![item(None, line("DTSTART", &civil(start)), Some(rule), None)]
                }
                None => dates
                    .iter()
                    .map(|date| item(Some(*date), line("DTSTART", &civil(*date)), None, None))
                    .collect(),
            };
        };
        // What the zone's clock did long ago is not needed, and hard to write down.
        let start = dates.first().copied();
        let described = description(zone, *self.years.start());
        let start_in_zone = |date: NaiveDate| line(&format!("DTSTART;TZID={}", zone.name()), &civil(date));
        match (recurrence, start, described) {
            (Some((_, rule)), Some(start), Some(described)) if !has_interval(&rule) => {
                let rule = match rule.split_once(";UNTIL=") {
                    // With a zone the end is an instant.
                    Some((parts, until)) => {
                        let last = NaiveDate::parse_from_str(until, "%Y%m%d").ok();
                        let end = last.map(|last| zone.instant(last.and_time(at)));
                        let until = end.map(|end| end.format(";UNTIL=%Y%m%dT%H%M%SZ").to_string());
                        format!("{parts}{}", until.unwrap_or_default())
                    }
                    None => rule,
                };
                vec![item(None, start_in_zone(start), Some(rule), Some(described))]
            }
            (_, _, Some(described)) => dates
                .iter()
                .map(|date| item(Some(*date), start_in_zone(*date), None, Some(described.clone())))
                .collect(),
            (_, _, None) => dates
                .iter()
                .map(|date| {
                    let instant = zone.instant(date.and_time(at)).format("%Y%m%dT%H%M%SZ").to_string();
                    item(Some(*date), line("DTSTART", &instant), None, None)
                })
                .collect(),
        }
    }
}

/// Whether a rule counts intervals from its start, which then cannot be another.
fn has_interval(rule: &str) -> bool {
    rule.contains("INTERVAL=") || rule.contains("COUNT=") || !rule.starts_with("FREQ=YEARLY;BY")
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

/// A content line without what a terminal must not get, folded between letters so that no line is longer than 75 bytes (RFC 5545, section 3.1).
pub(super) fn line(name: &str, value: &str) -> String {
    let whole = format!("{name}:{value}");
    let (mut out, mut length) = (String::with_capacity(whole.len() + 8), 0);
    for letter in whole.chars().filter(|letter| *letter != '\n' && !is_left_out(*letter)) {
        if length + letter.len_utf8() > LONGEST_LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length += letter.len_utf8();
    }
    out + "\r\n"
}
