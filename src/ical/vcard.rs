//! Birthdays, anniversaries and days of death of vCards (RFC 6350, RFC 6474; also versions 2.1 and 3.0, and what Apple,
//! Android, Outlook, Evolution and KDE add).

use super::line::{Component, ContentLine, shortened};
use super::notes::Notes;
use super::when::date;
use super::{ImportContext, Imported, Note, fingerprint, fitting, id_of};
use crate::rule::EventDate;
use crate::text::one_line;
use crate::words::MessageValue;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// A property with a date of a person, and what the day is.
const DATES: [(&str, Kind); 13] = [
    ("BDAY", Kind::Birthday),
    ("X-BIRTHDAY", Kind::Birthday),
    ("DEATHDATE", Kind::Death),
    ("X-DEATHDATE", Kind::Death),
    ("X-DATE-OF-DEATH", Kind::Death),
    ("X-DEATH-DATE", Kind::Death),
    ("ANNIVERSARY", Kind::Anniversary),
    ("X-ANNIVERSARY", Kind::Anniversary),
    ("X-EVOLUTION-ANNIVERSARY", Kind::Anniversary),
    ("X-KADDRESSBOOK-X-ANNIVERSARY", Kind::Anniversary),
    ("X-MS-ANNIVERSARY", Kind::Anniversary),
    ("X-ABDATE", Kind::Other),
    (ANDROID, Kind::Other),
];

/// What Android writes for all that vCard has no property for.
const ANDROID: &str = "X-ANDROID-CUSTOM";

/// How such a value begins where it is a date of a person.
const ANDROID_EVENT: &str = "vnd.android.cursor.item/contact_event;";

/// The year that Apple's address book writes for none.
const NO_YEAR: &str = "1604";

/// Properties whose date is not one of a person.
const OF_CARD: [&str; 4] = ["REV", "CREATED", "X-CREATED", "VERSION"];

/// What a day of a person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Birthday,
    Death,
    Anniversary,
    /// What its label says.
    Other,
}

impl Kind {
    /// What sets it apart in the UID.
    fn key(self) -> &'static str {
        match self {
            Self::Birthday => "birthday",
            Self::Death => "death",
            Self::Anniversary => "anniversary",
            Self::Other => "date",
        }
    }
}

/// A date of a card, as one of its lines has it.
struct Dated {
    kind: Kind,
    value: String,
    label: Option<String>,
}

/// Reads the days of one card.
pub(super) fn card(
    card: &Component,
    context: &ImportContext<'_>,
    days: &mut Vec<Imported>,
    notes: &mut Notes,
) {
    let name = name_of(card).map(|name| {
        let (name, cut) = fitting(name, card.number);
        cut.into_iter().for_each(|note| notes.push(note));
        name
    });
    let uid = card.line("UID").map(|line| line.value.trim().to_owned()).filter(|uid| !uid.is_empty());
    let mut known: BTreeSet<u64> = BTreeSet::new();
    let mut kept: BTreeSet<u64> = BTreeSet::new();
    for line in &card.lines {
        let Some(dated) = dated(card, line) else {
            let is_date = yearly(line, &line.value).is_some_and(|(_, year)| year.is_some());
            if is_date && !OF_CARD.contains(&line.name.as_str()) {
                notes.push(Note::detail(
                    line.number,
                    format!("the date `{}` is not carried", shortened(&line.name)),
                ));
            }
            continue;
        };
        let Some(name) = &name else {
            notes.push(Note::left_out(line.number, "a card without a name is left out"));
            continue;
        };
        let lost = |message: &str| {
            Note::left_out(
                line.number,
                format!("`{}` of {name} is left out: {message}", shortened(&line.name)),
            )
        };
        if line.parameter("CALSCALE").is_some_and(|scale| !scale.eq_ignore_ascii_case("gregorian")) {
            notes.push(lost("its date is of another calendar; write it as a day of its own"));
            continue;
        }
        let Some((date, year)) = yearly(line, &dated.value) else {
            notes.push(lost(&format!("`{}` is not a date", shortened(&dated.value))));
            continue;
        };
        // In two languages, or under two names of one property, it is one.
        let same = format!("{} {:?} {date} {year:?}", dated.kind.key(), dated.label);
        if !kept.insert(fingerprint(&same)) {
            continue;
        }
        let said = [("name", MessageValue::Text(name))];
        let called = match (dated.kind, &dated.label) {
            (Kind::Birthday, _) => context.words.say("birthday-of", &said),
            (Kind::Death, _) => context.words.say("death-of", &said),
            (Kind::Other, Some(label)) => format!("{name}: {label}"),
            (Kind::Other, None) => name.clone(),
            (Kind::Anniversary, _) => context.words.say("anniversary-of", &said),
        };
        if (date.month(), date.day()) == (2, 29) {
            let message = format!("`{}` is kept on February 28 in common years", one_line(&called));
            notes.push(Note::detail(line.number, message));
        }
        // People of one name are told apart by their dates where no UID does.
        let whose = uid.clone().unwrap_or_else(|| format!("{name} {}", dated.value.trim()));
        let of = dated
            .label
            .map_or_else(|| dated.kind.key().to_owned(), |label| format!("{} {label}", dated.kind.key()));
        let mut key = format!("{whose} {of}");
        if !known.insert(fingerprint(&key)) {
            key = format!("{key} {}", dated.value.trim());
            known.insert(fingerprint(&key));
        }
        let (called, cut) = fitting(one_line(&called), line.number);
        cut.into_iter().for_each(|note| notes.push(note));
        let mut day = Imported::new(id_of(&key), called, vec![phrase(date)], line.number);
        day.since = year.map(|year| year + 1).filter(|since| *since <= 9999);
        day.event = year.map(EventDate::Year);
        days.push(day);
    }
}

