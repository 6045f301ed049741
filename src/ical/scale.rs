//! Rules of other calendars, and what becomes of dates that a month or year lacks (RFC 7529: RSCALE, SKIP).

use super::error::DatesError;
use crate::rule::Rule;
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

/// What becomes of a date that a month or year lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Skip {
    Omit,
    Backward,
    Forward,
}

/// An RRULE without what RFC 7529 adds: what remains is a rule of RFC 5545.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Prepared {
    pub(super) parts: String,
    pub(super) skip: Skip,
    /// The calendar, where it is not the Gregorian one.
    pub(super) scale: Option<String>,
    /// Whether it has several times a day, of which one is kept.
    pub(super) has_times: bool,
}

/// The parts of a rule that say at which times of a day.
const TIMES: [&str; 3] = ["BYHOUR", "BYMINUTE", "BYSECOND"];

/// A count beyond this is no end: there are not that many days.
const MOST: u64 = 3_660_000;

/// The months of calendars as rules name them, by the numbers that CLDR gives them; a number with `L` is a leap month.
const MONTHS: [(&str, &[(&str, &str)]); 7] = [
    (
        "HEBREW",
        &[
            ("1", "Tishrei"),
            ("2", "Cheshvan"),
            ("3", "Kislev"),
            ("4", "Tevet"),
            ("5", "Shevat"),
            ("5L", "Adar I"),
            ("6", "Adar"),
            ("7", "Nisan"),
            ("8", "Iyar"),
            ("9", "Sivan"),
            ("10", "Tammuz"),
            ("11", "Av"),
            ("12", "Elul"),
        ],
    ),
    (
        "ISLAMIC",
        &[
            ("1", "Muharram"),
            ("2", "Safar"),
            ("3", "Rabi al-Awwal"),
            ("4", "Rabi al-Thani"),
            ("5", "Jumada al-Awwal"),
            ("6", "Jumada al-Thani"),
            ("7", "Rajab"),
            ("8", "Shaban"),
            ("9", "Ramadan"),
            ("10", "Shawwal"),
            ("11", "Dhu al-Qadah"),
            ("12", "Dhu al-Hijjah"),
        ],
    ),
    (
        "PERSIAN",
        &[
            ("1", "Farvardin"),
            ("2", "Ordibehesht"),
            ("3", "Khordad"),
            ("4", "Tir (Persian)"),
            ("5", "Mordad"),
            ("6", "Shahrivar"),
            ("7", "Mehr"),
            ("8", "Aban"),
            ("9", "Azar"),
            ("10", "Dey"),
            ("11", "Bahman"),
            ("12", "Esfand"),
        ],
    ),
    (
        "ETHIOPIC",
        &[
            ("1", "Meskerem"),
            ("2", "Tikimt"),
            ("3", "Hidar"),
            ("4", "Tahsas"),
            ("5", "Tir (Ethiopian)"),
            ("6", "Yekatit"),
            ("7", "Megabit"),
            ("8", "Miyazya"),
            ("9", "Ginbot"),
            ("10", "Sene"),
            ("11", "Hamle"),
            ("12", "Nehasse"),
            ("13", "Pagume"),
        ],
    ),
    (
        "COPTIC",
        &[
            ("1", "Thout"),
            ("2", "Paopi"),
            ("3", "Hathor"),
            ("4", "Koiak"),
            ("5", "Tobi"),
            ("6", "Meshir"),
            ("7", "Paremhat"),
            ("8", "Parmouti"),
            ("9", "Pashons"),
            ("10", "Paoni"),
            ("11", "Epip"),
            ("12", "Mesori"),
            ("13", "Nesi"),
        ],
    ),
    (
        "INDIAN",
        &[
            ("1", "Chaitra"),
            ("2", "Vaisakha"),
            ("3", "Jyaistha"),
            ("4", "Asadha"),
            ("5", "Sravana"),
            ("6", "Bhadra"),
            ("7", "Asvina"),
            ("8", "Kartika"),
            ("9", "Agrahayana"),
            ("10", "Pausa"),
            ("11", "Magha"),
            ("12", "Phalguna"),
        ],
    ),
    (
        "CHINESE",
        &[
            ("1", "Chinese 1"),
            ("2", "Chinese 2"),
            ("3", "Chinese 3"),
            ("4", "Chinese 4"),
            ("5", "Chinese 5"),
            ("6", "Chinese 6"),
            ("7", "Chinese 7"),
            ("8", "Chinese 8"),
            ("9", "Chinese 9"),
            ("10", "Chinese 10"),
            ("11", "Chinese 11"),
            ("12", "Chinese 12"),
        ],
    ),
];

