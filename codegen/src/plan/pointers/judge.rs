//! Whether a pointer is worth a word.
//!
//! Where the document does not say all, a pointer may well lead to what it leaves out. Then only
//! what looks like a slip of the pen is said: where something is there that is like it.

use super::{
    bodies::Bodies,
    mend::{Mended, mend},
    report,
    site::{Role, Site, keys},
    value,
    walk::{Step, Walk, items, step, walk},
};
use crate::{
    diagnostic::Diagnostic,
    model::{Literal, SchemaId, Schemas, Shape},
};

/// What there is to say of a pointer.
pub(super) fn judge(schemas: &Schemas, site: &Site<'_>) -> Option<Diagnostic> {
    let Bodies {
        known,
        free,
        unsure,
    } = &site.bodies;
    if *free || known.is_empty() {
        return None;
    }
    let keys = keys(site.mention);
    let start = known.iter().copied();
    match walk(schemas, start.clone(), &keys) {
        Walk::Free => None,
        Walk::There(here) => there(schemas, site, &here),
        Walk::Nowhere { position, here } => {
            let mended = mend(schemas, start, &keys);
            let is_said = mended.is_some() || !unsure;
            is_said.then(|| report::nowhere(schemas, site, &keys, position, &here, mended))
        }
    }
}

/// What there is to say of a pointer that leads somewhere: whether that can be what it is taken for.
fn there(schemas: &Schemas, site: &Site<'_>, here: &[SchemaId]) -> Option<Diagnostic> {
    let unsure = site.bodies.unsure;
    match site.role {
        Role::Presence => None,
        Role::Equals(values) => never_equal(schemas, site, values, here),
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

fn never_equal(
    schemas: &Schemas,
    site: &Site<'_>,
    values: &[Literal],
    here: &[SchemaId],
) -> Option<Diagnostic> {
    let may_be = |one: &Literal| value::may_be(schemas, here, one);
    if values.is_empty() || values.iter().any(may_be) {
        return None;
    }
    let meant = |one: &Literal| Some((one.clone(), value::meant(schemas, here, one)?));
    let meant = values.iter().find_map(meant);
    let is_said = meant.is_some() || !site.bodies.unsure;
    is_said.then(|| report::never_equal(schemas, site, values, here, meant))
}
