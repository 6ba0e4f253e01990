//! Numbers.

use super::Types;
use crate::{
    diagnostic::{Code, Diagnostic},
    ir::{self, Type},
    model::{Bounds, Integer, Number, Schema},
};

impl Types<'_> {
    /// Whole numbers by format, as wide as it says. Where it does not say, 64 bits, unsigned where
    /// the document rules out negative numbers. A format that is too narrow for the document's own
    /// bounds gives way, and is reported.
    pub(super) fn integer(&mut self, schema: &Schema, integer: &Integer) -> Type {
        let Integer {
            format,
            bounds,
            values: _,
            names: _,
        } = integer;
        let unsigned = bounds.minimum.is_some_and(|least| least >= 0.0);
        let wide = if unsigned {
            ir::Integer::U64
        } else {
            ir::Integer::I64
        };
        let planned = match format.as_deref().and_then(named) {
            None => wide,
            Some(named) if holds(named, bounds) => named,
            Some(_) => {
                let message = "this `format` does not hold all numbers that the schema allows";
                let place = self.key_place(&schema.at.child("format"));
                let diagnostic = Diagnostic::new(Code::Ignored, place, message);
                let help = "write the `format` that holds them, or the `minimum` and `maximum` of this one";
                let label = format!("they are `{}`", wide.name());
                self.report(diagnostic.label(label).help(help));
                wide
            }
        };
        Type::Integer(planned)
    }
}

/// The type that a format means. Others, as `unixtime`, say nothing of the width.
fn named(format: &str) -> Option<ir::Integer> {
    Some(match format {
        "int8" => ir::Integer::I8,
        "int16" => ir::Integer::I16,
        "int32" => ir::Integer::I32,
        "int64" => ir::Integer::I64,
        "uint8" => ir::Integer::U8,
        "uint16" => ir::Integer::U16,
        "uint32" => ir::Integer::U32,
        "uint64" | "uint" => ir::Integer::U64,
        _ => return None,
    })
}

/// Whether a type has room for all that the bounds allow. They have been rounded, since JSON
/// numbers are read as `f64`: so are the limits of the type.
#[allow(clippy::cast_precision_loss, reason = "both sides are rounded alike")]
fn holds(ty: ir::Integer, bounds: &Bounds) -> bool {
    let (least, most) = ty.range();
    let room = if bounds.below { 1.0 } else { 0.0 };
    bounds.minimum.is_none_or(|minimum| minimum >= least as f64)
        && bounds
            .maximum
            .is_none_or(|maximum| maximum - room <= most as f64)
}

/// Numbers by format.
pub(super) fn number(number: &Number) -> Type {
    match number.format.as_deref() {
        Some("float") => Type::F32,
        _ => Type::F64,
    }
}
