//! Parameters outside the body (Swagger 2.0 §5.2.9).

use super::super::{
    node::Node,
    parameter::{Written, default_of},
    reader::Reader,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::{Location, Style},
};

/// The formats of lists.
const FORMATS: [(&str, Option<Style>); 5] = [
    ("csv", None),
    ("ssv", Some(Style::SpaceDelimited)),
    ("tsv", Some(Style::TabDelimited)),
    ("pipes", Some(Style::PipeDelimited)),
    ("multi", Some(Style::Form)),
];

impl<'a> Reader<'a> {
    /// How a parameter is written, and its type.
    pub(in crate::front) fn v20_written(&mut self, node: &Node<'a>, location: Location) -> Written {
        let (style, explode) = self.collection_format(node, location);
        Written {
            style,
            explode,
            inner: self.inner_delimiters(node),
            allow_reserved: false,
            default: default_of(Some(node)),
            schema: Some(self.simple_type(node, None)),
            form: None,
        }
    }

    /// How a list is written, and whether each item is written by itself. What is no list is
    /// written as it always is.
    pub(super) fn collection_format(
        &mut self,
        node: &Node<'a>,
        location: Location,
    ) -> (Style, bool) {
        let usual = location.usual_style();
        let is_list = node.is_typed("array");
        // Whoever writes a `schema` here means it as in OpenAPI 3, unless a format is named.
        let is_list_by_schema = || {
            let schema = node.get("schema");
            schema.is_some_and(|schema| schema.is_typed("array"))
        };
        let member = match node.get("collectionFormat") {
            Some(member) if is_list || is_list_by_schema() => member,
            _ => return (usual, !is_list && usual.usual_explode()),
        };
        let name = member.value.as_str().unwrap_or_default();
        let place = self.value_place(&member.at);
        match FORMATS.iter().find(|(known, _)| *known == name) {
            // A name stands in a path and before a header once.
            Some((_, Some(Style::Form))) if usual != Style::Form => {
                let message = "`multi` is for queries and forms only: this is sent as `csv`";
                let help = "write `csv`, or leave `collectionFormat` out";
                self.report(Diagnostic::new(Code::UndefinedStyle, place, message).help(help));
                (usual, false)
            }
            Some((_, Some(style))) => (*style, *style == Style::Form),
            Some((_, None)) => (usual, false),
            None => {
                self.report_format(&member, name);
                (usual, false)
            }
        }
    }

    /// What joins the items of lists within a list, by depth.
    fn inner_delimiters(&mut self, node: &Node<'a>) -> Vec<char> {
        let mut delimiters = Vec::new();
        let mut here = node.get("items");
        while let Some(items) = here.filter(|items| items.is_typed("array")) {
            let format = items.get("collectionFormat");
            let name = format.as_ref().map(|format| format.value.as_str());
            delimiters.push(match name.flatten() {
                Some("ssv") => ' ',
                Some("tsv") => '\t',
                Some("pipes") => '|',
                Some("csv") => ',',
                other => {
                    if let Some(format) = &format {
                        self.report_format(format, other.unwrap_or_default());
                    }
                    ','
                }
            });
            here = items.get("items");
        }
        delimiters
    }

    fn report_format(&mut self, member: &Node<'a>, name: &str) {
        let shown = name.escape_debug();
        let message = match name {
            "multi" => "`multi` is not for lists in a list: these are sent as `csv`".to_owned(),
            _ => format!("`{shown}` is no format of lists, so this is sent as `csv`"),
        };
        let names = FORMATS.map(|(known, _)| known);
        let help = match self.closest(name, names) {
            Some(near) if near != name => format!("did you mean `{near}`?"),
            _ => format!("the formats are `{}`", names.join("`, `")),
        };
        let place = self.value_place(&member.at);
        self.report(Diagnostic::new(Code::UndefinedStyle, place, message).help(help));
    }
}
