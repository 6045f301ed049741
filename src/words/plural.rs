//! Plural forms that Fluent's rules get wrong.

/// A number that stands for `count` where Fluent chooses the form: one with the same form, that Fluent knows the form of.
///
/// `intl_pluralrules` 7.0.2 takes the rule `n % 100 = 3..10` of CLDR for `n = 3..10`, so that it has the form of small
/// numbers right and not that of large ones. These are the languages that have such a rule.
pub(super) fn stand_in(language: &str, count: i64) -> i64 {
    let (last, last_two) = (count % 10, count % 100);
    match language {
        "ar" if (3..=99).contains(&last_two) => last_two,
        "be" if (2..=4).contains(&last) && !(12..=14).contains(&last_two) => last,
        "lt" if (2..=9).contains(&last) && !(11..=19).contains(&last_two) => last,
        "ro" if count > 100 && (1..=19).contains(&last_two) => 2,
        _ => count,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_number_has_a_small_one_of_its_form() {
        let table = [
            ("ar", 103, 3),
            ("ar", 102, 102),
            ("ar", 111, 11),
            ("be", 24, 4),
            ("be", 112, 112),
            ("lt", 29, 9),
            ("lt", 19, 19),
            ("ro", 101, 2),
            ("ro", 120, 120),
            ("ro", 1, 1),
            ("ru", 24, 24),
        ];
        for (language, count, expected) in table {
            assert_eq!(stand_in(language, count), expected, "{language} {count}");
        }
    }
}
