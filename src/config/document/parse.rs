//! From a text to its tree, a portion of its statements at a time.

use super::Document;
use super::build::Builder;
use std::ops::Range;
use toml_parser::lexer::{Lexer, Token, TokenKind};
use toml_parser::parser::parse_document;
use toml_parser::{ErrorSink, Expected, ParseError, Source};

/// Tokens in a portion of statements, about; its memory is used again. Tests have texts that are cut everywhere.
const PORTION: usize = if cfg!(test) { 8 } else { 256 };

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
    let mut tokens: Vec<Token> = Vec::with_capacity(2 * PORTION + 4);
    let mut lexer = source.lex();
    let mut depth = 0;
    let mut end = End::Whole;
    loop {
        let known = tokens.len();
        take_portion(&mut lexer, &mut tokens);
        if tokens.len() == known {
            break;
        }
        let (statements, rest) = tokens.split_at(last_end(&tokens, known, &mut depth));
        if !statements.is_empty() {
            parse_document(statements, &mut builder, &mut faults);
        }
        if faults.0.len() > most_faults {
            end = End::TooManyFaults;
        } else if rest.len() > MOST_TOKENS || builder.nodes.len() > MOST_VALUES {
            let last = rest.get(MOST_TOKENS).or(statements.last());
            end = End::TooManyValues(last.map_or(text.len(), |token| token.span().start()));
        }
        if end != End::Whole {
            tokens.clear();
            break;
        }
        let whole = statements.len();
        tokens.drain(..whole);
    }
    parse_document(&tokens, &mut builder, &mut faults);
    Parsed { document: Document { text, nodes: builder.nodes }, faults: faults.0, end }
}

/// Adds the next tokens, about as many as make a portion.
fn take_portion(lexer: &mut Lexer<'_>, tokens: &mut Vec<Token>) {
    let full = tokens.len() + PORTION;
    while tokens.len() < full {
        // Four at a time: a processor waits before it can copy what it has only just written.
        let Some(first) = lexer.next() else { return };
        let (second, third, fourth) = (lexer.next(), lexer.next(), lexer.next());
        tokens.push(first);
        if let Some(second) = second {
            tokens.push(second);
        }
        if let Some(third) = third {
            tokens.push(third);
        }
        if let Some(fourth) = fourth {
            tokens.push(fourth);
        }
    }
}

/// How many tokens there are up to the end of the last whole statement; those before `known` were looked at before.
/// `depth` is how many lists and tables between braces are open.
fn last_end(tokens: &[Token], known: usize, depth: &mut usize) -> usize {
    let mut end = 0;
    for (index, token) in tokens.iter().enumerate().skip(known) {
        match token.kind() {
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => *depth += 1,
            TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => *depth = depth.saturating_sub(1),
            TokenKind::Newline if *depth == 0 => end = index + 1,
            _ => {}
        }
    }
    end
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
