//! Compositions, worked out: what remains are schemas of one kind each, and choices among those.
//!
//! `allOf` merges into one schema; `oneOf` and `anyOf` lose members that say the same, or nothing,
//! and disappear where one is left; an object that others extend becomes a choice among them.

mod base;
mod choice;
mod effort;
mod extend;
mod leaf;
mod merge;
mod object;
mod scalar;

use indexmap::IndexSet;

use crate::{
    collection::Table,
    diagnostic::{Code, Diagnostic, Diagnostics},
    model::{Schema, SchemaId, Schemas, Shape},
};
use effort::Effort;
use extend::Extensions;

/// The same schemas under the same ids, without `allOf`; and those that came of merging.
pub(super) fn compose(schemas: Schemas, diagnostics: &mut Diagnostics) -> Schemas {
    let extensions = Extensions::of(&schemas);
    let parts = parts(&schemas);
    let mut composer = Composer {
        composed: Schemas::default(),
        source: schemas,
        extensions,
        parts,
        chosen: Table::new(),
        missing: Vec::new(),
        merged: Table::new(),
        effort: Effort::new(),
        diagnostics,
    };
    // Merging adds schemas, which are composed in their turn.
    while let Some(id) = composer.source.id(composer.composed.len()) {
        let schema = composer.one(id);
        composer.composed.push(schema);
    }
    for (id, diagnostic) in std::mem::take(&mut composer.missing) {
        if !composer.parts.contains(&id) {
            composer.report(diagnostic);
        }
    }
    composer.check_effort();
    composer.break_circles();
    composer.composed
}

/// What merging may add to a document. It adds little to real ones, and hostile ones could have it
/// go on for long.
const MOST_MERGED: usize = 200_000;

struct Composer<'d> {
    /// What the document says, and what merging made of it.
    source: Schemas,
    composed: Schemas,
    extensions: Extensions,
    /// Schemas that are part of another one, and need not make sense by themselves.
    parts: IndexSet<SchemaId>,
    /// Choices that were made where a schema was merged: they are not made again within it.
    chosen: Table<SchemaId, IndexSet<SchemaId>>,
    /// Names in `required` that no member has, of schemas that may yet turn out to be parts.
    missing: Vec<(SchemaId, Diagnostic)>,
    /// What pairs of schemas were merged into, so that recursion ends.
    merged: Table<(SchemaId, SchemaId), SchemaId>,
    effort: Effort,
    diagnostics: &'d mut Diagnostics,
}

impl Composer<'_> {
    fn one(&mut self, id: SchemaId) -> Schema {
        let schema = self.source.get(id).clone();
        let schema = match &schema.shape {
            Shape::AllOf(parts) => {
                let parts = parts.clone();
                self.merged(id, schema, &parts)
            }
            _ => schema,
        };
        match schema.shape {
            Shape::Choice(choice) => {
                let (shape, nullable) = self.choice(id, &choice);
                Schema {
                    shape,
                    nullable: schema.nullable || nullable,
                    ..schema
                }
            }
            Shape::Object(object) => {
                let object = self.checked(id, object);
                Schema {
                    shape: self.base(id, object),
                    ..schema
                }
            }
            shape => Schema { shape, ..schema },
        }
    }

    /// Schemas that came to nothing but one another take anything.
    fn break_circles(&mut self) {
        let mut done = IndexSet::new();
        for start in self.composed.ids() {
            let mut chain = IndexSet::new();
            let mut here = start;
            while let Shape::Same(next) = self.composed.get(here).shape {
                if !chain.insert(here) || done.contains(&here) {
                    break;
                }
                here = next;
            }
            if chain.contains(&here) && !done.contains(&here) {
                let schema = self.composed.get(here).clone();
                let message = "this schema consists of nothing but itself";
                let help = "take one member of the circle out, or describe it";
                let diagnostic = Diagnostic::new(Code::RefCycle, schema.at.key(), message);
                self.report(diagnostic.help(help));
                self.composed.set(
                    here,
                    Schema {
                        shape: Shape::Faulty,
                        ..schema
                    },
                );
            }
            done.extend(chain);
        }
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }
}

/// Schemas without a name that stand in a composition.
fn parts(schemas: &Schemas) -> IndexSet<SchemaId> {
    let mut parts = IndexSet::new();
    for id in schemas.ids() {
        match &schemas.get(id).shape {
            Shape::AllOf(all) => parts.extend(all),
            Shape::Choice(choice) => parts.extend(&choice.members),
            _ => {}
        }
    }
    parts.retain(|id| schemas.get(*id).name.is_none());
    parts
}
