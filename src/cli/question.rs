//! Questions that a person answers in the terminal: a way out of its own. The one file that names `inquire`.

use crate::text::{clean, one_line};
use crate::words::Words;
use inquire::validator::Validation;
use inquire::{Confirm, InquireError, MultiSelect, Select, Text};
use std::fmt;
use std::io::{IsTerminal, stdin, stdout};

/// Why a question has no answer.
#[derive(Debug, thiserror::Error)]
pub enum QuestionError {
    /// The person ended the questions.
    #[error("nothing is changed")]
    Canceled,
    /// The terminal fails.
    #[error("cannot ask: {0}")]
    Failed(InquireError),
}

impl From<InquireError> for QuestionError {
    fn from(error: InquireError) -> Self {
        match error {
            InquireError::OperationCanceled | InquireError::OperationInterrupted => Self::Canceled,
            other => Self::Failed(other),
        }
    }
}

/// One of several to choose from: an id, and how it is shown.
pub(super) struct Choice {
    pub(super) id: String,
    pub(super) shown: String,
}

impl fmt::Display for Choice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&one_line(&self.shown))
    }
}

/// True where there is a terminal to ask in.
pub(super) fn can_ask() -> bool {
    stdin().is_terminal() && stdout().is_terminal()
}

/// Asks for yes or no, in the language of the words; `y` and `n` are understood too.
pub(super) fn confirmed(question: &str, default: bool, words: &Words) -> Result<bool, QuestionError> {
    let question = one_line(question);
    let answers = words.say("setup-yes-no", &[]);
    let (yes, no) = answers.split_once('|').unwrap_or(("Yes", "No"));
    let (first_of_yes, first_of_no) = (initial(yes), initial(no));
    let hint = format!("{first_of_yes}/{first_of_no}");
    let parser = |answer: &str| match initial(answer.trim()) {
        letter if letter == first_of_yes || letter == "y" => Ok(true),
        letter if letter == first_of_no || letter == "n" => Ok(false),
        _ => Err(()),
    };
    let formatter = |is_yes: bool| if is_yes { yes.to_owned() } else { no.to_owned() };
    let confirm =
        Confirm::new(&question).with_default(default).with_parser(&parser).with_formatter(&formatter);
    let with_default = |_: bool| hint.clone();
    Ok(confirm.with_default_value_formatter(&with_default).with_error_message(&hint).prompt()?)
}

/// The first letter of a word, small.
fn initial(word: &str) -> String {
    word.chars().next().map(|letter| letter.to_lowercase().collect()).unwrap_or_default()
}

/// Asks for one of these texts.
pub(super) fn one_of(question: &str, choices: Vec<String>) -> Result<String, QuestionError> {
    let shown = choices.into_iter().map(|text| Choice { shown: text.clone(), id: text }).collect();
    let question = one_line(question);
    Ok(Select::new(&question, shown).without_filtering().without_help_message().prompt()?.id)
}

/// Asks which of these, in a list to search and tick; gives their ids.
pub(super) fn ticked(
    (question, help): (&str, &str),
    choices: Vec<Choice>,
    defaults: &[String],
) -> Result<Vec<String>, QuestionError> {
    let at = choices.iter().enumerate().filter(|(_, choice)| defaults.contains(&choice.id));
    let at: Vec<usize> = at.map(|(index, _)| index).collect();
    let question = one_line(question);
    let asked = MultiSelect::new(&question, choices).with_default(&at).with_help_message(help).prompt()?;
    Ok(asked.into_iter().map(|choice| choice.id).collect())
}

/// Asks for a text that is empty or passes a check.
pub(super) fn checked(
    question: &str,
    default: &str,
    check: impl Fn(&str) -> Result<(), String> + Clone + 'static,
) -> Result<String, QuestionError> {
    let validator = move |text: &str| {
        Ok(match if text.is_empty() { Ok(()) } else { check(text) } {
            Ok(()) => Validation::Valid,
            Err(why) => Validation::Invalid(clean(&why).into_owned().into()),
        })
    };
    Ok(Text::new(&one_line(question)).with_default(&one_line(default)).with_validator(validator).prompt()?)
}
