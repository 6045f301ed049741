//! A mistake in a file, told as a compiler tells it: the only file that names the renderer.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;
use std::ops::Range;

/// A file of the configuration: where it lies, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// How it is named to a person.
    pub file: String,
    /// Its text.
    pub text: String,
}

/// Something in a file that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mistake {
    /// The file, as it is named to a person.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// The way out.
    pub help: Option<String>,
    /// Whether it is one, or only may be.
    #[serde(skip_serializing_if = "Severity::is_error")]
    pub severity: Severity,
    /// The bytes of the file that it is about.
    #[serde(skip)]
    pub span: Range<usize>,
}

/// How much is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// It cannot be used.
    #[default]
    Error,
    /// It can be used, and may not be meant: `check` tells it, and nothing is refused for it.
    Warning,
}

impl Severity {
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
    fn is_error(&self) -> bool {
        *self == Self::Error
    }
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
    /// A mistake at these bytes of a file.
    pub fn at(source: &Source, span: Range<usize>, message: impl Into<String>, help: Option<String>) -> Self {
        let text = &source.text;
        let start = (0..=span.start.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let before = text.get(..start).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self {
            file: source.file.clone(),
            line: before.matches('\n').count() + 1,
            column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
            message: shortened(message.into()),
            help: help.map(shortened),
            severity: Severity::Error,
            span: start..span.end.clamp(start, text.len()),
        }
    }

    /// The same as a warning.
    #[must_use]
    pub fn as_warning(self) -> Self {
        Self { severity: Severity::Warning, ..self }
    }

    /// A file that could not be read at all.
    pub fn of_file(file: &str, message: impl Into<String>, help: Option<String>) -> Self {
        let source = Source { file: file.to_owned(), text: String::new() };
        Self::at(&source, 0..0, message, help)
    }

    /// The mistake in one line: `config.toml:7:1: unknown key ...`.
    pub fn in_one_line(&self) -> String {
        let help = self.help.as_ref().map(|help| format!("; {help}")).unwrap_or_default();
        format!("{}:{}:{}: {}{help}", self.file, self.line, self.column, self.message)
    }

    /// The mistake with its line of the file and a caret; `text` is the text of that file.
    pub fn render(&self, text: &str, is_coloured: bool) -> String {
        let renderer = if is_coloured { Renderer::styled() } else { Renderer::plain() };
        let level = if self.severity == Severity::Error { Level::ERROR } else { Level::WARNING };
        let title = level.primary_title(self.message.as_str());
        let origin = Origin::path(self.file.as_str());
        let mut group = if text.is_empty() {
            title.element(origin)
        } else {
            let (line, span, is_whole) = self.shown(text);
            let snippet =
                Snippet::source(line).line_start(self.line).annotation(AnnotationKind::Primary.span(span));
            if is_whole {
                title.element(snippet.path(self.file.as_str()))
            } else {
                // The columns of a part are not those of the line.
                title.element(origin.line(self.line).char_column(self.column)).element(snippet)
            }
        };
        if let Some(help) = &self.help {
            group = group.element(Level::HELP.message(help.as_str()));
        }
        let report: &[Group<'_>] = &[group];
        renderer.render(report)
    }

    /// Its line, of a long one the part around it, and the span within, so that a caret marks it rather than a
    /// bracket.
    fn shown<'t>(&self, text: &'t str) -> (&'t str, Range<usize>, bool) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let source = Source { file: "c.toml".to_owned(), text: "a = 1\nə = \"ş\" x\n".to_owned() };
        let at = source.text.find('x').unwrap();
        let mistake = Mistake::at(&source, at..at + 1, "wrong", None);
        assert_eq!((mistake.line, mistake.column), (2, 9));
        assert!(
            mistake.render(&source.text, false).contains("--> c.toml:2:9"),
            "{}",
            mistake.render(&source.text, false)
        );
    }
}
