//! Names that the user gives, and what they are given to.

use super::{
    handed::{Handed, taken},
    name,
    seek::{Seeker, call},
    types::has_own_type,
};
use crate::{
    Config, Derives, Renames,
    collection::Table,
    collection::order,
    config::{Derived, Named},
    diagnostic::{Diagnostic, Diagnostics, shown},
    model::{Api, Operation, SchemaId, Shape},
};

/// The names of schemas and their members.
#[derive(Default)]
pub(super) struct Given<'c> {
    of: Table<SchemaId, OfSchema<'c>>,
}

/// What is given to one schema.
#[derive(Default)]
struct OfSchema<'c> {
    name: Option<&'c Named>,
    derived: Option<&'c Derived>,
    members: Option<&'c Table<String, Named>>,
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
    pub(super) fn new(api: &Api, config: &'c Config, diagnostics: &mut Diagnostics) -> Self {
        let Config {
            renames, derives, ..
        } = config;
        let mut given = Self::default();
        let seeks =
            !(renames.types.is_empty() && renames.members.is_empty() && derives.of.is_empty());
        let mut seeker = Seeker::new(api, seeks, diagnostics);
        for (key, named) in &renames.types {
            let Some(id) = seeker.schema(key, named.place.as_ref()) else {
                continue;
            };
            let id = api.schemas.meant(id);
            if has_own_type(api.schemas.get(id)) {
                given.of.get_or_default(id).name = Some(named);
            } else {
                let help =
                    "name an object, an enum or a choice: nothing else has a type to be named";
                seeker.report(
                    named.place.as_ref(),
                    format!("`{}` has no type of its own", shown(key)),
                    help,
                );
            }
        }
        given.members(api, renames, &mut seeker);
        given.derives(api, derives, &mut seeker);
        seeker.operations(&renames.operations);
        given
    }

    fn members(&mut self, api: &Api, renames: &'c Renames, seeker: &mut Seeker<'_>) {
        for (key, names) in &renames.members {
            let Some(id) = names
                .values()
                .next()
                .and_then(|named| seeker.schema(key, named.place.as_ref()))
            else {
                continue;
            };
            self.of.get_or_default(id).members = Some(names);
            let none = Table::new();
            let members = match &api.schemas.get(id).shape {
                Shape::Object(object) => &object.properties,
                _ => &none,
            };
            for (member, named) in names {
                if !members.contains_key(member) {
                    let what = format!("`{}` has no member `{}`", shown(key), shown(member));
                    seeker.missing(
                        named.place.as_ref(),
                        what,
                        member,
                        members.keys().map(String::as_str),
                    );
                }
            }
        }
    }

    fn derives(&mut self, api: &Api, derives: &'c Derives, seeker: &mut Seeker<'_>) {
        for (key, derived) in &derives.of {
            let place = derived.place.as_ref();
            let Some(id) = seeker.schema(key, place).map(|id| api.schemas.meant(id)) else {
                continue;
            };
            if has_own_type(api.schemas.get(id)) {
                self.of.get_or_default(id).derived = Some(derived);
            } else {
                let what = format!("`{}` has no type of its own", shown(key));
                seeker.report(place, what, "name an object, an enum or a choice");
            }
        }
    }

    /// The name of a schema's type.
    pub(super) fn name(&self, id: SchemaId) -> Option<&'c Named> {
        self.of.get(&id)?.name
    }

    /// The schemas to whose types names are given, in order.
    pub(super) fn named(&self) -> Vec<SchemaId> {
        let named = self.of.iter().filter(|(_, of)| of.name.is_some());
        let mut named: Vec<_> = named.map(|(id, _)| *id).collect();
        order::sort(&mut named);
        named
    }

    /// The schemas to which anything is given.
    pub(super) fn ids(&self) -> impl Iterator<Item = SchemaId> {
        self.of.keys().copied()
    }

    /// What types derive, by schema.
    pub(super) fn derived(&self) -> impl Iterator<Item = (SchemaId, &'c Derived)> {
        let all = self.of.iter();
        all.filter_map(|(id, of)| Some((*id, of.derived?)))
    }

    /// Names for the members of a schema, those that are given first.
    pub(super) fn member_names(
        &self,
        id: SchemaId,
        wires: &[&str],
        scope: &mut name::Scope,
        diagnostics: &mut Diagnostics,
    ) -> Vec<MemberName> {
        let given = self.of.get(&id).and_then(|of| of.members);
        let given = |wire: &str| given.and_then(|names| names.get(wire));
        let others: Vec<_> = wires
            .iter()
            .copied()
            .filter(|wire| given(wire).is_none())
            .collect();
        let member = |wire: &str| format!("the member `{}`", shown(wire));
        let mut handed = Handed::default();
        let mut claimed: Vec<Option<String>> = Vec::new();
        for wire in wires {
            claimed.push(given(wire).map(|named| {
                let natural = name::field(wire);
                let (name, taken) = handed.claim(named, member(wire), &natural, scope);
                taken.into_iter().for_each(|taken| diagnostics.push(taken));
                name
            }));
        }
        for wire in &others {
            let taken = handed.wanted(&name::field(wire), || member(wire));
            taken.into_iter().for_each(|taken| diagnostics.push(taken));
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

    /// What there is to say where a member is called as what holds those that have no field.
    pub(super) fn others_taken(&self, id: SchemaId, natural: &str) -> Option<Diagnostic> {
        let names = self.of.get(&id)?.members?;
        let mut names = names.iter();
        let (_, named) =
            names.find(|(wire, named)| named.name == natural && name::field(wire) != natural)?;
        let by = "the map of members that have no field";
        Some(taken(natural, by, named.place.as_ref()))
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
