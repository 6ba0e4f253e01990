//! `multipart/form-data`.

use super::{
    super::{code_span::code_span, doc, given::MemberName, name, room::lines, types::Types},
    Bodies, field,
    file::{self, Files},
    form::has_members,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    ir::{self, Type, Writing},
    model::{Additional, Encoding, MediaType, Object, Property, SchemaId},
    notes::NameKind,
};

impl Bodies {
    /// Parts: a type of its own where files are among them, else the type that the schema has.
    pub(super) fn multipart(
        &mut self,
        content: &MediaType,
        name: &str,
        types: &mut Types<'_>,
    ) -> (Type, Writing) {
        if let Some((id, object)) = file::upload(types, content) {
            return (self.upload(id, object, content, name, types), Writing::Own);
        }
        if !has_members(content, types) {
            let place = types.key_place(&content.at.child("schema"));
            let message =
                "parts are named members: this body is sent as it is given, with its boundary";
            let help = "describe it by `type: object` and `properties`";
            types.report(Diagnostic::new(Code::Ignored, place, message).help(help));
            return (Type::Content, Writing::Content(content.essence()));
        }
        let fields = field::fields(content, types);
        (types.sent_type(content, name), Writing::Multipart(fields))
    }

    fn upload(
        &mut self,
        id: SchemaId,
        object: &Object,
        content: &MediaType,
        name: &str,
        types: &mut Types<'_>,
    ) -> Type {
        let particular = (!content.encoding.is_empty()).then(|| content.at.clone());
        let key = (id, particular);
        if let Some(name) = self.uploads.get(&key) {
            return Type::Named(name.clone());
        }
        let name = self
            .reserved
            .swap_remove(&id)
            .unwrap_or_else(|| types.claim(id, name, "Upload"));
        self.uploads.insert(key, name.clone());
        let wires: Vec<_> = object.properties.keys().map(String::as_str).collect();
        let mut scope = name::Scope::new(&["new"]);
        let names = types.member_names(types.meant_id(id), &wires, &mut scope);
        let parts = object.properties.iter().zip(names);
        let parts = parts
            .map(|((wire, property), field)| {
                let encoding = content.encoding.get(wire);
                part(&name, field, (wire, property), encoding, types)
            })
            .collect();
        let schema = types.meant(id);
        let mut docs = types.docs(&schema.at, schema.description.as_deref(), 1);
        if docs.is_empty() {
            docs.push("A body with files.".to_owned());
        }
        let item = ir::Upload {
            docs,
            deprecated: schema.deprecated,
            parts,
            others: others(&name, (id, object), &mut scope, types),
            name: name.clone(),
        };
        self.items.insert(name.clone(), ir::BodyItem::Upload(item));
        Type::Named(name)
    }
}

/// A part is a field, an argument or setter, and a row in the table.
const LINES: usize = 12;

fn part(
    owner: &str,
    given: MemberName,
    (wire, property): (&String, &Property),
    encoding: Option<&Encoding>,
    types: &mut Types<'_>,
) -> ir::Part {
    let text = given.text(wire);
    let MemberName { name, natural, .. } = given;
    let own = format!("{owner}{}", name::type_name(wire));
    let files = file::files(types, property.schema, encoding);
    let ty = match files {
        Some(files) => file_type(files, &own, property.schema, types),
        None => types.member(property, &own),
    };
    let schema = types.schema(property.schema);
    types.note_name(name::Given {
        kind: NameKind::Field,
        text,
        natural: &natural,
        name: &name,
        within: &format!("types::{owner}"),
        place: types.key_place(&schema.at),
    });
    let meant = types.meant(property.schema);
    let description = schema.description.as_ref().or(meant.description.as_ref());
    types.take(&schema.at, LINES + lines([wire.as_str()], 2));
    let mut docs = types.docs(&schema.at, description.map(String::as_str), 2);
    if docs.is_empty() {
        docs.push(format!("The part {}.", code_span(wire)));
    }
    if files.is_some() {
        docs.extend(encoding.into_iter().flat_map(accepted));
    }
    let mut field = field::field(wire, encoding, files.is_some(), types);
    let said = encoding.is_some_and(|encoding| !encoding.content_types.is_empty());
    if let (Some(_), false, ir::FieldEncoding::Usual) = (files, said, &field.encoding) {
        let content_type = file::content_type(types, property.schema);
        // What a file is unless something else is said.
        let content_type = content_type.filter(|name| name != "application/octet-stream");
        field.encoding = content_type.map_or(ir::FieldEncoding::Usual, ir::FieldEncoding::Typed);
    }
    ir::Part {
        fixed: types.fixed(property, &ty),
        name,
        docs,
        deprecated: types.is_deprecated(property.schema),
        ty,
        required: property.required,
        is_file: files.is_some(),
        field,
    }
}

fn file_type(files: Files, name: &str, id: SchemaId, types: &mut Types<'_>) -> Type {
    match files {
        Files::One => Type::File,
        Files::Many => Type::List(Box::new(Type::File)),
        Files::Or(Some(other)) => match types.body(other, name) {
            Type::Optional(ty) => Type::FileOr(ty),
            ty => Type::FileOr(Box::new(ty)),
        },
        Files::Or(None) => {
            let at = types.schema(id).at.clone();
            Type::FileOr(Box::new(types.untyped_at(
                &at,
                "it is a file or one of several types",
                "describe what it is where it is no file by one schema",
            )))
        }
    }
}

/// What the document says of a file's content type and headers.
fn accepted(encoding: &Encoding) -> Vec<String> {
    let mut docs = Vec::new();
    let list = |names: Vec<String>| names.join(", ");
    let names: Vec<_> = encoding
        .content_types
        .iter()
        .map(|one| code_span(&one.name))
        .collect();
    if !names.is_empty() {
        docs.push(String::new());
        docs.extend(doc::own(&format!("Content types: {}.", list(names))));
    }
    let open = encoding
        .headers
        .iter()
        .filter(|header| header.value.is_none());
    let headers: Vec<_> = open
        .map(|header| {
            let need = if header.required { " (required)" } else { "" };
            format!("{}{need}", code_span(&header.name))
        })
        .collect();
    if !headers.is_empty() {
        docs.push(String::new());
        docs.extend(doc::own(&format!("Headers: {}.", list(headers))));
    }
    docs
}

/// Parts that have no name in the schema.
fn others(
    owner: &str,
    (id, object): (SchemaId, &Object),
    scope: &mut name::Scope,
    types: &mut Types<'_>,
) -> Option<ir::OtherParts> {
    let (ty, are_files) = match object.additional {
        Additional::Unsaid | Additional::Forbidden => return None,
        Additional::Any => {
            let at = types.schema(id).at.child("additionalProperties");
            types.note_untyped(&at, "its values may be anything");
            (Type::Json, false)
        }
        Additional::Schema(values) => {
            let own = format!("{owner}Value");
            match file::files(types, values, None) {
                Some(files) => (file_type(files, &own, values, types), true),
                None => (types.body(values, &own), false),
            }
        }
    };
    let natural = "additional_parts";
    types.check_others(types.meant_id(id), natural);
    Some(ir::OtherParts {
        name: scope.claim(natural.to_owned()),
        ty,
        are_files,
    })
}
