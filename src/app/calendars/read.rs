//! Reads files of iCalendar, vCard and calendar(1), and folders of them.

use crate::config::{CalendarFault, Fault, Mistake};
use crate::host::files::{self, FileError, FileFault};
use crate::ical::{self, Imported, Note, Refused, TextError, text_of};
use crate::text::{begins_with, one_line};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The endings of the files of iCalendar and vCard.
const ENDINGS: [&str; 4] = ["ics", "ifb", "vcf", "vcard"];

/// How the files of calendar(1) are called or end, as `calendar.holiday` and `family.calendar`.
const CALENDAR: &str = "calendar";

/// How deep files of calendar(1) may include one another.
const DEEPEST: usize = 8;

/// The most mistakes of single files that are named.
pub(super) const MOST_BROKEN: usize = 100;

/// The most notes that are kept of all files together.
const MOST_NOTES: usize = 10_000;

/// The most files that are read of one folder.
pub const MOST_FILES: usize = 50_000;

/// How many times larger than the rest of a file the whole may be: pictures are left out while it is read.
const WITH_PICTURES: u64 = 32;

/// Why a calendar, or a file that it includes, is not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// The file or the folder cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// Its bytes are no text.
    #[error("cannot read `{}`: {error}", file.display())]
    Text {
        /// The file.
        file: PathBuf,
        /// Why not.
        error: TextError,
    },
    /// It is of a kind that is not read.
    #[error("cannot read `{}`: {refused}", file.display())]
    Refused {
        /// The file.
        file: PathBuf,
        /// Which kind.
        refused: Refused,
    },
    /// It has nothing in it.
    #[error("cannot read `{}`: it is empty", .0.display())]
    Empty(PathBuf),
    /// It is called like iCalendar or vCard, and is neither.
    #[error("cannot read `{}`: it is not a calendar: no line begins with `BEGIN:`", .0.display())]
    Other(PathBuf),
    /// The folder has too many files.
    #[error("cannot read `{}`: it has more than {MOST_FILES} files", .0.display())]
    TooManyFiles(PathBuf),
    /// A file to include is named as one that lies elsewhere.
    #[error("`{0}` is not in this folder, and is not included")]
    OutsideFolder(String),
    /// A file to include is a link to elsewhere.
    #[error("`{0}` leads out of this folder, and is not included")]
    LeadsOut(String),
    /// A file to include is not there.
    #[error("there is no file `{0}` to include")]
    NothingToInclude(String),
}

