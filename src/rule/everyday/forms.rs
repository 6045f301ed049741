//! Forms of other calendars, tables and laws that a rule has in its own: a working day after a date, `day 100`, the weekend
//! nearest a date, the end of a month, the eve of a feast, dates of ISO 8601 weeks, Roman months, new months of the Hebrew calendar.

use super::super::calendar_names::months;
use super::super::lexer::Key;
use super::super::parse::parse_in;
use super::super::words::{WEEKDAY_CODES, Word, month_name, ordinal, weekday_name, word as find};
use super::Everyday;
use super::aside::phrase_of;
use super::words::{is_one_of, stem, weekday};
use chrono::NaiveDate;

/// What these words mean, if that is one of the forms.
pub(super) fn form(words: &[&str]) -> Option<Everyday> {
    let said: Vec<&str> = words.iter().copied().filter(|word| !word.eq_ignore_ascii_case("the")).collect();
    let phrases = working_day_after(&said)
        .or_else(|| day_of_year(&said))
        .or_else(|| nearest(&said))
        .or_else(|| part_of_month(&said))
        .or_else(|| week_of_year(&said))
        .or_else(|| roman_month(&said))
        .or_else(|| eve(&said))
        .or_else(|| weekdays_away(&said));
    match phrases {
        Some(phrases) => {
            let written = phrases.iter().map(|phrase| Some(parse_in(phrase, &[]).ok()?.to_string()));
            written.collect::<Option<Vec<String>>>().map(Everyday::Phrases)
        }
        None => new_month(&said),
    }
}

/// `workday after May 1`, `next business day before May 1`: the day beside it, and of a weekend the next such day.
fn working_day_after(words: &[&str]) -> Option<Vec<String>> {
    let words = match words {
        [first, rest @ ..] if is_one_of(first, &["first", "next"]) => rest,
        _ => words,
    };
    let (side, date) = match words {
        [one, side, date @ ..] if is_one_of(one, &["workday", "weekday"]) => (side, date),
        [one, day, side, date @ ..]
            if is_one_of(one, &["working", "business"]) && is_one_of(day, &["day"]) =>
        {
            (side, date)
        }
        _ => return None,
    };
    let (side, weekday) = match side.to_lowercase().as_str() {
        "after" | "following" => ("after", "Monday"),
        "before" => ("before", "Friday"),
        _ => return None,
    };
    let date = phrase_of(&date.join(" "))?;
    let moves = ["Saturday", "Sunday"].map(|day| format!("; if {day} then {weekday} {side}"));
    Some(vec![format!("1 day {side} {date}{}", moves.concat())])
}

/// `day 100`, `day 100 of the year`
fn day_of_year(words: &[&str]) -> Option<Vec<String>> {
    let number = match words {
        [day, number] | [day, number, _, _] if is_one_of(day, &["day", "gün", "день"]) => number,
        _ => return None,
    };
    let is_of_year = match words.get(2..) {
        Some([of, year]) => is_one_of(of, &["of", "in"]) && is_one_of(year, &["year"]),
        _ => true,
    };
    let number: u32 = number.parse().ok().filter(|number| is_of_year && (1..=365).contains(number))?;
    Some(vec![if number == 1 {
        "January 1".to_owned()
    } else {
        format!("{} days after January 1", number - 1)
    }])
}

/// `weekend nearest January 20`, `nearest Sunday to January 20`, `Sunday closest to January 20`
fn nearest(words: &[&str]) -> Option<Vec<String>> {
    let is_near = |word: &str| is_one_of(word, &["nearest", "closest"]);
    let (day, date) = match words {
        [near, day, date @ ..] if is_near(near) => (day, date),
        [day, near, date @ ..] if is_near(near) => (day, date),
        _ => return None,
    };
    let date = match date {
        [to, date @ ..] if is_one_of(to, &["to"]) => date,
        _ => date,
    };
    let days = match weekday(Key::of(day).as_bytes()) {
        Some(weekday) => vec![weekday],
        None if is_one_of(day, &["weekend"]) => vec!["Saturday", "Sunday"],
        None => return None,
    };
    let date = phrase_of(&date.join(" "))?;
    Some(days.into_iter().map(|day| format!("{day} nearest {date}")).collect())
}

