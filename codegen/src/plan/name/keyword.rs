//! Words that Rust keeps for itself.

/// Strict and reserved keywords of edition 2024 that a raw identifier may spell.
const RAW: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// Keywords that stay keywords even behind `r#`.
const NEVER: &[&str] = &["_", "Self", "crate", "self", "super"];

/// A name that may stand where an identifier is asked for.
///
/// Raw (`r#type`) where Rust allows it, since the name is then still the one the document has;
/// else with a `_` behind it (`self_`).
pub(super) fn escape(name: String) -> String {
    if NEVER.contains(&name.as_str()) {
        name + "_"
    } else if RAW.contains(&name.as_str()) {
        format!("r#{name}")
    } else {
        name
    }
}

/// Whether a name is a keyword that was escaped: no other name starts or ends so.
pub(super) fn is_escaped(name: &str) -> bool {
    name.starts_with("r#") || name.ends_with('_')
}

/// A name without the mark of a raw identifier: `r#type` and `type` are one name to the compiler.
pub(crate) fn bare(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_only_keywords() {
        assert_eq!(escape("type".into()), "r#type");
        assert_eq!(escape("super".into()), "super_");
        assert_eq!(escape("Self".into()), "Self_");
        assert_eq!(escape("union".into()), "union");
        assert_eq!(bare("r#type"), "type");
        assert_eq!(bare("kind"), "kind");
    }
}
