//! What is done at a moment, as a configuration says it: the id of a kind, a text, or both.

use super::document::Value;
use super::fault::Fault;
use super::reader::Reader;
use super::value_fault::ValueFault;
use crate::day::Text;
use crate::day::{Ceremony, CeremonyKind};
use crate::text::nearest;

/// The key of a kind among the languages of a text; no language has so long a tag.
const KIND: &str = "kind";

impl Reader<'_> {
    /// `"minute-of-silence"`, a text, or a table of languages in which `kind` serves those that are not there.
    pub(super) fn ceremony(&mut self, value: Value<'_>) -> Option<Ceremony> {
        let Some(table) = value.as_table() else {
            let text = self.string(value)?;
            let looks_like_an_id =
                text.contains('-') && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
            if looks_like_an_id || CeremonyKind::of_id(&text).is_some() {
                return self.told(kind(&text), value.span()).map(Ceremony::Known);
            }
            return self.words(&text, value).map(|text| Ceremony::plain(&text));
        };
        let known = match table.get(KIND) {
            Some(value) => {
                let id = self.string(value)?;
                Some(self.told(kind(&id), value.span())?)
            }
            None => None,
        };
        let pairs = self.pairs(table, &[KIND])?;
        match (pairs.is_empty(), known) {
            (true, None) => {
                self.tell(value.span(), Fault::EmptyText);
                None
            }
            (true, Some(kind)) => Some(Ceremony::Known(kind)),
            (false, kind) => Some(Ceremony::Written { text: Text::from_pairs(pairs), kind }),
        }
    }
}

fn kind(id: &str) -> Result<CeremonyKind, ValueFault> {
    CeremonyKind::of_id(id).ok_or_else(|| {
        let known = CeremonyKind::ALL.map(CeremonyKind::id);
        ValueFault::NotACeremony { text: id.to_owned(), near: nearest(id, known), known: known.to_vec() }
    })
}
