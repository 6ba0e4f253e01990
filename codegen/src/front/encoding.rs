//! What is particular about properties of forms (OpenAPI 3.0.3 §4.7.15).

use serde_json::Value;

use super::{
    dialect::Dialect,
    media_name::{MediaName, is_token, names},
    node::Node,
    reader::Reader,
    representation,
};
use crate::{
    collection::Table,
    diagnostic::{Code, Diagnostic},
    model::{ContentType, Encoding, EncodingStyle, Location, PartHeader, Representation},
};

/// A form whose members have encodings.
struct Form<'a> {
    representation: Representation,
    schema: Option<Node<'a>>,
    /// Whether it is a member of another.
    is_within: bool,
}

impl<'a> Reader<'a> {
    /// The encodings of a media type, by property.
    pub(super) fn encodings(
        &mut self,
        representation: Representation,
        media_type: &Node<'a>,
    ) -> Table<String, Encoding> {
        self.positions(media_type);
        if !matches!(
            representation,
            Representation::Form | Representation::Multipart
        ) {
            let why = "`encoding` is for forms: it has no effect on this media type";
            self.ignore(media_type, "encoding", why, "take it out");
            return Table::new();
        }
        let form = Form {
            representation,
            schema: media_type.get("schema"),
            is_within: false,
        };
        self.encodings_by_name(&form, media_type)
    }

    fn encodings_by_name(&mut self, form: &Form<'a>, level: &Node<'a>) -> Table<String, Encoding> {
        let mut encodings = Table::new();
        let schema = form.schema.clone();
        let schema = schema.and_then(|schema| self.glance(schema));
        for (name, node) in self.mapping(level, "encoding") {
            if !self.is_property(schema.as_ref(), name, &node) {
                continue;
            }
            let properties = schema.as_ref().and_then(|one| one.get("properties"));
            let property = properties.and_then(|all| all.get(name));
            if let Some(encoding) = self.encoding(form, property, node) {
                encodings.insert(name.to_owned(), encoding);
            }
        }
        encodings
    }

    /// Parts without names are not taken apart: what is said of them by their places has no effect
    /// (OpenAPI 3.2.0 §4.14.6.2).
    fn positions(&mut self, level: &Node<'a>) {
        let keys = ["prefixEncoding", "itemEncoding"];
        self.newer_keys(level, Dialect::V32, &keys);
        for key in keys {
            let why = "parts are not told apart by their places, so this has no effect";
            let help = "nothing needs to change: a body of parts without names is given whole";
            self.ignore(level, key, why, help);
        }
    }

    /// Whether the schema has the property, as far as can be seen at a glance; reported where not.
    fn is_property(&mut self, schema: Option<&Node<'a>>, property: &str, node: &Node<'a>) -> bool {
        let Some(schema) = schema else {
            return true;
        };
        let is_open = ["allOf", "anyOf", "oneOf", "additionalProperties"]
            .iter()
            .any(|key| schema.get(key).is_some());
        let known = schema.value.get("properties").and_then(Value::as_object);
        match known {
            Some(known) if !is_open && !known.contains_key(property) => {
                let place = self.key_place(&node.at);
                let message = format!(
                    "there is no property `{}`, so this encoding has no effect",
                    property.escape_debug()
                );
                let diagnostic = Diagnostic::new(Code::Ignored, place, message);
                let near = self.closest(property, known.keys().map(String::as_str));
                self.report(match near {
                    Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                    None => diagnostic.help("describe it under `properties`, or take this out"),
                });
                false
            }
            _ => true,
        }
    }

    fn encoding(
        &mut self,
        form: &Form<'a>,
        property: Option<Node<'a>>,
        node: Node<'a>,
    ) -> Option<Encoding> {
        let node = self.resolve(node)?;
        self.known_keys(&node, KEYS);
        // What is no style is read as one that is like it.
        let hidden = match node.text("style") {
            Some(_) => &["headers", "style"] as &[&str],
            None => &["headers"],
        };
        let own: openapiv3::Encoding = self.parse(&node, "an encoding", hidden)?;
        let style = self.said_style(form, &node);
        let is_form = form.representation == Representation::Form;
        if is_form {
            let why = "pairs of a form have no headers";
            self.ignore(&node, "headers", why, "take it out");
        }
        let content_types = match own.content_type {
            Some(list) if style.is_none() => self.content_types(&list, &node),
            _ => Vec::new(),
        };
        Some(Encoding {
            within: self.encodings_within(form, property, &content_types, &node),
            content_types,
            style,
            headers: if is_form {
                Vec::new()
            } else {
                self.part_headers(&node)
            },
            at: node.at,
        })
    }

