//! Files of calendar(1), as BSD and Debian have them: a date, a tab, what the day is.
//!
//! The forms are those of its manual: `01/20`, `Jan 20`, `20 January`, `11/SunSecond`, `May/MonLast`, `11/Sat+4`,
//! `Easter-2`, `Paskha+9`; a star behind a date says that it moves, and is no part of it.

use super::line::shortened;
use super::{Imported, Note, ReadCalendar, id_of};
use crate::rule::month_day;
use crate::rule::weekday_name;
use crate::text::one_line;
use chrono::{Month, NaiveDate, Weekday};

/// Reads a whole file.
pub(super) fn read(text: &str) -> ReadCalendar {
    let mut read = ReadCalendar::default();
    let mut is_comment = false;
    let mut date: Option<String> = None;
    for (index, line) in text.lines().enumerate() {
        let number = index + 1;
        let line = uncommented(line, &mut is_comment);
        let line = line.trim_end();
        if line.is_empty() || is_setting(line, number, &mut read.notes) {
            continue;
        }
        if let Some(more) = line.strip_prefix('\t') {
            // A line that begins with a tab goes on with the one before.
            let last = read.days.last_mut().filter(|_| date.is_some());
            if let (Some(day), false) = (last, more.trim().is_empty()) {
                day.name = one_line(&format!("{} {more}", day.name));
            }
            continue;
        }
        let Some((when, what)) = line.split_once('\t') else {
            date = None;
            read.notes.push(Note::left_out(
                number,
                format!("no tab parts a date from its text: `{}`", shortened(line)),
            ));
            continue;
        };
        let name = one_line(what);
        let rule = rule(when);
        match (rule, name.is_empty()) {
            (Some(rule), false) => {
                date = Some(when.to_owned());
                read.days.push(Imported {
                    id: id_of(&format!("{} {name}", when.trim())),
                    name,
                    rules: vec![rule],
                    since: None,
                    until: None,
                    event: None,
                    remind: None,
                    moment: None,
                    link: None,
                    text: None,
                    line: number,
                });
            }
            (None, _) => {
                date = None;
                read.notes.push(Note::left_out(
                    number,
                    format!("`{}` is no date that is understood: `{}`", shortened(when), shortened(&name)),
                ));
            }
            (_, true) => read.notes.push(Note::left_out(number, "a date without a text")),
        }
    }
    read
}

/// The line without comments of C; the flag is whether one goes on.
fn uncommented(line: &str, is_comment: &mut bool) -> String {
    let (mut kept, mut rest) = (String::new(), line);
    loop {
        if *is_comment {
            let Some((_, after)) = rest.split_once("*/") else { return kept };
            (*is_comment, rest) = (false, after);
        }
        if let Some((before, after)) = rest.split_once("/*") {
            kept.push_str(before);
            (*is_comment, rest) = (true, after);
        } else {
            // An address has two slashes too.
            let end = if rest.starts_with("//") { 0 } else { rest.len() };
            kept.push_str(rest.get(..end).unwrap_or_default());
            return kept;
        }
    }
}

/// Whether a line is for the preprocessor or sets something; what it would have brought is told.
fn is_setting(line: &str, number: usize, notes: &mut Vec<Note>) -> bool {
    if let Some(directive) = line.strip_prefix('#') {
        if directive.trim_start().starts_with("include") {
            notes.push(Note::left_out(number, format!("import the file of `{}` by itself", shortened(line))));
        }
        return true;
    }
    let setting = line.split('=').next().unwrap_or_default();
    let is_setting = line.contains('=') && !line.contains('\t') && setting.chars().all(char::is_alphanumeric);
    if is_setting && !["LANG", "SEQUENCE"].contains(&setting) {
        notes.push(Note::detail(number, format!("`{}` is not understood", shortened(line))));
    }
    is_setting
}

/// The rule of a date.
fn rule(when: &str) -> Option<String> {
    let when = when.trim().trim_end_matches('*').trim();
    if let Some(rule) = feast(when) {
        return Some(rule);
    }
    if let Some((year, rest)) = when.split_once('/').filter(|(year, _)| year.len() == 4) {
        let (month, day) = rest.split_once('/')?;
        let date = NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
        return Some(date.format("%Y-%m-%d").to_string());
    }
    let (one, two) = when.split_once('/').or_else(|| when.split_once(char::is_whitespace))?;
    let (one, two) = (one.trim(), two.trim());
    match (month(one), month(two)) {
        (Some(month), _) => of_month(month, two),
        (None, Some(month)) => of_month(month, one),
        (None, None) if one == "*" => {
            let day: u32 = two.parse().ok().filter(|day| (1..=31).contains(day))?;
            Some(format!("RRULE:FREQ=MONTHLY;BYMONTHDAY={day} from 1970-01-01"))
        }
        (None, None) => None,
    }
}

