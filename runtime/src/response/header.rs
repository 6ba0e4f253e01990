//! Typed headers of answers.

use std::{fmt, marker::PhantomData};

use http::HeaderMap;
use serde::{
    Deserializer,
    de::{
        Visitor,
        value::{Error as ValueError, SeqDeserializer},
    },
    forward_to_deserialize_any,
};

use crate::schema::Wire;

/// A header that answers are documented to have, and the type of its value (OpenAPI 3.0.3
/// §4.7.21).
///
/// Generated modules name theirs in `headers`. Any answer can be asked for it, an error too.
///
/// ```
/// use outspoken::{Header, Response};
///
/// const REMAINING: Header<u64> = Header::new("ratelimit-remaining");
///
/// let mut headers = http::HeaderMap::new();
/// headers.insert("RateLimit-Remaining", "59".parse()?);
/// let response = Response::new(http::StatusCode::OK, headers, ());
/// assert_eq!(response.header(REMAINING)?, Some(59));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Header<T> {
    name: &'static str,
    value: PhantomData<fn() -> T>,
}

impl<T> Header<T> {
    /// The header of this name; case does not matter.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            value: PhantomData,
        }
    }

    /// Its name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }
}

impl<T: Wire> Header<T> {
    /// Its value among these headers; `None` where it is not there.
    ///
    /// A header that is there several times is taken for a list (RFC 9110 §5.3).
    ///
    /// # Errors
    /// When the value is not of the documented type.
    pub fn read(&self, headers: &HeaderMap) -> Result<Option<T>, HeaderError> {
        let fault = |reason: &str| HeaderError {
            name: self.name,
            reason: reason.to_owned(),
        };
        let mut text: Option<String> = None;
        for line in headers.get_all(self.name) {
            let line = std::str::from_utf8(line.as_bytes()).map_err(|_| fault("it is no text"))?;
            text = Some(match text {
                Some(before) => format!("{before}, {line}"),
                None => line.to_owned(),
            });
        }
        let Some(text) = text else {
            return Ok(None);
        };
        let value = T::read(Text(text.trim()));
        value
            .map(Some)
            .map_err(|error| fault(&crate::error::one_line(&error.to_string())))
    }
}

impl<T> Clone for Header<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Header<T> {}

impl<T> fmt::Debug for Header<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Header").field(&self.name).finish()
    }
}

/// A header whose value is not of its documented type. The answer's `headers()` still have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeaderError {
    name: &'static str,
    reason: String,
}

impl HeaderError {
    /// The header's name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What is wrong with its value.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl fmt::Display for HeaderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, reason } = self;
        write!(f, "the header `{name}` is not what is documented: {reason}")
    }
}

impl std::error::Error for HeaderError {}

/// A value as a header has it: text that the wanted type says how to read. Lists have commas
/// (`style: simple`).
#[derive(Clone, Copy)]
struct Text<'t>(&'t str);

macro_rules! parsed {
    ($($method:ident $visit:ident $what:literal,)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
            match self.0.parse() {
                Ok(value) => visitor.$visit(value),
                Err(_) => Err(serde::de::Error::custom(concat!("it is not ", $what))),
            }
        })*
    };
}

impl<'de> Deserializer<'de> for Text<'_> {
    type Error = ValueError;

    parsed! {
        deserialize_bool visit_bool "`true` or `false`",
        deserialize_i8 visit_i8 "a whole number in range",
        deserialize_i16 visit_i16 "a whole number in range",
        deserialize_i32 visit_i32 "a whole number in range",
        deserialize_i64 visit_i64 "a whole number in range",
        deserialize_u8 visit_u8 "a whole number in range",
        deserialize_u16 visit_u16 "a whole number in range",
        deserialize_u32 visit_u32 "a whole number in range",
        deserialize_u64 visit_u64 "a whole number in range",
        deserialize_f32 visit_f32 "a number",
        deserialize_f64 visit_f64 "a number",
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        visitor.visit_str(self.0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        // Empty elements do not count (RFC 9110 §5.6.1.2).
        let items = self.0.split(',').map(str::trim);
        let items = items.filter(|item| !item.is_empty()).map(Text);
        visitor.visit_seq(SeqDeserializer::new(items))
    }

    forward_to_deserialize_any! {
        i128 u128 char str string bytes byte_buf unit unit_struct tuple tuple_struct map struct
        enum identifier ignored_any
    }
}

impl<'de> serde::de::IntoDeserializer<'de, ValueError> for Text<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<T: Wire>(lines: &[&'static str]) -> Result<Option<T>, String> {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append("x-it", http::HeaderValue::from_static(line));
        }
        let read = Header::new("X-It").read(&headers);
        read.map_err(|error| error.to_string())
    }

    #[test]
    fn the_type_says_how_it_is_read() {
        assert_eq!(read::<i64>(&["-5"]), Ok(Some(-5)));
        assert_eq!(read::<f64>(&["0.5"]), Ok(Some(0.5)));
        assert_eq!(read::<bool>(&["true"]), Ok(Some(true)));
        assert_eq!(read::<String>(&["5"]), Ok(Some("5".to_owned())));
        assert_eq!(read::<Option<u8>>(&["5"]), Ok(Some(Some(5))));
        assert_eq!(read::<i64>(&[]), Ok(None));
        let wrong = "the header `X-It` is not what is documented: it is not ";
        for odd in ["", "5.5", "soon", "99999999999999999999"] {
            assert_eq!(
                read::<i64>(&[odd]),
                Err(format!("{wrong}a whole number in range")),
                "{odd}"
            );
        }
        for odd in ["1e39", "inf", "NaN"] {
            assert!(read::<f32>(&[odd]).is_err(), "{odd}");
        }
        assert_eq!(
            read::<bool>(&["yes"]),
            Err(format!("{wrong}`true` or `false`"))
        );
    }

    #[test]
    fn lists_have_commas_or_lines() {
        let three = Ok(Some(vec![1, 2, 3]));
        assert_eq!(read::<Vec<i32>>(&["1, 2,,3 "]), three);
        assert_eq!(read::<Vec<i32>>(&["1", "2,3"]), three);
        assert_eq!(read::<Vec<i32>>(&[""]), Ok(Some(Vec::new())));
        assert_eq!(read::<String>(&["a", "b"]), Ok(Some("a, b".to_owned())));
    }
}