/// What the person is called: FN, else N, else what else names somebody.
fn name_of(card: &Component) -> Option<String> {
    let text = |line: &ContentLine| one_line(&decoded(line));
    let structured = |line: &ContentLine| {
        let whole = raw(line);
        let parts: Vec<&str> = split_unescaped(&whole);
        let part =
            |at: usize| parts.get(at).map(|part| one_line(&super::line::unescape(part))).unwrap_or_default();
        one_line(&format!("{} {}", part(1), part(0)))
    };
    let line = |name: &str| card.line(name);
    [
        line("FN").map(text),
        line("N").map(structured),
        line("NICKNAME").map(text),
        line("ORG").map(|line| one_line(&text(line).replace(';', " "))),
        line("EMAIL").map(text),
    ]
    .into_iter()
    .flatten()
    .find(|name| !name.is_empty())
}

/// The parts of a structured value, parted by semicolons that no backslash is before.
fn split_unescaped(text: &str) -> Vec<&str> {
    let mut is_escaped = false;
    let is_end = |c: char| {
        let is_end = c == ';' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_end
    };
    text.split(is_end).collect()
}

/// The date that a line has, if it is one of a date.
fn dated(card: &Component, line: &ContentLine) -> Option<Dated> {
    let (_, kind) = DATES.iter().find(|(property, _)| *property == line.name)?;
    if line.name != ANDROID {
        let (kind, label) = match labelled(card, line) {
            Some(label) if label.eq_ignore_ascii_case("anniversary") => (Kind::Other, Some(label)),
            label => (*kind, label),
        };
        return Some(Dated { kind, value: line.value.clone(), label });
    }
    // `vnd.android.cursor.item/contact_event;1997-10-02;0;Wedding;...`: the date, the type, and its label where it is 0.
    let value = raw(line);
    let rest = value.strip_prefix(ANDROID_EVENT)?;
    let parts: Vec<String> =
        split_unescaped(rest).iter().map(|part| one_line(&super::line::unescape(part))).collect();
    let part = |at: usize| parts.get(at).cloned().filter(|part| !part.is_empty());
    let (kind, label) = match part(1).as_deref() {
        Some("3") => (Kind::Birthday, None),
        Some("0") => (Kind::Other, part(2)),
        Some("2") => (Kind::Other, None),
        _ => (Kind::Anniversary, None),
    };
    Some(Dated { kind, value: part(0).unwrap_or_default(), label })
}

/// The date of a value in a leap year where it has no year, and its year: `1990-01-20`, `19900120T...`, `--0120`.
fn yearly(line: &ContentLine, value: &str) -> Option<(NaiveDate, Option<i32>)> {
    let day = value.trim().split(['T', 't', ' ']).next().unwrap_or_default();
    if let Some(rest) = day.strip_prefix("--") {
        let digits = rest.replace('-', "");
        // A leap year has every date.
        let date = date(&format!("2000{digits}")).filter(|_| digits.len() == 4)?;
        return Some((date, None));
    }
    // `0000-01-20` has no year either.
    if let Some(date) = day.strip_prefix("0000").and_then(|rest| date(&format!("2000{rest}"))) {
        return Some((date, None));
    }
    let date = date(day).or_else(|| loose_date(day))?;
    let is_omitted = line.parameter("X-APPLE-OMIT-YEAR").is_some() || day.starts_with(NO_YEAR);
    Some((date, (!is_omitted).then_some(date.year())))
}

/// `1990-1-5`, `1990/01/05`, `1990.01.05`: a year of four digits in front leaves no doubt.
fn loose_date(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let [year, month, day] = parts.as_slice() else { return None };
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 2);
    let year: i32 = year.parse().ok().filter(|_| year.len() == 4)?;
    NaiveDate::from_ymd_opt(year, number(month)?, number(day)?)
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

/// The text of a line.
fn decoded(line: &ContentLine) -> String {
    if is_quoted(line) { raw(line) } else { line.text() }
}

fn is_quoted(line: &ContentLine) -> bool {
    line.parameters.iter().any(|(_, value)| value.eq_ignore_ascii_case("QUOTED-PRINTABLE"))
}

/// The value of a line, quoted-printable undone where it is said to be (vCard 2.1), its escapes still there.
fn raw(line: &ContentLine) -> String {
    if !is_quoted(line) {
        return line.value.clone();
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
    super::text_of(bytes.clone(), charset)
        .map_or_else(|_| String::from_utf8_lossy(&bytes).into_owned(), |(text, _)| text)
}
