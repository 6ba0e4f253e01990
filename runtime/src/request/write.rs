//! How arguments are written, as the tables of operations name it.

use super::{Content, FormField, Parameter, RequestBody, RequestParts, ToParameter};
use crate::{Body, BuildError, schema::Wire};

/// How an argument of this type is written into a request.
pub trait Way<T: ?Sized> {
    /// Writes it.
    ///
    /// # Errors
    /// When the argument breaks a constraint of its schema, or cannot stand where it goes.
    fn write(self, request: &mut RequestParts, argument: &T) -> Result<(), BuildError>;
}

/// A path parameter of `style: simple`.
#[must_use]
pub const fn path(name: &'static str) -> Parameter {
    Parameter::path(name)
}

/// A query parameter of `style: form`, exploded.
#[must_use]
pub const fn query(name: &'static str) -> Parameter {
    Parameter::query(name)
}

/// The query as a whole: a text, or JSON.
#[must_use]
pub const fn query_string(name: &'static str) -> Parameter {
    Parameter::query_string(name)
}

/// A header parameter of `style: simple`.
#[must_use]
pub const fn header(name: &'static str) -> Parameter {
    Parameter::header(name)
}

/// A cookie of `style: form`, exploded.
#[must_use]
pub const fn cookie(name: &'static str) -> Parameter {
    Parameter::cookie(name)
}

impl Parameter {
    /// By way of its members: it is no single value, and no list of those.
    #[must_use]
    pub const fn members(self) -> Members {
        Members(self)
    }
}

impl<T: ToParameter + ?Sized> Way<T> for Parameter {
    fn write(self, request: &mut RequestParts, argument: &T) -> Result<(), BuildError> {
        request.set(self, argument)
    }
}

/// A parameter whose argument is written by way of its members.
#[derive(Clone, Copy, Debug)]
pub struct Members(Parameter);

impl<T: Wire> Way<T> for Members {
    fn write(self, request: &mut RequestParts, argument: &T) -> Result<(), BuildError> {
        request.serialize(self.0, argument)
    }
}

/// Defines a way of writing, with what is fixed about it.
macro_rules! ways {
    ($(
        $(#[$docs:meta])*
        $function:ident($($fixed:ident: $of:ty),*) -> $name:ident $(<$life:lifetime>)?:
        $method:ident $(<$type:ident: $bound:path>)? (&$body:ty);
    )*) => {$(
        $(#[$docs])*
        #[must_use]
        pub const fn $function $(<$life>)? ($($fixed: $of),*) -> $name $(<$life>)? {
            $name { $($fixed),* }
        }

        $(#[$docs])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name $(<$life>)? {
            $($fixed: $of,)*
        }

        impl <$($life,)? $($type: $bound)?> Way<$body> for $name $(<$life>)? {
            fn write(self, request: &mut RequestParts, body: &$body) -> Result<(), BuildError> {
                request.$method($(self.$fixed,)* body)
            }
        }
    )*};
}

ways! {
    /// The query as a whole, as a form.
    query_form(name: &'static str, fields: &'a [FormField]) -> QueryForm<'a>: query_form<T: Wire>(&T);
    /// A body of JSON.
    json(media_type: &'a str) -> Json<'a>: json<T: Wire>(&T);
    /// A form of pairs.
    form(media_type: &'a str, fields: &'a [FormField]) -> Pairs<'a>: form<T: Wire>(&T);
    /// A form of parts.
    multipart(fields: &'a [FormField]) -> Parts<'a>: multipart<T: Wire>(&T);
    /// A body of text.
    text(media_type: &'a str) -> Text<'a>: text<T: Wire>(&T);
    /// A body of bytes.
    bytes(media_type: &'a str) -> Bytes<'a>: bytes(&Body);
    /// A body of which the caller says what it is.
    content(range: &'a str) -> Given<'a>: content(&Content);
    /// A body that knows how it is written.
    body() -> Own: body<T: RequestBody>(&T);
}
