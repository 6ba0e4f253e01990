//! Bodies of requests: a parameter `in: body`, or parameters `in: formData` (Swagger 2.0 §5.2.9).

use super::super::{context::Context, node::Node, reader::Reader};
use super::{key, media::Written};
use crate::{
    collection::Table,
    diagnostic::{Code, Diagnostic},
    model::{MediaType, Method, Representation, RequestBody, Schema, SchemaId},
};

/// `formData`, as Swagger 1.2 called it.
const FORM: &str = "form";

impl<'a> Reader<'a> {
    /// Whether a parameter is the body, or a part of it.
    pub(in crate::front) fn is_of_body(&self, parameter: &Node<'a>) -> bool {
        self.is_v20() && matches!(place(parameter), Some("body" | "formData"))
    }

    /// The body of an operation, if it has one.
    pub(in crate::front) fn v20_request_body(
        &mut self,
        context: &Context<'_, 'a>,
        method: &Method,
        operation: &Node<'a>,
    ) -> Option<RequestBody> {
        let bodies = self.parameters_in(context, operation, "body");
        let fields = self.parameters_in(context, operation, "formData");
        let mut others = bodies.iter().skip(1).chain(&fields);
        if let (Some(first), Some(other)) = (bodies.first(), others.next()) {
            let message = "a request has one body, so this has no effect";
            let place = self.key_place(&other.at);
            let diagnostic = Diagnostic::new(Code::Ignored, place, message)
                .also(self.key_place(&first.at), "the body")
                .help("describe the body by one parameter, or by `formData` alone");
            self.report(diagnostic);
        }
        let first = bodies.first().or(fields.first())?;
        if matches!(method, Method::Get | Method::Head | Method::Delete) {
            let place = self.key_place(&first.at);
            let message = format!(
                "the body of a {} request has no meaning in HTTP",
                method.as_str()
            );
            let help = "it is sent all the same; if the server refuses it, take it out";
            self.report(Diagnostic::new(Code::Ignored, place, message).help(help));
        }
        match bodies.into_iter().next() {
            Some(body) => self.body_parameter(context, operation, body),
            None => Some(self.form(context, operation, fields)),
        }
    }

    /// The parameters in one place: those of the operation replace those of its path that have the
    /// same name.
    fn parameters_in(
        &mut self,
        context: &Context<'_, 'a>,
        operation: &Node<'a>,
        wanted: &str,
    ) -> Vec<Node<'a>> {
        let mut all: Table<&str, Node<'a>> = Table::new();
        for level in [context.item, operation] {
            for parameter in self.list(level, "parameters") {
                let Some(parameter) = self.resolve(parameter) else {
                    continue;
                };
                if place(&parameter) == Some(wanted) {
                    self.report_form(&parameter);
                    // There is one body, whatever it is called.
                    let name = match wanted {
                        "body" if level.at == context.item.at => "",
                        _ => parameter.text("name").unwrap_or_default(),
                    };
                    all.insert(name, parameter);
                }
            }
        }
        if all.len() > 1 && wanted == "body" {
            all.shift_remove("");
        }
        all.into_values().collect()
    }

    /// What a body is: its `schema`, else what stands beside its name, as in other parameters.
    fn body_schema(&mut self, node: &Node<'a>) -> (Node<'a>, SchemaId) {
        if let Some(schema) = node.get("schema") {
            self.known_keys(node, key::BODY);
            return (schema.clone(), self.schema(schema));
        }
        if node.get("type").is_none() {
            self.known_keys(node, key::BODY);
            return (
                node.clone(),
                self.schemas.push(Schema::blank(node.at.clone())),
            );
        }
        self.known_keys(node, &[&key::parameter(), key::MEMBERS].concat());
        let place = self.key_place(&node.at);
        let message = "the type of a body stands in its `schema`, and this is read as if it did";
        let help = "move `type` and the keys beside it into a `schema`";
        self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
        (node.clone(), self.simple_type(node, None))
    }

    fn report_form(&mut self, parameter: &Node<'a>) {
        if let Some(member) = parameter.get("in").filter(|one| one.value == FORM) {
            let message = "`form` is a place of Swagger 1.2, and is read as `formData`";
            let place = self.value_place(&member.at);
            let diagnostic = Diagnostic::new(Code::Tolerated, place, message);
            self.report(diagnostic.help("write `formData`"));
        }
    }

    fn body_parameter(
        &mut self,
        context: &Context<'_, 'a>,
        operation: &Node<'a>,
        node: Node<'a>,
    ) -> Option<RequestBody> {
        let parsed = self.parameter_object(&node)?;
        let data = parsed.parameter_data();
        let (schema, id) = self.body_schema(&node);
        let names = self.listed(context.root, operation, "consumes");
        let mut all = self.in_each(&names, &schema, (context.root, "consumes"));
        // Lists for a whole document have forms, too, and those have parameters of their own.
        if !all.iter().all(is_form) {
            all.retain(|written| !is_form(written));
        }
        let content = all.into_iter().map(|written| MediaType {
            at: node.at.clone(),
            name: written.name,
            representation: written.representation,
            schema: Some(id),
            encoding: Table::new(),
        });
        Some(RequestBody {
            required: node.get("required").map(|_| data.required),
            description: data.description.clone(),
            content: content.collect(),
            at: node.at,
        })
    }
}

/// Where a parameter goes, whichever version of Swagger says it.
fn place<'a>(parameter: &Node<'a>) -> Option<&'a str> {
    let place = parameter.text("in")?;
    Some(if place == FORM { "formData" } else { place })
}

fn is_form(written: &Written) -> bool {
    matches!(
        written.representation,
        Representation::Form | Representation::Multipart
    )
}
