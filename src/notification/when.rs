//! When a day and its moment are, in words.

use super::Announcement;
use crate::day::Ceremony;
use crate::day::{Day, Moment};
use crate::schedule::Now;
use crate::text::one_line;
use crate::words::{MessageValue, Words};
use crate::zone::Zone;
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

/// When the day is, seen from now.
pub(super) fn when(subject: Announcement<'_>, words: &Words, now: Now<'_>) -> String {
    let Announcement { date, was_off, .. } = subject;
    let days = (date - now.today()).num_days();
    let dated = words.date_on(date);
    let say = |id: &str, count: i64| {
        words.say(id, &[("count", MessageValue::Count(count)), ("date", MessageValue::Text(&dated))])
    };
    let when = match days {
        0 => say("today", 0),
        1 => say("tomorrow", 1),
        -1 => say("yesterday", 1),
        days if days < 0 => say("days-ago", -days),
        days if days % 7 == 0 => say("in-weeks", days / 7),
        days => say("in-days", days),
    };
    if was_off && days < 0 { words.say("was-off", &[("when", MessageValue::Text(&when))]) } else { when }
}

/// The moment of the day in words, if it is still to come, and its instant.
pub(super) fn moment(
    day: &Day,
    date: NaiveDate,
    words: &Words,
    languages: &[String],
    now: Now<'_>,
) -> Option<(DateTime<Utc>, String)> {
    let moment = day.extras.moment.as_ref()?;
    let (at, said) = said(moment, date, words, languages, now.zone);
    // A moment lasts its first minute.
    (now.instant < at + TimeDelta::minutes(1)).then_some((at, said))
}

/// The moment of the day on `date` in words, for a reader in `zone`; `None` where the day has none.
///
/// ```
/// use remembrance::day::{Ceremony, CeremonyKind};
/// use remembrance::{day::{Day, Moment}, notification::moment_of_day, words::Words, zone::Zone};
/// let mut day = Day::new("x", "X", "January 20");
/// let say = |day: &Day, zone: &Zone| {
///     moment_of_day(day, "2027-01-20".parse().unwrap(), &Words::choose(&[]), &[], zone)
/// };
/// assert_eq!(say(&day, &Zone::utc()), None);
/// let (at, ahead) = ("12:00".parse().unwrap(), chrono::TimeDelta::minutes(5));
/// let zone = Zone::from_posix("Asia/Baku", "<+04>-4").ok();
/// let what = Ceremony::Known(CeremonyKind::MinuteOfSilence);
/// day.extras.moment = Some(Box::new(Moment { at, zone, what, ahead }));
/// let said = say(&day, &Zone::utc()).unwrap();
/// assert_eq!(said, "A minute of silence at 12:00 Baku time (08:00 here)");
/// ```
pub fn moment_of_day(
    day: &Day,
    date: NaiveDate,
    words: &Words,
    languages: &[String],
    zone: &Zone,
) -> Option<String> {
    day.extras.moment.as_ref().map(|moment| said(moment, date, words, languages, zone).1)
}

/// The instant of a moment, and the moment in words.
fn said(
    moment: &Moment,
    date: NaiveDate,
    words: &Words,
    languages: &[String],
    reader: &Zone,
) -> (DateTime<Utc>, String) {
    let zone = moment.zone.as_ref().unwrap_or(reader);
    let at = moment.at.on(date, zone);
    let there = zone.civil(at);
    let here = reader.civil(at);
    let time = |time: NaiveTime| time.format("%H:%M").to_string();
    let is_here = here == there;
    let clock = if is_here { None } else { words.clock_of(zone.name()) };
    let id = match (&clock, here.date() == date) {
        _ if is_here => "moment-here",
        (Some(_), true) => "moment-there",
        (Some(_), false) => "moment-there-date",
        (None, true) => "moment-elsewhere",
        (None, false) => "moment-elsewhere-date",
    };
    let place = if clock.is_some() || is_here { String::new() } else { words.city_of(zone.name()) };
    let what = ceremony_words(&moment.what, words, languages);
    let values = [
        ("what", MessageValue::Text(&what)),
        ("at", MessageValue::Text(&time(here.time()))),
        ("date", MessageValue::Text(&words.day_month_on(here.date()))),
        ("there", MessageValue::Text(&time(there.time()))),
        ("zone", MessageValue::Text(&clock.unwrap_or_default())),
        ("place", MessageValue::Text(&place)),
    ];
    (at, words.say(id, &values))
}

/// What is done at a moment: its text in the first of `languages` that it has, else the words of its kind.
///
/// ```
/// use remembrance::{day::{Ceremony, CeremonyKind, Text}, notification::ceremony_words, words::Words};
/// let text = Text::from_pairs([("en".to_owned(), "Sirens on Jeju".to_owned())]);
/// let what = Ceremony::Written { text, kind: Some(CeremonyKind::Sirens) };
/// let say = |language: &str| {
///     let languages = [language.to_owned()];
///     ceremony_words(&what, &Words::choose(&languages), &languages)
/// };
/// assert_eq!((say("en").as_str(), say("ru").as_str()), ("Sirens on Jeju", "Сирены"));
/// ```
pub fn ceremony_words(ceremony: &Ceremony, words: &Words, languages: &[String]) -> String {
    match ceremony {
        Ceremony::Known(kind) => words.say(kind.id(), &[]),
        Ceremony::Written { text, kind: Some(kind) } if !text.speaks(words.language()) => {
            words.say(kind.id(), &[])
        }
        Ceremony::Written { text, .. } => one_line(text.get(languages)),
    }
}

/// How soon a moment is, with the moment.
pub(super) fn soon(at: DateTime<Utc>, moment: &str, words: &Words, now: Now<'_>) -> String {
    let seconds = (at - now.instant).num_seconds().max(0);
    let minutes = (seconds + 59) / 60;
    words.say(
        "moment-soon",
        &[("count", MessageValue::Count(minutes)), ("moment", MessageValue::Text(moment))],
    )
}
