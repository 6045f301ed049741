//! An export into a folder: one file an event, and a record of what was written.

use super::Error;
use super::export_stamp::{events, is_ours, stamped};
use super::output::print_line;
use crate::app::calendars::{remove, replace};
use crate::config::RELEASED;
use crate::host::files::{self, FileError};
use crate::host::streams::print_error_line;
use crate::ical::{Item, calendar_of, fingerprint, same_but_stamp};
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// What was asked for: an export removes what an export of the same selection wrote before, and nothing else.
pub(super) struct Selection(String);

impl Selection {
    /// That of these arguments, whatever their order.
    pub(super) fn of(wanted: &[String]) -> Self {
        let mut names: Vec<&str> = wanted.iter().map(String::as_str).collect();
        names.sort_unstable();
        names.dedup();
        Self(if names.is_empty() { "*".to_owned() } else { names.join(" ") })
    }
}

/// The file in a folder that says what exports wrote into it.
const RECORD: &str = ".remembrance-export";

/// What exports wrote into a folder: for each file the fingerprint of its text, and the selections that it belongs to.
#[derive(Default)]
struct Record(BTreeMap<String, (u64, BTreeSet<String>)>);

impl Record {
    /// Reads the record of a folder.
    ///
    /// # Errors
    /// When it cannot be read, is a link, or is a file of somebody else.
    fn read(folder: &Path) -> Result<Self, Error> {
        let path = folder.join(RECORD);
        let text = files::read(&path)?.unwrap_or_default();
        let record = text.lines().map(Self::line).collect::<Option<_>>().filter(|_| !path.is_symlink());
        record.map(Self).ok_or(Error::ForeignExport(path))
    }

    fn line(line: &str) -> Option<(String, (u64, BTreeSet<String>))> {
        let mut parts = line.split('\t');
        let (file, mark) = (parts.next()?, parts.next()?);
        let mark = u64::from_str_radix(mark, 16).ok()?;
        Some((file.to_owned(), (mark, parts.map(str::to_owned).collect())))
    }

    fn text(&self) -> String {
        let line = |(file, (mark, selections)): (&String, &(u64, BTreeSet<String>))| {
            let selections: Vec<&str> = selections.iter().map(String::as_str).collect();
            format!("{file}\t{mark:016x}\t{}\n", selections.join("\t"))
        };
        self.0.iter().map(line).collect()
    }
}

/// One file an event: new and changed ones are written, others are not touched, and those that an earlier export of the
/// same selection left and this one does not have are removed. What another program or a person wrote or changed stays.
pub(super) fn into_folder(
    folder: &Path,
    items: &[Item],
    selection: &Selection,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let mut record = Record::read(folder)?;
    let old = in_folder(folder)?;
    let (mut written, mut same, mut foreign, mut removed) = (0, 0, 0, 0);
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    let mut stays = |path: &Path, why: &str| {
        print_error_line(&format!("`{}` was changed {why} and stays as it is", path.display()));
        foreign += 1;
    };
    for item in items {
        let name = format!("{}.ics", item.uid.split('@').next().unwrap_or_default());
        let path = folder.join(&name);
        wanted.insert(name.clone());
        let known = record.0.get(&name).map(|(mark, _)| *mark);
        let text = match old.get(&name) {
            Some(text) if !is_ours(text) => {
                stays(&path, "by another program");
                continue;
            }
            // What no record has may have been changed as well.
            Some(text) if known != Some(fingerprint(text)) && !is_same(text, item) => {
                stays(&path, "since it was exported");
                continue;
            }
            Some(text) => stamped(item, events(text).get(&item.uid), now),
            None => item.text(RELEASED),
        };
        let text = calendar_of(item.zone(), [text.as_str()], None);
        // What a sync wrote anew and says the same stays as it is.
        if old.get(&name).is_some_and(|old| is_same(old, item)) || !replace(&path, &text)? {
            same += 1;
        } else {
            written += 1;
        }
        let text = files::read(&path)?.unwrap_or(text);
        let (mark, selections) = record.0.entry(name).or_default();
        *mark = fingerprint(&text);
        selections.insert(selection.0.clone());
    }
    for (name, (mark, selections)) in &mut record.0 {
        if wanted.contains(name) || !selections.remove(&selection.0) || !selections.is_empty() {
            continue;
        }
        let path = folder.join(name.as_str());
        match old.get(name) {
            Some(text) if fingerprint(text) == *mark => {
                remove(&path)?;
                removed += 1;
            }
            Some(_) => stays(&path, "since it was exported"),
            None => {}
        }
    }
    record.0.retain(|_, (_, selections)| !selections.is_empty());
    replace(&folder.join(RECORD), &record.text())?;
    let foreign = if foreign == 0 { String::new() } else { format!(", {foreign} changed by others") };
    print_line(&format!(
        "`{}`: {written} written, {same} as they were, {removed} removed{foreign}.",
        folder.display()
    ))
}

/// Whether a file has this event as it would be written now.
fn is_same(text: &str, item: &Item) -> bool {
    events(text).get(&item.uid).is_some_and(|old| same_but_stamp(old, &item.text(RELEASED)))
}

/// The calendars of a folder, by the names of their files.
fn in_folder(folder: &Path) -> Result<BTreeMap<String, String>, Error> {
    let cannot = |error: &std::io::Error| FileError::read(folder, error);
    let mut found = BTreeMap::new();
    match fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(cannot(&error).into()),
        Ok(entries) => {
            for entry in entries {
                let path = entry.map_err(|error| cannot(&error))?.path();
                let name =
                    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                if path.extension().is_some_and(|ending| ending == "ics") {
                    // What is no text of a regular file is another program's.
                    let is_file = fs::symlink_metadata(&path).is_ok_and(|found| found.is_file());
                    let text = if is_file { files::read(&path).ok().flatten() } else { None };
                    found.insert(name, text.unwrap_or_default());
                }
            }
        }
    }
    Ok(found)
}
