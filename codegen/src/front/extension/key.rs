//! The keys of the extension, and where each belongs.

use crate::{
    diagnostic::{Code, Diagnostic, closest},
    front::{node::Node, reader::Reader},
};

/// What of the extension an object is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// An `x-outspoken`.
    Level,
    /// One error below `errors`.
    Error,
    /// A condition.
    Condition,
}

impl Part {
    const ALL: [Self; 3] = [Self::Level, Self::Error, Self::Condition];

    fn as_str(self) -> &'static str {
        match self {
            Self::Level => "`x-outspoken`",
            Self::Error => "an error",
            Self::Condition => "a condition",
        }
    }

    /// The keys that it can have.
    pub(super) fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Level => &["success-when", "errors", "code", "message"],
            Self::Error => &[
                "status",
                "when",
                "schema",
                "message",
                "code",
                "retry",
                "description",
            ],
            Self::Condition => &[
                "at",
                "equals",
                "exists",
                "empty",
                "starts-with",
                "contains",
                "header",
                "some",
                "none",
                "where",
                "all",
                "any",
                "not",
            ],
        }
    }

    /// Where a key of this part is to be written, for one who wrote it elsewhere.
    fn place(self) -> &'static str {
        match self {
            Self::Level => "write it in `x-outspoken`, beside `errors`",
            Self::Error => "write it in an error, such as `errors: {NotFound: {status: 404}}`",
            Self::Condition => {
                "write it in a condition, such as `when: {at: /error/code, equals: not_found}`"
            }
        }
    }

    /// The key that is meant by another word for it.
    fn synonym(self, key: &str) -> Option<&'static str> {
        Some(match (self, key) {
            (Self::Condition, "path" | "pointer" | "field" | "key") => "at",
            (Self::Condition, "is" | "eq" | "value" | "in") => "equals",
            (Self::Condition, "and" | "allOf") => "all",
            (Self::Condition, "or" | "anyOf" | "oneOf") => "any",
            (Self::Error, "condition" | "if" | "match") => "when",
            (Self::Error, "body" | "payload" | "type") => "schema",
            _ => return None,
        })
    }

    fn help(self, key: &str) -> String {
        let near = || closest(key, self.keys().iter().copied());
        if let Some(near) = self.synonym(key).or_else(near) {
            return format!("did you mean `{near}`?");
        }
        let other = |part: &Self| *part != self && part.keys().contains(&key);
        match Self::ALL.into_iter().find(other) {
            Some(other) => other.place().to_owned(),
            None => format!("the keys are `{}`", self.keys().join("`, `")),
        }
    }
}

impl<'a> Reader<'a> {
    /// Reports keys that the extension does not have: a slip here would change what is an error.
    pub(super) fn known_extension_keys(&mut self, node: &Node<'a>, part: Part) {
        if !self.spend_members(node) {
            return;
        }
        let known = part.keys();
        for (key, member) in node.entries().filter(|(key, _)| !known.contains(key)) {
            let place = self.key_place(&member.at);
            let message = format!("`{}` is no key of {}", key.escape_debug(), part.as_str());
            let diagnostic = Diagnostic::new(Code::UnknownExtensionKey, place, message);
            self.report(diagnostic.help(part.help(key)));
        }
    }
}
