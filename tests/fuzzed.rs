//! The checks of `make fuzz` on its seeds and on a few hundred texts made of them: so they are built with the program, and what
//! was found once stays fixed. `CASES=100000 cargo test --release --test integration fuzzed::` makes more of each.

use crate::fuzzing::TARGETS;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzzing/seeds")
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn seeds(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = root().join(target);
    names(&folder).into_iter().map(|name| (name.clone(), fs::read(folder.join(name)).unwrap())).collect()
}

/// Some bytes changed, doubled, taken out, or put in from another seed.
fn mutate(bytes: &mut Vec<u8>, other: &[u8], random: &mut fastrand::Rng) {
    for _ in 0..random.usize(1..6) {
        let at = random.usize(0..=bytes.len());
        let from = random.usize(0..=other.len());
        match random.u8(0..5) {
            0 => bytes.insert(at, random.u8(..)),
            1 => drop(bytes.drain(at..bytes.len().min(at + random.usize(1..30)))),
            2 => drop(bytes.splice(at..at, other[from..other.len().min(from + 40)].iter().copied())),
            3 => {
                let part = bytes[random.usize(0..=at)..at].to_vec();
                drop(bytes.splice(at..at, part));
            }
            _ => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << random.u8(0..8)),
        }
    }
}

#[test]
fn each_check_holds_of_its_seeds_and_of_texts_like_them() {
    let cases = std::env::var("CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(60_u64);
    for (target, check) in TARGETS {
        let seeds = seeds(target);
        assert!(!seeds.is_empty(), "{target}");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        for (name, bytes) in &seeds {
            println!("{target}: {name}");
            check(&text(bytes));
        }
        for case in 0..cases {
            let mut random = fastrand::Rng::with_seed(case);
            let mut bytes = seeds[random.usize(..seeds.len())].1.clone();
            mutate(&mut bytes, &seeds[random.usize(..seeds.len())].1, &mut random);
            println!("{target}: case {case}");
            check(&text(&bytes));
        }
    }
}

#[test]
fn every_check_has_a_target_and_a_folder_of_seeds() {
    let checks: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(names(&root()), checks);
    // The package that is published has no `fuzz/`: cargo leaves out what is a package of its own.
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    if !fuzz.exists() {
        return;
    }
    let targets: BTreeSet<String> =
        names(&fuzz.join("targets")).iter().map(|name| name.trim_end_matches(".rs").to_owned()).collect();
    assert_eq!(targets, checks);
    let manifest = fs::read_to_string(fuzz.join("Cargo.toml")).unwrap();
    for name in checks {
        assert!(manifest.contains(&format!("path = \"targets/{name}.rs\"")), "{name}");
    }
}
