//! Finding the article of a day: the person's own before the administrator's before the one that ships.

use super::files;
use super::paths::Paths;
use crate::article::{Article, Format};
use crate::config::{Mistake, packs};
use crate::day::Day;

/// An article, and where and in which language it was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Its language; empty where its file names none.
    pub language: String,
    /// Its file, as a person names it.
    pub file: String,
    /// The article.
    pub article: Article,
}

/// The largest article that is read, in bytes.
const LARGEST: usize = 1024 * 1024;

/// The article of `day` in the first of `languages` that it has, and what was wrong on the way.
///
/// A file that cannot be read or is no article is told and passed over.
pub fn find(day: &Day, languages: &[String], paths: &Paths) -> (Option<Found>, Vec<Mistake>) {
    let mut mistakes = Vec::new();
    let names = names(day, languages);
    for folder in paths.config.iter().rev() {
        for (language, name) in &names {
            let path = folder.join("articles").join(name);
            let file = path.display().to_string();
            let parsed = match files::read(&path) {
                Ok(None) => continue,
                Ok(Some(text)) => parse(&text, name).map_err(|(line, message)| (line, message.clone())),
                Err(message) => Err((1, message)),
            };
            match parsed {
                Ok(article) => {
                    return (Some(Found { language: language.clone(), file, article }), mistakes);
                }
                Err((line, message)) => {
                    mistakes.push(Mistake { line, ..Mistake::of_file(&file, message, None) });
                }
            }
        }
    }
    if let (Some(file), [only]) = (&day.article, names.as_slice())
        && mistakes.is_empty()
        && packs::article(&only.1).is_none()
    {
        let folders: Vec<_> =
            paths.config.iter().rev().map(|folder| folder.join("articles").display().to_string()).collect();
        let message = format!("the article `{file}` of the day `{}` is not there", day.id);
        mistakes.push(Mistake::of_file(&folders.join(", "), message, None));
    }
    let shipped = names.iter().find_map(|(language, name)| {
        let article = parse(packs::article(name)?, name).ok()?;
        Some(Found { language: language.clone(), file: name.clone(), article })
    });
    (shipped, mistakes)
}

/// The languages in which the article of `day` ships.
pub fn languages(day: &Day) -> Vec<&'static str> {
    let of_day =
        |file: &'static str| file.strip_prefix(day.id.as_str())?.strip_prefix('.')?.strip_suffix(".md");
    packs::ARTICLES.iter().filter_map(|shipped| of_day(shipped.file)).collect()
}

/// The file names to look for, the most wanted first, and the language of each.
fn names(day: &Day, languages: &[String]) -> Vec<(String, String)> {
    if let Some(file) = &day.article {
        return vec![(String::new(), file.clone())];
    }
    let mut names = Vec::new();
    let wanted = languages.iter().map(String::as_str).chain(["en"]).chain(self::languages(day));
    for language in wanted {
        for ending in ["md", "txt"] {
            names.push((language.to_owned(), format!("{}.{language}.{ending}", day.id)));
        }
    }
    // A file without a language serves every reader, after those that name the reader's own.
    let plain = ["md", "txt"].map(|ending| (String::new(), format!("{}.{ending}", day.id)));
    let after = 2 * languages.len();
    names.splice(after..after, plain);
    names
}

fn parse(text: &str, name: &str) -> Result<Article, (usize, String)> {
    if text.len() > LARGEST {
        return Err((1, format!("the article is larger than {} MiB", LARGEST >> 20)));
    }
    let is_plain = name.to_ascii_lowercase().ends_with(".txt");
    let format = if is_plain { Format::Plain } else { Format::Markdown };
    Article::parse(text, format).map_err(|error| (error.line, error.message))
}
