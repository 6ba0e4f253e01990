//! Macro calls: what `prettyplease` leaves alone, set in rows.

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};
use syn::Macro;

/// Where a line is full.
const WIDTH: usize = 100;

/// Prints a call. In braces, and in what is too long for its line, each part has its own line.
pub(super) fn print(call: &Macro, text: &mut String) {
    let path: Vec<_> = call
        .path
        .segments
        .iter()
        .map(|part| part.ident.to_string())
        .collect();
    text.push_str(&path.join("::"));
    text.push_str("! {");
    lines(call.tokens.clone(), 1, true, text);
    text.push_str("}\n");
}

/// The parts of a group, each on its line; the text ends at the indentation of the group's end.
fn lines(tokens: TokenStream, depth: usize, in_braces: bool, text: &mut String) {
    if tokens.is_empty() {
        return;
    }
    for part in parts(tokens, in_braces) {
        indent(depth, text);
        match documentation(&part) {
            Some(line) => {
                text.push_str("///");
                text.push_str(&line);
            }
            None => line(part, depth, depth * 4, text),
        }
    }
    indent(depth.saturating_sub(1), text);
}

/// One part, from this column on: on one line if it fits, else with its groups broken up.
fn line(part: Vec<TokenTree>, depth: usize, column: usize, text: &mut String) {
    let has_braces = part
        .iter()
        .any(|token| matches!(token, TokenTree::Group(group) if is_block(group)));
    let mut flat = Flat::default();
    part.iter().cloned().for_each(|token| flat.push(token));
    if !has_braces && column + flat.text.len() <= WIDTH {
        text.push_str(&flat.text);
        return;
    }
    let mut flat = Flat::default();
    for token in part {
        match token {
            TokenTree::Group(group) if has_braces && fits(&group, column + flat.width()) => {
                flat.push(TokenTree::Group(group));
            }
            TokenTree::Group(group) => {
                flat.open(&group);
                inside(&group, depth, column + flat.text.len(), &mut flat.text);
                flat.close(&group);
            }
            token => flat.push(token),
        }
    }
    text.push_str(&flat.text);
}

/// Whether a group before a block fits on its line, with the block's brace behind it.
fn fits(group: &Group, column: usize) -> bool {
    let mut flat = Flat::default();
    flat.push(TokenTree::Group(group.clone()));
    !is_block(group) && column + flat.text.len() + 2 <= WIDTH
}

/// A group that is broken up. One with a single part hugs it: `Some(All(&[` are one line.
fn inside(group: &Group, depth: usize, column: usize, text: &mut String) {
    let mut parts = parts(group.stream(), is_block(group));
    match parts.pop() {
        Some(only) if parts.is_empty() && !is_block(group) => {
            let mut hugged = String::new();
            line(only, depth, column, &mut hugged);
            text.push_str(&hugged);
        }
        _ => lines(group.stream(), depth + 1, is_block(group), text),
    }
}

/// Cuts at commas, which stay; in braces also after a block and after documentation.
fn parts(tokens: TokenStream, in_braces: bool) -> Vec<Vec<TokenTree>> {
    let mut parts = Vec::new();
    let mut part = Vec::new();
    let mut angles = 0_usize;
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == '<' => angles += 1,
            TokenTree::Punct(punct) if punct.as_char() == '>' => angles = angles.saturating_sub(1),
            _ => {}
        }
        let comma =
            angles == 0 && matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ',');
        let block = matches!(&token, TokenTree::Group(group) if is_block(group));
        let comma_follows =
            matches!(tokens.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == ',');
        part.push(token);
        let ends =
            comma || (in_braces && !comma_follows && (block || documentation(&part).is_some()));
        if ends || tokens.peek().is_none() {
            parts.push(std::mem::take(&mut part));
        }
    }
    parts
}

fn is_block(group: &Group) -> bool {
    group.delimiter() == Delimiter::Brace
}

fn indent(depth: usize, text: &mut String) {
    text.push('\n');
    text.push_str(&"    ".repeat(depth));
}

/// Tokens on one line, spaced as people write Rust.
#[derive(Default)]
struct Flat {
    text: String,
    /// Whether the next token stands without a space before it.
    glued: bool,
    /// Whether the arguments of a closure are being written.
    in_bars: bool,
}

impl Flat {
    /// The length of its last line.
    fn width(&self) -> usize {
        self.text.rsplit('\n').next().map_or(0, str::len)
    }

