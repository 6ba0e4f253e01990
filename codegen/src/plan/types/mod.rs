//! Types: which schema becomes which, and what they are called.

mod alike;
mod argument;
mod body;
mod component;
mod default;
mod default_text;
mod derives;
mod enumeration;
mod fixed;
mod header;
mod naming;
mod object;
mod recursion;
mod same;
mod scalar;
mod sent;
mod tag;
mod text;
mod union;
mod uses;

use std::collections::VecDeque;

use indexmap::IndexSet;

pub(super) use naming::is_short;
pub(super) use same::apart;
pub(super) use sent::sent;
pub(super) use tag::{constants, tags, values};
pub(super) use union::are_distinct;
use uses::Uses;
pub(super) use uses::unused_docs;

use super::{
    errors::{Compared, Recognized},
    given::Given,
    handed::Handed,
    name,
    room::Room,
};
use crate::{
    Config,
    collection::Table,
    collection::order,
    diagnostic::{Diagnostic, Diagnostics, Origin, Place},
    ir,
    model::{Api, Schema, SchemaId, Shape},
    notes::{NameKind, Notes, Untyped},
};

/// What a type takes beside its members.
const LINES_OF_A_TYPE: usize = 8;

/// The types of a module, as they are planned.
pub(super) struct Types<'a> {
    api: &'a Api,
    config: &'a Config,
    diagnostics: &'a mut Diagnostics,
    notes: &'a mut Notes,
    names: name::Scope,
    /// Names that the user gives.
    given: Given<'a>,
    /// Those of types, and what has them.
    handed: Handed,
    /// What they are used for.
    uses: Uses,
    /// Schemas that have a type of their own.
    named: Table<SchemaId, String>,
    /// Those whose definition is still to be planned.
    unplanned: VecDeque<SchemaId>,
    items: Vec<ir::TypeItem>,
    /// Names under which the document takes over schemas of other files.
    aliases: Table<SchemaId, String>,
    /// Schemas of what callers send.
    sent: IndexSet<SchemaId>,
    /// Schemas whose type is being looked for: one that is met again has no end.
    open: IndexSet<SchemaId>,
    /// The values of enums that defaults were looked for in.
    values: Table<SchemaId, IndexSet<&'a str>>,
    /// How much more may be planned.
    pub(super) room: Room,
    /// The lists of errors that were compared last.
    pub(super) compared: Compared,
    /// What tells errors apart whose bodies have these schemas.
    pub(super) recognized: Recognized,
}

impl<'a> Types<'a> {
    pub(super) fn new(
        api: &'a Api,
        config: &'a Config,
        diagnostics: &'a mut Diagnostics,
        notes: &'a mut Notes,
    ) -> Self {
        let given = Given::new(api, config, diagnostics);
        Self {
            api,
            config,
            diagnostics,
            notes,
            names: name::Scope::new(name::reserved::TYPES),
            given,
            handed: Handed::default(),
            uses: Uses::default(),
            named: Table::new(),
            unplanned: VecDeque::new(),
            items: Vec::new(),
            aliases: Table::new(),
            sent: sent(api),
            open: IndexSet::new(),
            values: Table::new(),
            room: Room::new(),
            compared: Compared::default(),
            recognized: Recognized::default(),
        }
    }

