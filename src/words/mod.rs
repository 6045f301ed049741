//! The words of the program in each language: the only file that names Fluent.
//!
//! A language is a file `LANG.ftl` beside this one, and nothing else: the build finds it. What stands below the
//! line `## Commands` is for the commands alone; four languages have it, and what the commands refuse stands in
//! `errors/LANG.ftl` for three of them: in English it stands beside the mistakes.

mod calendar;
mod cities;
mod plural;

pub use calendar::month_grid;

use crate::message::Message;
use crate::text::unbroken;
use chrono::{Datelike, NaiveDate};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use std::cell::OnceCell;
use unic_langid::LanguageIdentifier;

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// The line of a file below which the words of the commands stand.
const COMMANDS: &str = "\n## Commands\n";

/// The words of one language.
pub struct Words {
    language: &'static str,
    bundle: FluentBundle<FluentResource>,
    /// The sentences about mistakes, read when the first is asked for; `None` where the language has none.
    errors: OnceCell<Option<FluentBundle<FluentResource>>>,
    /// The ten digits of a language that writes others than 0 to 9.
    digits: Option<Vec<char>>,
}

/// Something to put into a message.
#[derive(Debug, Clone, Copy)]
pub enum MessageValue<'a> {
    /// Words; a line break in them becomes a blank.
    Text(&'a str),
    /// A number, which chooses the plural form.
    Count(i64),
}

/// The first of `languages` whose text is wanted, with that text; else English.
fn found(languages: &[String], is_wanted: impl Fn(&str) -> bool) -> (&'static str, &'static str) {
    let spoken =
        |wanted: &String| LANGUAGES.iter().find(|(language, text)| language == wanted && is_wanted(text));
    let english = || LANGUAGES.iter().find(|(language, _)| *language == "en");
    *languages.iter().find_map(spoken).or_else(english).expect("English is spoken")
}

impl Words {
    /// The words of the first of `languages` that the program speaks, else English.
    ///
    /// ```
    /// use remembrance::words::{MessageValue, Words};
    /// let words = Words::choose(&["xx".to_owned(), "ru".to_owned()]);
    /// assert_eq!(words.language(), "ru");
    /// assert_eq!(words.say("years", &[("count", MessageValue::Count(37))]), "37 лет");
    /// assert_eq!(words.say("years", &[("count", MessageValue::Count(41))]), "41 год");
    /// ```
    pub fn choose(languages: &[String]) -> Self {
        Self::first(languages, |_| true)
    }

    /// The words of the first of `languages` that the commands speak, else English.
    ///
    /// ```
    /// use remembrance::words::Words;
    /// let words = Words::of_commands(&["de".to_owned(), "tr".to_owned()]);
    /// assert_eq!(words.language(), "tr");
    /// ```
    pub fn of_commands(languages: &[String]) -> Self {
        Self::first(languages, |text| text.contains(COMMANDS))
    }

    /// Whether notifications and pages have words in this language.
    ///
    /// ```
    /// use remembrance::words::Words;
    /// assert!(Words::has("az") && !Words::has("tlh"));
    /// ```
    pub fn has(language: &str) -> bool {
        LANGUAGES.iter().any(|(known, _)| *known == language)
    }

    /// A sentence about a mistake; `None` in a language that has no file of them, English among them.
    ///
    /// # Panics
    /// When a file of them lacks the sentence: a test holds the files to the code.
    pub fn error(&self, message: &Message) -> Option<String> {
        let errors = self.errors.get_or_init(|| {
            let (language, text) = ERRORS.iter().find(|(language, _)| *language == self.language)?;
            Some(bundle(language, text))
        });
        let values: Vec<_> =
            message.values.iter().map(|(name, value)| (*name, MessageValue::Text(value))).collect();
        let said = format(errors.as_ref()?, message.name, &values);
        Some(said.expect("every language of errors has every sentence"))
    }

    fn first(languages: &[String], is_wanted: impl Fn(&str) -> bool) -> Self {
        let (language, text) = found(languages, is_wanted);
        let (bundle, errors) = (bundle(language, text), OnceCell::new());
        let mut words = Self { language, bundle, errors, digits: None };
        words.digits = words.find("digits", &[]).map(|digits| digits.chars().collect());
        words
    }

