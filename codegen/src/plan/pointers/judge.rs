//! Whether a pointer is worth a word.
//!
//! Where the document does not say all, a pointer may well lead to what it leaves out. Then only
//! what looks like a slip of the pen is said: where something is there that is like it.

use indexmap::IndexSet;

use super::{
    bodies::Bodies,
    mend::{Mended, mend},
    report,
    site::{Role, Site, keys},
    value,
    walk::{Step, Walk, items, step, walk, walk_declared},
};
use crate::{
    diagnostic::Diagnostic,
    model::{Literal, SchemaId, Schemas, Shape},
};

/// What there is to say of a pointer.
pub(super) fn judge(schemas: &Schemas, site: &Site<'_>) -> Option<Diagnostic> {
    if site.bodies.free {
        return None;
    }
    let keys = keys(site.mention);
    let found = Found::of(schemas, &site.bodies, &keys)?;
    if !found.there.is_empty() {
        return there(schemas, site, &found);
    }
    let (position, here) = found.nowhere?;
    let mut bodies = found.bodies.iter();
    let mended = bodies.find_map(|body| mend(schemas, *body, &keys));
    let is_said = mended.is_some() || !found.unsure;
    is_said.then(|| report::nowhere(schemas, site, &keys, position, &here, mended))
}

/// What came of following a pointer through all bodies.
struct Found {
    /// Those of which something is known.
    bodies: Vec<SchemaId>,
    /// What is there.
    there: Vec<SchemaId>,
    /// How far it leads at most, and which schemas have no such key there.
    nowhere: Option<(usize, Vec<SchemaId>)>,
    /// Whether other bodies may have anything.
    unsure: bool,
}

impl Found {
    /// `None` where there may be anything.
    fn of(schemas: &Schemas, bodies: &Bodies, keys: &[String]) -> Option<Self> {
        let mut found = Self {
            bodies: Vec::new(),
            there: Vec::new(),
            nowhere: None,
            unsure: bodies.unsure,
        };
        for id in &bodies.known {
            if !found.note(*id, walk(schemas, *id, keys)) {
                return None;
            }
        }
        for id in bodies.success.difference(&bodies.known) {
            found.unsure |= !found.note(*id, walk_declared(schemas, *id, keys));
        }
        found.there = once(found.there);
        found.nowhere = found.nowhere.map(|(position, here)| (position, once(here)));
        Some(found)
    }

    /// Notes what came of one body; false where that may have anything there.
    fn note(&mut self, id: SchemaId, walk: Walk) -> bool {
        match walk {
            Walk::Free => return false,
            Walk::There(here) => self.there.extend(here),
            Walk::Nowhere { position, here } => match &mut self.nowhere {
                Some((farthest, _)) if *farthest > position => {}
                Some((farthest, all)) if *farthest == position => all.extend(here),
                nowhere => *nowhere = Some((position, here)),
            },
        }
        self.bodies.push(id);
        true
    }
}

/// What there is to say of a pointer that leads somewhere: whether that can be what it is taken for.
fn there(schemas: &Schemas, site: &Site<'_>, found: &Found) -> Option<Diagnostic> {
    let (here, unsure) = (found.there.as_slice(), found.unsure);
    match site.role {
        Role::Presence => None,
        Role::Equals(values) => never_equal(schemas, site, values, found),
        Role::List => {
            let is_list = !items(schemas, here).is_empty();
            (!is_list && !unsure).then(|| report::no_list(schemas, site, here))
        }
        Role::Text => {
            let is_text = |id: &SchemaId| matches!(schemas.get(*id).shape, Shape::Text(_));
            (!here.iter().any(is_text) && !unsure).then(|| report::no_text(schemas, site, here))
        }
        Role::Place(key) => {
            let is_single = |id: &SchemaId| {
                matches!(
                    schemas.get(*id).shape,
                    Shape::Text(_) | Shape::Integer(_) | Shape::Number(_)
                )
            };
            if here.iter().any(is_single) {
                return None;
            }
            let below = matches!(step(schemas, here, key), Step::To(_));
            let meant = below.then(|| Mended {
                keys: [keys(site.mention), vec![key.to_owned()]].concat(),
                element: None,
            });
            let is_said = meant.is_some() || !unsure;
            is_said.then(|| report::no_place(schemas, site, key, here, meant))
        }
    }
}

/// Each schema once: many bodies share their parts.
fn once(ids: Vec<SchemaId>) -> Vec<SchemaId> {
    let ids: IndexSet<_> = ids.into_iter().collect();
    ids.into_iter().collect()
}

fn never_equal(
    schemas: &Schemas,
    site: &Site<'_>,
    values: &[Literal],
    found: &Found,
) -> Option<Diagnostic> {
    let here = found.there.as_slice();
    let may_be = |one: &Literal| value::may_be(schemas, here, one);
    if values.is_empty() || values.iter().any(may_be) {
        return None;
    }
    let meant = |one: &Literal| Some((one.clone(), value::meant(schemas, here, one)?));
    let meant = values.iter().find_map(meant);
    let is_said = meant.is_some() || !found.unsure;
    is_said.then(|| report::never_equal(schemas, site, values, here, meant))
}
