//! Markdown to safe HTML, for the page of an article.

use super::{events, is_local_image, is_safe_link};
use crate::article::page::escape;
use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd, html as writer};
use std::collections::HashMap;

/// The text as HTML, without its first heading; `image` gives the address of an image beside it.
pub(in crate::article) fn html(text: &str, image: impl Fn(&str) -> Option<String>) -> String {
    let mut notes = Notes::default();
    let events = notes.taken_out(safe(text, image));
    let mut page = String::new();
    writer::push_html(&mut page, figures(notes.numbered(events)).into_iter());
    // A footnote can refer to another, which then comes after it.
    let mut at = 0;
    while let Some(name) = notes.order.get(at).cloned() {
        at += 1;
        if at == 1 {
            page += "<section class=\"notes\" role=\"doc-endnotes\">\n<ol>\n";
        }
        let events = notes.definitions.remove(&name).unwrap_or_default();
        page += &format!("<li id=\"footnote-{at}\">\n");
        writer::push_html(&mut page, figures(notes.numbered(events)).into_iter());
        page += &format!(
            "<a href=\"#footnote-ref-{at}\" role=\"doc-backlink\" aria-label=\"↩ {at}\">↩</a></li>\n"
        );
    }
    if at > 0 {
        page += "</ol>\n</section>\n";
    }
    page
}

/// The events of a text without its title and without what could run or fetch.
fn safe(text: &str, image: impl Fn(&str) -> Option<String>) -> Vec<Event<'_>> {
    let (mut is_in_title, mut title_is_over, mut is_shown) = (false, false, Vec::new());
    let (mut links, mut is_code) = (Vec::new(), false);
    let events = events(text).filter_map(|event| {
        match &event {
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(TagEnd::CodeBlock) => is_code = false,
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
                let is_safe = link_type != LinkType::Email && is_safe_link(&dest_url);
                links.push(is_safe);
                is_safe.then_some(Event::Start(Tag::Link { link_type, dest_url, title, id }))
            }
            Event::Text(text) if !is_code => Some(Event::Text(with_endings(text))),
            Event::End(TagEnd::Link) => links.pop().filter(|is_safe| *is_safe).map(|_| event),
            other => Some(as_text(other)),
        }
    });
    events.collect()
}

/// A text in which no line ends between a number and its ending: `yanvarın 19-da`, `20-го января`.
///
/// U+2060 forbids a break and has no width (Unicode Standard Annex 14).
fn with_endings(text: CowStr<'_>) -> CowStr<'_> {
    let ends_here = |at: usize| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + 1..).and_then(|after| after.chars().next());
        before.is_some_and(|letter| letter.is_ascii_digit()) && after.is_some_and(char::is_alphabetic)
    };
    if !text.match_indices('-').any(|(at, _)| ends_here(at)) {
        return text;
    }
    let letter = |(at, letter): (usize, char)| {
        if letter == '-' && ends_here(at) { "-\u{2060}".to_owned() } else { letter.to_string() }
    };
    text.char_indices().map(letter).collect::<String>().into()
}

