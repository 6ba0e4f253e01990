//! The types of headers of answers.

use super::{super::name, Types};
use crate::{
    diagnostic::{Code, Diagnostic},
    ir,
    model::{Header, SchemaId, Shape},
};

impl Types<'_> {
    /// The type of a header of an answer: a single value, or a list of them; else text.
    pub(in crate::plan) fn header(&mut self, header: &Header) -> ir::Type {
        let Some(schema) = header.schema else {
            return ir::Type::String;
        };
        let name = name::type_name(&header.name);
        match &self.meant(schema).shape {
            Shape::Array(array) if self.is_single(array.items) => {
                ir::Type::List(Box::new(self.plain(self.meant_id(array.items), &name)))
            }
            _ if self.is_single(schema) => self.plain(self.meant_id(schema), &name),
            // What could not be read has been reported, and text is all that is known of the rest.
            Shape::Faulty | Shape::Any => ir::Type::String,
            Shape::Same(_)
            | Shape::Own(_)
            | Shape::Null
            | Shape::Boolean(_)
            | Shape::Integer(_)
            | Shape::Number(_)
            | Shape::Text(_)
            | Shape::Array(_)
            | Shape::Object(_)
            | Shape::AllOf(_)
            | Shape::Choice(_) => {
                let place = self.key_place(&header.at);
                let message = "a header of this type is given as text, as it comes";
                self.report(
                    Diagnostic::new(Code::Ignored, place, message).help(
                        "nothing needs to change: read the text as the document describes it",
                    ),
                );
                ir::Type::String
            }
        }
    }

    /// Whether the schema is that of one value that is written as text.
    fn is_single(&self, id: SchemaId) -> bool {
        matches!(
            self.meant(id).shape,
            Shape::Boolean(_) | Shape::Integer(_) | Shape::Number(_) | Shape::Text(_)
        )
    }
}
