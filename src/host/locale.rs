//! The languages that the desktop asks for, from the variables that POSIX and gettext name.

use std::env;

/// The languages of this session, the most wanted first; empty in the C locale.
pub fn languages() -> Vec<String> {
    from_variables(|name| env::var(name).ok().filter(|value| !value.is_empty()))
}

/// Whether dates are written with the month first, as in the United States.
pub fn is_month_first() -> bool {
    let variable = |name: &&str| env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_TIME", "LANG"].iter().find_map(variable).unwrap_or_default();
    locale.split(['.', '@']).next().is_some_and(|locale| locale.ends_with("_US"))
}

/// The languages that these variables ask for, the most wanted first; empty in the C locale.
///
/// The first of `LC_ALL`, `LC_MESSAGES`, `LANG` decides; `LANGUAGE` goes before it unless it is C.
pub fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| variable(name));
    let Some(main) = locale.as_deref().and_then(language) else {
        return Vec::new();
    };
    let list = variable("LANGUAGE").unwrap_or_default();
    let mut languages = Vec::new();
    for wanted in list.split(':').filter_map(language).chain([main]) {
        if !languages.contains(&wanted) {
            languages.push(wanted);
        }
    }
    languages
}

/// The text that was to name a language, and does not.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a language; name one like `az` or `en`")]
pub struct NotALanguage(String);

/// The language that a person names, as `az`, `az_AZ.UTF-8` or `zh-hant`.
///
/// # Errors
/// When it is not one.
pub fn named(text: &str) -> Result<String, NotALanguage> {
    let is_locale = text.contains(['_', '.', '@']);
    let tag = Some(text.to_ascii_lowercase()).filter(|_| !is_locale);
    let is_tag = |tag: &String| {
        let mut parts = tag.split('-');
        parts.next().is_some_and(|first| language(first).is_some())
            && parts
                .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
    };
    tag.filter(is_tag)
        .or_else(|| language(text).filter(|_| is_locale))
        .ok_or_else(|| NotALanguage(text.to_owned()))
}

/// The language of a locale: `az` of `az_AZ.UTF-8`; none of `C` and `POSIX`.
fn language(locale: &str) -> Option<String> {
    let language = locale.split(['_', '.', '@']).next()?.to_ascii_lowercase();
    let is_language = (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_lowercase());
    is_language.then_some(language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_named_by_its_tag_or_its_locale() {
        let table = [
            ("az", Some("az")),
            ("AZ", Some("az")),
            ("az_AZ.UTF-8", Some("az")),
            ("zh-Hant", Some("zh-hant")),
            ("", None),
            ("a", None),
            ("english", None),
            ("az-", None),
            ("../az", None),
        ];
        for (text, expected) in table {
            assert_eq!(named(text).ok().as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn the_locale_names_its_languages() {
        type Case = (&'static [(&'static str, &'static str)], &'static [&'static str]);
        let table: [Case; 6] = [
            (&[("LANG", "az_AZ.UTF-8")], &["az"]),
            (&[("LANG", "en_GB.UTF-8"), ("LC_ALL", "ru_RU")], &["ru"]),
            (&[("LANG", "az_AZ"), ("LANGUAGE", "tr:az:en")], &["tr", "az", "en"]),
            (&[("LC_ALL", "C.UTF-8"), ("LANGUAGE", "az")], &[]),
            (&[("LANG", "POSIX")], &[]),
            (&[], &[]),
        ];
        for (variables, expected) in table {
            let find = |name: &str| variables.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned());
            assert_eq!(from_variables(find), expected, "{variables:?}");
        }
    }
}
