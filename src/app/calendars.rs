//! Calendars of other programs: files of iCalendar and vCard, folders of them, files of calendar(1).

use crate::config::{DayLayer, Fault, Mistake, Severity, Zones};
use crate::host::files::{self, FileError};
use crate::host::save::save;
use crate::ical::{self, Imported, Note, text_of};
use crate::rule::Rule;
use crate::text::one_line;
use crate::words::Words;
use crate::zone::Zone;
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::env;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The endings of the files that count in a folder.
const ENDINGS: [&str; 5] = ["ics", "ifb", "vcf", "vcard", "calendar"];

/// How the files of calendar(1) are called, as `calendar.holiday`.
const CALENDAR: &str = "calendar";

/// How deep files of calendar(1) may include one another.
const DEEPEST: usize = 8;

/// The most mistakes of single files that are named.
const MOST_BROKEN: usize = 100;

/// The most notes that are kept of all files together.
const MOST_NOTES: usize = 10_000;

/// How many days back the events of a followed calendar are kept: longer than any catch-up, so that nothing is missed.
const KEPT_BACK: u64 = 366;

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
    /// Where the first day is that is one too many; what comes after it was not read.
    pub too_many: Option<(PathBuf, usize)>,
}

/// Reads a file, or every calendar of a folder and of the folders in it; `step` hears of each file of how many.
///
/// No file is larger than `largest` bytes.
///
/// # Errors
/// When there is no such file or folder, or it has no calendar in it.
pub fn read(
    path: &Path,
    encoding: Option<&str>,
    context: &ical::ImportContext<'_>,
    largest: u64,
    step: &mut dyn FnMut(usize, usize),
) -> Result<FoundFile, String> {
    let shown = path.display();
    let metadata = fs::metadata(path)
        .map_err(|error| format!("cannot read `{shown}`: {}", crate::text::reason(&error)))?;
    let (paths, folder) = if metadata.is_dir() {
        (in_folder(path)?, path.to_owned())
    } else {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        (vec![path.to_owned()], folder.unwrap_or(Path::new(".")).to_owned())
    };
    let mut reader =
        FileReader { encoding, context, largest, folder, seen: BTreeSet::new(), found: FoundFile::default() };
    for (index, path) in paths.iter().enumerate() {
        step(index, paths.len());
        if let Err(message) = reader.file(path, 0) {
            reader.broken(path, Fault::Unreadable(message));
        }
        if reader.found.days.len() > context.most_days {
            reader.found.too_many.get_or_insert((path.clone(), 1));
        }
        if reader.found.too_many.is_some() {
            break;
        }
    }
    let mut found = reader.found;
    let (days, doubles) = ical::one_of_each(std::mem::take(&mut found.days));
    found.days = days;
    found.notes.extend(doubles.into_iter().map(|note| (path.to_owned(), note)));
    Ok(found)
}

/// What reading goes by, and what it has found so far.
struct FileReader<'r, 'c> {
    encoding: Option<&'r str>,
    context: &'r ical::ImportContext<'c>,
    /// The largest file that is read, in bytes.
    largest: u64,
    /// The folder that files may include others of.
    folder: PathBuf,
    /// The files that were read.
    seen: BTreeSet<PathBuf>,
    found: FoundFile,
}

impl FileReader<'_, '_> {
    fn broken(&mut self, path: &Path, fault: Fault) {
        match self.found.broken.len() {
            MOST_BROKEN => {
                let fault = Fault::TooManyBroken(MOST_BROKEN);
                self.found.broken.push(Mistake::of_file(&self.folder.display().to_string(), fault));
            }
            ..MOST_BROKEN => {
                self.found.broken.push(Mistake::of_file(&path.display().to_string(), fault));
            }
            _ => {}
        }
    }

    fn note(&mut self, path: &Path, note: Note) {
        if self.found.notes.len() < MOST_NOTES {
            self.found.notes.push((path.to_owned(), note));
        }
    }

    fn file(&mut self, path: &Path, depth: usize) -> Result<(), String> {
        if !self.seen.insert(path.to_owned()) {
            return Ok(());
        }
        // A file that went away between listing and reading was taken away by the program that syncs.
        let Some(bytes) = files::read_bytes_up_to(path, self.largest)? else { return Ok(()) };
        let cannot = |message: String| format!("cannot read `{}`: {message}", path.display());
        let (text, read_in) = text_of(bytes, self.encoding).map_err(cannot)?;
        self.found.encodings.extend(read_in.map(|encoding| (path.to_owned(), encoding)));
        let read = ical::read(&text, self.context);
        drop(text);
        if let Some(refused) = read.refused {
            return Err(cannot(refused.to_string()));
        }
        if read.is_cut_off {
            self.broken(path, Fault::CutOff);
        }
        if let Some(line) = read.too_many {
            self.found.too_many.get_or_insert((path.to_owned(), line));
        }
        self.found.days.extend(read.days);
        for note in read.notes {
            self.note(path, note);
        }
        for (line, name) in read.includes {
            if let Err(message) = self.included(path, &name, depth) {
                self.note(path, Note { line, message, is_loss: true });
            }
        }
        Ok(())
    }