    /// The language of [`Words::choose`].
    ///
    /// ```
    /// use remembrance::words::Words;
    /// assert_eq!(Words::chosen(&["xx".to_owned(), "de".to_owned()]), "de");
    /// assert_eq!(Words::chosen(&[]), "en");
    /// ```
    pub fn chosen(languages: &[String]) -> &'static str {
        found(languages, |_| true).0
    }

    /// The language that is spoken.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// The message `id` with `values` put in.
    ///
    /// # Panics
    /// When there is no such message: a test holds every language to every message.
    pub fn say(&self, id: &str, values: &[(&'static str, MessageValue<'_>)]) -> String {
        self.find(id, values).expect("every language has every message")
    }

    /// The message `id`, where this language has it.
    fn find(&self, id: &str, values: &[(&'static str, MessageValue<'_>)]) -> Option<String> {
        format(&self.bundle, id, values).map(|said| self.digits(&said))
    }

    /// The text with its digits as the language writes them.
    ///
    /// ```
    /// use remembrance::words::Words;
    /// assert_eq!(Words::choose(&["fa".to_owned()]).digits("20"), "۲۰");
    /// ```
    pub fn digits(&self, text: &str) -> String {
        let Some(digits) = &self.digits else { return text.to_owned() };
        let own = |c: char| c.to_digit(10).and_then(|digit| digits.get(digit as usize)).copied().unwrap_or(c);
        text.chars().map(own).collect()
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
        self.say("year-heading", &[("year", MessageValue::Text(&year.to_string()))])
    }

    /// A date without its year, with the weekday: "Wednesday, January 20".
    pub fn date(&self, date: NaiveDate) -> String {
        self.dated("date", ["weekdays", "months"], date)
    }

    /// A date with its year and weekday: "Wednesday, January 20, 2027".
    pub fn date_long(&self, date: NaiveDate) -> String {
        self.dated("date-long", ["weekdays", "months"], date)
    }

    /// A date as it stands within a sentence: "on Wednesday, January 20".
    ///
    /// A language that needs another case, or a word before the weekday, has the messages `weekdays-on`, `months-on`
    /// and `date-on`; what is not there is as in [`Self::date`].
    pub fn date_on(&self, date: NaiveDate) -> String {
        let names = [self.either("weekdays-on", "weekdays"), self.either("months-on", "months")];
        self.dated(self.either("date-on", "date"), names, date)
    }

    /// A date without its year and weekday: "January 20".
    pub fn day_month(&self, date: NaiveDate) -> String {
        self.dated("day-month", ["weekdays", "months"], date)
    }

    /// The same as it stands within a sentence, as [`Self::date_on`].
    pub fn day_month_on(&self, date: NaiveDate) -> String {
        self.dated("day-month", ["weekdays", self.either("months-on", "months")], date)
    }

    fn either(&self, id: &'static str, other: &'static str) -> &'static str {
        if self.bundle.has_message(id) { id } else { other }
    }

    /// By whose clock a time is, for a zone that this language has a phrase for: "Baku time".
    ///
    /// ```
    /// use remembrance::words::Words;
    /// let words = Words::choose(&["ru".to_owned()]);
    /// assert_eq!(words.clock_of("Asia/Baku").unwrap(), "по бакинскому времени");
    /// assert_eq!(words.clock_of("Asia/Calcutta"), words.clock_of("Asia/Kolkata"));
    /// assert_eq!(words.clock_of("Asia/Tashkent"), None);
    /// ```
    pub fn clock_of(&self, zone: &str) -> Option<String> {
        let phrase = |name: &str| {
            let id = name.to_ascii_lowercase().replace(['/', '_'], "-");
            self.find(&format!("zone-{id}"), &[])
        };
        phrase(zone).or_else(|| cities::names(zone).find_map(phrase))
    }

    /// The city of a zone, in this language where that is known.
    ///
    /// ```
    /// use remembrance::words::Words;
    /// let in_language = |language: &str| Words::choose(&[language.to_owned()]).city_of("Asia/Tashkent");
    /// assert_eq!(["en", "az", "ru"].map(in_language), ["Tashkent", "Daşkənd", "Ташкент"]);
    /// ```
    pub fn city_of(&self, zone: &str) -> String {
        cities::city(zone, self.language)
    }

    /// The words for the region of a pack, which names it in English: "Middle East"; a region that no message knows is
    /// given as it is.
    ///
    /// ```
    /// use remembrance::words::Words;
    /// let words = Words::of_commands(&["az".to_owned()]);
    /// assert_eq!((words.region("Middle East").as_str(), words.region("Moon").as_str()), ("Yaxın Şərq", "Moon"));
    /// ```
    pub fn region(&self, region: &str) -> String {
        let id = region.to_ascii_lowercase().replace(' ', "-");
        self.find(&format!("region-{id}"), &[]).unwrap_or_else(|| region.to_owned())
    }

    fn dated(&self, id: &str, [weekdays, months]: [&str; 2], date: NaiveDate) -> String {
        let name = |list: &str, index: u32| {
            let names = self.say(list, &[]);
            names.split('|').nth(index as usize).unwrap_or_default().to_owned()
        };
        let (weekday, month) =
            (name(weekdays, date.weekday().num_days_from_monday()), name(months, date.month0()));
        let values = [
            ("weekday", MessageValue::Text(&weekday)),
            ("month", MessageValue::Text(&month)),
            ("day", MessageValue::Count(date.day().into())),
            // A year is a name, not a number: it has no thousands to part.
            ("year", MessageValue::Text(&date.year().to_string())),
        ];
        self.say(id, &values)
    }
}

/// The message `id` of a bundle with `values` put in, where it has one.
fn format(
    bundle: &FluentBundle<FluentResource>,
    id: &str,
    values: &[(&'static str, MessageValue<'_>)],
) -> Option<String> {
    let mut arguments = FluentArgs::new();
    for (name, value) in values {
        match value {
            MessageValue::Text(text) => arguments.set(*name, FluentValue::from(unbroken(text))),
            MessageValue::Count(count) => arguments.set(*name, FluentValue::from(*count)),
        }
    }
    let pattern = bundle.get_message(id)?.value()?;
    Some(bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned())
}

/// The messages of a file.
fn bundle(language: &'static str, text: &str) -> FluentBundle<FluentResource> {
    let resource = FluentResource::try_new(text.to_owned()).expect("the words that ship parse");
    let identifier: LanguageIdentifier = language.parse().expect("the languages that ship have sound tags");
    let mut bundle = FluentBundle::new(vec![identifier]);
    // Marks around what is put in would be shown as boxes by some notification servers.
    bundle.set_use_isolating(false);
    let added = bundle.add_function("PLURAL", move |values, _| match values {
        [FluentValue::Number(count)] => plural::stand_in(language, count.into()).into(),
        _ => FluentValue::Error,
    });
    added.expect("it is added once");
    bundle.add_resource(resource).expect("the words that ship have each message once");
    bundle
}

#[cfg(test)]
mod tests;
