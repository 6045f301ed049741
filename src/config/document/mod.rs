//! TOML as a tree of places in its text: the only folder that names the parser.
//!
//! The text is read statement by statement, and the tree holds no copy of it. Of a long text, one tree after the other
//! can be had: ten thousand days take the memory of a few hundred.
//! A string is decoded when it is asked for, and borrowed where nothing in it is escaped.

mod build;
mod events;
mod parse;

pub(crate) use parse::MOST_VALUES;
pub(super) use parse::{End, Parsed, Trees, count_tokens, parse};

use std::borrow::Cow;
use std::num::NonZeroU32;
use std::ops::Range;
use toml_parser::decoder::{Encoding, ScalarKind};
use toml_parser::{Raw, Span};

/// Why the bytes of a value are a text.
const IS_TOKEN: &str = "a value is made of whole tokens of the text";

/// The tree of one text.
#[derive(Debug)]
pub(super) struct Document<'t> {
    text: &'t str,
    /// The first is the table of the whole text.
    nodes: Vec<Node>,
}

/// A value, and the key that it has in its table.
#[derive(Debug, Clone, Copy)]
struct Node {
    key: Place,
    place: Place,
    kind: NodeKind,
    parent: u32,
    first: Option<NonZeroU32>,
    last: Option<NonZeroU32>,
    next: Option<NonZeroU32>,
    count: u32,
}

impl Node {
    /// A value that nothing is known of yet.
    const EMPTY: Self = {
        let nowhere = Place { start: 0, end: 0, form: Form::Bare };
        let (first, last, next) = (None, None, None);
        Self { key: nowhere, place: nowhere, kind: NodeKind::Float, parent: 0, first, last, next, count: 0 }
    };
}

/// The bytes of a string or a key, and how they are written.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    start: u32,
    end: u32,
    form: Form,
}

/// How the text of a string or a key is found in its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Form {
    /// It is the bytes.
    #[default]
    Bare,
    /// It is the bytes between the quotes.
    Quoted,
    /// It has to be decoded.
    Encoded(Option<Encoding>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NodeKind {
    String,
    Integer(u8),
    Float,
    Boolean(bool),
    Date,
    List { is_of_tables: bool },
    Table(TableKind),
}

/// How a table came to be, which decides whether more may be put into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct TableKind {
    /// It was not written as a table: a header or a key below it made it.
    is_implicit: bool,
    /// A key with dots made it.
    is_dotted: bool,
    /// It stands between braces.
    is_inline: bool,
}

/// What a value is, as a mistake names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ValueKind {
    /// A string.
    String,
    /// A whole number.
    Integer,
    /// Another number.
    Float,
    /// `true` or `false`.
    Boolean,
    /// A date or a time without quotes.
    Date,
    /// A list.
    List,
    /// A table.
    Table,
}

/// A table, as a key leads to it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Table<'d>(Value<'d>);

/// A value in its document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Value<'d> {
    document: &'d Document<'d>,
    node: &'d Node,
}

/// A key in its document.
#[derive(Debug, Clone, Copy)]
pub(super) struct TableKey<'d>(Value<'d>);

impl Document<'_> {
    /// The table of the whole text.
    pub(super) fn root(&self) -> Table<'_> {
        Table(Value { document: self, node: self.root_node() })
    }

    fn root_node(&self) -> &Node {
        self.nodes.first().expect("a document has its root from the start")
    }

    /// The headers of tables: where each begins, and its keys.
    pub(super) fn headers(&self) -> impl Iterator<Item = (usize, Vec<Cow<'_, str>>)> {
        let is_header = |node: &&Node| {
            matches!(
                node.kind,
                NodeKind::Table(TableKind { is_implicit: false, is_dotted: false, is_inline: false })
            )
        };
        // The first is the table of the whole text.
        self.nodes.iter().skip(1).filter(is_header).map(|node| (node.place.start as usize, self.path(node)))
    }

    /// The keys that lead to a value.
    fn path<'d>(&'d self, node: &'d Node) -> Vec<Cow<'d, str>> {
        let above = |node: &&'d Node| self.nodes.get(node.parent as usize);
        let ways = std::iter::successors(Some(node), above)
            .take_while(|node| !std::ptr::eq(*node, self.root_node()));
        // A table of a list has no key of its own.
        let keys = ways.filter(|node| node.key.end > 0).map(|node| node.key.text(self.text, true));
        let mut keys: Vec<_> = keys.collect();
        keys.reverse();
        keys
    }
}

impl<'d> Table<'d> {
    /// The keys and their values, in the order of the text.
    pub(super) fn entries(self) -> impl Iterator<Item = (TableKey<'d>, Value<'d>)> {
        self.0.children().map(|value| (TableKey(value), value))
    }

    /// The value of a key.
    pub(super) fn get(self, key: &str) -> Option<Value<'d>> {
        self.entries().find(|(known, _)| known.text() == key).map(|(_, value)| value)
    }

    /// The value at a path of keys.
    pub(super) fn find(self, path: &[&str]) -> Option<Value<'d>> {
        let (last, tables) = path.split_last()?;
        let table = tables.iter().try_fold(self, |table, key| table.get(key)?.as_table())?;
        table.get(last)
    }

    /// How many keys it has.
    pub(super) fn len(self) -> usize {
        self.0.node.count as usize
    }
}

