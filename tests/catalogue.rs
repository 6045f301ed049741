//! The catalogue holds what CONTRIBUTING.md promises of it: each pack, each day, each article.

use chrono::{Datelike, NaiveDate};
use remembrance::article::{Article, Format};
use remembrance::config::packs::{PACKS, PackDay, Packs, all_articles};
use remembrance::config::{Source, load_with};
use remembrance::host::zones;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;

/// The languages of the program, in which the days of `IN_ALL_LANGUAGES` have their articles.
const LANGUAGES: [&str; 4] = ["az", "en", "ru", "tr"];

/// The days whose articles are written in every language of the program.
const IN_ALL_LANGUAGES: [&str; 15] = [
    "am-genocide-remembrance",
    "anzac-day",
    "armistice-remembrance-day",
    "az-black-january",
    "az-genocide-day",
    "az-khojaly",
    "az-memorial-day",
    "ge-april-9",
    "jp-hiroshima",
    "nl-dodenherdenking",
    "un-holocaust",
    "un-rwanda",
    "un-slave-trade",
    "un-srebrenica",
    "tr-ataturk",
];

const ADVICE: &str = "see the checklist in CONTRIBUTING.md";

/// The days that ship, by id, as the first pack that has them shows them.
fn days() -> BTreeMap<String, PackDay> {
    let packs = Packs::new(&[]);
    let mut days = BTreeMap::new();
    for pack in PACKS {
        let (info, _) = packs.info(pack.id, &zones::named).unwrap();
        days.extend(info.days.into_iter().map(|entry| (entry.day.id.clone(), entry)));
    }
    days
}

/// The articles that ship: the id of the day, the language, the article.
fn articles() -> Vec<(&'static str, &'static str, Article)> {
    let parsed = all_articles().map(|(id, language, text)| {
        let article = Article::parse(&text, Format::Markdown);
        (id, language, article.unwrap_or_else(|error| panic!("{id}.{language}.md: {error}")))
    });
    parsed.collect()
}

/// The lines of a table beside this file, without the comments.
fn table(name: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/catalogue").join(name);
    let text = fs::read_to_string(path).unwrap();
    text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()).map(str::to_owned).collect()
}

/// Tells every fault at once, as a list.
fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "{ADVICE}:\n{}", faults.join("\n"));
}