    /// The style, where the document says one that applies.
    fn said_style(&mut self, form: &Form<'a>, node: &Node<'a>) -> Option<EncodingStyle> {
        let said = STYLE_KEYS.iter().any(|key| node.get(key).is_some());
        // Before 3.1 the three are for forms alone; in 3.1 they also hold for parts.
        let is_form = form.representation == Representation::Form;
        if said && (is_form || self.dialect >= Dialect::V31) {
            let style = self.encoding_style(node);
            let why = "`contentType` has no effect beside `style`, `explode` or `allowReserved`";
            self.ignore(node, "contentType", why, "take it out, or take those out");
            return Some(style);
        }
        for key in STYLE_KEYS {
            let why = "in `multipart/form-data` this has no effect before OpenAPI 3.1";
            self.ignore(node, key, why, "take it out: each item of a list is a part");
        }
        None
    }

    /// What is particular about the members of a form that a property is, to one level (OpenAPI
    /// 3.2.0 §4.15.1.1).
    fn encodings_within(
        &mut self,
        form: &Form<'a>,
        property: Option<Node<'a>>,
        content_types: &[ContentType],
        node: &Node<'a>,
    ) -> Table<String, Encoding> {
        self.positions(node);
        self.newer_keys(node, Dialect::V32, &["encoding"]);
        let first = content_types.first().map(|one| one.representation);
        if first != Some(Representation::Form) || form.is_within {
            let why = "this has an effect on forms within forms only, and no deeper";
            let help = "set `contentType: application/x-www-form-urlencoded`, or take it out";
            self.ignore(node, "encoding", why, help);
            return Table::new();
        }
        let within = Form {
            representation: Representation::Form,
            schema: property,
            is_within: true,
        };
        self.encodings_by_name(&within, node)
    }

    /// As of a query parameter.
    fn encoding_style(&mut self, node: &Node<'a>) -> EncodingStyle {
        let (style, usual_explode) = self.parameter_style(node, Location::Query);
        let flag = |key: &str| node.value.get(key).and_then(Value::as_bool);
        EncodingStyle {
            style,
            explode: flag("explode").unwrap_or(usual_explode),
            allow_reserved: flag("allowReserved").unwrap_or_default(),
        }
    }

    /// The content types of a list; what is none is reported, and left out.
    fn content_types(&mut self, list: &str, node: &Node<'a>) -> Vec<ContentType> {
        let mut content_types = Vec::new();
        for text in names(list) {
            let Some(name) = MediaName::parse(text) else {
                let message = format!("`{}` is no media type", text.trim().escape_debug());
                let help = "a media type is like `image/png`, a range like `image/*`";
                let place = self.value_place(&node.at.child("contentType"));
                self.report(Diagnostic::new(Code::Ignored, place, message).help(help));
                continue;
            };
            content_types.push(ContentType {
                representation: representation::by_name(&name).unwrap_or(Representation::Bytes),
                name: name.text.to_owned(),
            });
        }
        content_types
    }

    fn part_headers(&mut self, node: &Node<'a>) -> Vec<PartHeader> {
        let mut headers = Vec::new();
        for (name, header) in self.mapping(node, "headers") {
            let fault = if !is_token(name) {
                format!("`{}` cannot be the name of a header", name.escape_debug())
            } else if is_reserved(name) {
                format!("`{name}` of a part is not set by `headers`: this has no effect")
            } else {
                String::new()
            };
            if !fault.is_empty() {
                let place = self.key_place(&header.at);
                self.report(Diagnostic::new(Code::Ignored, place, fault).help("take it out"));
                continue;
            }
            let Some(header) = self.resolve(header) else {
                continue;
            };
            let schema = header.get("schema").and_then(|schema| self.glance(schema));
            headers.push(PartHeader {
                name: name.to_owned(),
                required: header.value.get("required") == Some(&Value::Bool(true)),
                value: schema.and_then(|schema| only_value(&schema)),
            });
        }
        headers
    }
}

/// The value that a schema leaves, or that the document takes for given.
fn only_value(schema: &Node<'_>) -> Option<String> {
    let values = schema.value.get("enum").and_then(Value::as_array);
    let only = match values.map(Vec::as_slice) {
        Some([only]) => only,
        _ => schema.value.get("default")?,
    };
    match only {
        Value::String(text) => {
            let is_sendable = text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
            is_sendable.then(|| text.clone())
        }
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Headers that every part has.
fn is_reserved(name: &str) -> bool {
    ["Content-Type", "Content-Disposition"]
        .iter()
        .any(|reserved| reserved.eq_ignore_ascii_case(name))
}

const STYLE_KEYS: [&str; 3] = ["style", "explode", "allowReserved"];

const KEYS: &[&str] = &[
    "contentType",
    "headers",
    "style",
    "explode",
    "allowReserved",
    "encoding",
    "prefixEncoding",
    "itemEncoding",
];
