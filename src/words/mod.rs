//! The words of the program in each language: the only file that names Fluent.
//!
//! A language is a file `LANG.ftl` beside this one, and a line in [`LANGUAGES`].

use chrono::{Datelike, NaiveDate};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The languages that the program speaks, and their words.
pub const LANGUAGES: [(&str, &str); 4] = [
    ("en", include_str!("en.ftl")),
    ("az", include_str!("az.ftl")),
    ("ru", include_str!("ru.ftl")),
    ("tr", include_str!("tr.ftl")),
];

/// The words of one language.
pub struct Words {
    language: &'static str,
    bundle: FluentBundle<FluentResource>,
}

/// Something to put into a message.
#[derive(Debug, Clone, Copy)]
pub enum Value<'a> {
    /// Words.
    Text(&'a str),
    /// A number, which chooses the plural form.
    Count(i64),
}

impl Words {
    /// The words of the first of `languages` that the program speaks, else English.
    ///
    /// ```
    /// use remembrance::words::{Value, Words};
    /// let words = Words::choose(&["xx".to_owned(), "ru".to_owned()]);
    /// assert_eq!(words.language(), "ru");
    /// assert_eq!(words.say("years", &[("count", Value::Count(37))]), "37 лет");
    /// assert_eq!(words.say("years", &[("count", Value::Count(41))]), "41 год");
    /// ```
    pub fn choose(languages: &[String]) -> Self {
        let spoken = |wanted: &String| LANGUAGES.iter().find(|(language, _)| language == wanted);
        let (language, text) = languages.iter().find_map(spoken).unwrap_or(&LANGUAGES[0]);
        let resource = FluentResource::try_new((*text).to_owned()).expect("the words that ship parse");
        let identifier: LanguageIdentifier =
            language.parse().expect("the languages that ship have sound tags");
        let mut bundle = FluentBundle::new(vec![identifier]);
        // Marks around what is put in would be shown as boxes by some notification servers.
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).expect("the words that ship have each message once");
        Self { language, bundle }
    }

    /// The language that is spoken.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// The message `id` with `values` put in.
    ///
    /// # Panics
    /// When there is no such message: a test holds every language to every message.
    pub fn say(&self, id: &str, values: &[(&'static str, Value<'_>)]) -> String {
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            match value {
                Value::Text(text) => arguments.set(*name, FluentValue::from(*text)),
                Value::Count(count) => arguments.set(*name, FluentValue::from(*count)),
            }
        }
        let message = self.bundle.get_message(id).and_then(|message| message.value());
        let pattern = message.expect("every language has every message");
        self.bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }

    /// A date without its year, with the weekday: "Wednesday, January 20".
    pub fn date(&self, date: NaiveDate) -> String {
        self.dated("date", date)
    }

    /// A date with its year and weekday: "Wednesday, January 20, 2027".
    pub fn date_long(&self, date: NaiveDate) -> String {
        self.dated("date-long", date)
    }

    fn dated(&self, id: &str, date: NaiveDate) -> String {
        let name = |list: &str, index: u32| {
            let names = self.say(list, &[]);
            names.split('|').nth(index as usize).unwrap_or_default().to_owned()
        };
        let (weekday, month) =
            (name("weekdays", date.weekday().num_days_from_monday()), name("months", date.month0()));
        let values = [
            ("weekday", Value::Text(&weekday)),
            ("month", Value::Text(&month)),
            ("day", Value::Count(date.day().into())),
            // A year is a name, not a number: it has no thousands to part.
            ("year", Value::Text(&date.year().to_string())),
        ];
        self.say(id, &values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_language_has_every_message() {
        let ids = |text: &str| -> BTreeSet<String> {
            let lines = text.lines().filter(|line| line.contains(" = ") && !line.starts_with([' ', '#']));
            lines.filter_map(|line| line.split(" = ").next()).map(str::to_owned).collect()
        };
        let english = ids(LANGUAGES[0].1);
        assert!(english.len() > 15);
        for (language, text) in LANGUAGES {
            assert_eq!(ids(text), english, "{language}");
            let words = Words::choose(&[language.to_owned()]);
            for (list, length) in [("weekdays", 7), ("months", 12)] {
                assert_eq!(words.say(list, &[]).split('|').count(), length, "{language} {list}");
            }
        }
    }

    #[test]
    fn dates_are_said_as_each_language_says_them() {
        let date = NaiveDate::from_ymd_opt(2027, 1, 20).unwrap();
        let table = [
            ("en", "Wednesday, January 20, 2027"),
            ("az", "20 yanvar 2027, çərşənbə"),
            ("ru", "20 января 2027 года, среда"),
            ("tr", "20 Ocak 2027 Çarşamba"),
        ];
        for (language, expected) in table {
            assert_eq!(Words::choose(&[language.to_owned()]).date_long(date), expected);
        }
    }
}
