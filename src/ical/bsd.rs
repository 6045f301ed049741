//! Files of calendar(1), as BSD and Debian have them: a date, a tab, what the day is.
//!
//! The forms are those of its manual: `01/20`, `Jan 20`, `20 January`, `11/SunSecond`, `May/MonLast`, `11/Sun-3`,
//! `Easter-2`, `Paskha+9`, `15 *`, `Thursday`, `June`; a star behind a date says that it moves, and is no part of it.
//! `Easter=NAME` gives a feast another name, `LANG=` says whose month names count first.

use super::bsd_names::{month_of, weekday_of};
use super::line::shortened;
use super::notes::Notes;
use super::parted::shifted;
use super::{ImportContext, Imported, LONGEST_NAME, Note, ReadCalendar, fitting, id_of};
use crate::rule::{Rule, WEEKDAY_CODES, month_day, weekday_name};
use crate::text::one_line;
use chrono::{NaiveDate, Weekday};

/// From when rules of iCalendar count that no phrase stands for.
const FROM: &str = "1970-01-01";

/// The most files that one file includes, and the most names that it gives to feasts.
const MOST_INCLUDED: usize = 500;
const MOST_FEASTS: usize = 100;

/// Which weekday of a month.
const NTH: [&str; 5] = ["first", "second", "third", "fourth", "last"];

