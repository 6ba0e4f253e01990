//! Numbers.

use crate::{
    ir,
    model::{Integer, Number},
};

/// Whole numbers by format; without one, unsigned where the document rules out negative ones.
pub(super) fn integer(integer: &Integer) -> ir::Type {
    let Integer {
        format,
        bounds,
        values: _,
        names: _,
    } = integer;
    match format.as_deref() {
        Some("int32") => ir::Type::I32,
        None if bounds.minimum.is_some_and(|minimum| minimum >= 0.0) => ir::Type::U64,
        _ => ir::Type::I64,
    }
}

/// Numbers by format.
pub(super) fn number(number: &Number) -> ir::Type {
    match number.format.as_deref() {
        Some("float") => ir::Type::F32,
        _ => ir::Type::F64,
    }
}
