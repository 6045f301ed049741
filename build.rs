//! Lists the packs and articles under `config/` and the languages under `src/words/`, so that adding
//! one is adding files.
//!
//! The articles of a day are compressed together, all its languages in one stream: they share names, dates and
//! sources, which makes them a third of their size, and a reader needs only those of one day.

use std::{collections::BTreeMap, env, fmt::Write as _, fs, io, path::Path};

fn main() -> io::Result<()> {
    let root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let config = Path::new(&root).join("config");
    let mut catalogue = String::from(
        "/// The packs that ship with the program, by id.\npub static PACKS: &[Pack<'static>] = &[\n",
    );
    for (name, path) in files(&config.join("packs"), ".toml")? {
        let id = name.trim_end_matches(".toml");
        writeln!(catalogue, "    Pack {{ id: {id:?}, file: {name:?}, text: include_str!({path:?}) }},")
            .map_err(io::Error::other)?;
    }
    catalogue.push_str("];\n");
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    articles(&config.join("articles"), Path::new(&out))?;
    let words = Path::new(&root).join("src/words");
    let languages = texts("LANGUAGES", "The languages that the program speaks, and their words", &words)?
        + &texts("ERRORS", "The languages that mistakes are told in beside English", &words.join("errors"))?;
    fs::write(Path::new(&out).join("languages.rs"), languages)?;
    fs::write(Path::new(&out).join("catalogue.rs"), catalogue)
}

/// A table of the files of a folder with words, by language.
fn texts(name: &str, what: &str, folder: &Path) -> io::Result<String> {
    let mut table = format!("/// {what}.\npub const {name}: &[(&str, &str)] = &[\n");
    for (file, path) in files(folder, ".ftl")? {
        let language = file.trim_end_matches(".ftl");
        writeln!(table, "    ({language:?}, include_str!({path:?})),").map_err(io::Error::other)?;
    }
    Ok(table + "];\n")
}

/// Compresses the articles into `articles.bin`, and lists in `articles.txt` whose they are: a line for each day with its
/// id, the bytes of its stream, and the languages with the length of each text.
///
/// The list is text, since a table of pointers would be relocated at each start and the memory of that stays.
fn articles(folder: &Path, out: &Path) -> io::Result<()> {
    let mut days: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for (name, path) in files(folder, ".md")? {
        let stem = name.trim_end_matches(".md");
        let (day, language) = stem
            .split_once('.')
            .ok_or_else(|| io::Error::other(format!("{name}: no language in its name")))?;
        days.entry(day.to_owned()).or_default().push((language.to_owned(), fs::read_to_string(path)?));
    }
    let mut compressed = Vec::new();
    let mut list = String::new();
    for (day, articles) in days {
        let start = compressed.len();
        let whole: String = articles.iter().map(|(_, text)| text.as_str()).collect();
        compressed.extend(miniz_oxide::deflate::compress_to_vec(whole.as_bytes(), 10));
        write!(list, "{day} {start} {}", compressed.len()).map_err(io::Error::other)?;
        for (language, text) in &articles {
            write!(list, " {language} {}", text.len()).map_err(io::Error::other)?;
        }
        list.push('\n');
    }
    fs::write(out.join("articles.bin"), compressed)?;
    fs::write(out.join("articles.txt"), list)
}

/// The files of a folder with that ending, by name.
fn files(folder: &Path, ending: &str) -> io::Result<Vec<(String, String)>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(ending) {
            found.push((name, path.to_string_lossy().into_owned()));
        }
    }
    found.sort();
    Ok(found)
}
