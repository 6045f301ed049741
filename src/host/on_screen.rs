//! What of ours is on the screen, kept in a file beside the ledger.
//!
//! A notification has an id that means something only to the server that gave it. With both in a file, a
//! daemon that is started again knows which notifications to adopt: where the same server still runs it
//! hears their answers, and where the session has ended since it shows them anew.

use super::beside::{Beside, Wait, create_folders, folder_of};
use super::files;
use crate::occurrence::OccurrenceId;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The notifications that are on the screen and not answered yet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnScreen {
    /// Who shows them: the id of the bus, and the server's unique name on it.
    pub server: String,
    /// Whether the server takes them away when the connection that sent them ends.
    #[serde(default)]
    pub ties_to_connection: bool,
    /// The notifications; `notices` in files of before the first release.
    #[serde(alias = "notices")]
    pub notifications: Vec<Standing>,
}

/// One notification on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The id that the server gave it.
    pub id: u32,
    /// What it is about: the keys `day` and `date`.
    #[serde(flatten)]
    pub occurrence: OccurrenceId,
}

/// The most notifications that are kept, and the longest text of them: every day of a configuration, on one date.
const MOST_STANDING: usize = 20_000;
const LARGEST: usize = 2 * 1024 * 1024;

/// The file of it.
#[derive(Debug, Clone)]
pub struct OnScreenFile(PathBuf);

impl OnScreenFile {
    /// The file that belongs to a ledger.
    pub fn beside(ledger: &Path) -> Self {
        Self(ledger.with_extension("screen.json"))
    }

    /// What the last daemon left; nothing where there is no file, or none that can be read or was written by a daemon.
    pub fn read(&self) -> OnScreen {
        let text = files::read(&self.0).inspect_err(|message| log::warn!("{message}")).ok().flatten();
        let text = text.filter(|text| text.len() <= LARGEST);
        let read = text.and_then(|text| serde_json::from_str::<OnScreen>(&text).ok());
        read.filter(|read| read.notifications.len() <= MOST_STANDING).unwrap_or_default()
    }

    /// Writes it whole, or takes the file away where there is nothing to keep.
    ///
    /// # Errors
    /// When that cannot be done: a notification may then be orphaned, and none is lost to the ledger.
    pub fn write(&self, on_screen: &OnScreen) -> io::Result<()> {
        if on_screen.notifications.is_empty() { self.remove() } else { self.replace(on_screen) }
    }

    /// Whether something has its name.
    pub fn is_there(&self) -> bool {
        self.0.symlink_metadata().is_ok()
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    fn remove(&self) -> io::Result<()> {
        // A disk that is read-only refuses to remove even what is not there.
        if self.is_there() { self.is_own().and_then(|()| fs::remove_file(&self.0)) } else { Ok(()) }
    }

    fn replace(&self, on_screen: &OnScreen) -> io::Result<()> {
        self.is_own()?;
        create_folders(folder_of(&self.0))?;
        let text = serde_json::to_string(on_screen)? + "\n";
        Beside::written(&self.0.with_extension("json.new"), &text, Wait::ForDisk)?.persist(&self.0)
    }

    /// That its place is free, or taken by a regular file.
    ///
    /// # Errors
    /// When something else is there.
    pub fn is_own(&self) -> io::Result<()> {
        match self.0.symlink_metadata() {
            Ok(found) if !found.is_file() => Err(io::Error::other("it is not a regular file")),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_nothing_leaves_no_file() {
        let home = tempfile::tempdir().unwrap();
        let file = OnScreenFile::beside(&home.path().join("ledger.jsonl"));
        assert_eq!(file.read(), OnScreen::default());
        let occurrence = OccurrenceId::new("x", "2027-01-20".parse().unwrap());
        let notifications = vec![Standing { id: 7, occurrence }];
        let on_screen = OnScreen { server: "0123/:1.42".to_owned(), ties_to_connection: true, notifications };
        file.write(&on_screen).unwrap();
        assert_eq!(file.read(), on_screen);
        fs::write(home.path().join("ledger.screen.json"), "{\"server\":").unwrap();
        assert_eq!(file.read(), OnScreen::default(), "what is torn is nothing");
        file.write(&OnScreen::default()).unwrap();
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
    }
}
