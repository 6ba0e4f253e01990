//! `paths` and path items (OpenAPI 3.0.3 §4.7.8, §4.7.9).

use super::{context::Context, key::EXTENSION, node::Node, reader::Reader, v20};
use crate::{
    collection::Table,
    diagnostic::{Code, Diagnostic},
    model::{Operation, SecurityScheme},
};

impl<'a> Reader<'a> {
    /// All operations of the document.
    pub(super) fn operations(
        &mut self,
        root: &Node<'a>,
        schemes: &[SecurityScheme],
    ) -> Vec<Operation> {
        let Some(paths) = self.member(root, "paths") else {
            self.report_no_paths(root);
            return Vec::new();
        };
        let mut operations = Vec::new();
        if self.expect_members(&paths, "`paths`") {
            for (template, item) in paths.entries() {
                if self.is_other_extension(template, &item) {
                    continue;
                }
                self.path_item(root, template, item, schemes, &mut operations);
            }
        }
        self.check_ids(&operations);
        operations
    }

    fn path_item(
        &mut self,
        root: &Node<'a>,
        path: &str,
        node: Node<'a>,
        schemes: &[SecurityScheme],
        operations: &mut Vec<Operation>,
    ) {
        if !self.takes_some_of(path, &node) {
            return;
        }
        if !path.starts_with('/') {
            let place = self.key_place(&node.at);
            let message = "a path must begin with a slash";
            let help = format!("write `/{}`", path.escape_debug());
            self.report(Diagnostic::new(Code::InvalidObject, place, message).help(help));
        }
        let template = self.sent(path, &node);
        self.check_braces(template, &node);
        let Some(item) = self
            .resolve(node)
            .filter(|item| self.expect_mapping(item, "a path item"))
        else {
            return;
        };
        self.known_keys(&item, self.keys_of(v20::key::PATH_ITEM, KEYS));
        let context = Context {
            root,
            item: &item,
            path,
            template,
            schemes,
        };
        for (method, operation) in self.methods(&item) {
            if self.takes_operation(path, method.as_str(), &operation) {
                operations.extend(self.operation(&context, method, operation));
            }
        }
    }

    /// Two operations of one name cannot both have a method of the client.
    fn check_ids(&mut self, operations: &[Operation]) {
        let mut first: Table<&str, &Operation> = Table::new();
        for operation in operations {
            let Some(id) = operation.id.as_deref() else {
                continue;
            };
            let Some(earlier) = first.get(id) else {
                first.insert(id, operation);
                continue;
            };
            let place = self.value_place(&operation.at.child("operationId"));
            let earlier = self.value_place(&earlier.at.child("operationId"));
            let message = format!("two operations are called `{}`", id.escape_debug());
            let help = "the client has a method of that name: rename one of the two";
            let diagnostic = Diagnostic::new(Code::DuplicateOperationId, place, message)
                .label("again here")
                .also(earlier, "first here")
                .help(help);
            self.report(diagnostic);
        }
    }
}

/// The keys of a path item.
pub(super) const KEYS: &[&str] = &[
    EXTENSION,
    "$ref",
    "summary",
    "description",
    "get",
    "put",
    "post",
    "delete",
    "options",
    "head",
    "patch",
    "trace",
    "query",
    "additionalOperations",
    "servers",
    "parameters",
];
