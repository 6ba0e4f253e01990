//! What the plan notes beside the module: where its parts come from, which names are not those of
//! the document, and what has no type. None of it reaches generated code.

mod changed_name;
mod untyped;
mod unused;

use indexmap::IndexSet;

pub(crate) use changed_name::{ChangedName, NameKind, Why};
pub(crate) use untyped::Untyped;
pub(crate) use unused::Unused;

use crate::{collection::Table, diagnostic::Place};

/// Notes on a module.
#[derive(Debug, Clone, Default)]
pub(crate) struct Notes {
    /// Where each operation stands, in the order of the module's operations.
    pub operations: Vec<Place>,
    /// Where each type stands, by its name.
    pub types: Table<String, Place>,
    /// What has no type: a schema that is used in many places is noted once.
    pub untyped: IndexSet<Untyped>,
    /// The types that nothing uses, which are left out.
    pub unused: Vec<Unused>,
    /// The names that are not those of the document.
    pub names: Vec<ChangedName>,
}

impl Notes {
    /// The same with other places.
    pub(crate) fn moved(self, to: impl Fn(Place) -> Place) -> Self {
        let Self {
            operations,
            types,
            untyped,
            unused,
            names,
        } = self;
        let types = types.into_iter().map(|(name, place)| (name, to(place)));
        let untyped = untyped.into_iter().map(|one| Untyped {
            place: to(one.place),
            ..one
        });
        let unused = unused.into_iter().map(|one| Unused {
            place: to(one.place),
            ..one
        });
        let names = names.into_iter().map(|one| ChangedName {
            place: to(one.place),
            ..one
        });
        Self {
            types: types.collect(),
            untyped: untyped.collect(),
            unused: unused.collect(),
            names: names.collect(),
            operations: operations.into_iter().map(to).collect(),
        }
    }
}
