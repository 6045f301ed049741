//! The front matter of an article: TOML between two lines `+++`. The one file of articles that names the TOML library.
//!
//! A mistake in it costs the value that it is in, and never the text of the article.

use super::ArticleError;
use crate::text::nearest;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// What may stand between the `+++` lines.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    pub(super) sources: Vec<String>,
    pub(super) author: Option<String>,
    pub(super) license: Option<String>,
    pub(super) excerpt: Option<String>,
}

const KEYS: [&str; 4] = ["sources", "author", "license", "excerpt"];

/// The largest front matter that is read, in bytes: reading takes many times as much memory.
const LARGEST: usize = 64 * 1024;

/// The front matter, the text after it and the line that begins with, from 1; and what of the front matter is left out.
///
/// # Errors
/// When the front matter does not end: what it is then, and what the article, nobody can tell.
pub(super) fn split(text: &str) -> Result<(FrontMatter, &str, usize, Vec<ArticleError>), ArticleError> {
    let mut lines = text.split_inclusive('\n');
    let is_fence = |line: &str| line.trim_end() == "+++";
    let Some(first) = lines.next().filter(|line| is_fence(line)) else {
        return Ok((FrontMatter::default(), text, 1, yaml(text).into_iter().collect()));
    };
    let (mut end, mut count) = (first.len(), 1);
    for line in lines {
        count += 1;
        if is_fence(line) {
            let front = text.get(first.len()..end).expect("lines end at letters");
            let body = text.get(end + line.len()..).expect("lines end at letters");
            let (matter, faults) = read(front);
            return Ok((matter, body, count + 1, faults));
        }
        end += line.len();
    }
    let message = "the front matter does not end; close it with a line `+++`".to_owned();
    Err(ArticleError { line: 1, message })
}

/// Front matter as other programs have it: it would be shown as text.
fn yaml(text: &str) -> Option<ArticleError> {
    let rest = text.strip_prefix("---\n")?;
    let (front, _) = rest.split_once("\n---\n")?;
    let is_key = |line: &str| {
        line.split_once(": ").is_some_and(|(key, _)| key.chars().all(|letter| letter.is_ascii_alphabetic()))
    };
    let message =
        "front matter is TOML between lines `+++`, e.g. `author = \"A. Mammadova\"`; this is shown as text";
    front.lines().any(is_key).then(|| ArticleError { line: 1, message: message.to_owned() })
}

fn read(front: &str) -> (FrontMatter, Vec<ArticleError>) {
    let (mut matter, mut faults) = (FrontMatter::default(), Vec::new());
    if front.len() > LARGEST {
        let message = format!("the front matter is left out: it is larger than {} KiB", LARGEST >> 10);
        return (matter, vec![ArticleError { line: 1, message }]);
    }
    let line = |span: &Range<usize>| 2 + front.get(..span.start).unwrap_or(front).matches('\n').count();
    let (table, errors) = DeTable::parse_recoverable(front);
    faults.extend(errors.iter().map(|error| ArticleError {
        line: line(&error.span().unwrap_or(0..0)),
        message: error.message().to_owned(),
    }));
    for (key, value) in table.get_ref() {
        let mut told = |message| faults.push(ArticleError { line: line(&key.span()), message });
        let text = || value.get_ref().as_str().map(str::to_owned);
        let kept = match key.get_ref().as_ref() {
            "sources" => list(value.get_ref()).map(|list| matter.sources = list),
            "author" => text().map(|text| matter.author = Some(text)),
            "license" => text().map(|text| matter.license = Some(text)),
            "excerpt" => text().map(|text| matter.excerpt = Some(text)),
            other => {
                let advice = match nearest(other, KEYS) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("the keys are `{}`", KEYS.join("`, `")),
                };
                told(format!("unknown key `{other}`; {advice}"));
                continue;
            }
        };
        if kept.is_none() {
            let name = key.get_ref();
            told(if name == "sources" {
                "`sources` is a list of texts, e.g. `sources = [\"The chronicle, 1998\"]`".to_owned()
            } else {
                format!("`{name}` is a text, e.g. `{name} = \"...\"`")
            });
        }
    }
    faults.sort_by_key(|fault| fault.line);
    (matter, faults)
}

/// A list of texts, where it has no other value.
fn list(value: &DeValue<'_>) -> Option<Vec<String>> {
    value.as_array()?.iter().map(|item| item.get_ref().as_str().map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_costs_its_value_and_names_its_line() {
        let table = [
            ("+++\nauthor = 1\n+++\n# T", 4, Some((2, "`author` is a text, e.g. `author = \"...\"`"))),
            (
                "+++\nlicense = \"a\"\nautor = \"b\"\n+++\n# T",
                5,
                Some((3, "unknown key `autor`; did you mean `author`?")),
            ),
            ("+++\nsources = \"A\"\n+++\n# T", 4, Some((2, "`sources` is a list of texts"))),
            ("+++\nx = 1\n+++\n# T", 4, Some((2, "the keys are `sources`, `author`"))),
            ("+++\nauthor = \"a\n+++\n# T", 4, Some((2, ""))),
            ("+++\n+++\n# T", 3, None),
            ("+++ \nauthor = \"a\"\n+++  \n# T", 4, None),
            ("+++\nauthor = \"a\"\n+++", 4, None),
            ("---\nauthor: a\n---\n# T", 1, Some((1, "front matter is TOML between lines `+++`"))),
            ("---\n\nA line, and a rule above.\n\n---\n", 1, None),
        ];
        for (text, body_line, fault) in table {
            let (_, body, line, faults) = split(text).unwrap();
            assert_eq!(line, body_line, "{text}");
            assert!(body.is_empty() || body.ends_with("# T") || text.starts_with("---"), "{body}");
            let told = faults.first().map(|fault| (fault.line, fault.message.as_str()));
            let is_told = match (told, fault) {
                (Some((line, said)), Some((at, part))) => line == at && said.contains(part),
                (told, fault) => told.is_none() && fault.is_none(),
            };
            assert!(is_told, "{text}: {told:?}");
        }
        assert!(split("+++\nauthor = \"a\"\n# T").is_err());
        assert!(
            split(&format!("+++\nauthor = \"{}\"\n+++\n# T", "a".repeat(LARGEST))).unwrap().3[0]
                .message
                .contains("64 KiB")
        );
    }

    #[test]
    fn what_is_sound_beside_a_mistake_is_kept() {
        let (matter, ..) = split("+++\nautor = \"b\"\nsources = [\"A\"]\n+++\n").unwrap();
        assert_eq!(matter.sources, ["A"]);
    }
}
