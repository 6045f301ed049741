//! A mistake in a file, shown as a compiler shows it: the only file that names the renderer.

use super::fault::Fault;
use crate::text::{is_left_out, one_line, unbroken};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::ser::{Serialize, SerializeStruct, Serializer};
use std::ops::Range;

/// A file of the configuration: where it is, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// How it is named to a person.
    pub file: String,
    /// Its text.
    pub text: String,
}

/// Something in a file that is not as it should be: where, what, and how bad it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The file, as it is named to a person.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub fault: Fault,
    /// Whether it is wrong, or only may be.
    pub severity: Severity,
    /// The bytes of the file that it is about.
    pub span: Range<usize>,
}

/// As `check --json` has it; a mistake without a severity is an error.
impl Serialize for Mistake {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let is_warning = self.severity == Severity::Warning;
        let mut fields = serializer.serialize_struct("Mistake", if is_warning { 6 } else { 5 })?;
        fields.serialize_field("file", &self.file)?;
        fields.serialize_field("line", &self.line)?;
        fields.serialize_field("column", &self.column)?;
        fields.serialize_field("message", &self.message())?;
        fields.serialize_field("help", &self.help())?;
        if is_warning {
            fields.serialize_field("severity", &self.severity)?;
        }
        fields.end()
    }
}

/// How much is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// It cannot be used.
    #[default]
    Error,
    /// It can be used, and may not be meant: `check` lists it, and nothing is refused for it.
    Warning,
}

/// The longest message, in characters; what it quotes may be as long as a file.
const LONGEST: usize = 400;

fn shortened(mut message: String) -> String {
    if let Some((end, _)) = message.char_indices().nth(LONGEST) {
        message.truncate(end);
        message.push('…');
    }
    message
}

