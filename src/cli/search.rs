//! `remembrance search`: finds words in the names of every day, and in its articles in the languages that the person reads.

use super::{Error, Global, Invocation, Outcome, Run};
use crate::app::articles;
use crate::article::{Article, Format};
use crate::config::edit::slug;
use crate::config::packs::all_articles;
use crate::day::Day;
use crate::text::{latin, one_line};
use crate::words::MessageValue;
use std::collections::{BTreeSet, HashMap};

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance search famine")]
pub(super) struct SearchArgs {
    /// The words; a day must have all of them
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,
}

/// Where the words were found, the best first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Name,
    Title,
    Article {
        /// What is around the first of the words.
        excerpt: String,
    },
}

/// How many characters of an article stand before and after the word that was found.
const AROUND: usize = 60;

impl Run for SearchArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = &Invocation::read(global)?;
        let (context, output) = (&invocation.context, invocation.output);
        let wanted: Vec<String> =
            self.words.iter().flat_map(|words| words.split_whitespace()).map(fold).collect();
        let kept: BTreeSet<&str> = context.settings.plan.days.iter().map(|day| day.id.as_str()).collect();
        let others = invocation.pack_days().into_iter().filter(|day| !kept.contains(day.id.as_str()));
        let days = context.settings.plan.days.iter().cloned().chain(others);
        let mut shipped = Shipped::new();
        let is_read =
            |language: &str| language == "en" || context.languages.iter().any(|own| own == language);
        for (id, language, text) in all_articles() {
            if is_read(language) && may_have(&text, &wanted) {
                shipped.entry(id).or_default().push(text);
            }
        }
        let mut found: Vec<(Place, Day)> =
            days.filter_map(|day| Some((find(&day, &wanted, &shipped, invocation)?, day))).collect();
        found.sort_by(|(a, x), (b, y)| rank(a).cmp(&rank(b)).then_with(|| x.id.cmp(&y.id)));
        let words = context.command_words();
        if found.is_empty() {
            let what = self.words.join(" ");
            let said = words.say("nothing-found", &[("words", MessageValue::Text(&what))]);
            output.page(&(output.wrap(&said) + "\n"))?;
            return Ok(Outcome::Failed);
        }
        let widest = found.iter().map(|(_, day)| day.id.chars().count()).max().unwrap_or(0);
        let margin = " ".repeat(widest + 4);
        let mut text = String::new();
        for (place, day) in &found {
            let mark = if kept.contains(day.id.as_str()) { "*" } else { " " };
            let name = output.bold(&one_line(day.name.get(&context.languages)));
            let line = output.wrap_within(&name, &format!("{mark} {:widest$}  ", day.id), &margin);
            text += &format!("{line}\n");
            if let Place::Article { excerpt } = place {
                text += &format!("{}\n", output.wrap_within(excerpt, "    ", "    "));
            }
        }
        text += &format!("\n{}\n", output.wrap(&words.say("found-advice", &[])));
        output.page(&text)?;
        Ok(Outcome::Success)
    }
}

fn rank(place: &Place) -> u8 {
    match place {
        Place::Name => 0,
        Place::Title => 1,
        Place::Article { .. } => 2,
    }
}

/// The articles that ship in the person's languages or English and may have the words, by the id of their day.
type Shipped = HashMap<&'static str, Vec<String>>;

/// Where a day has all of the words, if it does.
fn find(day: &Day, wanted: &[String], shipped: &Shipped, invocation: &Invocation) -> Option<Place> {
    let has_all = |text: &str| wanted.iter().all(|word| text.contains(word.as_str()));
    let names: Vec<&str> = day.name.pairs().map(|(_, name)| name).collect();
    if has_all(&folded(&format!("{} {}", day.id, names.join(" ")))) {
        return Some(Place::Name);
    }
    articles_of(day, shipped, invocation).iter().find_map(|article| {
        if has_all(&folded(&article.title)) {
            return Some(Place::Title);
        }
        let whole = folded(&article.paragraphs.join(" "));
        let first = wanted.first()?;
        let paragraph =
            || article.paragraphs.iter().find(|paragraph| folded(paragraph).contains(first.as_str()));
        has_all(&whole)
            .then(|| Place::Article { excerpt: around(paragraph().map_or("", String::as_str), first) })
    })
}

