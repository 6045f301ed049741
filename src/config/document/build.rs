//! The rules by which statements of TOML become one tree: what a header opens, what a dotted key makes, what stands
//! twice.

use super::{Form, Node, NodeKind, Place, TableKind};
use crate::hash::ShortTexts;
use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, Hasher};
use std::num::NonZeroU32;
use toml_parser::{ErrorSink, ParseError, Span};

/// A table with more keys than this has them in a hash map.
const MOST_SEARCHED: u32 = 8;

/// How many bytes of a text a value of a large table takes at least, mostly: a table of a name and a date has more.
const BYTES_OF_LARGE: usize = 64;

/// Where a table can take a key that it does not have; the hash is that of a large table.
#[derive(Clone, Copy)]
struct Vacancy {
    table: u32,
    hash: Option<u64>,
}

/// A header that was opened and is not closed yet.
pub(super) struct Header {
    pub(super) is_list: bool,
    pub(super) start: usize,
}

/// A list or a table between braces that is open. One that stands twice is read, and kept nowhere.
#[derive(Clone, Copy)]
pub(super) struct Container {
    pub(super) index: u32,
}

/// A hash that is its own hash.
#[derive(Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {
        unreachable!("the keys are hashes");
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

pub(super) struct Builder<'t> {
    pub(super) text: &'t str,
    size: usize,
    pub(super) nodes: Vec<Node>,
    /// The values of large tables by the hash of their table and key; of two with one hash, the second by the next.
    keys: HashMap<u64, u32, BuildHasherDefault<Hashed>>,
    hashes: ShortTexts,
    /// The table that the last header opened.
    table: u32,
    pub(super) header: Option<Header>,
    /// The keys that were read and have no value yet.
    pub(super) path: Vec<Place>,
    pub(super) open: Vec<Container>,
}

impl<'t> Builder<'t> {
    /// A builder of a tree that has so many values, or somewhat more.
    pub(super) fn new(text: &'t str, size: usize) -> Self {
        let written = TableKind { is_implicit: false, is_dotted: false, is_inline: false };
        let mut builder = Self {
            text,
            size,
            nodes: Vec::with_capacity(
                (text.len() / 16).min(size.saturating_add(size / 4)).min(super::MOST_VALUES),
            ),
            keys: HashMap::default(),
            hashes: ShortTexts::default(),
            table: 0,
            header: None,
            path: Vec::new(),
            open: Vec::new(),
        };
        builder.detached(Place::default(), NodeKind::Table(written));
        builder
    }

    #[inline]
    fn node(&self, index: u32) -> &Node {
        self.nodes.get(index as usize).expect("an index is that of a node")
    }

    #[inline]
    pub(super) fn node_mut(&mut self, index: u32) -> &mut Node {
        self.nodes.get_mut(index as usize).expect("an index is that of a node")
    }

    /// A node that is in no table.
    fn detached(&mut self, place: Place, kind: NodeKind) -> u32 {
        self.push(0, Place::default(), place, kind)
    }

    #[inline]
    fn push(&mut self, parent: u32, key: Place, place: Place, kind: NodeKind) -> u32 {
        let index = u32::try_from(self.nodes.len()).expect("a text has fewer values than bytes");
        // A processor waits before it can copy a node that it has put together only just now: it is put together here.
        self.nodes.push(Node::EMPTY);
        let node = self.node_mut(index);
        (node.key, node.place, node.kind, node.parent) = (key, place, kind, parent);
        index
    }

    /// Puts a new node at the end of a list or a table.
    #[inline]
    fn append(&mut self, parent: u32, key: Place, place: Place, kind: NodeKind) -> u32 {
        let index = self.push(parent, key, place, kind);
        let link = NonZeroU32::new(index);
        let node = self.node_mut(parent);
        node.count += 1;
        let last = std::mem::replace(&mut node.last, link);
        match last {
            Some(last) => self.node_mut(last.get()).next = link,
            None => node.first = link,
        }
        index
    }

