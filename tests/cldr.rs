//! The words of each language beside the data of CLDR: names of weekdays and months, the order of dates, plural forms.
//!
//! The data is that of the npm packages `cldr-dates-full` and `cldr-core`, which `tests/needs.sh test` puts into
//! `target/cldr/`.

use crate::common::without::not_tried;
use chrono::{Datelike, NaiveDate};
use remembrance::words::{LANGUAGES, MessageValue, Words};
use serde_json::Value as Json;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// Where a language is meant to differ, in which of its data, and why.
const MEANT: &[(&str, &str, &str)] = &[
    ("bn", "date", "with the comma of its full date"),
    ("ka", "date-long", "the day with one digit where it has one, as people write it"),
    ("fa", "date-long", "the sign of ezafe on the month is left out, as the press does"),
    ("fa", "months", "the sign of ezafe on the month is left out, as the press does"),
    ("ja", "date", "without the brackets around the weekday, as in its full date"),
    ("ko", "date", "without the brackets around the weekday, as in its full date"),
    ("ta", "date", "the day before the month, as in its full date"),
    ("zh", "months", "CLDR's dates have the month in digits, and so has the list that they are made of"),
];

/// Languages in which the word for a year has one form, whatever the number before it, so that `years` needs no variants.
const ONE_FORM: &[&str] =
    &["az", "bn", "fa", "hi", "hu", "hy", "ja", "ka", "kk", "ko", "nb", "nl", "tr", "ur", "vi", "zh"];

/// The largest number that a notification has in it: years of an anniversary.
const LARGEST: i64 = 9999;

/// The data of a file of a package; `None` where the package is not there, which only a developer's machine may be.
fn data(path: &str) -> Option<Json> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/cldr/node_modules").join(path);
    match fs::read_to_string(&path) {
        Ok(text) => Some(serde_json::from_str(&text).unwrap()),
        Err(error)
            if error.kind() == std::io::ErrorKind::NotFound
                && path.ancestors().any(|folder| folder.ends_with("cldr") && folder.exists()) =>
        {
            panic!("{} is not there", path.display())
        }
        Err(_) => {
            not_tried("CLDR's data are not in target/cldr: `tests/needs.sh test` fetches them");
            None
        }
    }
}

/// The Gregorian calendar of a language.
fn calendar(language: &str) -> Option<Json> {
    let data = data(&format!("cldr-dates-full/main/{language}/ca-gregorian.json"))?;
    Some(data["main"][language]["dates"]["calendars"]["gregorian"].clone())
}

fn names(calendar: &Json, kind: &str, form: &str) -> Vec<String> {
    let keys: Vec<String> = match kind {
        "days" => ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(str::to_owned).to_vec(),
        _ => (1..=12).map(|month| month.to_string()).collect(),
    };
    let names = &calendar[kind][form]["wide"];
    keys.iter().map(|key| names[key].as_str().unwrap().to_owned()).collect()
}

/// What both sides are compared by where only the capital of a heading differs.
fn lower(text: &str) -> String {
    text.to_lowercase().replace("i\u{307}", "i")
}

/// The pattern of a date with weekday and month in words: CLDR's own, or its nearest with the names written out.
fn pattern(calendar: &Json, id: &str) -> String {
    let formats = &calendar["dateTimeFormats"]["availableFormats"];
    let pattern = |key: &str| formats[key].as_str().map(str::to_owned);
    match id {
        "date-long" => pattern("yMMMMEEEEd")
            .unwrap_or_else(|| calendar["dateFormats"]["full"].as_str().unwrap().to_owned()),
        "date" => pattern("MMMMEEEEd").unwrap_or_else(|| {
            let nearest = pattern("MMMMEd").or_else(|| pattern("MMMEd")).unwrap();
            // The same field, as wide as it was asked for.
            let letters = ["M", "L", "E", "c"];
            letters.iter().fold(nearest, |pattern, letter| {
                let run = pattern.matches(letter).count();
                if run > 2 || (run > 0 && *letter == "E") {
                    pattern.replace(&letter.repeat(run), &letter.repeat(4))
                } else {
                    pattern
                }
            })
        }),
        "day-month" => pattern("MMMMd").unwrap(),
        other => panic!("{other} is no date"),
    }
}

/// A date in CLDR's pattern.
fn formatted(calendar: &Json, pattern: &str, date: NaiveDate) -> String {
    let name = |kind: &str, form: &str, index: u32| names(calendar, kind, form)[index as usize].clone();
    let mut text = String::new();
    let mut letters = pattern.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter == '\'' {
            text.extend(letters.by_ref().take_while(|letter| *letter != '\''));
            continue;
        }
        if !letter.is_ascii_alphabetic() {
            text.push(letter);
            continue;
        }
        let mut length = 1;
        while letters.next_if_eq(&letter).is_some() {
            length += 1;
        }
        text += &match (letter, length) {
            ('y', _) => date.year().to_string(),
            ('d', 1) => date.day().to_string(),
            ('d', 2) => format!("{:02}", date.day()),
            ('M' | 'L', 1) => date.month().to_string(),
            ('M' | 'L', 2) => format!("{:02}", date.month()),
            ('M', 4) => name("months", "format", date.month0()),
            ('L', 4) => name("months", "stand-alone", date.month0()),
            ('E', 4) => name("days", "format", date.weekday().num_days_from_monday()),
            ('c', 4) => name("days", "stand-alone", date.weekday().num_days_from_monday()),
            (letter, length) => panic!("what is {length} times {letter} in `{pattern}`?"),
        };
    }
    text
}

