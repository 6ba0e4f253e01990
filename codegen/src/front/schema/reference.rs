//! Schemas that refer to another one.

use indexmap::IndexSet;

use super::{
    super::{node::Node, reader::Reader},
    key,
};
use crate::{
    diagnostic::{Code, Diagnostic, Origin},
    front::{dialect::Dialect, expect::Wanted},
    model::{Schema, SchemaId, Shape},
    source::Target,
};

/// No person writes a longer chain of references.
const LONG: usize = 16;

impl<'a> Reader<'a> {
    /// What another schema takes. OpenAPI 3.0 ignores what stands beside a `$ref`; three keys
    /// are read all the same, since those who write them mean them. From 3.1 on all of it counts.
    pub(super) fn schema_reference(
        &mut self,
        node: &Node<'a>,
        reference: &Node<'a>,
        blank: Schema,
    ) -> Schema {
        let applies = self.dialect >= Dialect::V31;
        if !applies {
            self.report_siblings(node, &["$ref", "description", "nullable", "deprecated"]);
        }
        let annotations = self.annotations(node, blank.clone());
        let shape = match self.follow(reference) {
            Some(target) => Shape::Same(self.schema(target)),
            None => Shape::Faulty,
        };
        if applies && node.entries().any(|(key, _)| key::says_more(key)) {
            let target = self.schemas.push(Schema {
                shape,
                ..Schema::blank(reference.at.clone())
            });
            return self.with_own(node, annotations, Some(target));
        }
        Schema {
            shape,
            ..annotations
        }
    }

    /// A reference whose end depends on how the schema was reached (JSON Schema 2020-12 §8.2.3.2): it
    /// is followed as any other, to the anchor in the file.
    pub(super) fn dynamic_reference(&mut self, node: &Node<'a>) -> Option<Node<'a>> {
        let reference = node.get("$dynamicRef")?;
        if !reference.value.is_string() {
            self.wrong_kind(&reference, "`$dynamicRef`", Wanted::Text);
            return None;
        }
        let place = self.key_place(&reference.at);
        let message = "`$dynamicRef` is followed as a `$ref`: schemas that extend this one do not \
                       change it";
        let help = "nothing needs to change, unless another schema replaces the anchor";
        self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
        Some(reference)
    }

    /// What a schema around this one takes. A `$recursiveRef` leads to the outermost schema with a
    /// `$recursiveAnchor` (JSON Schema 2019-09 §8.2.4.2); the outermost in a document of OpenAPI is
    /// the document, so that it is the nearest which is meant.
    pub(super) fn recursive_reference(
        &mut self,
        node: &Node<'a>,
        target: Node<'a>,
        blank: Schema,
    ) -> Schema {
        let annotations = self.annotations(node, blank);
        Schema {
            shape: Shape::Same(self.schema(target)),
            ..annotations
        }
    }

    /// Where a `$recursiveRef` leads.
    pub(super) fn recursive(&self, node: &Node<'a>) -> Option<Node<'a>> {
        node.text("$recursiveRef").filter(|text| *text == "#")?;
        let Target::Found(document) = self.documents.target(&node.at.file, "") else {
            return None;
        };
        let around = std::iter::successors(node.at.parent(), Origin::parent);
        let around = around.filter_map(|at| {
            let value = document.get(&at.pointer)?;
            Some(Node { value, at })
        });
        let is_anchor = |one: &Node<'a>| {
            one.value.get("$recursiveAnchor") == Some(&serde_json::Value::Bool(true))
        };
        around.into_iter().find(is_anchor)
    }

    /// Reports references that lead round in a circle with nothing between, and takes them out, so
    /// that later stages can follow any.
    pub(in crate::front) fn break_circles(&mut self) {
        let mut ends = IndexSet::new();
        for start in self.schemas.ids() {
            let mut chain: Vec<SchemaId> = Vec::new();
            let mut here = start;
            while let Shape::Same(next) = self.schemas.get(here).shape {
                if !ends.insert(here) {
                    break;
                }
                chain.push(here);
                here = next;
            }
            if let Some(from) = chain.iter().position(|id| *id == here) {
                let circle = chain.iter().skip(from).map(|id| self.schemas.get(*id));
                let references = circle.map(|schema| schema.at.child("$ref")).collect();
                self.report_circle(references);
                let broken = Schema {
                    shape: Shape::Faulty,
                    ..self.schemas.get(here).clone()
                };
                self.schemas.set(here, broken);
            }
        }
        self.shorten_chains();
    }

    /// Lets the references of a long chain lead to its end at once: later stages follow chains at
    /// every use. There are no circles any more.
    fn shorten_chains(&mut self) {
        for start in self.schemas.ids() {
            let mut chain = Vec::new();
            let mut end = start;
            while let Shape::Same(next) = self.schemas.get(end).shape {
                chain.push(end);
                end = next;
            }
            if chain.len() <= LONG {
                continue;
            }
            let mut nullable = self.schemas.get(end).nullable;
            for id in chain.into_iter().rev() {
                if let Some(schema) = self.schemas.get_mut(id) {
                    schema.nullable |= nullable;
                    nullable = schema.nullable;
                    schema.shape = Shape::Same(end);
                }
            }
        }
    }
}
