//! From a phrase to a rule; a mistake names the word, what was expected, and the nearest known word.

use super::{Form, Missing, Nth, Rite, Rule, RuleError, words};
use chrono::NaiveDate;
use std::ops::Range;
use std::str::FromStr;

/// The longest phrase that is looked at, in bytes.
const LONGEST: usize = 1000;

/// The largest offset, in days: a little over a century.
const LARGEST_OFFSET_DAYS: u32 = 40_000;

impl FromStr for Rule {
    type Err = RuleError;

    fn from_str(phrase: &str) -> Result<Self, RuleError> {
        let mut parser = Parser::new(phrase)?;
        let form = parser.form()?;
        parser.end()?;
        Ok(Self { form })
    }
}

/// A word of the phrase, and where it stands.
#[derive(Debug, Clone, Copy)]
struct Word<'p> {
    text: &'p str,
    start: usize,
}

impl Word<'_> {
    fn span(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    fn is_number(&self) -> bool {
        !self.text.is_empty() && self.text.bytes().all(|b| b.is_ascii_digit())
    }
}

struct Parser<'p> {
    phrase: &'p str,
    words: Vec<Word<'p>>,
    at: usize,
}

type Parsed<T> = Result<T, RuleError>;

fn error<T>(span: Range<usize>, message: impl Into<String>, help: Option<String>) -> Parsed<T> {
    Err(RuleError { span, message: message.into(), help })
}

impl<'p> Parser<'p> {
    fn new(phrase: &'p str) -> Parsed<Self> {
        if phrase.len() > LONGEST {
            return error(0..0, format!("a rule has at most {LONGEST} characters"), None);
        }
        let start_of = |word: &str| word.as_ptr() as usize - phrase.as_ptr() as usize;
        let words: Vec<_> =
            phrase.split_whitespace().map(|text| Word { text, start: start_of(text) }).collect();
        if words.is_empty() {
            return error(0..phrase.len(), "the rule is empty", Some("for example `January 20`".to_owned()));
        }
        Ok(Self { phrase, words, at: 0 })
    }

