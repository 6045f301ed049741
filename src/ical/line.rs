//! Content lines (RFC 5545, section 3.1; RFC 6350 has the same): folds undone, and taken apart.
//!
//! # Design
//! The icalendar crate was tried. One line that is no property made it give up the whole file, naming another line;
//! it gives no line of a property, knows no vCard, and writes alarms with a new random UID each time. Mistakes here are
//! named by line, and what is valid beside one is kept, so the two pages of grammar are ours.

use std::borrow::Cow;

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
    /// The names of properties that are not carried: the first line of each, and how many there are.
    pub(super) not_carried: Vec<(String, usize, usize)>,
    /// Its first line beyond those that one component may have.
    pub(super) too_long: Option<usize>,
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

/// A line of this many bytes or more is left out; the longest that people write hold a picture.
pub(super) const LONGEST: usize = 1024 * 1024;

/// A line with its folds undone.
pub(super) struct Unfolded<'t> {
    /// The line of the file that it begins on, from 1.
    pub(super) number: usize,
    /// Where it begins, in bytes.
    pub(super) offset: usize,
    /// What it says; of one that is too long, the first part.
    pub(super) text: Cow<'t, str>,
}

/// The lines of a text with their folds undone; a text that is not folded is not copied.
#[derive(Clone)]
pub(super) struct Unfold<'t> {
    text: &'t str,
    separator: char,
    offset: usize,
    number: usize,
}

impl<'t> Unfold<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        // Lines may end as on any system; a file of an old Mac has carriage returns alone.
        let separator = if text.contains('\n') { '\n' } else { '\r' };
        Self { text, separator, offset: 0, number: 0 }
    }

    /// The lines of the same text from the one that begins at `offset` and has this number.
    pub(super) fn at(&self, offset: usize, number: usize) -> Self {
        Self { offset, number: number - 1, ..self.clone() }
    }

    /// Where the next line begins, in bytes.
    pub(super) fn offset(&self) -> usize {
        self.offset
    }

    /// The next line as it is in the file.
    fn peek(&self) -> Option<(&'t str, usize)> {
        let rest = self.text.get(self.offset..).filter(|rest| !rest.is_empty())?;
        let (line, after) = match rest.find(self.separator) {
            Some(end) => (rest.get(..end)?, end + 1),
            None => (rest, rest.len()),
        };
        Some((line.strip_suffix('\r').unwrap_or(line), self.offset + after))
    }

    fn step(&mut self) -> Option<&'t str> {
        let (line, offset) = self.peek()?;
        (self.offset, self.number) = (offset, self.number + 1);
        Some(line)
    }

    /// What continues the line before: after its fold, which empty lines may precede.
    fn fold(&mut self) -> Option<&'t str> {
        let mut ahead = self.clone();
        let mut is_after_empty = false;
        loop {
            let line = ahead.step()?;
            if line.is_empty() {
                is_after_empty = true;
                continue;
            }
            let folded = line.strip_prefix([' ', '\t'])?;
            if is_after_empty && folded.trim().is_empty() {
                return None;
            }
            *self = ahead;
            return Some(folded);
        }
    }
}

impl<'t> Iterator for Unfold<'t> {
    type Item = Unfolded<'t>;

    fn next(&mut self) -> Option<Self::Item> {
        let offset = self.offset;
        let mut text = Cow::Borrowed(self.step()?);
        let number = self.number;
        // An empty line has nothing that could go on.
        while !text.is_empty() {
            let more = if text.ends_with('=') && is_quoted_printable(&text) {
                // vCard 2.1 breaks a quoted-printable value with its own sign; some programs fold it as well.
                let Some(next) = self.step() else { break };
                text.to_mut().pop();
                next.strip_prefix([' ', '\t']).unwrap_or(next)
            } else {
                let Some(folded) = self.fold() else { break };
                folded
            };
            if text.len() < LONGEST {
                text.to_mut().push_str(more);
            }
        }
        Some(Unfolded { number, offset, text })
    }
}

fn is_quoted_printable(line: &str) -> bool {
    let head = line.split(':').next().unwrap_or_default();
    head.to_ascii_uppercase().contains("QUOTED-PRINTABLE")
}

/// The name of the property that a line has, as it is written, without its group.
pub(super) fn name_of(text: &str) -> Option<&str> {
    let end = text.find([';', ':'])?;
    let full = text.get(..end)?;
    let name = full.rsplit_once('.').map_or(full, |(_, name)| name).trim();
    let is_name =
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    is_name.then_some(name)
}

/// Takes a line apart; `None` where it is no property.
pub(super) fn parse(number: usize, text: &str) -> Option<ContentLine> {
    if text.len() >= LONGEST {
        return None;
    }
    let name = name_of(text)?;
    let (full, mut rest) = text.split_at(text.find([';', ':'])?);
    let group = full.rsplit_once('.').map_or("", |(group, _)| group);
    let mut parameters = Vec::new();
    while let Some(after) = rest.strip_prefix(';') {
        let mut is_quoted = false;
        let mut is_end = |(at, c): (usize, char)| {
            is_quoted ^= c == '"';
            // `TZID=tzone://Microsoft/Utc`: an address stands there without quotes.
            let is_address = || {
                after.get(at..).is_some_and(|rest| rest.starts_with("://") && rest.matches(':').count() > 1)
            };
            !is_quoted && (c == ';' || (c == ':' && !is_address()))
        };
        let (end, _) = after.char_indices().find(|one| is_end(*one))?;
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
            ("DTSTART;TZID=tzone://Microsoft/Utc:2027", "DTSTART", "TZID=tzone://Microsoft/Utc", "2027"),
            ("X;VALUE=URI:https://example.org/", "X", "VALUE=URI", "https://example.org/"),
            ("item1.X-ABDATE;type=pref:20190312", "X-ABDATE", "TYPE=pref", "20190312"),
            ("X\n\tY:z", "XY", "", "z"),
            ("NOTE;QUOTED-PRINTABLE:a=\nb", "NOTE", "TYPE=QUOTED-PRINTABLE", "ab"),
            ("NOTE;QUOTED-PRINTABLE:a=\r\n b\r\nX:y", "NOTE", "TYPE=QUOTED-PRINTABLE", "ab"),
            ("DTSTART\n\n ;VALUE=DATE\n\n\n :2020\nX:y", "DTSTART", "VALUE=DATE", "2020"),
            ("X:y\n\n \nZ:a", "X", "", "y"),
        ];
        for (text, name, parameters, value) in table {
            let unfolded = Unfold::new(text).next().unwrap();
            let line = parse(unfolded.number, &unfolded.text).unwrap();
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
}
