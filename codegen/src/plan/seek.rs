//! What settings are about, by the names that the document has for it.

use crate::{
    collection::Table,
    collection::order,
    config::Named,
    diagnostic::{Code, Diagnostic, Diagnostics, Place, closest, shown},
    model::{Api, Operation, SchemaId},
};

/// No person's slips of the pen are more.
const MOST_SUGGESTIONS: usize = 100;

/// Where settings stand that are in no file.
pub(super) fn nowhere() -> Place {
    Place::file(&"settings".into())
}

/// The operation's method and path.
pub(super) fn call(operation: &Operation) -> String {
    format!("{} {}", operation.method.as_str(), operation.path)
}

/// Looks for what settings are about, and reports what is not there.
pub(super) struct Seeker<'s> {
    names: Table<&'s str, SchemaId>,
    pointers: Table<&'s str, SchemaId>,
    api: &'s Api,
    suggestions: usize,
    diagnostics: &'s mut Diagnostics,
}

impl<'s> Seeker<'s> {
    /// One that can look for schemas where that is wanted.
    pub(super) fn new(api: &'s Api, schemas: bool, diagnostics: &'s mut Diagnostics) -> Self {
        let mut seeker = Self {
            names: Table::new(),
            pointers: Table::new(),
            api,
            suggestions: MOST_SUGGESTIONS,
            diagnostics,
        };
        if !schemas {
            return seeker;
        }
        for id in api.schemas.ids() {
            let schema = api.schemas.get(id);
            if let Some(name) = &schema.name {
                seeker.names.get_or(name, || id);
            }
            if schema.at.file == api.file {
                seeker.pointers.get_or(schema.at.pointer.as_str(), || id);
            }
        }
        seeker
    }

    /// The schema with this name or JSON Pointer.
    pub(super) fn schema(&mut self, key: &str, place: Option<&Place>) -> Option<SchemaId> {
        let pointer = key.strip_prefix('#').unwrap_or(key);
        let is_pointer = pointer.starts_with('/');
        let found = match is_pointer {
            true => self.pointers.get(pointer),
            false => self.names.get(key),
        };
        if let Some(id) = found {
            return Some(*id);
        }
        let what = format!("there is no schema `{}`", shown(key));
        match is_pointer {
            true => {
                let help = "write the JSON Pointer of a schema, such as `/components/schemas/Pet`";
                self.report(place, what, help);
            }
            false => {
                let mut names: Vec<&str> = self.names.keys().copied().collect();
                order::sort(&mut names);
                self.missing(place, what, key, names.into_iter());
            }
        }
        None
    }

    /// Reports names of operations that are not there.
    pub(super) fn operations(&mut self, names: &Table<String, Named>) {
        if names.is_empty() {
            return;
        }
        let operations = &self.api.operations;
        let calls: Vec<String> = operations.iter().map(call).collect();
        let ids = operations.iter().filter_map(|one| one.id.as_deref());
        let mut known: Vec<&str> = ids.chain(calls.iter().map(String::as_str)).collect();
        order::sort(&mut known);
        known.dedup();
        for (key, named) in names {
            if known.binary_search(&key.as_str()).is_err() {
                let what = format!("there is no operation `{}`", shown(key));
                self.missing(named.place.as_ref(), what, key, known.iter().copied());
            }
        }
    }

    /// Reports what is not there, with what is like it.
    pub(super) fn missing<'n>(
        &mut self,
        place: Option<&Place>,
        what: String,
        word: &str,
        names: impl Iterator<Item = &'n str>,
    ) {
        let near = match self.suggestions.checked_sub(1) {
            Some(left) => {
                self.suggestions = left;
                closest(word, names)
            }
            None => None,
        };
        match near {
            Some(near) => self.report(place, what, &format!("did you mean `{}`?", shown(near))),
            None => self.report(
                place,
                what,
                "write it as the document does, or take this out",
            ),
        }
    }

    pub(super) fn report(&mut self, place: Option<&Place>, what: String, help: &str) {
        let place = place.cloned().unwrap_or_else(nowhere);
        let message = format!("{what}, so this has no effect");
        self.diagnostics
            .push(Diagnostic::new(Code::UnusedSetting, place, message).help(help));
    }
}
