//! Single values: what two schemas both take, and what either does.

use crate::model::{Boolean, Bounds, Integer, Number, Text};

pub(super) fn texts(one: Text, other: Text) -> Text {
    let Text {
        format,
        media_type,
        or_file,
        values,
        names,
        deprecated,
        min_length,
        max_length,
        pattern,
    } = other;
    let (values, names) = match (one.values.is_empty(), values.is_empty()) {
        (_, true) => (one.values, one.names),
        (true, false) => (values, names),
        (false, false) => (common(&one.values, values), Vec::new()),
    };
    Text {
        format: format.or(one.format),
        media_type: media_type.or(one.media_type),
        or_file: or_file && one.or_file,
        values,
        names,
        deprecated: [one.deprecated, deprecated].concat(),
        min_length: one.min_length.max(min_length),
        max_length: least(one.max_length, max_length),
        pattern: pattern.or(one.pattern),
    }
}

pub(super) fn integers(one: Integer, other: Integer) -> Integer {
    let Integer {
        format,
        bounds,
        values,
        names,
    } = other;
    let (values, names) = match (one.values.is_empty(), values.is_empty()) {
        (_, true) => (one.values, one.names),
        (true, false) => (values, names),
        (false, false) => (common(&one.values, values), Vec::new()),
    };
    Integer {
        format: format.or(one.format),
        bounds: narrower(one.bounds, bounds),
        values,
        names,
    }
}

pub(super) fn numbers(one: Number, other: Number) -> Number {
    let Number {
        format,
        bounds,
        values,
    } = other;
    Number {
        format: format.or(one.format),
        bounds: narrower(one.bounds, bounds),
        values: common(&one.values, values),
    }
}

pub(super) fn booleans(one: Boolean, other: Boolean) -> Boolean {
    Boolean {
        values: common(&one.values, other.values),
    }
}

pub(super) fn least(one: Option<u64>, other: Option<u64>) -> Option<u64> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// The values of both lists; an empty list restricts nothing. Lists that have nothing in common
/// were not meant so: then the second, which is the nearer one, counts.
fn common<T: PartialEq + Clone>(one: &[T], other: Vec<T>) -> Vec<T> {
    if other.is_empty() {
        return one.to_vec();
    }
    let both: Vec<T> = other
        .iter()
        .filter(|value| one.contains(value))
        .cloned()
        .collect();
    if both.is_empty() { other } else { both }
}

fn narrower(one: Bounds, other: Bounds) -> Bounds {
    let (minimum, above) = match (one.minimum, other.minimum) {
        (Some(low), Some(high)) if low > high => (one.minimum, one.above),
        (Some(_), None) => (one.minimum, one.above),
        _ => (other.minimum, other.above),
    };
    let (maximum, below) = match (one.maximum, other.maximum) {
        (Some(low), Some(high)) if low < high => (one.maximum, one.below),
        (Some(_), None) => (one.maximum, one.below),
        _ => (other.maximum, other.below),
    };
    Bounds {
        minimum,
        above,
        maximum,
        below,
        multiple_of: other.multiple_of.or(one.multiple_of),
    }
}

/// Text that either takes. Enums are open, so a list of values says what is usual.
pub(super) fn either_text(one: Text, other: Text) -> Text {
    let is_file = |text: &Text| text.format.as_deref() == Some("binary");
    let or_file = one.or_file || other.or_file || is_file(&one) != is_file(&other);
    let named = one.names.len() == one.values.len() && other.names.len() == other.values.len();
    let is_current = |text: &Text, value: &String| {
        text.values.contains(value) && !text.deprecated.contains(value)
    };
    let deprecated = one.deprecated.iter().chain(&other.deprecated);
    let deprecated = deprecated
        .filter(|value| !is_current(&one, value) && !is_current(&other, value))
        .cloned()
        .collect();
    let (mut values, mut names) = (one.values, one.names);
    for (index, value) in other.values.into_iter().enumerate() {
        if !values.contains(&value) {
            values.push(value);
            names.extend(other.names.get(index).cloned());
        }
    }
    Text {
        format: one
            .format
            .filter(|format| other.format.as_ref() == Some(format)),
        or_file,
        values,
        names: if named { names } else { Vec::new() },
        deprecated,
        ..Text::default()
    }
}

/// Whole numbers that either takes.
pub(super) fn either_integer(one: Integer, other: Integer) -> Integer {
    let format = one
        .format
        .filter(|format| other.format.as_ref() == Some(format));
    Integer {
        format,
        bounds: wider(one.bounds, other.bounds),
        ..Integer::default()
    }
}

/// Numbers that either takes.
pub(super) fn either_number(one: Bounds, other: Bounds) -> Number {
    Number {
        bounds: wider(one, other),
        ..Number::default()
    }
}

/// Only the least is kept of the limits: it decides whether a number may be negative.
fn wider(one: Bounds, other: Bounds) -> Bounds {
    let minimum = one.minimum.zip(other.minimum);
    Bounds {
        minimum: minimum.map(|(one, other)| one.min(other)),
        ..Bounds::default()
    }
}
