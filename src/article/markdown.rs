//! CommonMark to blocks of plain text and to safe HTML: the only file that names the parser.
//!
//! HTML that stands in an article is shown as text. A link leads to http, https, mailto or a source
//! of the article, or it is no link; an image lies beside the article, or only its words are shown.
//! So nothing in an article can run or fetch anything.

use super::{Block, BlockKind, InlineStyle, Run};
use pulldown_cmark::{CowStr, Event, LinkType, Parser, Tag, TagEnd, html};

/// The blocks of a text, in order.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    Parser::new(text).for_each(|event| reader.read(event));
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
    links: Vec<String>,
    images: usize,
}

impl Reader {
    fn read(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::InlineHtml(text) | Event::Html(text) => self.add(&text, None),
            Event::Code(text) => self.add(&text, Some(InlineStyle::Code)),
            Event::SoftBreak | Event::HardBreak => self.add(" ", None),
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
            Tag::Emphasis => self.emphasis += 1,
            Tag::Strong => self.strong += 1,
            Tag::Link { dest_url, .. } => self.links.push(dest_url.into_string()),
            Tag::Image { .. } => self.images += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Item => {
                self.finish();
                self.marker = self.marker.take().filter(|_| tag != TagEnd::Item);
            }
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::List(_) => drop(self.lists.pop()),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Link => drop(self.links.pop()),
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            _ => {}
        }
    }

    fn begin(&mut self, kind: BlockKind) {
        self.finish();
        let kind = if kind == BlockKind::Paragraph && self.quotes > 0 { BlockKind::Quote } else { kind };
        let marker = self.marker.take();
        self.block = Some(Block { kind, depth: self.lists.len(), marker, runs: Vec::new() });
    }

    fn add(&mut self, text: &str, look: Option<InlineStyle>) {
        if self.block.is_none() {
            // The item of a tight list has no paragraph around it.
            self.begin(BlockKind::Item);
        }
        let link = self.links.last().filter(|link| is_safe_link(link));
        let look = match (look, link) {
            _ if self.images > 0 => InlineStyle::Image,
            (Some(look), _) => look,
            (None, Some(link)) => InlineStyle::Link(link.clone()),
            (None, None) if self.strong > 0 => InlineStyle::Strong,
            (None, None) if self.emphasis > 0 => InlineStyle::Emphasis,
            (None, None) => InlineStyle::Plain,
        };
        let Some(block) = &mut self.block else { return };
        match block.runs.last_mut().filter(|run| run.look == look) {
            Some(run) => run.text.push_str(text),
            None => block.runs.push(Run { text: text.to_owned(), look }),
        }
    }

    /// Ends the block that is being read; one without words is dropped.
    fn finish(&mut self) {
        let is_worth_it = |block: &Block| {
            block.kind == BlockKind::Rule || block.runs.iter().any(|run| !run.text.trim().is_empty())
        };
        self.blocks.extend(self.block.take().filter(is_worth_it));
    }
}

/// What of an article a page leaves out or shows otherwise than it was meant: the line, from 1, and why.
pub(super) fn faults(text: &str) -> Vec<(usize, String)> {
    let mut faults = Vec::new();
    let mut has_html = false;
    for (event, range) in Parser::new(text).into_offset_iter() {
        let fault = match event {
            Event::Html(_) | Event::InlineHtml(_) if !std::mem::replace(&mut has_html, true) => {
                "HTML is shown as text".to_owned()
            }
            Event::Start(Tag::Link { link_type, dest_url, .. })
                if link_type != LinkType::Email && !is_safe_link(&dest_url) =>
            {
                format!("the link to `{}` is left out; http, https and mailto are kept", brief(&dest_url))
            }
            Event::Start(Tag::Image { dest_url, .. }) if !is_local_image(&dest_url) => {
                format!("the image `{}` is left out; one beside the article is shown", brief(&dest_url))
            }
            _ => continue,
        };
        faults.push((text.get(..range.start).unwrap_or_default().matches('\n').count() + 1, fault));
        if faults.len() == MOST_FAULTS {
            break;
        }
    }
    faults
}