impl Mistake {
    /// How many these are: the last of many stands for those that are not listed, as far as they were counted.
    ///
    /// ```
    /// use remembrance::config::{Mistake, load, Source};
    /// use remembrance::zone::ZoneError;
    /// let text = (0..60).map(|n| format!("key{n} = 1\n")).collect::<String>();
    /// let source = Source { file: "config.toml".to_owned(), text };
    /// let loaded = load(&[source], &|name| Err(ZoneError::NoFiles(name.to_owned())));
    /// assert_eq!((loaded.mistakes.len(), Mistake::count(&loaded.mistakes)), (51, 60));
    /// assert_eq!(Mistake::count(&[]), 0);
    /// ```
    pub fn count<'m>(mistakes: impl IntoIterator<Item = &'m Self>) -> usize {
        let of = |mistake: &Self| match mistake.fault {
            Fault::More(more) => more.unwrap_or(0),
            _ => 1,
        };
        mistakes.into_iter().map(of).sum()
    }

    /// A mistake at these bytes of a file.
    pub fn at(source: &Source, span: Range<usize>, fault: Fault) -> Self {
        Self::in_text(&source.file, &source.text, span, fault)
    }

    /// A mistake at these bytes of the text of a file.
    pub(super) fn in_text(file: &str, text: &str, span: Range<usize>, fault: Fault) -> Self {
        let start = (0..=span.start.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
        let start = start.expect("a text begins at a letter");
        let before = text.get(..start).expect("it starts at a letter");
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self {
            file: file.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before.get(line_start..).expect("a line starts at a letter").chars().count() + 1,
            fault,
            severity: Severity::Error,
            span: start..span.end.clamp(start, text.len()),
        }
    }

    /// What is wrong, as a sentence without its full stop.
    pub fn message(&self) -> String {
        shortened(self.fault.to_string())
    }

    /// What to do about it, where that is known.
    pub fn help(&self) -> Option<String> {
        self.fault.help().map(shortened)
    }

    /// The same as a warning.
    #[must_use]
    pub fn as_warning(self) -> Self {
        Self { severity: Severity::Warning, ..self }
    }

    /// A mistake of a file as a whole.
    pub fn of_file(file: &str, fault: Fault) -> Self {
        Self { file: file.to_owned(), line: 1, column: 1, fault, severity: Severity::Error, span: 0..0 }
    }

    /// A mistake of a line of a file, from 1, that has no better place.
    pub fn of_line(file: &str, line: usize, fault: Fault) -> Self {
        Self { line, ..Self::of_file(file, fault) }
    }

    /// The mistake in one line: `config.toml:7:1: unknown key ...`.
    pub fn in_one_line(&self) -> String {
        let help = self.help().map(|help| format!("; {help}")).unwrap_or_default();
        one_line(&format!("{}:{}:{}: {}{help}", self.file, self.line, self.column, self.message()))
    }

    /// The mistake with its line of the file and a caret; `text` is the text of that file.
    pub fn render(&self, text: &str, is_coloured: bool) -> String {
        let renderer = if is_coloured { Renderer::styled() } else { Renderer::plain() };
        let level = if self.severity == Severity::Error { Level::ERROR } else { Level::WARNING };
        // What is quoted in a message and in the file is shown without what a terminal must not get.
        let clean = |text: String| unbroken(&text).replace(is_left_out, "");
        let (message, help) = (clean(self.message()), self.help().map(clean));
        let file = one_line(&self.file);
        let title = level.primary_title(message.as_str());
        let origin = Origin::path(file.as_str());
        let (line, span, is_whole) = self.shown(text);
        let line = visible(line);
        let mut group = if text.is_empty() {
            // Of a calendar the line is known, and not what it says.
            title.element(if self.line > 1 { origin.line(self.line) } else { origin })
        } else {
            let snippet = Snippet::source(line.as_str())
                .line_start(self.line)
                .annotation(AnnotationKind::Primary.span(span));
            if is_whole {
                title.element(snippet.path(file.as_str()))
            } else {
                // The columns of a part are not those of the line.
                title.element(origin.line(self.line).char_column(self.column)).element(snippet)
            }
        };
        if let Some(help) = &help {
            group = group.element(Level::HELP.message(help.as_str()));
        }
        let report: &[Group<'_>] = &[group];
        renderer.render(report)
    }

    /// Its line, of a long one the part around it, and the span within, so that a caret marks it rather than a
    /// bracket.
    fn shown<'t>(&self, text: &'t str) -> (&'t str, Range<usize>, bool) {
        if self.span == (0..0) && self.line > 1 {
            let line = text.lines().nth(self.line - 1).unwrap_or_default();
            let end = (0..=LONGEST.min(line.len())).rev().find(|at| line.is_char_boundary(*at)).unwrap_or(0);
            return (line.get(..end).unwrap_or_default(), 0..0, true);
        }
        let (before, after) = text.split_at_checked(self.span.start).unwrap_or_default();
        let boundary =
            |at: usize| (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let start = line_start.max(boundary(self.span.start.saturating_sub(LONGEST)));
        let end = self.span.start + after.find('\n').unwrap_or(after.len());
        let end = end.min(boundary(self.span.start + LONGEST));
        let line = text.get(start..end).unwrap_or_default().trim_end_matches('\r');
        let within = |at: usize| at.saturating_sub(start).min(line.len());
        (line, within(self.span.start)..within(self.span.end), start == line_start)
    }
}

/// A line in which another letter of as many bytes stands for each that a terminal must not get, so that columns stay.
fn visible(line: &str) -> String {
    let stand_in = |letter: char| match letter.len_utf8() {
        _ if !is_left_out(letter) => letter,
        1 => '?',
        2 => '·',
        _ => char::REPLACEMENT_CHARACTER,
    };
    line.chars().map(stand_in).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let source = Source { file: "c.toml".to_owned(), text: "a = 1\nə = \"ş\" x\n".to_owned() };
        let at = source.text.find('x').unwrap();
        let mistake = Mistake::at(&source, at..at + 1, Fault::EmptyText);
        assert_eq!((mistake.line, mistake.column), (2, 9));
        assert!(
            mistake.render(&source.text, false).contains("--> c.toml:2:9"),
            "{}",
            mistake.render(&source.text, false)
        );
    }
}
