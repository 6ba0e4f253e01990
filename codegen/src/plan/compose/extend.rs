//! Which schemas extend which by `allOf`.

use indexmap::IndexSet;

use crate::{
    collection::Table,
    collection::order,
    model::{SchemaId, Schemas, Shape},
};

/// Components, by the schema that they extend.
pub(super) struct Extensions {
    of: Table<SchemaId, Vec<SchemaId>>,
}

impl Extensions {
    pub(super) fn of(schemas: &Schemas) -> Self {
        let mut of: Table<SchemaId, Vec<SchemaId>> = Table::new();
        for id in schemas.ids() {
            let schema = schemas.get(id);
            let Shape::AllOf(parts) = &schema.shape else {
                continue;
            };
            if schema.name.is_some() {
                for part in parts {
                    of.get_or_default(schemas.meant(*part)).push(id);
                }
            }
        }
        Self { of }
    }

    /// All that extend a schema, directly or not, in the order of the document.
    pub(super) fn all(&self, base: SchemaId) -> Vec<SchemaId> {
        let mut found = IndexSet::new();
        let mut open = vec![base];
        while let Some(id) = open.pop() {
            for child in self.of.get(&id).into_iter().flatten() {
                if *child != base && found.insert(*child) {
                    open.push(*child);
                }
            }
        }
        let mut found: Vec<_> = found.into_iter().collect();
        order::sort(&mut found);
        found
    }
}
