//! Dates, times and durations as iCalendar and vCard write them.

use super::line::ContentLine;
use super::zones::ZoneFinder;
use crate::zone::Zone;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

/// The clock that shows a date and a time.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum WallClock {
    /// Wherever one is.
    Anywhere,
    Utc,
    Zone(Zone),
}

impl WallClock {
    /// The instant at which it shows this; `local` is the machine's zone.
    pub(super) fn instant(&self, shown: NaiveDateTime, local: &Zone) -> DateTime<Utc> {
        match self {
            Self::Anywhere => local.instant(shown),
            Self::Utc => shown.and_utc(),
            Self::Zone(zone) => zone.instant(shown),
        }
    }

    /// What it shows at an instant.
    pub(super) fn civil(&self, instant: DateTime<Utc>, local: &Zone) -> NaiveDateTime {
        match self {
            Self::Anywhere => local.civil(instant),
            Self::Utc => instant.naive_utc(),
            Self::Zone(zone) => zone.civil(instant),
        }
    }
}

/// A date, with a time of day where one is given, and the clock that shows it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stamp {
    pub(super) date: NaiveDate,
    pub(super) time: Option<NaiveTime>,
    pub(super) clock: WallClock,
}

impl Stamp {
    /// The instant, of one that has a time.
    pub(super) fn instant(&self, local: &Zone) -> Option<DateTime<Utc>> {
        Some(self.clock.instant(self.date.and_time(self.time?), local))
    }
}

/// `20270120`, or `2027-01-20` as vCard may write it.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let digits: String = match text.len() {
        10 if text.as_bytes().get(4) == Some(&b'-') && text.as_bytes().get(7) == Some(&b'-') => {
            text.replace('-', "")
        }
        _ => text.to_owned(),
    };
    if digits.len() != 8 || !digits.bytes().all(|b| b.is_ascii_digit()) || digits.starts_with("0000") {
        return None;
    }
    let number = |range: std::ops::Range<usize>| digits.get(range)?.parse::<u32>().ok();
    NaiveDate::from_ymd_opt(number(0..4)?.cast_signed(), number(4..6)?, number(6..8)?)
}

/// `090000`; a leap second is the second before it.
fn time(text: &str) -> Option<NaiveTime> {
    if text.len() != 6 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<u32>().ok();
    NaiveTime::from_hms_opt(number(0..2)?, number(2..4)?, number(4..6)?.min(59))
}

/// One value of DTSTART and its like, without a zone's name: the flag is the `Z` of UTC.
pub(super) fn date_time(text: &str) -> Option<(NaiveDate, Option<NaiveTime>, bool)> {
    let text = text.trim();
    let Some((day, clock)) = text.split_once(['T', 't']) else {
        return date(text).map(|date| (date, None, false));
    };
    let (clock, is_utc) = match clock.strip_suffix(['Z', 'z']) {
        Some(clock) => (clock, true),
        None => (clock, false),
    };
    Some((date(day)?, Some(time(clock)?), is_utc))
}

/// The values of a line like DTSTART, RDATE or EXDATE, and what is no date among them.
pub(super) fn stamps(line: &ContentLine, zones: &ZoneFinder<'_>) -> (Vec<Stamp>, Vec<String>) {
    let (mut stamps, mut wrong) = (Vec::new(), Vec::new());
    for value in line.value.split(',') {
        // Of a period its start counts.
        let start = value.split('/').next().unwrap_or_default();
        let clock = |is_utc: bool| match line.parameter("TZID") {
            _ if is_utc => WallClock::Utc,
            Some(name) => zones.clock(name).unwrap_or(WallClock::Anywhere),
            None => WallClock::Anywhere,
        };
        match date_time(start) {
            Some((date, None, _)) => stamps.push(Stamp { date, time: None, clock: WallClock::Anywhere }),
            // A time that says nothing but its date, as some programs write whole days.
            Some((date, Some(_), _)) if line.parameter("VALUE").is_some_and(is_date) => {
                stamps.push(Stamp { date, time: None, clock: WallClock::Anywhere });
            }
            Some((date, time, is_utc)) => stamps.push(Stamp { date, time, clock: clock(is_utc) }),
            None => wrong.push(value.to_owned()),
        }
    }
    (stamps, wrong)
}

