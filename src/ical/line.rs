//! Content lines (RFC 5545, section 3.1; RFC 6350 has the same): unfolding, and the tree of components.
//!
//! # Design
//! The icalendar crate was tried. One line that is no property made it give up the whole file, naming another line;
//! it gives no line of a property, knows no vCard, and writes alarms with a new random UID each time. What is told here is
//! told by line, and what is sound beside a mistake is kept, so the two pages of grammar are ours.

use super::Note;

/// A line with its folds undone, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ContentLine {
    /// The line of the file that it begins on, from 1.
    pub(super) number: usize,
    /// The name of the property in capitals, without the group that a vCard may put before it.
    pub(super) name: String,
    /// The group before the name, as `item1` of `item1.X-ABDATE`.
    pub(super) group: String,
    /// The parameters: names in capitals, values without their quotes.
    pub(super) parameters: Vec<(String, String)>,
    /// The value as it is written.
    pub(super) value: String,
}

impl ContentLine {
    /// The value of a parameter.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The value as text: escapes undone (RFC 5545, section 3.3.11).
    pub(super) fn text(&self) -> String {
        unescape(&self.value)
    }
}

/// What stands between `BEGIN` and `END`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Component {
    pub(super) name: String,
    /// The line of its `BEGIN`.
    pub(super) number: usize,
    pub(super) lines: Vec<ContentLine>,
    pub(super) inner: Vec<Component>,
}

impl Component {
    /// The first line of this name.
    pub(super) fn line(&self, name: &str) -> Option<&ContentLine> {
        self.lines.iter().find(|line| line.name == name)
    }

    /// Every line of this name.
    pub(super) fn all<'c>(&'c self, name: &'c str) -> impl Iterator<Item = &'c ContentLine> {
        self.lines.iter().filter(move |line| line.name == name)
    }
}

/// Components within components are read to this depth; iCalendar has three.
const DEEPEST: usize = 8;

/// A line of this many bytes or more is left out; the longest that people write hold a picture.
const LONGEST: usize = 1024 * 1024;

/// What a file holds, and what was wrong on the way.
pub(super) struct Tree {
    /// The components at its top.
    pub(super) tops: Vec<Component>,
    pub(super) notes: Vec<Note>,
    /// The line of the outermost component that never ends: the file was cut off.
    pub(super) cut_off: Option<usize>,
}

/// Reads the components of a text.
pub(super) fn tree(text: &str) -> Tree {
    let mut tree = Tree { tops: Vec::new(), notes: Vec::new(), cut_off: None };
    let mut open: Vec<Component> = Vec::new();
    for (number, unfolded) in unfold(text) {
        if unfolded.trim().is_empty() {
            continue;
        }
        let mut tell = |message: String| tree.notes.push(Note::left_out(number, message));
        let Some(line) = parse(number, &unfolded) else {
            let message = if unfolded.len() >= LONGEST { "the line is too long" } else { "not a property" };
            tell(format!("{message}: `{}`", shortened(&unfolded)));
            continue;
        };
        match line.name.as_str() {
            "BEGIN" if open.len() >= DEEPEST => tell("components nest too deep".to_owned()),
            "BEGIN" => {
                let name = line.value.trim().to_ascii_uppercase();
                open.push(Component { name, number, ..Component::default() });
            }
            "END" => {
                let name = line.value.trim().to_ascii_uppercase();
                let Some(at) = open.iter().rposition(|component| component.name == name) else {
                    tell(format!("`END:{}` ends nothing", shortened(&name)));
                    continue;
                };
                for lost in open.drain(at + 1..) {
                    let message = format!("`{}` has no end", shortened(&lost.name));
                    tree.notes.push(Note::left_out(lost.number, message));
                }
                if let Some(done) = open.pop() {
                    match open.last_mut() {
                        Some(outer) => outer.inner.push(done),
                        None => tree.tops.push(done),
                    }
                }
            }
            _ => match open.last_mut() {
                Some(component) => component.lines.push(line),
                None => tell(format!("`{}` stands outside of everything", shortened(&line.name))),
            },
        }
    }
    if let Some(first) = open.first() {
        tree.cut_off = Some(first.number);
        let innermost = open.last().unwrap_or(first);
        let message = format!("`{}` has no end: the file was cut off", shortened(&innermost.name));
        tree.notes.push(Note::left_out(innermost.number, message));
        // What was whole before the cut is still worth telling of.
        if let Some(outer) = open.into_iter().next() {
            tree.tops.push(outer);
        }
    }
    tree
}

