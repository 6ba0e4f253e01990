//! Security schemes and requirements (OpenAPI 3.0.3 §4.7.27, §4.7.30).

use openapiv3::{APIKeyLocation, SecurityScheme as Scheme};

use super::{dialect::Dialect, media_name::is_token, node::Node, reader::Reader};
use crate::{
    diagnostic::{Code, Diagnostic, Origin},
    model::{Requirement, SchemeKind, SecurityScheme},
    source::Found,
};

/// How many schemes are listed for someone who named another.
const MOST_NAMED: usize = 10;

impl<'a> Reader<'a> {
    /// The declared schemes.
    pub(super) fn security_schemes(&mut self, root: &Node<'a>) -> Vec<SecurityScheme> {
        let schemes = if self.is_v20() {
            self.mapping(root, "securityDefinitions")
        } else if let Some(components) = root.get("components") {
            self.mapping(&components, "securitySchemes")
        } else {
            Vec::new()
        };
        let schemes = schemes.into_iter();
        schemes
            .filter_map(|(name, scheme)| self.security_scheme(name, scheme))
            .collect()
    }

    fn security_scheme(&mut self, name: &str, node: Node<'a>) -> Option<SecurityScheme> {
        let at = node.at.clone();
        let node = self.resolve(node)?;
        if !self.expect_mapping(&node, "a security scheme") {
            return None;
        }
        self.newer_keys(&node, Dialect::V32, &["deprecated", "oauth2MetadataUrl"]);
        let description = node.text("description").map(str::to_owned);
        let deprecated = node.value.get("deprecated") == Some(&true.into());
        let kind = match node.text("type") {
            // OpenAPI 3.1.1 §4.8.27, which `openapiv3` does not know.
            Some("mutualTLS") => SchemeKind::Certificate,
            // Flows say how to get a token, which is the caller's business.
            Some("oauth2" | "openIdConnect") => SchemeKind::Bearer,
            _ => match self.v20_scheme(&node).ok()? {
                Some(kind) => kind,
                None => self.http_or_key(&node)?,
            },
        };
        Some(SecurityScheme {
            at,
            name: name.to_owned(),
            kind,
            description,
            deprecated,
        })
    }

    fn http_or_key(&mut self, node: &Node<'a>) -> Option<SchemeKind> {
        let parsed: Scheme = self.parse(node, "a security scheme", &["description"])?;
        Some(match parsed {
            Scheme::HTTP { scheme, .. } => match scheme.to_ascii_lowercase().as_str() {
                "bearer" => SchemeKind::Bearer,
                "basic" => SchemeKind::Basic,
                _ if is_token(&scheme) => SchemeKind::Http(scheme),
                _ => {
                    let at = node.at.child("scheme").value();
                    let message = format!("`{}` is no scheme of HTTP", scheme.escape_debug());
                    let help = "write `bearer` or `basic`, or another one that is registered";
                    self.report(Diagnostic::new(Code::InvalidObject, at, message).help(help));
                    return None;
                }
            },
            Scheme::APIKey { location, name, .. } => {
                if !is_token(&name) && !matches!(location, APIKeyLocation::Query) {
                    let at = node.at.child("name").value();
                    let message = format!("`{}` is no name for a key", name.escape_debug());
                    let help = "write the name of the header or cookie that holds the key";
                    self.report(Diagnostic::new(Code::InvalidObject, at, message).help(help));
                    return None;
                }
                match location {
                    APIKeyLocation::Header => SchemeKind::Header(name),
                    APIKeyLocation::Query => SchemeKind::Query(name),
                    APIKeyLocation::Cookie => SchemeKind::Cookie(name),
                }
            }
            Scheme::OpenIDConnect { .. } | Scheme::OAuth2 { .. } => SchemeKind::Bearer,
        })
    }

