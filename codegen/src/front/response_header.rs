//! Headers of responses (OpenAPI 3.0.3 §4.7.21).

use super::{media_name::is_token, node::Node, reader::Reader, v20};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::Header,
};

/// Headers that belong to the way on which an answer comes, and `Content-Type`, which its
/// representations say: what a document says of them has no effect.
const OF_THE_WAY: &[&str] = &[
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "keep-alive",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

const KEYS: &[&str] = &[
    "description",
    "required",
    "deprecated",
    "allowEmptyValue",
    "style",
    "explode",
    "allowReserved",
    "schema",
    "content",
    "example",
    "examples",
];

impl<'a> Reader<'a> {
    /// The headers of a response.
    pub(super) fn response_headers(&mut self, response: &Node<'a>) -> Vec<Header> {
        // Here a key that begins with `x-` is the name of a header, and no extension.
        let headers = self.member(response, "headers");
        let headers = headers.filter(|headers| self.expect_members(headers, "`headers`"));
        let entries = headers.into_iter().flat_map(|headers| headers.entries());
        entries
            .filter_map(|(name, node)| self.response_header(name, node))
            .collect()
    }

    fn response_header(&mut self, name: &str, node: Node<'a>) -> Option<Header> {
        let node = self.resolve(node)?;
        if !self.expect_mapping(&node, "a header") {
            return None;
        }
        self.known_keys(&node, self.keys_of(v20::key::HEADER, KEYS));
        self.header(name, node)
    }

    /// A header of an answer, or of a request that the API sends.
    pub(super) fn header(&mut self, name: &str, node: Node<'a>) -> Option<Header> {
        if OF_THE_WAY.contains(&name.to_ascii_lowercase().as_str()) {
            return None;
        }
        if !is_token(name) {
            let place = self.key_place(&node.at);
            let message = format!("no header is called `{}`", name.escape_debug());
            let help = "a name has letters, digits and marks like `-`, and no spaces";
            self.report(Diagnostic::new(Code::Ignored, place, message).help(help));
            return None;
        }
        self.ignore(
            &node,
            "content",
            "the header is given as text, as it comes",
            "nothing needs to change: read the text as the media type says",
        );
        Some(Header {
            name: name.to_owned(),
            description: node.text("description").map(str::to_owned),
            deprecated: node.value.get("deprecated") == Some(&true.into()),
            schema: match node.get("schema") {
                _ if self.is_v20() => Some(self.simple_type(&node, None)),
                schema => schema.map(|schema| self.schema(schema)),
            },
            at: node.at,
        })
    }
}
