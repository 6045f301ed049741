//! Tables: columns padded to their widest cell, two spaces between.

use super::output::display_width;
use crate::text::{is_plain_line, unbroken};

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

#[derive(Debug, Clone, Copy)]
struct Cell {
    /// The bytes of its text.
    length: u32,
    /// The columns that it takes on a terminal.
    width: u32,
}

fn small(count: usize) -> u32 {
    u32::try_from(count).expect("a table has less than 4 GiB")
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

    /// Adds a cell to the row.
    pub(super) fn cell(&mut self, text: &str) {
        let begin = self.text.len();
        let width = if is_plain_line(text) {
            self.text += text;
            text.len()
        } else {
            let text = unbroken(text);
            self.text += &text;
            display_width(&text)
        };
        let column = self.cells.len() - self.rows.last().map_or(0, |cells| *cells as usize);
        match self.widths.get_mut(column) {
            Some(widest) => *widest = width.max(*widest),
            None => self.widths.push(width),
        }
        self.cells.push(Cell { length: small(self.text.len() - begin), width: small(width) });
    }

    /// Ends the row.
    pub(super) fn end_row(&mut self) {
        self.rows.push(small(self.cells.len()));
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
                let end = start + cell.length as usize;
                let cell_text = self.text.get(start..end).expect("a cell is a part of the text of all");
                if !cell_text.is_empty() {
                    push_blanks(&mut text, blanks);
                    text += cell_text;
                    blanks = 0;
                }
                blanks += width - cell.width as usize + GAP;
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
    for row in rows {
        row.as_ref().iter().for_each(|cell| table.cell(cell));
        table.end_row();
    }
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
