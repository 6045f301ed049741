//! Dates in digits: `01-20`, `2026-05-01`, `15.10.`, `15.10.1990`; and why `12/03` is refused.

use super::{Parser, parse_in};
use crate::rule::RuleError;
use crate::rule::anchor::Anchor;
use crate::rule::error_kind::{RuleErrorKind, WhyNoDate};
use crate::rule::gregorian::LONGEST_MONTHS;
use crate::rule::lexer::{Token, TokenKind};
use crate::rule::suggest::WantedName;
use crate::rule::words::month_name;
use chrono::NaiveDate;
use std::ops::Range;

impl Parser<'_> {
    /// `01-20` or `2026-05-01`, from its first hyphen on.
    pub(super) fn numeric_date(&mut self, first: Token) -> Result<Anchor, RuleError> {
        let TokenKind::Number { value, digits, .. } = first.kind else {
            return Err(self.unexpected(first, WantedName::WholeDate));
        };
        let second = self.part_of_date('-')?;
        let hyphen = self.lexer.peek()?;
        if !hyphen.is('-') {
            let span = first.start..second.1.end;
            let month = u8::try_from(value).ok().filter(|month| (1..=12).contains(month));
            let Some(month) = month.filter(|_| digits <= 2) else {
                let other =
                    day_of(second.0, value).map(|(month, day)| format!("{} {day}", month_name(month)));
                let Some(other) = other.filter(|_| digits <= 2) else {
                    return Err(self.not_a_date(span, WhyNoDate::MonthFirst));
                };
                let kind = RuleErrorKind::TwoReadings { sign: '-', readings: vec![other], lunar: None };
                return Err(RuleError::new(span, kind));
            };
            return self.fixed(month, (second.0, second.1.span()), span);
        }
        self.lexer.jump(first.start);
        let (date, _) = self.whole_date()?;
        Ok(Anchor::Once(date))
    }

    /// `12-03-1990` or `12/03/1990`, from its first sign on: an error with each reading that it can have.
    fn two_readings(&mut self, first: Token, sign: char) -> RuleError {
        let TokenKind::Number { value: one, .. } = first.kind else {
            return self.unexpected(first, WantedName::WholeDate);
        };
        let (two, mut last) = match self.part_of_date(sign) {
            Ok(part) => part,
            Err(error) => return error,
        };
        let mut year = String::new();
        if self.lexer.peek().is_ok_and(|next| next.is(sign)) {
            match self.lexer.next().and_then(|_| self.lexer.next()) {
                Ok(token) => last = token,
                Err(error) => return error,
            }
            if !matches!(last.kind, TokenKind::Number { digits: 4, value: 1.., .. }) {
                return self.not_a_date(first.start..last.end, WhyNoDate::YearDigits);
            }
            year = format!(", {}", self.text(last));
        }
        let reading = |month: u32, day: u32| {
            let (month, day) = day_of(month, day)?;
            let date = format!("{} {day}{year}", month_name(month));
            // February 29 is not in every year.
            parse_in(&date, &[]).is_ok().then_some(date)
        };
        let mut readings: Vec<String> =
            [reading(one, two), reading(two, one)].into_iter().flatten().collect();
        readings.dedup();
        let span = first.start..last.end;
        if readings.is_empty() {
            return self.not_a_date(span, WhyNoDate::Malformed);
        }
        // Of a month and a day, the lunar calendars write the month first.
        let lunar = (year.is_empty() && (1..=12).contains(&one) && (1..=30).contains(&two))
            .then(|| format!("Chinese {one}/{two}"));
        RuleError::new(span, RuleErrorKind::TwoReadings { sign, readings, lunar })
    }

    /// `15.10.` or `15.10.1990`, from its first full stop on; the day stands first.
    pub(super) fn dotted_date(&mut self, first: Token) -> Result<Anchor, RuleError> {
        let TokenKind::Number { value: day, digits, .. } = first.kind else {
            return Err(self.unexpected(first, WantedName::WholeDate));
        };
        if digits == 4 {
            self.lexer.jump(first.start);
            return self.whole_date().map(|(date, _)| Anchor::Once(date));
        }
        let (month, second) = self.part_of_date('.')?;
        let dot = self.lexer.peek()?;
        let mut end = second.end;
        if dot.is('.') {
            self.lexer.jump(dot.end);
            end = dot.end;
            if let TokenKind::Number { .. } = self.lexer.peek()?.kind {
                self.lexer.jump(first.start);
                return self.whole_date().map(|(date, _)| Anchor::Once(date));
            }
        }
        let span = first.start..end;
        if let Some(month) = u8::try_from(month).ok().filter(|month| (1..=12).contains(month)) {
            return self.fixed(month, (day, first.span()), span);
        }
        let other = day_of(day, month).map(|(month, day)| (day, month));
        Err(self.not_a_date(span, WhyNoDate::DayFirst(other)))
    }

    /// `12/03`: an error with each reading that it can have.
    pub(super) fn slashed_date(&mut self, first: Token) -> Result<Anchor, RuleError> {
        if let TokenKind::Number { digits: 4, .. } = first.kind {
            self.lexer.jump(first.start);
            return self.whole_date().map(|(date, _)| Anchor::Once(date));
        }
        Err(self.two_readings(first, '/'))
    }

    /// A whole date and its place: `2026-05-01`, `15.10.1990`, `January 20, 1990`, `20 Jan 1990`.
    pub(super) fn whole_date(&mut self) -> Result<(NaiveDate, Range<usize>), RuleError> {
        let first = self.next_but_the()?;
        if let Some(month) = self.month_number(first) {
            let ((day, _), at) = self.day_of_month(|| format!("{} 1, 2015", month_name(month)))?;
            let Some((year, end)) = self.year_behind()? else {
                return Err(self.unexpected(at, WantedName::WholeDate));
            };
            return self.existing(year, u32::from(month), day, first.start..end);
        }
        let TokenKind::Number { value, digits, .. } = first.kind else {
            return Err(self.wrong(first, WantedName::WholeDate));
        };
        let sign = self.lexer.peek()?;
        let TokenKind::Sign(sign @ ('-' | '.' | '/')) = sign.kind else {
            return self.day_month_year(first, value);
        };
        if digits <= 2 && sign != '.' {
            return Err(self.two_readings(first, sign));
        }
        let (month, _) = self.part_of_date(sign)?;
        if digits <= 2 && sign == '.' {
            let dot = self.lexer.next()?;
            let last = if dot.is('.') { self.lexer.next()? } else { dot };
            let TokenKind::Number { value: year, digits, .. } = last.kind else {
                return Err(self.unexpected(last, WantedName::WholeDate));
            };
            let span = first.start..last.end;
            if digits != 4 {
                return Err(self.not_a_date(span, WhyNoDate::YearDigits));
            }
            return self.existing(year, month, value, span);
        }
        let (day, at) = self.part_of_date(sign)?;
        let span = first.start..at.end;
        if digits != 4 {
            return Err(self.not_a_date(span, WhyNoDate::YearDigits));
        }
        self.existing(value, month, day, span)
    }

    /// `20 Jan 1990`, from the month on.
    fn day_month_year(&mut self, first: Token, day: u32) -> Result<(NaiveDate, Range<usize>), RuleError> {
        let name = self.lexer.next()?;
        let Some(month) = self.month_number(name) else {
            return Err(self.wrong(name, WantedName::WholeDate));
        };
        match self.year_behind()? {
            Some((year, end)) => self.existing(year, u32::from(month), day, first.start..end),
            None => Err(self.unexpected(name, WantedName::WholeDate)),
        }
    }

    /// The year behind a month and a day: `, 1990` or `1990`; and where it ends.
    pub(super) fn year_behind(&mut self) -> Result<Option<(u32, usize)>, RuleError> {
        let mut ahead = self.lexer;
        let mut token = ahead.next()?;
        if token.is(',') {
            token = ahead.next()?;
        }
        Ok(match token.kind {
            TokenKind::Number { value, digits: 4, is_ordinal: false } => {
                // `January 20 2026-05-01` is no date with a year.
                let next = ahead.peek()?;
                if next.is('-') {
                    return Ok(None);
                }
                self.lexer.jump(token.end);
                Some((value, token.end))
            }
            _ => None,
        })
    }

    /// A date that exists.
    pub(super) fn existing(
        &self,
        year: u32,
        month: u32,
        day: u32,
        span: Range<usize>,
    ) -> Result<(NaiveDate, Range<usize>), RuleError> {
        let not_a_date = |why| Err(self.not_a_date(span.clone(), why));
        if !(1..=9999).contains(&year) {
            return not_a_date(WhyNoDate::YearDigits);
        }
        let Some(month) = u8::try_from(month).ok().filter(|month| (1..=12).contains(month)) else {
            return not_a_date(WhyNoDate::MonthNumber);
        };
        let date = i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month.into(), day));
        match date {
            Some(date) => Ok((date, span)),
            None if (month, day) == (2, 29) => not_a_date(WhyNoDate::CommonYear(year)),
            None => {
                let longest = LONGEST_MONTHS[usize::from(month) - 1];
                not_a_date(WhyNoDate::MonthLength { month, longest })
            }
        }
    }

    /// `-05` of a numeric date.
    fn part_of_date(&mut self, sign: char) -> Result<(u32, Token), RuleError> {
        let joint = self.lexer.next()?;
        let number = if joint.is(sign) { self.lexer.next()? } else { joint };
        match number.kind {
            TokenKind::Number { value, digits: 1 | 2, .. } if joint.is(sign) => Ok((value, number)),
            _ => Err(self.wrong(number, WantedName::WholeDate)),
        }
    }
}

/// A month and a day of it, if some year has that day.
fn day_of(month: u32, day: u32) -> Option<(u8, u8)> {
    let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
    let longest = LONGEST_MONTHS[usize::from(month) - 1];
    let day = u8::try_from(day).ok().filter(|day| (1..=longest).contains(day))?;
    Some((month, day))
}
