//! The client.

/// The client of an API.
#[derive(Debug, Clone)]
pub(crate) struct Client {
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// The server that it calls.
    pub server: Server,
    /// Other servers: the name of a constant, its documentation, and the URL.
    pub others: Vec<(String, Vec<String>, String)>,
    /// The variables of all servers.
    pub variables: Vec<Variable>,
    /// How callers say who they are.
    pub schemes: Vec<Scheme>,
}

/// A server.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Server {
    /// Its URL template; empty where there is none.
    pub url: String,
    /// The names in the template, the values that stand there unless the caller says otherwise, and
    /// those that may; none where any may.
    pub variables: Vec<(String, String, Vec<String>)>,
}

/// A server variable, as the builder sets it.
#[derive(Debug, Clone)]
pub(crate) struct Variable {
    /// The builder's method.
    pub method: String,
    /// Its documentation, line by line.
    pub docs: Vec<String>,
    /// The name in the template.
    pub name: String,
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
    /// Whether it should not be used any more.
    pub deprecated: bool,
}

/// What a security scheme takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Credential {
    /// A token.
    Bearer,
    /// A user name and a password.
    Basic,
    /// What follows this scheme in `Authorization`.
    Http(String),
    /// A key in a header of this name.
    Header(String),
    /// A key in a parameter of the query.
    Query(String),
    /// A key in a cookie.
    Cookie(String),
}
