//! A hash of short texts, of which a config may have ten thousand.

use std::hash::{BuildHasher, Hasher, RandomState};

/// Makes hashers of short texts: FNV-1a of 64 bits, from a start that no file can be written for. Cloned hashers agree;
/// those of two values made anew do not.
///
/// ```
/// use remembrance::hash::ShortTexts;
/// use std::hash::BuildHasher;
/// let hashes = ShortTexts::default();
/// assert_eq!(hashes.hash_one("May 1"), hashes.clone().hash_one("May 1"));
/// assert_ne!(hashes.hash_one("May 1"), hashes.hash_one("May 2"));
/// ```
#[derive(Debug, Clone)]
pub struct ShortTexts(u64);

impl Default for ShortTexts {
    fn default() -> Self {
        Self(RandomState::new().hash_one(()))
    }
}

impl BuildHasher for ShortTexts {
    type Hasher = ShortTextHasher;

    fn build_hasher(&self) -> ShortTextHasher {
        ShortTextHasher(self.0)
    }
}

/// The prime of FNV for 64 bits (RFC 9923).
const PRIME: u64 = 0x0100_0000_01b3;

/// The hash of what was written so far.
#[derive(Debug)]
pub struct ShortTextHasher(u64);

impl Hasher for ShortTextHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(PRIME));
    }

    fn write_usize(&mut self, number: usize) {
        self.0 = (self.0 ^ number as u64).wrapping_mul(PRIME);
    }

    fn finish(&self) -> u64 {
        // A hash map looks at the uppermost bits and at the lowest.
        self.0 ^ self.0 >> 32
    }
}
