//! Why the text of a configuration cannot be changed.

/// Why an edit was refused; the text stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The text is not TOML.
    #[error("it is not valid TOML; `remembrance check` shows where")]
    Syntax,
    /// It has more in it than is changed by a command.
    #[error(
        "from line {line} on it is too large to be changed by a command; `remembrance edit` opens the file"
    )]
    TooLarge {
        /// Where the part begins that is too large, from 1.
        line: usize,
    },
    /// A day with this id exists.
    #[error("there is a day `{0}` already")]
    DayExists(String),
    /// The path of the value leads through this key, which has no table.
    #[error("`{0}` is not a table; `remembrance check` has the details")]
    NotATable(String),
    /// `follow` has a value that is not a list.
    #[error("`follow` is not a list; `remembrance check` has the details")]
    FollowIsNotAList,
}
