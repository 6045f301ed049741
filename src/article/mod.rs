//! The text about a day: parsed from Markdown or plain text, quoted in a notification, read as a page.
//!
//! An article is CommonMark with tables, footnotes and struck text: its first heading is the title, its first paragraph the
//! lead; before it, optional TOML front matter between `+++` lines. A plain text has the title in its first line
//! and blank lines between paragraphs.

mod block;
mod dates;
mod excerpt;
mod front;
mod markdown;
mod page;

use crate::text::{is_left_out, one_line};
pub use block::{Block, BlockKind, InlineStyle, Run};
pub use excerpt::excerpt;
pub use page::{DayOfYear, DaySection, Labels, Other, Page, Year, days_page, is_page, page, year_page};

use front::FrontMatter;
use std::fmt;

/// How the file of an article is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// CommonMark, from a `.md` file.
    Markdown,
    /// Plain text, from a `.txt` file.
    Plain,
}

/// An article, ready to be quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Its title; empty where it has none.
    pub title: String,
    /// Its paragraphs in order, as plain text: what a notification can quote.
    ///
    /// Only running text counts: not headings, code, HTML, tables, footnotes, nor the items of tight lists.
    pub paragraphs: Vec<String>,
    /// All of it after the title, as a terminal can show it.
    pub blocks: Vec<Block>,
    /// The images that lie beside it.
    pub images: Vec<ArticleImage>,
    /// Where its facts come from.
    pub sources: Vec<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// On which terms it may be copied.
    pub license: Option<String>,
    /// What a notification is to quote instead of the lead.
    pub excerpt: Option<String>,
    /// How it is written.
    pub format: Format,
    /// Its text without the front matter.
    pub text: String,
    /// What of it is left out, or shown otherwise than it was meant.
    pub faults: Vec<ArticleError>,
}

/// An image that an article shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleImage {
    /// The line of the file, from 1.
    pub line: usize,
    /// Its file name, in the folder of the article.
    pub name: String,
}

/// The most images of one article that are shown.
const MOST_IMAGES: usize = 50;

/// The media type of an image by the ending of its name; `None` for what no page shows.
///
/// ```
/// use remembrance::article::image_type;
/// assert_eq!(image_type("Grandmother.JPG"), Some("image/jpeg"));
/// assert_eq!(image_type("drawing.svg"), None); // could hold a program
/// ```
pub fn image_type(name: &str) -> Option<&'static str> {
    let (_, ending) = name.rsplit_once('.')?;
    match ending.to_ascii_lowercase().as_str() {
        "jpg" | "jpeg" => Some("image/jpeg"),
        "png" => Some("image/png"),
        "webp" => Some("image/webp"),
        "gif" => Some("image/gif"),
        _ => None,
    }
}

/// Why a text is not an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleError {
    /// The line of the file, from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for ArticleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for ArticleError {}

impl Article {
    /// Reads an article.
    ///
    /// # Errors
    /// When its front matter does not end, or when it has no paragraph to quote.
    ///
    /// ```
    /// use remembrance::article::{Article, Format};
    /// let text = "# Black January\n\nOn the night of *19 to 20 January* 1990\ntroops entered Baku.\n\nMore.";
    /// let article = Article::parse(text, Format::Markdown).unwrap();
    /// assert_eq!(article.title, "Black January");
    /// assert_eq!(article.lead(), "On the night of 19 to 20 January 1990 troops entered Baku.");
    /// assert!(Article::parse("# Only a title", Format::Markdown).is_err());
    /// ```
    pub fn parse(text: &str, format: Format) -> Result<Self, ArticleError> {
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        let disguised = text.find(is_left_out);
        let disguised = disguised.map(|at| text.get(..at).unwrap_or_default().matches('\n').count() + 1);
        let text = crate::text::clean(&text);
        let (front, body, body_line, front_faults) = match format {
            Format::Markdown => front::split(&text)?,
            Format::Plain => (FrontMatter::default(), text.as_ref(), 1, Vec::new()),
        };
        let body = match format {
            Format::Markdown => dates::escaped(body),
            Format::Plain => body.into(),
        };
        let body = body.as_ref();
        let (title, blocks) = match format {
            Format::Markdown => parted(markdown::blocks(body)),
            Format::Plain => plain(body),
        };
        let is_quotable = |block: &&Block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote);
        let paragraphs = blocks.iter().filter(is_quotable).map(Block::plain);
        let paragraphs: Vec<String> = paragraphs.filter(|text| !text.is_empty()).collect();
        if paragraphs.is_empty() {
            let message = "the article has no paragraph that a notification could quote".to_owned();
            return Err(ArticleError { line: body_line, message });
        }
        let mut faults: Vec<(usize, String)> = Vec::new();
        faults.extend(disguised.map(|line| {
            (
                line,
                "a character that disguises text is left out: a control or a change of direction".to_owned(),
            )
        }));
        let mut images = Vec::new();
        if format == Format::Markdown {
            let found = markdown::faults(body).into_iter();
            faults.extend(found.map(|(line, message)| (body_line + line - 1, message)));
            images = markdown::images(body);
            images.iter_mut().for_each(|image| image.line += body_line - 1);
        }
        let faults = faults.into_iter().map(|(line, message)| ArticleError { line, message });
        let faults = front_faults.into_iter().chain(faults);
        Ok(Self {
            title,
            paragraphs,
            blocks,
            images,
            faults: faults.collect(),
            sources: front.sources.iter().map(|source| one_line(source)).collect(),
            author: front.author.map(|author| one_line(&author)),
            license: front.license.map(|license| one_line(&license)),
            excerpt: front.excerpt.map(|excerpt| one_line(&excerpt)).filter(|excerpt| !excerpt.is_empty()),
            format,
            text: body.to_owned(),
        })
    }

    /// The first paragraph.
    pub fn lead(&self) -> &str {
        self.paragraphs.first().map_or("", String::as_str)
    }

    /// The paragraph that a notification quotes: the one asked for by the front matter, else the lead, or
    /// with `rotate` another one each `year`, the same all through that year.
    pub fn quote(&self, rotate: bool, year: i32) -> &str {
        if rotate {
            let index = usize::try_from(year).unwrap_or(0) % self.paragraphs.len().max(1);
            return self.paragraphs.get(index).map_or("", String::as_str);
        }
        self.excerpt.as_deref().unwrap_or_else(|| self.lead())
    }
}

