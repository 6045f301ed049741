//! `RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=2SU from 1946-11-10`: the parts of a recurrence, in a phrase and in a calendar.

use super::Parser;
use crate::rule::RuleError;
use crate::rule::anchor::Anchor;
use crate::rule::error_kind::{RuleErrorKind, WhyNoDate};
use crate::rule::lexer::{Token, TokenKind};
use crate::rule::recurrence::{FREQUENCIES, Frequency, Recurrence};
use crate::rule::recurrence_fault::{Conflict, RecurrenceFault};
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
            return Err(self.unexpected(colon, WantedName::Recurrence));
        }
        let (offset, rest) = self.lexer.rest();
        let Some((parts, from)) = split_at_from(rest) else {
            let span = name.start..offset + rest.trim_end().len();
            return Err(fault(span, RecurrenceFault::NoStart));
        };
        // Dates have no hour: of an end with one, its day is the end.
        let until = |value: &str| value.split(['T', 't']).next().and_then(basic_date);
        let mut read = Parts::new(&until, false);
        read.all(parts, offset)?;
        self.lexer.jump(offset + from);
        read.rule.start = self.start_date()?.0;
        let rule = read.finish(offset..offset + parts.trim_end().len())?;
        Ok(Anchor::Recurrence(Box::new(rule.counted())))
    }

    /// The date behind `from`: `1946-11-10`, or `19461110` as iCalendar writes it.
    fn start_date(&mut self) -> Result<(NaiveDate, Range<usize>), RuleError> {
        let token = self.lexer.peek()?;
        let TokenKind::Number { digits: 8, .. } = token.kind else {
            return self.whole_date();
        };
        self.lexer.jump(token.end);
        let date = basic_date(self.text(token));
        date.map(|date| (date, token.span()))
            .ok_or_else(|| self.not_a_date(token.span(), WhyNoDate::Malformed))
    }
}

