//! Calendars of many kinds, and what days they give.

mod cards;
mod dates;
mod events;
mod files;
mod properties;

use super::*;
use crate::config::{Source, load};
use crate::day::{Ceremony, Day, Text};
use crate::rule::{EventDate, Rule};
use crate::zone::{Zone, ZoneError};
use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

fn zones(name: &str) -> Result<Zone, ZoneError> {
    match name {
        "UTC" => Ok(Zone::utc()),
        "Asia/Baku" | "Etc/GMT-4" => Ok(Zone::from_posix(name, "<+04>-4").unwrap()),
        "Europe/Berlin" => Ok(Zone::from_posix(name, "CET-1CEST,M3.5.0,M10.5.0/3").unwrap()),
        "America/New_York" => Ok(Zone::from_posix(name, "EST5EDT,M3.2.0,M11.1.0").unwrap()),
        _ => Err(ZoneError::NoFiles(name.to_owned())),
    }
}

fn read_text(text: &str) -> ReadCalendar {
    read_in(text, "Asia/Baku")
}

/// What a machine in this zone reads on 26 November 2026.
fn read_in(text: &str, zone: &str) -> ReadCalendar {
    let (words, zone) = (Words::choose(&[]), zones(zone).unwrap());
    read(text, &ImportContext::new(&zones, &words, &zone, NaiveDate::from_ymd_opt(2026, 11, 26).unwrap()))
}

fn event(lines: &str) -> ReadCalendar {
    let lines = lines.replace('|', "\n");
    read_text(&format!(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\nSUMMARY:S\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n"
    ))
}

/// The days as a file of `days.d` gives them, which must have no mistake in it.
fn kept(read: &ReadCalendar) -> Vec<Day> {
    let text = format!("follow = []\n{}", table(&in_parts(read.days.clone()), "x", Some("imported/x")));
    let loaded = load(&[Source { file: "x".to_owned(), text: text.clone() }], &zones);
    assert_eq!(loaded.mistakes, [], "{text}");
    loaded.settings.plan.days
}

fn dates(read: &ReadCalendar, years: std::ops::RangeInclusive<i32>) -> Vec<String> {
    kept(read).iter().flat_map(|day| day.dates(years.clone()).unwrap()).map(|date| date.to_string()).collect()
}
