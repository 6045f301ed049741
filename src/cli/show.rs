//! `remembrance show`: the article about a day, in the terminal.

use super::output::{print, print_json};
use super::{Context, Error};
use crate::host::articles;
use serde::Serialize;
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The id of the day, as `az-black-january`
    day: String,
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// An article, as `--json` has it.
#[derive(Debug, Serialize)]
struct Shown {
    day: String,
    title: String,
    text: String,
    languages: Vec<String>,
    sources: Vec<String>,
}

pub(super) fn run(options: &Options, context: &Context) -> Result<ExitCode, Error> {
    let world = &context.world;
    let day = world.day(&options.day)?;
    let found = world.article(day).ok_or_else(|| {
        let folder = context.paths.config.last().map(|folder| folder.join("articles")).unwrap_or_default();
        format!("the day `{0}` has no article; write one to `{1}/{0}.md`", day.id, folder.display())
    })?;
    let article = &found.article;
    let title =
        if article.title.is_empty() { day.name.get(&world.languages) } else { article.title.as_str() };
    if options.json {
        let mut languages = articles::languages(day, &context.paths);
        if !found.language.is_empty() && !languages.contains(&found.language) {
            languages.push(found.language.clone());
        }
        let text = article.paragraphs.join("\n\n");
        let sources = article.sources.clone();
        print_json(&Shown { day: day.id.clone(), title: title.to_owned(), text, languages, sources })?;
        return Ok(ExitCode::SUCCESS);
    }
    let output = context.output;
    let mut text = output.bold(title) + "\n";
    for paragraph in &article.paragraphs {
        text += &format!("\n{}\n", output.wrap(paragraph));
    }
    if !article.sources.is_empty() {
        text += &format!("\n{}\n", output.bold(&world.words().say("sources", &[])));
        for source in &article.sources {
            text += &format!("{}\n", output.dim(&output.wrap(&format!("- {source}"))));
        }
    }
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}
