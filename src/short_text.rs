//! Texts that are short and stay as they are, as an id or a name.

/// A text that is never changed. Up to 23 bytes of it lie where it is kept; a longer one has memory of its own, which
/// its clones share.
///
/// ```
/// use remembrance::short_text::ShortText;
/// let (short, long) = (ShortText::new("grandmother"), ShortText::new("the day that we promised to keep"));
/// assert!(!short.is_heap_allocated() && long.is_heap_allocated());
/// assert_eq!((short.as_str(), size_of_val(&short)), ("grandmother", size_of::<String>()));
/// ```
pub use smol_str::SmolStr as ShortText;
