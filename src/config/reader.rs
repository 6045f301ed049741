//! TOML with the place of every value kept, read key by key: the only file that names the parser's tree.
//!
//! A wrong value is told and left out; reading goes on, so that all mistakes of a file come at once.

use super::MOST_TOLD;
use super::mistake::{Mistake, Source};
use crate::text::nearest;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A table of a file.
pub(super) type Table<'i> = DeTable<'i>;

/// A value of a file, with its place.
pub(super) type Value<'i> = Spanned<DeValue<'i>>;

/// So much of a long file is looked at first: where that is full of faults, the rest is not read.
const FIRST_LOOK: usize = 64 * 1024;

/// Parses the file of a reader, telling each fault of its syntax. What could be read is given all the same.
pub(super) fn parse<'s>(reader: &mut Reader<'s>) -> Table<'s> {
    let text = &reader.source.text;
    let is_end = |byte: &u8| *byte == b'\n';
    let first =
        text.as_bytes()[..text.len().min(FIRST_LOOK)].iter().rposition(is_end).map_or(0, |end| end + 1);
    let first = if text.len() > FIRST_LOOK { &text[..first] } else { text };
    let (mut table, mut faults) = DeTable::parse_recoverable(first);
    reader.is_cut = first.len() < text.len() && faults.len() > MOST_TOLD;
    if first.len() < text.len() && !reader.is_cut {
        (table, faults) = DeTable::parse_recoverable(text);
    }
    let told = faults.len().min(MOST_TOLD);
    let more = faults.len() - told;
    for fault in faults.into_iter().take(told) {
        let mut lines = fault.message().lines();
        let message = lines.next().unwrap_or("not TOML").to_owned();
        reader.tell(fault.span().unwrap_or_default(), message, lines.next().map(str::to_owned));
    }
    reader.count += more;
    table.into_inner()
}

/// Reads the values of one file and gathers its mistakes.
pub(super) struct Reader<'s> {
    pub(super) source: &'s Source,
    /// The first of its mistakes, at most [`MOST_TOLD`].
    pub(super) mistakes: Vec<Mistake>,
    /// How many there are.
    pub(super) count: usize,
    /// It has so many that its rest was not read.
    is_cut: bool,
}

impl<'s> Reader<'s> {
    pub(super) fn new(source: &'s Source) -> Self {
        Self { source, mistakes: Vec::new(), count: 0, is_cut: false }
    }
}

