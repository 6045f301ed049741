//! From the bytes of a file to text: the only file that names `encoding_rs`.

use super::error::TextError;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// The text of a file, and the encoding it was read in where that is not UTF-8.
///
/// A byte order mark counts first, then `named`, then UTF-8 if the bytes are; else what the file says of itself
/// (`LANG=ru_RU.KOI8-R` in files of calendar(1), `CHARSET=` in those of vCard 2.1), else Windows-1252, as browsers do.
///
/// # Errors
/// When `named` is not an encoding, or the file is not text in it.
///
/// ```
/// use remembrance::ical::text_of;
/// assert_eq!(text_of(b"Ana".to_vec(), None), Ok(("Ana".to_owned(), None)));
/// assert_eq!(text_of(b"\xff\xfeA\0".to_vec(), None), Ok(("A".to_owned(), Some("UTF-16LE"))));
/// assert_eq!(text_of(b"\xc0\xed\xe0".to_vec(), Some("windows-1251")), Ok(("Ана".to_owned(), Some("windows-1251"))));
/// assert!(text_of(Vec::new(), Some("latin-99")).is_err());
/// ```
pub fn text_of(bytes: Vec<u8>, named: Option<&str>) -> Result<(String, Option<&'static str>), TextError> {
    let asked = named.map(|name| {
        Encoding::for_label(name.as_bytes()).ok_or_else(|| TextError::UnknownEncoding(name.to_owned()))
    });
    let asked = asked.transpose()?;
    let mark = Encoding::for_bom(&bytes);
    if mark.map_or(asked.is_none(), |(encoding, _)| encoding == UTF_8) {
        // A text of this program's own encoding is not copied.
        match String::from_utf8(bytes) {
            Ok(mut text) => {
                if text.starts_with('\u{feff}') {
                    text.drain(..'\u{feff}'.len_utf8());
                }
                return Ok((text, None));
            }
            Err(error) => return of_bytes(error.as_bytes(), mark.map(|(encoding, _)| encoding)),
        }
    }
    of_bytes(&bytes, mark.map(|(encoding, _)| encoding).or(asked))
}

/// The text of bytes that are not UTF-8 as they are, in an encoding that is known or has to be found.
fn of_bytes(
    bytes: &[u8],
    known: Option<&'static Encoding>,
) -> Result<(String, Option<&'static str>), TextError> {
    // A fold may part the bytes of one letter.
    if known.is_none_or(|encoding| encoding == UTF_8)
        && let Ok(text) = String::from_utf8(without_folds(bytes))
    {
        return Ok((text, None));
    }
    let encoding = known.or_else(|| declared(bytes)).unwrap_or(WINDOWS_1252);
    let length =
        Encoding::for_bom(bytes).filter(|(marked, _)| *marked == encoding).map_or(0, |(_, length)| length);
    let bytes = bytes.get(length..).unwrap_or_default();
    let (text, is_faulty) = encoding.decode_without_bom_handling(bytes);
    if is_faulty {
        return Err(TextError::NotText(encoding.name()));
    }
    Ok((text.into_owned(), (encoding != UTF_8).then(|| encoding.name())))
}

/// The bytes with folds undone and replaced by as many at the next line's end, so that lines keep their numbers.
fn without_folds(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut owed = 0;
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        let folded =
            [&b"\r\n "[..], b"\r\n\t", b"\n ", b"\n\t"].into_iter().find_map(|fold| rest.strip_prefix(fold));
        if let Some(unfolded) = folded {
            owed += 1;
            rest = unfolded;
            continue;
        }
        out.push(*first);
        if *first == b'\n' {
            out.extend(std::iter::repeat_n(b'\n', owed));
            owed = 0;
        }
        rest = after;
    }
    out
}

/// The encoding that the file names in its own text.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    // Every encoding in question writes these words as ASCII does.
    let text = String::from_utf8_lossy(bytes.get(..4096.min(bytes.len()))?).into_owned();
    let of_lang = text.lines().find_map(|line| line.trim().strip_prefix("LANG=")?.split('.').nth(1));
    let of_vcard = || {
        let at = text.to_ascii_uppercase().find("CHARSET=")?;
        text.get(at + 8..)?.split([';', ':']).next()
    };
    of_lang.or_else(of_vcard).and_then(|label| Encoding::for_label(label.trim().as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_is_read() {
        let table: [(&[u8], Option<&str>, &str); 6] = [
            ("\u{feff}Şəhidlər".as_bytes(), None, "Şəhidlər"),
            (b"\xfe\xff\x01\x5e", None, "Ş"),
            (b"caf\xe9", None, "café"),
            (b"LANG=ru_RU.KOI8-R\n\xe4\xce\xd8", None, "LANG=ru_RU.KOI8-R\nДнь"),
            (b"FN;CHARSET=windows-1254:\xdeehit", None, "FN;CHARSET=windows-1254:Şehit"),
            (b"N:\xc3\r\n \xb6\r\nX:1", None, "N:ö\r\n\nX:1"),
        ];
        for (bytes, named, expected) in table {
            assert_eq!(text_of(bytes.to_vec(), named).unwrap().0, expected);
        }
        assert!(text_of(b"\xff\xff".to_vec(), Some("utf-8")).is_err());
    }
}
