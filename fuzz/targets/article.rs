//! An article: its page runs nothing and fetches nothing.
#![no_main]

use libfuzzer_sys::fuzz_target;
use remembrance::article::{Article, Format, Labels, Page, excerpt, page};

fuzz_target!(|text: &str| {
    for format in [Format::Markdown, Format::Plain] {
        let Ok(article) = Article::parse(text, format) else { continue };
        assert!(!article.lead().is_empty());
        let quote = excerpt(article.lead(), 300);
        assert!(quote.chars().count() <= 301, "{quote:?}");
        let labels = Labels { language: "en", sources: "Sources", languages: "Languages" };
        let html = page(
            &article,
            Page {
                language: "en",
                heading: "Heading",
                date: "2027-01-20".parse().expect("it is a date"),
                date_words: "January 20",
                moment: None,
                next: None,
                labels,
                link: None,
                others: &[],
                images: &[],
            },
        );
        for tag in html.split('<').skip(1) {
            let name: String = tag.chars().take_while(|letter| letter.is_ascii_alphanumeric()).collect();
            let forbidden = ["script", "iframe", "object", "embed", "form", "input", "base", "svg", "link"];
            assert!(!forbidden.contains(&name.to_ascii_lowercase().as_str()), "<{tag}");
            // Outside of quotes no attribute is a handler.
            let tag = tag.split('>').next().unwrap_or_default();
            let unquoted: String = tag.split('"').step_by(2).collect::<Vec<_>>().join(" ");
            assert!(!unquoted.to_ascii_lowercase().contains(" on"), "<{tag}>");
            for address in
                ["href=\"", "src=\""].iter().filter_map(|name| tag.split_once(name)).map(|(_, rest)| rest)
            {
                let is_safe = ["http://", "https://", "#", "data:image/"]
                    .iter()
                    .any(|start| address.starts_with(start));
                assert!(is_safe, "<{tag}>");
            }
        }
    }
});
