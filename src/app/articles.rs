//! Finding the article of a day: the person's own before the administrator's before the one that ships.

use crate::article::{Article, Format};
use crate::config::{Fault, Mistake, packs};
use crate::day::Day;
use crate::host::files;
use crate::host::paths::Paths;
use crate::notification::{ArticleLanguages, whole_language};
use std::fs;
use std::path::{Path, PathBuf};

/// An article, and where and in which language it was found.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundArticle {
    /// Its language; `None` where its file names none.
    pub language: Option<String>,
    /// Its file, as a person names it.
    pub file: String,
    /// The article.
    pub article: Article,
    /// The folder that it lies in; `None` for one that ships.
    pub(super) folder: Option<PathBuf>,
}

/// What is wrong with an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArticleFault {
    /// The file that a day names is in none of these folders.
    NotFound {
        /// The file, as the day names it.
        file: String,
        /// The id of the day.
        day: String,
        /// Where it was looked for.
        folders: Vec<PathBuf>,
    },
    /// Something in the file of an article, or of its images.
    InFile(Mistake),
}

impl ArticleFault {
    /// The fault as a mistake of a file; that of a missing article is in the folders where it was looked for.
    pub fn mistake(&self) -> Mistake {
        match self {
            Self::InFile(mistake) => mistake.clone(),
            Self::NotFound { file, day, .. } => {
                let folders = self.places();
                let fault =
                    Fault::NoArticle { day: day.clone(), file: file.clone(), folders: folders.clone() };
                Mistake::of_file(&folders, fault)
            }
        }
    }

    /// Where a missing article was looked for; the file of any other fault.
    pub fn places(&self) -> String {
        match self {
            Self::InFile(mistake) => mistake.file.clone(),
            Self::NotFound { folders, .. } => {
                folders.iter().map(|folder| folder.display().to_string()).collect::<Vec<_>>().join(", ")
            }
        }
    }
}

/// The largest article that is read, in bytes and in lines: each line can be a block, and a block takes hundreds of bytes.
pub(super) const LARGEST: usize = 128 * 1024;
pub(super) const MOST_LINES: usize = 10_000;

/// The article of `day` in the first of `languages` that it has, and what was wrong on the way.
///
/// A file that cannot be read or is no article is told and passed over; so is what is left out of
/// the one that is found.
pub fn find(day: &Day, languages: &[String], paths: &Paths) -> (Option<FoundArticle>, Vec<Mistake>) {
    let (found, faults) = look(day, languages, paths);
    (found, faults.iter().map(ArticleFault::mistake).collect())
}

fn look(day: &Day, languages: &[String], paths: &Paths) -> (Option<FoundArticle>, Vec<ArticleFault>) {
    search(day, &names(day, languages, paths), paths)
}

/// The article of `day` in `language`, or one of the person's own that names none; and what was wrong on the way.
fn find_in(day: &Day, language: &str, paths: &Paths) -> (Option<FoundArticle>, Vec<ArticleFault>) {
    let mut names = names(day, &[language.to_owned()], paths);
    names.retain(|(known, _)| known.as_deref().is_none_or(|known| known == language));
    search(day, &names, paths)
}

/// The language in which all of a notification of `day` can be said, the article in it, and what was wrong on the way.
///
/// A file that is not an article counts for no language. Where no language has it all, the result is `None`, and the article is
/// that of [`find`].
pub fn in_one_language(
    day: &Day,
    wanted: &[String],
    paths: &Paths,
) -> (Option<String>, Option<FoundArticle>, Vec<Mistake>) {
    let mistakes = |faults: &[ArticleFault]| {
        let mut mistakes: Vec<Mistake> = Vec::new();
        for mistake in faults.iter().map(ArticleFault::mistake) {
            // A file that is looked at for more than one language is told once.
            if !mistakes.contains(&mistake) {
                mistakes.push(mistake);
            }
        }
        mistakes
    };
    let mut languages = available(day, paths);
    let mut faults = Vec::new();
    while let Some(language) = whole_language(day, &languages, wanted) {
        let (found, more) = find_in(day, &language, paths);
        faults.extend(more);
        let is_named = languages.named.contains(&language);
        if found.is_some() || !(is_named || languages.serves_all) {
            return (Some(language), found, mistakes(&faults));
        }
        languages.named.retain(|named| *named != language);
        languages.serves_all = false;
    }
    let (found, more) = look(day, wanted, paths);
    faults.extend(more);
    (None, found, mistakes(&faults))
}

/// In which languages there are files for the article of `day`.
fn available(day: &Day, paths: &Paths) -> ArticleLanguages {
    let is_there = |name: &String| {
        paths.articles().any(|folder| folder.join(name).is_file()) || packs::article(name).is_some()
    };
    let mut plain = names(day, &[], paths).into_iter().filter(|(language, _)| language.is_none());
    ArticleLanguages { named: languages(day, paths), serves_all: plain.any(|(_, name)| is_there(&name)) }
}

