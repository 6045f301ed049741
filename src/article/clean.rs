//! What no text may carry to a notice, a terminal or a page: characters that disguise or disturb it.

use std::borrow::Cow;

/// Whether a character is left out: a control character other than tab and line end, or one that
/// turns the direction of text around (Unicode Standard Annex 9: embeddings, overrides, isolates).
///
/// The marks that merely lean a neighbour one way, which right-to-left texts use, stay.
pub(crate) fn is_left_out(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

/// The text without them.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if text.contains(is_left_out) { Cow::Owned(text.replace(is_left_out, "")) } else { Cow::Borrowed(text) }
}

/// The text on one line, without what could disguise it: how a name is shown.
///
/// ```
/// use remembrance::article::one_line;
/// assert_eq!(one_line(" Black\n January "), "Black January");
/// assert_eq!(one_line("Black\u{202e} January\u{1b}[31m"), "Black January[31m");
/// ```
pub fn one_line(text: &str) -> String {
    let words = text.split(char::is_whitespace).map(clean).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
