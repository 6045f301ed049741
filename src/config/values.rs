//! The small values of a config: durations, hours, links, names of files and languages.

use super::value_fault::ValueFault;
use crate::notification::Urgency;
use crate::offset::{TimeOfDay, parse_time};
use crate::schedule::Quiet;
use crate::short_text::ShortText;
use crate::sun::Coordinates;
use crate::text::{is_web_address, nearest};
use chrono::{NaiveTime, TimeDelta};

/// The longest duration that a config may name: a year.
const LONGEST_DAYS: i64 = 366;

/// Reads a duration: a whole number and a unit, as `3 days`, `1 hour`, `20 seconds`.
pub(super) fn duration(text: &str) -> Result<TimeDelta, ValueFault> {
    let wrong = || ValueFault::Duration(text.to_owned());
    let (count, unit) = text.trim().split_once(char::is_whitespace).ok_or_else(wrong)?;
    let count: u32 = count.parse().map_err(|_| wrong())?;
    let seconds = match unit.trim().to_ascii_lowercase().as_str() {
        "second" | "seconds" => 1,
        "minute" | "minutes" => 60,
        "hour" | "hours" => 3600,
        "day" | "days" => 86_400,
        "week" | "weeks" => 7 * 86_400,
        _ => return Err(wrong()),
    };
    let duration = TimeDelta::seconds(i64::from(count) * seconds);
    if duration > TimeDelta::days(LONGEST_DAYS) {
        return Err(ValueFault::LongDuration(text.to_owned(), LONGEST_DAYS));
    }
    Ok(duration)
}

/// Reads a duration of whole days: `3 days`, `1 week`, `0 days`.
pub(super) fn days(text: &str) -> Result<u16, ValueFault> {
    let duration = duration(text)?;
    let days = u16::try_from(duration.num_days()).expect("a duration has at most 366 days");
    if TimeDelta::days(days.into()) != duration {
        return Err(ValueFault::PartOfDay(text.to_owned()));
    }
    Ok(days)
}

/// Reads a duration of at most a day, as a moment may be announced ahead.
pub(super) fn short(text: &str) -> Result<TimeDelta, ValueFault> {
    let duration = duration(text)?;
    if duration > TimeDelta::days(1) {
        return Err(ValueFault::LongAhead(text.to_owned()));
    }
    Ok(duration)
}

/// Reads how long *Later* puts a notification off: a duration of a minute or more.
pub(crate) fn snooze(text: &str) -> Result<TimeDelta, ValueFault> {
    let duration = duration(text)?;
    if duration < TimeDelta::minutes(1) {
        return Err(ValueFault::ShortSnooze(text.to_owned()));
    }
    Ok(duration)
}

/// Reads how long a notification stays: `never` goes, or a duration.
pub(super) fn expire(text: &str) -> Result<Option<TimeDelta>, ValueFault> {
    if text == "never" {
        return Ok(None);
    }
    match duration(text) {
        Ok(duration) if (1..=86_400).contains(&duration.num_seconds()) => Ok(Some(duration)),
        Ok(_) => Err(ValueFault::ExpiryBounds(text.to_owned())),
        Err(_) => Err(ValueFault::Expiry(text.to_owned())),
    }
}

/// Reads how a notification presses: `low`, `normal` or `critical`.
pub(super) fn urgency(text: &str) -> Result<Urgency, ValueFault> {
    choice(text, &[("low", Urgency::Low), ("normal", Urgency::Normal), ("critical", Urgency::Critical)])
}

/// Reads what a notification quotes: the `lead`, or with `rotate` another paragraph each year.
pub(super) fn rotate(text: &str) -> Result<bool, ValueFault> {
    choice(text, &[("lead", false), ("rotate", true)])
}

