//! Types of bodies and parameters.

use super::{Extras, Foreign, Integer};

/// A type, where it is used.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Type {
    /// `()`
    Unit,
    /// `bool`
    Bool,
    /// A whole number.
    Integer(Integer),
    /// `f32`
    F32,
    /// `f64`
    F64,
    /// `String`
    String,
    /// Bytes, as they came.
    Bytes,
    /// A type of another crate.
    Foreign(Foreign),
    /// A type of the user's: its path, from the crate on.
    Own(String),
    /// Bytes, or a stream of them.
    Body,
    /// Events, each with data of this type, as they arrive.
    Events(Box<Type>),
    /// JSON texts of this type, as they arrive.
    JsonLines(Box<Type>),
    /// Bytes or a stream, and their media type.
    Content,
    /// A file among the parts of a body.
    File,
    /// A file, or a value of this type.
    FileOr(Box<Type>),
    /// A body of this module, to which others become.
    Choice(String),
    /// `()`, which is `null`.
    Null,
    /// Any JSON value.
    Json,
    /// A type of this module.
    Named(String),
    /// `Vec<…>`
    List(Box<Type>),
    /// A map from strings.
    Map(Box<Type>),
    /// `Option<…>`
    Optional(Box<Type>),
    /// `Box<…>`
    Boxed(Box<Type>),
}

impl Type {
    /// The type that lists and the like are of.
    pub(crate) fn leaf(&self) -> &Self {
        match self {
            Self::List(inner) | Self::Map(inner) | Self::Optional(inner) | Self::Boxed(inner) => {
                inner.leaf()
            }
            other => other,
        }
    }

    /// The same, to be changed.
    pub(crate) fn leaf_mut(&mut self) -> &mut Self {
        match self {
            Self::List(inner) | Self::Map(inner) | Self::Optional(inner) | Self::Boxed(inner) => {
                inner.leaf_mut()
            }
            other => other,
        }
    }

    /// Whether it is, or may hold, what is still arriving.
    #[must_use]
    pub(crate) fn is_stream(&self) -> bool {
        match self {
            Self::Optional(inner) => inner.is_stream(),
            other => matches!(other, Self::Body | Self::Events(_) | Self::JsonLines(_)),
        }
    }
}

/// A type, where it is defined.
#[derive(Debug, Clone)]
pub(crate) enum TypeItem {
    /// A struct.
    Struct(Struct),
    /// An enum of strings.
    StringEnum(StringEnum),
    /// An enum of whole numbers.
    IntegerEnum(IntegerEnum),
    /// An enum of several types.
    Union(Union),
    /// Another name for a type.
    Alias(Alias),
}

impl TypeItem {
    /// The type's name.
    #[must_use]
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Struct(item) => &item.name,
            Self::StringEnum(item) => &item.name,
            Self::IntegerEnum(item) => &item.name,
            Self::Union(item) => &item.name,
            Self::Alias(item) => &item.name,
        }
    }

    /// The type's documentation.
    pub(crate) fn docs(&self) -> &[String] {
        match self {
            Self::Struct(item) => &item.docs,
            Self::StringEnum(item) => &item.docs,
            Self::IntegerEnum(item) => &item.docs,
            Self::Union(item) => &item.docs,
            Self::Alias(item) => &item.docs,
        }
    }

    /// The type's name and its documentation.
    pub(crate) fn head_mut(&mut self) -> (&mut String, &mut Vec<String>) {
        match self {
            Self::Struct(item) => (&mut item.name, &mut item.docs),
            Self::StringEnum(item) => (&mut item.name, &mut item.docs),
            Self::IntegerEnum(item) => (&mut item.name, &mut item.docs),
            Self::Union(item) => (&mut item.name, &mut item.docs),
            Self::Alias(item) => (&mut item.name, &mut item.docs),
        }
    }

    /// What the user wants it to have, where it is defined here.
    pub(crate) fn extras_mut(&mut self) -> Option<&mut Extras> {
        match self {
            Self::Struct(item) => Some(&mut item.extras),
            Self::StringEnum(item) => Some(&mut item.extras),
            Self::IntegerEnum(item) => Some(&mut item.extras),
            Self::Union(item) => Some(&mut item.extras),
            Self::Alias(_) => None,
        }
    }

    /// The types that it holds.
    pub(crate) fn types(&self) -> Vec<&Type> {
        match self {
            Self::Struct(item) => {
                let fields = item.fields.iter().map(|field| &field.ty);
                fields.chain(item.others.iter().map(|(_, ty)| ty)).collect()
            }
            Self::Alias(_) | Self::StringEnum(_) | Self::IntegerEnum(_) => Vec::new(),
            // A variant that keeps other values has any JSON.
            Self::Union(item) => {
                let other = item.other.iter().map(|_| &Type::Json);
                item.members
                    .iter()
                    .map(|member| &member.ty)
                    .chain(other)
                    .collect()
            }
        }
    }

    /// The same, to be changed.
    pub(crate) fn types_mut(&mut self) -> Vec<&mut Type> {
        match self {
            Self::Struct(item) => {
                let fields = item.fields.iter_mut().map(|field| &mut field.ty);
                let others = item.others.iter_mut().map(|(_, ty)| ty);
                fields.chain(others).collect()
            }
            Self::Alias(_) | Self::StringEnum(_) | Self::IntegerEnum(_) => Vec::new(),
            Self::Union(item) => {
                let members = item.members.iter_mut();
                members.map(|member| &mut member.ty).collect()
            }
        }
    }
}

