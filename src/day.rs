//! A remembrance day: its names, its rules, when to remind of it.

mod ceremony;
mod kept_year;

pub use ceremony::{Ceremony, CeremonyKind};
pub use kept_year::KeptYear;

pub use crate::offset::{Offset, TimeOfDay, parse_time};
use crate::rare::{Nothing, Rare};
use crate::rule::{Anniversary, EventDate, OutOfRange, Rule, dates_of};
use crate::short_text::ShortText;
use crate::zone::Zone;
use chrono::{NaiveDate, TimeDelta};
use std::ops::RangeInclusive;
use std::sync::Arc;

/// A remembrance day that someone keeps.
#[derive(Debug, Clone, PartialEq)]
pub struct Day {
    /// The key of its `[day.ID]` table: lower-case letters, digits and hyphens.
    pub id: ShortText,
    /// What it is called.
    pub name: Text,
    /// How its dates are found; the day is kept on the dates of all of them. Days with the same rules share them.
    pub rules: Arc<[Rule]>,
    /// The first year in which it is kept.
    pub since: Option<KeptYear>,
    /// The last year in which it is kept.
    pub until: Option<KeptYear>,
    /// When the event was that anniversaries are counted from.
    pub event: Option<EventDate>,
    /// When to remind of it.
    pub remind: Arc<[Offset]>,
    /// What few days have.
    pub extras: Rare<DayExtras>,
}

/// What few days have.
#[derive(Debug, Clone, PartialEq)]
pub struct DayExtras {
    /// The years without reminders; the day is still listed in them.
    pub skip: Vec<i32>,
    /// A moment of the day that is announced shortly before, as a minute of silence.
    pub moment: Option<Box<Moment>>,
    /// Whether a moment of another zone is announced although it falls into the night here.
    pub at_night: bool,
    /// The file of its article, within `articles/`; without it, the file is found by the id.
    pub article: Option<String>,
    /// A page to open beside the article.
    pub link: Option<String>,
    /// The pack that it comes from; `None` for a day of one's own.
    pub pack: Option<String>,
}

impl Nothing for DayExtras {
    const NOTHING: &'static Self =
        &Self { skip: Vec::new(), moment: None, at_night: false, article: None, link: None, pack: None };
}

impl Day {
    /// The dates of this day in these Gregorian years, ascending, each once.
    ///
    /// # Errors
    /// When a rule's calendar is not sound in one of these years.
    ///
    /// ```
    /// # use remembrance::day::{Day, KeptYear};
    /// let mut day = Day::new("leap", "Leap day", "February 29");
    /// day.since = KeptYear::new(2026);
    /// let dates = day.dates(2025..=2028).unwrap();
    /// let dates: Vec<_> = dates.iter().map(ToString::to_string).collect();
    /// assert_eq!(dates, ["2026-02-28", "2027-02-28", "2028-02-29"]);
    /// ```
    pub fn dates(&self, years: RangeInclusive<i32>) -> Result<Vec<NaiveDate>, OutOfRange> {
        let first = self.first_year().map_or(*years.start(), |first| first.max(*years.start()));
        let last = self.until.map_or(*years.end(), |until| until.get().min(*years.end()));
        if first > last {
            return Ok(Vec::new());
        }
        let mut dates = dates_of(&self.rules, first..=last)?;
        if let (None, Some(EventDate::Date(event))) = (self.since, self.event) {
            dates.retain(|date| *date >= event);
        }
        Ok(dates)
    }

    /// The first year in which it can have a date: `since`, or the year of its event; `None` without either.
    pub fn first_year(&self) -> Option<i32> {
        self.since.map(KeptYear::get).or(self.event.map(EventDate::year))
    }

    /// How many years after its event one of its dates is, counted by the calendar of the rule that gives the date.
    ///
    /// `None` in the event's own year, without an event, and for what comes once, as `40 days after 2026-05-01`; of a day
    /// with several single dates, which were announced one by one, each has its number.
    ///
    /// ```
    /// # use remembrance::day::Day;
    /// # use remembrance::rule::{EventDate, YearKind};
    /// let mut day = Day::new("az-black-january", "Black January", "January 20");
    /// day.event = Some(EventDate::Year(1990));
    /// let on = |date: &str| day.anniversary(date.parse().unwrap()).map(|found| found.years);
    /// assert_eq!((on("2027-01-20"), on("1990-01-20"), on("2027-01-21")), (Some(37), None, None));
    /// // A day of the Hijri calendar counts its own years.
    /// let mut day = Day::new("ashura", "Ashura", "10 Muharram");
    /// day.event = Some(EventDate::Date("1980-11-18".parse().unwrap()));
    /// let found = day.anniversary("2026-06-25".parse().unwrap()).unwrap();
    /// assert_eq!((found.years, found.calendar), (47, YearKind::Hijri));
    /// ```
    pub fn anniversary(&self, date: NaiveDate) -> Option<Anniversary> {
        let several = self.rules.len() > 1;
        self.rules.iter().find_map(|rule| {
            let was_announced = several && rule.is_plain_date();
            if was_announced {
                rule.years_after(date, self.event)
            } else {
                rule.anniversary(date, self.event)
            }
        })
    }