/// HTML as text, and headings below the title of the page.
fn as_text(event: Event<'_>) -> Event<'_> {
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

/// The footnotes of a text.
#[derive(Default)]
struct Notes<'t> {
    definitions: HashMap<CowStr<'t>, Vec<Event<'t>>>,
    /// Their names in the order in which the text refers to them.
    order: Vec<CowStr<'t>>,
}

impl<'t> Notes<'t> {
    /// Takes the definitions out of the events; of two of one name the first counts.
    fn taken_out(&mut self, events: Vec<Event<'t>>) -> Vec<Event<'t>> {
        let (mut text, mut open) = (Vec::new(), Vec::new());
        for event in events {
            match event {
                Event::Start(Tag::FootnoteDefinition(name)) => open.push((name, Vec::new())),
                Event::End(TagEnd::FootnoteDefinition) => {
                    if let Some((name, events)) = open.pop() {
                        self.definitions.entry(name).or_insert(events);
                    }
                }
                event => open.last_mut().map_or(&mut text, |(_, events)| events).push(event),
            }
        }
        text
    }

    /// Replaces each reference by a link with the number of its footnote.
    fn numbered(&mut self, events: Vec<Event<'t>>) -> Vec<Event<'t>> {
        let mut number = |name: CowStr<'t>| {
            let known = self.order.iter().position(|known| *known == name);
            let at = known.unwrap_or(self.order.len()) + 1;
            // Only the first reference is the one that the footnote leads back to.
            let id = if known.is_none() { format!(" id=\"footnote-ref-{at}\"") } else { String::new() };
            if known.is_none() {
                self.order.push(name);
            }
            format!("<sup{id}><a href=\"#footnote-{at}\" role=\"doc-noteref\">{at}</a></sup>")
        };
        let numbered = events.into_iter().map(|event| match event {
            Event::FootnoteReference(name) => Event::InlineHtml(number(name).into()),
            other => other,
        });
        numbered.collect()
    }
}

/// Sets images in running text as figures with caption and credit, and lets a wide table scroll by itself.
fn figures(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut set = Vec::with_capacity(events.len());
    // The text of the paragraph that is open, as far as it has been read.
    let mut paragraph: Option<Vec<Event<'_>>> = None;
    let mut depth = 0_usize;
    let mut events = events.into_iter();
    while let Some(event) = events.next() {
        match (event, &mut paragraph) {
            (Event::Start(Tag::Table(columns)), _) => {
                // What scrolls can be reached with the keyboard.
                set.push(Event::Html("<div class=\"table\" tabindex=\"0\">\n".into()));
                set.push(Event::Start(Tag::Table(columns)));
            }
            (Event::End(TagEnd::Table), _) => {
                set.extend([Event::End(TagEnd::Table), Event::Html("</div>\n".into())]);
            }
            (Event::Start(Tag::Paragraph), _) => (paragraph, depth) = (Some(Vec::new()), 0),
            (Event::End(TagEnd::Paragraph), _) => close(&mut paragraph, &mut set),
            (Event::Start(Tag::Image { dest_url, title, .. }), Some(_)) if depth == 0 => {
                close(&mut paragraph, &mut set);
                let caption = caption(&mut events);
                set.push(Event::Html(figure(&dest_url, &caption, &title).into()));
                paragraph = Some(Vec::new());
            }
            (event, Some(text)) => {
                match &event {
                    Event::Start(_) => depth += 1,
                    Event::End(_) => depth = depth.saturating_sub(1),
                    _ => {}
                }
                text.push(event);
            }
            (event, None) => set.push(event),
        }
    }
    set
}

/// Ends a paragraph; one of nothing but white space is dropped.
fn close<'t>(paragraph: &mut Option<Vec<Event<'t>>>, set: &mut Vec<Event<'t>>) {
    let is_blank = |event: &Event<'_>| match event {
        Event::Text(text) => text.trim().is_empty(),
        Event::SoftBreak | Event::HardBreak => true,
        _ => false,
    };
    let Some(text) = paragraph.take().filter(|text| !text.iter().all(is_blank)) else { return };
    set.push(Event::Start(Tag::Paragraph));
    set.extend(text);
    set.push(Event::End(TagEnd::Paragraph));
}

/// The words of an image, up to its end.
fn caption<'t>(events: &mut impl Iterator<Item = Event<'t>>) -> String {
    let mut caption = String::new();
    let mut open = 1;
    for event in events {
        match event {
            Event::Start(Tag::Image { .. }) => open += 1,
            Event::End(TagEnd::Image) => open -= 1,
            Event::Text(text) | Event::Code(text) => caption += &text,
            Event::SoftBreak | Event::HardBreak => caption.push(' '),
            _ => {}
        }
        if open == 0 {
            break;
        }
    }
    caption
}

fn figure(address: &str, caption: &str, credit: &str) -> String {
    let (caption, credit) = (escape(caption), escape(credit));
    let image = format!("<img src=\"{}\" alt=\"{caption}\" />", escape(address));
    // A screen reader has read the caption as the text of the image.
    let words = match (caption.is_empty(), credit.is_empty()) {
        (true, true) => return format!("<figure>{image}</figure>\n"),
        (false, true) => format!("<span aria-hidden=\"true\">{caption}</span>"),
        (true, false) => format!("<small>{credit}</small>"),
        (false, false) => format!("<span aria-hidden=\"true\">{caption}</span> <small>{credit}</small>"),
    };
    format!("<figure>{image}\n<figcaption>{words}</figcaption></figure>\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_ends_between_a_number_and_its_ending() {
        let page =
            html("# T\n\nYanvarın 19-da, 20-го января, 1990-1995, a-b, 5 - 6.\n\n    19-da\n", |_| None);
        assert!(
            page.contains("Yanvarın 19-\u{2060}da, 20-\u{2060}го января, 1990-1995, a-b, 5 - 6."),
            "{page}"
        );
        assert!(page.contains("<code>19-da\n</code>"), "{page}");
    }
}
