//! Writes packaging/THIRD-PARTY-LICENSES.txt: the libraries that are part of the binary, with their licences.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

/// The platform whose libraries are listed; other Linux platforms have a part of them.
const PLATFORM: &str = "x86_64-unknown-linux-gnu";

/// What is chosen where a library offers several licences, the first of these that it has.
const CHOSEN: [&str; 6] = ["MIT", "Apache-2.0", "Unicode-3.0", "BSD-3-Clause", "Zlib", "BSL-1.0"];

/// What stands for the text where a library ships none.
const MIT: &str = "\
Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the \"Software\"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.";

/// A library that is part of the binary.
pub(crate) struct Library {
    pub(crate) name: String,
    pub(crate) version: String,
    /// The SPDX expression that its authors give.
    pub(crate) offered: String,
    authors: String,
    repository: String,
    folder: String,
}

fn cargo(arguments: &[&str]) -> String {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(arguments).args(["--locked", "--offline"]).current_dir(env!("CARGO_MANIFEST_DIR"));
    let output = command.output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("cargo writes UTF-8")
}

/// The libraries that are linked, by name: neither those of the build alone nor those of the tests.
pub(crate) fn libraries() -> Vec<Library> {
    let tree = cargo(&[
        "tree",
        "--edges=normal,no-proc-macro",
        "--prefix=none",
        "--format={p}",
        "--target",
        PLATFORM,
    ]);
    let mut linked: Vec<(&str, &str)> = tree
        .lines()
        .filter_map(|line| line.split_once(' '))
        .map(|(name, rest)| (name, rest.split(' ').next().unwrap_or_default().trim_start_matches('v')))
        .filter(|(name, _)| *name != env!("CARGO_PKG_NAME"))
        .collect();
    linked.sort_unstable();
    linked.dedup();
    let metadata: Value =
        serde_json::from_str(&cargo(&["metadata", "--format-version=1", "--filter-platform", PLATFORM]))
            .expect("cargo metadata is JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    let text = |package: &Value, key: &str| package[key].as_str().unwrap_or_default().to_owned();
    linked
        .into_iter()
        .map(|(name, version)| {
            let package = packages
                .iter()
                .find(|package| package["name"] == name && package["version"] == version)
                .unwrap_or_else(|| panic!("{name} {version} is not in cargo metadata"));
            let authors = package["authors"].as_array().into_iter().flatten().filter_map(Value::as_str);
            let manifest = text(package, "manifest_path");
            Library {
                name: name.to_owned(),
                version: version.to_owned(),
                offered: text(package, "license").replace('/', " OR "),
                authors: authors.collect::<Vec<_>>().join(", "),
                repository: text(package, "repository"),
                folder: Path::new(&manifest).parent().expect("a folder").display().to_string(),
            }
        })
        .collect()
}

/// The licences of an SPDX expression that apply here: one of each choice, and all that are joined by AND.
pub(crate) fn chosen(offered: &str) -> Vec<&'static str> {
    let parts = offered.split(" AND ").map(|part| {
        let options: Vec<&str> = part.trim_matches(['(', ')']).split(" OR ").collect();
        CHOSEN.into_iter().find(|licence| options.contains(licence))
    });
    parts
        .map(|part| part.unwrap_or_else(|| panic!("a licence that nobody has looked at: {offered}")))
        .collect()
}

/// The text of a licence in a library's folder.
fn text(library: &Library, licence: &str) -> Option<String> {
    let entries = fs::read_dir(&library.folder).expect("the source of a library");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    let is_licence = |name: &&String| {
        let upper = name.to_uppercase();
        (upper.contains("LICENSE") || upper.contains("LICENCE") || upper.contains("COPYING"))
            && Path::new(&library.folder).join(name).is_file()
    };
    // LICENSE-MIT for MIT, LICENSE-WHATWG for BSD-3-Clause of its parts; LICENSE where there is but one.
    let key = match licence {
        "BSD-3-Clause" => "WHATWG",
        "Apache-2.0" => "APACHE",
        "Unicode-3.0" => "UNICODE",
        other => other,
    };
    let licences: Vec<&String> = names.iter().filter(is_licence).collect();
    let own = licences.iter().find(|name| name.to_uppercase().contains(key));
    let name = own.or_else(|| licences.iter().find(|name| !name.contains('-')))?;
    let text = fs::read_to_string(Path::new(&library.folder).join(name)).expect("a licence is text");
    let lines: Vec<&str> = text.trim_matches(['\n', '\u{feff}', '\r']).lines().map(str::trim_end).collect();
    Some(lines.join("\n"))
}

/// The whole file.
pub(crate) fn page() -> String {
    let libraries = libraries();
    let mut page = String::from(
        "The libraries in the binary of remembrance, and their licences\n\n\
         Besides these it contains the Rust standard library (MIT OR Apache-2.0, The Rust Project Contributors). Where a\n\
         library offers several licences, the last column names the one that it is used under. The texts follow.\n\n\
         Names of zones and of their cities are from the Unicode CLDR (Copyright © 1991-2026 Unicode, Inc.; Unicode-3.0):\n\
         src/ical/zone_names/tz.txt, src/ical/zone_names/windows.tsv and src/words/cities.tsv.\n\n",
    );
    let mut texts: BTreeMap<(&str, String), Vec<String>> = BTreeMap::new();
    let mut missing = Vec::new();
    for library in &libraries {
        let label = format!("{} {}", library.name, library.version);
        let chosen = chosen(&library.offered);
        let line = format!("{label:32}  {:44}  {}", library.offered, chosen.join(" AND "));
        writeln!(page, "{}", line.trim_end()).expect("a string");
        for licence in chosen {
            match text(library, licence) {
                Some(text) => texts.entry((licence, text)).or_default().push(label.clone()),
                None => missing.push((library, licence)),
            }
        }
    }
    for (library, licence) in missing {
        let label = format!("{} {}", library.name, library.version);
        // Some authors ship no text with the library. The Apache licence is the same for all who use it.
        let text = if licence == "MIT" {
            format!("Copyright (c) {}\n{}\n\n{MIT}", library.authors, library.repository)
        } else {
            let same = texts.keys().find(|(known, _)| *known == licence);
            same.unwrap_or_else(|| panic!("{label} ships no text of {licence}")).1.clone()
        };
        texts.entry((licence, text)).or_default().push(label);
    }
    for ((licence, text), labels) in texts {
        write!(page, "\n{}\n{licence}: {}\n\n{text}\n", "-".repeat(100), labels.join(", "))
            .expect("a string");
    }
    page
}
