//! Server-sent events as OpenAPI 3.2.0 §4.14.5 describes them: an object with `data`, `event`, `id`
//! and `retry`.
//!
//! What of them has no business in a type is told by the runtime, so that the schema of an event is
//! that of its data here.

use std::collections::VecDeque;

use indexmap::IndexSet;
use serde_json::Value;

use super::{media_name::MediaName, node::Node, reader::Reader, representation};
use crate::{
    diagnostic::{Code, Diagnostic, Origin},
    model::{Choice, Representation, Schema, SchemaId, Shape},
};

/// What the data of an event is.
#[derive(Debug)]
enum Data<'a> {
    Text,
    /// JSON with a schema, where one is said.
    Json(Option<Node<'a>>),
}

/// What a schema may have of an event.
const FIELDS: &[&str] = &["data", "event", "id", "retry"];

impl<'a> Reader<'a> {
    /// The schema of the data of events; `None` where it is text. `whole` is what holds the schemas
    /// of events.
    pub(super) fn event_data(
        &mut self,
        whole: &Node<'a>,
        events: Vec<Node<'a>>,
    ) -> Option<SchemaId> {
        let mut found = Vec::new();
        let mut seen = IndexSet::new();
        for event in &events {
            self.collect_data(event.clone(), &mut seen, &mut found);
        }
        let mut json: Vec<Option<Node<'a>>> = Vec::new();
        let count = found.len();
        for data in found {
            if let Data::Json(schema) = data {
                json.push(schema);
            }
        }
        if json.len() < count {
            if !json.is_empty() {
                let place = self.key_place(&whole.at);
                let message = "some of these events are text and some JSON, so the data of all is given as text";
                let help = "nothing needs to change: the name of an event says how to read it";
                self.report(Diagnostic::new(Code::Ignored, place, message).help(help));
            }
            return None;
        }
        let ids = json.into_iter().map(|schema| match schema {
            Some(schema) => self.schema(schema),
            None => self.schemas.push(Schema::blank(whole.at.clone())),
        });
        let mut members: Vec<SchemaId> = Vec::new();
        for id in ids {
            if !members.contains(&id) {
                members.push(id);
            }
        }
        match members.as_slice() {
            [] => None,
            [only] => Some(*only),
            _ => Some(self.schemas.push(Schema {
                shape: Shape::Choice(Choice {
                    members,
                    discriminator: None,
                }),
                ..Schema::blank(whole.at.clone())
            })),
        }
    }

    /// What the data is by a schema of events, and by those that it is made of. What the members of
    /// a choice say of it goes before what is said for all of them.
    fn collect_data(
        &mut self,
        event: Node<'a>,
        seen: &mut IndexSet<Origin>,
        found: &mut Vec<Data<'a>>,
    ) {
        let mut for_all = Vec::new();
        let mut of_members: Vec<(usize, Data<'a>)> = Vec::new();
        let mut count = 0;
        let mut has_fields = false;
        let mut says_something = false;
        // Schemas to be looked at, each with the number of the member in which it is.
        let mut open = VecDeque::from([(event.clone(), None)]);
        while let Some((node, member)) = open.pop_front() {
            if !self.spend_members(&node) || !seen.insert(node.at.clone()) {
                continue;
            }
            if !node.value.is_boolean() && !self.expect_mapping(&node, "a schema") {
                continue;
            }
            let properties = node.get("properties");
            let field = |name: &&str| properties.as_ref()?.get(name);
            has_fields |= FIELDS.iter().any(|name| field(name).is_some());
            says_something |= node.members().is_some_and(|members| !members.is_empty());
            if let Some(data) = field(&"data") {
                let data = self.data(data);
                match member {
                    Some(member) => of_members.push((member, data)),
                    None => for_all.push(data),
                }
            }
            for (key, is_choice) in [("allOf", false), ("oneOf", true), ("anyOf", true)] {
                for part in node.get(key).into_iter().flat_map(|all| all.items()) {
                    let own = (is_choice && member.is_none()).then_some(count);
                    count += usize::from(own.is_some());
                    open.push_back((part, member.or(own)));
                }
            }
            let reference = node.get("$ref").filter(|to| to.value.is_string());
            let target = reference.and_then(|reference| self.follow(&reference));
            open.extend(target.map(|target| (target, member)));
        }
        if says_something && !has_fields {
            let place = self.key_place(&event.at);
            let message = "an event has `data`, and this has none: it is read as that of the data";
            let help = "write `properties: {data: {type: string, contentMediaType: \
                        application/json, contentSchema: …}}`";
            self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
            found.push(Data::Json(Some(event)));
            return;
        }
        let mut by_member: Vec<Vec<Data<'a>>> = Vec::new();
        by_member.resize_with(count, Vec::new);
        for (member, data) in of_members {
            if let Some(own) = by_member.get_mut(member) {
                own.push(data);
            }
        }
        if by_member.is_empty() || by_member.iter().any(Vec::is_empty) {
            found.extend(most_said(for_all).into_iter().take(1));
        }
        found.extend(by_member.into_iter().flat_map(most_said));
    }

    /// What `data` is: text, which may be that of JSON.
    fn data(&mut self, data: Node<'a>) -> Data<'a> {
        let Some(target) = self.glance(data.clone()) else {
            return Data::Json(Some(data));
        };
        let said = |key: &str| data.get(key).or_else(|| target.get(key));
        let media_type = said("contentMediaType");
        let media_type = media_type.and_then(|name| MediaName::parse(name.value.as_str()?));
        if let Some(name) = media_type {
            let is_json = representation::by_name(&name) == Some(Representation::Json);
            return match is_json {
                true => Data::Json(said("contentSchema")),
                false => Data::Text,
            };
        }
        if is_text(&target) {
            return Data::Text;
        }
        let place = self.key_place(&data.at);
        let message = "`data` of an event is text by its nature, so this is read as its JSON";
        let help = "write `{type: string, contentMediaType: application/json, contentSchema: …}`";
        self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
        Data::Json(Some(data))
    }
}

/// Of what is said of one thing in several places, what says more: JSON is text, too.
fn most_said(all: Vec<Data<'_>>) -> Vec<Data<'_>> {
    let (json, mut text): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|data| matches!(data, Data::Json(_)));
    if json.is_empty() {
        text.truncate(1);
        return text;
    }
    json
}

/// Whether a schema takes text, or does not say what.
fn is_text(schema: &Node<'_>) -> bool {
    let is_string = |name: &Value| name == "string";
    match schema.value.get("type") {
        Some(Value::Array(names)) => names.iter().any(is_string),
        Some(name) => is_string(name),
        None => {
            let keys = ["properties", "additionalProperties", "items"];
            let composed = ["allOf", "anyOf", "oneOf"];
            let mut keys = keys.iter().chain(&composed);
            !keys.any(|key| schema.get(key).is_some())
        }
    }
}
