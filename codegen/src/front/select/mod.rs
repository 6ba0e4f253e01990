//! Which operations and webhooks are read.
//!
//! It is decided before anything of an operation is read, so that what is left out costs nothing and
//! need not be without faults: that may be why it is left out.

mod near;
mod unused;

use indexmap::IndexSet;
use serde_json::Value;

use super::{method::ADDITIONAL, node::Node, reader::Reader};
use crate::{
    model::{Method, Operation},
    select::{Selection, Subject},
    source::Found,
};

/// No person writes a longer chain of references.
const MOST_REFERENCES: usize = 100;

/// The selection, and what it has met so far.
#[derive(Debug)]
pub(super) struct Selected<'a> {
    selection: &'a Selection,
    /// Which of its patterns have selected something.
    used: Vec<bool>,
    /// Whether there was anything to select.
    met_some: bool,
}

impl<'a> Selected<'a> {
    pub(super) fn new(selection: &'a Selection) -> Self {
        Self {
            selection,
            used: vec![false; selection.patterns().count()],
            met_some: false,
        }
    }

    /// Whether everything is read.
    pub(super) fn is_all(&self) -> bool {
        self.selection.is_empty()
    }

    fn takes(&mut self, subject: &Subject<'_>) -> bool {
        self.met_some = true;
        let used = &mut self.used;
        self.selection.takes(|number, pattern| {
            let fits = pattern.fits(subject);
            if let Some(used) = used.get_mut(number) {
                *used |= fits;
            }
            fits
        })
    }
}

impl<'a> Reader<'a> {
    /// Whether an operation is read.
    pub(super) fn takes_operation(&mut self, path: &str, method: &str, node: &Node<'a>) -> bool {
        let around = Subject {
            method: Some(method),
            path: Some(path),
            ..Subject::default()
        };
        self.takes(around, node)
    }

    /// Whether a webhook is read.
    pub(super) fn takes_webhook(&mut self, name: &str, method: &str, node: &Node<'a>) -> bool {
        let around = Subject {
            method: Some(method),
            webhook: Some(name),
            ..Subject::default()
        };
        self.takes(around, node)
    }

    /// Whether some operation of a path is read. Nothing is said of the others.
    pub(super) fn takes_some_of(&mut self, path: &str, item: &Node<'a>) -> bool {
        let around = Subject {
            path: Some(path),
            ..Subject::default()
        };
        self.takes_some(&around, item)
    }

    /// Whether something of a webhook is read.
    pub(super) fn takes_some_of_webhook(&mut self, name: &str, item: &Node<'a>) -> bool {
        let around = Subject {
            webhook: Some(name),
            ..Subject::default()
        };
        self.takes_some(&around, item)
    }

    fn takes_some(&mut self, around: &Subject<'_>, item: &Node<'a>) -> bool {
        if self.selected.is_all() {
            return true;
        }
        let operations = self.operations_of(item);
        // Of what cannot be read, or has nothing in it, its place alone is known.
        let mut takes = operations.is_empty() && self.takes(around.clone(), item);
        for (method, operation) in operations {
            let around = Subject {
                method: Some(method),
                ..around.clone()
            };
            takes |= self.takes(around, &operation);
        }
        takes
    }

    fn takes(&mut self, around: Subject<'_>, node: &Node<'a>) -> bool {
        if self.selected.is_all() {
            return true;
        }
        let read = self.peek(node.clone());
        let own = read.as_ref().unwrap_or(node);
        let tags = own.value.get("tags").and_then(Value::as_array);
        let tags: Vec<_> = tags
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let id = own.text("operationId").filter(|id| !id.is_empty());
        let texts = tags.iter().copied().chain(around.path).chain(id);
        let steps = 1 + texts.map(|text| 1 + text.len() / 16).sum::<usize>();
        let patterns = self.selected.used.len();
        if !self.spend(node, steps.saturating_mul(patterns)) {
            return false;
        }
        self.selected.takes(&Subject { id, tags, ..around })
    }

    /// The operations of a path item, by method, whatever they are.
    fn operations_of(&self, item: &Node<'a>) -> Vec<(&'a str, Node<'a>)> {
        let Some(item) = self.peek(item.clone()) else {
            return Vec::new();
        };
        let with_keys = Method::WITH_KEYS.iter();
        let with_keys = with_keys.filter_map(|(key, _)| Some((*key, item.get(key)?)));
        let additional = item.get(ADDITIONAL).into_iter();
        with_keys
            .chain(additional.flat_map(|all| all.entries()))
            .collect()
    }

    /// The value that is meant, as far as it can be found: nothing is reported.
    pub(super) fn peek(&self, mut node: Node<'a>) -> Option<Node<'a>> {
        for _ in 0..MOST_REFERENCES {
            let Some(reference) = node.get("$ref") else {
                return Some(node);
            };
            let Some(text) = reference.value.as_str() else {
                return Some(node);
            };
            let Found::Value(document, pointer, value) = self.documents.find(&reference.at, text)
            else {
                return None;
            };
            let file = document.name.clone();
            node = Node {
                value,
                at: crate::diagnostic::Origin { file, pointer },
            };
        }
        None
    }
}

/// The security schemes that operations ask for.
pub(super) fn schemes(operations: &[Operation]) -> IndexSet<&str> {
    let mut schemes = IndexSet::new();
    for requirement in operations.iter().flat_map(|one| &one.security) {
        schemes.extend(requirement.iter().map(String::as_str));
    }
    schemes
}
