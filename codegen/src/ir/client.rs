//! The client.

/// The client of an API.
#[derive(Debug, Clone)]
pub(crate) struct Client {
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// The URL template of the server; empty where there is none.
    pub server: String,
    /// Its variables.
    pub variables: Vec<Variable>,
    /// How callers say who they are.
    pub schemes: Vec<Scheme>,
}

/// A server variable.
#[derive(Debug, Clone)]
pub(crate) struct Variable {
    /// The builder's method.
    pub method: String,
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// The name in the template.
    pub name: String,
    /// What stands there unless the caller says otherwise.
    pub default: String,
    /// What may stand there; empty where anything may.
    pub values: Vec<String>,
}

/// A security scheme.
#[derive(Debug, Clone)]
pub(crate) struct Scheme {
    /// The builder's method.
    pub method: String,
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// Its name in the document.
    pub name: String,
    /// What it takes.
    pub credential: Credential,
}

/// What a security scheme takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Credential {
    /// A token.
    Bearer,
    /// A user name and a password.
    Basic,
}
