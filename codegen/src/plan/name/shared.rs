//! Names of what several operations share, by where it stands: whoever comes first in the document
//! must not lend it a name, since another may come before it one day.

use super::type_name;
use crate::diagnostic::Origin;

const EXTENSION: &str = "x-outspoken";

/// The name of a type without one that stands at a shared place; `None` where one operation has it
/// to itself. `own` is what it is called there.
pub(crate) fn shared(at: &Origin, own: &str) -> Option<String> {
    let keys: Vec<_> = at.tokens().collect();
    let keys: Vec<&str> = keys.iter().map(|key| &**key).collect();
    match keys.as_slice() {
        [
            "components",
            "responses",
            name,
            EXTENSION,
            "errors",
            variant,
            ..,
        ] => Some(type_name(name) + variant),
        // In Swagger 2.0 they stand at the root.
        ["responses", name, EXTENSION, "errors", variant, ..] => Some(type_name(name) + variant),
        ["components", "responses", name, ..] | ["responses", name, ..] => {
            Some(ending(name, "Response"))
        }
        ["components", "requestBodies", name, ..] => Some(ending(name, "Body")),
        ["components", "parameters", name, ..] | ["parameters", name, ..] => Some(type_name(name)),
        ["paths", template, "parameters", ..] | ["paths", template, EXTENSION, ..] => {
            Some(type_name(&format!("{} {own}", literal(template))))
        }
        [EXTENSION, ..] => Some(type_name(own)),
        _ => None,
    }
}

/// A path without what stands in braces: what is left says enough of where it is.
fn literal(template: &str) -> String {
    let mut parts = template.split('{');
    let first = parts.next().unwrap_or_default();
    let rest = parts.filter_map(|part| Some(part.split_once('}')?.1));
    std::iter::once(first).chain(rest).collect()
}

/// A name with this ending, once.
fn ending(name: &str, ending: &str) -> String {
    let name = type_name(name);
    if name.ends_with(ending) {
        name
    } else {
        name + ending
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Pointer;

    fn name(at: &str, own: &str) -> Option<String> {
        let at = Origin {
            file: "api.yaml".into(),
            pointer: Pointer::parse(at).unwrap(),
        };
        shared(&at, own)
    }

    #[test]
    fn shared_places_have_names_of_their_own() {
        for (at, own, wanted) in [
            (
                "/components/responses/not-there/content/x",
                "",
                "NotThereResponse",
            ),
            ("/components/responses/PetResponse", "", "PetResponse"),
            ("/components/requestBodies/Pet/content/x", "", "PetBody"),
            ("/components/parameters/sort", "by", "Sort"),
            (
                "/paths/~1pets~1{id}~1toys/parameters/0",
                "view",
                "PetsToysView",
            ),
            ("/paths/~1{id}/parameters/0", "view", "View"),
            (
                "/paths/~1pets/x-outspoken/errors/Gone/schema",
                "Gone",
                "PetsGone",
            ),
            ("/x-outspoken/errors/Gone/schema", "Gone", "Gone"),
            (
                "/components/responses/Denied/x-outspoken/errors/Gone/schema",
                "Gone",
                "DeniedGone",
            ),
        ] {
            assert_eq!(name(at, own).as_deref(), Some(wanted), "{at}");
        }
        for at in [
            "/paths/~1pets/get/parameters/0",
            "/paths/~1pets/get/x-outspoken/errors/Gone/schema",
            "/components/schemas/Pet",
        ] {
            assert_eq!(name(at, "own"), None, "{at}");
        }
    }
}
