//! What a date is said with that a rule has elsewhere or in another form: an hour, a year of two digits, `Easter + 9`, the day
//! of a lunar month, an anniversary by another calendar; and what no rule can say.

use super::super::Anchor;
use super::super::calendar_date::NamedDay;
use super::super::calendar_names::{Named, calendar};
use super::super::calendars::Calendar;
use super::super::elsewhere::goes_by;
use super::super::lexer::Key;
use super::super::parse::parse_in;
use super::super::words::{WEEKDAY_CODES, Word, word as find};
use super::Everyday;
use super::order::one_date;
use super::pieces::pieces;
use super::words::is_one_of;
use chrono::{Datelike, NaiveDate};

/// The meaning of a sentence that is a rule but for one of these.
pub(super) fn aside(sentence: &str, words: &[&str]) -> Option<Everyday> {
    counted_by_sign(sentence)
        .or_else(|| next_to_last(sentence))
        .or_else(|| working_day(words))
        .or_else(|| lunar_day(words))
        .or_else(|| by_another_calendar(words))
        .or_else(|| with_hour(words))
        .or_else(|| short_year(words))
        .or_else(|| without_rule(words))
}

/// The phrase of a sentence without these, however it is said; `None` where it has two meanings.
pub(super) fn phrase_of(sentence: &str) -> Option<String> {
    let sentence = sentence.trim().trim_end_matches([',', ' ']);
    if let Ok(rule) = parse_in(sentence, &[]) {
        return Some(rule.to_string());
    }
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let phrases = one_date(&pieces(&words)?)?;
    let [phrase] = phrases.as_slice() else { return None };
    Some(phrase.clone())
}

/// `Easter + 9`, `Orthodox Easter - 2 days`: days, where no unit is said.
fn counted_by_sign(sentence: &str) -> Option<Everyday> {
    let (date, count) = sentence.rsplit_once(['+', '-', '−'])?;
    let side = if sentence.get(date.len()..)?.starts_with('+') { "after" } else { "before" };
    let mut words = count.split_whitespace();
    let number: u32 = words.next()?.parse().ok()?;
    let unit = words.next().unwrap_or("days");
    // `01-20` is a date, and so is the end of `2026-05`.
    let is_name = date.trim_end().ends_with(char::is_alphabetic);
    if words.next().is_some() || !is_name {
        return None;
    }
    let rule = parse_in(&format!("{number} {unit} {side} {}", phrase_of(date)?), &[]).ok()?;
    Some(Everyday::Phrases(vec![rule.to_string()]))
}

/// `penultimate Sunday of May`, `second to last Friday of June`
fn next_to_last(sentence: &str) -> Option<Everyday> {
    const NAMES: &[&str] =
        &["penultimate", "second last", "2nd last", "second to last", "2nd to last", "next to last"];
    let plain = sentence.trim().to_lowercase().replace('-', " ");
    let plain = plain.strip_prefix("the ").unwrap_or(&plain);
    let weekday = NAMES.iter().find_map(|name| plain.strip_prefix(name))?;
    let rule = parse_in(&format!("1 week before last{weekday}"), &[]).ok()?;
    Some(Everyday::Phrases(vec![rule.to_string()]))
}

/// `first working day of May`, `last weekday of June`
fn working_day(words: &[&str]) -> Option<Everyday> {
    let words: Vec<String> =
        words.iter().map(|word| word.to_lowercase()).filter(|word| word != "the").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let [which, day @ .., "of" | "in", month] = words.as_slice() else { return None };
    let place = match find(Key::of(which).as_bytes()) {
        Some(Word::Nth(n @ 1..=5)) => i32::from(n),
        Some(Word::Last) => -1,
        _ => return None,
    };
    if !matches!(day.concat().as_str(), "workingday" | "workday" | "weekday" | "businessday") {
        return None;
    }
    let Some(Word::Month(month)) = find(Key::of(month).as_bytes()) else { return None };
    let days: Vec<&str> =
        WEEKDAY_CODES.iter().map(|(code, _)| *code).filter(|code| !code.starts_with('S')).collect();
    let days = days.join(",");
    let phrase = format!("RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY={days};BYSETPOS={place} from 2026-01-01");
    let rule = parse_in(&phrase, &[]).ok()?;
    Some(Everyday::Phrases(vec![rule.to_string()]))
}

/// A festival or a moon that no rule reckons, anywhere in the sentence.
fn without_rule(words: &[&str]) -> Option<Everyday> {
    let mut names = (1..=3).rev().flat_map(|count| words.windows(count));
    let found = names.find_map(|name| Some((name.join(" "), goes_by(Key::of(&name.concat()).as_str())?)));
    found.map(|(name, by)| Everyday::GoesBy { name, by })
}

/// `15th of the 7th lunar month`, `lunar 7/15`, `8th of lunar 4`: of which calendar is not said.
fn lunar_day(words: &[&str]) -> Option<Everyday> {
    let key = |word: &str| Key::of(word).as_str().to_owned();
    let words: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let at = words.iter().position(|word| key(word) == "lunar")?;
    let number = |word: &String| match find(Key::of(word).as_bytes()) {
        Some(Word::Nth(n)) => Some(u32::from(n)),
        _ => ["st", "nd", "rd", "th", ""].iter().find_map(|ending| word.strip_suffix(ending)?.parse().ok()),
    };
    let says = |word: &&String| {
        !["of", "the", "day", "month", "on", ",", "lunar", "calendar"].contains(&word.as_str())
    };
    let (month, day) = match words.iter().filter(says).collect::<Vec<_>>().as_slice() {
        [both] => {
            let (month, day) = both.split_once(['/', '-'])?;
            (month.parse().ok()?, day.parse().ok()?)
        }
        [first, second] => {
            let (first, second) = (number(first)?, number(second)?);
            // The month is the number that `lunar` stands beside.
            let is_second = words.iter().take(at).filter_map(number).count() == 2
                || words.get(at + 1).and_then(number).is_some();
            if is_second { (second, first) } else { (first, second) }
        }
        _ => return None,
    };
    let each = ["Chinese", "Korean", "Vietnamese"];
    let phrases =
        each.iter().map(|name| Some(parse_in(&format!("{name} {month}/{day}"), &[]).ok()?.to_string()));
    phrases.collect::<Option<Vec<String>>>().map(Everyday::Phrases)
}

