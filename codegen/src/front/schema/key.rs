//! The keys of schemas.

/// Sections of the components, in every version.
pub(super) const COMPONENTS: &[&str] = &[
    "schemas",
    "responses",
    "parameters",
    "examples",
    "requestBodies",
    "headers",
    "securitySchemes",
    "links",
    "callbacks",
    "pathItems",
    "mediaTypes",
];

/// What compares values, and takes no part in what the type is.
pub(super) const UNCHECKED: &[&str] = &[
    "not",
    "if",
    "then",
    "else",
    "contains",
    "minContains",
    "maxContains",
    "propertyNames",
    "dependentRequired",
    "dependentSchemas",
    "dependencies",
    "unevaluatedItems",
    "unevaluatedProperties",
];

/// What a schema is called by references.
pub(super) const NAMES: &[&str] = &["$id", "$anchor", "$dynamicAnchor"];

/// What names and comments a schema, and says nothing of its values.
const SILENT: &[&str] = &[
    "$ref",
    "title",
    "description",
    "summary",
    "nullable",
    "deprecated",
    "readOnly",
    "writeOnly",
    "default",
    "example",
    "examples",
    "externalDocs",
    "xml",
    "$id",
    "$schema",
    "$comment",
    "$anchor",
    "$dynamicAnchor",
    "$dynamicRef",
    "$recursiveAnchor",
    "$vocabulary",
    "$defs",
    "definitions",
];

const SHAPE: &[&str] = &[
    "multipleOf",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "maxProperties",
    "minProperties",
    "required",
    "enum",
    "const",
    "type",
    "allOf",
    "oneOf",
    "anyOf",
    "items",
    "prefixItems",
    "additionalItems",
    "properties",
    "patternProperties",
    "additionalProperties",
    "format",
    "discriminator",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "collectionFormat",
];

/// What makes a schema beside a composition more than a bare `type`.
pub(super) const OWN: &[&str] = &[
    "multipleOf",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "required",
    "enum",
    "const",
    "items",
    "prefixItems",
    "properties",
    "patternProperties",
    "additionalProperties",
    "format",
    "discriminator",
];

/// All keys that a schema may have.
pub(super) fn all() -> Vec<&'static str> {
    [SHAPE, SILENT, UNCHECKED].concat()
}

/// Whether a key says something of the values that a schema takes.
pub(super) fn says_more(key: &str) -> bool {
    SHAPE.contains(&key)
}
