//! Dates of other calendars, and the days of one family: `27 Nisan`, `Chinese leap 8/10`, `yahrzeit of 1949-11-22`.

use super::{Advice, Parser, parse_in};
use crate::rule::RuleError;
use crate::rule::anchor::Anchor;
use crate::rule::calendar_date::{CalendarDate, NamedDay, has_month};
use crate::rule::calendar_names::{Named, calendar, months, named};
use crate::rule::calendars::{Calendar, Civil, Month};
use crate::rule::elsewhere::bengali_elsewhere;
use crate::rule::error_kind::{RuleErrorKind, WhyNoDate};
use crate::rule::gregorian::{Missing, MonthDay};
use crate::rule::lexer::{Token, TokenKind};
use crate::rule::local_names::{LATEST_YEAR, gregorian_month};
use crate::rule::personal::Death;
use crate::rule::suggest::{Noun, WantedName, noun};
use crate::rule::words::{Word, month_name, word};
use crate::rule::years::gregorian_year_of;
use chrono::Datelike;
use std::ops::Range;

/// The most words that the name of a month has: `Dhu al Hijjah`, `Pi Kogi Enavot`.
const LONGEST_NAME: usize = 3;

/// The Hebrew year in which the Gregorian year 1 begins: a smaller number is a year of another calendar.
const FIRST_HEBREW_YEAR: i32 = 3761;

/// The months that a name can mean, and its place.
pub(super) struct Choices {
    pub(super) months: &'static [(&'static str, Named)],
    pub(super) span: Range<usize>,
}

impl Choices {
    /// The first day of the month, with its calendar where several have a month of this name.
    pub(super) fn first_day(&self) -> String {
        let [(_, first), others @ ..] = self.months else { return "27 Nisan".to_owned() };
        let is_only = others.iter().all(|(_, other)| other.calendar == first.calendar);
        let calendar = if is_only { String::new() } else { format!(" ({})", first.calendar.name()) };
        format!("1 {}{calendar}", first.name())
    }
}

