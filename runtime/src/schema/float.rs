//! Numbers with fractions. JSON has none that is not finite (RFC 8259 §6), so none is read or written.

use std::fmt;

use serde::{
    Deserializer, Serialize, Serializer,
    de::{Error, Unexpected, Visitor},
    ser,
};

use super::Wire;

macro_rules! finite {
    ($($type:ident by $read:ident,)*) => {
        $(impl Wire for $type {
            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Finite;

                impl Visitor<'_> for Finite {
                    type Value = $type;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str(stringify!($type))
                    }

                    fn visit_i64<E>(self, value: i64) -> Result<$type, E> {
                        Ok(value as $type)
                    }

                    fn visit_u64<E>(self, value: u64) -> Result<$type, E> {
                        Ok(value as $type)
                    }

                    // A number that is too large becomes one that is not finite.
                    #[allow(
                        clippy::cast_possible_truncation,
                        reason = "it keeps as many digits as the type has"
                    )]
                    fn visit_f64<E: Error>(self, value: f64) -> Result<$type, E> {
                        let narrow = value as $type;
                        if narrow.is_finite() {
                            return Ok(narrow);
                        }
                        Err(E::invalid_value(Unexpected::Float(value), &self))
                    }
                }

                deserializer.$read(Finite)
            }

            // JSON has no other numbers, and `null` in their place would say something else.
            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if self.is_finite() {
                    self.serialize(serializer)
                } else {
                    Err(ser::Error::custom("a number is not finite"))
                }
            }
        })*
    };
}

finite! {
    f32 by deserialize_f32,
    f64 by deserialize_f64,
}

#[cfg(test)]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "what the macros make, for a crate of its own"
)]
mod tests {
    use serde_json::from_str;

    use super::*;

    crate::__object! {
        struct Size { optional { width: f32 = "width", height: f64 = "height", } }
    }

    crate::__union! {
        enum Length {
            0 Number(f32) = Json(Number),
            1 Text(String) = Json(String),
        }
    }

    fn read<T: Wire>(text: &str) -> Result<T, String> {
        let mut from = serde_json::Deserializer::from_str(text);
        T::read(&mut from).map_err(|error| error.to_string())
    }

    #[test]
    fn what_does_not_fit_is_refused_and_not_infinite() {
        for text in ["1e39", "-1e39", "3.5e38", "1e400"] {
            assert!(read::<f32>(text).is_err(), "{text}");
        }
        assert!(read::<f64>("1e400").is_err());
        let fault = from_str::<Size>(r#"{"width": 1e39}"#).unwrap_err();
        let text = fault.to_string();
        assert!(text.starts_with("invalid value: floating point"), "{text}");
        assert!(text.contains("expected f32 at line 1"), "{text}");
        assert!(from_str::<Length>("1e39").is_err());
    }

    #[test]
    fn what_fits_is_read() {
        assert_eq!(read("0.1"), Ok(0.1_f32));
        assert_eq!(read("3.4028235e38"), Ok(f32::MAX));
        assert_eq!(read("1e-50"), Ok(0.0_f32));
        assert_eq!(read("7"), Ok(7.0_f32));
        assert_eq!(read("-7"), Ok(-7.0_f64));
        assert_eq!(read("18446744073709551615"), Ok(u64::MAX as f32));
        assert_eq!(read("1e39"), Ok(1e39_f64));
        assert_eq!(from_str::<Length>("2").unwrap(), Length::Number(2.0));
    }
}
