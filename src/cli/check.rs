//! `remembrance check`: every mistake in the configuration and the articles it names.

use super::check_file;
use super::output::{Output, fit, print, print_json, width};
use super::table::table;
use super::{Error, Global, Invocation, Outcome, Run};
use crate::app::articles::{self, ArticleFault};
use crate::app::context::Context;
use crate::app::reach;
use crate::config::{DayValues, Fault, MOST_TOLD, Mistake, Origin, Severity, Source, ValueSource, origins};
use crate::host::files;
use crate::host::streams::trusted;
use crate::host::zones;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance check -v")]
pub(super) struct CheckArgs {
    /// Check these files: configurations, drop-ins, packs or articles
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// What was looked at, and what was found.
#[derive(Default)]
pub(super) struct Checked {
    pub(super) sources: Vec<Source>,
    pub(super) mistakes: Vec<Mistake>,
    /// How many days a configuration keeps; `None` for packs and articles.
    pub(super) days: Option<usize>,
    /// Each value and where it is from, where that was asked for.
    pub(super) origins: Vec<Origin>,
    /// Which days the person's languages do not reach; no mistake.
    pub(super) unreached: Option<String>,
}

impl Checked {
    /// One mistake, of a file that cannot be read.
    pub(super) fn of(mistake: Mistake) -> Self {
        Self { mistakes: vec![mistake], ..Self::default() }
    }
}

impl Run for CheckArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let output = Output::new(global.color);
        let Checked { sources, mistakes, days, origins, unreached } =
            if self.files.is_empty() { configured(global)? } else { named(&self.files, global)? };
        let of = |severity| mistakes.iter().filter(move |mistake| mistake.severity == severity);
        // A file that is wrong throughout is not read to its end.
        let is_read = !of(Severity::Error).any(|mistake| mistake.fault == Fault::More(None));
        let (errors, warnings) = (Mistake::count(of(Severity::Error)), Mistake::count(of(Severity::Warning)));
        let at_least = if is_read { "" } else { "More than " };
        if self.json {
            print_json(&mistakes)?;
        } else {
            let kept = days.map(|days| format!("; {}", kept(days))).unwrap_or_default();
            let mut text = listed(&origins, output);
            text += &rendered(&mistakes, &sources, output);
            text += &match (errors, warnings) {
                (0, 0) => format!("No mistakes{kept}.\n"),
                (0, warnings) => format!("No mistakes, {}{kept}.\n", counted(warnings, "warning")),
                (errors, 0) => format!("{at_least}{}.\n", counted(errors, "mistake")),
                (errors, warnings) => {
                    format!("{at_least}{}, {}.\n", counted(errors, "mistake"), counted(warnings, "warning"))
                }
            };
            text += &unreached.map(|note| format!("Note: {note}.\n")).unwrap_or_default();
            print(&text)?;
        }
        Ok(if errors == 0 { Outcome::Success } else { Outcome::Failed })
    }
}

/// Mistakes with their lines and carets.
pub(super) fn rendered(mistakes: &[Mistake], sources: &[Source], output: Output) -> String {
    let mut text = String::new();
    for mistake in mistakes {
        let source = sources.iter().find(|source| source.file == mistake.file);
        let rendered = mistake.render(source.map_or("", |source| &source.text), output.is_coloured);
        text += &if output.is_coloured { trusted(&rendered) } else { rendered };
        text += "\n\n";
    }
    text
}

