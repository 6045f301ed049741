//! A phrase as words, numbers and signs, read one at a time and without allocating.

use super::RuleError;
use super::error_kind::RuleErrorKind;
use crate::text::latin;
use std::ops::Range;

/// A piece of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Letters, with hyphens and apostrophes between them: `al-Awwal`.
    Word(Key),
    /// Digits, and perhaps an ending: `20`, `2nd`. `digits` is how many there are.
    Number {
        value: u32,
        digits: usize,
        is_ordinal: bool,
    },
    /// One of `-/:;,().`. A hyphen is a sign only between digits, a full stop behind a digit with no word after it.
    Sign(char),
    End,
}

impl Token {
    pub(super) fn span(&self) -> Range<usize> {
        self.start..self.end
    }

    pub(super) fn is(&self, sign: char) -> bool {
        self.kind == TokenKind::Sign(sign)
    }
}

/// The longest word, or run of words, that any name has.
const LONGEST_KEY: usize = 23;

/// A word without what does not matter: in small Latin letters, no accents, hyphens or apostrophes; `Sha'bān` is `shaban`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Key {
    letters: [u8; LONGEST_KEY],
    /// One more than the longest if the word is longer, so that it is equal to no name.
    len: u8,
}

impl Key {
    const EMPTY: Key = Key { letters: [0; LONGEST_KEY], len: 0 };

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.letters.get(..usize::from(self.len)).unwrap_or_default()
    }

    /// The letters of one word.
    pub(super) fn of(word: &str) -> Key {
        let mut key = Key::EMPTY;
        word.chars().for_each(|c| key.push_char(c));
        key
    }

    /// The letters, for a message; empty if the word is longer than any name, or not in Latin letters.
    pub(super) fn as_str(&self) -> &str {
        str::from_utf8(self.as_bytes()).unwrap_or_default()
    }

    /// Two words as one: `adar` and `ii`.
    pub(super) fn join(mut self, other: &Key) -> Key {
        if usize::from(other.len) > LONGEST_KEY {
            self.len = other.len;
        }
        other.as_bytes().iter().for_each(|letter| self.push(*letter));
        self
    }

    fn push(&mut self, letter: u8) {
        if let Some(place) = self.letters.get_mut(usize::from(self.len)) {
            *place = letter;
            self.len += 1;
        } else {
            self.len = u8::try_from(LONGEST_KEY + 1).expect("keys are short");
        }
    }

    fn push_char(&mut self, c: char) {
        match c {
            'a'..='z' => self.push(c as u8),
            'A'..='Z' => self.push(c.to_ascii_lowercase() as u8),
            _ if is_silent(c) => {}
            // A letter without a Latin one stays a letter, bytes beyond ASCII: its place in the block of its alphabet.
            _ => c.to_lowercase().for_each(|c| match latin(c) {
                _ if is_silent(c) => {}
                "" => {
                    let number = without_dot(c);
                    // Chinese characters and Hangul are many.
                    if number >= 0x2e80 {
                        self.push(0x80 | (number >> 7).to_le_bytes()[0]);
                    }
                    self.push(0x80 | number.to_le_bytes()[0]);
                }
                letters => letters.bytes().for_each(|letter| self.push(letter)),
            }),
        }
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.as_str())
    }
}

/// The letter as a number; of the letters with a dot below that Unicode has once more, the one without it.
fn without_dot(c: char) -> u32 {
    u32::from(match c {
        '\u{9df}' => '\u{9af}',
        '\u{95e}' => '\u{92b}',
        _ => c,
    })
}

/// True for signs within a word that change nothing: hyphens, apostrophes, combining accents, and in the scripts of India the
/// dot below and the sign that no vowel follows.
fn is_silent(c: char) -> bool {
    matches!(c, '-' | '\'' | '`' | '´' | 'ь' | 'ъ' | '‘' | '’' | '′' | 'ʹ'..='ˑ' | '‐' | '‑' | '\u{300}'..='\u{36f}' | '\u{93c}' | '\u{94d}'
        | '\u{9bc}' | '\u{9cd}' | '\u{bcd}' | '\u{200c}' | '\u{200d}')
}

