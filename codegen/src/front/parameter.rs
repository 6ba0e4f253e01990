//! Parameters (OpenAPI 3.0.3 §4.7.12).

use openapiv3::{HeaderStyle, PathStyle, QueryStyle};
use serde_json::json;

use super::{context::Context, node::Node, reader::Reader};
use crate::{
    diagnostic::{Code, Diagnostic, closest},
    model::{Location, Parameter},
};

impl<'a> Reader<'a> {
    /// The parameters of an operation: its own replace those of the path item that have the same
    /// name and location.
    pub(super) fn parameters(
        &mut self,
        context: &Context<'_, 'a>,
        operation: &Node<'a>,
    ) -> Vec<Parameter> {
        let mut all: Vec<Parameter> = Vec::new();
        for level in [context.item, operation] {
            for parameter in self.parameters_of(level) {
                all.retain(|other| !is_same(other, &parameter));
                all.push(parameter);
            }
        }
        self.match_template(context, operation, &mut all);
        all
    }

    /// The parameters of one level; one that is there twice is reported, and the first is kept.
    fn parameters_of(&mut self, level: &Node<'a>) -> Vec<Parameter> {
        let mut all: Vec<Parameter> = Vec::new();
        for node in self.list(level, "parameters") {
            let Some(parameter) = self.parameter(node) else {
                continue;
            };
            let Some(first) = all.iter().find(|other| is_same(other, &parameter)) else {
                all.push(parameter);
                continue;
            };
            let place = self.value_place(&parameter.at.child("name"));
            let message = format!(
                "the parameter `{}` is there twice",
                parameter.name.escape_debug()
            );
            let diagnostic = Diagnostic::new(Code::InvalidObject, place, message)
                .also(self.value_place(&first.at.child("name")), "first here")
                .help("take one of them out, or give it another name or `in`");
            self.report(diagnostic);
        }
        all
    }

    fn parameter(&mut self, node: Node<'a>) -> Option<Parameter> {
        let node = self.resolve(node)?;
        if !self.expect_mapping(&node, "a parameter") {
            return None;
        }
        self.known_keys(&node, KEYS);
        self.ignore(
            &node,
            "allowEmptyValue",
            "`allowEmptyValue` has no effect: an empty text is sent as it is",
        );
        self.check_location(&node)?;
        let schema = self.parameter_schema(&node)?;
        let mut own = node.members().cloned().unwrap_or_default();
        own.retain(|key, _| !key.starts_with("x-") && key != "examples" && key != "example");
        own.insert("schema".to_owned(), json!({}));
        let parsed: openapiv3::Parameter = self.parse_map(&node, "a parameter", own)?;
        let location = self.location(&node, &parsed)?;
        let data = parsed.parameter_data();
        if location == Location::Header && is_reserved(&data.name) {
            let place = self.value_place(&node.at);
            let message = format!(
                "a header parameter `{}` is ignored, as OpenAPI says: it is set in other ways",
                data.name
            );
            self.report(Diagnostic::new(Code::Ignored, place, message));
            return None;
        }
        if location == Location::Header && !self.check_header_name(&node, &data.name) {
            return None;
        }
        if location == Location::Path && !data.required {
            let place = self.key_place(&node.at);
            let message = "a path parameter must be `required: true`, so it is";
            self.report(Diagnostic::new(Code::Tolerated, place, message));
        }
        Some(Parameter {
            name: data.name.clone(),
            location,
            explode: data.explode.unwrap_or(location == Location::Query),
            required: data.required || location == Location::Path,
            deprecated: data.deprecated.unwrap_or_default(),
            default: schema.value.get("default").map(ToString::to_string),
            description: data.description.clone(),
            schema: self.schema(schema),
            at: node.at,
        })
    }

