//! One visitor that builds the value tree, whatever the text was written in.

use std::cell::RefCell;
use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};
use serde_json::map::Entry;
use serde_json::{Map, Number, Value};

use super::Limits;
use super::failure::{FLATTEN, Failure, SHORTEN};
use crate::diagnostic::{Code, Pointer};

/// A tree, and the keys that stood in it twice; the first value of each was kept.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) root: Value,
    pub(super) duplicates: Vec<Pointer>,
}

/// What the nodes of one tree share while it is read.
#[derive(Debug)]
pub(super) struct Reading<'l> {
    limits: &'l Limits,
    /// Whether `<<` merges, as in YAML.
    merges: bool,
    tally: RefCell<Tally>,
}

#[derive(Debug, Default)]
struct Tally {
    nodes: usize,
    bytes: usize,
    /// The bytes of the pointers to all nodes: diagnostics and schemas carry them.
    ways: usize,
    duplicates: Vec<Pointer>,
    duplicate_bytes: usize,
    failure: Option<Failure>,
}

/// What an index takes in a pointer, at least.
const DIGITS: usize = 2;
const MOST_DUPLICATE_BYTES: usize = 2 << 20;

impl<'l> Reading<'l> {
    pub(super) fn new(limits: &'l Limits, merges: bool) -> Self {
        Self {
            limits,
            merges,
            tally: RefCell::default(),
        }
    }

    pub(super) fn root(&self) -> Node<'_, 'l> {
        Node {
            reading: self,
            here: Here::Root,
            depth: 0,
            way: 0,
        }
    }

    /// The tree, or why there is none; `Err(None)` where the parser knows and we do not.
    pub(super) fn finish<E>(self, root: Result<Value, E>) -> Result<Tree, (Option<Failure>, E)> {
        let Tally {
            duplicates,
            failure,
            ..
        } = self.tally.into_inner();
        match root {
            Ok(root) => Ok(Tree { root, duplicates }),
            Err(error) => Err((failure, error)),
        }
    }

    /// Notes a key that stood there already. Pointers can be as long as the document, so after a few
    /// megabytes of them no more are kept.
    fn duplicate(&self, parent: &Here<'_>, key: &str) {
        let mut tally = self.tally.borrow_mut();
        if tally.duplicate_bytes < MOST_DUPLICATE_BYTES {
            let pointer = parent.pointer().child(key);
            tally.duplicate_bytes += pointer.as_str().len() + size_of::<Pointer>();
            tally.duplicates.push(pointer);
        }
    }

    fn fail<E: Error>(&self, failure: Failure) -> E {
        self.tally.borrow_mut().failure.get_or_insert(failure);
        E::custom("refused")
    }
}

/// One node about to be read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node<'a, 'l> {
    reading: &'a Reading<'l>,
    here: Here<'a>,
    depth: usize,
    /// The bytes of the pointer to it.
    way: usize,
}

/// The way to a node, kept on the stack: it becomes a pointer only for what must be reported.
#[derive(Debug, Clone, Copy)]
enum Here<'a> {
    Root,
    Key(&'a Here<'a>, &'a str),
    Index(&'a Here<'a>, usize),
}

impl Here<'_> {
    fn pointer(&self) -> Pointer {
        match self {
            Self::Root => Pointer::root(),
            Self::Key(parent, key) => parent.pointer().child(key),
            Self::Index(parent, index) => parent.pointer().index(*index),
        }
    }
}

impl Node<'_, '_> {
    /// Counts this node and the text it holds.
    fn count<E: Error>(&self, bytes: usize) -> Result<(), E> {
        let Limits {
            bytes: most_bytes,
            depth,
            nodes,
            files: _,
        } = self.reading.limits;
        let mut tally = self.reading.tally.borrow_mut();
        tally.nodes += 1;
        tally.bytes += bytes;
        tally.ways += self.way;
        let (message, help) = if self.depth > *depth {
            (
                format!("the document nests deeper than {depth} levels"),
                FLATTEN,
            )
        } else if tally.nodes > *nodes {
            (
                format!("the document holds more than {nodes} values"),
                SHORTEN,
            )
        } else if tally.bytes > *most_bytes {
            (
                format!("the document holds more than {most_bytes} bytes of text"),
                SHORTEN,
            )
        } else if tally.ways > most_bytes.saturating_mul(2) {
            (
                "the keys of the document are too long for as many values as stand below them"
                    .to_owned(),
                SHORTEN,
            )
        } else {
            return Ok(());
        };
        drop(tally);
        let failure = Failure::new(Code::LimitExceeded, message).help(help);
        Err(self.reading.fail(failure))
    }

