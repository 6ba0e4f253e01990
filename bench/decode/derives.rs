//! What generated code finds in the place of its runtime: the same types, and macros that leave their
//! reading to serde's derive.

pub use runtime::*;
pub use serde;

/// As much of an operation as tells what its answer is read as.
pub trait Operation {
    type Output;
}

/// What a variant of an error holds: here only its type.
pub struct Payload<T>(pub T);

/// A variant without a type.
pub struct Undocumented;

pub mod __private {
    pub use runtime::__private::*;

    pub use crate::{
        error_kind, error_names, ignored as body, ignored as multipart, ignored as output,
        integer_enum, object, operation, representation, string_enum, union,
    };
}

#[macro_export]
macro_rules! ignored {
    ($($rows:tt)*) => {};
}

#[macro_export]
macro_rules! object {
    (
        $(#[$docs:meta])*
        $visible:vis struct $name:ident {
            $(fixed {$(
                $(#[$f_docs:meta])*
                $f_field:ident: $f_type:ty = $f_wire:literal => $f_value:expr,
            )*})*
            $(required {$(
                $(#[$r_docs:meta])*
                $r_field:ident $(: $r_type:ty =)? $(as $r_into:ty =)? $r_wire:literal,
            )*})*
            $(optional {$(
                $(#[$o_docs:meta])*
                $o_field:ident: $o_type:ty = $o_wire:literal,
            )*})*
            $(null_apart {$(
                $(#[$n_docs:meta])*
                $n_field:ident: $n_type:ty = $n_wire:literal,
            )*})*
            $(others { $others:ident: $others_type:ty })?
        }
    ) => {
        #[derive(Clone, Debug, PartialEq, $crate::serde::Deserialize)]
        #[serde(crate = "outspoken::serde")]
        $visible struct $name {
            $($(#[serde(rename = $f_wire)] pub $f_field: $f_type,)*)*
            $($(#[serde(rename = $r_wire)] pub $r_field: $($r_type)? $($r_into)?,)*)*
            $($(#[serde(rename = $o_wire)] pub $o_field: Option<$o_type>,)*)*
            $($(#[serde(rename = $n_wire)] pub $n_field: Option<$n_type>,)*)*
            $(#[serde(flatten)] pub $others: std::collections::BTreeMap<String, $others_type>,)?
        }
    };
}

// What is not known is thrown away here: to keep it, as ours does, takes the derive longer.
#[macro_export]
macro_rules! string_enum {
    (
        $(#[$docs:meta])*
        $visible:vis enum $name:ident else $other:ident {$(
            $(#[$variant_docs:meta])*
            $variant:ident = $wire:literal,
        )*}
    ) => {
        #[derive(Clone, Debug, PartialEq, $crate::serde::Deserialize)]
        #[serde(crate = "outspoken::serde")]
        $visible enum $name {
            $(#[serde(rename = $wire)] $variant,)*
            #[serde(other)]
            $other,
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $($wire => Self::$variant,)*
                    _ => Self::$other,
                }
            }
        }
    };
}

// The derive reads no numbers as enums.
#[macro_export]
macro_rules! integer_enum {
    (
        $(#[$docs:meta])*
        $visible:vis enum $name:ident else $other:ident { $($variant:ident = $wire:literal,)* }
    ) => {
        #[derive(Clone, Debug, PartialEq, $crate::serde::Deserialize)]
        #[serde(crate = "outspoken::serde", from = "i64")]
        $visible enum $name {
            $($variant,)*
            $other(i64),
        }

        impl From<i64> for $name {
            fn from(value: i64) -> Self {
                match value {
                    $($wire => Self::$variant,)*
                    other => Self::$other(other),
                }
            }
        }
    };
}

// Without a tag in the members' place: they have it as a field, which serde would take from them. So
// they are tried in their order, and the first that fits is taken.
#[macro_export]
macro_rules! union {
    (
        $(#[$docs:meta])*
        $visible:vis enum $name:ident $(by $tag:literal)? $(else $other:ident)? {$(
            $(#[$member_docs:meta])*
            $index:literal $variant:ident($held:ty) = $test:expr,
        )*}
    ) => {
        #[derive(Clone, Debug, PartialEq, $crate::serde::Deserialize)]
        #[serde(crate = "outspoken::serde", untagged)]
        $visible enum $name {
            $($variant($held),)*
            $($other($crate::Value),)?
        }
    };
}

#[macro_export]
macro_rules! operation {
    (
        $(#[$docs:meta])*
        $visible:vis struct $name:ident($($about:tt)*) {
            $(#[doc = $error_doc:literal])*
            $method_visible:vis fn $method:ident($($given:tt)*) -> Result<$output:ty, $($rest:tt)*
        }
    ) => {
        $visible struct $name;

        impl $crate::Operation for $name {
            type Output = $output;
        }
    };
}

#[macro_export]
macro_rules! representation {
    (
        $(#[$docs:meta])*
        $visible:vis struct $name:ident($operation:ident) {
            $(#[$asking:meta])*
            $method_visible:vis fn $method:ident() -> $output:ty;
            $($rest:tt)*
        }
    ) => {
        $visible struct $name;

        impl $crate::Operation for $name {
            type Output = $output;
        }
    };
}

#[macro_export]
macro_rules! error_kind {
    (
        $visible:vis enum $name:ident $(for $method:ident)? {$(
            $(#[doc = $doc:literal])*
            $number:literal $variant:ident $is:ident: $held:ty = $meaning:literal,
        )*}
    ) => {
        $visible enum $name {
            $($variant($held),)*
            Unrecognized($crate::Undocumented),
        }
    };
}

#[macro_export]
macro_rules! error_names {
    ($($visible:vis type $name:ident for $method:ident = $shared:ident;)*) => {
        $($visible type $name = $shared;)*
    };
}
