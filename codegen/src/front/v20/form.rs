//! Forms: parameters `in: formData` (Swagger 2.0 §5.2.9).

use super::super::{context::Context, node::Node, reader::Reader, representation};
use super::key;
use crate::{
    collection::Table,
    diagnostic::{Code, Diagnostic},
    model::{
        Additional, Encoding, EncodingStyle, Location, MediaType, Object, Property, Representation,
        RequestBody, Schema, Shape,
    },
};

impl<'a> Reader<'a> {
    /// A form with these fields.
    pub(super) fn form(
        &mut self,
        context: &Context<'_, 'a>,
        operation: &Node<'a>,
        fields: Vec<Node<'a>>,
    ) -> RequestBody {
        let is_own = |field: &Node<'a>| {
            field
                .at
                .pointer
                .as_str()
                .starts_with(operation.at.pointer.as_str())
        };
        let is_shared = !fields.iter().any(is_own);
        let level = if is_shared { context.item } else { operation };
        let at = level.at.child("parameters");
        let representation = self.form_representation(context, operation, &fields);
        let mut encoding = Table::new();
        let mut properties = Table::new();
        let mut required = Table::new();
        for field in fields {
            self.known_keys(&field, &key::parameter());
            let Some(parsed) = self.parameter_object(&field) else {
                continue;
            };
            let data = parsed.parameter_data();
            if data.required {
                required.insert(data.name.clone(), field.at.child("required"));
            }
            let own = self.field_encoding(&field);
            encoding.extend(own.map(|own| (data.name.clone(), own)));
            let property = Property {
                schema: self.simple_type(&field, data.description.as_deref()),
                required: data.required,
                one_sided: false,
                default: field.value.get("default").cloned(),
            };
            properties.insert(data.name.clone(), property);
        }
        let is_required = !required.is_empty();
        let object = Object {
            properties,
            required,
            additional: Additional::Unsaid,
            discriminator: None,
        };
        let schema = self.schemas.push(Schema {
            shape: Shape::Object(object),
            ..Schema::blank(at.clone())
        });
        let (name, representation) = representation;
        RequestBody {
            at: at.clone(),
            required: Some(is_required),
            description: None,
            content: vec![MediaType {
                at,
                name,
                representation,
                schema: Some(schema),
                encoding,
            }],
        }
    }

    /// Files make a form one of parts. Without them pairs do, unless nothing but parts is read.
    fn form_representation(
        &mut self,
        context: &Context<'_, 'a>,
        operation: &Node<'a>,
        fields: &[Node<'a>],
    ) -> (String, Representation) {
        let names = self.listed(context.root, operation, "consumes");
        let named = |wanted: Representation| {
            let found = names
                .iter()
                .find(|name| representation::by_name(name) == Some(wanted));
            found.map(|name| (name.text.to_owned(), wanted))
        };
        let parts = named(Representation::Multipart);
        let pairs = named(Representation::Form);
        let is_file = |field: &&Node<'a>| field.is_typed("file");
        let file = fields.iter().find(is_file);
        if let (Some(file), None, false) = (file, &parts, names.is_empty()) {
            let place = self.key_place(&file.at);
            let message = "a file goes in `multipart/form-data`, and so does this";
            let help = "write `consumes: [multipart/form-data]`";
            self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
        }
        let of_parts = || ("multipart/form-data".to_owned(), Representation::Multipart);
        let of_pairs = || {
            let name = "application/x-www-form-urlencoded";
            (name.to_owned(), Representation::Form)
        };
        match file {
            Some(_) => parts.unwrap_or_else(of_parts),
            None => pairs.or(parts).unwrap_or_else(of_pairs),
        }
    }

    /// What is particular about a field: a list that is one text. Else each item is a pair.
    fn field_encoding(&mut self, field: &Node<'a>) -> Option<Encoding> {
        if !field.is_typed("array") {
            return None;
        }
        let items = field.get("items");
        if let Some(inner) = items.filter(|items| items.is_typed("array")) {
            let message = "a list in a list is sent as JSON text in a form";
            let help =
                "describe the body by one parameter, `in: body`, if the server reads another form";
            let place = self.key_place(&inner.at);
            self.report(Diagnostic::new(Code::UndefinedStyle, place, message).help(help));
        }
        let (style, explode) = self.collection_format(field, Location::Query);
        (!explode).then(|| Encoding {
            at: field.at.clone(),
            content_types: Vec::new(),
            style: Some(EncodingStyle {
                style,
                explode,
                allow_reserved: false,
            }),
            headers: Vec::new(),
            within: Table::new(),
        })
    }
}