fn search(
    day: &Day,
    names: &[(Option<String>, String)],
    paths: &Paths,
) -> (Option<FoundArticle>, Vec<ArticleFault>) {
    let mut faults = Vec::new();
    for folder in paths.articles().rev() {
        for (language, name) in names {
            let path = folder.join(name);
            let file = path.display().to_string();
            let parsed = match files::read(&path) {
                Ok(None) => continue,
                Ok(Some(text)) => parse(&text, name),
                Err(error) => Err((1, error.to_string())),
            };
            match parsed {
                Ok(article) => {
                    let folder = Some(folder.clone());
                    let found = FoundArticle { language: language.clone(), file, article, folder };
                    faults.extend(found.faults().into_iter().map(ArticleFault::InFile));
                    return (Some(found), faults);
                }
                Err((line, message)) => {
                    faults.push(ArticleFault::InFile(Mistake::of_line(&file, line, Fault::Article(message))));
                }
            }
        }
    }
    if let (Some(file), [only]) = (&day.extras.article, names)
        && faults.is_empty()
        && packs::article(&only.1).is_none()
    {
        let folders = paths.articles().rev().collect();
        faults.push(ArticleFault::NotFound { file: file.clone(), day: day.id.to_string(), folders });
    }
    let shipped = names.iter().find_map(|(language, name)| {
        let article = parse(&packs::article(name)?, name).ok()?;
        Some(FoundArticle { language: language.clone(), file: name.clone(), article, folder: None })
    });
    (shipped, faults)
}

/// What is wrong with the text of an article's file, whatever day it is about.
pub fn file_faults(path: &Path, text: &str) -> Vec<Mistake> {
    let file = path.display().to_string();
    match parse(text, &file) {
        Ok(article) => {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            let folder = Some(folder.unwrap_or(Path::new(".")).to_owned());
            FoundArticle { language: None, file, article, folder }.faults()
        }
        Err((line, message)) => vec![Mistake::of_line(&file, line, Fault::Article(message))],
    }
}

/// What is wrong with the articles of `day`, in all its languages.
pub fn faults(day: &Day, languages: &[String], paths: &Paths) -> Vec<ArticleFault> {
    let mut faults = look(day, languages, paths).1;
    for language in self::languages(day, paths) {
        faults.extend(look(day, std::slice::from_ref(&language), paths).1);
    }
    faults.sort_by_key(|fault| {
        let mistake = fault.mistake();
        (mistake.file.clone(), mistake.line, mistake.message())
    });
    faults.dedup();
    faults
}

/// The article of `day` in each of its languages, that of the reader first.
pub fn translations(day: &Day, languages: &[String], paths: &Paths) -> Vec<FoundArticle> {
    let first = find(day, languages, paths).0;
    let mut found: Vec<FoundArticle> = first.into_iter().collect();
    for language in self::languages(day, paths) {
        if found.iter().any(|found| found.language.as_ref() == Some(&language)) {
            continue;
        }
        let other = find(day, std::slice::from_ref(&language), paths).0;
        found.extend(other.filter(|other| other.language.as_ref() == Some(&language)));
    }
    found
}

impl FoundArticle {
    /// What of the article is left out, or shown otherwise than it was meant.
    fn faults(&self) -> Vec<Mistake> {
        let told =
            |line, message: &str| Mistake::of_line(&self.file, line, Fault::Article(message.to_owned()));
        let mut faults: Vec<_> =
            self.article.faults.iter().map(|fault| told(fault.line, &fault.message)).collect();
        faults.extend(self.image_faults().iter().map(|(line, message)| told(*line, message)));
        faults
    }
}

/// The languages in which the article of `day` is there, in the order of the alphabet.
pub fn languages(day: &Day, paths: &Paths) -> Vec<String> {
    if day.extras.article.is_some() {
        return Vec::new();
    }
    let of_day = |file: &str| {
        let language = file.strip_prefix(day.id.as_str())?.strip_prefix('.')?;
        let language = language.strip_suffix(".md").or_else(|| language.strip_suffix(".txt"))?;
        let is_language =
            !language.is_empty() && language.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        is_language.then(|| language.to_owned())
    };
    let own = paths.articles().flat_map(|folder| names_in(&folder));
    let shipped = packs::article_languages(&day.id).into_iter().map(str::to_owned);
    let mut languages: Vec<String> = own.filter_map(|file| of_day(&file)).chain(shipped).collect();
    languages.sort();
    languages.dedup();
    languages
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().into_string().ok()).collect()
}

/// The file names to look for, the most wanted first, and the language of each.
fn names(day: &Day, languages: &[String], paths: &Paths) -> Vec<(Option<String>, String)> {
    if let Some(file) = &day.extras.article {
        return vec![(None, file.clone())];
    }
    let mut names = Vec::new();
    // An article in another language is better than none.
    let known = self::languages(day, paths);
    let wanted = languages.iter().map(String::as_str).chain(["en"]).chain(known.iter().map(String::as_str));
    for language in wanted {
        for ending in ["md", "txt"] {
            names.push((Some(language.to_owned()), format!("{}.{language}.{ending}", day.id)));
        }
    }
    // A file without a language serves every reader, after those that name the reader's own.
    let plain = ["md", "txt"].map(|ending| (None, format!("{}.{ending}", day.id)));
    let after = 2 * languages.len();
    names.splice(after..after, plain);
    names
}

fn parse(text: &str, name: &str) -> Result<Article, (usize, String)> {
    if text.len() > LARGEST {
        return Err((1, format!("the article is larger than {} KiB", LARGEST >> 10)));
    }
    if text.bytes().filter(|byte| matches!(byte, b'\n' | b'\r')).count() > MOST_LINES {
        return Err((MOST_LINES + 1, format!("the article has more than {MOST_LINES} lines")));
    }
    let is_plain = name.to_ascii_lowercase().ends_with(".txt");
    let format = if is_plain { Format::Plain } else { Format::Markdown };
    Article::parse(text, format).map_err(|error| (error.line, error.message))
}
