//! Objects with known members.

use super::{
    super::{code_span::code_span, doc, name},
    Types,
};
use crate::{
    ir,
    model::{Additional, Object, Property, Schema},
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
            Additional::Any => Some(ir::Type::Json),
            Additional::Schema(values) => Some(self.body(values, &format!("{name}Value"))),
            Additional::Unsaid | Additional::Forbidden => None,
        };
        let others = others.map(|ty| (scope.claim("additional_properties".to_owned()), ty));
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
        let default = self.default(property, &name, &ty, methods);
        let schema = self.api.schemas.get(property.schema);
        let meant = self.meant(property.schema);
        let description = schema.description.as_ref().or(meant.description.as_ref());
        ir::Field {
            name,
            wire: wire.to_owned(),
            docs: match description.map(|text| doc::lines(text)) {
                Some(docs) if !docs.is_empty() => docs,
                _ => vec![format!("The member {}.", code_span(wire))],
            },
            deprecated: schema.deprecated,
            ty,
            required: property.required,
            default,
        }
    }
}