    /// Reads a file that another includes, if it lies in the same folder or below.
    fn included(&mut self, by: &Path, name: &str, depth: usize) -> Result<(), String> {
        let is_below = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        if !is_below || depth >= DEEPEST {
            return Err(format!("`{}` is not in this folder, and is not included", one_line(name)));
        }
        let beside = by.parent().unwrap_or(Path::new("")).join(name);
        let path = [beside, self.folder.join(name)].into_iter().find(|path| path.is_file());
        let path = path.ok_or_else(|| format!("there is no file `{}` to include", one_line(name)))?;
        let (real, folder) = (fs::canonicalize(&path), fs::canonicalize(&self.folder));
        if !real.is_ok_and(|real| folder.is_ok_and(|folder| real.starts_with(folder))) {
            return Err(format!("`{}` leads out of this folder, and is not included", one_line(name)));
        }
        self.file(&path, depth + 1)
    }
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
    path.file_stem().is_some_and(|stem| stem == CALENDAR || stem.to_string_lossy().starts_with("calendar."))
        || ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending))
}

/// What followed calendars give.
#[derive(Debug, Default)]
pub struct Followed {
    /// The days, the first of two with one id.
    pub days: Vec<(String, DayLayer)>,
    /// What is wrong with calendars as a whole.
    pub mistakes: Vec<Mistake>,
    /// What of single events cannot be carried.
    pub warnings: Vec<Mistake>,
    /// The files and folders that they are read from.
    pub paths: Vec<PathBuf>,
}

/// Reads the calendars that a configuration follows, by the paths that it has for them.
///
/// What of an event cannot be carried is a warning; what keeps a calendar from being read is a mistake. What is over
/// since long before `today` is not read.
pub fn followed(
    calendars: &[String],
    languages: &[String],
    zones: &Zones<'_>,
    local: &Zone,
    today: NaiveDate,
) -> Followed {
    let mut followed = Followed::default();
    if calendars.is_empty() {
        return followed;
    }
    let words = Words::choose(languages);
    let mut layers = Layers { zones, rules: HashMap::new(), ids: HashSet::new() };
    for written in calendars {
        let path = match written.strip_prefix("~/").zip(env::home_dir()) {
            Some((rest, home)) => home.join(rest),
            None => PathBuf::from(written),
        };
        let context = ical::ImportContext {
            since: today.checked_sub_days(Days::new(KEPT_BACK)),
            most_days: MOST_FOLLOWED,
            ..ical::ImportContext::new(zones, &words, local, today)
        };
        match read(&path, None, &context, files::LARGEST, &mut |_, _| {}) {
            Ok(found) => {
                followed.warnings.extend(losses(&found.notes));
                followed.mistakes.extend(found.broken);
                let days = layers.of_days(found.days, written, &mut followed.mistakes);
                let count = followed.days.len() + days.len();
                match too_many(found.too_many.as_ref(), count, written) {
                    Some(mistake) => followed.mistakes.push(mistake),
                    None => followed.days.extend(days),
                }
            }
            Err(message) => followed.mistakes.push(Mistake::of_file(written, Fault::Unreadable(message))),
        }
        followed.paths.push(path);
    }
    followed
}

/// That a calendar has more days than the daemon keeps, where it has.
fn too_many(first: Option<&(PathBuf, usize)>, count: usize, written: &str) -> Option<Mistake> {
    let fault = Fault::TooManyCalendarDays(MOST_FOLLOWED);
    match first {
        Some((file, line)) => {
            Some(Mistake { line: *line, ..Mistake::of_file(&file.display().to_string(), fault) })
        }
        None => (count > MOST_FOLLOWED).then(|| Mistake::of_file(written, fault)),
    }
}

/// A warning for each file that has what cannot be carried: the first of it, and how much there is.
fn losses(notes: &[(PathBuf, Note)]) -> Vec<Mistake> {
    let mut files: BTreeMap<&Path, (&Note, usize)> = BTreeMap::new();
    for (file, note) in notes {
        log::debug!("{}:{}: {}", file.display(), note.line, note.message);
        if note.is_loss {
            files.entry(file).or_insert((note, 0)).1 += 1;
        }
    }
    let (all, last) = (files.len(), files.len().min(MOST_BROKEN));
    let warning = |(index, (file, (first, count))): (usize, (&Path, (&Note, usize)))| {
        let file = file.display().to_string();
        let more_files = if index + 1 == last { all - last } else { 0 };
        let (first_message, more) = (first.message.clone(), count - 1);
        let fault = Fault::CalendarLosses { first: first_message, more, more_files, file: file.clone() };
        Mistake { line: first.line, severity: Severity::Warning, ..Mistake::of_file(&file, fault) }
    };
    files.into_iter().take(MOST_BROKEN).enumerate().map(warning).collect()
}

