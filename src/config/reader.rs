//! Reading the values of one file: a wrong one becomes a mistake and is left out, and reading goes on.

use super::MOST_TOLD;
use super::document::{Document, End, Parsed, Table, Value, ValueKind, parse};
use super::fault::{Fault, KeyHint, found};
use super::mistake::Mistake;
use super::place::{Place, Written};
use super::value_fault::ValueFault;
use crate::rule::{Rule, SharedRules};
use crate::text::nearest;
use std::borrow::Cow;
use std::ops::{Range, RangeInclusive};
use std::sync::Arc;

/// Reads the values of one file and gathers its mistakes.
pub(super) struct Reader<'s> {
    file: &'s str,
    text: &'s str,
    /// The index of the file, the lowest layer first.
    index: usize,
    /// The first of its mistakes, at most [`MOST_TOLD`].
    mistakes: Vec<Mistake>,
    /// How many there are.
    count: usize,
    /// How many of them are faults of the syntax.
    of_syntax: usize,
    end: End,
    rules: SharedRules,
}

impl<'s> Reader<'s> {
    /// A reader of a file, and what of its text is TOML.
    pub(super) fn new(file: &'s str, text: &'s str, index: usize) -> (Self, Document<'s>) {
        let Parsed { document, faults, end } = parse(text, MOST_TOLD);
        let mut reader = Self { of_syntax: faults.len(), end, ..Self::of_sound(file, text, index) };
        for fault in faults {
            reader.tell(fault.span, Fault::Syntax(fault.message));
        }
        (reader, document)
    }

    /// A reader of a file that is TOML.
    pub(super) fn of_sound(file: &'s str, text: &'s str, index: usize) -> Self {
        Self {
            file,
            text,
            index,
            mistakes: Vec::new(),
            count: 0,
            of_syntax: 0,
            end: End::Whole,
            rules: SharedRules::default(),
        }
    }

    /// Its mistakes, and last that there are more where there are.
    ///
    /// Where the syntax is broken, only that is one: what else seems wrong may be no more than its echo.
    pub(super) fn finish(mut self) -> Vec<Mistake> {
        if self.of_syntax > 0 {
            self.mistakes.truncate(self.of_syntax);
            self.count = self.of_syntax;
        }
        if let End::TooManyValues(at) = self.end {
            let fault = Fault::TooManyValues(super::document::MOST_VALUES);
            self.mistakes.push(Mistake::in_text(self.file, self.text, at..at, fault));
        }
        let more = self.count.checked_sub(MOST_TOLD).filter(|more| *more > 0);
        if let (Some(more), Some(last)) =
            (more, self.mistakes.iter().max_by_key(|mistake| mistake.span.start))
        {
            let more = (self.end != End::TooManyFaults).then_some(more);
            self.mistakes.push(Mistake { fault: Fault::More(more), ..last.clone() });
        }
        self.mistakes
    }
}

