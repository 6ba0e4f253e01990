//! The form of what an operation gives: one type, a type that may be absent, or an enum.

use super::{super::meaning, row::Row};
use crate::{
    ir::{self, Make, Output, Type},
    model::Status,
};

/// The form of several answers.
pub(super) enum Shape {
    /// One type under every status.
    Plain(Type),
    /// A type, or nothing under one status that says just that.
    Optional(Type),
    /// Several things.
    Several,
}

/// One type needs no enum. Where the only other answer is a 204, 205 or 304 without a body, that
/// there is nothing is all it says, and `Option` says it too. Any other status means more, such as
/// that the work goes on (202) or goes elsewhere (302), and so has a variant.
pub(super) fn shape(rows: &[Row<'_>]) -> Shape {
    let mixed = rows.iter().any(Row::is_redirect) && !rows.iter().all(Row::is_redirect);
    let mut distinct: Vec<&Type> = Vec::new();
    for row in rows {
        if !distinct.contains(&&row.ty) {
            distinct.push(&row.ty);
        }
    }
    let nothing: Vec<_> = rows.iter().filter(|row| row.ty == Type::Unit).collect();
    let is_absent = matches!(nothing.as_slice(), [one] if one.response.status.is_bodiless());
    match distinct.as_slice() {
        _ if mixed => Shape::Several,
        // Nothing is known of successes: they are handed over as they come.
        [] => Shape::Plain(Type::Bytes),
        [one] => Shape::Plain((*one).clone()),
        [one, other] if is_absent => {
            let ty = if **one == Type::Unit { other } else { one };
            Shape::Optional((*ty).clone())
        }
        _ => Shape::Several,
    }
}

/// What an operation gives in this form, and how each answer becomes it.
pub(super) fn output(
    rows: &[Row<'_>],
    shape: &Shape,
    enumeration: &str,
) -> (Output, Vec<(ir::Status, ir::Reading)>) {
    let output = match shape {
        Shape::Plain(ty) => Output::Type(ty.clone()),
        Shape::Optional(ty) => Output::Type(optional(ty)),
        Shape::Several => Output::Enum(enumeration.to_owned()),
    };
    if rows.is_empty() {
        let read = ir::Read::Bytes;
        let make = Make::Plain;
        let reading = ir::Reading::Output { read, make };
        return (output, vec![(ir::Status::Range(2), reading)]);
    }
    let documented = rows.iter().map(|row| {
        let read = row.read;
        let make = make(row, shape, enumeration);
        (row.status, ir::Reading::Output { read, make })
    });
    (output, documented.collect())
}

fn optional(ty: &Type) -> Type {
    match ty {
        Type::Optional(_) => ty.clone(),
        ty => Type::Optional(Box::new(ty.clone())),
    }
}

fn make(row: &Row<'_>, shape: &Shape, enumeration: &str) -> Make {
    let is_nothing = row.ty == Type::Unit;
    let variant = || (enumeration.to_owned(), row.name.clone());
    match shape {
        Shape::Plain(_) => Make::Plain,
        Shape::Optional(_) if is_nothing => Make::None,
        Shape::Optional(Type::Optional(_)) => Make::Plain,
        Shape::Optional(_) => Make::Some,
        Shape::Several => {
            let (enumeration, variant) = variant();
            match is_nothing {
                true => Make::Unit(enumeration, variant),
                false => Make::Variant(enumeration, variant),
            }
        }
    }
}

/// The enum of what an operation gives.
pub(super) fn enumeration(rows: &[Row<'_>], name: &str, docs: Vec<String>) -> ir::OutputEnum {
    let variants = rows.iter().map(|row| ir::OutputVariant {
        name: row.name.clone(),
        is: meaning::method("is", &row.name),
        into: meaning::method("into", &row.name),
        docs: variant_docs(row),
        held: (row.ty != Type::Unit).then(|| row.ty.clone()),
    });
    ir::OutputEnum {
        name: name.to_owned(),
        docs,
        variants: variants.collect(),
    }
}

/// What an answer means; a redirect also says where to look.
fn variant_docs(row: &Row<'_>) -> Vec<String> {
    let mut docs = meaning::docs(&row.name, &row.response.description);
    if row.is_redirect() {
        docs.push(String::new());
        docs.push("Where to: [`location`](outspoken::Response::location).".to_owned());
    }
    docs
}

/// What the documentation of a method says of its output, in CommonMark.
pub(super) fn docs(rows: &[Row<'_>], shape: &Shape, enumeration: &str) -> Option<String> {
    match shape {
        Shape::Plain(_) => None,
        Shape::Several => Some(format!(
            "Gives a [`{enumeration}`](outputs::{enumeration})."
        )),
        Shape::Optional(_) => {
            let absent = rows.iter().find(|row| row.ty == Type::Unit)?;
            let Status::Exact(code) = absent.response.status else {
                return None;
            };
            let meaning = meaning::meaning(&absent.name, &absent.response.description);
            Some(format!("Gives `None` for `{code}`: {meaning}"))
        }
    }
}
