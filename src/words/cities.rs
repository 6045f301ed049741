//! What the city of a time zone is called, in the languages that the table has.

use crate::zone::place_in;

/// The names of each zone, and its city in the languages of [`LANGUAGES`]: text, as a table of pointers would be relocated
/// at each start.
const CITIES: &str = include_str!("cities.tsv");

/// The languages of the columns.
const LANGUAGES: [&str; 4] = ["en", "az", "ru", "tr"];

/// The names of one zone, the present one first, and the cities beside them.
fn row(zone: &str) -> Option<(&'static str, &'static str)> {
    let rows = CITIES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    let mut rows = rows.filter(|(names, _)| names.split(' ').any(|name| name == zone));
    rows.next()
}

/// All names of a zone, the present one first; of one that the table does not have, its name.
pub(super) fn names(zone: &str) -> impl Iterator<Item = &str> {
    row(zone).map_or(zone, |(names, _)| names).split(' ')
}

/// The city of a zone in `language`, else in English; the last part of its name where the table says no other.
pub(super) fn city(zone: &str, language: &str) -> String {
    let column = |language: &str| {
        let index = LANGUAGES.iter().position(|known| *known == language)?;
        row(zone)?.1.split('\t').nth(index).filter(|city| !city.is_empty())
    };
    let city = column(language).or_else(|| column("en"));
    city.map_or_else(|| place_in(names(zone).next().unwrap_or(zone)), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_city_is_named_in_the_readers_language_else_in_english_else_by_its_zone() {
        let table = [
            ("Asia/Tashkent", ["Tashkent", "Daşkənd", "Ташкент", "Taşkent", "Tashkent"]),
            (
                "Asia/Saigon",
                ["Ho Chi Minh City", "Ho Şi Min", "Хошимин", "Ho Chi Minh Kenti", "Ho Chi Minh City"],
            ),
            (
                "America/Los_Angeles",
                ["Los Angeles", "Los Anceles", "Лос-Анджелес", "Los Angeles", "Los Angeles"],
            ),
            ("Mars/Olympus_Mons", ["Olympus Mons"; 5]),
            ("UTC", ["UTC"; 5]),
        ];
        for (zone, cities) in table {
            let named = ["en", "az", "ru", "tr", "de"].map(|language| city(zone, language));
            assert_eq!(named, cities, "{zone}");
        }
    }

    #[test]
    fn each_line_has_names_and_a_column_for_each_language_at_most() {
        let lines: Vec<&str> = CITIES.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(lines.len() > 400);
        for line in lines {
            assert!((2..=5).contains(&line.split('\t').count()), "{line}");
        }
    }
}
