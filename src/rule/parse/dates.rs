//! Gregorian dates and feasts: `January 20`, `20 January`, `01-20`, `2026-05-01`, `Orthodox Easter`.

use super::{Parser, meaning};
use crate::rule::RuleError;
use crate::rule::anchor::Anchor;
use crate::rule::easter::Feast;
use crate::rule::error_kind::{RuleErrorKind, WhyNoDate};
use crate::rule::gregorian::{LONGEST_MONTHS, Missing, MonthDay};
use crate::rule::lexer::{Token, TokenKind};
use crate::rule::suggest::WantedName;
use crate::rule::words::Word;
use chrono::{NaiveDate, Weekday};
use std::ops::Range;

impl Parser<'_> {
    /// A feast, whose `Sunday` may be said or not.
    pub(super) fn feast(&mut self, feast: Feast) -> Result<Anchor, RuleError> {
        let next = self.lexer.peek()?;
        if let Some(Word::Weekday(weekday)) = meaning(next) {
            if feast == Feast::Qingming || weekday != Weekday::Sun {
                let easter_monday = weekday == Weekday::Mon && feast != Feast::Qingming;
                let wanted = if easter_monday { WantedName::DayAfterEaster } else { WantedName::End };
                return Err(self.unexpected(next, wanted));
            }
            self.lexer.jump(next.end);
        }
        Ok(Anchor::Feast(feast))
    }

    /// The Easter of one rite, after the rite's name.
    pub(super) fn easter_of(&mut self, feast: Feast) -> Result<Anchor, RuleError> {
        let token = self.lexer.next()?;
        match meaning(token) {
            Some(Word::Feast(Feast::Easter)) => self.feast(feast),
            _ => Err(self.wrong(token, WantedName::Easter)),
        }
    }

    /// The day after the name of a month: `20`, `the 20th`, `first`.
    pub(super) fn day_of_month(&mut self) -> Result<((u32, Range<usize>), Token), RuleError> {
        let token = self.next_but_the()?;
        match (token.kind, meaning(token)) {
            (TokenKind::Number { value, .. }, _) => Ok(((value, token.span()), token)),
            (_, Some(Word::Nth(n))) => Ok(((u32::from(n), token.span()), token)),
            (TokenKind::End, _) => Err(RuleError::new(token.span(), RuleErrorKind::NoDayOfMonth)),
            _ => Err(self.unexpected(token, WantedName::DayOfMonth)),
        }
    }

    /// A month and a day of the Gregorian calendar, and the `else` that February 29 may have.
    pub(super) fn fixed(
        &mut self,
        month: u8,
        (day, _): (u32, Range<usize>),
        whole: Range<usize>,
    ) -> Result<Anchor, RuleError> {
        let date = self.month_day(month, day, whole)?;
        let next = self.lexer.peek()?;
        let says_else = meaning(next) == Some(Word::Else);
        if date != MonthDay::LEAP_DAY {
            if says_else {
                self.lexer.jump(next.end);
                self.needless_else(next)?;
            }
            return Ok(Anchor::Fixed(date));
        }
        if !says_else {
            return Ok(Anchor::LeapDay(Missing::Usual));
        }
        self.lexer.jump(next.end);
        let token = self.lexer.peek()?;
        if meaning(token) == Some(Word::Skip) {
            self.lexer.jump(token.end);
            return Ok(Anchor::LeapDay(Missing::Skip));
        }
        let instead = self.plain_month_day()?;
        let end = self.lexer.rest().0;
        if instead == MonthDay::LEAP_DAY {
            let kind = RuleErrorKind::ElseNotInEveryYear { is_leap_day: true };
            return Err(RuleError::new(token.start..end, kind));
        }
        let usual = MonthDay { month: 2, day: 28 };
        Ok(Anchor::LeapDay(if instead == usual { Missing::Usual } else { Missing::Instead(instead) }))
    }

    /// After `else` of a date that is in every year: `skip` says nothing new, another date would be forgotten.
    pub(super) fn needless_else(&mut self, token: Token) -> Result<(), RuleError> {
        let next = self.lexer.next()?;
        if meaning(next) == Some(Word::Skip) {
            return Ok(());
        }
        Err(RuleError::new(token.span(), RuleErrorKind::NeedlessElse))
    }

    /// `March 1`, `1 March` or `03-01`, and nothing else.
    pub(super) fn plain_month_day(&mut self) -> Result<MonthDay, RuleError> {
        let first = self.next_but_the()?;
        if let Some(Word::Month(month)) = meaning(first) {
            let ((day, _), at) = self.day_of_month()?;
            return self.month_day(month, day, first.start..at.end);
        }
        let TokenKind::Number { value, .. } = first.kind else {
            return Err(self.wrong(first, WantedName::Instead));
        };
        let mut next = self.lexer.next()?;
        if next.is('-') {
            let day = self.lexer.next()?;
            let (TokenKind::Number { value: day_value, .. }, Ok(month @ 1..=12)) =
                (day.kind, u8::try_from(value))
            else {
                return Err(self.not_a_date(first.start..day.end, WhyNoDate::Malformed));
            };
            return self.month_day(month, day_value, first.start..day.end);
        }
        if meaning(next) == Some(Word::Of) {
            next = self.next_but_the()?;
        }
        match meaning(next) {
            Some(Word::Month(month)) => self.month_day(month, value, first.start..next.end),
            _ => Err(self.wrong(next, WantedName::GregorianMonth)),
        }
    }

    /// A day that at least some years have.
    pub(super) fn month_day(&self, month: u8, day: u32, whole: Range<usize>) -> Result<MonthDay, RuleError> {
        let longest = LONGEST_MONTHS[usize::from(month) - 1];
        match u8::try_from(day) {
            Ok(day) if (1..=longest).contains(&day) => Ok(MonthDay { month, day }),
            _ => Err(self.not_a_date(whole, WhyNoDate::MonthLength { month, longest })),
        }
    }

    /// `01-20` or `2026-05-01`, from its first hyphen on.
    pub(super) fn numeric_date(
        &mut self,
        first: Token,
        value: u32,
        digits: usize,
    ) -> Result<Anchor, RuleError> {
        let second = self.part_of_date()?;
        let hyphen = self.lexer.peek()?;
        if !hyphen.is('-') {
            let span = first.start..second.1.end;
            let month = u8::try_from(value).ok().filter(|month| (1..=12).contains(month));
            let Some(month) = month.filter(|_| digits <= 2) else {
                return Err(self.not_a_date(span, WhyNoDate::MonthFirst));
            };
            return self.fixed(month, (second.0, second.1.span()), span);
        }
        self.lexer.jump(first.start);
        let (date, _) = self.whole_date()?;
        Ok(Anchor::Once(date))
    }

    /// A whole date, `2026-05-01`, and its place.
    pub(super) fn whole_date(&mut self) -> Result<(NaiveDate, Range<usize>), RuleError> {
        let first = self.lexer.next()?;
        let TokenKind::Number { value: year, digits } = first.kind else {
            return Err(self.wrong(first, WantedName::WholeDate));
        };
        let (month, _) = self.part_of_date()?;
        let (day, at) = self.part_of_date()?;
        let span = first.start..at.end;
        let not_a_date = |why| self.not_a_date(span.clone(), why);
        if digits != 4 || year == 0 {
            return Err(not_a_date(WhyNoDate::YearDigits));
        }
        let Some(month) = u8::try_from(month).ok().filter(|month| (1..=12).contains(month)) else {
            return Err(not_a_date(WhyNoDate::MonthNumber));
        };
        let date = i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month.into(), day));
        date.map(|date| (date, span.clone())).ok_or_else(|| {
            let longest = LONGEST_MONTHS[usize::from(month) - 1];
            let is_leap_day = (month, day) == (2, 29);
            not_a_date(if is_leap_day {
                WhyNoDate::CommonYear(year)
            } else {
                WhyNoDate::MonthLength { month, longest }
            })
        })
    }

    /// `-05` of a numeric date.
    pub(super) fn part_of_date(&mut self) -> Result<(u32, Token), RuleError> {
        let hyphen = self.lexer.next()?;
        let number = if hyphen.is('-') { self.lexer.next()? } else { hyphen };
        match number.kind {
            TokenKind::Number { value, digits: 1 | 2 } if hyphen.is('-') => Ok((value, number)),
            _ => Err(self.wrong(number, WantedName::WholeDate)),
        }
    }
}
