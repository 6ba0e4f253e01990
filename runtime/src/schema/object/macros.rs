//! The table of an object.

/// Defines an object, and implements its reading, its writing and its construction. A row is a field:
/// its name, its type, and its name on the wire. A type after `as` may be given as anything that becomes
/// it. `new` sets what is in `fixed`; in `optional`, `null` reads like nothing; in `null_apart` it is a
/// value within the outer `Option`; and `others` is the map of members that have no field. A section has
/// at most sixteen rows (`object/section.rs`): another of its name goes on with more.
#[doc(hidden)]
#[macro_export]
macro_rules! __object {
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
        $(#[$docs])*
        #[allow(
            missing_docs,
            clippy::derived_hash_with_manual_eq,
            reason = "documents do not describe all types, and settings may add `Hash`"
        )]
        $visible struct $name {
            $($($(#[$f_docs])* pub $f_field: $f_type,)*)*
            $($($(#[$r_docs])* pub $r_field: $($r_type)? $($r_into)?,)*)*
            $($($(#[$o_docs])* pub $o_field: ::std::option::Option<$o_type>,)*)*
            $($($(#[$n_docs])* pub $n_field: ::std::option::Option<$n_type>,)*)*
            $(
                /// Members that have no field of their own.
                pub $others: ::std::collections::BTreeMap<String, $others_type>,
            )?
        }

        $crate::__object_new!($name
            { $($($r_field: $($r_type)? $(impl Into<$r_into>)?,)*)* }
            { $($($f_field = $f_value,)*)* }
            {
                $($($r_field: $(::std::convert::Into::<$r_into>::into)? ($r_field),)*)*
                $($($o_field: None,)*)*
                $($($n_field: None,)*)*
                $($others: ::std::default::Default::default(),)?
            }
        );

        impl $crate::__private::Object for $name {
            fn fields() -> $crate::__private::Fields {
                $crate::__private::Fields {
                    required: &[$($($f_wire,)*)* $($($r_wire,)*)*],
                    optional: &[$($($o_wire,)*)* $($($n_wire,)*)*],
                    of: stringify!($name),
                    others: concat!($(stringify!($others))?),
                }
            }

            fn blank() -> Self {
                Self {
                    $($($f_field: $crate::__private::Blank::blank(),)*)*
                    $($($r_field: $crate::__private::Blank::blank(),)*)*
                    $($($o_field: None,)*)*
                    $($($n_field: None,)*)*
                    $($others: ::std::default::Default::default(),)?
                }
            }

            fn read<R: $crate::__private::FieldReader>(&mut self, at: $crate::__private::At<'_, R>) {
                at
                    $(.fields(($(&mut self.$f_field,)*)))*
                    $(.fields(($(&mut self.$r_field,)*)))*
                    $(.fields(($(&mut self.$o_field,)*)))*
                    $(.apart(($(&mut self.$n_field,)*)))*
                    $(.others(&mut self.$others))?;
            }

            fn visit<'a, V: $crate::__private::FieldVisitor<'a>>(
                &'a self,
                at: $crate::__private::At<'_, V>,
            ) {
                at
                    $(.fields(($(&self.$f_field,)*)))*
                    $(.fields(($(&self.$r_field,)*)))*
                    $(.optional(($(&self.$o_field,)*)))*
                    $(.optional(($(&self.$n_field,)*)))*
                    $(.others(&self.$others))?;
            }
        }

        impl Clone for $name {
            fn clone(&self) -> Self {
                $crate::__private::copy(self)
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::__private::show(self, f)
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                $crate::__private::same(self, other)
            }
        }

        $crate::__kind!($name: Objects);
    };
}

/// The constructor; and `Default` where nothing is required.
#[doc(hidden)]
#[macro_export]
macro_rules! __object_new {
    ($name:ident {} {} { $($field:tt)* }) => {
        impl $name {
            /// A value with nothing set.
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }
        }

        impl Default for $name {
            fn default() -> Self {
                $crate::__private::Blank::blank()
            }
        }
    };
    ($name:ident {} { $($fixed:ident = $value:expr,)* } { $($field:tt)* }) => {
        impl $name {
            /// A value with nothing set.
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }
        }

        impl Default for $name {
            #[allow(clippy::useless_conversion)]
            fn default() -> Self {
                Self {
                    $($fixed: ::std::convert::From::from($value),)*
                    $($field)*
                }
            }
        }
    };
    (
        $name:ident { $($required:ident: $arg:ty,)* } { $($fixed:ident = $value:expr,)* }
        { $($field:tt)* }
    ) => {
        impl $name {
            /// A value from what is required, with nothing else set.
            #[allow(clippy::too_many_arguments, clippy::useless_conversion)]
            #[must_use]
            pub fn new($($required: $arg),*) -> Self {
                Self {
                    $($fixed: ::std::convert::From::from($value),)*
                    $($field)*
                }
            }
        }
    };
}
