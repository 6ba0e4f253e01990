//! Places in a body, as JSON Pointers (RFC 6901).

use crate::{
    diagnostic::Pointer,
    front::{
        node::{Node, kind},
        reader::Reader,
    },
    model::Mention,
};

impl<'a> Reader<'a> {
    /// A place in the body; reported where it is none.
    pub(super) fn pointer(&mut self, node: &Node<'a>) -> Option<Mention> {
        let text = self.place_as_text(node)?;
        if Pointer::parse(text).is_some() {
            return Some(node.mention(text));
        }
        let relative = text.strip_prefix('.').filter(|rest| rest.starts_with('/'));
        let help = match relative.filter(|rest| Pointer::parse(rest).is_some()) {
            Some(rest) => {
                format!("write `{rest}`: in `where` a place starts at the element anyway")
            }
            None => help(text),
        };
        self.report_pointer(node, text, &help);
        None
    }

    /// A place, or a list of them; `./…` starts at the element that matched.
    pub(super) fn place_list(&mut self, node: &Node<'a>) -> Vec<Mention> {
        let nodes: Vec<_> = match node.value {
            serde_json::Value::Array(_) => node.items().collect(),
            _ => vec![node.clone()],
        };
        if !self.spend_items(node) {
            return Vec::new();
        }
        let texts = nodes.iter().filter_map(|node| self.code_place(node));
        texts.collect()
    }

    fn code_place(&mut self, node: &Node<'a>) -> Option<Mention> {
        let text = self.place_as_text(node)?;
        let relative = text.strip_prefix('.').filter(|rest| rest.starts_with('/'));
        if Pointer::parse(relative.unwrap_or(text)).is_some() {
            return Some(node.mention(text));
        }
        self.report_pointer(node, text, &help(text));
        None
    }

    fn place_as_text(&mut self, node: &Node<'a>) -> Option<&'a str> {
        let text = node.value.as_str();
        if !self.spend_text(node, text.map_or(0, str::len)) {
            return None;
        }
        if text.is_none() {
            let message = format!(
                "a place in the body is text, and this is {}",
                kind(node.value)
            );
            self.invalid(node, &message, "write it like `/error/code`");
        }
        text
    }

    fn report_pointer(&mut self, node: &Node<'a>, text: &str, help: &str) {
        let shown = text.escape_debug();
        let message = format!("`{shown}` is no JSON Pointer into a body");
        self.invalid(node, &message, help);
    }
}

fn help(text: &str) -> String {
    match meant(text) {
        Some(near) => format!("did you mean `{near}`?"),
        None if text.starts_with('/') => {
            "in a key, write `~0` for a `~` and `~1` for a `/`".to_owned()
        }
        None => {
            "write each key after a slash, like `/error/code`; the whole body is `''`".to_owned()
        }
    }
}

/// The pointer that is meant by what other languages write.
fn meant(text: &str) -> Option<String> {
    let plain = text
        .strip_prefix('#')
        .or(text.strip_prefix('$'))
        .unwrap_or(text);
    let of_path = |c: char| c.is_alphanumeric() || "_-./[]".contains(c);
    if plain == "/" || plain.is_empty() || !plain.chars().all(of_path) {
        return None;
    }
    let keys = plain
        .split(['.', '/', '[', ']'])
        .filter(|key| !key.is_empty());
    let mended: String = keys.map(|key| format!("/{key}")).collect();
    (mended != text && Pointer::parse(&mended).is_some()).then_some(mended)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_other_languages_write_is_understood() {
        for text in [
            "error/code",
            "error.code",
            "$.error.code",
            "#/error/code",
            "$/error/code",
        ] {
            assert_eq!(meant(text).as_deref(), Some("/error/code"), "{text}");
        }
        assert_eq!(meant("errors[0].code").as_deref(), Some("/errors/0/code"));
        for text in ["", "/", "a b", "$..code", "/a~2", "errors[?(@.x)]"] {
            let near = meant(text);
            assert!(text == "$..code" || near.is_none(), "{text}: {near:?}");
        }
    }
}
