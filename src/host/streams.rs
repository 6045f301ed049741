//! The way out to a terminal and to the journal: the only file that writes to the standard streams.
//!
//! Whatever a text quotes (a config, an article, a calendar, a file name, an argument), no control character and none
//! that turns the direction of text leaves here. An escape sequence leaves only where it was [`trusted`]: those carry
//! a number that no input can know.

use crate::text::{is_left_out, is_plain, one_line, unbroken};
use rustix::fs::fstat;
use std::borrow::Cow;
use std::collections::hash_map::RandomState;
use std::env;
use std::fmt::Write as _;
use std::hash::{BuildHasher, Hasher};
use std::io::{self, Write, stderr, stdout};
use std::os::fd::AsFd;
use std::sync::OnceLock;

/// What begins an escape sequence (ECMA-48).
const CSI: &str = "\x1b[";

/// Writes to standard output.
///
/// # Errors
/// When it cannot be written; a closed pipe too.
pub fn print(text: &str) -> io::Result<()> {
    static IS_JOURNAL: OnceLock<bool> = OnceLock::new();
    let is_journal = *IS_JOURNAL.get_or_init(|| is_journal(&stdout()));
    let text = if is_journal { Cow::Owned(with_priority(text, "<6>")) } else { Cow::Borrowed(text) };
    let mut out = stdout().lock();
    // What is in a text is seldom more than this; a look at each byte is faster than one at each character.
    let clean = if is_plain(&text) { text } else { Cow::Owned(cleaned(&text)) };
    out.write_all(clean.as_bytes()).and_then(|()| out.flush())
}

/// Writes a message of one or more lines to standard error, for the person who runs a command.
pub fn print_error(text: &str) {
    let text = if is_stderr_journal() { with_priority(text, "<3>") } else { text.to_owned() };
    write_error(&text);
}

/// Writes a message to standard error on one line, whatever it quotes.
pub fn print_error_line(sentence: &str) {
    print_error(&(unbroken(sentence).into_owned() + "\n"));
}

/// Writes one line to standard error, with its priority where the journal reads it and `word` before it elsewhere.
pub(super) fn log_line(priority: &str, word: &str, message: &str) {
    let start = if is_stderr_journal() { priority } else { word };
    write_error(&format!("{start}{}\n", one_line(message)));
}

/// Draws over the line that the cursor is on.
pub fn redraw(line: &str) {
    // A terminal that cannot be written to has nobody to wait.
    let _ = stderr().write_all(format!("\r\x1b[K{}", one_line(line)).as_bytes());
}

/// In one write, so that no other program's words come between; where it is refused nothing can be done.
fn write_error(text: &str) {
    let _ = stderr().write_all(cleaned(text).as_bytes());
}

/// The escape sequences of a text, let out: for styles of the program's own around nothing, and for what a library
/// renders from text that was cleaned before.
pub fn trusted(styled: &str) -> String {
    styled.replace(CSI, &format!("{CSI}{};", mark()))
}

/// A number that no input can know, since it is another one in each process.
fn mark() -> u64 {
    static MARK: OnceLock<u64> = OnceLock::new();
    *MARK.get_or_init(|| RandomState::new().build_hasher().finish())
}

/// The text as it may reach a terminal.
pub fn cleaned(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let start = format!("[{};", mark());
    let mut rest = text;
    while let Some((at, found)) = rest.char_indices().find(|(_, letter)| is_left_out(*letter)) {
        let (before, after) = rest.split_at(at);
        clean += before;
        rest = after.get(found.len_utf8()..).unwrap_or_default();
        if found == '\r' && rest.starts_with('\n') {
            // The line end of calendars (RFC 5545).
            clean.push(found);
        } else if found == '\x1b'
            && let Some((sequence, after)) = rest.strip_prefix(&start).and_then(|rest| rest.split_once('m'))
            && sequence.chars().all(|letter| letter.is_ascii_digit() || letter == ';')
        {
            let _ = write!(clean, "{CSI}{sequence}m");
            rest = after;
        }
    }
    clean + rest
}

/// Each line with a priority before it (sd-daemon(3)): one that a text brings along is then part of the message.
fn with_priority(text: &str, priority: &str) -> String {
    text.split_inclusive('\n').map(|line| [priority, line].concat()).collect()
}

fn is_stderr_journal() -> bool {
    static IS_JOURNAL: OnceLock<bool> = OnceLock::new();
    *IS_JOURNAL.get_or_init(|| is_journal(&stderr()))
}

/// Whether a stream leads to the journal: `JOURNAL_STREAM` names its device and inode (systemd.exec(5)). A terminal
/// that a service opened inherits the variable, not the stream.
fn is_journal(stream: &impl AsFd) -> bool {
    let Ok(named) = env::var("JOURNAL_STREAM") else { return false };
    fstat(stream).is_ok_and(|found| named == format!("{}:{}", found.st_dev, found.st_ino))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_trusted_sequences_leave() {
        let bold = trusted("\x1b[1m");
        assert_eq!(cleaned(&format!("{bold}x{}", trusted("\x1b[0m"))), "\x1b[1mx\x1b[0m");
        let forged = format!("\x1b[{};1m", mark() ^ 1);
        let table = [
            ("\x1b[31mred\x1b[0m", "[31mred[0m"),
            ("\x1b]0;title\x07", "]0;title"),
            ("a\u{9b}2Jb", "a2Jb"),
            ("a\rb\r\nc", "ab\r\nc"),
            ("\u{202e}txt.exe", "txt.exe"),
            (forged.as_str(), forged.get(1..).unwrap()),
        ];
        for (text, expected) in table {
            assert_eq!(cleaned(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_priority_that_a_text_brings_along_is_part_of_the_message() {
        assert_eq!(with_priority("a\n<0>b\n", "<6>"), "<6>a\n<6><0>b\n");
    }

    proptest! {
        #[test]
        fn whatever_the_text_no_control_character_leaves(text in "(\\PC|\\p{Cc}|\\p{Cf}|\x1b\\[[0-9;]*[a-zA-Z])*") {
            let out = cleaned(&text);
            prop_assert!(!out.replace("\r\n", "\n").contains(is_left_out), "{out:?}");
        }
    }
}