/// The most faults of one article that are listed.
const MOST_FAULTS: usize = 20;

/// The beginning of an address, for a message.
fn brief(link: &str) -> String {
    super::excerpt(&crate::text::one_line(link), 40)
}

/// The images of a text that lie beside it, in order.
pub(super) fn images(text: &str) -> Vec<String> {
    let images = Parser::new(text).filter_map(|event| match event {
        Event::Start(Tag::Image { dest_url, .. }) if is_local_image(&dest_url) => {
            Some(dest_url.into_string())
        }
        _ => None,
    });
    images.take(super::MOST_IMAGES).collect()
}

/// The text as HTML, without its first heading; `image` gives the address of an image beside it.
pub(super) fn html(text: &str, image: impl Fn(&str) -> Option<String>) -> String {
    let (mut is_in_title, mut title_is_over, mut is_shown) = (false, false, Vec::new());
    let mut links = Vec::new();
    let events = Parser::new(text).filter_map(|event| {
        match &event {
            Event::Start(Tag::Heading { .. }) if !title_is_over => is_in_title = true,
            Event::End(TagEnd::Heading(_)) if is_in_title => {
                (is_in_title, title_is_over) = (false, true);
                return None;
            }
            _ => {}
        }
        if is_in_title {
            return None;
        }
        match event {
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                let address =
                    Some(dest_url).filter(|link| is_local_image(link)).and_then(|link| image(&link));
                is_shown.push(address.is_some());
                // Where it cannot be shown, its words stand in the text.
                address.map(|link| Event::Start(Tag::Image { link_type, dest_url: link.into(), title, id }))
            }
            Event::End(TagEnd::Image) => is_shown.pop().filter(|is_shown| *is_shown).map(|_| event),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let is_safe = link_type == LinkType::Email || is_safe_link(&dest_url);
                links.push(is_safe);
                is_safe.then_some(Event::Start(Tag::Link { link_type, dest_url, title, id }))
            }
            Event::End(TagEnd::Link) => links.pop().filter(|is_safe| *is_safe).map(|_| event),
            other => Some(as_text(other)),
        }
    });
    let mut page = String::new();
    html::push_html(&mut page, events);
    page
}

/// HTML as text, and headings below the title of the page.
fn as_text(event: Event<'_>) -> Event<'_> {
    use pulldown_cmark::HeadingLevel;
    let below = |level| if level == HeadingLevel::H1 { HeadingLevel::H2 } else { level };
    match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        Event::Start(Tag::Heading { level, classes, .. }) => Event::Start(Tag::Heading {
            level: below(level),
            id: None::<CowStr<'_>>,
            classes,
            attrs: Vec::new(),
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below(level))),
        other => other,
    }
}

/// Whether a page may lead there: by http, https or mail, or to one of its own sources.
pub(super) fn is_safe_link(link: &str) -> bool {
    let starts =
        |scheme: &str| link.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    ["http://", "https://", "mailto:", "#source-"].into_iter().any(starts)
}

