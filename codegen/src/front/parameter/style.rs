//! How a parameter is written: `style`, `explode` and `allowReserved` (OpenAPI 3.0.3 §4.7.12.2).

use serde_json::Value;

use super::super::{
    node::{Node, kind},
    reader::Reader,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::{DefaultArgument, Location, MediaType, SchemaId, Style},
};

/// All that decides how a value is written.
pub(in crate::front) struct Written {
    pub(in crate::front) style: Style,
    pub(in crate::front) explode: bool,
    pub(in crate::front) inner: Vec<char>,
    pub(in crate::front) allow_reserved: bool,
    pub(in crate::front) schema: Option<SchemaId>,
    pub(in crate::front) form: Option<MediaType>,
    pub(in crate::front) default: Option<DefaultArgument>,
}

impl<'a> Reader<'a> {
    /// By `schema` or by `content`.
    pub(super) fn written(&mut self, node: &Node<'a>, location: Location) -> Written {
        let schema = node.get("schema");
        if schema.is_some() {
            let why = "`content` has no effect beside `schema`";
            self.ignore(node, "content", why, "take one of the two out");
            self.check_schema(node, location);
        } else if let Some(content) = self.member(node, "content") {
            return self.written_by_content(node, &content, location);
        }
        let (style, usual_explode) = self.parameter_style(node, location);
        Written {
            style,
            explode: self
                .parameter_flag(node, "explode")
                .unwrap_or(usual_explode),
            inner: Vec::new(),
            allow_reserved: self.allow_reserved(node, location),
            default: default_of(schema.as_ref()),
            schema: schema.map(|schema| self.schema(schema)),
            form: None,
        }
    }

    /// A query as a whole is described by `content` (OpenAPI 3.2.0 §4.12.1).
    fn check_schema(&mut self, node: &Node<'a>, location: Location) {
        if location == Location::QueryString {
            let place = self.key_place(&node.at.child("schema"));
            let message = "a query as a whole has `content`, so this is sent as a form";
            let help = "put it under `content` and `application/x-www-form-urlencoded`";
            self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
        }
    }

    /// The style, and what `explode` is unless the parameter says it.
    ///
    /// One that is not defined for the place is read as the nearest one that is, and what it says of
    /// `explode` is kept.
    pub(in crate::front) fn parameter_style(
        &mut self,
        node: &Node<'a>,
        location: Location,
    ) -> (Style, bool) {
        let usual = location.usual_style();
        let Some(member) = node.get("style") else {
            return (usual, usual.usual_explode());
        };
        let Some(name) = member.value.as_str() else {
            self.wrong_type(&member, "style", "text");
            return (usual, usual.usual_explode());
        };
        let place = self.value_place(&member.at);
        let names = Style::ALL.map(|(name, _)| name);
        let near = self.closest(name, names);
        let Some((known, style)) = Style::ALL.iter().find(|(known, _)| Some(*known) == near) else {
            let shown = name.escape_debug();
            let message = format!(
                "`{shown}` is no style, so this is sent as `{}`",
                usual.name()
            );
            let help = format!("the styles are `{}`", names.join("`, `"));
            self.report(Diagnostic::new(Code::UndefinedStyle, place, message).help(help));
            return (usual, usual.usual_explode());
        };
        let read = nearest(*style, location);
        if *known != name {
            let shown = name.escape_debug();
            let message = format!("`{shown}` is no style, and is read as `{known}`");
            let help = format!("write `{known}`");
            self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
        } else if read != *style || !is_defined(*style, location) {
            let message = match read.name() {
                same if same == *known => {
                    format!("`{known}` is not defined here, and is followed all the same")
                }
                other => format!("`{known}` is not defined here, so this is sent as `{other}`"),
            };
            let help = format!(
                "write `{}`, which is usual here, or leave `style` out",
                usual.name()
            );
            self.report(Diagnostic::new(Code::UndefinedStyle, place, message).help(help));
        } else if *style == Style::Cookie && !self.has_3_2() {
            let message = "`cookie` is a style of OpenAPI 3.2, and is read as that";
            self.report(
                Diagnostic::new(Code::Tolerated, place, message)
                    .help("leave `style` out, or write the document for a version that has it"),
            );
        }
        (read, style.usual_explode())
    }

    /// In the query; from OpenAPI 3.2 on wherever there is escaping.
    fn allow_reserved(&mut self, node: &Node<'a>, location: Location) -> bool {
        let allowed = self
            .parameter_flag(node, "allowReserved")
            .unwrap_or_default();
        let has_effect = match location {
            Location::Query | Location::QueryString => true,
            Location::Path | Location::Cookie => self.has_3_2(),
            Location::Header => false,
        };
        if allowed && !has_effect {
            let why = match location {
                Location::Header => "`allowReserved` has no effect: nothing is escaped in a header",
                _ => "`allowReserved` has an effect on queries only, before OpenAPI 3.2",
            };
            self.ignore(node, "allowReserved", why, "take it out");
        }
        allowed && has_effect
    }

    fn parameter_flag(&mut self, node: &Node<'a>, key: &str) -> Option<bool> {
        let member = node.get(key)?;
        match member.value {
            Value::Bool(flag) => Some(*flag),
            _ => {
                self.wrong_type(&member, key, "`true` or `false`");
                None
            }
        }
    }

    fn wrong_type(&mut self, member: &Node<'a>, key: &str, wanted: &str) {
        let message = format!("`{key}` of a parameter has the wrong type");
        let label = kind(member.value);
        let place = self.value_place(&member.at);
        self.report(
            Diagnostic::new(Code::InvalidObject, place, message)
                .label(label)
                .help(format!("write {wanted}, without quotes")),
        );
    }
}

/// What the API takes a parameter of this schema for where it is left out.
pub(in crate::front) fn default_of(schema: Option<&Node<'_>>) -> Option<DefaultArgument> {
    let Node { value, at } = schema?.get("default")?;
    let json = (!value.is_null()).then(|| value.to_string())?;
    Some(DefaultArgument { json, at })
}

/// Whether the specification has the style there.
fn is_defined(style: Style, location: Location) -> bool {
    match location {
        Location::Path => matches!(style, Style::Simple | Style::Label | Style::Matrix),
        Location::Query => matches!(
            style,
            Style::Form | Style::SpaceDelimited | Style::PipeDelimited | Style::DeepObject
        ),
        Location::Header => style == Style::Simple,
        Location::Cookie => matches!(style, Style::Form | Style::Cookie),
        Location::QueryString => false,
    }
}

/// The style itself where it can be followed, else the one that is most like it.
fn nearest(style: Style, location: Location) -> Style {
    let has_delimiter = matches!(style, Style::SpaceDelimited | Style::PipeDelimited);
    if is_defined(style, location) || (has_delimiter && location != Location::QueryString) {
        style
    } else {
        location.usual_style()
    }
}
