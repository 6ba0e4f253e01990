//! The paths that a file names, from where they start.

use super::lexer::{Token, tokens};

/// A path such as `crate::ir::Type`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) parts: Vec<String>,
    pub(crate) line: usize,
    /// Whether it is in a `mod tests` of the file.
    pub(crate) in_tests: bool,
}

impl Named {
    /// As it is written.
    pub(crate) fn text(&self) -> String {
        self.parts.join("::")
    }
}

/// All paths of a file whose module is `module`, those with `self` and `super` from the crate's
/// root on. A `use` with braces is as many paths as it imports.
pub(crate) fn paths(text: &str, module: &[String]) -> Vec<Named> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut inline: Vec<(String, usize)> = Vec::new();
    let mut depth = 0;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let here: Vec<_> = module
            .iter()
            .cloned()
            .chain(inline.iter().map(|(name, _)| name.clone()))
            .collect();
        let in_tests = inline.iter().any(|(name, _)| name == "tests");
        match token.text.as_str() {
            "{" => depth += 1,
            "}" => {
                depth -= 1;
                inline.retain(|(_, opened)| *opened <= depth);
            }
            "mod" if text_at(&tokens, at + 2) == "{" => {
                inline.push((text_at(&tokens, at + 1).to_owned(), depth + 1));
            }
            "use" => {
                let mut trees = Vec::new();
                at = tree(&tokens, at + 1, &mut Vec::new(), &mut trees);
                found.extend(trees.into_iter().map(|(parts, line)| Named {
                    parts: resolved(parts, &here),
                    line,
                    in_tests,
                }));
                continue;
            }
            word if starts_path(word, &tokens, at) => {
                let line = token.line;
                let (parts, next) = simple(&tokens, at);
                found.push(Named {
                    parts: resolved(parts, &here),
                    line,
                    in_tests,
                });
                at = next;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

fn text_at(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).map_or("", |token| token.text.as_str())
}

fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// A word before `::`, or a macro's name.
fn starts_path(word: &str, tokens: &[Token], at: usize) -> bool {
    let next = text_at(tokens, at + 1);
    let is_macro = next == "!" && text_at(tokens, at + 2) != "=";
    is_word(word) && (next == "::" || is_macro)
}

fn simple(tokens: &[Token], mut at: usize) -> (Vec<String>, usize) {
    let mut parts = vec![text_at(tokens, at).to_owned()];
    at += 1;
    while text_at(tokens, at) == "::" && is_word(text_at(tokens, at + 1)) {
        parts.push(text_at(tokens, at + 1).to_owned());
        at += 2;
    }
    (parts, at)
}

/// Reads one tree of a `use`, and returns where it ends.
fn tree(
    tokens: &[Token],
    mut at: usize,
    before: &mut Vec<String>,
    out: &mut Vec<(Vec<String>, usize)>,
) -> usize {
    let depth = before.len();
    let line = tokens.get(at).map_or(0, |token| token.line);
    loop {
        match text_at(tokens, at) {
            "{" => {
                at += 1;
                while !matches!(text_at(tokens, at), "}" | "") {
                    at = tree(tokens, at, before, out);
                    at += usize::from(text_at(tokens, at) == ",");
                }
                before.truncate(depth);
                return at + 1;
            }
            "::" => at += 1,
            "as" => at += 2,
            word if is_word(word) || word == "*" => {
                before.push(word.to_owned());
                at += 1;
            }
            _ => {
                if before.len() > depth {
                    out.push((before.clone(), line));
                }
                before.truncate(depth);
                return at;
            }
        }
    }
}

/// The path from the crate's root on, where it is one of this crate.
fn resolved(parts: Vec<String>, module: &[String]) -> Vec<String> {
    let mut base = module.to_vec();
    let mut rest = parts.as_slice();
    let relative = matches!(rest.first().map(String::as_str), Some("self" | "super"));
    while let Some((first, after)) = rest.split_first() {
        match first.as_str() {
            "self" => {}
            "super" => {
                base.pop();
            }
            _ => break,
        }
        rest = after;
    }
    if !relative {
        return parts;
    }
    let root = std::iter::once("crate".to_owned());
    root.chain(base).chain(rest.iter().cloned()).collect()
}

#[test]
fn finds_paths_in_their_spellings() {
    let text = "use crate::{ir::{self, Type}, model::*};\nuse super::super::name as n;\n\
        fn f() { std::fs::read(); quote!(x); if a != b {} }\nmod tests {\nuse super::*;\n}\nx::y;";
    let module = ["plan", "types"].map(str::to_owned);
    let found: Vec<_> = paths(text, &module)
        .into_iter()
        .map(|path| (path.text(), path.line, path.in_tests))
        .collect();
    let wanted = [
        ("crate::ir::self", 1, false),
        ("crate::ir::Type", 1, false),
        ("crate::model::*", 1, false),
        ("crate::name", 2, false),
        ("std::fs::read", 3, false),
        ("quote", 3, false),
        ("crate::plan::types::*", 5, true),
        ("x::y", 7, false),
    ];
    let wanted = wanted.map(|(text, line, tests)| (text.to_owned(), line, tests));
    assert_eq!(found, wanted);
}