/// What a file says of how it is to be read.
#[derive(Default)]
struct Settings {
    /// The language of `LANG=`, in its two letters.
    language: Option<String>,
    /// Other names of the two Easters.
    feasts: Vec<(String, &'static str)>,
    is_julian: bool,
}

/// Reads a whole file.
pub(super) fn read(text: &str, context: &ImportContext<'_>) -> ReadCalendar {
    let (mut read, mut notes) = (ReadCalendar::default(), Notes::default());
    let mut settings = Settings::default();
    let mut is_comment = false;
    let mut is_day = false;
    for (index, line) in text.lines().enumerate() {
        let number = index + 1;
        let line = uncommented(line, &mut is_comment);
        let line = line.trim_end();
        if line.is_empty() {
            continue;
        }
        if let Some(directive) = line.strip_prefix('#') {
            if let Some(name) = included(directive) {
                if read.includes.len() < MOST_INCLUDED {
                    read.includes.push((number, name.to_owned()));
                } else {
                    let message = format!("more than {MOST_INCLUDED} files to include: the rest is left out");
                    notes.push(Note::left_out(number, message));
                }
            }
            continue;
        }
        if settings.take(line, number, &mut notes) {
            continue;
        }
        if let Some(more) = line.strip_prefix('\t') {
            // A line that begins with a tab continues the one before.
            let last = read.days.last_mut().filter(|_| is_day);
            if let (Some(day), false) = (last, more.trim().is_empty())
                && day.name.len() < LONGEST_NAME
            {
                day.name = one_line(&format!("{} {more}", day.name));
            }
            continue;
        }
        let Some((when, what)) = line.split_once('\t') else {
            is_day = false;
            let message = format!("no tab parts a date from its text: `{}`", shortened(line));
            notes.push(Note::left_out(number, message));
            continue;
        };
        let (name, cut) = fitting(one_line(what), number);
        cut.into_iter().for_each(|note| notes.push(note));
        is_day = false;
        if name.is_empty() {
            notes.push(Note::left_out(number, "a date without a text"));
            continue;
        }
        let Some(rule) = settings.rule(when) else {
            let message = format!("`{}` is not a date: `{}`", shortened(when), shortened(&name));
            notes.push(Note::left_out(number, message));
            continue;
        };
        if read.days.len() > context.most_days {
            break;
        }
        is_day = true;
        let id = id_of(&format!("{} {name}", when.trim()));
        read.days.push(Imported::new(id, name, vec![rule], number));
    }
    read.notes = notes.finish();
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

/// The file that a line for the preprocessor asks for: `#include <calendar.all>`.
fn included(directive: &str) -> Option<&str> {
    let name = directive.trim_start().strip_prefix("include")?.trim();
    let inner = name.strip_prefix('<').and_then(|name| name.split('>').next());
    inner.or_else(|| name.strip_prefix('"').and_then(|name| name.split('"').next())).map(str::trim)
}

impl Settings {
    /// Takes a line that sets something; what is not understood is noted.
    fn take(&mut self, line: &str, number: usize, notes: &mut Notes) -> bool {
        let Some((key, value)) = line.split_once('=').filter(|(key, _)| !key.contains('\t')) else {
            return false;
        };
        let (key, value) = (key.trim(), value.trim());
        if !key.chars().all(char::is_alphanumeric) {
            return false;
        }
        match key {
            "LANG" => {
                let letters: String = value.chars().take_while(char::is_ascii_alphabetic).collect();
                self.language = Some(letters.to_ascii_lowercase()).filter(|language| language.len() == 2);
            }
            "Easter" | "Paskha" if self.feasts.len() >= MOST_FEASTS => {
                notes.push(Note::left_out(number, "it has too many names of feasts"));
            }
            "Easter" => self.feasts.push((value.to_lowercase(), "Easter")),
            "Paskha" => self.feasts.push((value.to_lowercase(), "Orthodox Easter")),
            "CALENDAR" if value.is_empty() || value.eq_ignore_ascii_case("Gregorian") => {
                self.is_julian = false;
            }
            "CALENDAR" if value.eq_ignore_ascii_case("Julian") => self.is_julian = true,
            "SEQUENCE" | "BODUN" => {}
            _ => {
                notes.push(Note::detail(number, format!("`{}` is not understood", shortened(line))));
            }
        }
        true
    }

    /// The rule of a date.
    fn rule(&self, when: &str) -> Option<String> {
        let when = when.trim();
        let when = when
            .strip_suffix('*')
            .filter(|rest| !rest.trim_end_matches([' ', '/']).is_empty() && !rest.ends_with([' ', '/']))
            .unwrap_or(when)
            .trim();
        let found = self.feast(when).or_else(|| self.date(when))?;
        let rule = if self.is_julian && found.parse::<Rule>().is_ok_and(|_| !found.contains("of ")) {
            format!("{found} (Julian)")
        } else {
            found
        };
        rule.parse::<Rule>().is_ok().then_some(rule)
    }

    /// `Easter-2`, `Paskha+9`, and by the names that the file gives them.
    fn feast(&self, when: &str) -> Option<String> {
        let lower = when.to_lowercase();
        let usual = [("paskha", "Orthodox Easter"), ("easter", "Easter")];
        let names = self.feasts.iter().map(|(name, feast)| (name.as_str(), *feast)).chain(usual);
        // Of two names of which one begins with the other, the longer one is meant.
        let (rest, feast) = names
            .filter_map(|(name, feast)| lower.strip_prefix(name).map(|rest| (rest.trim(), feast)))
            .min_by_key(|(rest, _)| rest.len())?;
        let days = if rest.is_empty() { Some(0) } else { signed(rest) };
        days.filter(|days| days.abs() <= 400).and_then(|days| shifted(feast, days))
    }

    fn date(&self, when: &str) -> Option<String> {
        if let Some((year, rest)) =
            when.split_once('/').filter(|(year, _)| year.len() == 4 && year.parse::<u32>().is_ok())
        {
            let (month, day) = rest.split_once('/')?;
            let date = NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
            return Some(date.format("%Y-%m-%d").to_string());
        }
        if let Some(date) = of_numbers(when) {
            return self.of_month(date.0, &date.1.to_string());
        }
        let Some((one, two)) = when.split_once('/').or_else(|| when.split_once(char::is_whitespace)) else {
            return self.alone(when);
        };
        // `20. Jan`
        let one = one.trim();
        let (one, two) =
            (one.strip_suffix('.').filter(|day| day.parse::<u32>().is_ok()).unwrap_or(one), two.trim());
        // Where both are numbers, the month comes first.
        match (one, two) {
            ("*", day) | (day, "*") => {
                let day: u32 = day.parse().ok().filter(|day| (1..=31).contains(day))?;
                Some(format!("RRULE:FREQ=MONTHLY;BYMONTHDAY={day} from {FROM}"))
            }
            _ if one.parse::<u32>().is_ok() && self.named_month(two).is_some() => {
                self.of_month(self.named_month(two)?, one)
            }
            _ => match (self.month(one), self.named_month(two)) {
                (Some(month), _) => self.of_month(month, two),
                (None, Some(month)) => self.of_month(month, one),
                // `SunLast 10`
                (None, None) => self.of_month(self.month(two)?, one),
            },
        }
    }

    /// `June` and `06` are its first day, `15` is that day of each month, `Thursday` every one.
    fn alone(&self, when: &str) -> Option<String> {
        if let Some(day) = when.parse::<u32>().ok().filter(|day| (13..=31).contains(day)) {
            return Some(format!("RRULE:FREQ=MONTHLY;BYMONTHDAY={day} from {FROM}"));
        }
        if let Some(month) = self.month(when) {
            return NaiveDate::from_ymd_opt(2000, month, 1).map(month_day);
        }
        let weekday = weekday_of(when, self.language.as_deref())?;
        Some(format!("RRULE:FREQ=WEEKLY;BYDAY={} from {FROM}", code(weekday)?))
    }

    /// A month by its number or its name.
    fn month(&self, text: &str) -> Option<u32> {
        let number = text.parse::<u32>().ok().filter(|number| (1..=12).contains(number) && text.len() <= 2);
        number.or_else(|| self.named_month(text))
    }

    fn named_month(&self, text: &str) -> Option<u32> {
        month_of(text, self.language.as_deref())
    }

    /// A day of a month: `20`, `Sat+4`, `SunSecond`, `MonLast`, `Sun-3`, `SatThird-2`.
    fn of_month(&self, month: u32, day: &str) -> Option<String> {
        // 2000 is a leap year.
        let date = |day: u32| NaiveDate::from_ymd_opt(2000, month, day);
        if let Ok(day) = day.parse::<u32>() {
            let phrase = month_day(date(day)?);
            return Some(phrase.trim_end_matches(" else skip").to_owned());
        }
        let name = date(1)?.format("%B").to_string();
        let letters = day.find(|c: char| !c.is_alphabetic()).unwrap_or(day.len());
        let (word, number) = day.split_at(letters);
        let weekday = |word: &str| weekday_of(word, self.language.as_deref());
        let lower = word.to_lowercase();
        // `SunLast`, and `LastSun`.
        let ending = NTH.into_iter().find_map(|nth| {
            let weekday = lower.strip_suffix(nth).or_else(|| lower.strip_prefix(nth))?;
            Some((nth, weekday))
        });
        if let Some((nth, weekday)) = ending.and_then(|(nth, word)| Some((nth, weekday(word)?))) {
            let days = if number.is_empty() { 0 } else { signed(number)? };
            return shifted(&format!("{nth} {} of {name}", weekday_name(weekday)), days);
        }
        let weekday = weekday(word)?;
        match (number, signed(number)) {
            ("", _) => Some(format!("first {} of {name}", weekday_name(weekday))),
            (_, Some(-1)) => Some(format!("last {} of {name}", weekday_name(weekday))),
            (_, Some(nth @ 1..=4)) => {
                let nth = NTH.get(usize::try_from(nth - 1).ok()?)?;
                Some(format!("{nth} {} of {name}", weekday_name(weekday)))
            }
            (_, Some(nth @ (-5..=-2 | 5))) => {
                Some(format!("RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY={nth}{} from {FROM}", code(weekday)?))
            }
            _ => None,
        }
    }
}

/// The month and the day of a date in numbers, `01/20`, `1-20`, `20.1.` or `01/20/1990`: the month comes first where it can.
fn of_numbers(when: &str) -> Option<(u32, u32)> {
    let parts: Vec<&str> = when.trim_end_matches('.').split(['/', '.', '-', ' ']).collect();
    let small = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 2);
    let (one, two) = match parts.as_slice() {
        [one, two] => (small(one)?, small(two)?),
        // A year behind it is passed over, as calendar(1) does.
        [one, two, year] if year.len() == 4 && year.parse::<u32>().is_ok() => (small(one)?, small(two)?),
        _ => return None,
    };
    match (one, two) {
        (1..=12, _) => Some((one, two)),
        (_, 1..=12) => Some((two, one)),
        _ => None,
    }
}

/// A number with its sign.
fn signed(text: &str) -> Option<i64> {
    text.parse().ok().filter(|_| text.starts_with(['+', '-']))
}

fn code(weekday: Weekday) -> Option<&'static str> {
    WEEKDAY_CODES.iter().find(|(_, known)| *known == weekday).map(|(code, _)| *code)
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
            ("13/01", Some("January 13")),
            ("24.12.", Some("December 24")),
            ("12-24", Some("December 24")),
            ("24 12", Some("December 24")),
            ("12/24/1990", Some("December 24")),
            ("20. Jan", Some("January 20")),
            ("SunLast 10", Some("last Sunday of October")),
            ("02/30", None),
            ("1/2/3", None),
            ("ChineseNewYear", None),
            ("Easter-9999", None),
            ("ənam 20", None),
            ("01 Jan", Some("January 1")),
            ("12 Mar", Some("March 12")),
            ("13 Mar", Some("March 13")),
            ("11/Sun-3", Some("RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=-3SU from 1970-01-01")),
            ("mei/05", Some("May 5")),
            ("20 янв.", Some("January 20")),
            (" 9 мая", Some("May 9")),
            ("Jan/Mon+3", Some("third Monday of January")),
            ("Oct/SatThird-2", Some("2 days before third Saturday of October")),
            ("Jun. 15", Some("June 15")),
            ("15 *", Some("RRULE:FREQ=MONTHLY;BYMONTHDAY=15 from 1970-01-01")),
            ("Thursday", Some("RRULE:FREQ=WEEKLY;BYDAY=TH from 1970-01-01")),
            ("June", Some("June 1")),
            ("06", Some("June 1")),
            ("15", Some("RRULE:FREQ=MONTHLY;BYMONTHDAY=15 from 1970-01-01")),
            ("32", None),
            ("10/LastSun", Some("last Sunday of October")),
            ("05/NedjeljaLast", Some("last Sunday of May")),
            ("12/13", Some("December 13")),
            ("*", None),
        ];
        for (when, expected) in table {
            let rule = Settings::default().rule(when);
            assert_eq!(rule.as_deref(), expected, "{when}");
            assert!(rule.is_none_or(|rule| rule.parse::<crate::rule::Rule>().is_ok()), "{when}");
        }
    }

    #[test]
    fn comments_and_settings_are_no_days() {
        let text = "#include <calendar.birthday>\nLANG=en_US.UTF-8\n/* a\n01/01\tnot this */\n// nor this\n\
                    01/20\tBlack January,\n\t\tBaku, 1990\nnothing\n";
        let read = read_text(text);
        assert_eq!(read.days.len(), 1);
        assert_eq!(read.days[0].name, "Black January, Baku, 1990");
        assert_eq!(read.notes.iter().map(|note| note.line).collect::<Vec<_>>(), [8]);
        assert_eq!(read.includes, [(1, "calendar.birthday".to_owned())]);
    }

    #[test]
    fn a_file_names_feasts_and_months_in_its_own_way() {
        let text = "Easter=Pasen\nPaskha=Пасха\nPasen-2\tGood Friday\nПасха+9\tRadonitsa\nLANG=hr_HR.UTF-8\n5 list.\tOctober\n\
                    LANG=pl_PL\n5 list\tNovember\nCALENDAR=Gregorian\n12/25\tChristmas\n";
        let rules: Vec<String> = read_text(text).days.into_iter().map(|day| day.rules[0].clone()).collect();
        let expected = [
            "2 days before Easter",
            "9 days after Orthodox Easter",
            "October 5",
            "November 5",
            "December 25",
        ];
        assert_eq!(rules, expected);
    }

    fn read_text(text: &str) -> ReadCalendar {
        let (words, zone) = (crate::words::Words::choose(&[]), crate::zone::Zone::utc());
        read(
            text,
            &ImportContext::new(
                &|name| Err(crate::zone::ZoneError::NoFiles(name.to_owned())),
                &words,
                &zone,
                NaiveDate::default(),
            ),
        )
    }
}
