//! `RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=2SU from 1946-11-10`: the parts of a recurrence.

use super::Parser;
use crate::rule::RuleError;
use crate::rule::anchor::Anchor;
use crate::rule::lexer::{Token, TokenKind};
use crate::rule::recurrence::{FREQUENCIES, Frequency, Recurrence};
use crate::rule::suggest::WantedName;
use crate::rule::words::WEEKDAY_CODES;
use crate::text::nearest;
use chrono::{NaiveDate, Weekday};
use std::ops::Range;

/// The parts that a rule for dates can have.
const PARTS: [&str; 11] = [
    "FREQ",
    "UNTIL",
    "COUNT",
    "INTERVAL",
    "BYMONTH",
    "BYWEEKNO",
    "BYYEARDAY",
    "BYMONTHDAY",
    "BYDAY",
    "BYSETPOS",
    "WKST",
];

/// The most periods between two dates, and the most dates that can be counted: more would pass the year 9999.
const MOST: u32 = 3_660_000;

impl Parser<'_> {
    /// A recurrence, after the word `RRULE`.
    pub(super) fn recurrence(&mut self, name: Token) -> Result<Anchor, RuleError> {
        let colon = self.lexer.next()?;
        if !colon.is(':') {
            return Err(self.unexpected(colon).help(WantedName::Recurrence.expected()));
        }
        let (offset, rest) = self.lexer.rest();
        let Some((parts, from)) = split_at_from(rest) else {
            let error = RuleError::new(
                name.start..offset + rest.trim_end().len(),
                "the start of the recurrence is missing",
            );
            return Err(error.help("write it behind: `RRULE:... from 1946-11-10`"));
        };
        let mut read = Parts { frequency: None, rule: Recurrence::unbounded(), seen: Vec::new() };
        let mut at = offset;
        for part in parts.split(';') {
            // A semicolon at the end separates nothing.
            let start = at + (part.len() - part.trim_start().len());
            let part_end = start + part.trim().len();
            at += part.len() + 1;
            if !part.trim().is_empty() || read.seen.is_empty() {
                read.part(part.trim(), start..part_end)?;
            }
        }
        self.lexer.jump(offset + from);
        (read.rule.start, _) = self.start_date()?;
        read.finish(offset..offset + parts.trim_end().len()).map(|rule| Anchor::Recurrence(Box::new(rule)))
    }

    /// The date behind `from`: `1946-11-10`, or `19461110` as iCalendar writes it.
    fn start_date(&mut self) -> Result<(NaiveDate, Range<usize>), RuleError> {
        let token = self.lexer.peek()?;
        let TokenKind::Number { digits: 8, .. } = token.kind else {
            return self.whole_date();
        };
        self.lexer.jump(token.end);
        let date = basic_date(self.text(token));
        let message = || RuleError::new(token.span(), format!("`{}` is not a date", self.text(token)));
        date.map(|date| (date, token.span())).ok_or_else(message)
    }
}

/// The text before the word `from`, and where the text behind it starts.
fn split_at_from(rest: &str) -> Option<(&str, usize)> {
    let bytes = rest.as_bytes();
    let found = (1..bytes.len().saturating_sub(4)).find(|at| {
        bytes[*at..at + 4].eq_ignore_ascii_case(b"from")
            && bytes[at - 1].is_ascii_whitespace()
            && bytes[at + 4].is_ascii_whitespace()
    })?;
    Some((&rest[..found], found + 4))
}

/// `19461110`
fn basic_date(text: &str) -> Option<NaiveDate> {
    let digits = |range: Range<usize>| text.get(range)?.parse::<u32>().ok();
    if text.len() != 8 || !text.bytes().all(|b| b.is_ascii_digit()) || text.starts_with("0000") {
        return None;
    }
    NaiveDate::from_ymd_opt(digits(0..4)?.cast_signed(), digits(4..6)?, digits(6..8)?)
}