/// `Hijri anniversary of January 20, 1990`: the day of that calendar, and the year in which it was.
fn by_another_calendar(words: &[&str]) -> Option<Everyday> {
    let at = words.iter().position(|word| word.eq_ignore_ascii_case("anniversary"))?;
    let (name, date) = (words.get(..at)?.concat(), words.get(at + 1..)?);
    let date = match date {
        [of, date @ ..] if of.eq_ignore_ascii_case("of") => date.join(" "),
        _ => return None,
    };
    let Anchor::Once(date) = parse_in(&phrase_of(&date)?, &[]).ok()?.anchor else { return None };
    let phrase = match calendar(Key::of(&name).as_bytes())? {
        Calendar::Hebrew => format!("yahrzeit of {date}"),
        Calendar::Chinese => format!("lunar anniversary of {date}"),
        calendar if calendar.has_numbered_months() => {
            format!("lunar anniversary of {date} ({})", calendar.name())
        }
        calendar => return day_of(calendar, date),
    };
    let rule = parse_in(&phrase, &[]).ok()?;
    Some(Everyday::Phrases(vec![rule.to_string()]))
}

/// A Gregorian date as the day of every year of another calendar.
fn day_of(calendar: Calendar, date: NaiveDate) -> Option<Everyday> {
    let civil = calendar.date(date.num_days_from_ce());
    let named = Named { calendar, month: civil.month, in_leap_years: false };
    let written = NamedDay { named, day: civil.day }.to_string();
    let yearly = parse_in(&written, &[]).ok()?.to_string();
    Some(Everyday::YearOf { yearly, event: date.year() })
}

/// `January 20 at noon`, `20 yanvar saat 12:00`, `2026-05-01T12:00`
fn with_hour(words: &[&str]) -> Option<Everyday> {
    const AT: &[&str] = &["at", "saat", "saati", "в", "um"];
    const HOURS: &[&str] = &["noon", "midday", "midnight", "полдень", "полночь", "günorta", "öğle"];
    const BEHIND: &[&str] = &["am", "pm", "oclock", "uhr", "часов", "часа", "utc"];
    let apart = |word: &&str| match word.split_once(['T', 't']) {
        Some((date, hour)) if is_date(date) && is_hour(hour) => vec![date.to_owned(), hour.to_owned()],
        _ => vec![(*word).to_owned()],
    };
    let apart: Vec<String> = words.iter().flat_map(apart).collect();
    let mut date: Vec<&str> = Vec::new();
    let mut is_said = false;
    let mut rest: &[String] = &apart;
    while let [word, others @ ..] = rest {
        let next = others.first().map_or("", String::as_str);
        let is_number = |word: &str| word.parse::<u8>().is_ok_and(|hour| hour <= 24);
        let mut taken = 0;
        if is_one_of(word, AT) && (is_hour(next) || is_one_of(next, HOURS) || is_number(next)) {
            taken = 2;
        } else if is_hour(word) || is_one_of(word, HOURS) || is_number(word) && is_one_of(next, BEHIND) {
            taken = 1;
        }
        is_said |= taken > 0;
        let behind = rest.iter().skip(taken).take_while(|word| taken > 0 && is_one_of(word, BEHIND)).count();
        rest = rest.get(taken + behind..)?;
        if taken == 0 {
            date.push(word);
            rest = others;
        }
    }
    if !is_said {
        return None;
    }
    phrase_of(&date.join(" ").replace(" ,", ",")).map(Everyday::WithHour)
}

/// `12:00`, `9:30pm`, `12:00-da`, `9am`
fn is_hour(word: &str) -> bool {
    let lower = word.to_lowercase();
    if let Some(hour) = ["am", "pm"].iter().find_map(|half| lower.strip_suffix(half)) {
        return hour.split(':').all(|part| part.parse::<u8>().is_ok_and(|number| number < 60));
    }
    let Some((hours, minutes)) = word.split_once(':') else { return false };
    let minutes: String =
        minutes.chars().take_while(|letter| letter.is_ascii_digit() || *letter == ':').collect();
    let is_number = |text: &str| text.parse::<u8>().is_ok_and(|number| number < 60);
    is_number(hours) && minutes.split(':').all(is_number)
}

/// `2026-05-01`
fn is_date(word: &str) -> bool {
    NaiveDate::parse_from_str(word, "%Y-%m-%d").is_ok()
}

/// `20 Jan 90`, `January 20, '90`
fn short_year(words: &[&str]) -> Option<Everyday> {
    let (last, date) = words.split_last()?;
    let digits = last.trim_start_matches(['\'', '’']).trim_end_matches('.');
    let is_short = digits.len() == 2 && digits.bytes().all(|letter| letter.is_ascii_digit());
    let has_month = date.iter().any(|word| word.chars().any(char::is_alphabetic));
    if !is_short || !has_month {
        return None;
    }
    let phrase = phrase_of(&date.join(" "))?;
    let rule = parse_in(&phrase, &[]).ok()?;
    matches!(rule.anchor, Anchor::Fixed(_) | Anchor::LeapDay(_))
        .then(|| Everyday::ShortYear((*last).to_owned()))
}
