//! Values that no field wants.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, SeqAccess, Visitor},
};

/// Reads past a value, and finds the faults in it that [`serde_json::Value`] would find.
///
/// `IgnoredAny` finds fewer: it passes over bytes that are not UTF-8, over numbers beyond all range
/// and over nesting beyond the limit. A body that conditions could not be tried on, as it is no
/// JSON to them, would then still be read as a success.
struct Skipped;

/// Reads past a member's value.
pub(super) fn skip<'de, A: MapAccess<'de>>(map: &mut A) -> Result<(), A::Error> {
    map.next_value::<Skipped>().map(|_| ())
}

impl<'de> Deserialize<'de> for Skipped {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Self)
    }
}

impl<'de> Visitor<'de> for Skipped {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_str<E>(self, _: &str) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self, A::Error> {
        while items.next_element::<Self>()?.is_some() {}
        Ok(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self, A::Error> {
        while members.next_entry::<Self, Self>()?.is_some() {}
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, from_slice};

    use super::*;

    #[test]
    fn it_is_as_strict_as_reading_the_value() {
        let deep = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        let (deep, too_deep) = (deep(127), deep(128));
        let odd: [&[u8]; 12] = [
            br#"{"a": [1, -2, 3.5, 18446744073709551615], "b": {"c": null, "d": [true, "x"]}}"#,
            br#""\ud83d\ude00""#,
            deep.as_bytes(),
            too_deep.as_bytes(),
            b"1e999",
            b"-",
            br#""\ud800""#,
            b"\"caf\xe9\"",
            b"{\"caf\xe9\": 1}",
            b"\"\n\"",
            b"[1,]",
            b"",
        ];
        for text in odd {
            let read = from_slice::<Value>(text).is_ok();
            let skipped = from_slice::<Skipped>(text).is_ok();
            assert_eq!(skipped, read, "{}", text.escape_ascii());
        }
    }
}
