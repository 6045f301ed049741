//! The rule that a person means by a phrase: asked where a word means one thing in English and another in a language of
//! the person, e.g. `23 Nisan`.

use super::question::{can_ask, one_of};
use super::{AddError, Error};
use crate::rule::{Rule, other_reading};
use crate::words::Words;

/// A rule, and the phrase that is written into a configuration: one that reads the same for this person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DatePhrase {
    pub(super) rule: Rule,
    pub(super) phrase: String,
}

impl DatePhrase {
    /// A rule whose phrase names its calendar where a reader of these languages could take it for another.
    pub(super) fn of(rule: Rule, languages: &[String]) -> DatePhrase {
        let usual = rule.to_string();
        let is_ambiguous = other_reading(&usual, languages).is_some();
        let phrase = is_ambiguous.then(|| rule.with_calendar()).flatten().unwrap_or(usual);
        DatePhrase { rule, phrase }
    }
}

/// The rule of a phrase; where a person of these languages can read it two ways, the one that is chosen in the terminal.
///
/// # Errors
/// Where the phrase is not a rule; where it has two readings and there is no terminal, or no answer.
pub(super) fn meant(phrase: &str, languages: &[String]) -> Result<DatePhrase, Error> {
    let usual = phrase.parse::<Rule>();
    let rule = match (usual, other_reading(phrase, languages)) {
        (Ok(usual), Some(other)) => which(phrase, [other, usual], languages)?,
        (Ok(rule), None) | (Err(_), Some(rule)) => rule,
        // What is written is shown.
        (Err(error), None) => error.said().ok_or_else(|| Error::Rule { phrase: phrase.to_owned(), error })?,
    };
    Ok(DatePhrase::of(rule, languages))
}

/// One of two rules, as the person chooses.
fn which(phrase: &str, rules: [Rule; 2], languages: &[String]) -> Result<Rule, Error> {
    let [first, second] = rules.map(|rule| DatePhrase::of(rule, languages));
    if !can_ask() {
        let (phrase, first, second) = (phrase.trim().to_owned(), first.phrase, second.phrase);
        return Err(AddError::TwoReadings { phrase, first, second }.into());
    }
    let question = Words::of_commands(languages).say("which-date", &[]);
    let chosen = one_of(&question, vec![first.phrase.clone(), second.phrase])?;
    Ok(if chosen == first.phrase { first.rule } else { second.rule })
}
