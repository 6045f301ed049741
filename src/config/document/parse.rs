//! From a text to its tree, a portion of its statements at a time.

use super::Document;
use super::build::Builder;
use std::ops::Range;
use toml_parser::lexer::{Token, TokenKind};
use toml_parser::parser::parse_document;
use toml_parser::{ErrorSink, Expected, ParseError, Source};

/// Tokens in a portion of statements, about; its memory is used again.
const PORTION: usize = 1024;

/// The most tokens of one statement: nobody writes a longer list by hand.
const MOST_TOKENS: usize = 400_000;

/// The most values of a text.
pub(crate) const MOST_VALUES: usize = 200_000;

/// Where a text is not TOML, in the words of the parser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::config) struct SyntaxFault {
    pub(in crate::config) span: Range<usize>,
    pub(in crate::config) message: String,
}

/// What of a text could be read.
pub(in crate::config) struct Parsed<'t> {
    pub(in crate::config) document: Document<'t>,
    pub(in crate::config) faults: Vec<SyntaxFault>,
    pub(in crate::config) end: End,
}

/// How far a text was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::config) enum End {
    /// To its end.
    Whole,
    /// It has more faults than were asked for; the rest was not read.
    TooManyFaults,
    /// It has more values than are read, from this byte on.
    TooManyValues(usize),
}

/// Reads a text; after `most_faults` faults, the rest of it is passed over.
pub(in crate::config) fn parse(text: &str, most_faults: usize) -> Parsed<'_> {
    let source = Source::new(text);
    let mut builder = Builder::new(text);
    let mut faults = Faults(Vec::new());
    let mut tokens: Vec<Token> = Vec::with_capacity(PORTION + PORTION / 2);
    let mut depth = 0_usize;
    let mut end = End::Whole;
    for token in source.lex() {
        tokens.push(token);
        match token.kind() {
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => depth += 1,
            TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => depth = depth.saturating_sub(1),
            TokenKind::Newline if depth == 0 && tokens.len() >= PORTION => {
                parse_document(&tokens, &mut builder, &mut faults);
                tokens.clear();
            }
            _ => {}
        }
        if faults.0.len() > most_faults {
            end = End::TooManyFaults;
        } else if tokens.len() > MOST_TOKENS || builder.nodes.len() > MOST_VALUES {
            end = End::TooManyValues(token.span().start());
        }
        if end != End::Whole {
            tokens.clear();
            break;
        }
    }
    parse_document(&tokens, &mut builder, &mut faults);
    Parsed { document: Document { text, nodes: builder.nodes }, faults: faults.0, end }
}

/// How many words, signs and blanks a text has.
pub(in crate::config) fn count_tokens(text: &str) -> usize {
    Source::new(text).lex().count()
}

struct Faults(Vec<SyntaxFault>);

impl ErrorSink for Faults {
    fn report_error(&mut self, error: ParseError) {
        let span = error.unexpected().map(|span| span.start()..span.end()).unwrap_or_default();
        let mut message = error.description().to_owned();
        if let Some(expected) = error.expected() {
            let names: Vec<String> = expected.iter().map(|expected| named(*expected)).collect();
            message += ", expected ";
            message += &if names.is_empty() { "nothing".to_owned() } else { names.join(", ") };
        }
        self.0.push(SyntaxFault { span, message });
    }
}

/// What the parser expected, as a person reads it.
fn named(expected: Expected) -> String {
    match expected {
        Expected::Literal("\n") => "newline".to_owned(),
        Expected::Literal("`") => "'`'".to_owned(),
        Expected::Literal(literal) if literal.chars().all(|c| c.is_ascii_control()) => {
            format!("`{}`", literal.escape_debug())
        }
        Expected::Literal(literal) => format!("`{literal}`"),
        Expected::Description(description) => description.to_owned(),
        _ => "etc".to_owned(),
    }
}
