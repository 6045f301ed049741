//! Warnings that hang on who reads the files, where and when: reminders by a sun that is not there, words that mean
//! another thing in a language of the person, dates that never come again.

use super::document::{Value, parse};
use super::fault::Fault;
use super::mistake::{Mistake, Source};
use super::origin::DayValues;
use super::place::Place;
use super::{MOST_TOLD, Settings};
use crate::day::Day;
use crate::offset::{NoSun, TimeOfDay};
use crate::rule::{Rule, has_other_readings, other_reading};
use crate::zone::Zone;
use chrono::{Datelike, Days, NaiveDate};

/// Who reads the files, where and when.
#[derive(Debug, Clone, Copy)]
pub struct Readership<'a> {
    /// The machine's zone, with the place of its sun.
    pub zone: &'a Zone,
    /// The languages of the person, the most wanted first.
    pub languages: &'a [String],
    /// The date there.
    pub today: NaiveDate,
}

/// A question about a day: the key of what is doubted, and why.
type Doubt = fn(&Day, &Readership<'_>) -> Option<(&'static str, Fault)>;

/// Those that are asked for everybody.
const DOUBTS: [Doubt; 3] = [without_sun, past, event_of_calendar];

/// What is valid in the days of the files and may not be meant by this person, here, today.
///
/// ```
/// use remembrance::zone::ZoneError;
/// use remembrance::config::{DayValues, Readership, Source, doubts, load};
/// use remembrance::zone::Zone;
/// let text = "follow = []\n[day.ana]\nname = \"Ana\"\ndate = \"23 Nisan\"\n";
/// let sources = [Source { file: "config.toml".to_owned(), text: text.to_owned() }];
/// let zones = |name: &str| Err(ZoneError::NoFiles(name.to_owned()));
/// let loaded = load(&sources, &zones);
/// let (zone, languages, today) = (Zone::utc(), ["tr".to_owned()], "2026-11-23".parse().unwrap());
/// let reader = Readership { zone: &zone, languages: &languages, today };
/// let found = doubts(&loaded.settings, &DayValues::new(&sources, &zones), &reader);
/// assert_eq!(found[0].message(), "`23 Nisan` is taken for the day of the Hebrew calendar; it can be `April 23` too");
/// ```
pub fn doubts(settings: &Settings, values: &DayValues<'_>, reader: &Readership<'_>) -> Vec<Mistake> {
    let (mut mistakes, sources): (Vec<Mistake>, _) = (Vec::new(), values.sources());
    let readings = has_other_readings(reader.languages).then_some(read_otherwise as Doubt);
    let asked: Vec<Doubt> = DOUBTS.into_iter().chain(readings).collect();
    for day in &settings.plan.days {
        for doubt in &asked {
            let Some((key, fault)) = doubt(day, reader) else { continue };
            let Some(place) = values.of(&day.id, key) else { continue };
            if matches!(fault, Fault::OtherReading { .. }) && is_certain(place, sources, reader.languages) {
                continue;
            }
            let mistake = place.mistake(sources, fault).as_warning();
            if !mistakes.contains(&mistake) {
                mistakes.push(mistake);
            }
            if mistakes.len() >= MOST_TOLD {
                return mistakes;
            }
        }
    }
    mistakes
}

/// The first reminder or moment of the coming year that is by a sun that is not there.
fn without_sun(day: &Day, reader: &Readership<'_>) -> Option<(&'static str, Fault)> {
    let reminders = day.remind.iter().map(|offset| ("remind", offset.at, offset.days, reader.zone));
    let moment = day.extras.moment.iter().map(|moment| {
        let zone = moment.zone.as_ref().unwrap_or(reader.zone);
        ("moment", moment.at, 0, zone)
    });
    let by_sun: Vec<_> = reminders.chain(moment).filter(|(_, at, ..)| at.clock().is_none()).collect();
    if by_sun.is_empty() {
        return None;
    }
    let (first, year) = (reader.today, reader.today.year());
    let dates = day.dates(year..=year + 1).unwrap_or_default();
    let coming = dates.into_iter().filter(|date| (0..=366).contains(&(*date - first).num_days()));
    coming.flat_map(|date| by_sun.iter().map(move |one| (date, *one))).find_map(
        |(date, (key, at, days, zone))| {
            let date = date.checked_sub_days(Days::new(days.into()))?;
            let fault = match at.no_sun(date, zone)? {
                NoSun::NoPlace => {
                    Fault::NoPlace { zone: zone.name().to_owned(), at, instead: instead(at, date) }
                }
                NoSun::Polar(sun) => {
                    Fault::PolarSun { day: day.id.to_string(), date, sun, at, instead: instead(at, date) }
                }
            };
            Some((key, fault))
        },
    )
}

