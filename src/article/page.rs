//! The whole article as one page for the browser: static, without script, fetching nothing.

use super::{Article, Format, markdown};
use std::fmt::Write as _;

/// What a page says beside the article.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The language of the article, as `az`.
    pub language: &'a str,
    /// The day's name and its anniversary.
    pub heading: &'a str,
    /// The date, in words.
    pub date: &'a str,
    /// The heading of the list of sources.
    pub sources: &'a str,
    /// A page to open beside the article.
    pub link: Option<&'a str>,
}

const STYLE: &str = "\
:root{color-scheme:light dark}\
body{margin:0 auto;max-width:34em;padding:3em 1.2em;font:1.1rem/1.6 Georgia,'Noto Serif','DejaVu Serif',serif;\
color:#1c1c1c;background:#fdfcfa}\
h1{font-size:1.8rem;line-height:1.2;margin:0 0 .2em}\
.when{color:#595959;margin:0 0 2em}\
a{color:inherit}\
footer{margin-top:3em;border-top:1px solid #b5b0a8;font-size:.85rem;overflow-wrap:anywhere}\
@media(prefers-color-scheme:dark){body{color:#dcdad6;background:#161616}.when{color:#a8a49c}footer{border-color:#55514b}}\
@media print{body{max-width:none;padding:0;color:#000;background:#fff}}";

/// Writes the page.
///
/// Its Content-Security-Policy allows its own style and nothing else.
pub fn page(article: &Article, page: Page<'_>) -> String {
    let language = escape(page.language);
    let direction = if is_right_to_left(page.language) { " dir=\"rtl\"" } else { "" };
    let title = escape(if article.title.is_empty() { page.heading } else { &article.title });
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{language}\"{direction}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n\
         <p class=\"when\">{} · {}</p>\n",
        escape(page.heading),
        escape(page.date),
    );
    match article.format {
        Format::Markdown => html.push_str(&markdown::html(&article.text, |_| None)),
        Format::Plain => article.paragraphs.iter().for_each(|text| {
            let _ = writeln!(html, "<p>{}</p>", escape(text));
        }),
    }
    html.push_str("</main>\n<footer>\n");
    if !article.sources.is_empty() {
        let _ = writeln!(html, "<h2>{}</h2>\n<ul>", escape(page.sources));
        for source in &article.sources {
            let _ = writeln!(html, "<li>{}</li>", linked(source));
        }
        html.push_str("</ul>\n");
    }
    if let Some(link) = page.link.filter(|link| markdown::is_safe_link(link)) {
        let _ = writeln!(html, "<p>{}</p>", linked(link));
    }
    let credits = [&article.author, &article.license].into_iter().flatten();
    let credits: Vec<_> = credits.map(|credit| escape(credit)).collect();
    if !credits.is_empty() {
        let _ = writeln!(html, "<p>{}</p>", credits.join(" · "));
    }
    html.push_str("</footer>\n</body>\n</html>\n");
    html
}

/// A line of text in which web addresses are links.
fn linked(text: &str) -> String {
    let pieces = text.split_inclusive(char::is_whitespace).map(|piece| {
        let word = piece.trim_end_matches(|c: char| c.is_whitespace() || ",;.)".contains(c));
        let rest = piece.get(word.len()..).unwrap_or_default();
        if markdown::is_safe_link(word) {
            format!("<a href=\"{0}\" rel=\"noreferrer\">{0}</a>{1}", escape(word), escape(rest))
        } else {
            escape(piece)
        }
    });
    pieces.collect()
}

fn is_right_to_left(language: &str) -> bool {
    ["ar", "fa", "he", "ur", "yi", "ckb", "ps", "sd", "ug"].contains(&language)
}

fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            other => safe.push(other),
        }
    }
    safe
}
