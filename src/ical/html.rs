//! Descriptions that are HTML as text: Google, Outlook and Exchange write them so.

/// Elements that begin a line of their own.
const BLOCKS: [&str; 16] = [
    "p",
    "div",
    "br",
    "li",
    "ul",
    "ol",
    "tr",
    "table",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "hr",
];

/// Other elements that show that a text is HTML.
const INLINE: [&str; 16] = [
    "a",
    "b",
    "i",
    "u",
    "em",
    "strong",
    "span",
    "font",
    "html",
    "body",
    "head",
    "html-blob",
    "td",
    "pre",
    "meta",
    "!doctype",
];

/// Elements of which nothing is shown.
const HIDDEN: [&str; 4] = ["style", "script", "title", "head"];

/// The named characters that are common in such texts.
const NAMED: [(&str, &str); 22] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("ndash", "–"),
    ("mdash", "—"),
    ("hellip", "…"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("bdquo", "„"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("auml", "ä"),
    ("ouml", "ö"),
    ("uuml", "ü"),
    ("szlig", "ß"),
    ("copy", "©"),
    ("middot", "·"),
];

/// The text of a description, where it is HTML; any other stays as it is.
pub(super) fn to_text(text: &str) -> String {
    if !is_html(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut hidden: Option<&str> = None;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        if hidden.is_none() {
            push_words(&mut out, before);
        }
        let Some((name, is_end, after)) = tag_of(tag) else {
            push_words(&mut out, "<");
            rest = tag.get(1..).unwrap_or_default();
            continue;
        };
        rest = after;
        let of = |names: &'static [&'static str]| {
            names.iter().copied().find(|known| known.eq_ignore_ascii_case(name))
        };
        match (hidden, of(&HIDDEN)) {
            (Some(open), Some(name)) if is_end && open == name => hidden = None,
            (None, Some(name)) if !is_end => hidden = Some(name),
            (None, None)
                if of(&BLOCKS).is_some()
                    && (name.eq_ignore_ascii_case("br") || !out.is_empty() && !out.ends_with('\n')) =>
            {
                out.truncate(out.trim_end_matches(' ').len());
                out.push('\n');
            }
            _ => {}
        }
    }
    if hidden.is_none() {
        push_words(&mut out, rest);
    }
    out
}

fn is_html(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = rest.get(at..).unwrap_or_default();
        if let Some((name, ..)) = tag_of(rest)
            && BLOCKS.iter().chain(&INLINE).any(|known| known.eq_ignore_ascii_case(name))
        {
            return true;
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    false
}

/// The name of the tag that a text begins with, whether it is an end, and what is behind it.
fn tag_of(text: &str) -> Option<(&str, bool, &str)> {
    let inside = text.strip_prefix('<')?;
    if let Some(comment) = inside.strip_prefix("!--") {
        return Some(("!--", false, comment.split_once("-->").map_or("", |(_, after)| after)));
    }
    let (tag, after) = inside.split_once('>')?;
    let (tag, is_end) = tag.strip_prefix('/').map_or((tag, false), |tag| (tag, true));
    let name = tag.split([' ', '\t', '\n', '/']).next().unwrap_or_default();
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!')
        && name.bytes().skip(1).all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b':');
    is_name.then_some((name, is_end, after))
}

/// Adds words with one space between them, as HTML shows them.
fn push_words(out: &mut String, text: &str) {
    for letter in decoded(text).chars() {
        if !letter.is_whitespace() {
            out.push(letter);
        } else if !out.is_empty() && !out.ends_with([' ', '\n']) {
            out.push(' ');
        }
    }
}

/// A text with its named and numbered characters in place.
fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at + 1..).unwrap_or_default();
        let found = rest.split_once(';').filter(|(name, _)| name.len() <= 10).and_then(|(name, after)| {
            let number = name.strip_prefix('#').map(|digits| match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok(),
                None => digits.parse().ok(),
            });
            if let Some(number) = number {
                return Some((char::from_u32(number?)?.to_string(), after));
            }
            let (_, letter) = NAMED.iter().find(|(known, _)| *known == name)?;
            Some(((*letter).to_owned(), after))
        });
        match found {
            Some((letter, after)) => {
                out.push_str(&letter);
                rest = after;
            }
            None => out.push('&'),
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_text_and_text_stays() {
        let table = [
            (
                "<html-blob><p>He was <b>born</b> in Baku&nbsp;&amp; died.<br>Second line</p></html-blob>",
                "He was born in Baku & died.\nSecond line\n",
            ),
            ("a < b & c > d", "a < b & c > d"),
            ("<ana@example.org> wrote", "<ana@example.org> wrote"),
            ("one\n\ntwo &amp; three", "one\n\ntwo &amp; three"),
            ("<div>a</div><div>b</div>", "a\nb\n"),
            ("<style>p { x: y }</style><p>a&#x41;&#66;&bogus; &#27;</p>", "aAB&bogus; \u{1b}\n"),
            ("<!-- x --><p>a < b</p><script>alert(1)", "a < b\n"),
            ("a<br><br>b", "a\n\nb"),
            ("<a href=\"https://x\">here</a>", "here"),
        ];
        for (html, expected) in table {
            assert_eq!(to_text(html), expected, "{html}");
        }
    }
}
