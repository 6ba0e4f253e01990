//! What every operation's error enum can do.

use super::{Answer, Held, Unrecognized};
use crate::select::UNRECOGNIZED;

/// An operation's own errors: an enum with a variant for each way in which the API says no.
///
/// Generated code implements this. Every variant holds one value: a
/// [`Payload`](crate::Payload) where the document has a schema, else
/// [`Undocumented`](crate::Undocumented); `Unrecognized` is always there.
pub trait ErrorKind: std::error::Error + Clone + Send + Sync + 'static {
    /// The variant's name, for logs and metrics.
    fn variant(&self) -> &'static str {
        self.row().variant
    }

    /// All that there is to say of the variant.
    #[doc(hidden)]
    fn row(&self) -> KindRow<'_>;

    /// Makes the variant with this number out of an answer; any number that is not one of a
    /// variant makes `Unrecognized`.
    #[doc(hidden)]
    fn assemble(variant: u16, answer: &Answer<'_>) -> Self;
}

/// A variant of an error enum: its row in the table that defines the enum.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct KindRow<'k> {
    /// Its number in the tables of responses.
    pub number: u16,
    /// Its name.
    pub variant: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// What it holds.
    pub held: &'k dyn Held,
}

impl<'k> KindRow<'k> {
    /// The variant that every enum has.
    #[must_use]
    pub fn unrecognized(held: &'k Unrecognized) -> Self {
        Self {
            number: UNRECOGNIZED,
            variant: "Unrecognized",
            meaning: "The document has no name for this error.",
            held,
        }
    }
}

/// Defines an error enum, and implements what it owes: [`ErrorKind`], `Display`, `Error`, and `is_…`
/// methods. The client's method whose errors they are stands behind `for`, if they are of one alone.
///
/// A row is a variant: its number in the tables of responses, its name, its `is_…` method, what it
/// holds, and what it means, which is its documentation unless there is more to say.
#[doc(hidden)]
#[macro_export]
macro_rules! __error_kind {
    (
        $visible:vis enum $name:ident $(for $method:ident)? {$(
            $(#[doc = $doc:literal])*
            $number:literal $variant:ident $is:ident: $held:ty = $meaning:literal,
        )*}
    ) => {
        #[doc = $crate::__whose_errors!($($method)?)]
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        $visible enum $name {
            $(#[doc = $crate::__variant_doc!([$($doc),*], $meaning)] $variant($held),)*
            /// Any other error: status, headers and body are kept.
            Unrecognized($crate::Unrecognized),
        }

        impl $name {
            $(
                #[doc = concat!("Whether this is [`", stringify!($variant), "`](Self::", stringify!($variant), ").")]
                #[must_use]
                pub fn $is(&self) -> bool {
                    matches!(self, Self::$variant(_))
                }
            )*

            /// Whether this is [`Unrecognized`](Self::Unrecognized).
            #[must_use]
            pub fn is_unrecognized(&self) -> bool {
                matches!(self, Self::Unrecognized(_))
            }
        }

        impl $crate::ErrorKind for $name {
            fn row(&self) -> $crate::__private::KindRow<'_> {
                match self {
                    $(Self::$variant(held) => $crate::__private::KindRow {
                        number: $number,
                        variant: stringify!($variant),
                        meaning: $meaning,
                        held,
                    },)*
                    Self::Unrecognized(held) => $crate::__private::KindRow::unrecognized(held),
                }
            }

            fn assemble(variant: u16, answer: &$crate::__private::Answer<'_>) -> Self {
                match variant {
                    $($number => Self::$variant($crate::__private::FromAnswer::from_answer(answer)),)*
                    _ => Self::Unrecognized($crate::__private::FromAnswer::from_answer(answer)),
                }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str($crate::ErrorKind::row(self).meaning)
            }
        }

        impl ::std::error::Error for $name {
            fn source(&self) -> Option<&(dyn ::std::error::Error + 'static)> {
                $crate::ErrorKind::row(self).held.fault()
            }
        }
    };
}

/// The documentation of an enum: the client's method whose errors they are, or several.
#[doc(hidden)]
#[macro_export]
macro_rules! __whose_errors {
    () => {
        "What can go wrong in operations that have these errors."
    };
    ($method:ident) => {
        concat!(
            "What can go wrong in [`",
            stringify!($method),
            "`](Client::",
            stringify!($method),
            ")."
        )
    };
}

/// Gives an enum that several operations have the name of each of them.
#[doc(hidden)]
#[macro_export]
macro_rules! __error_names {
    ($($visible:vis type $name:ident for $method:ident = $shared:ident;)*) => {$(
        #[doc = $crate::__whose_errors!($method)]
        $visible type $name = $shared;
    )*};
}

/// The documentation of a variant: the document's, or what it means.
#[doc(hidden)]
#[macro_export]
macro_rules! __variant_doc {
    ([], $meaning:literal) => {
        $meaning
    };
    ([$($doc:literal),+], $meaning:literal) => {
        concat!($($doc, "\n"),+)
    };
}