/// What calendars give.
#[derive(Debug, Default)]
pub struct FoundFile {
    /// The days, in the order of their ids.
    pub days: Vec<Imported>,
    /// How many files were found: none in a folder without calendars.
    pub files: usize,
    /// What could not be carried.
    pub notes: Vec<(PathBuf, Note)>,
    /// Files that could not be read, or that end in the middle.
    pub broken: Vec<Mistake>,
    /// The encodings that files were read in, where those are not UTF-8.
    pub encodings: Vec<(PathBuf, &'static str)>,
    /// Where the first day is that is one too many; what comes after it was not read.
    pub too_many: Option<(PathBuf, usize)>,
}

/// Reads a file, or every calendar of a folder and of the folders in it; `step` hears how much is done, of how much.
///
/// No file is larger than `largest` bytes without its pictures, or `WITH_PICTURES` times that with them.
///
/// # Errors
/// When there is no such file or folder, or it has no calendar in it.
pub fn read(
    path: &Path,
    encoding: Option<&str>,
    context: &ical::ImportContext<'_>,
    largest: u64,
    step: &mut dyn FnMut(usize, usize),
) -> Result<FoundFile, CalendarError> {
    let metadata = fs::metadata(path).map_err(|error| FileError::read(path, &error))?;
    let (paths, folder) = if metadata.is_dir() {
        (in_folder(path)?, path.to_owned())
    } else {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        (vec![path.to_owned()], folder.unwrap_or(Path::new(".")).to_owned())
    };
    // Of a single file it is told how much of it is read, then how much is understood.
    let is_one = paths.len() == 1;
    let step = RefCell::new(step);
    let tell = |done: usize, all: usize| (step.borrow_mut())(done, all);
    let of_bytes = |done: usize, all: usize| tell(done, 2 * all);
    let of_days = |done: usize, all: usize| tell(all + done, 2 * all);
    let nothing = |_: usize, _: usize| {};
    let (of_bytes, of_days): (&Step<'_>, &Step<'_>) =
        if is_one { (&of_bytes, &of_days) } else { (&nothing, &nothing) };
    let context = &ical::ImportContext { progress: of_days, ..*context };
    let (seen, rules, found) = (BTreeSet::new(), 0, FoundFile::default());
    let mut reader = FileReader { encoding, context, largest, of_bytes, folder, seen, rules, found };
    for (index, path) in paths.iter().enumerate() {
        if !is_one {
            tell(index, paths.len());
        }
        if let Err(error) = reader.file(path, 0) {
            reader.broken(path, Fault::Unreadable(error.to_string()));
        }
        if context.is_exceeded_by(reader.found.days.len(), reader.rules) {
            reader.found.too_many.get_or_insert((path.clone(), 1));
        }
        if reader.found.too_many.is_some() {
            break;
        }
    }
    let mut found = reader.found;
    found.files = paths.len();
    let (days, doubles) = ical::one_of_each(std::mem::take(&mut found.days));
    found.days = days;
    found.notes.extend(doubles.into_iter().map(|note| (path.to_owned(), note)));
    Ok(found)
}

/// Hears how much is done, of how much.
type Step<'s> = dyn Fn(usize, usize) + 's;

/// What reading goes by, and what it has found so far.
struct FileReader<'r, 'c> {
    encoding: Option<&'r str>,
    context: &'r ical::ImportContext<'c>,
    /// The largest file that is read, in bytes and without its pictures.
    largest: u64,
    /// Hears how many bytes of a file are read, of how many.
    of_bytes: &'r Step<'r>,
    /// The folder that files may include others of.
    folder: PathBuf,
    /// The files that were read.
    seen: BTreeSet<PathBuf>,
    /// How many rules the days so far have.
    rules: usize,
    found: FoundFile,
}

impl FileReader<'_, '_> {
    fn broken(&mut self, path: &Path, fault: Fault) {
        match self.found.broken.len() {
            MOST_BROKEN => {
                let fault = Fault::Calendar(CalendarFault::TooManyBroken(MOST_BROKEN));
                self.found.broken.push(Mistake::of_file(&self.folder.display().to_string(), fault));
            }
            ..MOST_BROKEN => {
                self.found.broken.push(Mistake::of_file(&path.display().to_string(), fault));
            }
            _ => {}
        }
    }

    fn note(&mut self, path: &Path, note: Note) {
        let notes = &mut self.found.notes;
        if notes.len() < MOST_NOTES {
            notes.push((path.to_owned(), note));
        } else if note.is_loss {
            // The words are let go; how much is lost is still told, and of each file.
            match notes.iter_mut().rev().take_while(|(file, _)| file == path).find(|(_, other)| other.is_loss)
            {
                Some((_, other)) => other.count += note.count,
                None => notes.push((path.to_owned(), note)),
            }
        }
    }

    /// The bytes of a file without its pictures; `None` if it does not exist.
    fn bytes(&self, path: &Path) -> Result<Option<Vec<u8>>, FileError> {
        let (mut sieve, mut done) = (ical::Sieve::default(), 0);
        let mut is_too_large = false;
        let found = files::read_parts(path, &mut |part, all| {
            sieve.take(part);
            done += part.len();
            let small = |bytes: u64| usize::try_from(bytes).unwrap_or(usize::MAX);
            (self.of_bytes)(done, small(all).max(done));
            is_too_large = sieve.kept() > small(self.largest) || done > small(self.largest * WITH_PICTURES);
            !is_too_large
        })?;
        if is_too_large {
            return Err(FileError::Read(path.to_owned(), FileFault::TooLarge(self.largest)));
        }
        Ok(found.map(|()| sieve.into_bytes()))
    }

