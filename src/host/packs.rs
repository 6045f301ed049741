//! The packs of one's own: `packs/*.toml` beside the configuration of the person and the administrator.

use super::files;
use super::paths::Paths;
use crate::config::{Mistake, Source};

/// The files of the packs, lowest layer first, and what could not be read.
pub fn own(paths: &Paths) -> (Vec<Source>, Vec<Mistake>) {
    let (mut sources, mut mistakes) = (Vec::new(), Vec::new());
    for folder in &paths.config {
        let (packs, mistake) = files::toml_in(&folder.join("packs"));
        mistakes.extend(mistake);
        for path in packs {
            let file = path.display().to_string();
            match files::read(&path) {
                Ok(Some(text)) => sources.push(Source { file, text }),
                Ok(None) => {}
                Err(message) => mistakes.push(Mistake::of_file(&file, message, None)),
            }
        }
    }
    (sources, mistakes)
}
