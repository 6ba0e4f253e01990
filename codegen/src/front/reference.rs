//! `$ref`: where it leads (OpenAPI 3.0.3 §4.7.23).

use std::{collections::BTreeSet, sync::Arc};

use serde_json::Value;

use super::{node::Node, reader::Reader};
use crate::{
    diagnostic::{At, Code, Diagnostic, Origin, Place, Pointer, closest},
    source::{
        Document, Target,
        reference::{self, percent_decoded},
    },
};

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
        let (file, fragment) = reference::split(text);
        let document = match self.documents.target(&reference.at.file, file) {
            Target::Found(document) => document,
            other => {
                self.report_no_file(reference, other);
                return None;
            }
        };
        let at = Pointer::parse(&percent_decoded(fragment));
        let found = at.and_then(|at| {
            Some(Node {
                value: document.get(&at)?,
                at: Origin {
                    file: Arc::clone(&document.name),
                    pointer: at,
                },
            })
        });
        if found.is_none() {
            self.report_unresolved(reference, document);
        }
        found
    }

    /// Whether there is something where a reference leads; nothing is reported.
    pub(super) fn leads_somewhere(&self, reference: &Node<'a>) -> bool {
        let (file, fragment) = reference::split(reference.value.as_str().unwrap_or_default());
        let at = Pointer::parse(&percent_decoded(fragment));
        match (self.documents.target(&reference.at.file, file), at) {
            (Target::Found(document), Some(at)) => document.get(&at).is_some(),
            _ => false,
        }
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
                if let Some(near) = self.meant_component(text) {
                    let message = format!("`{}` leads to no file", text.escape_debug());
                    (message, format!("did you mean `#/components/{near}`?"))
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
                At::Text(_) | At::Node(..) => fault.clone(),
            };
            self.report(fault);
        }
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

    pub(super) fn report_circle(&mut self, reference: &Origin) {
        let place = self.value_place(reference);
        let message = "this reference leads back to itself, with nothing between";
        let help = "replace one reference of the circle by the object that is meant";
        self.report(Diagnostic::new(Code::RefCycle, place, message).help(help));
    }

    fn report_unresolved(&mut self, reference: &Node<'a>, document: &Document) {
        let text = reference.value.as_str().unwrap_or_default();
        let (file, fragment) = reference::split(text);
        let message = format!("`{}` leads nowhere", text.escape_debug());
        let diagnostic = Diagnostic::new(Code::UnresolvedRef, reference.at.value(), message);
        self.report(match near_miss(&document.root, fragment) {
            Some(near) => diagnostic.help(format!("did you mean `{file}#{near}`?")),
            None => diagnostic.help(format!(
                "write it as `{file}#/components/{}/NAME`, with a name that is there",
                section(fragment)
            )),
        });
    }

    /// The component that is meant by a bare name.
    fn meant_component(&self, text: &str) -> Option<String> {
        let sections = self.documents.root.root.get("components")?.as_object()?;
        let found = sections
            .iter()
            .find(|(_, section)| section.get(text).is_some())?;
        Some(format!("{}/{text}", found.0))
    }
}

/// The pointer with its wrong keys mended, if there are keys like them.
fn near_miss(root: &Value, fragment: &str) -> Option<String> {
    let pointer = Pointer::parse(fragment).or_else(|| Pointer::parse(&format!("/{fragment}")))?;
    let mut value = root;
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

/// The section of the components that a pointer asks for.
fn section(fragment: &str) -> &str {
    let mut keys = fragment.split('/').skip(1);
    match (keys.next(), keys.next()) {
        (Some("components"), Some(section)) if !section.is_empty() => section,
        _ => "schemas",
    }
}
