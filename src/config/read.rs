//! From a file to what it says: tree by tree where nothing is wrong, else with the whole in view.

use super::Zones;
use super::document::Trees;
use super::merge::MOST_DAYS;
use super::mistake::{Mistake, Source};
use super::partial::{DAY, Partial, PartialDay};
use super::reader::Reader;
use std::collections::BTreeSet;

/// How many bytes of a text a day takes at least, mostly.
const BYTES_OF_DAY: usize = 40;

impl Partial {
    /// Reads a file; `index` is its place among the files, the lowest layer first. `keeps_places` says whether it is asked
    /// where the days are written: most that read the files are not.
    pub(super) fn read(
        source: &Source,
        index: usize,
        zones: &Zones<'_>,
        keeps_places: bool,
    ) -> (Self, Vec<Mistake>) {
        match Self::read_tree_by_tree(source, index, zones, keeps_places) {
            Some(partial) => (partial, Vec::new()),
            None => Self::read_whole(source, index, zones, keeps_places),
        }
    }

    fn read_whole(
        source: &Source,
        index: usize,
        zones: &Zones<'_>,
        keeps_places: bool,
    ) -> (Self, Vec<Mistake>) {
        let (mut reader, document) = Reader::new(&source.file, &source.text, index);
        let mut partial = Self::default();
        for (key, value) in document.root().entries() {
            partial.add(key, value, &mut reader, zones, keeps_places);
        }
        partial.order = in_order(&partial.days);
        partial.is_broken = !reader.is_toml();
        (partial, reader.finish())
    }

    /// The same for a file without a mistake, of which a part at a time is in memory as a tree; `None` where it has one, or
    /// may have: a table that two trees have was written twice, or goes on in the second.
    fn read_tree_by_tree(
        source: &Source,
        index: usize,
        zones: &Zones<'_>,
        keeps_places: bool,
    ) -> Option<Self> {
        let mut reader = Reader::of_sound(&source.file, &source.text, index);
        let mut partial = Self::default();
        // Room that no day takes costs nothing: the kernel gives memory once it is written to.
        partial.days.reserve((source.text.len() / BYTES_OF_DAY).min(MOST_DAYS));
        let mut keys = BTreeSet::new();
        let mut trees = Trees::new(&source.text);
        while let Some(tree) = trees.next() {
            for (key, value) in tree.root().entries() {
                let is_once = if value.is_made_by_headers() && key.text() == DAY {
                    !keys.contains(DAY)
                } else {
                    keys.insert(key.text().into_owned())
                };
                if !is_once {
                    return None;
                }
                partial.add(key, value, &mut reader, zones, keeps_places);
            }
            if !trees.is_sound() || reader.count() > 0 || partial.days.len() > MOST_DAYS {
                return None;
            }
        }
        partial.order = in_order(&partial.days);
        partial.has_each_day_once().then_some(partial)
    }

    /// Whether no two days have one id.
    fn has_each_day_once(&self) -> bool {
        self.order.iter().map(|index| &self.days[*index as usize].id).is_sorted_by(|one, next| one != next)
    }
}

