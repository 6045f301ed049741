//! Text helpers that more than one folder needs.

use std::borrow::Cow;
use std::io::{self, ErrorKind};

/// What an error of the system means, in a few words.
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory => {
            "there is a file where a folder should be".to_owned()
        }
        ErrorKind::StorageFull => "the disk is full".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "the file system is read-only".to_owned(),
        _ => {
            let text = error.to_string();
            text.split(" (os error").next().unwrap_or_default().to_lowercase()
        }
    }
}

/// Why a link counts neither as a file nor as nothing.
pub const LEADS_NOWHERE: &str = "it is a link that leads nowhere";

/// Whether a text begins so, in capital letters or small.
pub(crate) fn begins_with(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start))
}

/// Whether a character is left out: a control character other than tab and line end, or one that
/// turns the direction of text around (Unicode Standard Annex 9: embeddings, overrides, isolates), ends a line, or hides
/// text (annotations, and what Unicode has deprecated).
///
/// The marks that merely lean a neighbour one way, which right-to-left texts use, stay.
pub(crate) fn is_left_out(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' | '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffb}' | '\u{e0001}')
}

/// True for a text of ASCII letters, digits and signs, spaces, tabs and line ends, in which nothing is left out.
pub(crate) fn is_plain(text: &str) -> bool {
    is_printable_or(text.as_bytes(), |byte| matches!(byte, b'\n' | b'\t'))
}

/// True for the same without tabs and line ends: what nearly every name and every cell of a table is.
pub(crate) fn is_plain_line(text: &str) -> bool {
    is_printable_or(text.as_bytes(), |_| false)
}

/// True for plain words with one space between two of them.
pub(crate) fn is_plain_words(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_blank = |byte: Option<&u8>| byte.is_none_or(|byte| *byte == b' ');
    is_plain_line(text)
        && !is_blank(bytes.first())
        && !is_blank(bytes.last())
        && !bytes.windows(2).any(|pair| pair == b"  ")
}

/// Whether every byte is one of ASCII from the blank to the tilde, or one that `is_more` allows.
///
/// A config may have half a million bytes of them, so eight are looked at together.
#[inline]
pub(crate) fn is_printable_or(bytes: &[u8], is_more: impl Fn(u8) -> bool + Copy) -> bool {
    let is_one = |byte: &u8| matches!(byte, b' '..=b'~') || is_more(*byte);
    let is_word = |word: &[u8; 8]| is_printable_word(*word) || word.iter().all(is_one);
    match bytes.last_chunk::<8>() {
        None => bytes.iter().all(is_one),
        // The last eight may begin before those before them end.
        Some(last) => bytes.as_chunks::<8>().0.iter().all(is_word) && is_word(last),
    }
}

/// Whether all eight bytes are from the blank to the tilde: none has its highest bit, nor gets it when a blank is taken
/// away or one is added.
#[inline]
fn is_printable_word(word: [u8; 8]) -> bool {
    let every = |byte: u8| u64::from_ne_bytes([byte; 8]);
    let word = u64::from_ne_bytes(word);
    (word | word.wrapping_sub(every(b' ')) | word.wrapping_add(every(1))) & every(0x80) == 0
}

/// The text without them.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    if text.contains(is_left_out) { Cow::Owned(text.replace(is_left_out, "")) } else { Cow::Borrowed(text) }
}

/// The text on one line, without what could disguise it: how a name is shown.
///
/// ```
/// use remembrance::text::one_line;
/// assert_eq!(one_line(" Black\n January "), "Black January");
/// assert_eq!(one_line("Black\u{202e} January\u{1b}[31m"), "Black January[31m");
/// ```
pub fn one_line(text: &str) -> String {
    on_one_line(text).into_owned()
}

/// The same; a text that needs no change stays where it is.
pub(crate) fn on_one_line(text: &str) -> Cow<'_, str> {
    if is_plain_words(text) {
        return Cow::Borrowed(text);
    }
    let mut line = String::with_capacity(text.len());
    for word in text.split(char::is_whitespace).map(clean).filter(|word| !word.is_empty()) {
        line += if line.is_empty() { "" } else { " " };
        line += &word;
    }
    Cow::Owned(line)
}

/// The text with a blank for each line break in it: what a sentence quotes stays on the line of the sentence.
///
/// ```
/// use remembrance::text::unbroken;
/// assert_eq!(unbroken("`a  b\r\nerror: c`"), "`a  b error: c`");
/// ```
pub fn unbroken(text: &str) -> Cow<'_, str> {
    // The mandatory breaks of Unicode Standard Annex 14.
    const BREAKS: [char; 7] = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    if is_plain_line(text) || !text.contains(BREAKS) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", " ").replace(BREAKS, " "))
}

/// Whether that is an address of http or https, without a blank and without what would be left out where it is shown.
pub(crate) fn is_web_address(text: &str) -> bool {
    ["http://", "https://"].into_iter().any(|scheme| begins_with(text, scheme))
        && !text.contains(|c: char| c.is_control() || c.is_whitespace() || is_left_out(c))
}

/// The text with a capital letter at its beginning.
pub(crate) fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    first + letters.as_str()
}

/// The longest word for which a near one is looked for, in bytes.
const LONGEST_WORD: usize = 400;

