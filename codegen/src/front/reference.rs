//! `$ref`: where it leads (OpenAPI 3.0.3 §4.7.23).

use std::sync::Arc;

use indexmap::IndexSet;
use serde_json::Value;

use super::{node::Node, reader::Reader};
use crate::{
    diagnostic::{At, Code, Diagnostic, Origin, Place, Pointer},
    source::{Document, Found, Target, reference},
};

impl<'a> Reader<'a> {
    /// The value that is meant: the node itself, or where its references lead.
    pub(super) fn resolve(&mut self, node: Node<'a>) -> Option<Node<'a>> {
        let mut seen = IndexSet::new();
        let mut chain = Vec::new();
        let mut here = node;
        while let Some(reference) = here.get("$ref").filter(|r| r.value.is_string()) {
            if !self.spend_text(&here, here.at.pointer.as_str().len()) {
                return None;
            }
            if !seen.insert(here.at.clone()) {
                let from = chain.iter().position(|at| *at == reference.at);
                self.report_circle(chain.split_off(from.unwrap_or_default()));
                return None;
            }
            chain.push(reference.at.clone());
            self.report_siblings(&here, &["$ref", "summary", "description"]);
            here = self.follow(&reference)?;
        }
        Some(here)
    }

    /// The value that one reference leads to.
    pub(super) fn follow(&mut self, reference: &Node<'a>) -> Option<Node<'a>> {
        let text = reference.value.as_str()?;
        match self.documents.find(&reference.at, text) {
            Found::Value(document, pointer, value) => Some(Node {
                value,
                at: Origin {
                    file: Arc::clone(&document.name),
                    pointer,
                },
            }),
            Found::Nowhere(document) => {
                self.report_unresolved(reference, document);
                None
            }
            Found::No(target) => {
                let meant = self.definition_called(reference, text);
                if meant.is_none() {
                    self.report_no_file(reference, target);
                }
                meant
            }
        }
    }

    /// A definition that is called by its bare name, as in Swagger 1.2 and early in 2.0.
    fn definition_called(&mut self, reference: &Node<'a>, name: &str) -> Option<Node<'a>> {
        let root = Node::root(&self.documents.root);
        if !self.is_v20() || reference.at.file != root.at.file || name.contains(['/', '#', '.']) {
            return None;
        }
        let found = root.get("definitions")?.get(name)?;
        let whole = format!("#/definitions/{}", name.escape_debug());
        let message = format!("a bare name is a file, and there is none: this is `{whole}`");
        let diagnostic = Diagnostic::new(Code::Tolerated, reference.at.value(), message);
        self.report(diagnostic.help(format!("write `{whole}`")));
        Some(found)
    }

    /// Whether there is something where a reference leads; nothing is reported.
    pub(super) fn leads_somewhere(&self, reference: &Node<'a>) -> bool {
        let text = reference.value.as_str().unwrap_or_default();
        matches!(self.documents.find(&reference.at, text), Found::Value(..))
    }

    /// Why there is no file where a reference leads.
    fn report_no_file(&mut self, reference: &Node<'a>, target: Target<'a>) {
        let text = reference.value.as_str().unwrap_or_default();
        let (file, _) = reference::split(text);
        let place = reference.at.value();
        let shown = file.escape_debug();
        let (message, help) = match target {
            Target::Network => (
                format!("`{shown}` is on the network, where nothing is read"),
                "save it beside this document, and refer to the file".to_owned(),
            ),
            Target::Found(_) | Target::Outside => (
                format!("`{shown}` is outside the folder of the document"),
                "move it into the folder, or allow its folder (`--allow-ref-dir`)".to_owned(),
            ),
            Target::Faulty(faults) => {
                if let Some(near) = component_called(&self.documents.root.root, text) {
                    let message = format!("`{}` leads to no file", text.escape_debug());
                    (message, format!("did you mean `#/{near}`?"))
                } else {
                    return self.report_faulty_file(place, faults);
                }
            }
        };
        self.report(Diagnostic::new(Code::UnresolvedRef, place, message).help(help));
    }

    /// What is missing is missed where it is referred to; what is at fault, where the fault is.
    fn report_faulty_file(&mut self, place: Place, faults: &[Diagnostic]) {
        for fault in faults {
            let fault = match fault.place.at {
                At::File => Diagnostic {
                    place: place.clone(),
                    code: match fault.code {
                        Code::UnreadableFile => Code::UnresolvedRef,
                        code => code,
                    },
                    ..fault.clone()
                },
                At::Text(_) | At::Node(..) | At::InKey(..) => fault.clone(),
            };
            self.report(fault);
        }
    }

    /// What stands beside a `$ref` has no effect (OpenAPI 3.0.3 §4.7.23).
    pub(super) fn report_siblings(&mut self, node: &Node<'a>, applied: &[&str]) {
        if !self.spend_members(node) {
            return;
        }
        for (key, member) in node.entries() {
            if applied.contains(&key) || self.is_other_extension(key, &member) {
                continue;
            }
            let place = self.key_place(&member.at);
            let message = format!("`{}` has no effect beside a `$ref`", key.escape_debug());
            let help = "move it to where the `$ref` leads, or write that out here without `$ref`";
            self.report(Diagnostic::new(Code::Ignored, place, message).help(help));
        }
    }

    /// Reports references each of which leads to the next, and the last to the first.
    pub(super) fn report_circle(&mut self, references: Vec<Origin>) {
        let more = references.len().saturating_sub(1);
        let mut references = references.iter();
        let Some(first) = references.next() else {
            return;
        };
        let message = "this reference leads back to itself, with nothing between";
        let help = "write out what is meant in place of one `$ref` of the circle";
        let mut diagnostic = Diagnostic::new(Code::RefCycle, first.value(), message).help(help);
        // A circle of hundreds is understood after a few.
        for (index, reference) in references.enumerate().take(8) {
            let label = if index + 1 == more {
                "leads back to it"
            } else {
                "leads on"
            };
            diagnostic = diagnostic.also(reference.value(), label);
        }
        self.report(diagnostic);
    }

    fn report_unresolved(&mut self, reference: &Node<'a>, document: &'a Document) {
        let text = reference.value.as_str().unwrap_or_default();
        let (file, fragment) = reference::split(text);
        let message = format!("`{}` leads nowhere", text.escape_debug());
        let diagnostic = Diagnostic::new(Code::UnresolvedRef, reference.at.value(), message);
        let documents = self.documents;
        let near = match fragment.is_empty() || fragment.starts_with('/') {
            true => None,
            false => self
                .closest(fragment, documents.anchors(document))
                .map(str::to_owned),
        };
        let near = near.or_else(|| self.near_miss(&document.root, fragment));
        self.report(match near {
            Some(near) => diagnostic.help(format!("did you mean `{file}#{near}`?")),
            None => diagnostic.help(what_is_there(&document.root, file, fragment)),
        });
    }

    /// The pointer with its wrong keys mended, if there are keys like them.
    fn near_miss(&mut self, root: &Value, fragment: &str) -> Option<String> {
        let pointer =
            Pointer::parse(fragment).or_else(|| Pointer::parse(&format!("/{fragment}")))?;
        let mut value = root;
        let mut mended = Pointer::root();
        for token in pointer.tokens() {
            let members = value.as_object()?;
            let key = match members.get_key_value(&*token) {
                Some((key, _)) => key,
                None => self.closest(&token, members.keys().map(String::as_str))?,
            };
            value = members.get(key)?;
            mended = mended.child(key);
        }
        (value != &Value::Null).then(|| mended.as_str().to_owned())
    }
}

const MOST_SECTIONS: usize = 50;

/// What to write where no key is near: a component of that name in another section, one that is
/// there, or the missing one.
fn what_is_there(root: &Value, file: &str, fragment: &str) -> String {
    let wanted = fragment.rsplit('/').next().unwrap_or_default();
    if let Some(place) = component_called(root, wanted) {
        return format!("did you mean `{file}#/{place}`?");
    }
    let (components, prefix) = components(root);
    let section = section(root, fragment);
    let members = components.and_then(|all| all.get(section));
    let names = members.and_then(Value::as_object).into_iter().flatten();
    let names: Vec<_> = names.take(5).map(|(name, _)| name.as_str()).collect();
    if names.is_empty() {
        return format!("add `{wanted}` to `{file}#/{prefix}{section}`, and refer to it there");
    }
    format!(
        "`{file}#/{prefix}{section}` has `{}`: write one of them, or add `{wanted}`",
        names.join("`, `")
    )
}

/// Where a component of this name stands, if some section has one.
fn component_called(root: &Value, name: &str) -> Option<String> {
    let (components, prefix) = components(root);
    let sections = components?.as_object()?;
    // Whoever has more of them has not named them after OpenAPI.
    let mut sections = sections.iter().take(MOST_SECTIONS);
    let found = sections.find(|(key, section)| *key != "paths" && section.get(name).is_some())?;
    Some(format!("{prefix}{}/{name}", found.0))
}

/// What has the sections of components, and the way to it: in Swagger 2.0 the root.
fn components(root: &Value) -> (Option<&Value>, &'static str) {
    match root.get("swagger") {
        Some(_) => (Some(root), ""),
        None => (root.get("components"), "components/"),
    }
}

/// The section of the components that a pointer asks for.
fn section<'t>(root: &Value, fragment: &'t str) -> &'t str {
    let mut keys = fragment.split('/').skip(1);
    match (root.get("swagger"), keys.next(), keys.next()) {
        (Some(_), Some(section @ ("definitions" | "parameters" | "responses")), _) => section,
        (Some(_), ..) => "definitions",
        (None, Some("components"), Some(section)) if !section.is_empty() => section,
        _ => "schemas",
    }
}