/// The articles of a day in every language: the person's own where there may be some, else those that ship.
fn articles_of(day: &Day, shipped: &Shipped, invocation: &Invocation) -> Vec<Article> {
    let paths = &invocation.paths;
    if paths.config.iter().any(|folder| folder.join("articles").is_dir()) {
        let found = articles::translations(day, &invocation.context.languages, paths);
        return found.into_iter().map(|found| found.article).collect();
    }
    let texts = shipped.get(day.id.as_str()).map(Vec::as_slice).unwrap_or_default();
    texts.iter().filter_map(|text| Article::parse(text, Format::Markdown).ok()).collect()
}

/// The part of a paragraph around a word.
fn around(paragraph: &str, word: &str) -> String {
    let words: Vec<&str> = paragraph.split_whitespace().collect();
    let at = words.iter().position(|one| fold(one).contains(word)).unwrap_or(0);
    let (mut first, mut last) = (at, at);
    let length = |first: usize, last: usize| words[first..=last].join(" ").chars().count();
    while first > 0 && length(first - 1, at) <= AROUND {
        first -= 1;
    }
    while last + 1 < words.len() && length(at, last + 1) <= AROUND {
        last += 1;
    }
    let (before, after) = (if first > 0 { "…" } else { "" }, if last + 1 < words.len() { "…" } else { "" });
    format!("{before}{}{after}", words.get(first..=last).unwrap_or_default().join(" "))
}

/// Whether an article may have all of the words: false only where it has not, true also where they lie across words.
///
/// Hundreds of articles are looked through in milliseconds with this; to take one apart is ten times as slow.
fn may_have(text: &str, wanted: &[String]) -> bool {
    let mut plain = String::with_capacity(text.len());
    let mut other = String::new();
    for letter in text.chars() {
        if letter.is_ascii() {
            if letter.is_ascii_alphanumeric() {
                plain.push(letter.to_ascii_lowercase());
            }
            continue;
        }
        for small in letter.to_lowercase() {
            match latin(small) {
                "" if small.is_alphanumeric() => other.push(small),
                latin => plain.push_str(latin),
            }
        }
    }
    let has = |word: &String| {
        let is_plain = word.is_ascii();
        word.split('-')
            .all(|part| if is_plain { plain.contains(part) } else { other.contains(letters(part).as_str()) })
    };
    wanted.iter().all(has)
}

/// The letters and digits of a word.
fn letters(word: &str) -> String {
    word.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// A text in plain Latin letters, for comparing.
fn folded(text: &str) -> String {
    text.split_whitespace().map(fold).collect::<Vec<_>>().join(" ")
}

/// A word in plain Latin letters; one of a script without them in small letters.
fn fold(word: &str) -> String {
    let plain = slug(word);
    if plain.is_empty() { word.to_lowercase() } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_passed_over_only_where_it_lacks_a_word() {
        let text = "# Xocalı\n\nThe *town* of Khojaly; Ходжалы, ხოჯალი, on the night of 25 to 26 February.";
        for words in
            ["xocali", "KHOJALY town", "Ходжалы", "hojaly 26", "ხოჯალი", "February night", "khodzhaly"]
        {
            let wanted: Vec<String> = words.split(' ').map(fold).collect();
            let whole = folded(text);
            if wanted.iter().all(|word| whole.contains(word.as_str())) {
                assert!(may_have(text, &wanted), "{words}");
            }
        }
        assert!(!may_have(text, &["baku".to_owned()]) && !may_have(text, &["ბაქო".to_owned()]));
    }

    #[test]
    fn the_text_around_a_word_is_cut_at_words() {
        assert_eq!(around("One two three.", "two"), "One two three.");
        let long = format!("{}here {}", "before ".repeat(20), "after ".repeat(20));
        let excerpt = around(&long, "here");
        assert!(excerpt.starts_with("…before") && excerpt.ends_with("after…"), "{excerpt}");
        assert!(excerpt.contains(" here ") && excerpt.chars().count() < 130, "{excerpt}");
    }
}
