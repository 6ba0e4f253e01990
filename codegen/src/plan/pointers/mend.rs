//! What was meant by a pointer that leads nowhere.

use super::walk::{Step, items, members, objects, step};
use crate::{
    diagnostic::closest,
    model::{SchemaId, Schemas},
};

/// A pointer with its wrong keys mended.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Mended {
    pub(super) keys: Vec<String>,
    /// The position of an index that had been left out.
    pub(super) element: Option<usize>,
}

/// The pointer that is meant, if there is one like it.
pub(super) fn mend(schemas: &Schemas, start: SchemaId, keys: &[String]) -> Option<Mended> {
    let mut here = members(schemas, [start])?;
    let mut mended = Mended::default();
    let mut rest = keys.iter();
    while let Some(key) = rest.next() {
        let elements = items(schemas, &here);
        let found = match near(schemas, &here, key) {
            Some(found) => found,
            None if elements.is_empty() => return None,
            None if is_number(key) => near(schemas, &here, "0")?,
            None => {
                mended.element.get_or_insert(mended.keys.len());
                mended.keys.push("0".to_owned());
                here = members(schemas, elements)?;
                near(schemas, &here, key)?
            }
        };
        let (name, step) = found;
        mended.keys.push(name);
        match step {
            Step::To(next) => here = next,
            Step::Nowhere => return None,
            Step::Free => {
                mended.keys.extend(rest.cloned());
                break;
            }
        }
    }
    Some(mended)
}

/// The key, or the declared one that is like it, and what it leads to.
fn near(schemas: &Schemas, here: &[SchemaId], key: &str) -> Option<(String, Step)> {
    match step(schemas, here, key) {
        Step::Nowhere => {
            let names = objects(schemas, here).flat_map(|object| object.properties.keys());
            let name = closest(key, names.map(String::as_str))?;
            Some((name.to_owned(), step(schemas, here, name)))
        }
        found => Some((key.to_owned(), found)),
    }
}

/// Whether a key is meant as a position in a list, though it is none that can be there.
fn is_number(key: &str) -> bool {
    key == "-" || key.bytes().all(|byte| byte.is_ascii_digit())
}
