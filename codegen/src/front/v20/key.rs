//! The keys of objects.

use super::super::key::EXTENSION;

/// Swagger 2.0 §5.2.1.
pub(in crate::front) const ROOT: &[&str] = &[
    EXTENSION,
    "swagger",
    "info",
    "host",
    "basePath",
    "schemes",
    "consumes",
    "produces",
    "paths",
    "definitions",
    "parameters",
    "responses",
    "securityDefinitions",
    "security",
    "tags",
    "externalDocs",
];

/// Swagger 2.0 §5.2.6.
pub(in crate::front) const PATH_ITEM: &[&str] = &[
    EXTENSION,
    "$ref",
    "get",
    "put",
    "post",
    "delete",
    "options",
    "head",
    "patch",
    "parameters",
];

/// Swagger 2.0 §5.2.7.
pub(in crate::front) const OPERATION: &[&str] = &[
    EXTENSION,
    "tags",
    "summary",
    "description",
    "externalDocs",
    "operationId",
    "consumes",
    "produces",
    "parameters",
    "responses",
    "schemes",
    "deprecated",
    "security",
];

/// Swagger 2.0 §5.2.9: of a parameter outside the body, but for its type. That `schema` is none of
/// them is said where the type is read.
const PARAMETER: &[&str] = &["name", "in", "required", "allowEmptyValue", "schema"];

/// Of a parameter outside the body, with its type.
pub(in crate::front) fn parameter() -> Vec<&'static str> {
    [PARAMETER, HEADER].concat()
}

/// Swagger 2.0 §5.2.9: of the body.
pub(super) const BODY: &[&str] = &["name", "in", "description", "required", "schema"];

/// What says more of a body that is an object, where its type stands outside a `schema`.
pub(super) const MEMBERS: &[&str] = &["properties", "additionalProperties"];

/// Swagger 2.0 §5.2.12.
pub(in crate::front) const RESPONSE: &[&str] = &[
    EXTENSION,
    "$ref",
    "description",
    "schema",
    "headers",
    "examples",
];

/// Swagger 2.0 §5.2.14: what it is, and its type.
pub(in crate::front) const HEADER: &[&str] = &[
    "description",
    "type",
    "format",
    "items",
    "collectionFormat",
    "default",
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
    "enum",
    "multipleOf",
];

/// What `in` of a parameter may name (Swagger 2.0 §5.2.9).
pub(in crate::front) const PLACES: [&str; 5] = ["path", "query", "header", "formData", "body"];