    fn file(&mut self, path: &Path, depth: usize) -> Result<(), CalendarError> {
        if !self.seen.insert(path.to_owned()) {
            return Ok(());
        }
        // A file that went away between listing and reading was taken away by the program that syncs.
        let Some(bytes) = self.bytes(path)? else { return Ok(()) };
        let (text, read_in) = text_of(bytes, self.encoding)
            .map_err(|error| CalendarError::Text { file: path.to_owned(), error })?;
        self.found.encodings.extend(read_in.map(|encoding| (path.to_owned(), encoding)));
        let read = ical::read(&text, self.context);
        let is_calendar = !is_of(path, &ENDINGS) || text.lines().any(begins);
        let is_empty = text.trim().is_empty();
        drop(text);
        if let Some(refused) = read.refused {
            return Err(CalendarError::Refused { file: path.to_owned(), refused });
        }
        // What a program that copies it left of it, or put in its place, must not look like a calendar without days.
        if !is_calendar {
            let file = path.to_owned();
            return Err(if is_empty { CalendarError::Empty(file) } else { CalendarError::Other(file) });
        }
        if read.is_cut_off {
            self.broken(path, Fault::Calendar(CalendarFault::CutOff));
        }
        if let Some(line) = read.too_many {
            self.found.too_many.get_or_insert((path.to_owned(), line));
        }
        self.rules += read.days.iter().map(|day| day.rules.len()).sum::<usize>();
        self.found.days.extend(read.days);
        for note in read.notes {
            self.note(path, note);
        }
        for (line, name) in read.includes {
            if let Err(error) = self.included(path, &name, depth) {
                self.note(path, Note::left_out(line, error.to_string()));
            }
        }
        Ok(())
    }

    /// Reads a file that another includes, if it lies in the same folder or below.
    fn included(&mut self, by: &Path, name: &str, depth: usize) -> Result<(), CalendarError> {
        let is_below = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        if !is_below || depth >= DEEPEST {
            return Err(CalendarError::OutsideFolder(one_line(name)));
        }
        let beside = by.parent().unwrap_or(Path::new("")).join(name);
        // `de_DE/calendar.all` includes `de_DE/calendar.kirche`, as if it lay in the folder above.
        let own = fs::canonicalize(&self.folder).ok().and_then(|folder| {
            let rest = Path::new(name).strip_prefix(folder.file_name()?).ok()?;
            Some(self.folder.join(rest))
        });
        let mut paths = [Some(beside), Some(self.folder.join(name)), own].into_iter().flatten();
        let path = paths.find(|path| path.is_file());
        let path = path.ok_or_else(|| CalendarError::NothingToInclude(one_line(name)))?;
        let (real, folder) = (fs::canonicalize(&path), fs::canonicalize(&self.folder));
        if !real.is_ok_and(|real| folder.is_ok_and(|folder| real.starts_with(folder))) {
            return Err(CalendarError::LeadsOut(one_line(name)));
        }
        self.file(&path, depth + 1)
    }
}

/// Whether the name of a file has one of these endings.
fn is_of(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().unwrap_or_default();
    endings.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// Whether a line of iCalendar or vCard begins a component.
fn begins(line: &str) -> bool {
    begins_with(line.trim_start(), "BEGIN:")
}

/// The calendars of a folder and of the folders in it, as a vdir has them; names that begin with a dot are hidden.
fn in_folder(folder: &Path) -> Result<Vec<PathBuf>, CalendarError> {
    let (mut found, mut folders) = (Vec::new(), vec![(folder.to_owned(), 0)]);
    while let Some((folder, depth)) = folders.pop() {
        let wrong = |error: std::io::Error| FileError::read(&folder, &error);
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
            } else if !kind.is_dir() && is_listed(&path) {
                found.push(path);
            }
            if found.len() > MOST_FILES {
                return Err(CalendarError::TooManyFiles(folder));
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Whether a file counts in a folder.
fn is_listed(path: &Path) -> bool {
    path.file_stem().is_some_and(|stem| stem == CALENDAR || stem.to_string_lossy().starts_with("calendar."))
        || is_of(path, &ENDINGS)
        || is_of(path, &[CALENDAR])
}
