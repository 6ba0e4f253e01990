//! What documents and schemas call themselves: `$self` (OpenAPI 3.2.0 §4.1.2.2), `$id` and `$anchor`
//! (JSON Schema 2020-12 §8.2).

use std::sync::Arc;

use serde_json::Value;

use super::{Document, keys::Keys, reference, uri};
use crate::{collection::Table, diagnostic::Pointer};

/// How many bytes names and pointers may take: many times what people write.
const MOST_BYTES: usize = 16 << 20;

/// Where something is.
type At = (Arc<str>, Pointer);

/// What has one anchor in a file.
#[derive(Debug, Clone)]
struct Anchored {
    first: Pointer,
    /// By the identifier of the resource in which it is.
    within: Table<String, Pointer>,
}

/// The names in some documents.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    /// Whole documents and schemas, by identifier.
    resources: Table<String, At>,
    /// Schemas by file and anchor.
    anchors: Table<Arc<str>, Table<String, Anchored>>,
    left: usize,
}

/// The way to a value: made a pointer only where there is a name.
#[derive(Clone, Copy)]
enum Way<'w> {
    Root,
    Key(&'w Way<'w>, &'w str),
    Index(&'w Way<'w>, usize),
}

impl Way<'_> {
    fn pointer(&self) -> Pointer {
        match self {
            Self::Root => Pointer::root(),
            Self::Key(before, key) => before.pointer().child(key),
            Self::Index(before, index) => before.pointer().index(*index),
        }
    }

    /// About as many bytes as it has as a pointer.
    fn bytes(&self) -> usize {
        match self {
            Self::Root => 0,
            Self::Key(before, key) => before.bytes() + key.len() + 1,
            Self::Index(before, _) => before.bytes() + 8,
        }
    }
}

impl Names {
    pub(super) fn of<'d>(documents: impl Iterator<Item = &'d Document>) -> Self {
        let mut names = Self {
            left: MOST_BYTES,
            ..Self::default()
        };
        for document in documents {
            names.scan(document, (&document.root, Keys::Words), Way::Root, "");
        }
        names
    }

    /// Notes the names in a value. It is no deeper than a document may be.
    fn scan(
        &mut self,
        document: &Document,
        (value, keys): (&Value, Keys),
        way: Way<'_>,
        base: &str,
    ) {
        match value {
            Value::Object(members) => {
                let own = self.note(document, value, way, base);
                let base = own.as_deref().unwrap_or(base);
                for (key, member) in members {
                    if let Some(keys) = keys.below(key) {
                        self.scan(document, (member, keys), Way::Key(&way, key), base);
                    }
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    let item = (item, Keys::Words);
                    self.scan(document, item, Way::Index(&way, index), base);
                }
            }
            _ => {}
        }
    }

    /// Notes what a value calls itself; its identifier, if it has one.
    fn note(
        &mut self,
        document: &Document,
        value: &Value,
        way: Way<'_>,
        base: &str,
    ) -> Option<String> {
        let is_root = matches!(way, Way::Root);
        let (own, anchor_of_old) = own_name(value, is_root);
        let own = (!own.is_empty()).then(|| uri::resolve(base, own));
        if let Some(own) = own.as_ref().filter(|own| self.take(own.len(), way)) {
            let place = (Arc::clone(&document.name), way.pointer());
            self.resources.get_or(own.clone(), || place);
        }
        let base = own.as_deref().unwrap_or(base);
        let text = |key: &str| value.get(key)?.as_str();
        let anchors = [text("$anchor"), text("$dynamicAnchor"), Some(anchor_of_old)];
        for anchor in anchors.into_iter().flatten().filter(|one| !one.is_empty()) {
            if self.take(anchor.len() + base.len(), way) {
                let at = way.pointer();
                let own = self.anchors.get_or_default(Arc::clone(&document.name));
                let all = own.get_or(anchor.to_owned(), || Anchored {
                    first: at.clone(),
                    within: Table::new(),
                });
                all.within.get_or(base.to_owned(), || at);
            }
        }
        own
    }

    /// Whether there is room for a name.
    fn take(&mut self, bytes: usize, way: Way<'_>) -> bool {
        let left = self.left.checked_sub(bytes + way.bytes());
        self.left = left.unwrap_or(self.left);
        left.is_some()
    }

    /// The identifier of what a place is in: the nearest one around it. Empty where there is none.
    pub(super) fn base(&self, document: &Document, at: &Pointer) -> String {
        let mut base = String::new();
        let mut value = Some(&document.root);
        let mut tokens = at.tokens();
        let mut is_root = true;
        while let Some(here) = value {
            let (own, _) = own_name(here, is_root);
            if !own.is_empty() {
                base = uri::resolve(&base, own);
            }
            is_root = false;
            value = tokens.next().and_then(|token| match here {
                Value::Array(items) => items.get(token.parse::<usize>().ok()?),
                here => here.get(&*token),
            });
        }
        base
    }

    /// Where what has this identifier is.
    pub(super) fn resource(&self, identifier: &str) -> Option<&At> {
        self.resources.get(identifier)
    }

    /// The anchors in a file.
    pub(super) fn anchors(&self, file: &Arc<str>) -> impl Iterator<Item = &str> {
        let own = self.anchors.get(file).into_iter();
        own.flat_map(|own| own.keys().map(String::as_str))
    }

    /// Where an anchor is: that of this resource, else the first in the file.
    pub(super) fn anchor(&self, file: &Arc<str>, base: &str, name: &str) -> Option<&Pointer> {
        let all = self.anchors.get(file)?.get(name)?;
        Some(all.within.get(base).unwrap_or(&all.first))
    }
}

/// What a value calls itself, and the anchor behind a `#` by which older schemas do.
fn own_name(value: &Value, is_root: bool) -> (&str, &str) {
    let text = |key: &str| value.get(key)?.as_str();
    let own = text("$self").filter(|_| is_root).or_else(|| text("$id"));
    own.map(reference::split).unwrap_or_default()
}
