//! Arguments as parameters see them.

use std::{borrow::Cow, fmt};

use serde::{Serialize, Serializer};

/// One value of a parameter.
#[doc(hidden)]
#[derive(Clone, Debug, PartialEq)]
pub enum Scalar<'a> {
    Text(Cow<'a, str>),
    Integer(i128),
    Float(f64),
    Bool(bool),
    /// A value that cannot be sent, with what is wrong with it.
    Unwritable(Cow<'static, str>),
}

impl Scalar<'_> {
    /// The value as it stands on the wire, before escaping.
    pub(crate) fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Integer(integer) => Cow::Owned(integer.to_string()),
            Self::Float(float) => Cow::Owned(float.to_string()),
            Self::Bool(bool) => Cow::Borrowed(if *bool { "true" } else { "false" }),
            // Nobody sees it: the constraints let it pass nowhere.
            Self::Unwritable(_) => Cow::Borrowed(""),
        }
    }
}

/// An argument, in the shapes that parameter styles tell apart.
#[doc(hidden)]
#[derive(Clone, Debug, PartialEq)]
pub enum ParameterValue<'a> {
    /// Nothing is sent.
    Absent,
    /// One value.
    One(Scalar<'a>),
    /// A list.
    Many(Vec<ParameterValue<'a>>),
    /// Members with their names, in their order.
    Object(Vec<(Cow<'a, str>, ParameterValue<'a>)>),
}

impl<'a> ParameterValue<'a> {
    /// A list of lists with a text for each of those, the items of which these delimiters join: the
    /// first for the lists in the list, the next for lists in those.
    pub(crate) fn with_inner_lists(self, delimiters: &[char]) -> Result<Self, String> {
        let Some((delimiter, deeper)) = delimiters.split_first() else {
            return Ok(self);
        };
        let Self::Many(items) = self else {
            return Ok(self);
        };
        let items = items.into_iter().map(|item| match item {
            list @ Self::Many(_) => list.with_inner_lists(deeper)?.joined(*delimiter),
            other => Ok(other),
        });
        items.collect::<Result<_, _>>().map(Self::Many)
    }

    /// The items of a list as one text. One that holds the delimiter would be read as two.
    fn joined(self, delimiter: char) -> Result<Self, String> {
        let Self::Many(items) = self else {
            return Ok(self);
        };
        let texts = items.iter().filter_map(|item| match item {
            Self::One(one) => Some(one.text()),
            Self::Absent | Self::Many(_) | Self::Object(_) => None,
        });
        let texts: Vec<_> = texts.collect();
        if texts.iter().any(|text| text.contains(delimiter)) {
            return Err(format!("holds {delimiter:?}, which separates its items"));
        }
        Ok(Self::text(texts.join(&delimiter.to_string())))
    }

    /// One text.
    pub(crate) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::One(Scalar::Text(text.into()))
    }

    /// One of the texts that the document lists.
    #[must_use]
    pub fn listed(text: &'a str, values: &'static [&'static str]) -> Self {
        match values.contains(&text) {
            true => Self::text(text),
            false => Self::One(Scalar::Unwritable(not_listed(values).into())),
        }
    }

    /// One of the whole numbers that the document lists.
    #[must_use]
    pub fn listed_integer(integer: i64, values: &'static [i64]) -> Self {
        Self::One(match values.contains(&integer) {
            true => Scalar::Integer(integer.into()),
            false => Scalar::Unwritable(not_listed(values).into()),
        })
    }

    /// The value of a type that is text on the wire.
    pub(crate) fn formatted(text: Result<String, &'static str>) -> Self {
        Self::One(match text {
            Ok(text) => Scalar::Text(Cow::Owned(text)),
            Err(reason) => Scalar::Unwritable(reason.into()),
        })
    }
}

/// What would be right, as far as a line of text holds it.
pub(super) fn not_listed(values: &[impl fmt::Display]) -> String {
    let shown = values.iter().take(10).map(|value| format!("`{value}`"));
    let shown: Vec<_> = shown.collect();
    let more = if values.len() > shown.len() {
        ", …"
    } else {
        ""
    };
    format!("must be one of {}{more}", shown.join(", "))
}

/// As JSON, for what no style has a form for.
impl Serialize for ParameterValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent => serializer.serialize_unit(),
            Self::One(Scalar::Integer(integer)) => match i64::try_from(*integer) {
                Ok(integer) => serializer.serialize_i64(integer),
                Err(_) => serializer.serialize_i128(*integer),
            },
            Self::One(Scalar::Float(float)) => serializer.serialize_f64(*float),
            Self::One(Scalar::Bool(bool)) => serializer.serialize_bool(*bool),
            Self::One(text) => serializer.serialize_str(&text.text()),
            Self::Many(items) => serializer.collect_seq(items),
            Self::Object(members) => {
                serializer.collect_map(members.iter().map(|(name, value)| (name, value)))
            }
        }
    }
}

/// What can be an argument by itself or in lists. What has members is one by way of
/// [`RequestParts::serialize`](super::RequestParts::serialize).
#[doc(hidden)]
pub trait ToParameter {
    fn to_parameter(&self) -> ParameterValue<'_>;
}

impl ToParameter for str {
    fn to_parameter(&self) -> ParameterValue<'_> {
        ParameterValue::text(self)
    }
}

impl ToParameter for String {
    fn to_parameter(&self) -> ParameterValue<'_> {
        self.as_str().to_parameter()
    }
}

impl ToParameter for bool {
    fn to_parameter(&self) -> ParameterValue<'_> {
        ParameterValue::One(Scalar::Bool(*self))
    }
}

macro_rules! numbers {
    ($($type:ty => $variant:ident,)*) => {
        $(impl ToParameter for $type {
            fn to_parameter(&self) -> ParameterValue<'_> {
                ParameterValue::One(Scalar::$variant((*self).into()))
            }
        })*
    };
}

numbers! {
    i8 => Integer,
    i16 => Integer,
    i32 => Integer,
    i64 => Integer,
    u8 => Integer,
    u16 => Integer,
    u32 => Integer,
    u64 => Integer,
    f64 => Float,
}

impl ToParameter for f32 {
    fn to_parameter(&self) -> ParameterValue<'_> {
        ParameterValue::One(Scalar::Float(widened(*self)))
    }
}

/// By way of text: 0.1_f32 is 0.1 for a reader, and 0.10000000149011612 as f64.
pub(super) fn widened(float: f32) -> f64 {
    float
        .to_string()
        .parse()
        .unwrap_or_else(|_| f64::from(float))
}

impl<T: ToParameter> ToParameter for Option<T> {
    fn to_parameter(&self) -> ParameterValue<'_> {
        self.as_ref()
            .map_or(ParameterValue::Absent, T::to_parameter)
    }
}

impl<T: ToParameter> ToParameter for Vec<T> {
    fn to_parameter(&self) -> ParameterValue<'_> {
        ParameterValue::Many(self.iter().map(T::to_parameter).collect())
    }
}
