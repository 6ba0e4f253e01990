//! Which mappings have words of OpenAPI as keys, and which have names that the document gives: a member
//! that is called `example` is none.

/// What the keys of a mapping are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keys {
    /// Words of OpenAPI or JSON Schema.
    Words,
    /// Names of members, components and the like.
    Names,
}

/// The words whose mappings have names as keys, in all versions.
const OF_NAMES: &[&str] = &[
    "$defs",
    "callbacks",
    "content",
    "definitions",
    "dependencies",
    "dependentSchemas",
    "encoding",
    "headers",
    "links",
    "mediaTypes",
    "parameters",
    "pathItems",
    "patternProperties",
    "properties",
    "requestBodies",
    "responses",
    "schemas",
    "securitySchemes",
    "webhooks",
];

impl Keys {
    /// What the keys of a member are. `None` where nobody looks into it for references: examples, and
    /// extensions of others.
    pub(super) fn below(self, key: &str) -> Option<Self> {
        match (self, key) {
            (Self::Names, _) => Some(Self::Words),
            (Self::Words, "example" | "examples") => None,
            (Self::Words, key) if key.starts_with("x-") && key != "x-outspoken" => None,
            (Self::Words, key) if OF_NAMES.contains(&key) => Some(Self::Names),
            (Self::Words, _) => Some(Self::Words),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(way: &str) -> Option<Keys> {
        let mut keys = way.split('/');
        keys.try_fold(Keys::Words, Keys::below)
    }

    #[test]
    fn a_name_is_no_word() {
        for looked_into in [
            "components/schemas/example",
            "components/schemas/x-pet/properties/examples",
            "components/schemas/properties/properties/x-note",
            "components/responses/x-fault/content",
            "x-outspoken/errors",
        ] {
            assert!(at(looked_into).is_some(), "{looked_into}");
        }
        for left_alone in [
            "x-more",
            "paths/x-more",
            "components/examples",
            "components/schemas/example/example",
            "components/schemas/properties/properties/properties/x-note",
            "components/schemas/Pet/properties/name/example",
        ] {
            assert!(at(left_alone).is_none(), "{left_alone}");
        }
    }
}
