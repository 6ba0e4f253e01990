//! The client: where the API is, and how callers say who they are.

use super::{code_span::code_span, doc, name};
use crate::{
    ir,
    model::{Api, SchemeKind, SecurityScheme, ServerVariable},
};

pub(super) fn client(api: &Api) -> ir::Client {
    let server = api.servers.first();
    let mut methods = name::Scope::new(name::reserved::BUILDER_METHODS);
    let schemes = api
        .schemes
        .iter()
        .map(|scheme| self::scheme(scheme, &mut methods))
        .collect();
    let variables = server.into_iter().flat_map(|server| &server.variables);
    let variables = variables
        .map(|variable| self::variable(variable, &mut methods))
        .collect();
    let title = doc::sentence(&api.info.title);
    let title = match title.trim_end_matches('.') {
        "" => "the API".to_owned(),
        title if title.ends_with("API") && !title.starts_with("The ") => format!("the {title}"),
        title => title.to_owned(),
    };
    ir::Client {
        docs: doc::lines(&format!("A client of {title}.")),
        server: server.map(|server| server.url.clone()).unwrap_or_default(),
        variables,
        schemes,
    }
}

fn scheme(scheme: &SecurityScheme, methods: &mut name::Scope) -> ir::Scheme {
    let credential = match scheme.kind {
        SchemeKind::Bearer => ir::Credential::Bearer,
        SchemeKind::Basic => ir::Credential::Basic,
    };
    let what = match credential {
        ir::Credential::Bearer => {
            "Sends this token as `Authorization: Bearer …` with the operations that ask for it."
        }
        ir::Credential::Basic => {
            "Sends user and password as `Authorization: Basic …` with the operations that ask for them."
        }
    };
    ir::Scheme {
        method: methods.claim(name::field(&scheme.name)),
        docs: described(what, scheme.description.as_deref()),
        name: scheme.name.clone(),
        credential,
    }
}

fn variable(variable: &ServerVariable, methods: &mut name::Scope) -> ir::Variable {
    let named = code_span(&variable.name);
    let default = code_span(&variable.default);
    let what = format!(
        "Sets {named} of the server's URL: {default} unless set. Without effect beside `base_url`."
    );
    ir::Variable {
        method: methods.claim(name::field(&variable.name)),
        docs: described(&what, variable.description.as_deref()),
        name: variable.name.clone(),
        default: variable.default.clone(),
        values: variable.values.clone(),
    }
}

fn described(what: &str, description: Option<&str>) -> Vec<String> {
    let mut docs = vec![what.to_owned()];
    if let Some(description) = description {
        docs.push(String::new());
        docs.extend(doc::lines(description));
    }
    docs
}
