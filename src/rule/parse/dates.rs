//! Gregorian dates in words: `January 20`, `20 January`, `January 20, 1990`, `December 25 (Julian)`.

use super::Parser;
use crate::rule::RuleError;
use crate::rule::anchor::Anchor;
use crate::rule::calendar_date::{CalendarDate, NamedDay};
use crate::rule::calendar_names::named;
use crate::rule::calendars::Calendar;
use crate::rule::error_kind::{RuleErrorKind, WhyNoDate};
use crate::rule::gregorian::{LONGEST_MONTHS, Missing, MonthDay};
use crate::rule::lexer::{Token, TokenKind};
use crate::rule::suggest::WantedName;
use crate::rule::words::{Word, month_name};
use std::ops::Range;

impl Parser<'_> {
    /// The day after the name of a month: `20`, `the 20th`, `first`; `like` is a date of this month.
    pub(super) fn day_of_month(
        &mut self,
        like: impl FnOnce() -> String,
    ) -> Result<((u32, Range<usize>), Token), RuleError> {
        let token = self.next_but_the()?;
        match (token.kind, self.meaning(token)) {
            (TokenKind::Number { value, .. }, _) => Ok(((value, token.span()), token)),
            (_, Some(Word::Nth(n))) => Ok(((u32::from(n), token.span()), token)),
            (TokenKind::End, _) => Err(RuleError::new(token.span(), RuleErrorKind::NoDayOfMonth(like()))),
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
        if let Some((year, end)) = self.year_behind()? {
            let (date, _) = self.existing(year, u32::from(month), day, whole.start.min(end)..end)?;
            return Ok(Anchor::Once(date));
        }
        let date = self.month_day(month, day, whole.clone())?;
        self.gregorian_suffix()?;
        if let Some(calendar) = self.suffix()? {
            return self.of_other_calendar(calendar, date, whole);
        }
        let next = self.lexer.peek()?;
        let says_else = self.meaning(next) == Some(Word::Else);
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
        if self.meaning(token) == Some(Word::Skip) {
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

    /// `(Gregorian)`, which says nothing new behind one of its months.
    pub(super) fn gregorian_suffix(&mut self) -> Result<(), RuleError> {
        let mut ahead = self.lexer;
        if ahead.next()?.is('(')
            && matches!(ahead.next()?.kind, TokenKind::Word(key) if key.as_bytes() == b"gregorian")
            && ahead.next()?.is(')')
        {
            self.lexer = ahead;
        }
        Ok(())
    }

    /// `December 25 (Julian)`: the only other calendar that has these months.
    fn of_other_calendar(
        &mut self,
        calendar: Calendar,
        MonthDay { month, day }: MonthDay,
        whole: Range<usize>,
    ) -> Result<Anchor, RuleError> {
        if calendar != Calendar::Julian {
            let name = month_name(month).to_owned();
            let kind = RuleErrorKind::NotAMonthOf {
                name,
                said: calendar.name(),
                calendars: vec!["Gregorian", "Julian"],
            };
            return Err(RuleError::new(whole, kind));
        }
        let date = NamedDay { named: named(calendar, month), day };
        let missing = self.otherwise(date)?;
        Ok(Anchor::Calendar(CalendarDate { date, missing }))
    }

    /// The number of a Gregorian month.
    pub(super) fn month_number(&self, token: Token) -> Option<u8> {
        match self.meaning(token) {
            Some(Word::Month(month)) => Some(month),
            _ => None,
        }
    }

    /// After `else` of a date that is in every year: `skip` says nothing new, another date would be forgotten.
    pub(super) fn needless_else(&mut self, token: Token) -> Result<(), RuleError> {
        let next = self.lexer.next()?;
        if self.meaning(next) == Some(Word::Skip) {
            return Ok(());
        }
        Err(RuleError::new(token.span(), RuleErrorKind::NeedlessElse))
    }

    /// `March 1`, `1 March` or `03-01`, and nothing else.
    pub(super) fn plain_month_day(&mut self) -> Result<MonthDay, RuleError> {
        let first = self.next_but_the()?;
        if let Some(Word::Month(month)) = self.meaning(first) {
            let ((day, _), at) = self.day_of_month(|| format!("{} 1", month_name(month)))?;
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
        if self.meaning(next) == Some(Word::Of) {
            next = self.next_but_the()?;
        }
        match self.meaning(next) {
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
}
