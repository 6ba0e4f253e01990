//! Bodies of requests: how they are written, and the types that only requests have.

use super::{Fixed, Type};

/// How a body is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Writing {
    /// As JSON, under this media type.
    Json(String),
    /// As a form, under this media type; the fields are those of which there is something to say.
    Form(String, Vec<FormField>),
    /// As parts; the fields are those of which there is something to say.
    Multipart(Vec<FormField>),
    /// As text of this media type.
    Text(String),
    /// As it is, under this media type.
    Bytes(String),
    /// As it is, under a media type of its own, within this range.
    Content(String),
    /// As its type knows: a [`BodyItem`].
    Own,
}

impl Writing {
    /// The media type that it is written under, where there is one.
    #[must_use]
    pub(crate) fn media_type(&self) -> Option<&str> {
        match self {
            Self::Json(name)
            | Self::Form(name, _)
            | Self::Text(name)
            | Self::Bytes(name)
            | Self::Content(name) => Some(name),
            Self::Multipart(_) => Some("multipart/form-data"),
            Self::Own => None,
        }
    }
}

/// What is particular about a field of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct FormField {
    /// Its name on the wire.
    pub wire: String,
    /// How its value becomes text.
    pub encoding: FieldEncoding,
    /// Headers of its part that are always the same.
    pub headers: Vec<(String, String)>,
    /// Headers of its part that must be given.
    pub needs: Vec<String>,
}

/// How the value of a field becomes text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum FieldEncoding {
    /// As its type is usually written.
    #[default]
    Usual,
    /// As usual, under this content type.
    Typed(String),
    /// As JSON, under this content type.
    Json(String),
    /// As a form of its own, under this content type; the fields are those of which there is
    /// something to say.
    Form(String, Vec<FormField>),
    /// As a query parameter of this style.
    Style {
        /// The style.
        style: FieldStyle,
        /// Whether items and members have pairs of their own.
        explode: bool,
        /// Whether reserved characters stay as they are.
        reserved: bool,
    },
}

/// A style of query parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FieldStyle {
    /// Joined by commas.
    Form,
    /// Joined by spaces.
    Space,
    /// Joined by pipes.
    Pipe,
    /// Joined by tabs.
    Tab,
    /// Names with brackets.
    Deep,
}

/// A type that only bodies of requests have.
#[derive(Debug, Clone)]
pub(crate) enum BodyItem {
    /// Parts, of which some are files.
    Upload(Upload),
    /// One of several representations.
    Choice(Choice),
}

impl BodyItem {
    /// The type's name.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Upload(item) => &item.name,
            Self::Choice(item) => &item.name,
        }
    }
}

/// A body of parts, of which some are files.
#[derive(Debug, Clone)]
pub(crate) struct Upload {
    /// Its name.
    pub name: String,
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// Whether it should not be used any more.
    pub deprecated: bool,
    /// Its parts, in the order in which they are sent.
    pub parts: Vec<Part>,
    /// The map of parts that have no field, where there may be any.
    pub others: Option<OtherParts>,
}

/// A part: a field of the struct.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    /// The field's name.
    pub name: String,
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// Whether it should not be used any more.
    pub deprecated: bool,
    /// Its type, without the `Option` of one that need not be there.
    pub ty: Type,
    /// Whether it must be there.
    pub required: bool,
    /// The value that the document gives it, where it must be there and has no other.
    pub fixed: Option<Fixed>,
    /// Whether it may be a file.
    pub is_file: bool,
    /// How it is written.
    pub field: FormField,
}

/// Parts that have no field.
#[derive(Debug, Clone)]
pub(crate) struct OtherParts {
    /// The name of the map's field.
    pub name: String,
    /// The type of its values.
    pub ty: Type,
    /// Whether they may be files.
    pub are_files: bool,
}

/// A body of one of several representations.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    /// Its name.
    pub name: String,
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// The representations.
    pub variants: Vec<Alternative>,
}

/// A representation of a body: a variant of the enum.
#[derive(Debug, Clone)]
pub(crate) struct Alternative {
    /// The variant's name.
    pub name: String,
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// Its type.
    pub ty: Type,
    /// How it is written.
    pub writing: Writing,
    /// Whether values of the type become it: no other variant has the type.
    pub is_only: bool,
}
