//! `servers` (OpenAPI 3.0.3 §4.7.5).

use super::{context::Context, dialect::Dialect, node::Node, reader::Reader};
use crate::{
    collection::Table,
    diagnostic::{Code, Diagnostic, shown},
    model::{Server, ServerVariable},
};
use core::net::Ipv6Addr;

impl<'a> Reader<'a> {
    /// The servers of the document.
    pub(super) fn root_servers(&mut self, root: &Node<'a>) -> Vec<Server> {
        if self.is_v20() {
            self.v20_servers(root)
        } else {
            self.servers(root)
        }
    }

    /// The servers that an operation has to itself, or with the others of its path.
    pub(super) fn own_servers(
        &mut self,
        context: &Context<'_, 'a>,
        operation: &Node<'a>,
    ) -> Vec<Server> {
        if self.is_v20() {
            self.v20_own_servers(context.root, operation)
        } else if operation.get("servers").is_some() {
            self.servers(operation)
        } else {
            self.servers(context.item)
        }
    }

    fn servers(&mut self, level: &Node<'a>) -> Vec<Server> {
        let servers = self.list(level, "servers");
        let servers = servers.iter().filter_map(|server| self.server(server));
        servers.collect()
    }

    fn server(&mut self, node: &Node<'a>) -> Option<Server> {
        self.known_keys(node, &["url", "name", "description", "variables"]);
        self.newer_keys(node, Dialect::V32, &["name"]);
        let server: openapiv3::Server = self.parse(node, "a server", &["variables"])?;
        let entries = self.mapping(node, "variables");
        let variables: Vec<_> = entries
            .into_iter()
            .filter_map(|(name, variable)| self.server_variable(name, &variable))
            .collect();
        let values = variables.iter();
        let values: Table<&str, &str> = values
            .map(|variable| (variable.name.as_str(), variable.default.as_str()))
            .collect();
        let undeclared = names(&server.url).find(|name| !values.contains_key(name));
        if let Some(name) = undeclared {
            let place = self.value_place(&node.at.child("url"));
            let name = shown(name);
            let message = format!("nothing says what stands for `{{{name}}}` in this URL");
            let help = match node.get("variables") {
                Some(_) => format!("add it to `variables`: `{name}: {{default: …}}`"),
                None => format!("write beside `url`: `variables: {{{name}: {{default: …}}}}`"),
            };
            self.report(Diagnostic::new(Code::InvalidObject, place, message).help(help));
        }
        if undeclared.is_none() && !is_usable(&filled(&server.url, &values)) {
            let place = self.value_place(&node.at.child("url"));
            let message =
                "this is no URL that requests can go to, so the client needs a `base_url`";
            let help = "write it like `https://api.example.com/v1`";
            self.report(Diagnostic::new(Code::Ignored, place, message).help(help));
        }
        Some(Server {
            url: server.url,
            name: self.text_member(node, "name"),
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
            let help = match self.closest(&default, enumeration.iter().map(String::as_str)) {
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

/// The URL with a value for each name in braces.
fn filled(url: &str, values: &Table<&str, &str>) -> String {
    let mut parts = url.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (value, rest) = part
            .split_once('}')
            .and_then(|(name, rest)| Some((*values.get(name)?, rest)))
            .unwrap_or(("{", part));
        filled.push_str(value);
        filled.push_str(rest);
    }
    filled
}

/// Whether the URL is absolute and of HTTP, or relative, which is left to the caller.
pub(super) fn is_usable(url: &str) -> bool {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    match rest {
        Some(rest) => is_reachable(rest),
        None => !url.contains("://") && !url.contains(is_odd),
    }
}

/// Whether a host and a path are ones that requests can go to.
pub(super) fn is_reachable(text: &str) -> bool {
    let host = text.split('/').next().unwrap_or_default();
    is_authority(host) && !text.contains(is_odd)
}

/// What stands in no URL, or ends what comes before all paths.
fn is_odd(c: char) -> bool {
    c.is_whitespace() || c.is_control() || "?#@\\<>\"{}|^`".contains(c)
}

/// Whether it is a host, with or without a port (RFC 3986 §3.2.2, §3.2.3).
fn is_authority(text: &str) -> bool {
    let (host, port) = match text.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, port),
        _ => (text, "443"),
    };
    let of_name = |c: char| c.is_ascii_alphanumeric() || "-._~".contains(c);
    let is_host = match host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'))
    {
        Some(address) => address.parse::<Ipv6Addr>().is_ok(),
        None => !host.is_empty() && host.chars().all(of_name),
    };
    is_host && port.parse::<u16>().is_ok()
}