    /// Whether a name can be that of a header, and one that a caller may set (RFC 9110 §5.1, §7.2,
    /// §8.6, §7.6.1).
    fn check_header_name(&mut self, node: &Node<'a>, name: &str) -> bool {
        let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
        let framing = ["Host", "Content-Length", "Transfer-Encoding", "Connection"];
        let (code, message) = if name.is_empty() || !name.chars().all(is_token) {
            let message = format!("`{}` cannot be the name of a header", name.escape_debug());
            (Code::InvalidObject, message)
        } else if framing
            .iter()
            .any(|header| header.eq_ignore_ascii_case(name))
        {
            let message =
                format!("`{name}` is set by the transport, so this parameter is left out");
            (Code::Ignored, message)
        } else {
            return true;
        };
        let place = self.value_place(&node.at.child("name"));
        self.report(Diagnostic::new(code, place, message));
        false
    }

    /// What the parameter is, where it says so by `schema`.
    fn parameter_schema(&mut self, node: &Node<'a>) -> Option<Node<'a>> {
        if let Some(content) = node.get("content") {
            let help = "describe it by `schema`";
            self.unsupported(&content, "a parameter with `content`", help);
            return None;
        }
        let schema = node.get("schema");
        if schema.is_none() {
            let place = self.key_place(&node.at);
            let message = "the parameter has no `schema`, so nothing is known of its type";
            let help = "add `schema: {type: string}`, or the type that it has";
            self.report(Diagnostic::new(Code::InvalidObject, place, message).help(help));
        }
        schema
    }

    /// Whether `in` names a place that there is.
    fn check_location(&mut self, node: &Node<'a>) -> Option<()> {
        let known = ["path", "query", "header", "cookie"];
        let Some(location) = node.get("in").filter(|location| location.value.is_string()) else {
            return Some(());
        };
        let name = location.value.as_str()?;
        if known.contains(&name) {
            return Some(());
        }
        let place = self.value_place(&location.at);
        let message = format!("`{}` is no place for a parameter", name.escape_debug());
        let help = match closest(name, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the places are `{}`", known.join("`, `")),
        };
        self.report(Diagnostic::new(Code::InvalidObject, place, message).help(help));
        None
    }

    /// Where it goes, if its style is one that can be generated.
    fn location(&mut self, node: &Node<'a>, parameter: &openapiv3::Parameter) -> Option<Location> {
        use openapiv3::Parameter::{Cookie, Header, Path, Query};
        let (key, what, help) = match parameter {
            Path {
                style: PathStyle::Simple,
                ..
            } => return Some(Location::Path),
            Header {
                style: HeaderStyle::Simple,
                ..
            } => return Some(Location::Header),
            Query {
                style: QueryStyle::Form,
                allow_reserved,
                ..
            } => {
                if !allow_reserved {
                    return Some(Location::Query);
                }
                (
                    "allowReserved",
                    "`allowReserved`",
                    "take it out: reserved characters are then escaped",
                )
            }
            Cookie { .. } => (
                "in",
                "a cookie parameter",
                "send it with the builder's `header`",
            ),
            Path { .. } | Query { .. } => (
                "style",
                "a parameter of this `style`",
                "the default style can be generated",
            ),
        };
        let at = node.get(key).unwrap_or_else(|| node.clone());
        self.unsupported(&at, what, help);
        None
    }
}

/// Names of headers do not tell upper case from lower case (RFC 9110 §5.1).
fn is_same(one: &Parameter, other: &Parameter) -> bool {
    let same_name = match one.location {
        Location::Header => one.name.eq_ignore_ascii_case(&other.name),
        Location::Path | Location::Query => one.name == other.name,
    };
    same_name && one.location == other.location
}

/// Headers that OpenAPI takes out of parameters' hands (OpenAPI 3.0.3 §4.7.12.1).
fn is_reserved(name: &str) -> bool {
    let reserved = ["Accept", "Content-Type", "Authorization"];
    reserved
        .iter()
        .any(|header| header.eq_ignore_ascii_case(name))
}

const KEYS: &[&str] = &[
    "name",
    "in",
    "description",
    "required",
    "deprecated",
    "allowEmptyValue",
    "style",
    "explode",
    "allowReserved",
    "schema",
    "example",
    "examples",
    "content",
];
