//! `remembrance import`: imports the days of another program's calendar into `days.d`.

use super::invocation::lock;
use super::output::print_line;
use super::progress::Progress;
use super::{Error, Global, Invocation, Outcome, Run};
use crate::app::calendars::{self, Articles, CalendarError, FoundFile, replace};
use crate::app::sources::MOST_TEXT;
use crate::config::{DayValues, MOST_DAYS, Merged, Source, load};
use crate::host::beside::create_folders;
use crate::host::files::{self, FileError};
use crate::host::streams::print_error_line;
use crate::host::zones;
use crate::ical::{ImportContext, Imported, TableOrigin, body_of, in_parts, is_from, table};
use crate::text::one_line;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance import family.ics --dry-run")]
pub(super) struct ImportArgs {
    /// A file of iCalendar, vCard or calendar(1), or a folder of them
    #[arg(value_name = "FILE|DIR")]
    path: PathBuf,
    /// Write to days.d/NAME.toml; by default NAME is that of the file
    #[arg(long, value_name = "NAME", value_parser = name)]
    name: Option<String>,
    /// The encoding of a file that is not UTF-8, e.g. `windows-1251`
    #[arg(long, value_name = "ENCODING")]
    encoding: Option<String>,
    /// Show what would be imported, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Why a calendar is not imported; nothing is changed then.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The calendar cannot be read.
    #[error(transparent)]
    Unreadable(#[from] CalendarError),
    /// The file of an earlier import cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// The calendar is empty, and the earlier import was not.
    #[error("it has no day, and `{}` has some: nothing was changed; remove that file to remove its days", .0.display())]
    NoDays(PathBuf),
    /// A part of the calendar cannot be read, and the earlier import may have its days.
    #[error("what cannot be read may have days that are in `{}`: nothing was changed", .0.display())]
    Incomplete(PathBuf),
    /// The file of the earlier import was edited.
    #[error("`{}` was changed by hand since it was imported; move it away, or import with `--name`", .0.display())]
    Edited(PathBuf),
    /// The target is from an import of something else.
    #[error("`{}` is from another calendar; import with another `--name`", .0.display())]
    OtherSource(PathBuf),
    /// The target is the person's own file.
    #[error("`{}` is not from an import; import with `--name`", .0.display())]
    Foreign(PathBuf),
    /// The target, or the folder of imports, is a link.
    #[error("`{}` is a link, and an import writes through none: nothing was changed; put what it leads to in \
             its place", .0.display())]
    Link(PathBuf),
    /// The configuration with the target would be larger than what is read of one.
    #[error("with `{}` the configuration would have more than {} KiB, and would not be read: nothing was written; \
             import fewer events, or follow the calendar with `[[calendar]]`", .0.display(), MOST_TEXT >> 10)]
    TooLarge(PathBuf),
    /// The configuration with the target would have more days than are read of one.
    #[error("with `{}` the configuration would have {count} days, and no more than {MOST_DAYS} are read: nothing was \
             written; import fewer events, or follow the calendar with `[[calendar]]`", .file.display())]
    TooManyDays {
        /// The target.
        file: PathBuf,
        /// How many days there would be.
        count: usize,
    },
    /// What was to be written would not check.
    #[error("nothing was written: {0}")]
    Mistake(String),
}

/// The folder of articles that imports write, within `articles`.
const ARTICLES: &str = "imported";

/// The largest file that is imported, in bytes: an address book of thousands with their pictures.
const LARGEST: u64 = 256 * 1024 * 1024;

/// The most notes that are printed without `-v`.
const MOST_NOTES: usize = 20;

impl Run for ImportArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let _lock = lock(&global.paths()?);
        let invocation = &Invocation::read(global)?;
        let words = invocation.context.words();
        let today = invocation.context.zone.civil(invocation.clock.now()).date();
        let context = ImportContext::new(&zones::named, &words, &invocation.context.zone, today);
        let mut progress = Progress::new("Reading");
        let mut step = |done, all| progress.at(done, all);
        let found = calendars::read(&self.path, self.encoding.as_deref(), &context, LARGEST, &mut step);
        progress.clear();
        let mut found = found.map_err(ImportError::Unreadable)?;
        let crowded = calendars::limit_hours(&mut found.days, today);
        found.notes.extend(crowded.into_iter().map(|note| (self.path.clone(), note)));
        found.days = in_parts(found.days);
        let source =
            std::path::absolute(&self.path).unwrap_or_else(|_| self.path.clone()).display().to_string();
        let drop_ins = invocation.paths.own_drop_ins();
        let (name, target) = self.target(&drop_ins, &source, &found)?;
        if let Some(link) = [&drop_ins, &target].into_iter().find(|way| way.is_symlink()) {
            return Err(ImportError::Link(link.clone()).into());
        }
        let (kept_elsewhere, count) = take_kept_elsewhere(&mut found, invocation, &target);
        print_notes(&found, &kept_elsewhere, invocation.global.verbose > 0);