/// Calendars that are known by other names than those of [`MONTHS`], and what goes behind their dates.
const NAMES: [(&str, &str, &str); 8] = [
    ("DANGI", "CHINESE", "Korean"),
    ("ETHIOAA", "ETHIOPIC", ""),
    ("ETHIOPIC-AMETE-ALEM", "ETHIOPIC", ""),
    ("ISLAMIC-CIVIL", "ISLAMIC", " (tabular)"),
    ("ISLAMICC", "ISLAMIC", " (tabular)"),
    ("ISLAMIC-UMALQURA", "ISLAMIC", ""),
    ("ISLAMIC-RGSA", "ISLAMIC", ""),
    ("JALALI", "PERSIAN", ""),
];

/// Calendars whose months and days are the Gregorian ones; only their years have other numbers.
const GREGORIAN: [&str; 6] = ["GREGORIAN", "GREGORY", "ISO8601", "BUDDHIST", "JAPANESE", "ROC"];

fn value_of<'p>(parts: &'p str, name: &str) -> Option<&'p str> {
    let mut pairs = parts.split(';').filter_map(|part| part.split_once('='));
    pairs.find(|(key, _)| key.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

/// The rule without the parts of these names.
fn without(parts: &str, names: &[&str]) -> String {
    let is_kept = |part: &&str| {
        let name = part.split('=').next().unwrap_or_default().trim();
        !names.iter().any(|other| other.eq_ignore_ascii_case(name))
    };
    parts.split(';').filter(is_kept).collect::<Vec<_>>().join(";")
}

/// The count of a rule.
pub(super) fn count(parts: &str) -> Option<u64> {
    value_of(parts, "COUNT")?.parse().ok()
}

/// The rule with another count.
pub(super) fn with_count(parts: &str, count: u64) -> String {
    format!("{};COUNT={count}", without(parts, &["COUNT"]))
}

/// Takes out of a rule what RFC 7529 adds to it, and a count beyond all days.
///
/// `time` is that of the start, where it has one.
pub(super) fn prepared(rule: &str, start: NaiveDate, time: Option<NaiveTime>) -> Prepared {
    let scale = value_of(rule, "RSCALE").map(str::to_ascii_uppercase);
    let scale = scale.filter(|scale| !GREGORIAN.contains(&scale.as_str()));
    let skip = match value_of(rule, "SKIP").map(str::to_ascii_uppercase).as_deref() {
        Some("BACKWARD") => Skip::Backward,
        Some("FORWARD") => Skip::Forward,
        _ => Skip::Omit,
    };
    let mut parts = without(rule, &["RSCALE", "SKIP"]);
    // Which times a day has counts only where single ones of them are picked.
    let is_picked = value_of(rule, "BYSETPOS").is_some();
    let has_times =
        !is_picked && TIMES.iter().any(|name| value_of(rule, name).is_some_and(|times| times.contains(',')));
    if has_times {
        if let Some((count, dates)) =
            count(&parts).and_then(|count| Some((count, dates_of_count(rule, count, time)?)))
            && dates != count
        {
            parts = with_count(&parts, dates);
        }
        parts = without(&parts, &TIMES);
    }
    let is_digits = |value: &str| !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit());
    if value_of(rule, "COUNT")
        .is_some_and(|count| is_digits(count) && !count.parse().is_ok_and(|n: u64| n <= MOST))
    {
        parts = without(&parts, &["COUNT"]);
    }
    let parts = match skip {
        Skip::Omit => parts,
        _ => clamped(&parts, start, skip).unwrap_or(parts),
    };
    Prepared { parts, skip, scale, has_times }
}