/// How many days are kept, in words.
pub(super) fn kept(days: usize) -> String {
    format!("{} kept", if days == 1 { "1 day is".to_owned() } else { format!("{days} days are") })
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// Each value, and where it is from.
fn listed(origins: &[Origin], output: Output) -> String {
    if origins.is_empty() {
        return String::new();
    }
    let from = |origin: &Origin| match &origin.from {
        ValueSource::Default => output.dim("default"),
        ValueSource::Pack(pack) => output.dim(&format!("pack {pack}")),
        ValueSource::File(file, line) => format!("{}:{line}", near_home(file, output)),
    };
    let room = if output.is_terminal { width() / 3 } else { 40 };
    let rows = origins.iter().map(|origin| vec![origin.key.clone(), fit(&origin.value, room), from(origin)]);
    table(&rows.collect::<Vec<_>>()) + "\n"
}

/// A file as a person names it: on a terminal with `~` for the home folder.
fn near_home(file: &str, output: Output) -> String {
    let home = std::env::var("HOME").ok().filter(|home| output.is_terminal && !home.is_empty());
    let below = home.and_then(|home| file.strip_prefix(&home)?.strip_prefix('/').map(str::to_owned));
    below.map_or_else(|| file.to_owned(), |below| format!("~/{below}"))
}

/// The configuration as the daemon would read it, with its articles.
fn configured(global: &Global) -> Result<Checked, Error> {
    Ok(of_context(Invocation::quietly(global)?.context, global.verbose > 0))
}

/// What is wrong in a configuration, and with its articles.
pub(super) fn of_context(context: Context, with_origins: bool) -> Checked {
    let mut mistakes = [context.mistakes.clone(), context.warnings.clone()].concat();
    mistakes.extend(of_articles(&context));
    let origins = if with_origins {
        origins(&context.sources, &context.packs, &context.settings, &zones::named)
    } else {
        Vec::new()
    };
    let days = Some(context.settings.plan.days.len());
    let unreached = reach::unreached(&context);
    let of_articles = article_sources(&mistakes, &context);
    let sources = context.sources.into_iter().chain(context.packs).chain(of_articles).collect();
    Checked { sources, mistakes, days, origins, unreached }
}

/// The texts of articles with mistakes, to show their lines.
fn article_sources(mistakes: &[Mistake], context: &Context) -> Vec<Source> {
    let is_in = |path: &Path| context.paths.articles().any(|folder| path.starts_with(folder));
    let mut articles: Vec<&str> = mistakes.iter().map(|mistake| mistake.file.as_str()).collect();
    articles.retain(|file| is_in(Path::new(file)));
    articles.dedup();
    let read = |file: &str| Some(Source { file: file.to_owned(), text: files::read(Path::new(file)).ok()?? });
    articles.into_iter().filter_map(read).collect()
}

/// What is wrong with the articles; a missing one is reported where the configuration names it, and as few of them as of any
/// other mistake of a file.
fn of_articles(context: &Context) -> Vec<Mistake> {
    let values = DayValues::new(&context.sources, &zones::named);
    let (mut all, mut missing) = (Vec::new(), Vec::new());
    let mut more = 0;
    for day in &context.settings.plan.days {
        for fault in articles::faults(day, &context.languages, &context.paths) {
            if matches!(fault, ArticleFault::InFile(_)) {
                all.push(fault.mistake());
            } else if missing.len() < MOST_TOLD {
                let mistake = fault.mistake();
                let place = values.mistake(&day.id, "article", mistake.fault.clone());
                missing.push(place.unwrap_or(mistake));
            } else {
                more += 1;
            }
        }
    }
    let last = missing.last().filter(|_| more > 0);
    let more = last.map(|last| Mistake { fault: Fault::More(Some(more)), ..last.clone() });
    missing.into_iter().chain(more).chain(all).collect()
}

/// Each file by itself.
fn named(paths: &[PathBuf], global: &Global) -> Result<Checked, Error> {
    let mut all = Checked::default();
    for path in paths {
        let Checked { sources, mistakes, days, unreached, .. } = check_file::check(path, global)?;
        all.days = days.map(|days| days + all.days.unwrap_or(0)).or(all.days);
        all.mistakes.extend(mistakes);
        all.sources.extend(sources);
        all.unreached = all.unreached.or(unreached);
    }
    Ok(all)
}
