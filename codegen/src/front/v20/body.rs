//! Bodies of requests: a parameter `in: body`, or parameters `in: formData` (Swagger 2.0 §5.2.9).

use indexmap::IndexMap;

use super::super::{context::Context, node::Node, reader::Reader};
use super::{key, media::Written};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::{MediaType, Method, Representation, RequestBody},
};

impl<'a> Reader<'a> {
    /// Whether a parameter is the body, or a part of it.
    pub(in crate::front) fn is_of_body(&self, parameter: &Node<'a>) -> bool {
        self.is_v20() && matches!(parameter.text("in"), Some("body" | "formData"))
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
        place: &str,
    ) -> Vec<Node<'a>> {
        let mut all: IndexMap<&str, Node<'a>> = IndexMap::new();
        for level in [context.item, operation] {
            for parameter in self.list(level, "parameters") {
                let Some(parameter) = self.resolve(parameter) else {
                    continue;
                };
                if parameter.text("in") == Some(place) {
                    // There is one body, whatever it is called.
                    let name = match place {
                        "body" if level.at == context.item.at => "",
                        _ => parameter.text("name").unwrap_or_default(),
                    };
                    all.insert(name, parameter);
                }
            }
        }
        if all.len() > 1 && place == "body" {
            all.shift_remove("");
        }
        all.into_values().collect()
    }

    fn body_parameter(
        &mut self,
        context: &Context<'_, 'a>,
        operation: &Node<'a>,
        node: Node<'a>,
    ) -> Option<RequestBody> {
        self.known_keys(&node, key::BODY);
        let parsed = self.parameter_object(&node)?;
        let data = parsed.parameter_data();
        let Some(schema) = node.get("schema") else {
            let place = self.key_place(&node.at);
            let message = "the body has no `schema`, so nothing is known of it";
            let help = "add what it is: `schema: {type: object}`";
            self.report(Diagnostic::new(Code::InvalidObject, place, message).help(help));
            return None;
        };
        let names = self.listed(context.root, operation, "consumes");
        let mut all = self.in_each(&names, &schema, (context.root, "consumes"));
        // Lists for a whole document have forms, too, and those have parameters of their own.
        if !all.iter().all(is_form) {
            all.retain(|written| !is_form(written));
        }
        let id = self.schema(schema);
        let content = all.into_iter().map(|written| MediaType {
            at: node.at.clone(),
            name: written.name,
            representation: written.representation,
            schema: Some(id),
            encoding: IndexMap::new(),
        });
        Some(RequestBody {
            required: node.get("required").map(|_| data.required),
            description: data.description.clone(),
            content: content.collect(),
            at: node.at,
        })
    }
}

fn is_form(written: &Written) -> bool {
    matches!(
        written.representation,
        Representation::Form | Representation::Multipart
    )
}
