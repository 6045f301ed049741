//! Pictures left out while a file is read: an address book of thousands is mostly their pictures, and no day is in them.

/// Properties that hold a picture, a sound, a key or another file.
const FILES: [&str; 5] = ["PHOTO", "LOGO", "SOUND", "KEY", "ATTACH"];

/// How many bytes of such a property are kept: its name and where its value begins.
const HEAD: usize = 256;

/// Takes the bytes of a file as they come, and keeps them without the values of properties that hold a file.
///
/// Every line keeps its number. Encodings that are not written as ASCII is, as UTF-16, are kept whole.
///
/// ```
/// use remembrance::ical::Sieve;
/// let mut sieve = Sieve::default();
/// "BEGIN:VCARD\nPHOTO:AAAA\n BBBB\n CCCC\nFN:Ana\n".as_bytes().chunks(5).for_each(|part| sieve.take(part));
/// assert_eq!(sieve.into_bytes(), b"BEGIN:VCARD\nPHOTO:AAAA\n\n\nFN:Ana\n");
/// ```
#[derive(Debug, Default)]
pub struct Sieve {
    kept: Vec<u8>,
    /// Where the present line begins in what is kept.
    begin: usize,
    line: Line,
    /// Whether the property at hand holds a file: the lines that continue it are left out.
    is_file: bool,
    /// Whether the line before ends with the sign by which quoted-printable goes on: a name on this one is part of a text.
    is_broken: bool,
}

/// What is known of the present line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Line {
    /// Too little was seen of it.
    #[default]
    Begun,
    Kept,
    LeftOut,
}

impl Sieve {
    /// Takes the next bytes of the file.
    pub fn take(&mut self, bytes: &[u8]) {
        bytes.split_inclusive(|byte| *byte == b'\n').for_each(|part| self.part(part));
    }

    /// How many bytes are kept so far.
    pub fn kept(&self) -> usize {
        self.kept.len()
    }

    /// What is kept.
    pub fn into_bytes(mut self) -> Vec<u8> {
        if self.line == Line::Begun {
            self.decide();
        }
        self.kept
    }

    /// Takes a part of a line.
    fn part(&mut self, part: &[u8]) {
        let is_end = part.ends_with(b"\n");
        if self.line != Line::LeftOut {
            self.kept.extend_from_slice(part);
        }
        if self.line == Line::Begun && (is_end || self.kept.len() - self.begin >= HEAD) {
            self.decide();
        }
        if !is_end {
            return;
        }
        if self.line == Line::LeftOut
            && !self.kept.get(self.begin..).is_some_and(|line| line.ends_with(b"\n"))
        {
            self.kept.push(b'\n');
        }
        let line = self.kept.get(self.begin..).unwrap_or_default();
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        self.is_broken = !self.is_file && line.strip_suffix(b"\r").unwrap_or(line).ends_with(b"=");
        (self.begin, self.line) = (self.kept.len(), Line::Begun);
    }

    /// Decides on the present line by its beginning.
    fn decide(&mut self) {
        let line = self.kept.get(self.begin..).unwrap_or_default();
        let is_empty = line.iter().all(|byte| matches!(byte, b'\r' | b'\n'));
        let is_folded = line.starts_with(b" ") || line.starts_with(b"\t");
        let keeps = match (is_empty, is_folded) {
            // A fold may come after empty lines.
            (true, _) => None,
            (_, true) => self.is_file.then_some(0),
            _ => {
                self.is_file = !self.is_broken && holds_file(line);
                // What is kept has to stay text in any encoding.
                let ascii = line.iter().position(|byte| !byte.is_ascii()).unwrap_or(line.len());
                self.is_file.then_some(ascii.min(HEAD))
            }
        };
        self.line = match keeps {
            Some(keeps) if keeps < line.len() => {
                self.kept.truncate(self.begin + keeps);
                Line::LeftOut
            }
            // The rest of a line that is not longer so far is longer than this.
            Some(_) if self.is_file && !line.ends_with(b"\n") => Line::LeftOut,
            _ => Line::Kept,
        };
    }
}

/// Whether a line begins a property that holds a file.
fn holds_file(line: &[u8]) -> bool {
    let Some(end) = line.iter().position(|byte| matches!(byte, b':' | b';')) else { return false };
    let name = line.get(..end).unwrap_or_default();
    // `item1.PHOTO`: a group stands before it.
    let name = name.rsplit(|byte| *byte == b'.').next().unwrap_or_default();
    FILES.iter().any(|file| file.as_bytes().eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sieved(text: &str, size: usize) -> String {
        let mut sieve = Sieve::default();
        text.as_bytes().chunks(size).for_each(|part| sieve.take(part));
        String::from_utf8(sieve.into_bytes()).unwrap()
    }

    #[test]
    fn pictures_are_left_out_and_lines_keep_their_numbers() {
        let long = "A".repeat(1000);
        let head = |name: &str| format!("{name}:{long}").get(..HEAD).unwrap().to_owned();
        let table = [
            (format!("PHOTO:{long}\nFN:a\n"), head("PHOTO") + "\nFN:a\n"),
            (
                format!("item1.photo:{long}\r\n {long}\r\n\r\n {long}\r\nFN:a\r\n"),
                head("item1.photo") + "\n\n\r\n\nFN:a\r\n",
            ),
            (format!("FN:a\n {long}\nNOTE:{long}\n"), format!("FN:a\n {long}\nNOTE:{long}\n")),
            // vCard 2.1: an empty line ends the picture.
            (
                format!("LOGO;BASE64:{long}\n {long}\n\nFN:a\n"),
                head("LOGO;BASE64").get(..HEAD).unwrap().to_owned() + "\n\n\nFN:a\n",
            ),
            // A text goes on without a fold.
            (
                format!("NOTE;QUOTED-PRINTABLE:see=\nphoto: {long}\nX:y"),
                format!("NOTE;QUOTED-PRINTABLE:see=\nphoto: {long}\nX:y"),
            ),
            (format!("PHOTO:YQ==\nKEY:{long}"), format!("PHOTO:YQ==\n{}", head("KEY"))),
            (format!("SOUND:é{long}\nX:y\n"), "SOUND:\nX:y\n".to_owned()),
            ("PHOTO".to_owned(), "PHOTO".to_owned()),
            (String::new(), String::new()),
        ];
        for (text, expected) in table {
            for size in [1, 7, 64, 300, 5000] {
                assert_eq!(sieved(&text, size), expected, "{size}: {text}");
            }
        }
    }

    #[test]
    fn an_encoding_unlike_ascii_is_kept_whole() {
        let text: Vec<u8> =
            format!("PHOTO:{}\nFN:a\n", "A".repeat(1000)).encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut sieve = Sieve::default();
        sieve.take(&text);
        assert_eq!(sieve.into_bytes(), text);
    }
}