/// The time of the clock that is taken where there is no sun to go by.
fn instead(at: TimeOfDay, date: NaiveDate) -> chrono::NaiveTime {
    at.on(date, &Zone::utc()).time()
}

/// Whether all dates of a day are past.
fn past(day: &Day, reader: &Readership<'_>) -> Option<(&'static str, Fault)> {
    if !day.rules.iter().all(Rule::is_once) {
        return None;
    }
    let last = day.dates(1..=9999).ok()?.pop().filter(|last| *last < reader.today)?;
    let yearly = match &*day.rules {
        [rule] => rule.every_year_since(),
        _ => None,
    };
    Some(("date", Fault::NeverAgain { day: day.id.to_string(), last, yearly }))
}

/// An event in a year of the day's own calendar.
fn event_of_calendar(day: &Day, reader: &Readership<'_>) -> Option<(&'static str, Fault)> {
    let (Some(event), [rule]) = (day.event, &*day.rules) else { return None };
    let gregorian = rule.event_meant(event, reader.today)?;
    Some(("event", Fault::EventOfCalendar { event: event.year(), rule: Box::new(rule.clone()), gregorian }))
}

/// The first rule of a day that means something else in one of the languages.
fn read_otherwise(day: &Day, reader: &Readership<'_>) -> Option<(&'static str, Fault)> {
    day.rules.iter().filter(|rule| !rule.comes_every_year()).find_map(|rule| {
        let other = other_reading(&rule.to_string(), reader.languages)?;
        Some(("date", Fault::OtherReading { written: Box::new(rule.clone()), other: Box::new(other) }))
    })
}

