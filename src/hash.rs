//! A hash of short texts, of which a config may have ten thousand.

use foldhash::fast::{FoldHasher, RandomState};
use std::hash::BuildHasher;

/// Makes hashers of short texts, from a start that no file can be written for. Cloned hashers agree; those of two
/// values made anew do not.
///
/// ```
/// use remembrance::hash::ShortTexts;
/// use std::hash::BuildHasher;
/// let hashes = ShortTexts::default();
/// assert_eq!(hashes.hash_one("May 1"), hashes.clone().hash_one("May 1"));
/// assert_ne!(hashes.hash_one("May 1"), hashes.hash_one("May 2"));
/// ```
#[derive(Debug, Clone, Default)]
pub struct ShortTexts(RandomState);

impl BuildHasher for ShortTexts {
    type Hasher = FoldHasher<'static>;

    fn build_hasher(&self) -> FoldHasher<'static> {
        self.0.build_hasher()
    }
}
