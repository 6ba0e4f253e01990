//! The whole of a run, for programs.

use std::{io, path::Path};

use serde_json::{Map, Value, json};

use super::{Counts, FORMAT_VERSION, document};
use crate::{
    Generated,
    diagnostic::Place,
    ir::{Module, Output, TypeItem},
    notes::Notes,
    output, render,
    words::rust,
};

/// What a run made of a document: operations, types, lines, and all there is to say of them.
///
/// It is a JSON document whose keys `docs/report.md` describes, and the same bytes for the same
/// document and settings.
#[derive(Debug)]
pub struct Report<'g> {
    generated: &'g Generated,
    /// Where the client's module is, for Rust.
    root: String,
    /// What the files of the module are called.
    file_name: fn(&str) -> String,
}

impl<'g> Report<'g> {
    /// The report on a module.
    #[must_use]
    pub fn new(generated: &'g Generated) -> Self {
        Self::placed(generated, generated.module.clone(), str::to_owned)
    }

    /// The report on a client that is somewhere else than in a module of its own.
    pub(crate) fn placed(
        generated: &'g Generated,
        root: String,
        file_name: fn(&str) -> String,
    ) -> Self {
        Self {
            generated,
            root,
            file_name,
        }
    }

    /// The document for programs.
    #[must_use]
    pub fn json(&self) -> String {
        let Generated {
            document: name,
            files,
            diagnostics,
            sources,
            client,
            notes,
            module: _,
            title: _,
            features: _,
            dependencies: _,
            first_call: _,
            tests: _,
        } = self.generated;
        let list = |of: fn(&Self, &Module) -> Vec<Value>| {
            let list = client.as_ref().map(|module| of(self, module));
            list.unwrap_or_default()
        };
        let written = files.iter().map(|(file, text)| {
            let path = (self.file_name)(file);
            json!({ "path": path, "lines": text.lines().count() })
        });
        let value = json!({
            "format_version": FORMAT_VERSION,
            "outspoken": env!("CARGO_PKG_VERSION"),
            "document": name,
            "module": self.root,
            "generated": !files.is_empty(),
            "counts": counts(Counts::of(self.generated)),
            "operations": list(Self::operations),
            "types": list(Self::types),
            "unused_types": self.unused_types(notes),
            "files": written.collect::<Vec<_>>(),
            "untyped": self.untyped(notes),
            "changed_names": self.changed_names(notes),
            "diagnostics": render::diagnostics_as_json(diagnostics, sources),
        });
        document(&value, 2)
    }

    /// Writes the document into a file: whole, or not at all.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, path: &Path) -> io::Result<()> {
        output::replace(path, &self.json())
    }

    fn operations(&self, module: &Module) -> Vec<Value> {
        let facts = module.operations.iter().map(|operation| {
            json!({
                "id": operation.id,
                "method": operation.verb,
                "path": operation.path,
                "client_method": format!("Client::{}", operation.method),
                "struct": format!("operations::{}", operation.name),
                "output": output(&operation.answer.output),
                "error": format!("errors::{}", operation.error),
            })
        });
        self.in_order(facts.zip(&self.generated.notes.operations))
    }

    fn types(&self, module: &Module) -> Vec<Value> {
        let places = &self.generated.notes.types;
        let facts = module.types.iter().filter_map(|item| {
            let kind = match item {
                TypeItem::Struct(_) => "struct",
                TypeItem::StringEnum(_) => "string-enum",
                TypeItem::IntegerEnum(_) => "integer-enum",
                TypeItem::Union(_) => "union",
                TypeItem::Alias(_) => "alias",
            };
            let name = item.name();
            let path = format!("types::{name}");
            let fact = match item {
                TypeItem::Alias(item) => {
                    json!({ "name": path, "kind": kind, "of": format!("types::{}", item.of) })
                }
                _ => json!({ "name": path, "kind": kind }),
            };
            Some((fact, places.get(name)?))
        });
        self.in_order(facts)
    }

    fn unused_types(&self, notes: &Notes) -> Vec<Value> {
        let facts = notes.unused.iter().map(|one| {
            let path = format!("types::{}", one.name);
            (json!({ "name": path }), &one.place)
        });
        self.by_place(facts)
    }

    fn untyped(&self, notes: &Notes) -> Vec<Value> {
        let facts = notes.untyped.iter();
        self.by_place(facts.map(|one| (json!({ "why": one.why }), &one.place)))
    }

    fn changed_names(&self, notes: &Notes) -> Vec<Value> {
        let facts = notes.names.iter().map(|name| {
            let fact = json!({
                "kind": name.kind.as_str(),
                "document_name": name.document,
                "rust_name": name.rust,
                "why": name.why.as_str(),
            });
            (fact, &name.place)
        });
        self.by_place(facts)
    }

    /// Facts with the members that say where they are.
    fn in_order<'f>(&self, facts: impl Iterator<Item = (Value, &'f Place)>) -> Vec<Value> {
        let (mut facts, places): (Vec<Value>, Vec<&Place>) = facts.unzip();
        let places = render::places_as_json(&places, &self.generated.sources);
        for (fact, place) in facts.iter_mut().zip(places) {
            if let Value::Object(members) = fact {
                members.extend(place);
            }
        }
        facts
    }

    /// The same in the order of the document.
    fn by_place<'f>(&self, facts: impl Iterator<Item = (Value, &'f Place)>) -> Vec<Value> {
        let mut facts = self.in_order(facts);
        sort(&mut facts);
        facts
    }
}

/// Puts facts in the order of the document.
fn sort(facts: &mut [Value]) {
    facts.sort_by_key(|fact| {
        let number = |key: &str| fact.get(key).and_then(Value::as_u64);
        let file = fact.get("file").and_then(Value::as_str).map(str::to_owned);
        (file, number("line"), number("column"))
    });
}

fn counts(counts: Counts) -> Map<String, Value> {
    let Counts {
        operations,
        types,
        unused_types,
        files,
        lines,
        untyped,
        changed_names,
        errors,
        warnings,
    } = counts;
    let counts = [
        ("operations", operations),
        ("types", types),
        ("unused_types", unused_types),
        ("files", files),
        ("lines", lines),
        ("untyped", untyped),
        ("changed_names", changed_names),
        ("errors", errors),
        ("warnings", warnings),
    ];
    let counts = counts.map(|(key, count)| (key.to_owned(), json!(count)));
    counts.into_iter().collect()
}

/// What an operation gives, as a path from the client's module on.
fn output(from: &Output) -> String {
    match from {
        Output::Type(one) => rust::ty(one),
        Output::Enum(name) => format!("outputs::{name}"),
    }
}
