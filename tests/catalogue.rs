//! The packs and days of the catalogue keep what CONTRIBUTING.md promises of them.

use crate::common::catalogue::{ADVICE, LANGUAGES, assert_none, days, table};
use chrono::{Datelike, NaiveDate};
use remembrance::config::packs::{PACKS, Packs};
use remembrance::config::{Source, load_with};
use remembrance::host::zones;
use std::collections::{BTreeSet, HashMap};

#[test]
fn every_pack_is_sound_and_says_what_it_is() {
    let packs = Packs::new(&[]);
    let mut faults = Vec::new();
    for pack in PACKS {
        let (info, mistakes) = packs.info(pack.id, &zones::named).unwrap();
        faults.extend(mistakes.iter().map(remembrance::config::Mistake::in_one_line));
        let languages: BTreeSet<&str> = info.name.pairs().filter_map(|(language, _)| language).collect();
        if !LANGUAGES.iter().all(|language| languages.contains(language)) {
            faults.push(format!("{}: the name lacks one of {LANGUAGES:?}", pack.file));
        }
        if info.region.is_none() {
            faults.push(format!("{}: there is no `region`", pack.file));
        }
        if info.days.is_empty() {
            faults.push(format!("{}: there are no days", pack.file));
        }
    }
    assert_none(&faults);
}

#[test]
fn ids_are_listed_so_that_none_is_lost() {
    let known: BTreeSet<String> = table("packs.txt").into_iter().collect();
    let there: BTreeSet<String> = PACKS.iter().map(|pack| pack.id.to_owned()).collect();
    assert_eq!(there, known, "packs and tests/catalogue/packs.txt; {ADVICE}");
    let dates = table("dates.tsv");
    let known: BTreeSet<&str> = dates.iter().map(|line| line.split('\t').next().unwrap()).collect();
    let days = days();
    let there: BTreeSet<&str> = days.keys().map(String::as_str).collect();
    assert_eq!(there, known, "days and tests/catalogue/dates.tsv; {ADVICE}");
    assert_eq!(known.len(), dates.len(), "an id stands twice in tests/catalogue/dates.tsv");
    assert!(known.len() >= 140, "{} days", known.len());
}

#[test]
fn a_day_has_one_home() {
    let mut homes: HashMap<String, Vec<&str>> = HashMap::new();
    for pack in PACKS {
        for line in pack.text.lines() {
            let header = line.strip_prefix("[day.").and_then(|rest| rest.strip_suffix(']'));
            if let Some(id) = header.filter(|id| !id.contains('.')) {
                homes.entry(id.to_owned()).or_default().push(pack.id);
            }
        }
    }
    homes.retain(|_, packs| packs.len() > 1);
    assert!(homes.is_empty(), "`include` it instead of writing it twice: {homes:?}");
}

#[test]
fn every_day_has_names_a_symbol_and_known_languages() {
    let mut faults = Vec::new();
    for (id, entry) in days() {
        let named: BTreeSet<&str> = entry.day.name.pairs().filter_map(|(language, _)| language).collect();
        for language in LANGUAGES.iter().filter(|language| !named.contains(*language)) {
            faults.push(format!("{id}: the name lacks {language}"));
        }
        if entry.seen.is_empty() {
            faults.push(format!("{id}: no language of the name is marked as `seen` in a source"));
        }
        // A name in English alone is written without a table of languages.
        let unnamed = |language: &&String| !named.contains(language.as_str()) && !named.contains("");
        for language in entry.seen.iter().filter(unnamed) {
            faults.push(format!("{id}: `seen` has {language}, the name has not"));
        }
        if entry.symbol.is_none() {
            faults.push(format!("{id}: there is no `symbol`"));
        }
    }
    assert_none(&faults);
}

#[test]
fn dates_from_2024_to_2035_are_those_of_the_sources() {
    let days = days();
    let mut faults = Vec::new();
    for line in table("dates.tsv") {
        let [id, dates, source] = line.split('\t').collect::<Vec<_>>().try_into().expect("three columns");
        assert!(!source.is_empty(), "{id} has no source");
        let day = &days[id].day;
        let first = day.since.map_or(1, remembrance::day::KeptYear::get).max(2024);
        let expected: Vec<NaiveDate> = match dates.split_once(' ') {
            Some(_) => dates.split(' ').map(|date| date.parse().unwrap()).collect(),
            None => (first..=2035).map(|year| format!("{year}-{dates}").parse().unwrap()).collect(),
        };
        let expected: Vec<NaiveDate> = expected.into_iter().filter(|date| date.year() >= first).collect();
        let found = day.dates(2024..=2035).unwrap();
        if found != expected {
            faults.push(format!("{id}: {found:?} is not {expected:?} ({source})"));
        }
    }
    assert_none(&faults);
}

#[test]
fn whatever_is_followed_no_day_comes_twice() {
    let all: Vec<String> = PACKS.iter().map(|pack| format!("\"{}\"", pack.id)).collect();
    let single = "\"un/un-holocaust\", \"de/un-holocaust\", \"az/az-khojaly\"";
    let text = format!("follow = [{}, {single}]\n", all.join(", "));
    let source = Source { file: "config.toml".to_owned(), text };
    let loaded = load_with(&[source], &[], &zones::named);
    assert_eq!(loaded.mistakes, []);
    let ids: Vec<&str> = loaded.settings.plan.days.iter().map(|day| day.id.as_str()).collect();
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len());
    assert_eq!(unique, days().keys().map(String::as_str).collect());
}

