//! A paragraph cut to fit a notification: at the end of a sentence, else of a word.

use unicode_segmentation::UnicodeSegmentation;

/// The mark of something left out.
const ELLIPSIS: &str = "…";

/// The beginning of `paragraph` in at most `length` characters, as a reader counts them.
///
/// It ends with a sentence where at least half the room is used so; else with a word and an
/// ellipsis; a single word longer than all the room is cut between two characters. Sentences, words
/// and characters are those of Unicode Standard Annex 29, so that no letter loses its accent; a
/// script that parts its words by spaces is cut at a space, Chinese and Japanese between any two
/// words. Below its own first character there is nothing to cut: that is kept whatever `length` says.
///
/// ```
/// use remembrance::article::excerpt;
/// let text = "Troops entered Baku. They fired on people in the streets, and on houses.";
/// assert_eq!(excerpt(text, 100), text);
/// assert_eq!(excerpt(text, 30), "Troops entered Baku.");
/// assert_eq!(excerpt(text, 60), "Troops entered Baku. They fired on people in the streets…");
/// assert_eq!(excerpt("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}…");
/// ```
pub fn excerpt(paragraph: &str, length: usize) -> String {
    let starts = paragraph.grapheme_indices(true).map(|(at, _)| at).take(length.saturating_add(1));
    let starts: Vec<usize> = starts.collect();
    if starts.len() <= length {
        return paragraph.to_owned();
    }
    let start = |count: usize| starts.get(count).copied().unwrap_or(paragraph.len());
    let (room, least) = (start(length), start(length / 2));
    let sentence = sentence_ends(paragraph).take_while(|end| *end <= room).last();
    if let Some(end) = sentence.filter(|end| *end >= least && *end > 0) {
        return paragraph.get(..end).unwrap_or_default().to_owned();
    }
    // The ellipsis takes the room of one character.
    let room = start(length.saturating_sub(1).max(1));
    let word = word_ends(paragraph, room).filter(|end| *end <= room).last().filter(|end| *end > 0);
    // A word is hardly ever as long as half the room: what looks so is a script without spaces.
    let end = word.filter(|end| *end >= least).or_else(|| last_of_script_without_spaces(paragraph, room));
    let cut = paragraph.get(..end.or(word).unwrap_or(room)).unwrap_or_default();
    let kept = cut.trim_end_matches(|c: char| c.is_whitespace() || DANGLING.contains(c));
    if kept.is_empty() { cut.to_owned() } else { kept.to_owned() + ELLIPSIS }
}

/// What does not stand before an ellipsis: a comma, a dash, something opened.
const DANGLING: &str = ",;:–—-،؛՝、，；：([{«„“‘¿¡（「『《〈【";

/// Where a word ends: before white space, or between two characters of a script without it.
fn word_ends(text: &str, room: usize) -> impl Iterator<Item = usize> {
    text.split_word_bound_indices().map(|(at, _)| at).take_while(move |at| *at <= room).filter(|at| {
        let (before, after) = text.split_at(*at);
        let is_between = |c: char| is_without_spaces(c) && !CLOSING.contains(c);
        after.starts_with(char::is_whitespace)
            || (after.starts_with(is_between) && before.ends_with(is_without_spaces))
    })
}

/// The last place at or before `room` between two characters of a script whose words no annex tells apart.
fn last_of_script_without_spaces(text: &str, room: usize) -> Option<usize> {
    let (before, after) = text.split_at(room);
    let is_southeast_asian =
        |c: char| ('\u{e00}'..='\u{eff}').contains(&c) || ('\u{1780}'..='\u{17ff}').contains(&c);
    (before.ends_with(is_southeast_asian) && after.starts_with(is_southeast_asian)).then_some(room)
}

/// What does not begin a line in Chinese and Japanese (Unicode Standard Annex 14, class CL).
const CLOSING: &str = "、。，．：；！？）」』》〉】ー々";

