//! Security schemes and requirements (OpenAPI 3.0.3 §4.7.27, §4.7.30).

use openapiv3::SecurityScheme as Scheme;

use super::{node::Node, reader::Reader};
use crate::{
    diagnostic::{Code, Diagnostic, closest},
    model::{Requirement, SchemeKind, SecurityScheme},
};

impl<'a> Reader<'a> {
    /// The declared schemes.
    pub(super) fn security_schemes(&mut self, root: &Node<'a>) -> Vec<SecurityScheme> {
        let Some(components) = root.get("components") else {
            return Vec::new();
        };
        let schemes = self.mapping(&components, "securitySchemes");
        let schemes = schemes.into_iter();
        schemes
            .filter_map(|(name, scheme)| self.security_scheme(name, scheme))
            .collect()
    }

    fn security_scheme(&mut self, name: &str, node: Node<'a>) -> Option<SecurityScheme> {
        let node = self.resolve(node)?;
        // Flows say how to get a token, which is the caller's business.
        let parsed: Scheme = self.parse(&node, "a security scheme", &[])?;
        let (kind, description) = match parsed {
            Scheme::HTTP {
                scheme,
                description,
                ..
            } => match scheme.to_ascii_lowercase().as_str() {
                "bearer" => (SchemeKind::Bearer, description),
                "basic" => (SchemeKind::Basic, description),
                _ => return self.unsupported_scheme(&node, &format!("the HTTP scheme `{scheme}`")),
            },
            Scheme::OpenIDConnect { description, .. } => (SchemeKind::Bearer, description),
            Scheme::APIKey { .. } => return self.unsupported_scheme(&node, "`type: apiKey`"),
            Scheme::OAuth2 { description, .. } => (SchemeKind::Bearer, description),
        };
        Some(SecurityScheme {
            name: name.to_owned(),
            kind,
            description,
        })
    }

    fn unsupported_scheme(&mut self, node: &Node<'a>, what: &str) -> Option<SecurityScheme> {
        let help = "the schemes that can be generated are `type: http` with `bearer` or `basic`, \
                    `oauth2` and `openIdConnect`";
        self.unsupported(node, what, help);
        None
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
            let names: Vec<_> = alternative.entries().collect();
            for (name, node) in &names {
                self.check_declared(name, node, root, schemes);
            }
            if names.len() > 1 {
                // All schemes that there are so far write the same header.
                let help = "write them as alternatives: a list element for each";
                self.unsupported(&alternative, "a requirement of several schemes", help);
            }
            // One that is not declared stays: without it the call would go out unauthenticated.
            let names = names.into_iter().map(|(name, _)| name.to_owned());
            requirements.push(names.collect());
        }
        requirements
    }

    fn check_declared(
        &mut self,
        name: &str,
        node: &Node<'a>,
        root: &Node<'a>,
        schemes: &[SecurityScheme],
    ) {
        let usable = schemes.iter().any(|scheme| scheme.name == name);
        let components = root.get("components");
        let declared =
            components.and_then(|components| components.get("securitySchemes")?.get(name));
        if !usable && declared.is_none() {
            let place = self.key_place(&node.at);
            let message = format!("there is no security scheme `{}`", name.escape_debug());
            let diagnostic = Diagnostic::new(Code::UnknownSecurityScheme, place, message);
            let near = closest(name, schemes.iter().map(|scheme| scheme.name.as_str()));
            self.report(match near {
                Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                None if schemes.is_empty() => {
                    diagnostic.help("declare it under `components/securitySchemes`")
                }
                None => {
                    let names: Vec<_> = schemes.iter().map(|scheme| scheme.name.as_str()).collect();
                    let names = names.join("`, `");
                    diagnostic.help(format!(
                        "the schemes are `{names}`: write one of them, or declare it"
                    ))
                }
            });
        }
    }
}
