//! Whole numbers, however they are written: `1`, `1.0` and `1e0` are one integer (JSON Schema 2020-12,
//! Core §4.2.3).

use std::{fmt, marker::PhantomData};

use serde::{
    Deserializer, Serialize, Serializer,
    de::{Error, Unexpected, Visitor},
};

use super::Wire;

/// From here to twice as much, floats count by ones. From here on, what was read need not be what was
/// written, as a text is read to the last bit only by who takes the time for it.
const ONES: f64 = 4_503_599_627_370_496.0; // 2^52

/// The integer that a number with a fraction or an exponent is; `None` where it is none, and where it is
/// not known to be just this one.
pub(super) fn whole(float: f64) -> Option<i64> {
    // Not a number has a fraction that is not nought, either.
    if float.fract() != 0.0 || float.abs() >= ONES {
        return None;
    }
    // Of a float that counts by ones, the last bits are how many there are.
    let count = (float.abs() + ONES).to_bits() ^ ONES.to_bits();
    let count = i64::try_from(count).ok()?;
    Some(if float < 0.0 { -count } else { count })
}

struct IntegerVisitor<T> {
    name: &'static str,
    of: PhantomData<T>,
}

impl<T: TryFrom<i64> + TryFrom<u64>> Visitor<'_> for IntegerVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        T::try_from(value).map_err(|_| E::invalid_value(Unexpected::Signed(value), &self))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        T::try_from(value).map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &self))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        match whole(value) {
            Some(integer) => self.visit_i64(integer),
            None => Err(E::invalid_type(Unexpected::Float(value), &self)),
        }
    }
}

macro_rules! integers {
    ($($type:ident by $read:ident,)*) => {
        $(impl Wire for $type {
            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.$read(IntegerVisitor {
                    name: stringify!($type),
                    of: PhantomData,
                })
            }

            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.serialize(serializer)
            }
        })*
    };
}

integers! {
    i8 by deserialize_i8,
    i16 by deserialize_i16,
    i32 by deserialize_i32,
    i64 by deserialize_i64,
    u8 by deserialize_u8,
    u16 by deserialize_u16,
    u32 by deserialize_u32,
    u64 by deserialize_u64,
}

#[cfg(test)]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "what the macros make, for a crate of its own"
)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::{Value, from_str, json};

    use super::*;

    crate::__integer_enum! {
        pub enum Level else Other { Low = 1, High = 100, }
    }

    crate::__object! {
        pub struct Count {
            required { left: u8 = "left", level: Level = "level", }
            optional { all: Vec<i64> = "all", by: BTreeMap<String, u32> = "by", most: i16 = "most", }
        }
    }

    crate::__union! {
        enum Code {
            0 Level(Level) = Json(Integer),
            1 Text(String) = Json(String),
        }
    }

    crate::__union! {
        enum Amount {
            0 Whole(i64) = Json(Integer),
            1 Part(f64) = Json(Number),
        }
    }

    crate::__union! {
        enum Loose {
            0 Whole(i64) = Json(Integer),
            1 Any(Value) = Any,
        }
    }

    crate::__union! {
        enum Versioned by "version" {
            0 Count(Count) = Tag(&[Whole(1)]),
            1 Free(BTreeMap<String, i64>) = Tag(&[Whole(2)]),
        }
    }

    fn read<T: Wire>(text: &str) -> Result<T, String> {
        let mut from = serde_json::Deserializer::from_str(text);
        T::read(&mut from).map_err(|error| error.to_string())
    }

    #[test]
    fn whole_numbers_are_integers_however_they_are_written() {
        for (text, value) in [
            ("1.0", 1),
            ("1e2", 100),
            ("1.5e1", 15),
            ("-3.00", -3),
            ("-0.0", 0),
            ("-0", 0),
            ("8015.0", 8015),
            ("4503599627370495.0", 4_503_599_627_370_495),
            ("-4503599627370495.0", -4_503_599_627_370_495),
            ("9223372036854775807", i64::MAX),
        ] {
            assert_eq!(read::<i64>(text), Ok(value), "{text}");
        }
        assert_eq!(read::<i8>("-128.0"), Ok(i8::MIN));
        assert_eq!(read::<u8>("2.55e2"), Ok(u8::MAX));
        assert_eq!(read::<u64>("-0.0"), Ok(0));
        assert_eq!(read::<u64>("18446744073709551615"), Ok(u64::MAX));
        assert_eq!(read::<i32>("-2147483648.0"), Ok(i32::MIN));
    }

    #[test]
    fn what_is_no_integer_or_out_of_range_is_refused() {
        for text in ["1.5", "-0.1", "1e-3", "1e30", "1e19", "9007199254740993.0"] {
            let fault = read::<i64>(text).unwrap_err();
            assert!(
                fault.starts_with("invalid type: floating point"),
                "{text}: {fault}"
            );
            assert!(fault.contains("expected i64"), "{text}: {fault}");
        }
        let fault = read::<i8>("128.0").unwrap_err();
        assert!(
            fault.starts_with("invalid value: integer `128`, expected i8"),
            "{fault}"
        );
        assert!(read::<u64>("-1.0").is_err());
        assert!(read::<u8>("256").is_err());
        for float in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(whole(float), None, "{float}");
        }
    }

    #[test]
    fn they_are_read_wherever_they_stand() {
        let text = r#"{"left": 3.0, "level": 1e2, "all": [1.0, 2], "by": {"a": 4e0}, "most": 5.0}"#;
        let count: Count = from_str(text).unwrap();
        assert_eq!((count.left, count.level), (3, Level::High));
        assert_eq!(count.all, Some(vec![1, 2]));
        assert_eq!(count.by, Some([("a".to_owned(), 4)].into()));
        assert_eq!(count.most, Some(5));
        assert_eq!(read::<Option<i64>>("7.0"), Ok(Some(7)));
        assert_eq!(read::<Level>("7.0"), Ok(Level::Other(7)));
        let fault = from_str::<Count>(r#"{"left": 3.5, "level": 1}"#).unwrap_err();
        assert!(
            fault.to_string().contains("floating point `3.5`"),
            "{fault}"
        );
    }

    #[test]
    fn in_a_union_a_number_goes_to_the_member_for_numbers() {
        assert_eq!(from_str::<Code>("1.0").unwrap(), Code::Level(Level::Low));
        assert!(from_str::<Code>("1.5").is_err());
        assert_eq!(from_str::<Amount>("1").unwrap(), Amount::Whole(1));
        assert_eq!(from_str::<Amount>("1.0").unwrap(), Amount::Part(1.0));
        assert_eq!(from_str::<Loose>("1").unwrap(), Loose::Whole(1));
        assert_eq!(from_str::<Loose>("1.0").unwrap(), Loose::Any(json!(1.0)));
    }

    #[test]
    fn a_tag_is_compared_by_its_value() {
        let read: Versioned = from_str(r#"{"version": 2.0, "left": 1, "level": 1}"#).unwrap();
        assert!(matches!(read, Versioned::Free(_)), "{read:?}");
    }
}