/// Whether a character is of a script that writes no spaces between its words: Han, Kana and their punctuation.
fn is_without_spaces(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// Where the sentences of `text` end, without the space behind them.
fn sentence_ends(text: &str) -> impl Iterator<Item = usize> {
    text.split_sentence_bound_indices().filter(|(_, piece)| !ends_in_abbreviation(piece)).map(
        |(start, piece)| {
            let sentence = piece.trim_end();
            // The annex counts a quotation that opens the next sentence to this one.
            let opened = sentence.trim_end_matches(['“', '「', '『', '《', '（']);
            let should_exit = opened.ends_with(['。', '！', '？']);
            start + if should_exit { opened.len() } else { sentence.len() }
        },
    )
}

/// Whether a piece ends in a dot that is not the end of a sentence: after a single letter, a number
/// like that of a day, or a short word that is always followed by something.
fn ends_in_abbreviation(piece: &str) -> bool {
    const SHORT: [&str; 19] = [
        "dr", "prof", "mr", "mrs", "st", "no", "vs", "səh", "məs", "гг", "стр", "им", "тыс", "bkz", "nr",
        "ca", "jan", "նկ", "გვ",
    ];
    let Some(word) = piece.trim_end().strip_suffix('.').and_then(|text| text.rsplit([' ', '.', '(']).next())
    else {
        return false;
    };
    let letters = word.graphemes(true).count();
    let is_day = letters <= 2 && !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    letters == 1 || is_day || SHORT.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_cut_falls_at_the_end_of_a_sentence_in_every_script() {
        let table = [
            (
                "Speech by M. S. Gorbachev and others. More follows here.",
                45,
                "Speech by M. S. Gorbachev and others.",
            ),
            ("See prof. Smith on it. And then some more of the rest.", 30, "See prof. Smith on it."),
            ("Am 20. Januar fielen Schüsse. Danach war es still.", 40, "Am 20. Januar fielen Schüsse."),
            ("Bakıda 20 yanvar. Matəm günüdür və hər il qeyd olunur.", 20, "Bakıda 20 yanvar."),
            ("В Баку вошли войска. Погибли люди, и город скорбел.", 24, "В Баку вошли войска."),
            ("В 1990 г. Баку хоронил погибших. Город молчал.", 38, "В 1990 г. Баку хоронил погибших."),
            ("חיילים נכנסו לבאקו. הם ירו באנשים ברחובות.", 30, "חיילים נכנסו לבאקו."),
            ("دخلت القوات باكو. أطلقت النار على الناس؟ نعم.", 25, "دخلت القوات باكو."),
            ("Զորքերը մտան Բաքու։ Նրանք կրակեցին մարդկանց վրա։", 30, "Զորքերը մտան Բաքու։"),
            ("ჯარები ბაქოში შევიდნენ. მათ ხალხს ესროლეს.", 32, "ჯარები ბაქოში შევიდნენ."),
            ("军队进入巴库。他们向人们开枪。城市陷入沉默。", 16, "军队进入巴库。他们向人们开枪。"),
            ("他问：“谁？”“我们。”大家沉默了很久很久。", 13, "他问：“谁？”“我们。”"),
            ("군대가 바쿠에 들어갔다. 그들은 사람들에게 총을 쏘았다.", 20, "군대가 바쿠에 들어갔다."),
        ];
        for (text, length, expected) in table {
            assert_eq!(excerpt(text, length), expected);
        }
    }

    #[test]
    fn where_no_sentence_fits_a_word_stays_whole() {
        let table = [
            ("anti-Armenian pogroms had begun there in January", 20, "anti-Armenian…"),
            ("войска вошли в город ночью без предупреждения", 24, "войска вошли в город…"),
            ("חיילים סובייטים נכנסו ללא אזהרה לבאקו", 18, "חיילים סובייטים…"),
            ("دخلت القوات السوفيتية مدينة باكو ليلا", 24, "دخلت القوات السوفيتية…"),
            ("խորհրդային զորքերը գիշերը մտան քաղաք", 20, "խորհրդային զորքերը…"),
            ("საბჭოთა ჯარები ღამით შევიდნენ ქალაქში", 18, "საბჭოთა ჯარები…"),
            ("苏联军队在夜间进入了巴库市中心并向人群开枪", 10, "苏联军队在夜间进入…"),
            ("ソビエト軍は夜、バクーに入り人々を撃った", 10, "ソビエト軍は夜…"),
            ("ทหารโซเวียตเข้าสู่เมืองบากูในเวลากลางคืน", 12, "ทหารโซเวียตเ…"),
            ("Pneumonoultramicroscopicsilicovolcanoconiosis", 10, "Pneumonou…"),
            ("שָׁלוֹם וּבְרָכָה לְכֻלָּם", 6, "שָׁלוֹם…"),
            ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2, "👩‍👩‍👧‍👦…"),
        ];
        for (text, length, expected) in table {
            assert_eq!(excerpt(text, length), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn an_excerpt_fits_and_cuts_no_character(text in "\\PC{0,200}", length in 2_usize..80) {
            let cut = excerpt(&text, length);
            prop_assert!(cut.graphemes(true).count() <= length);
            let kept = cut.strip_suffix(ELLIPSIS).unwrap_or(&cut);
            prop_assert!(text.starts_with(kept) || text == cut);
            // A mark that belongs to what follows it (GCB=Prepend) makes one cluster with a space: the space may go.
            let rest = &text[kept.len()..];
            let is_bound = rest.is_empty() || rest.starts_with(char::is_whitespace);
            let is_bound = is_bound || text.grapheme_indices(true).any(|(at, _)| at == kept.len());
            prop_assert!(is_bound, "{kept:?} of {text:?}");
        }
    }
}
