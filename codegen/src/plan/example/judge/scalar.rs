//! Booleans, numbers and text.

use serde_json::Value;

use super::{Judge, Weight, format, shown};
use crate::{
    diagnostic::Pointer,
    model::{Boolean, Integer, Number, SchemaId, Text},
};

/// The formats of whole numbers, and what they hold.
const WIDTHS: &[(&str, i128, i128)] = &[
    ("int8", i8::MIN as i128, i8::MAX as i128),
    ("int16", i16::MIN as i128, i16::MAX as i128),
    ("int32", i32::MIN as i128, i32::MAX as i128),
    ("int64", i64::MIN as i128, i64::MAX as i128),
    ("uint8", 0, u8::MAX as i128),
    ("uint16", 0, u16::MAX as i128),
    ("uint32", 0, u32::MAX as i128),
    ("uint64", 0, u64::MAX as i128),
    ("uint", 0, u64::MAX as i128),
];

impl Judge<'_> {
    pub(super) fn boolean(&mut self, id: SchemaId, one: &Boolean, value: &Value, path: &Pointer) {
        let Some(found) = value.as_bool() else {
            return self.wrong_type(id, value, path, "a boolean");
        };
        if !one.values.is_empty() && !one.values.contains(&found) {
            self.not_listed(id, value, path);
        }
    }

    pub(super) fn integer(&mut self, id: SchemaId, one: &Integer, value: &Value, path: &Pointer) {
        let Some(found) = whole(value) else {
            return self.wrong_type(id, value, path, "a whole number");
        };
        if !one.values.is_empty() {
            if !one.values.iter().any(|value| i128::from(*value) == found) {
                self.not_listed(id, value, path);
            }
            return;
        }
        let format = one.format.as_deref();
        let width = WIDTHS.iter().find(|(name, ..)| Some(*name) == format);
        let (_, mut least, mut most) =
            width
                .copied()
                .unwrap_or(("", i64::MIN.into(), i64::MAX.into()));
        // Bounds that the format does not hold are the document's word on it.
        if let Some(minimum) = one.bounds.minimum {
            least = if minimum >= 0.0 {
                0
            } else {
                least.min(i64::MIN.into())
            };
        }
        if one
            .bounds
            .maximum
            .is_some_and(|maximum| float(most) < maximum)
        {
            most = i64::MAX.into();
        }
        if width.is_none() && least == 0 {
            most = u64::MAX.into();
        }
        if found < least || found > most {
            let what = match (width, one.bounds.minimum) {
                (None, None) => format!("is {found}, which no 64 bits hold"),
                _ => format!("is {found}, which is out of the bounds of its schema"),
            };
            self.fault(id, path, what, Weight::Broken);
        }
    }

    pub(super) fn number(&mut self, id: SchemaId, one: &Number, value: &Value, path: &Pointer) {
        let Some(found) = value.as_f64() else {
            return self.wrong_type(id, value, path, "a number");
        };
        if !one.values.is_empty() && !one.values.contains(&found) {
            self.not_listed(id, value, path);
        }
    }

    pub(super) fn text(&mut self, id: SchemaId, one: &Text, value: &Value, path: &Pointer) {
        let Some(found) = value.as_str() else {
            return self.wrong_type(id, value, path, "text");
        };
        if !one.values.is_empty() {
            if !one.values.iter().any(|value| value == found) {
                self.not_listed(id, value, path);
            }
            return;
        }
        let format = one.format.as_deref().unwrap_or_default();
        if !format::fits(format, found, &self.config.format_types) {
            let what = format!("is `{}`, which is no `{}`", shown(found), shown(format));
            self.fault(id, path, what, Weight::Broken);
        }
    }

    /// Clients keep values that an `enum` does not list.
    fn not_listed(&mut self, id: SchemaId, value: &Value, path: &Pointer) {
        let value = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        let what = format!("is `{}`, which its schema does not list", shown(&value));
        self.fault(id, path, what, Weight::Kept);
    }
}

/// A whole number, however it is written: `1.0` is one (JSON Schema 2020-12 §6.1.1).
fn whole(value: &Value) -> Option<i128> {
    let number = value.as_number()?;
    if let Some(whole) = number.as_i128() {
        return Some(whole);
    }
    let float = number.as_f64()?;
    let is_whole = float.fract() == 0.0 && float.abs() < 1e18;
    #[allow(
        clippy::cast_possible_truncation,
        reason = "it has no fraction, and is within bounds"
    )]
    is_whole.then_some(float as i128)
}

#[allow(clippy::cast_precision_loss, reason = "bounds have been rounded alike")]
fn float(whole: i128) -> f64 {
    whole as f64
}
