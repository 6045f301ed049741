//! The language of a notification: one for all of it.

use crate::day::Day;
use crate::words::Words;

/// In which languages the article of a day is there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ArticleLanguages {
    /// The languages that its files name.
    pub named: Vec<String>,
    /// Whether one of its files names no language: it serves every reader.
    pub serves_all: bool,
}

/// The first language in which all of a notification of `day` can be said: words, name, article and moment.
///
/// The languages of the person come first, in their order; then English; then the others of the name and the
/// article. `None` where no language has it all.
///
/// ```
/// use remembrance::{day::{Day, Text}, notification::{ArticleLanguages, whole_language}};
/// let mut day = Day::new("x", "X", "January 20");
/// day.name = Text::from_pairs([("en", "Day"), ("tr", "Gün")].map(|(l, t)| (l.to_owned(), t.to_owned())));
/// let articles = ArticleLanguages { named: vec!["en".to_owned()], serves_all: false };
/// // The name is there in Turkish, the article is not: the notification is in English, all of it.
/// assert_eq!(whole_language(&day, &articles, &["tr".to_owned()]).as_deref(), Some("en"));
/// ```
pub fn whole_language(day: &Day, articles: &ArticleLanguages, wanted: &[String]) -> Option<String> {
    let of_name = day.name.pairs().filter_map(|(language, _)| language);
    let of_article = articles.named.iter().map(String::as_str);
    let wanted = wanted.iter().map(String::as_str);
    let languages = wanted.chain(["en"]).chain(of_article).chain(of_name);
    languages.into_iter().find(|language| has_all(day, articles, language)).map(str::to_owned)
}

fn has_all(day: &Day, articles: &ArticleLanguages, language: &str) -> bool {
    let has_article = articles.serves_all
        || articles.named.is_empty()
        || articles.named.iter().any(|named| named == language);
    let has_moment = day.extras.moment.as_ref().is_none_or(|moment| moment.what.speaks(language));
    Words::has(language) && day.name.speaks(language) && has_article && has_moment
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::{Ceremony, CeremonyKind};
    use crate::day::{Moment, Text};
    use chrono::{NaiveTime, TimeDelta};

    fn text(languages: &str) -> Text {
        match languages {
            "any" => Text::plain("X"),
            languages => Text::from_pairs(languages.split(' ').map(|l| (l.to_owned(), format!("in {l}")))),
        }
    }

    fn list(languages: &str) -> Vec<String> {
        languages.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn a_notification_is_of_one_language() {
        // The languages of the name, the article and the moment; those of the person; that of the notification.
        let table = [
            ("en tr", "en tr", "", "tr", Some("tr")),
            ("en tr", "en", "", "tr", Some("en")),
            ("en", "en tr", "", "tr", Some("en")),
            ("en pl", "en tr", "", "pl tr", Some("en")),
            ("en az tr", "en az", "", "tr az", Some("az")),
            ("en az tr", "en az tr", "", "tr az", Some("tr")),
            // What names no language is of any.
            ("any", "", "", "tr", Some("tr")),
            ("any", "any", "", "tr", Some("tr")),
            ("en tr", "any", "", "tr", Some("tr")),
            ("en tr", "en any", "", "tr", Some("tr")),
            ("any", "az", "", "az", Some("az")),
            // A day of one's own without English keeps its language.
            ("any", "az", "", "tr", Some("az")),
            ("az", "", "", "tr", Some("az")),
            // No words for it, or no language in common.
            ("en tlh", "en tlh", "", "tlh", Some("en")),
            ("tlh", "tlh", "", "tlh en", None),
            ("az", "tr", "", "az tr", None),
            // A moment counts too, unless its kind is known.
            ("en az", "en az", "en", "az", Some("en")),
            ("en az", "en az", "kind", "az", Some("az")),
            ("en az", "en az", "en kind", "az", Some("az")),
            ("en az", "en az", "any", "az", Some("az")),
            ("en az", "en az", "", "", Some("en")),
        ];
        for (name, article, moment, wanted, expected) in table {
            let mut day = Day::new("x", "X", "January 20");
            day.name = text(name);
            let kind = moment.ends_with("kind").then_some(CeremonyKind::Sirens);
            let what = match (moment.trim_end_matches("kind").trim(), kind) {
                ("", Some(kind)) => Some(Ceremony::Known(kind)),
                ("", None) => None,
                (written, kind) => Some(Ceremony::Written { text: text(written), kind }),
            };
            day.extras.moment = what
                .map(|what| Moment { at: NaiveTime::MIN.into(), zone: None, what, ahead: TimeDelta::zero() })
                .map(Box::new);
            let (named, plain): (Vec<_>, Vec<_>) = list(article).into_iter().partition(|l| l != "any");
            let articles = ArticleLanguages { named, serves_all: !plain.is_empty() };
            let found = whole_language(&day, &articles, &list(wanted));
            assert_eq!(found.as_deref(), expected, "{name} / {article} / {moment} / {wanted}");
        }
    }
}
