//! What a schema takes.

use serde_json::Value;

use super::SchemaId;
use crate::{collection::Table, diagnostic::Origin};

/// What a schema takes.
#[derive(Debug, Clone)]
pub(crate) enum Shape {
    /// Anything.
    Any,
    /// Something that could not be read, which has been reported.
    Faulty,
    /// What another schema takes.
    Same(SchemaId),
    /// `null`.
    Null,
    /// `true` and `false`.
    Boolean(Boolean),
    /// Whole numbers.
    Integer(Integer),
    /// Numbers.
    Number(Number),
    /// Text.
    Text(Text),
    /// What a type of the user's takes: its number in the settings.
    Own(usize),
    /// Lists.
    Array(Array),
    /// Named members.
    Object(Object),
    /// What all of these take: `allOf`, and what stands beside it.
    AllOf(Vec<SchemaId>),
    /// What one of these takes: `oneOf` or `anyOf`.
    Choice(Choice),
}

impl Shape {
    /// The schemas that it refers to.
    #[must_use]
    pub(crate) fn children(&self) -> Vec<SchemaId> {
        match self {
            Self::Same(other) => vec![*other],
            Self::Array(array) => vec![array.items],
            Self::AllOf(members) => members.clone(),
            Self::Choice(choice) => choice.members.clone(),
            Self::Object(object) => {
                let properties = object.properties.values().map(|one| one.schema);
                let others = match object.additional {
                    Additional::Schema(values) => Some(values),
                    Additional::Unsaid | Additional::Forbidden | Additional::Any => None,
                };
                properties.chain(others).collect()
            }
            Self::Any
            | Self::Faulty
            | Self::Null
            | Self::Boolean(_)
            | Self::Integer(_)
            | Self::Number(_)
            | Self::Text(_)
            | Self::Own(_) => Vec::new(),
        }
    }
}

/// `true` and `false`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Boolean {
    /// `enum` or `const`; empty where there is none.
    pub values: Vec<bool>,
}

/// Whole numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Integer {
    /// `format`, such as `int32`.
    pub format: Option<String>,
    /// Limits.
    pub bounds: Bounds,
    /// `enum` or `const`; empty where there is none.
    pub values: Vec<i64>,
    /// Names of the values, where the document gives them.
    pub names: Vec<String>,
}

/// Numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Number {
    /// `format`, such as `float`.
    pub format: Option<String>,
    /// Limits.
    pub bounds: Bounds,
    /// `enum` or `const`; empty where there is none.
    pub values: Vec<f64>,
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
    /// `format`, such as `date-time`.
    pub format: Option<String>,
    /// `contentMediaType`, where the text is the bytes of something else.
    pub media_type: Option<String>,
    /// Whether it may be the bytes of a file instead, where there are files: one of a choice.
    pub or_file: bool,
    /// `enum` or `const`; empty where there is none.
    pub values: Vec<String>,
    /// Names of the values, where the document gives them.
    pub names: Vec<String>,
    /// Those of the values that should not be used any more.
    pub deprecated: Vec<String>,
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
    pub properties: Table<String, Property>,
    /// The names of members that must be there, and where that is said.
    pub required: Table<String, Origin>,
    /// What other members are.
    pub additional: Additional,
    /// What tells apart the schemas that extend this one by `allOf`.
    pub discriminator: Option<Discriminator>,
}

/// A known member of an object.
#[derive(Debug, Clone)]
pub(crate) struct Property {
    /// What it takes.
    pub schema: SchemaId,
    /// Whether it must be there.
    pub required: bool,
    /// Whether it has no business in requests, or none in answers, and so is never required: one
    /// type serves both sides.
    pub one_sided: bool,
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

/// One of several schemas.
#[derive(Debug, Clone, Default)]
pub(crate) struct Choice {
    /// The schemas, in the order of the document.
    pub members: Vec<SchemaId>,
    /// What tells them apart, where the document says so.
    pub discriminator: Option<Discriminator>,
}

/// A member of objects whose value says which schema they have (OpenAPI 3.0.3 §4.7.25).
#[derive(Debug, Clone)]
pub(crate) struct Discriminator {
    /// The name of the member.
    pub property: String,
    /// Values, and the schemas that they stand for.
    pub mapping: Vec<(String, SchemaId)>,
    /// The schema for values that stand for none.
    pub otherwise: Option<SchemaId>,
}
