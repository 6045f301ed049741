//! The files that an import writes: its days, and their articles.

use crate::host::files::{self, FileError};
use crate::host::save::{create_unsynced, save, save_unsynced, sync, unfinished};
use crate::ical::{self, Imported};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The articles of one import: written where nobody else wrote, and removed where nobody changed them.
pub struct Articles {
    folder: PathBuf,
    /// What the import before wrote, and one that was killed may have written: ids of days, and the fingerprints of
    /// their texts.
    before: BTreeMap<String, BTreeSet<u64>>,
    /// Whether the folder is the import's own, rather than a link into another.
    is_own: bool,
    /// What was left as it is, and why.
    pub left_alone: Vec<String>,
}

/// The folder of articles that imports write, within `articles`.
const IMPORTED: &str = "imported";

/// The file beside the articles that says, while an import is at work, what it may write: a killed one leaves it, and
/// the next one knows its articles by it.
const AT_WORK: &str = ".at-work";

impl Articles {
    /// The articles of an import of this name; `old` is the file of days that the import before wrote.
    pub fn new(articles: &Path, name: &str, old: Option<&str>) -> Self {
        let folder = articles.join(IMPORTED).join(name);
        let at_work = folder.join(AT_WORK);
        let killed = at_work_marks(&at_work);
        let ways = [articles, &articles.join(IMPORTED), &folder];
        let left_alone = match ways.into_iter().find(|way| way.is_symlink()) {
            Some(link) => vec![format!("`{}` is a link: no article was written", link.display())],
            None if killed.is_none() => {
                vec![format!("`{}` is not from an import: no article was written", at_work.display())]
            }
            None => Vec::new(),
        };
        let is_own = left_alone.is_empty();
        let mut before: BTreeMap<String, BTreeSet<u64>> = BTreeMap::new();
        for (id, mark) in old.map(ical::articles_of).unwrap_or_default() {
            before.entry(id).or_default().insert(mark);
        }
        for (id, mark) in killed.unwrap_or_default() {
            before.entry(id).or_default().insert(mark);
        }
        Self { folder, before, is_own, left_alone }
    }

    /// The file of the article of a day.
    fn file(&self, id: &str) -> PathBuf {
        self.folder.join(format!("{id}.txt"))
    }

    /// Takes away the texts for which no article can be written or is there, so that no day names an article that is not;
    /// gives how many.
    pub fn leave_out_unwritten(&self, days: &mut [Imported]) -> usize {
        if self.is_own {
            return 0;
        }
        let is_lost = |day: &&mut Imported| day.text.is_some() && !self.file(&day.id).is_file();
        days.iter_mut().filter(is_lost).map(|day| day.text = None).count()
    }

    /// Says in a file beside them which articles are at work.
    fn begin(&self, articles: &[(&String, String)]) -> Result<(), FileError> {
        let new = articles.iter().map(|(id, text)| (*id, ical::fingerprint(text)));
        let before = self.before.iter().flat_map(|(id, marks)| marks.iter().map(move |mark| (id, *mark)));
        let lines: BTreeSet<String> =
            before.chain(new).map(|(id, mark)| format!("{id}\t{mark:016x}\n")).collect();
        if lines.is_empty() {
            return Ok(());
        }
        replace(&self.folder.join(AT_WORK), &lines.into_iter().collect::<String>()).map(drop)
    }

    /// Writes the texts of days; `step` hears of each article of how many.
    ///
    /// Once it ends, all of them are on the disk. Each is written without waiting for it, and one sync of the file system
    /// waits for all: where the machine fails before that, some are missing or empty, no file of days names them yet,
    /// and the next import writes them.
    ///
    /// # Errors
    /// When one cannot be written.
    pub fn write(&mut self, days: &[Imported], step: &mut dyn FnMut(usize, usize)) -> Result<(), FileError> {
        if !self.is_own {
            return Ok(());
        }
        let articles: Vec<(&String, String)> =
            days.iter().filter_map(|day| Some((&day.id, ical::article_of(day)?))).collect();
        self.begin(&articles)?;
        // An import that was killed left it; anything else of that name is in nobody's way.
        let unfinished = unfinished(&self.folder);
        if fs::symlink_metadata(&unfinished).is_ok_and(|found| found.is_file()) {
            remove(&unfinished)?;
        }
        let folder = fs::metadata(&self.folder).ok();
        let mut is_written = false;
        for (index, (id, text)) in articles.iter().enumerate() {
            step(index, articles.len());
            let path = self.file(id);
            match self.text(id, &path) {
                Found::Unchanged(now) if now == *text => {}
                found @ (Found::Nothing | Found::Unchanged(_)) => {
                    let is_new = matches!(found, Found::Nothing);
                    let folder = folder.as_ref().filter(|_| is_new);
                    let is_made = folder.map(|folder| create_unsynced(&path, text, folder)).transpose()?;
                    if is_made != Some(true) {
                        save_unsynced(&path, text)?;
                    }
                    is_written = true;
                }
                Found::Other(now) if now.as_ref() == Some(text) => {}
                Found::Other(_) => self.leave(&path),
            }
        }
        // Before the file of days names them, they are on the disk.
        if is_written { sync(&self.folder) } else { Ok(()) }
    }

    /// Removes the articles of the import before that no day has now; the import is done then.
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
            let path = self.file(id);
            match self.text(id, &path) {
                Found::Nothing => {}
                Found::Unchanged(_) => remove(&path)?,
                Found::Other(_) => self.leave(&path),
            }
        }
        // What else is there is a person's.
        let mut others: Vec<PathBuf> = Vec::new();
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let id = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            if !wanted.contains(id.as_str()) && !gone.contains(&id) && id != AT_WORK {
                others.push(path);
            }
        }
        others.sort();
        let said = others.iter().map(|path| format!("`{}` is not from an import and stays", path.display()));
        self.left_alone.extend(said);
        remove(&self.folder.join(AT_WORK))
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
        // The machine failed before the text was on its disk.
        if text.as_deref() == Some("") {
            return Found::Nothing;
        }
        let is_known =
            |text: &String| self.before.get(id).is_some_and(|marks| marks.contains(&ical::fingerprint(text)));
        match text {
            Some(text) if is_known(&text) => Found::Unchanged(text),
            text => Found::Other(text),
        }
    }
}

/// The ids and fingerprints in the file that an import at work writes, none where there is no such file; `None` where
/// something of somebody else is in its place.
fn at_work_marks(path: &Path) -> Option<Vec<(String, u64)>> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Some(Vec::new()),
        Ok(found) if found.is_file() => {}
        _ => return None,
    }
    let mark = |line: &str| {
        let (id, mark) = line.split_once('\t')?;
        Some((id.to_owned(), u64::from_str_radix(mark, 16).ok()?))
    };
    files::read(path).ok()??.lines().map(mark).collect()
}

/// What is in the place of an article.
enum Found {
    Nothing,
    /// What the import before wrote, or one that was killed.
    Unchanged(String),
    /// Something else, with its text where it has one.
    Other(Option<String>),
}

/// Writes a file as a whole, unless it says the same already; whether it was written is given.
///
/// # Errors
/// When it cannot be written; what was there is left as it was.
pub fn replace(path: &Path, text: &str) -> Result<bool, FileError> {
    if files::read_bytes(path).is_ok_and(|old| old.is_some_and(|old| old == text.as_bytes())) {
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