/// Whether what stands at a place names its calendar, so that it has one reading.
fn is_certain(place: Place, sources: &[Source], languages: &[String]) -> bool {
    let text = format!("date = {}", place.text(sources));
    let document = parse(&text, 0).document;
    let values = document.root().entries().flat_map(|(_, value)| match value.as_list() {
        Some((_, items)) => items.collect(),
        None => vec![value],
    });
    !values.filter_map(Value::as_str).any(|phrase| other_reading(&phrase, languages).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::load;

    /// What is doubted of a config with one day that has these lines.
    fn doubted(lines: &str, zone: &Zone, language: &str) -> Vec<String> {
        let text = format!("follow = []\n[day.x]\nname = \"X\"\n{lines}\n");
        let sources = [Source { file: "c.toml".to_owned(), text }];
        let zones = |_: &str| Ok(Zone::utc());
        let loaded = load(&sources, &zones);
        assert_eq!(loaded.mistakes, [], "{lines}");
        let languages = [language.to_owned()];
        let reader = Readership { zone, languages: &languages, today: "2026-11-23".parse().unwrap() };
        let found = doubts(&loaded.settings, &DayValues::new(&sources, &zones), &reader);
        found.iter().map(Mistake::in_one_line).collect()
    }

    #[test]
    fn words_of_two_meanings_are_doubted_for_those_who_know_both() {
        let doubted = |date: &str, language| doubted(&format!("date = {date}"), &Zone::utc(), language);
        assert_eq!(
            doubted("\"23 Nisan\"", "tr_TR"),
            [
                "c.toml:4:8: `23 Nisan` is taken for the day of the Hebrew calendar; it can be `April 23` too; \
              write `April 23` or `23 Nisan (Hebrew)`"
            ]
        );
        assert_eq!(
            doubted("[\"May 1\", \"10 Azar\"]", "ar"),
            [
                "c.toml:4:8: `10 Azar` is taken for the day of the Persian calendar; it can be `March 10` too; \
              write `March 10` or `10 Azar (Persian)`"
            ]
        );
        assert_eq!(
            doubted("\"1 day after 23 Nisan; if Friday then Thursday before\"", "tr").len(),
            1,
            "steps and moves"
        );
        for (date, language) in [
            ("\"23 Nisan (Hebrew)\"", "tr"),
            ("\"10 Azar (Persian)\"", "ar"),
            ("\"April 23\"", "tr"),
            ("\"23 Nisan\"", "en"),
            ("\"10 Azar\"", "fa"),
        ] {
            assert_eq!(doubted(date, language), [""; 0], "{date} {language}");
        }
    }

    #[test]
    fn a_day_whose_dates_are_all_past_is_doubted() {
        let doubted = |date: &str| doubted(&format!("date = {date}"), &Zone::utc(), "en");
        assert_eq!(
            doubted("\"2015-10-15\""),
            ["c.toml:4:8: the day `x` was on 2015-10-15 and never comes again; \
              for every year write `date = \"October 15\"` and `event = 2015-10-15`"]
        );
        assert_eq!(
            doubted("[\"2015-10-15\", \"2016-10-15\"]"),
            ["c.toml:4:8: the day `x` was on 2016-10-15 and never comes again"]
        );
        for date in ["\"2026-11-23\"", "[\"2015-10-15\", \"2030-10-15\"]", "[\"2015-10-15\", \"May 1\"]"] {
            assert_eq!(doubted(date), [""; 0], "{date}");
        }
    }

    #[test]
    fn an_event_in_a_year_of_the_days_own_calendar_is_doubted() {
        let doubted = |date: &str, event: i32| {
            doubted(&format!("date = \"{date}\"\nevent = {event}"), &Zone::utc(), "en")
        };
        assert_eq!(
            doubted("22 Bahman", 1357),
            [
                "c.toml:5:9: `event = 1357` is a Gregorian year; it looks like one of the Persian calendar; write `event = 1979`"
            ]
        );
        assert_eq!(
            doubted("10 days after 27 Nisan", 5705),
            [
                "c.toml:5:9: `event = 5705` is a Gregorian year; it looks like one of the Hebrew calendar; write `event = 1945`"
            ]
        );
        for (date, event) in [
            ("22 Bahman", 1979),
            ("10 Muharram", 680),
            ("January 20", 1357),
            ("Chinese 7/15", 1500),
            ("1 Meskerem", 1966),
        ] {
            assert_eq!(doubted(date, event), [""; 0], "{date} {event}");
        }
    }

    #[test]
    fn a_sun_that_is_not_there_is_named_with_what_is_taken_instead() {
        let utc = Zone::utc();
        let north = Zone::utc().at_place("69.65, 18.96".parse().unwrap());
        let remind =
            |date: &str| format!("date = \"{date}\"\nremind = [\"09:00\", \"1 hour before sunset\"]");
        assert_eq!(
            doubted(&remind("December 25"), &utc, "en"),
            [
                "c.toml:5:10: no place is known for the time zone `UTC`, so that `1 hour before sunset` is taken at 17:00; \
              `location = \"40.41, 49.87\"` at the top of the file names one"
            ]
        );
        assert_eq!(
            doubted(&remind("December 25"), &north, "en"),
            [
                "c.toml:5:10: the sun does not rise on 2026-12-25, so that `1 hour before sunset` of `x` is taken at 17:00"
            ]
        );
        assert_eq!(
            doubted(&remind("June 21"), &north, "en"),
            [
                "c.toml:5:10: the sun does not set on 2027-06-21, so that `1 hour before sunset` of `x` is taken at 17:00"
            ]
        );
        assert_eq!(doubted(&remind("March 21"), &north, "en"), [""; 0]);
        let moment = "date = \"December 25\"\nmoment = { at = \"sunrise\", what = \"W\" }";
        assert_eq!(
            doubted(moment, &north, "en"),
            ["c.toml:5:10: the sun does not rise on 2026-12-25, so that `sunrise` of `x` is taken at 06:00"]
        );
    }
}
