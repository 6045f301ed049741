//! A mistake in a file, told as a compiler tells it: the only file that names the renderer.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
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
    /// The bytes of the file that it is about.
    #[serde(skip)]
    pub span: Range<usize>,
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
            message: message.into(),
            help,
            span: start..span.end.clamp(start, text.len()),
        }
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
        let title = Level::ERROR.primary_title(self.message.as_str());
        let mut group = if text.is_empty() {
            let origin = annotate_snippets::Origin::path(self.file.as_str());
            title.element(origin)
        } else {
            let annotation = AnnotationKind::Primary.span(self.shown_span(text));
            title.element(Snippet::source(text).path(self.file.as_str()).annotation(annotation))
        };
        if let Some(help) = &self.help {
            group = group.element(Level::HELP.message(help.as_str()));
        }
        let report: &[Group<'_>] = &[group];
        renderer.render(report)
    }

    /// The span within its first line, so that a caret marks it rather than a bracket.
    fn shown_span(&self, text: &str) -> Range<usize> {
        let shown = text.get(self.span.clone()).unwrap_or_default();
        let first_line = shown.find('\n').unwrap_or(shown.len());
        self.span.start..self.span.start + first_line
    }
}

/// The nearest of `known` to `word`, for "did you mean"; `None` when nothing is near.
pub(crate) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let scored = known.into_iter().map(|candidate| (strsim::jaro_winkler(word, candidate), candidate));
    let best = scored.max_by(|(a, _), (b, _)| a.total_cmp(b));
    best.filter(|(score, _)| *score > 0.75).map(|(_, candidate)| candidate)
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
