//! Fields of forms: what is particular about how they are written.

use crate::{
    collection::Table,
    diagnostic::{Code, Diagnostic},
    ir,
    model::{ContentType, Encoding, EncodingStyle, MediaType, Representation, Style},
};

use super::super::types::Types;

/// The fields of which the document says something that makes a difference.
pub(in crate::plan) fn fields(content: &MediaType, types: &mut Types<'_>) -> Vec<ir::FormField> {
    fields_of(&content.encoding, types)
}

fn fields_of(encodings: &Table<String, Encoding>, types: &mut Types<'_>) -> Vec<ir::FormField> {
    let fields = encodings.iter().map(|(wire, encoding)| ir::FormField {
        needs: Vec::new(),
        ..field(wire, Some(encoding), false, types)
    });
    let usual = |field: &ir::FormField| {
        field.encoding == ir::FieldEncoding::Usual && field.headers.is_empty()
    };
    fields.filter(|field| !usual(field)).collect()
}

/// How a field is written.
pub(super) fn field(
    wire: &str,
    encoding: Option<&Encoding>,
    is_file: bool,
    types: &mut Types<'_>,
) -> ir::FormField {
    let mut field = ir::FormField {
        wire: wire.to_owned(),
        ..ir::FormField::default()
    };
    let Some(encoding) = encoding else {
        return field;
    };
    field.encoding = match (&encoding.style, encoding.content_types.as_slice()) {
        (Some(style), _) => self::style(style),
        (None, []) => ir::FieldEncoding::Usual,
        // Of several, or of a range, the caller knows which it is.
        (None, [only]) if is_file && !only.name.contains('*') => {
            ir::FieldEncoding::Typed(only.name.clone())
        }
        (None, _) if is_file => ir::FieldEncoding::Usual,
        (None, [first, ..]) => typed(encoding, first, types),
    };
    for header in &encoding.headers {
        match &header.value {
            Some(value) => field.headers.push((header.name.clone(), value.clone())),
            None if is_file && header.required => field.needs.push(header.name.clone()),
            None if is_file => {}
            None => {
                let place = types.key_place(&encoding.at.child("headers").child(&header.name));
                let message = "the value of this header is not known, so it is not sent";
                let help = "give its schema an `enum` with one value, or a `default`";
                types.report(Diagnostic::new(Code::Ignored, place, message).help(help));
            }
        }
    }
    field
}

fn style(style: &EncodingStyle) -> ir::FieldEncoding {
    let EncodingStyle {
        style,
        explode,
        allow_reserved,
    } = *style;
    ir::FieldEncoding::Style {
        style: match style {
            Style::SpaceDelimited => ir::FieldStyle::Space,
            Style::PipeDelimited => ir::FieldStyle::Pipe,
            Style::TabDelimited => ir::FieldStyle::Tab,
            Style::DeepObject => ir::FieldStyle::Deep,
            // Others are not of queries.
            Style::Form
            | Style::Simple
            | Style::Label
            | Style::Matrix
            | Style::Cookie
            | Style::Json
            | Style::Text
            | Style::Foreign => ir::FieldStyle::Form,
        },
        explode,
        reserved: allow_reserved,
    }
}

/// What is no file, under a content type: it can be JSON, a form or text.
fn typed(
    encoding: &Encoding,
    content_type: &ContentType,
    types: &mut Types<'_>,
) -> ir::FieldEncoding {
    let name = content_type.name.clone();
    if name.contains('*') {
        let place = types.value_place(&encoding.at.child("contentType"));
        let message = "a range of media types is for files: it has no effect here";
        types.report(Diagnostic::new(Code::Ignored, place, message).help("name one media type"));
        return ir::FieldEncoding::Usual;
    }
    match content_type.representation {
        Representation::Json => ir::FieldEncoding::Json(name),
        Representation::Form => ir::FieldEncoding::Form(name, fields_of(&encoding.within, types)),
        Representation::Text
        | Representation::Xml
        | Representation::Bytes
        | Representation::JsonSequence
        | Representation::Events
        | Representation::Multipart => ir::FieldEncoding::Typed(name),
    }
}
