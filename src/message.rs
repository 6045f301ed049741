//! A sentence by its name, for those who read another language than English.

use std::fmt;

/// The name of a sentence in the files of `words/errors`, and the values in it.
///
/// # Examples
/// ```
/// use remembrance::message::Message;
/// use remembrance::words::Words;
///
/// let message = Message::new("lookup-day-near").with("name", "babam").with("near", "babama");
/// let words = Words::of_commands(&["tr".to_owned()]);
/// assert_eq!(words.error(&message).unwrap(), "`babam` adlı bir gün yok; `babama` mı demek istediniz?");
/// // An odd case: English sentences stand beside the mistakes themselves.
/// assert_eq!(Words::of_commands(&["en".to_owned()]).error(&message), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub(crate) name: &'static str,
    pub(crate) values: Vec<(&'static str, String)>,
}

impl Message {
    /// The sentence of this name, which a test holds to the files.
    pub fn new(name: &'static str) -> Self {
        Self { name, values: Vec::new() }
    }

    /// The same with a value put in.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.values.push((name, format!("{value}")));
        self
    }
}
