//! Markdown to blocks of plain text, for the terminal and for excerpts.

use super::{events, is_safe_link};
use crate::article::{Block, BlockKind, InlineStyle, Run};
use pulldown_cmark::{Event, Tag, TagEnd};

/// The blocks of a text, in order; footnotes come last, in the order in which the text refers to them.
pub(in crate::article) fn blocks(text: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    events(text).for_each(|event| reader.read(event));
    reader.blocks.extend(reader.notes.into_iter().flat_map(|note| note.blocks));
    reader.blocks
}

/// What of the parser's events has been read so far.
#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    /// The block that is being read; none between two blocks.
    block: Option<Block>,
    quotes: usize,
    /// The next number of each list that is open; `None` for one without numbers.
    lists: Vec<Option<u64>>,
    marker: Option<String>,
    emphasis: usize,
    strong: usize,
    struck: usize,
    links: Vec<String>,
    /// The titles of the images that are open.
    images: Vec<String>,
    /// The footnotes that the text refers to, in that order.
    notes: Vec<Note>,
    /// Footnotes that are defined before the text refers to them.
    early: Vec<Note>,
    /// The footnote that is being read.
    note: Option<Note>,
}

/// A footnote.
struct Note {
    name: String,
    blocks: Vec<Block>,
}

impl Reader {
    fn read(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::InlineHtml(text) | Event::Html(text) => self.add(&text, None),
            Event::Code(text) => self.add(&text, Some(InlineStyle::Code)),
            Event::SoftBreak | Event::HardBreak => self.add(" ", None),
            Event::FootnoteReference(name) => {
                let number = self.number(&name);
                self.add(&format!("[{number}]"), Some(InlineStyle::Note));
            }
            Event::Rule => {
                self.begin(BlockKind::Rule);
                self.finish();
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { .. } => self.begin(BlockKind::Heading),
            Tag::Paragraph => self.begin(BlockKind::Paragraph),
            Tag::CodeBlock(_) | Tag::HtmlBlock => self.begin(BlockKind::Verbatim),
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::List(number) => {
                self.finish();
                self.lists.push(number);
            }
            Tag::Item => {
                let next = self.lists.last_mut().and_then(Option::as_mut);
                self.marker = Some(next.map_or_else(|| "•".to_owned(), |next| format!("{next}.")));
                if let Some(Some(next)) = self.lists.last_mut() {
                    *next = next.saturating_add(1);
                }
            }
            Tag::FootnoteDefinition(name) => {
                self.finish();
                self.note = Some(Note { name: name.into_string(), blocks: Vec::new() });
            }
            Tag::Table(_) => self.begin(BlockKind::Table),
            Tag::TableHead | Tag::TableRow => {
                self.block.iter_mut().for_each(|table| table.rows.push(Vec::new()));
            }
            Tag::TableCell => {
                let row = self.block.as_mut().and_then(|table| table.rows.last_mut());
                row.into_iter().for_each(|row| row.push(String::new()));
            }
            Tag::Emphasis => self.emphasis += 1,
            Tag::Strong => self.strong += 1,
            Tag::Strikethrough => self.struck += 1,
            Tag::Link { dest_url, .. } => self.links.push(dest_url.into_string()),
            Tag::Image { title, .. } => self.images.push(title.into_string()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_)
            | TagEnd::Paragraph
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::Item
            | TagEnd::Table => {
                self.finish();
                self.marker = self.marker.take().filter(|_| tag != TagEnd::Item);
            }
            TagEnd::FootnoteDefinition => self.end_note(),
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::List(_) => drop(self.lists.pop()),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Strikethrough => self.struck = self.struck.saturating_sub(1),
            TagEnd::Link => drop(self.links.pop()),
            TagEnd::Image => {
                if let Some(credit) = self.images.last().filter(|credit| !credit.is_empty()) {
                    self.add(&format!(" · {credit}"), None);
                }
                self.images.pop();
            }
            _ => {}
        }
    }

    fn begin(&mut self, kind: BlockKind) {
        self.finish();
        let kind = match kind {
            BlockKind::Paragraph | BlockKind::Item if self.note.is_some() => BlockKind::Note,
            BlockKind::Paragraph if self.quotes > 0 => BlockKind::Quote,
            other => other,
        };
        let marker = self.marker.take();
        self.block =
            Some(Block { kind, depth: self.lists.len(), marker, runs: Vec::new(), rows: Vec::new() });
    }

    fn add(&mut self, text: &str, look: Option<InlineStyle>) {
        if self.block.is_none() {
            // The item of a tight list has no paragraph around it.
            self.begin(BlockKind::Item);
        }
        let link = self.links.last().filter(|link| is_safe_link(link));
        let look = match (look, link) {
            _ if !self.images.is_empty() => InlineStyle::Image,
            (Some(look), _) => look,
            _ if self.struck > 0 => InlineStyle::Struck,
            (None, Some(link)) => InlineStyle::Link(link.clone()),
            (None, None) if self.strong > 0 => InlineStyle::Strong,
            (None, None) if self.emphasis > 0 => InlineStyle::Emphasis,
            (None, None) => InlineStyle::Plain,
        };
        let Some(block) = &mut self.block else { return };
        if let Some(cell) = block.rows.last_mut().and_then(|row| row.last_mut()) {
            cell.push_str(text);
            return;
        }
        match block.runs.last_mut().filter(|run| run.look == look) {
            Some(run) => run.text.push_str(text),
            None => block.runs.push(Run { text: text.to_owned(), look }),
        }
    }

    /// Ends the block that is being read; one without words is dropped.
    fn finish(&mut self) {
        let has_content = |block: &Block| {
            block.kind == BlockKind::Rule
                || !block.rows.is_empty()
                || block.runs.iter().any(|run| !run.text.trim().is_empty())
        };
        let blocks = self.note.as_mut().map_or(&mut self.blocks, |note| &mut note.blocks);
        blocks.extend(self.block.take().filter(has_content));
    }

    /// The number of a footnote, from 1: footnotes are counted in the order in which the text refers to them.
    fn number(&mut self, name: &str) -> usize {
        let known = self.notes.iter().position(|note| note.name == name);
        let at = known.unwrap_or_else(|| {
            let early = self.early.iter().position(|note| note.name == name);
            let mut note = early.map_or_else(
                || Note { name: name.to_owned(), blocks: Vec::new() },
                |at| self.early.swap_remove(at),
            );
            mark(&mut note.blocks, self.notes.len() + 1);
            self.notes.push(note);
            self.notes.len() - 1
        });
        at + 1
    }

    fn end_note(&mut self) {
        self.finish();
        let Some(mut note) = self.note.take() else { return };
        match self.notes.iter().position(|known| known.name == note.name) {
            Some(at) => {
                mark(&mut note.blocks, at + 1);
                self.notes[at].blocks.append(&mut note.blocks);
            }
            None => self.early.push(note),
        }
    }
}

/// Puts the number of a footnote before it.
fn mark(blocks: &mut [Block], number: usize) {
    if let Some(first) = blocks.first_mut() {
        first.marker = Some(format!("[{number}]"));
    }
}
