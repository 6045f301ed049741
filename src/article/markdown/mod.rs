//! Markdown to blocks of plain text and to safe HTML: the only folder that names the parser.
//!
//! Markdown is CommonMark with tables, footnotes and struck text. HTML that stands in an article is shown as text. A link
//! leads to http, https or a source of the article, or it is no link; an image lies beside the article, or only its
//! words are shown. So nothing in an article can run or fetch anything.

mod blocks;
mod html;

pub(super) use blocks::blocks;
pub(super) use html::html;

use super::ArticleImage;
use crate::text::begins_with;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};
use std::collections::BTreeSet;

fn parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH)
}

/// What the parser finds, in order.
fn events(text: &str) -> impl Iterator<Item = Event<'_>> {
    parser(text)
}

/// What of an article a page leaves out or shows otherwise than it was meant: the line, from 1, and why.
pub(super) fn faults(text: &str) -> Vec<(usize, String)> {
    let mut faults = Vec::new();
    let mut has_html = false;
    let references: BTreeSet<String> = events(text)
        .filter_map(|event| match event {
            Event::FootnoteReference(name) => Some(name.into_string()),
            _ => None,
        })
        .collect();
    for (event, range) in parser(text).into_offset_iter() {
        let fault = match event {
            Event::Html(_) | Event::InlineHtml(_) if !std::mem::replace(&mut has_html, true) => {
                "HTML is shown as text".to_owned()
            }
            // An address of mail is written between the same marks, and shown as one.
            Event::Start(Tag::Link { link_type, dest_url, .. })
                if link_type != LinkType::Email && !is_safe_link(&dest_url) =>
            {
                format!("the link to `{}` is left out; http and https are kept", brief(&dest_url))
            }
            Event::Start(Tag::Image { dest_url, .. }) if !is_local_image(&dest_url) => {
                format!("the image `{}` is left out; one beside the article is shown", brief(&dest_url))
            }
            Event::Start(Tag::FootnoteDefinition(name)) if !references.contains(&*name) => {
                format!("the footnote `{}` is left out; nothing in the text refers to it", brief(&name))
            }
            _ => continue,
        };
        faults.push((line_of(text, range.start), fault));
        if faults.len() == MOST_FAULTS {
            break;
        }
    }
    faults
}

/// The most faults of one article that are reported.
const MOST_FAULTS: usize = 20;

/// The beginning of an address, for a message.
fn brief(link: &str) -> String {
    super::excerpt(&crate::text::one_line(link), 40)
}

/// The images of a text that lie beside it, in order; their lines are those of the text, from 1.
pub(super) fn images(text: &str) -> Vec<ArticleImage> {
    let images = parser(text).into_offset_iter().filter_map(|(event, range)| match event {
        Event::Start(Tag::Image { dest_url, .. }) if is_local_image(&dest_url) => {
            Some(ArticleImage { line: line_of(text, range.start), name: dest_url.into_string() })
        }
        _ => None,
    });
    images.take(super::MOST_IMAGES).collect()
}

/// The line at a byte of the text, from 1.
fn line_of(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or_default().matches('\n').count() + 1
}