impl Recurrence {
    /// The recurrence that the value of an RRULE in a calendar describes, from `start` on.
    ///
    /// `until` is the last date that a value of `UNTIL` allows. What programs note for themselves (`X-...`), and what says
    /// nothing about dates (one hour of the day, the Gregorian calendar), is passed over.
    pub(crate) fn of_calendar(
        value: &str,
        start: NaiveDate,
        until: &dyn Fn(&str) -> Option<NaiveDate>,
    ) -> Result<Recurrence, RuleError> {
        let mut read = Parts::new(until, true);
        read.all(value, 0)?;
        read.rule.start = start;
        read.finish(0..value.len())
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
struct Parts<'u> {
    /// The last date that a value of `UNTIL` allows.
    until: &'u dyn Fn(&str) -> Option<NaiveDate>,
    /// Whether what says nothing about dates is passed over.
    of_calendar: bool,
    frequency: Option<Frequency>,
    rule: Recurrence,
    seen: Vec<(&'static str, Range<usize>)>,
}

impl<'u> Parts<'u> {
    fn new(until: &'u dyn Fn(&str) -> Option<NaiveDate>, of_calendar: bool) -> Self {
        Parts { until, of_calendar, frequency: None, rule: Recurrence::unbounded(), seen: Vec::new() }
    }

    /// Every `NAME=VALUE` of a text that starts at `offset`.
    fn all(&mut self, parts: &str, offset: usize) -> Result<(), RuleError> {
        let mut at = offset;
        for part in parts.split(';') {
            // A semicolon at the end separates nothing.
            let start = at + (part.len() - part.trim_start().len());
            let end = start + part.trim().len();
            at += part.len() + 1;
            if !part.trim().is_empty() || self.seen.is_empty() {
                self.part(part.trim(), start..end)?;
            }
        }
        Ok(())
    }

    /// One `NAME=VALUE`.
    fn part(&mut self, part: &str, span: Range<usize>) -> Result<(), RuleError> {
        let Some((name, value)) = part.split_once('=') else {
            return Err(fault(span, RecurrenceFault::NotAPart(part.to_owned())));
        };
        let (name, value) = (name.trim(), value.trim());
        let name_span = span.start..span.start + name.len();
        let value_span = span.end - value.len()..span.end;
        let Some(known) = PARTS.into_iter().find(|known| known.eq_ignore_ascii_case(name)) else {
            return self.other_part(name, value, name_span);
        };
        if self.seen.iter().any(|(seen, _)| *seen == known) {
            return Err(fault(name_span, RecurrenceFault::Twice(known)));
        }
        self.seen.push((known, span));
        let numbers = |most: i16, negative: bool| numbers(value, value_span.clone(), most, negative);
        let rule = &mut self.rule;
        match known {
            "FREQ" => self.frequency = Some(frequency(value, value_span)?),
            "UNTIL" => {
                let wrong = || fault(value_span, RecurrenceFault::NotAnEnd(value.to_owned()));
                rule.until = Some((self.until)(value).ok_or_else(wrong)?);
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

    /// A part that no date hangs on, or an error.
    fn other_part(&self, name: &str, value: &str, span: Range<usize>) -> Result<(), RuleError> {
        let upper = name.to_ascii_uppercase();
        let kind = match upper.as_str() {
            "BYHOUR" | "BYMINUTE" | "BYSECOND" if !self.of_calendar => {
                RecurrenceFault::AboutHours(name.to_owned())
            }
            // Which hour of its dates an event has is not asked, as long as there is one.
            "BYHOUR" | "BYMINUTE" | "BYSECOND" if !value.contains(',') => return Ok(()),
            "BYHOUR" | "BYMINUTE" | "BYSECOND" => RecurrenceFault::SeveralHours(name.to_owned()),
            "RSCALE" if self.of_calendar && value.eq_ignore_ascii_case("GREGORIAN") => return Ok(()),
            "RSCALE" if self.of_calendar => RecurrenceFault::NotACalendar(value.to_owned()),
            "SKIP" if self.of_calendar && value.eq_ignore_ascii_case("OMIT") => return Ok(()),
            _ if self.of_calendar && upper.starts_with("X-") => return Ok(()),
            _ => {
                let near = nearest(&upper, PARTS);
                RecurrenceFault::UnknownPart { name: name.to_owned(), near, all: &PARTS }
            }
        };
        Err(fault(span, kind))
    }

    /// Checks what RFC 5545 forbids together.
    fn finish(self, whole: Range<usize>) -> Result<Recurrence, RuleError> {
        let Some(frequency) = self.frequency else {
            return Err(fault(whole, RecurrenceFault::NoFrequency));
        };
        let rule = Recurrence { frequency, ..self.rule };
        match conflict(&rule) {
            None => Ok(rule),
            Some((name, conflict)) => {
                let span = self.seen.iter().find(|(seen, _)| *seen == name).map(|(_, span)| span.clone());
                Err(fault(span.unwrap_or(whole), RecurrenceFault::Conflict(conflict)))
            }
        }
    }
}

/// The first part that does not go with the others.
fn conflict(rule: &Recurrence) -> Option<(&'static str, Conflict)> {
    let has_numbers = rule.weekdays.iter().any(|(n, _)| *n != 0);
    let lists = [&rule.months, &rule.weeks, &rule.year_days, &rule.month_days];
    let is_yearly = rule.frequency == Frequency::Yearly;
    let by_months = is_yearly || rule.frequency == Frequency::Monthly;
    let is_weekly = rule.frequency == Frequency::Weekly;
    let names_nothing = rule.weekdays.is_empty() && lists.iter().all(|list| list.is_empty());
    [
        (rule.count.is_some() && rule.until.is_some(), "UNTIL", Conflict::UntilAndCount),
        (rule.until.is_some_and(|until| until < rule.start), "UNTIL", Conflict::EndBeforeStart),
        (!rule.weeks.is_empty() && !is_yearly, "BYWEEKNO", Conflict::WeeksNotYearly),
        (!rule.year_days.is_empty() && !is_yearly, "BYYEARDAY", Conflict::YearDaysNotYearly),
        (!rule.month_days.is_empty() && is_weekly, "BYMONTHDAY", Conflict::MonthDaysWeekly),
        (has_numbers && !by_months, "BYDAY", Conflict::NumbersNotMonthly),
        (has_numbers && !rule.weeks.is_empty(), "BYDAY", Conflict::NumbersWithWeeks),
        (!rule.positions.is_empty() && names_nothing, "BYSETPOS", Conflict::PositionsAlone),
    ]
    .into_iter()
    .find_map(|(is_wrong, name, conflict)| is_wrong.then_some((name, conflict)))
}

fn fault(span: Range<usize>, fault: RecurrenceFault) -> RuleError {
    RuleError::new(span, RuleErrorKind::Recurrence(fault))
}

fn frequency(value: &str, span: Range<usize>) -> Result<Frequency, RuleError> {
    let found = FREQUENCIES.iter().find(|(name, _)| name.eq_ignore_ascii_case(value));
    found
        .map(|(_, frequency)| *frequency)
        .ok_or_else(|| fault(span, RecurrenceFault::NotAFrequency(value.to_owned())))
}

fn positive(value: &str, span: Range<usize>) -> Result<u32, RuleError> {
    let number = value.parse().ok().filter(|n| (1..=MOST).contains(n) && !value.starts_with('+'));
    let kind = || RecurrenceFault::NotANumber { text: value.to_owned(), most: MOST, negative: false };
    number.ok_or_else(|| fault(span, kind()))
}

/// A list of numbers, in order and each once.
fn numbers(value: &str, span: Range<usize>, most: i16, negative: bool) -> Result<Vec<i16>, RuleError> {
    let mut list = Vec::new();
    for text in value.split(',').map(str::trim) {
        let number = text.parse::<i16>().ok().filter(|n| *n != 0 && n.abs() <= most && (negative || *n > 0));
        let Some(number) = number else {
            let most = u32::from(most.unsigned_abs());
            return Err(fault(span, RecurrenceFault::NotANumber { text: text.to_owned(), most, negative }));
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
    found
        .map(|(_, weekday)| *weekday)
        .ok_or_else(|| fault(span, RecurrenceFault::NotAWeekday(value.to_owned())))
}
