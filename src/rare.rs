//! A value that few have: a word where there is nothing to say, its own memory where there is.

use std::ops::{Deref, DerefMut};

/// What is said where nothing is.
pub trait Nothing: Sized + 'static {
    /// The value that says nothing.
    const NOTHING: &'static Self;
}

/// A `T` that mostly says nothing. A day is moved a few times on its way, and there may be ten thousand: what few of
/// them have does not travel with all.
///
/// ```
/// use remembrance::day::{Day, DayExtras};
/// use remembrance::rare::Rare;
/// let mut extras = Rare::<DayExtras>::default();
/// assert_eq!((extras.link.as_deref(), size_of_val(&extras)), (None, size_of::<usize>()));
/// extras.link = Some("https://example.org".to_owned());
/// assert_eq!(extras.link.as_deref(), Some("https://example.org"));
/// // One that was changed to nothing is the same as one that never was anything.
/// extras.link = None;
/// assert_eq!(extras, Rare::default());
/// ```
#[derive(Debug, Clone)]
pub struct Rare<T>(Option<Box<T>>);

impl<T> Default for Rare<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Rare<T> {
    /// The value, where something is said.
    pub fn into_inner(self) -> Option<T> {
        self.0.map(|value| *value)
    }
}

impl<T: Nothing + PartialEq> Rare<T> {
    /// A value that takes no memory of its own where it says nothing.
    pub fn new(value: T) -> Self {
        Self((value != *T::NOTHING).then(|| Box::new(value)))
    }
}

impl<T: Nothing> Deref for Rare<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or(T::NOTHING)
    }
}

impl<T: Nothing + Clone> DerefMut for Rare<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_with(|| Box::new(T::NOTHING.clone()))
    }
}

impl<T: Nothing + PartialEq> PartialEq for Rare<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}
