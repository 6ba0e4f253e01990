//! Names of types, and of what is in them.

use super::Types;
use crate::{
    config::Named,
    diagnostic::{Origin, shown},
    model::SchemaId,
    notes::NameKind,
    plan::{given::MemberName, name},
};

impl<'a> Types<'a> {
    /// The name of a schema's own type, which is used.
    pub(super) fn own_type(&mut self, id: SchemaId, wanted: &str) -> String {
        self.uses.note(id);
        self.planned(id, wanted)
    }

    /// The name of a schema's own type, claimed the first time.
    pub(super) fn planned(&mut self, id: SchemaId, wanted: &str) -> String {
        if let Some(name) = self.named.get(&id) {
            return name.clone();
        }
        let name = self.claim(id, wanted, "");
        self.named.insert(id, name.clone());
        self.unplanned.push_back(id);
        name
    }

    /// Claims a name for a type that a schema is made into; `otherwise` is for one without a name.
    pub(in crate::plan) fn claim(&mut self, id: SchemaId, otherwise: &str, suffix: &str) -> String {
        let schema = self.api.schemas.get(id);
        if let Some(named) = self.given.name(id) {
            let Named { name, place } = named.clone();
            let name = format!("{name}{suffix}");
            return self.give(id, &Named { name, place });
        }
        let alias = self.aliases.get(&id).cloned();
        let text = self.text_of(id, alias.as_ref());
        let common = schema.common.as_deref();
        let natural = name::type_name(text.or(common).unwrap_or(otherwise));
        let suffix = schema.name.as_ref().map_or("", |_| suffix);
        let natural = format!("{natural}{suffix}");
        self.claimed(text.filter(|_| suffix.is_empty()), natural, &schema.at)
    }

    /// Claims the name that the user gives to the type of a schema.
    fn give(&mut self, id: SchemaId, named: &Named) -> String {
        let schema = self.api.schemas.get(id);
        let text = self.text_of(id, self.aliases.get(&id));
        let natural = text.or(schema.common.as_deref()).map(name::type_name);
        let natural = natural.unwrap_or_default();
        let what = what_is_at(&schema.at);
        let (name, taken) = self.handed.claim(named, what, &natural, &mut self.names);
        taken.into_iter().for_each(|taken| self.report(taken));
        self.note_type(None, &named.name, &name, &schema.at);
        name
    }

    /// What the document calls a schema.
    pub(super) fn text_of<'t>(&self, id: SchemaId, alias: Option<&'t String>) -> Option<&'t str>
    where
        'a: 't,
    {
        let schema = self.api.schemas.get(id);
        match (alias.or(schema.name.as_ref()), &schema.title) {
            (Some(name), _) => Some(name.as_str()),
            (None, Some(title)) if is_short(title) => Some(title.as_str()),
            (None, _) => None,
        }
    }

    /// What a schema is called among others.
    pub(in crate::plan) fn variant_of(&self, id: SchemaId, otherwise: &str) -> String {
        let label = self.api.schemas.get(id).label.as_deref();
        let text = self.text_of(id, self.aliases.get(&id)).or(label);
        name::type_name(text.unwrap_or(otherwise))
    }

    /// Names for the members of a schema.
    pub(in crate::plan) fn member_names(
        &mut self,
        id: SchemaId,
        wires: &[&str],
        scope: &mut name::Scope,
    ) -> Vec<MemberName> {
        self.given.member_names(id, wires, scope, self.diagnostics)
    }

    /// Reports a member that is called as what holds those that have no field.
    pub(in crate::plan) fn check_others(&mut self, id: SchemaId, natural: &str) {
        let taken = self.given.others_taken(id, natural);
        taken.into_iter().for_each(|taken| self.report(taken));
    }

    /// Claims a name for a type of the module, and notes it; `text` is what the document calls it.
    pub(in crate::plan) fn claimed(
        &mut self,
        text: Option<&str>,
        natural: String,
        at: &Origin,
    ) -> String {
        let taken = self.handed.wanted(&natural, || what_is_at(at));
        taken.into_iter().for_each(|taken| self.report(taken));
        let name = self.names.claim(natural.clone());
        self.note_type(text, &natural, &name, at);
        name
    }

    fn note_type(&mut self, text: Option<&str>, natural: &str, name: &str, at: &Origin) {
        let place = self.key_place(at);
        self.notes.types.insert(name.to_owned(), place.clone());
        self.note_name(name::Given {
            kind: NameKind::Type,
            text,
            natural,
            name,
            within: "types",
            place,
        });
    }
}

/// The type of what stands somewhere, as messages call it.
fn what_is_at(at: &Origin) -> String {
    format!("the type of `{}`", shown(at.pointer.as_str()))
}

/// Whether a title is a name rather than a sentence.
pub(in crate::plan) fn is_short(title: &str) -> bool {
    let words = title.split_whitespace().count();
    (1..=4).contains(&words) && title.chars().any(char::is_alphabetic)
}
