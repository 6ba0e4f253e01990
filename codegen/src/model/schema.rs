//! Types of bodies and parameters.

use std::sync::{Arc, LazyLock};

use indexmap::IndexMap;
use serde_json::Value;

use crate::diagnostic::Origin;

/// A schema's number in [`Schemas`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SchemaId(usize);

/// All schemas of an API. Schemas refer to each other by id, in circles too.
#[derive(Debug, Clone, Default)]
pub(crate) struct Schemas {
    all: Vec<Schema>,
}

impl Schemas {
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

    /// The schema with this id. One that was never set takes anything.
    #[must_use]
    pub(crate) fn get(&self, id: SchemaId) -> &Schema {
        static NONE: LazyLock<Schema> =
            LazyLock::new(|| Schema::blank(Origin::root(&Arc::from(""))));
        self.all.get(id.0).unwrap_or(&NONE)
    }

    /// All ids, in the order in which the schemas were found.
    pub(crate) fn ids(&self) -> impl Iterator<Item = SchemaId> + use<> {
        (0..self.all.len()).map(SchemaId)
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
            description: None,
            deprecated: false,
            nullable: false,
            shape: Shape::Any,
        }
    }
}

/// What a schema takes.
#[derive(Debug, Clone)]
pub(crate) enum Shape {
    /// Anything.
    Any,
    /// Something that could not be read, which has been reported.
    Faulty,
    /// What another schema takes.
    Same(SchemaId),
    /// `true` and `false`.
    Boolean,
    /// Whole numbers.
    Integer(Integer),
    /// Numbers.
    Number(Number),
    /// Text.
    Text(Text),
    /// Lists.
    Array(Array),
    /// Named members.
    Object(Object),
    /// What exactly one of these takes.
    OneOf(Vec<SchemaId>),
}

/// Whole numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Integer {
    /// `format`, such as `int32`.
    pub format: Option<String>,
    /// Limits.
    pub bounds: Bounds,
    /// `enum`; empty where there is none.
    pub values: Vec<i64>,
}

/// Numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Number {
    /// `format`, such as `float`.
    pub format: Option<String>,
    /// Limits.
    pub bounds: Bounds,
}

/// Limits of numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Bounds {
    /// `minimum`.
    pub minimum: Option<f64>,
    /// Whether the minimum itself is out of bounds.
    pub above: bool,
    /// `maximum`.
    pub maximum: Option<f64>,
    /// Whether the maximum itself is out of bounds.
    pub below: bool,
    /// `multipleOf`.
    pub multiple_of: Option<f64>,
}

/// Text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Text {
    /// `enum`; empty where there is none.
    pub values: Vec<String>,
    /// `minLength`, in characters.
    pub min_length: Option<u64>,
    /// `maxLength`, in characters.
    pub max_length: Option<u64>,
    /// `pattern`, an ECMA-262 expression.
    pub pattern: Option<String>,
}

/// Lists.
#[derive(Debug, Clone)]
pub(crate) struct Array {
    /// What the items are.
    pub items: SchemaId,
    /// `minItems`.
    pub min_items: Option<u64>,
    /// `maxItems`.
    pub max_items: Option<u64>,
    /// `uniqueItems`.
    pub unique: bool,
}

/// Named members.
#[derive(Debug, Clone)]
pub(crate) struct Object {
    /// The members that are known, by name.
    pub properties: IndexMap<String, Property>,
    /// What other members are.
    pub additional: Additional,
}

/// A known member of an object.
#[derive(Debug, Clone)]
pub(crate) struct Property {
    /// What it takes.
    pub schema: SchemaId,
    /// Whether it must be there.
    pub required: bool,
    /// Its `default`.
    pub default: Option<Value>,
}

/// Members of an object that have no name in its schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Additional {
    /// Nothing is said about them.
    Unsaid,
    /// There must be none.
    Forbidden,
    /// There may be any.
    Any,
    /// Each is what this takes.
    Schema(SchemaId),
}
