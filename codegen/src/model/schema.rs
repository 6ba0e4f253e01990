//! Types of bodies and parameters: what is said of each, and how they refer to each other.

use std::sync::{Arc, LazyLock};

use indexmap::IndexSet;

use super::Shape;
use crate::diagnostic::Origin;

/// A schema's number in [`Schemas`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SchemaId(usize);

/// All schemas of an API. Schemas refer to each other by id, in circles too.
#[derive(Debug, Clone, Default)]
pub(crate) struct Schemas {
    all: Vec<Schema>,
}

impl Schemas {
    /// The id of no schema, and so of one that takes anything.
    pub(crate) const NONE: SchemaId = SchemaId(usize::MAX);

    /// Adds a schema.
    pub(crate) fn push(&mut self, schema: Schema) -> SchemaId {
        self.all.push(schema);
        SchemaId(self.all.len() - 1)
    }

    /// Puts a schema where a blank one kept its place.
    pub(crate) fn set(&mut self, id: SchemaId, schema: Schema) {
        if let Some(place) = self.all.get_mut(id.0) {
            *place = schema;
        }
    }

    /// The schema with this id, to be changed.
    pub(crate) fn get_mut(&mut self, id: SchemaId) -> Option<&mut Schema> {
        self.all.get_mut(id.0)
    }

    /// The schema with this id. One that was never set takes anything.
    #[must_use]
    pub(crate) fn get(&self, id: SchemaId) -> &Schema {
        static NONE: LazyLock<Schema> =
            LazyLock::new(|| Schema::blank(Origin::root(&Arc::from(""))));
        self.all.get(id.0).unwrap_or(&NONE)
    }

    /// The id with this number, if a schema has it.
    #[must_use]
    pub(crate) fn id(&self, number: usize) -> Option<SchemaId> {
        (number < self.all.len()).then_some(SchemaId(number))
    }

    /// How many schemas there are.
    #[must_use]
    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    /// The schema that is meant, past references. None of them leads in a circle: those that did
    /// were reported and taken out.
    #[must_use]
    pub(crate) fn meant(&self, mut id: SchemaId) -> SchemaId {
        while let Shape::Same(next) = self.get(id).shape {
            id = next;
        }
        id
    }

    /// All ids, in the order in which the schemas were found.
    pub(crate) fn ids(&self) -> impl Iterator<Item = SchemaId> + use<> {
        (0..self.all.len()).map(SchemaId)
    }

    /// The schemas that these lead to, and they themselves.
    pub(crate) fn reached(&self, mut open: Vec<SchemaId>) -> IndexSet<SchemaId> {
        let mut reached = IndexSet::new();
        while let Some(id) = open.pop() {
            if reached.insert(id) {
                open.extend(self.get(id).shape.children());
            }
        }
        reached
    }
}

/// A schema (OpenAPI 3.0.3 §4.7.24).
#[derive(Debug, Clone)]
pub(crate) struct Schema {
    /// Where it stands.
    pub at: Origin,
    /// Its name, where it is a component.
    pub name: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// What it is called where it stands in several places, and has neither name nor title.
    pub common: Option<String>,
    /// What it is called among the members of a choice, where nothing else names it.
    pub label: Option<String>,
    /// What it is, in CommonMark.
    pub description: Option<String>,
    /// Whether it should not be used any more.
    pub deprecated: bool,
    /// Whether `null` is a value of it.
    pub nullable: bool,
    /// What it takes.
    pub shape: Shape,
}

impl Schema {
    /// A schema that takes anything.
    #[must_use]
    pub(crate) fn blank(at: Origin) -> Self {
        Self {
            at,
            name: None,
            title: None,
            common: None,
            label: None,
            description: None,
            deprecated: false,
            nullable: false,
            shape: Shape::Any,
        }
    }
}
