//! Component schemas: they keep their names.

use indexmap::IndexSet;

use super::{Types, has_own_type};
use crate::{
    collection::Table,
    model::{SchemaId, Shape},
};

impl Types<'_> {
    /// Plans the component schemas: they keep their names, whatever else wants them. Of those that
    /// are uploads only the names are taken, and given back.
    pub(in crate::plan) fn components(
        &mut self,
        uploads: &IndexSet<SchemaId>,
        used: &IndexSet<SchemaId>,
    ) -> Table<SchemaId, String> {
        // What settings say something of is used, wherever it stands.
        self.given.ids().for_each(|id| self.uses.note(id));
        let mut reserved = Table::new();
        for id in self.given.named() {
            if uploads.contains(&id) {
                reserved.insert(id, self.claim(id, "", ""));
            } else {
                self.planned(id, "");
            }
        }
        self.find_aliases();
        for id in self.api.schemas.ids() {
            let schema = self.api.schemas.get(id);
            if schema.name.is_none() || reserved.contains_key(&id) {
                continue;
            }
            if uploads.contains(&id) {
                reserved.insert(id, self.claim(id, "", ""));
            } else if has_own_type(schema) {
                self.planned(id, "");
            }
            if used.contains(&id) {
                self.uses.note(id);
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
                self.aliases.get_or(meant, || name.clone());
            }
        }
    }
}
