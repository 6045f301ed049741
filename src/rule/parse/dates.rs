//! Gregorian dates and feasts: `January 20`, `20 January`, `01-20`, `2026-05-01`, `Orthodox Easter`.

use super::{Parser, meaning};
use crate::rule::RuleError;
use crate::rule::anchor::Anchor;
use crate::rule::easter::Feast;
use crate::rule::gregorian::{LONGEST_MONTHS, Missing, MonthDay};
use crate::rule::lexer::{Token, TokenKind};
use crate::rule::suggest::WantedName;
use crate::rule::words::{MONTHS, Word, month_name};
use chrono::{NaiveDate, Weekday};
use std::ops::Range;

impl Parser<'_> {
    /// A feast, whose `Sunday` may be said or not.
    pub(super) fn feast(&mut self, feast: Feast) -> Result<Anchor, RuleError> {
        let next = self.lexer.peek()?;
        if let Some(Word::Weekday(weekday)) = meaning(next) {
            if feast == Feast::Qingming || weekday != Weekday::Sun {
                let error = RuleError::new(next.span(), format!("unexpected `{}`", self.text(next)));
                return Err(match weekday {
                    Weekday::Mon if feast != Feast::Qingming => error.help("write `1 day after Easter`"),
                    _ => error,
                });
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
            (TokenKind::End, _) => Err(RuleError::new(token.span(), "the day of the month is missing")),
            _ => Err(self.unexpected(token).help("the day of the month belongs here")),
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
            let message = "the date after `else` must be in every year";
            return Err(RuleError::new(token.start..end, message).help("write `else March 1` or `else skip`"));
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
        let help = "to move it by weekday, write `; if Sunday then Monday after`";
        Err(RuleError::new(token.span(), "`else` is never needed: every year has this date").help(help))
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
                return Err(RuleError::new(first.start..day.end, "this is not a month and a day"));
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
            _ => {
                let message = format!("`{}` is not a date", self.lexer.text(whole.clone()));
                let most = if month == 2 { " at most" } else { "" };
                let help = format!("{} has {longest} days{most}", month_name(month));
                Err(RuleError::new(whole, message).help(help))
            }
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
                let message = format!("`{}` is not a date", self.lexer.text(span.clone()));
                return Err(
                    RuleError::new(span, message).help("write the month first, `01-20`, or the whole date")
                );
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
        let text = self.lexer.text(span.clone());
        let not_a_date =
            |help: String| RuleError::new(span.clone(), format!("`{text}` is not a date")).help(help);
        if digits != 4 || year == 0 {
            return Err(not_a_date("a year has four digits, from 0001 to 9999".to_owned()));
        }
        if !(1..=12).contains(&month) {
            return Err(not_a_date("the month is from 01 to 12: year, month, day".to_owned()));
        }
        let date = i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
        let month = usize::try_from(month).expect("a month is small");
        date.map(|date| (date, span.clone())).ok_or_else(|| match (month, day) {
            (2, 29) => not_a_date(format!("{year} is a common year: its February has 28 days")),
            _ => not_a_date(format!("{} has {} days at most", MONTHS[month - 1], LONGEST_MONTHS[month - 1])),
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