/// Parts the title, the first heading, from the rest.
fn parted(mut blocks: Vec<Block>) -> (String, Vec<Block>) {
    let title = blocks.iter().position(|block| block.kind == BlockKind::Heading);
    (title.map(|at| blocks.remove(at).plain()).unwrap_or_default(), blocks)
}

/// Title and paragraphs of a plain text.
fn plain(text: &str) -> (String, Vec<Block>) {
    let (first, rest) = text.trim_start().split_once('\n').unwrap_or((text.trim(), ""));
    // A single line has no title of its own: it is the text.
    let (title, rest) = if rest.trim().is_empty() { ("", first) } else { (first, rest) };
    // A line of nothing but blanks is blank too.
    let lines: Vec<&str> = rest.lines().map(str::trim_end).collect();
    let paragraphs = lines.split(|line| line.is_empty()).map(|lines| one_line(&lines.join(" ")));
    let paragraphs = paragraphs.filter(|text| !text.is_empty()).map(|text| {
        let runs = vec![Run { text, look: InlineStyle::Plain }];
        Block { kind: BlockKind::Paragraph, depth: 0, marker: None, runs, rows: Vec::new() }
    });
    (one_line(title), paragraphs.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_is_told_apart_from_the_text() {
        let text = "+++\nsources = [\"A\", \"B\"]\nexcerpt = \"Quote me.\"\n+++\n# T\n\nLead.\n\nSecond.\n";
        let article = Article::parse(text, Format::Markdown).unwrap();
        assert_eq!(article.sources, ["A", "B"]);
        assert_eq!(article.quote(false, 2027), "Quote me.");
        assert_eq!(article.paragraphs, ["Lead.", "Second."]);
        assert_eq!((article.quote(true, 2027), article.quote(true, 2028)), ("Second.", "Lead."));
    }

    #[test]
    fn mistakes_in_front_matter_name_their_line() {
        let cases = [("+++\nauthor = \"a\"\n# T\n\nLead.", 1), ("+++\nauthor = \"a\"\n+++\n# T\n", 4)];
        for (text, line) in cases {
            assert_eq!(Article::parse(text, Format::Markdown).unwrap_err().line, line, "{text}");
        }
        let article = Article::parse("+++\nautor = \"b\"\n+++\n# T\n\nLead.", Format::Markdown).unwrap();
        assert_eq!((article.lead(), article.faults[0].line), ("Lead.", 2));
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_a_reader_panic(text in "(\\PC|[\\x00-\\x20]|\\+\\+\\+\n|[#>*`\\[\\]()!<&-]|\u{202e}|\u{2067}){0,80}", year in 1..9999) {
            for format in [Format::Markdown, Format::Plain] {
                let Ok(article) = Article::parse(&text, format) else { continue };
                let quote = excerpt(article.quote(true, year), 40);
                proptest::prop_assert!(!article.quote(false, year).is_empty() && !quote.is_empty());
                let said = [&quote, &article.title, &article.text].into_iter().chain(&article.paragraphs);
                proptest::prop_assert!(!said.into_iter().any(|said| said.contains(is_left_out)));
            }
        }
    }

    #[test]
    fn another_paragraph_is_quoted_each_year_and_the_same_one_all_through_it() {
        let article = Article::parse("# T\n\nOne.\n\nTwo.\n\nThree.\n", Format::Markdown).unwrap();
        let quoted: Vec<_> = (2026..2030).map(|year| article.quote(true, year)).collect();
        assert_eq!(quoted, ["Two.", "Three.", "One.", "Two."]);
    }

    #[test]
    fn plain_text_has_its_title_in_the_first_line() {
        let table = [
            ("Title\n\nFirst\nparagraph.\n\n\n\nSecond.\n", "Title", vec!["First paragraph.", "Second."]),
            ("Title\r\n\r\nFirst.\r\n\r\nSecond.", "Title", vec!["First.", "Second."]),
            ("\u{feff}Title\nFirst.", "Title", vec!["First."]),
            ("Only a line.", "", vec!["Only a line."]),
        ];
        for (text, title, paragraphs) in table {
            let article = Article::parse(text, Format::Plain).unwrap();
            assert_eq!(
                (article.title.as_str(), article.paragraphs),
                (title, paragraphs.iter().map(|p| (*p).to_owned()).collect())
            );
        }
        assert!(Article::parse(" \n\n", Format::Plain).is_err());
    }
}