/// The digits of every script as those from 0 to 9, and every space as the plain one.
fn western(text: &str) -> String {
    let digit = |c: char| {
        [0x660, 0x6f0, 0x966, 0x9e6].iter().find_map(|zero| (c as u32).checked_sub(*zero).filter(|d| *d < 10))
    };
    let plain = |c: char| if c == '\u{202f}' || c == '\u{a0}' { ' ' } else { c };
    text.chars().map(plain).map(|c| digit(c).and_then(|d| char::from_digit(d, 10)).unwrap_or(c)).collect()
}

/// What CLDR has and this language says otherwise.
fn differences(language: &str, calendar: &Json) -> Vec<(&'static str, String, String)> {
    let words = Words::choose(&[language.to_owned()]);
    let mut differences = Vec::new();
    let mut compare = |id, ours: String, theirs: String| {
        if ours != theirs {
            differences.push((id, ours, theirs));
        }
    };
    compare("weekdays", words.say("weekdays", &[]), names(calendar, "days", "format").join("|"));
    compare("months", words.say("months", &[]), names(calendar, "months", "format").join("|"));
    let alone = (1..=12).map(|month| words.month(month)).collect::<Vec<_>>().join("|");
    compare(
        "month-names",
        lower(&western(&alone)),
        lower(&names(calendar, "months", "stand-alone").join("|")),
    );
    // A day of one digit and one of two, of months and weekdays all the year.
    let dates =
        (1..=12).flat_map(|month| [5, 20].map(|day| NaiveDate::from_ymd_opt(2027, month, day).unwrap()));
    for date in dates {
        let theirs = |id| western(&formatted(calendar, &pattern(calendar, id), date));
        compare("date", western(&words.date(date)), theirs("date"));
        compare("date-long", western(&words.date_long(date)), theirs("date-long"));
        compare("day-month", western(&words.day_month(date)), theirs("day-month"));
    }
    differences
}

#[test]
fn names_and_dates_are_those_of_cldr() {
    let mut found = BTreeSet::new();
    let mut faults = Vec::new();
    for (language, _) in LANGUAGES {
        let Some(calendar) = calendar(language) else { return };
        for (id, ours, theirs) in differences(language, &calendar) {
            let is_meant = MEANT.iter().any(|(meant, of, _)| meant == language && *of == id);
            if is_meant {
                found.insert((*language, id));
            } else {
                faults.push(format!("{language} {id}: `{ours}`, in CLDR `{theirs}`"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let meant: BTreeSet<_> = MEANT.iter().map(|(language, id, _)| (*language, *id)).collect();
    assert_eq!(found, meant, "what is meant to differ, and does not");
}

/// The variants of each message that has some: the message, the categories, and the wording of each.
fn variants(text: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut messages: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for line in text.lines() {
        if let Some((id, "{ $count ->" | "{ PLURAL($count) ->")) = line.split_once(" = ") {
            messages.push((id.to_owned(), Vec::new()));
        } else if let Some((category, wording)) =
            line.trim_start_matches([' ', '*']).strip_prefix('[').and_then(|line| line.split_once("] "))
        {
            messages.last_mut().unwrap().1.push((category.to_owned(), wording.to_owned()));
        }
    }
    messages
}

/// The whole numbers that CLDR gives as samples of a category, up to the largest that is said.
fn samples(rule: &str) -> Vec<i64> {
    let Some((_, samples)) = rule.split_once("@integer") else { return Vec::new() };
    let samples = samples.split('@').next().unwrap();
    let numbers = samples.split([',', '~', ' ']).filter_map(|number| number.trim().parse().ok());
    numbers.filter(|number| *number <= LARGEST).collect()
}

#[test]
fn plural_forms_are_those_of_cldr() {
    let Some(data) = data("cldr-core/supplemental/plurals.json") else { return };
    let mut faults = Vec::new();
    for (language, text) in LANGUAGES {
        let rules = data["supplemental"]["plurals-type-cardinal"][language].as_object().unwrap();
        let rules = rules
            .iter()
            .map(|(key, rule)| (key.replace("pluralRule-count-", ""), samples(rule.as_str().unwrap())));
        let needed: Vec<(String, Vec<i64>)> = rules.filter(|(_, samples)| !samples.is_empty()).collect();
        let categories: BTreeSet<&str> = needed.iter().map(|(category, _)| category.as_str()).collect();
        let words = Words::choose(&[(*language).to_owned()]);
        let messages = variants(text);
        for (id, variants) in &messages {
            // A number may have a wording of its own, as 0 for "now".
            let named: BTreeSet<&str> = variants.iter().map(|(category, _)| category.as_str()).collect();
            let named: BTreeSet<&str> = named.into_iter().filter(|c| c.parse::<i64>().is_err()).collect();
            let is_one_form = ONE_FORM.contains(language) && named == BTreeSet::from(["other"]);
            assert!(is_one_form || named == categories, "{language} {id}: {named:?}, in CLDR {categories:?}");
        }
        let years = messages.iter().find(|(id, _)| id == "years");
        assert_eq!(years.is_none(), ONE_FORM.contains(language), "{language} years");
        for (category, samples) in years.iter().flat_map(|_| &needed) {
            let wording = &years.unwrap().1.iter().find(|(known, _)| known == category).unwrap().1;
            for sample in samples {
                let expected = wording.replace("{ $count }", &sample.to_string());
                let said = words.say("years", &[("count", MessageValue::Count(*sample))]);
                if western(&said) != expected {
                    faults.push(format!("{language}: {sample} is {category}, not `{said}`"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
