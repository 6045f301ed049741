//! Version, release date and changelog say the same, and what is not decided yet stands in one place.

use chrono::{DateTime, NaiveDate, Utc};
use remembrance::config::RELEASED;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

const VERSION: &str = env!("CARGO_PKG_VERSION");

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &str) -> String {
    fs::read_to_string(root(path)).unwrap()
}

/// The releases of the changelog, the newest first: `## 0.1.0 - 2026-11-26`.
fn releases() -> Vec<(String, NaiveDate)> {
    let changelog = read("CHANGELOG.md");
    let headings = changelog.lines().filter_map(|line| line.strip_prefix("## "));
    let mut releases = Vec::new();
    for (index, heading) in headings.enumerate() {
        if heading == "Unreleased" {
            assert_eq!(index, 0, "what is not released yet stands first");
            continue;
        }
        let (version, date) = heading
            .split_once(" - ")
            .unwrap_or_else(|| panic!("## {heading}: neither `Unreleased` nor `VERSION - DATE`"));
        releases.push((version.to_owned(), date.parse().unwrap()));
    }
    releases
}

fn number(version: &str) -> Vec<u32> {
    version.split('.').map(|part| part.parse().unwrap()).collect()
}

#[test]
fn the_changelog_lists_the_releases_in_order() {
    for pair in releases().windows(2) {
        let [(newer, later), (older, earlier)] = pair else { unreachable!() };
        assert!(
            number(newer) > number(older) && later >= earlier,
            "{newer} of {later}, {older} of {earlier}"
        );
    }
}

#[test]
fn the_release_date_is_that_of_the_changelog() {
    // A clock from before it shows nothing: a date that is to come would silence every machine.
    assert!(RELEASED <= DateTime::<Utc>::from(SystemTime::now()), "released in the future: {RELEASED}");
    match releases().first() {
        Some((version, date)) if version == VERSION => assert_eq!(RELEASED.date_naive(), *date, "{version}"),
        // The version that is being worked on.
        Some((version, date)) => {
            assert!(number(VERSION) > number(version), "{VERSION} comes after {version}");
            assert!(RELEASED.date_naive() >= *date, "{RELEASED} is before {version}");
        }
        None => {}
    }
    // The packages read the date from that line.
    let expected = format!("expect(\"{} is a date\")", RELEASED.format("%Y-%m-%d"));
    assert!(read("src/config/mod.rs").contains(&expected), "{expected}");
}

#[test]
fn the_day_that_the_tests_pretend_is_after_the_release() {
    // A daemon shows nothing before its release.
    let pretended: DateTime<Utc> = "2027-01-19T00:00:00Z".parse().unwrap();
    assert!(RELEASED < pretended, "the tests keep January 20, 2027: move them to a later year");
}

#[test]
fn what_is_not_decided_yet_stands_in_cargo_toml_alone() {
    let manifest = read("Cargo.toml");
    let lines: Vec<&str> = manifest.lines().filter(|line| line.contains("example.org")).collect();
    let values = lines.iter().filter(|line| !line.starts_with('#'));
    let keys: Vec<&str> = values.map(|line| line.split(' ').next().unwrap()).collect();
    assert!(keys.is_empty() || keys == ["authors", "homepage", "repository"], "{keys:?}");
    let mut folders = vec![root("packaging"), root("systemd")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("packaging/release.sh") {
                let text = fs::read_to_string(&path).unwrap();
                assert!(!text.contains("example.org"), "{}", path.display());
            }
        }
    }
}

#[test]
fn the_oldest_rust_is_the_same_everywhere() {
    let oldest = env!("CARGO_PKG_RUST_VERSION");
    assert!(read("README.md").contains(&format!("Rust {oldest} or later")));
    let workflow = read(".github/workflows/ci.yml");
    assert!(workflow.contains(&format!("toolchain: \"{oldest}\"")), "{workflow}");
}