    /// True if its dates are those of the Hijri calendar, which the sight of the moon may differ from by a day.
    pub fn is_hijri(&self) -> bool {
        self.rules.iter().any(Rule::is_hijri)
    }

    /// A day with one rule and the default reminder, at 09:00 on the day itself.
    ///
    /// # Panics
    /// When `rule` is not a rule; for days written in code, as in tests.
    pub fn new(id: &str, name: &str, rule: &str) -> Self {
        Self {
            id: id.into(),
            name: Text::plain(name),
            rules: [rule.parse().expect("a day written in code has a sound rule")].into(),
            since: None,
            until: None,
            event: None,
            remind: [Offset::default()].into(),
            extras: Rare::default(),
        }
    }
}

/// A short text: one wording for every language, or one for each of some.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text(Wording);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Wording {
    OfEveryLanguage(ShortText),
    Of(Box<[(String, String)]>),
}

impl Default for Text {
    fn default() -> Self {
        Self::plain("")
    }
}

impl Text {
    /// A text that is the same in every language.
    pub fn plain(text: &str) -> Self {
        Self(Wording::OfEveryLanguage(text.into()))
    }

    /// A text from pairs of language and wording.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(Wording::Of(pairs.into_iter().collect()))
    }

    /// The wording in the first of `languages` that it has; else in English; else the first.
    ///
    /// ```
    /// # use remembrance::day::Text;
    /// let pairs = [("az", "Ana"), ("en", "Mother")];
    /// let name = Text::from_pairs(pairs.map(|(l, t)| (l.to_owned(), t.to_owned())));
    /// assert_eq!(name.get(&["ru".to_owned(), "az".to_owned()]), "Ana");
    /// assert_eq!(name.get(&["ru".to_owned()]), "Mother");
    /// assert_eq!(Text::plain("Ana").get(&["ru".to_owned()]), "Ana");
    /// ```
    pub fn get(&self, languages: &[String]) -> &str {
        let pairs = match &self.0 {
            Wording::OfEveryLanguage(text) => return text,
            Wording::Of(pairs) => pairs,
        };
        let find = |wanted: &str| pairs.iter().find(|(language, _)| language == wanted);
        languages
            .iter()
            .find_map(|language| find(language))
            .or_else(|| find("en"))
            .or(pairs.first())
            .map_or("", |(_, text)| text)
    }

    /// Whether it has a wording in `language`, or one that serves every language.
    pub fn speaks(&self, language: &str) -> bool {
        self.pairs().any(|(known, _)| known.is_none_or(|known| known == language))
    }

    /// Pairs of language and wording; the language is `None` where one wording serves all.
    pub fn pairs(&self) -> impl Iterator<Item = (Option<&str>, &str)> {
        let (one, many) = match &self.0 {
            Wording::OfEveryLanguage(text) => (Some((None, text.as_str())), [].as_slice()),
            Wording::Of(pairs) => (None, &**pairs),
        };
        one.into_iter().chain(many.iter().map(|(language, text)| (Some(language.as_str()), text.as_str())))
    }
}

