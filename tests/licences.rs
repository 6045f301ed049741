//! Whoever gets the binary gets the licences of what is in it, and may use each of them.

use crate::tools::licences as generator;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

fn read(path: &str) -> String {
    fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
fn the_list_of_libraries_is_that_of_the_lock_file() {
    let written = read("packaging/THIRD-PARTY-LICENSES.txt");
    assert!(written == generator::page(), "the libraries have changed: `make manual` writes their list anew");
}

#[test]
fn every_library_has_a_licence_that_can_be_met_and_its_text() {
    let page = read("packaging/THIRD-PARTY-LICENSES.txt");
    for library in generator::libraries() {
        let label = format!("{} {}", library.name, library.version);
        let chosen = generator::chosen(&library.offered);
        // A heading `MIT: a 1.0.0, b 2.0.0` stands over each text.
        for licence in chosen {
            let heading = page.lines().find(|line| {
                let (name, labels) = line.split_once(": ").unwrap_or_default();
                name == licence && labels.split(", ").any(|found| found == label)
            });
            assert!(heading.is_some(), "{label} has no text of {licence}");
        }
    }
    let without_notice: Vec<&str> =
        page.split(&"-".repeat(100)).skip(1).filter(|text| text.lines().count() < 15).collect();
    assert!(without_notice.is_empty(), "these are no texts of licences: {without_notice:?}");
}

#[test]
fn the_articles_have_a_licence_of_their_own_and_every_place_says_so() {
    assert!(
        read("LICENSE-CC-BY-4.0").contains("Creative Commons Attribution 4.0 International Public License")
    );
    for (path, words) in [
        ("Cargo.toml", "license = \"(MIT OR Apache-2.0) AND CC-BY-4.0\""),
        ("README.md", "CC BY 4.0"),
        ("CONTRIBUTING.md", "CC BY 4.0"),
        ("packaging/debian/copyright", "License: CC-BY-4.0"),
        ("packaging/debian/copyright", "Files: config/articles/*"),
        ("src/cli/man.rs", "CC BY 4.0"),
    ] {
        assert!(read(path).contains(words), "{path} does not say {words:?}");
    }
}

/// The files below a folder, as paths from the project.
fn below(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(format!("{}/{folder}", env!("CARGO_MANIFEST_DIR"))).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            found.extend(below(&path));
        } else {
            found.push(path);
        }
    }
    found
}

#[test]
fn the_data_of_unicode_in_the_program_is_named_with_its_licence() {
    let data: Vec<String> =
        below("src").into_iter().filter(|path| read(path).starts_with("# Unicode CLDR")).collect();
    assert!(data.len() >= 3, "{data:?}");
    let copyright = read("packaging/debian/copyright");
    let stanza = copyright.split("\n\n").find(|stanza| stanza.contains("\nLicense: Unicode-3.0")).unwrap();
    for path in data {
        assert!(stanza.contains(&path), "packaging/debian/copyright does not name {path}");
        let (_, licence) = copyright.split_once("\n\nLicense: Unicode-3.0\n").unwrap();
        assert!(licence.starts_with(" UNICODE LICENSE V3\n"), "the text of the licence is missing");
        let list = read("packaging/THIRD-PARTY-LICENSES.txt");
        assert!(list.contains(&path), "packaging/THIRD-PARTY-LICENSES.txt does not name {path}");
    }
}

/// The paths of each licence, by its name at SPDX.
type Licensed = BTreeMap<String, BTreeSet<String>>;

#[test]
fn whoever_packages_it_reads_the_same_of_each_file() {
    let reuse: toml::Table = read("REUSE.toml").parse().unwrap();
    let mut of_reuse = Licensed::new();
    for one in reuse["annotations"].as_array().unwrap() {
        let paths = one["path"].as_array().cloned().unwrap_or_else(|| vec![one["path"].clone()]);
        let licence = one["SPDX-License-Identifier"].as_str().unwrap().to_owned();
        let paths = paths.iter().map(|path| path.as_str().unwrap().replace("**", "*"));
        of_reuse.entry(licence).or_default().extend(paths);
    }
    let mut of_debian = Licensed::new();
    let copyright = read("packaging/debian/copyright");
    for paragraph in copyright.split("\n\n").filter(|paragraph| paragraph.starts_with("Files:")) {
        let (files, rest) = paragraph.split_once("\nCopyright:").unwrap();
        let licence = rest.lines().find_map(|line| line.strip_prefix("License: ")).unwrap();
        let licence = licence.replace("Expat", "MIT").replace(" or ", " OR ");
        let paths = files.split_whitespace().skip(1).map(str::to_owned);
        of_debian.entry(licence).or_default().extend(paths);
    }
    assert_eq!(of_reuse, of_debian, "REUSE.toml and packaging/debian/copyright");
    for licence in of_reuse.keys().flat_map(|licence| licence.split(" OR ")) {
        assert!(!read(&format!("LICENSES/{licence}.txt")).is_empty());
    }
    for (ours, of_reuse) in
        [("LICENSE-MIT", "MIT"), ("LICENSE-APACHE", "Apache-2.0"), ("LICENSE-CC-BY-4.0", "CC-BY-4.0")]
    {
        assert_eq!(read(ours), read(&format!("LICENSES/{of_reuse}.txt")), "{ours}");
    }
}
