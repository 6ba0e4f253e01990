//! Conditions as a person reads them.

use crate::ir::{Predicate, Scalar};

/// A condition in words, an operand of its outermost `and` or `or` a paragraph.
pub(crate) fn paragraphs(condition: &Predicate) -> Vec<String> {
    let (operands, word) = match condition {
        Predicate::All(all) if !all.is_empty() => (all, "and "),
        Predicate::Any(any) if !any.is_empty() => (any, "or "),
        other => return vec![words(other, Top::Body)],
    };
    let operands = operands.iter().map(|one| operand(one, Top::Body));
    let words = std::iter::once("").chain(std::iter::repeat(word));
    words
        .zip(operands)
        .map(|(word, one)| format!("{word}{one}"))
        .collect()
}

/// A condition in words, as one text.
pub(crate) fn text(condition: &Predicate) -> String {
    paragraphs(condition).join(" ")
}

/// What the empty pointer stands for.
#[derive(Clone, Copy)]
enum Top {
    Body,
    Element,
}

fn words(condition: &Predicate, top: Top) -> String {
    let at = |pointer: &str| match (pointer, top) {
        ("", Top::Body) => "the body".to_owned(),
        ("", Top::Element) => "it".to_owned(),
        (pointer, _) => pointer.to_owned(),
    };
    match condition {
        Predicate::Equals(pointer, values) => {
            let shown: Vec<_> = values.iter().map(scalar).collect();
            match shown.as_slice() {
                [] => format!("{} in nothing", at(pointer)),
                [one] => format!("{} = {one}", at(pointer)),
                many => format!("{} in {}", at(pointer), many.join(", ")),
            }
        }
        Predicate::Exists(pointer, true) => format!("{} exists", at(pointer)),
        Predicate::Exists(pointer, false) => format!("{} does not exist", at(pointer)),
        Predicate::Empty(pointer, true) => format!("{} is empty", at(pointer)),
        Predicate::Empty(pointer, false) => format!("{} is not empty", at(pointer)),
        Predicate::StartsWith(pointer, text) => {
            format!("{} starts with {}", at(pointer), quoted(text))
        }
        Predicate::Contains(pointer, text) => format!("{} contains {}", at(pointer), quoted(text)),
        Predicate::Header(name, value) => format!("header {name} = {}", quoted(value)),
        Predicate::Some(pointers, condition) => {
            format!("some {}: {}", lists(pointers, top), element(condition))
        }
        Predicate::None(pointers, condition) => {
            format!("no {}: {}", lists(pointers, top), element(condition))
        }
        Predicate::All(all) => joined(all, " and ", "always", top),
        Predicate::Any(any) => joined(any, " or ", "never", top),
        Predicate::Not(condition) => format!("not ({})", words(condition, top)),
    }
}

fn joined(conditions: &[Predicate], word: &str, none: &str, top: Top) -> String {
    let operands: Vec<_> = conditions.iter().map(|one| operand(one, top)).collect();
    if operands.is_empty() {
        none.to_owned()
    } else {
        operands.join(word)
    }
}

/// A part of an `and` or an `or`: in brackets where it could be read with what follows.
fn operand(condition: &Predicate, top: Top) -> String {
    let shown = words(condition, top);
    let is_whole = !matches!(
        condition,
        Predicate::All(_) | Predicate::Any(_) | Predicate::Some(..) | Predicate::None(..)
    );
    if is_whole {
        shown
    } else {
        format!("({shown})")
    }
}

/// A condition on the elements of a list.
fn element(condition: &Predicate) -> String {
    match condition {
        Predicate::All(_) | Predicate::Any(_) => operand(condition, Top::Element),
        other => words(other, Top::Element),
    }
}

fn lists(pointers: &[String], top: Top) -> String {
    let shown = pointers
        .iter()
        .map(|pointer| match (pointer.as_str(), top) {
            ("", Top::Body) => "element of the body",
            ("", Top::Element) => "element of it",
            (pointer, _) => pointer,
        });
    shown.collect::<Vec<_>>().join(" or ")
}

fn scalar(value: &Scalar) -> String {
    match value {
        Scalar::Null => "null".to_owned(),
        Scalar::Bool(flag) => flag.to_string(),
        Scalar::Integer(integer) => integer.to_string(),
        Scalar::Unsigned(integer) => integer.to_string(),
        Scalar::Float(float) => float.to_string(),
        Scalar::Text(text) => quoted(text),
    }
}

/// Text in quotes, as JSON has it: what it holds cannot pass for what stands around it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn equals(at: &str, value: i64) -> Predicate {
        Predicate::Equals(at.to_owned(), vec![Scalar::Integer(value)])
    }

    fn at(pointer: &str) -> String {
        pointer.to_owned()
    }

    #[test]
    fn reads_like_a_sentence() {
        let values = vec![
            Scalar::Integer(8015),
            Scalar::Text("8015".to_owned()),
            Scalar::Null,
            Scalar::Bool(true),
            Scalar::Unsigned(u64::MAX),
            Scalar::Float(0.5),
        ];
        let of = |condition: Predicate| text(&condition);
        assert_eq!(
            of(Predicate::Equals(at("/code"), values)),
            "/code in 8015, \"8015\", null, true, 18446744073709551615, 0.5"
        );
        assert_eq!(of(Predicate::Equals(at("/a"), vec![])), "/a in nothing");
        assert_eq!(of(Predicate::Exists(at("/a"), true)), "/a exists");
        assert_eq!(of(Predicate::Exists(at("/a"), false)), "/a does not exist");
        assert_eq!(of(Predicate::Empty(at(""), true)), "the body is empty");
        assert_eq!(of(Predicate::Empty(at("/a"), false)), "/a is not empty");
        let quote = Predicate::StartsWith(at("/m"), "No \" and".to_owned());
        assert_eq!(of(quote), r#"/m starts with "No \" and""#);
        let text = Predicate::Contains(at("/m"), "x".to_owned());
        assert_eq!(of(text), r#"/m contains "x""#);
        let header = Predicate::Header("x-status".to_owned(), "failed".to_owned());
        assert_eq!(of(header), r#"header x-status = "failed""#);
        assert_eq!(of(Predicate::All(vec![])), "always");
        assert_eq!(of(Predicate::Any(vec![])), "never");
    }

    #[test]
    fn brackets_leave_no_doubt() {
        let both = || Predicate::All(vec![equals("", 1), equals("/b", 2)]);
        let some = Predicate::Some(vec![at("/x"), at("")], Box::new(both()));
        let none = Predicate::None(vec![at("/y")], Box::new(equals("", 3)));
        assert_eq!(
            text(&some),
            "some /x or element of the body: (it = 1 and /b = 2)"
        );
        assert_eq!(text(&none), "no /y: it = 3");
        let either = Predicate::Any(vec![both(), Predicate::Not(Box::new(both())), none]);
        let all = Predicate::All(vec![either, some]);
        assert_eq!(
            paragraphs(&all),
            [
                "((the body = 1 and /b = 2) or not (the body = 1 and /b = 2) or (no /y: it = 3))",
                "and (some /x or element of the body: (it = 1 and /b = 2))",
            ]
        );
    }
}