    /// The value that a table has for a key, or where it can be put in.
    #[inline]
    fn find(&self, table: u32, key: Place) -> Result<u32, Vacancy> {
        let node = self.node(table);
        let mut next = node.first;
        if next.is_none() {
            return Err(Vacancy { table, hash: None });
        }
        if node.count > MOST_SEARCHED {
            let key = key.text(self.text, true);
            return self.indexed(table, &key).map_err(|hash| Vacancy { table, hash: Some(hash) });
        }
        while let Some(index) = next {
            let child = self.node(index.get());
            if child.key.is_key(key, self.text) {
                return Ok(index.get());
            }
            next = child.next;
        }
        Err(Vacancy { table, hash: None })
    }

    /// Puts a new key where it can be put in.
    #[inline]
    fn insert(&mut self, at: Vacancy, key: Place, place: Place, kind: NodeKind) -> u32 {
        let Vacancy { table, hash } = at;
        let index = self.append(table, key, place, kind);
        if let Some(hash) = hash {
            self.keys.insert(hash, index);
        } else if self.node(table).count > MOST_SEARCHED {
            self.index(table);
        }
        index
    }

    fn hash_of(&self, table: u32, key: &str) -> u64 {
        let mut hasher = self.hashes.build_hasher();
        hasher.write_usize(table as usize);
        hasher.write(key.as_bytes());
        hasher.finish()
    }

    /// The value of a key of a large table, or the hash at which it can be put in.
    fn indexed(&self, table: u32, key: &str) -> Result<u32, u64> {
        let mut hash = self.hash_of(table, key);
        while let Some(index) = self.keys.get(&hash) {
            let node = self.node(*index);
            if node.parent == table && node.key.text(self.text, true) == key {
                return Ok(*index);
            }
            hash = hash.wrapping_add(1);
        }
        Err(hash)
    }

    /// Puts the keys of a table that has become large into the hash map.
    fn index(&mut self, table: u32) {
        self.keys.reserve((self.text.len() / BYTES_OF_LARGE).min(self.size / 2));
        let mut next = self.node(table).first;
        while let Some(index) = next {
            let text = self.node(index.get()).key.text(self.text, true);
            next = self.node(index.get()).next;
            if let Err(hash) = self.indexed(table, &text) {
                self.keys.insert(hash, index.get());
            }
        }
    }

    fn state(&self, table: u32) -> Option<TableKind> {
        if let NodeKind::Table(state) = self.node(table).kind { Some(state) } else { None }
    }

    /// The table to which all but the last part of a path lead; `None`, and a fault, where they cannot.
    fn descend(
        &mut self,
        from: u32,
        path: &[Place],
        is_dotted: bool,
        errors: &mut dyn ErrorSink,
    ) -> Option<u32> {
        let is_inline = self.state(from).is_some_and(|state| state.is_inline);
        let mut table = from;
        for key in path.iter().copied() {
            let found = match self.find(table, key) {
                Ok(found) => found,
                Err(vacancy) => {
                    let kind = NodeKind::Table(TableKind { is_implicit: true, is_dotted, is_inline });
                    table = self.insert(vacancy, key, key, kind);
                    continue;
                }
            };
            let node = *self.node(found);
            table = match node.kind {
                NodeKind::Table(state) if state.is_inline && !is_inline => {
                    let message = "cannot extend value of type inline table with a dotted key";
                    errors.report_error(ParseError::new(message).with_unexpected(key.span()));
                    return None;
                }
                NodeKind::Table(state) if is_dotted && !state.is_implicit => {
                    errors.report_error(ParseError::new("duplicate key").with_unexpected(key.span()));
                    return None;
                }
                NodeKind::Table(state) => {
                    let is_dotted = state.is_dotted || is_dotted;
                    self.node_mut(found).kind = NodeKind::Table(TableKind { is_dotted, ..state });
                    found
                }
                // The last table of a list is the one that is written on.
                NodeKind::List { is_of_tables: true } if node.last.is_some() => {
                    node.last.map_or(found, NonZeroU32::get)
                }
                _ => {
                    let message =
                        format!("cannot extend value of type {} with a dotted key", type_of(node.kind));
                    errors.report_error(ParseError::new(message).with_unexpected(key.span()));
                    return None;
                }
            };
        }
        Some(table)
    }

