//! Objects with known members.

use super::{
    super::{code_span::code_span, given::MemberName, name, room::lines},
    Types,
};
use crate::{
    ir::{self, Fixed, Presence, Type},
    model::{Additional, Object, Property, SchemaId},
    notes::NameKind,
};

/// A field, its row in the table, and what is said of it where the document says nothing.
const LINES_OF_A_FIELD: usize = 3;

impl Types<'_> {
    pub(super) fn object(
        &mut self,
        name: String,
        id: SchemaId,
        object: Option<&Object>,
    ) -> ir::TypeItem {
        let schema = self.api.schemas.get(id);
        let is_sent = self.sent.contains(&id);
        let additional = object.map_or(Additional::Unsaid, |object| object.additional);
        let properties = object.into_iter().flat_map(|object| &object.properties);
        let wires: Vec<_> = properties.clone().map(|(wire, _)| wire.as_str()).collect();
        let mut scope = name::Scope::new(&["new"]);
        let names = self.member_names(id, &wires, &mut scope);
        let others = match additional {
            Additional::Any => {
                let at = schema.at.child("additionalProperties");
                self.note_untyped(&at, "its values may be anything");
                Some(Type::Json)
            }
            Additional::Schema(values) => Some(self.body(values, &format!("{name}Value"))),
            Additional::Unsaid | Additional::Forbidden => None,
        };
        let others = others.map(|ty| (self.others(&name, id, &mut scope), ty));
        let mut methods = name::Scope::new(&["new"]);
        let mut fields = Vec::new();
        for ((wire, property), field) in properties.zip(names) {
            let at = self.place_of(property.schema);
            if !self.take(at, LINES_OF_A_FIELD + lines([wire.as_str()], 2)) {
                break;
            }
            let member = Member {
                name: field,
                wire,
                property,
                is_sent,
            };
            fields.push(self.field(&name, member, &mut methods));
        }
        ir::TypeItem::Struct(ir::Struct {
            extras: ir::Extras::default(),
            docs: self.docs(&schema.at, schema.description.as_deref(), 1),
            deprecated: schema.deprecated,
            fields,
            others,
            name,
        })
    }

    /// The name of the map of members that have no field.
    fn others(&mut self, owner: &str, id: SchemaId, scope: &mut name::Scope) -> String {
        let natural = "additional_properties";
        let schema = self.api.schemas.get(id);
        self.check_others(id, natural);
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

    fn field(&mut self, owner: &str, member: Member<'_>, methods: &mut name::Scope) -> ir::Field {
        let Member {
            name: given,
            wire,
            property,
            is_sent,
        } = member;
        let text = given.text(wire);
        let MemberName { name, natural, .. } = given;
        let ty = self.member(property, &format!("{owner}{}", name::type_name(wire)));
        let presence = presence(property, &ty, is_sent);
        let schema = self.api.schemas.get(property.schema);
        self.note_name(name::Given {
            kind: NameKind::Field,
            text,
            natural: &natural,
            name: &name,
            within: &format!("types::{owner}"),
            place: self.key_place(&schema.at),
        });
        let fixed = self.fixed(property, &ty);
        let default = self.default(property, presence, (owner, &name), &ty, methods);
        let meant = self.meant(property.schema);
        let description = schema.description.as_ref().or(meant.description.as_ref());
        let mut docs = self.docs(&schema.at, description.map(String::as_str), 1);
        if docs.is_empty() {
            let own = match &fixed {
                Some(fixed) => Some(format!("Always {}.", code_span(&shown(fixed)))),
                None => (!name::is_told(wire, &name))
                    .then(|| format!("The member {}.", code_span(wire))),
            };
            docs.extend(own);
        } else if let Some(Fixed::Text(text)) = &fixed
            && !docs.iter().any(|line| line.contains(&code_span(text)))
        {
            docs.extend([String::new(), format!("Always {}.", code_span(text))]);
        }
        if presence == Presence::NullApart {
            let null = match ty {
                Type::Json => "`Some(Value::Null)`",
                Type::Null => "`Some(())`",
                _ => "`Some(None)`",
            };
            if !docs.is_empty() {
                docs.push(String::new());
            }
            docs.push(format!("`None` leaves it out; {null} is `null`."));
        }
        ir::Field {
            name,
            wire: wire.to_owned(),
            docs,
            deprecated: self.is_deprecated(property.schema),
            ty,
            presence,
            fixed,
            default,
        }
    }
}

/// The only value of a member, as the document writes it.
fn shown(fixed: &Fixed) -> String {
    match fixed {
        Fixed::Null => "null".to_owned(),
        Fixed::Bool(flag) => flag.to_string(),
        Fixed::Integer(integer) => integer.to_string(),
        Fixed::Text(text) => text.clone(),
    }
}

/// A member of an object, on its way to a field.
struct Member<'m> {
    name: MemberName,
    wire: &'m str,
    property: &'m Property,
    /// Whether callers send it.
    is_sent: bool,
}

/// Where callers can send both nothing and `null`, the two are told apart. What is only read is
/// simpler to use without.
fn presence(property: &Property, ty: &Type, is_sent: bool) -> Presence {
    match ty {
        _ if property.required => Presence::Required,
        // That it is there is all that it says.
        Type::Null => Presence::NullApart,
        Type::Optional(_) | Type::Json if is_sent => Presence::NullApart,
        _ => Presence::Optional,
    }
}
