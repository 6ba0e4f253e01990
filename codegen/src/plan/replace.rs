//! Schemas for which the user has a type.

use super::seek::Seeker;
use crate::{
    Replacements,
    diagnostic::Diagnostics,
    model::{Api, Shape},
};

/// Puts types of the user's in the place of schemas. What others are composed of has been taken from
/// them before.
pub(super) fn replace(api: &mut Api, replacements: &Replacements, diagnostics: &mut Diagnostics) {
    let mut seeker = Seeker::new(api, !replacements.of.is_empty(), diagnostics);
    let found = replacements.of.iter().enumerate();
    let found = found.filter_map(|(number, (key, to))| {
        let id = seeker.schema(key, to.place.as_ref())?;
        Some((number, id))
    });
    let found: Vec<_> = found.collect();
    for (number, id) in found {
        if let Some(schema) = api.schemas.get_mut(id) {
            schema.shape = Shape::Own(number);
        }
    }
}