impl<'d> TableKey<'d> {
    /// The key, decoded.
    pub(super) fn text(self) -> Cow<'d, str> {
        self.0.node.key.text(self.0.document.text, true)
    }

    /// Where it stands.
    pub(super) fn span(self) -> Range<usize> {
        self.0.node.key.range()
    }
}

impl<'d> Value<'d> {
    /// Where it stands; of a table with a header, the header.
    pub(super) fn span(self) -> Range<usize> {
        self.node.place.range()
    }

    /// What it is.
    pub(super) fn kind(self) -> ValueKind {
        match self.node.kind {
            NodeKind::String => ValueKind::String,
            NodeKind::Integer(_) => ValueKind::Integer,
            NodeKind::Float => ValueKind::Float,
            NodeKind::Boolean(_) => ValueKind::Boolean,
            NodeKind::Date => ValueKind::Date,
            NodeKind::List { .. } => ValueKind::List,
            NodeKind::Table(_) => ValueKind::Table,
        }
    }

    /// The text of a string.
    pub(super) fn as_str(self) -> Option<Cow<'d, str>> {
        (self.node.kind == NodeKind::String).then(|| self.node.place.text(self.document.text, false))
    }

    /// A value as it is written.
    pub(super) fn written(self) -> &'d str {
        self.document.text.get(self.span()).expect(IS_TOKEN)
    }

    /// A boolean.
    pub(super) fn as_bool(self) -> Option<bool> {
        if let NodeKind::Boolean(value) = self.node.kind { Some(value) } else { None }
    }

    /// A whole number: `Some(None)` where it is one, and too large to be any that is asked for.
    #[allow(clippy::option_option, reason = "no whole number, one too large, one")]
    pub(super) fn as_integer(self) -> Option<Option<i32>> {
        let NodeKind::Integer(radix) = self.node.kind else { return None };
        let digits: String = self.written().chars().filter(|c| *c != '_').collect();
        let digits = ["0x", "0o", "0b"].iter().find_map(|sign| digits.strip_prefix(sign)).unwrap_or(&digits);
        Some(i32::from_str_radix(digits, radix.into()).ok())
    }

    /// Whether it is a table that only the headers of tables below it make.
    pub(super) fn is_made_by_headers(self) -> bool {
        let made = TableKind { is_implicit: true, is_dotted: false, is_inline: false };
        self.node.kind == NodeKind::Table(made)
    }

    /// Whether it is a table between braces.
    pub(super) fn is_inline(self) -> bool {
        matches!(self.node.kind, NodeKind::Table(TableKind { is_inline: true, .. }))
    }

    /// A table.
    pub(super) fn as_table(self) -> Option<Table<'d>> {
        matches!(self.node.kind, NodeKind::Table(_)).then_some(Table(self))
    }

    /// The values of a list, and how many there are.
    pub(super) fn as_list(self) -> Option<(usize, impl Iterator<Item = Value<'d>>)> {
        let is_list = matches!(self.node.kind, NodeKind::List { .. });
        is_list.then(|| (self.node.count as usize, self.children()))
    }

    fn children(self) -> impl Iterator<Item = Value<'d>> {
        let at = move |index: NonZeroU32| {
            let node = self.document.nodes.get(index.get() as usize);
            Value { document: self.document, node: node.expect("a child is in the tree of its parent") }
        };
        std::iter::successors(self.node.first.map(at), move |child| child.node.next.map(at))
    }

    /// Where `part` of the text of a string stands: exact where nothing in it is escaped, else the whole.
    pub(super) fn part(self, part: Range<usize>) -> Range<usize> {
        let span = self.span();
        match self.node.place.form {
            Form::Quoted => span.start + 1 + part.start..span.start + 1 + part.end,
            Form::Bare | Form::Encoded(_) => span,
        }
    }
}

impl Place {
    #[inline]
    fn new(span: Span, form: Form) -> Self {
        let small = |at: usize| u32::try_from(at).expect("a text that is read has less than 4 GiB");
        Self { start: small(span.start()), end: small(span.end()), form }
    }

    #[inline]
    fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    fn span(self) -> Span {
        Span::new_unchecked(self.start as usize, self.end as usize)
    }

    /// Whether two keys are the same.
    #[inline]
    fn is_key(self, other: Self, document: &str) -> bool {
        if let (Form::Bare, Form::Bare) = (self.form, other.form) {
            let bytes = |place: Self| document.as_bytes().get(place.range());
            return bytes(self) == bytes(other);
        }
        self.text(document, true) == other.text(document, true)
    }

    #[inline]
    fn text(self, document: &str, is_key: bool) -> Cow<'_, str> {
        let bytes = document.get(self.range()).expect(IS_TOKEN);
        match self.form {
            Form::Bare => Cow::Borrowed(bytes),
            Form::Quoted => Cow::Borrowed(bytes.get(1..bytes.len() - 1).expect("it has its quotes")),
            Form::Encoded(encoding) => {
                let raw = Raw::new_unchecked(bytes, encoding, Span::new_unchecked(0, bytes.len()));
                let mut text = Cow::Borrowed("");
                // Its faults were told when it was read first.
                if is_key {
                    raw.decode_key(&mut text, &mut ());
                } else {
                    let _: ScalarKind = raw.decode_scalar(&mut text, &mut ());
                }
                text
            }
        }
    }
}

#[cfg(test)]
mod tests;
