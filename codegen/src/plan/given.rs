//! Names that the user gives, and what they are given to.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::{name, types::has_own_type};
use crate::{
    Renames,
    config::Named,
    diagnostic::{Code, Diagnostic, Diagnostics, Place, closest, shown},
    model::{Api, Operation, SchemaId, Shape},
};

/// No person's slips of the pen are more.
const MOST_SUGGESTIONS: usize = 100;

/// The names of schemas and their members.
#[derive(Default)]
pub(super) struct Given<'c> {
    pub(super) types: BTreeMap<SchemaId, &'c Named>,
    pub(super) members: BTreeMap<SchemaId, &'c IndexMap<String, Named>>,
}

/// The name of a member.
pub(super) struct MemberName {
    pub(super) name: String,
    /// What it would be if there were no other.
    pub(super) natural: String,
    /// Whether the user gave it.
    pub(super) is_given: bool,
}

impl MemberName {
    /// What the document calls it, where its name follows from that.
    pub(super) fn text<'t>(&self, wire: &'t str) -> Option<&'t str> {
        (!self.is_given).then_some(wire)
    }
}

impl<'c> Given<'c> {
    /// Finds what the names are given to, and reports those of what is not there.
    pub(super) fn new(api: &Api, renames: &'c Renames, diagnostics: &mut Diagnostics) -> Self {
        let mut given = Self::default();
        let mut seeker = Seeker::new(api, renames, diagnostics);
        for (key, named) in &renames.types {
            let Some(id) = seeker.schema(key, named) else {
                continue;
            };
            if has_own_type(api.schemas.get(id)) {
                given.types.insert(id, named);
            } else {
                let help =
                    "name an object, an enum or a choice: nothing else has a type to be named";
                seeker.report(
                    named,
                    format!("`{}` has no type of its own", shown(key)),
                    help,
                );
            }
        }
        for (key, names) in &renames.members {
            let Some(id) = names
                .values()
                .next()
                .and_then(|named| seeker.schema(key, named))
            else {
                continue;
            };
            given.members.insert(id, names);
            let none = IndexMap::new();
            let members = match &api.schemas.get(id).shape {
                Shape::Object(object) => &object.properties,
                _ => &none,
            };
            for (member, named) in names {
                if !members.contains_key(member) {
                    let what = format!("`{}` has no member `{}`", shown(key), shown(member));
                    seeker.missing(named, what, member, members.keys().map(String::as_str));
                }
            }
        }
        seeker.operations(&renames.operations);
        given
    }

    /// Names for the members of a schema, those that are given first.
    pub(super) fn member_names(
        &self,
        id: SchemaId,
        wires: &[&str],
        scope: &mut name::Scope,
        diagnostics: &mut Diagnostics,
    ) -> Vec<MemberName> {
        let given = self.members.get(&id);
        let given = |wire: &str| given.and_then(|names| names.get(wire));
        let others: Vec<_> = wires
            .iter()
            .copied()
            .filter(|wire| given(wire).is_none())
            .collect();
        let mut claimed: Vec<Option<String>> = Vec::new();
        for wire in wires {
            claimed.push(given(wire).map(|named| {
                let name = scope.claim(named.name.clone());
                check_taken(named, &name, diagnostics);
                name
            }));
        }
        let mut others = scope.claim_all(&others, name::field).into_iter();
        let names = wires
            .iter()
            .zip(claimed)
            .map(|(wire, claimed)| match claimed {
                Some(name) => MemberName {
                    natural: name.clone(),
                    name,
                    is_given: true,
                },
                None => MemberName {
                    name: others.next().unwrap_or_default(),
                    natural: name::field(wire),
                    is_given: false,
                },
            });
        names.collect()
    }
}

/// The name that is given to an operation.
pub(super) fn of_operation<'c>(operation: &Operation, renames: &'c Renames) -> Option<&'c Named> {
    let names = &renames.operations;
    if names.is_empty() {
        return None;
    }
    let by_id = operation.id.as_ref().and_then(|id| names.get(id));
    by_id.or_else(|| names.get(&call(operation)))
}

