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

/// Whether a character is left out: a control character other than tab and line end, or one that
/// turns the direction of text around (Unicode Standard Annex 9: embeddings, overrides, isolates).
///
/// The marks that merely lean a neighbour one way, which right-to-left texts use, stay.
pub(crate) fn is_left_out(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
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
    let words = text.split(char::is_whitespace).map(clean).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The longest word for which a near one is looked for, in bytes.
const LONGEST_WORD: usize = 400;

/// The nearest of `known` to `word`, for "did you mean"; `None` when nothing is near.
pub(crate) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    if word.len() > LONGEST_WORD {
        return None;
    }
    let scored = known.into_iter().map(|candidate| (strsim::jaro_winkler(word, candidate), candidate));
    let best = scored.max_by(|(a, _), (b, _)| a.total_cmp(b));
    best.filter(|(score, _)| *score > 0.75).map(|(_, candidate)| candidate)
}