        let folder = format!("{ARTICLES}/{name}");
        let old = old(&target, &found)?;
        let mut articles = Articles::new(&invocation.paths.own_articles(), &name, old.as_deref());
        let lost = articles.leave_out_unwritten(&mut found.days);
        let text = table(&found.days, &source, Some(&folder));
        checked(&text, &target, invocation)?;
        let before: BTreeSet<String> = old.as_deref().map(ids).unwrap_or_default();
        let after: BTreeSet<String> = found.days.iter().map(|day| day.id.clone()).collect();
        let (new, gone) = (after.difference(&before).count(), before.difference(&after).count());
        // Fewer days than before are a way back from too many.
        if count + after.len() > MOST_DAYS && after.len() > before.len() {
            return Err(ImportError::TooManyDays { file: target, count: count + after.len() }.into());
        }
        let is_empty = found.days.is_empty() && old.is_none();
        if !self.dry_run && !is_empty {
            create_folders(&drop_ins).map_err(|error| FileError::write(&drop_ins, &error))?;
            let mut progress = Progress::new("Writing");
            let written = articles.write(&found.days, &mut |done, all| progress.at(done, all));
            progress.clear();
            written?;
            replace(&target, &text)?;
            articles.clear(&found.days)?;
            articles.left_alone.iter().for_each(|line| print_error_line(line));
        }
        let verb = if self.dry_run { "Would import" } else { "Imported" };
        let is_whole = found.broken.is_empty()
            && lost == 0
            && kept_elsewhere.is_empty()
            && found.too_many.is_none()
            && !found.notes.iter().any(|(_, note)| note.is_loss);
        let outcome = if is_whole { Outcome::Success } else { Outcome::Failed };
        if is_empty {
            print_line(&format!("`{}` has no day to import; nothing was written.", self.path.display()))?;
            return Ok(outcome);
        }
        let changes = match (old, new, gone) {
            (None, ..) => String::new(),
            (Some(old), ..) if old == text => "; nothing has changed".to_owned(),
            (Some(_), new, gone) => format!("; {new} new, {gone} gone, the others as they are or changed"),
        };
        print_line(&format!("{verb} {} into {}{changes}.", days(found.days.len()), target.display()))?;
        Ok(outcome)
    }
}

impl ImportArgs {
    /// The name to import under, and its file: that of the same calendar, else one that is free.
    ///
    /// `family.ics` and `family.vcf` are two: the second is kept beside the first.
    fn target(&self, folder: &Path, source: &str, found: &FoundFile) -> Result<(String, PathBuf), Error> {
        let file = |name: &str| folder.join(format!("{name}.toml"));
        let is_same = |text: &str| {
            let before = ids(text);
            is_from(text, source)
                || before.is_empty()
                || found.days.iter().any(|day| before.contains(&day.id))
        };
        if let Some(name) = &self.name {
            let target = file(name);
            let old = files::read(&target).map_err(ImportError::File)?;
            return match old.filter(|text| body_of(text) == TableOrigin::Import && !is_same(text)) {
                Some(_) if !found.days.is_empty() => Err(ImportError::OtherSource(target).into()),
                _ => Ok((name.clone(), target)),
            };
        }
        let stem = name_of(&self.path);
        let ending = self.path.extension().map(|ending| name_of(Path::new(ending))).unwrap_or_default();
        let names = [stem.clone(), format!("{stem}-{ending}")].into_iter();
        let mut free = None;
        for name in names.chain((2..100).map(|count| format!("{stem}-{count}"))) {
            let target = file(&name);
            match files::read(&target).map_err(ImportError::File)? {
                Some(text) if is_from(&text, source) => return Ok((name, target)),
                Some(text) if body_of(&text) == TableOrigin::Person || is_same(&text) => {
                    free.get_or_insert((name, target));
                }
                Some(_) => {}
                None => {
                    free.get_or_insert((name, target));
                    // Names are given in this order, and a file that is gone leaves a gap of one at most.
                    if free.as_ref().is_some_and(|(name, _)| *name != stem) {
                        break;
                    }
                }
            }
        }
        free.ok_or_else(|| ImportError::OtherSource(file(&stem)).into())
    }
}

fn days(count: usize) -> String {
    if count == 1 { "1 day".to_owned() } else { format!("{count} days") }
}

/// A name for a file of `days.d`.
fn name(text: &str) -> Result<String, String> {
    let is_name = !text.is_empty()
        && text.len() <= 64
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
    if is_name {
        Ok(text.to_owned())
    } else {
        Err("letters, digits, `-` and `_` make a name, at most 64".to_owned())
    }
}

