//! When a day and its moment are, in words.

use super::Announcement;
use crate::day::{Day, Moment};
use crate::schedule::Now;
use crate::text::one_line;
use crate::words::{Value, Words};
use crate::zone::Zone;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// When the day is, seen from now.
pub(super) fn when(subject: Announcement<'_>, words: &Words, now: Now<'_>) -> String {
    let Announcement { date, was_off, .. } = subject;
    let days = (date - now.today()).num_days();
    let dated = words.date(date);
    let say = |id: &str, count: i64| {
        words.say(id, &[("count", Value::Count(count)), ("date", Value::Text(&dated))])
    };
    let when = match days {
        0 => say("today", 0),
        1 => say("tomorrow", 1),
        -1 => say("yesterday", 1),
        days if days < 0 => say("days-ago", -days),
        days if days % 7 == 0 => say("in-weeks", days / 7),
        days => say("in-days", days),
    };
    if was_off && days < 0 { words.say("was-off", &[("when", Value::Text(&when))]) } else { when }
}

/// The moment of the day in words, if it still lies ahead, and its instant.
pub(super) fn moment(
    day: &Day,
    date: NaiveDate,
    words: &Words,
    languages: &[String],
    now: Now<'_>,
) -> Option<(DateTime<Utc>, String)> {
    let moment = day.moment.as_ref()?;
    let (at, said) = said(moment, date, words, languages, now.zone);
    // A moment lasts its first minute.
    (now.instant < at + TimeDelta::minutes(1)).then_some((at, said))
}

/// The moment of the day on `date` in words, for a reader in `zone`; `None` where the day has none.
///
/// ```
/// use remembrance::{day::{Day, Moment, Text}, notification::moment_of_day, words::Words, zone::Zone};
/// let mut day = Day::new("x", "X", "January 20");
/// let say = |day: &Day, zone: &Zone| {
///     moment_of_day(day, "2027-01-20".parse().unwrap(), &Words::choose(&[]), &[], zone)
/// };
/// assert_eq!(say(&day, &Zone::utc()), None);
/// let (at, ahead) = ("12:00:00".parse().unwrap(), chrono::TimeDelta::minutes(5));
/// let zone = Zone::from_posix("Asia/Baku", "<+04>-4").ok();
/// day.moment = Some(Moment { at, zone, what: Text::plain("A minute of silence"), ahead });
/// let said = say(&day, &Zone::utc()).unwrap();
/// assert_eq!(said, "A minute of silence at 12:00 in Baku (08:00 here)");
/// ```
pub fn moment_of_day(
    day: &Day,
    date: NaiveDate,
    words: &Words,
    languages: &[String],
    zone: &Zone,
) -> Option<String> {
    day.moment.as_ref().map(|moment| said(moment, date, words, languages, zone).1)
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
    let at = zone.instant(date.and_time(moment.at));
    let here = reader.civil(at);
    let (there, place) = (moment.at.format("%H:%M").to_string(), zone.place());
    let shown = if here.date() == date {
        here.format("%H:%M").to_string()
    } else {
        here.format("%m-%d %H:%M").to_string()
    };
    let id = if here == date.and_time(moment.at) { "moment-here" } else { "moment-there" };
    let what = one_line(moment.what.get(languages));
    let values = [
        ("what", Value::Text(&what)),
        ("at", Value::Text(&shown)),
        ("there", Value::Text(&there)),
        ("place", Value::Text(&place)),
    ];
    (at, words.say(id, &values))
}

/// How soon a moment is, with the moment.
pub(super) fn soon(at: DateTime<Utc>, moment: &str, words: &Words, now: Now<'_>) -> String {
    let seconds = (at - now.instant).num_seconds().max(0);
    let minutes = (seconds + 59) / 60;
    words.say("moment-soon", &[("count", Value::Count(minutes)), ("moment", Value::Text(moment))])
}
