//! Where the files of the program lie, by the XDG Base Directory Specification: the only file that names `xdg`.

use std::path::PathBuf;

/// The name of the program's folder in each base folder.
const FOLDER: &str = "remembrance";

/// The folders of the program for this person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// Folders with a `config.toml`, lowest layer first: the administrator's, then the person's.
    pub config: Vec<PathBuf>,
    /// The config file itself where one was named; it takes the place of the person's `config.toml`.
    pub config_file: PathBuf,
    /// Where the ledger is kept.
    pub state: PathBuf,
    /// Where pages are written for the browser.
    pub cache: PathBuf,
}

/// The person's data folder, for what is not only this program's: units, icons.
pub fn data_home() -> Option<PathBuf> {
    xdg::BaseDirectories::new().get_data_home()
}

impl Paths {
    /// The folders of this person; `config_file` takes the place of the person's `config.toml`.
    ///
    /// # Errors
    /// When there is no home to look in.
    pub fn find(config_file: Option<PathBuf>) -> Result<Self, String> {
        let base = xdg::BaseDirectories::with_prefix(FOLDER);
        let homeless = || "there is no home folder: `HOME` is not set".to_owned();
        let home = base.get_config_home();
        let config_file =
            config_file.or_else(|| Some(home.as_ref()?.join("config.toml"))).ok_or_else(homeless)?;
        let mut config = base.get_config_dirs();
        config.reverse();
        config.push(config_file.parent().map(PathBuf::from).unwrap_or_default());
        let state = base.get_state_home().ok_or_else(homeless)?;
        let cache = base.get_cache_home().ok_or_else(homeless)?;
        Ok(Self { config, config_file, state, cache })
    }
}