/// Makes layers of imported days.
struct Layers<'z> {
    zones: &'z Zones<'z>,
    /// Rules that were read: many days fall on one date.
    rules: HashMap<String, Rule>,
    /// The ids of the days so far.
    ids: HashSet<String>,
}

impl Layers<'_> {
    /// The days of a calendar that no calendar before it has; a rule that is none is a mistake of its line.
    fn of_days(
        &mut self,
        days: Vec<Imported>,
        file: &str,
        mistakes: &mut Vec<Mistake>,
    ) -> Vec<(String, DayLayer)> {
        let mut layers = Vec::with_capacity(days.len());
        for day in days {
            if !self.ids.insert(day.id.clone()) {
                continue;
            }
            let line = day.line;
            let mut rule = |phrase: &str| match self.rules.get(phrase) {
                Some(rule) => Ok(rule.clone()),
                None => phrase.parse::<Rule>().inspect(|rule| {
                    self.rules.insert(phrase.to_owned(), rule.clone());
                }),
            };
            match day.into_layer(&mut rule, self.zones) {
                Ok(layer) => layers.push(layer),
                Err(error) => mistakes.push(Mistake { line, ..Mistake::of_file(file, Fault::Rule(error)) }),
            }
        }
        layers
    }
}

/// The articles of one import: written where nobody else wrote, and removed where nobody changed them.
pub struct Articles {
    folder: PathBuf,
    /// What the import before wrote: ids of days, and the fingerprints of their texts.
    before: BTreeMap<String, u64>,
    /// Whether the folder is the import's own, rather than a link into another.
    is_own: bool,
    /// What was left as it is, and why.
    pub left_alone: Vec<String>,
}

/// The folder of articles that imports write, within `articles`.
const IMPORTED: &str = "imported";

impl Articles {
    /// The articles of an import of this name; `old` is the file of days that the import before wrote.
    pub fn new(articles: &Path, name: &str, old: Option<&str>) -> Self {
        let folder = articles.join(IMPORTED).join(name);
        let is_link = |path: &Path| fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
        let is_own = !is_link(&articles.join(IMPORTED)) && !is_link(&folder);
        let left_alone = if is_own {
            Vec::new()
        } else {
            vec![format!("`{}` is a link: no article was written", folder.display())]
        };
        Self { folder, before: old.map(ical::articles_of).unwrap_or_default(), is_own, left_alone }
    }

    /// Writes the texts of days.
    ///
    /// # Errors
    /// When one cannot be written.
    pub fn write(&mut self, days: &[Imported]) -> Result<(), FileError> {
        if !self.is_own {
            return Ok(());
        }
        for day in days {
            let Some(text) = ical::article_of(day) else { continue };
            let path = self.folder.join(format!("{}.txt", day.id));
            match self.text(&day.id, &path) {
                Found::Nothing | Found::Unchanged => drop(replace(&path, &text)?),
                Found::Other(now) if now.as_deref() == Some(&text) => {}
                Found::Other(_) => self.leave(&path),
            }
        }
        Ok(())
    }

    /// Removes the articles of the import before that no day has now.
    ///
    /// # Errors
    /// When one cannot be removed.
    pub fn clear(&mut self, days: &[Imported]) -> Result<(), FileError> {
        if !self.is_own {
            return Ok(());
        }
        let wanted: BTreeSet<&str> =
            days.iter().filter(|day| day.text.is_some()).map(|day| day.id.as_str()).collect();
        let gone: Vec<String> =
            self.before.keys().filter(|id| !wanted.contains(id.as_str())).cloned().collect();
        for id in &gone {
            let path = self.folder.join(format!("{id}.txt"));
            match self.text(id, &path) {
                Found::Nothing => {}
                Found::Unchanged => remove(&path)?,
                Found::Other(_) => self.leave(&path),
            }
        }
        // What else is there is a person's.
        let mut others: Vec<PathBuf> = Vec::new();
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let id = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            if !wanted.contains(id.as_str()) && !gone.contains(&id) {
                others.push(path);
            }
        }
        others.sort();
        let said = others.iter().map(|path| format!("`{}` is not from an import and stays", path.display()));
        self.left_alone.extend(said);
        Ok(())
    }

    fn leave(&mut self, path: &Path) {
        self.left_alone
            .push(format!("`{}` was changed since it was imported and stays as it is", path.display()));
    }

    fn text(&self, id: &str, path: &Path) -> Found {
        match fs::symlink_metadata(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Found::Nothing,
            Ok(found) if found.is_file() => {}
            _ => return Found::Other(None),
        }
        let text = files::read(path).ok().flatten();
        let is_unchanged =
            text.as_deref().is_some_and(|text| self.before.get(id) == Some(&ical::fingerprint(text)));
        if is_unchanged { Found::Unchanged } else { Found::Other(text) }
    }
}

/// What is in the place of an article.
enum Found {
    Nothing,
    /// What the import before wrote.
    Unchanged,
    /// Something else, with its text where it has one.
    Other(Option<String>),
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
