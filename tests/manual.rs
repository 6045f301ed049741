//! The manual of rules says what the rules do.

use crate::common::without;
use crate::tools::manual as generator;
use remembrance::rule::{FORMS, Rule};
use std::fs;
use std::process::Command;

#[test]
fn the_page_is_the_one_that_the_rules_make() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/man/remembrance-rules.7");
    let written = fs::read_to_string(path).unwrap();
    assert!(written == generator::page(), "write it anew: make manual");
}

#[test]
fn each_example_has_its_dates() {
    for form in FORMS {
        let rule: Rule = form.phrase.parse().unwrap();
        let dates = rule.dates(form.year..=form.year).unwrap();
        let dates: Vec<String> = dates.iter().map(ToString::to_string).collect();
        assert_eq!(dates.join(" "), form.dates, "{}", form.phrase);
    }
}

#[test]
fn each_month_that_the_page_names_is_known() {
    for (calendar, months) in generator::MONTHS {
        for name in months.split([',', '(', ')']).map(str::trim).filter(|name| !name.is_empty()) {
            let phrase = format!("1 {name} ({calendar})");
            let rule = phrase.parse::<Rule>();
            assert!(rule.is_ok(), "{phrase}: {rule:?}");
        }
    }
}

#[test]
fn a_reader_of_manual_pages_finds_no_fault() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/man/remembrance-rules.7");
    let Ok(output) = Command::new("groff").args(["-man", "-Tutf8", "-ww", "-z", page]).output() else {
        without::not_tried("groff is not installed");
        return;
    };
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
