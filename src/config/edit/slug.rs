//! Ids made of names: `Nənə Gülnarə` is `nene-gulnare`.

use crate::text::latin;

/// The longest id that is made; one that a person writes may be longer.
const LONGEST: usize = 40;

/// An id for a day of this name that `is_taken` does not know; the words of its date where the name has no
/// letter that can be written in an id.
///
/// ```
/// use remembrance::config::edit::id_of;
/// assert_eq!(id_of("Nənə Gülnarə", "March 12", |_| false), "nene-gulnare");
/// assert_eq!(id_of("Nənə", "March 12", |id| id == "nene"), "nene-2");
/// assert_eq!(id_of("祖母", "March 12", |_| false), "march-12");
/// ```
pub fn id_of(name: &str, rule: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let base = [slug(name), slug(rule)].into_iter().find(|slug| !slug.is_empty());
    let base = base.unwrap_or_else(|| "day".to_owned());
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    std::iter::once(base.clone()).chain(numbered).find(|id| !is_taken(id)).expect("numbers have no end")
}

/// A name in small letters, digits and hyphens: Latin letters without their marks, Cyrillic and Greek as they
/// are commonly written in Latin; other signs are left out.
///
/// ```
/// use remembrance::config::edit::slug;
/// assert_eq!(slug("Şəhidlər xiyabanı"), "sehidler-xiyabani");
/// assert_eq!(slug("День памяти"), "den-pamyati");
/// assert_eq!(slug("Mother's day, 1990"), "mothers-day-1990");
/// ```
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for word in name.split(|c: char| c.is_whitespace() || "-–—/_,.:;()·".contains(c)) {
        let plain: String = word.chars().flat_map(char::to_lowercase).map(latin).collect();
        if plain.is_empty() {
            continue;
        }
        if slug.len() + 1 + plain.len() > LONGEST && !slug.is_empty() {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(plain.chars().take(LONGEST));
    }
    slug
}