/// The parts read so far.
struct Parts {
    frequency: Option<Frequency>,
    rule: Recurrence,
    seen: Vec<(&'static str, Range<usize>)>,
}

impl Parts {
    /// One `NAME=VALUE`.
    fn part(&mut self, part: &str, span: Range<usize>) -> Result<(), RuleError> {
        let Some((name, value)) = part.split_once('=') else {
            let error = RuleError::new(span, format!("`{part}` is not a part of a recurrence"));
            return Err(error.help("a part is like `BYMONTH=11`"));
        };
        let (name, value) = (name.trim(), value.trim());
        let name_span = span.start..span.start + name.len();
        let value_span = span.end - value.len()..span.end;
        let Some(known) = PARTS.into_iter().find(|known| known.eq_ignore_ascii_case(name)) else {
            return Err(unknown_part(name, name_span));
        };
        if self.seen.iter().any(|(seen, _)| *seen == known) {
            return Err(RuleError::new(name_span, format!("`{known}` is there twice")));
        }
        self.seen.push((known, span));
        let numbers = |most: i16, negative: bool| numbers(value, value_span.clone(), most, negative);
        let rule = &mut self.rule;
        match known {
            "FREQ" => self.frequency = Some(frequency(value, value_span)?),
            "UNTIL" => {
                // Dates have no hour: of an end with one, its day is the end.
                let day = value.split(['T', 't']).next().and_then(basic_date);
                let wrong = || {
                    RuleError::new(value_span, format!("`{value}` is not a date"))
                        .help("write it like `20301231`")
                };
                rule.until = Some(day.ok_or_else(wrong)?);
            }
            "COUNT" => rule.count = Some(positive(value, value_span)?),
            "INTERVAL" => rule.interval = positive(value, value_span)?,
            "BYMONTH" => rule.months = numbers(12, false)?,
            "BYWEEKNO" => rule.weeks = numbers(53, true)?,
            "BYYEARDAY" => rule.year_days = numbers(366, true)?,
            "BYMONTHDAY" => rule.month_days = numbers(31, true)?,
            "BYSETPOS" => rule.positions = numbers(366, true)?,
            "BYDAY" => rule.weekdays = weekdays(value, &value_span)?,
            _ => rule.week_start = weekday(value, value_span)?,
        }
        Ok(())
    }

