//! Parameters (OpenAPI 3.0.3 §4.7.12).

mod content;
mod location;
mod style;

use indexmap::IndexSet;
use serde_json::json;

pub(super) use style::{Written, default_of};

use super::{context::Context, node::Node, reader::Reader, v20};
use crate::{
    collection::Table,
    diagnostic::{Code, Diagnostic, Origin},
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
        let mut all = self.parameters_of(context.item);
        let own = self.parameters_of(operation);
        let replaced: IndexSet<_> = own.iter().map(identity).collect();
        all.retain(|parameter| !replaced.contains(&identity(parameter)));
        all.extend(own);
        self.check_queries(&all);
        self.match_template(context, operation, &mut all);
        all
    }

    /// The parameters of one level; one that is there twice is reported, and the first is kept.
    fn parameters_of(&mut self, level: &Node<'a>) -> Vec<Parameter> {
        let mut all: Vec<Parameter> = Vec::new();
        let mut places: Table<(Location, String), Origin> = Table::new();
        for node in self.list(level, "parameters") {
            let Some(parameter) = self.parameter(node) else {
                continue;
            };
            let Some(first) = places.get(&identity(&parameter)) else {
                places.insert(identity(&parameter), parameter.at.clone());
                all.push(parameter);
                continue;
            };
            let place = self.value_place(&parameter.at.child("name"));
            let message = format!(
                "the parameter `{}` is there twice",
                parameter.name.escape_debug()
            );
            let diagnostic = Diagnostic::new(Code::InvalidObject, place, message)
                .also(self.value_place(&first.child("name")), "first here")
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
        if self.is_of_body(&node) {
            return None;
        }
        match self.is_v20() {
            true => self.known_keys(&node, &v20::key::parameter()),
            false => self.known_keys(&node, KEYS),
        }
        self.ignore(
            &node,
            "allowEmptyValue",
            "`allowEmptyValue` has no effect: an empty text is sent as it is",
            "nothing needs to change: OpenAPI advises against it, and may drop it",
        );
        let location = self.parameter_location(&node)?;
        let parsed = self.parameter_object(&node)?;
        let data = parsed.parameter_data();
        if !self.check_name(&node, location, &data.name) {
            return None;
        }
        if location == Location::Path && !data.required {
            let place = self.key_place(&node.at);
            let message = "a path parameter must be `required: true`, so it is";
            self.report(
                Diagnostic::new(Code::Tolerated, place, message).help("write `required: true`"),
            );
        }
        let written = match self.is_v20() {
            true => self.v20_written(&node, location),
            false => self.written(&node, location),
        };
        Some(Parameter {
            name: data.name.clone(),
            location,
            style: written.style,
            explode: written.explode,
            inner: written.inner,
            allow_reserved: written.allow_reserved,
            required: data.required || location == Location::Path,
            deprecated: data.deprecated.unwrap_or_default(),
            default: written.default,
            description: data.description.clone(),
            schema: written.schema,
            form: written.form,
            at: node.at,
        })
    }

    /// The object without what is read by itself: its type, and what is known of one place only.
    pub(super) fn parameter_object(&mut self, node: &Node<'a>) -> Option<openapiv3::Parameter> {
        let mut own = node.members().cloned().unwrap_or_default();
        own.retain(|key, _| !key.starts_with("x-") && !READ_BY_ITSELF.contains(&key.as_str()));
        own.insert("schema".to_owned(), json!({}));
        if let (Some(member), Some(flag)) = (node.get("required"), own.get_mut("required"))
            && let Some(said) = flag.as_str().and_then(|text| text.parse::<bool>().ok())
        {
            *flag = json!(said);
            let message = format!("`required` is a flag, and this text is read as `{said}`");
            let help = format!("write `{said}` without quotes");
            let place = self.value_place(&member.at);
            self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
        }
        if let Some(location) = own.get_mut("in").filter(|one| one.is_string()) {
            *location = json!("query");
        }
        self.parse_map(node, "a parameter", own)
    }
}

/// What makes two parameters one. Names of headers do not tell upper case from lower case (RFC 9110
/// §5.1).
fn identity(parameter: &Parameter) -> (Location, String) {
    let name = match parameter.location {
        Location::Header => parameter.name.to_ascii_lowercase(),
        Location::Path | Location::Query | Location::QueryString | Location::Cookie => {
            parameter.name.clone()
        }
    };
    (parameter.location, name)
}

const READ_BY_ITSELF: &[&str] = &[
    "allowReserved",
    "content",
    "example",
    "examples",
    "explode",
    "schema",
    "style",
];

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
