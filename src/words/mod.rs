//! The words of the program in each language: the only file that names Fluent.
//!
//! A language is a file `LANG.ftl` beside this one, and nothing else: the build finds it.

mod calendar;

pub use calendar::month_grid;

use chrono::{Datelike, NaiveDate};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

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
        let english = || LANGUAGES.iter().find(|(language, _)| *language == "en");
        let (language, text) = languages.iter().find_map(spoken).or_else(english).expect("English is spoken");
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

    /// The name of a month by itself, from 1 to 12; empty for another number.
    pub fn month(&self, month: u32) -> String {
        self.say("month-names", &[])
            .split('|')
            .nth(month.wrapping_sub(1) as usize)
            .unwrap_or_default()
            .to_owned()
    }

    /// What stands above the columns of a month, from Monday on.
    pub fn weekdays_short(&self) -> Vec<String> {
        self.say("weekdays-short", &[]).split('|').map(str::to_owned).collect()
    }

    /// What stands above the days of a year.
    pub fn year_heading(&self, year: i32) -> String {
        self.say("year-heading", &[("year", Value::Text(&year.to_string()))])
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
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn every_language_has_every_message() {
        // Each message with what is put into it: a value that a translation forgets is a fault too.
        let ids = |text: &str| -> BTreeMap<String, BTreeSet<String>> {
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
            messages.remove("");
            messages
        };
        let english =
            LANGUAGES.iter().find(|(language, _)| *language == "en").map(|(_, text)| ids(text)).unwrap();
        assert!(english.len() > 15);
        for (language, text) in LANGUAGES {
            assert_eq!(
                ids(text),
                english,
                "{language} lacks a message, has one more, or puts in something else"
            );
            let words = Words::choose(&[(*language).to_owned()]);
            for (list, length) in
                [("weekdays", 7), ("weekdays-short", 7), ("months", 12), ("month-names", 12)]
            {
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