/// `end of May`, `beginning of May`, `mid-May`, `mayın sonu`, `конец мая`
fn part_of_month(words: &[&str]) -> Option<Vec<String>> {
    const PARTS: [(&str, &[&str]); 3] = [
        ("1", &["beginning", "start", "əvvəli", "əvvəlində", "başı", "başında", "начало", "начале"]),
        ("15", &["middle", "mid", "ortası", "ortasında", "середина", "середине"]),
        ("", &["end", "sonu", "sonunda", "конец", "конце"]),
    ];
    let apart: Vec<&str> = words.iter().flat_map(|word| word.split('-')).collect();
    let said = apart.iter().filter(|word| !is_one_of(word, &["of", "in", "at", "в"]));
    let said: Vec<&&str> = said.collect();
    let [one, other] = said.as_slice() else { return None };
    let part = |word: &str| PARTS.iter().find(|(_, names)| is_one_of(word, names)).map(|(day, _)| *day);
    let (day, month) = part(one).map(|day| (day, other)).or_else(|| Some((part(other)?, one)))?;
    let letters = Key::of(month);
    let month = match (find(letters.as_bytes()), months(letters.as_bytes())) {
        (Some(Word::Month(month)), _) => month_name(month),
        (_, [(_, named), ..]) => named.name(),
        _ => stem(letters.as_bytes()).filter(|name| !name.ends_with("day"))?,
    };
    Some(vec![if day.is_empty() { format!("last day of {month}") } else { format!("{day} {month}") }])
}

/// `the eve of Pascha`, `erev 9 Av`, `канун Пасхи`
fn eve(words: &[&str]) -> Option<Vec<String>> {
    let date = match words {
        [eve, of, date @ ..] if is_one_of(eve, &["eve"]) && is_one_of(of, &["of"]) => date,
        [eve, date @ ..] if is_one_of(eve, &["erev", "канун", "накануне"]) => date,
        _ => return None,
    };
    Some(vec![format!("1 day before {}", phrase_of(&date.join(" "))?)])
}

/// `two Sundays before Christmas`
fn weekdays_away(words: &[&str]) -> Option<Vec<String>> {
    let [number, weekdays, side, date @ ..] = words else { return None };
    let Some(Word::Count(number)) = find(Key::of(number).as_bytes()) else { return None };
    let weekday = weekday(Key::of(weekdays.strip_suffix('s')?).as_bytes())?;
    let side = ["before", "after"].into_iter().find(|known| is_one_of(side, &[known]))?;
    let date = phrase_of(&date.join(" "))?;
    Some(vec![format!("{} {weekday} {side} {date}", ordinal(number.into()))])
}

/// `2026-W20-3` of ISO 8601, `week 20`, `Wednesday of week 20`
fn week_of_year(words: &[&str]) -> Option<Vec<String>> {
    if let [date] = words {
        let date = NaiveDate::parse_from_str(&date.to_uppercase().replace('-', ""), "%GW%V%u").ok()?;
        return Some(vec![date.to_string()]);
    }
    let at = words.iter().position(|word| is_one_of(word, &["week", "həftə", "hafta", "неделя"]))?;
    let week: u8 = words.get(at + 1)?.parse().ok().filter(|week| (1..=52).contains(week))?;
    let mut rest = words.iter().take(at).chain(words.iter().skip(at + 2));
    let named = words.first().and_then(|first| weekday(Key::of(first).as_bytes()));
    let is_plain =
        |word: &&str| weekday(Key::of(word).as_bytes()).is_some() || is_one_of(word, &["of", "in", "year"]);
    let wanted = named.unwrap_or("Monday");
    let (code, _) = WEEKDAY_CODES.iter().find(|(_, weekday)| weekday_name(*weekday) == wanted)?;
    rest.all(is_plain)
        .then(|| vec![format!("RRULE:FREQ=YEARLY;BYWEEKNO={week};BYDAY={code} from 2026-01-01")])
}