#[test]
fn every_pack_is_sound_and_says_what_it_is() {
    let packs = Packs::new(&[]);
    let mut faults = Vec::new();
    for pack in PACKS {
        let (info, mistakes) = packs.info(pack.id, &zones::named).unwrap();
        faults.extend(mistakes.iter().map(remembrance::config::Mistake::in_one_line));
        let languages: BTreeSet<&str> = info.name.pairs().map(|(language, _)| language).collect();
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
    assert!(known.len() >= 70, "{} days", known.len());
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
        let named: BTreeSet<&str> = entry.day.name.pairs().map(|(language, _)| language).collect();
        if entry.day.name.get(&["en".to_owned()]).is_empty() {
            faults.push(format!("{id}: there is no English name"));
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
fn dates_from_2024_to_2030_are_those_of_the_sources() {
    let days = days();
    let mut faults = Vec::new();
    for line in table("dates.tsv") {
        let [id, dates, source] = line.split('\t').collect::<Vec<_>>().try_into().expect("three columns");
        assert!(!source.is_empty(), "{id} has no source");
        let day = &days[id].day;
        let first = day.since.unwrap_or(1).max(2024);
        let expected: Vec<NaiveDate> = match dates.split_once(' ') {
            Some(_) => dates.split(' ').map(|date| date.parse().unwrap()).collect(),
            None => (first..=2030).map(|year| format!("{year}-{dates}").parse().unwrap()).collect(),
        };
        let expected: Vec<NaiveDate> = expected.into_iter().filter(|date| date.year() >= first).collect();
        let found = day.dates(2024..=2030).unwrap();
        if found != expected {
            faults.push(format!("{id}: {found:?} is not {expected:?} ({source})"));
        }
    }
    assert_none(&faults);
}

#[test]
fn every_day_has_an_article_in_its_languages() {
    let mut languages: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (id, language, _) in articles() {
        languages.entry(id).or_default().insert(language);
    }
    let days = days();
    for id in languages.keys() {
        assert!(days.contains_key(*id), "an article is about `{id}`, which is no day");
    }
    for id in days.keys() {
        let has = languages.get(id.as_str()).cloned().unwrap_or_default();
        assert!(has.contains("en"), "{id} has no article in English; {ADVICE}");
    }
    for id in IN_ALL_LANGUAGES {
        assert_eq!(languages[id], LANGUAGES.into_iter().collect(), "{id}");
    }
}

#[test]
fn every_article_keeps_the_measures_of_a_notification_and_of_a_page() {
    let mut faults = Vec::new();
    for (id, language, article) in articles() {
        let mut fault = |what: String| faults.push(format!("{id}.{language}.md: {what}"));
        if article.title.is_empty() {
            fault("there is no title".to_owned());
        }
        let lead = article.lead().chars().count();
        if !(80..=300).contains(&lead) {
            fault(format!("the lead has {lead} characters; 80 to 300 stand alone in a notification"));
        }
        if article.sources.len() < 2 {
            fault(format!("{} source; two are the least", article.sources.len()));
        }
        for source in &article.sources {
            if source.trim().is_empty() || source.contains("seed:") || source.contains("file:") {
                fault(format!("`{source}` is no source that a reader can find"));
            }
        }
        let words = article.paragraphs.iter().flat_map(|text| text.split_whitespace()).count();
        let (least, most) = match (id, language) {
            ("az-black-january", _) => (600, 900),
            (_, "en") => (150, 400),
            // A language that joins words together needs fewer of them for the same text.
            _ => (100, 400),
        };
        if !(least..=most).contains(&words) {
            fault(format!("{words} words; {least} to {most} are asked for"));
        }
        for mark in ['!', '\u{fffd}'] {
            if article.text.contains(mark) {
                fault(format!("there is {mark:?} in it"));
            }
        }
        if article.paragraphs.iter().any(|text| text.ends_with(char::is_alphanumeric)) {
            fault("a paragraph ends without a full stop".to_owned());
        }
    }
    assert_none(&faults);
}

#[test]
fn no_sentence_stands_in_two_articles() {
    let mut seen: HashMap<String, String> = HashMap::new();
    let mut faults = Vec::new();
    for (id, language, article) in articles() {
        let file = format!("{id}.{language}.md");
        for sentence in article.paragraphs.iter().flat_map(|text| text.split(['.', ';'])) {
            let words: Vec<String> = sentence
                .split(|c: char| !c.is_alphanumeric())
                .filter(|w| !w.is_empty())
                .map(str::to_lowercase)
                .collect();
            // Short ones are turns of speech: "The number is disputed".
            if words.len() < 6 {
                continue;
            }
            if let Some(other) = seen.insert(words.join(" "), file.clone()) {
                faults.push(format!("{file} shares a sentence with {other}: {}", sentence.trim()));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn each_language_is_written_in_its_own_letters() {
    let mut faults = Vec::new();
    for (id, language, article) in articles() {
        let text: String = article.paragraphs.join(" ");
        let count = |letters: &str| text.chars().filter(|c| letters.contains(*c)).count();
        let is_right = match language {
            "az" => count("əƏ") * 25 > text.chars().count() && count("ıışğçöü") > 0,
            "tr" => count("əƏ") < 20 && count("ıışğ") * 40 > text.chars().count(),
            "ru" => text.chars().filter(|c| ('а'..='я').contains(c)).count() * 2 > text.chars().count(),
            _ => true,
        };
        if !is_right {
            faults.push(format!("{id}.{language}.md does not look like {language}"));
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
        days.map(|day| (day.id, day.pack.unwrap())).collect::<Vec<_>>()
    };
    let pair = |day: &str, pack: &str| (day.to_owned(), pack.to_owned());
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
    let days = days.map(|day| format!("{}/{}", day.pack.as_deref().unwrap_or("-"), day.id)).collect();
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
            "family/az-genocide-day",
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
        (("p/family.toml", "[day.ana]\nname = \"Ana\"\n"), "p/family.toml:1:6: the day `ana` lacks `date`"),
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
