//! A manual page as mandoc and groff like it: with a date, and its text in short lines.

use remembrance::config::RELEASED;

/// The arguments of the title line, with date and version of this release.
pub(crate) fn title(name: &str, section: &str) -> [String; 5] {
    let version = concat!("remembrance ", env!("CARGO_PKG_VERSION"));
    [name, section, &RELEASED.format("%Y-%m-%d").to_string(), version, "remembrance"].map(str::to_owned)
}

/// The page with each line of running text folded at 78 columns; requests, tags and examples stay as they are. Letters
/// beyond ASCII are written as every troff reads them.
pub(crate) fn folded(page: &str) -> String {
    let plain = |letter: char| match letter {
        letter if letter.is_ascii() => letter.to_string(),
        letter => format!("\\[u{:04X}]", u32::from(letter)),
    };
    let page: String = page.chars().map(plain).collect();
    let mut text = String::new();
    let (mut is_literal, mut is_tag) = (false, false);
    for line in page.lines() {
        match line {
            ".nf" | ".EX" => is_literal = true,
            ".fi" | ".EE" => is_literal = false,
            _ => {}
        }
        let is_text = !is_literal && !is_tag && !line.starts_with(['.', '\'']);
        is_tag = line == ".TP";
        if is_text {
            fold(line, &mut text);
        } else {
            text += line;
        }
        text.push('\n');
    }
    text
}

/// Appends a line of text in lines of at most 78 columns, none of which looks like a request.
fn fold(line: &str, text: &mut String) {
    let mut length = 0;
    for (index, word) in line.split(' ').enumerate() {
        if index > 0 && length + 1 + word.len() > 78 && !word.is_empty() && !word.starts_with(['.', '\'']) {
            text.push('\n');
            length = 0;
        } else if index > 0 {
            text.push(' ');
            length += 1;
        }
        *text += word;
        length += word.len();
    }
}
