//! The articles that ship: compressed in the binary, a stream for each day. The only file that names `miniz_oxide`.

use miniz_oxide::inflate::decompress_to_vec_with_limit;
use std::ops::Range;
use std::str::Split;

/// The compressed texts, one stream after the other.
static STREAMS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/articles.bin"));

/// Whose they are: a line for each day, in the order of their ids, as `build.rs` writes it.
static LIST: &str = include_str!(concat!(env!("OUT_DIR"), "/articles.txt"));

/// Why a line can be read.
const IS_WRITTEN: &str = "the build writes the list of articles";

/// The articles of one day in the binary.
struct ShippedDay {
    id: &'static str,
    /// Where in [`STREAMS`] the texts are, one after the other.
    stream: Range<usize>,
    /// The languages, in the order of the alphabet, with the length in bytes of each text.
    articles: Vec<(&'static str, usize)>,
}

impl ShippedDay {
    fn all() -> impl Iterator<Item = Self> {
        LIST.lines().map(Self::of_line)
    }

    fn find(id: &str) -> Option<Self> {
        let is_its = |line: &&str| line.strip_prefix(id).is_some_and(|rest| rest.starts_with(' '));
        LIST.lines().find(is_its).map(Self::of_line)
    }

    fn of_line(line: &'static str) -> Self {
        let mut words = line.split(' ');
        let id = words.next().expect(IS_WRITTEN);
        let number = |words: &mut Split<'static, char>| -> Option<usize> {
            words.next().map(|word| word.parse().expect(IS_WRITTEN))
        };
        let start = number(&mut words).expect(IS_WRITTEN);
        let end = number(&mut words).expect(IS_WRITTEN);
        let mut articles = Vec::new();
        while let Some(language) = words.next() {
            articles.push((language, number(&mut words).expect(IS_WRITTEN)));
        }
        Self { id, stream: start..end, articles }
    }

    /// The texts of all languages, one after the other.
    fn texts(&self) -> String {
        let length = self.articles.iter().map(|(_, length)| length).sum();
        let bytes = decompress_to_vec_with_limit(&STREAMS[self.stream.clone()], length)
            .expect("the build compressed it");
        String::from_utf8(bytes).expect("the build read it as UTF-8")
    }
}

/// The text of the article that ships as `file`, `ID.LANG.md`; `None` if no such article ships.
///
/// ```
/// use remembrance::config::packs::article;
/// assert!(article("az-black-january.en.md").unwrap().contains("# Black January"));
/// assert_eq!(article("az-black-january.xx.md"), None);
/// ```
pub fn article(file: &str) -> Option<String> {
    let (id, language) = file.strip_suffix(".md")?.split_once('.')?;
    let day = ShippedDay::find(id)?;
    let at = day.articles.iter().position(|(known, _)| *known == language)?;
    let start = day.articles[..at].iter().map(|(_, length)| length).sum::<usize>();
    Some(day.texts()[start..start + day.articles[at].1].to_owned())
}

/// The languages in which the article of the day `id` ships, in the order of the alphabet.
pub fn article_languages(id: &str) -> Vec<&'static str> {
    ShippedDay::find(id).map_or_else(Vec::new, |day| day.articles.iter().map(|(known, _)| *known).collect())
}

/// Every article that ships: the id of the day, the language and the text, day by day.
pub fn all_articles() -> impl Iterator<Item = (&'static str, &'static str, String)> {
    ShippedDay::all().flat_map(|day| {
        let texts = day.texts();
        let mut start = 0;
        day.articles.into_iter().map(move |(language, length)| {
            start += length;
            (day.id, language, texts[start - length..start].to_owned())
        })
    })
}