/// A place in a phrase; copy it to look ahead.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lexer<'p> {
    phrase: &'p str,
    at: usize,
}

impl<'p> Lexer<'p> {
    pub(super) fn new(phrase: &'p str) -> Lexer<'p> {
        Lexer { phrase, at: 0 }
    }

    /// The piece that comes next, without taking it.
    pub(super) fn peek(&self) -> Result<Token, RuleError> {
        let mut ahead = *self;
        ahead.next()
    }

    /// Takes the next piece.
    pub(super) fn next(&mut self) -> Result<Token, RuleError> {
        self.skip_space();
        let start = self.at;
        let Some(first) = self.char() else {
            return Ok(Token { kind: TokenKind::End, start, end: start });
        };
        let kind = match first {
            '0'..='9' => self.number()?,
            '-' | '/' | ':' | ';' | ',' | '(' | ')' => {
                self.at += 1;
                TokenKind::Sign(first)
            }
            '.' if self.phrase[..start].ends_with(|c: char| c.is_ascii_digit()) => {
                self.at += 1;
                TokenKind::Sign(first)
            }
            _ if first.is_alphabetic() || is_silent(first) => TokenKind::Word(self.words()),
            _ => {
                let span = start..start + first.len_utf8();
                return Err(RuleError::new(span, RuleErrorKind::Character(first)));
            }
        };
        Ok(Token { kind, start, end: self.at })
    }

    /// True if the next piece is a number, after a space or at once.
    pub(super) fn is_before_a_digit(&self) -> bool {
        let (_, rest) = self.rest();
        rest.strip_prefix(' ').unwrap_or(rest).starts_with(|letter: char| letter.is_ascii_digit())
    }

    /// What is left of the phrase, and where it starts.
    pub(super) fn rest(&self) -> (usize, &'p str) {
        (self.at, &self.phrase[self.at..])
    }

    /// Continues at another place, which must lie between two characters.
    pub(super) fn jump(&mut self, at: usize) {
        self.at = at;
    }

    /// The whole phrase.
    pub(super) fn phrase(&self) -> &'p str {
        self.phrase
    }

