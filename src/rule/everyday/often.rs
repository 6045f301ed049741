//! Dates that come each day, week or month, which no phrase is for: a rule of iCalendar is.

use super::super::lexer::Key;
use super::super::words::{WEEKDAY_CODES, weekday_name};
use super::words::{is_one_of, weekday};

/// A rule of iCalendar for `every Monday`, `every month`, `daily`; `every other` is not one.
pub(super) fn more_than_yearly(words: &[&str]) -> Option<String> {
    const EVERY: [&str; 8] = ["every", "each", "hər", "her", "каждый", "каждую", "каждое", "каждого"];
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
    let name = weekday(Key::of(next).as_bytes()).filter(|_| words.len() == 2)?;
    let (index, (code, _)) =
        WEEKDAY_CODES.iter().enumerate().find(|(_, (_, weekday))| weekday_name(*weekday) == name)?;
    // January 5, 2026 is a Monday.
    Some(format!("RRULE:FREQ=WEEKLY;BYDAY={code} from 2026-01-{:02}", index + 5))
}

#[cfg(test)]
mod tests {
    use super::super::super::Rule;
    use super::super::{Everyday, meaning};

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
            ("every Friday", "RRULE:FREQ=WEEKLY;BYDAY=FR from 2026-01-09"),
            ("каждую неделю", weekly),
            ("her gün", "RRULE:FREQ=DAILY from 2026-01-20"),
        ];
        for (sentence, expected) in table {
            assert_eq!(meaning(sentence), Some(Everyday::MoreThanYearly(expected.to_owned())), "{sentence}");
            let rule: Rule = expected.parse().unwrap();
            let dates = rule.dates(2026..=2026).unwrap();
            assert!(dates.len() >= 12 && expected.ends_with(&dates[0].to_string()), "{sentence}");
            let error = sentence.parse::<Rule>().unwrap_err();
            assert!(error.help().unwrap().contains(expected), "{sentence}: {error}");
        }
    }
}