    /// The API.
    pub(super) fn api(&self) -> &'a Api {
        self.api
    }

    /// All types, by name, and the features of the runtime that the module needs.
    pub(super) fn finish(
        mut self,
        apart: &IndexSet<String>,
    ) -> (Vec<ir::TypeItem>, IndexSet<&'static str>) {
        while let Some(id) = self.unplanned.pop_front() {
            if !self.take(&self.api.schemas.get(id).at, LINES_OF_A_TYPE) {
                break;
            }
            self.uses.begin(id);
            let item = self.define(id);
            self.uses.end();
            self.items.push(item);
        }
        let mut items = std::mem::take(&mut self.items);
        order::sort_by(&mut items, |a, b| a.name().cmp(b.name()));
        let owners = self.named.iter().map(|(id, name)| (name.as_str(), *id));
        let owners: Table<&str, SchemaId> = owners.collect();
        for endless in recursion::resolve(&mut items) {
            let message = format!("a `{endless}` always holds another one, without end");
            let at = owners.get(endless.as_str());
            let at = at.map(|id| self.api.schemas.get(*id).at.key());
            let place = at.unwrap_or_else(|| Place::file(&self.api.file));
            let code = crate::diagnostic::Code::Unsupported;
            let help = "take the property by which it does so out of `required`";
            self.diagnostics
                .push(Diagnostic::error(code, place, message).help(help));
        }
        let (mut items, features) = self.used(items);
        self.extras(&mut items);
        let placed = self.named.iter().filter(|(id, _)| self.is_placed(**id));
        let placed = placed.map(|(id, name)| same::Placed {
            name,
            is_sent: self.sent.contains(id),
        });
        same::unite(&mut items, &placed.collect::<Vec<_>>(), apart);
        (items, features)
    }

    /// Whether a schema is called after its place, and nothing more is said of its type.
    fn is_placed(&self, id: SchemaId) -> bool {
        let schema = self.api.schemas.get(id);
        schema.common.is_none()
            && !schema.deprecated
            && self.text_of(id, self.aliases.get(&id)).is_none()
            && self.given.name(id).is_none()
    }

    /// Adds what the user wants types to have.
    fn extras(&mut self, items: &mut [ir::TypeItem]) {
        let config = self.config;
        if config.non_exhaustive {
            for item in items.iter_mut() {
                if let ir::TypeItem::Struct(item) = item {
                    item.extras.non_exhaustive = true;
                }
            }
        }
        let mut named: Table<String, Vec<String>> = Table::new();
        let mut places = Table::new();
        for (id, derived) in self.given.derived() {
            if let Some(name) = self.named.get(&id) {
                let paths = derived.paths.iter().map(|path| path.0.clone());
                named.insert(name.clone(), paths.collect());
                if let Some(place) = &derived.place {
                    places.insert(name.clone(), place.clone());
                }
            }
        }
        for (name, path) in derives::derive(items, &config.derives, &named) {
            let place = places.get(&name).cloned();
            let place = place.unwrap_or_else(|| Place::file(&self.api.file));
            let message = format!("`{name}` cannot be `{path}`: something in it is not");
            let help =
                "take it out: numbers with fractions, and any JSON, have no order or no equality";
            let code = crate::diagnostic::Code::UnusedSetting;
            self.diagnostics
                .push(Diagnostic::new(code, place, message).help(help));
        }
    }

    /// The schema that is meant, past references.
    pub(super) fn meant(&self, id: SchemaId) -> &'a Schema {
        self.api.schemas.get(self.meant_id(id))
    }

    /// Whether a value of a schema should not be used any more where it stands. A schema with a type
    /// of its own has that said of the type.
    pub(super) fn is_deprecated(&self, mut id: SchemaId) -> bool {
        let first = id;
        loop {
            let schema = self.api.schemas.get(id);
            let is_own = id == first || !has_own_type(schema);
            match schema.shape {
                _ if schema.deprecated && is_own => return true,
                Shape::Same(next) => id = next,
                _ => return false,
            }
        }
    }

    /// Where a schema stands.
    pub(super) fn place_of(&self, id: SchemaId) -> &'a Origin {
        &self.api.schemas.get(id).at
    }

    /// The schema with this id, which may refer to another.
    pub(super) fn schema(&self, id: SchemaId) -> &'a Schema {
        self.api.schemas.get(id)
    }

    /// The id of the schema that is meant.
    pub(super) fn meant_id(&self, id: SchemaId) -> SchemaId {
        self.api.schemas.meant(id)
    }

    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Notes a name, unless it differs from the document's by case alone.
    pub(super) fn note_name(&mut self, given: name::Given<'_>) {
        name::note(given, self.notes);
    }

    /// Notes the name of a variant of a type.
    fn note_variant(
        &mut self,
        owner: &str,
        text: Option<&str>,
        natural: &str,
        name: &str,
        place: Place,
    ) {
        self.note_name(name::Given {
            kind: NameKind::Variant,
            text,
            natural,
            name,
            within: &format!("types::{owner}"),
            place,
        });
    }

    /// Notes where an operation stands.
    pub(super) fn note_operation(&mut self, at: &Origin) {
        let place = self.key_place(at);
        self.notes.operations.push(place);
    }

    /// Notes a place without a type.
    pub(super) fn note_untyped(&mut self, at: &Origin, why: &'static str) {
        let place = self.key_place(at);
        self.uses.note_untyped(Untyped { place, why });
    }

    pub(super) fn value_place(&self, at: &Origin) -> Place {
        at.value()
    }

    pub(super) fn key_place(&self, at: &Origin) -> Place {
        at.key()
    }

    fn define(&mut self, id: SchemaId) -> ir::TypeItem {
        let name = self.named.get(&id).cloned().unwrap_or_default();
        let schema = self.api.schemas.get(id);
        match &schema.shape {
            Shape::Text(text) => self.strings(name, schema, text),
            Shape::Integer(integer) => self.integers(name, schema, integer),
            Shape::Choice(choice) => self.union(name, schema, choice),
            Shape::Object(object) => self.object(name, id, Some(object)),
            Shape::Any
            | Shape::Own(_)
            | Shape::Faulty
            | Shape::Same(_)
            | Shape::Null
            | Shape::Boolean(_)
            | Shape::Number(_)
            | Shape::Array(_)
            | Shape::AllOf(_) => self.object(name, id, None),
        }
    }
}

/// Whether a schema becomes a type of the module, rather than one that is there already.
pub(super) fn has_own_type(schema: &Schema) -> bool {
    match &schema.shape {
        Shape::Text(text) => !text.values.is_empty(),
        Shape::Integer(integer) => !integer.values.is_empty(),
        Shape::Choice(_) => true,
        Shape::Object(object) => {
            !object.properties.is_empty()
                || object.additional == crate::model::Additional::Forbidden
        }
        Shape::Any
        | Shape::Own(_)
        | Shape::Faulty
        | Shape::Same(_)
        | Shape::Null
        | Shape::Boolean(_)
        | Shape::Number(_)
        | Shape::Array(_)
        | Shape::AllOf(_) => false,
    }
}
