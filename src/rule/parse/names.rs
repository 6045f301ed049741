//! Days with a name of their own: `Orthodox Easter`, `Whit Monday`, `Qingming`, `winter solstice (Korea)`, `Chinese New Year`.

use super::Parser;
use crate::rule::RuleError;
use crate::rule::anchor::Anchor;
use crate::rule::calendar_date::{CalendarDate, NamedDay};
use crate::rule::calendar_names::Named;
use crate::rule::calendars::{Calendar, Month};
use crate::rule::easter::{EasterDay, Feast, Rite};
use crate::rule::error_kind::RuleErrorKind;
use crate::rule::gregorian::Missing;
use crate::rule::lexer::{Key, Token, TokenKind};
use crate::rule::names::{LONGEST_NAME, NamedDate, named_date, starts_a_name};
use crate::rule::solar::{Meridian, SolarTerm};
use crate::rule::suggest::WantedName;
use crate::rule::words::Word;
use chrono::Weekday;

impl Parser<'_> {
    /// The day that these words name, in as many words as it has; the first is taken already.
    pub(super) fn named_date(&mut self, first: Token, mut key: Key) -> Option<NamedDate> {
        if !starts_a_name(key.as_bytes()) {
            return None;
        }
        let mut best = named_date(key.as_bytes()).map(|found| (found, first.end));
        let mut ahead = self.lexer;
        for _ in 1..LONGEST_NAME {
            let Ok(Token { kind: TokenKind::Word(next), end, .. }) = ahead.next() else { break };
            key = key.join(&next);
            best = named_date(key.as_bytes()).map(|found| (found, end)).or(best);
        }
        let (found, end) = best?;
        self.lexer.jump(end);
        Some(found)
    }

    pub(super) fn named_anchor(&mut self, found: NamedDate) -> Result<Anchor, RuleError> {
        match found {
            NamedDate::Feast(feast) => self.feast(feast),
            NamedDate::SolarTerm(term) => self.solar_term(term),
            NamedDate::NewYear(calendar) => {
                // A Tibetan leap month comes before its like, so that the year may begin with one.
                let month = if calendar == Calendar::Tibetan { Month::leap(1) } else { Month::new(1) };
                let date = NamedDay { named: Named { calendar, month, in_leap_years: false }, day: 1 };
                Ok(Anchor::Calendar(CalendarDate { date, missing: Missing::Usual }))
            }
        }
    }

    /// A feast; a weekday behind its name is an error with the phrase that means it.
    fn feast(&mut self, feast: Feast) -> Result<Anchor, RuleError> {
        let next = self.lexer.peek()?;
        let Some(Word::Weekday(weekday)) = self.meaning(next) else {
            return Ok(Anchor::Feast(feast));
        };
        match feast {
            Feast::Advent if weekday == Weekday::Sun => {
                self.lexer.jump(next.end);
                Ok(Anchor::Feast(feast))
            }
            Feast::Easter { day: EasterDay::EASTER, .. } => {
                let days = weekday.num_days_from_sunday();
                let plural = if days == 1 { "" } else { "s" };
                let write = format!("{days} day{plural} after {feast}");
                let text = self.text(next).to_owned();
                Err(RuleError::new(next.span(), RuleErrorKind::WeekdayOfFeast { text, write }))
            }
            _ => Err(self.unexpected(next, WantedName::End)),
        }
    }

    /// A day of the family of Easter, after its rite.
    pub(super) fn easter_of(&mut self, said: Token, rite: Rite) -> Result<Anchor, RuleError> {
        let first = self.lexer.next()?;
        let TokenKind::Word(key) = first.kind else {
            return Err(self.unexpected(first, WantedName::Easter));
        };
        match self.named_date(first, key) {
            Some(NamedDate::Feast(Feast::Easter { day, .. })) if day.is_of(rite) => {
                self.feast(Feast::Easter { rite, day })
            }
            Some(_) => {
                let end = self.lexer.rest().0;
                let name = self.lexer.text(first.start..end).to_owned();
                let rite = self.text(said).to_owned();
                Err(RuleError::new(said.start..end, RuleErrorKind::NoSuchFeast { name, rite }))
            }
            None if self.meaning(first).is_some() => Err(self.unexpected(first, WantedName::Easter)),
            None => Err(self.unknown_name(first, WantedName::Easter)),
        }
    }

    /// A term of the sun, and whose clock tells its day.
    fn solar_term(&mut self, term: SolarTerm) -> Result<Anchor, RuleError> {
        let open = self.lexer.peek()?;
        if !open.is('(') {
            return Ok(Anchor::SolarTerm(term));
        }
        self.lexer.next()?;
        let said = self.lexer.next()?;
        let found = Meridian::ALL.iter().find(|(_, name)| self.text(said).eq_ignore_ascii_case(name));
        let Some((meridian, _)) = found else {
            return Err(self.unexpected(said, WantedName::Meridian));
        };
        let close = self.lexer.next()?;
        if !close.is(')') {
            return Err(self.unexpected(close, WantedName::Parenthesis));
        }
        Ok(Anchor::SolarTerm(SolarTerm { meridian: *meridian, ..term }))
    }
}