/// A moment of a day, announced `ahead` of it and never late.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    /// The time of the day in `zone`.
    pub at: TimeOfDay,
    /// Where that clock hangs; `None` is wherever the machine is.
    pub zone: Option<Zone>,
    /// What is done then: "A minute of silence".
    pub what: Ceremony,
    /// How long before it is announced.
    pub ahead: TimeDelta,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(phrases: &[&str]) -> Arc<[Rule]> {
        phrases.iter().map(|phrase| phrase.parse::<Rule>().unwrap()).collect()
    }

    #[test]
    fn since_and_until_bound_the_years() {
        let mut day = Day::new("x", "X", "January 20");
        day.since = KeptYear::new(1992);
        day.until = KeptYear::new(1994);
        assert_eq!(day.dates(1..=9999).unwrap().len(), 3);
        assert!(day.dates(1995..=2000).unwrap().is_empty());
    }

    #[test]
    fn a_date_that_two_rules_give_counts_once() {
        let mut day = Day::new("x", "X", "January 20");
        day.rules = rules(&["January 20", "20 January", "January 3"]);
        let dates = day.dates(2027..=2027).unwrap();
        assert_eq!(dates.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2027-01-03", "2027-01-20"]);
    }

    #[test]
    fn dates_of_several_years_are_those_of_each() {
        let phrases = [
            "January 20",
            "February 29",
            "fifth Sunday of March",
            "10 days after December 28",
            "Sunday on or after December 28",
            "December 31; if Friday then Saturday after",
            "9 days after Orthodox Easter",
            "29 Tevet",
            "10 Muharram",
            "Chinese 12/30",
            "2026-12-31",
            "RRULE:FREQ=WEEKLY;INTERVAL=7;UNTIL=20351231 from 1999-12-30",
        ];
        for phrases in phrases.iter().map(std::slice::from_ref).chain([phrases.as_slice()]) {
            let mut day = Day::new("x", "X", "January 20");
            day.rules = rules(phrases);
            for first in 1998..2040 {
                let each = (first..first + 3).flat_map(|year| day.dates(year..=year).unwrap());
                assert_eq!(
                    day.dates(first..=first + 2).unwrap(),
                    each.collect::<Vec<_>>(),
                    "{phrases:?} {first}"
                );
            }
        }
    }

    fn years(day: &Day, date: &str) -> Option<i32> {
        day.anniversary(date.parse().unwrap()).map(|found| found.years)
    }

    #[test]
    fn anniversaries_begin_the_year_after_the_event_and_only_on_dates_of_the_day() {
        let mut day = Day::new("x", "X", "January 20");
        assert_eq!(years(&day, "2027-01-20"), None, "a day without an event has no number");
        day.event = Some(EventDate::Year(1990));
        let expected = [
            ("1989-01-20", None),
            ("1990-01-20", None),
            ("1991-01-20", Some(1)),
            ("2027-01-20", Some(37)),
            ("2027-01-21", None),
        ];
        for (date, number) in expected {
            assert_eq!(years(&day, date), number, "{date}");
        }
    }

    #[test]
    fn what_comes_once_has_no_number_and_what_was_announced_each_year_has() {
        let mut day = Day::new("x", "X", "40 days after 2026-12-01");
        day.event = Some(EventDate::Year(2025));
        assert_eq!(years(&day, "2027-01-10"), None);
        day.rules = rules(&["2026-05-16"]);
        assert_eq!(years(&day, "2026-05-16"), None);
        day.rules = rules(&["2026-05-16", "2027-05-15"]);
        assert_eq!((years(&day, "2026-05-16"), years(&day, "2027-05-15")), (Some(1), Some(2)));
        day.rules = rules(&["2026-05-16", "2027-05-15", "100 days after 2026-12-01"]);
        assert_eq!(years(&day, "2027-03-11"), None);
    }

    #[test]
    fn each_rule_counts_by_the_year_of_its_own_anchor() {
        let mut day = Day::new("x", "X", "January 20");
        day.rules = rules(&["January 20", "10 days after December 28"]);
        day.event = Some(EventDate::Year(1990));
        assert_eq!((years(&day, "2027-01-20"), years(&day, "2027-01-07")), (Some(37), Some(36)));
    }

    #[test]
    fn a_day_without_since_has_no_date_before_its_event() {
        let mut day = Day::new("x", "X", "January 20");
        day.event = Some(EventDate::Year(1990));
        assert_eq!(day.dates(1980..=1991).unwrap().len(), 2);
        day.event = Some(EventDate::Date("1990-01-21".parse().unwrap()));
        assert_eq!(day.dates(1980..=1991).unwrap(), ["1991-01-20".parse().unwrap()]);
        day.event = Some(EventDate::Date("1990-01-20".parse().unwrap()));
        assert_eq!(day.dates(1980..=1991).unwrap().len(), 2);
        day.since = KeptYear::new(1985);
        assert_eq!(day.dates(1980..=1991).unwrap().len(), 7);
        assert_eq!(day.first_year(), Some(1985));
    }

    #[test]
    fn a_day_is_hijri_if_one_of_its_rules_is() {
        let mut day = Day::new("x", "X", "January 20");
        assert!(!day.is_hijri());
        day.rules = rules(&["January 20", "10 Muharram (tabular)"]);
        assert!(day.is_hijri());
    }

    #[test]
    fn a_text_gives_the_first_language_that_it_has_then_english_then_any() {
        let text = |pairs: &[(&str, &str)]| {
            Text::from_pairs(pairs.iter().map(|(l, t)| ((*l).to_owned(), (*t).to_owned())))
        };
        let languages = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        let name = text(&[("az", "Ana"), ("en", "Mother")]);
        assert_eq!(name.get(&languages(&["tr", "az", "en"])), "Ana");
        assert_eq!(name.get(&languages(&["tr"])), "Mother");
        assert_eq!(text(&[("az", "Ana"), ("ru", "Мать")]).get(&languages(&["tr"])), "Ana");
        assert_eq!(Text::default().get(&[]), "");
        assert_eq!(name.pairs().collect::<Vec<_>>(), [(Some("az"), "Ana"), (Some("en"), "Mother")]);
        let mother = Text::from_pairs([("az".to_owned(), "Ana".to_owned())]);
        assert!(mother.speaks("az") && !mother.speaks("ru") && Text::plain("Ana").speaks("ru"));
    }
}
