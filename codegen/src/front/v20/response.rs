//! Bodies of answers: `schema`, in what the operation produces (Swagger 2.0 §5.2.12).

use super::{
    super::{context::Context, node::Node, reader::Reader},
    media::Written,
};
use crate::{
    collection::Table,
    model::{MediaType, Representation, Status},
};

impl<'a> Reader<'a> {
    /// The representations of the body of an answer; none where it has no `schema`.
    pub(in crate::front) fn v20_content(
        &mut self,
        context: &Context<'_, 'a>,
        operation: &Node<'a>,
        status: Status,
        response: &Node<'a>,
    ) -> Vec<MediaType> {
        let Some(schema) = response.get("schema") else {
            return Vec::new();
        };
        let names = self.listed(context.root, operation, "produces");
        let is_file = self
            .glance(schema.clone())
            .is_some_and(|schema| schema.is_typed("file"));
        let mut all = if is_file {
            let files = names.iter();
            let mut files: Vec<_> = files
                .map(|name| Written::new(name.text, Representation::Bytes))
                .collect();
            if files.is_empty() {
                files.push(Written::new("*/*", Representation::Bytes));
            }
            files
        } else {
            self.in_each(&names, &schema, (context.root, "produces"))
        };
        // What an operation produces when it fails is hardly what it produces else: a picture, say.
        if !status.is_success() && !all.iter().any(is_notation) && self.has_parts(&schema) {
            all = vec![Written::new("application/json", Representation::Json)];
        }
        let id = self.schema(schema);
        let all = all.into_iter().map(|written| MediaType {
            at: response.at.clone(),
            name: written.name,
            representation: written.representation,
            schema: Some(id),
            encoding: Table::new(),
        });
        all.collect()
    }
}

/// Whether it holds objects and lists.
fn is_notation(written: &Written) -> bool {
    matches!(
        written.representation,
        Representation::Json | Representation::JsonSequence | Representation::Xml
    )
}
