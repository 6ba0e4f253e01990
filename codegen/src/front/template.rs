//! Path templates (OpenAPI 3.0.3 §4.7.8.2): each name needs a parameter, and each path parameter a
//! place.

use std::collections::BTreeSet;

use super::{context::Context, node::Node, reader::Reader};
use crate::{
    diagnostic::{Code, Diagnostic, closest},
    model::{Location, Parameter, Schema, Shape, Text},
};

impl<'a> Reader<'a> {
    /// Reports paths that no request can be made of: braces that hold no name or are not closed,
    /// and segments of dots.
    pub(super) fn check_braces(&mut self, template: &str, item: &Node<'a>) {
        let message = if template.contains("{}") {
            "the braces of this path are empty"
        } else if !is_balanced(template) {
            "the braces of this path do not match"
        } else if names(template).iter().any(|name| name.contains('/')) {
            "a slash within braces would end the segment"
        } else if template
            .split('/')
            .any(|segment| matches!(segment, "." | ".."))
        {
            "a path cannot climb"
        } else {
            return;
        };
        let place = self.key_place(&item.at);
        let help = "write a parameter as `{name}`, and no `.` or `..` between slashes";
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
        let names = names(context.template);
        let is_unused = |one: &mut Parameter| {
            one.location == Location::Path && !names.contains(&one.name.as_str())
        };
        let unused: Vec<_> = all.extract_if(.., is_unused).collect();
        let is_declared = |name: &str, all: &[Parameter]| {
            all.iter()
                .any(|one| one.location == Location::Path && one.name == name)
        };
        for parameter in unused {
            let missing = names.iter().copied().filter(|name| !is_declared(name, all));
            let near = closest(&parameter.name, missing);
            self.report_unused(&parameter, near, context.template);
            // A slip of the pen is still the parameter that is meant.
            all.extend(near.map(|name| Parameter {
                name: name.to_owned(),
                ..parameter
            }));
        }
        for name in &names {
            if !is_declared(name, all) {
                let undeclared = self.undeclared(name, operation);
                all.push(undeclared);
            }
        }
        all.sort_by_key(|parameter| match parameter.location {
            Location::Path => names
                .iter()
                .position(|name| *name == parameter.name)
                .unwrap_or(names.len()),
            Location::Query => names.len() + 1,
            Location::Header => names.len() + 2,
        });
    }

    fn report_unused(&mut self, parameter: &Parameter, near: Option<&str>, template: &str) {
        let place = self.value_place(&parameter.at.child("name"));
        let name = parameter.name.escape_debug();
        let (message, help) = match near {
            Some(near) => (
                format!("the path has no `{{{name}}}`, so this is taken for `{{{near}}}`"),
                format!("did you mean `{near}`?"),
            ),
            None => (
                format!("the path has no `{{{name}}}`, so this parameter is left out"),
                format!(
                    "write `{{{name}}}` where it belongs in `{}`",
                    template.escape_debug()
                ),
            ),
        };
        self.report(Diagnostic::new(Code::UnusedPathParameter, place, message).help(help));
    }

    /// A name that nobody declares becomes a required string.
    fn undeclared(&mut self, name: &str, operation: &Node<'a>) -> Parameter {
        let place = self.key_place(&operation.at);
        let shown = name.escape_debug();
        let message =
            format!("nothing declares `{{{shown}}}` of the path, so it becomes a required string");
        let help = format!(
            "add to `parameters`: `{{name: {shown}, in: path, required: true, schema: {{type: string}}}}`"
        );
        self.report(Diagnostic::new(Code::UndeclaredPathParameter, place, message).help(help));
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
            default: None,
            description: None,
            schema: self.schemas.push(text),
        }
    }
}

/// The names in the braces of a path template, each once, in order.
fn names(template: &str) -> Vec<&str> {
    let mut seen = BTreeSet::new();
    let parts = template.split('{').skip(1);
    let names = parts.filter_map(|part| Some(part.split_once('}')?.0));
    names
        .filter(|name| !name.is_empty() && seen.insert(*name))
        .collect()
}

fn is_balanced(template: &str) -> bool {
    let mut open = false;
    for character in template.chars() {
        match character {
            '{' if open => return false,
            '}' if !open => return false,
            '{' | '}' => open = !open,
            _ => {}
        }
    }
    !open
}