/// The lines of a text with their folds undone, each with its number.
pub(super) fn unfold(text: &str) -> impl Iterator<Item = (usize, String)> {
    // Lines may end as on any system; a file of an old Mac has carriage returns alone.
    let separator = if text.contains('\n') { '\n' } else { '\r' };
    let mut lines = text
        .split(separator)
        .map(move |line| if separator == '\n' { line.strip_suffix('\r').unwrap_or(line) } else { line })
        .enumerate()
        .peekable();
    std::iter::from_fn(move || {
        let (index, first) = lines.next()?;
        let mut whole = first.to_owned();
        let is_quoted = first.split(':').next().is_some_and(|head| {
            head.get(..head.len()).is_some_and(|head| head.to_ascii_uppercase().contains("QUOTED-PRINTABLE"))
        });
        loop {
            let folded = lines.peek().and_then(|(_, next)| next.strip_prefix([' ', '\t']));
            if is_quoted && whole.ends_with('=') {
                // vCard 2.1 breaks a quoted-printable value with its own sign.
                let Some((_, next)) = lines.next() else { break };
                whole.pop();
                whole.push_str(next);
            } else if let Some(rest) = folded {
                whole.push_str(rest);
                lines.next();
            } else {
                break;
            }
        }
        Some((index + 1, whole))
    })
}

/// Takes a line apart; `None` where it is no property.
fn parse(number: usize, text: &str) -> Option<ContentLine> {
    if text.len() >= LONGEST {
        return None;
    }
    let end_of_name = text.find([';', ':'])?;
    let (full, mut rest) = text.split_at(end_of_name);
    let (group, name) = full.rsplit_once('.').unwrap_or(("", full));
    let is_name = |name: &str| {
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    };
    if !is_name(name.trim()) {
        return None;
    }
    let mut parameters = Vec::new();
    while let Some(after) = rest.strip_prefix(';') {
        let mut is_quoted = false;
        let end = after.find(|c: char| {
            is_quoted ^= c == '"';
            !is_quoted && (c == ';' || c == ':')
        })?;
        let (one, next) = after.split_at(end);
        // vCard 2.1 may leave the name of a parameter out.
        let (key, value) = one.split_once('=').unwrap_or(("TYPE", one));
        parameters.push((key.trim().to_ascii_uppercase(), value.trim().replace('"', "")));
        rest = next;
    }
    let value = rest.strip_prefix(':')?.to_owned();
    Some(ContentLine {
        number,
        name: name.trim().to_ascii_uppercase(),
        group: group.trim().to_ascii_lowercase(),
        parameters,
        value,
    })
}

/// Undoes the escapes of a text.
pub(super) fn unescape(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(escaped) => text.push(escaped),
                None => {}
            },
            (letter, _) => text.push(letter),
        }
    }
    text
}

/// A few letters of what a file says, fit to be shown.
pub(super) fn shortened(text: &str) -> String {
    let text = crate::text::one_line(text);
    match text.char_indices().nth(40) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_unfolded_and_taken_apart() {
        let table = [
            ("SUMMARY:Black Jan\r\n uary", "SUMMARY", "", "Black January"),
            ("summary;LANGUAGE=en:a;b:c", "SUMMARY", "LANGUAGE=en", "a;b:c"),
            ("DTSTART;TZID=\"(UTC+04:00) Baku\";X=1:2027", "DTSTART", "TZID=(UTC+04:00) Baku,X=1", "2027"),
            ("item1.X-ABDATE;type=pref:20190312", "X-ABDATE", "TYPE=pref", "20190312"),
            ("X\n\tY:z", "XY", "", "z"),
            ("NOTE;QUOTED-PRINTABLE:a=\nb", "NOTE", "TYPE=QUOTED-PRINTABLE", "ab"),
        ];
        for (text, name, parameters, value) in table {
            let (number, unfolded) = unfold(text).next().unwrap();
            let line = parse(number, &unfolded).unwrap();
            let said: Vec<String> = line.parameters.iter().map(|(k, v)| format!("{k}={v}")).collect();
            assert_eq!(
                (line.name.as_str(), said.join(",").as_str(), line.value.as_str()),
                (name, parameters, value)
            );
        }
        for wrong in ["no property", "", ":x", "A;B", "A;B=\"x:y", "Ä:x"] {
            assert!(parse(1, wrong).is_none(), "{wrong}");
        }
        assert_eq!(unescape(r"a\, b\; c\\ d\nE\Nf\"), "a, b; c\\ d\nE\nf");
    }

    #[test]
    fn what_is_broken_costs_itself_only() {
        let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nnothing\nEND:VEVENT\nBEGIN:VEVENT\nBEGIN:VALARM\n\
                    END:VEVENT\nEND:X\nEND:VCALENDAR\nafter:all\n";
        let tree = tree(text);
        assert_eq!(tree.tops[0].inner.len(), 2);
        let notes: Vec<String> =
            tree.notes.iter().map(|note| format!("{}: {}", note.line, note.message)).collect();
        let expected = [
            "4: not a property: `nothing`",
            "7: `VALARM` has no end",
            "9: `END:X` ends nothing",
            "11: `AFTER` stands outside of everything",
        ];
        assert_eq!(notes, expected);
        assert_eq!(tree.cut_off, None);
    }

    #[test]
    fn a_file_that_was_cut_off_is_told_and_keeps_what_was_whole() {
        let cut = tree("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nBEGIN:VEVENT\nUID:");
        assert_eq!((cut.cut_off, cut.tops[0].inner.len()), (Some(1), 1));
        let deep = tree(&"BEGIN:X\n".repeat(100_000));
        assert_eq!(deep.cut_off, Some(1));
    }
}
