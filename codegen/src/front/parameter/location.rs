//! Where a parameter goes, and what it may be called there.

use super::super::{media_name::is_token, node::Node, reader::Reader, v20};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::{Location, Parameter},
};

impl<'a> Reader<'a> {
    /// What `in` names. Where it is missing or no text, the object as a whole is reported later.
    pub(super) fn parameter_location(&mut self, node: &Node<'a>) -> Option<Location> {
        let Some(location) = node.get("in").filter(|location| location.value.is_string()) else {
            return Some(Location::Query);
        };
        let name = location.value.as_str()?;
        let place = self.value_place(&location.at);
        let known = Location::ALL.iter().find(|(known, _)| *known == name);
        let Some((_, known)) = known else {
            let message = format!("`{}` is no place for a parameter", name.escape_debug());
            let names = match self.is_v20() {
                true => v20::key::PLACES.to_vec(),
                false => Location::ALL.map(|(name, _)| name).to_vec(),
            };
            let help = match self.closest(name, names.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the places are `{}`", names.join("`, `")),
            };
            self.report(Diagnostic::new(Code::InvalidObject, place, message).help(help));
            return None;
        };
        if *known == Location::QueryString && !self.has_3_2() {
            let message = "`querystring` is a place of OpenAPI 3.2, and is read as that";
            let help = "declare the members of the query as parameters of their own";
            self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
        }
        Some(*known)
    }

    /// Whether a parameter of this name can be generated; reports it where it cannot.
    pub(super) fn check_name(&mut self, node: &Node<'a>, location: Location, name: &str) -> bool {
        if location != Location::Header {
            return true;
        }
        if is_one_of(name, &["Accept", "Content-Type", "Authorization"]) {
            let place = self.value_place(&node.at);
            let message = format!(
                "a header parameter `{name}` is ignored, as OpenAPI says: it is set in other ways"
            );
            self.report(
                Diagnostic::new(Code::Ignored, place, message)
                    .help("take it out: the methods of the builder and the body set it"),
            );
            return false;
        }
        if name.eq_ignore_ascii_case("Cookie") {
            let place = self.value_place(&node.at.child("name"));
            let message = "cookies in a header parameter are sent beside all other cookies";
            let help = "declare each cookie by itself, with `in: cookie`";
            self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
        }
        self.check_header_name(node, name)
    }

    /// Whether a name can be that of a header, and one that a caller may set (RFC 9110 §5.1, §7.2,
    /// §8.6, §7.6.1).
    fn check_header_name(&mut self, node: &Node<'a>, name: &str) -> bool {
        let framing = ["Host", "Content-Length", "Transfer-Encoding", "Connection"];
        let (code, message) = if !is_token(name) {
            let message = format!("`{}` cannot be the name of a header", name.escape_debug());
            (Code::InvalidObject, message)
        } else if is_one_of(name, &framing) {
            let message =
                format!("`{name}` is set by the transport, so this parameter is left out");
            (Code::Ignored, message)
        } else {
            return true;
        };
        let place = self.value_place(&node.at.child("name"));
        self.report(
            Diagnostic::new(code, place, message)
                .help("write a name that a caller may set, such as `X-Request-Id`"),
        );
        false
    }

    /// A query that is described as a whole is described once (OpenAPI 3.2.0 §4.12.1).
    pub(super) fn check_queries(&mut self, all: &[Parameter]) {
        let mut wholes = all
            .iter()
            .filter(|one| one.location == Location::QueryString);
        let Some(whole) = wholes.next() else {
            return;
        };
        let part = all.iter().find(|one| one.location == Location::Query);
        if let Some(other) = wholes.next().or(part) {
            let place = self.key_place(&whole.at);
            let message = "the query is described as a whole and by another parameter, so what both \
                           of them give is joined by `&`";
            let diagnostic = Diagnostic::new(Code::Tolerated, place, message);
            let help = "take one of them out";
            self.report(
                diagnostic
                    .also(self.key_place(&other.at), "the other")
                    .help(help),
            );
        }
    }
}

fn is_one_of(name: &str, headers: &[&str]) -> bool {
    headers
        .iter()
        .any(|header| header.eq_ignore_ascii_case(name))
}