/// The indices of days in the order of their ids. Days are large: they are put in order before more is made of them.
pub(super) fn in_order(days: &[PartialDay]) -> Vec<u32> {
    let id = |index: u32| days[index as usize].id.as_str();
    // Most ids are told apart by their first letters.
    let start = |id: &str| {
        let mut bytes = [0; 8];
        bytes.iter_mut().zip(id.bytes()).for_each(|(to, from)| *to = from);
        u64::from_be_bytes(bytes)
    };
    let mut order: Vec<(u64, u32)> = days.iter().map(|day| start(&day.id)).zip(0..).collect();
    order.sort_unstable_by(|(a, x), (b, y)| a.cmp(b).then_with(|| id(*x).cmp(id(*y))));
    order.into_iter().map(|(_, index)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zone::Zone;
    use proptest::prelude::*;

    /// What is read of a text tree by tree, and with the whole in view.
    fn both(text: &str) -> (Option<String>, String) {
        let source = Source { file: "c.toml".to_owned(), text: text.to_owned() };
        let zones = |_: &str| Ok(Zone::utc());
        let by_trees = Partial::read_tree_by_tree(&source, 0, &zones, true);
        let whole = Partial::read_whole(&source, 0, &zones, true);
        (by_trees.map(|partial| format!("{:?}", (partial, Vec::<Mistake>::new()))), format!("{whole:?}"))
    }

    #[test]
    fn a_sound_file_is_read_tree_by_tree() {
        let day = |index: usize| {
            format!("[day.d{index}]\nname = \"D\"\ndate = \"May 1\"\nremind = [\n\"09:00\",\n]\n")
        };
        let days = (0..40).map(day).collect::<String>();
        let top = "follow = []\n[notification]\nexcerpt = \"rotate\"\n";
        for text in [
            String::new(),
            top.to_owned(),
            top.to_owned() + &days,
            format!("follow = []\n{days}[notification]\nexcerpt = \"rotate\"\n"),
            format!("{days}[day.x]\nname.en = \"X\"\nname.az = \"Y\"\ndate = \"May 1\""),
        ] {
            let (by_trees, whole) = both(&text);
            assert_eq!(by_trees, Some(whole), "{text}");
        }
    }

    #[test]
    fn what_two_trees_have_is_read_with_the_whole_in_view() {
        let day = |index: usize| format!("[day.d{index}]\nname = \"D\"\ndate = \"May 1\"\n");
        let days = (0..40).map(day).collect::<String>();
        for end in [
            "[day.d1]\nsince = 2000\n",
            "[day.d1.name]\nen = \"X\"\n",
            "[[day.d1]]\n",
            "[day]\n[day]\n",
            "[notification]\n[notification]\n",
            "[notification]\n[day.x]\nname = \"X\"\ndate = \"May 1\"\n[notification.x]\n",
            "[day.x]\nname = \"X\"\ndate = \"May 32\"\n",
            "[day.x\n",
            "]\n",
        ] {
            let (by_trees, _) = both(&(days.clone() + end));
            assert_eq!(by_trees, None, "{end}");
        }
        for start in ["day = {}\n", "[day]\n", "day.d1.since = 2000\n", "[[day]]\n"] {
            assert_eq!(both(&(start.to_owned() + &days)).0, None, "{start}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn tree_by_tree_gives_what_the_whole_gives(
            lines in prop::collection::vec(prop::sample::select(vec![
                "[day.a]\nname = \"A\"", "[day.b]\nname = \"B\"\ndate = \"May 1\"", "[day.c]\ndate = [\n\"May 1\",\n\"May 2\",\n]",
                "[day.d]\nremind = []", "[day.e.name]\nen = \"E\"", "[day.e]\ndate = \"May 1\"", "[day.f]\nmoment = { at = \"12:00\", what = \"W\" }",
                "[day.g]", "[day.\"a\"]", "  [ day . h ]  # comment", "[day]", "[\"day\"]", "[[day]]", "[[day.a]]", "[notification]", "[notice]",
                "[notification]\nexpire = \"1 hour\"", "follow = []", "languages = [\"az\"]", "day.i.name = \"I\"", "day = {}", "i.name = \"I\"",
                "name = \"N\"", "date = \"June 1\"", "since = 2000", "since = 2001\nuntil = 2000", "name.en = \"N\"", "# comment", "", "]", "[x]", "x",
                "[other]", "day.j = { name = \"J\", date = \"May 1\" }", "name = \"\"\"\n[day.a]\n\"\"\"",
            ]), 0..14)
        ) {
            let text = lines.join("\n");
            let (by_trees, whole) = both(&text);
            prop_assert!(by_trees.is_none_or(|by_trees| by_trees == whole), "{text}");
        }
    }
}
