//! `$ref`: where it leads (OpenAPI 3.0.3 §4.7.23).

use std::{borrow::Cow, collections::BTreeSet};

use serde_json::Value;

use super::{node::Node, reader::Reader};
use crate::diagnostic::{Code, Diagnostic, Pointer, closest};

impl<'a> Reader<'a> {
    /// The value that is meant: the node itself, or where its references lead.
    pub(super) fn resolve(&mut self, node: Node<'a>) -> Option<Node<'a>> {
        let mut seen = BTreeSet::new();
        let mut here = node;
        while let Some(reference) = here.get("$ref").filter(|r| r.value.is_string()) {
            if !seen.insert(here.at.clone()) {
                self.report_circle(&reference.at);
                return None;
            }
            self.report_siblings(&here);
            here = self.follow(&reference)?;
        }
        Some(here)
    }

    /// The value that one reference leads to.
    pub(super) fn follow(&mut self, reference: &Node<'a>) -> Option<Node<'a>> {
        let text = reference.value.as_str()?;
        let Some(fragment) = text.strip_prefix('#') else {
            let place = self.value_place(&reference.at);
            if let Some(near) = self.meant_component(text) {
                let message = format!("`{}` leads to no file", text.escape_debug());
                let help = format!("did you mean `#/components/{near}`?");
                self.report(Diagnostic::new(Code::UnresolvedRef, place, message).help(help));
                return None;
            }
            let message = "references to other files are not read yet";
            let help = "put what it refers to into this file, under `components`";
            self.report(Diagnostic::new(Code::Unsupported, place, message).help(help));
            return None;
        };
        let target = Pointer::parse(&percent_decoded(fragment));
        let found = target.and_then(|at| {
            Some(Node {
                value: self.document.get(&at)?,
                at,
            })
        });
        if found.is_none() {
            self.report_unresolved(reference, fragment);
        }
        found
    }

    /// What stands beside a `$ref` has no effect (OpenAPI 3.0.3 §4.7.23).
    fn report_siblings(&mut self, node: &Node<'a>) {
        for (key, member) in node.entries() {
            if matches!(key, "$ref" | "summary" | "description") {
                continue;
            }
            let place = self.key_place(&member.at);
            let message = format!("`{}` has no effect beside a `$ref`", key.escape_debug());
            let help = "write it where the `$ref` leads, or write out what the `$ref` stands for";
            self.report(Diagnostic::new(Code::Ignored, place, message).help(help));
        }
    }

    pub(super) fn report_circle(&mut self, reference: &Pointer) {
        let place = self.value_place(reference);
        let message = "this reference leads back to itself, with nothing between";
        let help = "replace one reference of the circle by the object that is meant";
        self.report(Diagnostic::new(Code::RefCycle, place, message).help(help));
    }

    fn report_unresolved(&mut self, reference: &Node<'a>, fragment: &str) {
        let place = self.value_place(&reference.at);
        let message = format!("`#{}` leads nowhere", fragment.escape_debug());
        let diagnostic = Diagnostic::new(Code::UnresolvedRef, place, message);
        let near = self.near_miss(fragment);
        self.report(match near {
            Some(near) => diagnostic.help(format!("did you mean `#{near}`?")),
            None => diagnostic.help(format!(
                "write it as `#/components/{}/NAME`, with a name that is there",
                section(fragment)
            )),
        });
    }

    /// The component that is meant by a bare name.
    fn meant_component(&self, text: &str) -> Option<String> {
        let sections = self.document.root.get("components")?.as_object()?;
        let found = sections
            .iter()
            .find(|(_, section)| section.get(text).is_some())?;
        Some(format!("{}/{text}", found.0))
    }

    /// The pointer with its first wrong key mended, if some key there is like it.
    fn near_miss(&self, fragment: &str) -> Option<String> {
        let pointer =
            Pointer::parse(fragment).or_else(|| Pointer::parse(&format!("/{fragment}")))?;
        let mut value = &self.document.root;
        let mut mended = Pointer::root();
        for token in pointer.tokens() {
            let members = value.as_object()?;
            let key = match members.get_key_value(&*token) {
                Some((key, _)) => key,
                None => closest(&token, members.keys().map(String::as_str))?,
            };
            value = members.get(key)?;
            mended = mended.child(key);
        }
        (value != &Value::Null).then(|| mended.as_str().to_owned())
    }
}

/// The section of the components that a pointer asks for.
fn section(fragment: &str) -> &str {
    let mut keys = fragment.split('/').skip(1);
    match (keys.next(), keys.next()) {
        (Some("components"), Some(section)) if !section.is_empty() => section,
        _ => "schemas",
    }
}

/// A fragment of a URL is percent-encoded (RFC 6901 §6).
fn percent_decoded(fragment: &str) -> Cow<'_, str> {
    if !fragment.contains('%') {
        return Cow::Borrowed(fragment);
    }
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let escaped = match (byte, ahead.next().and_then(hex), ahead.next().and_then(hex)) {
            (b'%', Some(high), Some(low)) => Some(high * 16 + low),
            _ => None,
        };
        if escaped.is_some() {
            rest = ahead;
        }
        bytes.push(escaped.unwrap_or(byte));
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}

fn hex(digit: u8) -> Option<u8> {
    let digit = char::from(digit).to_digit(16)?;
    u8::try_from(digit).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments_are_percent_decoded() {
        assert_eq!(percent_decoded("/a%20b/%7Bid%7d/%zz/%"), "/a b/{id}/%zz/%");
    }
}
