//! Parameters with `content`: written in a media type, then placed (OpenAPI 3.0.3 §4.7.12.3).

use super::{
    super::{node::Node, reader::Reader},
    style::{Written, default_of},
};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::{Location, MediaType, Representation, Style},
};

impl<'a> Reader<'a> {
    pub(super) fn written_by_content(
        &mut self,
        node: &Node<'a>,
        content: &Node<'a>,
        location: Location,
    ) -> Written {
        for key in ["style", "explode", "allowReserved"] {
            let why = format!("`{key}` has no effect beside `content`");
            self.ignore(
                node,
                key,
                &why,
                "take it out: the media type says how it is written",
            );
        }
        let media_type = self.parameter_content(content);
        let style = match &media_type {
            Some(media_type) => self.style_of_content(media_type, location),
            None => location.usual_style(),
        };
        let at = media_type.as_ref().map(|media_type| &media_type.at);
        let entries = content.entries().map(|(_, node)| node);
        let mut entries = entries.filter_map(|node| self.glance(node));
        let own = entries.find(|node| Some(&node.at) == at);
        let schema = own.and_then(|own| own.get("schema"));
        Written {
            style,
            explode: style.usual_explode(),
            inner: Vec::new(),
            allow_reserved: false,
            default: default_of(schema.as_ref()),
            schema: media_type.as_ref().and_then(|media_type| media_type.schema),
            form: media_type.filter(|_| style == Style::Form),
        }
    }

    /// The one media type, or that of several which can be written best.
    fn parameter_content(&mut self, content: &Node<'a>) -> Option<MediaType> {
        let mut all = self.content(content);
        let is_json = |one: &MediaType| one.representation == Representation::Json;
        let chosen = all.iter().position(is_json).unwrap_or(0);
        if all.len() > 1 {
            let name = all
                .get(chosen)
                .map(|one| one.name.escape_debug().to_string());
            let place = self.key_place(&content.at);
            let message = format!(
                "a parameter has one media type, so only `{}` is read",
                name.unwrap_or_default()
            );
            self.report(
                Diagnostic::new(Code::Ignored, place, message)
                    .help("leave the media type that the API reads"),
            );
        }
        (chosen < all.len()).then(|| all.swap_remove(chosen))
    }

    fn style_of_content(&mut self, media_type: &MediaType, location: Location) -> Style {
        match media_type.representation {
            Representation::Json => Style::Json,
            Representation::Form if location == Location::QueryString => Style::Form,
            Representation::Text => Style::Text,
            Representation::JsonSequence
            | Representation::Events
            | Representation::Form
            | Representation::Multipart
            | Representation::Xml
            | Representation::Bytes => {
                let place = self.key_place(&media_type.at);
                let message = format!(
                    "nothing is known of writing `{}` here, so the argument is its text, sent as it \
                     is given",
                    media_type.name.escape_debug()
                );
                let help = "JSON can be written, and single values as `text/plain`";
                self.report(Diagnostic::new(Code::NoType, place, message).help(help));
                Style::Foreign
            }
        }
    }
}
