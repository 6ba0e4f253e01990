//! Path templates (OpenAPI 3.0.3 §4.7.8.2): each name needs a parameter, and each path parameter a
//! place.

use indexmap::IndexSet;

use super::{context::Context, node::Node, reader::Reader};
use crate::{
    collection::order,
    diagnostic::{Code, Diagnostic, shown},
    model::{Location, Parameter, Schema, Shape, Style, Text},
};

impl<'a> Reader<'a> {
    /// What of a path is sent: all but a fragment, which only makes two paths differ.
    pub(super) fn sent<'p>(&mut self, path: &'p str, item: &Node<'a>) -> &'p str {
        let (sent, fragment) = path.split_once('#').unwrap_or((path, ""));
        let place = self.key_place(&item.at);
        if sent.len() < path.len() {
            let shown = fragment.escape_debug();
            let message = format!("`#{shown}` is not sent: it only tells this path from others");
            self.report(
                Diagnostic::new(Code::Ignored, place.clone(), message)
                    .help("nothing needs to change: both operations are in the client"),
            );
        }
        if let Some((_, query)) = sent.split_once('?') {
            let shown = query.escape_debug();
            let message = format!("`?{shown}` is no part of a path, and is sent before the query");
            let help = "declare it under `parameters`";
            self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
        }
        sent
    }

    /// Reports paths that no request can be made of: braces that hold no name or are not closed,
    /// and segments of dots.
    pub(super) fn check_braces(&mut self, template: &str, item: &Node<'a>) {
        let (place, message, help) = if let Some(offset) = template.find("{}") {
            (
                item.at.in_key(offset),
                "these braces are empty",
                "write the name of a parameter into them, such as `{id}`",
            )
        } else if let Some(offset) = unmatched(template) {
            (
                item.at.in_key(offset),
                "this brace has no other that belongs to it",
                "write each parameter like `{id}`",
            )
        } else if let Some(offset) = slash_in_braces(template) {
            (
                item.at.in_key(offset),
                "a slash stands within braces, where it would end a part of the path",
                "give the parameter a name without a slash",
            )
        } else if has_dots(template) {
            (
                self.key_place(&item.at),
                "a path has no `.` or `..` between slashes",
                "write the path that it leads to",
            )
        } else {
            return;
        };
        self.report(Diagnostic::new(Code::InvalidObject, place, message).help(help));
    }

    /// Brings path parameters and the names of the template together, and all parameters into the
    /// order of the arguments.
    pub(super) fn match_template(
        &mut self,
        context: &Context<'_, 'a>,
        operation: &Node<'a>,
        all: &mut Vec<Parameter>,
    ) {
        let template = without_parameters(context.template, all);
        let names = names(&template);
        let place = |parameter: &Parameter| names.get_index_of(parameter.name.as_str());
        let is_path = |parameter: &Parameter| parameter.location == Location::Path;
        let is_unused = |one: &mut Parameter| is_path(one) && place(one).is_none();
        let unused: Vec<_> = all.extract_if(.., is_unused).collect();
        let mut missing = names.clone();
        for declared in all.iter().filter(|one| is_path(one)) {
            missing.shift_remove(declared.name.as_str());
        }
        for parameter in unused {
            let near = self.closest(&parameter.name, missing.iter().copied());
            self.report_unused(&parameter, near, &template);
            // A slip of the pen is still the parameter that is meant.
            if let Some(name) = near {
                missing.shift_remove(name);
                all.push(Parameter {
                    name: name.to_owned(),
                    ..parameter
                });
            }
        }
        for name in missing {
            let undeclared = self.undeclared(name, operation);
            all.push(undeclared);
        }
        order::sort_by_key(all, |parameter| match parameter.location {
            Location::Path => place(parameter).unwrap_or(names.len()),
            Location::Query | Location::QueryString => names.len() + 1,
            Location::Header => names.len() + 2,
            Location::Cookie => names.len() + 3,
        });
    }

    fn report_unused(&mut self, parameter: &Parameter, near: Option<&str>, template: &str) {
        let place = self.value_place(&parameter.at.child("name"));
        let name = parameter.name.escape_debug();
        let message = format!("the path has no `{{{name}}}`");
        let (label, help) = match near {
            Some(near) => (
                format!("taken for `{{{near}}}`"),
                format!("did you mean `{near}`?"),
            ),
            None => (
                "left out".to_owned(),
                format!(
                    "write `{{{name}}}` where it belongs in `{}`, or another `in`, such as `query`",
                    shown(template)
                ),
            ),
        };
        let diagnostic = Diagnostic::new(Code::UnusedPathParameter, place, message);
        self.report(diagnostic.label(label).help(help));
    }

    /// A name that nobody declares becomes a required string.
    fn undeclared(&mut self, name: &str, operation: &Node<'a>) -> Parameter {
        let place = self.key_place(&operation.at);
        let shown = name.escape_debug();
        let message = format!("no parameter declares `{{{shown}}}` of the path");
        let ty = match self.is_v20() {
            true => "type: string",
            false => "schema: {type: string}",
        };
        let help =
            format!("add to `parameters`: `{{name: {shown}, in: path, required: true, {ty}}}`");
        let diagnostic = Diagnostic::new(Code::UndeclaredPathParameter, place, message);
        self.report(diagnostic.label("takes it as a required string").help(help));
        let text = Schema {
            shape: Shape::Text(Text::default()),
            ..Schema::blank(operation.at.clone())
        };
        Parameter {
            at: operation.at.clone(),
            name: name.to_owned(),
            location: Location::Path,
            style: Style::Simple,
            explode: false,
            inner: Vec::new(),
            allow_reserved: false,
            required: true,
            deprecated: false,
            default: None,
            description: None,
            schema: Some(self.schemas.push(text)),
            form: None,
        }
    }
}

/// A template without the parts of its query that a query parameter sends anyway: `q={q}`.
pub(super) fn without_parameters(template: &str, parameters: &[Parameter]) -> String {
    let Some((path, query)) = template.split_once('?') else {
        return template.to_owned();
    };
    let is_sent = |part: &str| {
        parameters
            .iter()
            .any(|one| one.location == Location::Query && part == format!("{0}={{{0}}}", one.name))
    };
    let parts: Vec<_> = query.split('&').filter(|part| !is_sent(part)).collect();
    match parts.join("&") {
        query if query.is_empty() => path.to_owned(),
        query => format!("{path}?{query}"),
    }
}

/// The names in the braces of a path template, each once, in order.
fn names(template: &str) -> IndexSet<&str> {
    let parts = template.split('{').skip(1);
    let names = parts.filter_map(|part| Some(part.split_once('}')?.0));
    names.filter(|name| !name.is_empty()).collect()
}

/// Where the first brace stands that none belongs to.
fn unmatched(template: &str) -> Option<usize> {
    let mut open = None;
    for (offset, character) in template.char_indices() {
        match (character, open) {
            ('{', None) => open = Some(offset),
            ('{', Some(_)) => return open,
            ('}', None) => return Some(offset),
            ('}', Some(_)) => open = None,
            _ => {}
        }
    }
    open
}

fn slash_in_braces(template: &str) -> Option<usize> {
    let mut inside = false;
    template.find(|character| {
        inside = character != '}' && (inside || character == '{');
        inside && character == '/'
    })
}

/// Whether a segment leads elsewhere: `.` or `..`.
fn has_dots(template: &str) -> bool {
    let path = template.split('?').next().unwrap_or_default();
    path.split('/').any(|segment| matches!(segment, "." | ".."))
}
