//! CommonMark to plain text and to safe HTML: the only file that names the parser.
//!
//! HTML that stands in an article is shown as text, and a link leads to http, https or mailto or
//! it is no link: nothing in an article can run or fetch anything.

use pulldown_cmark::{CowStr, Event, LinkType, Parser, Tag, TagEnd, html};

/// The title and the paragraphs of a text, without markup.
///
/// Only paragraphs of running text count: not headings, code, nor the items of tight lists.
pub(super) fn plain(text: &str) -> (String, Vec<String>) {
    let (mut title, mut paragraphs) = (None, Vec::new());
    let (mut block, mut depth) = (String::new(), 0_u32);
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::Heading { .. } | Tag::Paragraph) => {
                block.clear();
                depth += 1;
            }
            Event::End(TagEnd::Heading(_)) => {
                depth = depth.saturating_sub(1);
                title.get_or_insert_with(|| squeeze(&block));
            }
            Event::End(TagEnd::Paragraph) => {
                depth = depth.saturating_sub(1);
                let paragraph = squeeze(&block);
                if !paragraph.is_empty() {
                    paragraphs.push(paragraph);
                }
            }
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) if depth > 0 => {
                block.push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak => block.push(' '),
            _ => {}
        }
    }
    (title.unwrap_or_default(), paragraphs)
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text as HTML, without its first heading.
pub(super) fn html(text: &str) -> String {
    let mut is_in_title = false;
    let mut title_is_over = false;
    let events = Parser::new(text).filter_map(|event| {
        match &event {
            Event::Start(Tag::Heading { .. }) if !title_is_over => is_in_title = true,
            Event::End(TagEnd::Heading(_)) if is_in_title => {
                (is_in_title, title_is_over) = (false, true);
                return None;
            }
            _ => {}
        }
        if is_in_title { None } else { safe(event) }
    });
    let mut page = String::new();
    html::push_html(&mut page, events);
    page
}

/// The event as it may stand on a page, or `None` where it may not.
fn safe(event: Event<'_>) -> Option<Event<'_>> {
    match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        // An image is told by its words alone.
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let is_plain = link_type == LinkType::Email || is_safe_link(&dest_url);
            let dest_url = if is_plain { dest_url } else { CowStr::from("#") };
            Some(Event::Start(Tag::Link { link_type, dest_url, title, id }))
        }
        other => Some(other),
    }
}

/// Whether a page may lead there: by http, https or mail.
pub(super) fn is_safe_link(link: &str) -> bool {
    let starts =
        |scheme: &str| link.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    ["http://", "https://", "mailto:"].into_iter().any(starts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_leaves_no_trace_in_plain_text() {
        let (title, paragraphs) = plain(
            "# A *title*\n\nWith **bold**, `code`, a [link](https://x.org) and\na break.\n\n## Another\n\n- tight\n\n> quoted\n",
        );
        assert_eq!(title, "A title");
        assert_eq!(paragraphs, ["With bold, code, a link and a break.", "quoted"]);
    }

    #[test]
    fn nothing_in_an_article_can_run_or_fetch() {
        let hostile = "# T\n\n<script>alert(1)</script>\n\na <b onclick=\"x()\">b</b> [c](javascript:x()) \
                       ![d](https://tracker.example/d.png) [e](data:text/html,x) [f](JavaScript:x) <https://ok.org>\n";
        let page = html(hostile);
        for wrong in ["<script", "<b ", "javascript", "JavaScript", "<img", "tracker", "data:"] {
            assert!(!page.contains(wrong), "{wrong} in {page}");
        }
        assert!(page.contains("&lt;script&gt;") && page.contains("href=\"https://ok.org\""), "{page}");
    }
}