    /// Checks what RFC 5545 forbids together.
    fn finish(self, whole: Range<usize>) -> Result<Recurrence, RuleError> {
        let Some(frequency) = self.frequency else {
            return Err(RuleError::new(whole, "`FREQ` is missing").help("how often: `FREQ=YEARLY`"));
        };
        let rule = Recurrence { frequency, ..self.rule };
        let span = |name: &str| {
            self.seen.iter().find(|(seen, _)| *seen == name).map_or(whole.clone(), |(_, span)| span.clone())
        };
        let forbidden = |name: &str, message: &str| Err(RuleError::new(span(name), message));
        let has_ordinals = rule.weekdays.iter().any(|(n, _)| *n != 0);
        let lists = [&rule.months, &rule.weeks, &rule.year_days, &rule.month_days];
        let yearly = frequency == Frequency::Yearly;
        if rule.count.is_some() && rule.until.is_some() {
            return forbidden("UNTIL", "`UNTIL` and `COUNT` cannot both end a recurrence");
        }
        if rule.until.is_some_and(|until| until < rule.start) {
            return forbidden("UNTIL", "the recurrence ends before it starts");
        }
        if !rule.weeks.is_empty() && !yearly {
            return forbidden("BYWEEKNO", "`BYWEEKNO` goes with `FREQ=YEARLY` only");
        }
        if !rule.year_days.is_empty() && !yearly {
            return forbidden("BYYEARDAY", "for dates, `BYYEARDAY` goes with `FREQ=YEARLY` only");
        }
        if !rule.month_days.is_empty() && frequency == Frequency::Weekly {
            return forbidden("BYMONTHDAY", "`BYMONTHDAY` does not go with `FREQ=WEEKLY`");
        }
        if has_ordinals && !(yearly || frequency == Frequency::Monthly) {
            return forbidden(
                "BYDAY",
                "numbers before weekdays go with `FREQ=YEARLY` and `FREQ=MONTHLY` only",
            );
        }
        if has_ordinals && !rule.weeks.is_empty() {
            return forbidden("BYDAY", "numbers before weekdays do not go with `BYWEEKNO`");
        }
        if !rule.positions.is_empty() && rule.weekdays.is_empty() && lists.iter().all(|list| list.is_empty())
        {
            return forbidden("BYSETPOS", "`BYSETPOS` needs another `BY...` to choose from");
        }
        Ok(rule.counted())
    }
}

fn unknown_part(name: &str, span: Range<usize>) -> RuleError {
    let upper = name.to_ascii_uppercase();
    if ["BYHOUR", "BYMINUTE", "BYSECOND"].contains(&upper.as_str()) {
        return RuleError::new(span, format!("`{name}` is about hours, and a rule gives dates"))
            .help("leave it out");
    }
    let error = RuleError::new(span, format!("unknown part `{name}`"));
    match nearest(&upper, PARTS) {
        Some(known) => error.help(format!("did you mean `{known}`?")),
        None => error.help(format!("one of `{}`", PARTS.join("`, `"))),
    }
}

fn frequency(value: &str, span: Range<usize>) -> Result<Frequency, RuleError> {
    let found = FREQUENCIES.iter().find(|(name, _)| name.eq_ignore_ascii_case(value));
    found.map(|(_, frequency)| *frequency).ok_or_else(|| {
        let error = RuleError::new(span, format!("`{value}` is not a frequency of dates"));
        error.help("one of `DAILY`, `WEEKLY`, `MONTHLY`, `YEARLY`")
    })
}

fn positive(value: &str, span: Range<usize>) -> Result<u32, RuleError> {
    let number = value.parse().ok().filter(|n| (1..=MOST).contains(n) && !value.starts_with('+'));
    let help = format!("a number from 1 to {MOST} belongs here");
    number.ok_or_else(|| RuleError::new(span, format!("`{value}` is not such a number")).help(help))
}

/// A list of numbers, in order and each once.
fn numbers(value: &str, span: Range<usize>, most: i16, negative: bool) -> Result<Vec<i16>, RuleError> {
    let mut list = Vec::new();
    for text in value.split(',').map(str::trim) {
        let number = text.parse::<i16>().ok().filter(|n| *n != 0 && n.abs() <= most && (negative || *n > 0));
        let Some(number) = number else {
            let below = if negative { format!(", or -1 to -{most}") } else { String::new() };
            let error = RuleError::new(span, format!("`{text}` is not such a number"));
            return Err(error.help(format!("numbers from 1 to {most}{below} belong here")));
        };
        list.push(number);
    }
    list.sort_unstable();
    list.dedup();
    Ok(list)
}

/// `2SU,-1MO,FR`
fn weekdays(value: &str, span: &Range<usize>) -> Result<Vec<(i16, Weekday)>, RuleError> {
    let mut list = Vec::new();
    for text in value.split(',').map(str::trim) {
        let letters = text.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(text.len());
        let (number, name) = text.split_at(letters);
        let weekday = weekday(name, span.clone())?;
        let n = match number {
            "" => 0,
            _ => numbers(number, span.clone(), 53, true)?.first().copied().unwrap_or(0),
        };
        list.push((n, weekday));
    }
    list.sort_unstable_by_key(|(n, weekday)| (weekday.num_days_from_monday(), *n));
    list.dedup();
    Ok(list)
}

fn weekday(value: &str, span: Range<usize>) -> Result<Weekday, RuleError> {
    let found = WEEKDAY_CODES.iter().find(|(name, _)| name.eq_ignore_ascii_case(value));
    found.map(|(_, weekday)| *weekday).ok_or_else(|| {
        let error = RuleError::new(span, format!("`{value}` is not a weekday of iCalendar"));
        error.help("one of `MO`, `TU`, `WE`, `TH`, `FR`, `SA`, `SU`")
    })
}
