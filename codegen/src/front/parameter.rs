//! Parameters (OpenAPI 3.0.3 §4.7.12).

use openapiv3::{HeaderStyle, PathStyle, QueryStyle};

use super::{node::Node, operation::Context, reader::Reader};
use crate::{
    diagnostic::{Code, Diagnostic, closest},
    model::{Location, Parameter, Schema, Shape, Text},
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
            let nodes = level
                .get("parameters")
                .into_iter()
                .flat_map(|list| list.items());
            let own: Vec<_> = nodes.filter_map(|node| self.parameter(node)).collect();
            for parameter in own {
                all.retain(|other| {
                    (&other.name, other.location) != (&parameter.name, parameter.location)
                });
                all.push(parameter);
            }
        }
        self.check_template(context.template, operation, &mut all);
        let names: Vec<_> = template_names(context.template).collect();
        let rank = |parameter: &Parameter| match parameter.location {
            Location::Path => names
                .iter()
                .position(|name| *name == parameter.name)
                .unwrap_or(names.len()),
            Location::Query => names.len() + 1,
            Location::Header => names.len() + 2,
        };
        all.sort_by_key(rank);
        all
    }

    fn parameter(&mut self, node: Node<'a>) -> Option<Parameter> {
        let node = self.resolve(node)?;
        self.known_keys(&node, KEYS);
        if let Some(content) = node.get("content") {
            self.unsupported(
                &content,
                "a parameter with `content`",
                "describe it by `schema`",
            );
            return None;
        }
        let mut own = node.members().cloned().unwrap_or_default();
        own.retain(|key, _| !key.starts_with("x-") && key != "examples" && key != "example");
        if let Some(schema) = own.get_mut("schema") {
            *schema = serde_json::json!({});
        }
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
        let schema = self.schema(node.get("schema")?);
        Some(Parameter {
            at: node.at.clone(),
            name: data.name.clone(),
            location,
            explode: data.explode.unwrap_or(location == Location::Query),
            required: data.required || location == Location::Path,
            deprecated: data.deprecated.unwrap_or_default(),
            description: data.description.clone(),
            schema,
        })
    }

    /// Where it goes, if its style is one that can be generated.
    fn location(&mut self, node: &Node<'a>, parameter: &openapiv3::Parameter) -> Option<Location> {
        use openapiv3::Parameter::{Cookie, Header, Path, Query};
        match parameter {
            Path {
                style: PathStyle::Simple,
                ..
            } => return Some(Location::Path),
            Query {
                style: QueryStyle::Form,
                allow_reserved: false,
                ..
            } => return Some(Location::Query),
            Header {
                style: HeaderStyle::Simple,
                ..
            } => return Some(Location::Header),
            Query {
                style: QueryStyle::Form,
                ..
            } => {
                self.unsupported(
                    node,
                    "`allowReserved`",
                    "take it out: reserved characters are then escaped",
                );
            }
            Cookie { .. } => self.unsupported(
                node,
                "a cookie parameter",
                "send it with the builder's `header`",
            ),
            Path { .. } | Query { .. } => {
                self.unsupported(
                    node,
                    "a parameter of this `style`",
                    "the default style can be generated",
                );
            }
        }
        None
    }

    /// Each name of the template needs a parameter, and each path parameter a place in it.
    fn check_template(&mut self, template: &str, operation: &Node<'a>, all: &mut Vec<Parameter>) {
        let names: Vec<_> = template_names(template).collect();
        let unused =
            |p: &Parameter| p.location == Location::Path && !names.contains(&p.name.as_str());
        for parameter in all.extract_if(.., |p| unused(p)) {
            let place = self.value_place(&parameter.at.child("name"));
            let message = format!(
                "the path has no `{{{}}}`, so this parameter is left out",
                parameter.name
            );
            let diagnostic = Diagnostic::new(Code::UnusedPathParameter, place, message);
            self.report(match closest(&parameter.name, names.iter().copied()) {
                Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                None => diagnostic.help(format!(
                    "write `{{{}}}` where it belongs in `{template}`",
                    parameter.name
                )),
            });
        }
        for name in names {
            if all
                .iter()
                .any(|p| p.location == Location::Path && p.name == name)
            {
                continue;
            }
            let place = self.key_place(&operation.at);
            let message = format!(
                "nothing declares `{{{name}}}` of the path, so it becomes a required string"
            );
            let help = format!(
                "add to `parameters`: `{{name: {name}, in: path, required: true, schema: {{type: string}}}}`"
            );
            self.report(Diagnostic::new(Code::UndeclaredPathParameter, place, message).help(help));
            all.push(self.undeclared(name, operation));
        }
    }

    fn undeclared(&mut self, name: &str, operation: &Node<'a>) -> Parameter {
        let text = Schema {
            shape: Shape::Text(Text::default()),
            ..Schema::blank(operation.at.clone())
        };
        Parameter {
            at: operation.at.clone(),
            name: name.to_owned(),
            location: Location::Path,
            explode: false,
            required: true,
            deprecated: false,
            description: None,
            schema: self.schemas.push(text),
        }
    }
}

/// The names in the braces of a path template, each once.
fn template_names(template: &str) -> impl Iterator<Item = &str> {
    let mut seen = std::collections::BTreeSet::new();
    let parts = template.split('{').skip(1);
    parts
        .filter_map(|part| Some(part.split_once('}')?.0))
        .filter(move |name| seen.insert(*name))
}

/// Headers that OpenAPI takes out of parameters' hands (OpenAPI 3.0.3 §4.7.12.1).
fn is_reserved(name: &str) -> bool {
    ["Accept", "Content-Type", "Authorization"]
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