    fn bad_merge<E: Error>(&self) -> E {
        let message = "`<<` merges mappings, but this is none";
        let failure = Failure::new(Code::InvalidSyntax, message);
        self.reading.fail(
            failure.help("write an alias of a mapping, such as `<<: *defaults`, or a list of them"),
        )
    }

    fn merge<E: Error>(
        &self,
        value: Value,
        sources: &mut Vec<Map<String, Value>>,
    ) -> Result<(), E> {
        match value {
            Value::Object(map) => sources.push(map),
            Value::Array(list) => {
                for element in list {
                    let Value::Object(map) = element else {
                        return Err(self.bad_merge());
                    };
                    sources.push(map);
                }
            }
            _ => return Err(self.bad_merge()),
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_, '_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_, '_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        self.count(0)?;
        Ok(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Value, E> {
        self.visit_unit()
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        self.count(0)?;
        Ok(Value::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        self.count(0)?;
        Ok(Value::from(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        self.count(0)?;
        Ok(Value::from(value))
    }

    #[expect(clippy::cast_precision_loss, reason = "nearer than any 64-bit integer")]
    fn visit_u128<E: Error>(self, value: u128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    #[expect(clippy::cast_precision_loss, reason = "nearer than any 64-bit integer")]
    fn visit_i128<E: Error>(self, value: i128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        // JSON has no infinities, so those of YAML stay the words they are written as.
        let text = match Number::from_f64(value) {
            Some(number) => {
                self.count(0)?;
                return Ok(Value::Number(number));
            }
            None if value.is_nan() => ".nan",
            None if value < 0.0 => "-.inf",
            None => ".inf",
        };
        self.visit_str(text)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        self.count(value.len())?;
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        self.count(value.len())?;
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Value, A::Error> {
        let depth = self.depth + 1;
        Node { depth, ..self }.count(0)?;
        let mut list = Vec::new();
        while let Some(element) = elements.next_element_seed(Node {
            reading: self.reading,
            here: Here::Index(&self.here, list.len()),
            depth,
            way: self.way + DIGITS,
        })? {
            list.push(element);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let depth = self.depth + 1;
        Node { depth, ..self }.count(0)?;
        let mut map = Map::new();
        let mut sources = Vec::new();
        let mut merge_at = 0;
        while let Some(key) = entries.next_key_seed(Key)? {
            self.reading.tally.borrow_mut().bytes += key.len();
            let here = Here::Key(&self.here, &key);
            let value = entries.next_value_seed(Node {
                reading: self.reading,
                here,
                depth,
                way: self.way + key.len() + 1,
            })?;
            if self.reading.merges && key == "<<" {
                if sources.is_empty() {
                    merge_at = map.len();
                }
                self.merge(value, &mut sources)?;
                continue;
            }
            match map.entry(key) {
                Entry::Vacant(free) => {
                    free.insert(value);
                }
                Entry::Occupied(taken) => {
                    self.reading.duplicate(&self.here, taken.key());
                }
            }
        }
        if !sources.is_empty() {
            map = merged(map, merge_at, sources);
        }
        Ok(Value::Object(map))
    }

    /// A local YAML tag (`!Name value`) says nothing that OpenAPI knows: the value counts.
    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Value, A::Error> {
        let (IgnoredAny, value) = data.variant()?;
        value.newtype_variant_seed(self)
    }
}

/// Puts what `<<` brings where it stood: own keys win, then the earlier source.
fn merged(
    own: Map<String, Value>,
    merge_at: usize,
    sources: Vec<Map<String, Value>>,
) -> Map<String, Value> {
    let mut brought = Map::new();
    for (key, value) in sources.into_iter().flatten() {
        if !own.contains_key(&key) {
            brought.entry(key).or_insert(value);
        }
    }
    let mut map = Map::with_capacity(own.len() + brought.len());
    let mut own = own.into_iter();
    map.extend(own.by_ref().take(merge_at));
    map.extend(brought);
    map.extend(own);
    map
}

/// A key, read as the text it is written as: `200:` and `null:` are names here.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<String, E> {
        Ok(key.to_owned())
    }

    fn visit_string<E: Error>(self, key: String) -> Result<String, E> {
        Ok(key)
    }
}
