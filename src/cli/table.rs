//! Tables: columns padded to their widest cell, two spaces between.

use super::output::display_width;
use crate::text::{is_plain_line, unbroken};
use std::borrow::Cow;

/// The blanks between two columns.
const GAP: usize = 2;

/// A table that is filled cell by cell. It may have ten thousand rows, so a cell has no memory of its own.
#[derive(Debug, Default)]
pub(super) struct TextTable {
    /// The cells, one after the other.
    text: String,
    cells: Vec<Cell>,
    /// How many cells there are up to the end of each row.
    rows: Vec<u32>,
    widths: Vec<usize>,
}

/// The bytes of a text, and whether each of them takes one column on a terminal.
#[derive(Debug, Clone, Copy)]
struct Cell(u32);

impl Cell {
    const IS_PLAIN: u32 = 1 << 31;

    fn new(length: usize, is_plain: bool) -> Self {
        let length = u32::try_from(length).ok().filter(|length| *length < Self::IS_PLAIN);
        Self(length.expect("a cell has less than 2 GiB") | if is_plain { Self::IS_PLAIN } else { 0 })
    }

    fn length(self) -> usize {
        (self.0 & !Self::IS_PLAIN) as usize
    }

    /// The columns that its text takes.
    fn width(self, text: &str) -> usize {
        if self.0 & Self::IS_PLAIN == 0 { display_width(text) } else { self.length() }
    }
}

impl TextTable {
    /// A table with room for so many rows of three cells and some thirty letters.
    pub(super) fn with_room(rows: usize) -> Self {
        Self {
            text: String::with_capacity(rows * 32),
            cells: Vec::with_capacity(rows * 3),
            rows: Vec::with_capacity(rows),
            widths: Vec::new(),
        }
    }

    /// Adds a row.
    pub(super) fn row(&mut self, cells: &[impl AsRef<str>]) {
        let last = cells.iter().rposition(|cell| !cell.as_ref().is_empty());
        let cells = &cells[..last.map_or(0, |last| last + 1)];
        if self.widths.len() < cells.len() {
            self.widths.resize(cells.len(), 0);
        }
        for (cell, widest) in cells.iter().zip(&mut self.widths) {
            let is_plain = is_plain_line(cell.as_ref());
            let text = if is_plain { Cow::Borrowed(cell.as_ref()) } else { unbroken(cell.as_ref()) };
            let cell = Cell::new(text.len(), is_plain);
            *widest = cell.width(&text).max(*widest);
            self.text += &text;
            self.cells.push(cell);
        }
        self.rows.push(u32::try_from(self.cells.len()).expect("a table has less than 4 billion cells"));
    }

    /// The table as text, without blanks at the ends of its lines.
    pub(super) fn set(&self) -> String {
        let width: usize = self.widths.iter().map(|width| width + GAP).sum();
        let mut text = String::with_capacity(self.rows.len() * (width + 1));
        let (mut cells, mut start, mut done) = (self.cells.iter(), 0, 0);
        for row in &self.rows {
            let line = text.len();
            let mut blanks = 0;
            for (cell, width) in cells.by_ref().take((row - done) as usize).zip(&self.widths) {
                let end = start + cell.length();
                let cell_text = self.text.get(start..end).expect("a cell is a part of the text of all");
                if !cell_text.is_empty() {
                    push_blanks(&mut text, blanks);
                    text += cell_text;
                    blanks = 0;
                }
                blanks += width - cell.width(cell_text) + GAP;
                start = end;
            }
            done = *row;
            let kept = text.get(line..).unwrap_or_default().trim_end().len();
            text.truncate(line + kept);
            text.push('\n');
        }
        text
    }
}

fn push_blanks(text: &mut String, count: usize) {
    const BLANKS: &str = "                                ";
    match BLANKS.get(..count) {
        Some(blanks) => text.push_str(blanks),
        None => text.extend(std::iter::repeat_n(' ', count)),
    }
}

/// A table of these rows.
pub(super) fn table<R: AsRef<[String]>>(rows: &[R]) -> String {
    let mut table = TextTable::default();
    rows.iter().for_each(|row| table.row(row.as_ref()));
    table.set()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell_and_lines_end_with_their_text() {
        let rows = |rows: &[&[&str]]| -> Vec<Vec<String>> {
            rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
        };
        let long = "x".repeat(40);
        let cases: [(&[&[&str]], &str); 7] = [
            (&[], ""),
            (&[&[]], "\n"),
            (&[&["a", "bb", "c"], &["aaa", "b", ""]], "a    bb  c\naaa  b\n"),
            (&[&["", "", "c"], &["a", "b "]], "       c\na  b\n"),
            (&[&["祖父", "x"], &["ə", "y"]], "祖父  x\nə     y\n"),
            (&[&["a\nb", "\u{2028}c"]], "a b   c\n"),
            (&[&["a", "", "c"], &[&long]], &format!("a{}c\n{long}\n", " ".repeat(43))),
        ];
        for (cells, expected) in cases {
            assert_eq!(table(&rows(cells)), expected, "{cells:?}");
        }
    }
}
