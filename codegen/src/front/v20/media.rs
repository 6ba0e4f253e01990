//! `consumes` and `produces`: the media types of bodies (Swagger 2.0 §5.2.1, §5.2.7).

use super::super::{
    expect::Wanted, media_name::MediaName, node::Node, reader::Reader, representation,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::Representation,
};

/// A media type, and how a body of some schema is written in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) name: String,
    pub(super) representation: Representation,
}

impl Written {
    pub(super) fn new(name: &str, representation: Representation) -> Self {
        Self {
            name: name.to_owned(),
            representation,
        }
    }

    fn json() -> Self {
        Self::new("application/json", Representation::Json)
    }
}

impl<'a> Reader<'a> {
    /// The media types of an operation: its own list replaces that of the document.
    pub(super) fn listed(
        &mut self,
        root: &Node<'a>,
        operation: &Node<'a>,
        key: &str,
    ) -> Vec<MediaName<'a>> {
        let level = if operation.get(key).is_some() {
            operation
        } else {
            root
        };
        let mut listed: Vec<MediaName<'a>> = Vec::new();
        for item in self.list(level, key) {
            // Each is compared with those before it.
            if !self.spend(&item, listed.len()) {
                break;
            }
            let Some(text) = item.value.as_str() else {
                self.wrong_kind(&item, "a media type", Wanted::Text);
                continue;
            };
            for name in self.media_names(text, &item) {
                if !listed.iter().any(|other| other.is(&name)) {
                    listed.push(name);
                }
            }
        }
        listed
    }

    /// How a body of this schema is written in each of the media types; as JSON where there is none.
    pub(super) fn in_each(
        &mut self,
        names: &[MediaName<'_>],
        schema: &Node<'a>,
        level: (&Node<'a>, &str),
    ) -> Vec<Written> {
        if names.is_empty() {
            let (root, key) = level;
            let message =
                format!("nothing says what bodies are written in: without `{key}` it is JSON");
            let help = format!("write `{key}: [application/json]`");
            // At the root, where it is said once.
            let place = self.key_place(&root.at.child("swagger"));
            self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
            return vec![Written::json()];
        }
        let has_parts = self.has_parts(schema);
        let mut all: Vec<Written> = Vec::new();
        for name in names {
            let written = match representation::by_name(name) {
                // Whoever writes `*/*` says nothing of the notation, and describes what is in JSON.
                Some(Representation::Bytes) if has_parts && is_open(name) => Written::json(),
                None if has_parts => Written::new(name.text, Representation::Json),
                known => Written::new(name.text, known.unwrap_or(Representation::Bytes)),
            };
            if !all.contains(&written) {
                all.push(written);
            }
        }
        all
    }

    /// Whether a schema is that of an object or a list, which only a notation like JSON can hold.
    pub(super) fn has_parts(&mut self, schema: &Node<'a>) -> bool {
        let Some(schema) = self.glance(schema.clone()) else {
            return false;
        };
        match schema.text("type") {
            Some(kind) => matches!(kind, "object" | "array"),
            None => ["properties", "additionalProperties", "allOf", "items"]
                .iter()
                .any(|key| schema.get(key).is_some()),
        }
    }
}

/// Whether a range takes JSON in.
fn is_open(name: &MediaName<'_>) -> bool {
    matches!(name.essence(), "*/*" | "application/*")
}