/// The nearest of `known` to `word`, for "did you mean"; `None` when nothing is near.
///
/// Near is one slip in three to five letters, two in up to eleven, three in more: a letter left out, added, changed or
/// swapped with its neighbour. Of two as near, the one that starts alike and is as long wins. A word of three letters
/// or more is also near to the one name that starts with it.
pub(crate) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let (near, longer) = near_and_longer(word, known);
    let length = word.chars().count();
    let near = near.into_iter().min_by_key(|name| name.chars().count().abs_diff(length));
    near.or(longer.first().copied())
}

/// The names that are nearest to a word and as near, and those that start with it; see [`nearest`].
pub(crate) fn all_nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Vec<&'k str> {
    let (mut near, longer) = near_and_longer(word, known);
    near.extend(longer);
    near
}

/// The names that are nearest, in their order, and those that start with the word.
fn near_and_longer<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> (Vec<&'k str>, Vec<&'k str>) {
    let (mut near, mut longer) = (Vec::new(), Vec::new());
    if word.len() > LONGEST_WORD {
        return (near, longer);
    }
    let letters = word.chars().count();
    let most_slips = match letters {
        0..=2 => 0,
        3..=5 => 1,
        6..=11 => 2,
        _ => 3,
    };
    let mut least = (most_slips, true);
    for candidate in known {
        if letters >= 3 && candidate.starts_with(word) {
            longer.push(candidate);
        }
        if candidate.chars().count().abs_diff(letters) > most_slips {
            continue;
        }
        let slips = strsim::osa_distance(candidate, word);
        let rank = (slips, candidate.chars().next() != word.chars().next());
        if rank < least {
            near.clear();
        }
        if rank <= least {
            least = rank;
            near.push(candidate);
        }
    }
    (near, longer)
}

/// A small letter as it is written with the 26 of English: Latin without its marks, Cyrillic and Greek as they are
/// commonly transliterated; empty for any other sign.
///
/// ```
/// use remembrance::text::latin;
/// assert_eq!("şəhid".chars().map(latin).collect::<String>(), "sehid");
/// assert_eq!("января".chars().map(latin).collect::<String>(), "yanvarya");
/// assert_eq!(latin('祖'), "");
/// ```
pub fn latin(letter: char) -> &'static str {
    if letter.is_ascii_alphanumeric() {
        const PLAIN: &str = "0123456789abcdefghijklmnopqrstuvwxyz";
        return PLAIN.find(letter).and_then(|at| PLAIN.get(at..=at)).unwrap_or_default();
    }
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' | 'а' | 'α' | 'ά' => "a",
        'æ' => "ae",
        'б' | 'ḃ' => "b",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' | 'ḍ' | 'ḏ' | 'д' | 'δ' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ə' | 'ẹ'..='ệ' | 'е' | 'э' | 'є' | 'ε' | 'έ' => {
            "e"
        }
        'ё' => "yo",
        'ф' | 'φ' => "f",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'ǧ' | 'ḡ' | 'г' | 'ґ' | 'ғ' | 'γ' => "g",
        'ĥ' | 'ħ' | 'ḥ' | 'ḫ' | 'ẖ' | 'һ' | 'ҳ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ǐ' | 'ỉ' | 'ị' | 'и' | 'і' | 'η' | 'ή' | 'ι' | 'ί' => {
            "i"
        }
        'ї' => "yi",
        'ĵ' => "j",
        'ķ' | 'ḳ' | 'ḵ' | 'к' | 'қ' | 'κ' => "k",
        'х' | 'χ' => "kh",
        'ĺ' | 'ļ' | 'ľ' | 'ł' | 'ḷ' | 'л' | 'λ' => "l",
        'ṃ' | 'м' | 'μ' => "m",
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŋ' | 'ṅ' | 'ṇ' | 'н' | 'ң' | 'ν' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ǒ' | 'ơ' | 'ọ'..='ợ' | 'о' | 'ө' | 'ο' | 'ό' | 'ω' | 'ώ' => {
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
        'ţ' | 'ť' | 'ț' | 'ŧ' | 'ṭ' | 'ṯ' | 'т' | 'τ' => "t",
        'þ' | 'θ' => "th",
        'ц' => "ts",
        'ч' => "ch",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ǔ' | 'ư' | 'ụ'..='ự' | 'у' | 'ү' | 'ұ' => {
            "u"
        }
        'в' | 'β' => "v",
        'ŵ' => "w",
        'ξ' => "x",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' | 'й' | 'ы' | 'υ' | 'ύ' => "y",
        'ю' => "yu",
        'я' => "ya",
        'ź' | 'ż' | 'ž' | 'ẓ' | 'ẕ' | 'з' | 'ζ' => "z",
        'ж' => "zh",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn eight_bytes_together_are_judged_as_each_by_itself(text in "([ -~]{0,9}|[\\x00-\\x7f]|[ -~]{7}\n|  |ə){0,6}") {
            let is_printable = |byte: u8| (b' '..=b'~').contains(&byte);
            prop_assert_eq!(is_plain_line(&text), text.bytes().all(is_printable));
            let is_more = |byte: u8| is_printable(byte) || byte == b'\n' || byte == b'\t';
            prop_assert_eq!(is_plain(&text), text.bytes().all(is_more));
            let is_words = text.split(' ').all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_graphic()));
            prop_assert_eq!(is_plain_words(&text), is_words);
        }
    }
}
