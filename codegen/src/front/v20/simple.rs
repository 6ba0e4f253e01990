//! Types that are written beside what has them, without a `schema`: those of parameters outside the
//! body, and of headers (Swagger 2.0 §5.2.9, §5.2.14).

use super::super::{node::Node, reader::Reader};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::{Schema, SchemaId, Shape, Text},
};

impl<'a> Reader<'a> {
    /// The type that `type` and the keys beside it say. `words` are what it is, where the type has
    /// them to itself.
    pub(in crate::front) fn simple_type(
        &mut self,
        node: &Node<'a>,
        words: Option<&str>,
    ) -> SchemaId {
        if let Some(schema) = node.get("schema") {
            let message = "in Swagger 2.0 only a body has a `schema`, and this is read as one";
            let help = "write `type` and the keys beside it in place of `schema`";
            let place = self.key_place(&schema.at);
            self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
            return self.schema(schema);
        }
        if let Some(id) = self.schema_ids.get(&node.at) {
            return *id;
        }
        let blank = Schema {
            description: words.map(str::to_owned),
            ..Schema::blank(node.at.clone())
        };
        let (shape, nullable) = match self.own_shape(node) {
            None => (Shape::Faulty, false),
            Some((Shape::Any, nullable)) => {
                let place = self.key_place(&node.at);
                let message = "this has no `type`, so it is text";
                let help = "write what it is, such as `type: string`";
                self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
                (Shape::Text(Text::default()), nullable)
            }
            Some(said) => said,
        };
        let id = self.schemas.push(Schema {
            shape,
            nullable,
            ..blank
        });
        self.schema_ids.insert(node.at.clone(), id);
        id
    }
}
