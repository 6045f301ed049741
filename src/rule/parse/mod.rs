//! Phrases to rules: a descent through the words, in which every mistake knows its place.

mod calendars;
mod dates;
mod names;
mod numeric;
mod recurrence;
mod steps;

use super::anchor::Anchor;
use super::calendars::Calendar;
use super::easter::Rite;
use super::error_kind::{RuleErrorKind, WhyNoDate};
use super::lexer::{Key, Lexer, Token, TokenKind};
use super::local_names::other_month;
use super::names::named_date;
use super::step::RuleStep;
use super::suggest::{WantedName, unknown};
use super::words::{Word, month_name, word};
use super::{Rule, RuleError};
use std::ops::Range;
use std::str::FromStr;

impl FromStr for Rule {
    type Err = RuleError;

    /// Reads a phrase; case, extra spaces, accents, hyphens and apostrophes do not matter.
    ///
    /// # Errors
    /// [`RuleError`] with the place of the mistake, also for dates that can never come (`February 30`) and for month
    /// names that two calendars share (`Tir`).
    fn from_str(phrase: &str) -> Result<Rule, RuleError> {
        parse_in(phrase, &[]).map_err(|error| error.or_said(phrase).tried_out(phrase))
    }
}

/// The rule of a phrase, in which a month of several calendars is the one that readers of these languages know by that name.
pub(super) fn parse_in(phrase: &str, languages: &[String]) -> Result<Rule, RuleError> {
    Parser::new(phrase, languages, Advice::Whole).rule()
}

/// The rule of a phrase with a word in it that may be advised.
pub(super) fn try_out(phrase: &str) -> Result<Rule, RuleError> {
    Parser::new(phrase, &[], Advice::OfWords).rule()
}

/// The rule of a phrase. Its error names no near words, for where nobody reads it.
pub(super) fn without_advice(phrase: &str) -> Result<Rule, RuleError> {
    Parser::new(phrase, &[], Advice::Nothing).rule()
}

/// How much is looked for that may be meant by a word that is not known: it takes its time to find.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Advice {
    /// The words near to it, and how far the phrase is a rule with each.
    Whole,
    /// The words near to it, while one of those of another word is tried out.
    OfWords,
    Nothing,
}

/// Where in the phrase we are, and the steps read so far, in reading order.
pub(super) struct Parser<'p> {
    pub(super) lexer: Lexer<'p>,
    steps: Vec<RuleStep>,
    /// The languages whose months go before those of other calendars.
    languages: &'p [String],
    advice: Advice,
    /// What can be read two ways, in a phrase that may be sound otherwise.
    doubt: Option<RuleError>,
}

impl<'p> Parser<'p> {
    fn new(phrase: &'p str, languages: &'p [String], advice: Advice) -> Self {
        Self { lexer: Lexer::new(phrase), steps: Vec::new(), languages, advice, doubt: None }
    }
}