/// The name of a file or folder, of its letters and digits.
fn name_of(path: &Path) -> String {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let stem = whole.file_stem().map(|stem| stem.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    let plain: String =
        stem.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(64).collect();
    let name = plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    if name.is_empty() { "imported".to_owned() } else { name }
}

/// Takes out the days that another file keeps under the same id: an import changes nobody else's days. Says how many days
/// the other files have.
fn take_kept_elsewhere(
    found: &mut FoundFile,
    invocation: &Invocation,
    target: &Path,
) -> (Vec<Imported>, usize) {
    let target = target.display().to_string();
    let others: Vec<Source> =
        invocation.context.sources.iter().filter(|source| source.file != target).cloned().collect();
    let merged = Merged::read(&others, &zones::named);
    let count = merged.day_count();
    let values = DayValues::new(&others, &zones::named);
    let settled = merged.settle(&values, &invocation.context.packs, Vec::new());
    let kept = settled.settings.plan.days;
    let ids: BTreeSet<&str> = kept.iter().map(|day| day.id.as_str()).collect();
    let (elsewhere, here) =
        std::mem::take(&mut found.days).into_iter().partition(|day| ids.contains(day.id.as_str()));
    found.days = here;
    (elsewhere, count)
}

/// What an import wrote there before.
fn old(target: &Path, found: &FoundFile) -> Result<Option<String>, ImportError> {
    let Some(text) = files::read(target)? else { return Ok(None) };
    match body_of(&text) {
        TableOrigin::Import if found.broken.is_empty() && found.days.is_empty() && !ids(&text).is_empty() => {
            Err(ImportError::NoDays(target.to_owned()))
        }
        TableOrigin::Import if found.broken.is_empty() => Ok(Some(text)),
        TableOrigin::Import => Err(ImportError::Incomplete(target.to_owned())),
        TableOrigin::Edited => Err(ImportError::Edited(target.to_owned())),
        TableOrigin::Person => Err(ImportError::Foreign(target.to_owned())),
    }
}

/// The ids of the days in a file that an import wrote.
fn ids(text: &str) -> BTreeSet<String> {
    let headers = text.lines().filter_map(|line| line.strip_prefix("[day.")?.strip_suffix(']'));
    headers.map(str::to_owned).collect()
}

/// Reads what is to be written as the daemon will: a mistake in it would be one of this program.
fn checked(text: &str, target: &Path, invocation: &Invocation) -> Result<(), ImportError> {
    let source = Source { file: target.display().to_string(), text: text.to_owned() };
    let others = invocation.context.sources.iter().filter(|other| other.file != source.file);
    let size = |source: &Source| source.text.len() + source.file.len();
    if others.map(size).sum::<usize>() + size(&source) > MOST_TEXT {
        return Err(ImportError::TooLarge(target.to_owned()));
    }
    let mistakes = load(&[source], &zones::named).mistakes;
    match mistakes.first() {
        Some(mistake) => Err(ImportError::Mistake(mistake.in_one_line())),
        None => Ok(()),
    }
}

/// Prints what cannot be imported, each with its file and line.
fn print_notes(found: &FoundFile, elsewhere: &[Imported], is_verbose: bool) {
    let mut lines: Vec<String> =
        found.broken.iter().map(|broken| format!("{}: {}", broken.file, broken.message())).collect();
    if let Some((file, line)) = &found.too_many {
        let (days, dates) = (crate::ical::MOST_DAYS, crate::ical::MOST_RULES);
        let message = format!("more than {days} days or {dates} dates; the rest is left out");
        lines.push(format!("{}:{line}: {message}", file.display()));
    }
    for (file, encoding) in &found.encodings {
        lines.push(format!(
            "{}: read as {encoding}; if its letters are wrong, name the right one with `--encoding`",
            file.display()
        ));
    }
    let mut notes: Vec<&(PathBuf, crate::ical::Note)> = found.notes.iter().collect();
    // Losses come first.
    notes.sort_by_key(|(_, note)| !note.is_loss);
    lines.extend(
        notes.iter().map(|(file, note)| format!("{}:{}: {}", file.display(), note.line, note.message)),
    );
    lines.extend(
        elsewhere.iter().map(|day| {
            format!("`{}` is left out: the day `{}` is kept already", one_line(&day.name), day.id)
        }),
    );
    let shown = if is_verbose { lines.len() } else { MOST_NOTES };
    for line in lines.iter().take(shown) {
        print_error_line(line);
    }
    if lines.len() > shown {
        print_error_line(&format!("... and {} more; `-v` lists all of them", lines.len() - shown));
    }
}
