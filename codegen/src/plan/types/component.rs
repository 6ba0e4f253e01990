//! Component schemas: the names they keep, and those of which nothing makes use.

use indexmap::{IndexMap, IndexSet};

use super::{Types, has_own_type};
use crate::{
    model::{Schema, SchemaId, Shape},
    notes::{NameKind, Notes, Unused},
};

impl Types<'_> {
    /// Names the component schemas: they keep their names, whatever else wants them. Those that nothing
    /// uses have a type only if that is asked for, or if settings say something of them. Of those that are
    /// uploads only the names are taken, and given back.
    pub(in crate::plan) fn components(
        &mut self,
        uploads: &IndexSet<SchemaId>,
    ) -> IndexMap<SchemaId, String> {
        let mut reserved = IndexMap::new();
        for id in self.given.named() {
            if uploads.contains(&id) {
                reserved.insert(id, self.claim(id, "", ""));
            } else {
                self.own_type(id, "");
            }
        }
        self.find_aliases();
        // A document without operations is there for its types.
        let without_use = self.api.operations.is_empty() && self.api.webhooks.is_empty();
        let takes_all = self.config.unused_types || without_use;
        for id in self.api.schemas.ids() {
            let schema = self.api.schemas.get(id);
            if schema.name.is_none() || reserved.contains_key(&id) {
                continue;
            }
            if uploads.contains(&id) {
                reserved.insert(id, self.claim(id, "", ""));
            } else if has_own_type(schema) {
                self.name_of(id, "");
                if takes_all || self.given.says_of(id) {
                    self.own_type(id, "");
                }
            }
        }
        reserved
    }

    /// Schemas of other files that are components here, by another name.
    fn find_aliases(&mut self) {
        for id in self.api.schemas.ids() {
            let schema = self.api.schemas.get(id);
            let meant = self.meant_id(id);
            if let (Some(name), Shape::Same(_)) = (&schema.name, &schema.shape)
                && schema.at.file == self.api.file
                && self.api.schemas.get(meant).at.file != self.api.file
            {
                self.aliases.entry(meant).or_insert_with(|| name.clone());
            }
        }
    }

    /// Notes the components that have a name and no type, in place of what was noted of their names.
    pub(super) fn note_unused(&mut self) {
        let mut left_out: IndexSet<String> = IndexSet::new();
        let unused = self.named.iter().filter(|(id, _)| !self.used.contains(*id));
        for (id, name) in unused {
            let Schema { name: text, at, .. } = self.api.schemas.get(*id);
            self.notes.unused.push(Unused {
                document: text.clone().unwrap_or_default(),
                place: at.key(),
            });
            left_out.insert(name.clone());
        }
        let is_left_out = |path: &str| {
            let name = path.strip_prefix("types::");
            name.is_some_and(|name| left_out.contains(name))
        };
        let Notes { types, names, .. } = &mut *self.notes;
        types.retain(|name, _| !left_out.contains(name));
        names.retain(|one| one.kind != NameKind::Type || !is_left_out(&one.rust));
    }
}

/// What the documentation of types says of so many components that have none.
pub(in crate::plan) fn unused_docs(count: usize) -> Vec<String> {
    let (these, have, it) = match count {
        0 => return Vec::new(),
        1 => ("One component schema".to_owned(), "has", "it"),
        count => (format!("{count} component schemas"), "have", "them"),
    };
    let left_out = format!("{these} that nothing uses {have} no type: the setting `unused-types`");
    vec![String::new(), left_out, format!("gives {it} one.")]
}
