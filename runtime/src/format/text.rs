//! Types whose values are text on the wire.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserializer,
    de::{Error, Visitor},
};

use crate::schema::Blank;

/// A type whose values are text on the wire.
#[doc(hidden)]
pub trait Text: Blank {
    /// What a value is, with its article, for messages.
    const WHAT: &'static str;

    /// The value that a text means; `None` where it means none.
    fn from_text(text: &str) -> Option<Self>
    where
        Self: Sized;

    /// The text that is sent.
    ///
    /// # Errors
    /// When the format has no text for the value: what is wrong with it, as a predicate.
    fn to_text(&self) -> Result<String, &'static str>;
}

/// A member's value, or its default where it is absent. The generator has seen to it that the
/// default means a value.
#[doc(hidden)]
#[must_use]
pub fn or_text<T: Text + Clone>(value: &Option<T>, default: &str) -> T {
    let or_default = || T::from_text(default).unwrap_or_else(T::blank);
    value.clone().unwrap_or_else(or_default)
}

/// The same for a member that may be null, which then is its value.
#[doc(hidden)]
#[must_use]
pub fn or_text_or_null<T: Text + Clone>(value: &Option<Option<T>>, default: &str) -> Option<T> {
    let or_default = || Some(or_text(&None, default));
    value.clone().unwrap_or_else(or_default)
}

/// Reads a value from text.
pub(super) fn read_text<'de, T: Text, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(TextVisitor(PhantomData))
}

struct TextVisitor<T>(PhantomData<T>);

impl<T: Text> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::WHAT)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::from_text(text)
            .ok_or_else(|| E::custom(format_args!("{:?} is not {}", cut(text), T::WHAT)))
    }
}

/// As much of a text as says what it is.
fn cut(text: &str) -> String {
    const MOST: usize = 40;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// Lets a text type stand in bodies and in parameters.
macro_rules! text_type {
    ($($type:ty),*) => {
        $(
            impl $crate::schema::Wire for $type {
                fn read<'de, D: serde::Deserializer<'de>>(
                    deserializer: D,
                ) -> Result<Self, D::Error> {
                    $crate::format::text::read_text(deserializer)
                }

                fn write<S: serde::Serializer>(
                    &self,
                    serializer: S,
                ) -> Result<S::Ok, S::Error> {
                    use serde::ser::Error;
                    let what = <Self as $crate::format::Text>::WHAT;
                    let text = $crate::format::Text::to_text(self)
                        .map_err(|reason| S::Error::custom(format_args!("{what} {reason}")))?;
                    serializer.serialize_str(&text)
                }
            }

            impl $crate::request::ToParameter for $type {
                fn to_parameter(&self) -> $crate::request::ParameterValue<'_> {
                    $crate::request::ParameterValue::formatted($crate::format::Text::to_text(self))
                }
            }
        )*
    };
}

pub(super) use text_type;

/// A text, read as a type and written again; else what is said of it.
#[cfg(test)]
pub(super) fn again<T>(text: &str) -> Result<String, String>
where
    T: Text + crate::schema::Wire + crate::request::ToParameter,
{
    use crate::schema::Written;
    let value = T::read(serde_json::Value::from(text)).map_err(|error| error.to_string())?;
    let written = serde_json::to_value(Written(&value)).map_err(|error| error.to_string())?;
    let text = written.as_str().ok_or("it is written as something else")?;
    let sent = value.to_parameter();
    assert_eq!(sent, crate::request::ParameterValue::text(text.to_owned()));
    assert!(T::blank().to_text().is_ok());
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Base64, schema::Wire};

    #[test]
    fn what_is_wrong_is_said_in_short() {
        assert_eq!(
            again::<Base64>("a\n!").unwrap_err(),
            "\"a\\n!\" is not base64 (RFC 4648)"
        );
        let long = again::<Base64>(&"é".repeat(1000)).unwrap_err();
        assert_eq!(
            long,
            format!("\"{}…\" is not base64 (RFC 4648)", "é".repeat(40))
        );
        let other = Base64::read(serde_json::json!(1)).unwrap_err();
        assert_eq!(
            other.to_string(),
            "invalid type: integer `1`, expected base64 (RFC 4648)"
        );
    }

    #[test]
    fn a_text_is_cut_at_a_character() {
        assert_eq!(cut("é"), "é");
        assert_eq!(cut(&"é".repeat(40)), "é".repeat(40));
        assert_eq!(cut(&"é".repeat(41)), format!("{}…", "é".repeat(40)));
    }

    #[test]
    fn a_default_that_means_nothing_is_a_blank() {
        let a = Base64::from(&b"a"[..]);
        assert_eq!(or_text::<Base64>(&None, "YQ"), a);
        assert_eq!(or_text(&Some(a.clone()), "Yg"), a);
        assert_eq!(or_text::<Base64>(&None, "?"), Base64::default());
    }
}
