//! The part of a text that an edit is about: a tree to be edited takes a hundred times what its text has.

use super::error::EditError;
use crate::config::document::{self, Document, End};
use toml_edit::DocumentMut;

/// The most tokens of an excerpt: words, signs and blanks.
const MOST_TOKENS: usize = 50_000;

/// The tables that lead to a path of keys, ready to be edited; each run of other tables is an empty table in its place.
pub(super) struct Excerpt<'t> {
    pub(super) document: DocumentMut,
    /// What the keys of the empty tables begin with; the text does not have it.
    mark: String,
    /// What the empty tables stand for, in order.
    cut: Vec<&'t str>,
}

/// A table with a header, or the keys above the first one.
struct Section {
    start: usize,
    is_kept: bool,
}

impl<'t> Excerpt<'t> {
    /// The keys above the first header, and the tables that `path` leads through or into.
    ///
    /// # Errors
    /// When the text is not TOML, or too much of it is about this path.
    pub(super) fn of(text: &'t str, path: &[&str]) -> Result<Self, EditError> {
        let sections = sections(text, path)?;
        // A text has fewer marks in it than bytes.
        let mark =
            (0..=text.len()).map(|n| format!("remembrance-cut-{n}-")).find(|mark| !text.contains(mark));
        let mark = mark.expect("a text does not have them all");
        let (mut excerpt, mut cut, mut at) = (String::new(), Vec::new(), 0);
        let mut rest = sections.iter().peekable();
        while let Some(section) = rest.next() {
            if section.is_kept {
                continue;
            }
            while rest.next_if(|next| !next.is_kept).is_some() {}
            let end =
                rest.peek().map_or(text.len(), |next| end_of_statements(text, section.start, next.start));
            excerpt += part(text, at, section.start);
            excerpt += &header(&mark, cut.len());
            cut.push(part(text, section.start, end));
            at = end;
        }
        excerpt += part(text, at, text.len());
        if document::count_tokens(&excerpt) > MOST_TOKENS {
            return Err(EditError::TooLarge { line: line_of_largest(text, &sections) });
        }
        let document = excerpt.parse().map_err(|_| EditError::Syntax)?;
        Ok(Self { document, mark, cut })
    }

    /// The whole text with the document as it is now.
    pub(super) fn whole(&self) -> String {
        self.whole_of(&self.document.to_string())
    }

    /// The whole text with this text of the document.
    pub(super) fn whole_of(&self, edited: &str) -> String {
        let mut whole =
            String::with_capacity(edited.len() + self.cut.iter().map(|cut| cut.len()).sum::<usize>());
        let mut rest = edited;
        for (index, cut) in self.cut.iter().enumerate() {
            let (before, after) =
                rest.split_once(&header(&self.mark, index)).expect("an edit leaves other tables as they are");
            whole += before;
            whole += cut;
            rest = after;
        }
        whole + rest
    }
}

fn header(mark: &str, index: usize) -> String {
    format!("[{mark}{index}]\n")
}

fn part(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).expect("sections begin and end between lines")
}

/// The tree of a whole text, to look at.
///
/// # Errors
/// When the text is not TOML, or has more values than are read.
pub(super) fn read(text: &str) -> Result<Document<'_>, EditError> {
    let parsed = document::parse(text, 0);
    match parsed.end {
        End::TooManyValues(at) => Err(EditError::TooLarge { line: line_at(text, at) }),
        End::Whole if parsed.faults.is_empty() => Ok(parsed.document),
        End::Whole | End::TooManyFaults => Err(EditError::Syntax),
    }
}

/// The sections of a text, the first of which has no header.
fn sections(text: &str, path: &[&str]) -> Result<Vec<Section>, EditError> {
    let document = read(text)?;
    let of_header = |(start, keys): (usize, Vec<_>)| Section {
        start: text.get(..start).and_then(|above| above.rfind('\n')).map_or(0, |end| end + 1),
        is_kept: keys.iter().zip(path).all(|(key, wanted)| key == wanted),
    };
    let mut sections = vec![Section { start: 0, is_kept: true }];
    sections.extend(document.headers().map(of_header));
    sections.sort_unstable_by_key(|section| section.start);
    Ok(sections)
}

/// Where the statements between two places end: the comments and empty lines after them belong to what follows.
fn end_of_statements(text: &str, start: usize, next: usize) -> usize {
    let is_between = |line: &&str| line.trim().is_empty() || line.trim_start().starts_with('#');
    let lines = part(text, start, next).split_inclusive('\n').rev();
    next - lines.take_while(is_between).map(str::len).sum::<usize>()
}

fn line_of_largest(text: &str, sections: &[Section]) -> usize {
    let ends = sections.iter().skip(1).map(|next| next.start).chain([text.len()]);
    let kept = sections.iter().zip(ends).filter(|(section, _)| section.is_kept);
    let largest = kept.max_by_key(|(section, end)| end - section.start);
    line_at(text, largest.map_or(0, |(section, _)| section.start))
}

/// The line at this byte, from 1.
fn line_at(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}
