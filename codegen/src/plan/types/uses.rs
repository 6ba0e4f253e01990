//! Who uses which type: what nothing uses is planned like all others, so that names are the same whether or
//! not it is there, and left out in the end.

use indexmap::IndexSet;

use super::Types;
use crate::{
    collection::Table,
    ir,
    model::SchemaId,
    notes::{Notes, Untyped, Unused},
};

/// What types are used for, as far as they are planned.
#[derive(Default)]
pub(super) struct Uses {
    /// The schema whose type is being planned; `None` while it is something else.
    within: Option<SchemaId>,
    /// Schemas whose types are used by something else.
    roots: IndexSet<SchemaId>,
    /// Those whose types the type of a schema holds.
    held: Table<SchemaId, Vec<SchemaId>>,
    /// What has no type, and in the type of which schema.
    untyped: Vec<(Option<SchemaId>, Untyped)>,
    /// The features of the runtime that hand on types of other crates, and which type needs them.
    features: Vec<(Option<SchemaId>, &'static str)>,
}

impl Uses {
    /// From now on, whatever is used is so by the type of this schema.
    pub(super) fn begin(&mut self, id: SchemaId) {
        self.within = Some(id);
    }

    pub(super) fn end(&mut self) {
        self.within = None;
    }

    /// The type of a schema is used.
    pub(super) fn note(&mut self, id: SchemaId) {
        match self.within {
            Some(owner) => self.held.get_or_default(owner).push(id),
            None => {
                self.roots.insert(id);
            }
        }
    }

    pub(super) fn note_untyped(&mut self, untyped: Untyped) {
        self.untyped.push((self.within, untyped));
    }

    pub(super) fn note_feature(&mut self, feature: &'static str) {
        let needed = (self.within, feature);
        if self.features.last() != Some(&needed) {
            self.features.push(needed);
        }
    }

    /// The schemas whose types are used by anything but types that are not used themselves.
    fn reached(&self) -> IndexSet<SchemaId> {
        let mut open: Vec<SchemaId> = self.roots.iter().copied().collect();
        let mut reached = IndexSet::new();
        while let Some(id) = open.pop() {
            if reached.insert(id) {
                open.extend(self.held.get(&id).into_iter().flatten());
            }
        }
        reached
    }
}

impl Types<'_> {
    /// The types that are used; what was noted of the others is taken back.
    pub(super) fn used(
        &mut self,
        items: Vec<ir::TypeItem>,
    ) -> (Vec<ir::TypeItem>, IndexSet<&'static str>) {
        let uses = std::mem::take(&mut self.uses);
        let reached = uses.reached();
        let is_kept = |owner: Option<SchemaId>| owner.is_none_or(|id| reached.contains(&id));
        let Notes {
            types,
            untyped,
            unused,
            names,
            ..
        } = &mut *self.notes;
        let found = uses.untyped.into_iter();
        untyped.extend(
            found
                .filter(|(owner, _)| is_kept(*owner))
                .map(|(_, one)| one),
        );
        let needed = uses.features.into_iter();
        let features = needed
            .filter(|(owner, _)| is_kept(*owner))
            .map(|(_, one)| one);
        let left_out = self.named.iter().filter(|(id, _)| !reached.contains(*id));
        let left_out: IndexSet<&str> = left_out.map(|(_, name)| name.as_str()).collect();
        for (name, place) in std::mem::take(types) {
            if left_out.contains(name.as_str()) {
                unused.push(Unused { name, place });
            } else {
                types.insert(name, place);
            }
        }
        let items = items.into_iter();
        let kept = items.filter(|item| !left_out.contains(item.name()));
        let kept = kept.collect();
        names.retain(|one| {
            let path = one.rust.strip_prefix("types::").unwrap_or_default();
            let name = path.split("::").next().unwrap_or_default();
            !left_out.contains(name)
        });
        (kept, features.collect())
    }
}

/// What the documentation of types says of so many that are left out.
pub(in crate::plan) fn unused_docs(count: usize) -> Vec<String> {
    let said = match count {
        0 => return Vec::new(),
        1 => "One type that nothing uses is left out; the setting `unused-types` keeps it."
            .to_owned(),
        count => format!(
            "{count} types that nothing uses are left out; the setting `unused-types` keeps them."
        ),
    };
    vec![String::new(), said]
}
