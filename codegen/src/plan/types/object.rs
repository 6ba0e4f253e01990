//! Objects with known members.

use super::{
    super::{code_span::code_span, doc, name},
    Types,
};
use crate::{
    ir,
    model::{Additional, Object, Property, Schema},
    notes::NameKind,
};

impl Types<'_> {
    pub(super) fn object(
        &mut self,
        name: String,
        schema: &Schema,
        object: Option<&Object>,
    ) -> ir::TypeItem {
        let additional = object.map_or(Additional::Unsaid, |object| object.additional);
        let properties = object.into_iter().flat_map(|object| &object.properties);
        let wires: Vec<_> = properties.clone().map(|(wire, _)| wire.as_str()).collect();
        let mut scope = name::Scope::new(&["new"]);
        let names = scope.claim_all(&wires, name::field);
        let others = match additional {
            Additional::Any => {
                let at = schema.at.child("additionalProperties");
                self.note_untyped(&at, "its values may be anything");
                Some(ir::Type::Json)
            }
            Additional::Schema(values) => Some(self.body(values, &format!("{name}Value"))),
            Additional::Unsaid | Additional::Forbidden => None,
        };
        let others = others.map(|ty| (self.others(&name, schema, &mut scope), ty));
        let mut methods = name::Scope::new(&["new"]);
        let fields = properties
            .zip(names)
            .map(|((wire, property), field)| self.field(&name, field, wire, property, &mut methods))
            .collect();
        ir::TypeItem::Struct(ir::Struct {
            docs: doc::optional(schema.description.as_deref()),
            deprecated: schema.deprecated,
            fields,
            others,
            name,
        })
    }

    /// The name of the map of members that have no field.
    fn others(&mut self, owner: &str, schema: &Schema, scope: &mut name::Scope) -> String {
        let natural = "additional_properties";
        let name = scope.claim(natural.to_owned());
        self.note_name(name::Given {
            kind: NameKind::Field,
            text: None,
            natural,
            name: &name,
            within: &format!("types::{owner}"),
            place: self.key_place(&schema.at.child("additionalProperties")),
        });
        name
    }

    fn field(
        &mut self,
        owner: &str,
        name: String,
        wire: &str,
        property: &Property,
        methods: &mut name::Scope,
    ) -> ir::Field {
        let ty = self.body(
            property.schema,
            &format!("{owner}{}", name::type_name(wire)),
        );
        let schema = self.api.schemas.get(property.schema);
        self.note_name(name::Given {
            kind: NameKind::Field,
            text: Some(wire),
            natural: &name::field(wire),
            name: &name,
            within: &format!("types::{owner}"),
            place: self.key_place(&schema.at),
        });
        let default = self.default(property, (owner, &name), &ty, methods);
        let meant = self.meant(property.schema);
        let description = schema.description.as_ref().or(meant.description.as_ref());
        ir::Field {
            name,
            wire: wire.to_owned(),
            docs: match description.map(|text| doc::lines(text)) {
                Some(docs) if !docs.is_empty() => docs,
                _ => vec![format!("The member {}.", code_span(wire))],
            },
            deprecated: self.is_deprecated(property.schema),
            ty,
            required: property.required,
            default,
        }
    }
}