/// How many dates of an event with a time a count of times means: the first date has those of its times that are not before the start.
fn dates_of_count(rule: &str, count: u64, time: Option<NaiveTime>) -> Option<u64> {
    let start = time?;
    let values = |name: &str, own: u32| -> Option<Vec<u32>> {
        let Some(list) = value_of(rule, name) else { return Some(vec![own]) };
        let mut numbers: Vec<u32> =
            list.split(',').map(|one| one.trim().parse().ok().filter(|n| *n < 60)).collect::<Option<_>>()?;
        numbers.sort_unstable();
        numbers.dedup();
        Some(numbers)
    };
    let hours = values("BYHOUR", start.hour())?;
    let (minutes, seconds) = (values("BYMINUTE", start.minute())?, values("BYSECOND", start.second())?);
    let of_day = (hours.len() * minutes.len() * seconds.len()) as u64;
    let mut first = 0;
    for hour in &hours {
        for minute in &minutes {
            for second in &seconds {
                first +=
                    u64::from((*hour, *minute, *second) >= (start.hour(), start.minute(), start.second()));
            }
        }
    }
    // RFC 5545 counts a start off its rule as one more date.
    let is_one = hours.contains(&start.hour())
        && minutes.contains(&start.minute())
        && seconds.contains(&start.second());
    let first = first + u64::from(!is_one);
    Some(1 + count.saturating_sub(first).div_ceil(of_day.max(1)))
}

/// The rule of RFC 5545 of two that end differently, where a rule has both ends, which it must not: the one by its count,
/// and the one by its last date.
pub(super) fn by_each_end(parts: &str) -> Option<(String, String)> {
    let has = |name: &str| value_of(parts, name).is_some();
    (has("COUNT") && has("UNTIL")).then(|| (without(parts, &["UNTIL"]), without(parts, &["COUNT"])))
}

/// A rule of one day of the month that some months lack, as a rule that has a date in each of them.
fn clamped(parts: &str, start: NaiveDate, skip: Skip) -> Option<String> {
    let has_other =
        ["BYDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"].iter().any(|name| value_of(parts, name).is_some());
    let day: u32 = value_of(parts, "BYMONTHDAY").map_or(Some(start.day()), |days| days.parse().ok())?;
    if has_other || !(29..=31).contains(&day) {
        return None;
    }
    let is_yearly = value_of(parts, "FREQ")?.eq_ignore_ascii_case("YEARLY");
    let base = without(parts, &["BYMONTHDAY"]);
    let is_of_one_month =
        |month: &str| value_of(parts, "BYMONTH").map_or(is_yearly && start.month() == 2, |m| m == month);
    if is_yearly && !is_of_one_month("2") {
        return None;
    }
    let days: Vec<String> = (28..=day).map(|day| day.to_string()).collect();
    match skip {
        // What is yearly and no more has a plain phrase.
        _ if is_yearly && value_of(parts, "INTERVAL").is_none_or(|interval| interval == "1") => None,
        Skip::Backward if is_yearly => {
            let base = without(&base, &["BYMONTH"]);
            Some(format!("{base};BYMONTH=2;BYMONTHDAY={};BYSETPOS=-1", days.join(",")))
        }
        // March 1 of a common year and February 29 are both the 60th day.
        Skip::Forward if is_yearly => Some(format!("{};BYYEARDAY=60", without(&base, &["BYMONTH"]))),
        Skip::Backward => Some(format!("{base};BYMONTHDAY={};BYSETPOS=-1", days.join(","))),
        Skip::Forward
            if value_of(parts, "BYMONTH").is_none()
                && value_of(parts, "INTERVAL").is_none_or(|interval| interval == "1") =>
        {
            day_or_next_first(&base, day)
        }
        _ => None,
    }
}

/// One rule of this day of each month, or of the first of the next where a month is too short.
fn day_or_next_first(base: &str, day: u32) -> Option<String> {
    let mut days = Vec::new();
    for month in 1..=12_u32 {
        let of_month = |month, day| NaiveDate::from_ymd_opt(2001, month, day);
        let ordinal = of_month(month, day).or_else(|| of_month(month + 1, 1))?.ordinal().cast_signed();
        // Behind February the days of the year are the same in each year when they are counted from its end; the leap
        // day and March 1 of other years are the same from its beginning.
        let is_from_front = month == 1 || (month, day) == (2, 29);
        days.push((if is_from_front { ordinal } else { ordinal - 366 }).to_string());
    }
    Some(format!("FREQ=YEARLY;BYYEARDAY={};{}", days.join(","), without(base, &["FREQ", "INTERVAL"])))
}

