//! Calendars of other programs: files of iCalendar and vCard, folders of them, files of calendar(1).

use crate::config::{Mistake, Settings, Source};
use crate::host::files::{self, FileError};
use crate::host::save::save;
use crate::host::zones;
use crate::ical::{self, Imported, Note, text_of};
use crate::words::Words;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The endings of the files that count in a folder; calendar(1) has files without.
const ENDINGS: [&str; 4] = ["ics", "ifb", "vcf", "calendar"];

/// The most files that are read of one folder.
const MOST_FILES: usize = 50_000;

/// The most days that followed calendars give together: the daemon keeps them in its memory, of which it has little.
const MOST_FOLLOWED: usize = 2000;

/// What calendars give.
#[derive(Debug, Default)]
pub struct FoundFile {
    /// The days, in the order of their ids.
    pub days: Vec<Imported>,
    /// What could not be carried.
    pub notes: Vec<(PathBuf, Note)>,
    /// Files that could not be read, or that end in the middle.
    pub broken: Vec<Mistake>,
    /// The encodings that files were read in, where those are not UTF-8.
    pub encodings: Vec<(PathBuf, &'static str)>,
}

/// Reads a file, or every calendar of a folder and of the folders in it; `step` hears of each file of how many.
///
/// # Errors
/// When there is no such file or folder, or it has no calendar in it.
pub fn read(
    path: &Path,
    encoding: Option<&str>,
    context: &ical::ImportContext<'_>,
    step: &mut dyn FnMut(usize, usize),
) -> Result<FoundFile, String> {
    let shown = path.display();
    let metadata = fs::metadata(path)
        .map_err(|error| format!("cannot read `{shown}`: {}", crate::text::reason(&error)))?;
    let paths = if metadata.is_dir() { in_folder(path)? } else { vec![path.to_owned()] };
    let mut found = FoundFile::default();
    for (index, path) in paths.iter().enumerate() {
        step(index, paths.len());
        if let Err(message) = read_file(path, encoding, context, &mut found) {
            found.broken.push(Mistake::of_file(&path.display().to_string(), message, None));
        }
    }
    let (days, doubles) = ical::one_of_each(std::mem::take(&mut found.days));
    found.days = days;
    found.notes.extend(doubles.into_iter().map(|note| (path.to_owned(), note)));
    if found.days.len() > ical::MOST_DAYS {
        return Err(format!("cannot read `{shown}`: it has more than {} days", ical::MOST_DAYS));
    }
    Ok(found)
}

fn read_file(
    path: &Path,
    encoding: Option<&str>,
    context: &ical::ImportContext<'_>,
    found: &mut FoundFile,
) -> Result<(), String> {
    // A file that went away between listing and reading was taken away by the program that syncs.
    let Some(bytes) = files::read_bytes(path)? else { return Ok(()) };
    let cannot = |message: String| format!("cannot read `{}`: {message}", path.display());
    let (text, read_in) = text_of(&bytes, encoding).map_err(cannot)?;
    drop(bytes);
    found.encodings.extend(read_in.map(|encoding| (path.to_owned(), encoding)));
    let read = ical::read(&text, context);
    if read.is_cut_off {
        found.broken.push(Mistake::of_file(&path.display().to_string(), "the file ends in the middle", None));
    }
    found.days.extend(read.days);
    found.notes.extend(read.notes.into_iter().map(|note| (path.to_owned(), note)));
    Ok(())
}

/// The calendars of a folder and of the folders in it, as a vdir has them; names that begin with a dot are hidden.
fn in_folder(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let (mut found, mut folders) = (Vec::new(), vec![(folder.to_owned(), 0)]);
    while let Some((folder, depth)) = folders.pop() {
        let wrong = |error: std::io::Error| {
            format!("cannot read `{}`: {}", folder.display(), crate::text::reason(&error))
        };
        for entry in fs::read_dir(&folder).map_err(wrong)? {
            let entry = entry.map_err(wrong)?;
            let path = entry.path();
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            let kind = entry.file_type().map_err(wrong)?;
            // A link to a folder could lead in a circle.
            if kind.is_dir() && depth < 2 {
                folders.push((path, depth + 1));
            } else if !kind.is_dir() && has_ending(&path) {
                found.push(path);
            }
            if found.len() > MOST_FILES {
                return Err(format!(
                    "cannot read `{}`: it has more than {MOST_FILES} files",
                    folder.display()
                ));
            }
        }
    }
    found.sort();
    Ok(found)
}

fn has_ending(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending))
}

/// What followed calendars give.
#[derive(Debug, Default)]
pub struct Followed {
    /// A file of the configuration for each calendar, named by its path.
    pub sources: Vec<Source>,
    /// What is wrong with calendars as a whole.
    pub mistakes: Vec<Mistake>,
    /// The files and folders that they are read from.
    pub paths: Vec<PathBuf>,
}

/// Reads the calendars that a configuration follows; days that it keeps already count before those of calendars.
///
/// What of an event cannot be carried is logged; what keeps a calendar from being read is a mistake.
pub fn followed(settings: &Settings, languages: &[String]) -> Followed {
    let mut followed = Followed::default();
    let words = Words::choose(languages);
    let (local, today) = (zones::system(), NaiveDate::default());
    let context = ical::ImportContext::new(&zones::named, &words, &local, today);
    let mut kept: BTreeSet<String> = settings.plan.days.iter().map(|day| day.id.clone()).collect();
    let mut count = 0;
    for written in &settings.calendars {
        let path = match written.strip_prefix("~/").zip(env::home_dir()) {
            Some((rest, home)) => home.join(rest),
            None => PathBuf::from(written),
        };
        followed.paths.push(path.clone());
        match read(&path, None, &context, &mut |_, _| {}) {
            Ok(found) => {
                for (file, note) in &found.notes {
                    let level = if note.is_loss { log::Level::Info } else { log::Level::Debug };
                    log::log!(level, "{}:{}: {}", file.display(), note.line, note.message);
                }
                followed.mistakes.extend(found.broken);
                let days: Vec<Imported> =
                    found.days.into_iter().filter(|day| kept.insert(day.id.clone())).collect();
                count += days.len();
                if count > MOST_FOLLOWED {
                    let message =
                        format!("more than {MOST_FOLLOWED} days in the calendars that are followed");
                    let help = Some("`remembrance import` takes more".to_owned());
                    followed.mistakes.push(Mistake::of_file(written, message, help));
                    continue;
                }
                let text = ical::table(&days, written, None);
                followed.sources.push(Source { file: written.clone(), text });
            }
            Err(message) => followed.mistakes.push(Mistake::of_file(written, message, None)),
        }
    }
    followed
}

/// Writes a file as a whole, unless it says the same already; whether it was written is given.
///
/// # Errors
/// When it cannot be written; what was there is left as it was.
pub fn replace(path: &Path, text: &str) -> Result<bool, FileError> {
    if fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(false);
    }
    save(path, text).map(|()| true)
}

/// Takes a file away; none is no fault.
///
/// # Errors
/// When it cannot be taken away.
pub fn remove(path: &Path) -> Result<(), FileError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(FileError::remove(path, &error)),
        _ => Ok(()),
    }
}
