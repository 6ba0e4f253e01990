//! `servers` (OpenAPI 3.0.3 §4.7.5).

use super::{node::Node, reader::Reader};
use crate::{
    diagnostic::{Code, Diagnostic, closest},
    model::{Server, ServerVariable},
};

impl<'a> Reader<'a> {
    /// The servers of the document, a path or an operation.
    pub(super) fn servers(&mut self, level: &Node<'a>) -> Vec<Server> {
        let servers = self.list(level, "servers");
        let servers = servers.iter().filter_map(|server| self.server(server));
        servers.collect()
    }

    fn server(&mut self, node: &Node<'a>) -> Option<Server> {
        self.known_keys(node, &["url", "description", "variables"]);
        let server: openapiv3::Server = self.parse(node, "a server", &["variables"])?;
        let entries = self.mapping(node, "variables");
        let variables: Vec<_> = entries
            .into_iter()
            .filter_map(|(name, variable)| self.server_variable(name, &variable))
            .collect();
        let undeclared = names(&server.url).find(|name| variables.iter().all(|v| v.name != *name));
        if let Some(name) = undeclared {
            let place = self.value_place(&node.at.child("url"));
            let message = format!("nothing says what stands for `{{{name}}}` in this URL");
            let help = format!("add it to `variables`: `{name}: {{default: …}}`");
            self.report(Diagnostic::new(Code::InvalidObject, place, message).help(help));
        }
        let defaults = variables.iter().fold(server.url.clone(), |url, variable| {
            url.replace(&format!("{{{}}}", variable.name), &variable.default)
        });
        if undeclared.is_none() && !is_usable(&defaults) {
            let place = self.value_place(&node.at.child("url"));
            let message =
                "this is no URL that requests can go to, so the client needs a `base_url`";
            let help = "write it like `https://api.example.com/v1`";
            self.report(Diagnostic::new(Code::Ignored, place, message).help(help));
        }
        Some(Server {
            url: server.url,
            description: server.description,
            variables,
        })
    }

    fn server_variable(&mut self, name: &str, node: &Node<'a>) -> Option<ServerVariable> {
        self.known_keys(node, &["default", "enum", "description"]);
        let variable: openapiv3::ServerVariable = self.parse(node, "a server variable", &[])?;
        let openapiv3::ServerVariable {
            enumeration,
            default,
            description,
            extensions: _,
        } = variable;
        if !enumeration.is_empty() && !enumeration.contains(&default) {
            let place = self.value_place(&node.at.child("default"));
            let message = "the default is not one of the values of `enum`";
            let known = enumeration.join("`, `");
            let help = match closest(&default, enumeration.iter().map(String::as_str)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("write one of `{known}`, or add `{default}` to them"),
            };
            self.report(Diagnostic::new(Code::InvalidObject, place, message).help(help));
        }
        Some(ServerVariable {
            at: node.at.clone(),
            name: name.to_owned(),
            default,
            values: enumeration,
            description,
        })
    }
}

/// The names in braces.
fn names(url: &str) -> impl Iterator<Item = &str> {
    url.split('{')
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('}')?.0))
}

/// Whether the URL is absolute and of HTTP, or relative, which is left to the caller.
fn is_usable(url: &str) -> bool {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    let is_relative = !url.contains("://");
    let odd = |c: char| c.is_whitespace() || c.is_control() || "?#@\\<>\"{}|^`".contains(c);
    !url.contains(odd)
        && (is_relative || rest.is_some_and(|rest| !rest.starts_with('/') && !rest.is_empty()))
}
