//! The client: where the API is, and how callers say who they are.

use super::{code_span::code_span, doc, name, server, types::Types};
use crate::{
    diagnostic::Origin,
    ir,
    model::{Api, SchemeKind, SecurityScheme, ServerVariable},
    notes::{NameKind, Notes},
};

/// A method of the builder, and a row in the table.
const LINES: usize = 13;

/// Takes room for the client itself.
pub(super) fn take(api: &Api, types: &mut Types<'_>) {
    for scheme in &api.schemes {
        types.take(&scheme.at, LINES);
    }
    for variable in server::variables(api) {
        types.take(&variable.at, LINES);
    }
}

pub(super) fn client(api: &Api, notes: &mut Notes) -> ir::Client {
    let mut methods = name::Scope::new(name::reserved::BUILDER_METHODS);
    let mut method = |text: &str, at: &Origin| {
        let natural = name::field(text);
        let method = methods.claim(natural.clone());
        let given = name::Given {
            kind: NameKind::Method,
            text: Some(text),
            natural: &natural,
            name: &method,
            within: "ClientBuilder",
            place: at.key(),
        };
        name::note(given, notes);
        method
    };
    let schemes = api
        .schemes
        .iter()
        .filter(|scheme| scheme.kind != SchemeKind::Certificate)
        .map(|scheme| self::scheme(scheme, method(&scheme.name, &scheme.at)))
        .collect();
    let variables = server::variables(api)
        .into_iter()
        .map(|variable| self::variable(variable, method(&variable.name, &variable.at)))
        .collect();
    let title = doc::sentence(&api.info.title);
    let title = match title.trim_end_matches('.') {
        "" => "the API".to_owned(),
        title if title.ends_with("API") && !title.starts_with("The ") => format!("the {title}"),
        title => title.to_owned(),
    };
    ir::Client {
        docs: doc::lines(&format!("A client of {title}.")),
        server: api.servers.first().map(server::server).unwrap_or_default(),
        others: server::others(api),
        variables,
        schemes,
    }
}

fn scheme(scheme: &SecurityScheme, method: String) -> ir::Scheme {
    let (credential, what) = match &scheme.kind {
        // A certificate is the transport's to show, and has no method.
        SchemeKind::Bearer | SchemeKind::Certificate => (
            ir::Credential::Bearer,
            "Sends this token as `Authorization: Bearer …`".to_owned(),
        ),
        SchemeKind::Basic => (
            ir::Credential::Basic,
            "Sends user and password as `Authorization: Basic …`".to_owned(),
        ),
        SchemeKind::Http(of) => (
            ir::Credential::Http(of.clone()),
            format!(
                "Sends this as {}",
                code_span(&format!("Authorization: {of} …"))
            ),
        ),
        SchemeKind::Header(header) => (
            ir::Credential::Header(header.clone()),
            format!("Sends this key in the header {}", code_span(header)),
        ),
        SchemeKind::Query(parameter) => (
            ir::Credential::Query(parameter.clone()),
            format!("Sends this key in the query, as {}", code_span(parameter)),
        ),
        SchemeKind::Cookie(cookie) => (
            ir::Credential::Cookie(cookie.clone()),
            format!("Sends this key in the cookie {}", code_span(cookie)),
        ),
    };
    let what = format!("{what} with the operations that ask for it.");
    ir::Scheme {
        method,
        docs: described(&what, scheme.description.as_deref()),
        name: scheme.name.clone(),
        credential,
        deprecated: scheme.deprecated,
    }
}

fn variable(variable: &ServerVariable, method: String) -> ir::Variable {
    let named = code_span(&variable.name);
    let default = code_span(&variable.default);
    let what = format!(
        "Sets {named} of the server's URL: {default} unless set. Without effect beside `base_url`."
    );
    ir::Variable {
        method,
        docs: described(&what, variable.description.as_deref()),
        name: variable.name.clone(),
    }
}

fn described(what: &str, description: Option<&str>) -> Vec<String> {
    let mut docs = doc::own(what);
    if let Some(description) = description {
        docs.push(String::new());
        docs.extend(doc::lines(description));
    }
    docs
}
