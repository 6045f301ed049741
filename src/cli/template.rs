//! The template of `today --format`: text with placeholders.

use crate::day::Day;
use crate::notification::{in_years, summary};
use crate::text::one_line;
use crate::words::Words;
use chrono::NaiveDate;
use std::str::FromStr;

/// A template that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Template(Vec<Piece>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Filled(Placeholder),
}

/// A value of an occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Placeholder {
    Summary,
    Name,
    Years,
    Anniversary,
    Date,
    Day,
}

const PLACEHOLDERS: [(&str, Placeholder); 6] = [
    ("summary", Placeholder::Summary),
    ("name", Placeholder::Name),
    ("years", Placeholder::Years),
    ("anniversary", Placeholder::Anniversary),
    ("date", Placeholder::Date),
    ("day", Placeholder::Day),
];

impl FromStr for Template {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (mut pieces, mut literal) = (Vec::new(), String::new());
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            let (before, braces) = rest.split_at(at);
            literal += before;
            if let Some(after) = braces.strip_prefix("{{").or_else(|| braces.strip_prefix("}}")) {
                literal += &braces[..1];
                rest = after;
                continue;
            }
            let name = braces.strip_prefix('{').and_then(|inner| inner.split_once('}'));
            let known = name.and_then(|(name, _)| PLACEHOLDERS.iter().find(|(known, _)| *known == name));
            let (Some((_, after)), Some((_, placeholder))) = (name, known) else {
                let known: Vec<String> = PLACEHOLDERS.iter().map(|(name, _)| format!("{{{name}}}")).collect();
                return Err(format!("a template has {} in braces, and `{{{{` for a brace", known.join(", ")));
            };
            pieces.push(Piece::Text(std::mem::take(&mut literal)));
            pieces.push(Piece::Filled(*placeholder));
            rest = after;
        }
        pieces.push(Piece::Text(literal + rest));
        Ok(Self(pieces))
    }
}

impl Template {
    /// The template filled in, on one line; a separator before an empty value is left out.
    pub(super) fn fill(&self, day: &Day, date: NaiveDate, words: &Words, languages: &[String]) -> String {
        let anniversary = day.anniversary(date);
        let value = |placeholder| match placeholder {
            Placeholder::Summary => summary(day, date, words, languages).into_owned(),
            Placeholder::Name => day.name.get(languages).to_owned(),
            Placeholder::Years => anniversary.map(|found| in_years(found, words)).unwrap_or_default(),
            Placeholder::Anniversary => anniversary.map(|found| found.years.to_string()).unwrap_or_default(),
            Placeholder::Date => date.to_string(),
            Placeholder::Day => day.id.to_string(),
        };
        let mut line = String::new();
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => line += text,
                Piece::Filled(placeholder) => {
                    let value = value(*placeholder);
                    if value.is_empty() {
                        line.truncate(line.trim_end_matches([' ', '·', '-', '–', ',', ':']).len());
                    }
                    line += &value;
                }
            }
        }
        one_line(&line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_filled_in() {
        let mut day = Day::new("ana", "Ana", "March 12");
        let date = NaiveDate::from_ymd_opt(2027, 3, 12).unwrap();
        let words = Words::choose(&[]);
        let fill =
            |day: &Day, template: &str| template.parse::<Template>().unwrap().fill(day, date, &words, &[]);
        assert_eq!(fill(&day, "{name} · {years}"), "Ana");
        day.event = Some(crate::rule::EventDate::Year(2018));
        let table = [
            ("{name} · {years}", "Ana · 9 years"),
            ("{day} {date} {anniversary}", "ana 2027-03-12 9"),
            ("{{\"text\": \"{summary}\"}}", "{\"text\": \"Ana · 9 years\"}"),
            ("plain", "plain"),
        ];
        for (template, expected) in table {
            assert_eq!(fill(&day, template), expected);
        }
        // Hijri years say that they are, as everywhere.
        let mut hijri = Day::new("ata", "Ata", "10 Muharram");
        hijri.event = Some(crate::rule::EventDate::Year(2000));
        let date = hijri.dates(2027..=2027).unwrap()[0];
        let years = "{years}".parse::<Template>().unwrap().fill(&hijri, date, &words, &[]);
        assert!(years.ends_with(" Hijri years"), "{years}");
        for wrong in ["{nme}", "{name", "name}", "{"] {
            assert!(wrong.parse::<Template>().is_err(), "{wrong}");
        }
    }
}