impl Reader<'_> {
    /// Adds a mistake at `span`.
    pub(super) fn tell(&mut self, span: Range<usize>, fault: Fault) {
        self.count += 1;
        if self.count <= MOST_TOLD {
            self.mistakes.push(Mistake::in_text(self.file, self.text, span, fault));
        }
    }

    /// How many mistakes there are so far.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Whether more is wrong than is listed.
    pub(super) fn is_full(&self) -> bool {
        self.count > MOST_TOLD
    }

    /// Whether the syntax of the file is valid.
    pub(super) fn is_toml(&self) -> bool {
        self.of_syntax == 0
    }

    /// Whether the syntax is broken in the table whose header is at `header`.
    pub(super) fn is_broken(&self, header: &Range<usize>) -> bool {
        if self.is_toml() {
            return false;
        }
        if self.is_full() && self.mistakes.last().is_some_and(|last| last.span.start < header.start) {
            // What is not listed any more is not known either.
            return true;
        }
        let rest = self.text.get(header.end..).unwrap_or_default();
        let end = rest.find("\n[").map_or(self.text.len(), |next| header.end + next);
        self.mistakes.iter().any(|mistake| (header.start..=end).contains(&mistake.span.start))
    }

    /// The place of something in this file.
    pub(super) fn place(&self, span: &Range<usize>) -> Place {
        Place::new(self.index, span)
    }

    /// A value with its place.
    pub(super) fn written<T>(&self, value: Option<T>, at: Value<'_>) -> Option<Written<T>> {
        value.map(|value| Written { value, place: self.place(&at.span()) })
    }

    /// Adds that a key is not known, with the nearest that is.
    pub(super) fn unknown(
        &mut self,
        key: &str,
        span: Range<usize>,
        keys: &'static [&'static str],
        table: &'static str,
    ) {
        if self.is_full() {
            self.count += 1;
            return;
        }
        let hint = nearest(key, keys.iter().copied()).map_or(KeyHint::Known { table, keys }, KeyHint::Near);
        self.tell(span, Fault::UnknownKey { key: key.to_owned(), hint });
    }

    /// Adds that a value is of another type than its key has.
    pub(super) fn expected(&mut self, expected: &'static str, value: Value<'_>) {
        let found = found(value.kind());
        self.tell(value.span(), Fault::WrongType { expected, found, example: None });
    }

    /// A string.
    pub(super) fn string<'v>(&mut self, value: Value<'v>) -> Option<Cow<'v, str>> {
        let text = value.as_str();
        if text.is_none() {
            self.expected("a string", value);
        }
        text
    }

    /// A table.
    pub(super) fn table<'v>(&mut self, value: Value<'v>, what: &'static str) -> Option<Table<'v>> {
        let table = value.as_table();
        if table.is_none() {
            self.expected(what, value);
        }
        table
    }

    /// `true` or `false`.
    pub(super) fn flag(&mut self, value: Value<'_>) -> Option<bool> {
        let flag = value.as_bool();
        if flag.is_none() {
            self.expected("`true` or `false`", value);
        }
        flag
    }

    /// A whole number within `bounds`.
    pub(super) fn integer(&mut self, value: Value<'_>, bounds: RangeInclusive<i32>) -> Option<i32> {
        let Some(number) = value.as_integer() else {
            self.expected("an integer", value);
            return None;
        };
        let number = number.filter(|number| bounds.contains(number));
        if number.is_none() {
            let number = value.written().to_owned();
            let (least, most) = bounds.into_inner();
            self.tell(value.span(), Fault::OutOfBounds { number, least, most });
            return None;
        }
        number
    }

    /// A list of strings, each read by `read`; a single string is a list of one where `or_one` says so.
    pub(super) fn strings<T>(
        &mut self,
        value: Value<'_>,
        or_one: bool,
        mut read: impl FnMut(&mut Self, Cow<'_, str>, Value<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        if let Some((count, items)) = value.as_list() {
            let mut all = Vec::with_capacity(count);
            for item in items {
                let text = self.string(item)?;
                all.push(read(self, text, item)?);
            }
            return Some(all);
        }
        match value.kind() {
            ValueKind::String if or_one => {
                let text = self.string(value)?;
                Some(vec![read(self, text, value)?])
            }
            // An unquoted TOML date means the same as the quoted one.
            ValueKind::Date if or_one => Some(vec![read(self, Cow::Borrowed(value.written()), value)?]),
            _ => {
                let expected = if or_one { "a string or a list of strings" } else { "a list of strings" };
                self.expected(expected, value);
                None
            }
        }
    }

    /// A string that `parse` understands; what is wrong with it is a mistake at the value.
    pub(super) fn parsed<T>(
        &mut self,
        value: Value<'_>,
        parse: impl Fn(&str) -> Result<T, ValueFault>,
    ) -> Option<T> {
        let text = self.string(value)?;
        self.told(parse(&text), value.span())
    }

    /// The value, or its fault as a mistake at `span`.
    pub(super) fn told<T>(&mut self, result: Result<T, ValueFault>, span: Range<usize>) -> Option<T> {
        result.map_err(|fault| self.tell(span, Fault::Value(fault))).ok()
    }

    /// The rule that a phrase is, as the only one of a day.
    pub(super) fn rule(&mut self, phrase: &str, value: Value<'_>) -> Option<Arc<[Rule]>> {
        if self.is_full() {
            // What a word may mean takes its time to find.
            let sound = self.rules.of_sound(phrase);
            self.count += usize::from(sound.is_none());
            return sound;
        }
        match self.rules.of(phrase) {
            Ok(rule) => Some(rule),
            Err(error) => {
                let span = value.part(error.span.clone());
                self.tell(span, Fault::Rule(error));
                None
            }
        }
    }
}
