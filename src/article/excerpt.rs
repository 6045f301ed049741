//! A paragraph cut to fit a notice: at the end of a sentence, else of a word.

use unicode_segmentation::UnicodeSegmentation;

/// The mark of something left out.
const ELLIPSIS: &str = "…";

/// The beginning of `paragraph` in at most `length` characters, as a reader counts them.
///
/// It ends with a sentence where at least half the room is used so; else with a word and an
/// ellipsis; a single word longer than all the room is cut between two characters. Characters are
/// grapheme clusters (Unicode Standard Annex 29), so that no letter loses its accent.
///
/// ```
/// use remembrance::article::excerpt;
/// let text = "Troops entered Baku. They fired on people in the streets, and on houses.";
/// assert_eq!(excerpt(text, 100), text);
/// assert_eq!(excerpt(text, 30), "Troops entered Baku.");
/// assert_eq!(excerpt(text, 60), "Troops entered Baku. They fired on people in the streets,…");
/// assert_eq!(excerpt("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}…");
/// ```
pub fn excerpt(paragraph: &str, length: usize) -> String {
    let graphemes: Vec<(usize, &str)> = paragraph.grapheme_indices(true).collect();
    if graphemes.len() <= length {
        return paragraph.to_owned();
    }
    let end_of = |count: usize| graphemes.get(count).map_or(paragraph.len(), |(at, _)| *at);
    let room = paragraph.get(..end_of(length)).unwrap_or_default();
    let least = end_of(length / 2);
    let sentence = sentence_ends(paragraph).take_while(|end| *end <= room.len()).last();
    if let Some(end) = sentence.filter(|end| *end >= least) {
        return room.get(..end).unwrap_or_default().to_owned();
    }
    // The ellipsis takes the room of one character.
    let room = room.get(..end_of(length.saturating_sub(1))).unwrap_or_default();
    let words =
        room.trim_end().rfind(char::is_whitespace).map(|at| room.get(..at).unwrap_or_default().trim_end());
    let is_whole_word = paragraph.get(room.len()..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
    let cut =
        if is_whole_word { room.trim_end() } else { words.filter(|words| !words.is_empty()).unwrap_or(room) };
    cut.to_owned() + ELLIPSIS
}

/// Where the sentences of `text` end, without the space behind them.
fn sentence_ends(text: &str) -> impl Iterator<Item = usize> {
    text.split_sentence_bound_indices()
        .filter(|(_, piece)| !ends_in_abbreviation(piece))
        .map(|(start, piece)| start + piece.trim_end().len())
}

/// Whether a piece ends in a dot that is not the end of a sentence: after a single capital, or a
/// short word that is always followed by something.
fn ends_in_abbreviation(piece: &str) -> bool {
    const SHORT: [&str; 17] = [
        "dr", "prof", "mr", "mrs", "st", "no", "vs", "b", "səh", "c", "məs", "г", "гг", "т", "стр", "bkz",
        "s",
    ];
    let Some(word) = piece.trim_end().strip_suffix('.').and_then(|text| text.rsplit([' ', '.', '(']).next())
    else {
        return false;
    };
    let mut letters = word.chars();
    let is_initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    is_initial || SHORT.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn initials_and_short_words_end_no_sentence() {
        let table = [
            (
                "Speech by M. S. Gorbachev and others. More follows here now.",
                45,
                "Speech by M. S. Gorbachev and others.",
            ),
            ("See prof. Smith on it. And then some more of the rest.", 30, "See prof. Smith on it."),
            ("Bakıda 20 yanvar. Matəm günüdür və hər il qeyd olunur.", 20, "Bakıda 20 yanvar."),
            ("В Баку вошли войска. Погибли люди, и город скорбел.", 24, "В Баку вошли войска."),
        ];
        for (text, length, expected) in table {
            assert_eq!(excerpt(text, length), expected);
        }
    }

    proptest! {
        #[test]
        fn an_excerpt_fits_and_begins_as_the_paragraph_does(text in "\\PC{0,200}", length in 1_usize..80) {
            let cut = excerpt(&text, length);
            prop_assert!(cut.graphemes(true).count() <= length.max(1) + 1);
            let kept = cut.strip_suffix(ELLIPSIS).unwrap_or(&cut);
            prop_assert!(text.starts_with(kept) || text == cut);
        }
    }
}
