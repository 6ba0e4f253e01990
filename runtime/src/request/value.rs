//! Arguments as parameters see them.

use std::borrow::Cow;

/// One value of a parameter.
#[doc(hidden)]
#[derive(Clone, Debug, PartialEq)]
pub enum Scalar<'a> {
    Text(Cow<'a, str>),
    Integer(i128),
    Float(f64),
    Bool(bool),
    /// A value that its format has no text for, with what is wrong with it.
    Unwritable(&'static str),
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
    Many(Vec<Scalar<'a>>),
}

impl ParameterValue<'_> {
    /// A whole number.
    #[must_use]
    pub fn from_integer(integer: i64) -> Self {
        Self::One(Scalar::Integer(integer.into()))
    }

    /// The value of a type that is text on the wire.
    pub(crate) fn text(text: Result<String, &'static str>) -> Self {
        Self::One(match text {
            Ok(text) => Scalar::Text(Cow::Owned(text)),
            Err(reason) => Scalar::Unwritable(reason),
        })
    }
}

/// What can be an argument.
#[doc(hidden)]
pub trait ToParameter {
    fn to_parameter(&self) -> ParameterValue<'_>;
}

impl ToParameter for str {
    fn to_parameter(&self) -> ParameterValue<'_> {
        ParameterValue::One(Scalar::Text(Cow::Borrowed(self)))
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
    // By way of text: 0.1_f32 is 0.1 for a reader, and 0.10000000149011612 as f64.
    fn to_parameter(&self) -> ParameterValue<'_> {
        let wide = self
            .to_string()
            .parse()
            .unwrap_or_else(|_| f64::from(*self));
        ParameterValue::One(Scalar::Float(wide))
    }
}

impl<T: ToParameter> ToParameter for Option<T> {
    fn to_parameter(&self) -> ParameterValue<'_> {
        self.as_ref()
            .map_or(ParameterValue::Absent, T::to_parameter)
    }
}

impl<T: ToParameter> ToParameter for Vec<T> {
    fn to_parameter(&self) -> ParameterValue<'_> {
        let mut all = Vec::with_capacity(self.len());
        for item in self {
            match item.to_parameter() {
                ParameterValue::Absent => {}
                ParameterValue::One(one) => all.push(one),
                ParameterValue::Many(many) => all.extend(many),
            }
        }
        ParameterValue::Many(all)
    }
}