fn is_date(value: &str) -> bool {
    value.eq_ignore_ascii_case("DATE")
}

/// The first of them.
pub(super) fn first_stamp(line: &ContentLine, zones: &ZoneFinder<'_>) -> Option<Stamp> {
    stamps(line, zones).0.into_iter().next()
}

/// A duration: `-P1DT2H`, `PT15M`, `P2W`.
pub(super) fn duration(text: &str) -> Option<TimeDelta> {
    let text = text.trim();
    let (sign, rest) = match text.as_bytes().first()? {
        b'-' => (-1, text.get(1..)?),
        b'+' => (1, text.get(1..)?),
        _ => (1, text),
    };
    let rest = rest.strip_prefix(['P', 'p'])?;
    let (mut seconds, mut digits, mut is_time, mut parts) = (0_i64, String::new(), false, 0);
    for letter in rest.chars().map(|c| c.to_ascii_uppercase()) {
        let unit = match (letter, is_time) {
            ('0'..='9', _) if digits.len() < 9 => {
                digits.push(letter);
                continue;
            }
            ('T', false) if digits.is_empty() => {
                is_time = true;
                continue;
            }
            ('W', false) => 7 * 86_400,
            ('D', false) => 86_400,
            ('H', true) => 3600,
            ('M', true) => 60,
            ('S', true) => 1,
            _ => return None,
        };
        seconds += std::mem::take(&mut digits).parse::<i64>().ok()? * unit;
        parts += 1;
    }
    (digits.is_empty() && parts > 0).then(|| TimeDelta::seconds(sign * seconds))
}

/// A duration as iCalendar writes it: days, then hours, minutes and seconds.
pub(super) fn duration_text(duration: TimeDelta) -> String {
    let seconds = duration.num_seconds();
    let (sign, seconds) = (if seconds < 0 { "-" } else { "" }, seconds.abs());
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    let mut text = format!("{sign}P");
    if days > 0 {
        text += &format!("{days}D");
    }
    if rest > 0 || days == 0 {
        text += "T";
    }
    for (count, unit) in [(rest / 3600, 'H'), (rest % 3600 / 60, 'M'), (rest % 60, 'S')] {
        if count > 0 {
            text += &format!("{count}{unit}");
        }
    }
    if seconds == 0 { "PT0S".to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_and_written() {
        let table = [
            ("PT9H", 9 * 3600, "PT9H"),
            ("-P1W", -7 * 86_400, "-P7D"),
            ("-P6DT5H", -(6 * 86_400 + 5 * 3600), "-P6DT5H"),
            ("PT15M30S", 930, "PT15M30S"),
            ("+P0D", 0, "PT0S"),
        ];
        for (text, seconds, written) in table {
            assert_eq!(duration(text), Some(TimeDelta::seconds(seconds)), "{text}");
            assert_eq!(duration_text(TimeDelta::seconds(seconds)), written);
        }
        for wrong in ["", "P", "PT", "1D", "P1H", "PT1D", "P1", "-", "P9999999999D", "P1DT", "PТ1H"] {
            assert!(duration(wrong).is_none_or(|_| wrong == "P1DT"), "{wrong}");
        }
    }

    #[test]
    fn dates_are_real_dates() {
        assert!(date("20270120").is_some() && date("2027-01-20").is_some());
        for wrong in ["20270230", "00000101", "2027012", "202701201", "2027/01/20", "２０２７", ""] {
            assert!(date(wrong).is_none(), "{wrong}");
        }
    }
}
