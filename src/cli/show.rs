//! `remembrance show`: the article about a day, in the terminal.

use super::output::{Output, display_width, print_json, width};
use super::table::table;
use super::{Error, Global, Invocation, Outcome, Run};
use crate::app::articles;
use crate::article::{Article, Block, BlockKind, InlineStyle};
use serde::Serialize;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance show az-black-january")]
pub(super) struct ShowArgs {
    /// The day, e.g. `az-black-january`
    #[arg(add = super::completions::days())]
    day: String,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// An article, with `--json`.
#[derive(Debug, Serialize)]
struct Shown {
    day: String,
    title: String,
    text: String,
    languages: Vec<String>,
    sources: Vec<String>,
}

/// Lists are set in no further than this, however deep they nest.
const DEEPEST: usize = 8;

impl Run for ShowArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = &Invocation::read(global)?;
        let context = &invocation.context;
        let day = &invocation.any_day(&self.day)?;
        let found = context.article(day).ok_or_else(|| invocation.no_article(day))?;
        let article = &found.article;
        let title =
            if article.title.is_empty() { day.name.get(&context.languages) } else { article.title.as_str() };
        if self.json {
            let mut languages = articles::languages(day, &invocation.paths);
            let is_new = |language: &&String| !languages.contains(language);
            if let Some(language) = found.language.as_ref().filter(is_new) {
                languages.push(language.clone());
            }
            let text = article.paragraphs.join("\n\n");
            let sources = article.sources.clone();
            print_json(&Shown {
                day: day.id.to_string(),
                title: title.to_owned(),
                text,
                languages,
                sources,
            })?;
            return Ok(Outcome::Success);
        }
        let sources = context.words().say("sources", &[]);
        invocation.output.page(&text(article, title, &sources, invocation.output))?;
        Ok(Outcome::Success)
    }
}

/// The whole article, set for a terminal or a pipe.
fn text(article: &Article, title: &str, sources: &str, output: Output) -> String {
    let mut text = output.bold(title) + "\n";
    let mut before: Option<&Block> = None;
    for block in &article.blocks {
        let is_close = before.is_some_and(|before| stand_close(before, block));
        text += &format!("{}{}\n", if is_close { "" } else { "\n" }, set(block, output));
        before = Some(block);
    }
    if !article.sources.is_empty() {
        text += &format!("\n{}\n", output.bold(sources));
        for (index, source) in article.sources.iter().enumerate() {
            let first = format!("{:>2}. ", index + 1);
            text += &format!("{}\n", output.dim(&output.wrap_within(source, &first, "    ")));
        }
    }
    let credits: Vec<&str> =
        [&article.author, &article.license].into_iter().flatten().map(String::as_str).collect();
    if !credits.is_empty() {
        text += &format!("\n{}\n", output.dim(&output.wrap(&credits.join(" · "))));
    }
    text
}

/// Whether no empty line stands between two blocks: two footnotes, or two items of one list whose items are no paragraphs.
fn stand_close(one: &Block, next: &Block) -> bool {
    let is_numbered = |block: &Block| block.marker.as_deref().is_some_and(|marker| marker.ends_with('.'));
    let is_other_list = next.depth == 1 && one.depth == 1 && is_numbered(one) != is_numbered(next);
    let is_pair = |kind| one.kind == kind && next.kind == kind;
    is_pair(BlockKind::Note) || (is_pair(BlockKind::Item) && !is_other_list)
}

/// One block, wrapped and styled.
fn set(block: &Block, output: Output) -> String {
    let indent = "  ".repeat(block.depth.min(DEEPEST));
    let marker = block.marker.as_ref().map(|marker| format!("{marker} ")).unwrap_or_default();
    // The marker of a list stands in its indent, if there is room.
    let hang = indent.chars().count().max(marker.chars().count());
    let (first, rest) = (format!("{marker:>hang$}"), " ".repeat(hang));
    let words = || -> String {
        block
            .runs
            .iter()
            .map(|run| match &run.look {
                InlineStyle::Plain | InlineStyle::Code => run.text.clone(),
                InlineStyle::Image => output.dim(&format!("[{}]", run.text)),
                InlineStyle::Note => output.dim(&run.text),
                InlineStyle::Struck => output.struck(&run.text),
                InlineStyle::Emphasis => output.italic(&run.text),
                InlineStyle::Strong => output.bold(&run.text),
                InlineStyle::Link(link) if *link == run.text || link.starts_with('#') => run.text.clone(),
                InlineStyle::Link(link) => format!("{} {}", run.text, output.dim(&format!("<{link}>"))),
            })
            .collect()
    };
    match block.kind {
        BlockKind::Heading => output.bold(&output.wrap(&block.plain())),
        BlockKind::Paragraph | BlockKind::Item | BlockKind::Note => {
            output.wrap_within(words().trim(), &first, &rest)
        }
        BlockKind::Quote => output.wrap_within(words().trim(), &format!("{first}│ "), &format!("{rest}│ ")),
        BlockKind::Verbatim => {
            let text: String = block.runs.iter().map(|run| run.text.as_str()).collect();
            text.trim_end().lines().map(|line| format!("{rest}    {line}")).collect::<Vec<_>>().join("\n")
        }
        BlockKind::Rule => format!("{rest}    * * *"),
        BlockKind::Table => set_table(&block.rows, &rest, output),
    }
}

/// A table in columns; where it is wider than the terminal, its rows one below another.
fn set_table(rows: &[Vec<String>], indent: &str, output: Output) -> String {
    let lines = table(rows);
    let mut lines: Vec<&str> = lines.lines().collect();
    let widest = lines.iter().map(|line| display_width(line)).max().unwrap_or(0);
    let line = "─".repeat(widest);
    if !output.is_terminal || indent.len() + widest <= width() {
        lines.insert(1.min(lines.len()), &line);
        return lines.iter().map(|line| format!("{indent}{line}")).collect::<Vec<_>>().join("\n");
    }
    let Some((heads, rows)) = rows.split_first() else { return String::new() };
    let row = |row: &Vec<String>| {
        let cells = heads.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
        let cells = cells.map(|(head, cell)| {
            let text = if head.is_empty() { cell.clone() } else { format!("{head}: {cell}") };
            output.wrap_within(&text, indent, &format!("{indent}  "))
        });
        cells.collect::<Vec<_>>().join("\n")
    };
    rows.iter().map(row).collect::<Vec<_>>().join("\n\n")
}