    /// The text of a span.
    pub(super) fn text(&self, span: Range<usize>) -> &'p str {
        self.phrase.get(span).unwrap_or_default()
    }

    fn char(&self) -> Option<char> {
        match self.phrase.as_bytes().get(self.at)? {
            letter if letter.is_ascii() => Some(char::from(*letter)),
            _ => self.phrase[self.at..].chars().next(),
        }
    }

    fn skip_space(&mut self) {
        let bytes = self.phrase.as_bytes();
        while bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        // Of most phrases that is all.
        if bytes.get(self.at).is_none_or(u8::is_ascii_alphanumeric) {
            return;
        }
        let joins = |this: &Self, sign: char| {
            // `20-January`, `Nisan-27`, `Jan. 20`: a sign that only joins two pieces, one of them a word.
            let (before, after) =
                (this.phrase[..this.at].chars().next_back(), this.phrase[this.at + 1..].chars().next());
            let is = |c: Option<char>, kind: fn(char) -> bool| c.is_some_and(kind);
            if sign == '-' {
                let is_beside_a_word = is(before, char::is_alphabetic) || is(after, char::is_alphabetic);
                is(before, char::is_alphanumeric) && is(after, char::is_alphanumeric) && is_beside_a_word
            } else {
                // `Jan. 20`, `20. Januar`
                let rest = this.phrase[this.at + 1..].trim_start();
                is(before, char::is_alphabetic)
                    || is(before, char::is_alphanumeric) && rest.starts_with(char::is_alphabetic)
            }
        };
        while let Some(c) = self.char() {
            if !(c.is_whitespace() || (matches!(c, '-' | '.') && joins(self, c))) {
                break;
            }
            self.at += c.len_utf8();
        }
    }

    /// A word, and the one behind it where only both are a name: the Azerbaijani weekdays `bazar ertəsi` and `cümə axşamı`.
    fn words(&mut self) -> Key {
        let key = self.word();
        if matches!(key.as_bytes(), b"bazar" | b"cersenbe" | b"cume") {
            let mut ahead = *self;
            ahead.skip_space();
            let next = ahead.word();
            if matches!(next.as_bytes(), b"ertesi" | b"axsami") {
                self.at = ahead.at;
                return key.join(&next);
            }
        }
        key
    }

    fn word(&mut self) -> Key {
        let mut key = Key::EMPTY;
        let bytes = self.phrase.as_bytes();
        // Most words are of these letters alone.
        while let Some(letter) = bytes.get(self.at).filter(|letter| letter.is_ascii_alphabetic()) {
            key.push(letter.to_ascii_lowercase());
            self.at += 1;
        }
        let is_over = |letter: &u8| letter.is_ascii() && !is_silent(char::from(*letter));
        if bytes.get(self.at).is_none_or(is_over) {
            return key;
        }
        let mut chars = self.phrase[self.at..].char_indices().peekable();
        let mut end = self.phrase.len();
        while let Some((at, c)) = chars.next() {
            // A hyphen belongs to the word if a letter follows: in `Nisan-27` it does not.
            let inside = c.is_alphabetic()
                || (is_silent(c) && (c != '-' || chars.peek().is_some_and(|(_, next)| next.is_alphabetic())));
            if !inside {
                end = self.at + at;
                break;
            }
            key.push_char(c);
        }
        self.at = end;
        key
    }

    fn number(&mut self) -> Result<TokenKind, RuleError> {
        let start = self.at;
        let text = &self.phrase[start..];
        let mut value = Some(0_u32);
        let digits = text.bytes().take_while(u8::is_ascii_digit).fold(0, |count, digit| {
            value = value.and_then(|n| n.checked_mul(10)?.checked_add(u32::from(digit - b'0')));
            count + 1
        });
        self.at += digits;
        let Some(value) = value else {
            let kind = RuleErrorKind::LargeNumber(text[..digits].to_owned());
            return Err(RuleError::new(start..self.at, kind));
        };
        let ending = text[digits..].bytes().take_while(u8::is_ascii_alphabetic).count();
        if ending == 0 {
            return Ok(TokenKind::Number { value, digits, is_ordinal: false });
        }
        let is_ordinal = ["st", "nd", "rd", "th"]
            .iter()
            .any(|known| text[digits..digits + ending].eq_ignore_ascii_case(known));
        if is_ordinal {
            self.at += ending;
        }
        Ok(TokenKind::Number { value, digits, is_ordinal })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(phrase: &str) -> Vec<String> {
        let mut lexer = Lexer::new(phrase);
        let mut keys = Vec::new();
        loop {
            match lexer.next().unwrap().kind {
                TokenKind::Word(key) => keys.push(key.as_str().to_owned()),
                TokenKind::Number { value, .. } => keys.push(value.to_string()),
                TokenKind::Sign(sign) => keys.push(sign.to_string()),
                TokenKind::End => return keys,
            }
        }
    }

    #[test]
    fn case_accents_hyphens_and_apostrophes_do_not_matter() {
        assert_eq!(keys("Sha‘bān SHABAN Sha'ban ŞHAʿBÂN"), ["shaban"; 4]);
        assert_eq!(keys("Dhu  al-Ḥijjah"), ["dhu", "alhijjah"]);
        assert_eq!(keys("27-Nisan Nisan-27 Jan. 20th"), ["27", "nisan", "nisan", "27", "jan", "20"]);
    }

    #[test]
    fn a_hyphen_between_digits_is_a_sign_and_a_leading_one_is_not_lost() {
        assert_eq!(keys("2026-05-01"), ["2026", "-", "5", "-", "1"]);
        assert_eq!(keys("-5 days"), ["-", "5", "days"]);
    }

    #[test]
    fn foreign_letters_do_not_vanish() {
        assert_ne!(Key::of("M\u{5d0}y").as_bytes(), b"my");
        assert_eq!(keys("января"), ["yanvarya"]);
    }
}