/// `Easter-2`, `Paskha+9`.
fn feast(when: &str) -> Option<String> {
    let (feast, rest) =
        [("Paskha", "Orthodox Easter"), ("Easter", "Easter")].into_iter().find_map(|(name, feast)| {
            Some((
                feast,
                when.get(..name.len())?.eq_ignore_ascii_case(name).then(|| when.get(name.len()..))??,
            ))
        })?;
    match rest.parse::<i32>().ok() {
        _ if rest.is_empty() => Some(feast.to_owned()),
        Some(0) => Some(feast.to_owned()),
        Some(days) if days.abs() <= 400 => {
            let side = if days < 0 { "before" } else { "after" };
            let plural = if days.abs() == 1 { "" } else { "s" };
            Some(format!("{} day{plural} {side} {feast}", days.abs()))
        }
        _ => None,
    }
}

/// A month by its number or by its English name.
fn month(text: &str) -> Option<u32> {
    let number = text.parse::<u32>().ok().filter(|number| (1..=12).contains(number) && text.len() <= 2);
    number.or_else(|| text.trim_end_matches('.').parse::<Month>().ok().map(|month| month.number_from_month()))
}

/// A day of a month: `20`, `Sat+4`, `SunSecond`, `MonLast`.
fn of_month(month: u32, day: &str) -> Option<String> {
    // 2000 is a leap year.
    let date = |day: u32| NaiveDate::from_ymd_opt(2000, month, day);
    if let Ok(day) = day.parse::<u32>() {
        let phrase = month_day(date(day)?);
        return Some(phrase.trim_end_matches(" else skip").to_owned());
    }
    let name = date(1)?.format("%B").to_string();
    let letters = day.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(day.len());
    let (word, number) = day.split_at(letters);
    let (word, nth) = match number {
        "" => {
            let lower = word.to_ascii_lowercase();
            let nth = [
                ("first", "first"),
                ("second", "second"),
                ("third", "third"),
                ("fourth", "fourth"),
                ("last", "last"),
            ];
            let (ending, nth) = nth.into_iter().find(|(ending, _)| lower.ends_with(ending))?;
            (word.get(..word.len() - ending.len())?, nth)
        }
        "+1" => (word, "first"),
        "+2" => (word, "second"),
        "+3" => (word, "third"),
        "+4" => (word, "fourth"),
        "+5" => (word, "fifth"),
        "-1" => (word, "last"),
        _ => return None,
    };
    let weekday = weekday_name(word.parse::<Weekday>().ok()?);
    Some(format!("{nth} {weekday} of {name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_calendar_are_rules() {
        let table = [
            ("01/20", Some("January 20")),
            ("Jan 20", Some("January 20")),
            ("20 January", Some("January 20")),
            ("02/29", Some("February 29")),
            ("11/Sat+4*", Some("fourth Saturday of November")),
            ("05/Mon-1", Some("last Monday of May")),
            ("Nov/SunSecond", Some("second Sunday of November")),
            ("MonLast May", Some("last Monday of May")),
            ("Easter-2", Some("2 days before Easter")),
            ("Paskha+9", Some("9 days after Orthodox Easter")),
            ("Easter", Some("Easter")),
            ("* 13", Some("RRULE:FREQ=MONTHLY;BYMONTHDAY=13 from 1970-01-01")),
            ("2026/05/01", Some("2026-05-01")),
            ("13/45", None),
            ("ChineseNewYear", None),
            ("Easter-9999", None),
            ("ənam 20", None),
        ];
        for (when, expected) in table {
            let rule = rule(when);
            assert_eq!(rule.as_deref(), expected, "{when}");
            assert!(rule.is_none_or(|rule| rule.parse::<crate::rule::Rule>().is_ok()), "{when}");
        }
    }

    #[test]
    fn comments_and_settings_are_no_days() {
        let text = "#include <calendar.birthday>\nLANG=en_US.UTF-8\n/* a\n01/01\tnot this */\n// nor this\n\
                    01/20\tBlack January,\n\t\tBaku, 1990\nnothing\n";
        let read = read(text);
        assert_eq!(read.days.len(), 1);
        assert_eq!(read.days[0].name, "Black January, Baku, 1990");
        assert_eq!(read.notes.iter().map(|note| note.line).collect::<Vec<_>>(), [1, 8]);
    }
}