    /// The requirements of an operation: its own, else those of the root.
    pub(super) fn security(
        &mut self,
        root: &Node<'a>,
        operation: &Node<'a>,
        schemes: &[SecurityScheme],
    ) -> Vec<Requirement> {
        let level = if operation.get("security").is_some() {
            operation
        } else {
            root
        };
        let mut requirements = Vec::new();
        for alternative in self.list(level, "security") {
            if !self.expect_mapping(&alternative, "a security requirement") {
                continue;
            }
            let mut requirement = Vec::new();
            if !self.spend_members(&alternative) {
                break;
            }
            for (name, node) in alternative.entries() {
                // Each is looked for among all that there are.
                if !self.spend(&node, schemes.len() / 64) {
                    break;
                }
                let named = schemes.iter().find(|scheme| scheme.name == name);
                match named.or_else(|| self.scheme_at(name, &node, schemes)) {
                    // Whoever makes the connection shows the certificate.
                    Some(scheme) if scheme.kind == SchemeKind::Certificate => {}
                    Some(scheme) => requirement.push((scheme, node)),
                    None => self.check_declared(name, &node, root, schemes),
                }
            }
            self.check_together(&requirement);
            let names = requirement
                .into_iter()
                .map(|(scheme, _)| scheme.name.clone());
            requirements.push(names.collect());
        }
        requirements
    }

    /// The declared scheme that a key refers to by its address, as it may from OpenAPI 3.2 on
    /// (§4.30).
    fn scheme_at<'s>(
        &mut self,
        address: &str,
        node: &Node<'a>,
        schemes: &'s [SecurityScheme],
    ) -> Option<&'s SecurityScheme> {
        if !address.contains('#') || self.is_v20() {
            return None;
        }
        let Found::Value(document, pointer, _) = self.documents.find(&node.at, address) else {
            return None;
        };
        let is_it = |at: &Origin| *at.file == *document.name && at.pointer == pointer;
        let scheme = schemes.iter().find(|scheme| is_it(&scheme.at))?;
        if !self.has_3_2() {
            let place = self.key_place(&node.at);
            let message = "a scheme is called by its address since OpenAPI 3.2, and this is read as \
                           that";
            let help = format!("write `{}`", scheme.name.escape_debug());
            self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
        }
        Some(scheme)
    }

    /// Schemes of which both would write one header cannot both be met.
    fn check_together(&mut self, schemes: &[(&SecurityScheme, Node<'a>)]) {
        let writes = |(scheme, _): &&(&SecurityScheme, Node<'a>)| {
            matches!(
                scheme.kind,
                SchemeKind::Bearer | SchemeKind::Basic | SchemeKind::Http(_)
            )
        };
        if let Some((_, second)) = schemes.iter().filter(writes).nth(1) {
            let place = second.at.key();
            let message = "two of these schemes write `Authorization`: the last is sent";
            let help = "write them as alternatives: a list element for each";
            self.report(Diagnostic::new(Code::Ignored, place, message).help(help));
        }
    }

    fn check_declared(
        &mut self,
        name: &str,
        node: &Node<'a>,
        root: &Node<'a>,
        schemes: &[SecurityScheme],
    ) {
        let section = self.dialect.security_schemes();
        let mut keys = section.split('/');
        let section_node = keys.try_fold(root.clone(), |node, key| node.get(key));
        let declared = section_node.and_then(|schemes| schemes.get(name));
        if declared.is_none() {
            let place = self.key_place(&node.at);
            let message = format!("there is no security scheme `{}`", name.escape_debug());
            let diagnostic = Diagnostic::new(Code::UnknownSecurityScheme, place, message);
            let names = schemes.iter().map(|scheme| scheme.name.as_str());
            let near = self.closest(name, names.clone());
            let names: Vec<_> = names.take(MOST_NAMED).collect();
            let help = match (near, names.as_slice()) {
                (Some(near), _) => format!("did you mean `{near}`?"),
                (None, [only]) => format!("did you mean `{only}`?"),
                (None, []) if self.is_v20() => format!(
                    "add to `{section}`: `{}: {{type: basic}}`",
                    name.escape_debug()
                ),
                (None, []) => format!(
                    "add to `{section}`: `{}: {{type: http, scheme: bearer}}`",
                    name.escape_debug()
                ),
                (None, names) => format!("write one of `{}`, or declare it", names.join("`, `")),
            };
            self.report(diagnostic.label("no credential is asked for").help(help));
        }
    }
}