impl Parser<'_> {
    /// The month whose name starts with this word, in as many words as it has; the word is taken already.
    ///
    /// The error says what was `wanted`, if no calendar has such a month.
    pub(super) fn named_month(&mut self, first: Token, wanted: WantedName) -> Result<Choices, RuleError> {
        let TokenKind::Word(mut key) = first.kind else {
            return Err(self.wrong(first, wanted));
        };
        let mut best = Choices { months: months(key.as_bytes()), span: first.span() };
        let mut ahead = self.lexer;
        for _ in 1..LONGEST_NAME {
            let Ok(Token { kind: TokenKind::Word(next), end, .. }) = ahead.next() else { break };
            key = key.join(&next);
            let longer = months(key.as_bytes());
            if !longer.is_empty() {
                best = Choices { months: longer, span: first.start..end };
            }
        }
        if !best.months.is_empty() {
            self.lexer.jump(best.span.end);
            return Ok(best);
        }
        Err(self.unknown_name(first, wanted))
    }

    /// The error for a name that is not known: of the longest run of words that is nearly one, or of the first word.
    pub(super) fn unknown_name(&self, first: Token, wanted: WantedName) -> RuleError {
        let TokenKind::Word(mut key) = first.kind else { return self.wrong(first, wanted) };
        let mut ahead = self.lexer;
        ahead.jump(first.end);
        let mut errors = vec![self.unknown(first.span(), &key, wanted)];
        while errors.len() < LONGEST_NAME {
            let Ok(token @ Token { kind: TokenKind::Word(next), end, .. }) = ahead.next() else { break };
            // `of` and its like are in no name.
            if !matches!(self.meaning(token), None | Some(Word::Weekday(_) | Word::Nth(_))) {
                break;
            }
            key = key.join(&next);
            let span = first.start..end;
            errors.push(self.unknown(span, &key, wanted));
        }
        if self.advice == Advice::Whole {
            errors = errors.into_iter().map(|error| error.tried_out(self.lexer.phrase())).collect();
        }
        let rank = |error: &RuleError| match &error.kind {
            RuleErrorKind::UnknownWord { near, .. } if near.is_empty() => 2,
            RuleErrorKind::UnknownWord { near, wanted, .. } => u8::from(noun(near, *wanted) == Noun::Word),
            _ => 0,
        };
        let best = errors.iter().rev().min_by_key(|error| rank(error)).filter(|error| rank(error) < 2);
        best.or(errors.first()).cloned().unwrap_or_else(|| self.wrong(first, wanted))
    }

    /// A day of a month that another calendar has, with its suffix and its `else`.
    pub(super) fn calendar_date(
        &mut self,
        choices: &Choices,
        (day, day_at): (u32, Range<usize>),
    ) -> Result<Anchor, RuleError> {
        let whole = day_at.start.min(choices.span.start)..day_at.end.max(choices.span.end);
        let date = self.named_day(choices, day, whole.clone(), None)?;
        if let Some((year, end)) = self.year_behind()? {
            let yearly = date.to_string();
            let is_hebrew = date.named.calendar == Calendar::Hebrew;
            let is_possible = i32::try_from(year).is_ok_and(|year| year >= FIRST_HEBREW_YEAR);
            let other = if is_hebrew && is_possible {
                let yahrzeit = format!("yahrzeit of {}", self.lexer.text(whole.start..end).trim());
                parse_in(&yahrzeit, &[]).is_ok().then_some(yahrzeit)
            } else {
                let name = self.lexer.text(choices.span.clone());
                let is_of_our_time = i32::try_from(year).is_ok_and(|year| year <= LATEST_YEAR);
                let month = gregorian_month(name).filter(|_| is_of_our_time);
                month.map(|month| format!("{} {day} {year}", month_name(month)))
            };
            let day = Anchor::Calendar(CalendarDate { date, missing: Missing::Usual });
            let event = i32::try_from(year).ok().and_then(|year| gregorian_year_of(&day, year));
            let kind = RuleErrorKind::YearOfDate { yearly, other, event };
            return Err(RuleError::new(whole.start..end, kind));
        }
        let missing = self.otherwise(date)?;
        Ok(Anchor::Calendar(CalendarDate { date, missing }))
    }

    /// The month that is meant, and a day that it can have. `like` is the calendar of a date that this one stands in for.
    fn named_day(
        &mut self,
        choices: &Choices,
        day: u32,
        whole: Range<usize>,
        like: Option<Calendar>,
    ) -> Result<NamedDay, RuleError> {
        let said = self.suffix()?;
        let named = self.choose(choices, &whole, said.or(like))?;
        match u8::try_from(day) {
            Ok(day) if (1..=named.longest()).contains(&day) => Ok(NamedDay { named, day }),
            _ => {
                let note = match named {
                    Named { calendar: Calendar::Hebrew, month: Month { number: 6, .. }, .. } => {
                        "; Adar I has 30"
                    }
                    Named { calendar: Calendar::Tabular, .. } => " in the tabular calendar",
                    _ => "",
                };
                let (name, longest) = (named.name(), named.longest());
                Err(self.not_a_date(whole, WhyNoDate::NamedMonthLength { name, longest, note }))
            }
        }
    }

    /// The calendar in parentheses, if there is one.
    pub(super) fn suffix(&mut self) -> Result<Option<Calendar>, RuleError> {
        let open = self.lexer.peek()?;
        if !open.is('(') {
            return Ok(None);
        }
        self.lexer.next()?;
        let first = self.lexer.next()?;
        let TokenKind::Word(mut key) = first.kind else {
            return Err(self.wrong(first, WantedName::Calendar));
        };
        let mut end = first.end;
        loop {
            let token = self.lexer.next()?;
            match token.kind {
                TokenKind::Word(next) => (key, end) = (key.join(&next), token.end),
                TokenKind::Sign(')') => break,
                _ => return Err(self.unexpected(token, WantedName::Parenthesis)),
            }
        }
        let span = first.start..end;
        calendar(key.as_bytes()).map(Some).ok_or_else(|| self.unknown(span, &key, WantedName::Calendar))
    }

    /// One of the months that a name can mean.
    pub(super) fn choose(
        &self,
        choices: &Choices,
        whole: &Range<usize>,
        said: Option<Calendar>,
    ) -> Result<Named, RuleError> {
        let name = self.lexer.text(choices.span.clone());
        let all = || choices.months.iter().map(|(_, named)| *named);
        match said {
            // The tabular calendar has the months of the Hijri calendar.
            Some(calendar @ (Calendar::UmmAlQura | Calendar::Tabular)) => all()
                .find(|named| named.calendar == Calendar::UmmAlQura)
                .map(|named| Named { calendar, ..named }),
            Some(Calendar::Bangladesh) => all().find_map(Named::of_bangladesh),
            Some(calendar) => all().find(|named| named.calendar == calendar),
            None if all().all(|named| named.calendar == Calendar::Bangladesh) => {
                let date = format!("{} (Bangladesh)", self.lexer.text(whole.clone()));
                let date = parse_in(&date, &[]).is_ok().then_some(date);
                let letters = choices.months.first().map_or(&[][..], |(letters, _)| letters.as_bytes());
                let others = bengali_elsewhere(letters);
                let kind = RuleErrorKind::BengaliMonth { name: name.to_owned(), date, others };
                return Err(RuleError::new(choices.span.clone(), kind));
            }
            // Tabular and Julian months are never found by their names alone.
            None if choices.months.len() == 1 => all().next(),
            None => {
                let date = self.lexer.text(whole.clone());
                let calendars: Vec<_> = all().map(|named| named.calendar.name()).collect();
                let ways = calendars.iter().map(|one| format!("{date} ({one})"));
                let ways = ways.filter(|way| parse_in(way, &[]).is_ok()).collect();
                let kind = RuleErrorKind::SharedMonth { name: name.to_owned(), ways, calendars };
                return Err(RuleError::new(choices.span.clone(), kind));
            }
        }
        .ok_or_else(|| {
            let calendars = all().map(|named| named.calendar.name()).collect();
            let said = said.map_or("", Calendar::name);
            let kind = RuleErrorKind::NotAMonthOf { name: name.to_owned(), said, calendars };
            RuleError::new(choices.span.clone(), kind)
        })
    }

    /// `else skip` or `else 1 Rabi al-Awwal`, for years without the date.
    pub(super) fn otherwise(&mut self, date: NamedDay) -> Result<Missing<NamedDay>, RuleError> {
        let token = self.lexer.peek()?;
        if self.meaning(token) != Some(Word::Else) {
            return Ok(Missing::Usual);
        }
        self.lexer.jump(token.end);
        if date.named.is_sure(date.day) {
            return self.needless_else(token).map(|()| Missing::Usual);
        }
        let first = self.next_but_the()?;
        if self.meaning(first) == Some(Word::Skip) {
            let Named { calendar, month, .. } = date.named;
            if month.leap && calendar.has_numbered_months() && !calendar.ever_has(month) {
                let (calendar, month, day) = (calendar.name(), month.number, date.day);
                let kind = RuleErrorKind::NoSuchLeapMonth { calendar, month, day };
                return Err(RuleError::new(token.start..first.end, kind));
            }
            return Ok(Missing::Skip);
        }
        let instead = self.instead(first, date.named.calendar)?;
        let span = first.start..self.lexer.rest().0;
        if instead.named.calendar != date.named.calendar {
            let kind = RuleErrorKind::ElseOfOtherCalendar(date.named.calendar.name());
            return Err(RuleError::new(span, kind));
        }
        if !instead.named.is_sure(instead.day) {
            let kind = RuleErrorKind::ElseNotInEveryYear { is_leap_day: false };
            return Err(RuleError::new(span, kind));
        }
        Ok(Missing::Instead(instead))
    }

    /// The date after `else`, of the calendar of the date before it.
    fn instead(&mut self, first: Token, like: Calendar) -> Result<NamedDay, RuleError> {
        if like == Calendar::Julian {
            self.lexer.jump(first.start);
            let MonthDay { month, day } = self.plain_month_day()?;
            self.suffix()?;
            return Ok(NamedDay { named: named(like, month), day });
        }
        if like.has_numbered_months() {
            let said = match self.meaning(first) {
                Some(Word::Chinese) => Some(Calendar::Chinese),
                Some(Word::Korean) => Some(Calendar::Korean),
                Some(Word::Vietnamese) => Some(Calendar::Vietnamese),
                Some(Word::Tibetan) => Some(Calendar::Tibetan),
                _ => None,
            };
            if let Some(calendar) = said {
                return self.numbered_day(calendar, first.start);
            }
            self.lexer.jump(first.start);
            return self.numbered_day(like, first.start);
        }
        if let TokenKind::Number { value, .. } = first.kind {
            let mut name = self.lexer.next()?;
            if self.meaning(name) == Some(Word::Of) {
                name = self.next_but_the()?;
            }
            let choices = self.named_month(name, WantedName::Month)?;
            let whole = first.start..choices.span.end;
            return self.named_day(&choices, value, whole, Some(like));
        }
        let choices = self.named_month(first, WantedName::Month)?;
        let ((day, _), at) = self.day_of_month(|| choices.first_day())?;
        let whole = choices.span.start..at.end;
        self.named_day(&choices, day, whole, Some(like))
    }

    /// `Chinese 7/15`, `Korean leap 8/10`, `Chinese lunar anniversary of 1995-10-04`, after the calendar's name.
    pub(super) fn lunar(&mut self, calendar: Calendar, start: usize) -> Result<Anchor, RuleError> {
        let next = self.lexer.peek()?;
        if self.meaning(next) == Some(Word::Lunar) {
            self.lexer.jump(next.end);
            return self.lunar_anniversary(calendar);
        }
        let date = self.numbered_day(calendar, start)?;
        let missing = self.otherwise(date)?;
        Ok(Anchor::Calendar(CalendarDate { date, missing }))
    }

    /// `leap 8/10`
    fn numbered_day(&mut self, calendar: Calendar, start: usize) -> Result<NamedDay, RuleError> {
        let mut token = self.lexer.next()?;
        let leap = self.meaning(token) == Some(Word::Leap);
        if leap {
            token = self.lexer.next()?;
        }
        let sign = self.lexer.next()?;
        let (TokenKind::Number { value: month, .. }, true) = (token.kind, sign.is('/') || sign.is('-'))
        else {
            let wrong = if matches!(token.kind, TokenKind::Number { .. }) { sign } else { token };
            return Err(self.unexpected(wrong, WantedName::LunarDate));
        };
        let last = self.lexer.next()?;
        let TokenKind::Number { value: day, .. } = last.kind else {
            return Err(self.unexpected(last, WantedName::LunarDate));
        };
        let span = start..last.end;
        let not_a_date = |why| Err(self.not_a_date(span.clone(), why));
        match (u8::try_from(month), u8::try_from(day)) {
            (Ok(number @ 1..=12), Ok(day @ 1..=30)) => {
                let month = Month { number, leap };
                Ok(NamedDay { named: Named { calendar, month, in_leap_years: false }, day })
            }
            (Ok(1..=12), _) => not_a_date(WhyNoDate::LunarMonthLength),
            _ => not_a_date(WhyNoDate::LunarMonthNumber),
        }
    }

    /// `anniversary of 1995-10-04`, and which calendar counts it.
    pub(super) fn lunar_anniversary(&mut self, calendar: Calendar) -> Result<Anchor, RuleError> {
        let token = self.lexer.next()?;
        if self.meaning(token) != Some(Word::Anniversary) {
            return Err(self.wrong(token, WantedName::Anniversary));
        }
        self.of(WantedName::Of)?;
        let (date, span) = self.whole_date()?;
        let at = self.lexer.peek()?;
        let calendar = match self.suffix()? {
            None => calendar,
            Some(calendar) if calendar.has_numbered_months() => calendar,
            Some(said) => {
                let span = at.start..self.lexer.rest().0;
                let (is_hebrew, date) = (said == Calendar::Hebrew, date.to_string());
                return Err(RuleError::new(span, RuleErrorKind::NotALunarCalendar { is_hebrew, date }));
            }
        };
        let day = date.num_days_from_ce();
        let known =
            calendar.check(&(day..=day)).map_err(|error| RuleError::new(span, RuleErrorKind::Unsound(error)));
        known.map(|()| Anchor::LunarAnniversary { calendar, date })
    }

    /// `yahrzeit of 1949-11-22`, `... after sunset`, `yahrzeit of 1 Kislev 5710`, after its first word.
    pub(super) fn yahrzeit(&mut self) -> Result<Anchor, RuleError> {
        self.of(WantedName::Of)?;
        if let Some(date) = self.hebrew_date()? {
            return Ok(Anchor::Yahrzeit(Death::Hebrew(date)));
        }
        let (date, _) = self.whole_date()?;
        let after = self.lexer.peek()?;
        if self.meaning(after) != Some(Word::After) {
            return Ok(Anchor::Yahrzeit(Death::ByDay(date)));
        }
        self.lexer.jump(after.end);
        let sunset = self.lexer.next()?;
        match self.meaning(sunset) {
            Some(Word::Sunset) => Ok(Anchor::Yahrzeit(Death::AfterSunset(date))),
            _ => Err(self.wrong(sunset, WantedName::Sunset)),
        }
    }

    /// `1 Kislev 5710` or `Kislev 1, 5710`, if that is what comes next.
    fn hebrew_date(&mut self) -> Result<Option<Civil>, RuleError> {
        let start = self.lexer;
        let first = self.next_but_the()?;
        let name = if let TokenKind::Number { .. } = first.kind { self.lexer.next()? } else { first };
        // Here a month is the Hebrew one, whatever else it is to readers of another language.
        let is_name = matches!(name.kind, TokenKind::Word(key) if word(key.as_bytes()).is_none());
        let Some(choices) = is_name.then(|| self.named_month(name, WantedName::Month)).transpose()? else {
            self.lexer = start;
            return Ok(None);
        };
        let named = self.choose(&choices, &choices.span, Some(Calendar::Hebrew))?;
        let day = match first.kind {
            TokenKind::Number { value, .. } => value,
            _ => self.day_of_month(|| format!("1 {}", named.name()))?.0.0,
        };
        let Some((year, end)) = self.year_behind()? else {
            let token = self.lexer.next()?;
            return Err(self.unexpected(token, WantedName::HebrewYear));
        };
        let (year, day) = (i32::try_from(year).unwrap_or(i32::MAX), u8::try_from(day).unwrap_or(u8::MAX));
        if year < FIRST_HEBREW_YEAR {
            return Err(self.not_a_date(first.start..end, WhyNoDate::HebrewYear));
        }
        let is_there = Calendar::Hebrew.day(year, named.month, day).is_some();
        if !is_there || (named.in_leap_years && !has_month(Calendar::Hebrew, year, Named::ADAR_I.month)) {
            let why = WhyNoDate::NotInYear { name: named.name(), year };
            return Err(self.not_a_date(first.start..end, why));
        }
        Ok(Some(Civil { year, month: named.month, day }))
    }

    pub(super) fn of(&mut self, wanted: WantedName) -> Result<(), RuleError> {
        let token = self.lexer.next()?;
        match self.meaning(token) {
            Some(Word::Of) => Ok(()),
            _ => Err(self.wrong(token, wanted)),
        }
    }
}
