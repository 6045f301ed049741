//! Days of another program as a file of `days.d`, and whose such a file is.

use super::{Imported, Timed, fingerprint};
use crate::rule::EventDate;
use crate::text::{is_left_out, one_line};
use std::collections::BTreeMap;

/// How the file begins.
const HEADER: &str = "# Imported by remembrance from ";

/// Before the fingerprint of what follows it.
const MARK: &str = "# Fingerprint: ";

/// Whose a file of `days.d` is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableOrigin {
    /// An import wrote it, and nobody else since.
    Import,
    /// An import wrote it, and somebody changed it since.
    Edited,
    /// A person wrote it.
    Person,
}

/// The text of a file of `days.d` with these days, imported from a file of that name.
///
/// The articles of days that have a text are named as files of the folder `articles`, where `articles` says where.
///
/// ```
/// use remembrance::ical::{TableOrigin, body_of, table};
/// let text = table(&[], "memorial.ics", None);
/// assert_eq!(body_of(&text), TableOrigin::Import);
/// assert_eq!(body_of(&text.replace("#\n", "# mine\n")), TableOrigin::Edited);
/// assert_eq!(body_of("[day.ana]\n"), TableOrigin::Person);
/// ```
pub fn table(days: &[Imported], from: &str, articles: Option<&str>) -> String {
    let mut body =
        "#\n# The next import writes this file anew. What is changed here stands in its way.\n".to_owned();
    days.iter().for_each(|day| body += &of_day(day, articles));
    format!("{HEADER}{}\n{MARK}{:016x}\n{body}", quoted(&one_line(from)), fingerprint(&body))
}

/// Whether an import of a file of that name wrote this text.
pub fn is_from(text: &str, from: &str) -> bool {
    text.strip_prefix(HEADER).and_then(|rest| rest.lines().next()) == Some(quoted(&one_line(from)).as_str())
}

/// The article of a day that has a text: its name, then what is said of it.
pub fn article_of(day: &Imported) -> Option<String> {
    day.text.as_ref().map(|text| format!("{}\n\n{text}\n", day.name))
}

/// The articles that the import of such a file wrote: the id of the day, and the fingerprint of its text.
///
/// ```
/// use remembrance::ical::articles_of;
/// let text = "[day.ana]\narticle = \"imported/x/ana.txt\" # Fingerprint: 00000000000000ff\n";
/// assert_eq!(articles_of(text)["ana"], 255);
/// // An odd case: what a person wrote has none.
/// assert!(articles_of("[day.ana]\narticle = \"ana.md\"\n").is_empty());
/// ```
pub fn articles_of(text: &str) -> BTreeMap<String, u64> {
    let mut id = None;
    let mut articles = BTreeMap::new();
    for line in text.lines() {
        if let Some(header) = line.strip_prefix("[day.") {
            id = header.strip_suffix(']');
        } else if let (Some(id), Some(rest)) = (id, line.strip_prefix("article = "))
            && let Some((_, mark)) = rest.rsplit_once(MARK)
            && let Ok(mark) = u64::from_str_radix(mark, 16)
        {
            articles.insert(id.to_owned(), mark);
        }
    }
    articles
}

/// Whose a file is.
pub fn body_of(text: &str) -> TableOrigin {
    let Some((_, rest)) = text.strip_prefix(HEADER).and_then(|rest| rest.split_once(MARK)) else {
        return TableOrigin::Person;
    };
    let Some((mark, body)) = rest.split_once('\n') else { return TableOrigin::Edited };
    if mark == format!("{:016x}", fingerprint(body)) { TableOrigin::Import } else { TableOrigin::Edited }
}

fn of_day(day: &Imported, articles: Option<&str>) -> String {
    let mut text = format!("\n[day.{}]\nname = {}\n", day.id, quoted(&day.name));
    text += &match day.rules.as_slice() {
        [rule] => format!("date = {}\n", quoted(rule)),
        rules => {
            let rules: Vec<String> = rules.iter().map(|rule| format!("    {},\n", quoted(rule))).collect();
            format!("date = [\n{}]\n", rules.concat())
        }
    };
    for (key, year) in [("since", day.since), ("until", day.until)] {
        text += &year.map(|year| format!("{key} = {year}\n")).unwrap_or_default();
    }
    text += &match day.event {
        None => String::new(),
        Some(EventDate::Year(year)) => format!("event = {year}\n"),
        Some(EventDate::Date(date)) => format!("event = {date}\n"),
    };
    if let Some(remind) = &day.remind {
        let leads: Vec<String> = remind.iter().map(|lead| quoted(&lead.to_string())).collect();
        text += &format!("remind = [{}]\n", leads.join(", "));
    }
    if let Some(Timed { at, zone, ahead, what }) = &day.moment {
        let zone = zone.as_ref().map(|zone| format!("zone = {}, ", quoted(zone))).unwrap_or_default();
        let (count, unit) = match ahead.num_seconds() {
            seconds if seconds % 60 == 0 => (seconds / 60, "minutes"),
            seconds => (seconds, "seconds"),
        };
        let at = at.format("%H:%M");
        text += &format!(
            "moment = {{ at = \"{at}\", {zone}what = {}, ahead = \"{count} {unit}\" }}\n",
            ceremony(what.as_ref().unwrap_or(&day.name))
        );
    }
    if let Some((folder, article)) = articles.zip(article_of(day)) {
        let file = quoted(&format!("{folder}/{}.txt", day.id));
        text += &format!("article = {file} {MARK}{:016x}\n", fingerprint(&article));
    }
    text += &day.link.as_ref().map(|link| format!("link = {}\n", quoted(link))).unwrap_or_default();
    text
}

/// What is done at a moment, as words: lower-case letters and hyphens alone would be the id of a kind.
fn ceremony(what: &str) -> String {
    let is_like_an_id = what.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    if is_like_an_id { format!("{{ en = {} }}", quoted(what)) } else { quoted(what) }
}

/// A basic string of TOML: nothing in it can end it, and what would disguise it is gone.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars().filter(|letter| !is_left_out(*letter)) {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' | '\t' => out.push(' '),
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}