/// `15.X.2015`, `15 X`
fn roman_month(words: &[&str]) -> Option<Vec<String>> {
    const MONTHS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let parts: Vec<&str> = words.iter().flat_map(|word| word.split(['.', '/', '-'])).collect();
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let (day, month, year) = match parts.as_slice() {
        [day, month] => (day, month, None),
        [day, month, year] => (day, month, Some(year)),
        _ => return None,
    };
    let month =
        MONTHS.iter().zip(1..).find(|(name, _)| **name == *month).map(|(_, month)| month_name(month))?;
    let day: u8 = day.parse().ok()?;
    Some(vec![match year {
        Some(year) => format!("{month} {day}, {year}"),
        None => format!("{month} {day}"),
    }])
}

/// `Rosh Chodesh Nisan`; without its month, the first day of each.
fn new_month(words: &[&str]) -> Option<Everyday> {
    const EACH: [&str; 11] =
        ["Cheshvan", "Kislev", "Tevet", "Shevat", "Adar", "Nisan", "Iyar", "Sivan", "Tammuz", "Av", "Elul"];
    let [rosh, chodesh, month @ ..] = words else { return None };
    if !is_one_of(rosh, &["rosh"]) || !is_one_of(chodesh, &["chodesh", "hodesh", "khodesh"]) {
        return None;
    }
    let first = |month: &str| Some(parse_in(&format!("1 {month}"), &[]).ok()?.to_string());
    if month.is_empty() {
        return EACH.into_iter().map(first).collect::<Option<Vec<String>>>().map(Everyday::Dates);
    }
    let month = month.join(" ");
    let is_month = !months(Key::of(&month).as_bytes()).is_empty();
    Some(Everyday::Phrases(vec![first(&month).filter(|_| is_month)?]))
}

#[cfg(test)]
mod tests {
    use super::super::super::Rule;
    use super::*;

    #[test]
    fn a_form_of_other_calendars_is_the_phrase_for_it() {
        let sunday_or_saturday = ["Saturday nearest January 20", "Sunday nearest January 20"];
        let table: &[(&str, &[&str])] = &[
            (
                "workday after May 1",
                &["1 day after May 1; if Saturday then Monday after; if Sunday then Monday after"],
            ),
            ("last working day before Easter", &[]),
            (
                "the working day before Easter",
                &["1 day before Easter; if Saturday then Friday before; if Sunday then Friday before"],
            ),
            ("day 256 of the year", &["255 days after January 1"]),
            ("day 1", &["January 1"]),
            ("day 366", &[]),
            ("weekend nearest January 20", &sunday_or_saturday),
            ("the weekend closest to 20 yanvar", &sunday_or_saturday),
            ("nearest Sunday to January 20", &sunday_or_saturday[1..]),
            ("end of February", &["last day of February"]),
            ("mayın sonu", &["last day of May"]),
            ("начало января", &["January 1"]),
            ("mid-May", &["May 15"]),
            ("middle of Sha'ban", &["15 Shaban"]),
            ("the eve of Pascha", &["1 day before Orthodox Easter"]),
            ("two Sundays before Christmas", &["second Sunday before December 25"]),
            ("2026-W20-3", &["2026-05-13"]),
            ("week 20", &["RRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO from 2026-01-01"]),
            ("Wednesday of week 20", &["RRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=WE from 2026-01-01"]),
            ("15.X.2015", &["2015-10-15"]),
            ("20 I", &["January 20"]),
            ("Rosh Chodesh Nisan", &["1 Nisan"]),
            ("Rosh Chodesh January", &[]),
        ];
        for (sentence, expected) in table {
            let words: Vec<&str> = sentence.split_whitespace().collect();
            let found = match form(&words) {
                Some(Everyday::Phrases(phrases)) => phrases,
                _ => Vec::new(),
            };
            assert_eq!(found, *expected, "{sentence}");
            let help = sentence.parse::<Rule>().unwrap_err().help().unwrap_or_default();
            assert!(expected.iter().all(|phrase| help.contains(phrase)), "{sentence}: {help}");
        }
        assert!(matches!(form(&["Rosh", "Chodesh"]), Some(Everyday::Dates(dates)) if dates.len() == 11));
    }
}
