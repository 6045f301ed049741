//! Where a value stands in the files of a configuration.

use super::fault::Fault;
use super::mistake::{Mistake, Source};
use std::ops::Range;

/// The bytes of a value in one of the files. Its line is counted only when a mistake is found there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The index of the file, the lowest layer first.
    source: u32,
    start: u32,
    end: u32,
}

/// Why the bytes of a place are a text.
const IS_VALUE: &str = "a place is that of a value in the text it was read from";

/// A value, and where it is written.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Written<T> {
    pub(super) value: T,
    pub(super) place: Place,
}

impl Place {
    pub(super) fn new(source: usize, span: &Range<usize>) -> Self {
        let small = |at: usize| u32::try_from(at).expect("a configuration has less than 4 GiB");
        Self { source: small(source), start: small(span.start), end: small(span.end) }
    }

    /// The file that it is in.
    pub(super) fn source(self, sources: &[Source]) -> &Source {
        sources.get(self.source as usize).expect("a place is in one of the files that were read")
    }

    pub(super) fn span(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// A mistake here.
    pub(super) fn mistake(self, sources: &[Source], fault: Fault) -> Mistake {
        Mistake::at(self.source(sources), self.span(), fault)
    }

    /// The line, from 1.
    pub(super) fn line(self, sources: &[Source]) -> usize {
        let before = self.source(sources).text.get(..self.start as usize).expect(IS_VALUE);
        before.matches('\n').count() + 1
    }

    /// The value as it is written, on one line.
    pub(super) fn text(self, sources: &[Source]) -> String {
        let text = self.source(sources).text.get(self.span()).expect(IS_VALUE);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
