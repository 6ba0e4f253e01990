//! What all readers of constructs share.

use std::collections::VecDeque;

use super::{
    dialect::Dialect, expect::Wanted, key::EXTENSION, node::Node, schema::Reserved,
    select::Selected, work::Work,
};
use crate::{
    collection::Table,
    diagnostic::{Code, Diagnostic, Diagnostics, Origin, Place, closest},
    model::{SchemaId, Schemas},
    select::Selection,
    source::{Documents, Limits},
};

/// Reads one document.
pub(super) struct Reader<'a> {
    pub(super) documents: &'a Documents,
    pub(super) dialect: Dialect,
    pub(super) schemas: Schemas,
    /// Schemas that have an id already: each is read once, however many refer to it.
    pub(super) schema_ids: Table<Origin, SchemaId>,
    /// Schemas that have an id, and are not read yet.
    pub(super) unread_schemas: VecDeque<(SchemaId, Node<'a>)>,
    /// Component schemas that are only read if something refers to them.
    pub(super) reserved: Reserved<'a>,
    /// Which operations are read.
    pub(super) selected: Selected<'a>,
    /// How much may still be read.
    pub(super) work: Work,
    diagnostics: &'a mut Diagnostics,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        documents: &'a Documents,
        limits: &Limits,
        selection: &'a Selection,
        diagnostics: &'a mut Diagnostics,
    ) -> Self {
        Self {
            documents,
            dialect: Dialect::V30,
            schemas: Schemas::default(),
            schema_ids: Table::new(),
            unread_schemas: VecDeque::new(),
            reserved: Reserved::default(),
            selected: Selected::new(selection),
            work: Work::new(limits),
            diagnostics,
        }
    }

    /// Reads the schemas that have been referred to.
    pub(super) fn finish_schemas(&mut self) {
        self.read_schemas();
        self.break_circles();
    }

    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        if !self.work.is_done() {
            self.diagnostics.push(diagnostic);
        }
    }

    pub(super) fn value_place(&self, at: &Origin) -> Place {
        at.value()
    }

    pub(super) fn key_place(&self, at: &Origin) -> Place {
        at.key()
    }

    /// Reports a construct for which there is no code yet.
    pub(super) fn unsupported(&mut self, node: &Node<'_>, what: &str, help: &str) {
        self.unsupported_at(&node.at, what, help);
    }

    /// Reports a construct for which there is no code yet, where its node is gone.
    pub(super) fn unsupported_at(&mut self, at: &Origin, what: &str, help: &str) {
        let message = format!("{what} cannot be generated yet");
        let place = self.key_place(at);
        self.report(Diagnostic::new(Code::Unsupported, place, message).help(help));
    }

    /// Reports a member that has no effect on the client.
    pub(super) fn ignore(&mut self, node: &Node<'_>, key: &str, why: &str, help: &str) {
        if let Some(member) = node.get(key) {
            let place = self.key_place(&member.at);
            self.report(Diagnostic::new(Code::Ignored, place, why).help(help));
        }
    }

    /// Reports members that no object of this kind has. Extensions may have any name.
    pub(super) fn known_keys(&mut self, node: &Node<'_>, known: &[&str]) {
        if !self.spend_members(node) {
            return;
        }
        for (key, member) in node.entries() {
            if known.contains(&key) || self.is_other_extension(key, &member) {
                continue;
            }
            let place = self.key_place(&member.at);
            let shown = key.escape_debug();
            let specification = self.dialect.specification();
            let message = format!("`{shown}` has no effect: {specification} has no such key here");
            let diagnostic = Diagnostic::new(Code::Ignored, place, message);
            let near = self.closest(key, known.iter().copied());
            self.report(match near {
                Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                None => diagnostic
                    .help("take it out, or begin its name with `x-` if other tools need it"),
            });
        }
    }

    /// Whether a key is an extension that is none of our business; ours is reported where it has
    /// no effect, and so is what looks like a slip of the pen for it.
    pub(super) fn is_other_extension(&mut self, key: &str, member: &Node<'_>) -> bool {
        if !key.to_ascii_lowercase().starts_with("x-") {
            return false;
        }
        let place = self.key_place(&member.at);
        let diagnostic = if key == EXTENSION {
            let message = "`x-outspoken` has no effect here";
            let help = "move it to the document's root, a path, an operation or a response";
            Diagnostic::new(Code::UnknownExtensionKey, place, message).help(help)
        } else if closest(key, [EXTENSION]).is_some() {
            let message = format!("`{}` has no effect", key.escape_debug());
            let help = format!("did you mean `{EXTENSION}`?");
            Diagnostic::new(Code::UnknownExtensionKey, place, message).help(help)
        } else {
            return key.starts_with("x-");
        };
        self.report(diagnostic);
        true
    }

    /// A member, or what its `$ref` leads to: vendors write one where no specification lets them.
    pub(super) fn member(&mut self, node: &Node<'a>, key: &str) -> Option<Node<'a>> {
        self.resolve(node.get(key)?)
    }

    /// The elements of a member that must be a list; reported where it is none.
    pub(super) fn list(&mut self, node: &Node<'a>, key: &str) -> Vec<Node<'a>> {
        let Some(member) = self.member(node, key) else {
            return Vec::new();
        };
        if !member.value.is_array() {
            self.wrong_kind(&member, &format!("`{key}`"), Wanted::List);
        }
        if !self.spend_items(&member) {
            return Vec::new();
        }
        member.items().collect()
    }

    /// The entries of a member that must map names to something; reported where it is no mapping. In such
    /// a one `x-` begins a name like any other, unless what it names can be none.
    pub(super) fn mapping(&mut self, node: &Node<'a>, key: &str) -> Vec<(&'a str, Node<'a>)> {
        let Some(member) = self.member(node, key) else {
            return Vec::new();
        };
        self.expect_members(&member, &format!("`{key}`"));
        if !self.spend_members(&member) {
            return Vec::new();
        }
        let is_named = |(name, one): &(&str, Node<'_>)| {
            !name.starts_with("x-") || one.value.is_object() || key == "mapping"
        };
        member.entries().filter(is_named).collect()
    }
}
