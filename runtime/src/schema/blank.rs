//! Values to start reading from.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// A value that reading fills: it is never seen by a caller, so it need not mean anything.
///
/// This is not `Default`: a generated type with required fields has a blank and no default.
#[doc(hidden)]
pub trait Blank {
    fn blank() -> Self;
}

macro_rules! blank_by_default {
    ($($type:ty),*) => {
        $(impl Blank for $type {
            fn blank() -> Self {
                Self::default()
            }
        })*
    };
}

blank_by_default!(
    (),
    bool,
    i8,
    i16,
    i32,
    i64,
    u8,
    u16,
    u32,
    u64,
    f32,
    f64,
    String,
    Value,
    Map<String, Value>
);

impl<T> Blank for Option<T> {
    fn blank() -> Self {
        None
    }
}

impl<T> Blank for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }
}

impl<T> Blank for BTreeMap<String, T> {
    fn blank() -> Self {
        Self::new()
    }
}