impl Parser<'_> {
    /// The rule of the whole phrase.
    fn rule(mut self) -> Result<Rule, RuleError> {
        let anchor = loop {
            if let Some(anchor) = self.piece()? {
                break anchor;
            }
        };
        let moves = self.moves()?;
        self.end()?;
        if let Some(doubt) = self.doubt {
            return Err(doubt);
        }
        self.steps.reverse();
        Ok(Rule { anchor, steps: self.steps, moves, hijri_adjust: 0 })
    }

    /// One step, which is put with the others, or the anchor that ends them.
    fn piece(&mut self) -> Result<Option<Anchor>, RuleError> {
        let token = self.next_but_the()?;
        let key = match token.kind {
            TokenKind::Number { .. } => return self.after_number(token),
            TokenKind::Word(key) => key,
            TokenKind::End => {
                let kind = if self.steps.is_empty() { RuleErrorKind::NoRule } else { RuleErrorKind::NoDate };
                return Err(RuleError::new(token.span(), kind));
            }
            TokenKind::Sign(_) => return Err(self.wrong(token, WantedName::Start)),
        };
        let meaning = self.meaning(token);
        // `March equinox` has a month in its name, and `March 20`, which most phrases are like, is none of the names.
        let is_month_and_day = matches!(meaning, Some(Word::Month(_))) && self.lexer.is_before_a_digit();
        if !is_month_and_day && let Some(named) = self.named_date(token, key) {
            return self.named_anchor(named).map(Some);
        }
        match meaning {
            Some(Word::Nth(n)) => self.counted(token, u32::from(n)),
            Some(Word::Last) => self.last(token.start),
            Some(Word::Count(n)) => self.count(u32::from(n), token),
            Some(Word::Day | Word::Week | Word::Months | Word::Years) => {
                self.lexer.jump(token.start);
                self.count(1, token)
            }
            Some(Word::Weekday(weekday)) => self.weekday(token, weekday),
            Some(Word::Month(month)) => {
                let (day, at) = self.day_of_month(|| format!("{} 1", month_name(month)))?;
                self.fixed(month, day, token.start..at.end).map(Some)
            }
            Some(Word::Orthodox) => self.easter_of(token, Rite::Orthodox).map(Some),
            Some(Word::Western) => self.easter_of(token, Rite::Western).map(Some),
            Some(Word::Chinese) => self.lunar(Calendar::Chinese, token.start).map(Some),
            Some(Word::Korean) => self.lunar(Calendar::Korean, token.start).map(Some),
            Some(Word::Vietnamese) => self.lunar(Calendar::Vietnamese, token.start).map(Some),
            Some(Word::Tibetan) => self.lunar(Calendar::Tibetan, token.start).map(Some),
            Some(Word::Lunar) => self.lunar_anniversary(Calendar::Chinese).map(Some),
            Some(Word::Yahrzeit) => self.yahrzeit().map(Some),
            Some(Word::Rrule) => self.recurrence(token).map(Some),
            Some(_) => Err(self.unexpected(token, WantedName::Start)),
            None => {
                let month = self.named_month(token, WantedName::Start)?;
                let (day, _) = self.day_of_month(|| month.first_day())?;
                self.calendar_date(&month, day).map(Some)
            }
        }
    }

    /// `20 ...`: a day, a numeric date, a count of days, or an ordinal.
    fn after_number(&mut self, token: Token) -> Result<Option<Anchor>, RuleError> {
        let TokenKind::Number { value, .. } = token.kind else {
            unreachable!("the caller has seen a number")
        };
        let next = self.lexer.peek()?;
        if next.start == token.end {
            match next.kind {
                TokenKind::Sign('-') => return self.numeric_date(token).map(Some),
                TokenKind::Sign('.') => return self.dotted_date(token).map(Some),
                TokenKind::Sign('/') => return self.slashed_date(token).map(Some),
                _ => {}
            }
        }
        self.counted(token, value)
    }

    /// An ordinal or a number, and what it counts.
    fn counted(&mut self, token: Token, n: u32) -> Result<Option<Anchor>, RuleError> {
        let next = self.lexer.next()?;
        if !matches!(next.kind, TokenKind::Word(_)) {
            return Err(RuleError::new(token.span(), RuleErrorKind::NumberAlone));
        }
        match self.meaning(next) {
            Some(Word::Day) if is_ordinal(token) => self.nth_day(token, n),
            Some(Word::Day | Word::Week | Word::Months | Word::Years) => {
                self.lexer.jump(next.start);
                self.count(n, token)
            }
            Some(Word::Weekday(weekday)) => self.nth_weekday(token, n, weekday),
            Some(Word::Of) => {
                let month = self.next_but_the()?;
                self.month_after_day(token, n, month, WantedName::Month)
            }
            _ => self.month_after_day(token, n, next, WantedName::AfterOrdinal),
        }
    }

    /// `January` of `20 January`, or the month of another calendar.
    pub(super) fn month_after_day(
        &mut self,
        day: Token,
        n: u32,
        month: Token,
        wanted: WantedName,
    ) -> Result<Option<Anchor>, RuleError> {
        match self.meaning(month) {
            Some(Word::Month(number)) => self.fixed(number, (n, day.span()), day.start..month.end).map(Some),
            Some(_) => Err(self.unexpected(month, wanted)),
            None => {
                let month = self.named_month(month, wanted)?;
                self.calendar_date(&month, (n, day.span())).map(Some)
            }
        }
    }

    /// Nothing may be left.
    fn end(&mut self) -> Result<(), RuleError> {
        let token = self.lexer.next()?;
        match token.kind {
            TokenKind::End => Ok(()),
            _ if self.meaning(token) == Some(Word::If) => {
                let kind = RuleErrorKind::NoSemicolon(self.text(token).to_owned());
                Err(RuleError::new(token.span(), kind))
            }
            _ => Err(self.unexpected(token, WantedName::End)),
        }
    }

    /// The next piece that is not `the`, which may stand before anything.
    pub(super) fn next_but_the(&mut self) -> Result<Token, RuleError> {
        let token = self.lexer.next()?;
        match token.kind {
            TokenKind::Word(key) if key.as_bytes() == b"the" => self.lexer.next(),
            _ => Ok(token),
        }
    }

    pub(super) fn text(&self, token: Token) -> &str {
        self.lexer.text(token.span())
    }

    /// The error for a known piece in the place of another.
    pub(super) fn unexpected(&self, token: Token, wanted: WantedName) -> RuleError {
        let kind = match token.kind {
            TokenKind::End => RuleErrorKind::EndsEarly(wanted),
            _ => RuleErrorKind::Unexpected { text: self.text(token).to_owned(), wanted },
        };
        RuleError::new(token.span(), kind)
    }

    /// The error for a piece that is not what belongs in its place.
    pub(super) fn wrong(&self, token: Token, wanted: WantedName) -> RuleError {
        match token.kind {
            TokenKind::Word(key) if self.meaning(token).is_none() && named_date(key.as_bytes()).is_none() => {
                self.unknown(token.span(), &key, wanted)
            }
            _ => self.unexpected(token, wanted),
        }
    }

    /// The error for words that are not known.
    fn unknown(&self, span: Range<usize>, key: &Key, wanted: WantedName) -> RuleError {
        let text = self.lexer.text(span.clone());
        if self.advice == Advice::Nothing {
            let kind = RuleErrorKind::UnknownWord { text: text.to_owned(), near: Vec::new(), wanted };
            return RuleError::new(span, kind);
        }
        unknown(text, key, span, wanted)
    }

    /// The error for what looks like a date and is not one.
    pub(super) fn not_a_date(&self, span: Range<usize>, why: WhyNoDate) -> RuleError {
        let text = self.lexer.text(span.clone()).to_owned();
        RuleError::new(span, RuleErrorKind::NotADate { text, why })
    }

    /// What a piece means, if it is a word that phrases are made of.
    pub(super) fn meaning(&self, token: Token) -> Option<Word> {
        match token.kind {
            TokenKind::Word(key) => {
                other_month(key.as_bytes(), self.languages).or_else(|| word(key.as_bytes()))
            }
            _ => None,
        }
    }
}

/// `second`, `2nd`, but not `2`.
fn is_ordinal(token: Token) -> bool {
    match token.kind {
        TokenKind::Number { is_ordinal, .. } => is_ordinal,
        TokenKind::Word(key) => matches!(word(key.as_bytes()), Some(Word::Nth(_))),
        _ => false,
    }
}
