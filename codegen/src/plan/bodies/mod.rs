//! Bodies of requests: their types, and how they are written.

mod choice;
mod field;
mod file;
mod form;
mod upload;
mod usage;

use indexmap::IndexSet;

pub(super) use field::fields as form_fields;

use super::{name, types::Types};
use crate::{
    collection::Table,
    collection::order,
    diagnostic::{Code, Diagnostic, Origin},
    ir::{self, Type, Writing},
    model::{Api, MediaType, Operation, Representation, RequestBody, SchemaId, Shape},
    notes::NameKind,
};

/// The types that only bodies of requests have, as they are planned.
#[derive(Default)]
pub(super) struct Bodies {
    /// Whether a body must be given of which the document does not say so.
    require: bool,
    items: Table<String, ir::BodyItem>,
    /// Schemas of parts with files, with the names of their types; one whose media type says more
    /// of its parts has a type of its own.
    uploads: Table<(SchemaId, Option<Origin>), String>,
    /// Those of them that a component names; they are planned when a body asks for them.
    reserved: Table<SchemaId, String>,
    /// Choices by the body that offers them: operations may share one.
    choices: Table<Origin, String>,
}

impl Bodies {
    pub(super) fn new(require: bool) -> Self {
        Self {
            require,
            ..Self::default()
        }
    }

    /// The types, by name.
    pub(super) fn finish(self) -> Vec<ir::BodyItem> {
        let mut items: Vec<_> = self.items.into_values().collect();
        order::sort_by(&mut items, |a, b| a.name().cmp(b.name()));
        items
    }

    /// What a representation of a choice among several is, and how it is written.
    pub(super) fn alternative(&self, name: &str, content: &MediaType) -> Option<(&Type, &Writing)> {
        let Some(ir::BodyItem::Choice(choice)) = self.items.get(name) else {
            return None;
        };
        let of = |wanted: &dyn Fn(&Writing) -> bool| {
            let mut variants = choice.variants.iter();
            let found = variants.find(|one| wanted(&one.writing))?;
            Some((&found.ty, &found.writing))
        };
        let named = of(&|writing| writing.media_type() == Some(&content.name));
        // Several names of one JSON are one.
        let is_json = content.representation == Representation::Json;
        named.or_else(|| of(&|writing| is_json && matches!(writing, Writing::Json(_))))
    }

    /// Gives schemas of parts with files, which have no other use, their names.
    pub(super) fn reserve(&mut self, names: Table<SchemaId, String>) {
        self.reserved = names;
    }

    /// The body of an operation as an argument.
    pub(super) fn body(
        &mut self,
        operation: &Operation,
        owner: &str,
        names: &mut name::Scope,
        types: &mut Types<'_>,
    ) -> Option<ir::Parameter> {
        let body = operation.body.as_ref()?;
        let (ty, writing) = match choice::alternatives(body, types).as_slice() {
            [] => return None,
            [only] => {
                let own = format!("{owner}Body");
                let shared = name::shared(&only.content.at, &own);
                self.representation(&only.content, shared.as_deref().unwrap_or(&own), types)
            }
            several => self.choice(body, several, owner, types),
        };
        let mut docs = types.docs(&operation.at, body.description.as_deref(), 1);
        let note = note(&writing);
        if !docs.is_empty() && note.is_some() {
            docs.push(String::new());
        }
        docs.extend(note);
        let name = names.claim("body".to_owned());
        types.note_name(name::Given {
            kind: NameKind::Field,
            text: None,
            natural: "body",
            name: &name,
            within: &format!("operations::{owner}"),
            place: types.key_place(&operation.at.child("requestBody")),
        });
        Some(ir::Parameter {
            name,
            wire: String::new(),
            docs,
            deprecated: false,
            place: ir::Place::Body(writing),
            style: None,
            explode: None,
            inner: Vec::new(),
            allow_reserved: false,
            serialized: false,
            constraints: ir::Constraints::default(),
            ty,
            required: self.is_required(body),
        })
    }