/// A day of another calendar.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct OtherDay {
    pub(super) phrase: String,
    pub(super) until: Option<i32>,
}

/// The day of another calendar that a rule keeps each year.
///
/// # Errors
/// When the calendar is not known, or the rule is not that of one day each year.
pub(super) fn of_other_calendar(
    scale: &str,
    prepared: &Prepared,
    start: NaiveDate,
    until: &dyn Fn(&str) -> Option<NaiveDate>,
) -> Result<OtherDay, DatesError> {
    let parts = prepared.parts.as_str();
    let known = NAMES.iter().find(|(name, ..)| *name == scale);
    let (calendar, extra) = known.map_or((scale, ""), |(_, calendar, extra)| (*calendar, *extra));
    let Some((_, months)) = MONTHS.iter().find(|(name, _)| *name == calendar) else {
        return Err(DatesError::UnknownCalendar(scale.to_owned()));
    };
    let frequency = value_of(parts, "FREQ").map(str::to_ascii_uppercase);
    // One month of a monthly rule comes once a year.
    let is_of_one_month = value_of(parts, "BYMONTH").is_some_and(|months| !months.contains(','));
    let is_yearly = match frequency.as_deref() {
        Some("YEARLY") => true,
        Some("MONTHLY") => is_of_one_month,
        _ => false,
    };
    let is_each_year = value_of(parts, "INTERVAL").is_none_or(|interval| interval == "1");
    let names_others =
        ["BYDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"].iter().any(|name| value_of(parts, name).is_some());
    if !is_yearly || !is_each_year || names_others {
        return Err(DatesError::NotOneDay(scale.to_owned()));
    }
    let phrase = |name: &str, day: u32| match name.strip_prefix("Chinese ") {
        Some(month) if extra == "Korean" => format!("Korean {month}/{day}"),
        Some(month) => format!("Chinese {month}/{day}"),
        None => format!("{day} {name}{extra}"),
    };
    // The month and day of the start in that calendar are those of the phrase that has it among its dates.
    let of_start = || {
        months.iter().find_map(|(number, name)| {
            let first: Rule = phrase(name, 1).parse().ok()?;
            let dates = first.dates(start.year() - 1..=start.year()).ok()?;
            let begun = dates.into_iter().rfind(|date| *date <= start)?;
            let day = u32::try_from((start - begun).num_days()).ok()? + 1;
            let has = |day: u32| {
                let rule: Option<Rule> = phrase(name, day).parse().ok();
                rule.is_some_and(|rule| {
                    rule.dates(start.year()..=start.year()).is_ok_and(|dates| dates.contains(&start))
                })
            };
            (day <= 30 && has(day)).then_some((*number, day))
        })
    };
    let month = value_of(parts, "BYMONTH").map(str::to_ascii_uppercase);
    let day = match value_of(parts, "BYMONTHDAY") {
        Some(days) => Some(days.parse().map_err(|_| DatesError::NotADay(days.to_owned()))?),
        None => None,
    };
    let none = || DatesError::NoSuchDay(scale.to_owned());
    let (month, day) = match (month, day) {
        (Some(month), Some(day)) => (month, day),
        (month, day) => {
            let (of_month, of_day) = of_start().ok_or_else(none)?;
            (month.unwrap_or_else(|| of_month.to_owned()), day.unwrap_or(of_day))
        }
    };
    let (_, name) = months.iter().find(|(number, _)| *number == month).ok_or_else(none)?;
    let phrase = phrase(name, day);
    let rule: Rule = phrase.parse().map_err(|_| none())?;
    let end = match (value_of(parts, "COUNT"), value_of(parts, "UNTIL")) {
        (Some(count), _) => {
            let nth: usize = count.parse().map_err(|_| DatesError::NotACount(count.to_owned()))?;
            let dates = rule.dates(start.year()..=(start.year() + 120).min(9999)).unwrap_or_default();
            dates.into_iter().filter(|date| *date >= start).nth(nth.saturating_sub(1))
        }
        (None, Some(value)) => until(value),
        (None, None) => None,
    };
    Ok(OtherDay { phrase, until: end.map(|end| end.year()) })
}
