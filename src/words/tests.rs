//! Each language beside English, and what it says.

use super::*;
use std::collections::{BTreeMap, BTreeSet};

/// Messages that a language has only where it needs them.
const OPTIONAL: [&str; 4] = ["weekdays-on", "months-on", "date-on", "digits"];

/// Each message with what is put into it: a value that a translation forgets is a fault too.
fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages = BTreeMap::<String, BTreeSet<String>>::new();
    let mut id = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) = line.split_once(" = ").filter(|_| !line.starts_with(' ')) {
            id = name.to_owned();
        }
        let values = line.split("{ $").skip(1).filter_map(|rest| rest.split([' ', '}']).next());
        // A count may be said in words: "one week".
        let values = values.filter(|value| *value != "count").map(str::to_owned);
        messages.entry(id.clone()).or_default().extend(values);
    }
    messages.retain(|id, _| !id.is_empty() && !OPTIONAL.contains(&id.as_str()));
    messages
}

#[test]
fn every_language_has_every_message() {
    let parts = |text: &'static str| text.split_once(COMMANDS).unwrap_or((text, ""));
    let english = LANGUAGES.iter().find(|(language, _)| *language == "en").map(|(_, text)| parts(text));
    let (english, english_commands) = english.map(|(a, b)| (messages(a), messages(b))).unwrap();
    assert!(english.len() > 15 && english_commands.len() > 5 && LANGUAGES.len() >= 24);
    for (language, text) in LANGUAGES {
        let (text, commands) = parts(text);
        let why = format!("{language} lacks a message, has one more, or puts in something else");
        assert_eq!(messages(text), english, "{why}");
        assert!(commands.is_empty() || messages(commands) == english_commands, "{why}: {commands}");
        let words = Words::choose(&[(*language).to_owned()]);
        for (list, length) in [("weekdays", 7), ("weekdays-short", 7), ("months", 12), ("month-names", 12)] {
            assert_eq!(words.say(list, &[]).split('|').count(), length, "{language} {list}");
        }
        for (list, length) in [("weekdays-on", 7), ("months-on", 12)] {
            let names = words.find(list, &[]);
            assert!(names.is_none_or(|names| names.split('|').count() == length), "{language} {list}");
        }
    }
    for language in ["az", "ru", "tr"] {
        assert_eq!(Words::of_commands(&[language.to_owned()]).language(), language);
    }
}

#[test]
fn every_zone_of_a_pack_has_its_phrase_in_every_language() {
    let lines = crate::config::packs::PACKS.iter().flat_map(|pack| pack.text.lines());
    let zones: BTreeSet<&str> =
        lines.filter_map(|line| line.strip_prefix("zone = \"")?.strip_suffix('"')).collect();
    assert!(zones.contains("Asia/Baku"));
    for (language, _) in LANGUAGES {
        let words = Words::choose(&[(*language).to_owned()]);
        for zone in &zones {
            assert!(words.clock_of(zone).is_some(), "{language}.ftl has no phrase for {zone}");
        }
    }
}

#[test]
fn every_region_of_a_pack_has_its_words_in_the_languages_of_the_commands() {
    let packs = crate::config::packs::PACKS.iter();
    let regions: BTreeSet<&str> = packs
        .flat_map(|pack| pack.text.lines())
        .filter_map(|line| line.strip_prefix("region = \"")?.strip_suffix('"'))
        .collect();
    assert!(regions.contains("Caucasus"));
    for (language, _) in LANGUAGES.iter().filter(|(_, text)| text.contains(COMMANDS)) {
        let words = Words::of_commands(&[(*language).to_owned()]);
        for region in &regions {
            let id = region.to_ascii_lowercase().replace(' ', "-");
            assert!(words.find(&format!("region-{id}"), &[]).is_some(), "{language}.ftl lacks {region}");
        }
    }
}

#[test]
fn every_kind_of_ceremony_has_its_words_in_every_language() {
    for (language, _) in LANGUAGES {
        let words = Words::choose(&[(*language).to_owned()]);
        for kind in crate::day::CeremonyKind::ALL {
            assert!(words.find(kind.id(), &[]).is_some(), "{language}.ftl lacks {}", kind.id());
        }
    }
}

#[test]
fn a_language_with_digits_of_its_own_writes_them() {
    let date = NaiveDate::from_ymd_opt(2027, 1, 20).unwrap();
    let words = Words::choose(&["fa".to_owned()]);
    assert_eq!(words.date_long(date), "چهارشنبه ۲۰ ژانویه ۲۰۲۷");
    assert_eq!(words.say("years", &[("count", MessageValue::Count(37))]), "۳۷ سال");
}

#[test]
fn dates_are_said_as_each_language_says_them() {
    let date = NaiveDate::from_ymd_opt(2027, 1, 20).unwrap();
    let table = [
        ("en", "Wednesday, January 20, 2027"),
        ("az", "20 yanvar 2027, çərşənbə"),
        ("ru", "среда, 20 января 2027\u{a0}г."),
        ("tr", "20 Ocak 2027 Çarşamba"),
    ];
    for (language, expected) in table {
        assert_eq!(Words::choose(&[language.to_owned()]).date_long(date), expected);
    }
}

/// Where the messages about mistakes are made: their names are the only literals with a hyphen there.
const MAKERS: [&str; 4] = [
    include_str!("../cli/error_message.rs"),
    include_str!("../rule/error_message.rs"),
    include_str!("../cli/invocation.rs"),
    include_str!("../cli/occurrences.rs"),
];

#[test]
fn every_mistake_has_its_sentence_in_each_language_that_has_any() {
    let is_name = |text: &&str| {
        text.contains('-') && text.chars().all(|letter| letter == '-' || letter.is_ascii_lowercase())
    };
    let literals = |text: &'static str| text.split('"').skip(1).step_by(2).filter(is_name);
    let names: BTreeSet<&str> = MAKERS.iter().flat_map(|text| literals(text)).collect();
    assert!(names.len() > 100);
    for (language, text) in ERRORS {
        let sentences = messages(text);
        let known: BTreeSet<&str> = sentences.keys().map(String::as_str).collect();
        assert_eq!(known, names, "{language}");
        // A message with its values is one expression.
        for made in MAKERS.iter().flat_map(|text| text.split("Message::new(\"").skip(1)) {
            let name = made.split('"').next().unwrap();
            let expression = made.split(';').next().unwrap().split("=>").next().unwrap();
            let values: BTreeSet<String> = expression
                .split(".with(")
                .skip(1)
                .map(|rest| rest.split('"').nth(1).unwrap().to_owned())
                .collect();
            assert_eq!(sentences[name], values, "{language} {name}");
        }
    }
    for language in ["az", "ru", "tr"] {
        assert!(ERRORS.iter().any(|(known, _)| *known == language), "{language}");
    }
}
