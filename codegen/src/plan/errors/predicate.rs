//! Conditions, handed on as they are.

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
