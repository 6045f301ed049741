//! What the parser finds, statement by statement, put into the tree.

use super::build::{Builder, Container, Header, PendingKey};
use super::{Form, NodeKind, Place, TableKind};
use std::borrow::Cow;
use toml_parser::decoder::{Encoding, ScalarKind};
use toml_parser::parser::EventReceiver;
use toml_parser::{ErrorSink, ParseError, Raw, Span};

/// The deepest nesting of lists and tables between braces.
const DEEPEST: usize = 80;

impl<'t> Builder<'t> {
    fn open_container(&mut self, span: Span, kind: NodeKind, errors: &mut dyn ErrorSink) -> bool {
        let index = self.capture(Place::new(span, Form::Bare), kind, errors);
        self.open.push(Container { index });
        let is_allowed = self.open.len() <= DEEPEST;
        if !is_allowed {
            let message = "cannot recurse further; max recursion depth met";
            errors.report_error(ParseError::new(message).with_unexpected(span));
        }
        is_allowed
    }

    fn close_container(&mut self, span: Span) {
        self.path.clear();
        if let Some(container) = self.open.pop() {
            let end = Place::new(span, Form::Bare).end;
            self.node_mut(container.index).place.end = end;
        }
    }

    fn raw(&self, span: Span, encoding: Option<Encoding>) -> Raw<'t> {
        let text = self.text.get(span.start()..span.end()).expect(super::IS_TOKEN);
        Raw::new_unchecked(text, encoding, span)
    }
}

/// How the text of a string is found, where that takes no decoding.
fn plain(text: &str, encoding: Option<Encoding>) -> Option<Form> {
    let inner = match encoding {
        Some(Encoding::BasicString) => text.strip_prefix('"')?.strip_suffix('"')?,
        Some(Encoding::LiteralString) => text.strip_prefix('\'')?.strip_suffix('\'')?,
        _ => return None,
    };
    let is_basic = encoding == Some(Encoding::BasicString);
    let is_plain = |byte: u8| byte >= b' ' && byte != 0x7f && !(is_basic && byte == b'\\');
    inner.bytes().all(is_plain).then_some(Form::Quoted)
}

impl EventReceiver for Builder<'_> {
    fn std_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.path.clear();
        self.header = Some(Header { is_list: false, start: span.start() });
    }

    fn std_table_close(&mut self, span: Span, errors: &mut dyn ErrorSink) {
        self.open_table(span.end(), errors);
    }

    fn array_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.path.clear();
        self.header = Some(Header { is_list: true, start: span.start() });
    }

    fn array_table_close(&mut self, span: Span, errors: &mut dyn ErrorSink) {
        self.open_table(span.end(), errors);
    }

    fn inline_table_open(&mut self, span: Span, errors: &mut dyn ErrorSink) -> bool {
        let state = TableKind { is_implicit: false, is_dotted: false, is_inline: true };
        self.open_container(span, NodeKind::Table(state), errors)
    }

    fn inline_table_close(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.close_container(span);
    }

    fn array_open(&mut self, span: Span, errors: &mut dyn ErrorSink) -> bool {
        self.open_container(span, NodeKind::List { is_of_tables: false }, errors)
    }

    fn array_close(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.close_container(span);
    }

    fn simple_key(&mut self, span: Span, encoding: Option<Encoding>, errors: &mut dyn ErrorSink) {
        let raw = self.raw(span, encoding);
        let text = raw.as_str();
        let is_bare = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
        let form = match encoding {
            None if !text.is_empty() && text.bytes().all(is_bare) => Some(Form::Bare),
            _ => plain(text, encoding),
        };
        let form = form.unwrap_or_else(|| {
            let mut text = Cow::Borrowed("");
            raw.decode_key(&mut text, errors);
            Form::Encoded(encoding)
        });
        let place = Place::new(span, form);
        self.path.push(PendingKey { place, text: place.text(self.text, true) });
    }

    fn scalar(&mut self, span: Span, encoding: Option<Encoding>, errors: &mut dyn ErrorSink) {
        let raw = self.raw(span, encoding);
        if let Some(form) = plain(raw.as_str(), encoding) {
            self.capture(Place::new(span, form), NodeKind::String, errors);
            return;
        }
        let mut text = Cow::Borrowed("");
        let kind = match raw.decode_scalar(&mut text, errors) {
            ScalarKind::String => NodeKind::String,
            ScalarKind::Boolean(value) => NodeKind::Boolean(value),
            ScalarKind::DateTime => NodeKind::Date,
            ScalarKind::Float => NodeKind::Float,
            ScalarKind::Integer(radix) => {
                NodeKind::Integer(u8::try_from(radix.value()).expect("a radix is at most 16"))
            }
        };
        self.capture(Place::new(span, Form::Encoded(encoding)), kind, errors);
    }

    fn value_sep(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.path.clear();
    }

    fn comment(&mut self, span: Span, errors: &mut dyn ErrorSink) {
        self.raw(span, None).decode_comment(errors);
    }

    fn newline(&mut self, span: Span, errors: &mut dyn ErrorSink) {
        self.raw(span, None).decode_newline(errors);
        if self.open.is_empty() {
            // A header that was not closed ends with its line, and so does a key without a value.
            self.open_table(span.start(), errors);
            self.path.clear();
        }
    }
}
