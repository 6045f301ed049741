//! Birthdays, anniversaries and days of death of vCards (RFC 6350, RFC 6474; also versions 2.1 and 3.0).

use super::line::{Component, ContentLine, shortened};
use super::when::date;
use super::{ImportContext, Imported, Note, ReadCalendar, id_of};
use crate::rule::EventDate;
use crate::text::one_line;
use crate::words::Value;
use chrono::{Datelike, NaiveDate};

/// A property with a date of a person, what the day is called in words, and what sets it apart in the UID.
const DATES: [(&str, &str, &str); 8] = [
    ("BDAY", "birthday-of", "birthday"),
    ("DEATHDATE", "death-of", "death"),
    ("X-DEATHDATE", "death-of", "death"),
    ("ANNIVERSARY", "anniversary-of", "anniversary"),
    ("X-ANNIVERSARY", "anniversary-of", "anniversary"),
    ("X-EVOLUTION-ANNIVERSARY", "anniversary-of", "anniversary"),
    ("X-KADDRESSBOOK-X-ANNIVERSARY", "anniversary-of", "anniversary"),
    ("X-ABDATE", "", "date"),
];

/// The year that Apple's address book writes for none.
const NO_YEAR: &str = "1604";

/// Reads the days of one card.
pub(super) fn card(card: &Component, world: &ImportContext<'_>, read: &mut ReadCalendar) {
    let text = |line: &ContentLine| one_line(&decoded(line));
    let structured = |line: &ContentLine| {
        let parts: Vec<String> = line.value.split(';').map(str::to_owned).collect();
        let part =
            |at: usize| parts.get(at).map(|part| one_line(&super::line::unescape(part))).unwrap_or_default();
        one_line(&format!("{} {}", part(1), part(0)))
    };
    let name = card.line("FN").map(text).filter(|name| !name.is_empty());
    let name = name.or_else(|| card.line("N").map(structured)).filter(|name| !name.is_empty());
    let uid = card.line("UID").map(|line| line.value.trim().to_owned()).filter(|uid| !uid.is_empty());
    for line in &card.lines {
        let Some((_, words, kind)) = DATES.iter().find(|(property, _, _)| *property == line.name) else {
            continue;
        };
        let Some(name) = &name else {
            read.notes.push(Note::left_out(line.number, "a card without a name is left out"));
            continue;
        };
        let lost = |message: &str| {
            Note::left_out(line.number, format!("`{}` of {name} is left out: {message}", line.name))
        };
        if line.parameter("CALSCALE").is_some_and(|scale| !scale.eq_ignore_ascii_case("gregorian")) {
            read.notes.push(lost("its date is of another calendar; write it as a day of its own"));
            continue;
        }
        let Some((rule, year)) = yearly(line) else {
            read.notes.push(lost(&format!("`{}` is not a date", shortened(&line.value))));
            continue;
        };
        let label = labelled(card, line);
        let told = if words.is_empty() {
            format!("{name}: {}", label.as_deref().unwrap_or("…"))
        } else {
            let said = world_words(world, words, name);
            one_line(&said)
        };
        let uid = uid.clone().unwrap_or_else(|| name.clone());
        let of = label.map_or_else(|| (*kind).to_owned(), |label| format!("{kind} {label}"));
        read.days.push(Imported {
            id: id_of(&format!("{uid} {of}")),
            name: told,
            rules: vec![rule],
            since: year.map(|year| year + 1).filter(|since| *since <= 9999),
            until: None,
            event: year.map(EventDate::Year),
            remind: None,
            moment: None,
            link: None,
            text: None,
            line: line.number,
        });
    }
}

fn world_words(world: &ImportContext<'_>, id: &str, name: &str) -> String {
    let name = [("name", Value::Text(name))];
    match id {
        "birthday-of" => world.words.say("birthday-of", &name),
        "death-of" => world.words.say("death-of", &name),
        _ => world.words.say("anniversary-of", &name),
    }
}

/// The rule of a date, and its year where it has one: `1990-01-20`, `19900120T...`, `--0120`.
fn yearly(line: &ContentLine) -> Option<(String, Option<i32>)> {
    let value = line.value.trim();
    let day = value.split(['T', 't', ' ']).next().unwrap_or_default();
    if let Some(rest) = day.strip_prefix("--") {
        let digits = rest.replace('-', "");
        // A leap year has every date.
        let date = date(&format!("2000{digits}")).filter(|_| digits.len() == 4)?;
        return Some((phrase(date), None));
    }
    let date = date(day)?;
    let is_omitted = line.parameter("X-APPLE-OMIT-YEAR").is_some() || day.starts_with(NO_YEAR);
    Some((phrase(date), (!is_omitted).then_some(date.year())))
}

/// A person of February 29 is remembered each year.
fn phrase(date: NaiveDate) -> String {
    format!("{} {}", date.format("%B"), date.day())
}

/// What Apple's address book calls a date: `_$!<Anniversary>!$_`, under the same group.
fn labelled(card: &Component, line: &ContentLine) -> Option<String> {
    if line.group.is_empty() || line.name != "X-ABDATE" {
        return None;
    }
    let label = card.all("X-ABLABEL").find(|label| label.group == line.group)?;
    let label = one_line(&label.text());
    let label = label.trim_start_matches("_$!<").trim_end_matches(">!$_").trim();
    (!label.is_empty()).then(|| label.to_owned())
}

/// The text of a line, quoted-printable undone where it is said to be (vCard 2.1).
fn decoded(line: &ContentLine) -> String {
    let is_quoted = line.parameters.iter().any(|(_, value)| value.eq_ignore_ascii_case("QUOTED-PRINTABLE"));
    if !is_quoted {
        return line.text();
    }
    let mut bytes = Vec::with_capacity(line.value.len());
    let mut rest = line.value.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|two| u8::from_str_radix(str::from_utf8(two).ok()?, 16).ok());
        if let (b'=', Some(byte)) = (first, hex) {
            bytes.push(byte);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    let charset = line.parameter("CHARSET");
    super::text_of(&bytes, charset)
        .map_or_else(|_| String::from_utf8_lossy(&bytes).into_owned(), |(text, _)| text)
}