/// Whether a page may lead there: by http or https, or to one of its own sources. Mail would start another program, with
/// what the address says of its text and its attachments.
pub(super) fn is_safe_link(link: &str) -> bool {
    ["http://", "https://", "#source-"].into_iter().any(|start| begins_with(link, start))
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
    use crate::article::BlockKind;

    #[test]
    fn blocks_carry_what_a_terminal_can_show() {
        let text = "# A *title*\n\nWith **bold**, `code`, a [link](https://x.org) and\na break.\n\n## Another\n\n\
                    3. three\n4. four\n   - deep\n\n> quoted *here*\n\n```\nas is\n```\n\n---\n\n![alone](x.png \"credit\")\n";
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
            "Paragraph 0 None Image:alone · credit",
        ];
        assert_eq!(told, expected);
    }

    const EXTENDED: &str = "# T\n\nSee ~~one~~ two[^later] and three[^early].\n\n[^early]: The early one, and [^third].\n\n\
        | Year | Dead |\n| --- | ---: |\n| 1990 | 133[^early] |\n\n[^later]: The *later* one.\n\n[^third]: From a note.\n\n\
        [^none]: Nothing refers to it.\n\nAn [^unknown] one.\n";

    #[test]
    fn tables_footnotes_and_struck_text_are_shown() {
        let page = html(EXTENDED, |_| None);
        for right in [
            "See <del>one</del> two<sup id=\"footnote-ref-1\"><a href=\"#footnote-1\" role=\"doc-noteref\">1</a></sup>",
            "<td style=\"text-align: right\">133<sup><a href=\"#footnote-2\"",
            "<li id=\"footnote-1\">\n<p>The <em>later</em> one.</p>",
            "<li id=\"footnote-3\">\n<p>From a note.</p>",
            "<p>An [^unknown] one.</p>",
        ] {
            assert!(page.contains(right), "{right} in {page}");
        }
        assert!(!page.contains("Nothing refers") && page.matches("footnote-ref-2\"").count() == 2, "{page}");
        let faults = faults(EXTENDED);
        assert_eq!(
            faults,
            [(15, "the footnote `none` is left out; nothing in the text refers to it".to_owned())]
        );
        let plain: Vec<_> = blocks(EXTENDED)
            .iter()
            .map(|block| {
                (block.kind, block.marker.clone().unwrap_or_default(), block.plain(), block.rows.len())
            })
            .collect();
        let expected = [
            (BlockKind::Heading, "", "T", 0),
            (BlockKind::Paragraph, "", "See two and three.", 0),
            (BlockKind::Table, "", "", 2),
            (BlockKind::Paragraph, "", "An [^unknown] one.", 0),
            (BlockKind::Note, "[1]", "The later one.", 0),
            (BlockKind::Note, "[2]", "The early one, and .", 0),
            (BlockKind::Note, "[3]", "From a note.", 0),
        ];
        assert_eq!(
            plain,
            expected.map(|(kind, marker, text, rows)| (kind, marker.to_owned(), text.to_owned(), rows))
        );
    }

    #[test]
    fn an_image_has_its_words_as_caption_and_its_title_as_credit() {
        let page = |text: &str| html(&format!("# T\n\n{text}\n"), |name| Some(format!("data:{name}")));
        let table = [
            (
                "![A *garden*](a.png \"Photo: L & B\")",
                "<figure><img src=\"data:a.png\" alt=\"A garden\" />\n<figcaption><span aria-hidden=\"true\">A garden</span> \
                 <small>Photo: L &amp; B</small></figcaption></figure>\n",
            ),
            (
                "Before ![x](a.png) after.",
                "<p>Before </p>\n<figure><img src=\"data:a.png\" alt=\"x\" />\n<figcaption><span aria-hidden=\"true\">x</span>\
                 </figcaption></figure>\n<p> after.</p>\n",
            ),
            ("![](a.png)", "<figure><img src=\"data:a.png\" alt=\"\" /></figure>\n"),
            // Where a figure cannot stand, the image is one of the line.
            ("*![x](a.png \"y\")*", "<p><em><img src=\"data:a.png\" alt=\"x\" title=\"y\" /></em></p>\n"),
        ];
        for (text, expected) in table {
            assert_eq!(page(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_meant_to_choke_a_reader_does_not() {
        // A deep nest, a wide one, openings without an end: each as large as an article may be, in parts.
        for piece in [
            ">",
            "- ",
            "[",
            "![",
            "[a](",
            "*a_",
            "**",
            "`",
            "<",
            "<!--",
            "&#",
            "\\",
            "1. ",
            "# ",
            "\n\n",
            "\t",
            "~~",
            "|a\n|-\n",
            "|",
            "|-",
            "[^a]",
            "[^a]: ",
            "[^a]: [^a]\n\n",
            "![a](b.png) ",
        ] {
            let text = piece.repeat(200_000 / piece.len());
            let _ = (blocks(&text), html(&text, |_| None), faults(&text), images(&text));
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_a_page_run_or_fetch(
            text in "(<[a-z/! -]{1,6}|[a-z]=\"?|javascript:|data:|https?://|!?\\[|\\]\\(|\\)|\\[\\^[a-c]\\]:? ?|[<>\"'`*_#&;:|~ \n\\\\-]|[a-z]{1,3}){0,60}"
        ) {
            let page = html(&text, |_| None);
            // Every tag is one that CommonMark has, every address one that is let through.
            for tag in page.split('<').skip(1) {
                let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
                let known = ["p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em",
                    "strong", "a", "br", "hr", "del", "sup", "section", "div", "table", "thead", "tbody", "tr", "th", "td"];
                proptest::prop_assert!(known.contains(&name.as_str()), "{tag} in {page}");
                let attributes = tag.split('>').next().unwrap_or_default();
                if let Some((_, link)) = attributes.split_once("href=\"") {
                    proptest::prop_assert!(is_safe_link(link) || link.starts_with("#footnote-"), "{link}");
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
                       ![m](m.png) ![n](n/n.jpg) [o](#source-2) [p](#x) [q](mailto:a@x.org?attach=b) <r@x.org>\n";
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
            "mailto",
        ] {
            assert!(!page.contains(wrong), "{wrong} in {page}");
        }
        for right in [
            "&lt;script&gt;",
            "href=\"https://ok.org\"",
            "<figure><img src=\"data:image/png;base64,AA\" alt=\"m\" />",
            "n <a href=\"#source-2\">o</a> p q r@x.org",
        ] {
            assert!(page.contains(right), "{right} in {page}");
        }
        let told: Vec<_> =
            faults(hostile).into_iter().map(|(line, fault)| format!("{line}: {fault}")).collect();
        assert_eq!(told.len(), 13, "{told:#?}");
        assert_eq!(told[0], "3: HTML is shown as text");
        assert_eq!(told[1], "5: the link to `javascript:x()` is left out; http and https are kept");
    }
}
