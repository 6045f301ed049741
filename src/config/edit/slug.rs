//! Ids made of names: `Nənə Gülnarə` is `nene-gulnare`.

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
    std::iter::once(base.clone()).chain(numbered).find(|id| !is_taken(id)).unwrap_or(base)
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

/// A small letter as it is written with the 26 of English.
fn latin(letter: char) -> &'static str {
    if letter.is_ascii_alphanumeric() {
        const PLAIN: &str = "0123456789abcdefghijklmnopqrstuvwxyz";
        return PLAIN.find(letter).and_then(|at| PLAIN.get(at..=at)).unwrap_or_default();
    }
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' | 'а' | 'α' | 'ά' => "a",
        'æ' => "ae",
        'б' | 'ḃ' => "b",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' | 'ḍ' | 'д' | 'δ' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ə' | 'ẹ'..='ệ' | 'е' | 'э' | 'є' | 'ε' | 'έ' => {
            "e"
        }
        'ё' => "yo",
        'ф' | 'φ' => "f",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'ǧ' | 'г' | 'ґ' | 'ғ' | 'γ' => "g",
        'ĥ' | 'ħ' | 'ḥ' | 'һ' | 'ҳ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ' | 'ị' | 'и' | 'і' | 'η' | 'ή' | 'ι' | 'ί' => {
            "i"
        }
        'ї' => "yi",
        'ĵ' => "j",
        'ķ' | 'ḳ' | 'к' | 'қ' | 'κ' => "k",
        'х' | 'χ' => "kh",
        'ĺ' | 'ļ' | 'ľ' | 'ł' | 'л' | 'λ' => "l",
        'м' | 'μ' => "m",
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŋ' | 'н' | 'ң' | 'ν' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ'..='ợ' | 'о' | 'ө' | 'ο' | 'ό' | 'ω' | 'ώ' => {
            "o"
        }
        'œ' => "oe",
        'п' | 'π' => "p",
        'ψ' => "ps",
        'ŕ' | 'ř' | 'ṛ' | 'р' | 'ρ' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ṣ' | 'с' | 'σ' | 'ς' => "s",
        'ß' => "ss",
        'ш' => "sh",
        'щ' => "shch",
        'ţ' | 'ť' | 'ț' | 'ŧ' | 'ṭ' | 'т' | 'τ' => "t",
        'þ' | 'θ' => "th",
        'ц' => "ts",
        'ч' => "ch",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ'..='ự' | 'у' | 'ү' | 'ұ' => {
            "u"
        }
        'в' | 'β' => "v",
        'ŵ' => "w",
        'ξ' => "x",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' | 'й' | 'ы' | 'υ' | 'ύ' => "y",
        'ю' => "yu",
        'я' => "ya",
        'ź' | 'ż' | 'ž' | 'ẓ' | 'з' | 'ζ' => "z",
        'ж' => "zh",
        _ => "",
    }
}
