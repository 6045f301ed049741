//! Dates that come each day, week or month, or not in every year, which no phrase is for: a rule of iCalendar is.

use super::super::Anchor;
use super::super::lexer::Key;
use super::super::parse::parse_in;
use super::super::words::{WEEKDAY_CODES, Word, weekday_name, word as find};
use super::aside::phrase_of;
use super::words::{Role, everyday, is_one_of, weekday};

const EVERY: [&str; 10] =
    ["every", "each", "hər", "her", "каждый", "каждую", "каждое", "каждого", "каждые", "once"];

/// A rule of iCalendar for `every Monday`, `every month`, `daily`, `every 4 years on May 9`.
pub(super) fn not_yearly(words: &[&str]) -> Option<String> {
    every_few_years(words).or_else(|| more_than_yearly(words)).or_else(|| weekday_alone(words))
}

/// `every 4 years on February 29`, `every other year on May 5`, `hər iki ildən bir 9 may`
fn every_few_years(words: &[&str]) -> Option<String> {
    const OTHER: [&str; 3] = ["other", "second", "alternate"];
    const YEARS: [&str; 10] = ["year", "years", "il", "ildə", "ildən", "yıl", "yılda", "года", "лет", "год"];
    let at = words.iter().position(|word| is_one_of(word, &EVERY))?;
    let year = words.iter().skip(at + 1).position(|word| is_one_of(word, &YEARS))? + at + 1;
    let count = match words.get(at + 1..year)? {
        [one] if is_one_of(one, &OTHER) => 2,
        [number] | ["in", number] => count(number)?,
        _ => return None,
    };
    // `bir` and `on`, behind the years, say nothing.
    let behind = words.iter().skip(year + 1).skip_while(|word| is_one_of(word, &["on", "bir"]));
    let date: Vec<&str> = words.iter().take(at).chain(behind).copied().collect();
    let from =
        if date.is_empty() { first_date("January 20")? } else { first_date(&phrase_of(&date.join(" "))?)? };
    (2..=100).contains(&count).then(|| format!("RRULE:FREQ=YEARLY;INTERVAL={count} from {from}"))
}

/// The number of a word or of digits.
fn count(word: &str) -> Option<u32> {
    if is_one_of(word, &["on"]) {
        // Ten, in Azerbaijani and Turkish.
        return Some(10);
    }
    let key = Key::of(word);
    match (word.parse(), everyday(key.as_bytes()), find(key.as_bytes())) {
        (Ok(number), ..) => Some(number),
        (_, Some((Role::Number, number)), _) => number.parse().ok(),
        (.., Some(Word::Count(n) | Word::Nth(n))) => Some(n.into()),
        _ => None,
    }
}

/// The first date of a phrase from 2026 on, if it is a day of a month: an iCalendar rule repeats no other.
fn first_date(phrase: &str) -> Option<String> {
    let rule = parse_in(phrase, &[]).ok()?;
    let is_of_month = rule.steps.is_empty() && rule.moves.is_empty();
    match rule.anchor {
        Anchor::Fixed(_) if is_of_month => Some(rule.dates(2026..=2026).ok()?.first()?.to_string()),
        Anchor::LeapDay(_) if is_of_month => Some("2028-02-29".to_owned()),
        Anchor::Once(date) if is_of_month => Some(date.to_string()),
        _ => None,
    }
}

/// `Monday`, `Sundays`
fn weekday_alone(words: &[&str]) -> Option<String> {
    let name = match words {
        [word] => word.strip_suffix('s').filter(|_| word.is_ascii()).unwrap_or(word).to_owned(),
        [_, _] => words.concat(),
        _ => return None,
    };
    let is_name = name.chars().all(char::is_alphabetic);
    weekly(weekday(Key::of(&name).as_bytes()).filter(|_| is_name)?)
}

/// The weekday of every week.
fn weekly(name: &str) -> Option<String> {
    let (index, (code, _)) =
        WEEKDAY_CODES.iter().enumerate().find(|(_, (_, weekday))| weekday_name(*weekday) == name)?;
    // January 5, 2026 is a Monday.
    Some(format!("RRULE:FREQ=WEEKLY;BYDAY={code} from 2026-01-{:02}", index + 5))
}

