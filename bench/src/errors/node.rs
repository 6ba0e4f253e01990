//! A document as it is written: values, where they stand, and where their references lead.
//!
//! Nothing here goes through the generator's own reading of OpenAPI, so that both have no fault in common.

use std::sync::Arc;

use outspoken_codegen::{
    diagnostic::Origin,
    source::{Documents, Found},
};
use serde_json::Value;

/// How many references lead to one value.
const MOST_STEPS: usize = 32;

/// A value of a document.
#[derive(Debug, Clone)]
pub(super) struct Node<'d> {
    pub(super) value: &'d Value,
    pub(super) at: Origin,
}

impl<'d> Node<'d> {
    /// The document itself.
    #[must_use]
    pub(super) fn root(documents: &'d Documents) -> Self {
        Self {
            value: &documents.root.root,
            at: Origin::root(&documents.root.name),
        }
    }

    pub(super) fn get(&self, key: &str) -> Option<Self> {
        let value = self.value.as_object()?.get(key)?;
        let at = self.at.child(key);
        Some(Self { value, at })
    }

    pub(super) fn text(&self, key: &str) -> Option<&'d str> {
        self.value.get(key)?.as_str()
    }

    /// The members of an object.
    pub(super) fn entries(&self) -> Vec<(&'d str, Self)> {
        let members = self.value.as_object().into_iter().flatten();
        let members = members.map(|(key, value)| {
            let at = self.at.child(key);
            (key.as_str(), Self { value, at })
        });
        members.collect()
    }

    /// The elements of the list under a key.
    pub(super) fn items(&self, key: &str) -> Vec<Self> {
        let Some(list) = self.get(key) else {
            return Vec::new();
        };
        let items = list.value.as_array().into_iter().flatten().enumerate();
        let items = items.map(|(index, value)| {
            let at = list.at.index(index);
            Self { value, at }
        });
        items.collect()
    }

    /// Where its reference leads, if it is one.
    pub(super) fn target(&self, documents: &'d Documents) -> Option<Self> {
        let reference = self.get("$ref")?;
        let text = reference.value.as_str()?;
        match documents.find(&reference.at, text) {
            Found::Value(document, pointer, value) => {
                let file = Arc::clone(&document.name);
                let at = Origin { file, pointer };
                Some(Self { value, at })
            }
            Found::Nowhere(_) | Found::No(_) => None,
        }
    }

    /// What is meant: itself, or where its references lead.
    pub(super) fn meant(self, documents: &'d Documents) -> Self {
        let mut node = self;
        for _ in 0..MOST_STEPS {
            match node.target(documents) {
                Some(next) => node = next,
                None => break,
            }
        }
        node
    }
}
