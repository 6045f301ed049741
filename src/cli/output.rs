//! How output looks: colour on a terminal, plain in a pipe, wrapped to the width.

use clap::ColorChoice;
use clap::builder::styling::{AnsiColor, Style};
use serde::Serialize;
use std::io::{IsTerminal, Write, stdout};

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
        let is_terminal = stdout().is_terminal();
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
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

    /// Text that steps back.
    pub(super) fn dim(self, text: &str) -> String {
        self.styled(text, AnsiColor::BrightBlack.on_default())
    }

    fn styled(self, text: &str, style: Style) -> String {
        if self.is_coloured { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }

    /// Text wrapped to the terminal's width; whole lines in a pipe, for other programs to wrap.
    pub(super) fn wrap(self, text: &str) -> String {
        if !self.is_terminal {
            return text.to_owned();
        }
        textwrap::fill(text, textwrap::termwidth().clamp(20, WIDEST))
    }
}

/// A table: columns padded to their widest cell, two spaces between.
pub(super) fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width =
        |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| display_width(cell)).max();
    let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
    let line = |row: &Vec<String>| {
        let cells = row
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell}{}", " ".repeat(width - display_width(cell))));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

/// The columns that a cell takes on a terminal.
fn display_width(cell: &str) -> usize {
    textwrap::core::display_width(cell)
}

/// Prints text; a reader that went away (`| head`) ends it quietly.
pub(super) fn print(text: &str) -> Result<(), String> {
    let mut out = stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(format!("cannot write: {error}")),
        _ => Ok(()),
    }
}

/// Prints a value as JSON, on lines that a person can read too.
pub(super) fn print_json(value: &impl Serialize) -> Result<(), String> {
    let text = serde_json::to_string_pretty(value).map_err(|error| error.to_string())?;
    print(&(text + "\n"))
}
