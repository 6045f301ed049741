//! How output looks: colour on a terminal, plain in a pipe, wrapped to the width.

use super::{Error, ProgramError};
use crate::host::bus;
use crate::host::streams::{self, trusted};
use crate::text::{is_left_out, is_plain_line, unbroken};
use clap::ColorChoice;
use clap::builder::styling::{AnsiColor, Style};
use serde::Serialize;
use std::env;
use std::io::{IsTerminal, Write, stderr, stdout};
use std::process::{Command, Stdio};
use terminal_size::terminal_size;

/// The widest that text is set: longer lines are hard to read.
const WIDEST: usize = 80;

/// Where output goes, and how.
#[derive(Debug, Clone, Copy)]
pub(super) struct Output {
    /// Whether to use colour and weight.
    pub(super) is_coloured: bool,
    /// Whether a person reads along.
    pub(super) is_terminal: bool,
}

impl Output {
    /// Looks at standard output; `NO_COLOR` (no-color.org) and a dumb terminal switch colour off.
    pub(super) fn new(choice: ColorChoice) -> Self {
        Self::of(choice, false)
    }

    /// The same, for standard error where `is_error` says so.
    pub(super) fn of(choice: ColorChoice, is_error: bool) -> Self {
        let is_terminal = if is_error { stderr().is_terminal() } else { stdout().is_terminal() };
        let is_set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
        let is_dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        let is_coloured = match choice {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => is_terminal && !is_set("NO_COLOR") && !is_dumb,
        };
        Self { is_coloured, is_terminal }
    }

    /// Strong text.
    pub(super) fn bold(self, text: &str) -> String {
        self.styled(text, Style::new().bold())
    }

    /// Stressed text.
    pub(super) fn italic(self, text: &str) -> String {
        self.styled(text, Style::new().italic())
    }

    /// Struck text; between tildes, as Markdown has it, where it cannot be struck.
    pub(super) fn struck(self, text: &str) -> String {
        if self.is_coloured { self.styled(text, Style::new().strikethrough()) } else { format!("~~{text}~~") }
    }

    /// Text that is marked.
    pub(super) fn marked(self, text: &str) -> String {
        self.styled(text, Style::new().bold().invert())
    }

    /// Text that steps back.
    pub(super) fn dim(self, text: &str) -> String {
        self.styled(text, AnsiColor::BrightBlack.on_default())
    }

    fn styled(self, text: &str, style: Style) -> String {
        if self.is_coloured && !text.is_empty() {
            [&trusted(&style.to_string()), text, &trusted(&format!("{style:#}"))].concat()
        } else {
            text.to_owned()
        }
    }

    /// Text wrapped to the terminal's width; whole lines in a pipe, for other programs to wrap.
    pub(super) fn wrap(self, text: &str) -> String {
        self.wrap_within(text, "", "")
    }

    /// The same, with something before the first line and before the others.
    pub(super) fn wrap_within(self, text: &str, first: &str, rest: &str) -> String {
        if !self.is_terminal {
            return format!("{first}{text}");
        }
        let options = textwrap::Options::new(width()).initial_indent(first).subsequent_indent(rest);
        if text.contains("://") {
            // An address stays whole, so that it can be clicked on.
            let whole = options.break_words(false).word_splitter(textwrap::WordSplitter::NoHyphenation);
            return textwrap::fill(text, whole);
        }
        textwrap::fill(text, options)
    }

    /// Text wrapped between words alone, so that ids, addresses and paths stay whole.
    pub(super) fn wrap_words(self, text: &str) -> String {
        if !self.is_terminal {
            return text.to_owned();
        }
        let options = textwrap::Options::new(width()).break_words(false);
        textwrap::fill(text, options.word_splitter(textwrap::WordSplitter::NoHyphenation))
    }

