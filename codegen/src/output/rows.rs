//! Macro calls: what `prettyplease` leaves alone, set in rows.

use proc_macro2::{Delimiter, Group, Punct, Spacing, TokenStream, TokenTree};

/// Where a line is full.
const WIDTH: usize = 100;

/// Prints a call. In braces, and in what is too long for its line, each part has its own line.
pub(super) fn print(name: &str, tokens: TokenStream, text: &mut String) {
    text.push_str(name);
    text.push_str("! {");
    lines(parts(tokens, Shape::Rows), 1, text);
    text.push_str("}\n");
}

/// How the parts of a group stand on lines of their own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Documentation, blocks and statements end a line, too.
    Rows,
    /// Each part is behind a comma, the last one as well.
    List,
}

impl Shape {
    /// The shape of a group; it must have one line a part where it holds documentation.
    fn of(group: &Group) -> Self {
        match is_block(group) || has_documentation(group) {
            true => Self::Rows,
            false => Self::List,
        }
    }
}

/// The parts of a group, each on its line; the text ends at the indentation of the group's end.
fn lines(parts: Vec<Vec<TokenTree>>, depth: usize, text: &mut String) {
    if parts.is_empty() {
        return;
    }
    for part in parts {
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
    let groups = || {
        part.iter().filter_map(|token| match token {
            TokenTree::Group(group) => Some(group),
            _ => None,
        })
    };
    let has_braces = groups().any(is_block);
    let must_break = has_braces || groups().any(has_documentation);
    if !must_break && let Some(flat) = flat(&part, WIDTH.saturating_sub(column)) {
        text.push_str(&flat);
        return;
    }
    let mut flat = Flat::default();
    for token in part {
        match token {
            TokenTree::Group(group) if must_break && fits(&group, column + flat.width()) => {
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

/// Tokens on one line, if they fit into so many columns.
fn flat(tokens: &[TokenTree], columns: usize) -> Option<String> {
    let mut flat = Flat::default();
    for token in tokens {
        flat.push(token.clone());
        if flat.text.len() > columns {
            return None;
        }
    }
    Some(flat.text)
}

/// Whether a group before a block fits on its line, with the block's brace behind it.
fn fits(group: &Group, column: usize) -> bool {
    let left = WIDTH.saturating_sub(column + 2);
    let whole = [TokenTree::Group(group.clone())];
    !is_block(group) && !has_documentation(group) && flat(&whole, left).is_some()
}

/// A group that is broken up. One with a single part hugs it: `Some(All(&[` are one line.
fn inside(group: &Group, depth: usize, column: usize, text: &mut String) {
    let shape = Shape::of(group);
    let mut parts = parts(group.stream(), shape);
    let is_only = parts.len() == 1 && shape == Shape::List;
    match parts.last_mut() {
        Some(only) if is_only => line(std::mem::take(only), depth, column, text),
        Some(last) => {
            let ends = matches!(last.last(), Some(TokenTree::Punct(mark)) if mark.as_char() == ',');
            if !is_block(group) && !ends {
                last.push(TokenTree::Punct(Punct::new(',', Spacing::Alone)));
            }
            lines(parts, depth + 1, text);
        }
        None => {}
    }
}

/// Cuts at commas, which stay; and in rows behind blocks, statements and documentation.
fn parts(tokens: TokenStream, shape: Shape) -> Vec<Vec<TokenTree>> {
    let rows = shape == Shape::Rows;
    let mut parts = Vec::new();
    let mut part = Vec::new();
    let mut angles = 0_usize;
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let mut ends = false;
        match &token {
            TokenTree::Punct(punct) => match punct.as_char() {
                '<' => angles += 1,
                '>' => angles = angles.saturating_sub(1),
                ',' => ends = angles == 0,
                ';' => ends = rows,
                _ => {}
            },
            TokenTree::Group(group) if rows => {
                let comma_follows =
                    matches!(tokens.peek(), Some(TokenTree::Punct(mark)) if mark.as_char() == ',');
                let documents =
                    matches!(part.as_slice(), [TokenTree::Punct(hash)] if hash.as_char() == '#');
                ends = !comma_follows && (is_block(group) || documents && is_documentation(group));
            }
            _ => {}
        }
        part.push(token);
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
    let [TokenTree::Punct(hash), TokenTree::Group(group)] = part else {
        return None;
    };
    if hash.as_char() != '#' || !is_documentation(group) {
        return None;
    }
    match group.stream().into_iter().last()? {
        TokenTree::Literal(line) => match syn::Lit::new(line) {
            syn::Lit::Str(line) => Some(line.value()),
            _ => None,
        },
        _ => None,
    }
}

/// Whether an attribute's brackets hold documentation.
fn is_documentation(group: &Group) -> bool {
    group.delimiter() == Delimiter::Bracket
        && matches!(group.stream().into_iter().next(), Some(TokenTree::Ident(name)) if name == "doc")
}

/// Whether rows in a group are documented.
fn has_documentation(group: &Group) -> bool {
    let mut tokens = group.stream().into_iter().peekable();
    while let Some(token) = tokens.next() {
        let hash = matches!(token, TokenTree::Punct(mark) if mark.as_char() == '#');
        if hash && matches!(tokens.peek(), Some(TokenTree::Group(next)) if is_documentation(next)) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(call: &str) -> String {
        let call: syn::Macro = syn::parse_str(call).unwrap();
        let mut text = String::new();
        print("a", call.tokens, &mut text);
        text
    }

    #[test]
    fn rows_documentation_and_blocks() {
        let text = printed(
            "a!{ #[doc = \" Words.\"] A { 0 x: impl Into<String> = \"x\", 1 y: Vec<i32> = \"y\", } none {} }",
        );
        let expected = "a! {
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
        Equals(\"/{0}\", -1),
    ]),
    over: &[1, 2],
}}
",
            "p".repeat(40)
        );
        assert_eq!(printed(&long), expected);
    }
}
