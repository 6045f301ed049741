//! The articles of the catalogue keep what CONTRIBUTING.md promises of them.

use crate::common::catalogue::{LANGUAGES, articles, assert_none, days, table};
use std::collections::{BTreeMap, BTreeSet, HashMap};

#[test]
fn every_day_has_an_article_in_the_four_languages() {
    let mut languages: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (id, language, _) in articles() {
        languages.entry(id).or_default().insert(language);
    }
    let days = days();
    let mut faults = Vec::new();
    for id in languages.keys().filter(|id| !days.contains_key(**id)) {
        faults.push(format!("an article is about `{id}`, which is no day"));
    }
    for id in days.keys() {
        let has = languages.get(id.as_str()).cloned().unwrap_or_default();
        let lacks = LANGUAGES.iter().filter(|language| !has.contains(*language));
        faults.extend(lacks.map(|language| format!("{id} has no article in {language}")));
    }
    assert_none(&faults);
}

/// Languages that are written without spaces between words: there, characters are counted.
const WITHOUT_SPACES: [&str; 3] = ["ja", "zh", "th"];

#[test]
fn every_article_has_the_form_and_length_of_a_notification_and_a_page() {
    let mut faults = Vec::new();
    for (id, language, article) in articles() {
        let mut fault = |what: String| faults.push(format!("{id}.{language}.md: {what}"));
        if article.title.is_empty() {
            fault("there is no title".to_owned());
        }
        let is_dense = WITHOUT_SPACES.contains(&language) || language == "ko";
        let lead = article.lead().chars().count();
        let shortest = if is_dense { 30 } else { 80 };
        if !(shortest..=300).contains(&lead) {
            fault(format!("the lead has {lead} characters; {shortest} to 300 stand alone in a notification"));
        }
        if article.paragraphs.len() < 3 {
            fault(format!("{} paragraphs; a lead and two more are the least", article.paragraphs.len()));
        }
        let words = article.paragraphs.iter().flat_map(|text| text.split_whitespace()).count();
        let letters = article.paragraphs.iter().map(|text| text.chars().count()).sum::<usize>();
        let (least, most, count) = match (id, language) {
            ("az-black-january", "az" | "en" | "ru" | "tr") => (600, 1000, words),
            (_, "en") => (150, 400, words),
            _ if WITHOUT_SPACES.contains(&language) => (120, 1200, letters),
            (_, "ko") => (40, 400, words),
            _ => (60, 400, words),
        };
        if !(least..=most).contains(&count) {
            fault(format!("{count} words; {least} to {most} are asked for"));
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
fn every_source_can_be_found_and_is_no_mirror_blog_or_aggregator() {
    let refused = table("refused-hosts.txt");
    let mut faults = Vec::new();
    for (id, language, article) in articles() {
        let mut fault = |what: String| faults.push(format!("{id}.{language}.md: {what}"));
        if article.sources.len() < 2 {
            fault(format!("{} source; two are the least", article.sources.len()));
        }
        for source in &article.sources {
            let Some(address) = source.find("http").map(|at| &source[at..]) else {
                fault(format!("`{source}` has no address"));
                continue;
            };
            let host = address.split('/').nth(2).unwrap_or_default().to_lowercase();
            let is_refused = |known: &&String| host == **known || host.ends_with(&format!(".{known}"));
            if let Some(known) = refused.iter().find(is_refused) {
                fault(format!("`{address}`: {known} is no source; see refused-hosts.txt"));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn an_article_speaks_of_the_day_and_not_of_itself_or_its_sources() {
    let ruled_out = table("ruled-out-phrases.txt");
    let mut faults = Vec::new();
    for (id, language, article) in articles() {
        let text = article.paragraphs.join(" ").to_lowercase();
        for line in &ruled_out {
            let (of, phrase) = line.split_once('\t').expect("a language, a tab and a phrase");
            if of == language && text.contains(&phrase.to_lowercase()) {
                faults.push(format!("{id}.{language}.md: `{phrase}`"));
            }
        }
    }
    assert_none(&faults);
}

/// With `excerpt = "rotate"` a notification quotes any paragraph, alone.
#[test]
fn every_paragraph_can_be_read_alone() {
    let openers = table("openers.txt");
    let mut faults = Vec::new();
    for (id, language, article) in articles() {
        for paragraph in &article.paragraphs {
            for line in &openers {
                let (of, opener) = line.split_once('\t').expect("a language, a tab and the first words");
                let rest = paragraph.strip_prefix(opener).filter(|_| of == language);
                if rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)) {
                    let start: String = paragraph.chars().take(60).collect();
                    faults.push(format!("{id}.{language}.md: `{opener}` points back: {start}"));
                }
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn the_year_of_the_event_stands_in_the_article() {
    let mut faults = Vec::new();
    let days = days();
    for (id, language, article) in articles().iter().filter(|(_, language, _)| LANGUAGES.contains(language)) {
        let text = article.paragraphs.join(" ");
        if let Some(event) = days[*id].day.event
            && !text.contains(&event.to_string())
        {
            faults.push(format!("{id}.{language}.md: `event` is {event}, which the text does not have"));
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
