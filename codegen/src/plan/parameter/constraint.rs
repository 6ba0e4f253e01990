//! What arguments must meet.

use super::{super::types::Types, pattern};
use crate::{
    diagnostic::{Code, Diagnostic},
    ir,
    model::{Bounds, Schema, SchemaId, Shape, Text},
};

/// What the schema demands, of the argument or of each of its items.
pub(super) fn constraints(schema: Option<SchemaId>, types: &mut Types<'_>) -> ir::Constraints {
    let mut constraints = ir::Constraints::default();
    let Some(schema) = schema else {
        return constraints;
    };
    let mut schema = types.meant(schema);
    if let Shape::Array(array) = &schema.shape {
        constraints.min_items = array.min_items;
        constraints.max_items = array.max_items;
        constraints.unique_items = array.unique;
        schema = types.meant(array.items);
    }
    match &schema.shape {
        Shape::Text(text) => {
            constraints.min_length = text.min_length;
            constraints.max_length = text.max_length;
            constraints.pattern = pattern_of(schema, text, types);
        }
        Shape::Integer(integer) => bounds(&mut constraints, &integer.bounds),
        Shape::Number(number) => {
            constraints.one_of.clone_from(&number.values);
            bounds(&mut constraints, &number.bounds);
        }
        Shape::Any
        | Shape::Faulty
        | Shape::Same(_)
        | Shape::Own(_)
        | Shape::Null
        | Shape::Boolean(_)
        | Shape::Array(_)
        | Shape::Object(_)
        | Shape::AllOf(_)
        | Shape::Choice(_) => {}
    }
    constraints
}

/// The pattern that a text must match; one that cannot be run is reported and left out.
fn pattern_of(schema: &Schema, text: &Text, types: &mut Types<'_>) -> Option<String> {
    // Values that are listed need no pattern.
    let pattern = text.pattern.as_ref().filter(|_| text.values.is_empty())?;
    match pattern::translated(pattern) {
        Ok(pattern) => Some(pattern),
        Err(why) => {
            let place = types.value_place(&schema.at.child("pattern"));
            let message = format!("this pattern is not checked before sending: {why}");
            types.report(
                Diagnostic::new(Code::Ignored, place, message)
                    .help("nothing needs to change: the API checks it"),
            );
            None
        }
    }
}

fn bounds(constraints: &mut ir::Constraints, bounds: &Bounds) {
    let Bounds {
        minimum,
        above,
        maximum,
        below,
        multiple_of,
    } = *bounds;
    constraints.minimum = minimum.filter(|_| !above);
    constraints.above = minimum.filter(|_| above);
    constraints.maximum = maximum.filter(|_| !below);
    constraints.below = maximum.filter(|_| below);
    constraints.multiple_of = multiple_of;
}
