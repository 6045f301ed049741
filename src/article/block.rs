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
    /// Its words; none of a table.
    pub runs: Vec<Run>,
    /// The cells of a table, a row each, the first row its head; none of another block.
    pub rows: Vec<Vec<String>>,
}

impl Block {
    /// Its words on one line, without struck ones, images and the numbers of footnotes.
    pub fn plain(&self) -> String {
        let is_left_out =
            |look: &InlineStyle| matches!(look, InlineStyle::Image | InlineStyle::Note | InlineStyle::Struck);
        let said = self.runs.iter().filter(|run| !is_left_out(&run.look));
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
    /// A table; its cells are in `rows`.
    Table,
    /// Running text of a footnote.
    Note,
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
    /// Caption and credit of an image.
    Image,
    /// Struck out.
    Struck,
    /// The number of a footnote: `[1]`.
    Note,
}