    fn push(&mut self, token: TokenTree) {
        match token {
            TokenTree::Group(group) => {
                self.open(&group);
                let block = is_block(&group) && !group.stream().is_empty();
                if block {
                    self.text.push(' ');
                }
                group
                    .stream()
                    .into_iter()
                    .for_each(|token| self.push(token));
                if block {
                    self.text.push(' ');
                }
                self.close(&group);
            }
            TokenTree::Punct(punct) if punct.as_char() == '|' => {
                self.space(!self.in_bars);
                self.text.push('|');
                self.in_bars = !self.in_bars;
                self.glued = self.in_bars;
            }
            TokenTree::Punct(punct) => {
                let character = punct.as_char();
                let follows = matches!(character, ',' | ';' | ':' | '>' | '<' | '.');
                self.space(!follows);
                self.text.push(character);
                let joint = punct.spacing() == Spacing::Joint;
                self.glued = joint
                    || matches!(character, '<' | '&' | '.' | '\'' | '#' | '-')
                    || self.text.ends_with("::");
            }
            other => {
                self.space(true);
                self.text.push_str(&other.to_string());
            }
        }
    }

    fn open(&mut self, group: &Group) {
        let after_mark = self.text.ends_with([',', ':']) && !self.text.ends_with("::");
        let after_mark = after_mark || self.text.ends_with(" in");
        let (open, spaced) = match group.delimiter() {
            Delimiter::Brace => ("{", true),
            Delimiter::Parenthesis => ("(", after_mark),
            Delimiter::Bracket => ("[", after_mark),
            Delimiter::None => ("", false),
        };
        self.space(spaced);
        self.text.push_str(open);
        self.glued = true;
    }

    fn close(&mut self, group: &Group) {
        self.text.push_str(match group.delimiter() {
            Delimiter::Brace => "}",
            Delimiter::Parenthesis => ")",
            Delimiter::Bracket => "]",
            Delimiter::None => "",
        });
        self.glued = false;
    }

    fn space(&mut self, wanted: bool) {
        if wanted && !self.glued && !self.text.is_empty() {
            self.text.push(' ');
        }
        self.glued = false;
    }
}

/// The line of `#[doc = "…"]`.
fn documentation(part: &[TokenTree]) -> Option<String> {
    match part {
        [TokenTree::Punct(hash), TokenTree::Group(group)] if hash.as_char() == '#' => {
            let attribute: syn::MetaNameValue = syn::parse2(group.stream()).ok()?;
            match (attribute.path.is_ident("doc"), attribute.value) {
                (
                    true,
                    syn::Expr::Lit(syn::ExprLit {
                        lit: syn::Lit::Str(line),
                        ..
                    }),
                ) => Some(line.value()),
                _ => None,
            }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(call: &str) -> String {
        let mut text = String::new();
        print(&syn::parse_str(call).unwrap(), &mut text);
        text
    }

    #[test]
    fn rows_documentation_and_blocks() {
        let text = printed(
            "a::b!{ #[doc = \" Words.\"] A { 0 x: impl Into<String> = \"x\", 1 y: Vec<i32> = \"y\", } none {} }",
        );
        let expected = "a::b! {
    /// Words.
    A {
        0 x: impl Into<String> = \"x\",
        1 y: Vec<i32> = \"y\",
    }
    none {}
}
";
        assert_eq!(text, expected);
    }

    #[test]
    fn closures() {
        let text =
            printed("a!{ (1, Output(|raw| json(raw).map(x::Y::Z))), (2, Output(|_| Ok(None))), }");
        let expected = "a! {\n    (1, Output(|raw| json(raw).map(x::Y::Z))),\n    (2, Output(|_| Ok(None))),\n}\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn what_is_too_long_is_broken_at_its_commas() {
        let long = format!(
            "a!{{ when: All(&[Equals(\"/{0}\", &[Text(\"x\")]), Equals(\"/{0}\", -1)]), over: &[1, 2], }}",
            "p".repeat(40)
        );
        let expected = format!(
            "a! {{
    when: All(&[
        Equals(\"/{0}\", &[Text(\"x\")]),
        Equals(\"/{0}\", -1)
    ]),
    over: &[1, 2],
}}
",
            "p".repeat(40)
        );
        assert_eq!(printed(&long), expected);
    }
}
