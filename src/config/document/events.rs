//! What the parser finds, statement by statement, put into the tree.

use super::build::{Builder, Container, Header};
use super::{Form, NodeKind, Place, TableKind};
use crate::text::is_printable_or;
use std::borrow::Cow;
use toml_parser::decoder::{Encoding, ScalarKind};
use toml_parser::parser::EventReceiver;
use toml_parser::{ErrorSink, ParseError, Raw, Span};

/// The deepest nesting of lists and tables between braces.
const DEEPEST: usize = 80;

/// The bytes of a key without quotes.
static BARE: [bool; 256] = {
    let (mut bare, mut byte) = ([false; 256], 0_u8);
    loop {
        bare[byte as usize] = byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
        if byte == u8::MAX {
            break bare;
        }
        byte += 1;
    }
};

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

    #[inline]
    fn written(&self, span: Span) -> &'t str {
        self.text.get(span.start()..span.end()).expect(super::IS_TOKEN)
    }

    fn raw(&self, span: Span, encoding: Option<Encoding>) -> Raw<'t> {
        Raw::new_unchecked(self.written(span), encoding, span)
    }
}

/// How the text of a string is found, where that takes no decoding.
#[inline]
fn plain(text: &str, encoding: Option<Encoding>) -> Option<Form> {
    let (quote, is_basic) = match encoding {
        Some(Encoding::BasicString) => (b'"', true),
        Some(Encoding::LiteralString) => (b'\'', false),
        _ => return None,
    };
    let [first, inner @ .., last] = text.as_bytes() else { return None };
    let is_plain = *first == quote
        && *last == quote
        && is_printable_or(inner, |byte| !byte.is_ascii())
        && !(is_basic && inner.contains(&b'\\'));
    is_plain.then_some(Form::Quoted)
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
        let text = self.written(span);
        let form = match encoding {
            None if !text.is_empty() && text.bytes().all(|byte| BARE[usize::from(byte)]) => Some(Form::Bare),
            _ => plain(text, encoding),
        };
        let form = form.unwrap_or_else(|| {
            let mut text = Cow::Borrowed("");
            self.raw(span, encoding).decode_key(&mut text, errors);
            Form::Encoded(encoding)
        });
        self.path.push(Place::new(span, form));
    }

    fn scalar(&mut self, span: Span, encoding: Option<Encoding>, errors: &mut dyn ErrorSink) {
        if let Some(form) = plain(self.written(span), encoding) {
            self.capture(Place::new(span, form), NodeKind::String, errors);
            return;
        }
        let mut text = Cow::Borrowed("");
        let kind = match self.raw(span, encoding).decode_scalar(&mut text, errors) {
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
        if self.text.as_bytes().get(span.start()) != Some(&b'\n') {
            self.raw(span, None).decode_newline(errors);
        }
        if self.open.is_empty() {
            // A header that was not closed ends with its line, and so does a key without a value.
            self.open_table(span.start(), errors);
            self.path.clear();
        }
    }
}
