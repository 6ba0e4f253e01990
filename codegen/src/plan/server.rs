//! Servers: the one that is called, and what else there is to choose from.

use indexmap::IndexSet;

use super::{code_span::code_span, doc, name};
use crate::{
    ir,
    model::{Api, Server, ServerVariable},
};

/// A server as the runtime takes it.
pub(super) fn server(server: &Server) -> ir::Server {
    let variables = server.variables.iter().map(|variable| {
        let ServerVariable {
            name,
            default,
            values,
            description: _,
            at: _,
        } = variable;
        (name.clone(), default.clone(), values.clone())
    });
    ir::Server {
        url: server.url.clone(),
        variables: variables.collect(),
    }
}

/// The servers that are not called unless the caller says so, as constants: their URLs, with
/// defaults in the place of variables.
pub(super) fn others(api: &Api) -> Vec<(String, Vec<String>, String)> {
    let mut names = name::Scope::new(&[]);
    let others = api.servers.iter().skip(1).map(|server| {
        let url = filled(server);
        let described = server.description.as_deref().unwrap_or_default();
        let short = |text: &&str| (1..=4).contains(&text.split_whitespace().count());
        let called = server.name.as_deref().filter(short);
        let wanted = if let Some(name) = called.or(Some(described).filter(short)) {
            format!("{name} url")
        } else {
            format!(
                "{} url",
                url.rsplit_once("://").map_or(&*url, |(_, rest)| rest)
            )
        };
        let mut docs = doc::own(&format!(
            "Another server, for [`base_url`](Self::base_url): {}.",
            code_span(&url)
        ));
        let more = doc::lines(described);
        if !more.is_empty() {
            docs.push(String::new());
            docs.extend(more);
        }
        (names.claim(name::constant(&wanted)), docs, url)
    });
    others.collect()
}

fn filled(server: &Server) -> String {
    let variables = server.variables.iter();
    variables.fold(server.url.clone(), |url, variable| {
        url.replace(&format!("{{{}}}", variable.name), &variable.default)
    })
}

/// The variables of all servers that may be called, each once.
pub(super) fn variables(api: &Api) -> Vec<&ServerVariable> {
    let own = api.operations.iter().filter_map(|one| one.servers.first());
    let servers = api.servers.first().into_iter().chain(own);
    let mut seen = IndexSet::new();
    let variables = servers.flat_map(|server| &server.variables);
    variables
        .filter(|variable| seen.insert(variable.name.as_str()))
        .collect()
}
