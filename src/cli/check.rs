//! `remembrance check`: every mistake in the configuration and the articles it names.

use super::output::{Output, print, print_json};
use super::{Context, Error, Global};
use crate::config::{Loaded, Mistake, Source, load};
use crate::host::{articles, files, zones};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Check these files instead of the configuration
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// As JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(options: &Options, global: Global) -> Result<ExitCode, Error> {
    let output = Output::new(global.color);
    let (sources, mistakes, days) =
        if options.files.is_empty() { configured(global)? } else { named(&options.files) };
    if options.json {
        print_json(&mistakes)?;
    } else {
        let mut text = String::new();
        for mistake in &mistakes {
            let source = sources.iter().find(|source| source.file == mistake.file);
            text += &mistake.render(source.map_or("", |source| &source.text), output.is_coloured);
            text += "\n\n";
        }
        text += &match mistakes.len() {
            0 => format!("No mistakes; {} {} kept.\n", days, if days == 1 { "day is" } else { "days are" }),
            1 => "1 mistake.\n".to_owned(),
            many => format!("{many} mistakes.\n"),
        };
        print(&text)?;
    }
    Ok(if mistakes.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

type Checked = (Vec<Source>, Vec<Mistake>, usize);

/// The configuration as the daemon would read it, with its articles.
fn configured(global: Global) -> Result<Checked, Error> {
    let context = Context::new(global)?;
    let world = context.world;
    let mut mistakes = world.mistakes.clone();
    for day in &world.settings.plan.days {
        mistakes.extend(articles::mistakes(day, &world.languages, &world.paths));
    }
    let sources = world.sources.into_iter().chain(world.packs).collect();
    Ok((sources, mistakes, world.settings.plan.days.len()))
}

/// Each file by itself, over the defaults.
fn named(paths: &[PathBuf]) -> Checked {
    let (mut sources, mut mistakes, mut days) = (Vec::new(), Vec::new(), 0);
    for path in paths {
        let file = path.display().to_string();
        match files::read(path) {
            Ok(Some(text)) => {
                let source = Source { file, text };
                let Loaded { settings, mistakes: more } = load(std::slice::from_ref(&source), &zones::named);
                days += settings.plan.days.len();
                mistakes.extend(more);
                sources.push(source);
            }
            Ok(None) => {
                let message = format!("cannot read `{file}`: there is no such file");
                mistakes.push(Mistake::of_file(&file, message, None));
            }
            Err(message) => mistakes.push(Mistake::of_file(&file, message, None)),
        }
    }
    (sources, mistakes, days)
}
