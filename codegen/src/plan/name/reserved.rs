//! Names that are taken before a document names anything.

/// What generated modules use unqualified, so that no type of theirs may be called so.
pub(crate) const TYPES: &[&str] = &[
    "BTreeMap",
    "Box",
    "Clone",
    "Debug",
    "Default",
    "Eq",
    "Err",
    "From",
    "Into",
    "IntoIterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Payload",
    "Result",
    "Self",
    "Send",
    "Some",
    "String",
    "Sync",
    "Undocumented",
    "Unrecognized",
    "Value",
    "Vec",
];

/// Methods that every client has, beside one an operation.
pub(crate) const CLIENT_METHODS: &[&str] = &["builder", "call", "clone", "fmt", "new", "request"];

/// Methods that every client builder has, beside one a server variable and one a security scheme.
pub(crate) const BUILDER_METHODS: &[&str] = &[
    "allow_insecure_http",
    "attempt_timeout",
    "base_url",
    "body_limit",
    "build",
    "clone",
    "connect_timeout",
    "credential",
    "fmt",
    "header",
    "timeout",
    "transport",
    "variable",
];

/// Methods that every operation and its call have, beside one setter an optional parameter.
pub(crate) const FIELD_METHODS: &[&str] = &[
    "clone",
    "decode",
    "encode",
    "fmt",
    "into_future",
    "new",
    "send",
];