impl Reader<'_> {
    /// Tells a mistake at `span`.
    pub(super) fn tell(&mut self, span: Range<usize>, message: impl Into<String>, help: Option<String>) {
        self.count += 1;
        if self.count <= MOST_TOLD {
            self.mistakes.push(Mistake::at(self.source, span, message, help));
        }
    }

    /// Whether more is wrong than is told.
    pub(super) fn is_full(&self) -> bool {
        self.count > MOST_TOLD
    }

    /// Its mistakes, and last that there are more where there are.
    pub(super) fn all(mut self) -> Vec<Mistake> {
        if self.is_full()
            && let Some(last) = self.mistakes.iter().max_by_key(|mistake| mistake.span.start)
        {
            let more = self.count - MOST_TOLD;
            let message = if self.is_cut {
                "and many more in this file; its rest was not read".to_owned()
            } else {
                format!("and {more} more in this file")
            };
            self.mistakes.push(Mistake { message, help: None, ..last.clone() });
        }
        self.mistakes
    }

    /// Whether something wrong was told of the table whose header is at `header`.
    pub(super) fn has_fault(&self, header: &Range<usize>) -> bool {
        if self.is_full() && self.mistakes.last().is_some_and(|last| last.span.start < header.start) {
            // What is not told any more is not known either.
            return true;
        }
        let rest = self.source.text.get(header.end..).unwrap_or_default();
        let end = rest.find("\n[").map_or(self.source.text.len(), |next| header.end + next);
        self.mistakes.iter().any(|mistake| (header.start..=end).contains(&mistake.span.start))
    }

    /// Tells that a key is not known, with the nearest that is.
    pub(super) fn unknown(&mut self, key: &str, span: Range<usize>, known: &[&str], of: &str) {
        if self.is_full() {
            self.count += 1;
            return;
        }
        let help = match nearest(key, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("{of} has {}", list(known)),
        };
        self.tell(span, format!("unknown key `{key}`"), Some(help));
    }

    fn expected(&mut self, what: &str, value: &Value<'_>) {
        let found = match value.get_ref() {
            DeValue::String(_) => "a string",
            DeValue::Integer(_) => "an integer",
            DeValue::Float(_) => "a float",
            DeValue::Boolean(_) => "a boolean",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.tell(value.span(), format!("expected {what}, found {found}"), None);
    }

    /// A string.
    pub(super) fn string<'v>(&mut self, value: &'v Value<'_>) -> Option<&'v str> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.expected("a string", value);
        }
        text
    }

    /// A table.
    pub(super) fn table<'v, 'i>(&mut self, value: &'v Value<'i>, what: &str) -> Option<&'v Table<'i>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.expected(what, value);
        }
        table
    }

    /// A boolean `false`; anything else is left to the caller.
    pub(super) fn is_false(value: &Value<'_>) -> bool {
        value.get_ref().as_bool() == Some(false)
    }

    /// A whole number within `bounds`.
    pub(super) fn integer(
        &mut self,
        value: &Value<'_>,
        bounds: std::ops::RangeInclusive<i32>,
    ) -> Option<i32> {
        let Some(integer) = value.get_ref().as_integer() else {
            self.expected("an integer", value);
            return None;
        };
        let number = i32::from_str_radix(integer.as_str(), integer.radix()).ok();
        let number = number.filter(|number| bounds.contains(number));
        if number.is_none() {
            let message = format!("`{integer}` is not between {} and {}", bounds.start(), bounds.end());
            self.tell(value.span(), message, None);
        }
        number
    }

    /// A list of strings, each read by `read`; a single string is a list of one where `or_one` says so.
    pub(super) fn strings<T>(
        &mut self,
        value: &Value<'_>,
        or_one: bool,
        mut read: impl FnMut(&mut Self, &str, &Value<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        match value.get_ref() {
            DeValue::Array(items) => {
                let mut all = Vec::with_capacity(items.len());
                for item in items {
                    let text = self.string(item)?.to_owned();
                    all.push(read(self, &text, item)?);
                }
                Some(all)
            }
            DeValue::String(text) if or_one => Some(vec![read(self, text, value)?]),
            // An unquoted TOML date means the same as the quoted one.
            DeValue::Datetime(date) if or_one => Some(vec![read(self, &date.to_string(), value)?]),
            _ => {
                self.expected(
                    if or_one { "a string or a list of strings" } else { "a list of strings" },
                    value,
                );
                None
            }
        }
    }

    /// A string that `parse` understands; what it says of a mistake is told at the value.
    pub(super) fn parsed<T>(
        &mut self,
        value: &Value<'_>,
        parse: impl Fn(&str) -> Result<T, String>,
    ) -> Option<T> {
        let text = self.string(value)?.to_owned();
        self.told(parse(&text), value.span())
    }

    /// The value, or its error told at `span`.
    pub(super) fn told<T>(&mut self, result: Result<T, String>, span: Range<usize>) -> Option<T> {
        result.map_err(|message| self.tell(span, message, None)).ok()
    }

    /// Where `part` of the string `value` stands in the file: exact where nothing in it is escaped.
    pub(super) fn part(&self, value: &Value<'_>, part: Range<usize>) -> Range<usize> {
        let span = value.span();
        let text = value.get_ref().as_str().unwrap_or_default();
        let begin = span.start + 1;
        if self.source.text.get(begin..begin + text.len()) == Some(text) {
            begin + part.start..begin + part.end
        } else {
            span
        }
    }
}

/// Words as a sentence lists them: `a`, `b` and `c`.
pub(super) fn list(words: &[&str]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}
