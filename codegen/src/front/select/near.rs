//! What may be meant by a pattern that selects nothing.

use indexmap::IndexSet;
use serde_json::Value;

use super::super::{node::Node, reader::Reader};
use crate::{
    collection::order,
    diagnostic::{closest, shown},
    select::Kind,
};

/// How many are listed for someone who named another.
const MOST_NAMED: usize = 5;

/// What there is to select, in the order of the document.
#[derive(Default)]
pub(super) struct Candidates<'a> {
    tags: IndexSet<&'a str>,
    ids: IndexSet<&'a str>,
    webhooks: IndexSet<&'a str>,
    paths: IndexSet<&'a str>,
    /// Methods with their paths.
    calls: Vec<(&'a str, String)>,
}

impl<'a> Reader<'a> {
    /// What the document has of each kind.
    pub(super) fn candidates(&self, root: &Node<'a>) -> Candidates<'a> {
        let mut all = Candidates::default();
        for (section, is_webhook) in [("paths", false), ("webhooks", true)] {
            let items = root.get(section).into_iter();
            for (name, item) in items.flat_map(|items| items.entries()) {
                if name.starts_with("x-") {
                    continue;
                }
                match is_webhook {
                    true => all.webhooks.insert(name),
                    false => all.paths.insert(name),
                };
                for (method, operation) in self.operations_of(&item) {
                    let operation = self.peek(operation.clone()).unwrap_or(operation);
                    let tags = operation.value.get("tags").and_then(Value::as_array);
                    let tags = tags.into_iter().flatten().filter_map(Value::as_str);
                    all.tags.extend(tags);
                    all.ids.extend(operation.text("operationId"));
                    if !is_webhook {
                        all.calls.push((name, method.to_ascii_uppercase()));
                    }
                }
            }
        }
        all
    }

    /// The pattern that is meant.
    pub(super) fn near_pattern(&mut self, kind: &Kind, all: &Candidates<'a>) -> Option<String> {
        match kind {
            Kind::Tag(name) => {
                let near = self.near(&name.text, &all.tags);
                let near = near.map(|near| format!("tag:{near}"));
                near.or_else(|| all.of_other_kind(&name.text))
            }
            Kind::Id(name) => {
                let near = self.near(&name.text, &all.ids);
                let near = near.map(|near| format!("id:{near}"));
                near.or_else(|| all.of_other_kind(&name.text))
            }
            Kind::Webhook(name) => {
                let near = self.near(&name.text, &all.webhooks);
                let near = near.map(|near| format!("webhook:{near}"));
                near.or_else(|| all.of_other_kind(&name.text))
            }
            Kind::Path { method, path } => {
                let path = match all.paths.contains(&*path.text) {
                    true => path.text.clone(),
                    false => self.near(&path.text, &all.paths)?,
                };
                let Some(method) = method else {
                    return Some(path);
                };
                let methods = all.methods(&path);
                // A path with stars may be that of many.
                let near = closest(method, methods.iter().copied());
                let near = near.or_else(|| methods.first().copied());
                Some(format!("{} {path}", near.unwrap_or(method)))
            }
        }
    }

    /// A text with stars whose other parts are mended: as a whole, else its first segments.
    fn near(&mut self, text: &str, names: &IndexSet<&'a str>) -> Option<String> {
        if !text.contains('*') {
            return self.closest(text, names.iter().copied()).map(str::to_owned);
        }
        let mut before = String::new();
        let mut segments = text.split('/');
        for segment in segments.by_ref() {
            if segment.contains('*') {
                return None;
            }
            let below = names.iter().filter_map(|name| name.strip_prefix(&*before));
            let there: IndexSet<&str> = below.filter_map(|name| name.split('/').next()).collect();
            if !there.contains(segment) {
                let near = self.closest(segment, there.iter().copied())?;
                let rest: Vec<&str> = segments.collect();
                return Some(format!("{before}{near}/{}", rest.join("/")));
            }
            before.push_str(segment);
            before.push('/');
        }
        None
    }
}

impl Candidates<'_> {
    /// The pattern of another kind that has this text.
    fn of_other_kind(&self, text: &str) -> Option<String> {
        let kinds = [
            ("tag", &self.tags),
            ("id", &self.ids),
            ("webhook", &self.webhooks),
        ];
        let found = kinds.iter().find(|(_, names)| names.contains(text))?;
        Some(format!("{}:{text}", found.0))
    }

    fn methods(&self, path: &str) -> Vec<&str> {
        let calls = self.calls.iter().filter(|(own, _)| *own == path);
        let mut methods: Vec<_> = calls.map(|(_, method)| method.as_str()).collect();
        order::sort(&mut methods);
        methods
    }

    /// What to write where nothing is near.
    pub(super) fn what_there_is(&self, kind: &Kind) -> String {
        let (what, names) = match kind {
            Kind::Tag(_) => ("tag", &self.tags),
            Kind::Id(_) => ("operationId", &self.ids),
            Kind::Webhook(_) => ("webhook", &self.webhooks),
            Kind::Path { .. } => ("path", &self.paths),
        };
        let listed: Vec<_> = names
            .iter()
            .take(MOST_NAMED)
            .map(|name| shown(name))
            .collect();
        match listed.as_slice() {
            [] => format!("the document has no {what}: select by something else"),
            listed if names.len() > MOST_NAMED => {
                format!("the document has `{}`, and others", listed.join("`, `"))
            }
            listed => format!("the document has `{}`", listed.join("`, `")),
        }
    }
}
