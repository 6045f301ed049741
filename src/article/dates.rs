//! Dates at the start of a paragraph, which CommonMark takes for the items of a list.
//!
//! Many languages write a date or a year with a dot: `14. juunil 1941`, `1945. január 27-én`. CommonMark begins an
//! ordered list with any number (CommonMark 0.31, section 5.2), so the paragraph would be item 1,945 of a list, and no
//! notification could quote it. A number of three digits or more, or one that neither begins a list at 0 or 1 nor counts on
//! from a neighbour, is a date.

use std::borrow::Cow;

/// The text with the dot behind such a number escaped.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    let lines: Vec<&str> = text.split('\n').collect();
    let starts = lines.iter().enumerate().filter(|(at, _)| starts_paragraph(&lines, *at));
    let numbered: Vec<(usize, u32)> = starts.filter_map(|(at, line)| Some((at, number(line)?))).collect();
    let is_date = |index: usize| {
        let number = numbered[index].1;
        let before = index.checked_sub(1).and_then(|before| numbered.get(before)).map(|(_, number)| *number);
        let after = numbered.get(index + 1).map(|(_, number)| *number);
        number >= 100 || (number > 1 && before != number.checked_sub(1) && after != Some(number + 1))
    };
    let dates: Vec<usize> =
        (0..numbered.len()).filter(|index| is_date(*index)).map(|index| numbered[index].0).collect();
    if dates.is_empty() {
        return Cow::Borrowed(text);
    }
    let lines = lines.iter().enumerate().map(|(at, line)| {
        if dates.contains(&at) { Cow::Owned(line.replacen(". ", "\\. ", 1)) } else { Cow::Borrowed(*line) }
    });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}

/// Whether a line is the first of a paragraph.
fn starts_paragraph(lines: &[&str], at: usize) -> bool {
    at.checked_sub(1).and_then(|before| lines.get(before)).is_none_or(|before| before.trim().is_empty())
}

/// The number that a line begins with, as `14. ` does.
fn number(line: &str) -> Option<u32> {
    let (digits, _) = line.split_once(". ")?;
    // Longer numbers begin no list.
    digits.parse().ok().filter(|_| digits.len() <= 9 && digits.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use crate::article::{Article, Format};

    #[test]
    fn a_paragraph_that_begins_with_a_date_is_no_list() {
        let table = [
            ("14. juunil 1941 algas.\n\nTeine.", vec!["14. juunil 1941 algas.", "Teine."]),
            ("1945. január 27-én.\n\n1946. február.", vec!["1945. január 27-én.", "1946. február."]),
            // A list stays a list, also one that goes on from another number.
            ("Lead.\n\n1. One\n2. Two", vec!["Lead."]),
            ("Lead.\n\n1. One\n\n2. Two", vec!["Lead.", "One", "Two"]),
            ("Lead.\n\n7. Seven\n\n8. Eight", vec!["Lead.", "Seven", "Eight"]),
        ];
        for (text, paragraphs) in table {
            let article = Article::parse(text, Format::Markdown).unwrap();
            assert_eq!(article.paragraphs, paragraphs, "{text}");
        }
    }
}
