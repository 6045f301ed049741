//! Every form of a rule, with an example and its policy: what the manual is made of.

mod calendars;
mod dates;
mod feasts;
mod personal;
mod steps;

use calendars::CALENDARS;
use dates::DATES;
use feasts::FEASTS;
use personal::PERSONAL;
use steps::STEPS;

/// One form of a rule.
///
/// # Examples
/// ```
/// use remembrance::rule::{FORMS, Rule};
///
/// let advent = FORMS.iter().find(|form| form.name == "Advent").unwrap();
/// assert_eq!(advent.phrase.parse::<Rule>().unwrap().explain(), advent.meaning);
/// // An odd case: most forms need no policy, and theirs is empty.
/// assert!(FORMS.iter().any(|form| form.policy.is_empty()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// What the form is called.
    pub name: &'static str,
    /// A phrase of this form.
    pub phrase: &'static str,
    /// The phrase in words, as [`Rule::explain`](super::Rule::explain) tells it.
    pub meaning: &'static str,
    /// A Gregorian year to show it in.
    pub year: i32,
    /// The dates of the phrase in that year, with a space between them.
    pub dates: &'static str,
    /// What is done where custom or calendars leave a choice, in whole sentences; often empty.
    pub policy: &'static str,
}

/// Every form of a rule, in the order of the manual.
pub const FORMS: &[Form] = &joined();

const PARTS: [&[Form]; 5] = [DATES, STEPS, FEASTS, CALENDARS, PERSONAL];

const COUNT: usize = DATES.len() + STEPS.len() + FEASTS.len() + CALENDARS.len() + PERSONAL.len();

/// The forms of all parts in one list.
const fn joined() -> [Form; COUNT] {
    let mut all = [DATES[0]; COUNT];
    let (mut part, mut filled) = (0, 0);
    while part < PARTS.len() {
        let mut at = 0;
        while at < PARTS[part].len() {
            all[filled] = PARTS[part][at];
            (at, filled) = (at + 1, filled + 1);
        }
        part += 1;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::Rule;

    #[test]
    fn each_example_means_what_the_manual_says_and_has_its_dates() {
        for form in FORMS {
            let rule: Rule = form.phrase.parse().unwrap_or_else(|error| panic!("{}: {error}", form.phrase));
            let dates: Vec<String> =
                rule.dates(form.year..=form.year).unwrap().iter().map(ToString::to_string).collect();
            assert_eq!(rule.explain(), form.meaning, "{}", form.phrase);
            assert_eq!(dates.join(" "), form.dates, "{}", form.phrase);
        }
    }

    #[test]
    fn no_two_forms_share_a_name() {
        let mut names: Vec<&str> = FORMS.iter().map(|form| form.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), FORMS.len());
    }
}
