//! What the tests of the catalogue share: its days, its articles and the tables beside them.

use remembrance::article::{Article, Format};
use remembrance::config::packs::{PACKS, PackDay, Packs, all_articles};
use remembrance::host::zones;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The languages in which every day has its name and its article.
pub(crate) const LANGUAGES: [&str; 4] = ["az", "en", "ru", "tr"];

pub(crate) const ADVICE: &str = "see the checklist in CONTRIBUTING.md";

/// The days that ship, by id, as the first pack that has them shows them.
pub(crate) fn days() -> BTreeMap<String, PackDay> {
    let packs = Packs::new(&[]);
    let mut days = BTreeMap::new();
    for pack in PACKS {
        let (info, _) = packs.info(pack.id, &zones::named).unwrap();
        days.extend(info.days.into_iter().map(|entry| (entry.day.id.to_string(), entry)));
    }
    days
}

/// The articles that ship: the id of the day, the language, the article.
pub(crate) fn articles() -> Vec<(&'static str, &'static str, Article)> {
    let parsed = all_articles().map(|(id, language, text)| {
        let article = Article::parse(&text, Format::Markdown);
        (id, language, article.unwrap_or_else(|error| panic!("{id}.{language}.md: {error}")))
    });
    parsed.collect()
}

/// The lines of a table in `tests/catalogue/`, without the comments.
pub(crate) fn table(name: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/catalogue").join(name);
    let text = fs::read_to_string(path).unwrap();
    text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()).map(str::to_owned).collect()
}

/// Reports every fault at once, as a list.
pub(crate) fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "{ADVICE}:\n{}", faults.join("\n"));
}