    /// Cuts the cells of a column so that a table of these rows fits the terminal; at least eight columns of it stay.
    pub(super) fn shrink(self, rows: &mut [Vec<String>], column: usize) {
        let count = rows.iter().map(Vec::len).max().unwrap_or(0);
        let widest =
            |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| display_width(cell)).max();
        let widths: Vec<usize> = (0..count).map(|at| widest(at).unwrap_or(0)).collect();
        let whole = widths.iter().sum::<usize>() + 2 * count.saturating_sub(1);
        let (Some(taken), true) = (widths.get(column), self.is_terminal && whole > width()) else { return };
        let left = taken.saturating_sub(whole - width()).max(8);
        for cell in rows.iter_mut().filter_map(|row| row.get_mut(column)) {
            *cell = fit(cell, left);
        }
    }

    /// Prints text, by the pager where a person reads along and it is longer than the screen.
    ///
    /// The pager is `PAGER`, else `less`; an empty one or `cat` means no pager.
    pub(super) fn page(self, text: &str) -> Result<(), Error> {
        let rows = terminal_size().map_or(usize::MAX, |(_, rows)| usize::from(rows.0));
        let pager = env::var("PAGER").unwrap_or_else(|_| "less".to_owned());
        if !self.is_terminal || text.lines().count() < rows || pager.is_empty() || pager == "cat" {
            return print(text);
        }
        let mut command = Command::new("sh");
        command.args(["-c", &pager]).stdin(Stdio::piped());
        bus::sockets_only(&mut command);
        if env::var_os("LESS").is_none() {
            // Colours as they are, and the text stays on the screen afterwards.
            command.env("LESS", "FRX");
        }
        if env::var_os("LESSCHARSET").is_none() {
            // In the C locale less would show letters beyond ASCII as codes.
            command.env("LESSCHARSET", "utf-8");
        }
        let Ok(mut running) = command.spawn() else {
            return print(text);
        };
        if let Some(mut stdin) = running.stdin.take() {
            // A reader who has read enough closes it early.
            let _ = stdin.write_all(streams::cleaned(text).as_bytes());
        }
        match running.wait() {
            // The shell exits with 127 when there is no such program.
            Ok(status) if status.code() == Some(127) => print(text),
            Ok(_) => Ok(()),
            Err(error) => Err(ProgramError::NotStarted { program: pager, error }.into()),
        }
    }
}

/// How many columns text may take.
pub(super) fn width() -> usize {
    textwrap::termwidth().clamp(20, WIDEST)
}

/// Text cut to this many columns, with an ellipsis.
pub(super) fn fit(text: &str, columns: usize) -> String {
    if display_width(text) <= columns {
        return text.to_owned();
    }
    let mut kept = String::new();
    for letter in text.chars() {
        if display_width(&kept) + display_width(letter.encode_utf8(&mut [0; 4])) >= columns {
            break;
        }
        kept.push(letter);
    }
    kept.trim_end().to_owned() + "…"
}

/// A summary cut to this many columns: the name is cut, and the years after it stay.
pub(super) fn fit_summary(summary: &str, columns: usize) -> String {
    let years = summary.rfind(" · ").map_or("", |at| &summary[at..]);
    let left = columns.saturating_sub(display_width(years));
    if display_width(summary) <= columns || left < 3 {
        return fit(summary, columns);
    }
    fit(summary.strip_suffix(years).unwrap_or(summary), left) + years
}

/// The columns that a cell takes on a terminal.
pub(super) fn display_width(cell: &str) -> usize {
    if is_plain_line(cell) { cell.len() } else { textwrap::core::display_width(cell) }
}

/// Prints a sentence on one line, whatever it quotes.
pub(super) fn print_line(sentence: &str) -> Result<(), Error> {
    print(&(unbroken(sentence).into_owned() + "\n"))
}

/// Prints text; a reader that went away (`| head`) ends it quietly.
pub(super) fn print(text: &str) -> Result<(), Error> {
    match streams::print(text) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Error::Output(error)),
        _ => Ok(()),
    }
}

/// Prints a value as JSON, on lines that a person can read too.
pub(super) fn print_json(value: &impl Serialize) -> Result<(), Error> {
    let text = serde_json::to_string_pretty(value).expect("values of this program have keys of text");
    print(&(escaped(&text) + "\n"))
}

/// A value as JSON on one line.
pub(super) fn json_line(value: &impl Serialize) -> String {
    escaped(&serde_json::to_string(value).expect("values of this program have keys of text")) + "\n"
}

/// JSON in which what a terminal must not get is an escape, so that programs lose nothing of a text.
fn escaped(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for letter in json.chars() {
        // JSON itself has escapes for the first 32; its line ends are not part of a text.
        if letter != '\n' && is_left_out(letter) {
            escaped += &format!("\\u{:04x}", u32::from(letter));
        } else {
            escaped.push(letter);
        }
    }
    escaped
}