fn choice<T: Copy>(text: &str, known: &[(&'static str, T)]) -> Result<T, ValueFault> {
    let found = known.iter().find(|(name, _)| *name == text).map(|(_, value)| *value);
    found.ok_or_else(|| {
        let known: Vec<&'static str> = known.iter().map(|(name, _)| *name).collect();
        ValueFault::NotOneOf { text: text.to_owned(), near: nearest(text, known.iter().copied()), known }
    })
}

/// Reads the name of a sound; empty is silence.
pub(super) fn sound(text: &str) -> Result<Option<String>, ValueFault> {
    let is_name = text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
    if !is_name {
        return Err(ValueFault::Sound(text.to_owned()));
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

/// Reads a time of the clock: `9:00`.
fn time(text: &str) -> Result<NaiveTime, ValueFault> {
    parse_time(text).map_err(ValueFault::Time)
}

/// Reads the place whose sunrise and sunset count: latitude and longitude; empty is the chief city of the zone.
pub(super) fn location(text: &str) -> Result<Option<Coordinates>, ValueFault> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(ValueFault::Location)
}

/// Reads quiet hours: `22:00-08:00`; empty means no quiet hours.
pub(super) fn quiet(text: &str) -> Result<Option<Quiet>, ValueFault> {
    if text.is_empty() {
        return Ok(None);
    }
    let Some((from, to)) = text.split_once(['-', '–']) else {
        return Err(ValueFault::Hours(text.to_owned()));
    };
    let quiet = Quiet { from: time(from)?, to: time(to)? };
    if quiet.from == quiet.to {
        return Err(ValueFault::NoHours(text.to_owned()));
    }
    Ok(Some(quiet))
}

/// Reads a link that a browser may open: http or https. Another scheme could start a program.
pub(super) fn link(text: &str) -> Result<String, ValueFault> {
    if is_web_address(text) { Ok(text.to_owned()) } else { Err(ValueFault::Link(text.to_owned())) }
}

/// Reads the file name of an article: within the folder `articles`, Markdown or plain text.
pub(super) fn article(text: &str) -> Result<String, ValueFault> {
    let leaves =
        text.starts_with('/') || text.split('/').any(|part| part.is_empty() || part == "." || part == "..");
    if leaves || text.contains(char::is_control) {
        return Err(ValueFault::OutsideArticles(text.to_owned()));
    }
    if !is_article(text) {
        return Err(ValueFault::NotAnArticle(text.to_owned()));
    }
    Ok(text.to_owned())
}

fn is_article(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    extension.is_some_and(|e| e.eq_ignore_ascii_case("md") || e.eq_ignore_ascii_case("txt"))
}

/// Reads the tag of a language: `az`, `en`, `zh-Hant`.
pub(super) fn language(text: &str) -> Result<String, ValueFault> {
    let mut parts = text.split('-');
    let is_language =
        parts.next().is_some_and(|p| (2..=3).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_lowercase()));
    if !is_language
        || parts.any(|p| p.is_empty() || p.len() > 8 || !p.bytes().all(|b| b.is_ascii_alphanumeric()))
    {
        return Err(ValueFault::Language(text.to_owned()));
    }
    Ok(text.to_owned())
}

/// Reads the id of a day or a pack: lower-case letters, digits and single hyphens.
pub(super) fn id(text: &str) -> Result<ShortText, ValueFault> {
    // The first letter follows nothing, as one does after a hyphen.
    let mut before = b'-';
    let is_id = text.bytes().all(|byte| {
        let before = std::mem::replace(&mut before, byte);
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' && before != b'-'
    });
    if text.len() > 64 || !is_id || before == b'-' {
        return Err(ValueFault::Id(text.to_owned()));
    }
    Ok(text.into())
}

/// Reads the path of a calendar: from the root, or from the home folder.
pub(super) fn calendar_path(text: &str) -> Result<String, ValueFault> {
    let is_whole = text.starts_with('/') || text.starts_with("~/");
    if !is_whole || text.contains(char::is_control) {
        return Err(ValueFault::CalendarPath(text.to_owned()));
    }
    Ok(text.to_owned())
}

/// A time of the day, by the clock or by the sun.
pub(super) fn time_of_day(text: &str) -> Result<TimeOfDay, ValueFault> {
    text.parse().map_err(ValueFault::Time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_stays_in_its_folder() {
        for wrong in
            ["/etc/passwd.md", "../x.md", "a/../../x.md", "a//b.md", "x.html", "x", "", "a\n.md", "./x.md"]
        {
            assert!(article(wrong).is_err(), "{wrong:?}");
        }
        for right in ["grandmother.md", "family/grandmother.az.txt", "x.MD"] {
            assert!(article(right).is_ok(), "{right}");
        }
    }

    #[test]
    fn durations_have_a_number_and_a_unit() {
        assert_eq!(duration("1 hour"), Ok(TimeDelta::hours(1)));
        assert_eq!(days("2 weeks"), Ok(14));
        for wrong in
            ["", "1", "hour", "1hour", "-1 hours", "1 month", "9999999999 days", "367 days", "1.5 days"]
        {
            assert!(duration(wrong).is_err(), "{wrong}");
        }
        assert!(days("36 hours").is_err());
        assert!(short("25 hours").is_err());
    }

    #[test]
    fn links_that_could_run_something_are_refused() {
        for wrong in [
            "javascript:alert(1)",
            "data:text/html,x",
            "/etc/passwd",
            "file:///a.desktop",
            "https://a b",
            "ftp://x",
            "http:/x",
            "https:x",
            " https://x",
            "\u{1}https://x",
            "java\tscript:x",
            "https\u{200b}://x",
            "ｈttps://x",
            "https://x/\u{202e}gpj.exe",
            "https://x\u{2028}y",
            "https://x\u{85}y",
        ] {
            assert!(link(wrong).is_err(), "{wrong}");
        }
        for right in ["https://example.org/a?b#c", "HTTPS://example.org", "http://пример.рф/ə"] {
            assert!(link(right).is_ok(), "{right}");
        }
    }
}
