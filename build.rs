//! Lists the packs and articles under `config/` and the languages under `src/words/`, so that adding
//! one is adding files.

use std::{env, fmt::Write as _, fs, io, path::Path};

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
    catalogue.push_str("];\n\n/// The articles that ship with the program, by file name.\npub static ARTICLES: &[Shipped] = &[\n");
    for (name, path) in files(&config.join("articles"), ".md")? {
        writeln!(catalogue, "    Shipped {{ file: {name:?}, text: include_str!({path:?}) }},")
            .map_err(io::Error::other)?;
    }
    catalogue.push_str("];\n");
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let mut languages = String::from(
        "/// The languages that the program speaks, and their words.\npub const LANGUAGES: &[(&str, &str)] = &[\n",
    );
    for (name, path) in files(&Path::new(&root).join("src/words"), ".ftl")? {
        let language = name.trim_end_matches(".ftl");
        writeln!(languages, "    ({language:?}, include_str!({path:?})),").map_err(io::Error::other)?;
    }
    fs::write(Path::new(&out).join("languages.rs"), languages + "];\n")?;
    fs::write(Path::new(&out).join("catalogue.rs"), catalogue)
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
