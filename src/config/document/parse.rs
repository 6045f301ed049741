//! From a text to its tree, or to several, a portion of its statements at a time.

use super::Document;
use super::build::Builder;
use std::ops::Range;
use toml_parser::lexer::{Lexer, Token, TokenKind};
use toml_parser::parser::parse_document;
use toml_parser::{ErrorSink, Expected, ParseError, Source};

/// Tokens in a portion of statements, about; its memory is used again. Tests have texts that are cut everywhere.
const PORTION: usize = if cfg!(test) { 8 } else { 256 };

/// Values of a tree, about, where there are several: what is near the processor holds them. Tests have many trees.
const SIZE: usize = if cfg!(test) { 8 } else { 2048 };

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
    let mut trees = Trees::of_size(text, most_faults, usize::MAX);
    let document = trees.next().expect("a text has a tree, be it an empty one");
    Parsed { document, faults: trees.faults.0, end: trees.end }
}

/// The trees that the headers of a text make, one after the other, each of a number of values: of ten thousand days a
/// few hundred are in memory at a time, and that is memory near the processor.
///
/// Two trees may each have a part of one table, and a fault that two statements make together is not seen where each is
/// in a tree of its own.
pub(in crate::config) struct Trees<'t> {
    text: &'t str,
    lexer: Lexer<'t>,
    /// Those that were read and are in no tree yet.
    tokens: Vec<Token>,
    /// How many lists and tables between braces are open at their end.
    depth: usize,
    faults: Faults,
    most_faults: usize,
    /// How many values a tree has before the next begins.
    size: usize,
    /// How many values there are in the trees so far.
    values: usize,
    end: End,
    is_over: bool,
}

impl<'t> Trees<'t> {
    /// The trees of a text that is sound.
    pub(in crate::config) fn new(text: &'t str) -> Self {
        Self::of_size(text, 0, SIZE)
    }

    fn of_size(text: &'t str, most_faults: usize, size: usize) -> Self {
        Self {
            text,
            lexer: Source::new(text).lex(),
            tokens: Vec::with_capacity(2 * PORTION + 4),
            depth: 0,
            faults: Faults(Vec::new()),
            most_faults,
            size,
            values: 0,
            end: End::Whole,
            is_over: false,
        }
    }

    /// Whether all that was read so far is TOML, and no more than is read.
    pub(in crate::config) fn is_sound(&self) -> bool {
        self.faults.0.is_empty() && self.end == End::Whole
    }

    /// Reads statements up to the header at which the next tree begins. False at the end of the text.
    fn fill(&mut self, builder: &mut Builder<'t>) -> bool {
        loop {
            let known = self.tokens.len();
            take_portion(&mut self.lexer, &mut self.tokens);
            if self.tokens.len() == known {
                return false;
            }
            let whole = last_end(&self.tokens, known, &mut self.depth);
            let is_full = builder.nodes.len() >= self.size;
            let header = if is_full { first_header(&self.tokens, whole) } else { None };
            let (statements, rest) = self.tokens.split_at(header.unwrap_or(whole));
            if !statements.is_empty() {
                parse_document(statements, builder, &mut self.faults);
            }
            if self.faults.0.len() > self.most_faults {
                self.end = End::TooManyFaults;
            } else if rest.len() > MOST_TOKENS || self.values + builder.nodes.len() > MOST_VALUES {
                let last = rest.get(MOST_TOKENS).or(statements.last());
                self.end = End::TooManyValues(last.map_or(self.text.len(), |token| token.span().start()));
            }
            if self.end != End::Whole {
                self.tokens.clear();
                return false;
            }
            self.tokens.drain(..header.unwrap_or(whole));
            if header.is_some() {
                return true;
            }
        }
    }
}

impl<'t> Iterator for Trees<'t> {
    type Item = Document<'t>;

    fn next(&mut self) -> Option<Document<'t>> {
        if self.is_over {
            return None;
        }
        let mut builder = Builder::new(self.text, self.size);
        if !self.fill(&mut builder) {
            self.is_over = true;
            parse_document(&self.tokens, &mut builder, &mut self.faults);
        }
        self.values += builder.nodes.len();
        Some(Document { text: self.text, nodes: builder.nodes })
    }
}

/// Adds the next tokens, about as many as make a portion.
fn take_portion(lexer: &mut Lexer<'_>, tokens: &mut Vec<Token>) {
    let full = tokens.len() + PORTION;
    while tokens.len() < full {
        // Four at a time: a processor waits before it can copy what it has only just written.
        let (first, second, third, fourth) = (lexer.next(), lexer.next(), lexer.next(), lexer.next());
        let Some(first) = first else { return };
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

/// Where the first header begins among the statements that end at `whole`.
fn first_header(tokens: &[Token], whole: usize) -> Option<usize> {
    let (mut depth, mut is_start) = (0_usize, true);
    for (index, token) in tokens.iter().enumerate().take(whole) {
        match token.kind() {
            TokenKind::LeftSquareBracket if is_start => return Some(index),
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => depth += 1,
            TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => depth = depth.saturating_sub(1),
            _ => {}
        }
        is_start = match token.kind() {
            TokenKind::Newline => depth == 0,
            TokenKind::Whitespace => is_start,
            _ => false,
        };
    }
    None
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
