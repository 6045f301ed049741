//! Steps and moves: `9 days after`, `second Sunday before`, `; if Friday then Thursday before`.

use super::Parser;
use crate::rule::RuleError;
use crate::rule::anchor::Anchor;
use crate::rule::calendar_date::NamedDay;
use crate::rule::calendar_names::named;
use crate::rule::calendars::Calendar;
use crate::rule::error_kind::RuleErrorKind;
use crate::rule::gregorian::Nth;
use crate::rule::lexer::{Token, TokenKind};
use crate::rule::step::{
    FARTHEST_WEEKDAY, MOST_DAYS, MOST_STEPS, Move, Relation, RuleStep, Side, Unit, Weekdays,
};
use crate::rule::suggest::WantedName;
use crate::rule::words::{Word, month_name, ordinal, weekday_name};
use chrono::Weekday;

impl Parser<'_> {
    /// `9 days after`, from its unit on.
    pub(super) fn count(&mut self, count: u32, token: Token) -> Result<Option<Anchor>, RuleError> {
        let step = self.count_step(count, token)?;
        self.step(step, token)
    }

    pub(super) fn count_step(&mut self, count: u32, token: Token) -> Result<RuleStep, RuleError> {
        let unit = self.lexer.next()?;
        let months = if self.meaning(unit) == Some(Word::Years) { 12 } else { 1 };
        let unit = match self.meaning(unit) {
            Some(Word::Day) => Unit::Day,
            Some(Word::Week) => Unit::Week,
            Some(Word::Months | Word::Years) => Unit::Month,
            _ => return Err(self.wrong(unit, WantedName::Unit)),
        };
        let side = self.lexer.next()?;
        let side = match self.meaning(side) {
            Some(Word::Before) => Side::Before,
            Some(Word::After | Word::From) => Side::After,
            _ => return Err(self.wrong(side, WantedName::Side)),
        };
        let most = unit.most() / months;
        if count > most {
            let text = self.text(token).to_owned();
            return Err(RuleError::new(token.span(), RuleErrorKind::TooFar { text, most }));
        }
        Ok(RuleStep::Count { count: count * months, unit, side })
    }

    /// `40th day from`, or `20th day of January`, from behind `day` on.
    ///
    /// `40th day after` is an error: some count the date itself, others do not.
    pub(super) fn nth_day(&mut self, token: Token, n: u32) -> Result<Option<Anchor>, RuleError> {
        let side = self.lexer.next()?;
        match self.meaning(side) {
            Some(Word::From | Word::After | Word::Before) if !(1..=MOST_DAYS).contains(&n) => {
                let text = self.text(token).to_owned();
                Err(RuleError::new(token.span(), RuleErrorKind::TooFar { text, most: MOST_DAYS }))
            }
            Some(Word::From) => self.step(RuleStep::NthDay { n }, token),
            Some(Word::Of) => {
                let month = self.next_but_the()?;
                self.month_after_day(token, n, month, WantedName::Month)
            }
            Some(word @ (Word::After | Word::Before)) => {
                let rest = self.lexer.rest().1.trim().to_owned();
                let kind = RuleErrorKind::WhichCount { n, is_after: word == Word::After, rest };
                // What else is wrong comes first, so that the advice is a rule.
                self.doubt = Some(RuleError::new(token.start..side.end, kind));
                self.step(RuleStep::NthDay { n }, token)
            }
            _ => Err(self.wrong(side, WantedName::FromOrOf)),
        }
    }

    /// `last day of February`, `last day of Safar`, from `of` on.
    fn last_day(&mut self, start: usize) -> Result<Option<Anchor>, RuleError> {
        self.of(WantedName::OfMonth)?;
        let token = self.next_but_the()?;
        if let Some(month) = self.month_number(token) {
            self.gregorian_suffix()?;
            return Ok(Some(match self.suffix()? {
                None => Anchor::LastDay(month),
                Some(Calendar::Julian) => Anchor::LastDayOf(named(Calendar::Julian, month)),
                Some(calendar) => {
                    let name = month_name(month).to_owned();
                    let calendars = vec!["Gregorian", "Julian"];
                    let kind = RuleErrorKind::NotAMonthOf { name, said: calendar.name(), calendars };
                    return Err(RuleError::new(token.span(), kind));
                }
            }));
        }
        if self.meaning(token).is_some() {
            return Err(self.unexpected(token, WantedName::Month));
        }
        let choices = self.named_month(token, WantedName::Month)?;
        let said = self.suffix()?;
        self.choose(&choices, &(start..choices.span.end), said).map(|named| Some(Anchor::LastDayOf(named)))
    }

    /// `last Monday of May`, `last Sunday before December 25`.
    pub(super) fn last(&mut self, start: usize) -> Result<Option<Anchor>, RuleError> {
        let next = self.lexer.next()?;
        if self.meaning(next) == Some(Word::Day) {
            return self.last_day(start);
        }
        let Some(Word::Weekday(weekday)) = self.meaning(next) else {
            return Err(self.wrong(next, WantedName::WeekdayOrDay));
        };
        let relation = self.lexer.peek()?;
        match self.meaning(relation) {
            Some(Word::Of) => {
                self.lexer.jump(relation.end);
                let month = self.month_of_weekday(weekday, Nth::Last)?;
                Ok(Some(Anchor::Weekday { nth: Nth::Last, weekday, month }))
            }
            _ => match self.relation()? {
                relation @ (Relation::Before | Relation::OnOrBefore) => {
                    self.step(RuleStep::Weekday { nth: 1, weekday, relation }, next)
                }
                _ => Err(RuleError::new(relation.span(), RuleErrorKind::LastOfWhat)),
            },
        }
    }

    /// `second Sunday of November`, `second Sunday before December 25`.
    pub(super) fn nth_weekday(
        &mut self,
        token: Token,
        n: u32,
        weekday: Weekday,
    ) -> Result<Option<Anchor>, RuleError> {
        let relation = self.lexer.peek()?;
        if self.meaning(relation) == Some(Word::Of) {
            self.lexer.jump(relation.end);
            let nth = u8::try_from(n).ok().filter(|n| (1..=5).contains(n)).ok_or_else(|| {
                let text = self.text(token).to_owned();
                RuleError::new(token.span(), RuleErrorKind::NoSuchWeekday { text, weekday })
            })?;
            let month = self.month_of_weekday(weekday, Nth::FromStart(nth))?;
            return Ok(Some(Anchor::Weekday { nth: Nth::FromStart(nth), weekday, month }));
        }
        let nth = u8::try_from(n).ok().filter(|n| (1..=FARTHEST_WEEKDAY).contains(n)).ok_or_else(|| {
            let text = self.text(token).to_owned();
            RuleError::new(token.span(), RuleErrorKind::NoPlaceToCountTo(text))
        })?;
        let relation_at = relation.span();
        let relation = self.relation()?;
        if relation == Relation::Nearest && nth != 1 {
            let kind = RuleErrorKind::NearestIsOne(self.text(token).to_owned());
            return Err(RuleError::new(relation_at, kind));
        }
        self.step(RuleStep::Weekday { nth, weekday, relation }, token)
    }

    /// The month after `second Sunday of`.
    pub(super) fn month_of_weekday(&mut self, weekday: Weekday, nth: Nth) -> Result<u8, RuleError> {
        let token = self.next_but_the()?;
        if let Some(Word::Month(month)) = self.meaning(token) {
            return Ok(month);
        }
        if self.meaning(token).is_none()
            && let Ok(month) = self.named_month(token, WantedName::GregorianMonth)
        {
            let name = self.lexer.text(month.span.clone()).to_owned();
            let day = weekday_name(weekday);
            let all = month.months.iter().map(|(_, named)| *named);
            let ways = all.filter_map(|named| match nth {
                Nth::FromStart(1) => Some(format!("{day} on or after {}", NamedDay { named, day: 1 })),
                Nth::FromStart(n @ 2..=4) => {
                    let nth = ordinal(n.into());
                    Some(format!("{nth} {day} on or after {}", NamedDay { named, day: 1 }))
                }
                Nth::Last => Some(format!("{day} on or before {}", Anchor::LastDayOf(named))),
                // A fifth weekday is not in every month.
                Nth::FromStart(_) => None,
            });
            let kind = RuleErrorKind::NotAGregorianMonth { name, ways: ways.collect() };
            return Err(RuleError::new(month.span, kind));
        }
        Err(self.wrong(token, WantedName::GregorianMonth))
    }

    /// `Sunday on or after July 16`.
    pub(super) fn weekday(&mut self, token: Token, weekday: Weekday) -> Result<Option<Anchor>, RuleError> {
        let next = self.lexer.peek()?;
        if self.meaning(next) == Some(Word::Of) {
            self.lexer.jump(next.end);
            // Of a month of another calendar it would be the first.
            let month = self.month_of_weekday(weekday, Nth::FromStart(5))?;
            return Err(RuleError::new(token.span(), RuleErrorKind::WhichWeekday { weekday, month }));
        }
        let relation = self.relation()?;
        self.step(RuleStep::Weekday { nth: 1, weekday, relation }, token)
    }

    /// `on or after`, `on or before`, `after`, `before`, `nearest`.
    pub(super) fn relation(&mut self) -> Result<Relation, RuleError> {
        let token = self.lexer.next()?;
        match self.meaning(token) {
            Some(Word::Before) => Ok(Relation::Before),
            Some(Word::After) => Ok(Relation::After),
            Some(Word::Nearest) => {
                let next = self.lexer.peek()?;
                if self.meaning(next) == Some(Word::To) {
                    self.lexer.jump(next.end);
                }
                Ok(Relation::Nearest)
            }
            Some(Word::On) => {
                let or = self.lexer.next()?;
                if self.meaning(or) != Some(Word::Or) {
                    return Err(self.wrong(or, WantedName::OrAfter));
                }
                let side = self.lexer.next()?;
                match self.meaning(side) {
                    Some(Word::Before) => Ok(Relation::OnOrBefore),
                    Some(Word::After) => Ok(Relation::OnOrAfter),
                    _ => Err(self.wrong(side, WantedName::Side)),
                }
            }
            _ => Err(self.wrong(token, WantedName::Relation)),
        }
    }

    /// Keeps a step; `token` is where it began.
    pub(super) fn step(&mut self, step: RuleStep, token: Token) -> Result<Option<Anchor>, RuleError> {
        if self.steps.len() == MOST_STEPS {
            return Err(RuleError::new(token.span(), RuleErrorKind::TooManySteps));
        }
        self.steps.push(step);
        Ok(None)
    }

    /// `; if Friday then Thursday before; if ...`
    pub(super) fn moves(&mut self) -> Result<Vec<Move>, RuleError> {
        let mut moves: Vec<Move> = Vec::new();
        while self.lexer.peek()?.is(';') {
            self.lexer.next()?;
            // A semicolon at the very end separates nothing.
            if self.lexer.peek()?.kind == TokenKind::End {
                break;
            }
            let when = self.condition(&moves)?;
            moves.push(Move { when, then: self.target()? });
        }
        Ok(moves)
    }

    /// `if Thursday or Friday then`
    pub(super) fn condition(&mut self, earlier: &[Move]) -> Result<Weekdays, RuleError> {
        let token = self.lexer.next()?;
        if self.meaning(token) != Some(Word::If) {
            return Err(self.wrong(token, WantedName::If));
        }
        let mut when = Weekdays::default();
        loop {
            let token = self.lexer.next()?;
            let Some(Word::Weekday(weekday)) = self.meaning(token) else {
                return Err(self.wrong(token, WantedName::Weekday));
            };
            if when.contains(weekday) || earlier.iter().any(|one| one.when.contains(weekday)) {
                let kind = RuleErrorKind::MovedAlready(self.text(token).to_owned());
                return Err(RuleError::new(token.span(), kind));
            }
            when.insert(weekday);
            let mut token = self.lexer.next()?;
            if token.is(',') {
                token = self.lexer.peek()?;
                match self.meaning(token) {
                    Some(Word::Weekday(_)) => continue,
                    _ => token = self.lexer.next()?,
                }
            }
            match self.meaning(token) {
                Some(Word::Or) => {}
                Some(Word::Then) => return Ok(when),
                _ => return Err(self.wrong(token, WantedName::Then)),
            }
        }
    }

    /// `Thursday before`, `next Monday`, `2 days after` or `skip`.
    pub(super) fn target(&mut self) -> Result<Option<RuleStep>, RuleError> {
        let token = self.next_but_the()?;
        let weekday = |nth, weekday, relation| Ok(Some(RuleStep::Weekday { nth, weekday, relation }));
        match (token.kind, self.meaning(token)) {
            (_, Some(Word::Skip)) => Ok(None),
            (_, Some(Word::Weekday(day))) => {
                let side = self.lexer.next()?;
                match self.meaning(side) {
                    Some(Word::Before) => weekday(1, day, Relation::Before),
                    Some(Word::After) => weekday(1, day, Relation::After),
                    _ => Err(self.wrong(side, WantedName::Side)),
                }
            }
            (_, Some(direction @ (Word::Next | Word::Previous))) => {
                let next = self.lexer.next()?;
                let Some(Word::Weekday(day)) = self.meaning(next) else {
                    return Err(self.wrong(next, WantedName::Weekday));
                };
                weekday(1, day, if direction == Word::Next { Relation::After } else { Relation::Before })
            }
            (_, Some(Word::Count(n))) => self.count_step(u32::from(n), token).map(Some),
            (_, Some(Word::Day | Word::Week)) => {
                self.lexer.jump(token.start);
                self.count_step(1, token).map(Some)
            }
            (TokenKind::Number { value, .. }, _) => self.count_step(value, token).map(Some),
            _ => Err(self.wrong(token, WantedName::Target)),
        }
    }
}
