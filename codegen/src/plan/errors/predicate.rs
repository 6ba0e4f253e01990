//! Conditions, handed on as they are.

use super::super::room::lines;
use crate::{
    ir,
    model::{self, Mention},
};

pub(super) fn predicate(from: &model::Predicate) -> ir::Predicate {
    use model::Predicate as From;
    match from {
        From::Equals(at, values) => {
            ir::Predicate::Equals(at.text.clone(), values.iter().map(scalar).collect())
        }
        From::Exists(at, flag) => ir::Predicate::Exists(at.text.clone(), *flag),
        From::Empty(at, flag) => ir::Predicate::Empty(at.text.clone(), *flag),
        From::StartsWith(at, text) => ir::Predicate::StartsWith(at.text.clone(), text.clone()),
        From::Contains(at, text) => ir::Predicate::Contains(at.text.clone(), text.clone()),
        From::Header(name, value) => {
            ir::Predicate::Header(name.to_ascii_lowercase(), value.clone())
        }
        From::Some(at, condition) => ir::Predicate::Some(texts(at), Box::new(predicate(condition))),
        From::None(at, condition) => ir::Predicate::None(texts(at), Box::new(predicate(condition))),
        From::All(all) => ir::Predicate::All(all.iter().map(predicate).collect()),
        From::Any(any) => ir::Predicate::Any(any.iter().map(predicate).collect()),
        From::Not(condition) => ir::Predicate::Not(Box::new(predicate(condition))),
    }
}

/// Pointers without where they are written.
pub(super) fn texts(pointers: &[Mention]) -> Vec<String> {
    pointers.iter().map(|one| one.text.clone()).collect()
}

/// How many lines a condition takes: one for each of its parts, and more for long ones.
pub(super) fn size(condition: &model::Predicate) -> usize {
    use model::Predicate::{
        All, Any, Contains, Empty, Equals, Exists, Header, None, Not, Some, StartsWith,
    };
    let literal = |literal: &model::Literal| match literal {
        model::Literal::Text(text) => 1 + lines([text.as_str()], 1),
        _ => 1,
    };
    match condition {
        Equals(at, values) => {
            1 + lines([at.text.as_str()], 1) + values.iter().map(literal).sum::<usize>()
        }
        Exists(at, _) | Empty(at, _) => 1 + lines([at.text.as_str()], 1),
        StartsWith(at, text) | Contains(at, text) => 1 + lines([at.text.as_str(), text], 1),
        Header(name, text) => 1 + lines([name.as_str(), text], 1),
        Some(at, condition) | None(at, condition) => {
            let texts = lines(at.iter().map(|one| one.text.as_str()), 1);
            1 + at.len() + texts + size(condition)
        }
        All(parts) | Any(parts) => 1 + parts.iter().map(size).sum::<usize>(),
        Not(condition) => 1 + size(condition),
    }
}

fn scalar(from: &model::Literal) -> ir::Scalar {
    match from {
        model::Literal::Null => ir::Scalar::Null,
        model::Literal::Bool(flag) => ir::Scalar::Bool(*flag),
        model::Literal::Integer(integer) => ir::Scalar::Integer(*integer),
        model::Literal::Unsigned(integer) => ir::Scalar::Unsigned(*integer),
        model::Literal::Float(float) => ir::Scalar::Float(*float),
        model::Literal::Text(text) => ir::Scalar::Text(text.clone()),
    }
}

/// The value of a tag, to compare with.
pub(super) fn tagged(tag: &ir::Tag) -> ir::Scalar {
    match tag {
        ir::Tag::Bool(flag) => ir::Scalar::Bool(*flag),
        ir::Tag::Integer(integer) => ir::Scalar::Integer(*integer),
        ir::Tag::Text(text) => ir::Scalar::Text(text.clone()),
    }
}