    fn peek(&self, ahead: usize) -> Option<Word<'p>> {
        self.words.get(self.at + ahead).copied()
    }

    /// The next word, or an error that says what was expected at the end.
    fn next(&mut self, expected: &str) -> Parsed<Word<'p>> {
        let Some(word) = self.peek(0) else {
            let end = self.phrase.trim_end().len();
            return error(end..end, format!("the rule ends too soon: expected {expected}"), None);
        };
        self.at += 1;
        Ok(word)
    }

    fn skip(&mut self, word: &str) -> bool {
        let found = self.peek(0).is_some_and(|next| next.is(word));
        self.at += usize::from(found);
        found
    }

    fn end(&self) -> Parsed<()> {
        match self.peek(0) {
            None => Ok(()),
            Some(word) => error(
                word.start..self.phrase.trim_end().len(),
                "the rule goes on after its end",
                help(word.text),
            ),
        }
    }

    fn form(&mut self) -> Parsed<Form> {
        self.skip("the");
        let is_unit = |word: Word<'_>| ["day", "days", "week", "weeks"].iter().any(|unit| word.is(unit));
        let is_count = |word: Word<'_>| words::count(word.text).is_some();
        match (self.peek(0), self.peek(1)) {
            (Some(count), Some(unit)) if is_count(count) && is_unit(unit) => self.offset(),
            _ => self.date(),
        }
    }

    fn offset(&mut self) -> Parsed<Form> {
        let (first, unit) = (self.next("a number")?, self.next("`days` or `weeks`")?);
        let count = words::count(first.text).unwrap_or(u32::MAX);
        let factor = if unit.text.to_ascii_lowercase().starts_with("week") { 7 } else { 1 };
        let days = count.checked_mul(factor).filter(|days| *days <= LARGEST_OFFSET_DAYS);
        let Some(days) = days.and_then(|days| i32::try_from(days).ok()) else {
            return error(
                first.span(),
                format!("`{}` is too far away: {LARGEST_OFFSET_DAYS} days at most", first.text),
                None,
            );
        };
        let direction = self.next("`before` or `after`")?;
        let days = match () {
            () if direction.is("after") => days,
            () if direction.is("before") => -days,
            () => return unknown(direction, "`before` or `after`"),
        };
        Ok(Form::Offset { days, from: Box::new(self.form()?) })
    }

    fn date(&mut self) -> Parsed<Form> {
        let first = self.next("a date")?;
        if first.is("Easter") {
            return Ok(Form::Easter(Rite::Western));
        }
        if first.is("Orthodox") || first.is("Western") {
            let easter = self.next("`Easter`")?;
            if !easter.is("Easter") {
                return unknown(easter, "`Easter`");
            }
            return Ok(Form::Easter(if first.is("Orthodox") { Rite::Orthodox } else { Rite::Western }));
        }
        if let Some(month) = words::month(first.text) {
            let day = self.next("a day of the month")?;
            return self.fixed(month, first, day, day);
        }
        if first.text.contains('-') && first.text.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
            return self.digits(first);
        }
        if let Some(month) =
            first.is_number().then(|| self.peek(0).and_then(|word| words::month(word.text))).flatten()
        {
            let name = self.next("a month")?;
            return self.fixed(month, first, first, name);
        }
        let is_weekday = self.peek(0).is_some_and(|word| words::weekday(word.text).is_some());
        let nth = if first.is("last") { Some(Nth::Last) } else { words::ordinal(first.text).map(Nth::Of) };
        match nth {
            Some(nth) => self.nth(first, nth),
            None if is_weekday => unknown(first, "an ordinal like `second` or `last`"),
            None if first.is_number() => match self.peek(0) {
                Some(word) => unknown(word, "a month, `days` or `weeks`"),
                None => error(
                    first.span(),
                    format!("`{}` alone is not a date", first.text),
                    Some("for example `20 January`".to_owned()),
                ),
            },
            None => unknown(first, "a date like `January 20`, `last Monday of May` or `Easter`"),
        }
    }

    /// A month and a day of it, in either order.
    fn fixed(&mut self, month: u32, first: Word<'_>, day: Word<'_>, last: Word<'_>) -> Parsed<Form> {
        let Some(number) = day.is_number().then(|| day.text.parse::<u32>().ok()).flatten() else {
            return unknown(day, "a day of the month");
        };
        let whole = first.start.min(day.start)..last.span().end.max(day.span().end);
        check_day(month, number, whole)?;
        let missing = self.missing()?;
        Ok(Form::Fixed { month, day: number, missing })
    }

    /// `01-20`, or `2026-05-01`, which comes once.
    fn digits(&mut self, word: Word<'_>) -> Parsed<Form> {
        let parts: Vec<Option<u32>> = word.text.split('-').map(|part| part.parse().ok()).collect();
        let wrong = || {
            error(
                word.span(),
                format!("`{}` is not a date", word.text),
                Some("write it like `01-20` or `2026-05-01`".to_owned()),
            )
        };
        match (parts.as_slice(), word.text.len()) {
            ([Some(month), Some(day)], 5) if (1..=12).contains(month) => {
                check_day(*month, *day, word.span())?;
                let missing = self.missing()?;
                Ok(Form::Fixed { month: *month, day: *day, missing })
            }
            ([Some(year), Some(month), Some(day)], 10) => {
                let date = i32::try_from(*year).ok().filter(|year| *year > 0);
                match date.and_then(|year| NaiveDate::from_ymd_opt(year, *month, *day)) {
                    Some(date) => Ok(Form::Once(date)),
                    None if *month == 2 && *day == 29 => error(
                        word.span(),
                        format!("`{}` is not a date: {year} is a common year", word.text),
                        None,
                    ),
                    None => wrong(),
                }
            }
            _ => wrong(),
        }
    }

    /// `else March 1`, `else skip`, or nothing.
    fn missing(&mut self) -> Parsed<Missing> {
        if !self.skip("else") {
            return Ok(Missing::LastDay);
        }
        if self.skip("skip") {
            return Ok(Missing::Skip);
        }
        let before = self.peek(0);
        match self.date()? {
            Form::Fixed { month, day, .. } if (month, day) != (2, 29) => Ok(Missing::Date { month, day }),
            _ => error(
                before.map_or(0..0, |word| word.span()),
                "after `else` comes a month and day, or `skip`",
                None,
            ),
        }
    }

    /// `second Sunday of November`.
    fn nth(&mut self, first: Word<'_>, nth: Nth) -> Parsed<Form> {
        if let Nth::Of(number) = nth
            && !(1..=5).contains(&number)
        {
            let message = format!("no month has a `{}` weekday: five are the most", first.text);
            return error(first.span(), message, Some("`last` is the last one".to_owned()));
        }
        let word = self.next("a weekday")?;
        let Some(weekday) = words::weekday(word.text) else { return unknown(word, "a weekday") };
        let of = self.next("`of` and a month")?;
        if !of.is("of") {
            return unknown(of, "`of` and a month");
        }
        let word = self.next("a month")?;
        let Some(month) = words::month(word.text) else { return unknown(word, "a month") };
        Ok(Form::Nth { nth, weekday, month })
    }
}

/// Refuses a day that its month has in no year.
fn check_day(month: u32, day: u32, span: Range<usize>) -> Parsed<()> {
    // 2000 was a leap year.
    if NaiveDate::from_ymd_opt(2000, month, day).is_some() {
        return Ok(());
    }
    let longest =
        (28..=31).rev().find(|day| NaiveDate::from_ymd_opt(2000, month, *day).is_some()).unwrap_or(31);
    let name = words::MONTHS.get(month as usize - 1).copied().unwrap_or_default();
    error(span, format!("`{name} {day}` is not a date"), Some(format!("{name} has {longest} days at most")))
}

fn unknown<T>(word: Word<'_>, expected: &str) -> Parsed<T> {
    match help(word.text) {
        Some(help) => error(word.span(), format!("unknown word `{}`", word.text), Some(help)),
        None => error(word.span(), format!("expected {expected}, found `{}`", word.text), None),
    }
}

/// The nearest known word, unless the word itself is known.
fn help(word: &str) -> Option<String> {
    if word.len() < 3 || words::all().any(|known| known.eq_ignore_ascii_case(word)) {
        return None;
    }
    let lower = word.to_lowercase();
    let scored = words::all().map(|known| (strsim::jaro_winkler(&lower, &known.to_lowercase()), known));
    let (score, near) = scored.max_by(|(a, _), (b, _)| a.total_cmp(b))?;
    (score > 0.8).then(|| format!("did you mean `{near}`?"))
}