    /// Opens the table of the header that was read.
    pub(super) fn open_table(&mut self, end: usize, errors: &mut dyn ErrorSink) {
        let Some(header) = self.header.take() else { return };
        let path = std::mem::take(&mut self.path);
        self.table = self.opened(&header, end, &path, errors);
        self.use_again(path);
    }

    /// Keeps the memory of a path for the next.
    #[inline]
    fn use_again(&mut self, mut path: Vec<Place>) {
        path.clear();
        self.path = path;
    }

    fn opened(&mut self, header: &Header, end: usize, path: &[Place], errors: &mut dyn ErrorSink) -> u32 {
        let place = Place::new(Span::new_unchecked(header.start, end), Form::Bare);
        let state = TableKind { is_implicit: false, is_dotted: false, is_inline: false };
        let kind = NodeKind::Table(state);
        let Some((&key, above)) = path.split_last() else {
            return self.detached(place, kind);
        };
        let found = self.descend(0, above, false, errors).map(|parent| self.find(parent, key));
        let duplicate = |errors: &mut dyn ErrorSink| {
            errors.report_error(ParseError::new("duplicate key").with_unexpected(key.span()));
        };
        match (found, header.is_list) {
            (None, _) => self.detached(place, kind),
            (Some(Err(vacancy)), false) => self.insert(vacancy, key, place, kind),
            (Some(Err(vacancy)), true) => {
                let list = self.insert(vacancy, key, place, NodeKind::List { is_of_tables: true });
                self.append(list, Place::default(), place, kind)
            }
            (Some(Ok(found)), is_list) => match self.node(found).kind {
                NodeKind::List { is_of_tables: true } if is_list => {
                    self.append(found, Place::default(), place, kind)
                }
                NodeKind::Table(old) if old.is_implicit && !old.is_dotted && !is_list => {
                    let node = self.node_mut(found);
                    (node.kind, node.place, node.key) = (kind, place, key);
                    found
                }
                NodeKind::Table(_) if !is_list => {
                    duplicate(errors);
                    found
                }
                _ => {
                    duplicate(errors);
                    self.detached(place, kind)
                }
            },
        }
    }

    /// Puts a value where the keys before it lead.
    pub(super) fn capture(&mut self, place: Place, kind: NodeKind, errors: &mut dyn ErrorSink) -> u32 {
        let path = std::mem::take(&mut self.path);
        let parent = self.open.last().map_or(self.table, |container| container.index);
        let captured = self.captured(parent, &path, place, kind, errors);
        self.use_again(path);
        captured
    }

    #[inline]
    fn captured(
        &mut self,
        parent: u32,
        path: &[Place],
        place: Place,
        kind: NodeKind,
        errors: &mut dyn ErrorSink,
    ) -> u32 {
        if matches!(self.node(parent).kind, NodeKind::List { .. }) {
            return self.append(parent, Place::default(), place, kind);
        }
        let Some((&key, above)) = path.split_last() else {
            // A value without a key was told by the parser.
            return self.detached(place, kind);
        };
        let (mut table, mut is_mixed) = (parent, false);
        if !above.is_empty() {
            let Some(found) = self.descend(parent, above, true, errors) else {
                return self.detached(place, kind);
            };
            table = found;
            is_mixed = self.state(table).is_some_and(|state| !state.is_implicit);
        }
        match self.find(table, key) {
            Err(vacancy) if !is_mixed => self.insert(vacancy, key, place, kind),
            _ => {
                errors.report_error(ParseError::new("duplicate key").with_unexpected(key.span()));
                self.detached(place, kind)
            }
        }
    }
}

fn type_of(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::String => "string",
        NodeKind::Integer(_) => "integer",
        NodeKind::Float => "float",
        NodeKind::Boolean(_) => "boolean",
        NodeKind::Date => "datetime",
        NodeKind::List { .. } => "array",
        NodeKind::Table(_) => "table",
    }
}