/// Whether that names a picture in the folder of the article or below it.
fn is_local_image(link: &str) -> bool {
    let is_plain =
        |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains([':', '\\', '?', '#']);
    super::image_type(link).is_some() && link.split('/').all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_carry_what_a_terminal_can_show() {
        let text = "# A *title*\n\nWith **bold**, `code`, a [link](https://x.org) and\na break.\n\n## Another\n\n\
                    3. three\n4. four\n   - deep\n\n> quoted *here*\n\n```\nas is\n```\n\n---\n\n![alone](x.png)\n";
        let told: Vec<_> = blocks(text)
            .iter()
            .map(|block| {
                let runs: Vec<_> =
                    block.runs.iter().map(|run| format!("{:?}:{}", run.look, run.text)).collect();
                format!("{:?} {} {:?} {}", block.kind, block.depth, block.marker, runs.join("|"))
            })
            .collect();
        let expected = [
            "Heading 0 None Plain:A |Emphasis:title",
            "Paragraph 0 None Plain:With |Strong:bold|Plain:, |Code:code|Plain:, a |Link(\"https://x.org\"):link|Plain: and a break.",
            "Heading 0 None Plain:Another",
            "Item 1 Some(\"3.\") Plain:three",
            "Item 1 Some(\"4.\") Plain:four",
            "Item 2 Some(\"•\") Plain:deep",
            "Quote 0 None Plain:quoted |Emphasis:here",
            "Verbatim 0 None Plain:as is\n",
            "Rule 0 None ",
            "Paragraph 0 None Image:alone",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn what_is_meant_to_choke_a_reader_does_not() {
        // A deep nest, a wide one, openings without an end: each as large as an article may be, in parts.
        for piece in [
            ">", "- ", "[", "![", "[a](", "*a_", "**", "`", "<", "<!--", "&#", "\\", "1. ", "# ", "\n\n",
            "\t",
        ] {
            let text = piece.repeat(200_000 / piece.len());
            let _ = (blocks(&text), html(&text, |_| None), faults(&text), images(&text));
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_a_page_run_or_fetch(
            text in "(<[a-z/! -]{1,6}|[a-z]=\"?|javascript:|data:|https?://|!?\\[|\\]\\(|\\)|[<>\"'`*_#&;: \n\\\\-]|[a-z]{1,3}){0,60}"
        ) {
            let page = html(&text, |_| None);
            // Every tag is one that CommonMark has, every address one that is let through.
            for tag in page.split('<').skip(1) {
                let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
                let known = ["p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em",
                    "strong", "a", "br", "hr"];
                proptest::prop_assert!(known.contains(&name.as_str()), "{tag} in {page}");
                let attributes = tag.split('>').next().unwrap_or_default();
                if let Some((_, link)) = attributes.split_once("href=\"") {
                    proptest::prop_assert!(is_safe_link(link) || link.contains('@'), "{link}");
                }
                proptest::prop_assert!(!attributes.contains(" on") && !attributes.contains("src="), "{attributes}");
            }
        }
    }

    #[test]
    fn nothing_in_an_article_can_run_or_fetch() {
        let hostile = "# T\n\n<script>alert(1)</script>\n\na <b onclick=\"x()\">b</b> [c](javascript:x()) \
                       ![d](https://tracker.example/d.png) [e](data:text/html,x) [f](JavaScript:x) <https://ok.org> \
                       ![g](../g.png) ![h](/etc/h.png) ![i](file:///i.png) ![j](//x.org/j.png) ![k](k.svg) [l](l.html) \
                       ![m](m.png) ![n](n/n.jpg) [o](#source-2) [p](#x)\n";
        let page = html(hostile, |name| (name == "m.png").then(|| "data:image/png;base64,AA".to_owned()));
        for wrong in [
            "<script",
            "<b ",
            "javascript:",
            "JavaScript",
            "tracker",
            "data:text",
            "etc",
            "file:",
            ".svg",
            "l.html",
        ] {
            assert!(!page.contains(wrong), "{wrong} in {page}");
        }
        for right in [
            "&lt;script&gt;",
            "href=\"https://ok.org\"",
            "<img src=\"data:image/png;base64,AA\" alt=\"m\" />",
            " n <a href=\"#source-2\">o</a> p",
        ] {
            assert!(page.contains(right), "{right} in {page}");
        }
        let told: Vec<_> =
            faults(hostile).into_iter().map(|(line, fault)| format!("{line}: {fault}")).collect();
        assert_eq!(told.len(), 12, "{told:#?}");
        assert_eq!(told[0], "3: HTML is shown as text");
        assert_eq!(told[1], "5: the link to `javascript:x()` is left out; http, https and mailto are kept");
    }
}
