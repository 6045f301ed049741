//! The small values of a config: durations, hours, links, names of files and languages.

use super::reader::list;
use crate::notification::Urgency;
use crate::offset::{TimeError, TimeOfDay, parse_time};
use crate::schedule::Quiet;
use crate::text::nearest;
use chrono::TimeDelta;

/// The longest duration that a config may name: a year.
const LONGEST_DAYS: i64 = 366;

/// Reads a duration: a whole number and a unit, as `3 days`, `1 hour`, `20 seconds`.
pub(super) fn duration(text: &str) -> Result<TimeDelta, String> {
    let wrong = || format!("`{text}` is not a duration; write it like `1 hour` or `3 days`");
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
        return Err(format!("`{text}` is too long; {LONGEST_DAYS} days is the most"));
    }
    Ok(duration)
}

/// Reads a duration of whole days: `3 days`, `1 week`, `0 days`.
pub(super) fn days(text: &str) -> Result<u16, String> {
    let duration = duration(text)?;
    let days = u16::try_from(duration.num_days()).unwrap_or(u16::MAX);
    if TimeDelta::days(days.into()) != duration {
        return Err(format!("`{text}` is not a number of whole days"));
    }
    Ok(days)
}

/// Reads a duration of at most a day, as a moment may be announced ahead.
pub(super) fn short(text: &str) -> Result<TimeDelta, String> {
    let duration = duration(text)?;
    if duration > TimeDelta::days(1) {
        return Err(format!("`{text}` is too long; a moment is announced a day before at most"));
    }
    Ok(duration)
}

/// Reads how long *Later* puts a notification off: a duration of a minute or more.
pub(super) fn snooze(text: &str) -> Result<TimeDelta, String> {
    let duration = duration(text)?;
    if duration < TimeDelta::minutes(1) {
        return Err(format!("`{text}` is too short; `1 minute` is the least"));
    }
    Ok(duration)
}

/// Reads how long a notification stays: `never` goes, or a duration.
pub(super) fn expire(text: &str) -> Result<Option<TimeDelta>, String> {
    if text == "never" {
        return Ok(None);
    }
    match duration(text) {
        Ok(duration) if (1..=86_400).contains(&duration.num_seconds()) => Ok(Some(duration)),
        Ok(_) => Err(format!("`{text}` is not between `1 second` and `1 day`; `never` is known too")),
        Err(_) => Err(format!("`{text}` is not known; `never` is, or a duration like `20 seconds`")),
    }
}

/// Reads how a notification presses: `low`, `normal` or `critical`.
pub(super) fn urgency(text: &str) -> Result<Urgency, String> {
    choice(text, &[("low", Urgency::Low), ("normal", Urgency::Normal), ("critical", Urgency::Critical)])
}

/// Reads what a notification quotes: the `lead`, or with `rotate` another paragraph each year.
pub(super) fn rotate(text: &str) -> Result<bool, String> {
    choice(text, &[("lead", false), ("rotate", true)])
}

fn choice<T: Copy>(text: &str, known: &[(&str, T)]) -> Result<T, String> {
    let found = known.iter().find(|(name, _)| *name == text).map(|(_, value)| *value);
    found.ok_or_else(|| {
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        let near = nearest(text, names.iter().copied());
        let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        format!("`{text}` is not one of {}{near}", list(&names))
    })
}

/// Reads the name of a sound; empty is none.
pub(super) fn sound(text: &str) -> Result<Option<String>, String> {
    let is_name = text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b));
    if !is_name {
        return Err(format!("`{text}` is not the name of a sound in the desktop's theme, as `message`"));
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

/// Reads quiet hours: `22:00-08:00`.
pub(super) fn quiet(text: &str) -> Result<Quiet, String> {
    let Some((from, to)) = text.split_once(['-', '–']) else {
        return Err(format!("`{text}` is not a span of hours; write it like `22:00-08:00`"));
    };
    let time = |text: &str| parse_time(text).map_err(|error| error.to_string());
    let quiet = Quiet { from: time(from)?, to: time(to)? };
    if quiet.from == quiet.to {
        return Err(format!("`{text}` is no time at all; quiet hours begin and end at different times"));
    }
    Ok(quiet)
}

/// Reads a link that a browser may open: http, https or file.
pub(super) fn link(text: &str) -> Result<String, String> {
    let lower = text.to_ascii_lowercase();
    let is_known = ["http://", "https://", "file:///"].iter().any(|scheme| lower.starts_with(scheme));
    if !is_known || text.contains(|c: char| c.is_control() || c.is_whitespace()) {
        return Err(format!("`{text}` is not a link; `https://`, `http://` and `file:///` are known"));
    }
    Ok(text.to_owned())
}

/// Reads the file name of an article: within the folder `articles`, Markdown or plain text.
pub(super) fn article(text: &str) -> Result<String, String> {
    let leaves =
        text.starts_with('/') || text.split('/').any(|part| part.is_empty() || part == "." || part == "..");
    if leaves || text.contains(char::is_control) {
        return Err(format!("`{text}` is outside the folder `articles`"));
    }
    if !is_article(text) {
        return Err(format!("`{text}` is not an article; `.md` and `.txt` are"));
    }
    Ok(text.to_owned())
}

fn is_article(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    extension.is_some_and(|e| e.eq_ignore_ascii_case("md") || e.eq_ignore_ascii_case("txt"))
}

/// Reads the tag of a language: `az`, `en`, `zh-Hant`.
pub(super) fn language(text: &str) -> Result<String, String> {
    let mut parts = text.split('-');
    let is_language =
        parts.next().is_some_and(|p| (2..=3).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_lowercase()));
    if !is_language
        || parts.any(|p| p.is_empty() || p.len() > 8 || !p.bytes().all(|b| b.is_ascii_alphanumeric()))
    {
        return Err(format!("`{text}` is not a language; write it like `az` or `en`"));
    }
    Ok(text.to_owned())
}

/// Reads the id of a day or a pack: lower-case letters, digits and single hyphens.
pub(super) fn id(text: &str) -> Result<String, String> {
    let is_plain =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    if text.len() > 64 || !text.split('-').all(is_plain) {
        return Err(format!("`{text}` is not an id; small letters, digits and hyphens make one, at most 64"));
    }
    Ok(text.to_owned())
}

/// A time of the day, by the clock or by the sun.
pub(super) fn time_of_day(text: &str) -> Result<TimeOfDay, String> {
    text.parse().map_err(|error: TimeError| error.to_string())
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
        for wrong in
            ["javascript:alert(1)", "data:text/html,x", "/etc/passwd", "file:etc", "https://a b", "ftp://x"]
        {
            assert!(link(wrong).is_err(), "{wrong}");
        }
        assert!(link("https://example.org/a?b#c").is_ok());
    }
}