    fn is_required(&self, body: &RequestBody) -> bool {
        body.required.unwrap_or(self.require)
    }

    /// The type of one representation, and how it is written. `name` is for a type that has no name
    /// of its own.
    fn representation(
        &mut self,
        content: &MediaType,
        name: &str,
        types: &mut Types<'_>,
    ) -> (Type, Writing) {
        match content.representation {
            Representation::Json => {
                let media_type = match content.is_range() {
                    true => "application/json".to_owned(),
                    false => content.name.clone(),
                };
                (types.sent_type(content, name), Writing::Json(media_type))
            }
            Representation::Form => form::form(content, name, types),
            Representation::Multipart => self.multipart(content, name, types),
            Representation::Text => (
                text(content, name, types),
                Writing::Text(content.name.clone()),
            ),
            Representation::Xml => {
                let place = types.key_place(&content.at);
                let message =
                    "XML is sent as the bytes that the caller gives: there are no types for it";
                types.report(
                    Diagnostic::new(Code::Ignored, place, message)
                        .help("nothing needs to change; to have a type, describe it as JSON"),
                );
                raw(content)
            }
            Representation::JsonSequence | Representation::Events | Representation::Bytes => {
                unread_schema(content, types);
                raw(content)
            }
        }
    }
}

/// The schemas of parts with files that have no other use: no other type is made of them.
pub(super) fn uploads_only(api: &Api, types: &Types<'_>) -> IndexSet<SchemaId> {
    usage::uploads_only(api, types)
}

/// Bytes: with the content type, where the caller has to say it.
fn raw(content: &MediaType) -> (Type, Writing) {
    // The boundary stands in the content type.
    if content.is_range() || content.essence().starts_with("multipart/") {
        (Type::Content, Writing::Content(content.essence()))
    } else {
        (Type::Body, Writing::Bytes(content.name.clone()))
    }
}

/// Text, or what has one text.
fn text(content: &MediaType, name: &str, types: &mut Types<'_>) -> Type {
    let Some(schema) = content.schema else {
        return Type::String;
    };
    match &types.meant(schema).shape {
        Shape::Boolean(_) | Shape::Integer(_) | Shape::Number(_) | Shape::Text(_) => {
            match types.body(schema, name) {
                Type::Optional(ty) => *ty,
                ty => ty,
            }
        }
        Shape::Any | Shape::Faulty => Type::String,
        Shape::Same(_)
        | Shape::Own(_)
        | Shape::Null
        | Shape::Array(_)
        | Shape::Object(_)
        | Shape::AllOf(_)
        | Shape::Choice(_) => {
            unread_schema(content, types);
            Type::String
        }
    }
}

/// Reports a schema that says more than a client can see to.
fn unread_schema(content: &MediaType, types: &mut Types<'_>) {
    let Some(schema) = content.schema else {
        return;
    };
    if matches!(
        types.meant(schema).shape,
        Shape::Any | Shape::Faulty | Shape::Text(_)
    ) {
        return;
    }
    let place = types.key_place(&types.schema(schema).at.clone());
    let message =
        "a body of this media type is sent as the caller gives it: its schema has no effect";
    types.report(
        Diagnostic::new(Code::Ignored, place, message)
            .help("nothing needs to change: give the bytes with the call"),
    );
}

/// What a caller has to know of the content type.
fn note(writing: &Writing) -> Option<String> {
    match writing {
        Writing::Bytes(media_type) => {
            let media_type = super::code_span::code_span(media_type);
            Some(format!("It is sent as {media_type}."))
        }
        Writing::Content(range) => {
            let range = super::code_span::code_span(range);
            Some(format!("The caller says what it is: {range}."))
        }
        Writing::Json(_)
        | Writing::Form(..)
        | Writing::Multipart(_)
        | Writing::Text(_)
        | Writing::Own => None,
    }
}
