//! The architecture, held by a test rather than by a reviewer's memory.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What decides: it names no clock, file, variable, runtime or bus, nor the modules that do.
const PURE: &[&str] = &[
    "rule",
    "day.rs",
    "day/",
    "occurrence.rs",
    "hash.rs",
    "offset.rs",
    "rare.rs",
    "short_text.rs",
    "zone.rs",
    "sun.rs",
    "text.rs",
    "schedule",
    "article",
    "notification",
    "words",
    "config",
    "ical",
    "engine",
];

const IMPURE_WORDS: &[&str] = &[
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "std::time",
    "std::os",
    " File::",
    "tokio",
    "zbus",
    "notify_rust",
    "rustix",
    "xdg",
    "Utc::now",
    "Local::now",
    "println!",
    "eprintln!",
    "crate::host",
    "crate::dbus",
    "crate::app",
    "crate::daemon",
    "crate::cli",
];

/// Each outside library, and the one place that names it.
const LIBRARIES: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["config/mistake.rs"]),
    ("askama", &["article/page/"]),
    ("base64", &["app/images.rs"]),
    ("clap", &["cli/"]),
    ("clap_complete", &["cli/completions.rs"]),
    ("clap_mangen", &["cli/man.rs"]),
    ("encoding_rs", &["ical/text.rs"]),
    ("fluent_bundle", &["words/mod.rs"]),
    ("foldhash", &["hash.rs"]),
    ("futures_lite", &["dbus/desktop/", "daemon/browser.rs"]),
    ("icu_calendar", &["rule/"]),
    ("imagesize", &["app/images.rs"]),
    ("miniz_oxide", &["config/packs/articles.rs"]),
    ("notify_rust", &["dbus/desktop/"]),
    ("pulldown_cmark", &["article/markdown/"]),
    // One kernel, four of its services: the clock, timers, inotify, locks.
    (
        "rustix",
        &[
            "daemon/timer.rs",
            "daemon/watch",
            "host/beside.rs",
            "host/clock.rs",
            "host/files.rs",
            "host/ledger.rs",
            "host/save.rs",
            "host/streams.rs",
        ],
    ),
    ("sd_notify", &["daemon/systemd.rs"]),
    ("serde_json", &["host/on_screen.rs", "schedule/ledger/line.rs", "cli/"]),
    ("libm", &["sun.rs"]),
    ("smol_str", &["short_text.rs"]),
    ("solar_positioning", &["sun.rs"]),
    ("strsim", &["text.rs"]),
    ("tempfile", &["cli/edit.rs", "cli/rehearse.rs", "cli/doctor/"]),
    ("terminal_size", &["cli/output.rs"]),
    ("textwrap", &["cli/output.rs"]),
    ("toml_edit", &["config/edit/"]),
    ("tz", &["zone.rs"]),
    ("unicode_segmentation", &["article/excerpt.rs"]),
    ("unic_langid", &["words/mod.rs"]),
    ("xdg", &["host/paths.rs"]),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files below a folder with one of these endings, and their texts.
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if endings.iter().any(|ending| path.to_string_lossy().ends_with(ending)) {
                found.push((name(&path), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

fn name(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().display().to_string()
}

/// Whether a file holds tests only.
fn is_test(place: &str) -> bool {
    ["tests.rs", "properties.rs"].iter().any(|name| place.ends_with(name))
        || ["/simulation/", "/tests/"].iter().any(|folder| place.contains(folder))
}

/// The lines of code: without comments and without the tests at the end of a file.
fn code(text: &str) -> impl Iterator<Item = &str> {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    code.lines().filter(|line| !line.trim_start().starts_with("//"))
}

#[test]
fn what_decides_touches_nothing_outside() {
    for (file, text) in files("src", &[".rs"]) {
        let place = file.strip_prefix("src/").unwrap();
        if !PURE.iter().any(|pure| place == *pure || place.starts_with(&format!("{pure}/"))) {
            continue;
        }
        // The simulation is told its seed and length by variables.
        if place.starts_with("engine/simulation/") {
            continue;
        }
        for line in code(&text) {
            let found = IMPURE_WORDS.iter().find(|word| line.contains(*word));
            assert!(found.is_none(), "{file} is pure and names `{}`: {line}", found.unwrap());
        }
    }
}

#[test]
fn each_library_is_named_in_one_place() {
    for (file, text) in files("src", &[".rs"]) {
        let place = file.strip_prefix("src/").unwrap();
        if is_test(place) {
            continue;
        }
        for (library, places) in LIBRARIES {
            let path = format!("{library}::");
            let is_named = code(&text).any(|line| {
                // `chrono_tz::` would be another name.
                let is_whole =
                    |at: usize| !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
                line.match_indices(&path).any(|(at, _)| is_whole(at))
            });
            let is_its_place = places.iter().any(|known| place.starts_with(known));
            assert!(!is_named || is_its_place, "{file} names `{library}`, which belongs in {places:?}");
        }
    }
}

#[test]
fn each_crate_is_decided() {
    let decision = fs::read_to_string(root().join("docs/decisions/14-dependencies.md")).unwrap();
    let words: BTreeSet<&str> =
        decision.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').collect();
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let mut section = "";
    for line in manifest.lines() {
        if line.starts_with('[') {
            section = line;
        } else if section.ends_with("dependencies]")
            && let Some((name, _)) = line.split_once(" = ")
        {
            assert!(words.contains(name), "`{name}` has no line in docs/decisions/14-dependencies.md");
        }
    }
}

#[test]
fn one_file_writes_to_the_standard_streams() {
    let words = ["print!", "println!", "eprint!", "eprintln!", "stdout()", "stderr()", ".print()"];
    for (file, text) in files("src", &[".rs"]) {
        if is_test(&file) || file == "src/host/streams.rs" {
            continue;
        }
        for line in code(&text) {
            // Asking whether a person reads along writes nothing.
            let line = [
                "stdin().is_terminal()",
                "stdout().is_terminal()",
                "stderr().is_terminal()",
                ".use_stderr()",
            ]
            .iter()
            .fold(line.to_owned(), |line, asked| line.replace(asked, ""));
            let found = words.iter().find(|word| line.contains(*word));
            assert!(
                found.is_none(),
                "{file} names `{}`, which belongs in src/host/streams.rs",
                found.unwrap()
            );
        }
    }
}

/// The modules in the order of the map in `lib.rs`.
fn map() -> Vec<String> {
    let text = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let lines = text.lines().filter_map(|line| line.strip_prefix("//! - "));
    lines.map(|line| line.trim_start_matches(['[', '`']).split('`').next().unwrap().to_owned()).collect()
}

#[test]
fn the_map_in_lib_rs_names_every_module() {
    let text = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let modules: BTreeSet<String> = text
        .lines()
        .filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod "))
        .map(|line| line.trim_end_matches(';').to_owned())
        .collect();
    assert_eq!(map().into_iter().collect::<BTreeSet<_>>(), modules);
    for module in modules {
        let file = root().join(format!("src/{module}.rs"));
        assert!(file.exists() || root().join(format!("src/{module}/mod.rs")).exists(), "{module}");
    }
}

/// With this, no two modules can import each other, however long the way round.
#[test]
fn a_module_imports_only_from_those_above_it_on_the_map() {
    let map = map();
    let level = |module: &str| map.iter().position(|known| known == module);
    for (file, text) in files("src", &[".rs"]) {
        let place = file.strip_prefix("src/").unwrap();
        let module = place.split(['/', '.']).next().unwrap();
        let Some(own) = level(module).filter(|_| !is_test(place)) else { continue };
        for line in code(&text) {
            for rest in line.split("crate::").skip(1) {
                let other = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap();
                if let Some(other_level) = level(other) {
                    assert!(
                        other_level <= own,
                        "{file} imports from `{other}`, which is below it on the map: {line}"
                    );
                }
            }
        }
    }
}

#[test]
fn no_two_public_types_share_a_name() {
    let mut seen = BTreeMap::new();
    for (file, text) in files("src", &[".rs"]) {
        for line in code(&text).map(str::trim_start).filter(|line| line.starts_with("pub")) {
            let words: Vec<&str> = line.split_whitespace().collect();
            let kinds = ["struct", "enum", "trait", "type", "union"];
            let Some(at) = words.iter().position(|word| kinds.contains(word)).filter(|at| *at < 4) else {
                continue;
            };
            let name = words.get(at + 1).unwrap_or(&"").split(|c: char| !c.is_alphanumeric()).next().unwrap();
            let other = seen.insert(name.to_owned(), file.clone());
            assert!(
                other.is_none(),
                "`{name}` is a public type of {} and of {file}",
                other.unwrap_or_default()
            );
        }
    }
}

/// The module of each file of tests: without its line there, cargo would pass it over.
#[test]
fn every_file_of_tests_is_run() {
    let text = fs::read_to_string(root().join("tests/integration.rs")).unwrap();
    for entry in fs::read_dir(root().join("tests")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let Some(module) = name.strip_suffix(".rs") else { continue };
        let is_program = ["architecture", "integration"].contains(&module);
        let is_named = text.lines().any(|line| line == format!("mod {module};"));
        assert!(is_program || is_named, "tests/integration.rs lacks `mod {module};`");
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for folder in ["src", "tests", "benches", "tools"] {
        for (file, text) in files(folder, &[".rs"]) {
            assert!(text.starts_with("//! "), "{file} begins with a line that says what it is for");
        }
    }
}

#[test]
fn nothing_is_left_behind() {
    // Written apart, so that this file does not find itself.
    let words =
        ["dbg", "to", "unimple"].map(|start| format!("{start}{}", ["!(", "do!", "mented!"][start.len() % 3]));
    for folder in ["src", "tests", "benches", "config", "systemd"] {
        for (file, text) in files(folder, &[".rs", ".sh", ".toml", ".md", ".ftl", ".service"]) {
            for word in words.iter().map(String::as_str).chain(["FIX\u{4d}E", "/wo\u{72}k/", "/ro\u{6f}t/"]) {
                assert!(!text.contains(word), "{file} has `{word}` in it");
            }
        }
    }
}

#[test]
fn what_a_person_reads_is_sober() {
    for (file, text) in files("src/words", &[".ftl"]).into_iter().chain(files("config", &[".md", ".toml"])) {
        assert!(!text.contains('!'), "{file} has an exclamation mark in it");
        let emoji = text
            .chars()
            .find(|c| ('\u{1f000}'..'\u{20000}').contains(c) || ('\u{2600}'..'\u{27c0}').contains(c));
        assert!(emoji.is_none(), "{file} has {emoji:?} in it");
    }
}

#[test]
fn what_is_said_is_there_to_say_and_nothing_else_is() {
    let english = fs::read_to_string(root().join("src/words/en.ftl")).unwrap();
    let messages = english
        .lines()
        .filter(|line| !line.starts_with([' ', '#']))
        .filter_map(|line| line.split_once(" = "));
    let messages: BTreeSet<&str> = messages.map(|(id, _)| id).collect();
    let sources = files("src", &[".rs"]).into_iter().filter(|(file, _)| !is_test(file));
    let sources = sources.map(|(_, text)| code(&text).collect::<String>());
    let sources: Vec<String> = sources.collect();
    for text in &sources {
        for rest in text.split("say(\"").skip(1) {
            let id = rest.split('"').next().unwrap();
            assert!(messages.contains(id), "`{id}` is said, and no language has it");
        }
    }
    // Zones and regions have a message each, whose id is made of their name.
    let is_said = |id: &str| {
        let family = id.split_once('-').map(|(family, _)| format!("\"{family}-{{id}}\""));
        let said = [Some(format!("\"{id}\"")), family];
        sources.iter().any(|text| said.iter().flatten().any(|said| text.contains(said)))
    };
    for id in messages {
        assert!(is_said(id), "`{id}` is never said");
    }
}