fn call(operation: &Operation) -> String {
    format!("{} {}", operation.method.as_str(), operation.path)
}

/// Reports a name that had to be changed, since something else has it.
pub(super) fn check_taken(named: &Named, name: &str, diagnostics: &mut Diagnostics) {
    if named.name != name {
        let message = format!("the name `{}` is taken", shown(&named.name));
        let help = "choose another name, or give another one to what has it";
        let place = named.place.clone().unwrap_or_else(nowhere);
        diagnostics.push(Diagnostic::new(Code::InvalidSetting, place, message).help(help));
    }
}

/// Where settings stand that are in no file.
fn nowhere() -> Place {
    Place::file(&"settings".into())
}

/// Looks for what names are given to.
struct Seeker<'s> {
    names: BTreeMap<&'s str, SchemaId>,
    pointers: BTreeMap<&'s str, SchemaId>,
    api: &'s Api,
    suggestions: usize,
    diagnostics: &'s mut Diagnostics,
}

impl<'s> Seeker<'s> {
    fn new(api: &'s Api, renames: &Renames, diagnostics: &'s mut Diagnostics) -> Self {
        let mut seeker = Self {
            names: BTreeMap::new(),
            pointers: BTreeMap::new(),
            api,
            suggestions: MOST_SUGGESTIONS,
            diagnostics,
        };
        if renames.types.is_empty() && renames.members.is_empty() {
            return seeker;
        }
        for id in api.schemas.ids() {
            let schema = api.schemas.get(id);
            if let Some(name) = &schema.name {
                seeker.names.entry(name).or_insert(id);
            }
            if schema.at.file == api.file {
                seeker
                    .pointers
                    .entry(schema.at.pointer.as_str())
                    .or_insert(id);
            }
        }
        seeker
    }

    fn schema(&mut self, key: &str, named: &Named) -> Option<SchemaId> {
        let pointer = key.strip_prefix('#').unwrap_or(key);
        let is_pointer = pointer.starts_with('/');
        let found = match is_pointer {
            true => self.pointers.get(pointer),
            false => self.names.get(key),
        };
        if let Some(id) = found {
            return Some(self.api.schemas.meant(*id));
        }
        let what = format!("there is no schema `{}`", shown(key));
        match is_pointer {
            true => {
                let help = "write the JSON Pointer of a schema, such as `/components/schemas/Pet`";
                self.report(named, what, help);
            }
            false => {
                let names: Vec<&str> = self.names.keys().copied().collect();
                self.missing(named, what, key, names.into_iter());
            }
        }
        None
    }

    fn operations(&mut self, names: &IndexMap<String, Named>) {
        if names.is_empty() {
            return;
        }
        let operations = &self.api.operations;
        let calls: Vec<String> = operations.iter().map(call).collect();
        let ids = operations.iter().filter_map(|one| one.id.as_deref());
        let known: BTreeSet<&str> = ids.chain(calls.iter().map(String::as_str)).collect();
        for (key, named) in names {
            if !known.contains(key.as_str()) {
                let what = format!("there is no operation `{}`", shown(key));
                self.missing(named, what, key, known.iter().copied());
            }
        }
    }

    fn missing<'n>(
        &mut self,
        named: &Named,
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
            Some(near) => self.report(named, what, &format!("did you mean `{}`?", shown(near))),
            None => self.report(
                named,
                what,
                "write it as the document does, or take this out",
            ),
        }
    }

    fn report(&mut self, named: &Named, what: String, help: &str) {
        let place = named.place.clone().unwrap_or_else(nowhere);
        let message = format!("{what}, so this has no effect");
        self.diagnostics
            .push(Diagnostic::new(Code::UnusedSetting, place, message).help(help));
    }
}
