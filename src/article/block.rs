//! An article in blocks, as a terminal can show it.

/// A block of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// In how many lists it stands.
    pub depth: usize,
    /// What stands before it where it begins the item of a list: `•` or `3.`.
    pub marker: Option<String>,
    /// Its words.
    pub runs: Vec<Run>,
}

impl Block {
    /// Its words on one line, without those that stand for images.
    pub fn plain(&self) -> String {
        let said = self.runs.iter().filter(|run| run.look != InlineStyle::Image);
        let text: String = said.map(|run| run.text.as_str()).collect();
        // A no-break space, as French has it before a colon, stays.
        text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading.
    Heading,
    /// Running text.
    Paragraph,
    /// Running text that quotes.
    Quote,
    /// An item of a list whose items are no paragraphs.
    Item,
    /// Text whose lines stay as they are.
    Verbatim,
    /// A line across.
    Rule,
}

/// Words of one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// How they look.
    pub look: InlineStyle,
}

/// How words look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InlineStyle {
    /// As words do.
    Plain,
    /// Stressed.
    Emphasis,
    /// Strongly stressed.
    Strong,
    /// As a program would have them.
    Code,
    /// Leading to an address.
    Link(String),
    /// Standing for an image.
    Image,
}
