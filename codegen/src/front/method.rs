//! The operations of a path item, by method (OpenAPI 3.0.3 §4.7.9, 3.2.0 §4.9).

use super::{dialect::Dialect, key::EXTENSION, media_name::is_token, node::Node, reader::Reader};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::Method,
};

/// The key of operations by methods that have no key of their own.
pub(super) const ADDITIONAL: &str = "additionalOperations";

impl<'a> Reader<'a> {
    /// The operations of a path item: those of methods with keys of their own, then others in the
    /// order of the document.
    pub(super) fn methods(&mut self, item: &Node<'a>) -> Vec<(Method, Node<'a>)> {
        self.newer_keys(item, Dialect::V32, &["query", ADDITIONAL]);
        let with_keys = Method::WITH_KEYS.into_iter();
        let with_keys = with_keys.filter_map(|(key, method)| Some((method, item.get(key)?)));
        let mut found: Vec<_> = with_keys.collect();
        if self.is_v20() {
            found.retain(|(method, _)| !matches!(method, Method::Trace | Method::Query));
            return found;
        }
        // Here a key that begins with `x-` is a method, and no extension.
        let Some(additional) = self.member(item, ADDITIONAL) else {
            return found;
        };
        let is_read = self.expect_members(&additional, "`additionalOperations`")
            && self.spend_members(&additional);
        for (name, node) in additional.entries().filter(|_| is_read) {
            if name == EXTENSION && self.is_other_extension(name, &node) {
                continue;
            }
            if let Some(method) = self.additional_method(name, &node, &found) {
                found.push((method, node));
            }
        }
        found
    }

    /// The method that a key of `additionalOperations` names, unless there is no operation by it.
    fn additional_method(
        &mut self,
        name: &str,
        node: &Node<'a>,
        found: &[(Method, Node<'a>)],
    ) -> Option<Method> {
        let place = self.key_place(&node.at);
        if !is_token(name) {
            let message = format!("`{}` is no method of HTTP", name.escape_debug());
            let help = "a method has letters, digits and marks like `-`, and no spaces";
            self.report(Diagnostic::new(Code::InvalidObject, place, message).help(help));
            return None;
        }
        // RFC 9110 §9.3.6: its target is no path, and what follows is no HTTP.
        if name.eq_ignore_ascii_case("CONNECT") {
            let message = "the operation is left out: CONNECT opens a tunnel, and calls no path";
            let help = "open the connection with a library for that";
            self.report(Diagnostic::new(Code::Ignored, place, message).help(help));
            return None;
        }
        let is_it = |method: &Method| method.as_str().eq_ignore_ascii_case(name);
        let mut with_keys = Method::WITH_KEYS.into_iter();
        let Some((key, method)) = with_keys.find(|(_, method)| is_it(method)) else {
            return Some(Method::Other(name.to_owned()));
        };
        if let Some((_, first)) = found.iter().find(|(other, _)| *other == method) {
            let message = format!("`{name}` is there already, so this has no effect");
            let first = self.key_place(&first.at);
            let diagnostic = Diagnostic::new(Code::Ignored, place, message);
            let help = "take one of them out";
            self.report(diagnostic.also(first, "first here").help(help));
            return None;
        }
        let message = format!("`{name}` has a key of its own in path items, and is read as that");
        let help = format!("move it out of `{ADDITIONAL}`, to `{key}` beside that");
        self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
        Some(method)
    }
}
