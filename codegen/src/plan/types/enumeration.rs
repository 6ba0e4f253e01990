//! Enums of strings and of whole numbers.

use indexmap::IndexSet;

use super::{
    super::{code_span::code_span, name, room::lines},
    Types,
};
use crate::{
    ir,
    model::{Integer, Schema, Text},
};

/// A variant, what is said of it, and its row in the table.
const LINES_OF_A_VALUE: usize = 2;

impl Types<'_> {
    /// An open enum: `Unknown` keeps what the server may add, under another name where the document
    /// has a value of that name.
    pub(super) fn strings(&mut self, name: String, schema: &Schema, text: &Text) -> ir::TypeItem {
        let (wires, names) = with_names(&text.values, &text.names, Clone::clone);
        let (wires, names) = self.fitting(schema, wires, names);
        let (variants, other) = self.variants(&name, schema, &names, true);
        let values = wires
            .into_iter()
            .zip(variants)
            .map(|(wire, name)| ir::Value {
                docs: match name::is_told(&wire, &name) {
                    true => Vec::new(),
                    false => vec![code_span(&wire)],
                },
                name,
                deprecated: text.deprecated.contains(&wire),
                wire,
            });
        let values = values.collect();
        ir::TypeItem::StringEnum(ir::StringEnum {
            extras: ir::Extras::default(),
            name,
            docs: self.docs(&schema.at, schema.description.as_deref(), 1),
            deprecated: schema.deprecated,
            values,
            other,
        })
    }

    /// The same for whole numbers.
    pub(super) fn integers(
        &mut self,
        name: String,
        schema: &Schema,
        integer: &Integer,
    ) -> ir::TypeItem {
        let (values, names) = with_names(&integer.values, &integer.names, i64::to_string);
        let (values, names) = self.fitting(schema, values, names);
        // A number is no name, so nothing is changed where one becomes a word.
        let are_named = !integer.names.is_empty();
        let (variants, other) = self.variants(&name, schema, &names, are_named);
        ir::TypeItem::IntegerEnum(ir::IntegerEnum {
            extras: ir::Extras::default(),
            name,
            docs: self.docs(&schema.at, schema.description.as_deref(), 1),
            deprecated: schema.deprecated,
            values: variants.into_iter().zip(values).collect(),
            other,
        })
    }

    /// The values for which there is room: all of them, or none.
    fn fitting<T>(
        &mut self,
        schema: &Schema,
        values: Vec<T>,
        names: Vec<String>,
    ) -> (Vec<T>, Vec<String>) {
        let room = values.len().saturating_mul(LINES_OF_A_VALUE);
        let texts = lines(names.iter().map(String::as_str), 2);
        if self.take(&schema.at, room + texts) {
            (values, names)
        } else {
            (Vec::new(), Vec::new())
        }
    }

    /// The variants of these names, and the one for other values.
    fn variants(
        &mut self,
        owner: &str,
        schema: &Schema,
        names: &[String],
        are_named: bool,
    ) -> (Vec<String>, String) {
        let mut scope = name::Scope::variants(&["Self"]);
        let texts: Vec<_> = names.iter().map(String::as_str).collect();
        let variants = scope.claim_all(&texts, name::type_name);
        let other = scope.claim("Unknown".to_owned());
        let place = self.key_place(&schema.at.child("enum"));
        for (text, variant) in texts.into_iter().zip(&variants) {
            let natural = name::type_name(text);
            let text = are_named.then_some(text);
            self.note_variant(owner, text, &natural, variant, place.clone());
        }
        self.note_variant(owner, None, "Unknown", &other, place);
        (variants, other)
    }
}

/// Each value once, with the name that the document gives it, or the text that it is.
fn with_names<T: Clone>(
    values: &[T],
    names: &[String],
    text: fn(&T) -> String,
) -> (Vec<T>, Vec<String>) {
    let mut seen = IndexSet::new();
    let named = values
        .iter()
        .enumerate()
        .filter(|(_, value)| seen.insert(text(value)));
    let named = named.map(|(index, value)| {
        let name = names.get(index).cloned().unwrap_or_else(|| text(value));
        (value.clone(), name)
    });
    named.unzip()
}
