//! Defaults: what a member is where it is absent.
//!
//! They are applied when a field is asked for and not when it is read, so that what was absent
//! stays absent when it is written again.

use serde_json::Value;

use super::{
    super::{code_span::code_span, doc, name, room::lines},
    Types, default_text,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    ir::{self, DefaultValue, Presence, Type},
    model::{Property, SchemaId, Shape},
    notes::NameKind,
};

/// The method that gives the field or its default.
const LINES: usize = 10;

impl Types<'_> {
    /// The default of a member that need not be there; reported where it does not fit the type.
    pub(super) fn default(
        &mut self,
        property: &Property,
        presence: Presence,
        (owner, field): (&str, &str),
        ty: &Type,
        names: &mut name::Scope,
    ) -> Option<ir::Default> {
        let value = property.default.as_ref().filter(|value| !value.is_null())?;
        let ty = match (presence, ty) {
            (Presence::Required, _) => return None,
            (Presence::Optional, Type::Optional(_)) => {
                let why = "this default is not applied: `null` is read like an absent member here";
                let help = "take out the default, or `nullable`";
                return self.not_applied(property, why, help);
            }
            (Presence::NullApart, Type::Optional(ty)) => ty,
            (Presence::Optional | Presence::NullApart, ty) => ty,
        };
        let Some(planned) = self.default_value(property.schema, value, ty) else {
            let why = "this default is not applied: it does not fit the type";
            let help = "write a value of the type, or take the default out";
            return self.not_applied(property, why, help);
        };
        let text = value.as_str().unwrap_or_default();
        if !self.take(self.place_of(property.schema), LINES + lines([text], 2)) {
            return None;
        }
        let field = name::bare(field);
        // A keyword that no raw name can be ends in `_`.
        let natural = format!("{}_or_default", field.trim_end_matches('_'));
        let method = names.claim(natural.clone());
        self.note_name(name::Given {
            kind: NameKind::Method,
            text: None,
            natural: &natural,
            name: &method,
            within: &format!("types::{owner}"),
            place: self.key_place(&self.api.schemas.get(property.schema).at),
        });
        let shown = code_span(
            &value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned),
        );
        let null = match presence {
            Presence::NullApart => " `None` is `null`.",
            Presence::Required | Presence::Optional => "",
        };
        Some(ir::Default {
            method,
            docs: doc::own(&format!(
                "[`{field}`](Self::{field}), or {shown} where it is absent.{null}"
            )),
            value: planned,
        })
    }

    fn not_applied(&mut self, property: &Property, why: &str, help: &str) -> Option<ir::Default> {
        let schema = self.api.schemas.get(property.schema);
        let place = self.value_place(&schema.at.child("default"));
        self.report(Diagnostic::new(Code::Ignored, place, why).help(help));
        None
    }

    /// Whether a value of a schema surely is one of its type.
    pub(in crate::plan) fn is_value(&mut self, id: SchemaId, value: &Value, ty: &Type) -> bool {
        self.default_value(id, value, ty).is_some()
    }

    fn default_value(&mut self, id: SchemaId, value: &Value, ty: &Type) -> Option<DefaultValue> {
        match (ty, value) {
            (Type::Bool, Value::Bool(flag)) => Some(DefaultValue::Bool(*flag)),
            (Type::Integer(integer), Value::Number(number)) => {
                let (least, most) = integer.range();
                let value = number.as_i64().map(i128::from);
                let value = value.or_else(|| number.as_u64().map(i128::from))?;
                let fits = (least..=most).contains(&value);
                fits.then_some(DefaultValue::Integer(value))
            }
            (Type::F32 | Type::F64, Value::Number(number)) => {
                Some(DefaultValue::Float(number.as_f64()?))
            }
            (Type::String, Value::String(text)) => Some(DefaultValue::Text(text.clone())),
            (Type::Foreign(foreign), Value::String(text)) => {
                let means = default_text::means(*foreign, text);
                means.then(|| DefaultValue::Foreign(text.clone()))
            }
            (Type::Named(name), Value::String(text)) => {
                let id = self.meant_id(id);
                let Shape::Text(known) = &self.schema(id).shape else {
                    return None;
                };
                // Many members may have a default of one long enum.
                let values = || known.values.iter().map(String::as_str).collect();
                let known = self.values.get_or(id, values);
                let known = known.contains(text.as_str());
                known.then(|| DefaultValue::Variant(name.clone(), text.clone()))
            }
            _ => None,
        }
    }
}