/// Another name for a type.
#[derive(Debug, Clone)]
pub(crate) struct Alias {
    /// The name.
    pub name: String,
    /// What is said where it has this name, line by line.
    pub docs: Vec<String>,
    /// The type's own name.
    pub of: String,
}

/// A struct.
#[derive(Debug, Clone)]
pub(crate) struct Struct {
    /// Its name.
    pub name: String,
    /// What the user wants it to have.
    pub extras: Extras,
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// Whether it should not be used any more.
    pub deprecated: bool,
    /// Its fields, in the order of the document.
    pub fields: Vec<Field>,
    /// The map of members that have no field, where they are kept: its name and its values' type.
    pub others: Option<(String, Type)>,
}

/// A field.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    /// Its name.
    pub name: String,
    /// Its name on the wire.
    pub wire: String,
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// Whether it should not be used any more.
    pub deprecated: bool,
    /// Its type, without the `Option` of one that need not be there.
    pub ty: Type,
    /// Whether it must be there.
    pub presence: Presence,
    /// The value that the document gives it, where it must be there and has no other.
    pub fixed: Option<Fixed>,
    /// What it is where it is absent.
    pub default: Option<Default>,
}

/// The only value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fixed {
    /// `null`.
    Null,
    /// A boolean.
    Bool(bool),
    /// A value of an enum of whole numbers.
    Integer(i64),
    /// Text, or a value of an enum of strings.
    Text(String),
}

/// Whether a field must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Presence {
    /// It must.
    Required,
    /// It need not, and `null` reads like nothing.
    Optional,
    /// It need not, and `null` is a value: one `Option` more.
    NullApart,
}

/// What a field is where it is absent.
#[derive(Debug, Clone)]
pub(crate) struct Default {
    /// The method that asks for it.
    pub method: String,
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// The value.
    pub value: DefaultValue,
}

/// A value of a type that is there already.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum DefaultValue {
    /// A boolean.
    Bool(bool),
    /// A whole number.
    Integer(i128),
    /// A number.
    Float(f64),
    /// Text.
    Text(String),
    /// The text of a value of another crate's type, which has such a value.
    Foreign(String),
    /// A variant of this type.
    Variant(String, String),
}

/// An enum of strings, open: a last variant keeps other values.
#[derive(Debug, Clone)]
pub(crate) struct StringEnum {
    /// Its name.
    pub name: String,
    /// What the user wants it to have.
    pub extras: Extras,
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// Whether it should not be used any more.
    pub deprecated: bool,
    /// Its values.
    pub values: Vec<Value>,
    /// The name of the variant that keeps other values.
    pub other: String,
}

/// A value of an enum of strings.
#[derive(Debug, Clone)]
pub(crate) struct Value {
    /// The variant's name.
    pub name: String,
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// Whether it should not be used any more.
    pub deprecated: bool,
    /// The value on the wire.
    pub wire: String,
}

/// An enum of whole numbers, open: a last variant keeps other values.
#[derive(Debug, Clone)]
pub(crate) struct IntegerEnum {
    /// Its name.
    pub name: String,
    /// What the user wants it to have.
    pub extras: Extras,
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// Whether it should not be used any more.
    pub deprecated: bool,
    /// Its values: the variant's name, and the value.
    pub values: Vec<(String, i64)>,
    /// The name of the variant that keeps other values.
    pub other: String,
}

/// An enum of which a value is one of several types.
#[derive(Debug, Clone)]
pub(crate) struct Union {
    /// Its name.
    pub name: String,
    /// What the user wants it to have.
    pub extras: Extras,
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// Whether it should not be used any more.
    pub deprecated: bool,
    /// The member that tells objects apart; empty where none does.
    pub tag: String,
    /// Its members.
    pub members: Vec<Member>,
    /// The name of the variant that keeps other values, where there is one.
    pub other: Option<String>,
}

/// A member of a union.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    /// The variant's name.
    pub name: String,
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// Whether it should not be used any more.
    pub deprecated: bool,
    /// Its type.
    pub ty: Type,
    /// What values it takes.
    pub test: Test,
}

/// Which values a member of a union takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Test {
    /// Values of this JSON type.
    Json(JsonType),
    /// Objects whose tag has one of these values.
    Tag(Vec<Tag>),
    /// Objects that have the fields of its type.
    Fields,
    /// Whatever it can be read from.
    Any,
}

/// The value of a tag.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Tag {
    /// A boolean.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Text.
    Text(String),
}

/// A JSON type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum JsonType {
    /// `true` and `false`
    Bool,
    /// Numbers without a fraction.
    Integer,
    /// Numbers.
    Number,
    /// Strings.
    String,
    /// Arrays.
    Array,
    /// Objects.
    Object,
}
