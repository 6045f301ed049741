//! What a file given to `check` is, by its place or its keys, and what is wrong in it.

use super::check::{Checked, of_context};
use super::{Error, Global};
use crate::app::context::Context;
use crate::app::{articles, sources};
use crate::config::edit::has_value;
use crate::config::{Fault, Loaded, Mistake, Source, load_with};
use crate::host::files;
use crate::host::paths::Paths;
use crate::host::zones;
use std::path::{Path, PathBuf};

/// What a file of this program is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FileKind {
    /// `config.toml`, whatever its name.
    Config,
    /// A file of `days.d`.
    DropIn,
    /// A pack.
    Pack,
    /// An article.
    Article,
}

/// What is wrong in a file. A configuration is read with its drop-ins, packs and articles, as `--config FILE` would.
pub(super) fn check(path: &Path, global: &Global) -> Result<Checked, Error> {
    let file = path.display().to_string();
    let text = match files::read(path) {
        Ok(Some(text)) => text,
        Ok(None) => {
            return Ok(Checked::of(Mistake::of_file(
                &file,
                Fault::Unreadable(files::FileError::missing(path).to_string()),
            )));
        }
        Err(error) => return Ok(Checked::of(Mistake::of_file(&file, Fault::Unreadable(error.to_string())))),
    };
    match kind(path, &text) {
        FileKind::Article => {
            let mistakes = articles::file_faults(path, &text);
            Ok(Checked { mistakes, sources: vec![Source { file, text }], ..Checked::default() })
        }
        FileKind::Pack => Ok(pack(path, Source { file, text })),
        FileKind::Config => of_config(path.to_owned(), global),
        FileKind::DropIn => {
            let folder = path.parent().and_then(Path::parent).unwrap_or(Path::new(""));
            let mut checked = of_config(folder.join("config.toml"), global)?;
            checked.mistakes.retain(|mistake| mistake.file == file);
            Ok(checked)
        }
    }
}

fn of_config(path: PathBuf, global: &Global) -> Result<Checked, Error> {
    let paths = Paths::find(Some(path))?;
    Ok(of_context(Context::read(paths, global.lang.as_deref(), global.clock()?.now()), false))
}

/// A pack, with those beside it, which it may include.
fn pack(path: &Path, source: Source) -> Checked {
    let (beside, _) = sources::toml_in(path.parent().unwrap_or(Path::new("")));
    let others = beside.iter().filter(|other| *other != path).filter_map(|other| {
        Some(Source { file: other.display().to_string(), text: files::read(other).ok()?? })
    });
    let mut packs: Vec<Source> = others.collect();
    packs.push(source.clone());
    let Loaded { mut mistakes, warnings, .. } = load_with(&[], &packs, &zones::named);
    mistakes.extend(warnings);
    mistakes.retain(|mistake| mistake.file == source.file);
    Checked { mistakes, sources: vec![source], ..Checked::default() }
}

fn kind(path: &Path, text: &str) -> FileKind {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let folder = whole.parent().and_then(Path::file_name).and_then(|name| name.to_str()).unwrap_or_default();
    match (folder, ending.as_str()) {
        (_, "md" | "txt") => FileKind::Article,
        ("packs", _) => FileKind::Pack,
        ("days.d", _) => FileKind::DropIn,
        // A configuration has none of these keys.
        _ if ["name", "region", "include"].iter().any(|key| has_value(text, &[key])) => FileKind::Pack,
        _ => FileKind::Config,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_place_or_its_keys() {
        let table = [
            ("/a/config.toml", "follow = []", FileKind::Config),
            ("/a/other.toml", "[day.x]\nname = \"X\"", FileKind::Config),
            ("/a/other.toml", "name = \"Our family\"\n[day.x]", FileKind::Pack),
            ("/a/packs/family.toml", "[day.x]", FileKind::Pack),
            ("/a/days.d/more.toml", "[day.x]", FileKind::DropIn),
            ("/a/articles/x.md", "# X", FileKind::Article),
            ("x.txt", "X", FileKind::Article),
            ("/a/broken.toml", "= =", FileKind::Config),
        ];
        for (path, text, expected) in table {
            assert_eq!(kind(Path::new(path), text), expected, "{path}");
        }
    }
}
