//! Where a value stands in the files of a configuration.

use super::fault::Fault;
use super::mistake::{Mistake, Source};
use std::num::NonZeroU64;
use std::ops::Range;

/// The bytes of a value in one of the files. Its line is counted only when a mistake is found there.
///
/// A day has a dozen of them, most of them `None`: the index of the file and one, the start and the length share a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place(NonZeroU64);

/// The bits of a start and of a length: a text that is read has less than 16 MiB.
const SPAN_BITS: u32 = 24;

/// Why the bytes of a place are a text.
const IS_VALUE: &str = "a place is that of a value in the text it was read from";

/// A value, and where it is written.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Written<T> {
    pub(super) value: T,
    pub(super) place: Place,
}

impl Place {
    /// `source` is the index of the file, the lowest layer first.
    pub(super) fn new(source: usize, span: &Range<usize>) -> Self {
        let bits = |number: usize| {
            let number = u64::try_from(number).expect("a usize has at most 64 bits");
            assert!(number < 1 << SPAN_BITS, "a text that is read has less than 16 MiB");
            number
        };
        let source = u16::try_from(source + 1).expect("each file counts against the size of all");
        let spans = bits(span.start) << SPAN_BITS | bits(span.len());
        Self(NonZeroU64::new(u64::from(source) << (2 * SPAN_BITS) | spans).expect("a source is at least 1"))
    }

    /// The bits from `shift` on, at most a span's.
    fn field(self, shift: u32) -> usize {
        let field = self.0.get() >> shift & ((1 << SPAN_BITS) - 1);
        usize::try_from(field).expect("24 bits fit")
    }

    /// The index of the file that it is in.
    pub(super) fn source_index(self) -> usize {
        self.field(2 * SPAN_BITS) - 1
    }

    /// The file that it is in.
    pub(super) fn source(self, sources: &[Source]) -> &Source {
        sources.get(self.source_index()).expect("a place is in one of the files that were read")
    }

    pub(super) fn span(self) -> Range<usize> {
        let start = self.field(SPAN_BITS);
        start..start + self.field(0)
    }

    /// A mistake here.
    pub(super) fn mistake(self, sources: &[Source], fault: Fault) -> Mistake {
        Mistake::at(self.source(sources), self.span(), fault)
    }

    /// The value as it is written, on one line.
    pub(super) fn text(self, sources: &[Source]) -> String {
        let text = self.source(sources).text.get(self.span()).expect(IS_VALUE);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