#[test]
fn a_single_day_is_followed_by_pack_and_id_also_where_the_pack_includes_it() {
    let follow = |names: &str| {
        let source = Source { file: "config.toml".to_owned(), text: format!("follow = [{names}]\n") };
        let loaded = load_with(&[source], &[], &zones::named);
        assert_eq!(loaded.mistakes, []);
        let days = loaded.settings.plan.days.into_iter();
        days.map(|day| (day.id, day.extras.pack.clone().unwrap())).collect::<Vec<_>>()
    };
    let pair = |day: &str, pack: &str| (day.into(), pack.to_owned());
    assert_eq!(follow("\"az/az-khojaly\""), [pair("az-khojaly", "az")]);
    assert_eq!(follow("\"az/az-black-january\""), [pair("az-black-january", "az")]);
    // The first that is followed gives the day.
    assert_eq!(follow("\"jewish/un-holocaust\", \"un/un-holocaust\""), [pair("un-holocaust", "jewish")]);
}

/// What a config and packs of one's own come to: the days with their packs, and the mistakes.
fn with_own(config: &str, packs: &[(&str, &str)]) -> (Vec<String>, Vec<String>) {
    let source = |file: &str, text: &str| Source { file: file.to_owned(), text: text.to_owned() };
    let packs: Vec<Source> = packs.iter().map(|(file, text)| source(file, text)).collect();
    let loaded = load_with(&[source("config.toml", config)], &packs, &zones::named);
    let days = loaded.settings.plan.days.iter();
    let days = days.map(|day| format!("{}/{}", day.extras.pack.as_deref().unwrap_or("-"), day.id)).collect();
    (days, loaded.mistakes.iter().map(remembrance::config::Mistake::in_one_line).collect())
}

#[test]
fn packs_of_ones_own_are_followed_like_those_that_ship() {
    let ana = "[day.ana]\nname = \"Ana\"\ndate = \"March 12\"\n";
    let family = (
        "/home/x/packs/family.toml",
        "include = [\"az\", \"ge/ge-april-9\"]\n[day.ana]\nname = \"Ana\"\ndate = \"March 12\"\nsymbol = \"rose\"\nseen = [\"az\"]\n",
    );
    let (days, mistakes) = with_own("follow = [\"family\"]", &[family]);
    assert_eq!(mistakes, Vec::<String>::new());
    assert_eq!(
        days,
        [
            "family/ana",
            "family/az-azal-2024",
            "family/az-ganja",
            "family/az-genocide-day",
            "family/az-heydar-aliyev",
            "family/az-khojaly",
            "family/az-memorial-day",
            "family/ge-april-9"
        ]
    );
    // The person's own goes before the administrator's, and both before what ships.
    let layers = [
        ("/etc/packs/az.toml", ana),
        ("/home/x/packs/az.toml", "[day.baba]\nname = \"Baba\"\ndate = \"May 1\"\n"),
    ];
    assert_eq!(with_own("follow = [\"az\"]", &layers).0, ["az/baba"]);
    assert_eq!(with_own("follow = [\"az\"]", &layers[..1]).0, ["az/ana"]);
    // What is not followed is not kept.
    assert_eq!(with_own("follow = []", &[family]).0, Vec::<String>::new());
}

#[test]
fn mistakes_in_packs_of_ones_own_are_told_by_file_and_line() {
    let table = [
        (
            ("p/family.toml", "[day.ana]\nname = \"Ana\"\n"),
            "p/family.toml:1:6: the day `ana` lacks `date`; for example `date = \"January 20\"`",
        ),
        (("p/family.toml", "nmae = \"F\"\n"), "p/family.toml:1:1: unknown key `nmae`; did you mean `name`?"),
        (
            ("p/family.toml", "include = [\"az/az-khojali\"]\n"),
            "p/family.toml:1:12: the pack `az` has no day `az-khojali`; did you mean `az/az-khojaly`?",
        ),
        (
            ("p/family.toml", "include = [\"nowhere\"]\n"),
            "p/family.toml:1:12: there is no pack `nowhere`; `remembrance packs` lists them",
        ),
        (
            ("p/family.toml", "[day.ana]\nname = \"Ana\"\ndate = \"May 1\"\nseen = \"az\"\n"),
            "p/family.toml:4:8: expected a list of strings, found a string",
        ),
        (
            ("p/Our Family.toml", ""),
            "p/Our Family.toml:1:1: the name of this file is no id of a pack; small letters, digits and hyphens make one: `family.toml`",
        ),
    ];
    for (pack, expected) in table {
        assert_eq!(with_own("follow = []", &[pack]).1, [expected]);
    }
    // Two packs that include each other end all the same: only a pack's own days can be included.
    let circle = [
        ("a.toml", "include = [\"b\"]\n"),
        ("b.toml", "include = [\"a\"]\n[day.x]\nname = \"X\"\ndate = \"May 1\"\n"),
    ];
    assert_eq!(with_own("follow = [\"a\", \"b\"]", &circle), (vec!["a/x".to_owned()], Vec::new()));
}