fn more_than_yearly(words: &[&str]) -> Option<String> {
    const OFTEN: [(&str, &[&str]); 3] = [
        ("RRULE:FREQ=DAILY from 2026-01-20", &["daily", "day", "gün", "день"]),
        ("RRULE:FREQ=WEEKLY;BYDAY=MO from 2026-01-05", &["weekly", "week", "həftə", "hafta", "неделю"]),
        (
            "RRULE:FREQ=MONTHLY;BYMONTHDAY=20 from 2026-01-20",
            &["monthly", "month", "ay", "ayın", "месяц", "месяца"],
        ),
    ];
    let often = |word: &str| OFTEN.iter().find(|(_, names)| is_one_of(word, names));
    if let [word] = words {
        // `day` alone is another slip.
        let (rule, names) = often(word)?;
        return names.first().filter(|name| is_one_of(word, &[**name])).map(|_| (*rule).to_owned());
    }
    let at = words.iter().position(|word| is_one_of(word, &EVERY))?;
    let next = words.get(at + 1)?;
    if let Some((rule, _)) = often(next) {
        return Some((*rule).to_owned());
    }
    weekly(weekday(Key::of(next).as_bytes()).filter(|_| words.len() == 2)?)
}

#[cfg(test)]
mod tests {
    use super::super::super::Rule;
    use super::super::{Everyday, meaning};

    #[test]
    fn what_does_not_come_in_every_year_is_a_rule_of_icalendar() {
        let table = [
            ("every 4 years on February 29", "RRULE:FREQ=YEARLY;INTERVAL=4 from 2028-02-29"),
            ("May 9 every five years", "RRULE:FREQ=YEARLY;INTERVAL=5 from 2026-05-09"),
            ("every other year on May 5", "RRULE:FREQ=YEARLY;INTERVAL=2 from 2026-05-05"),
            ("hər on ildən bir 20 yanvar", "RRULE:FREQ=YEARLY;INTERVAL=10 from 2026-01-20"),
            ("каждые два года 9 мая", "RRULE:FREQ=YEARLY;INTERVAL=2 from 2026-05-09"),
            ("every 4 years", "RRULE:FREQ=YEARLY;INTERVAL=4 from 2026-01-20"),
        ];
        for (sentence, expected) in table {
            assert_eq!(meaning(sentence), Some(Everyday::NotYearly(expected.to_owned())), "{sentence}");
            let error = sentence.parse::<Rule>().unwrap_err();
            assert!(error.help().unwrap().contains(expected), "{sentence}: {error}");
            let rule: Rule = expected.parse().unwrap();
            assert!(expected.ends_with(&rule.dates(2026..=2028).unwrap()[0].to_string()), "{sentence}");
        }
        // No rule of iCalendar goes by Easter, and once a year is no rule of its own.
        for sentence in ["every 2 years on Easter", "every 1 year on May 5", "every year on May 5"] {
            assert!(!matches!(meaning(sentence), Some(Everyday::NotYearly(_))), "{sentence}");
        }
    }

    #[test]
    fn what_comes_more_than_once_a_year_is_a_rule_of_icalendar() {
        let monthly = "RRULE:FREQ=MONTHLY;BYMONTHDAY=20 from 2026-01-20";
        let weekly = "RRULE:FREQ=WEEKLY;BYDAY=MO from 2026-01-05";
        let table = [
            ("monthly", monthly),
            ("20th of every month", monthly),
            ("hər ayın 20-si", monthly),
            ("каждый месяц", monthly),
            ("every Monday", weekly),
            ("her pazartesi", weekly),
            ("Monday", weekly),
            ("Mondays", weekly),
            ("pazartesi", weekly),
            ("bazar ertəsi", weekly),
            ("every Friday", "RRULE:FREQ=WEEKLY;BYDAY=FR from 2026-01-09"),
            ("каждую неделю", weekly),
            ("her gün", "RRULE:FREQ=DAILY from 2026-01-20"),
        ];
        for (sentence, expected) in table {
            assert_eq!(meaning(sentence), Some(Everyday::NotYearly(expected.to_owned())), "{sentence}");
            let rule: Rule = expected.parse().unwrap();
            let dates = rule.dates(2026..=2026).unwrap();
            assert!(dates.len() >= 12 && expected.ends_with(&dates[0].to_string()), "{sentence}");
            let error = sentence.parse::<Rule>().unwrap_err();
            assert!(error.help().unwrap().contains(expected), "{sentence}: {error}");
        }
    }
}
