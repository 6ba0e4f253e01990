//! Whether what is compared with a value can ever be it.

use crate::{
    diagnostic::closest,
    model::{Literal, SchemaId, Schemas, Shape},
};

/// Whether a value that one of the schemas describes may be this. `null` always may: those who
/// write documents forget to say so.
pub(super) fn may_be(schemas: &Schemas, here: &[SchemaId], literal: &Literal) -> bool {
    here.iter()
        .any(|id| takes(&schemas.get(*id).shape, literal))
}

fn takes(shape: &Shape, literal: &Literal) -> bool {
    match (shape, literal) {
        (_, Literal::Null) => true,
        (Shape::Boolean(boolean), Literal::Bool(flag)) => {
            boolean.values.is_empty() || boolean.values.contains(flag)
        }
        (Shape::Integer(integer), number) => {
            let listed = |value: &i64| Literal::Integer(*value).is(number);
            is_whole(number) && (integer.values.is_empty() || integer.values.iter().any(listed))
        }
        (Shape::Number(number), value) => {
            let listed = |one: &f64| Literal::Float(*one).is(value);
            is_number(value) && (number.values.is_empty() || number.values.iter().any(listed))
        }
        (Shape::Text(text), Literal::Text(value)) => {
            text.values.is_empty() || text.values.contains(value)
        }
        (
            Shape::Null | Shape::Boolean(_) | Shape::Text(_) | Shape::Array(_) | Shape::Object(_),
            _,
        ) => false,
        (
            Shape::Any
            | Shape::Own(_)
            | Shape::Faulty
            | Shape::Same(_)
            | Shape::AllOf(_)
            | Shape::Choice(_),
            _,
        ) => true,
    }
}

/// The value that is meant by one that never is there: the same in another type, or one of the
/// `enum` that is like it.
pub(super) fn meant(schemas: &Schemas, here: &[SchemaId], literal: &Literal) -> Option<Literal> {
    let other = retyped(literal).filter(|other| may_be(schemas, here, other));
    other.or_else(|| {
        let Literal::Text(text) = literal else {
            return None;
        };
        let known = here.iter().flat_map(|id| match &schemas.get(*id).shape {
            Shape::Text(text) => text.values.as_slice(),
            _ => &[],
        });
        let near = closest(text, known.map(String::as_str))?;
        Some(Literal::Text(near.to_owned()))
    })
}

/// What reads the same, with quotes or without.
fn retyped(literal: &Literal) -> Option<Literal> {
    match literal {
        Literal::Text(text) => match serde_json::from_str(text).ok()? {
            serde_json::Value::Bool(flag) => Some(Literal::Bool(flag)),
            serde_json::Value::Number(number) => {
                let whole = number.as_i64().map(Literal::Integer);
                whole.or_else(|| number.as_f64().map(Literal::Float))
            }
            _ => None,
        },
        Literal::Null => None,
        plain => Some(Literal::Text(shown(plain))),
    }
}

/// A value as it is written in YAML.
pub(super) fn shown(literal: &Literal) -> String {
    match literal {
        Literal::Null => "null".to_owned(),
        Literal::Bool(flag) => flag.to_string(),
        Literal::Integer(number) => number.to_string(),
        Literal::Unsigned(number) => number.to_string(),
        Literal::Float(number) => number.to_string(),
        Literal::Text(text) => text.clone(),
    }
}

fn is_number(literal: &Literal) -> bool {
    matches!(
        literal,
        Literal::Integer(_) | Literal::Unsigned(_) | Literal::Float(_)
    )
}

fn is_whole(literal: &Literal) -> bool {
    match literal {
        Literal::Float(number) => number.fract() == 0.0,
        other => is_number(other),
    }
}
