//! Where the files of the program lie, by the XDG Base Directory Specification: the only file that names `xdg`.

use std::path::PathBuf;

/// The name of the program's folder in each base folder.
const FOLDER: &str = "remembrance";

/// The name of the config file in that folder.
const CONFIG_FILE: &str = "config.toml";

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

/// There is no home folder for this person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there is no home folder: `HOME` is not set")]
pub struct Homeless;

impl Paths {
    /// The folders of this person; `config_file` takes the place of the person's `config.toml`.
    ///
    /// # Errors
    /// When there is no home to look in.
    pub fn find(config_file: Option<PathBuf>) -> Result<Self, Homeless> {
        let base = xdg::BaseDirectories::with_prefix(FOLDER);
        let home = base.get_config_home();
        let config_file = config_file.or_else(|| Some(home.as_ref()?.join(CONFIG_FILE))).ok_or(Homeless)?;
        let mut config = base.get_config_dirs();
        config.reverse();
        config.push(config_file.parent().map(PathBuf::from).unwrap_or_default());
        let state = base.get_state_home().ok_or(Homeless)?;
        let cache = base.get_cache_home().ok_or(Homeless)?;
        Ok(Self { config, config_file, state, cache })
    }

    /// The config file of each layer, the lowest first; none needs to be there.
    pub fn config_files(&self) -> impl DoubleEndedIterator<Item = PathBuf> {
        let own = self.config.len().saturating_sub(1);
        let file = move |(index, folder): (usize, &PathBuf)| {
            if index == own { self.config_file.clone() } else { folder.join(CONFIG_FILE) }
        };
        self.config.iter().enumerate().map(file)
    }

    /// The folder of drop-ins of each layer, the lowest first: TOML files that are read after its config file.
    pub fn drop_ins(&self) -> impl DoubleEndedIterator<Item = PathBuf> {
        self.folders("days.d")
    }

    /// The folder of packs of each layer, the lowest first.
    pub fn packs(&self) -> impl DoubleEndedIterator<Item = PathBuf> {
        self.folders("packs")
    }

    /// The folder of articles of each layer, the lowest first.
    pub fn articles(&self) -> impl DoubleEndedIterator<Item = PathBuf> {
        self.folders("articles")
    }

    fn folders(&self, name: &'static str) -> impl DoubleEndedIterator<Item = PathBuf> {
        self.config.iter().map(move |folder| folder.join(name))
    }

    /// The person's own folder of drop-ins.
    pub fn own_drop_ins(&self) -> PathBuf {
        self.drop_ins().next_back().expect("the person's folder is always there, as the last")
    }

    /// The person's own folder of articles.
    pub fn own_articles(&self) -> PathBuf {
        self.articles().next_back().expect("the person's folder is always there, as the last")
    }
}
