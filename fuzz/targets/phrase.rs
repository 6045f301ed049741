//! The phrase of a rule: what is understood is written so that it is understood again, as the same rule.
#![no_main]

use libfuzzer_sys::fuzz_target;
use remembrance::rule::Rule;

fuzz_target!(|phrase: &str| {
    match phrase.parse::<Rule>() {
        Ok(rule) => {
            let written = rule.to_string();
            let again: Rule = written.parse().unwrap_or_else(|error| panic!("{written:?}: {error}"));
            assert_eq!(again, rule, "{written:?}");
            let _ = rule.explain();
            for years in [2020..=2030, 1..=3, 9997..=9999] {
                if let Ok(dates) = rule.dates(years) {
                    assert!(dates.is_sorted(), "{dates:?}");
                }
            }
        }
        Err(error) => {
            let _ = error.render(phrase);
        }
    }
});
