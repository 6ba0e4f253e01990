//! Macro calls: what `prettyplease` leaves alone, set in rows.

use proc_macro2::TokenStream;

use super::tree::{Bracket, Tree, trees};

/// Where a line is full.
const WIDTH: usize = 100;

/// Prints a call. In braces, and in what is too long for its line, each part has its own line.
pub(super) fn print(name: &str, tokens: TokenStream, text: &mut String) {
    text.push_str(name);
    text.push_str("! {");
    lines(&trees(tokens), 1, Shape::Rows, text);
    text.push_str("}\n");
}

/// How the parts of a group stand on lines of their own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Blocks and statements end a line, too.
    Rows,
    /// Each part is behind a comma, the last one as well.
    List,
}

impl Shape {
    /// The shape of a group; it must have one line a part where it holds documentation.
    fn of(group: &Tree) -> Self {
        match group.is_block() || group.has_documentation() {
            true => Self::Rows,
            false => Self::List,
        }
    }
}

/// The parts of a group, each on its line; the text ends at the indentation of the group's end.
fn lines(trees: &[Tree], depth: usize, shape: Shape, text: &mut String) {
    if trees.is_empty() {
        return;
    }
    for part in parts(trees, shape) {
        indent(depth, text);
        match part {
            [Tree::Doc(line)] => {
                text.push_str("///");
                text.push_str(line);
            }
            part => line(part, depth, depth * 4, text),
        }
    }
    indent(depth.saturating_sub(1), text);
}

/// One part, from this column on: on one line if it fits, else with its groups broken up.
fn line(part: &[Tree], depth: usize, column: usize, text: &mut String) {
    let must_break = part
        .iter()
        .any(|one| one.is_block() || one.has_documentation());
    if !must_break && let Some(flat) = flat(part, WIDTH.saturating_sub(column)) {
        text.push_str(&flat);
        return;
    }
    let mut flat = Flat::default();
    for tree in part {
        match tree {
            Tree::Group(bracket, inside) if !(must_break && fits(tree, column + flat.width())) => {
                flat.open(*bracket);
                let column = column + flat.text.len();
                broken(tree, inside, depth, column, &mut flat.text);
                flat.close(*bracket);
            }
            tree => flat.push(tree),
        }
    }
    text.push_str(&flat.text);
}

/// Trees on one line, if they fit into so many columns.
fn flat(trees: &[Tree], columns: usize) -> Option<String> {
    let mut flat = Flat::default();
    for tree in trees {
        flat.push(tree);
        if flat.text.len() > columns {
            return None;
        }
    }
    Some(flat.text)
}

/// Whether a group before a block fits on its line, with the block's brace behind it.
fn fits(group: &Tree, column: usize) -> bool {
    let left = WIDTH.saturating_sub(column + 2);
    let whole = std::slice::from_ref(group);
    !group.is_block() && !group.has_documentation() && flat(whole, left).is_some()
}

/// A group that is broken up. One with a single part hugs it: `Some(All(&[` are one line.
fn broken(group: &Tree, inside: &[Tree], depth: usize, column: usize, text: &mut String) {
    let shape = Shape::of(group);
    if shape == Shape::List
        && let [only] = parts(inside, shape)[..]
    {
        line(only, depth, column, text);
        return;
    }
    lines(inside, depth + 1, shape, text);
    if !group.is_block() && inside.last().is_some_and(|last| !last.is_mark(',')) {
        // The last line has a comma, as others have: it ends before the closing indentation.
        let end = text.trim_end().len();
        text.insert(end, ',');
    }
}

/// Cuts at commas, which stay, and behind documentation; in rows also behind blocks and statements.
fn parts(trees: &[Tree], shape: Shape) -> Vec<&[Tree]> {
    let rows = shape == Shape::Rows;
    let mut parts = Vec::new();
    let mut angles = 0_usize;
    let mut start = 0;
    for (index, tree) in trees.iter().enumerate() {
        let next = trees.get(index + 1);
        let ends = match tree {
            Tree::Doc(_) | Tree::Attribute(_) => true,
            Tree::Mark(',', _) => angles == 0,
            Tree::Mark(';', _) => rows,
            Tree::Group(Bracket::Brace, _) => rows && !next.is_some_and(|next| next.is_mark(',')),
            Tree::Mark('<', _) => {
                angles += 1;
                false
            }
            Tree::Mark('>', _) => {
                angles = angles.saturating_sub(1);
                false
            }
            _ => false,
        };
        if ends || next.is_none() {
            parts.extend(trees.get(start..=index));
            start = index + 1;
        }
    }
    parts
}

fn indent(depth: usize, text: &mut String) {
    text.push('\n');
    for _ in 0..depth {
        text.push_str("    ");
    }
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

    fn push(&mut self, tree: &Tree) {
        match tree {
            Tree::Group(bracket, inside) => {
                self.open(*bracket);
                let block = tree.is_block() && !inside.is_empty();
                if block {
                    self.text.push(' ');
                }
                inside.iter().for_each(|one| self.push(one));
                if block {
                    self.text.push(' ');
                }
                self.close(*bracket);
            }
            Tree::Mark('|', _) => {
                self.space(!self.in_bars);
                self.text.push('|');
                self.in_bars = !self.in_bars;
                self.glued = self.in_bars;
            }
            Tree::Mark(mark, joint) => {
                let follows = matches!(mark, ',' | ';' | ':' | '>' | '<' | '.');
                self.space(!follows);
                self.text.push(*mark);
                self.glued = *joint
                    || matches!(mark, '<' | '&' | '.' | '\'' | '#' | '-')
                    || self.text.ends_with("::");
            }
            Tree::Word(word) => {
                self.space(true);
                self.text.push_str(word);
            }
            Tree::Attribute(inside) => {
                self.space(true);
                self.text.push('#');
                self.open(Bracket::Square);
                inside.iter().for_each(|one| self.push(one));
                self.close(Bracket::Square);
            }
            // Rows have it on lines of its own.
            Tree::Doc(_) => {}
        }
    }

    fn open(&mut self, bracket: Bracket) {
        let after_mark = self.text.ends_with([',', ':']) && !self.text.ends_with("::");
        let after_mark = after_mark || self.text.ends_with(" in");
        let (open, spaced) = match bracket {
            Bracket::Brace => ("{", true),
            Bracket::Parenthesis => ("(", after_mark),
            Bracket::Square => ("[", after_mark),
            Bracket::None => ("", false),
        };
        self.space(spaced);
        self.text.push_str(open);
        self.glued = true;
    }

    fn close(&mut self, bracket: Bracket) {
        self.text.push_str(match bracket {
            Bracket::Brace => "}",
            Bracket::Parenthesis => ")",
            Bracket::Square => "]",
            Bracket::None => "",
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
